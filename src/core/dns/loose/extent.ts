import type { Span } from '../../text/span.ts';
import { type JoinedText, joinedPieces } from '../records/characterStrings.ts';

/** A record text that stands in other text: what it joins to, and the place from its first to its last character. */
export interface Extent {
  readonly joined: JoinedText;
  readonly span: Span;
}

/** Characters of one record and its strings in a document. */
const LONGEST = 8000;
const MOST_LINES = 40;
/** Characters of one line of a wrapped record. */
const LONGEST_LINE = 4000;

/** Marks that open a quotation, with those that close it. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['\u201c', '\u201d'],
  ['\u201e', '\u201c'],
  ['\u00ab', '\u00bb'],
  // A list of PowerShell.
  ['{', '}'],
]);

/** The record whose text begins at `at`, between `start` and `end`; undefined where it is only spoken of. */
export function extentOf(text: string, at: number, end: number): Extent | undefined {
  const stop = Math.min(end, at + LONGEST);
  const before = text[at - 1] ?? '';
  const closing = QUOTES.get(before);
  const pieces =
    closing === undefined
      ? unquoted(text, at, stop)
      : (quoted(text, at, stop, before, closing) ?? unquoted(text, at, stop));
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const joined = joinedPieces(text, pieces);
  return isPlaceholder(joined.text) || /^<[^/]/.test(text.slice(last.end, last.end + 2))
    ? undefined
    : { joined, span: { start: first.start, end: last.end } };
}

