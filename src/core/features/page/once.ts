/** Where a sentence ends and the next begins. */
const END = /(?<=[.!?…]["”)]?) +(?=["“(]?[\p{Lu}\d])/u;

const keyOf = (sentence: string): string => sentence.replace(/[\s.]+$/, '').toLowerCase();

/** Lets every sentence through once, so that a page says nothing twice. */
export class Once {
  readonly #said = new Set<string>();

  /** The words without the sentences that were said before; empty where nothing is left. */
  say(words: string): string {
    return words
      .split(END)
      .filter((sentence) => {
        const key = keyOf(sentence);
        return key !== '' && !this.#said.has(key) && this.#said.add(key);
      })
      .join(' ');
  }
}
