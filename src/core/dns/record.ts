import { defined } from '../text/defined.ts';
import { withoutDot } from '../text/domainName.ts';
import { TYPES } from './recordTypes.ts';
import type { ToolLines } from './toolLines.ts';

/** A record as a zone file writes it (RFC 1035 5.1). */
export interface ZoneRecord {
  /** Without the final dot. */
  readonly name: string;
  /** Seconds. */
  readonly ttl?: number;
  readonly type: string;
  readonly data: string;
  /** Whether the name ended with a dot, as tools print it. */
  readonly absolute: boolean;
  /** The line behind it: a record in parentheses spans several. */
  readonly endLine: number;
}

/** Lines of one record in parentheses. */
const MOST_LINES = 200;

const RECORD =
  /^(\S{1,300})\s{1,80}(?:(\d[\dsmhdw]{0,15})\s{1,80})?(?:IN|CH|HS)\s{1,80}([A-Z][A-Z0-9-]{0,15})\s{1,80}(\S.*)$/;
const CLASSLESS = /^(\S{1,300}\.)\s{1,80}(\d[\dsmhdw]{0,15})\s{1,80}([A-Z][A-Z0-9-]{0,15})\s{1,80}(\S.*)$/;

/** The record that starts on line `line`, class written out as all tools do; without a TTL the type must be one that is known. */
export function readRecord(lines: ToolLines, line: number, endLine: number): ZoneRecord | undefined {
  const record = readBy(RECORD, lines, line, endLine);
  const isKnown =
    record !== undefined && (record.ttl !== undefined || TYPES.has(record.type) || OF_NUMBER.test(record.type));
  return isKnown ? record : undefined;
}

/** RFC 3597 5 */
const OF_NUMBER = /^TYPE\d{1,5}$/;

/** A record of which `dig +noclass` left the class out; the type must be one that is known. */
export function readClassless(lines: ToolLines, line: number, endLine: number): ZoneRecord | undefined {
  const record = readBy(CLASSLESS, lines, line, endLine);
  return record !== undefined && TYPES.has(record.type) ? record : undefined;
}

function readBy(pattern: RegExp, lines: ToolLines, line: number, endLine: number): ZoneRecord | undefined {
  const match = pattern.exec(lines.at(line));
  if (match === null) return undefined;
  const [, name, ttl, type, rest] = match as unknown as [string, string, string | undefined, string, string];
  if (name.startsWith(';') || name.startsWith("'") || rest.trim() === '?') return undefined;
  const { data, next } = inParentheses(rest) ? gather(lines, line, endLine, rest) : { data: rest, next: line + 1 };
  const seconds = ttl === undefined ? undefined : readTtl(ttl);
  return {
    name: withoutDot(name),
    absolute: name.endsWith('.'),
    ...defined({ ttl: seconds }),
    type,
    data: data.trim(),
    endLine: next,
  };
}

/** `300`, `5m`, `1h30m` in seconds. */
export function readTtl(text: string): number | undefined {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  let seconds = 0;
  for (const [, count, unit] of text.matchAll(/(\d{1,10})([smhdw])/g)) {
    seconds += Number(count) * (UNITS.get(unit as string) as number);
  }
  return seconds;
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86_400],
  ['w', 604_800],
]);

/** The data that begins with `rest` on line `line`, without its comment; in parentheses it goes on below. */
export function gatherData(
  lines: ToolLines,
  line: number,
  endLine: number,
  rest: string,
): { readonly data: string; readonly next: number } {
  if (inParentheses(rest)) return gather(lines, line, endLine, rest);
  return { data: scan(rest).kept.trim(), next: line + 1 };
}

/** Whether a parenthesis is open at the end of `text`; those in quoted strings do not count. */
function inParentheses(text: string): boolean {
  return scan(text).depth > 0;
}

/** Joins the lines of a record in parentheses, comments and parentheses dropped. */
function gather(lines: ToolLines, line: number, endLine: number, first: string): { data: string; next: number } {
  const start = scan(first);
  let { depth } = start;
  const parts = start.kept.trim() === '' ? [] : [start.kept.trim()];
  let next = line + 1;
  while (depth > 0 && next < endLine && next - line < MOST_LINES) {
    const read = scan(lines.carriedOn(next));
    depth += read.depth;
    if (read.kept.trim() !== '') parts.push(read.kept.trim());
    next++;
  }
  return { data: parts.join(' '), next };
}

function scan(text: string): { readonly kept: string; readonly depth: number } {
  let depth = 0;
  let quoted = false;
  let kept = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (char === '\\') kept += char + (text[++i] ?? '');
    else if (char === '"') {
      quoted = !quoted;
      kept += char;
    } else if (quoted) kept += char;
    else if (char === ';') break;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    else kept += char;
  }
  return { kept, depth };
}
