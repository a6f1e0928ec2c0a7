import { startsRecord } from '../log/exports/recordKind.ts';
import { isMailField, isMboxLine, isSummary, looksLikeHeader } from '../mail/header/headerStart.ts';
import { readMessage } from '../mail/messageReader.ts';
import { Lines } from '../text/lines.ts';
import { addProse, isBlankLine, readBlocks } from './blocks.ts';
import { readDressed } from './dress/dressedMessage.ts';
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
  if (lines.has(first) && startsRecord(text, lines.start(first))) return readBlocks(lines, 0).blocks;
  const dressed = readDressed(lines, first, () => lines.count, true);
  if (dressed !== undefined) {
    addProse(blocks, text, 0, lines.start(first));
    blocks.push(dressed.message);
    if (text.slice(dressed.message.end).trim() !== '') return [...blocks, ...readBlocks(lines, dressed.endLine).blocks];
    addProse(blocks, text, dressed.message.end, text.length);
    return blocks;
  }
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
  (FIRST.test(lines.text.slice(lines.start(line), lines.start(line) + 210)) &&
    !isHeading(lines, line) &&
    !isSummary(lines, line)) ||
  looksLikeHeader(lines, line);

/** A name, as far as one starts with a letter: marks of a quotation, tags and numbers of lines are none. */
const FIRST = /^[A-Za-z][!-9;-~]{0,200}[ \t]{0,8}:/;

/** Words above a header, `Headers:`: no field of mail, without a value, and an empty line or a known field behind it. */
function isHeading(lines: Lines, line: number): boolean {
  const match = /^([A-Za-z][A-Za-z0-9-]{0,70})[ \t]{0,8}:[ \t]{0,80}$/.exec(lines.at(line).slice(0, 200));
  if (match === null || isMailField(match[1] as string) || /^x-/i.test(match[1] as string)) return false;
  let next = line + 1;
  while (next < line + 6 && lines.has(next) && isBlankLine(lines, next)) next++;
  return next > line + 1 || looksLikeHeader(lines, next);
}
