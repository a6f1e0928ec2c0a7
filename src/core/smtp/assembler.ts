import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type {
  Conversation,
  Note,
  Recipient,
  Reply,
  Session,
  Side,
  SmtpEvent,
  Stage,
  Transaction,
} from './conversation.ts';
import { type ReplyLine, readCommandLine, readReplyLine } from './grammar.ts';

/** One line of a conversation: who spoke and which part of the text they said. */
export interface Spoken extends Span {
  readonly side: Side;
  readonly certainty: 'marked' | 'inferred';
  readonly tls?: boolean;
  readonly connection?: string;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };
type ReplyDraft = Draft<Reply> & { parts: Span[]; open: boolean };
type TransactionDraft = Draft<Omit<Transaction, 'events' | 'recipients'>> & {
  events: number[];
  recipients: Draft<Recipient>[];
};
type SessionDraft = Draft<Omit<Session, 'events' | 'transactions'>> & {
  events: number[];
  transactions: TransactionDraft[];
};

interface Pending {
  readonly stage: Stage;
  readonly recipient?: Draft<Recipient>;
}

/** What a connection waits for next. */
interface State {
  session: number;
  /** Stages that have not been answered yet, oldest first (RFC 2920 allows several). */
  pending: Pending[];
  reply: ReplyDraft | undefined;
  data: Draft<Extract<SmtpEvent, { kind: 'data' }>> | undefined;
  mode: 'command' | 'data' | 'auth';
  transaction: TransactionDraft | undefined;
  greeted: boolean;
  ended: boolean;
}

/** Puts spoken lines together to events, transactions and sessions (RFC 5321 3 and 4.2.1). */
export class Assembler {
  readonly #lines: Lines;
  readonly #events: SmtpEvent[] = [];
  readonly #sessions: SessionDraft[] = [];
  readonly #notes: Note[] = [];
  readonly #states = new Map<string, State>();
  #last: State | undefined;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** What the connection that spoke last is in the middle of. */
  get expects(): 'command' | 'data' | 'auth' | 'more' {
    const state = this.#last;
    if (state === undefined) return 'command';
    if (state.reply?.open === true) return 'more';
    return state.mode;
  }

  /** The reply that was read last, as long as nothing followed it. */
  get lastReply(): Reply | undefined {
    return this.#last?.reply;
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

  note(span: Span, connects: boolean): void {
    this.#notes.push({ kind: 'note', start: span.start, end: span.end });
    if (connects) this.disconnect();
  }

  /** The next line belongs to a connection of its own. */
  disconnect(): void {
    if (this.#last !== undefined) this.#last.ended = true;
  }

  /** Message data is over, its lone dot seen or lost. */
  endData(): void {
    if (this.#last?.mode === 'data') {
      this.#last.mode = 'command';
      this.#last.data = undefined;
    }
  }

  speak(spoken: Spoken): void {
    const line = this.#lines.text.slice(spoken.start, spoken.end);
    if (spoken.side === 'server') this.#server(spoken, line);
    else this.#client(spoken, line);
  }

  /** A line without a code that a console wrapped off the reply before it. */
  wrap(span: Span): void {
    const reply = this.#last?.reply;
    if (reply === undefined) return;
    reply.parts.push({ start: span.start, end: span.end });
    this.#grow(reply, span.end);
    addText(reply, this.#lines.text.slice(span.start, span.end));
  }

  finish(dialect: string, span: Span): Conversation {
    for (const session of this.#sessions) {
      for (const transaction of session.transactions) this.#conclude(transaction);
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

  /** A transaction whose every recipient was refused is refused, also where the client gave up before DATA. */
  #conclude(transaction: TransactionDraft): void {
    if (transaction.outcome !== 'unfinished' || transaction.recipients.length === 0) return;
    const refused = transaction.recipients.every((recipient) => {
      const reply = this.#events[recipient.reply ?? -1];
      return reply?.kind === 'reply' && reply.code >= 400;
    });
    if (refused) transaction.outcome = 'refused';
  }

  #server(spoken: Spoken, line: string): void {
    const read = readReplyLine(line);
    const state = this.#state(spoken, read);
    if (state.mode === 'data') {
      if (state.data === undefined) state.pending.push({ stage: '(data)' });
      state.mode = 'command';
    }
    state.data = undefined;
    if (read === undefined) {
      if (state.reply !== undefined) this.wrap(spoken);
      return;
    }
    const open = state.reply;
    if (open?.open === true && open.code === read.code) {
      this.#continueReply(open, spoken, line, read);
    } else {
      this.#startReply(state, spoken, line, read);
    }
    if (state.reply?.open === false) this.#settle(state, state.reply);
  }

  #startReply(state: State, spoken: Spoken, line: string, read: ReplyLine): void {
    const banner = !state.greeted && isBanner(read.code, state.pending[0]?.stage);
    const answered = banner ? undefined : state.pending.shift();
    const answers = banner ? 'connect' : (answered?.stage ?? '?');
    state.greeted = true;
    const reply: ReplyDraft = {
      kind: 'reply',
      start: spoken.start,
      end: spoken.end,
      session: state.session,
      certainty: spoken.certainty,
      ...(spoken.tls !== undefined && { tls: spoken.tls }),
      code: read.code,
      codeSpan: { start: spoken.start, end: spoken.start + 3 },
      parts: [{ start: spoken.start + read.textStart, end: spoken.end }],
      text: line.slice(read.textStart, read.textStart + TEXT_LIMIT).trim(),
      answers,
      open: read.more,
      ...enhancedOf(spoken, read),
    };
    state.reply = reply;
    this.#push(state, reply);
    if (answered?.recipient !== undefined) answered.recipient.reply = this.#events.length - 1;
  }

  #continueReply(reply: ReplyDraft, spoken: Spoken, line: string, read: ReplyLine): void {
    reply.parts.push({ start: spoken.start + read.textStart, end: spoken.end });
    this.#grow(reply, spoken.end);
    addText(reply, line.slice(read.textStart));
    reply.open = read.more;
    if (reply.enhanced === undefined) Object.assign(reply, enhancedOf(spoken, read));
  }

  /** What a whole reply means for what comes next. */
  #settle(state: State, reply: ReplyDraft): void {
    const kind = Math.floor(reply.code / 100);
    if (reply.code === 354) state.mode = 'data';
    else if (reply.code === 334) state.mode = 'auth';
    else state.mode = 'command';
    if (reply.code === 221) state.ended = true;
    const session = this.#sessions[state.session] as SessionDraft;
    if ((reply.answers === 'connect' || /^(?:EHLO|HELO|LHLO)$/.test(reply.answers)) && kind === 2) {
      const name = HOST.exec(reply.text)?.[0];
      if (session.server === undefined && name !== undefined) session.server = name;
    }
    const transaction = state.transaction;
    if (transaction === undefined || kind === 3) return;
    const final = reply.answers === '(data)' || (reply.answers === 'BDAT' && kind !== 2);
    if (kind === 2 && reply.answers === '(data)') transaction.outcome = 'accepted';
    else if (kind >= 4 && (final || reply.answers === 'MAIL' || reply.answers === 'DATA'))
      transaction.outcome = 'refused';
    if (final) state.transaction = undefined;
  }

