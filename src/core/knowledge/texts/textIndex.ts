import { greatest } from '../../text/lists.ts';
import { requiredLiterals, SHORTEST } from './requiredLiterals.ts';

/** Which patterns may fit which text, as data: the build makes it, and a program opens it. */
export interface PackedIndex {
  /** Patterns that must be tried against any text, by their place. */
  readonly always: readonly number[];
  readonly literals: readonly PackedLiteral[];
}

/** A literal, the characters from its beginning to behind the three by which it is found, the patterns that need it. */
export type PackedLiteral = readonly [literal: string, offset: number, places: readonly number[]];

/** Finds the patterns that may fit a text without trying each of them. */
export interface TextIndex {
  /** The set of those that must be tried against any text; a bit for each place, here and below. */
  readonly always: Uint32Array;
  /** Room for the set that is found in one text; nothing of it outlives a search. */
  readonly found: Uint32Array;
  /** A bit for each key by which some literal is found: small enough to be at hand, which the next list is not. */
  readonly used: Uint32Array;
  /** By the key of three letters: the first literal that is looked for behind them; with the next key they end. */
  readonly starts: Uint16Array;
  readonly literals: readonly PackedLiteral[];
  /** By literal: a character of it outside of the three letters, and where it stands seen from the last of them. */
  readonly besides: Uint16Array;
  readonly offsets: Int16Array;
}

/** Three letters of five bits; characters with the same five bits share a key. */
const MASK = 0x7fff;
const step = (key: number, letter: number): number => ((key << 5) | (letter & 31)) & MASK;

/** Says by which letters each literal is found. */
export function packIndex(patterns: readonly RegExp[]): PackedIndex {
  const always: number[] = [];
  const places = new Map<string, number[]>();
  patterns.forEach((pattern, place) => {
    const literals = requiredLiterals(pattern);
    if (literals === undefined) always.push(place);
    for (const literal of literals ?? []) places.set(literal, [...(places.get(literal) ?? []), place]);
  });
  const uses = new Uint16Array(MASK + 1);
  const keysOf = (literal: string): readonly number[] => offsetsOf(literal).map((offset) => keyAt(literal, offset));
  for (const literal of places.keys()) for (const key of keysOf(literal)) uses[key] = (uses[key] as number) + 1;
  const literals = [...places].map(([literal, found]): PackedLiteral => {
    // The rarest letters of a literal spare the most comparisons.
    const usesAt = (offset: number): number => uses[keyAt(literal, offset)] as number;
    const offset = offsetsOf(literal).reduce((best, one) => (usesAt(one) < usesAt(best) ? one : best));
    return [literal, offset, found];
  });
  return { always, literals };
}

const offsetsOf = (literal: string): readonly number[] =>
  Array.from({ length: literal.length - SHORTEST + 1 }, (_, i) => i + SHORTEST);

function keyAt(literal: string, offset: number): number {
  let key = 0;
  for (let i = offset - SHORTEST; i < offset; i++) key = step(key, literal.charCodeAt(i));
  return key;
}

export function openIndex({ always, literals }: PackedIndex): TextIndex {
  const size = literals.reduce((most, [, , places]) => greatest(places, most), greatest(always, 0)) + 1;
  const set = new Uint32Array((size + 31) >> 5);
  for (const place of always) put(set, place);
  const keyed = literals.map((literal) => ({ literal, key: keyAt(literal[0], literal[1]) }));
  keyed.sort((one, other) => one.key - other.key);
  const starts = new Uint16Array(MASK + 2);
  for (const { key } of keyed) starts[key + 1] = (starts[key + 1] as number) + 1;
  for (let key = 0; key <= MASK; key++) starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  const offsets = Int16Array.from(keyed, ({ literal: [text, offset] }) =>
    offset > SHORTEST ? -SHORTEST : text.length > offset ? 1 : 0,
  );
  const besides = Uint16Array.from(keyed, ({ literal: [text, offset] }, at) =>
    text.charCodeAt(offset - 1 + (offsets[at] as number)),
  );
  const used = new Uint32Array((MASK + 1) >> 5);
  for (const { key } of keyed) put(used, key);
  const found = new Uint32Array(set.length);
  return { always: set, found, used, starts, literals: keyed.map(({ literal }) => literal), besides, offsets };
}

const put = (set: Uint32Array, place: number): void => {
  set[place >> 5] = (set[place >> 5] as number) | (1 << (place & 31));
};

/**
 * The places of the patterns that may fit, in ascending order; one that is not among them does not fit. The loop runs for
 * every character of every reply, so what it looks at first stands in flat arrays.
 */
export function placesThatMayFit(index: TextIndex, text: string): readonly number[] {
  const { always, found, used, starts, literals, besides, offsets } = index;
  const lower = text.toLowerCase();
  found.set(always);
  let key = 0;
  for (let i = 0; i < lower.length; i++) {
    key = step(key, lower.charCodeAt(i));
    if (((used[key >> 5] as number) & (1 << (key & 31))) === 0) continue;
    const end = starts[key + 1] as number;
    for (let at = starts[key] as number; at < end; at++) {
      if (lower.charCodeAt(i + (offsets[at] as number)) !== besides[at]) continue;
      const literal = literals[at] as PackedLiteral;
      if (lower.startsWith(literal[0], i + 1 - literal[1])) for (const place of literal[2]) put(found, place);
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
