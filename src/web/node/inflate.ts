/**
 * Takes deflate off (RFC 1951) and says how much it read, which what a browser brings for it does not. Throws a
 * RangeError where it would give more than `most` octets, another Error where it is broken.
 */
export function inflate(
  source: Uint8Array,
  most: number,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly read: number } {
  let bytes = new Uint8Array(Math.min(most, Math.max(1024, 4 * source.length)));
  let size = 0;
  let at = 0;
  let kept = 0;
  let bits = 0;

  const take = (count: number): number => {
    while (kept < count) {
      if (at >= source.length) throw new Error('it breaks off');
      bits |= (source[at++] as number) << kept;
      kept += 8;
    }
    const value = bits & ((1 << count) - 1);
    bits >>>= count;
    kept -= count;
    return value;
  };
  const room = (count: number): void => {
    if (size + count > most) throw new RangeError('it is too large');
    if (size + count <= bytes.length) return;
    const larger = new Uint8Array(Math.min(most, 2 * (size + count)));
    larger.set(bytes);
    bytes = larger;
  };
  const symbol = ({ counts, symbols }: Codes): number => {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= LONGEST; length++) {
      code |= take(1);
      const count = counts[length] as number;
      if (code - count < first) return symbols[index + code - first] as number;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Error('it holds no such code');
  };
  const stored = (): void => {
    // What was read ahead are whole octets.
    at -= kept >> 3;
    kept = 0;
    bits = 0;
    const length = take(16);
    if (length !== (~take(16) & 0xffff) || at + length > source.length) throw new Error('a stored block is broken');
    room(length);
    bytes.set(source.subarray(at, at + length), size);
    size += length;
    at += length;
  };
  const coded = (lengths: Codes, distances: Codes): void => {
    for (;;) {
      const value = symbol(lengths);
      if (value === END) return;
      if (value < END) {
        room(1);
        bytes[size++] = value;
        continue;
      }
      const [base, extra] = LENGTHS[value - END - 1] ?? broken();
      const length = base + take(extra);
      const [far, more] = DISTANCES[symbol(distances)] ?? broken();
      const distance = far + take(more);
      if (distance > size) broken();
      room(length);
      for (let i = 0; i < length; i++, size++) bytes[size] = bytes[size - distance] as number;
    }
  };
  const dynamic = (): void => {
    const literals = take(5) + 257;
    const others = take(5) + 1;
    const count = take(4) + 4;
    const lengths: number[] = Array(19).fill(0);
    for (let i = 0; i < count; i++) lengths[ORDER[i] as number] = take(3);
    const codes = codesOf(lengths);
    const all: number[] = [];
    while (all.length < literals + others) {
      const value = symbol(codes);
      if (value < 16) {
        all.push(value);
        continue;
      }
      const repeated = value === 16 ? (all.at(-1) ?? broken()) : 0;
      const times = value === 16 ? 3 + take(2) : value === 17 ? 3 + take(3) : 11 + take(7);
      for (let i = 0; i < times; i++) all.push(repeated);
    }
    if (all.length > literals + others) broken();
    coded(codesOf(all.slice(0, literals)), codesOf(all.slice(literals)));
  };

  for (let last = 0; last === 0; ) {
    last = take(1);
    const kind = take(2);
    if (kind === 0) stored();
    else if (kind === 1) coded(FIXED, FIXED_DISTANCES);
    else if (kind === 2) dynamic();
    else broken();
  }
  return { bytes: bytes.subarray(0, size), read: at - (kept >> 3) };
}

/** The check of gzip (RFC 1952 8). */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const octet of bytes) crc = (TABLE[(crc ^ octet) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}

const TABLE: readonly number[] = Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function broken(): never {
  throw new Error('it is broken');
}

const LONGEST = 15;
const END = 256;

/** Codes of canonical Huffman: how many there are of each length, and what they stand for in their order. */
interface Codes {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

function codesOf(lengths: readonly number[]): Codes {
  const counts: number[] = Array(LONGEST + 1).fill(0);
  for (const length of lengths) (counts[length] as number)++;
  counts[0] = 0;
  let left = 1;
  for (let length = 1; length <= LONGEST; length++) {
    left = 2 * left - (counts[length] as number);
    if (left < 0) broken();
  }
  const symbols = lengths
    .map((length, value) => ({ length, value }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.length - b.length || a.value - b.value)
    .map(({ value }) => value);
  return { counts, symbols };
}

const ORDER: readonly number[] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const FIXED = codesOf(Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8)));
const FIXED_DISTANCES = codesOf(Array(30).fill(5));

/** The first of each row and the bits behind it, of `count` rows whose bits grow by one each `each` rows. */
function rows(first: number, count: number, each: number): readonly (readonly [base: number, extra: number])[] {
  const list: [number, number][] = [];
  let base = first;
  for (let at = 0; at < count; at++) {
    const extra = Math.max(0, Math.floor(at / each) - 1);
    list.push([base, extra]);
    base += 1 << extra;
  }
  return list;
}

/** RFC 1951 3.2.5; the greatest length has a code of its own. */
const LENGTHS = [...rows(3, 28, 4), [258, 0] as const];
const DISTANCES = rows(1, 30, 2);
