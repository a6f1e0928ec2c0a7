import { readEntry } from '../../log/entries.ts';
import { entrySpans } from '../../log/entrySpans.ts';
import type { Log, LogEntry } from '../../log/log.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Verdict } from '../../verdict/verdict.ts';

/** Characters of one log that are searched for what it says of a message; as many as are judged. */
const SEARCHED = 2_000_000;
/** Entries about one message that are kept. */
const MOST = 200;

/** The entries of a log about the message of a verdict: by its queue id, else those about the same recipient. */
export function historyOf(
  { text, lines }: Ticket,
  log: Log,
  { span, queueId, recipients }: Verdict,
): readonly LogEntry[] {
  const signs = queueId === undefined ? recipients.slice(0, 1) : [queueId];
  const found: LogEntry[] = [];
  for (const { start, end } of entrySpans(lines, log, log.start, log.start + SEARCHED)) {
    const own = start <= span.start && span.start < end;
    if (!own && (found.length >= MOST || !holdsOne(text, start, end, signs))) continue;
    const entry = readEntry(text, start, end, log);
    if (own || queueId === undefined || entry.queueId?.text === queueId) found.push(entry);
    else if (entry.relatedId?.text === queueId) found.push(entry);
  }
  return found;
}

/** Characters of an entry that are searched for an id. */
const WIDTH = 4000;

const holdsOne = (text: string, start: number, end: number, signs: readonly string[]): boolean => {
  if (signs.length === 0) return false;
  const words = text.slice(start, Math.min(end, start + WIDTH));
  return signs.some((sign) => sign !== '' && words.includes(sign));
};
