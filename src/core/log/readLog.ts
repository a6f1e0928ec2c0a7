import { defined } from '../text/defined.ts';
import type { Lines } from '../text/lines.ts';
import { readColumns } from './columns.ts';
import { frameStart } from './dress.ts';
import { endOfEntry } from './entrySpans.ts';
import { syslogHead, syslogWords } from './frame.ts';
import { kindOf, kinds } from './kinds.ts';
import type { Log, LogFormat } from './log.ts';
import { formatOfWords, isDialogue, isVerbose, programFormat, syslogContinues } from './programNames.ts';

/** How many lines that are nobody's may stand between two lines of one log. */
const GAP = 2;
/** How far is looked ahead for a line of a mail server, or for the marks of a verbose one. */
const AHEAD = 8;

/** Whether a log starts at `line`. Looks at no more than a few lines. */
export const looksLikeLog = (lines: Lines, line: number): boolean => startingAt(lines, line) !== undefined;

const STARTERS: ReadonlySet<number> = new Set([0x22, 0x23, 0x2a, 0x2d, 0x3c, 0x5b, 0x7b]);

interface Start {
  readonly format: LogFormat;
  readonly continues: (text: string, at: number) => boolean;
}

function startingAt(lines: Lines, line: number): Start | undefined {
  const { text } = lines;
  const at = frameStart(text, lines.start(line));
  const c = text.charCodeAt(at);
  // No log line starts otherwise: with a letter, a digit, a bracket, a quote, a hash, the hyphen of a queue's heading.
  if (!(STARTERS.has(c) || (c >= 0x30 && c <= 0x7a) || c > 0x7f)) return undefined;
  const head = syslogHead(text, at);
  if (head !== undefined) {
    const format = mailFormat(lines, line);
    if (format !== undefined) return { format, continues: syslogContinues };
  }
  const kind = kinds.find((k) => k.starts(text, at));
  return kind && { format: kind.format, continues: kind.continues };
}

/**
 * The format of syslog lines from `line` on: that of the first mail program among them.
 * Undefined where none follows soon, or where the lines are the trace of a verbose server.
 */
function mailFormat(lines: Lines, line: number): LogFormat | undefined {
  let format: LogFormat | undefined;
  let verbose = 0;
  for (let i = line; i < line + AHEAD && lines.has(i); i++) {
    const head = syslogHead(lines.text, frameStart(lines.text, lines.start(i)));
    if (head === undefined) break;
    const words = lines.text.slice(head.end, head.end + 500);
    const known = programFormat(head.program) ?? formatOfWords(words) ?? nestedFormat(words);
    format ??= known === 'syslog' && i > line ? undefined : known;
    if (known === undefined) continue;
    if (isDialogue(lines.text, head.end)) return undefined;
    if (isVerbose(lines.text, head.end) && (i === line || ++verbose > 1)) return undefined;
  }
  return format;
}

/** The format of a line that the log of a host or a container quotes whole. */
function nestedFormat(words: string): LogFormat | undefined {
  const head = syslogHead(words, 0);
  if (head !== undefined) return programFormat(head.program) ?? formatOfWords(words.slice(head.end));
  return kinds.find((kind) => kind.endOfEntry === undefined && kind.weak !== true && kind.starts(words, 0))?.format;
}

export interface ReadLog {
  readonly log: Log;
  /** The line behind the last one that belongs to it. */
  readonly endLine: number;
}

/** Reads the log that starts at `firstLine` and ends before `endLine` at the latest; undefined where none starts. */
export function readLog(_text: string, lines: Lines, firstLine: number, endLine: number): ReadLog | undefined {
  const start = startingAt(lines, firstLine);
  if (start === undefined) return undefined;
  const end = endOfLog(lines, firstLine, endLine, start);
  const columns = readColumns(lines, firstLine, end, start.format);
  return {
    log: {
      kind: 'log',
      format: start.format,
      start: lines.start(firstLine),
      end: lines.next(end - 1),
      ...defined({ columns }),
    },
    endLine: end,
  };
}

/** The log at the start of a piece of a text in which `before` reached to the end of the piece above. */
export function readLogOn(lines: Lines, before: Log): ReadLog | undefined {
  const { format, columns } = before;
  const at = frameStart(lines.text, 0);
  const continues = continuesAt(lines.text, at, format);
  if (!continues(lines.text, 0) && !continues(lines.text, at)) return undefined;
  const endLine = endOfLog(lines, 0, lines.count, { format, continues });
  return { log: { kind: 'log', format, start: 0, end: lines.next(endLine - 1), ...defined({ columns }) }, endLine };
}

/** How a line is told to belong to a log, one of whose lines stands at an offset. */
const continuesAt = (text: string, at: number, format: LogFormat): Start['continues'] =>
  (syslogHead(text, at) === undefined ? kindOf(format)?.continues : undefined) ?? syslogContinues;

/** Whether a log that has an entry at line `from` reaches to the entry at line `to`. */
export function readsOn(lines: Lines, { format }: Log, from: number, to: number): boolean {
  const { text } = lines;
  const at = frameStart(text, lines.start(from));
  const continues = continuesAt(text, at, format);
  if (!continues(text, at) && !continues(text, lines.start(from))) return false;
  const behind = lines.start(to);
  if (!continues(text, behind) && !continues(text, frameStart(text, behind))) return false;
  return endOfLog(lines, from, to + 1, { format, continues }) === to + 1;
}

function endOfLog(lines: Lines, first: number, limit: number, { format, continues }: Start): number {
  const { text } = lines;
  let end = endOfEntry(lines, format, first, limit);
  let gap = 0;
  let blank = false;
  let foreign = false;
  for (let i = end; i < limit; i++) {
    if (i < end) continue;
    const start = lines.start(i);
    if (continues(text, start) || continues(text, frameStart(text, start))) {
      end = endOfEntry(lines, format, i, limit);
      gap = 0;
      blank = false;
      foreign = false;
      continue;
    }
    if (format === 'exim' && !blank && quotesHeader(text, start)) {
      // The reject log writes the header of a message below the line that refused it.
      if (gap === 0) end = i + 1;
      continue;
    }
    const empty = lines.end(i) === start;
    blank ||= empty;
    foreign ||= !empty;
    if (kindOf(format)?.dense === true || ++gap > GAP || (blank && foreign) || startingAnother(text, start, format))
      break;
  }
  return end;
}

const HEADER =
  /Envelope-(?:from|to): |[A-Z* ] [!-9;-~]{1,80}:|[ \t]+(?!\d{1,7} {1,4}(?:SMTP|Connecting|LOG))\S|-{10,}/y;

function quotesHeader(text: string, at: number): boolean {
  HEADER.lastIndex = at;
  return HEADER.test(text);
}

/** A line in another format ends the log, however few stand there. */
function startingAnother(text: string, start: number, format: LogFormat): boolean {
  const at = frameStart(text, start);
  if (syslogWords(text, at) >= 0) return true;
  return kinds.some((kind) => kind.format !== format && kind.weak !== true && kind.starts(text, at));
}
