import type { Span } from '../text/span.ts';
import { Assembler } from './assembler.ts';
import type { DialectName } from './dialects/dialects.ts';
import { EventList } from './eventList.ts';
import { isAnnounced } from './frames.ts';
import { type FoundConversation, GAP, LOG_GAP } from './gaps.ts';
import {
  isReplyAt,
  isSurelyCommand,
  isSurelyReply,
  looksLikeCommand,
  type ReplyLine,
  readReplyLine,
} from './grammar.ts';
import { endOfUnframed, goesOn, MessageEnd } from './messageEnd.ts';
import { noteKind, opensConnection } from './notes.ts';
import type { Rows } from './rows.ts';
import { endOffsetOf, offsetOf } from './said.ts';
import type { Spoken } from './spoken.ts';
import { endOfTlsReport } from './tlsReport.ts';

/** Whether an undecorated conversation starts here. */
export function startsBare(rows: Rows, line: number, connects = opensConnection(rows.text(line).trim())): boolean {
  const text = rows.text(line).trim();
  if (isSurelyReply(text)) return !isAnnounced(rows, line);
  const command = looksLikeCommand(text);
  const code = isReplyAt(text, 0) ? readReplyLine(text) : undefined;
  if (!command && !connects && (code === undefined || /^\d{3}[ \t]{1,20}[|=]/.test(text))) return false;
  if (command && isSurelyCommand(text) && /^(?:EHLO|HELO|LHLO) /i.test(text)) return true;
  if (connects && endOfTlsReport(rows, line, text) > line) return true;
  const to = Math.min(rows.limit, line + 1 + (connects || command ? GAP : 6));
  let seen = 0;
  for (let i = line + 1; i < to && rows.has(i); i++) {
    const next = rows.text(i).trim();
    const note = next === '' ? 'note' : noteKind(next);
    if (note !== undefined) {
      if (connects && endOfTlsReport(rows, i, next) > i) return true;
      if (connects && (note === 'opening' || next.startsWith('Connect'))) return true;
      continue;
    }
    const answer = readReplyLine(next);
    if (connects) {
      if (answer !== undefined || looksLikeCommand(next)) return true;
      continue;
    }
    if (command) {
      if (answer !== undefined) return isPlausible(answer.code);
      if (!looksLikeCommand(next)) return false;
      continue;
    }
    if (code?.more === true) return answer?.code === code.code || ++seen > 2 ? answer !== undefined : false;
    return looksLikeCommand(next) || (answer !== undefined && isPlausible(code?.code) && isPlausible(answer.code));
  }
  return false;
}

/** Replies that a server gives, to tell two of them in a row from a table of numbers. */
const isPlausible = (code: number | undefined): boolean =>
  code !== undefined && (code === 334 || code === 354 || /^(?:[45][0-5]|2[1235])\d$/.test(String(code)));

/** Reads lines without marks: who speaks is told from what is said and from what must come next. */
export function readBare(rows: Rows, first: number, keeps: boolean, name?: DialectName): FoundConversation {
  const { lines } = rows;
  const list = keeps ? new EventList() : undefined;
  const assembler = new Assembler(list);
  const data = new MessageEnd(rows);
  let end = first;
  let dialect: DialectName = name ?? 'bare';
  /** The client has said who it is, in this state of the connection (RFC 5321 3.2, RFC 3207 4.2). */
  let greeted = false;
  /** A line that is nothing of the session stands behind the last one that is. */
  let apart = false;
  /** Notes behind such a line: of the session where it goes on. */
  const later: Span[] = [];
  for (let i = first; i < rows.limit && i - end <= (dialect === 'javamail' ? LOG_GAP : GAP) && rows.has(i); i++) {
    if (assembler.expects === 'data' && !endsDataWithoutDot(assembler, rows, i, data)) {
      for (let behind = i; behind === i; ) {
        const last = data.endOfData(i);
        for (; i < last; i++) assembler.speak({ ...lineOf(rows, i), side: 'client', certainty: 'inferred' });
        const end = name === 'unknown' ? endOfUnframed(rows, i) : i;
        for (; i < end; i++) assembler.speak({ ...wholeLine(rows, i), side: 'client', certainty: 'inferred' });
        behind = end > last && goesOn(rows, i) ? i : -1;
      }
      assembler.endData();
      i--;
      end = i + 1;
      continue;
    }
    const line = lineOf(rows, i);
    const { said } = line;
    const { text } = said;
    let { from, to } = line;
    while (from < to && text.charCodeAt(from) <= 32) from++;
    while (to > from && text.charCodeAt(to - 1) <= 32) to--;
    if (from === to) continue;
    const reply = readReplyLine(text, from, to);
    const words = reply === undefined ? text.slice(from, to) : '';
    const report = reply === undefined ? endOfTlsReport(rows, i, words) : i;
    const kind =
      reply !== undefined
        ? replyKind(assembler, reply, rows, i, end)
        : report > i
          ? (noteKind(words) ?? 'note')
          : bareKind(assembler, words, rows, i, end);
    if (kind === 'nothing') {
      apart = true;
      continue;
    }
    if (kind === 'note' || kind === 'opening') {
      if (kind === 'opening' && assembler.hasEvents) break;
      if (kind === 'opening' && name === undefined) dialect = dialectOf(words) ?? dialect;
      const note = { start: offsetOf(said, from), end: endOffsetOf(said, to) };
      if (report > i) i = report;
      if (apart) {
        later.push(note);
        continue;
      }
      assembler.note(note);
    } else if (kind === 'wrapped') assembler.wrap(said, from, to);
    else {
      const spoken: Spoken = { said, from, to, side: kind, certainty: 'inferred', reply };
      if (assembler.hasEvents && assembler.startsAnother(spoken)) break;
      if (assembler.isEnded && kind === 'client' && !/^QUIT$/i.test(words)) break;
      const greets = kind === 'client' && GREETING.test(words);
      // Somebody's words stand between: this is another transcript.
      if (greets && greeted && apart) break;
      greeted = kind === 'client' ? greets || (greeted && !/^STARTTLS/i.test(words)) : greeted;
      apart = false;
      for (const note of later.splice(0)) assembler.note(note);
      assembler.speak(spoken);
    }
    end = i + 1;
  }
  const endLine = Math.max(end, first + 1);
  const span = { start: lines.start(first), end: lines.next(endLine - 1) };
  return { dialect, span, endLine, hasEvents: assembler.hasEvents, holds: assembler.holds, list };
}

