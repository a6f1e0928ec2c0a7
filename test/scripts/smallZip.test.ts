import assert from 'node:assert/strict';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { smallZip } from '../../scripts/build/smallZip.mjs';

describe('scripts/build/smallZip.mjs', () => {
  const words = strToU8(Array.from({ length: 4000 }, (_, at) => `line ${at * 7919} of a file; `).join(''));
  const files = {
    'a/words.js': words,
    'empty.txt': new Uint8Array(),
    'a/noise.bin': noise(5000),
    'ü.md': strToU8('# ü'),
  };

  it('keeps every file as it is, in fewer bytes', async () => {
    const archive = zipSync(files, { level: 9 });
    const small = await smallZip(archive);
    assert.deepEqual(unzipSync(small), unzipSync(archive));
    assert.ok(small.length < archive.length, `${small.length} of ${archive.length} bytes`);
  });

  it('makes the same bytes of the same files, whenever they were packed', async () => {
    const one = await smallZip(zipSync(files, { mtime: '2020-01-01' }));
    const other = await smallZip(zipSync(files, { mtime: '2024-05-05' }));
    assert.deepEqual(one, other);
  });
});

/** Bytes that nothing makes smaller. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = 12345;
  for (let at = 0; at < length; at++) {
    state = (state * 1103515245 + 12345) % 2147483648;
    bytes[at] = state >> 16;
  }
  return bytes;
}
