import type { Cut, CutThing } from '../verdict/cut.ts';

/** What a limit took away, in a sentence; `lineOf` gives the line of an offset, from 0. */
export const cutWords = ({ what, span, left }: Cut, lineOf: (offset: number) => number): string =>
  `From line ${lineOf(span.start) + 1} on, ${left} ${left === 1 ? ONE[what] : MANY[what]}`;

const ONE: Readonly<Record<CutThing, string>> = {
  lines: 'line was searched for replies with a code only.',
  deliveries: 'more delivery that worked is not listed.',
  recipients: 'more recipient of the report is not listed.',
  addressees: 'more recipient of a message in the log was not kept.',
  characters: 'character of the report was not read.',
  verdicts: 'more finding is not listed.',
  objects: 'object, row or line was read in part only.',
  retries: 'failure was counted before the log ended, and a later try of it by itself.',
};

const MANY: Readonly<Record<CutThing, string>> = {
  lines: 'lines were searched for replies with a code only.',
  deliveries: 'more deliveries that worked are not listed.',
  recipients: 'more recipients of the report are not listed.',
  addressees: 'more recipients of a message in the log were not kept.',
  characters: 'characters of the report were not read.',
  verdicts: 'more findings are not listed.',
  objects: 'objects, rows or lines were read in part only.',
  retries: 'failures were counted before the log ended, and a later try of them by itself.',
};
