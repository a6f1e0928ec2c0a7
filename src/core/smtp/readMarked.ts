import { Assembler } from './assembler.ts';
import { readMark } from './dialect.ts';
import type { Marked } from './dialects/dialectRow.ts';
import type { Dialect } from './dialects/dialects.ts';
import { EventList, isRefusal, repeatsRefusal } from './eventList.ts';
import { DATA_GAP, type FoundConversation, GAP, LOG_GAP } from './gaps.ts';
import { canOnlyBeReply, isReplyAt, readReplyLine, type Side, sideOf } from './grammar.ts';
import { closesConnection, opensConnection } from './notes.ts';
import type { Rows } from './rows.ts';
import { endOffsetOf, offsetOf, type Said } from './said.ts';
import type { Spoken } from './spoken.ts';
import { skipTime } from './stamp.ts';

/** Reads the lines of a dialect that marks who speaks, from `first` to the end of the connection, or of the log. */
export function readMarked(dialect: Dialect, rows: Rows, first: number, keeps: boolean): FoundConversation {
  const found = new MarkedReader(dialect, rows, keeps).read(first);
  const { endLine } = found;
  if (endLine >= rows.limit || !rows.has(endLine) || !isRefusal(rows.text(endLine))) return found;
  // Programs print the error that a library raised: only what was said tells whether it is the refusal again.
  const { list } = keeps ? found : new MarkedReader(dialect, rows, true).read(first);
  if (!repeatsRefusal(list?.events ?? [], rows.text(endLine).trim())) return found;
  return { ...found, span: { start: found.span.start, end: rows.lines.next(endLine) }, endLine: endLine + 1 };
}

class MarkedReader {
  readonly #dialect: Dialect;
  readonly #rows: Rows;
  readonly #list: EventList | undefined;
  readonly #assembler: Assembler;
  /** Connections in which the marks mean the opposite of the dialect's first meaning. */
  readonly #turned = new Map<string, boolean>();
  /** Behind the last line that belongs to the conversation. */
  #end = 0;
  #named = false;
  /** The connection that spoke last. */
  #current: string | undefined;

  constructor(dialect: Dialect, rows: Rows, keeps: boolean) {
    this.#dialect = dialect;
    this.#rows = rows;
    this.#list = keeps ? new EventList() : undefined;
    this.#assembler = new Assembler(this.#list);
  }

