import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNeedle } from '../../src/search/needle.ts';
import { sourcesOf } from '../../src/search/node/named.ts';
import { search } from '../../src/search/node/search.ts';
import { freePort } from '../support/freePort.ts';
import { type Running, start, temporaryFolder, until, whyMissing } from './servers.ts';

const REMOTE = '/lib/systemd/systemd-journal-remote';
const START = Date.UTC(2026, 10, 27, 12);
const BOOT = '0123456789abcdef0123456789abcdef';

const id = (i: number): string => `4C3B2A${(0x1000 + i).toString(16).toUpperCase()}`;
const said = (i: number): readonly string[] => [
  `${id(i)}: client=pc.contoso.test[198.51.100.7]`,
  `${id(i)}: from=<ann@contoso.test>, size=615, nrcpt=1 (queue active)`,
  `${id(i)}: to=<user${i}@northwind.test>, relay=mx.northwind.test[192.0.2.7]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.northwind.test[192.0.2.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command))`,
];

/** Entries as journalctl exports them (https://systemd.io/JOURNAL_EXPORT_FORMATS/). */
const exported = Array.from({ length: 40 }, (_, i) => said(i))
  .flat()
  .map((message, i) =>
    [
      `__REALTIME_TIMESTAMP=${(START + i * 1000) * 1000}`,
      `__MONOTONIC_TIMESTAMP=${1_000_000 + i}`,
      `_BOOT_ID=${BOOT}`,
      `_MACHINE_ID=${BOOT}`,
      '_HOSTNAME=mx1',
      'SYSLOG_IDENTIFIER=postfix/smtp',
      `SYSLOG_FACILITY=${i < 60 ? 2 : 3}`,
      '_PID=71',
      `MESSAGE=${message}`,
      '',
      '',
    ].join('\n'),
  )
  .join('');

describe('the journal over its gateway', () => {
  const folder = temporaryFolder('journal');
  let running: Running | undefined;
  let address = '';

  before(async function () {
    const missing = whyMissing(['systemd-journal-remote'], REMOTE);
    if (missing !== undefined) {
      console.log(missing);
      this.skip();
    }
    const journal = join(folder.path, 'journal');
    mkdirSync(journal);
    writeFileSync(join(folder.path, 'export'), exported);
    execFileSync(REMOTE, ['-o', join(journal, 'mx1.journal'), join(folder.path, 'export')], { stdio: 'ignore' });
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    // The gateway itself knows one port only; it takes the socket of whoever starts it.
    running = start('systemd-socket-activate', [
      ...['-l', `127.0.0.1:${port}`],
      '/lib/systemd/systemd-journal-gatewayd',
      ...['-D', journal],
    ]);
    const answers = (): Promise<boolean> =>
      fetch(`${address}/machine`).then(
        (answer) => answer.arrayBuffer().then(() => true),
        () => false,
      );
    await until(answers, running.output);
  });
  after(async () => {
    await running?.stop();
    folder.remove();
  });

  const find = async (needle: string, words = '', times: { since?: number; until?: number } = {}) =>
    search([readNeedle(needle)], await sourcesOf([`journal:${address}${words}`], {}), {
      signal: new AbortController().signal,
      now: START + 86_400_000,
      ...times,
    });

  it('gives a message with all its lines', async () => {
    const { messages, problems } = await find('user7@northwind.test');
    assert.deepEqual(problems, []);
    assert.equal(messages.length, 1);
    assert.deepEqual(
      messages[0]?.lines.map(({ text }) => text.replace(/^.* mx1 postfix\/smtp\[71\]: /, '')),
      said(7),
    );
  });

  it('keeps to matches of fields, and to a time', async () => {
    assert.equal((await find('user7@northwind.test', '?SYSLOG_FACILITY=2')).messages.length, 1);
    assert.equal((await find('user7@northwind.test', '?SYSLOG_FACILITY=3')).messages.length, 0);
    assert.equal((await find('user7@northwind.test', '', { until: START + 10_000 })).messages.length, 0);
    assert.equal((await find('northwind.test', '', { since: START + 60_000 })).messages.length, 20);
  });
});
