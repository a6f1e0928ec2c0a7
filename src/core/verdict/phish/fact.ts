import type { Span } from '../../text/span.ts';

/** Something that a message shows, as a sentence of plain text, and where it stands. */
export interface Fact {
  readonly words: string;
  readonly at: Span;
}

/** What speaks against a message, what for it, and what cannot be told from it. No sum is made of them. */
export interface Facts {
  readonly against: readonly Fact[];
  readonly for: readonly Fact[];
  readonly unknown: readonly Fact[];
}

export const NO_FACTS: Facts = { against: [], for: [], unknown: [] };

/** As much of a word out of a message as fits in a sentence, on one line. */
export const short = (word: string, most = 80): string => {
  const plain = word.replace(/\s+/g, ' ').trim();
  return plain.length <= most ? plain : `${plain.slice(0, most - 1)}…`;
};

/** `a`, `a and b`, `a, b and 3 more`. */
export function few(words: readonly string[], most = 3): string {
  const unlike = [...new Set(words)];
  const more = unlike.length - most;
  const shown = more > 0 ? [...unlike.slice(0, most), `${more} more`] : unlike;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
