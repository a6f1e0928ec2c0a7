import { queuedAs } from '../../knowledge/found/queuedAs.ts';
import type { LogEntry } from '../../log/log.ts';
import { isFromMailer } from '../../mail/bounces/evidence.ts';
import { isIp } from '../../mail/ipAddress.ts';
import type { Message } from '../../mail/message.ts';
import type { Conversation, Transaction } from '../../smtp/conversation.ts';
import { connectedTo, type WhereTo } from '../../smtp/whereTo.ts';
import { withoutAngles } from '../../text/angles.ts';
import { defined } from '../../text/defined.ts';
import type { Block, Ticket } from '../../ticket/ticket.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { countedTime } from '../writeUtc.ts';
import { fieldValue, type HeaderFacts, headerFacts, mailboxIn } from './headerFacts.ts';
import { type History, historyOf } from './history.ts';
import { isQuoted, ofQuoted, whoseItWas } from './quotedNotice.ts';

/** Whose mail it is about, when it was and where, as far as the text says. */
export interface Circumstances {
  readonly recipients: readonly string[];
  /** The address that was written to, where another one stands for it. */
  readonly original?: string;
  /** Empty for the null reverse-path. */
  readonly sender?: string;
  /** When it happened, as written. */
  readonly time?: string;
  /** The server that said it or was to be reached, with its address where it is known: `mx.a.test [192.0.2.1]`. */
  readonly server?: string;
  readonly subject?: string;
  /** Without angles. */
  readonly messageId?: string;
  readonly queueId?: string;
  /** Under which id the next server took it. */
  readonly takenAs?: string;
  /** Until when the queue keeps trying, as written. */
  readonly until?: string;
  /** What the log tells of the same message, in order. */
  readonly history: readonly LogEntry[];
  /** Entries of the log that may tell of it, too, and were not read. */
  readonly unread?: number;
}

/** The block in which something stands. */
export const blockOf = ({ blocks }: Ticket, offset: number): Block | undefined =>
  blocks.findLast(({ start }) => start <= offset);

/** What a verdict, its block and what stands beside it tell of the mail. */
export function circumstancesOf(ticket: Ticket, verdict: Verdict): Circumstances {
  const block = blockOf(ticket, verdict.span.start);
  const told = { recipients: verdict.recipients, ...defined({ sender: verdict.sender, server: verdict.server }) };
  switch (block?.kind) {
    case 'log':
      return { ...told, ...ofLog(ticket, verdict, historyOf(ticket, block, verdict)) };
    case 'message':
      return { ...told, ...ofMessage(ticket, block, verdict), history: [] };
    case 'conversation':
      return {
        ...told,
        ...(verdict.stage === 'report' || isQuoted(ticket, verdict)
          ? ofQuoted(ticket, verdict)
          : ofConversation(ticket, block, verdict)),
        history: [],
      };
    default:
      return { ...told, ...ofQuoted(ticket, verdict), history: [] };
  }
}

const last = <T>(all: readonly T[]): T | undefined => all.at(-1);

