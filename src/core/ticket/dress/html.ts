import type { Lines } from '../../text/lines.ts';
import { type Cover, CoverWriter } from './cover.ts';
import { decodeEntity, ENTITY } from './entities.ts';
import { atMost, DECIDING, headOf, type Layer } from './layer.ts';

const TAG =
  /<(\/?)(br|p|div|span|pre|code|table|thead|tbody|tr|td|th|ul|ol|li|b|strong|i|em|u|font|blockquote|h[1-6]|t:InternetMessageHeaders?|InternetMessageHeaders?|html|body)(?=[\s/>])([^<>]{0,400})>/gi;
const LINE_ENDS =
  /^(?:br|p|div|tr|li|pre|blockquote|h[1-6]|table|ul|ol|t:internetmessageheader|internetmessageheader)$/;
const HEADER = /\bHeaderName[ \t]{0,4}=[ \t]{0,4}["']([A-Za-z][\w.-]{0,70})["']/i;

/** A header in the markup of a web page or a mail, or in the XML of Exchange Web Services. */
export const html: Layer = (lines) => {
  const count = atMost(lines, DECIDING);
  const deciding = lines.text.slice(0, Math.min(4000, lines.start(count)));
  TAG.lastIndex = 0;
  const first = TAG.exec(deciding);
  if (first === null) return undefined;
  // Markup stands in front of the first field, or breaks parts its lines; it stands in the middle of other texts.
  if (deciding.slice(0, first.index).trim() !== '' && !BROKEN.test(deciding)) return undefined;
  const end = endOf(lines, first);
  return isTable(deciding) ? readCells(lines, end) : readLines(lines, end);
};

const BROKEN = /^[ \t]{0,20}[A-Za-z][\w.-]{0,70}:[^\r\n]{0,2000}<br[ /]{0,3}>/i;

const isTable = (text: string): boolean => /<t[dh][\s>]/i.test(text);

/** The line behind the last one of the markup. */
function endOf(lines: Lines, first: RegExpExecArray): number {
  const whole = /^(?:pre|table|code)$/i.exec(first[2] as string)?.[0];
  if (whole !== undefined && first[1] === '') {
    const at = lines.text.slice(first.index).search(new RegExp(`</${whole}>`, 'i'));
    // What nothing closes was cut off.
    return at < 0 ? lines.count : lines.lineOf(first.index + at) + 1;
  }
  let line = 0;
  let marked = true;
  let last = 0;
  let bare = 0;
  for (; lines.has(line); line++) {
    const text = lines.text.slice(lines.start(line), lines.end(line));
    TAG.lastIndex = 0;
    const has = TAG.test(text.length > 20_000 ? text.slice(0, 10_000) + text.slice(-10_000) : text);
    if (has) [last, bare] = [line + 1, 0];
    // Lines inside of an element that several lines share; a field may be folded into any number of them.
    else if (!marked && !/^[ \t]/.test(text) && ++bare > MOST_BARE) break;
    marked = has;
  }
  // The rest of a folded line has no marks.
  while (last > 0 && lines.has(last) && /^[ \t]{1,40}\S/.test(headOf(lines, last))) last++;
  // The last line of those that a mark of a break parts has none.
  const rest = headOf(lines, last, 90);
  const before = last > 0 ? lines.text.slice(Math.max(0, lines.end(last - 1) - 10), lines.end(last - 1)) : '';
  return lines.has(last) && /<br[ /]{0,3}>\s*$/i.test(before) && rest.trim() !== '' ? last + 1 : last;
}

/** Lines without markup that may stand inside of an element. */
const MOST_BARE = 40;

type Piece = {
  readonly text: string;
  readonly at: number;
  readonly source: number;
  readonly tag?: string;
  readonly rest?: string;
};

/** Text, entities and tags one by one. */
function* pieces(text: string): Iterable<Piece> {
  const pattern = new RegExp(`${TAG.source}|${ENTITY.source}|\\r\\n|\\r|\\n`, 'gi');
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) yield { text: text.slice(at, match.index), at, source: match.index - at };
    const one = { at: match.index, source: match[0].length };
    if (match[2] !== undefined)
      yield { ...one, text: '', tag: `${match[1]}${match[2].toLowerCase()}`, rest: match[3] ?? '' };
    else yield { ...one, text: match[0].startsWith('&') ? decodeEntity(match[0]) : '\n' };
    at = match.index + match[0].length;
  }
  if (at < text.length) yield { text: text.slice(at), at, source: text.length - at };
}

