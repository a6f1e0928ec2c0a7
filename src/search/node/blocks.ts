import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { utf16Of } from '../../files/text.ts';

/** The longest line that is not cut. */
const LONGEST = 1 << 22;
/** Octets after which those are given up that were read. */
const SWEEP = 1 << 23;

/**
 * Octets in whole lines, as they come; a line that came in several pieces stands alone. UTF-16 becomes UTF-8. `inPlace`:
 * they stand in buffers that are used again.
 */
export async function* blocksOf(octets: AsyncIterable<Buffer>, inPlace = false): AsyncIterable<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;

  for await (const chunk of inUtf8(octets)) {
    read += chunk.length;
    if (read > SWEEP && !inPlace) {
      sweep();
      read = 0;
    }
    let start = 0;
    if (size > 0) {
      const lf = chunk.indexOf(10) + 1;
      if (lf === 0 && size + chunk.length < LONGEST) {
        waiting.push(inPlace ? Buffer.from(chunk) : chunk);
        size += chunk.length;
        continue;
      }
      start = lf === 0 ? chunk.length : lf;
      yield Buffer.concat([...waiting, chunk.subarray(0, start)]);
    }
    const end = Math.max(start, chunk.lastIndexOf(10) + 1);
    if (end > start) yield chunk.subarray(start, end);
    // What is left is copied, so that it does not keep the chunk.
    waiting = end === chunk.length ? [] : [Buffer.from(chunk.subarray(end))];
    size = chunk.length - end;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

async function* inUtf8(octets: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let first = true;
  for await (const chunk of octets) {
    const utf16 = first ? utf16Of(chunk) : undefined;
    if (utf16 !== undefined) decoder = new TextDecoder(utf16);
    first = false;
    yield decoder === undefined ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
  }
}

let read = 0;
let minor: ((options: { readonly type: 'minor' }) => void) | undefined;

/**
 * Octets die young, but only a full collection is triggered by their number, and walks all tables of the reader: half
 * of the time of a search, where a minor one takes a millisecond.
 */
function sweep(): void {
  if (minor === undefined) {
    setFlagsFromString('--expose-gc');
    minor = runInNewContext('typeof gc === "function" ? gc : () => {}') as NonNullable<typeof minor>;
  }
  minor({ type: 'minor' });
}
