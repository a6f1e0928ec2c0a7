import type { Stage } from '../smtp/verbs.ts';
import type { Span } from '../text/span.ts';
import type { FrameName, Sureness } from './frames.ts';

/** A reply that stands in a log line, a report, a program's error or a sentence. The span is that of its codes. */
export interface QuotedReply extends Span {
  readonly code?: number;
  readonly codeSpan?: Span;
  readonly enhanced?: string;
  readonly enhancedSpan?: Span;
  /** The codes and the words that belong to them. */
  readonly text: string;
}

/** What a frame shows of the delivery besides the reply. */
export interface Parties {
  readonly recipient?: string;
  readonly sender?: string;
  readonly server?: string;
}

/** A reply that the finder found. */
export interface FoundReply extends QuotedReply, Parties {
  /** Where the words stand; empty behind a code alone. */
  readonly words: Span;
  readonly frame: FrameName;
  readonly sureness: Sureness;
  /** What it answers, where the frame says so. */
  readonly stage: Stage;
}