  read(first: number): FoundConversation {
    const rows = this.#rows;
    this.#end = first;
    for (let i = first; i < rows.limit && i - this.#end < this.#gap() && rows.has(i); i++) {
      const said = this.#said(i);
      const marked = readMark(this.#dialect, said.text);
      if (marked === undefined ? !this.#unmarked(said, i) : !this.#marked(said, marked, i)) break;
    }
    const endLine = Math.max(this.#end, first + 1);
    const span = { start: rows.lines.start(first), end: rows.lines.next(endLine - 1) };
    const { hasEvents, holds } = this.#assembler;
    return { dialect: this.#dialect.name, span, endLine, hasEvents, holds, list: this.#list };
  }

  #gap(): number {
    const { expects } = this.#assembler;
    if (expects === 'data' || expects === 'chunk') return DATA_GAP;
    return this.#named ? LOG_GAP : GAP;
  }

  #said(line: number): Said {
    const said = this.#rows.at(line);
    return this.#dialect.plain === undefined ? said : this.#dialect.plain(said);
  }

  /** Reads a line with the dialect's marks; false where it belongs to the next conversation. */
  #marked(said: Said, marked: Marked, line: number): boolean {
    if (marked.side === 'note' || this.#repeatsNext(marked, said, line) || this.#repeatsBefore(marked))
      return this.#note(said, marked, line);
    const { strays = false } = this.#dialect;
    const wrong = !strays && this.#assembler.isBetween && canOnlyBeReply(said.text, marked.from, marked.to);
    const side = wrong ? 'server' : this.#sideOf(marked, said);
    if (strays && this.#isStray(marked, said, side, line)) {
      this.#flush(line);
      this.#assembler.note({ start: offsetOf(said, marked.from), end: endOffsetOf(said, said.text.length) });
      this.#end = line + 1;
      return true;
    }
    const connection = this.#connection(marked, said, side);
    const spoken: Spoken = {
      said,
      from: marked.from,
      to: marked.to,
      side,
      certainty: this.#dialect.certainty ?? 'marked',
      tls: marked.tls,
      connection,
      time: marked.time,
      separator: this.#dialect.separator,
      message: marked.message,
    };
    if (connection === undefined && this.#assembler.hasEvents && this.#assembler.startsAnother(spoken)) return false;
    this.#flush(line);
    this.#named ||= connection !== undefined;
    this.#current = connection;
    this.#assembler.speak(spoken);
    this.#end = line + 1;
    if (marked.and !== undefined) this.#marked(said, marked.and, line);
    return true;
  }

  /** Whether a line is no SMTP, though it has a mark and nothing but SMTP is due. */
  #isStray(marked: Marked, said: Said, side: Side, line: number): boolean {
    const { expects } = this.#assembler;
    if (expects === 'data' || expects === 'auth' || expects === 'chunk') return false;
    if (sideOf(said.text.slice(marked.from, marked.from + 2100).trim()) === side) return false;
    if (side === 'server') return expects !== 'more';
    const next = this.#rows.text(line + 1);
    const answer = readMark(this.#dialect, next);
    return answer === undefined || !/^50[0-4][ -]/.test(next.slice(answer.from, answer.from + 4));
  }

  /** The connection that a line names. Of marks that were learnt, a name nobody spoke under is believed with a beginning. */
  #connection(marked: Marked, said: Said, side: Side): string | undefined {
    const { connection } = marked;
    if (connection === undefined || this.#dialect.certainty !== 'inferred' || this.#assembler.knows(connection))
      return connection;
    if (begins(side, said, marked.from) || !this.#assembler.hasEvents) this.#spoke = connection;
    return this.#spoke;
  }
  #spoke: string | undefined;

  #sideOf(marked: Marked, said: Said): Side {
    const side = marked.side as Side;
    if (this.#dialect.turns !== true) return side;
    const key = marked.connection ?? '';
    const known = this.#turned.get(key);
    if (known !== undefined && !this.#assembler.isEnded) return known ? otherSide(side) : side;
    const told = sideOf(said.text.slice(marked.from, Math.min(marked.to, marked.from + 2100)).trim());
    if (told === undefined || (known !== undefined && !begins(told, said, marked.from)))
      return known === true ? otherSide(side) : side;
    this.#turned.set(key, told !== side);
    return told;
  }

  /** What the tool says beside the conversation. */
  #note(said: Said, marked: Marked, line: number): boolean {
    const words = said.text.slice(marked.from);
    const opens = opensConnection(words) || opensConnection(said.text);
    const { connection } = marked;
    const lingers = this.#dialect.lingers === true && !this.#assembler.isEnded;
    if (opens && connection === undefined && this.#assembler.hasEvents && !lingers) return false;
    if (
      connection === undefined &&
      this.#assembler.isEnded &&
      !opens &&
      this.#dialect.start?.test(said.text.slice(0, 400)) === true
    )
      return false;
    if (
      this.#dialect.bareData === true &&
      connection !== undefined &&
      this.#assembler.expects === 'data' &&
      this.#assembler.knows(connection) &&
      !/^<\d+ bytes/.test(words)
    ) {
      const { from, to } = marked;
      this.#assembler.speak({ said, from, to, side: 'client', certainty: 'inferred', connection });
      this.#end = line + 1;
      return true;
    }
    this.#flush(line);
    this.#assembler.note({ start: offsetOf(said, marked.from), end: endOffsetOf(said, said.text.length) });
    if (opens && !lingers) this.#assembler.disconnect(connection);
    this.#end = line + 1;
    return true;
  }

  /** A line that lacks the dialect's marks: a further line of the reply, or something that later lines explain. */
  #unmarked(said: Said, line: number): boolean {
    const { text } = said;
    let indent = this.#assembler.expects === 'more' ? skipTime(text) : 0;
    while (text.charCodeAt(indent) === 32 || text.charCodeAt(indent) === 9) indent++;
    const { expects, isEnded, hasEvents } = this.#assembler;
    const code = isReplyAt(text, indent) ? readReplyLine(text, indent)?.code : undefined;
    const continues = expects === 'more' && code !== undefined && this.#assembler.lastReply?.code === code;
    const replies =
      this.#dialect.bareReplies === true && !this.#again && !this.#assembler.isInData && (code ?? 999) < 600;
    if (code !== undefined && (continues || replies)) {
      const spoken = this.#bare(said, indent, 'server');
      if (hasEvents && this.#assembler.startsAnother(spoken)) return false;
      this.#flush(line);
      this.#assembler.speak(spoken);
      this.#end = line + 1;
      return true;
    }
    const lingers = this.#dialect.lingers === true && !isEnded;
    if (expects !== 'data' && hasEvents && !lingers && opensConnection(text)) return false;
    if (isEnded && closesConnection(text.slice(indent))) {
      this.#flush(line);
      this.#assembler.note({ start: offsetOf(said, indent), end: endOffsetOf(said, text.length) });
      this.#end = line + 1;
    }
    return true;
  }

  /** A line without a mark, of the connection that spoke last. */
  #bare(said: Said, from: number, side: Side): Spoken {
    const { separator } = this.#dialect;
    const to = said.text.length;
    return { said, from, to, side, certainty: 'inferred', connection: this.#current, separator };
  }

  /** Lines without a mark between two lines with one: message data where it is due, else the tool's words. */
  #flush(to: number): void {
    for (let i = this.#end; i < to; i++) {
      const said = this.#rows.at(i);
      const { expects } = this.#assembler;
      if (expects === 'data' || (expects === 'chunk' && said.text !== ''))
        this.#assembler.speak(this.#bare(said, 0, 'client'));
      else if (said.text.trim() !== '') {
        const indent = said.text.length - said.text.trimStart().length;
        this.#assembler.note({ start: offsetOf(said, indent), end: endOffsetOf(said, said.text.length) });
      }
    }
    this.#end = to;
  }

  /** A reply that was shown line by line before. */
  #repeatsBefore({ mark = '' }: Marked): boolean {
    const raw = this.#dialect.again?.get(mark);
    this.#again = raw !== undefined && this.#heard.has(raw);
    this.#heard.add(mark);
    return this.#again;
  }
  readonly #heard = new Set<string>();
  #again = false;

  /** Raw input that the next marked line says again. */
  #repeatsNext(marked: Marked, said: Said, line: number): boolean {
    if (this.#dialect.rawMark === undefined || marked.mark !== this.#dialect.rawMark) return false;
    const next = this.#rows.text(line + 1);
    const again = readMark(this.#dialect, next);
    if (again === undefined || again.mark === this.#dialect.rawMark || again.side === 'note') return false;
    return next.slice(again.from).trim() === said.text.slice(marked.from).trim();
  }
}

/** Whether a connection may start with what is said (RFC 5321 3.1, 3.2). */
const begins = (side: Side, { text }: Said, from: number): boolean =>
  side === 'server' ? text.startsWith('220', from) : /^(?:EHLO|HELO|LHLO)\b/i.test(text.slice(from, from + 6));

const otherSide = (side: Side): Side => (side === 'client' ? 'server' : 'client');
