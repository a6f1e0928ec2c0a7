/** What a text in small letters has where a word may stand in it, and the pattern of the word. */
export type Word = readonly [stems: readonly string[], pattern: string];

/** Characters from which on it pays to look the text through once. */
const LONG = 4000;

/**
 * A text that secrets are searched for in. Most texts have few of the hundreds of words that forms are told by, so each
 * finder asks first: a long text is looked through once, and which three characters follow each other in it is remembered.
 */
export class Searched {
  readonly text: string;
  readonly #small: string;
  readonly #threes: Uint8Array | undefined;

  constructor(text: string) {
    this.text = text;
    this.#small = text.toLowerCase();
    this.#threes = this.#small.length < LONG ? undefined : threesOf(this.#small);
  }

  /** Whether a word in small letters stands in the text, in whatever letters. */
  has(word: string): boolean {
    const threes = this.#threes;
    if (threes !== undefined) {
      for (let i = 2; i < word.length; i++) if (threes[threeAt(word, i)] === 0) return false;
    }
    return this.#small.includes(word);
  }

  hasAny(words: readonly string[]): boolean {
    return words.some((word) => this.has(word));
  }

  /** The patterns of those words that the text may have, as alternatives. */
  alternatives(words: readonly Word[]): string {
    return words
      .filter(([stems]) => this.hasAny(stems))
      .map(([, pattern]) => pattern)
      .join('|');
  }
}

const threeAt = (text: string, i: number): number =>
  ((text.charCodeAt(i - 2) & 63) << 10) | ((text.charCodeAt(i - 1) & 31) << 5) | (text.charCodeAt(i) & 31);

function threesOf(text: string): Uint8Array {
  const threes = new Uint8Array(1 << 16);
  for (let i = 2; i < text.length; i++) threes[threeAt(text, i)] = 1;
  return threes;
}

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
