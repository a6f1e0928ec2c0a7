/** A text to be found in octets, and whether it may stand at a place. */
export interface Pattern {
  readonly octets: Uint8Array;
  /** ASCII letters stand for themselves, and not for either case. */
  readonly exact?: true;
  /** Whether `octets` is meant where it stands from `start` to `end`. */
  readonly fits: (bytes: Uint8Array, start: number, end: number) => boolean;
}

/** Octets of which a shift is made. */
const BLOCK = 3;
/** Octets of a text that are compared first, at most. */
const MOST = 200;

const FOLD = Uint8Array.from({ length: 256 }, (_, c) => (c >= 0x41 && c <= 0x5a ? c + 0x20 : c));

const hashOf = (a: number, b: number, c: number): number => ((a << 9) ^ (b << 4) ^ c) & 0xffff;

const casesOf = (c: number): readonly number[] => {
  const folded = FOLD[c] as number;
  return folded >= 0x61 && folded <= 0x7a ? [folded, folded - 0x20] : [c];
};

/** The block that ends at `last`, with its letters small and large where they may be either. */
const blocksAt = ({ octets, exact }: Pattern, last: number): ReadonlySet<number> => {
  const [first = [], second = [], third = []] = [last - 2, last - 1, last].map((at) =>
    exact === true ? [octets[at] as number] : casesOf(octets[at] as number),
  );
  return new Set(first.flatMap((a) => second.flatMap((b) => third.map((c) => hashOf(a, b, c)))));
};

/**
 * Finds many texts in one pass, most octets of which are never looked at (Wu and Manber, "A fast algorithm for
 * multi-pattern searching", 1994). Texts may be added while it is in use; each has three octets at least.
 */
export class Scanner {
  /** Octets of every text that are compared first: the length of the shortest. Never a fraction, or counting is slow. */
  #window = MOST;
  #shifts = new Uint8Array(0x10000);
  #ending = new Map<number, Pattern[]>();
  readonly #patterns: Pattern[] = [];

  get size(): number {
    return this.#patterns.length;
  }

  /** False for a text that is too short to be found. */
  add(pattern: Pattern): boolean {
    const { length } = pattern.octets;
    if (length < BLOCK) return false;
    this.#patterns.push(pattern);
    if (length >= this.#window && this.#patterns.length > 1) this.#enter(pattern);
    else {
      this.#window = Math.min(length, MOST);
      this.#shifts.fill(this.#window - BLOCK + 1);
      this.#ending = new Map();
      for (const one of this.#patterns) this.#enter(one);
    }
    return true;
  }

  #enter(pattern: Pattern): void {
    for (let last = BLOCK - 1; last < this.#window; last++) {
      const shift = this.#window - 1 - last;
      for (const block of blocksAt(pattern, last)) {
        if (shift < (this.#shifts[block] as number)) this.#shifts[block] = shift;
        if (shift > 0) continue;
        const ending = this.#ending.get(block);
        if (ending === undefined) this.#ending.set(block, [pattern]);
        else ending.push(pattern);
      }
    }
  }

  /** Calls `found` with each place where a text stands, in order; it gives the offset to go on from. */
  scan(bytes: Uint8Array, found: (at: number, pattern: Pattern) => number): void {
    const shifts = this.#shifts;
    const window = this.#window;
    const end = this.#patterns.length === 0 ? 0 : bytes.length;
    let last = window - 1;
    while (last < end) {
      // The hash of the block, written out: it is what most of the time goes into.
      const block =
        (((bytes[last - 2] as number) << 9) ^ ((bytes[last - 1] as number) << 4) ^ (bytes[last] as number)) & 0xffff;
      const shift = shifts[block] as number;
      last = shift > 0 ? last + shift : this.#look(bytes, last, block, found);
    }
  }

  /** Where to go on from a block with which texts end. */
  #look(bytes: Uint8Array, last: number, block: number, found: (at: number, pattern: Pattern) => number): number {
    const start = last - this.#window + 1;
    let next = 0;
    for (const pattern of this.#ending.get(block) ?? []) {
      if (stands(bytes, start, pattern)) next = Math.max(next, found(start, pattern));
    }
    return Math.max(last + 1, next + this.#window - 1);
  }
}

function stands(bytes: Uint8Array, start: number, { octets, exact, fits }: Pattern): boolean {
  const end = start + octets.length;
  if (end > bytes.length) return false;
  for (let i = 0; i < octets.length; i++) {
    const here = bytes[start + i] as number;
    const there = octets[i] as number;
    if (here !== there && (exact === true || FOLD[here] !== FOLD[there])) return false;
  }
  return fits(bytes, start, end);
}

/** Which of some texts stand in a line, a bit each. */
export const hitsIn = (line: Uint8Array, patterns: readonly Pattern[]): number =>
  patterns.reduce((hits, pattern, i) => {
    for (let start = 0; start < line.length; start++) if (stands(line, start, pattern)) return hits | (1 << i);
    return hits;
  }, 0);

/** How many lines end in octets. */
export function countLines(bytes: Uint8Array): number {
  const front = Math.min(bytes.length, (4 - (bytes.byteOffset & 3)) & 3);
  const words = (bytes.length - front) >> 2;
  let count = countOneByOne(bytes, 0, front) + countOneByOne(bytes, front + 4 * words, bytes.length);
  if (words === 0) return count;
  const four = new Int32Array(bytes.buffer, bytes.byteOffset + front, words);
  for (let i = 0; i < words; i++) {
    const x = (four[i] as number) ^ 0x0a0a0a0a;
    // Zero unless one of the four is zero now.
    if (((x - 0x01010101) & ~x & 0x80808080) !== 0) count += countOneByOne(bytes, front + 4 * i, front + 4 * i + 4);
  }
  return count;
}

function countOneByOne(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (bytes[i] === 10) count++;
  return count;
}
