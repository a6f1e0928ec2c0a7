import { utf16Of } from '../../files/text.ts';

/** Octets that are searched together, and the longest line that is not cut. */
const BLOCK = 1 << 20;
const LONGEST = 1 << 22;

/** Octets in whole lines, some 1 MB at a time; UTF-16 becomes UTF-8. */
export async function* blocksOf(octets: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of inUtf8(octets)) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < BLOCK) continue;
    const end = chunk.lastIndexOf(10) + 1;
    if (end === 0 && size < LONGEST) continue;
    const cut = end === 0 ? chunk.length : end;
    waiting[waiting.length - 1] = chunk.subarray(0, cut);
    const block = waiting.length === 1 ? (waiting[0] as Buffer) : Buffer.concat(waiting);
    // What is left is copied, so that it does not keep the chunk.
    waiting = cut === chunk.length ? [] : [Buffer.from(chunk.subarray(cut))];
    size = chunk.length - cut;
    yield block;
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