  #client(spoken: Spoken, line: string): void {
    const state = this.#state(spoken, undefined);
    state.reply = undefined;
    if (state.mode === 'data') {
      this.#data(state, spoken, line);
      return;
    }
    state.data = undefined;
    if (state.mode === 'auth') {
      state.mode = 'command';
      state.pending.push({ stage: '(auth)' });
      this.#push(state, this.#event(state, spoken, { kind: 'auth' as const }));
      return;
    }
    const read = readCommandLine(line);
    if (read === undefined) {
      this.note(spoken, false);
      return;
    }
    const start = spoken.start;
    this.#push(
      state,
      this.#event(state, spoken, {
        kind: 'command' as const,
        verb: read.verb,
        verbSpan: { start: start + (line.length - line.trimStart().length), end: start + read.verbEnd },
        argument: { start: start + read.argumentStart, end: spoken.end },
        known: read.known,
      }),
    );
    const recipient = this.#begin(state, read.verb, line.slice(read.argumentStart));
    state.pending.push({ stage: read.verb, ...(recipient && { recipient }) });
  }

  #data(state: State, spoken: Spoken, line: string): void {
    const dot = line.trimEnd() === '.' || /\\r\\n\.$/.test(line.trimEnd().replace(/\\r\\n$/, ''));
    if (state.data === undefined) {
      state.data = this.#event(state, spoken, { kind: 'data' as const, complete: dot });
      this.#push(state, state.data);
      state.pending.push({ stage: '(data)' });
    } else {
      state.data.complete = dot;
      this.#grow(state.data, spoken.end);
    }
    if (dot) {
      state.mode = 'command';
      state.data = undefined;
    }
  }

  /** What a command does to the transaction; the recipient that a RCPT names. */
  #begin(state: State, verb: string, argument: string): Draft<Recipient> | undefined {
    const index = this.#events.length - 1;
    const command = this.#events[index] as SmtpEvent;
    if (verb === 'MAIL' || verb === 'SEND' || verb === 'SOML' || verb === 'SAML') {
      const transaction: TransactionDraft = {
        start: command.start,
        end: command.end,
        events: [index],
        sender: addressOf(argument),
        recipients: [],
        outcome: 'unfinished',
      };
      state.transaction = transaction;
      (this.#sessions[state.session] as SessionDraft).transactions.push(transaction);
    } else if (verb === 'RCPT' && state.transaction !== undefined) {
      const recipient: Draft<Recipient> = { address: addressOf(argument), command: index };
      state.transaction.recipients.push(recipient);
      return recipient;
    } else if (verb === 'RSET' || verb === 'QUIT' || verb === 'EHLO' || verb === 'HELO') {
      state.transaction = undefined;
    }
    return undefined;
  }

  #event<T extends object>(state: State, spoken: Spoken, rest: T) {
    return {
      start: spoken.start,
      end: spoken.end,
      session: state.session,
      certainty: spoken.certainty,
      ...(spoken.tls !== undefined && { tls: spoken.tls }),
      ...rest,
    };
  }

  #push(state: State, event: SmtpEvent): void {
    const index = this.#events.push(event) - 1;
    const session = this.#sessions[state.session] as SessionDraft;
    session.events.push(index);
    session.end = Math.max(session.end, event.end);
    if (state.transaction !== undefined) {
      state.transaction.events.push(index);
      state.transaction.end = Math.max(state.transaction.end, event.end);
    }
  }

  #grow(event: Draft<SmtpEvent>, end: number): void {
    event.end = Math.max(event.end, end);
    const session = this.#sessions[event.session];
    if (session !== undefined) {
      session.end = Math.max(session.end, end);
      const transaction = session.transactions.at(-1);
      if (transaction !== undefined && this.#events[transaction.events.at(-1) ?? -1] === event) {
        transaction.end = Math.max(transaction.end, end);
      }
    }
  }

  /** The state of the connection that speaks; a banner where none can come opens a new one. */
  #state(spoken: Spoken, read: ReplyLine | undefined): State {
    const key = spoken.connection ?? '';
    const known = this.#states.get(key);
    const banner =
      read?.code === 220 &&
      read.enhanced === undefined &&
      known?.greeted === true &&
      !this.#mayAnswerStartTls(known, read);
    const state =
      known === undefined || (known.ended && !this.#finishes(known, spoken, read)) || banner
        ? this.#open(key, spoken)
        : known;
    this.#last = state;
    return state;
  }

  /** After 221 or 421 nothing of the same connection follows but the rest of what was on its way. */
  #finishes(state: State, spoken: Spoken, read: ReplyLine | undefined): boolean {
    if (spoken.side === 'client') return false;
    if (state.reply?.open === true) return true;
    return state.pending.length > 0 && read?.code !== 220;
  }

  #mayAnswerStartTls(state: State, read: ReplyLine): boolean {
    if (state.reply?.open === true && state.reply.code === read.code) return true;
    return state.pending[0]?.stage === 'STARTTLS' || state.pending[0]?.stage === '?';
  }

  #open(key: string, spoken: Spoken): State {
    const session: SessionDraft = { start: spoken.start, end: spoken.end, events: [], transactions: [] };
    const state: State = {
      session: this.#sessions.push(session) - 1,
      pending: [],
      reply: undefined,
      data: undefined,
      mode: 'command',
      transaction: undefined,
      greeted: false,
      ended: false,
    };
    this.#states.set(key, state);
    return state;
  }
}