const isEnd = (tag: string): boolean => LINE_ENDS.test(tag.replace('/', ''));

/** Lines that end where an element does. */
function readLines(lines: Lines, end: number): Cover {
  const writer = new CoverWriter();
  const text = lines.text.slice(0, lines.start(end));
  let atStart = true;
  let broken = false;
  let inHeader = false;
  for (const piece of pieces(text)) {
    if (piece.tag !== undefined) {
      const header = piece.tag.endsWith('internetmessageheader') ? HEADER.exec(piece.rest ?? '') : null;
      if (isEnd(piece.tag) && (!atStart || (piece.tag === 'br' && broken))) {
        writer.add('\n', piece.at);
        atStart = true;
      }
      broken = isEnd(piece.tag);
      inHeader = header !== null;
      if (header !== null) {
        const name = header[1] as string;
        writer.keep(
          name,
          piece.at + text.slice(piece.at, piece.at + piece.source).indexOf(name, (piece.rest ?? '').indexOf(name)),
        );
        writer.add(': ', piece.at + piece.source);
        atStart = false;
      }
      continue;
    }
    if (piece.text === '\n') {
      // The line break behind a tag is the source's own; inside of a header it folds.
      if (inHeader) writer.keep('\n ', piece.at, piece.source);
      else if (!broken) writer.keep('\n', piece.at, piece.source);
      if (!inHeader) atStart = true;
      broken = false;
      continue;
    }
    if (piece.text.trim() === '' && atStart && (broken || writer.length === 0)) {
      // Blanks between two elements.
      if (!piece.text.includes('\u00a0') && text[piece.at + piece.source] === '<') continue;
    }
    writer.keep(piece.text, piece.at, piece.source);
    atStart = false;
    broken = false;
  }
  return writer.done(end);
}

/** Cells: of each row one is the name, the next the value. */
function readCells(lines: Lines, end: number): Cover | undefined {
  const writer = new CoverWriter();
  let cell: { readonly text: string; readonly at: number } | undefined;
  let wanted: 'name' | 'value' | 'none' = 'none';
  let kept = false;
  for (const piece of pieces(lines.text.slice(0, lines.start(end)))) {
    const { tag } = piece;
    if (tag === undefined) {
      if (cell === undefined) continue;
      if (wanted === 'name') {
        const at = cell.text === '' ? piece.at + piece.text.length - piece.text.trimStart().length : cell.at;
        cell = { text: cell.text + piece.text, at };
      } else if (wanted === 'value') {
        if (piece.text === '\n') writer.keep('\n ', piece.at, piece.source);
        else writer.keep(piece.text, piece.at, piece.source);
      }
    } else if (tag === 'tr') wanted = 'name';
    else if (tag === '/tr') {
      if (kept) writer.add('\n', piece.at);
      kept = false;
      wanted = 'none';
    } else if (tag === 'td' || tag === 'th') {
      cell = { text: '', at: piece.at };
      if (wanted === 'none' && !kept) wanted = 'name';
    } else if (tag === '/td' || tag === '/th') {
      const name = cell?.text.trim().replace(/[ \t]{0,4}:$/, '') ?? '';
      const at = cell?.at ?? piece.at;
      cell = undefined;
      if (wanted === 'value') wanted = 'none';
      else if (wanted === 'name' && /^[A-Za-z][\w.-]{1,70}$/.test(name)) {
        writer.keep(name, at);
        writer.add(': ', at + name.length);
        wanted = 'value';
        kept = true;
      }
    }
  }
  if (kept) writer.add('\n', lines.start(end));
  const cover = writer.done(end);
  return cover.text === '' ? undefined : cover;
}
