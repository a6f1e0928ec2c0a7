import { isMboxLine, isSummary, looksLikeHeader } from '../mail/header/headerStart.ts';
import { readMessage } from '../mail/messageReader.ts';
import { Lines } from '../text/lines.ts';
import { addProse, isBlankLine, readBlocks } from './blocks.ts';
import type { Block, Start, Ticket } from './ticket.ts';

/** Takes a text apart. Never throws; text that is nothing known becomes prose. */
export function readTicket(text: string, start: Start = 'anywhere'): Ticket {
  const lines = new Lines(text);
  const blocks = start === 'message' ? readMailbox(text, lines) : readBlocks(lines, 0).blocks;
  return { text, start, lines, blocks };
}

/** One message, or several in a row, each behind its "From " line (RFC 4155). */
function readMailbox(text: string, lines: Lines): readonly Block[] {
  const blocks: Block[] = [];
  let first = 0;
  while (lines.has(first) && isBlankLine(lines, first)) first++;
  if (!lines.has(first) || !mayBeMessage(lines, first)) return readBlocks(lines, 0).blocks;
  addProse(blocks, text, 0, lines.start(first));
  if (isMboxLine(lines, first)) {
    for (let at = text.indexOf('\nFrom ', lines.start(first)); at >= 0; at = text.indexOf('\nFrom ', at + 1)) {
      const line = lines.lineOf(at + 1);
      if (!isMboxLine(lines, line) || !isBlankLine(lines, line - 1)) continue;
      blocks.push(readMessage(text, lines, first, at + 1));
      first = line;
    }
  }
  blocks.push(readMessage(text, lines, first, text.length));
  return blocks;
}

/** A file named as a message is read as one as soon as its first line may belong to a header. */
const mayBeMessage = (lines: Lines, line: number): boolean =>
  isMboxLine(lines, line) ||
  (/^[!-9;-~]{1,200}[ \t]{0,8}:/.test(lines.text.slice(lines.start(line), lines.start(line) + 210)) &&
    !isSummary(lines, line)) ||
  looksLikeHeader(lines, line);
