import type { Lines } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Field } from '../message.ts';
import { continuesField, continuesThroughColon, gluedNames } from './lostFolding.ts';

/** A header block: where its lines stop, and where the body behind the empty line starts. */
export interface HeaderBlock {
  readonly fields: readonly Field[];
  readonly strayLines: readonly Span[];
  /** Lines that were read with the field above though no blank stands in front of them. */
  readonly gluedLines: readonly Span[];
  /** The empty line, or the line behind the block where there is none. */
  readonly endLine: number;
  readonly bodyLine: number;
}

/**
 * Reads fields from line `first` until an empty line or a line that starts at or behind offset `end`.
 * A line that is neither a field nor a continuation is kept as a stray line; where the very first line is one, there is
 * no header and the body starts at once. What was lost in copying is made good where the fields' own grammar shows it:
 * blanks in front of folded lines, line breaks, and empty lines between all lines.
 */
export function readHeader(lines: Lines, first: number, end: number): HeaderBlock {
  const fields: Field[] = [];
  const strayLines: Span[] = [];
  const gluedLines: Span[] = [];
  const spaced = isDoubleSpaced(lines, first, end);
  const stop = (line: number): boolean =>
    endsHeader(lines, line, end) &&
    !(spaced && goesOnBehind(lines, line, end)) &&
    !(isTraceOnly(lines, first, fields) && restBehind(lines, line, end));
  let line = first;
  while (lines.start(line) < end) {
    if (stop(line)) return block(lines, first, { fields, strayLines, gluedLines, endLine: line, bodyLine: line + 1 });
    if (isEmptyLine(lines, line)) {
      line++;
      continue;
    }
    const colon = colonOf(lines, line);
    if (colon < 0) {
      if (fields.length === 0 && strayLines.length === 0) {
        return { fields, strayLines, gluedLines, endLine: line, bodyLine: line };
      }
      strayLines.push({ start: lines.start(line), end: lines.end(line) });
      line++;
      continue;
    }
    const start = lines.start(line);
    const name = lines.text.slice(start, colon).trimEnd();
    let last = line;
    for (let next = line + 1; lines.start(next) < end && !stop(next); next++) {
      if (isEmptyLine(lines, next)) {
        if (spaced) continue;
        break;
      }
      if (!isContinuation(lines, next)) {
        if (gluedLines.length > MOST_GLUED_LINES || !isGlued(lines, name, colon + 1, last, next)) break;
        gluedLines.push({ start: lines.start(next), end: lines.end(next) });
      }
      last = next;
    }
    fields.push(fieldAt(lines.text, start, lines.end(last), colon));
    line = last + 1;
  }
  return block(lines, first, { fields, strayLines, gluedLines, endLine: line, bodyLine: line });
}

const MOST_GLUED_LINES = 5000;

/** Sentences right behind the last field are the body: the empty line was lost, as where a mail program shows both. */
function withBody(lines: Lines, read: HeaderBlock): HeaderBlock {
  const last = read.fields.at(-1)?.end ?? Number.POSITIVE_INFINITY;
  const behind = read.strayLines.filter(({ start }) => start >= last);
  const [top] = behind;
  if (top === undefined || behind.length < 3 || read.fields.length < 3) return read;
  if (!SENTENCE.test(lines.text.slice(top.start, Math.min(top.end, top.start + 200)))) return read;
  const bodyLine = lines.lineOf(top.start);
  return { ...read, strayLines: read.strayLines.filter(({ start }) => start < last), endLine: bodyLine, bodyLine };
}

