import assert from 'node:assert/strict';
import './load.ts';
import { readFileSync } from 'node:fs';
import { inEnglish } from '../../src/core/text/words.ts';
import { clearDesk, desk, keep, run, show } from './desk.ts';
import { probeDesk } from './probeDesk.ts';

const load = async () => ({
  ...(await import('../../src/client/probeHistory.ts')),
  ...(await import('../../src/client/probeOutput.ts')),
  ...(await import('../../src/client/probes.ts')),
  ...(await import('../../src/client/verify.ts')),
});
let client: Awaited<ReturnType<typeof load>>;
describe('in the editor', () => {
  before(async () => {
    client = await load();
  });
  beforeEach(clearDesk);

  describe('probes from the palette', () => {
    const output = () => keep(client.createProbeOutput());

    it('write what they found, and are remembered', async () => {
      const history = client.createProbeHistory();
      keep(client.registerProbes(probeDesk(output(), history)));
      desk.settings.set('mailTriage.dns.servers', ['127.0.0.1:1']);
      desk.settings.set('mailTriage.dns.timeout', 0.2);
      await run('mailTriage.repeatProbe');
      assert.match(desk.said[0] ?? '', /^information: No probe has run/);
      await run('mailTriage.probeSmtpServer', ' mx.contoso.test ');
      await run('mailTriage.repeatProbe');
      await run('mailTriage.probeSmtpServer', 'mx2.contoso.test');
      assert.deepEqual(
        history.records.map(({ title, target }) => `${inEnglish(title)} | ${target}`),
        [
          'Probed SMTP server mx.contoso.test | mx.contoso.test',
          'Probed SMTP server mx.contoso.test | mx.contoso.test',
          'Probed SMTP server mx2.contoso.test | mx2.contoso.test',
        ],
      );
      assert.equal(desk.outputShown, 3);
      assert.match(desk.output, /^# SMTP probe of mx\.contoso\.test/);
      await run('mailTriage.showOutput');
      assert.equal(desk.outputShown, 4);
    });

    it('ask for a name where none is given', async () => {
      const history = client.createProbeHistory();
      keep(client.registerProbes(probeDesk(output(), history)));
      desk.answers.push(undefined);
      await run('mailTriage.probeSmtpServer', 3);
      assert.equal(desk.questions.at(-1)?.title, 'Probe SMTP Server');
      assert.deepEqual([history.records, desk.output], [[], '']);
    });

    it('fill in what the ticket names', async () => {
      keep(client.registerProbes(probeDesk(output(), client.createProbeHistory())));
      for (const [language, value] of [
        ['smtp-transcript', 'mx1.contoso.test'],
        ['plaintext', ''],
      ] as const) {
        show(`test:${language}`, 'We cannot reach them.\n\nTrying mx1.contoso.test:25...\n', language);
        desk.answers.push(undefined);
        await run('mailTriage.probeSmtpServer');
        assert.equal(desk.questions.at(-1)?.value, value);
      }
    });

    it('verify the message under the cursor', async () => {
      const history = client.createProbeHistory();
      const told: unknown[] = [];
      const verified = (...found: readonly unknown[]) => told.push(found);
      keep(client.registerVerify(output(), history, { verified }));
      await run('mailTriage.verifyAuthentication');
      assert.match(desk.said[0] ?? '', /^information: Open a message first/);
      show('test:none', 'hello\n');
      await run('mailTriage.verifyAuthentication');
      assert.match(desk.said.at(-1) ?? '', /^information: There is no message here/);
      desk.settings.set('mailTriage.dns.servers', ['127.0.0.1:1']);
      desk.settings.set('mailTriage.dns.timeout', 0.2);
      show('test:a.eml', readFileSync('test/corpus/mail/auth-dkim-dual-pass.eml', 'utf8'), 'eml');
      desk.said.length = 0;
      await run('mailTriage.verifyAuthentication');
      assert.deepEqual(desk.said, [
        'progress: DKIM signatures',
        'progress: the ARC chain',
        'progress: SPF',
        'progress: DMARC',
      ]);
      assert.match(desk.output, /^# Authentication of/);
      const [[uri, found]] = told as [[object, { method: string; line: number }[]]];
      assert.equal(String(uri), 'test:a.eml');
      assert.deepEqual(
        found.map(({ method, line }) => `${method} ${line}`),
        ['spf 0', 'dkim 0', 'dkim 0', 'dmarc 0'],
      );
      show('test:b.eml', 'From: a@contoso.test\nTo: b@contoso.test\nSubject: x\n\nx\n', 'eml');
      await run('mailTriage.verifyAuthentication', 'test:b.eml', 2);
      const [other, none] = told[1] as [object, { method: string; result: string; line: number }[]];
      assert.equal(String(other), 'test:b.eml');
      assert.deepEqual(
        none.map(({ method, line }) => `${method} ${line}`),
        ['spf 2', 'dkim 2', 'dmarc 2'],
      );
      assert.equal(none[1]?.result, 'none');
      assert.deepEqual(
        history.records.map(({ title, target }) => [inEnglish(title), target]),
        [
          ['Verified the authentication of the message', 'test:a.eml'],
          ['Verified the authentication of the message', 'test:b.eml'],
        ],
      );
    });
  });
});
