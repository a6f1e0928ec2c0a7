import type { Span } from '../text/span.ts';
import { type Connection, type HeardReply, isAnother, isBanner, openConnection } from './connection.ts';
import type { EventList } from './eventList.ts';
import { type Holds, holdsOf } from './gaps.ts';
import { type ReplyLine, readCommandLine, readReplyLine } from './grammar.ts';
import { replyPieces } from './replyPieces.ts';
import { endOffsetOf, offsetOf, type Said } from './said.ts';
import { endsInDot, isMessage, isQuit, type Spoken } from './spoken.ts';
import { verbNamed } from './verbs.ts';

/**
 * Follows a conversation line by line: which connection speaks, what is answered, what is due (RFC 5321 3 and 4.2.1).
 * Without a list to put the events in it only follows, which is enough to know where a conversation ends.
 */
export class Assembler {
  readonly #list: EventList | undefined;
  /** The connection of lines that name none, and those that they name. */
  #unnamed: Connection | undefined;
  readonly #named = new Map<string, Connection>();
  #last: Connection | undefined;
  #hasEvents = false;
  readonly #holds = { notes: false, bodies: false, outcomes: false };

  constructor(list: EventList | undefined) {
    this.#list = list;
  }

  /** What the connection that spoke last is in the middle of. */
  get expects(): 'command' | 'data' | 'auth' | 'chunk' | 'more' {
    const known = this.#last;
    if (known === undefined) return 'command';
    return known.reply?.open === true ? 'more' : known.mode;
  }

  /** The reply that was read last, as long as nothing followed it. */
  get lastReply(): HeardReply | undefined {
    return this.#last?.reply;
  }

  /** Whether the client is in the middle of its message. */
  get isInData(): boolean {
    return this.#last?.mode === 'data' && this.#last.inData;
  }

  /** Whether commands and replies are due, and neither a message nor an answer of a login. */
  get isBetween(): boolean {
    return this.#last === undefined || this.#last.mode === 'command';
  }

  get hasEvents(): boolean {
    return this.#hasEvents;
  }

  get holds(): Holds {
    return holdsOf(this.#holds);
  }

  get isEnded(): boolean {
    return this.#last?.ended === true;
  }

  /** Whether a command still waits for its reply. */
  get awaitsReply(): boolean {
    return (this.#last?.pending.length ?? 0) > 0;
  }

  knows(connection: string): boolean {
    return this.#named.has(connection);
  }

  note(span: Span): void {
    this.#holds.notes = true;
    this.#list?.note(span);
  }

  /** The next line of this connection belongs to another one of the same name. */
  disconnect(connection: string | undefined): void {
    const known = this.#known(connection);
    if (known !== undefined) known.ended = true;
  }

  /** Message data is over, its lone dot seen or lost. */
  endData(): void {
    if (this.#last?.mode === 'data') {
      this.#last.mode = 'command';
      this.#last.inData = false;
    }
  }

  /** Whether a line would start another session where one is known. */
  startsAnother({ side, said, from, to, connection, reply }: Spoken): boolean {
    const known = this.#known(connection);
    if (known === undefined) return false;
    if (side === 'client') return known.ended && !isQuit(said, from, to);
    if (!known.ended && said.text.charCodeAt(from + 1) !== 50) return false;
    return isAnother(known, reply ?? readReplyLine(said.text, from, to));
  }

  speak(spoken: Spoken): void {
    if (spoken.side === 'server') {
      const pieces = replyPieces(spoken);
      if (pieces === undefined) this.#server(spoken, spoken.from, spoken.to);
      else for (const [from, to] of pieces) this.#server(spoken, from, to);
      const known = this.#last;
      if (spoken.separator?.whole === true && known?.reply?.open === true) {
        known.reply.open = false;
        this.#settle(known, known.reply);
      }
    } else this.#client(spoken);
  }

  /** A line without a code that a console wrapped off the reply before it. */
  wrap(said: Said, from: number, to: number): void {
    if (this.#last?.reply !== undefined) this.#list?.wrap(this.#last, said, from, to);
  }

  /** The connection that a line belongs to: the known one, or one that starts with the line. */
  #connection(spoken: Spoken, known: Connection | undefined): Connection {
    this.#last = known ?? openConnection(this.#list?.open(spoken) ?? 0);
    if (known !== undefined) return known;
    if (spoken.connection === undefined) this.#unnamed = this.#last;
    else this.#named.set(spoken.connection, this.#last);
    return this.#last;
  }

  #known(connection: string | undefined): Connection | undefined {
    return connection === undefined ? this.#unnamed : this.#named.get(connection);
  }

  #server(spoken: Spoken, from: number, to: number): void {
    const { said } = spoken;
    const whole = from === spoken.from && to === spoken.to;
    const read = (whole ? spoken.reply : undefined) ?? readReplyLine(said.text, from, to);
    const before = this.#known(spoken.connection);
    const known = this.#connection(spoken, before && isAnother(before, read) ? undefined : before);
    if (known.mode === 'data') {
      if (!known.inData) known.pending.add({ stage: '(data)' });
      known.mode = 'command';
    }
    known.inData = false;
    if (read === undefined) {
      if (known.reply !== undefined && !(known.reply.open === false && OWN_WORDS.test(said.text.slice(from, to))))
        this.wrap(said, from, to);
      else this.note({ start: offsetOf(said, from), end: endOffsetOf(said, to) });
      return;
    }
    known.heard = true;
    const open = known.reply;
    if (open?.open === true && open.code === read.code) {
      open.open = read.more;
      this.#list?.extend(known, said, to, read);
    } else this.#startReply(known, spoken, from, to, read);
    if (known.reply?.open === false) this.#settle(known, known.reply);
  }

