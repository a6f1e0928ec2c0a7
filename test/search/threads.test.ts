import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openInPlace } from '../../src/files/inPlace.ts';
import { openFile } from '../../src/files/open.ts';
import { readNeedle } from '../../src/search/needle.ts';
import { filesOf } from '../../src/search/node/files.ts';
import { search } from '../../src/search/node/search.ts';
import { logOfMessages } from '../bench/generate.ts';

describe('files that are read in threads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'find-'));
  const text = logOfMessages(0, 3 << 20);
  const lines = text.split('\n');
  const recipients = lines.flatMap((line) => /to=<([^>]{1,100})>/.exec(line)?.[1] ?? []);
  const named = (name: string, octets: string | Buffer): string => {
    writeFileSync(join(folder, name), octets);
    return join(folder, name);
  };
  after(() => rmSync(folder, { recursive: true }));

  const find = async (needle: string, ...names: readonly string[]) =>
    search([readNeedle(needle)], await filesOf(names), { signal: new AbortController().signal, now: Date.now() });

  it('are told of ids that others lead to, wherever these stand', async () => {
    const half = lines.length >> 1;
    // Both hold lines of the message in the middle, which stand in front of what names its recipient.
    const middle = recipients.at(recipients.length >> 1) ?? '';
    const id = lines.find((line) => line.includes(middle))?.split(': ')[1] ?? '';
    const own = lines.filter((line) => line.includes(id));
    const files = [
      named('a.log', [...own.slice(0, 2), ...lines.slice(0, half).filter((line) => !line.includes(id))].join('\n')),
      named('b.log', [own[2], ...lines.slice(half).filter((line) => !line.includes(id)), ...own.slice(3)].join('\n')),
    ];
    const { messages, problems } = await find(middle, ...files);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      messages.map((one) => one.lines.map(({ text: line }) => line)),
      [own],
    );
  });

  it('give the same octets whether they are unpacked in place or not', async () => {
    const whole = gzipSync(text.slice(0, 600_000));
    const files = [
      named('plain.log', text.slice(0, 786_432)),
      named('empty.log', ''),
      named('one.gz', whole),
      named('two.gz', Buffer.concat([whole, whole])),
      named('padded.gz', Buffer.concat([whole, Buffer.alloc(1000)])),
    ];
    const damaged = [
      named('cut.gz', whole.subarray(0, 30_000)),
      named('torn.gz', Buffer.concat([whole, whole.subarray(20)])),
    ];
    for (const file of files) {
      const there: Buffer[] = [];
      const here: Buffer[] = [];
      for await (const piece of openFile(file)) there.push(piece);
      for await (const piece of openInPlace(file)) here.push(Buffer.from(piece));
      assert.ok(Buffer.concat(here).equals(Buffer.concat(there)), file);
    }
    for (const file of [...damaged, join(folder, 'nothing')]) {
      const said: string[] = [];
      for (const open of [openFile, openInPlace])
        try {
          for await (const _piece of open(file));
        } catch (error) {
          said.push((error as Error).message);
        }
      assert.equal(said.length, 2);
      assert.equal(said[1], said[0]);
    }
  });

  it('are named with what is wrong with them', async () => {
    const cut = named('half.gz', gzipSync(text, { level: 0 }).subarray(0, 2 << 20));
    const { problems } = await find(recipients[5] ?? '', cut);
    assert.equal(problems.length, 1);
    assert.ok(problems[0]?.startsWith(`${cut} is damaged where gzip unpacks it: `), problems[0]);
  });

  it('are named where the search was stopped before their end', async () => {
    const stop = new AbortController();
    const found = await search([readNeedle(recipients[5] ?? '')], await filesOf([named('whole.log', text)]), {
      signal: stop.signal,
      now: Date.now(),
      progress: () => stop.abort(),
    });
    assert.match(found.problems.join(), /stopped before its end: not read to the end .*whole\.log/);
  });
});