function ofLog(
  { text }: Ticket,
  verdict: Verdict,
  { entries: history, unread }: History,
): Partial<Circumstances> & Pick<Circumstances, 'history'> {
  const own = history.find(
    ({ start, end }) => start <= verdict.span.start && verdict.span.start < Math.max(end, start + 1),
  );
  const told = own === undefined ? history : [own, ...history];
  const recipients = verdict.recipients.length > 0 ? verdict.recipients : undelivered(history);
  const about = history.filter(
    (entry) =>
      entry.recipients.some(({ text: one }) => recipients.includes(one)) &&
      (verdict.queueId !== undefined || !isOther(entry, own)),
  );
  const end = last(about.filter(({ outcome }) => outcome !== undefined)) ?? own;
  const peer = own?.outcome === 'rejected' ? undefined : (own?.relay ?? end?.relay);
  const reached =
    peer === undefined || peer.text === 'none' ? namedPeer(own?.reason?.text ?? own?.reply?.text ?? '') : undefined;
  const host = verdict.server ?? (peer?.text === 'none' ? undefined : peer?.host?.text.replace(/\.$/, ''));
  const server = reached ?? (host === undefined ? serverIn(text, told) : withAddress(host, peer?.ip?.text));
  const sent = about.find(({ outcome }) => outcome === 'sent');
  const time = (end ?? own)?.time?.text;
  return {
    history,
    recipients,
    unread,
    ...defined({
      sender: verdict.sender ?? told.find(({ sender }) => sender !== undefined)?.sender?.text,
      time: time && countedTime(time),
      server,
      queueId: verdict.queueId,
      original: about.find(({ originalRecipient }) => originalRecipient !== undefined)?.originalRecipient?.text,
      subject: told.find(({ subject }) => subject !== undefined)?.subject?.text.slice(0, 200),
      messageId: withoutAngles(told.find(({ messageId }) => messageId !== undefined)?.messageId?.text),
      takenAs: sent?.nextQueueId?.text ?? queuedAs(sent?.reply?.text ?? ''),
    }),
  };
}

/** Whether two entries name different messages. */
const isOther = (one: LogEntry, own: LogEntry | undefined): boolean =>
  [
    [one.messageId, own?.messageId],
    [one.subject, own?.subject],
  ].some(([a, b]) => a !== undefined && b !== undefined && a.text !== b.text);

/** Whose mail it was where the line that says why names nobody, as those of Exim on a host. */
const undelivered = (history: readonly LogEntry[]): readonly string[] => [
  ...new Set(
    history
      .filter(({ outcome }) => outcome === 'bounced' || outcome === 'expired' || outcome === 'deferred')
      .flatMap(({ recipients }) => recipients.map(({ text }) => text)),
  ),
];

/** `connect to mx.a.test[192.0.2.1]:25: Connection timed out` (Postfix). */
function namedPeer(words: string): string | undefined {
  const [, host, ip] =
    /\b(?:connect to|conversation with|host) ([\w.-]{1,255})\[([\da-f.:]{2,45})\]/i.exec(words.slice(0, 1000)) ?? [];
  return host === undefined ? undefined : withAddress(host, ip);
}

/** `H=mx.a.test [192.0.2.1]` (Exim), in the first line that has it. */
function serverIn(text: string, entries: readonly LogEntry[]): string | undefined {
  for (const { start, end, outcome } of entries) {
    const line = text.slice(start, Math.min(end, start + 2000));
    const [, host, ip] = (outcome !== 'received' && /\bH=([\w.-]{1,255}) \[([\da-f.:]{2,45})\]/i.exec(line)) || [];
    if (host !== undefined && !/ <= /.test(line)) return withAddress(host, ip);
  }
  return undefined;
}

const withAddress = (host: string, ip: string | undefined): string =>
  ip === undefined || ip === host || !isIp(ip) ? host : `${host} [${ip}]`;