const GREETING = /^(?:EHLO|HELO|LHLO)\b/i;

function dialectOf(note: string): DialectName | undefined {
  if (/telnet|^Trying |^Escape character/i.test(note)) return 'telnet';
  if (/^CONNECTED\(|openssl/.test(note)) return 'openssl';
  if (/^DEBUG/.test(note)) return 'javamail';
  if (/^Ncat|\bncat?\b/.test(note)) return 'nc';
  return /^Connecting to '/.test(note) ? 'gnutls-cli' : undefined;
}

/** A line and what of it is said: of the text itself where nothing must be undone, which most lines are. */
function lineOf(rows: Rows, line: number): Pick<Spoken, 'said' | 'from' | 'to'> {
  if (rows.isPlain(line)) return wholeLine(rows, line);
  const said = rows.at(line);
  return { said, from: 0, to: said.text.length };
}

const wholeLine = ({ whole, lines }: Rows, line: number): Pick<Spoken, 'said' | 'from' | 'to'> => ({
  said: whole,
  from: lines.start(line),
  to: lines.end(line),
});

/** Console windows wrap at 80 columns; mail and web pages from about 70. A shorter line was not wrapped. */
const WRAP_WIDTH = 70;

function replyKind(
  assembler: Assembler,
  reply: ReplyLine,
  rows: Rows,
  line: number,
  end: number,
): 'server' | 'nothing' {
  if (assembler.expects === 'more' || assembler.awaitsReply || reply.code === 221) return 'server';
  if (isAdjacent(rows, end, line) || isSurelyReply(rows.text(line).trim())) return 'server';
  return assembler.hasEvents || reply.code > 599 ? 'nothing' : 'server';
}

/** Who says a line that is no reply. */
function bareKind(
  assembler: Assembler,
  said: string,
  rows: Rows,
  line: number,
  end: number,
): 'client' | 'note' | 'opening' | 'wrapped' | 'nothing' {
  if (assembler.expects === 'more') {
    if (end === line) return 'wrapped';
    return noteKind(said) ?? 'nothing';
  }
  if (looksLikeCommand(said)) return 'client';
  // Known by its place, whatever somebody put there instead of a secret, or wrote behind it.
  if (assembler.expects === 'auth' && isAdjacent(rows, end, line) && answeredNext(rows, line)) return 'client';
  const note = noteKind(said);
  if (note !== undefined) return note;
  if (assembler.expects === 'auth' && /^(?:[A-Za-z0-9+/=]{4,}|\*)$/.test(said)) return 'client';
  if (!isAdjacent(rows, end, line)) return 'nothing';
  const isRefused = refusedNext(rows, line);
  if (
    assembler.lastReply !== undefined &&
    rows.lines.end(line - 1) - rows.lines.start(line - 1) >= WRAP_WIDTH &&
    quotationDepth(rows, line) <= quotationDepth(rows, line - 1) &&
    !isRefused
  )
    return 'wrapped';
  return assembler.hasEvents && !assembler.isEnded && isRefused ? 'client' : 'nothing';
}

/** The rest of a line is quoted as the line is, or not at all where the mail program that quotes wrapped it. */
const quotationDepth = (rows: Rows, line: number): number =>
  /^[ \t>|]{0,40}/.exec(rows.lines.at(line))?.[0].replace(/[^>|]/g, '').length ?? 0;

/** Whether only blank lines stand between: a text copied from a page, or with CR CR LF, has one behind every line. */
function isAdjacent(rows: Rows, end: number, line: number): boolean {
  for (let i = end; i < line; i++) if (rows.text(i).trim() !== '') return false;
  return line - end < 3;
}

/** Whether the next line refuses this one as no command (RFC 5321 4.2.4: 500, 502), which makes it a typing error. */
const refusedNext = (rows: Rows, line: number): boolean => /^[ \t]{0,8}(?:50[0-4]|421)[ -]/.test(nextText(rows, line));

/** Whether the next line is what a server says of an answer to a 334 (RFC 4954 4, 6). */
const answeredNext = (rows: Rows, line: number): boolean =>
  /^[ \t]{0,8}(?:334|235|[45]\d\d)[ -]/.test(nextText(rows, line));

/** The next line, behind one that may be blank. */
function nextText(rows: Rows, line: number): string {
  const next = rows.text(line + 1);
  return next.trim() === '' ? rows.text(line + 2) : next;
}

/** A capture of the server's lines alone: behind 354 comes the reply to the data, with no data before it. */
const endsDataWithoutDot = (assembler: Assembler, rows: Rows, line: number, data: MessageEnd): boolean =>
  assembler.lastReply?.code === 354 && isReplyAt(rows.text(line).trimStart(), 0) && !data.hasDot(line);
