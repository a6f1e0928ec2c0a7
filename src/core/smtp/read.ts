import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { Assembler } from './assembler.ts';
import type { Conversation, Side } from './conversation.ts';
import { type Dialect, dialects, type Marked, readMark } from './dialects.ts';
import { isSurelyCommand, isSurelyReply, looksLikeCommand, readReplyLine } from './grammar.ts';
import { MessageEnd } from './messageEnd.ts';
import { isNote, opensConnection } from './notes.ts';

/** How many lines that are no SMTP may stand inside a conversation before it counts as over. */
const GAP = 12;
/** How many lines of message data without a mark may stand between two marked lines. */
const DATA_GAP = 2000;

export interface ReadConversation {
  readonly conversation: Conversation;
  /** The line behind the last one that belongs to it. */
  readonly endLine: number;
}

/** Reads the conversation that starts at `line`; undefined where none does. `line` is not blank. */
export function readConversation(lines: Lines, line: number, endLine: number): ReadConversation | undefined {
  const text = lines.at(line);
  if (text.length > 0 && !mayStart(text)) return undefined;
  for (const dialect of dialects) {
    if (startsMarked(dialect, lines, line, endLine)) return readMarked(dialect, lines, line, endLine);
  }
  return startsBare(lines, line, endLine) ? readBare(lines, line, endLine) : undefined;
}

