import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Field } from './message.ts';

/** A header block: where its lines stop, and where the body behind the empty line starts. */
export interface HeaderBlock {
  readonly fields: readonly Field[];
  readonly strayLines: readonly Span[];
  /** The empty line, or the line behind the block where there is none. */
  readonly endLine: number;
  readonly bodyLine: number;
}

/**
 * Reads fields from line `first` until an empty line or a line that starts at or behind offset `end`.
 * A line that is neither a field nor a continuation is kept as a stray line; where the very first line is one, there is
 * no header and the body starts at once.
 */
export function readHeader(lines: Lines, first: number, end: number): HeaderBlock {
  const fields: Field[] = [];
  const strayLines: Span[] = [];
  let line = first;
  while (lines.start(line) < end) {
    if (endsHeader(lines, line, end)) return { fields, strayLines, endLine: line, bodyLine: line + 1 };
    const colon = colonOf(lines, line);
    if (colon < 0) {
      if (fields.length === 0 && strayLines.length === 0) return { fields, strayLines, endLine: line, bodyLine: line };
      strayLines.push({ start: lines.start(line), end: lines.end(line) });
      line++;
      continue;
    }
    let last = line;
    while (lines.start(last + 1) < end && isContinuation(lines, last + 1) && !endsHeader(lines, last + 1, end)) last++;
    fields.push(fieldAt(lines, line, last, colon));
    line = last + 1;
  }
  return { fields, strayLines, endLine: line, bodyLine: line };
}

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
  const end = lines.end(line);
  let i = start;
  let onlyDigits = true;
  for (; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x21 || c > 0x7e || c === COLON) break;
    if (c < 0x30 || c > 0x39) onlyDigits = false;
  }
  if (i === start || onlyDigits) return -1;
  while (i < end && isBlank(text.charCodeAt(i))) i++;
  if (i >= end || text.charCodeAt(i) !== COLON || text.startsWith('://', i)) return -1;
  return i;
}

export const isContinuation = (lines: Lines, line: number): boolean =>
  lines.end(line) > lines.start(line) && isBlank(lines.text.charCodeAt(lines.start(line)));

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

function fieldAt(lines: Lines, line: number, last: number, colon: number): Field {
  const text = lines.text;
  const start = lines.start(line);
  const end = lines.end(last);
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

/** Line breaks taken out (RFC 5322 2.2.3), outer blanks trimmed. */
export const unfold = (text: string): string => text.replace(/[\r\n]/g, '').trim();

const COLON = 0x3a;
const isBlank = (c: number): boolean => c === 0x20 || c === 0x09;