/** Longer than any reply that a person reads; what lies behind it stays in `parts`. */
const TEXT_LIMIT = 8000;

function addText(reply: ReplyDraft, text: string): void {
  const added = text.trim();
  if (added !== '' && reply.text.length < TEXT_LIMIT) reply.text = reply.text === '' ? added : `${reply.text} ${added}`;
}

/** Whether the first reply of a connection is its greeting (RFC 5321 3.1), which may come after an early command. */
function isBanner(code: number, pending: Stage | undefined): boolean {
  if (code === 220) return true;
  if (code === 421 || code >= 500) return pending === undefined || pending === 'EHLO' || pending === 'HELO';
  return false;
}

function enhancedOf(spoken: Span, read: ReplyLine): { enhanced?: string; enhancedSpan?: Span } {
  if (read.enhanced === undefined) return {};
  const start = spoken.start + read.enhancedStart;
  return { enhanced: read.enhanced, enhancedSpan: { start, end: start + read.enhanced.length } };
}

/** The server names itself first (RFC 5321 4.2, Greeting and ehlo-ok-rsp). */
const HOST = /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,20}/;

const PATH = /^(?:FROM|TO)?[ \t]*:?[ \t]*(?:<([^<>]{0,400})>|(\S{1,400}))?/i;

/** The address of a MAIL or RCPT argument, `FROM:<…>` or as people type it. */
function addressOf(argument: string): string {
  const match = PATH.exec(argument);
  return match?.[1] ?? match?.[2] ?? '';
}
