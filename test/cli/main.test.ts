import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Lab, startLab } from '../lab/main.ts';
import { run } from '../support/shell.ts';

describe('mail-triage explain', () => {
  it('explains codes given as words', async () => {
    const { code, out } = await run(['explain', '550', '5.7.1']);
    assert.equal(code, 0);
    assert.match(out, /^550 5\.7\.1: /);
    assert.match(out, /Who acts: /);
  });

  it('explains a line each from standard input, as data', async () => {
    const { out } = await run(['explain', '--json'], '550 5.1.1 User unknown\n450 4.2.0 Greylisted\n');
    const [unknown, grey] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      [unknown.code, unknown.enhanced, unknown.reason, unknown.retry],
      [550, '5.1.1', 'recipient-unknown', 'no'],
    );
    assert.deepEqual([grey.code, grey.reason, grey.retry], [450, 'greylisted', 'yes']);
  });

  it('gives the same keys for every text, in the order of the lines, also where nothing is known', async () => {
    const { code, out } = await run(['explain', '--json'], '550 5.1.1\nhello\n\nConnection refused\n5.1.1\n');
    const found = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(code, 1);
    assert.deepEqual(
      found.map(({ text, meaning, reason, sisimai, actor, basis, confidence }) => [
        text,
        meaning !== null,
        reason,
        sisimai,
        actor,
        basis,
        confidence,
      ]),
      [
        ['550 5.1.1', true, 'recipient-unknown', 'userunknown', 'sender', 'enhanced-code', 'medium'],
        ['hello', false, null, null, null, null, null],
        ['', false, null, null, null, null, null],
        ['Connection refused', true, 'connection-failed', 'networkerror', 'receiving admin', 'words', 'high'],
        ['5.1.1', true, 'recipient-unknown', 'userunknown', 'sender', 'enhanced-code', 'medium'],
      ],
    );
    const keys = [
      'text',
      'code',
      'enhanced',
      'meaning',
      'reason',
      'sisimai',
      'actor',
      'retry',
      'next',
      'steps',
      'source',
      'basis',
      'confidence',
      'nearest',
    ];
    for (const one of found) assert.deepEqual(Object.keys(one), keys);
  });

  it('is told which command the reply answers', async () => {
    const meanings = new Set<string>();
    for (const command of ['MAIL', 'rcpt', 'end of data']) {
      meanings.add((await run(['explain', '--after', command, '550'])).out);
    }
    assert.equal(meanings.size, 3);
  });

  it('says when there is nothing to explain', async () => {
    const { code, err } = await run(['explain', 'hello']);
    assert.equal(code, 1);
    assert.match(err, /no reply code/);
  });
});

describe('mail-triage read', () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mail-triage-cli-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('tells what happened, who acts and what is next', async () => {
    const { code, out } = await run(['read', 'samples/1-relaying-denied.smtp.txt']);
    assert.equal(code, 0);
    assert.match(out, /^line 3: SMTP session with mail\.fabrikam\.test/);
    assert.match(
      out,
      /line 19: Refused at RCPT by mail\.fabrikam\.test: relaying denied; .*\n {2}\(reply 550 5\.7\.1, for customer@northwind\.test\)/,
    );
  });

  it('prints an object a file, a line each', async () => {
    const { out } = await run(['read', '--json', 'samples/5-blocked.smtp.txt', 'samples/2-bounced.eml']);
    const [session, bounce] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(session.sessions, 1);
    assert.deepEqual(session.events.slice(0, 3), [
      { line: 4, lastLine: 4, dir: 'server', code: 220, session: 1 },
      { line: 5, lastLine: 5, dir: 'client', verb: 'EHLO', session: 1 },
      { line: 6, lastLine: 12, dir: 'server', code: 250, session: 1 },
    ]);
    assert.equal(session.verdicts[0].line, 16);
    assert.equal(session.verdicts.at(-1).reply, '503 5.5.1');
    const [message] = bounce.messages;
    assert.equal(bounce.blocks[0].kind, 'report');
    assert.deepEqual(message.dsn.recipients[0].finalRecipient, 'wendy.old@fabrikam.test');
    assert.deepEqual(message.hopDelaysSeconds, [0]);
    assert.deepEqual(message.contentTypes.slice(0, 2), ['multipart/report', 'text/plain']);
  });

  it('counts lines at LF only', async () => {
    const file = join(folder, 'cr.txt');
    writeFileSync(file, 'a\rb\r\n220 a.test ESMTP\r\nQUIT\r\n221 bye\r\n');
    const { out } = await run(['read', '--json', file]);
    assert.equal(JSON.parse(out).events[0].line, 2);
  });

  it('reads standard input', async () => {
    const { out } = await run(['read', '--json', '-'], '220 a.test ESMTP\nQUIT\n221 bye\n');
    assert.equal(JSON.parse(out).events.length, 3);
  });

  it('names a file that it cannot read, and reads the others', async () => {
    const { code, out, err } = await run(['read', join(folder, 'none.txt'), 'samples/5-blocked.smtp.txt']);
    assert.equal(code, 1);
    assert.match(err, /none\.txt does not exist/);
    assert.match(out, /554 5\.7\.1/);
  });

  it('says of bytes that are no text what to do', async () => {
    const file = join(folder, 'binary');
    writeFileSync(file, Buffer.from([0x7f, 0x45, 0, 1, 2, 0]));
    const { code, err } = await run(['read', file]);
    assert.equal(code, 1);
    assert.match(err, /is no text/);
    assert.match((await run(['read', '-'], '')).out, /empty/);
    const odd = join(folder, 'odd.eml');
    writeFileSync(odd, `From: a@a.test\nTo: b@b.test\nSubject: x\n\nOne NUL:\0.\n${'A line of text.\n'.repeat(60)}`);
    assert.match((await run(['read', odd])).out, /message, 0 hops/);
  });

  it('says of a text without mail that it found none', async () => {
    assert.match((await run(['read', '-'], 'hello\n')).out, /No SMTP session, message or DNS lookup/);
  });
});