const SENTENCE = /^[\p{L}'"(]\S{0,30}(?: \p{L}\S{0,30}){3}/u;

/** A header that stands on one long line is cut at the names of its fields. */
function block(lines: Lines, first: number, whole: HeaderBlock): HeaderBlock {
  const read = withBody(lines, whole);
  const field = read.fields[0];
  if (read.fields.length > 2 || field === undefined) return read;
  const { text } = lines;
  const start = lines.start(first);
  const end = lines.end(first);
  const names = end - start < 200 ? [] : gluedNames(text.slice(start, end));
  if (names.length === 0) return read;
  const cut = names.map((name, i) =>
    fieldAt(
      text,
      start + name.start,
      trimmedEnd(text, start + (names[i + 1]?.start ?? end - start)),
      start + name.colon,
    ),
  );
  return { ...read, fields: [...cut, ...read.fields.slice(1)], gluedLines: [{ start, end }] };
}

/** A header that has none of the fields that every message has, and starts as the upper part of one does. */
const isTraceOnly = (lines: Lines, first: number, fields: readonly Field[]): boolean =>
  fields.length > 0 &&
  fields.length < 100 &&
  TRACE_START.test(lines.text.slice(lines.start(first), lines.start(first) + 40)) &&
  !fields.some(({ name }) => /^(?:from|date|subject)$/i.test(name));

const TRACE_START =
  /^(?:received(?:-spf)?|return-path|delivered-to|dkim-signature|authentication-results|arc-[\w-]+|x-received)[ \t]{0,4}:/i;

/** Whether the rest of a header stands behind one empty line. */
const restBehind = (lines: Lines, line: number, end: number): boolean =>
  lines.start(line + 2) < end &&
  KNOWN_START.test(lines.text.slice(lines.start(line + 1), lines.start(line + 1) + 40)) &&
  isHeaderLine(lines, line + 2);

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Whether the line goes on with the field whose value starts at offset `from` and whose last line so far is `last`. */
function isGlued(lines: Lines, name: string, from: number, last: number, line: number): boolean {
  const value = lines.text.slice(Math.max(from, lines.end(last) - 4000), lines.end(last)).replace(/[\r\n]+/g, ' ');
  const text = lines.text.slice(lines.start(line), Math.min(lines.end(line), lines.start(line) + 400));
  return colonOf(lines, line) < 0 ? continuesField(name, value, text) : continuesThroughColon(name, value, text);
}

/**
 * Whether an empty line stands behind every line, as some web pages show a header: so it is for its first three lines,
 * and they are fields or continuations.
 */
export function isDoubleSpaced(lines: Lines, first: number, end: number): boolean {
  if (colonOf(lines, first) < 0) return false;
  for (const step of [2, 4]) {
    if (lines.start(first + step) >= end || !isEmptyLine(lines, first + step - 1)) return false;
    if (!isHeaderLine(lines, first + step)) return false;
  }
  return (
    isEmptyLine(lines, first + 5) && KNOWN_START.test(lines.text.slice(lines.start(first), lines.start(first) + 40))
  );
}

const KNOWN_START =
  /^(?:received(?:-spf)?|return-path|delivered-to|from|to|cc|subject|date|sender|reply-to|message-id|mime-version|dkim-signature|authentication-results|arc-[\w-]+|list-[\w-]+|thread-[\w-]+|x-[\w-]+)[ \t]{0,4}:/i;

const isHeaderLine = (lines: Lines, line: number): boolean =>
  !isEmptyLine(lines, line) && (isContinuation(lines, line) || colonOf(lines, line) >= 0);

/** In a header with an empty line behind every line, only two empty lines or other text end it. */
const goesOnBehind = (lines: Lines, line: number, end: number): boolean =>
  lines.start(line + 1) < end && isHeaderLine(lines, line + 1);

/** Fields with this name (lower case), in the order of the text. */
export const fieldsNamed = (fields: readonly Field[], name: string): readonly Field[] =>
  fields.filter((field) => field.name.toLowerCase() === name);

/** The first field with this name (lower case). */
export const fieldNamed = (fields: readonly Field[], name: string): Field | undefined =>
  fields.find((field) => field.name.toLowerCase() === name);

/**
 * Offset of the colon where line `line` starts a field (RFC 5322 2.2, blanks before the colon as in 4.5.8), else -1.
 * An address of the web and a time of day are not fields, though their grammar would allow it: they are what is left of
 * a continuation line that has lost its blanks.
 */
export function colonOf(lines: Lines, line: number): number {
  const text = lines.text;
  const start = lines.start(line);
  let i = start;
  let onlyDigits = true;
  // What ends a line is no character of a name, and at the end of the text there is none.
  for (let c = text.charCodeAt(i); c >= 0x21 && c <= 0x7e && c !== COLON; c = text.charCodeAt(++i)) {
    if (c < 0x30 || c > 0x39) onlyDigits = false;
  }
  if (onlyDigits) return -1;
  while (isBlank(text.charCodeAt(i))) i++;
  return text.charCodeAt(i) === COLON && !text.startsWith('://', i) ? i : -1;
}

/** A no-break space counts: web pages indent with it. */
export const isContinuation = (lines: Lines, line: number): boolean =>
  lines.end(line) > lines.start(line) &&
  (isBlank(lines.text.charCodeAt(lines.start(line))) || lines.text.charCodeAt(lines.start(line)) === 0xa0);

/** A line of blanks only is an obsolete fold (RFC 5322 4.2) where the header goes on behind it, else it is the end. */
function endsHeader(lines: Lines, line: number, end: number): boolean {
  if (!isEmptyLine(lines, line)) return false;
  if (lines.end(line) === lines.start(line) || lines.start(line + 1) >= end || isEmptyLine(lines, line + 1))
    return true;
  return !isContinuation(lines, line + 1) && colonOf(lines, line + 1) < 0;
}

export function isEmptyLine(lines: Lines, line: number): boolean {
  const end = lines.end(line);
  for (let i = lines.start(line); i < end; i++) if (!isBlank(lines.text.charCodeAt(i))) return false;
  return true;
}

function fieldAt(text: string, start: number, end: number, colon: number): Field {
  let nameEnd = colon;
  while (isBlank(text.charCodeAt(nameEnd - 1))) nameEnd--;
  return {
    start,
    end,
    name: text.slice(start, nameEnd),
    nameSpan: { start, end: nameEnd },
    valueSpan: { start: colon + 1, end },
    value: unfold(text.slice(colon + 1, end)),
  };
}

/** Line breaks taken out (RFC 5322 2.2.3), outer blanks trimmed; one that no blank follows leaves a blank. */
export const unfold = (text: string): string =>
  text
    .replace(/[\r\n]+(?=[^ \t\r\n])/g, ' ')
    .replace(/[\r\n]/g, '')
    .trim();

const COLON = 0x3a;
const isBlank = (c: number): boolean => c === 0x20 || c === 0x09;
