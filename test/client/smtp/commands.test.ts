import assert from 'node:assert/strict';
import '../load.ts';
import { mock } from 'node:test';
import { inEnglish, phrase } from '../../../src/core/text/words.ts';
import { type Lab, startLab } from '../../lab/main.ts';
import { until } from '../../support/until.ts';
import { clearDesk, desk, keep, run, show } from '../desk.ts';
import { Uri } from '../editorTypes.ts';
import { settled } from '../fakeServer.ts';
import { probeDesk } from '../probeDesk.ts';

const load = async () => ({
  ...(await import('../../../src/client/probeHistory.ts')),
  ...(await import('../../../src/client/probeOutput.ts')),
  ...(await import('../../../src/client/probes.ts')),
  ...(await import('../../../src/client/checks/reports.ts')),
});
let client: Awaited<ReturnType<typeof load>>;

interface Item {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}
/** Takes the row of a form, or the entry of a list, whose label begins so. */
const choose =
  (label: string) =>
  (items: readonly Item[]): Item => {
    const item = items.find((one) => one.label.startsWith(label));
    assert.ok(item, `${label} is none of ${items.map((one) => one.label).join(', ')}`);
    return item;
  };
const GO = (items: readonly Item[]): Item => items[0] as Item;

const TICKET = `The customer sent this:

$ telnet mx2.contoso.test 25
220 mx2.contoso.test ESMTP ready
EHLO client.fabrikam.test
250-mx2.contoso.test
250-PIPELINING
250-SIZE 10485760
250-STARTTLS
250-ENHANCEDSTATUSCODES
250 8BITMIME
MAIL FROM:<ann@fabrikam.test>
250 2.1.0 Ok
RCPT TO:<bob@contoso.test>
550 5.1.1 User unknown
QUIT
221 2.0.0 Bye
`;

