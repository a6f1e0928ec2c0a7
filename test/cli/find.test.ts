import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from '../support/shell.ts';

const LOG = [
  'Nov 21 20:05:36 mx1 postfix/qmgr[1]: 4C3B2A1955: from=<ann@fabrikam.test>, size=1200, nrcpt=1 (queue active)',
  'Nov 21 20:05:37 mx1 postfix/qmgr[1]: 4C3B2A1956: from=<eve@fabrikam.test>, size=1200, nrcpt=1 (queue active)',
  'Nov 21 20:05:39 mx1 postfix/smtp[2]: 4C3B2A1955: to=<bob@contoso.test>, relay=mx2.contoso.test[192.0.2.8]:25, delay=2, dsn=5.1.1, status=bounced (host mx2.contoso.test[192.0.2.8] said: 550 5.1.1 no such user (in reply to RCPT TO command))',
  'Nov 21 20:05:39 mx1 postfix/qmgr[1]: 4C3B2A1955: removed',
  '',
].join('\n');

describe('mail-triage find', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-triage-find-'));
  const file = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const log = file('mail.log', LOG);
  after(() => rmSync(folder, { recursive: true }));

  /** What is said beside the document. */
  const said = (err: string): readonly string[] => err.split('\n').filter((line) => line !== '');
  const finds = async (
    args: readonly string[],
    code: number,
    notes: readonly string[],
    input = '',
  ): Promise<string> => {
    const ended = await run(['find', ...args], input);
    assert.deepEqual([ended.code, said(ended.err)], [code, notes.map((note) => `mail-triage: ${note}`)]);
    return ended.out;
  };
  /** The lines of the document that are of the log. */
  const numbers = (out: string): readonly string[] =>
    [...out.matchAll(/:(\d+): Nov/g)].map(([, number]) => number ?? '');

  it('prints the lines of a message, and ends with 1 where there is none', async () => {
    const out = await finds(['bob@contoso.test', log], 0, []);
    assert.match(out, /^Message 1 of 1 \(4C3B2A1955\)\n/m);
    assert.deepEqual(numbers(out), ['1', '3', '4']);
    assert.deepEqual(numbers(await finds(['carol@contoso.test', log], 1, [])), []);
    assert.deepEqual(numbers(await finds(['bob@contoso.test', 'ann@fabrikam.test', log], 0, [])), ['1', '3', '4']);
    assert.deepEqual(numbers(await finds(['bob@contoso.test', 'eve@fabrikam.test', log], 1, [])), []);
  });

  it('within a time', async () => {
    const year = new Date().getFullYear();
    const since = (time: string): readonly string[] => ['--since', `${year}-11-21 ${time}`];
    const until = (time: string): readonly string[] => ['--until', `${year}-11-21 ${time}`];
    const found = async (...args: readonly string[]): Promise<number> =>
      numbers((await run(['find', 'bob@contoso.test', log, ...args])).out).length;
    assert.deepEqual(
      [
        await found(...since('20:00')),
        await found(...since('20:06')),
        await found(...until('20:05')),
        await found(...until('20:06')),
      ],
      [3, 0, 0, 3],
    );
  });

  it('says what is no time', async () => {
    const form = 'write 2026-11-21, "2026-11-21 20:05", 2h, 3d, today or yesterday';
    await finds(['bob@contoso.test', log, '--since', 'soon'], 2, [`"soon" is no time: ${form}`]);
    await finds(['bob@contoso.test', log, '--until', ''], 2, [`"" is no time: ${form}`]);
  });

  it('says what cannot be looked for', async () => {
    await finds(['bob@contoso.test', './gone.log'], 1, ['./gone.log does not exist']);
    await finds(['bob@contoso.test', 'a/b/gone.log'], 1, ['a/b/gone.log does not exist']);
    await finds(['ab', log], 2, ['"ab" is too short to be looked for']);
    await finds(['abc', 'de', log], 2, ['"de" is too short to be looked for']);
    const needles = Array.from({ length: 17 }, (_, i) => `needle${i}`);
    await finds([...needles, log], 2, ['no more than 16 needles can be looked for']);
    await finds([...needles.slice(1), log], 1, []);
  });

  it('says where there is no log, and what is none', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    await finds(['bob@contoso.test', empty], 1, ['there is no log to be searched: name files, folders or patterns']);
    const binary = file('core', Buffer.from('\u007fELF\0\0\0bob@contoso.test\n'));
    await finds(['bob@contoso.test', binary], 1, [`${binary} is no text, and was passed over`]);
    const { code, out, err } = await run(['find', 'bob@contoso.test', binary, log]);
    assert.deepEqual(
      [code, numbers(out), said(err)],
      [1, ['1', '3', '4'], [`mail-triage: ${binary} is no text, and was passed over`]],
    );
    await finds(['bob@contoso.test', 'elasticsearch:http://127.0.0.1:9/?preset=odd'], 1, [
      'there is no preset "odd": filebeat, fluent-bit, logstash, or names of fields',
    ]);
  });

  it('reads what is piped in', async () => {
    const out = await finds(['bob@contoso.test', '-'], 0, [], LOG);
    assert.deepEqual(numbers(out), ['1', '3', '4']);
  });

  it('reads UTF-16, and lines that are longer than a piece of a file', async () => {
    const wide = file('wide.log', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(LOG, 'utf16le')]));
    assert.deepEqual(numbers(await finds(['bob@contoso.test', wide], 0, [])), ['1', '3', '4']);
    const long = LOG.replace('no such user', `no such user ${'x'.repeat(400_000)}`);
    const out = await finds(['bob@contoso.test', file('long.log', long)], 0, []);
    assert.deepEqual([numbers(out), out.includes('x'.repeat(400_000))], [['1', '3', '4'], true]);
  });

  it('asks journalctl for the time, and says why it gives nothing', async function () {
    // A program without an extension starts nowhere on Windows.
    if (process.platform === 'win32') this.skip();
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    const program = join(bin, 'journalctl');
    const before = process.env.PATH;
    process.env.PATH = `${bin}${delimiter}${before}`;
    try {
      const made = (script: string): void => {
        writeFileSync(program, `#!/bin/sh\n${script}\n`);
        chmodSync(program, 0o755);
      };
      made(`echo "$@" >> ${join(folder, 'asked')}; cat ${log}`);
      const out = await finds(
        ['bob@contoso.test', 'journal:', '--since', '2025-01-02', '--until', '2999-01-02'],
        0,
        [],
      );
      assert.match(out, /^journal: Nov 21 20:05:39 mx1 postfix\/smtp/m);
      const time = (date: Date): string => `@${date.getTime() / 1000}`;
      assert.equal(
        readFileSync(join(folder, 'asked'), 'utf8').split('\n')[0],
        `--no-pager --quiet --output=short-iso --since=${time(new Date(2025, 0, 2))} --until=${time(new Date(2999, 0, 2))}`,
      );
      made('echo "No journal files were found." >&2; exit 1');
      await finds(['bob@contoso.test', 'journal:'], 1, ['journal: No journal files were found.']);
      made('exit 1');
      await finds(['bob@contoso.test', 'journal:'], 1, []);
      made('exit 3');
      await finds(['bob@contoso.test', 'journal:'], 1, ['journal: status 3']);
    } finally {
      process.env.PATH = before;
    }
  });
});
