import { startsEntry } from '../log/entrySpans.ts';
import { LONGEST_RECORD } from '../log/exports/jsonText.ts';
import type { Log } from '../log/log.ts';
import { readLogOn } from '../log/readLog.ts';
import { Lines } from '../text/lines.ts';
import { readBlocks } from './blocks.ts';
import type { Block, Ticket } from './ticket.ts';

/** A piece of a text that is read piece by piece; `before` is the log that reached to the end of the piece above. */
export function readPiece(text: string, before: Log | undefined): Ticket {
  const lines = new Lines(text);
  const log = before && readLogOn(lines, before);
  const rest = readBlocks(lines, log?.endLine ?? 0).blocks;
  return { text, start: 'anywhere', lines, blocks: log === undefined ? rest : [log.log, ...rest] };
}

/** The log that reaches to the end of a piece, but for empty lines. */
export function lastLog({ text, blocks }: Ticket): Log | undefined {
  const last = blocks.at(-1);
  const block: Block | undefined =
    last?.kind === 'prose' && text.slice(last.start, last.start + 1000).trim() === '' ? blocks.at(-2) : last;
  return block?.kind === 'log' ? block : undefined;
}

/** Whether more than half of a text is logs. */
export const isMostlyLog = ({ text, blocks }: Ticket): boolean =>
  2 * blocks.reduce((sum, block) => sum + (block.kind === 'log' ? block.end - block.start : 0), 0) > text.length;

/** An object of JSON of several lines, behind another one on the same level. */
const NEXT = /^([ \t]{0,40})\}[ \t]{0,8}(?:,[ \t]{0,8})?\r?\n\1(?=\{[ \t]{0,8}\r?$)/gm;
/** What the lines of such an object begin with. */
const INSIDE = /^[ \t]{0,80}(?:"[^"\r\n]{1,200}"[ \t]{0,4}:|[{}[\]])/;

/**
 * Where the last object of JSON begins that is of several lines and stands behind others of its kind: of those near the
 * end, the outermost. Undefined where the text in front of `cut` is none of such objects.
 */
function startOfRecord(text: string, cut: number): number | undefined {
  const line = text.lastIndexOf('\n', cut - 2) + 1;
  if (!INSIDE.test(text.slice(line, Math.min(cut, line + 400)))) return undefined;
  const from = Math.max(0, cut - LONGEST_RECORD);
  let found: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const match of text.slice(from, cut).matchAll(NEXT)) {
    const indent = match[1]?.length ?? 0;
    if (indent > least) continue;
    least = indent;
    found = from + match.index + match[0].length - indent;
  }
  return found;
}

/** Lines from the end of a piece in which a place to cut is looked for. */
const SEARCHED = 200;

/** Where a text whose end has not come yet can be cut: before its last line, or before the last entry of a log. */
export function endOfPiece(text: string, log: Log | undefined): number {
  const cut = text.lastIndexOf('\n', text.length - 2) + 1;
  const record = log === undefined || log.format === 'record' ? startOfRecord(text, cut) : undefined;
  if (record !== undefined || log === undefined) return record ?? cut;
  let start = cut;
  for (let i = 0; i < SEARCHED && start > 0; i++) {
    const end = text.indexOf('\n', start);
    const line = new Lines(text.slice(start, end < 0 ? text.length : end));
    if (startsEntry(line, log.format, 0)) return start;
    start = text.lastIndexOf('\n', start - 2) + 1;
  }
  return cut;
}

/**
 * What of a text is read after the piece that ended at `end`. An object in the middle of a list is the first of one again:
 * a bracket stands in the place of a blank in front of it.
 */
export function restOf(text: string, end: number): string {
  const rest = text.slice(end);
  const goesOn = /^[ \t]{1,40}\{/.test(rest) && /,[ \t\r\n]{1,10}$/.test(text.slice(Math.max(0, end - 20), end));
  return goesOn ? `[${rest.slice(1)}` : rest;
}
