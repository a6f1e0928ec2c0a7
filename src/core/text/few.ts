/**
 * What a sentence names of a list, and what a line shows of a text. Whatever is left out is said: how many, or by an
 * ellipsis.
 */

/** `a`, `a and b`, `a, b and c`; of more than `most` the first ones: `a, b and 3 more`. */
export function listed(words: readonly string[], most = words.length): string {
  const more = words.length - most;
  const shown = more > 0 ? [...words.slice(0, most), `${more} more`] : words;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** The same of words each of which counts once. */
export const few = (words: readonly string[], most = 3): string => listed([...new Set(words)], most);

/** `a, b, c`; of more than `most` the first ones: `a, b and 3 more`. */
export function firstOf(words: readonly string[], most: number, between = ', '): string {
  const more = words.length - most;
  return more > 0 ? `${words.slice(0, most).join(between)} and ${more} more` : words.join(between);
}

/** Text as it is; of one of more than `most` UTF-16 code units so many, and an ellipsis. */
export const cutTo = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

/** As much of a word out of a document as fits in a sentence of `most` characters, on one line. */
export const short = (word: string, most = 80): string => {
  const plain = word.replace(/\s+/g, ' ').trim();
  return plain.length <= most ? plain : `${plain.slice(0, most - 1)}…`;
};