/** A cheap first look that most lines of a log or of prose do not pass. */
const MAY_START =
  /[<>=*~\]:-] |[<>]{2}|['"]|\b[2-5]\d\d(?:[ -]|$)|\b(?:ehlo|helo|lhlo|mail|rcpt|data|rset|quit|auth|starttls|vrfy|expn|bdat|noop|help|etrn|telnet|trying|connected)\b|^CONNECTED|^# /i;
const mayStart = (text: string): boolean => MAY_START.test(text.length > 400 ? text.slice(0, 400) : text);

const speaksSmtp = (text: string): boolean => {
  const said = text.trim();
  return readReplyLine(said) !== undefined || looksLikeCommand(said);
};

/** Whether a line is in this dialect and what it says is SMTP, or says that a connection is being made. */
function startsMarked(dialect: Dialect, lines: Lines, line: number, endLine: number): boolean {
  const text = lines.at(line);
  if (dialect.start?.test(text) === true) return true;
  const marked = readMark(dialect, text);
  if (marked === undefined || marked.side === 'note') return false;
  if (!speaksSmtp(text.slice(marked.from, marked.to))) return false;
  if (
    dialect.line.source.length > 60 ||
    isSurelyReply(text.slice(marked.from)) ||
    isSurelyCommand(text.slice(marked.from))
  )
    return true;
  const next = nextSpoken(dialect, lines, line + 1, Math.min(endLine, line + 1 + GAP));
  return next !== undefined && speaksSmtp(next);
}

function nextSpoken(dialect: Dialect, lines: Lines, from: number, to: number): string | undefined {
  for (let i = from; i < to; i++) {
    const text = lines.at(i);
    const marked = readMark(dialect, text);
    if (marked !== undefined && marked.side !== 'note') return text.slice(marked.from, marked.to);
    if (dialect.bareReplies && readReplyLine(text) !== undefined) return text;
  }
  return undefined;
}

function readMarked(dialect: Dialect, lines: Lines, first: number, limit: number): ReadConversation {
  const endLine = endOfMarked(dialect, lines, first, limit);
  const turned = dialect.turns ? turnedConnections(dialect, lines, first, endLine) : undefined;
  const assembler = new Assembler(lines);
  for (let i = first; i < endLine; i++) {
    const text = lines.at(i);
    const start = lines.start(i);
    const marked = readMark(dialect, text);
    if (marked === undefined) {
      unmarked(dialect, assembler, lines, i);
    } else if (marked.side === 'note' || repeatsNext(dialect, marked, lines, i, endLine)) {
      noteOrData(assembler, { start: start + marked.from, end: lines.end(i) }, text, marked);
    } else {
      assembler.speak({
        start: start + marked.from,
        end: start + marked.to,
        side: turned?.has(marked.connection ?? '') ? otherSide(marked.side) : marked.side,
        certainty: 'marked',
        ...(marked.tls !== undefined && { tls: marked.tls }),
        ...(marked.connection !== undefined && { connection: marked.connection }),
      });
    }
  }
  const span = { start: lines.start(first), end: lines.next(endLine - 1) };
  return { conversation: assembler.finish(dialect.name, span), endLine };
}

const otherSide = (side: Side): Side => (side === 'client' ? 'server' : 'client');

/** A line with the dialect's frame and no mark: message data while data is due, else the tool's own words. */
function noteOrData(assembler: Assembler, span: Span, text: string, marked: Marked): void {
  if (
    marked.mark === undefined &&
    marked.connection !== undefined &&
    assembler.expects === 'data' &&
    !/^<\d+ bytes/.test(text.slice(marked.from))
  ) {
    assembler.speak({ ...span, side: 'client', certainty: 'inferred', connection: marked.connection });
    return;
  }
  assembler.note(span, opensConnection(text.slice(marked.from)) || opensConnection(text));
}

/** A line that lacks the dialect's marks: a further line of the reply, message data, or something said beside it. */
function unmarked(dialect: Dialect, assembler: Assembler, lines: Lines, line: number): void {
  const text = lines.at(line);
  const indent = text.length - text.trimStart().length;
  const span = { start: lines.start(line) + indent, end: lines.end(line) };
  const reply = readReplyLine(text.slice(indent));
  const expects = assembler.expects;
  if (
    reply !== undefined &&
    (dialect.bareReplies || (expects === 'more' && assembler.lastReply?.code === reply.code))
  ) {
    assembler.speak({ ...span, side: 'server', certainty: 'inferred' });
  } else if (expects === 'data') {
    assembler.speak({ start: lines.start(line), end: lines.end(line), side: 'client', certainty: 'inferred' });
  } else if (text.trim() !== '') {
    assembler.note(span, opensConnection(text));
  }
}

/** Where the marked lines end, gaps of unmarked ones bridged. */
function endOfMarked(dialect: Dialect, lines: Lines, first: number, limit: number): number {
  let end = first + 1;
  let gap = GAP;
  for (let i = first; i < limit; i++) {
    const text = lines.at(i);
    const marked = readMark(dialect, text);
    if (marked !== undefined) {
      end = i + 1;
      gap =
        /^354\b/.test(text.slice(marked.from)) ||
        (marked.side === 'client' && /^DATA\s*$/i.test(text.slice(marked.from, marked.to)))
          ? DATA_GAP
          : GAP;
    } else if (dialect.bareReplies && readReplyLine(text.trimStart()) !== undefined && i - end < GAP) {
      end = i + 1;
    } else if (i - end >= gap) {
      break;
    }
  }
  return end;
}

/** The connections in which the marks mean the opposite of the dialect's first meaning, told from what is said. */
function turnedConnections(dialect: Dialect, lines: Lines, first: number, endLine: number): ReadonlySet<string> {
  const votes = new Map<string, number>();
  for (let i = first; i < endLine; i++) {
    const text = lines.at(i);
    const marked = readMark(dialect, text);
    if (marked === undefined || marked.side === 'note') continue;
    const said = text.slice(marked.from, marked.to).trim();
    const side = readReplyLine(said) !== undefined ? 'server' : looksLikeCommand(said) ? 'client' : undefined;
    if (side === undefined) continue;
    const key = marked.connection ?? '';
    votes.set(key, (votes.get(key) ?? 0) + (side === marked.side ? 1 : -1));
  }
  return new Set([...votes].filter(([, vote]) => vote < 0).map(([key]) => key));
}

/** Raw input that the next marked line says again. */
function repeatsNext(dialect: Dialect, marked: Marked, lines: Lines, line: number, endLine: number): boolean {
  if (dialect.rawMark === undefined || marked.mark !== dialect.rawMark || line + 1 >= endLine) return false;
  const next = lines.at(line + 1);
  const again = readMark(dialect, next);
  if (again === undefined || again.mark === dialect.rawMark || again.side === 'note') return false;
  return next.slice(again.from).trim() === lines.at(line).slice(marked.from).trim();
}

/** An undecorated line without its blanks and without the HTML that a web page or a feed put around it. */
const saidBare = (line: string): string =>
  line
    .replace(/^(?:[ \t]|<(?:pre|code|p|div|br ?\/?)>)+/, '')
    .replace(/(?:[ \t]|<\/?(?:pre|code|p|div|br ?\/?)>){1,20}$/, '');

/** Whether an undecorated conversation starts here. */
function startsBare(lines: Lines, line: number, endLine: number): boolean {
  const text = saidBare(lines.at(line));
  if (isSurelyReply(text) || isSurelyCommand(text)) return true;
  const command = looksLikeCommand(text);
  const connects = opensConnection(text);
  const reply = readReplyLine(text);
  if (!command && !connects && reply === undefined) return false;
  for (let i = line + 1; i < Math.min(endLine, line + 1 + (connects ? GAP : 3)); i++) {
    const next = saidBare(lines.at(i));
    if (next === '' || isNote(next)) continue;
    if (connects) return readReplyLine(next) !== undefined || looksLikeCommand(next) || opensConnection(next);
    const answer = readReplyLine(next);
    if (command) return answer !== undefined || looksLikeCommand(next);
    return reply?.more === true
      ? answer?.code === reply.code
      : looksLikeCommand(next) || (answer !== undefined && isPlausible(reply?.code) && isPlausible(answer.code));
  }
  return false;
}

const isPlausible = (code: number | undefined): boolean => code !== undefined && code >= 200 && code < 600;

/** Reads lines without marks: who speaks is told from what is said and from what must come next. */
function readBare(lines: Lines, first: number, limit: number): ReadConversation {
  const assembler = new Assembler(lines);
  const data = new MessageEnd(lines, limit);
  let end = first;
  let dialect = 'bare';
  for (let i = first; i < limit; i++) {
    if (i - end > GAP) break;
    const said = saidBare(lines.at(i));
    const from = lines.start(i) + lines.at(i).indexOf(said);
    const span = { start: from, end: from + said.length };
    if (assembler.expects === 'data' && !endsDataWithoutDot(assembler, lines, i, data)) {
      const last = data.endOfData(i);
      for (; i < last; i++) {
        assembler.speak({ start: lines.start(i), end: lines.end(i), side: 'client', certainty: 'inferred' });
      }
      assembler.endData();
      i--;
      end = i + 1;
      continue;
    }
    const kind = bareKind(assembler, said, lines, i, end === i);
    if (kind === 'nothing') continue;
    if (kind === 'end') break;
    end = i + 1;
    if (kind === 'note') {
      const connects = opensConnection(said);
      assembler.note(span, connects);
      if (connects) dialect = dialectOf(said) ?? dialect;
    } else if (kind === 'wrapped') assembler.wrap(span);
    else assembler.speak({ ...span, side: kind, certainty: 'inferred' });
  }
  const span = { start: lines.start(first), end: lines.next(Math.max(end, first + 1) - 1) };
  return { conversation: assembler.finish(dialect, span), endLine: Math.max(end, first + 1) };
}

const dialectOf = (note: string): string | undefined =>
  /telnet|^Trying |^Escape character/.test(note) ? 'telnet' : /^CONNECTED\(/.test(note) ? 'openssl' : undefined;

/** Console windows wrap at 80 columns; mail and web pages from about 70. A shorter line was not wrapped. */
const WRAP_WIDTH = 70;

function bareKind(
  assembler: Assembler,
  said: string,
  lines: Lines,
  line: number,
  adjacent: boolean,
): Side | 'note' | 'wrapped' | 'nothing' | 'end' {
  if (said === '') return 'nothing';
  const reply = readReplyLine(said);
  if (assembler.expects === 'more') {
    if (reply !== undefined) return 'server';
    if (adjacent) return 'wrapped';
    return isNote(said) ? 'note' : 'nothing';
  }
  if (reply !== undefined && (adjacent || assembler.awaitsReply || isSurelyReply(said) || /^221\b/.test(said)))
    return 'server';
  if (looksLikeCommand(said)) return 'client';
  if (isNote(said)) return 'note';
  if (assembler.expects === 'auth' && /^(?:[A-Za-z0-9+/=]{4,}|\*)$/.test(said.trim())) return 'client';
  const previous = assembler.lastReply;
  if (
    adjacent &&
    previous !== undefined &&
    lines.end(line - 1) - lines.start(line - 1) >= WRAP_WIDTH &&
    !answeredNext(lines, line)
  ) {
    return 'wrapped';
  }
  if (adjacent && assembler.hasEvents && answeredNext(lines, line)) return 'client';
  return 'nothing';
}

/** Whether the line after this one refuses it as no command (RFC 5321 4.2.4: 500, 502), which makes this one a typing error. */
function answeredNext(lines: Lines, line: number): boolean {
  return line + 1 < lines.count && /^(?:50[0-4]|421)[ -]/.test(lines.at(line + 1).trimStart());
}

/** A capture of the server's lines alone: behind 354 comes the reply to the data, with no data before it. */
const endsDataWithoutDot = (assembler: Assembler, lines: Lines, line: number, data: MessageEnd): boolean =>
  assembler.lastReply?.code === 354 && readReplyLine(lines.at(line).trimStart()) !== undefined && !data.hasDot(line);
