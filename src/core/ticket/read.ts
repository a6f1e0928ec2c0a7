import { looksLikeLookup, readLookup } from '../dns/read.ts';
import { looksLikeHeader, readMessage } from '../mail/read.ts';
import { readQuotedReplies } from '../smtp/quoted.ts';
import { readConversation } from '../smtp/read.ts';
import { Lines } from '../text/lines.ts';
import type { Block, Ticket } from './ticket.ts';

/** Where reading starts: in the header of a message, or in anything. */
export type Start = 'message' | 'anywhere';

/** Takes a text apart. Never throws; text that is nothing known becomes prose. */
export function readTicket(text: string, start: Start = 'anywhere'): Ticket {
  const lines = new Lines(text);
  const blocks = start === 'message' ? readMailbox(text, lines) : readAnything(text, lines, 0, lines.count);
  return { text, lines, blocks };
}

/** One message, or several in a row, each behind its "From " line (RFC 4155). */
function readMailbox(text: string, lines: Lines): Block[] {
  const blocks: Block[] = [];
  let first = 0;
  while (first < lines.count && isBlank(lines, first)) first++;
  if (first === lines.count || !mayBeMessage(lines, first)) return readAnything(text, lines, 0, lines.count);
  if (first > 0) blocks.push(prose(text, 0, lines.start(first)));
  for (let i = first; i < lines.count; i++) {
    const next = i + 1;
    if (next < lines.count && !(isMboxLine(lines.at(next)) && isBlank(lines, i) && isMboxLine(lines.at(first)))) continue;
    blocks.push(readMessage(text, lines, first, next));
    first = next;
  }
  return blocks;
}

const isMboxLine = (line: string): boolean => /^From \S{1,320} .{0,40}\d{4}/.test(line);

/** A file named as a message is read as one as soon as its first line may belong to a header. */
const mayBeMessage = (lines: Lines, line: number): boolean => {
  const text = lines.at(line);
  return isMboxLine(text) || /^[!-9;-~]{1,200}[ \t]{0,8}:/.test(text) || looksLikeHeader(lines, line);
};

function readAnything(text: string, lines: Lines, from: number, to: number): Block[] {
  const blocks: Block[] = [];
  let proseStart = from;
  let line = from;
  const push = (block: Block, endLine: number): void => {
    if (proseStart < line) blocks.push(prose(text, lines.start(proseStart), lines.start(line)));
    blocks.push(block);
    line = endLine;
    proseStart = endLine;
  };
  while (line < to) {
    if (isBlank(lines, line)) {
      line++;
      continue;
    }
    const lookup = looksLikeLookup(lines, line) ? readLookup(text, lines, line, to) : undefined;
    if (lookup !== undefined) {
      push(lookup.lookup, lookup.endLine);
      continue;
    }
    if (looksLikeHeader(lines, line)) {
      const end = endOfMessage(text, lines, line, to);
      push(readMessage(text, lines, line, end), end);
      continue;
    }
    const conversation = readConversation(lines, line, to);
    if (conversation !== undefined) push(conversation.conversation, conversation.endLine);
    else line++;
  }
  if (proseStart < to) blocks.push(prose(text, lines.start(proseStart), lines.next(to - 1)));
  return blocks;
}

const isBlank = (lines: Lines, line: number): boolean => lines.at(line).trim() === '';

const prose = (text: string, start: number, end: number): Block => ({
  kind: 'prose',
  start,
  end,
  replies: readQuotedReplies(text, start, end),
});
