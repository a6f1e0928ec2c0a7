import type { Marked } from './dialects/dialectRow.ts';
import type { Dialect } from './dialects/dialects.ts';
import { hasCharacter } from './dialects/patternEdges.ts';
import { sideOf } from './grammar.ts';
import { skipStamp, skipTime, timeIn } from './stamp.ts';

/** The line's decoration in this dialect, or undefined where the line is not in it. */
export function readMark(dialect: Dialect, line: string): Marked | undefined {
  if (dialect.read !== undefined) return dialect.read(line);
  const { behind } = dialect;
  return readMarkBehind(dialect, line, behind === undefined ? 0 : behind === 'time' ? skipTime(line) : skipStamp(line));
}

/** The same where it is known how far the time stamp and the names reach behind which the dialect's marks stand. */
export function readMarkBehind(dialect: Dialect, line: string, at: number): Marked | undefined {
  if (dialect.read !== undefined) return dialect.read(line);
  return readMarkAt(dialect, line, at) ?? (at > 0 ? readMarkAt(dialect, line, 0) : undefined);
}

function readMarkAt(dialect: Dialect, line: string, at: number): Marked | undefined {
  if (dialect.first !== undefined && at < line.length && !hasCharacter(dialect.first, line.charCodeAt(at)))
    return undefined;
  dialect.line.lastIndex = at;
  const match = dialect.line.exec(line);
  if (match === null) return undefined;
  const mark = match.groups?.mark;
  const from = at + match[0].length;
  const to = endOfText(line, from, dialect.quote);
  const side =
    match.groups?.note !== undefined
      ? 'note'
      : mark !== undefined
        ? (dialect.marks.get(mark) ?? 'note')
        : dialect.byContent === true
          ? (sideOf(line.slice(from, Math.min(to, from + 2000))) ?? 'note')
          : 'note';
  return {
    mark,
    side,
    from,
    to,
    tls: mark !== undefined && dialect.tlsMarks !== undefined ? dialect.tlsMarks.has(mark) : undefined,
    connection: match.groups?.id,
    time: from > 7 ? timeIn(line, from) : undefined,
    message: messageKind(dialect, mark, line, from),
  };
}

function messageKind(
  dialect: Dialect,
  mark: string | undefined,
  line: string,
  from: number,
): 'line' | 'summary' | undefined {
  if (mark === undefined) return undefined;
  if (mark === dialect.message) return 'line';
  return dialect.sent?.test(line.slice(from, from + 200)) === true ? 'summary' : undefined;
}

/** Where what was said ends: before a closing quote, and before a line end that is spelt out. */
export function endOfText(line: string, from: number, quote?: string): number {
  let end = line.length;
  if (quote !== undefined) {
    while (end > from && line.charCodeAt(end - 1) <= 32) end--;
    if (end > from && quote.includes(line.charAt(end - 1))) end--;
    else end = line.length;
  }
  if (end - 2 >= from && line.startsWith('\\n', end - 2)) end -= 2;
  if (end - 2 >= from && line.startsWith('\\r', end - 2)) end -= 2;
  return end;
}
