import { greatest } from '../../text/lists.ts';
import { better, type Cost, requiredLiterals, SHORTEST } from './requiredLiterals.ts';

/** Which rows may fit which text, as data: the build makes it, and a program opens it. */
export interface PackedIndex {
  /** Rows that must be tried against any text, by their place. */
  readonly always: readonly number[];
  /** Literals, a line each, in the order of the letters by which they are found. */
  readonly literals: string;
  /** By literal: how many characters of it there are up to behind these letters. */
  readonly offsets: readonly number[];
  /** By literal: how many rows need it. */
  readonly counts: readonly number[];
  /** These rows, those of one literal behind those of the one before. */
  readonly places: readonly number[];
}

/** Finds the rows that may fit a text without trying each of them. */
export interface TextIndex extends Omit<PackedIndex, 'always' | 'literals' | 'counts'> {
  /** The set of those that must be tried against any text; a bit for each place, here and below. */
  readonly always: Uint32Array;
  /** Room for the set that is found in one text; nothing of it outlives a search. */
  readonly found: Uint32Array;
  /** A bit for each key by which some literal is found: small enough to be at hand, which the next list is not. */
  readonly used: Uint32Array;
  /** By the key of three letters: the first literal that is looked for behind them; with the next key they end. */
  readonly starts: Uint16Array;
  readonly literals: readonly string[];
  /** By literal: where its rows begin; with the next literal they end. */
  readonly first: Uint16Array;
  /** By literal: a character of it outside of the three letters, and where it stands seen from the last of them. */
  readonly besides: Uint16Array;
  readonly besidesAt: Int8Array;
}

/** Characters of a literal that are kept, the rarest letters among them: more of them would hardly tell more. */
const LONGEST = 12;

/** Three letters of five bits; characters with the same five bits share a key. */
const MASK = 0x7fff;
const step = (key: number, letter: number): number => ((key << 5) | (letter & 31)) & MASK;

/**
 * Says by which literal each row is found, and by which letters each literal. `rows`: of each the patterns that a text has
 * to match, all of them; one literal of one of them is enough, the rarest in `texts`, which are like those that will be
 * looked at.
 */
export function packIndex(rows: readonly (readonly RegExp[])[], texts: string): PackedIndex {
  const counts = countKeys(anyDigits(texts.toLowerCase()));
  const rarest = (literal: string): { readonly count: number; readonly offset: number } => {
    const any = anyDigits(literal);
    const offsets = Array.from({ length: literal.length - SHORTEST + 1 }, (_, i) => i + SHORTEST);
    const found = offsets.map((offset) => ({ offset, count: counts[keyAt(any, offset)] as number }));
    return found.reduce((best, one) => (one.count < best.count ? one : best));
  };
  // A list of many that stand nowhere is still one of many.
  const cost: Cost = (literal) => rarest(literal).count + 0.5 + 1 / literal.length;
  const always: number[] = [];
  const places = new Map<string, number[]>();
  const enough = (literal: string): string => {
    const from = Math.max(0, rarest(literal).offset - LONGEST);
    return literal.slice(from, from + LONGEST);
  };
  rows.forEach((patterns, place) => {
    const literals = patterns
      .map((pattern) => requiredLiterals(pattern, cost))
      .reduce((best, one) => better(best, one, cost), undefined);
    if (literals === undefined) always.push(place);
    for (const literal of new Set(literals?.map(enough))) places.set(literal, [...(places.get(literal) ?? []), place]);
  });
  const found = [...places.keys()].map((literal) => ({ literal, offset: rarest(literal).offset }));
  found.sort((one, other) => keyAt(one.literal, one.offset) - keyAt(other.literal, other.offset));
  const rowsOf = ({ literal }: { readonly literal: string }): readonly number[] => places.get(literal) ?? [];
  return {
    always,
    literals: found.map(({ literal }) => literal).join('\n'),
    offsets: found.map(({ offset }) => offset),
    counts: found.map((one) => rowsOf(one).length),
    places: found.flatMap(rowsOf),
  };
}

function countKeys(text: string): Uint32Array {
  const counts = new Uint32Array(MASK + 1);
  let key = 0;
  for (let i = 0; i < text.length; i++) {
    key = step(key, text.charCodeAt(i));
    counts[key] = (counts[key] as number) + 1;
  }
  return counts;
}

/** Which digits a text holds is luck. */
const anyDigits = (text: string): string => text.replace(/\d/g, '0');

function keyAt(literal: string, offset: number): number {
  let key = 0;
  for (let i = offset - SHORTEST; i < offset; i++) key = step(key, literal.charCodeAt(i));
  return key;
}

export function openIndex({ always, literals, offsets, counts, places }: PackedIndex): TextIndex {
  const size = greatest(places, greatest(always, 0)) + 1;
  const set = new Uint32Array((size + 31) >> 5);
  for (const place of always) put(set, place);
  const texts = literals.split('\n');
  const starts = new Uint16Array(MASK + 2);
  const used = new Uint32Array((MASK + 1) >> 5);
  const besides = new Uint16Array(texts.length);
  const besidesAt = new Int8Array(texts.length);
  const first = new Uint16Array(texts.length + 1);
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] as string;
    const offset = offsets[at] as number;
    const key = keyAt(text, offset);
    put(used, key);
    first[at + 1] = (first[at] as number) + (counts[at] as number);
    starts[key + 1] = (starts[key + 1] as number) + 1;
    const beside = offset > SHORTEST ? -SHORTEST : text.length > offset ? 1 : 0;
    besidesAt[at] = beside;
    besides[at] = text.charCodeAt(offset - 1 + beside);
  }
  for (let key = 0; key <= MASK; key++) starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  const found = new Uint32Array(set.length);
  return { always: set, found, used, starts, literals: texts, offsets, first, places, besides, besidesAt };
}

const put = (set: Uint32Array, place: number): void => {
  set[place >> 5] = (set[place >> 5] as number) | (1 << (place & 31));
};

/**
 * The places of the rows that may fit, in ascending order; one that is not among them does not fit. The loop runs for
 * every character of every reply, so what it looks at first stands in flat arrays.
 */
export function placesThatMayFit(index: TextIndex, text: string): readonly number[] {
  const { always, found, used, starts, literals, offsets, first, places, besides, besidesAt } = index;
  const lower = text.toLowerCase();
  found.set(always);
  let key = 0;
  for (let i = 0; i < lower.length; i++) {
    key = step(key, lower.charCodeAt(i));
    if (((used[key >> 5] as number) & (1 << (key & 31))) === 0) continue;
    const end = starts[key + 1] as number;
    for (let at = starts[key] as number; at < end; at++) {
      if (lower.charCodeAt(i + (besidesAt[at] as number)) !== besides[at]) continue;
      if (!lower.startsWith(literals[at] as string, i + 1 - (offsets[at] as number))) continue;
      for (let row = first[at] as number; row < (first[at + 1] as number); row++) put(found, places[row] as number);
    }
  }
  return placesIn(found);
}

function placesIn(set: Uint32Array): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < set.length; at++) {
    for (let bits = set[at] as number; bits !== 0; bits &= bits - 1) {
      places.push(at * 32 + 31 - Math.clz32(bits & -bits));
    }
  }
  return places;
}
