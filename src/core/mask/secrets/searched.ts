/** A text that secrets are searched for in, and the same in small letters, by which a finder knows that it has nothing to do. */
export interface Searched {
  readonly text: string;
  readonly small: string;
}

/** What a text in small letters has where a word may stand in it, and the pattern of the word. */
export type Word = readonly [stems: readonly string[], pattern: string];

/** Whether one of the words stands in it. */
export const hasAny = (small: string, words: readonly string[]): boolean => words.some((word) => small.includes(word));

/** The patterns of those words that a text may have, as alternatives: a plain search tells sooner than a pattern. */
export const alternatives = (words: readonly Word[], small: string): string =>
  words
    .filter(([stems]) => hasAny(small, stems))
    .map(([, pattern]) => pattern)
    .join('|');

/** Texts have few sets of words; more than this are an attempt to fill the memory. */
const MOST = 200;

/** Patterns that were made for sets of words. */
export class Patterns {
  readonly #made = new Map<string, RegExp>();
  readonly #make: (alternatives: string) => RegExp;

  constructor(make: (alternatives: string) => RegExp) {
    this.#make = make;
  }

  /** The pattern for these words; undefined where there are none. */
  for(words: string): RegExp | undefined {
    if (words === '') return undefined;
    let made = this.#made.get(words);
    if (made === undefined) {
      if (this.#made.size >= MOST) this.#made.clear();
      made = this.#make(words);
      this.#made.set(words, made);
    }
    return made;
  }
}
