import { startsEntry } from '../log/entrySpans.ts';
import { kindOf } from '../log/kinds.ts';
import { inheritLinks } from '../log/linkedEntries.ts';
import type { Log } from '../log/log.ts';
import { readsOn } from '../log/readLog.ts';
import type { Lines } from '../text/lines.ts';
import { firstEndingBehind } from '../text/span.ts';
import type { Change } from './change.ts';
import { inheritFound } from './perBlock.ts';
import type { Ticket } from './ticket.ts';

/** Characters; a shorter log is read again as a whole, which takes no time that anybody notices. */
const LARGE = 1_000_000;
/** Lines around a change that are read again, and whole entries in them: one has 16 lines at most. */
const AROUND = 40;
/** Lines at the start of a log by which its format and columns are told. */
const HEAD = 20;

/** Logs that were changed; what is kept with them was found before, and is to be found anew. */
const changed = new WeakSet<Log>();

export const isChanged = (log: Log): boolean => changed.has(log);

/** What is kept with a log is that of its text. */
export const settled = (log: Log): unknown => changed.delete(log);

/** Where a change stands in a large log in which only the lines around it have to be read again. */
export interface LogChange {
  /** The place of the log in the blocks, and the log as it is now. */
  readonly index: number;
  readonly log: Log;
}

/**
 * The log in which all of a change lies, where the lines around it still are lines of that log: it then ends where it
 * ended, and links and verdicts move with its lines until somebody finds them anew. Undefined where more has to be
 * read. `reach` is how many lines the blocks above look ahead.
 */
export function changedLog(old: Ticket, lines: Lines, change: Change, reach: number): LogChange | undefined {
  const index = firstEndingBehind(old.blocks, change.start);
  const log = old.blocks[index];
  const { start, removed, added } = change;
  if (log?.kind !== 'log' || log.end - log.start < LARGE || kindOf(log.format)?.endOfEntry !== undefined)
    return undefined;
  const from = old.lines.lineOf(start);
  const to = old.lines.lineOf(start + removed);
  const first = old.lines.lineOf(log.start);
  if (from - first < (index === 0 ? HEAD + AROUND : reach) || old.lines.start(to + AROUND + 2) >= log.end)
    return undefined;
  const delta = added - removed;
  const lineOfEnd = lines.lineOf(start + added);
  const top = entryFrom(lines, log, from - AROUND, from);
  const below = entryFrom(lines, log, lineOfEnd + 2, lineOfEnd + AROUND);
  if (top === undefined || below === undefined || !readsOn(lines, log, top, below)) return undefined;
  const now: Log = { ...log, end: log.end + delta };
  const place = (offset: number): number => (offset <= start ? offset : Math.max(start, offset + delta));
  inheritFound(log, now, place);
  inheritLinks(log, now, to, lineOfEnd - to);
  changed.add(now);
  return { index, log: now };
}

/** The first line from `line` on that begins an entry. */
function entryFrom(lines: Lines, { format }: Log, line: number, end: number): number | undefined {
  for (let at = line; at < end; at++) if (startsEntry(lines, format, at)) return at;
  return undefined;
}
