import { explainReply } from '../knowledge/explain.ts';
import type { Message } from '../mail/message.ts';
import type { Conversation, Reply, SmtpEvent } from '../smtp/conversation.ts';
import type { Block, Ticket } from '../ticket/ticket.ts';
import { explainRecipient } from './reportRecipient.ts';
import type { Verdict } from './verdict.ts';

/** What happened in a ticket: for each conversation and each report the cause first, then what followed from it. */
export function readVerdicts(ticket: Ticket): readonly Verdict[] {
  return ticket.blocks.flatMap(verdictsOf);
}

/** What happened in one block. */
export function verdictsOf(block: Block): readonly Verdict[] {
  switch (block.kind) {
    case 'conversation':
      return ofConversation(block);
    case 'message':
      return ofReport(block);
    default:
      return [];
  }
}

function ofConversation(conversation: Conversation): Verdict[] {
  const causes: Verdict[] = [];
  const consequences: Verdict[] = [];
  const accepted: Verdict[] = [];
  const failedSessions = new Set<number>();
  for (const event of conversation.events) {
    if (event.kind !== 'reply') continue;
    if (event.code >= 400 && event.code < 600) {
      const verdict = ofReply(conversation, event);
      (isConsequence(event, failedSessions) ? consequences : causes).push(verdict);
      failedSessions.add(event.session);
    } else if (isAcceptance(event)) {
      accepted.push(ofReply(conversation, event));
    }
  }
  return [...causes, ...consequences, ...accepted];
}

/** A command out of sequence (503) behind a refusal only says that the client went on regardless (RFC 5321 4.1.4). */
const isConsequence = (reply: Reply, failed: ReadonlySet<number>): boolean =>
  reply.code === 503 && failed.has(reply.session);

/** The server has taken responsibility for the message (RFC 5321 6.1). */
const isAcceptance = (reply: Reply): boolean =>
  Math.floor(reply.code / 100) === 2 &&
  (reply.answers === '(data)' || (reply.answers === 'BDAT' && /queued|accepted/i.test(reply.text)));

function ofReply(conversation: Conversation, reply: Reply): Verdict {
  const explanation = explainReply({
    code: reply.code,
    text: reply.text,
    stage: reply.answers,
    ...(reply.enhanced !== undefined && { enhanced: reply.enhanced }),
  });
  const session = conversation.sessions[reply.session];
  const recipient = recipientOf(conversation, reply);
  return {
    code: explanation.reason,
    span: { start: reply.start, end: reply.end },
    failed: reply.code >= 400,
    reply: reply.enhanced === undefined ? String(reply.code) : `${reply.code} ${reply.enhanced}`,
    stage: reply.answers,
    ...(session?.server !== undefined && { server: session.server }),
    ...(recipient !== undefined && { recipient }),
    actor: explanation.actor,
    retry: explanation.retry,
    summary: explanation.meaning,
    next: explanation.next,
    source: explanation.source,
  };
}

function recipientOf(conversation: Conversation, reply: Reply): string | undefined {
  if (reply.answers !== 'RCPT') return undefined;
  const index = indexOfEvent(conversation.events, reply);
  for (const transaction of conversation.sessions[reply.session]?.transactions ?? []) {
    if (transaction.end < reply.start) continue;
    const found = transaction.recipients.find((recipient) => recipient.reply === index);
    if (found !== undefined) return found.address;
  }
  return undefined;
}

/** Events stand in the order of the text, so halving finds one. */
function indexOfEvent(events: readonly SmtpEvent[], event: SmtpEvent): number {
  let low = 0;
  let high = events.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] as SmtpEvent).start < event.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function ofReport(message: Message): Verdict[] {
  const verdicts: Verdict[] = [];
  for (const recipient of message.report?.recipients ?? []) {
    const failed = recipient.action === 'failed' || recipient.action === 'delayed';
    const { codes, explanation } = explainRecipient(recipient);
    verdicts.push({
      code: explanation.reason,
      span: recipient.diagnosticSpan ?? { start: recipient.start, end: recipient.end },
      failed,
      ...(codes !== '' && { reply: codes }),
      stage: 'report',
      ...(recipient.remoteMta !== undefined && { server: recipient.remoteMta }),
      ...(recipient.finalRecipient !== undefined && { recipient: recipient.finalRecipient }),
      actor: explanation.actor,
      retry: recipient.action === 'delayed' ? 'yes' : explanation.retry,
      summary: explanation.meaning,
      next: explanation.next,
      source: explanation.source,
    });
  }
  return verdicts;
}
