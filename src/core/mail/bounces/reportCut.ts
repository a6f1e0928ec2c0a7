import type { Span } from '../../text/span.ts';

/** A limit that left something out of a report: recipients, or characters of its words; where the first of it stands. */
export interface ReportCut extends Span {
  readonly what: 'recipients' | 'characters';
  readonly left: number;
}
