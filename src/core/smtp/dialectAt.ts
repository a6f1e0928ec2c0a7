import { readMark, readMarkBehind } from './dialect.ts';
import type { Dialect, Dialects } from './dialects/dialects.ts';
import { charactersOf } from './dialects/patternEdges.ts';
import { GAP } from './gaps.ts';
import { isSurelyCommand, isSurelyReply, readReplyLine, sideOf } from './grammar.ts';
import type { Rows } from './rows.ts';
import { skipStamp, skipTime } from './stamp.ts';

/** The dialect in which a conversation starts at `line`, if one of those with marks does. */
export function dialectAt(rows: Rows, line: number, dialects: Dialects): Dialect | undefined {
  const text = rows.text(line);
  const head = text.slice(0, HEAD);
  const isNotice = dialects.starts.test(head);
  const [, signs = ALL, capitals = ALL, small = ALL] = text === head ? charactersOf(text) : [];
  const stamp = skipStamp(text);
  const time = skipTime(text);
  const first = stamp === 0 && time === 0 ? text.charAt(0) : undefined;
  for (const trial of dialects.trials(first)) {
    const { dialect, start, plain, behind } = trial;
    if (isNotice && start?.test(head) === true) {
      if (!isBareBehind(dialect, rows, line)) return dialect;
      continue;
    }
    if ((trial.signs & ~signs) !== 0 || (trial.capitals & ~capitals) !== 0 || (trial.small & ~small) !== 0) continue;
    if (trial.markSigns !== 0 && (trial.markSigns & signs) === 0) continue;
    const marked =
      plain === undefined
        ? readMarkBehind(dialect, text, behind === undefined ? 0 : behind === 'time' ? time : stamp)
        : readMark(dialect, plain(rows.at(line)).text);
    if (marked !== undefined && startsMarked(dialect, rows, line)) return dialect;
  }
  return undefined;
}

/** How much of a line is searched for the notice of a connection; a longer line is tried in every dialect. */
const HEAD = 400;
const ALL = -1;

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

/** Whether what a line in this dialect says is SMTP. */
function startsMarked(dialect: Dialect, rows: Rows, line: number): boolean {
  const first = said(dialect, rows, line);
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
