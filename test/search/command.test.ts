import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readNeedle } from '../../src/search/needle.ts';
import { type CommandRow, commandSource } from '../../src/search/node/command.ts';
import { search } from '../../src/search/node/search.ts';
import type { FindReport, FindRequest } from '../../src/search/node/worker.ts';

const LOG = [
  'Nov 21 20:05:39 mx1 postfix/smtpd[5220]: 4C3B2A19: client=mail.fabrikam.test[198.51.100.7]',
  'Nov 21 20:05:40 mx1 postfix/qmgr[52]: 4C3B2A19: from=<ann@fabrikam.test>, size=333, nrcpt=1 (queue active)',
  'Nov 21 20:05:40 mx1 postfix/qmgr[52]: 4C3B2A20: from=<eve@fabrikam.test>, size=333, nrcpt=1 (queue active)',
  'Nov 21 20:05:41 mx1 postfix/smtp[52]: 4C3B2A19: to=<bob@contoso.test>, relay=mx.contoso.test[192.0.2.8]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.contoso.test[192.0.2.8] said: 550 5.1.1 No such user (in reply to RCPT TO command))',
  'Nov 21 20:05:41 mx1 postfix/qmgr[52]: 4C3B2A19: removed',
];

describe('a program as a source of lines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'find-'));
  const script = join(folder, 'print.mjs');
  before(() => {
    writeFileSync(join(folder, 'mail.log'), LOG.join('\n'));
    writeFileSync(
      script,
      `import { readFileSync } from 'node:fs';
       const [, , file, needle = ''] = process.argv;
       for (const line of readFileSync(file, 'utf8').split('\\n')) if (line.includes(needle)) console.log(line);`,
    );
  });
  after(() => rmSync(folder, { recursive: true }));

  const find = (needle: string, row: CommandRow, signal = new AbortController().signal) =>
    search([readNeedle(needle)], [commandSource(row)], { signal, now: Date.now() });

  const file = join(folder, 'mail.log');
  const all = { name: 'mx1', command: [process.execPath, script, file] };
  const some = { name: 'mx1', command: [...all.command, '{needle}'] };

  it('is read as a file is, whether it prints all or what it is asked for', async () => {
    for (const row of [all, some]) {
      const { messages, problems } = await find('bob@contoso.test', row);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        messages.map(({ lines }) => lines.map(({ text }) => text)),
        [LOG.filter((line) => line.includes('4C3B2A19'))],
      );
    }
  });

  it('is given nothing that a shell or it itself would take for something else', async () => {
    for (const needle of ['$(touch x)', '-e bob@contoso.test', '--output', "bob'@contoso.test", 'a b c']) {
      const { messages, problems } = await find(needle, some);
      assert.equal(messages.length, 0);
      assert.match(problems.join(), /a shell may read/);
    }
  });

  it('is named with what it said where it fails or is not there', async () => {
    const failing = { name: 'mx2', command: [process.execPath, '-e', 'console.error("no route"); process.exit(255)'] };
    assert.deepEqual((await find('bob@contoso.test', failing)).problems, ['mx2: no route']);
    const { problems } = await find('bob@contoso.test', { name: 'mx3', command: [join(folder, 'nothing')] });
    assert.match(problems.join(), /^mx3: .*ENOENT/);
  });

  it('is stopped with the search', async () => {
    const stop = new AbortController();
    const endless = { name: 'mx4', command: [process.execPath, '-e', 'setInterval(() => console.log("x"), 5)'] };
    const searching = find('bob@contoso.test', endless, stop.signal);
    setTimeout(() => stop.abort(), 50);
    assert.deepEqual((await searching).problems, ['the search was stopped before its end: not read to the end mx4']);
  });

  it('and files are searched in a thread, which reports and ends', async () => {
    const request: FindRequest = { needles: ['bob@contoso.test'], files: [file], commands: [all] };
    const worker = new Worker(new URL('../../src/search/node/worker.ts', import.meta.url), { workerData: request });
    const reports: FindReport[] = [];
    worker.on('message', (report: FindReport) => reports.push(report));
    await once(worker, 'exit');
    const going = reports.find(({ kind }) => kind === 'soFar');
    assert.match(going?.kind === 'soFar' ? going.text : '', /the search goes on: this is what there is so far/);
    const last = reports.at(-1);
    assert.equal(last?.kind, 'found');
    assert.match(last?.kind === 'found' ? last.text : '', /mail\.log:4: Nov 21 20:05:41 mx1 postfix\/smtp/);
  });
});