describe('in the editor, with mail servers,', () => {
  let lab: Lab;
  before(async () => {
    client = await load();
    lab = await startLab();
  });
  after(() => lab.close());
  beforeEach(clearDesk);

  const register = () => {
    const history = client.createProbeHistory();
    const all = probeDesk(keep(client.createProbeOutput()), history);
    keep(client.registerProbes(all));
    for (const [name, value] of Object.entries(lab.settings)) desk.settings.set(name, value);
    desk.settings.set('mailTriage.smtp.heloName', 'probe.test');
    return { ...all, said: () => desk.output.split('\n').filter((line) => line.startsWith('C: ')) };
  };
  const heard = (server: string): number => lab.heard.get(server)?.length ?? 0;
  /** A question in the middle of the screen, with what it says. */
  const modal = (at = -1): { text: string; detail: string; buttons: readonly unknown[] } => {
    const asked = desk.questions.filter(({ rest }) => (rest as { modal?: boolean }[] | undefined)?.[0]?.modal === true);
    const { text, rest } = asked.at(at) as unknown as { text: string; rest: [{ detail: string }, ...unknown[]] };
    return { text, detail: rest[0].detail, buttons: rest.slice(1) };
  };

  describe('a probe from the palette', () => {
    it('goes as the form stands, which begins with what was chosen last', async () => {
      const { choices, said } = register();
      desk.answers.push('nostarttls.lab.test', GO);
      await run('mailTriage.probeSmtpServer');
      assert.deepEqual(said(), ['C: EHLO probe.test', 'C: QUIT']);
      desk.answers.push(
        'nostarttls.lab.test',
        choose('Stop behind'),
        choose('RCPT'),
        choose('Sender'),
        'ann@fabrikam.test',
      );
      desk.answers.push(choose('Recipients'), 'bob@contoso.test, eve@contoso.test', GO);
      await run('mailTriage.probeSmtpServer');
      assert.deepEqual(said().slice(2), [
        'C: EHLO probe.test',
        'C: MAIL FROM:<ann@fabrikam.test>',
        'C: RCPT TO:<bob@contoso.test>',
        'C: RCPT TO:<eve@contoso.test>',
        'C: QUIT',
      ]);
      assert.equal(choices.get().stopAfter, 'rcpt');
      desk.answers.push('nostarttls.lab.test', undefined);
      await run('mailTriage.probeSmtpServer');
      const form = desk.questions.at(-1) as unknown as { items: readonly Item[] };
      assert.match(form.items[0]?.detail ?? '', /RCPT/);
      assert.equal(
        form.items.find(({ label }) => label === 'Recipients')?.description,
        'bob@contoso.test, eve@contoso.test',
      );
      assert.equal(said().length, 7);
    });

    it('tries ports one after the other, and writes each step as it ends', async () => {
      const { history, said } = register();
      desk.answers.push(
        'mx1.contoso.test',
        choose('Port'),
        '25 465',
        choose('Stop behind'),
        choose('the greeting'),
        GO,
      );
      await run('mailTriage.probeSmtpServer');
      assert.match(desk.output, /# SMTP probe of mx1\.contoso\.test:25,[\s\S]*# SMTP probe of mx1\.contoso\.test:465,/);
      assert.deepEqual(said(), ['C: QUIT', 'C: QUIT']);
      assert.equal(`${history.report?.lines.join('\n')}\n`, desk.output);
      assert.equal(history.report?.ofSessions, true);
      assert.ok(
        desk.said.some((one) => one === 'progress: the greeting came'),
        desk.said.join(),
      );
    });

    it('asks every address of every mail exchanger', async () => {
      const { history } = register();
      desk.answers.push('contoso.test', choose('Addresses'), choose('every address'), GO);
      await run('mailTriage.probeSmtpServer');
      assert.match(desk.output, /# SMTP servers of contoso\.test:25: 3 addresses/);
      assert.match(desk.output, /^# SMTP probe of /m);
      assert.equal(history.report?.ofSessions, true);
    });

    it('takes nothing that cannot be said', async () => {
      register();
      const asked = (label: string): ((typed: string) => string | undefined) => {
        const question = desk.questions.findLast(({ title }) => title === label) as unknown as {
          validateInput: (typed: string) => string | undefined;
        };
        return question.validateInput;
      };
      desk.answers.push(
        'mx1.contoso.test',
        choose('Sender'),
        'a@b\nRSET',
        choose('Recipients'),
        'no',
        choose('Port'),
        '0',
        undefined,
      );
      await run('mailTriage.probeSmtpServer');
      assert.equal(asked('Sender')(''), undefined);
      for (const bad of ['a@b\nRSET', 'a b@c.test', 'x', `${'a'.repeat(400)}@b.test`])
        assert.ok(asked('Sender')(bad), bad);
      assert.equal(asked('Recipients')('a@b.test; "x, y"@c.test'), undefined);
      for (const bad of ['', 'a@b.test, x', 'a@b.test\r\nDATA']) assert.ok(asked('Recipients')(bad), bad);
      for (const bad of ['', '0', '65536', '25 x', '1 2 3 4 5 6 7 8 9 10 11']) assert.ok(asked('Port')(bad), bad);
      const form = desk.questions.at(-1) as unknown as { items: readonly Item[] };
      assert.equal(form.items.find(({ label }) => label === 'Port')?.description, '25');
    });
  });

  it('save the report of a probe as a transcript that is read again', async () => {
    const { history } = register();
    keep(client.registerReports(history));
    await run('mailTriage.probeSmtpServer', 'nostarttls.lab.test');
    desk.folders = [{ uri: Uri.parse('test:folder') }];
    desk.answers.push(Uri.parse('test:folder/x.smtp.txt'));
    await run('mailTriage.saveReport');
    const question = desk.questions.at(-1) as unknown as { defaultUri: Uri };
    assert.equal(question.defaultUri.toString(), 'test:folder/nostarttls.lab.test.smtp.txt');
    assert.equal(new TextDecoder().decode(desk.files.get('test:folder/x.smtp.txt')), desk.output);
  });

  describe('a session of a ticket', () => {
    it('names ten recipients in the question, and counts the others', async () => {
      register();
      const detail = async (count: number): Promise<string> => {
        const all = [...Array(count).keys()].map((n) => `RCPT TO:<r${n}@contoso.test>\n250 Ok\n`);
        show('test:t', TICKET.replace(/RCPT TO:<bob@contoso\.test>\n[^\n]*\n/, all.join('')));
        await run('mailTriage.runSession', 'test:t', 2);
        return modal().detail ?? '';
      };
      assert.equal((await detail(10)).match(/^RCPT TO/gm)?.length, 10);
      assert.doesNotMatch(await detail(10), /more recipients/);
      assert.match(await detail(12), /^RCPT TO:<r9@contoso\.test>\nand 2 more recipients\nQUIT$/m);
    });

    it('is run again up to RCPT once that is agreed to, and says what differs', async () => {
      const { said, history } = register();
      show('test:t', TICKET);
      desk.answers.push('Run up to RCPT');
      await run('mailTriage.runSession', 'test:t', 2);
      const question = modal();
      assert.equal(question.text, 'Run this session with mx2.contoso.test:25 again?');
      assert.equal(
        question.detail,
        'EHLO client.fabrikam.test\nMAIL FROM:<ann@fabrikam.test>\nRCPT TO:<bob@contoso.test>\nQUIT\n\nNo message is sent.',
      );
      assert.deepEqual(said(), [
        'C: EHLO client.fabrikam.test',
        'C: MAIL FROM:<ann@fabrikam.test>',
        'C: RCPT TO:<bob@contoso.test>',
        'C: QUIT',
      ]);
      assert.match(
        desk.output,
        /^warning again-reply-differs mx2\.contoso\.test:25: RCPT TO:<bob@contoso\.test>: the ticket: 550 5\.1\.1 User unknown; now: 450 4\.2\.0 <user@contoso\.test>: Recipient address rejected: Greylisted\.$/m,
      );
      assert.match(desk.output.trimEnd().split('\n').at(-1) ?? '', /^\* Result: /);
      assert.equal(
        inEnglish(history.records.at(-1)?.title ?? phrase('')),
        'Ran a session with mx2.contoso.test:25 again',
      );
    });

    it('is not run where that is not agreed to, or where nobody knows with whom', async () => {
      register();
      show('test:t', TICKET);
      const before = heard('mx2.contoso.test:25');
      desk.answers.push(undefined);
      await run('mailTriage.runSession', 'test:t', 2);
      show('test:u', 'EHLO a.test\n250 ok\nMAIL FROM:<a@b.test>\n250 ok\n');
      await run('mailTriage.runSession');
      assert.match(desk.said.at(-1) ?? '', /does not say to which server/);
      show('test:v', 'hello\n');
      await run('mailTriage.runSession');
      assert.match(desk.said.at(-1) ?? '', /No SMTP session stands here/);
      assert.equal(heard('mx2.contoso.test:25'), before);
      assert.equal(desk.output, '');
    });

    it('sends its message only where that is chosen, and agreed to once more, each time', async () => {
      const { said } = register();
      const whole = TICKET.replaceAll('mx2', 'mx1').replace(
        '550 5.1.1 User unknown',
        '250 2.1.5 Ok\nDATA\n354 go\nSubject: x\n\n..dots\n.\n250 2.0.0 Ok: queued as 4F6b',
      );
      show('test:t', whole);
      desk.answers.push('Choose the Last Step…', choose('MESSAGE'), undefined);
      await run('mailTriage.runSession', 'test:t', 2);
      assert.equal(modal().text, 'Send the message through mx1.contoso.test:25?');
      assert.match(modal().detail, /^Sender: ann@fabrikam\.test\nRecipient: bob@contoso\.test\nSize: \d+ bytes\n/);
      assert.equal(desk.output, '');
      desk.answers.push('Choose the Last Step…', choose('MESSAGE'), 'Send');
      await run('mailTriage.runSession', 'test:t', 2);
      assert.deepEqual(said().slice(-6), ['C: DATA', 'C: Subject: x', 'C: ', 'C: ..dots', 'C: .', 'C: QUIT']);
      const modals = desk.questions.length;
      desk.answers.push(undefined);
      await run('mailTriage.repeatProbe');
      assert.ok(desk.questions.length > modals, 'it is asked again');
    });

    it('is copied for another tool', async () => {
      register();
      show('test:t', TICKET);
      desk.answers.push((items: readonly Item[]) => items.find(({ description }) => description === 'PowerShell'));
      await run('mailTriage.copySession', 'test:t', 2);
      assert.equal(
        desk.clipboard,
        'perl swaks --server mx2.contoso.test --port 25 --helo client.fabrikam.test --from ann@fabrikam.test --to bob@contoso.test --quit-after RCPT\n',
      );
      desk.answers.push(choose('telnet'), 'Open');
      await run('mailTriage.copySession', 'test:t', 2);
      await settled();
      assert.match(desk.editor?.document.getText() ?? '', /^Steps with telnet on Windows: mx2/);
    });
  });

  describe('the question before a session is run again', () => {
    /** What is asked of a session at a line, and its lines of detail. */
    const asked = async (text: string, line = 0): Promise<readonly [string, readonly string[]]> => {
      register();
      show('test:t', text);
      desk.answers.push(undefined);
      await run('mailTriage.runSession', 'test:t', line);
      const { text: title, detail } = modal();
      assert.deepEqual(detail.split('\n').slice(-2), ['', 'No message is sent.']);
      return [title, detail.split('\n').slice(0, -2)];
    };
    const session = (recipients: readonly string[]): string =>
      `220 mx1.contoso.test ESMTP\nEHLO a.test\n250 mx1.contoso.test\nMAIL FROM:<>\n250 ok\n${recipients.map((one) => `RCPT TO:<${one}>\n250 ok\n`).join('')}QUIT\n221 bye\n`;

    it('says whence the name of the server is, and what would be said', async () => {
      assert.deepEqual(await asked(session(['b@contoso.test'])), [
        'Run this session with mx1.contoso.test:25 again?',
        [
          'The text does not say where it connected; this is the name that the server gave.',
          'EHLO a.test',
          'MAIL FROM:<>',
          'RCPT TO:<b@contoso.test>',
          'QUIT',
        ],
      ]);
      assert.deepEqual(await asked(`$ telnet 2001:db8::25 25\nTrying 2001:db8::25...\n${session([])}`), [
        'Run this session with [2001:db8::25]:25 again?',
        ['EHLO a.test', 'MAIL FROM:<>', 'QUIT'],
      ]);
    });
    it('counts recipients behind ten', async () => {
      const names = Array.from({ length: 12 }, (_, i) => `b${i}@contoso.test`);
      const lines = async (count: number): Promise<readonly string[]> =>
        (await asked(session(names.slice(0, count))))[1];
      assert.deepEqual((await lines(10)).slice(-2), ['RCPT TO:<b9@contoso.test>', 'QUIT']);
      assert.deepEqual((await lines(12)).slice(-3), ['RCPT TO:<b9@contoso.test>', 'and 2 more recipients', 'QUIT']);
    });
    it('says that TLS comes first, and that LMTP is spoken', async () => {
      const swaks = (hello: string, port: number): string =>
        `=== Trying mx1.contoso.test:${port}...\n=== Connected to mx1.contoso.test.\n=== TLS started with cipher TLSv1.3:TLS_AES_256_GCM_SHA384:256\n<~  220 mx1.contoso.test ready\n ~> ${hello} a.test\n<~  250 mx1.contoso.test\n ~> QUIT\n<~  221 bye\n=== Connection closed with remote host.\n`;
      assert.deepEqual(await asked(swaks('EHLO', 465)), [
        'Run this session with mx1.contoso.test:465 again?',
        ['TLS from the first byte', 'EHLO a.test', 'QUIT'],
      ]);
      assert.deepEqual(
        (
          await asked(
            swaks('LHLO', 24)
              .replace(/=== TLS.*\n/, '')
              .replaceAll('~', '-'),
          )
        )[1],
        ['LHLO a.test', 'QUIT'],
      );
    });
  });

  describe('a sample message', () => {
    it('is sent by a form, to what the ticket names, and only after a last question', async () => {
      const { said } = register();
      show('test:t', TICKET.replaceAll('mx2', 'mx1'));
      const before = heard('mx1.contoso.test:25');
      desk.answers.push(choose('Subject'), 'Grüße', GO, undefined);
      await run('mailTriage.sendSampleMessage');
      assert.match(
        modal().detail,
        /^Server: mx1\.contoso\.test:25\nSender: ann@fabrikam\.test\nRecipient: bob@contoso\.test\nSize: \d{3} bytes\nMessage: “Grüße”\n/,
      );
      assert.deepEqual([heard('mx1.contoso.test:25'), desk.output], [before, '']);
      desk.answers.push(GO, 'Send', 'Copy Id');
      await run('mailTriage.sendSampleMessage');
      assert.ok(said().includes('C: Subject: Test message'), desk.output);
      assert.match(
        desk.output,
        /^note queued-as mx1\.contoso\.test:25: The server has the message, queued as 4F6bQ21Lz9z\.$/m,
      );
      await until('the id in the clipboard', () => desk.clipboard === '4F6bQ21Lz9z');
    });

    it('goes to the first mail exchanger where no server is named, and its id is searched for in files', async () => {
      const { said } = register();
      show('test:n', 'hello\n');
      desk.answers.push(choose('Recipients'), 'bob@contoso.test', choose('Sender'), '', GO, 'Send', 'Search in Files');
      await run('mailTriage.sendSampleMessage');
      assert.match(modal().detail, /^Server: mx1\.contoso\.test:25\nSender: <> \(the null sender\)\n/);
      assert.ok(said().some((line) => line.startsWith('C: MAIL FROM:<>')));
      await until('a search', () => desk.executed.some(([command]) => command === 'workbench.action.findInFiles'));
    });

    it('is the message that is open, byte for byte', async () => {
      register();
      const bytes = Buffer.from('Subject: Gr\xfc\xdfe\r\n\r\n.dot\r\n', 'latin1');
      desk.files.set('test:a.eml', bytes);
      show('test:a.eml', bytes.toString('utf8'), 'eml');
      const at = heard('mx1.contoso.test:25');
      desk.answers.push(
        choose('Server'),
        'mx1.contoso.test',
        choose('Recipients'),
        'bob@contoso.test',
        GO,
        'Send',
        undefined,
      );
      await run('mailTriage.sendSampleMessage');
      assert.match(modal().detail, /Size: 24 bytes\nMessage: a\.eml\n/);
      assert.deepEqual(lab.heard.get('mx1.contoso.test:25')?.slice(at).slice(-5), [
        'Subject: Gr\xfc\xdfe',
        '',
        '..dot',
        '.',
        'QUIT',
      ]);
    });
  });

  describe('a sample message of which the form is not as it was', () => {
    const begun = async (...answers: readonly unknown[]): Promise<void> => {
      register();
      show('test:n', 'hello\n');
      desk.answers.push(...answers);
      await run('mailTriage.sendSampleMessage');
      assert.equal(desk.output, '');
    };

    it('is given up in its form without a word', async () => {
      await begun(undefined);
      assert.deepEqual([desk.said, desk.questions.length], [[], 1]);
    });
    it('lacks a recipient', async () => {
      await begun(GO);
      assert.deepEqual(desk.said, ['information: To send a message, name a recipient in the row Recipients.']);
    });
    it('has no exchanger that could be found', async () => {
      await begun(choose('Recipients'), 'bob@nothere.test', GO);
      assert.deepEqual(desk.said, [
        'information: No mail exchanger of nothere.test was found: name the server in the row Server.',
      ]);
    });
    it('is larger than any server takes', async () => {
      register();
      desk.files.set('test:a/large.eml', new Uint8Array(50 * 1024 * 1024 + 1));
      show('test:a/large.eml', 'Subject: x\n\nx\n', 'eml');
      desk.answers.push(choose('Server'), 'mx1.contoso.test', choose('Recipients'), 'bob@contoso.test', GO);
      await run('mailTriage.sendSampleMessage');
      assert.deepEqual(
        [desk.said, desk.output],
        [['error: large.eml is larger than 50 MiB, which no mail server takes.'], ''],
      );
    });
    it('names ten recipients in the last question, and counts the others', async () => {
      const names = Array.from({ length: 12 }, (_, i) => `b${i}@contoso.test`);
      const asked = async (count: number): Promise<string | undefined> => {
        await begun(
          choose('Server'),
          'mx1.contoso.test',
          choose('Recipients'),
          names.slice(0, count).join(' '),
          GO,
          undefined,
        );
        const { detail } = modal();
        clearDesk();
        return /^Recipient: (.*)$/m.exec(detail)?.[1];
      };
      assert.equal(await asked(10), names.slice(0, 10).join(', '));
      assert.equal(await asked(12), `${names.slice(0, 10).join(', ')} and 2 more`);
    });
    it('is the text below instead of the message that is open, where one chooses that', async () => {
      const { said } = register();
      desk.files.set('test:a.eml', Buffer.from('Subject: x\r\n\r\nx\r\n'));
      show('test:a.eml', 'Subject: x\n\nx\n', 'eml');
      const rows: string[] = [];
      const row = (items: readonly Item[]): Item => {
        rows.push(items.find(({ label }) => label === 'Message')?.description ?? '');
        return choose('Message')(items);
      };
      desk.answers.push(row, row, row, choose('Text'), 'one\\ntwo', choose('Server'), 'mx1.contoso.test');
      desk.answers.push(choose('Recipients'), 'bob@contoso.test', GO, 'Send', undefined);
      await run('mailTriage.sendSampleMessage');
      assert.deepEqual(rows, ['the one that is open: a.eml', 'subject and text below', 'the one that is open: a.eml']);
      assert.match(modal().detail, /\nMessage: “Test message”\n/);
      assert.deepEqual(said().slice(-4), ['C: one', 'C: two', 'C: .', 'C: QUIT']);
    });
  });

  describe('a question about recipients or policy', () => {
    it('asks for each recipient and a made-up one, filled in from the ticket', async () => {
      const { said } = register();
      show('test:t', TICKET.replaceAll('mx2', 'nostarttls.lab').replaceAll('.lab.contoso.test', '.lab.test'));
      desk.answers.push('nostarttls.lab.test', GO);
      await run('mailTriage.checkRecipients');
      assert.ok(said().includes('C: RCPT TO:<bob@contoso.test>'), desk.output);
      assert.ok(
        said().some((line) => line.startsWith('C: RCPT TO:<no-such-user-')),
        desk.output,
      );
      assert.ok(!said().includes('C: DATA'));
      assert.match(desk.output, /^\* Asks: recipients$/m);
    });

    it('looks for an open relay only where that is agreed to, each time', async () => {
      const { said } = register();
      desk.answers.push(choose('Recipients'), 'me@northwind.test', GO, undefined);
      await run('mailTriage.checkOpenRelay', 'mail.fabrikam.test');
      assert.match(modal().text, /^May you test mail\.fabrikam\.test:25\?$/);
      assert.deepEqual(modal().buttons, ['It Is Mine to Test', 'For This Machine Only']);
      assert.equal(desk.output, '');
      desk.answers.push(GO, 'For This Machine Only');
      await run('mailTriage.checkOpenRelay', 'mail.fabrikam.test');
      assert.match(desk.output, /^\* Asks: relaying$/m);
      assert.equal(said().filter((line) => line.startsWith('C: RCPT')).length, 1);
      desk.answers.push('It Is Mine to Test');
      desk.answers.unshift(GO);
      await run('mailTriage.checkOpenRelay', 'mail.fabrikam.test');
      assert.match(desk.output, /^\* Asks: relay$/m);
      assert.ok(said().filter((line) => line.startsWith('C: RCPT')).length > 5, desk.output);
    });

    it('asks for VRFY and EXPN, and within the limits unless the server is mine', async () => {
      const { said } = register();
      desk.answers.push(choose('Names'), 'postmaster, staff', GO, 'Within the Limits');
      await run('mailTriage.checkExposure', 'nostarttls.lab.test');
      assert.ok(
        said().includes('C: VRFY postmaster') && said().some((line) => line.startsWith('C: EXPN')),
        desk.output,
      );
      assert.ok(said().every((line) => line.length < 530));
    });

    it('scans TLS', async () => {
      register();
      desk.answers.push(GO);
      await run('mailTriage.scanTls', 'mx1.contoso.test');
      assert.match(desk.output, /^\* Asks: tls-scan$/m);
      assert.match(desk.output, /TLSv1\.3/);
      assert.match(desk.output.trimEnd().split('\n').at(-1) ?? '', /^\* Result: passed: /);
    });

    it('is asked at every exchanger, and what the domain publishes of TLS is held against what they show', async () => {
      const { said, history } = register();
      const every = [choose('Addresses'), choose('every address')];
      desk.answers.push(...every, choose('Recipients'), 'me@northwind.test', GO, 'For This Machine Only');
      await run('mailTriage.checkOpenRelay', 'contoso.test');
      assert.equal(modal().text, 'May you test every exchanger of contoso.test?');
      assert.match(desk.output, /^# SMTP servers of contoso\.test:25: 3 addresses/m);
      assert.equal(said().filter((line) => line.startsWith('C: RCPT')).length, 3);
      assert.equal(
        inEnglish(history.records.at(-1)?.title ?? phrase('')),
        'Checked for an open relay at every exchanger of contoso.test',
      );
      assert.ok(!desk.output.includes('\n## DANE\n'));
      desk.output = '';
      desk.answers.push(choose('DANE and MTA-STS'), choose('looked up, and held'), GO);
      await run('mailTriage.scanTls', 'contoso.test');
      assert.equal(desk.output.match(/^\* Asks: tls-scan$/gm)?.length, 3);
      assert.match(desk.output, /^## DANE$/m);
      assert.match(desk.output, /^## MTA-STS$/m);
      desk.output = '';
      desk.answers.push('mx1.contoso.test', choose('Addresses'), choose('the first'), choose('Address family'));
      desk.answers.push(choose('IPv4 only'), GO);
      await run('mailTriage.probeSmtpServer');
      assert.match(desk.output, /^## DANE$/m);
      assert.equal(`${history.report?.lines.join('\n')}\n`, desk.output.trimStart());
    });

    it('asks from outside of ranges, those that the ticket names', async () => {
      register();
      show('test:r', 'The filter sends from 192.0.2.0/24 and 198.51.100.0/255.255.255.0\n');
      desk.answers.push(GO);
      await run('mailTriage.checkRestriction', 'nostarttls.lab.test');
      const form = desk.questions.findLast(({ title }) => String(title).startsWith('Check Restriction')) as unknown as {
        items: readonly Item[];
      };
      assert.equal(
        form.items.find(({ label }) => label === 'Ranges')?.description,
        '192.0.2.0/24, 198.51.100.0/255.255.255.0',
      );
      assert.match(desk.output, /^\* Asks: restriction$/m);
      desk.answers.push(choose('Ranges'), 'nonsense', GO);
      await run('mailTriage.checkRestriction', 'nostarttls.lab.test');
      assert.match(desk.said.at(-1) ?? '', /“nonsense” is no range of addresses/);
    });

    it('says what it still needs', async () => {
      register();
      desk.answers.push(GO);
      await run('mailTriage.checkRecipients', 'nostarttls.lab.test');
      assert.match(desk.said.at(-1) ?? '', /Name a recipient in the row Recipients/);
      assert.equal(desk.output, '');
    });
  });

  describe('what a server puts off', () => {
    const putOff = async () => {
      const all = register();
      show('test:t', TICKET);
      desk.answers.push('Run up to RCPT', 'Retry in 5 Minutes');
      await run('mailTriage.runSession', 'test:t', 2);
      const item = desk.items.get('mailTriage.retry');
      await until('a retry that waits', () => item?.visible === true);
      return { ...all, item };
    };

    it('is tried again when the time has come, in this window only', async () => {
      mock.timers.enable({ apis: ['setInterval', 'Date'], now: Date.now() });
      try {
        const { item, said } = await putOff();
        assert.equal(item?.text, '$(watch) mx2.contoso.test:25 again in 5:00');
        assert.match(String(item?.tooltip), /Closing this window forgets it\. Click to cancel\./);
        assert.match(
          desk.said.at(-1) ?? '',
          /puts it off: 450 4\.2\.0 .*Greylisted It does not say when\..*closing it forgets it/,
        );
        mock.timers.tick(4 * 60_000);
        assert.equal(item?.text, '$(watch) mx2.contoso.test:25 again in 1:00');
        const before = said().length;
        mock.timers.tick(61_000);
        assert.equal(item?.visible, false);
        await until(
          'a second session',
          () => said().length === 2 * before && desk.output.trimEnd().includes('Result', 1500),
        );
      } finally {
        mock.timers.reset();
      }
    });

    it('can be cancelled', async () => {
      const { item } = await putOff();
      await run('mailTriage.cancelRetry');
      assert.deepEqual([item?.visible, desk.said.at(-1)], [false, 'information: The retry is cancelled.']);
      await run('mailTriage.cancelRetry');
      assert.equal(desk.said.at(-1), 'information: No retry is waiting in this window.');
    });
  });
});
