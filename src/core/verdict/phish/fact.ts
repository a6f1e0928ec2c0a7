import type { Span } from '../../text/span.ts';

/** Something that a message shows, as a sentence of plain text, and where it stands. */
export interface Fact {
  readonly words: string;
  readonly at: Span;
  /** It is about where links lead. */
  readonly ofLink?: true;
}

/** What speaks against a message, what for it, and what cannot be told from it. No sum is made of them. */
export interface Facts {
  readonly against: readonly Fact[];
  readonly for: readonly Fact[];
  readonly unknown: readonly Fact[];
}

export const NO_FACTS: Facts = { against: [], for: [], unknown: [] };
