import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOf, matching, namesFiles } from '../../../src/search/node/files.ts';

describe('files of logs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-triage-'));
  const names = ['mail.log', 'mail.log.1', 'mail.log.2.gz', '.hidden.log', 'a+b.log', 'axb.log', 'other.txt'];
  before(() => {
    for (const [i, name] of names.entries()) {
      writeFileSync(join(folder, name), 'x'.repeat(i));
      utimesSync(join(folder, name), 1000 - i, 1000 - i);
    }
    mkdirSync(join(folder, 'sub.log'));
    writeFileSync(join(folder, 'sub.log', 'deep.log'), '');
  });
  after(() => rmSync(folder, { recursive: true }));

  const short = (name: string): string => name.slice(folder.length + 1);
  const files = async (...words: readonly string[]) =>
    (await filesOf(words.map((word) => join(folder, word)))).map(({ name }) => short(name));

  it('are named by a pattern, a folder or themselves', async () => {
    for (const [word, expected] of [
      ['mail.log', ['mail.log']],
      ['mail.log*', ['mail.log.2.gz', 'mail.log.1', 'mail.log']],
      ['mail.log.?', ['mail.log.1']],
      ['*.log', ['a+b.log', 'axb.log', 'mail.log']],
      ['**.log', ['a+b.log', 'axb.log', 'mail.log']],
      ['a+*', ['a+b.log']],
      ['mail?log', ['mail.log']],
      ['mailxlog*', []],
      ['.h*', ['.hidden.log']],
      ['*', ['a+b.log', 'axb.log', 'mail.log.2.gz', 'mail.log.1', 'mail.log', 'other.txt']],
      ['', ['.hidden.log', 'a+b.log', 'axb.log', 'mail.log.2.gz', 'mail.log.1', 'mail.log', 'other.txt']],
      ['mail.log.[12]*', ['mail.log.2.gz', 'mail.log.1']],
      ['{axb,other}.*', ['axb.log', 'other.txt']],
      ['sub*/*', [join('sub.log', 'deep.log')]],
      ['nowhere/*', []],
    ] as const)
      assert.deepEqual(await files(word), expected, word);
    assert.deepEqual(await files('mail.log', 'mail.log*'), ['mail.log.2.gz', 'mail.log.1', 'mail.log']);
    await assert.rejects(files('missing.log'), { message: `${join(folder, 'missing.log')} does not exist` });
  });

  it('are told from words that are looked for', () => {
    for (const word of ['-', join(folder, 'mail.log'), folder, join(folder, '[ab]*'), '*.log', 'C:\\logs\\[a]'])
      assert.equal(namesFiles(word), true, word);
    for (const word of ['bob@contoso.test', 'missing.log', 'a?b', '[192.0.2.1]', '{x}', 'no/such/file'])
      assert.equal(namesFiles(word), false, word);
  });

  it('belong to the log of which they are rotations', async () => {
    for (const [name, log] of [
      ['mail.log', 'mail.log'],
      ['mail.log.1', 'mail.log'],
      ['mail.log.12.gz', 'mail.log'],
      ['mail.log.3.BZ2', 'mail.log'],
      ['mail.log.gz', 'mail.log'],
      ['maillog-20261121.xz', 'maillog'],
      ['maillog-20261121', 'maillog'],
      ['mainlog-2026-11-21.zst', 'mainlog'],
      ['MSGTRK20261121-1.LOG', 'MSGTRK.LOG'],
      ['MSGTRKMS2026112113-12.LOG', 'MSGTRKMS.LOG'],
      ['mail.123456789', 'mail.123456789'],
      ['mail2.log', 'mail2.log'],
      ['mail.log.old', 'mail.log.old'],
    ] as const) {
      writeFileSync(join(folder, 'sub.log', name), '');
      const [one] = await filesOf([join(folder, 'sub.log', name)]);
      assert.equal(one?.log, join(folder, 'sub.log', log), name);
    }
  });

  it('are sources with numbers, that hold nothing behind their last change', async () => {
    const [one] = await filesOf([join(folder, 'mail.log.1')]);
    assert.deepEqual(
      [one?.numbered, one?.once, one?.latest, one?.file],
      [true, undefined, 999_000, { path: join(folder, 'mail.log.1'), octets: 1 }],
    );
    const [stdin] = await filesOf(['-']);
    const { open, ...rest } = stdin ?? {};
    assert.deepEqual([typeof open, rest], ['function', { name: 'stdin', log: 'stdin', numbered: true, once: true }]);
  });

  it('of a pattern are in the order of their names', async () => {
    const found: string[] = [];
    for await (const name of matching(join(folder, '*.log'))) found.push(short(name));
    assert.deepEqual(found, ['a+b.log', 'axb.log', 'mail.log', 'sub.log']);
  });
});
