import type { Connection, Draft, ReplyDraft } from './connection.ts';
import type { AuthAnswer, Command, MessageData, SmtpEvent } from './conversation.ts';
import { type CommandLine, looksLikeCommand, type ReplyLine, type Side } from './grammar.ts';
import type { Separator } from './replyPieces.ts';
import { endOffsetOf, offsetOf, type Said } from './said.ts';
import type { Stage } from './verbs.ts';

/** One line of a conversation: who spoke, and from where to where of a line they did. */
export interface Spoken {
  readonly said: Said;
  readonly from: number;
  readonly to: number;
  readonly side: Side;
  readonly certainty: 'marked' | 'inferred';
  readonly tls?: boolean | undefined;
  readonly connection?: string | undefined;
  readonly time?: number | undefined;
  /** What the tool puts between the lines of a reply that it shows on one line. */
  readonly separator?: Separator | undefined;
  /** A line of the message wherever it stands, or the tool's words for a message that it does not show. */
  readonly message?: 'line' | 'summary' | undefined;
  /** The line as a reply, where it was read already. */
  readonly reply?: ReplyLine | undefined;
}

/** Adds what not every tool shows. */
function stamp<T extends Draft<SmtpEvent>>(event: T, { tls, connection, time }: Spoken): T {
  if (tls !== undefined) event.tls = tls;
  if (connection !== undefined) event.connection = connection;
  if (time !== undefined) event.time = time;
  return event;
}

/** Longer than any reply that a person reads; what lies behind it stays in `parts`. */
const TEXT_LIMIT = 8000;

/** The first line of a reply. */
export function newReply(
  session: number,
  spoken: Spoken,
  from: number,
  to: number,
  read: ReplyLine,
  answers: Stage,
): ReplyDraft {
  const { said } = spoken;
  const start = offsetOf(said, from);
  const end = endOffsetOf(said, to);
  const reply: ReplyDraft = {
    kind: 'reply',
    start,
    end,
    session,
    certainty: spoken.certainty,
    code: read.code,
    codeSpan: { start, end: endOffsetOf(said, from + 3) },
    parts: [{ start: offsetOf(said, read.textStart), end }],
    text: said.text.slice(read.textStart, Math.min(to, read.textStart + TEXT_LIMIT)).trim(),
    answers,
  };
  if (read.enhanced !== undefined) mark(reply, said, read, read.enhanced);
  return stamp(reply as Draft<SmtpEvent> & ReplyDraft, spoken);
}

/** A further line of a reply (RFC 5321 4.2.1). */
export function extendReply(reply: ReplyDraft, said: Said, to: number, read: ReplyLine): void {
  reply.parts.push({ start: offsetOf(said, read.textStart), end: endOffsetOf(said, to) });
  addText(reply, said.text.slice(read.textStart, to));
  if (reply.enhanced === undefined && read.enhanced !== undefined) mark(reply, said, read, read.enhanced);
}

export function addText(reply: ReplyDraft, text: string): void {
  if (reply.text.length >= TEXT_LIMIT) return;
  const added = text.trim();
  if (added !== '') reply.text = reply.text === '' ? added : `${reply.text} ${added}`;
}

function mark(reply: ReplyDraft, said: Said, read: ReplyLine, enhanced: string): void {
  reply.enhanced = enhanced;
  reply.enhancedSpan = {
    start: offsetOf(said, read.enhancedStart),
    end: endOffsetOf(said, read.enhancedStart + enhanced.length),
  };
}

const GREETS: ReadonlySet<Stage> = new Set(['connect', 'EHLO', 'HELO', 'LHLO']);
const HOST = /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,20}/;

/** The server names itself first (RFC 5321 4.2, Greeting and ehlo-ok-rsp). */
export const serverOf = (reply: ReplyDraft): string | undefined =>
  reply.code >= 200 && reply.code < 300 && GREETS.has(reply.answers) ? HOST.exec(reply.text)?.[0] : undefined;

export function newCommand(session: number, spoken: Spoken, read: CommandLine): Command {
  const { said, from, to, certainty } = spoken;
  const end = endOffsetOf(said, to);
  const command: Draft<Command> = {
    kind: 'command',
    start: offsetOf(said, from),
    end,
    session,
    certainty,
    verb: read.verb,
    verbSpan: {
      start: offsetOf(said, read.verbEnd - read.verb.length),
      end: endOffsetOf(said, read.verbEnd),
    },
    argument: { start: Math.min(offsetOf(said, read.argumentStart), end), end },
    known: read.known,
  };
  return stamp(command, spoken);
}

export function newAuthAnswer(session: number, spoken: Spoken): AuthAnswer {
  const { said, from, to, certainty } = spoken;
  const answer: Draft<AuthAnswer> = {
    kind: 'auth',
    start: offsetOf(said, from),
    end: endOffsetOf(said, to),
    session,
    certainty,
  };
  return stamp(answer, spoken);
}

export function newData(session: number, spoken: Spoken, complete: boolean): Draft<MessageData> {
  const { said, from, to, certainty } = spoken;
  const data: Draft<MessageData> = {
    kind: 'data',
    start: offsetOf(said, from),
    end: endOffsetOf(said, to),
    session,
    certainty,
    complete,
  };
  return stamp(data, spoken);
}

/** Whether what the client says is a part of the message. */
export function isMessage(known: Connection, { said, from, to, message }: Spoken): boolean {
  if (known.mode === 'data' || message === 'line') return true;
  if (known.mode === 'chunk') return message === 'summary' || !looksLikeCommand(said.text.slice(from, to));
  if (known.heard) return false;
  if (known.inData) return true;
  // A capture of the client alone: nobody saw the 354.
  return known.pending.last?.stage === 'DATA' && !looksLikeCommand(said.text.slice(from, to));
}

/** No connection starts with QUIT: a second one closes a connection that was left open before. */
export const isQuit = (said: Said, from: number, to: number): boolean =>
  to - from < 12 && /^\s*QUIT\s*$/i.test(said.text.slice(from, to));

/** A lone dot (RFC 5321 4.5.2), also at the end of a message that stands on one line with its line ends spelt out. */
export function endsInDot(text: string, from: number, to: number): boolean {
  let end = to;
  while (end > from && text.charCodeAt(end - 1) <= 32) end--;
  if (text.startsWith('\\n', end - 2)) end -= 2;
  if (text.startsWith('\\r', end - 2)) end -= 2;
  if (text.charCodeAt(end - 1) !== 46 || end <= from) return false;
  return text.slice(from, end - 1).trim() === '' || text.startsWith('\\n', end - 3);
}
