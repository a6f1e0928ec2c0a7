import type { Lines } from '../text/lines.ts';
import type { Cut, CutThing } from '../verdict/cut.ts';

/** What a limit took away, in a sentence; lines count from 1. */
export const cutWords = ({ what, span, left }: Cut, lines: Lines): string =>
  `From line ${lines.lineOf(span.start) + 1} on, ${left} ${left === 1 ? ONE[what] : MANY[what]}`;

const ONE: Readonly<Record<CutThing, string>> = {
  lines: 'line of the log was not judged.',
  verdicts: 'more finding is not listed.',
  entries: 'more entry is not listed.',
};

const MANY: Readonly<Record<CutThing, string>> = {
  lines: 'lines of the log were not judged.',
  verdicts: 'more findings are not listed.',
  entries: 'more entries are not listed.',
};
