import type { Lines } from '../text/lines.ts';
import type { Cut, CutThing } from '../verdict/cut.ts';

/** What a limit took away, in a sentence; lines count from 1. */
export const cutWords = ({ what, span, left }: Cut, lines: Lines): string =>
  `From line ${lines.lineOf(span.start) + 1} on, ${left} ${left === 1 ? ONE[what] : MANY[what]}`;

const ONE: Readonly<Record<CutThing, string>> = {
  deliveries: 'more delivery that worked is not listed.',
  verdicts: 'more finding is not listed.',
};

const MANY: Readonly<Record<CutThing, string>> = {
  deliveries: 'more deliveries that worked are not listed.',
  verdicts: 'more findings are not listed.',
};