/** Text for a form that is to be filled in, or a program's that fills it in. */
const isPlaceholder = (text: string): boolean =>
  /<[^>]{0,60}>|\u2026|\.\.\.|[=:]\s?\[|\[[^\]]{0,60}\]|\bx{3,}\b|your[-_.]?(?:domain|server|provider)|(?<!%)\{|\$\(|\$[A-Za-z]/i.test(
    text,
  );

/** Quoted strings one behind the other, also on lines of their own; quotation marks escaped as in JSON close, too. */
function quoted(text: string, at: number, end: number, open: string, close: string): readonly Span[] | undefined {
  const isEscaped = open === '"' && text[at - 2] === '\\';
  const pieces: Span[] = [];
  let start = at;
  for (let i = at; i < end; i++) {
    const char = text[i];
    if (char === '\n' && open !== '"') return undefined;
    if (char === '\n' && text.slice(i + 1, i + 60).trim() === '') return undefined;
    if (char === '\\' && open === '"' && text[i + 1] !== '"') i++;
    else if (char === '\\' && open === '"') {
      const seam = isEscaped ? null : /^\\" {0,5}\\"/.exec(text.slice(i, i + 12));
      if (seam !== null) {
        pieces.push({ start, end: i });
        i += seam[0].length - 1;
        start = i + 1;
      } else if (!isEscaped) i++;
      else {
        pieces.push({ start, end: i });
        const next = /^\\" {0,5}\\"/.exec(text.slice(i, i + 12));
        if (next === null) return pieces;
        i += next[0].length - 1;
        start = i + 1;
      }
    } else if (char === close) {
      pieces.push({ start, end: i });
      const next = open === '"' ? /^"[ \t]{0,80}(?:\r?\n[ \t>|]{0,80})?"/.exec(text.slice(i, i + 180)) : null;
      if (next === null || next[0] === '""') return pieces;
      i += next[0].length - 1;
      start = i + 1;
    }
  }
  return undefined;
}

function unquoted(text: string, at: number, end: number): readonly Span[] {
  const isSpf = /^(?:v=)?spf/i.test(text.slice(at, at + 6));
  const first = { start: at, end: endOfCell(text, at, end) };
  return isSpf ? spfPieces(text, first, end) : tagPieces(text, first, end);
}

/** Where the column, the cell or the line ends in which a record without quotes stands. */
function endOfCell(text: string, at: number, end: number): number {
  for (let i = at; i < Math.min(end, at + LONGEST_LINE); i++) {
    const char = text[i];
    if (char === '\n' || char === '\r' || char === '\t' || char === '|' || char === '<' || char === '"' || char === '`')
      return i;
    if (text.startsWith('   ', i)) return i;
  }
  return Math.min(end, at + LONGEST_LINE);
}

/** What begins the next line below that of a piece, without marks of quoting; undefined where there is none. */
function nextLine(text: string, from: number, end: number): Span | undefined {
  const feed = /^[ \t]{0,20}\r?\n[ \t>|]{0,40}/.exec(text.slice(from, from + 70));
  if (feed === null || from + feed[0].length >= end) return undefined;
  const start = from + feed[0].length;
  return { start, end: endOfCell(text, start, end) };
}

/** A term of SPF, as it is or misspelt a little; a lone `a` or `mx` only where one of these follows. */
const SURE =
  /^(?:[-+~?\u2010-\u2015\u2212]?(?:all|al)[;,."')]{0,3}|[-+~?]?[A-Za-z][A-Za-z0-9_-]{0,15}[:=]\S{1,300}|[-+~?](?:a|mx|ptr)|(?:a|mx)\/\d{1,3}\S{0,20}|(?:\d{1,3}\.){3}\d{1,3}\S{0,5})$/i;
const LONE =
  /^(?:a|mx|ptr|exists|include|exp|ip[46]|[a-z0-9_-]{1,60}(?:\.[a-z0-9-]{1,60}){1,6}|[-+~?]|[a-z]{3,10}[46]?:)[,;]?$/i;
const ALL = /^[-+~?\u2010-\u2015\u2212]?al{1,3}[;,."')]{0,3}$/i;

function spfPieces(text: string, first: Span, end: number): readonly Span[] {
  const pieces: Span[] = [];
  let line: Span | undefined = first;
  let known = false;
  for (let count = 0; line !== undefined && count < MOST_LINES; count++) {
    const { stop, terms, over } = spfStop(text, line, count === 0);
    if (terms === 0) {
      if (count === 0 && stop === line.start) return [];
      if (count > 0) break;
    }
    known ||= terms > 0;
    pieces.push({ start: line.start, end: stop });
    // A record goes on below where it was wrapped before its end.
    line = over || stop < trimmedEnd(text, line) ? undefined : nextLine(text, line.end, end);
  }
  return known ? pieces : [];
}

const trimmedEnd = (text: string, { start, end }: Span): number => start + text.slice(start, end).trimEnd().length;

/** How far the terms on a line reach, how many there are, and whether one of them ends the record. */
function spfStop(text: string, line: Span, isFirst: boolean): { stop: number; terms: number; over: boolean } {
  let stop = line.start;
  let terms = 0;
  let waiting = 0;
  let over = false;
  const words = text.slice(line.start, line.end).matchAll(/\S{1,400}/g);
  let index = 0;
  for (const { 0: word, index: at } of words) {
    if (isFirst && index++ === 0) {
      stop = line.start + word.length;
      continue;
    }
    if (SURE.test(word)) {
      terms += 1 + waiting;
      waiting = 0;
      stop = line.start + at + word.length;
      over = ALL.test(word) || /^redirect=/i.test(word);
      if (/[.,)!:"']$/.test(word)) {
        const rest = text.slice(stop, line.end).trim();
        // The end of the sentence, not of the term.
        if (over || rest === '') {
          stop -= /[.,)!:"']{1,3}$/.exec(word)?.[0].length ?? 0;
          return { stop, terms, over };
        }
      }
    } else if (!over && LONE.test(word) && waiting < 6) waiting++;
    else break;
  }
  // What stands alone at the end of its line is a term as well.
  if (
    !over &&
    waiting > 0 &&
    isFirst &&
    /^(?:\S+[ \t]+){1,8}(?:a|mx|ptr|(?:include|redirect)[.;]\S{3,180})[ \t]*$/i.test(
      text.slice(line.start, line.end).slice(-200),
    )
  ) {
    return { stop: trimmedEnd(text, line), terms: terms + waiting, over };
  }
  return { stop, terms, over };
}

const BASE64_LINE = /^[A-Za-z0-9+/]{16,}={0,2};?"?$/;

/** Tags as far as they are such; a key goes on over lines of base64. */
function tagPieces(text: string, first: Span, end: number): readonly Span[] {
  const { stop, tags } = tagStop(text, first);
  if (tags < 2) return [];
  const pieces: Span[] = [{ start: first.start, end: stop }];
  const isKey = /;\s{0,5}p=\S{16,}$|^k=.{0,40}p=\S{16,}$/i.test(text.slice(first.start, stop));
  const isOpen = isKey || /;\s{0,5}$/.test(text.slice(first.start, stop));
  let line = isOpen && stop >= trimmedEnd(text, first) ? nextLine(text, first.end, end) : undefined;
  for (let count = 0; line !== undefined && count < MOST_LINES; count++) {
    const written = text.slice(line.start, line.end).trim();
    if (isKey && BASE64_LINE.test(written)) pieces.push({ start: line.start, end: trimmedEnd(text, line) });
    else if (!isKey && /^[a-z]{1,6}=\S/.test(written)) {
      const more = tagStop(text, line);
      pieces.push({ start: line.start, end: more.stop });
      if (more.stop < trimmedEnd(text, line)) break;
    } else break;
    line = nextLine(text, line.end, end);
  }
  return pieces;
}

const TAG = /[ \t]{0,5}[A-Za-z]{1,10}[ \t]{0,3}[:=][ \t]{0,3}/y;

/** Nothing, or a word that is no tag, between two semicolons. */
const STRAY = /[ \t]{0,5}\w{0,20}[ \t]{0,5};(?=[ \t;]{0,10}[a-z]{1,5}[ \t]{0,3}=)/y;

function tagStop(text: string, line: Span): { readonly stop: number; readonly tags: number } {
  let stop = line.start;
  let tags = 0;
  for (let at = line.start; at < line.end && tags < 40; ) {
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    if (tag === null || tag.index !== at) {
      STRAY.lastIndex = at;
      if (tags === 0 || !STRAY.test(text) || STRAY.lastIndex > line.end) break;
      at = STRAY.lastIndex;
      continue;
    }
    const value = at + tag[0].length;
    const semicolon = text.indexOf(';', value);
    const limit = semicolon === -1 || semicolon >= line.end ? line.end : semicolon;
    const reach = valueStop(text, value, limit);
    tags++;
    stop = reach;
    if (reach < limit || limit === line.end) break;
    stop = limit + 1;
    at = limit + 1;
  }
  return {
    stop,
    tags: tags + (/^v\s{0,3}=\s{0,3}\w{4,9}\s{1,5}[a-z]{1,5}=/i.test(text.slice(line.start, line.start + 60)) ? 1 : 0),
  };
}

/** Words of a value: the first, then those that a comma, a tag or base64 lets go on. */
function valueStop(text: string, from: number, limit: number): number {
  let stop = from;
  let goesOn = true;
  for (const { 0: word, index } of text.slice(from, limit).matchAll(/\S{1,4000}/g)) {
    if (!goesOn && !/^[a-z]{1,5}=\S|^mailto:|^,|^[A-Za-z0-9+/]{24,}={0,2}$/i.test(word)) break;
    stop = from + index + word.length;
    goesOn = word.endsWith(',');
  }
  if (limit < text.length && text[limit] === ';' && text.slice(stop, limit).trim() === '') return limit;
  // The end of the sentence.
  return /[^.][.)!]$/.test(text.slice(Math.max(from, stop - 2), stop)) ? stop - 1 : stop;
}
