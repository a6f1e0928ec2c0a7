import type { Span } from '../text/span.ts';
import { type Connection, type Draft, isAnother, isBanner, openConnection, type SessionDraft } from './connection.ts';
import type { Conversation, Note, Reply, Side, SmtpEvent } from './conversation.ts';
import { type ReplyLine, readCommandLine, readReplyLine } from './grammar.ts';
import { replyPieces } from './replyPieces.ts';
import { endOffsetOf, offsetOf, type Said } from './said.ts';
import {
  addText,
  type Base,
  endsInDot,
  extendReply,
  isMessage,
  isQuit,
  newCommand,
  newReply,
  type Spoken,
} from './spoken.ts';
import { beginTransaction, concludeTransaction, settleTransaction } from './transaction.ts';

/** Puts spoken lines together to events, transactions and sessions (RFC 5321 3 and 4.2.1). */
export class Assembler {
  readonly #events: SmtpEvent[] = [];
  readonly #sessions: SessionDraft[] = [];
  readonly #notes: Note[] = [];
  readonly #connections = new Map<string, Connection>();
  #last: Connection | undefined;

  /** What the connection that spoke last is in the middle of. */
  get expects(): 'command' | 'data' | 'auth' | 'chunk' | 'more' {
    const known = this.#last;
    if (known === undefined) return 'command';
    return known.reply?.open === true ? 'more' : known.mode;
  }

  /** The reply that was read last, as long as nothing followed it. */
  get lastReply(): Reply | undefined {
    return this.#last?.reply;
  }

  /** Whether the client is in the middle of its message. */
  get isInData(): boolean {
    return this.#last?.mode === 'data' && this.#last.data !== undefined;
  }

  get hasEvents(): boolean {
    return this.#events.length > 0;
  }

  get isEnded(): boolean {
    return this.#last?.ended === true;
  }

  /** Whether a command still waits for its reply. */
  get awaitsReply(): boolean {
    return (this.#last?.pending.length ?? 0) > 0;
  }

  knows(connection: string): boolean {
    return this.#connections.has(connection);
  }

  note(span: Span): void {
    this.#notes.push({ kind: 'note', start: span.start, end: span.end });
  }

  /** The next line of this connection belongs to another one of the same name. */
  disconnect(connection = ''): void {
    const known = this.#connections.get(connection);
    if (known !== undefined) known.ended = true;
  }

  /** Message data is over, its lone dot seen or lost. */
  endData(): void {
    if (this.#last?.mode === 'data') {
      this.#last.mode = 'command';
      this.#last.data = undefined;
    }
  }

  /** Whether a line would start another session where one is known. */
  startsAnother(side: Side, said: Said, from: number, to: number, connection = ''): boolean {
    const known = this.#connections.get(connection);
    if (known === undefined) return false;
    if (side === 'client') return known.ended && !isQuit(said, from, to);
    if (!known.ended && said.text.charCodeAt(from + 1) !== 50) return false;
    return isAnother(known, readReplyLine(said.text, from, to));
  }

  speak(spoken: Spoken): void {
    if (spoken.side === 'server') {
      for (const [from, to] of replyPieces(spoken)) this.#server(spoken, from, to);
      const reply = this.#last?.reply;
      if (spoken.separator?.whole === true && reply?.open === true) {
        reply.open = false;
        this.#settle(this.#last as Connection, reply);
      }
    } else this.#client(spoken);
  }

  /** A line without a code that a console wrapped off the reply before it. */
  wrap(said: Said, from: number, to: number): void {
    const reply = this.#last?.reply;
    if (reply === undefined) return;
    const end = endOffsetOf(said, to);
    reply.parts.push({ start: offsetOf(said, from), end });
    this.#grow(reply, end);
    addText(reply, said.text.slice(from, to));
  }

  finish(dialect: string, span: Span): Conversation {
    for (const session of this.#sessions) {
      for (const transaction of session.transactions) concludeTransaction(transaction, this.#events);
    }
    return {
      kind: 'conversation',
      start: span.start,
      end: span.end,
      dialect,
      events: this.#events,
      sessions: this.#sessions,
      notes: this.#notes,
    };
  }

  #connection(spoken: Spoken, isOther: (known: Connection) => boolean): Connection {
    const key = spoken.connection ?? '';
    let known = this.#connections.get(key);
    if (known === undefined || isOther(known)) {
      const session: SessionDraft = {
        start: offsetOf(spoken.said, spoken.from),
        end: endOffsetOf(spoken.said, spoken.to),
        events: [],
        transactions: [],
      };
      known = openConnection(this.#sessions.push(session) - 1);
      this.#connections.set(key, known);
    }
    this.#last = known;
    return known;
  }

  #server(spoken: Spoken, from: number, to: number): void {
    const { text } = spoken.said;
    const read = readReplyLine(text, from, to);
    const known = this.#connection(spoken, (connection) => isAnother(connection, read));
    if (known.mode === 'data') {
      if (known.data === undefined) known.pending.push({ stage: '(data)' });
      known.mode = 'command';
    }
    known.data = undefined;
    if (read === undefined) {
      if (known.reply !== undefined) this.wrap(spoken.said, from, to);
      else this.note({ start: offsetOf(spoken.said, from), end: endOffsetOf(spoken.said, to) });
      return;
    }
    known.heard = true;
    const open = known.reply;
    if (open?.open === true && open.code === read.code) {
      extendReply(open, spoken.said, to, read);
      this.#grow(open, endOffsetOf(spoken.said, to));
    } else this.#startReply(known, spoken, from, to, read);
    if (known.reply?.open === false) this.#settle(known, known.reply);
  }

  #startReply(known: Connection, spoken: Spoken, from: number, to: number, read: ReplyLine): void {
    const banner = !known.greeted && isBanner(read.code, known.pending[0]?.stage);
    const answered = banner ? undefined : known.pending.shift();
    known.greeted = true;
    const start = offsetOf(spoken.said, from);
    const base = this.#event(known, spoken, start, endOffsetOf(spoken.said, to));
    const reply = newReply(base, spoken.said, from, to, read, banner ? 'connect' : (answered?.stage ?? '?'));
    known.reply = reply;
    this.#push(known, reply);
    if (answered?.recipient !== undefined) answered.recipient.reply = this.#events.length - 1;
  }

