import { explainReply } from '../knowledge/explainReply.ts';
import { queuedAs } from '../knowledge/found/queuedAs.ts';
import { findIn } from '../knowledge/found/replyFound.ts';
import { retryAfter } from '../knowledge/found/retryAfter.ts';
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
      if (id !== undefined) queued.push(id);
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
  const { reason } = explainReply(replyFacts(text, reply));
  const { seconds, named } = retryAfter(reason, findIn(reply.text, false).wait);
  return {
    seconds: Math.min(LONGEST, Math.max(SHORTEST, seconds)),
    named,
    reply: plainText(`${reply.code} ${reply.enhanced === undefined ? '' : `${reply.enhanced} `}${reply.text}`, 200),
  };
}
