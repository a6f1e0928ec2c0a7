import { readEntry } from '../../log/entries.ts';
import { entrySpanAt, entrySpans } from '../../log/entrySpans.ts';
import type { Log, LogEntry } from '../../log/log.ts';
import type { Lines } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Verdict } from '../../verdict/verdict.ts';

/** Entries with the sign of a message that are read. */
const MOST = 20_000;

export interface History {
  /** In the order of the log. */
  readonly entries: readonly LogEntry[];
  /** Entries that hold the sign and were not read, for they are too many: those that are farthest away. */
  readonly unread: number;
}

/** The entries of a log about the message of a verdict: by its queue id, else those about the same recipient. */
export function historyOf({ text, lines }: Ticket, log: Log, { span, queueId, recipients }: Verdict): History {
  const own = entrySpanAt(lines, log, span.start);
  const all = [...spansWith(lines, log, queueId ?? recipients[0] ?? '')];
  const behind = all.findIndex(({ start }) => start >= own.start);
  const at = behind < 0 ? all.length : behind;
  if (all[at]?.start !== own.start) all.splice(at, 0, own);
  const from = Math.max(0, Math.min(at - MOST / 2, all.length - MOST));
  const entries = all
    .slice(from, from + MOST)
    .map(({ start, end }) => readEntry(text, start, end, log))
    .filter(
      (entry) =>
        entry.start === own.start ||
        queueId === undefined ||
        [entry.queueId?.text, entry.relatedId?.text].includes(queueId),
    );
  return { entries, unread: Math.max(0, all.length - MOST) };
}

/** Ids of messages that are looked for, of those that somebody names. */
const NAMED = 20;

/** The ids under which queues had the messages of which somebody names the Message-ID (`message-id=<…>`, `msgid=<…>`, ` id=…`). */
export function queueIdsOf({ text, lines, blocks }: Ticket, names: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const block of blocks) {
    if (block.kind !== 'log') continue;
    for (const name of [...names].slice(0, NAMED))
      for (const { start, end } of [
        ...spansWith(lines, block, `id=<${name}>`),
        ...spansWith(lines, block, ` id=${name}`),
      ]) {
        const { messageId, queueId } = readEntry(text, start, end, block);
        if (messageId?.text === name && queueId !== undefined) found.add(queueId.text);
      }
  }
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