  /** What a whole reply means for what comes next. */
  #settle(known: Connection, reply: ReplyDraft): void {
    if (reply.code === 354) known.mode = 'data';
    else if (reply.code === 334) known.mode = 'auth';
    else known.mode = 'command';
    if (reply.code === 221) known.ended = true;
    const session = this.#sessions[known.session] as SessionDraft;
    if (session.server === undefined && reply.code >= 200 && reply.code < 300 && GREETS.has(reply.answers)) {
      const name = HOST.exec(reply.text)?.[0];
      if (name !== undefined) session.server = name;
    }
    settleTransaction(known, reply);
  }

  #client(spoken: Spoken): void {
    const { said, from, to } = spoken;
    const known = this.#connection(spoken, (connection) => connection.ended && !isQuit(said, from, to));
    known.reply = undefined;
    if (isMessage(known, spoken)) {
      this.#data(known, spoken);
      return;
    }
    known.data = undefined;
    const start = offsetOf(said, from);
    const end = endOffsetOf(said, to);
    if (spoken.message === 'summary') {
      this.note({ start, end });
      return;
    }
    if (known.mode === 'auth') {
      known.mode = 'command';
      known.pending.push({ stage: '(auth)' });
      this.#push(known, { ...this.#event(known, spoken, start, end), kind: 'auth' });
      return;
    }
    const read = readCommandLine(said.text, from, to);
    if (read === undefined) {
      this.note({ start, end });
      return;
    }
    const command = newCommand(this.#event(known, spoken, start, end), said, read);
    this.#push(known, command);
    const session = this.#sessions[known.session] as SessionDraft;
    const argument = said.text.slice(read.argumentStart, Math.min(to, read.argumentStart + 1000));
    const recipient = beginTransaction(known, session, command, this.#events.length - 1, argument);
    known.pending.push({ stage: read.verb, ...(recipient && { recipient }) });
    if (read.verb === 'BDAT') known.mode = 'chunk';
    else if (known.mode === 'chunk') known.mode = 'command';
  }

  #data(known: Connection, spoken: Spoken): void {
    const { said, from, to } = spoken;
    const complete = spoken.message === 'summary' || endsInDot(said.text, from, to);
    if (known.data === undefined) {
      known.data = {
        ...this.#event(known, spoken, offsetOf(said, from), endOffsetOf(said, to)),
        kind: 'data',
        complete,
      };
      this.#push(known, known.data);
      if (known.mode !== 'chunk') known.pending.push({ stage: '(data)' });
    } else {
      known.data.complete = complete;
      this.#grow(known.data, endOffsetOf(said, to));
    }
    if (complete && spoken.message !== 'summary' && known.mode !== 'chunk') {
      known.mode = 'command';
      known.data = undefined;
    }
  }

  #event(known: Connection, spoken: Spoken, start: number, end: number): Base {
    const { certainty, tls, connection, time } = spoken;
    return {
      start,
      end,
      session: known.session,
      certainty,
      ...(tls !== undefined && { tls }),
      ...(connection !== undefined && { connection }),
      ...(time !== undefined && { time }),
    };
  }

  #push(known: Connection, event: SmtpEvent): void {
    const index = this.#events.push(event) - 1;
    const session = this.#sessions[known.session] as SessionDraft;
    session.events.push(index);
    if (event.end > session.end) session.end = event.end;
    if (known.transaction !== undefined) {
      known.transaction.events.push(index);
      if (event.end > known.transaction.end) known.transaction.end = event.end;
    }
  }

  #grow(event: Draft<SmtpEvent>, end: number): void {
    if (end > event.end) event.end = end;
    const session = this.#sessions[event.session];
    if (session === undefined || session.end >= end) return;
    session.end = end;
    const transaction = session.transactions.at(-1);
    if (transaction !== undefined && transaction === this.#last?.transaction) transaction.end = end;
  }
}

/** The server names itself first (RFC 5321 4.2, Greeting and ehlo-ok-rsp). */
const GREETS: ReadonlySet<string> = new Set(['connect', 'EHLO', 'HELO', 'LHLO']);
const HOST = /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,20}/;
