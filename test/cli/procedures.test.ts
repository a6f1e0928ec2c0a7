import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Lab, startLab } from '../lab/main.ts';
import { policies } from '../lab/policies.ts';
import { startPolicyServer } from '../lab/policyServer.ts';
import { run } from '../support/shell.ts';

/** What guides have people type into nslookup and telnet, done at a shell (docs/procedures.md, row by row). */
describe('a procedure of a guide', () => {
  let lab: Lab;
  let folder: string;
  before(async () => {
    lab = await startLab();
    folder = await mkdtemp(join(tmpdir(), 'mail-triage-procedures-'));
  });
  after(async () => {
    await lab.close();
    await rm(folder, { recursive: true });
  });

  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const dns = () => ['--server', `${lab.dns.address}:${lab.dns.port}`];
  const at = (endpoint: string): readonly string[] => {
    const server = lab.smtp.get(endpoint);
    return ['--connect-to', `${endpoint}=${server?.address}:${server?.port}`];
  };
  /** Asks a server of the lab. */
  const smtp = (host: string, ...args: readonly string[]) =>
    run(['smtp', '--helo', 'mail.fabrikam.test', ...dns(), ...at(`${host}:25`), ...args, host]);
  /** The same of a server with a policy, called mx1.contoso.test. */
  async function asked(policy: keyof typeof policies, ...args: readonly string[]) {
    const server = await startPolicyServer(policies[policy]);
    const to = ['--connect-to', `mx1.contoso.test:25=127.0.0.1:${server.port}`];
    const done = await run(['smtp', '--helo', 'mail.fabrikam.test', ...dns(), ...to, ...args, 'mx1.contoso.test']);
    await server.close();
    return { ...done, heard: server.heard };
  }
  const MESSAGE = 'Subject: Test message\n\nThis is just a test.\n\nPlease ignore.\n';

  describe('of outbound delivery through a smarthost', () => {
    it('looks its address up, and tells a name that does not exist', async () => {
      const found = await run(['check', ...dns(), 'A', 'mx1.contoso.test']);
      assert.match(found.out, /127\.0\.0\.1/);
      const gone = await run(['check', ...dns(), 'A', 'nowhere.contoso.test']);
      assert.match(gone.out, /NXDOMAIN|does not exist/);
      assert.notEqual(gone.code, 0);
    });

    it('connects and sees the banner, or what came instead', async () => {
      const good = await smtp('nostarttls.lab.test', '--stop-after', 'BANNER');
      assert.equal(good.code, 0, good.out);
      assert.match(good.out, /^S: 220 nostarttls\.lab\.test/m);
      assert.ok(!good.out.includes('C: EHLO'));
      const refused = await smtp('refuses.lab.test', '--stop-after', 'BANNER');
      assert.equal(refused.code, 12);
      assert.match(refused.out, /^\* Result: failed at CONNECT, connect-refused/m);
      const silent = await smtp('silent.lab.test', '--stop-after', 'BANNER', '--timeout', '0.2');
      assert.equal(silent.code, 21);
      assert.match(silent.out, /^\* Result: failed at BANNER, reply-timeout/m);
      const gone = await smtp('nowhere.contoso.test', '--stop-after', 'BANNER');
      assert.equal(gone.code, 11);
    });

    it('sends a sample, whose tracking id is picked out of the answer', async () => {
      const message = file('sample.eml', MESSAGE);
      const envelope = ['--from', 'postmaster@fabrikam.test', '--to', 'info@contoso.test', '--message', message];
      const { code, out } = await smtp('mx1.contoso.test', ...envelope, '--send');
      assert.equal(code, 0, out);
      for (const line of ['EHLO mail.fabrikam.test', 'MAIL FROM:<postmaster@fabrikam.test>', 'DATA', '.', 'QUIT'])
        assert.ok(out.includes(`\nC: ${line}`), line);
      assert.match(out, /^note queued-as /m);
    });

    it('is told what a relay that is denied means, and from which address it was asked', async () => {
      const envelope = ['--from', 'a@fabrikam.test', '--to', 'me@northwind.test'];
      const { code, out } = await asked('knows its users', ...envelope);
      assert.equal(code, 24, out);
      const read = await run(['read', '-'], out);
      assert.match(read.out, /relaying denied/);
      const relay = await asked('knows its users', '--relay', ...envelope);
      assert.match(relay.out, /^fail relay-refused .*It was asked from 127\.0\.0\.1/m);
      assert.match(relay.out, /^ {2}next: Have this address listed/m);
    });

    it('has the output of all steps as one ticket', async () => {
      const look = await run(['check', ...dns(), 'A', 'mx1.contoso.test']);
      const probe = await asked('knows its users', '--from', 'a@fabrikam.test', '--to', 'x@contoso.test');
      const ticket = file('ticket.txt', `Step 1\n\n${look.out}\nStep 3\n\n${probe.out}`);
      const { out } = await run(['read', ticket]);
      assert.match(out, /^line 3: A of mx1\.contoso\.test: NOERROR\nline \d+: SMTP probe of mx1\.contoso\.test:25$/m);
      assert.match(out, /no such mailbox/);
    });
  });

  describe('of inbound delivery behind a filter', () => {
    it('looks the exchangers up: they are the filter’s, and no other stands beside', async () => {
      const mine = await run(['check', ...dns(), '--only', 'mx', '--expect', '*.contoso.test', 'contoso.test']);
      assert.doesNotMatch(mine.out, /^(?:fail|warning) mx-unexpected/m);
      const other = await run(['check', ...dns(), '--only', 'mx', '--expect', 'mx1.contoso.test', 'contoso.test']);
      assert.match(other.out, /^(?:fail|warning) \S+ .*mx2\.contoso\.test/m);
      assert.equal(other.code, 1);
    });

    it('tries the own server, and whether it turns strangers away, by the ranges as the guide writes them', async () => {
      const ranges = file(
        'ranges.txt',
        '192.0.2.0/24 (192.0.2.0-255, or 192.0.2.0 / 255.255.255.0)\n198.51.100.0 /255.255.255.0\n',
      );
      const holds = await asked('turns strangers away', '--restricted', ranges, '--to', 'ann@contoso.test');
      assert.equal(holds.code, 0, holds.out);
      assert.match(holds.out, /^pass restriction-holds /m);
      const open = await asked('knows its users', '--restricted', ranges, '--to', 'ann@contoso.test');
      assert.equal(open.code, 1);
      assert.match(open.out, /^fail restriction-open /m);
    });

    it('gives the sender of lost mail the steps to type, with the names filled in', async () => {
      const { out } = await asked('knows its users', '--from', 'a@fabrikam.test', '--to', 'ann@contoso.test');
      const steps = await run(['session', '--as', 'telnet', '--for', 'windows', '-'], out);
      assert.equal(steps.code, 0, steps.err);
      for (const words of [
        /telnet mx1\.contoso\.test 25/i,
        /MAIL FROM:<a@fabrikam\.test>/,
        /RCPT TO:<ann@contoso\.test>/,
      ])
        assert.match(steps.out, words);
    });

    it('finds the message by its id in a log', async () => {
      const log = file(
        'mail.log',
        'Nov 28 10:00:00 mx1 postfix/smtp[1]: 4F6bQs1Zkz: to=<b@contoso.test>, relay=none, delay=1, delays=1/0/0/0, dsn=4.4.1, status=deferred (connect to mx9.contoso.test[192.0.2.9]:25: Connection timed out)\n',
      );
      const { out } = await run(['find', '4F6bQs1Zkz', log]);
      assert.match(out, /4F6bQs1Zkz/);
    });
  });

  describe('of telnet in the place of a server', () => {
    it('goes through the exchangers from the lowest preference on', async () => {
      const both = [...at('mx1.contoso.test:25'), ...at('mx2.contoso.test:25')];
      const { out } = await run(['smtp', '--all', '--helo', 'mail.fabrikam.test', ...dns(), ...both, 'contoso.test']);
      const rows = out.split('\n').filter((line) => /^\* mx\d\.contoso\.test, preference/.test(line));
      assert.deepEqual(
        rows.map((row) => /preference (\d+)/.exec(row)?.[1]),
        ['10', '10', '20'],
      );
    });

    it('says HELO to a server that knows no EHLO', async () => {
      const { code, out } = await smtp('heloonly.lab.test');
      assert.equal(code, 0, out);
      assert.match(out, /^C: HELO mail\.fabrikam\.test$/m);
      assert.match(out, /^\w+ only-helo /m);
    });

    it('sees itself as the server does: name, HELO, SPF', async () => {
      const { out } = await smtp('nostarttls.lab.test', '--view', '--from', 'a@fabrikam.test');
      assert.match(out, /It was asked from 127\.0\.0\.1/);
    });

    it('shows an open relay, and one that is none', async () => {
      const leave = ['--relay', '--i-may-test-this-server', '--from', 'a@fabrikam.test', '--to', 'me@northwind.test'];
      assert.equal((await asked('knows its users', ...leave)).code, 0);
      const open = await asked('relays for anybody', ...leave);
      assert.equal(open.code, 1);
      assert.match(open.out, /^\w+ relay-open /m);
    });
  });

  it('of an application that sends by a relay ends with the 221 behind QUIT', async () => {
    const envelope = ['--relay', '--from', 'sharepoint@contoso.test', '--to', 'me@northwind.test'];
    const good = await asked('relays for anybody', ...envelope);
    assert.equal(good.code, 0, good.out);
    assert.match(good.out, /said goodbye with 221/);
    const cut = await asked('does not answer QUIT', ...envelope, '--timeout', '0.3');
    assert.notEqual(cut.code, 0);
    assert.match(cut.out, /^warning quit-unanswered /m);
  });

  it('of exploits tries VRFY, EXPN and over-long arguments', async () => {
    const all = await asked('verifies users', '--exposure', '--name', 'staff', '--i-may-test-this-server');
    assert.equal(all.code, 1);
    for (const code of ['vrfy-open', 'expn-open']) assert.match(all.out, new RegExp(`^fail ${code} `, 'm'));
    for (const verb of ['HELO', 'MAIL', 'RCPT'])
      assert.ok(all.heard.some((line) => line.startsWith(verb) && line.length > 300));
  });

  it('of reverse names asks for the name of an address and back, and for the exchangers', async () => {
    const { out } = await run(['check', ...dns(), '192.0.2.1']);
    assert.match(out, /^## Reverse names$/m);
    assert.match((await run(['check', ...dns(), '--only', 'mx', 'contoso.test'])).out, /mx1\.contoso\.test/);
  });

  it('of TLS tells a server that wants STARTTLS first, and the ports where TLS comes first', async () => {
    const told = await run(['explain', '530', '5.7.0', 'Must issue a STARTTLS command first']);
    assert.match(told.out, /TLS/);
    const implicit = lab.smtp.get('mx1.contoso.test:465');
    const { code, out } = await run([
      'smtp',
      ...dns(),
      '--helo',
      'mail.fabrikam.test',
      '--connect-to',
      `mx1.contoso.test:465=${implicit?.address}:${implicit?.port}`,
      'mx1.contoso.test:465',
    ]);
    assert.equal(code, 0, out);
    assert.ok(out.indexOf('* TLS') < out.indexOf('* BANNER'));
  });

  it('of classes of codes is read out of a log as the guide shows it', async () => {
    const log = `4/2/01 11:44:31 AM : A connection was accepted from 192.0.2.9
4/2/01 11:44:31 AM : <<< IO: |HELO client.fabrikam.test
4/2/01 11:44:31 AM : <<< HELO client.fabrikam.test
4/2/01 11:44:31 AM : >>> 250 OK
4/2/01 11:44:31 AM : <<< MAIL From:<a@fabrikam.test>
4/2/01 11:44:31 AM : >>> 250 OK - mail from <a@fabrikam.test>
4/2/01 11:44:31 AM : <<< RCPT To:<b@contoso.test>
4/2/01 11:44:32 AM : >>> 550 5.7.1 Relaying denied. Proper authentication required.
`;
    assert.match((await run(['read', '-'], log)).out, /Refused at RCPT: relaying denied/);
    for (const [reply, words] of [
      ['250', /The command was carried out/],
      ['450', /asks for a later try/],
      ['550', /Retry: trying again unchanged will fail again/],
    ] as const)
      assert.match((await run(['explain', reply])).out, words);
  });
});
