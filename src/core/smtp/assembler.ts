import type { Span } from '../text/span.ts';
import {
  type Connection,
  isAnother,
  isBanner,
  openConnection,
  type ReplyDraft,
  type SessionDraft,
} from './connection.ts';
import type { Conversation, Reply, Side } from './conversation.ts';
import { EventList } from './eventList.ts';
import { type ReplyLine, readCommandLine, readReplyLine } from './grammar.ts';
import { replyPieces } from './replyPieces.ts';
import { endOffsetOf, offsetOf, type Said } from './said.ts';
import {
  addText,
  endsInDot,
  extendReply,
  isMessage,
  isQuit,
  newAuthAnswer,
  newCommand,
  newData,
  newReply,
  type Spoken,
  serverOf,
} from './spoken.ts';
import { beginTransaction, settleTransaction } from './transaction.ts';
import { verbNamed } from './verbs.ts';

/** Puts spoken lines together to events, transactions and sessions (RFC 5321 3 and 4.2.1). */
export class Assembler {
  readonly #all = new EventList();
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
    return this.#all.events.length > 0;
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
    this.#all.notes.push({ kind: 'note', start: span.start, end: span.end });
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
    const known = this.#last;
    const reply = known?.reply;
    if (known === undefined || reply === undefined) return;
    const end = endOffsetOf(said, to);
    reply.parts.push({ start: offsetOf(said, from), end });
    this.#all.grow(known, reply, end);
    addText(reply, said.text.slice(from, to));
  }

  finish(dialect: Conversation['dialect'], span: Span): Conversation {
    return this.#all.finish(dialect, span);
  }

  /** The connection that a line belongs to: the known one, or one that starts with the line. */
  #connection(spoken: Spoken, known: Connection | undefined): Connection {
    this.#last = known ?? openConnection(this.#all.sessions.length);
    if (known !== undefined) return known;
    this.#all.sessions.push({
      start: offsetOf(spoken.said, spoken.from),
      end: endOffsetOf(spoken.said, spoken.to),
      events: [],
      transactions: [],
    });
    this.#connections.set(spoken.connection ?? '', this.#last);
    return this.#last;
  }

  #server(spoken: Spoken, from: number, to: number): void {
    const { text } = spoken.said;
    const read = readReplyLine(text, from, to);
    const before = this.#connections.get(spoken.connection ?? '');
    const known = this.#connection(spoken, before && isAnother(before, read) ? undefined : before);
    if (known.mode === 'data') {
      if (known.data === undefined) known.pending.add({ stage: '(data)' });
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
      this.#all.grow(known, open, endOffsetOf(spoken.said, to));
    } else this.#startReply(known, spoken, from, to, read);
    if (known.reply?.open === false) this.#settle(known, known.reply);
  }

  #startReply(known: Connection, spoken: Spoken, from: number, to: number, read: ReplyLine): void {
    const banner = !known.greeted && isBanner(read.code, known.pending.first?.stage);
    const answered = banner ? undefined : known.pending.take();
    known.greeted = true;
    const reply = newReply(known.session, spoken, from, to, read, banner ? 'connect' : (answered?.stage ?? '?'));
    known.reply = reply;
    this.#all.push(known, reply);
    if (answered?.recipient !== undefined) answered.recipient.reply = this.#all.events.length - 1;
  }

  /** What a whole reply means for what comes next. */
  #settle(known: Connection, reply: ReplyDraft): void {
    known.mode = reply.code === 354 ? 'data' : reply.code === 334 ? 'auth' : 'command';
    if (reply.code === 221) known.ended = true;
    if (reply.code === 220 && reply.answers === 'STARTTLS') known.secured = true;
    const session = this.#all.sessions[known.session] as SessionDraft;
    const name = session.server === undefined ? serverOf(reply) : undefined;
    if (name !== undefined) session.server = name;
    settleTransaction(known, reply);
  }

  #client(spoken: Spoken): void {
    const { said, from, to } = spoken;
    const before = this.#connections.get(spoken.connection ?? '');
    const known = this.#connection(spoken, before?.ended === true && !isQuit(said, from, to) ? undefined : before);
    known.reply = undefined;
    if (isMessage(known, spoken)) {
      this.#data(known, spoken);
      return;
    }
    known.data = undefined;
    if (known.mode === 'auth' && spoken.message !== 'summary') {
      known.mode = 'command';
      known.pending.add({ stage: '(auth)' });
      this.#all.push(known, newAuthAnswer(known.session, spoken));
      return;
    }
    const read = spoken.message === 'summary' ? undefined : readCommandLine(said.text, from, to);
    if (read === undefined) {
      this.note({ start: offsetOf(said, from), end: endOffsetOf(said, to) });
      return;
    }
    const command = newCommand(known.session, spoken, read);
    this.#all.push(known, command);
    const session = this.#all.sessions[known.session] as SessionDraft;
    const argument = said.text.slice(read.argumentStart, Math.min(to, read.argumentStart + 1000));
    const recipient = beginTransaction(known, session, command, this.#all.events.length - 1, argument);
    known.pending.add({ stage: verbNamed(read.verb), ...(recipient && { recipient }) });
    if (read.verb === 'BDAT') known.mode = 'chunk';
    else if (known.mode === 'chunk') known.mode = 'command';
  }

  #data(known: Connection, spoken: Spoken): void {
    const { said, from, to } = spoken;
    const complete = spoken.message === 'summary' || endsInDot(said.text, from, to);
    if (known.data === undefined) {
      known.data = newData(known.session, spoken, complete);
      this.#all.push(known, known.data);
      if (known.mode !== 'chunk') known.pending.add({ stage: '(data)' });
    } else {
      known.data.complete = complete;
      this.#all.grow(known, known.data, endOffsetOf(said, to));
    }
    if (complete && spoken.message !== 'summary' && known.mode !== 'chunk') {
      known.mode = 'command';
      known.data = undefined;
    }
  }
}
