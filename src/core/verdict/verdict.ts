import type { Actor, Retry } from '../knowledge/explanation.ts';
import type { Span } from '../text/span.ts';

/** What a ticket shows to have happened, said of one place in it. */
export interface Verdict {
  /** The class of the reason, as a key of the table of reasons; `accepted` for a message that was taken. */
  readonly code: string;
  /** The reply that shows it. */
  readonly span: Span;
  readonly failed: boolean;
  /** The reply's codes as written: `550 5.1.1`. */
  readonly reply?: string;
  /** Where in the session: a verb, `connect`, `(data)`, `report`. */
  readonly stage: string;
  /** The server that said it, where the text names one. */
  readonly server?: string;
  readonly recipient?: string;
  readonly actor: Actor;
  readonly retry: Retry;
  readonly summary: string;
  readonly next: readonly string[];
  readonly source: string;
}
