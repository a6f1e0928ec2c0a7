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
  readonly always: readonly number[];
  /** By the key of three letters: the place in `buckets`, 0 where no literal is looked for behind them. */
  readonly heads: Uint16Array;
  readonly buckets: readonly (readonly PackedLiteral[])[];
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
  const heads = new Uint16Array(MASK + 1);
  const buckets: PackedLiteral[][] = [[]];
  for (const literal of literals) {
    const key = keyAt(literal[0], literal[1]);
    if (heads[key] === 0) heads[key] = buckets.push([]) - 1;
    buckets[heads[key] as number]?.push(literal);
  }
  return { always, heads, buckets };
}

/** The places of the patterns that may fit, in ascending order; one that is not among them does not fit. */
export function placesThatMayFit({ always, heads, buckets }: TextIndex, text: string): readonly number[] {
  const lower = text.toLowerCase();
  const found = [...always];
  let key = 0;
  for (let i = 0; i < lower.length; i++) {
    key = step(key, lower.charCodeAt(i));
    const bucket = heads[key] as number;
    if (bucket === 0) continue;
    const literals = buckets[bucket] as readonly PackedLiteral[];
    // This loop runs for every character of every reply; taking the rows apart costs more than comparing them.
    for (let at = 0; at < literals.length; at++) {
      const row = literals[at] as PackedLiteral;
      if (lower.startsWith(row[0], i + 1 - row[1])) found.push(...row[2]);
    }
  }
  return found.sort((a, b) => a - b).filter((place, at) => place !== found[at - 1]);
}
