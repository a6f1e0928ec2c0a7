import { formatDelay } from '../../trace/delay.ts';
import type { TraceHop } from '../../trace/hop.ts';
import type { Words } from './told.ts';

/** The clock of whoever wrote the message is called right where it differs by less, in milliseconds. */
export const OFF_AT_WRITING = 5 * 60_000;

interface Written extends Words {
  /** Milliseconds from the Date to the first server, where that is long. */
  readonly lay?: number;
}

/** Where the Date lies long before the first server: a draft, an outbox, a copy of an older message, or that clock. */
export function writtenBefore([date, ...hops]: readonly TraceHop[]): Written | undefined {
  if (date?.origin !== 'date' || date.time === undefined) return undefined;
  const first = hops.find(({ sound }) => sound)?.time;
  const lay = first === undefined ? 0 : first - date.time;
  if (date.time < NOT_SET)
    return { words: 'Its Date lies before there was such mail: the clock of whatever wrote it was not set.' };
  // With a third clock it is told which of the two is off.
  if (-lay >= OFF_AT_WRITING && date.clockOff === undefined)
    return {
      words: `By its Date it was written ${formatDelay(-lay)} after the first server had it: one of the two clocks is off, or the Date is made up.`,
    };
  const words = `By its Date it was written ${formatDelay(lay)} before the first server had it.`;
  return lay < LAY ? undefined : { words, lay };
}

/** Before RFC 821, in milliseconds since 1970: where clocks start that nobody sets. */
const NOT_SET = Date.UTC(1982, 7);

/** How long a message lies with who wrote it before that is worth a word, in milliseconds. */
const LAY = 3600_000;
