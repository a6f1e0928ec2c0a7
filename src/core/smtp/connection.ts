import type { Span } from '../text/span.ts';
import type { Recipient, Reply, Session, Transaction } from './conversation.ts';
import type { ReplyLine } from './grammar.ts';
import { PendingQueue } from './pendingQueue.ts';
import type { Stage } from './verbs.ts';

export type Draft<T> = { -readonly [K in keyof T]: T[K] };
export type ReplyDraft = Omit<Draft<Reply>, 'parts'> & { parts: Span[] };
export type TransactionDraft = Draft<Omit<Transaction, 'events' | 'recipients'>> & {
  events: number[];
  recipients: Draft<Recipient>[];
};
export type SessionDraft = Draft<Omit<Session, 'events' | 'transactions'>> & {
  events: number[];
  transactions: TransactionDraft[];
};

/** The reply that is being heard, or was heard last. */
export interface HeardReply {
  readonly code: number;
  readonly answers: Stage;
  /** It answers a chunk of a message behind which more follow (RFC 3030 2). */
  readonly goesOn: boolean;
  /** More lines of it follow. */
  open: boolean;
}

/** What one connection is in the middle of. */
export interface Connection {
  /** Index of its session, where events are kept. */
  readonly session: number;
  readonly pending: PendingQueue;
  /** What the server said last, as long as nothing followed it. */
  reply: HeardReply | undefined;
  /** The client is in the middle of its message. */
  inData: boolean;
  /** `chunk`: behind BDAT, where lines that are no command are the message (RFC 3030). */
  mode: 'command' | 'data' | 'auth' | 'chunk';
  transaction: TransactionDraft | undefined;
  greeted: boolean;
  /** A message gets an answer for each recipient: LMTP (RFC 2033 4.2), or a 353 behind it (draft-hall-prdr). */
  answersEach: boolean;
  /** STARTTLS was answered with 220: what follows is sent over TLS (RFC 3207 4). */
  secured: boolean;
  /** A reply was seen at all. */
  heard: boolean;
  ended: boolean;
}

export const openConnection = (session: number): Connection => ({
  session,
  pending: new PendingQueue(),
  reply: undefined,
  inData: false,
  mode: 'command',
  transaction: undefined,
  greeted: false,
  answersEach: false,
  secured: false,
  heard: false,
  ended: false,
});

/** Whether a line that the server says belongs to another connection than `known`. */
export function isAnother(known: Connection, read: ReplyLine | undefined): boolean {
  if (known.ended) return !finishes(known, read);
  return (
    read?.code === 220 &&
    known.mode !== 'data' &&
    read.enhanced === undefined &&
    known.greeted &&
    !mayAnswer(known, read)
  );
}

/** After 221 or 421 nothing of the same connection follows but the rest of what was on its way. */
function finishes(known: Connection, read: ReplyLine | undefined): boolean {
  if (known.reply?.open === true) return true;
  return known.pending.length > 0 && read?.code !== 220;
}

function mayAnswer(known: Connection, read: ReplyLine): boolean {
  if (known.reply?.open === true && known.reply.code === read.code) return true;
  const stage = known.pending.first?.stage;
  return stage === 'STARTTLS' || stage === '?' || stage === 'XCLIENT';
}

/** Whether the first reply of a connection is its greeting (RFC 5321 3.1), which may come after an early command. */
export function isBanner(code: number, pending: Stage | undefined): boolean {
  // A transcript that starts with STARTTLS was cut off in front of it: a client greets first (RFC 3207 4).
  // Behind XCLIENT a server greets as if a client had just connected (Postfix's XCLIENT_README).
  if (code === 220) return pending !== 'STARTTLS' && pending !== 'XCLIENT';
  if (code === 421 || code >= 500) return pending === undefined || pending === 'EHLO' || pending === 'HELO';
  return false;
}
