import { entriesIn } from '../core/log/entries.ts';
import type { LogEntry } from '../core/log/log.ts';
import { defined } from '../core/text/defined.ts';
import { ownString } from '../core/text/ownStrings.ts';
import { readTicket } from '../core/ticket/readTicket.ts';

/** What a line of a log says of which message it belongs to. */
export interface LineIds {
  readonly host?: string;
  /** The id under which the host has the message. */
  readonly own?: string;
  /** The ids that the next queues gave it. */
  readonly next: readonly string[];
  /** The next queue is on the same machine. */
  readonly inside?: true;
  readonly messageId?: string;
  /** The id is free to be used again. */
  readonly removed?: true;
  /** It was refused before it had an id. */
  readonly refused?: true;
}

const NOTHING: LineIds = { next: [] };

/** The session of dovecot's LMTP, which its reply names: `lmtp(bob)<5220><sFSPBnVYIWfsFAAAxyz>: `. */
const DOVECOT = /\blmtp\([^()\r\n]{1,320}\)<\d{1,10}><([\w+/=:-]{6,60})>/;
const SAVED = /\b250 2\.\d\.\d <[^<>\r\n]{0,320}> ([\w+/=]{12,60}) Saved\b/;
const DOVECOT_ID = /\bmsgid=<?([^\s<>]{3,250}@[^\s<>,:]{1,255})>?/;
/** Ids that replies give, whoever wrote the line: Postfix, amavis, Exim, sendmail, OpenSMTPD, Haraka. */
const GIVEN =
  /\bqueued as ([\w.-]{5,60})|\bOK id=([0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4})|\b([0-9A-Za-z]{14}) Message accepted for delivery|\b2\.0\.0 ([0-9a-f]{8}) Message accepted/gi;
const EXIM =
  /(?<![0-9A-Za-z-])([0-9A-Za-z]{6}-(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{2}|[0-9A-Za-z]{11}-[0-9A-Za-z]{4}))(?![0-9A-Za-z-])/;
const LOOPBACK = /^(?:127\.|::1$|localhost$)/i;
/** Characters of a line in which ids are looked for. */
const LONGEST = 16_384;

/**
 * The ids in lines of one log, in the order of the lines, and nothing for a line that names none. `header` is what
 * names the columns, where the log is a table.
 */
export function readLines(header: string, texts: readonly string[]): readonly LineIds[] {
  const starts: number[] = [];
  let text = header === '' ? '' : `${header}\n`;
  for (const one of texts) {
    starts.push(text.length);
    text += `${one.slice(0, LONGEST).replace(/[\r\n\u2028\u2029]/g, ' ')}\n`;
  }
  const found: LineIds[] = texts.map(() => NOTHING);
  const ticket = readTicket(text);
  let i = -1;
  for (const block of ticket.blocks) {
    if (block.kind !== 'log') continue;
    for (const entry of entriesIn(ticket.lines, block)) {
      while (i + 1 < starts.length && (starts[i + 1] as number) <= entry.start) i++;
      if (i >= 0 && found[i] === NOTHING) found[i] = idsOf(entry, texts[i] as string);
    }
  }
  return found.map((ids, at) => (ids === NOTHING ? idsOfWords(texts[at] as string) : ids));
}

function idsOf(entry: LogEntry, line: string): LineIds {
  const { format, host, queueId, nextQueueId, messageId, relay, outcome } = entry;
  // Exchange counts messages anew on each server, and names servers by the event.
  const isExchange = format.startsWith('exchange');
  const rest = idsOfWords(line);
  const own = isExchange ? undefined : (ownOf(format, queueId?.text) ?? rest.own);
  const next = new Set(nextQueueId === undefined ? [] : [nextQueueId.text]);
  // A filter names the id that the server has beside it, in a log that names no host.
  const filtered = format === 'rspamd' ? own : undefined;
  if (filtered !== undefined) next.add(filtered);
  if (!isExchange) for (const id of rest.next) if (id !== own) next.add(id);
  const relayed = relay?.ip?.text ?? relay?.host?.text ?? relay?.text;
  return {
    ...defined({
      host: isExchange ? undefined : host && ownString(host.text.toLowerCase()),
      own: filtered === undefined ? own && ownString(own) : undefined,
      messageId: messageId === undefined || messageId.text === '' ? rest.messageId : ownString(messageId.text),
    }),
    next: [...next].map(ownString),
    ...(relayed !== undefined && LOOPBACK.test(relayed) && { inside: true }),
    ...(format === 'amavis' && { inside: true }),
    ...((outcome === 'removed' || /: removed\s*$/.test(line)) && { removed: true }),
    ...(outcome === 'rejected' && own === undefined && { refused: true }),
  };
}

/** OpenSMTPD's envelopes carry the id of their message in their first half; Haraka's transactions that of their connection. */
const ownOf = (format: LogEntry['format'], id: string | undefined): string | undefined =>
  format === 'opensmtpd' && id?.length === 16 ? id.slice(0, 8) : id;

function idsOfWords(line: string): LineIds {
  const text = line.slice(0, LONGEST);
  const session = DOVECOT.exec(text)?.[1];
  const next = new Set<string>();
  for (const match of text.matchAll(GIVEN)) {
    const id = match.slice(1).find((one) => one !== undefined);
    if (id !== undefined) next.add(id);
  }
  const saved = SAVED.exec(text)?.[1];
  if (saved !== undefined) next.add(saved);
  const own = session ?? EXIM.exec(text.slice(0, 120))?.[1];
  if (own !== undefined) next.delete(own);
  if (own === undefined && next.size === 0) return NOTHING;
  return { ...defined({ own, messageId: session && DOVECOT_ID.exec(text)?.[1] }), next: [...next] };
}

/** The ids by which other lines of the same message are found. */
export const idsToFollow = ({ own, next, messageId }: LineIds): readonly string[] =>
  [own, messageId, ...next].filter((id) => id !== undefined && id.length >= 5) as string[];