function ofMessage(ticket: Ticket, message: Message, verdict: Verdict): Partial<Circumstances> {
  const { recipients, server } = verdict;
  const { report } = message;
  if (report === undefined) {
    const facts = headerFacts(message);
    // A receipt or an automatic reply goes back to whoever sent what was received (RFC 8098 2.1, RFC 3834 4).
    const isAnswer = message.disposition !== undefined || message.automaticReply !== undefined;
    const back = isAnswer ? mailboxIn(message, 'to') : undefined;
    return {
      ...facts,
      ...(message.feedback !== undefined && ofComplaint(message)),
      ...defined({ sender: message.feedback?.sender ?? back ?? facts.sender }),
      ...(recipients.length > 0 && { recipients }),
    };
  }
  const returned = report.returned ?? returnedIn(message);
  const group =
    report.recipients.find(({ finalRecipient = '', originalRecipient = '' }) =>
      recipients.some((one) => one === finalRecipient || one === originalRecipient),
    ) ?? report.recipients[0];
  const inner: HeaderFacts = returned === undefined ? {} : headerFacts(returned);
  const passedOn = !isFromMailer(message.fields) && FORWARD.test(fieldValue(message, 'subject') ?? '');
  return {
    // A bounce goes back to the envelope sender of what is returned (RFC 5321 6.1).
    ...defined({
      sender: verdict.sender ?? inner.sender ?? (passedOn ? whoseItWas(ticket, verdict) : mailboxIn(message, 'to')),
      subject: inner.subject,
      messageId: inner.messageId,
      time: group?.lastAttempt ?? report.arrivalDate ?? (passedOn ? undefined : fieldValue(message, 'date')),
      until: group?.willRetryUntil,
      server: server ?? namedPeer(group?.diagnostic ?? group?.words ?? ''),
    }),
    ...(recipients.length === 0 && inner.recipients !== undefined && { recipients: inner.recipients }),
  };
}

/** What mail programs put in front of the subject of what a person passes on, or answers. */
const FORWARD = /^(?:fwd?|wg|tr|rv|i|enc|vs|vb|re|aw|sv|antw)(?:\[\d+\])? ?:/i;

/** The message that somebody complained of, where the complaint holds it. */
function ofComplaint(message: Message): Partial<Circumstances> {
  const inner = returnedIn(message);
  return inner === undefined ? {} : headerFacts(inner);
}

/** The message that a report carries in one of its parts. */
export const returnedIn = ({ root }: Message): Message | undefined => {
  const parts = [...root.parts];
  const part = parts.slice(0, 20).find(({ message, decodedMessage }) => (message ?? decodedMessage) !== undefined);
  return part?.message ?? part?.decodedMessage;
};

function ofConversation({ text, lines }: Ticket, conversation: Conversation, verdict: Verdict): Partial<Circumstances> {
  const at = verdict.span.start;
  const session = conversation.sessions.find(({ start, end }) => start <= at && at <= end) ?? conversation.sessions[0];
  const transaction = session?.transactions.find(({ start, end }) => start <= at && at <= end);
  const line = lines.lineOf(at);
  const reply = text.slice(at, Math.min(verdict.span.end, at + 1000));
  return {
    ...(verdict.recipients.length === 0 && { recipients: transaction?.recipients.map(({ address }) => address) ?? [] }),
    ...defined({
      sender: senderOf(text, conversation, transaction) ?? verdict.sender,
      time: stampIn(text.slice(lines.start(line), Math.min(lines.end(line), lines.start(line) + 120))),
      server:
        verdict.tried === undefined
          ? serverOf(connectedTo(text, conversation, session), session?.server)
          : serverOf(connectedTo(text, conversation, verdict.span)),
      takenAs: verdict.role === 'success' ? queuedAs(reply) : undefined,
    }),
  };
}

/** The address of MAIL; an empty one is the null reverse-path only where it is written so. */
function senderOf(text: string, { events }: Conversation, transaction: Transaction | undefined): string | undefined {
  if (transaction === undefined || transaction.sender !== '') return transaction?.sender;
  const mail = transaction.events
    .map((at) => events[at])
    .find((event) => event?.kind === 'command' && event.verb === 'MAIL');
  return mail !== undefined && /<\s{0,3}>/.test(text.slice(mail.start, Math.min(mail.end, mail.start + 200)))
    ? ''
    : undefined;
}

/** Name and port of the server: `smtp.a.test, port 25`. */
function serverOf(went: WhereTo | undefined, host = went?.host): string | undefined {
  return host === undefined || went?.port === undefined ? host : `${host}, port ${went.port}`;
}

/** A date with a time, or a time alone, at the front of a line. */
const stampIn = (line: string): string | undefined =>
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z| ?[+-]\d\d:?\d\d)?|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\b\d\d:\d\d:\d\d\b/.exec(
    line,
  )?.[0];
