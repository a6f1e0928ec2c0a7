import type { ReplyText } from './replyText.ts';
import { requiredLiterals, SHORTEST } from './requiredLiterals.ts';

/** Finds the rows that may fit a text without trying each of them. */
export interface TextIndex {
  readonly rows: readonly ReplyText[];
  /** Rows that must be tried against any text, by their place in `rows`. */
  readonly always: readonly number[];
  /** By the key of three letters: the place in `buckets`, 0 where no literal is looked for behind them. */
  readonly heads: Uint16Array;
  readonly buckets: readonly (readonly Entry[])[];
}

interface Entry {
  readonly literal: string;
  /** Characters from the beginning of the literal to behind the three letters that it is found by. */
  readonly offset: number;
  /** Places of the rows that need the literal. */
  readonly rows: readonly number[];
}

/** Three letters of five bits; characters with the same five bits share a key. */
const MASK = 0x7fff;
const step = (key: number, letter: number): number => ((key << 5) | (letter & 31)) & MASK;

/** Builds the index; the order of the rows stays the order in which they are tried. */
export function indexTexts(rows: readonly ReplyText[]): TextIndex {
  const always: number[] = [];
  const places = new Map<string, number[]>();
  rows.forEach((row, place) => {
    const literals = requiredLiterals(row.pattern);
    if (literals === undefined) always.push(place);
    for (const literal of literals ?? []) places.set(literal, [...(places.get(literal) ?? []), place]);
  });
  const uses = new Uint16Array(MASK + 1);
  for (const literal of places.keys()) for (const { key } of keysOf(literal)) uses[key] = (uses[key] as number) + 1;
  const heads = new Uint16Array(MASK + 1);
  const buckets: Entry[][] = [[]];
  for (const [literal, found] of places) {
    // The rarest letters of a literal spare the most comparisons.
    const { key, offset } = keysOf(literal).reduce((best, one) =>
      (uses[one.key] as number) < (uses[best.key] as number) ? one : best,
    );
    if (heads[key] === 0) heads[key] = buckets.push([]) - 1;
    buckets[heads[key] as number]?.push({ literal, offset, rows: found });
  }
  return { rows, always, heads, buckets };
}

interface Key {
  readonly key: number;
  readonly offset: number;
}

function keysOf(literal: string): readonly Key[] {
  const keys: Key[] = [];
  let key = 0;
  for (let i = 0; i < literal.length; i++) {
    key = step(key, literal.charCodeAt(i));
    if (i + 1 >= SHORTEST) keys.push({ key, offset: i + 1 });
  }
  return keys;
}

/** The rows that may fit, in the order of the table; a row that is not among them does not fit. */
export function rowsThatMayFit(index: TextIndex, text: string): readonly ReplyText[] {
  const { heads, buckets } = index;
  const lower = text.toLowerCase();
  const found = new Set(index.always);
  let key = 0;
  for (let i = 0; i < lower.length; i++) {
    key = step(key, lower.charCodeAt(i));
    const bucket = heads[key] as number;
    if (bucket === 0) continue;
    for (const { literal, offset, rows } of buckets[bucket] as readonly Entry[]) {
      if (lower.startsWith(literal, i + 1 - offset)) for (const row of rows) found.add(row);
    }
  }
  return [...found].sort((a, b) => a - b).map((place) => index.rows[place] as ReplyText);
}
