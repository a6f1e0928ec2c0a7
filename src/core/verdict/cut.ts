import type { ReportCut } from '../mail/bounces/reportCut.ts';
import type { Span } from '../text/span.ts';
import type { Role, Verdict } from './verdict.ts';

/**
 * What a limit took away: verdicts, deliveries that worked, lines of prose that were searched for replies alone,
 * recipients of a report, characters of its words, addressees of a message that a log names, objects of JSON, rows of a
 * table and lines of a log that were read in part only, or retries of failures for which a later line was not waited any more.
 */
export type CutThing =
  | 'verdicts'
  | 'deliveries'
  | 'lines'
  | 'recipients'
  | 'addressees'
  | 'characters'
  | 'objects'
  | 'retries';

/** A limit that took something away. */
export interface Cut {
  readonly what: CutThing;
  /** Where the first of what is left out stands. */
  readonly span: Span;
  /** How many are left out. */
  readonly left: number;
  /** The deliveries among them, by what became of them. */
  readonly roles?: Readonly<Partial<Record<Role, number>>>;
}

/** What a limit left out of a report. */
export const cutsOf = (report: { readonly cuts?: readonly ReportCut[] } | undefined): readonly Cut[] =>
  (report?.cuts ?? []).map(({ what, left, start, end }) => ({ what, left, span: { start, end } }));

export const isCut = (one: Verdict | Cut): one is Cut => 'left' in one;
export const isVerdict = (one: Verdict | Cut): one is Verdict => !isCut(one);
