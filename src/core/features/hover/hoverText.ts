import type { Span } from '../../text/span.ts';

/** What a hover says of a place, and which text it speaks of. */
export interface HoverText {
  readonly span: Span;
  readonly markdown: string;
}
