import { readMark } from './dialect.ts';
import type { Dialect, Dialects } from './dialects/dialects.ts';
import { GAP } from './gaps.ts';
import { isSurelyCommand, isSurelyReply, readReplyLine, sideOf } from './grammar.ts';
import type { Rows } from './rows.ts';
import { skipStamp, skipTime } from './stamp.ts';

/** The dialect in which a conversation starts at `line`, if one of those with marks does. */
export function dialectAt(rows: Rows, line: number, dialects: Dialects): Dialect | undefined {
  const text = rows.text(line);
  const starts = new Set([text.charAt(0), text.charAt(skipStamp(text)), text.charAt(skipTime(text))]);
  for (const dialect of starts.size === 1 ? dialects.startingWith(text.charAt(0)) : dialects.all) {
    if (startsMarked(dialect, rows, line)) return dialect;
  }
  return undefined;
}

const said = (dialect: Dialect, rows: Rows, line: number): { said: string; isNote: boolean } | undefined => {
  const row = rows.at(line);
  const { text } = dialect.plain === undefined ? row : dialect.plain(row);
  const marked = readMark(dialect, text);
  if (marked === undefined) return undefined;
  return {
    said: text.slice(marked.from, Math.min(marked.to, marked.from + 2100)).trim(),
    isNote: marked.side === 'note',
  };
};

/** Whether a line is in this dialect and what it says is SMTP, or says that a connection is being made. */
function startsMarked(dialect: Dialect, rows: Rows, line: number): boolean {
  const first = said(dialect, rows, line);
  if (dialect.start?.test(rows.text(line).slice(0, 400)) === true) return !isBareBehind(dialect, rows, line);
  if (first === undefined || first.isNote || sideOf(first.said) === undefined) return false;
  if (dialect.sure === true || isSurelyReply(first.said) || isSurelyCommand(first.said)) return true;
  for (let i = line + 1; i < Math.min(rows.limit, line + 1 + GAP); i++) {
    const next = said(dialect, rows, i);
    if (next === undefined) {
      if (dialect.bareReplies === true && readReplyLine(rows.text(i)) !== undefined) return true;
    } else if (!next.isNote) return sideOf(next.said) !== undefined;
  }
  return false;
}

/** Whether a notice that a tool prints in front of its marked lines has bare ones behind it. */
function isBareBehind(dialect: Dialect, rows: Rows, line: number): boolean {
  if (dialect.bareReplies === true) return false;
  for (let i = line + 1; i < Math.min(rows.limit, line + 1 + GAP); i++) {
    const marked = said(dialect, rows, i);
    if (marked !== undefined && !marked.isNote) return false;
    if (marked === undefined && sideOf(rows.text(i).slice(0, 2100)) !== undefined) return true;
  }
  return false;
}
