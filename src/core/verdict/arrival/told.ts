import type { Span } from '../../text/span.ts';

/** Something that a message tells, in whole sentences of plain text, and the field that shows it. */
export interface Told extends Span {
  readonly words: string;
  /** It speaks against the message. */
  readonly against?: true;
}
