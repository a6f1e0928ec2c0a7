import type { Span } from '../text/span.ts';

/** A reply quoted in prose, in a log line or in a report. */
export interface QuotedReply extends Span {
  readonly code?: number;
  readonly codeSpan?: Span;
  readonly enhanced?: string;
  readonly enhancedSpan?: Span;
  readonly text: string;
}
