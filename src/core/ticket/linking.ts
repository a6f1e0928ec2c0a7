import { areLinked, linkAgain } from '../log/linkedEntries.ts';
import type { Log } from '../log/log.ts';
import type { Block, Ticket } from './ticket.ts';

/** Characters; which lines of a longer log belong together is found some entries at a time where somebody waits. */
const LONG = 300_000;

const isUnlinked = (block: Block): block is Log =>
  block.kind === 'log' && block.end - block.start > LONG && !areLinked(block);

/** Finds which lines of long logs belong together, some entries at a time; undefined where that is known. */
export const linking = (ticket: Ticket): Generator<void> | undefined =>
  ticket.blocks.some(isUnlinked) ? link(ticket) : undefined;

function* link({ lines, blocks }: Ticket): Generator<void> {
  for (const block of blocks.filter(isUnlinked)) yield* linkAgain(lines, block);
}
