import { Lines } from '../text/lines.ts';
import { withOwnStrings } from '../text/ownStrings.ts';
import { firstEndingBehind } from '../text/span.ts';
import { readBlocks, type Stop } from './blocks.ts';
import type { Change } from './change.ts';
import { PlacedConversation } from './placed.ts';
import { readTicket } from './readTicket.ts';
import { withSpans } from './spans.ts';
import type { Block, Ticket } from './ticket.ts';
import { treesOf } from './trees.ts';
import { changedLog } from './updateLog.ts';

/** No block is read by looking further ahead than this many lines, except for what `reachesFar` names. */
const REACH = 2200;

/**
 * The ticket of a changed text, the same as `readTicket` gives: only the blocks that the change can have touched are read
 * again. The old ticket must not be used any more: the blocks behind the change are moved, not copied.
 */
export function updateTicket(old: Ticket, text: string, change: Change): Ticket {
  if (old.start === 'message') return readTicket(text, old.start);
  const lines = Lines.changed(old.lines, text, change);
  const delta = change.added - change.removed;
  const inLog = changedLog(old, lines, change, REACH);
  if (inLog !== undefined && (inLog.index === 0 || !isSearchedFor(old, lines, change))) {
    const blocks = old.blocks.map((block, i) =>
      i === inLog.index ? inLog.log : placed(block, lines, i < inLog.index ? 0 : delta),
    );
    treesOf(old.lines).drop();
    return { text, start: old.start, lines, blocks };
  }
  const first = firstToRead(old, lines, change);
  const from = old.blocks[first]?.start ?? 0;
  const changeEnd = change.start + change.added;
  let resumed = old.blocks.length;
  const stop: Stop = (exact, clear) => {
    if (exact < changeEnd) return undefined;
    for (const [offset, onlyProse] of [
      [exact, true],
      [clear, false],
    ] as const) {
      const index = firstEndingBehind(old.blocks, offset - delta);
      const block = old.blocks[index];
      if (block?.start !== offset - delta || (block.kind === 'prose') !== onlyProse) continue;
      // What starts right behind the change may be read together with it.
      if (lines.lineOf(offset) <= lines.lineOf(changeEnd)) continue;
      resumed = index;
      return offset;
    }
    return undefined;
  };
  const { blocks } = readBlocks(lines, lines.lineOf(from), stop);
  const before = old.blocks.slice(0, first).map((block) => placed(block, lines, 0));
  const after = old.blocks.slice(resumed).map((block) => placed(block, lines, delta));
  treesOf(old.lines).drop();
  // Blocks of many versions of a text stay in a ticket, and must not keep each its own version alive.
  const read = blocks.map((block) => (block instanceof PlacedConversation ? block : withOwnStrings(block)));
  return { text, start: old.start, lines, blocks: [...before, ...read, ...after] };
}

/**
 * The first block that the change can have touched: some way above it, and, where the changed lines are such as readers
 * search for from far above, so far that another such line stands between, at which every search from above ends.
 */
function firstToRead(old: Ticket, lines: Lines, change: Change): number {
  const line = old.lines.lineOf(change.start);
  const safe = old.lines.start(Math.max(0, line - REACH));
  let first = Math.max(0, firstEndingBehind(old.blocks, safe) - 1);
  if (!isSearchedFor(old, lines, change)) return first;
  const before = linesAround(old.lines, change.start, change.removed);
  const after = linesAround(lines, change.start, change.added);
  // A closing boundary ends a message that may start anywhere above.
  if (/^--.*--[ \t]*$/m.test(`${before}\n${after}`) && old.blocks.some(({ kind }) => kind === 'message')) return 0;
  const end = old.lines.start(line);
  for (let step = 1; first > 0; step *= 2) {
    if (STOP.test(old.text.slice(old.blocks[first]?.start ?? 0, end))) break;
    first = Math.max(0, first - step);
  }
  return first;
}

/** Whether changed lines are such as readers search for from far above. */
const isSearchedFor = (old: Ticket, lines: Lines, { start, removed, added }: Change): boolean =>
  FAR.test(linesAround(old.lines, start, removed)) || FAR.test(linesAround(lines, start, added));

/** Lines that a reader far above may have looked for: the lone dot, boundaries, greetings and new connections. */
const FAR =
  /^[ \t>|*\d.)-]{0,20}(?:\.[ \t]*$|--|```|220[ -])|telnet|s_client|nca?t|gnutls-cli|swaks|onnect|trying|talking to|Follow:|SMTP probe/im;

/** Lines at which every such search ends. */
const STOP = /^(?:\.|220[ -][^\r\n]{0,200} E?SMTP\b[^\r\n]{0,90}|Trying [\d.]{7,15}\.\.\.)\r?$/m;

/** The whole lines that hold a part of a text. */
function linesAround(lines: Lines, start: number, length: number): string {
  return lines.text.slice(lines.start(lines.lineOf(start)), lines.end(lines.lineOf(start + length)));
}

/** A block that was not touched, in the changed text. Conversations, of which it may hold very many, are not copied. */
function placed(block: Block, lines: Lines, delta: number): Block {
  if (block instanceof PlacedConversation) {
    block.follow(lines, delta);
    return block;
  }
  return delta === 0 ? block : withSpans(block, (offset) => offset + delta);
}
