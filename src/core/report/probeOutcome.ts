import { explainReply } from '../knowledge/explain.ts';
import { queuedAs } from '../knowledge/found/queuedAs.ts';
import { findIn } from '../knowledge/found/replyFound.ts';
import type { Conversation, Reply, SmtpEvent } from '../smtp/conversation.ts';
import { defined } from '../text/defined.ts';
import { plainText } from '../text/plain.ts';
import { readTicket } from '../ticket/readTicket.ts';
import { replyFacts } from '../verdict/replyFacts.ts';

/** What can be done with the report of a probe. */
export interface ProbeOutcome {
  /** Ids under which messages were taken, in the order of the report. */
  readonly queued: readonly string[];
  /** Absent where trying again soon would change nothing. */
  readonly retry?: Retry;
}

export interface Retry {
  /** Seconds to wait. */
  readonly seconds: number;
  /** Whether the server named them. */
  readonly named: boolean;
  /** The reply that put it off. */
  readonly reply: string;
}

/** Postgrey and most of its kin let a client in after five minutes (RFC 6647 5 wants it short). */
const GREYLISTED = 5 * 60;
/** Where nothing is known: half of the interval at which a sending server retries at the least (RFC 5321 4.5.4.1). */
const LATER = 15 * 60;
const SHORTEST = 10;
const LONGEST = 24 * 3600;

/** What the text of a report lets be done next. */
export function probeOutcome(report: string): ProbeOutcome {
  const queued: string[] = [];
  let retry: Retry | undefined;
  const ticket = readTicket(report);
  for (const block of ticket.blocks) {
    if (block.kind !== 'conversation') continue;
    for (const event of block.events) {
      const id = isTaken(event) ? queuedAs(event.text) : undefined;
      if (id !== undefined && queued.length < 20) queued.push(id);
    }
    retry ??= retryOf(ticket.text, block);
  }
  return { queued, ...defined({ retry }) };
}

const isTaken = (event: SmtpEvent): event is Reply =>
  event.kind === 'reply' &&
  event.code >= 200 &&
  event.code < 300 &&
  (event.answers === '(data)' || event.answers === 'BDAT');

function retryOf(text: string, { events }: Conversation): Retry | undefined {
  const reply = events.find(
    (event): event is Reply =>
      event.kind === 'reply' && event.code >= 400 && event.code < 500 && event.answers !== 'QUIT',
  );
  if (reply === undefined) return undefined;
  const named = secondsIn(findIn(reply.text, false).wait ?? '');
  const { reason } = explainReply(replyFacts(text, reply));
  const usual = reason === 'greylisted' ? GREYLISTED : LATER;
  return {
    seconds: Math.min(LONGEST, Math.max(SHORTEST, named ?? usual)),
    named: named !== undefined,
    reply: plainText(`${reply.code} ${reply.enhanced === undefined ? '' : `${reply.enhanced} `}${reply.text}`, 200),
  };
}

/** `300 seconds`, `5 min`, `00:04:59`, `2h` in seconds. */
export function secondsIn(wait: string): number | undefined {
  const clock = /^(\d{1,2}):(\d{2}):(\d{2})$/.exec(wait);
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const [, count, unit] = /^(\d{1,6}) ?([smhd])/i.exec(wait) ?? [];
  const each = { s: 1, m: 60, h: 3600, d: 86_400 }[unit?.toLowerCase() ?? ''];
  return each === undefined ? undefined : Number(count) * each;
}
