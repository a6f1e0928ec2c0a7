import { entriesIn } from '../../log/entries.ts';
import type { Log, LogEntry, LogOutcome, LogPeer } from '../../log/log.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { inOrder, modifierOf, type Token, type TokenModifier, tokenOf } from './tokens.ts';

/** Ids, addresses, hosts and what became of the message, on the lines of a log from `from` to `to`. */
export function* logTokens({ lines }: Ticket, log: Log, from: number, to: number): Iterable<Token> {
  for (const entry of entriesIn(lines, log, Math.max(log.start, from), Math.min(log.end, to))) {
    yield* inOrder([...ofEntry(entry)]);
  }
}

function* ofEntry(entry: LogEntry): Iterable<Token> {
  yield* tokenOf(entry.time, 'smtpNote');
  yield* tokenOf(entry.queueId, 'mailId');
  yield* tokenOf(entry.nextQueueId, 'mailId');
  yield* tokenOf(entry.messageId, 'mailId');
  for (const address of [entry.sender, ...entry.recipients, entry.originalRecipient])
    yield* tokenOf(address, 'mailAddress');
  yield* ofPeer(entry.client);
  yield* ofPeer(entry.relay);
  const modifier = entry.outcome && OUTCOMES[entry.outcome];
  yield* tokenOf(entry.status, 'mailStatus', modifier);
  yield* tokenOf(entry.dsn, 'mailStatus', entry.dsn && modifierOf(Number(entry.dsn.text[0]) * 100));
  const { reply } = entry;
  if (reply?.code !== undefined) yield* tokenOf(reply.codeSpan, 'smtpReply', modifierOf(reply.code));
  if (reply?.enhanced !== undefined)
    yield* tokenOf(reply.enhancedSpan, 'smtpReply', modifierOf(Number(reply.enhanced[0]) * 100));
}

function* ofPeer(peer: LogPeer | undefined): Iterable<Token> {
  yield* tokenOf(peer?.host, 'mailHost');
  yield* tokenOf(peer?.ip, 'mailIp');
}

const OUTCOMES: Readonly<Partial<Record<LogOutcome, TokenModifier>>> = {
  sent: 'positive',
  received: 'positive',
  deferred: 'transient',
  held: 'transient',
  quarantined: 'transient',
  bounced: 'permanent',
  rejected: 'permanent',
  expired: 'permanent',
  discarded: 'permanent',
};