describe('mail-triage check and smtp', () => {
  let lab: Lab;

  before(async () => {
    lab = await startLab();
  });
  after(() => lab.close());

  it('look up mail exchangers at a chosen resolver', async () => {
    const server = `${lab.dns.address}:${lab.dns.port}`;
    const asked = ['check', '--only', 'mx', '--server', server, '--timeout', '2'];
    const { out } = await run([...asked, 'contoso.test']);
    assert.match(out, /pass mx-found contoso\.test: .*10 mx1\.contoso\.test, 20 mx2\.contoso\.test/);
    assert.equal((await run([...asked, 'nobody.nxdomain.test'])).code, 1);
  });

  it('probe a server, and what they print can be read', async () => {
    const at = lab.smtp.get('mx1.contoso.test:25');
    const { code, out } = await run([
      'smtp',
      '--helo',
      'client.test',
      '--connect-to',
      `mx1.contoso.test:25=${at?.address}:${at?.port}`,
      'mx1.contoso.test',
    ]);
    assert.equal(code, 0, out);
    const read = JSON.parse((await run(['read', '--json', '-'], out)).out);
    assert.deepEqual(
      read.events.map(({ code, verb }: { code?: number; verb?: string }) => code ?? verb),
      [220, 'EHLO', 250, 'STARTTLS', 220, 'EHLO', 250, 'QUIT', 221],
    );
    assert.equal(read.sessions, 1);
  });

  it('probe every address of every exchanger, a row for each, none hidden behind the first success', async () => {
    const redirect = (host: string): readonly string[] => {
      const at = lab.smtp.get(`${host}:25`);
      return ['--connect-to', `${host}:25=${at?.address}:${at?.port}`];
    };
    const refuses = lab.smtp.get('refuses.lab.test:25');
    const args = [
      'smtp',
      '--all',
      '--helo',
      'client.test',
      '--server',
      `${lab.dns.address}:${lab.dns.port}`,
      ...redirect('mx1.contoso.test'),
      '--connect-to',
      `mx2.contoso.test:25=${refuses?.address}:${refuses?.port}`,
      'contoso.test',
    ];
    const { code, out } = await run(args);
    assert.equal(code, 1, out);
    assert.match(out, /^# SMTP servers of contoso\.test:25: 3 addresses, 1 failed$/m);
    assert.match(
      out,
      /^\* mx1\.contoso\.test, preference 10, 127\.0\.0\.1: passed, TLSv1\.3, certificate-self-signed$/m,
    );
    assert.match(out, /^\* mx2\.contoso\.test, preference 20, 127\.0\.0\.1: failed at CONNECT, connect-refused$/m);
    assert.match(out, /^\* mx1\.contoso\.test, preference 10, ::1: passed/m);
    const read = JSON.parse((await run(['read', '--json', '-'], out)).out);
    assert.deepEqual(
      read.blocks.map(({ kind }: { kind: string }) => kind),
      ['lookup', 'prose', 'conversation', 'conversation', 'conversation'],
    );
    const json = JSON.parse((await run([...args, '--json'])).out);
    assert.equal(json.target, 'contoso.test');
    assert.deepEqual(
      json.addresses.map(({ target, failedAt, findings }: Record<string, unknown>) => [
        target,
        failedAt,
        (findings as { code: string }[]).map((finding) => finding.code),
      ]),
      [
        ['mx1.contoso.test:25', undefined, ['certificate-self-signed']],
        ['mx1.contoso.test:25', undefined, ['certificate-self-signed']],
        ['mx2.contoso.test:25', 'CONNECT', ['connect-refused']],
      ],
    );
    const said = ({ code, server, failed }: Record<string, unknown>): unknown => [code, server, failed];
    assert.deepEqual(json.verdicts.map(said), [['connection-failed', 'mx2.contoso.test', true]]);
    assert.deepEqual(json.verdicts.map(said), read.verdicts.map(said));
    assert.equal((await run(['smtp', '--all', '--family', '5', 'contoso.test'])).code, 2);
  });

  /** Arguments that send a probe of a host to the lab. */
  const probing = (host: string): readonly string[] => {
    const at = lab.smtp.get(`${host}:25`);
    const redirect = at === undefined ? [] : ['--connect-to', `${host}:25=${at.address}:${at.port}`];
    return ['--server', `${lab.dns.address}:${lab.dns.port}`, '--helo', 'client.test', ...redirect];
  };

  it('fail where the server refuses, with a status of the step', async () => {
    const at = lab.smtp.get('refuses.lab.test:25');
    const { code, out } = await run(['smtp', `${at?.address}:${at?.port}`]);
    assert.equal(code, 12);
    assert.match(out, /refused/);
    const status = async (host: string, ...args: readonly string[]): Promise<number> =>
      (await run(['smtp', ...probing(host), ...args, host])).code;
    const envelope = ['--from', 'a@contoso.test', '--to', '<b@contoso.test>'];
    assert.equal(await status('banner554.lab.test'), 21);
    assert.equal(await status('closes.lab.test'), 22);
    assert.equal(await status('mx.northwind.test', ...envelope), 24);
    assert.equal(await status('mx.northwind.test', ...envelope, '--stop-after', 'mail'), 0);
    assert.equal(await status('starttlsrefused.lab.test'), 29);
    assert.equal(await status('nostarttls.lab.test', '--tls', 'required'), 29);
    assert.equal(await status('mx1.contoso.test', '--from', 'a b'), 2);
    assert.equal(await status('nowhere.test'), 11);
  });

  it('send a message to whom it is for, where that is said', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'mail-triage-')), 'x.eml');
    writeFileSync(file, Buffer.from('Subject: Gr\xfc\xdfe\n\n.\n', 'latin1'));
    const heard = lab.heard.get('mx1.contoso.test:25') ?? [];
    const before = heard.length;
    const args = ['smtp', ...probing('mx1.contoso.test'), '--to', 'b@contoso.test', '--message', file, '--json'];
    const asked = await run([...args, 'mx1.contoso.test']);
    assert.deepEqual([asked.code, heard.length], [2, before]);
    assert.match(asked.err, /--send/);
    const { code, out } = await run([...args, '--send', 'mx1.contoso.test']);
    assert.equal(code, 0);
    assert.deepEqual(heard.slice(heard.indexOf('DATA', before)), [
      'DATA',
      'Subject: Gr\xfc\xdfe',
      '',
      '..',
      '.',
      'QUIT',
    ]);
    const said = ({ role, server, recipients, failed }: Record<string, unknown>) => [role, server, recipients, failed];
    assert.deepEqual(JSON.parse(out).verdicts.map(said), [['success', 'mx1.contoso.test', ['b@contoso.test'], false]]);
  });

  it('say what is wrong with what they are asked', async () => {
    for (const args of [
      ['--stop-after', 'LUNCH'],
      ['--tls', 'maybe'],
      ['--body', '9BIT', '--from', ''],
      ['--notify', 'NEVER,DELAY', '--from', ''],
      ['--ret', 'half', '--from', ''],
      ['--pipelining'],
      ['--message', 'x.eml', '--from', ''],
      ['--proxy-header', 'contoso.test'],
      ['--proxy-version', '2'],
      ['--proxy-version', '3', '--proxy-header', '192.0.2.1'],
      ['--family', '5'],
    ]) {
      const { code, out, err } = await run(['smtp', ...args, 'mx1.contoso.test']);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.ok(err.includes(args[0] ?? ''), err);
    }
  });
});

describe('mail-triage', () => {
  it('shows its commands, and says which one it does not know', async () => {
    assert.match((await run(['help'])).out, /lsp \[--stdio\]/);
    const { code, err } = await run(['exlain', '550']);
    assert.equal(code, 2);
    assert.match(err, /no command "exlain"/);
  });

  it('names an option that it does not know', async () => {
    const { code, err } = await run(['check', '--resolver', 'x', 'contoso.test']);
    assert.equal(code, 2);
    assert.match(err, /--resolver/);
  });
});

describe('the process of mail-triage', () => {
  const started = (args: readonly string[], input = '') =>
    spawnSync(process.execPath, ['src/cli/main.ts', ...args], { input, encoding: 'utf8' });

  it('ends with the status of the command', () => {
    const { status, stdout, stderr } = started(['explain', 'hello']);
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /no reply code/);
  });

  it('serves the Language Server Protocol', () => {
    const params = { processId: null, rootUri: null, capabilities: {} };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    const { stdout } = started(['lsp', '--stdio'], `Content-Length: ${body.length}\r\n\r\n${body}`);
    assert.match(stdout, /"hoverProvider":true/);
  });
});
