import { startsEntry } from '../log/entrySpans.ts';
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

/** Lines from the end of a piece in which a place to cut is looked for. */
const SEARCHED = 200;

/** Where a text whose end has not come yet can be cut: before its last line, or before the last entry of a log. */
export function endOfPiece(text: string, log: Log | undefined): number {
  const cut = text.lastIndexOf('\n', text.length - 2) + 1;
  if (log === undefined) return cut;
  let start = cut;
  for (let i = 0; i < SEARCHED && start > 0; i++) {
    const end = text.indexOf('\n', start);
    const line = new Lines(text.slice(start, end < 0 ? text.length : end));
    if (startsEntry(line, log.format, 0)) return start;
    start = text.lastIndexOf('\n', start - 2) + 1;
  }
  return cut;
}
