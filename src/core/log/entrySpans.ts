import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { frameStart } from './dress.ts';
import { spansOfRecord } from './exports/recordSpans.ts';
import { spansOfRow } from './exports/rowSpans.ts';
import { isCommonSyslog, syslogWords } from './frame.ts';
import { kindOf, kinds } from './kinds.ts';
import type { Log, LogFormat } from './log.ts';
import { carriesOn } from './wrapped.ts';

/** Lines that one entry may take up where a mail program or a terminal wrapped it. */
const WRAPPED = 16;

/** What belongs to each entry: a line, several where it was wrapped, a part of one where entries were run together. */
export function* entrySpans(lines: Lines, log: Log, from = log.start, to = log.end): Generator<Span> {
  const limit = lineBehind(lines, log);
  const end = Math.min(to, log.end);
  const isOfLines =
    kindOf(log.format)?.endOfEntry === undefined && log.format !== 'record' && log.format !== 'named-table';
  for (let line = firstLineOf(lines, log, lines.lineOf(from)); line < limit && lines.start(line) < end; ) {
    // Most entries are a line, and the next one begins as most do.
    if (isOfLines && line + 1 < limit && isCommonSyslog(lines.text, lines.start(line + 1))) {
      yield { start: lines.start(line), end: lines.end(line) };
      line++;
      continue;
    }
    const behind = endOfEntry(lines, log.format, line, limit);
    yield* spansIn(lines, log, line, behind);
    line = behind;
  }
}

/** What belongs to the entry at an offset. */
export function entrySpanAt(lines: Lines, log: Log, offset: number): Span {
  const at = Math.min(Math.max(offset, log.start), Math.max(log.start, log.end - 1));
  const first = firstLineOf(lines, log, lines.lineOf(at));
  const behind = endOfEntry(lines, log.format, first, lineBehind(lines, log));
  const spans = [...spansIn(lines, log, first, behind)];
  return spans.findLast(({ start }) => start <= at) ?? { start: lines.start(first), end: lines.end(first) };
}

/** The entries in the lines of one: parts of an object or a row, several that were run together, mostly the one. */
const spansIn = (lines: Lines, log: Log, first: number, behind: number): Iterable<Span> =>
  log.format === 'record'
    ? spansOfRecord(lines, log, first, behind)
    : log.format === 'named-table'
      ? spansOfRow(lines, log, first, behind)
      : spansOf(lines, first, behind);

const lineBehind = (lines: Lines, log: Log): number => lines.lineOf(Math.max(log.start, log.end - 1)) + 1;

/** The first line of the entry to which a line belongs. */
function firstLineOf(lines: Lines, log: Log, line: number): number {
  const top = lines.lineOf(log.start);
  const limit = lineBehind(lines, log);
  const most = kindOf(log.format)?.endOfEntry === undefined ? WRAPPED : line;
  for (let first = line; first >= Math.max(top, line - most); first--) {
    if (startsEntry(lines, log.format, first)) return endOfEntry(lines, log.format, first, limit) > line ? first : line;
  }
  return line;
}

/** Whether a line begins as an entry of a format does. */
export function startsEntry(lines: Lines, format: LogFormat, line: number): boolean {
  const { text } = lines;
  const from = lines.start(line);
  if (isCommonSyslog(text, from)) return true;
  const at = frameStart(text, from);
  const kind = kindOf(format);
  return syslogWords(text, at) >= 0 || kind?.continues(text, at) === true || kind?.continues(text, from) === true;
}

/** Formats whose rows are lines, and whose last value may be empty. */
const TABLES: ReadonlySet<LogFormat> = new Set(['exchange-tracking', 'exchange-2003-tracking', 'powermta', 'mdaemon']);

/** The line behind the entry that starts at `first`. */
export function endOfEntry(lines: Lines, format: LogFormat, first: number, limit: number): number {
  const own = kindOf(format)?.endOfEntry;
  if (own !== undefined) return Math.min(limit, own(lines, first));
  if (TABLES.has(format) || !startsEntry(lines, format, first)) return first + 1;
  let end = first + 1;
  while (end < limit && end - first < WRAPPED && mayCarryOn(lines, format, end) && carriesOn(lines, first, end)) end++;
  return end;
}

/** Whether a line begins neither an entry nor a log of another format. */
function mayCarryOn(lines: Lines, format: LogFormat, line: number): boolean {
  if (startsEntry(lines, format, line)) return false;
  const at = frameStart(lines.text, lines.start(line));
  return !kinds.some((kind) => kind.weak !== true && kind.starts(lines.text, at));
}

/** A stamp, a host and a program in the middle of a line, where lines were filled up again. */
const BLANK = String.raw`(?: |[ \t]{0,4}\r?\n[ \t>|]{0,12})`;
const RUN_TOGETHER = new RegExp(
  String.raw` (?=(?:[A-Z][a-z]{2}${BLANK}[ \d]?\d${BLANK}\d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S{0,20})${BLANK}[\w.-]{1,100}${BLANK}[\w./-]{1,60}\[\d{1,9}\]:)`,
  'g',
);

function* spansOf(lines: Lines, first: number, behind: number): Generator<Span> {
  let start = lines.start(first);
  const end = lines.end(behind - 1);
  if (behind - first > 1) {
    const words = lines.text.slice(start, Math.min(end, start + 16_384));
    const base = start;
    for (const match of words.matchAll(RUN_TOGETHER)) {
      if (match.index < 20) continue;
      yield { start, end: base + match.index };
      start = base + match.index + 1;
    }
  }
  yield { start, end };
}
