import type { Span } from '../text/span.ts';
import type { Verdict } from './verdict.ts';

/** What a limit took away: lines of a log that were not judged, verdicts, or entries of logs that are not listed. */
export type CutThing = 'lines' | 'verdicts' | 'entries';

/** A limit that took something away. */
export interface Cut {
  readonly what: CutThing;
  /** Where the first of what is left out stands. */
  readonly span: Span;
  /** How many are left out. */
  readonly left: number;
}

export const isCut = (one: Verdict | Cut): one is Cut => 'left' in one;
export const isVerdict = (one: Verdict | Cut): one is Verdict => !isCut(one);
