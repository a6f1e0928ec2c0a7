import { defined } from '../text/defined.ts';
import type { Span } from '../text/span.ts';
import type { Connection, Draft, HeardReply, ReplyDraft, SessionDraft } from './connection.ts';
import type { Conversation, MessageData, Note, Recipient, Reply, SmtpEvent } from './conversation.ts';
import type { CommandLine, ReplyLine } from './grammar.ts';
import type { ReportedProbe } from './probe/probeReport.ts';
import { endOffsetOf, offsetOf, type Said } from './said.ts';
import { addText, extendReply, newAuthAnswer, newCommand, newData, newReply, type Spoken, serverOf } from './spoken.ts';
import { beginTransaction, concludeTransaction, settleTransaction } from './transaction.ts';
import type { Stage } from './verbs.ts';

/** The events of a conversation as they come, in their sessions and transactions. */
export class EventList {
  readonly events: SmtpEvent[] = [];
  readonly #sessions: SessionDraft[] = [];
  readonly #notes: Note[] = [];

  /** A session that starts with a line; its index. */
  open({ said, from, to }: Spoken): number {
    const span = { start: offsetOf(said, from), end: endOffsetOf(said, to) };
    return this.#sessions.push({ ...span, events: [], transactions: [] }) - 1;
  }

  note({ start, end }: Span): void {
    this.#notes.push({ kind: 'note', start, end });
  }

  reply(
    known: Connection,
    spoken: Spoken,
    from: number,
    to: number,
    read: ReplyLine,
    answers: Stage,
    recipient: Draft<Recipient> | undefined,
  ): void {
    this.#push(known, newReply(known.session, spoken, from, to, read, answers));
    if (recipient !== undefined) recipient.reply = this.events.length - 1;
  }

  /** A further line of the reply that the connection gave last. */
  extend(known: Connection, said: Said, to: number, read: ReplyLine): void {
    const reply = this.#lastOf(known) as ReplyDraft;
    extendReply(reply, said, to, read);
    this.#grow(known, reply, endOffsetOf(said, to));
  }

  /** The rest of a line that was wrapped, of the reply that the connection gave last. */
  wrap(known: Connection, said: Said, from: number, to: number): void {
    const reply = this.#lastOf(known) as ReplyDraft;
    const end = endOffsetOf(said, to);
    reply.parts.push({ start: offsetOf(said, from), end });
    this.#grow(known, reply, end);
    addText(reply, said.text.slice(from, to));
  }

  /** The reply that the connection gave last is whole. */
  settle(known: Connection, reply: HeardReply): void {
    const session = this.#sessions[known.session] as SessionDraft;
    const name = session.server === undefined ? serverOf(this.#lastOf(known) as ReplyDraft) : undefined;
    if (name !== undefined) session.server = name;
    settleTransaction(known, reply);
  }

  /** The recipient that the command names, if it is RCPT. */
  command(known: Connection, spoken: Spoken, read: CommandLine): Draft<Recipient> | undefined {
    const command = newCommand(known.session, spoken, read);
    this.#push(known, command);
    const session = this.#sessions[known.session] as SessionDraft;
    const argument = spoken.said.text.slice(read.argumentStart, Math.min(spoken.to, read.argumentStart + 1000));
    return beginTransaction(known, session, command, this.events.length - 1, argument);
  }

  authAnswer(known: Connection, spoken: Spoken): void {
    this.#push(known, newAuthAnswer(known.session, spoken));
  }

  data(known: Connection, spoken: Spoken, complete: boolean): void {
    this.#push(known, newData(known.session, spoken, complete));
  }

  /** A further line of the message that the client is sending. */
  extendData(known: Connection, { said, to }: Spoken, complete: boolean): void {
    const data = this.#lastOf(known) as Draft<MessageData>;
    data.complete = complete;
    this.#grow(known, data, endOffsetOf(said, to));
  }

  /** The conversation; `probe` is what our own report says of it. */
  finish(dialect: Conversation['dialect'], { start, end }: Span, probe?: ReportedProbe): Conversation {
    for (const session of this.#sessions) {
      for (const transaction of session.transactions) concludeTransaction(transaction, this.events);
      this.#forgetPlace(session);
    }
    const sessions =
      probe === undefined ? this.#sessions : this.#sessions.map((one) => ({ ...one, server: probe.host }));
    const { events } = this;
    const notes = this.#notes;
    return { kind: 'conversation', start, end, dialect, events, sessions, notes, ...defined({ probe }) };
  }

  /** A refusal with nothing around it need not be the first thing that a server says: nobody knows what it answers. */
  #forgetPlace({ events, start }: SessionDraft): void {
    const [first, second] = events.map((index) => this.events[index] as SmtpEvent);
    if (first?.kind !== 'reply' || first.answers !== 'connect' || first.code < 400 || first.certainty === 'marked')
      return;
    if (second !== undefined && second.kind !== 'reply') return;
    if (!this.#notes.some((note) => note.start <= start)) (first as Draft<Reply>).answers = '?';
  }

  #push({ session: number, transaction, secured }: Connection, event: Draft<SmtpEvent>): void {
    if (secured) event.tls ??= true;
    const index = this.events.push(event) - 1;
    const session = this.#sessions[number] as SessionDraft;
    session.events.push(index);
    if (event.end > session.end) session.end = event.end;
    if (transaction === undefined) return;
    transaction.events.push(index);
    if (event.end > transaction.end) transaction.end = event.end;
  }

  /** An event goes on: so do the session and the transaction that it is the last of. */
  #grow({ session: number, transaction }: Connection, event: Draft<Span>, end: number): void {
    if (end > event.end) event.end = end;
    const session = this.#sessions[number] as SessionDraft;
    if (end > session.end) session.end = end;
    if (transaction !== undefined && end > transaction.end) transaction.end = end;
  }

  /** What the connection said last. */
  #lastOf({ session }: Connection): Draft<SmtpEvent> {
    const index = this.#sessions[session]?.events.at(-1);
    return this.events[index as number] as Draft<SmtpEvent>;
  }
}

/** Whether a line is a refusal. */
export const isRefusal = (line: string): boolean => line.length <= 2000 && /^\s*[45]\d\d /.test(line);

/** Whether a line only says a refusal again. */
export const repeatsRefusal = (events: readonly SmtpEvent[], line: string): boolean =>
  events.some(
    (event) =>
      event.kind === 'reply' &&
      event.code >= 400 &&
      [event.code, event.enhanced, event.text].filter((part) => part !== undefined && part !== '').join(' ') === line,
  );
