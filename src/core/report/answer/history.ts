import { readEntry } from '../../log/entries.ts';
import { entrySpanAt, entrySpans } from '../../log/entrySpans.ts';
import type { Log, LogEntry } from '../../log/log.ts';
import type { Lines } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Verdict } from '../../verdict/verdict.ts';

/** Entries about one message that are kept. */
const MOST = 1000;
/** Entries that are read to find those. */
const MOST_READ = 20_000;

/** The entries of a log about the message of a verdict: by its queue id, else those about the same recipient. */
export function historyOf(
  { text, lines }: Ticket,
  log: Log,
  { span, queueId, recipients }: Verdict,
): readonly LogEntry[] {
  const own = entrySpanAt(lines, log, span.start);
  const found: LogEntry[] = [];
  let read = 0;
  let isKept = false;
  const keepOwn = (): void => {
    if (!isKept) found.push(readEntry(text, own.start, own.end, log));
    isKept = true;
  };
  for (const { start, end } of spansWith(lines, log, queueId ?? recipients[0] ?? '')) {
    if (start >= own.start) keepOwn();
    if (found.length >= MOST || read++ >= MOST_READ) break;
    if (start === own.start) continue;
    const entry = readEntry(text, start, end, log);
    const isSame = queueId === undefined || [entry.queueId?.text, entry.relatedId?.text].includes(queueId);
    if (isSame) found.push(entry);
  }
  keepOwn();
  return found;
}

/** Characters without the sign that are not gone through entry by entry. */
const FAR = 250_000;

/** The entries that hold a sign. */
function* spansWith(lines: Lines, log: Log, sign: string): Iterable<Span> {
  const { text } = lines;
  let at = sign === '' ? -1 : text.indexOf(sign, log.start);
  while (at >= 0 && at < log.end) {
    let isFar = false;
    for (const span of entrySpans(lines, log, at)) {
      if (span.end <= at) continue;
      if (at < span.start) at = text.indexOf(sign, span.start);
      if (at >= 0 && at < span.end) {
        yield span;
        at = text.indexOf(sign, span.end);
      }
      isFar = at > span.end + FAR;
      if (isFar || at < 0) break;
    }
    if (!isFar) return;
  }
}