  #startReply(known: Connection, spoken: Spoken, from: number, to: number, read: ReplyLine): void {
    const banner = !known.greeted && isBanner(read.code, known.pending.first?.stage);
    const answered = banner ? undefined : known.pending.take();
    const again = known.answersEach && known.reply?.answers === '(data)' ? '(data)' : '?';
    const answers = banner ? 'connect' : (answered?.stage ?? again);
    known.answersEach ||= read.code === 353 && answers === '(data)';
    known.greeted = true;
    known.reply = { code: read.code, answers, goesOn: answered?.goesOn === true, open: read.more };
    this.#hasEvents = true;
    if (read.code >= 400 || read.code === 334 || answers === '(data)' || answers === 'BDAT')
      this.#holds.outcomes = true;
    this.#list?.reply(known, spoken, from, to, read, answers, answered?.recipient);
  }

  /** What a whole reply means for what comes next. */
  #settle(known: Connection, reply: HeardReply): void {
    known.mode = reply.code === 354 ? 'data' : reply.code === 334 ? 'auth' : 'command';
    if (reply.code === 221) known.ended = true;
    if (reply.code === 220 && reply.answers === 'STARTTLS') known.secured = true;
    this.#list?.settle(known, reply);
  }

  #client(spoken: Spoken): void {
    const { said, from, to } = spoken;
    const before = this.#known(spoken.connection);
    const known = this.#connection(spoken, before?.ended === true && !isQuit(said, from, to) ? undefined : before);
    known.reply = undefined;
    if (isMessage(known, spoken)) {
      this.#data(known, spoken);
      return;
    }
    known.inData = false;
    if (known.mode === 'auth' && spoken.message !== 'summary' && !isQuit(said, from, to)) {
      known.mode = 'command';
      known.pending.add({ stage: '(auth)' });
      this.#hasEvents = true;
      this.#holds.bodies = true;
      this.#list?.authAnswer(known, spoken);
      return;
    }
    const read = spoken.message === 'summary' ? undefined : readCommandLine(said.text, from, to);
    if (read === undefined) {
      this.note({ start: offsetOf(said, from), end: endOffsetOf(said, to) });
      return;
    }
    this.#hasEvents = true;
    const recipient = this.#list?.command(known, spoken, read);
    const stage = verbNamed(read.verb);
    known.answersEach ||= stage === 'LHLO';
    const goesOn = read.verb === 'BDAT' && !/[ \t]LAST[ \t]{0,8}$/i.test(said.text.slice(from, to));
    // A proxy says who connected before the server greets, and is not answered (PROXY protocol 2).
    if (stage !== 'PROXY' || known.greeted)
      known.pending.add({ stage, ...(recipient && { recipient }), ...(goesOn && { goesOn }) });
    if (read.verb === 'BDAT') known.mode = 'chunk';
    else if (known.mode === 'chunk') known.mode = 'command';
  }

  #data(known: Connection, spoken: Spoken): void {
    const { said, from, to } = spoken;
    const complete = spoken.message === 'summary' || endsInDot(said.text, from, to);
    if (known.inData) this.#list?.extendData(known, spoken, complete);
    else {
      known.inData = true;
      this.#hasEvents = true;
      this.#holds.bodies = true;
      this.#list?.data(known, spoken, complete);
      if (known.mode !== 'chunk') known.pending.add({ stage: '(data)' });
    }
    if (complete && spoken.message !== 'summary' && known.mode !== 'chunk') {
      known.mode = 'command';
      known.inData = false;
    }
  }
}

/** What a program says of itself, behind a reply that is complete. */
const OWN_WORDS =
  /^(?:\[[\w.:]{1,40}\]|(?:\w{1,20} )?(?:error|warning|failed|failure|exception)\b|\w[\w ]{0,40} (?:failed|error)\b|connection closed|closing|disconnect)/i;
