import assert from 'node:assert/strict';
import './load.ts';
import { inEnglish, phrase } from '../../src/core/text/words.ts';
import { type Lab, startLab } from '../lab/main.ts';
import { clearDesk, desk, keep, run, select, show } from './desk.ts';
import { fakeServer } from './fakeServer.ts';
import { probeDesk } from './probeDesk.ts';

const load = async () => ({
  ...(await import('../../src/client/probeHistory.ts')),
  ...(await import('../../src/client/probeOutput.ts')),
  ...(await import('../../src/client/probes.ts')),
  ...(await import('../../src/client/checks/askedBefore.ts')),
  ...(await import('../../src/client/checks/checks.ts')),
  ...(await import('../../src/client/checks/reports.ts')),
});
let client: Awaited<ReturnType<typeof load>>;

/** What the editor keeps of a workspace. */
function memento() {
  const kept = new Map<string, unknown>();
  return {
    keys: () => [...kept.keys()],
    get: (key: string) => kept.get(key) as never,
    update: async (key: string, value: unknown) => void kept.set(key, value),
  };
}

describe('in the editor', () => {
  let lab: Lab;
  before(async () => {
    client = await load();
    lab = await startLab();
  });
  after(() => lab.close());
  beforeEach(clearDesk);

  describe('checks from the palette', () => {
    const register = () => {
      const server = fakeServer();
      const history = client.createProbeHistory();
      const output = keep(client.createProbeOutput());
      const before = client.createAskedBefore(memento());
      keep(client.registerProbes(probeDesk(output, history)));
      keep(client.registerChecks(server, output, history, before));
      keep(client.registerReports(history));
      desk.settings.set('mailTriage.dns.servers', [`${lab.dns.address}:${lab.dns.port}`]);
      desk.settings.set('mailTriage.dns.timeout', 2);
      return { history, before, server };
    };
    const labels = (): readonly string[] =>
      ((desk.questions[0]?.items ?? []) as { label: string }[]).map(({ label }) => label);

    it('write what they found area by area, say how far they are, and are remembered', async () => {
      const { history, before } = register();
      await run('mailTriage.check', ' contoso.test ');
      assert.match(desk.output, /^# Check of contoso\.test, asked of 127\.0\.0\.1:\d+, /);
      assert.ok(desk.output.indexOf('## Mail exchangers') < desk.output.indexOf('## SPF'), desk.output);
      assert.match(desk.output, /\n# \d+ fail, [^\n]*\n$/);
      assert.ok(desk.said.includes('progress: SPF is done'), desk.said.join('\n'));
      assert.deepEqual(
        [history.records[0]?.title, before.list()],
        [phrase('Checked {0}', 'contoso.test'), ['contoso.test']],
      );
      assert.match(history.records[0]?.outcome ?? '', /^\d+ fail, /);
    });
    it('hold what the ticket says against what DNS answers', async () => {
      const { server } = register();
      server.answers.set('mailTriage/toldAnswers', [
        { name: 'contoso.test', type: 'TXT', records: ['"v=spf1 mx ~all"'] },
      ]);
      show('test:a', 'dig +short TXT contoso.test\n"v=spf1 mx ~all"\n');
      await run('mailTriage.check', 'spf:contoso.test');
      assert.equal(server.asked[0]?.params.domain, 'contoso.test');
      assert.match(desk.output, /\n## What the ticket says\nwarning ask-differs contoso\.test: TXT, the ticket: /);
    });
    it('say at the end what changed since the last run of the same', async () => {
      register();
      await run('mailTriage.check', 'mx:contoso.test');
      assert.doesNotMatch(desk.output, /What changed/);
      await run('mailTriage.repeatProbe');
      assert.match(desk.output, /\n## What changed since [^\n]*\n\* nothing: [^\n]*\n# \d+ fail/);
    });
    it('are pointed at one area, one record, an address or a server by what was typed', async () => {
      const { history } = register();
      for (const [command, typed] of [
        ['mailTriage.lookUpMailExchangers', 'ann@contoso.test'],
        ['mailTriage.lookUpRecord', 'TXT contoso.test'],
        ['mailTriage.checkAddress', '192.0.2.1'],
        ['mailTriage.checkDkimKey', 's1@contoso.test'],
        ['mailTriage.checkDomain', 'contoso.test'],
      ] as const) {
        await run(command, typed);
      }
      assert.deepEqual(
        history.records.map(({ title }) => inEnglish(title)),
        [
          'Checked mx:ann@contoso.test',
          'Checked TXT contoso.test',
          'Checked 192.0.2.1',
          'Checked dkim:s1@contoso.test',
          'Checked contoso.test',
        ],
      );
      await run('mailTriage.check', 'mx1.contoso.test:2525');
      assert.deepEqual(desk.executed, [['mailTriage.probeSmtpServer', 'mx1.contoso.test:2525']]);
    });
    it('ask for the type of a record where a name alone is given', async () => {
      register();
      desk.answers.push('MX');
      await run('mailTriage.lookUpRecord', 'contoso.test');
      assert.equal(desk.questions.at(-1)?.placeHolder, 'Type of the record');
      assert.match(desk.output, /\n## Records\npass lookup-found contoso\.test: 2 MX records/);
      await run('mailTriage.lookUpRecord', 'mx:contoso.test');
      assert.equal(desk.output.match(/## Records/g)?.length, 2);
    });
    it('offer the place of the cursor, what the ticket names, and what was asked before', async () => {
      const { before } = register();
      before.add('northwind.test');
      before.add('192.0.2.9');
      const text =
        'mail for bob@fabrikam.test\n220 mx.contoso.test\nDKIM-Signature: v=1; d=fabrikam.test; s=k1;\n192.0.2.7\n';
      select(show('test:a', text), text.indexOf('mx.contoso') + 2);
      desk.answers.push(undefined);
      await run('mailTriage.check');
      assert.deepEqual(labels(), [
        'mx.contoso.test',
        'the ticket',
        'fabrikam.test',
        'dkim:k1@fabrikam.test',
        '192.0.2.7',
        'asked before',
        '192.0.2.9',
        'northwind.test',
      ]);
      assert.equal(desk.output, '');
      desk.questions.length = 0;
      desk.answers.push(undefined);
      await run('mailTriage.checkAddress');
      assert.deepEqual(labels(), ['the ticket', '192.0.2.7', 'asked before', '192.0.2.9']);
    });
    it('take what is typed, and say in the input why something cannot be asked about', async () => {
      register();
      desk.answers.push('spf:contoso.test');
      await run('mailTriage.check');
      assert.match(desk.output, /## SPF/);
      desk.answers.push('https://contoso.test/');
      await run('mailTriage.check');
      const items = desk.questions.at(-1)?.items as { detail?: string }[];
      assert.match(items[0]?.detail ?? '', /web address/);
      await run('mailTriage.check', 'nosuch:contoso.test');
      assert.match(desk.said.at(-1) ?? '', /^error: .*prefix/);
    });
    it('ask again what a ticket says, and tell what differs', async () => {
      register();
      await run('mailTriage.askAgain', { name: 'fabrikam.test', type: 'MX', records: ['10 old.fabrikam.test.'] });
      assert.match(
        desk.said.at(-1) ?? '',
        /^information: MX, the ticket: 10 old\.fabrikam\.test; now: 5 mail\.fabrikam\.test, TTL /,
      );
      assert.match(desk.output, /\nwarning ask-differs fabrikam\.test: /);
      const hostile = { name: 'fabrikam.test', type: 'TXT', records: ['"[x](command:evil)"'] };
      await run('mailTriage.askAgain', hostile);
      assert.doesNotMatch(desk.said.at(-1) ?? '', /\]\(/);
      for (const wrong of [
        undefined,
        'x',
        { name: 'a.test', type: 'NOSUCH', records: [] },
        { name: 'a b', type: 'A', records: [] },
      ]) {
        desk.output = '';
        await run('mailTriage.askAgain', wrong);
        assert.equal(desk.output, '');
      }
    });
    it('are given up where no type is chosen, and of an address ask for its name', async () => {
      register();
      desk.answers.push(undefined);
      await run('mailTriage.lookUpRecord', 'contoso.test');
      assert.equal(desk.output, '');
      desk.answers.push('PTR');
      await run('mailTriage.lookUpRecord', '192.0.2.1');
      assert.deepEqual(desk.questions.at(-1)?.items, ['PTR']);
      assert.match(desk.output, /^# Check of ptr 192\.0\.2\.1|^# Check of /);
    });
    it('of DANE by itself go the way that is set, and nowhere where something is wrong with it', async () => {
      register();
      desk.settings.set('mailTriage.smtp.sourceAddress', 'nonsense');
      await run('mailTriage.check', 'dane:contoso.test');
      assert.deepEqual([desk.output, desk.said.length], ['', 1]);
      assert.match(desk.said[0] ?? '', /^error: Mail Triage: .*nonsense.*\. See the settings mailTriage\.smtp\.$/);
      await run('mailTriage.check', 'spf:contoso.test');
      assert.match(desk.output, /## SPF/);
    });
    it('say what differs from the last of fifty runs that are kept', async () => {
      register();
      for (let i = 0; i <= 50; i++) await run('mailTriage.check', `txt:a${i}.contoso.test`);
      const again = async (i: number): Promise<boolean> => {
        desk.output = '';
        await run('mailTriage.check', `txt:a${i}.contoso.test`);
        return desk.output.includes('\n## What changed since ');
      };
      assert.deepEqual([await again(1), await again(0)], [true, false]);
    });
    it('in a browser ask whom the user chooses, say what they cannot ask, and ask nobody else', async () => {
      const { platform, runsOn } = await import('../../src/client/platform/platform.ts');
      const { notAsked } = await import('../../src/web/checks/main.ts');
      const before = platform();
      runsOn({ ...before, isBrowser: true, checks: async () => ({ ...(await before.checks()), notAsked }) });
      try {
        register();
        const left =
          'Not asked in a browser, which asks one resolver over HTTPS and no other server: the MTA-STS policy. VS Code on a machine asks them, and so does mail-triage check.';
        await run('mailTriage.check', 'mta-sts:contoso.test');
        assert.deepEqual([desk.said, desk.output], [[`information: ${left}`], '']);
        desk.answers.push(undefined);
        await run('mailTriage.check', 'spf:contoso.test');
        await run('mailTriage.askAgain', { name: 'fabrikam.test', type: 'MX', records: [] });
        assert.deepEqual(
          [desk.questions.flatMap(({ title }) => title ?? []), desk.output],
          [['Choose DNS Resolver', 'Choose DNS Resolver'], ''],
        );
        desk.settings.set('mailTriage.dns.servers', [
          `${lab.dns.address}:${lab.dns.port}`,
          'https://127.0.0.1:1/dns-query',
        ]);
        desk.settings.set('mailTriage.dns.timeout', 0.2);
        await run('mailTriage.check', 'contoso.test');
        assert.match(
          desk.output,
          /that its port is open: 53 over UDP and TCP, 853 for tls:\/\/, 443 for https:\/\/\.\n/,
        );
        assert.match(desk.output, /^# Check of contoso\.test, asked of https:\/\/127\.0\.0\.1:1\/dns-query, /);
        assert.match(
          desk.output,
          /\n\* Not asked in a browser, [^\n]*: the MTA-STS policy, each name server of the domain\. /,
        );
      } finally {
        runsOn(before);
      }
    });
    it('and probes are copied in a fence that none of their lines closes', async () => {
      const { history } = register();
      const probe = (...lines: readonly string[]) =>
        history.run({
          title: phrase('Probed SMTP server {0}', 'a.test'),
          target: 'a/b c.test:25',
          start: async () => ({ lines, ignored: [] }),
        });
      await probe('# SMTP probe of a.test', 'S: 220 ok');
      await run('mailTriage.copyReport');
      assert.equal(desk.clipboard, '```\n# SMTP probe of a.test\nS: 220 ok\n```\n');
      assert.equal(desk.said.at(-1), 'status: Copied as Markdown: Probed SMTP server a.test');
      await probe('````x', 'S: ``````');
      await run('mailTriage.copyReport');
      assert.equal(desk.clipboard, '`````\n````x\nS: ``````\n`````\n');
    });
    it('are proposed under their name in the folder, and say why they cannot be saved', async () => {
      const { history } = register();
      const { Uri } = await import('./editorTypes.ts');
      await run('mailTriage.saveReport');
      assert.match(desk.said.at(-1) ?? '', /^information: No probe has run/);
      const save = async (line: string, answer?: unknown) => {
        const start = async () => ({
          lines: [line],
          ignored: [],
          ...(line.startsWith('# SMTP') && { ofSessions: true as const }),
        });
        await history.run({ title: phrase('Probed SMTP server {0}', 'a.test'), target: 'a/b c.test:25', start });
        desk.answers.push(answer);
        await run('mailTriage.saveReport');
        const { defaultUri, filters } = desk.questions.findLast(({ title }) => title === 'Save Report') as unknown as {
          defaultUri: unknown;
          filters: unknown;
        };
        return [defaultUri && String(defaultUri), filters];
      };
      const session = { 'SMTP Transcript': ['smtp.txt', 'txt'], 'Mail Ticket': ['mailticket'] };
      assert.deepEqual(await save('# SMTP probe of a.test'), [undefined, session]);
      desk.folders = [{ uri: Uri.parse('file:/desk') }];
      assert.deepEqual(await save('# SMTP probe of a.test'), ['file:/desk/a_b_c.test_25.smtp.txt', session]);
      desk.settings.set('read-only', true);
      assert.deepEqual(await save('# Check of a.test', Uri.parse('file:/desk/x')), [
        'file:/desk/a_b_c.test_25.mailticket',
        { 'Mail Ticket': ['mailticket', 'txt'] },
      ]);
      assert.equal(desk.said.at(-1), 'error: Mail Triage: the report could not be saved: no room');
    });
    it('are copied as Markdown, and saved as they stand in the output', async () => {
      register();
      await run('mailTriage.copyReport');
      assert.match(desk.said.at(-1) ?? '', /^information: No probe has run/);
      await run('mailTriage.check', 'literal.test');
      await run('mailTriage.copyReport');
      assert.match(desk.clipboard, /^\*\*Check of literal\.test\*\*\n\n- \*\*fail\*\* /);
      const { Uri } = await import('./editorTypes.ts');
      desk.answers.push(Uri.parse('test:saved.mailticket'));
      await run('mailTriage.saveReport');
      const saved = desk.files.get('test:saved.mailticket');
      assert.equal(new TextDecoder().decode(saved), desk.output);
    });
  });
});
