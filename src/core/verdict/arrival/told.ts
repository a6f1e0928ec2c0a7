import type { Span } from '../../text/span.ts';

/** Something that a message tells, in whole sentences of plain text, and the field that shows it. */
export interface Told extends Span {
  readonly words: string;
  /** It speaks against the message. */
  readonly against?: true;
}

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** As much of a word out of a message as fits in a sentence, on one line. */
export const short = (word: string, most = 80): string => {
  const plain = word.replace(/\s+/g, ' ').trim();
  return plain.length <= most ? plain : `${plain.slice(0, most - 1)}…`;
};
