import { looksLikeLookup, readLookup } from '../dns/readLookup.ts';
import { isMboxLine, looksLikeHeader } from '../mail/headerStart.ts';
import { readMessage } from '../mail/messageReader.ts';
import { readQuotedReplies } from '../smtp/quoted.ts';
import { readConversation } from '../smtp/read.ts';
import { Lines } from '../text/lines.ts';
import type { Block, Start, Ticket } from './ticket.ts';

/** Takes a text apart. Never throws; text that is nothing known becomes prose. */
export function readTicket(text: string, start: Start = 'anywhere'): Ticket {
  const lines = new Lines(text);
  const blocks = start === 'message' ? readMailbox(text, lines) : readAnything(text, lines);
  return { text, start, lines, blocks };
}

/** One message, or several in a row, each behind its "From " line (RFC 4155). */
function readMailbox(text: string, lines: Lines): Block[] {
  const blocks: Block[] = [];
  let first = 0;
  while (lines.has(first) && isBlank(lines, first)) first++;
  if (!lines.has(first) || !mayBeMessage(lines, first)) return readAnything(text, lines);
  addProse(blocks, text, 0, lines.start(first));
  if (isMboxLine(lines, first)) {
    for (let at = text.indexOf('\nFrom ', lines.start(first)); at >= 0; at = text.indexOf('\nFrom ', at + 1)) {
      const line = lines.lineOf(at + 1);
      if (!isMboxLine(lines, line) || !isBlank(lines, line - 1)) continue;
      blocks.push(readMessage(text, lines, first, at + 1));
      first = line;
    }
  }
  blocks.push(readMessage(text, lines, first, text.length));
  return blocks;
}

/** A file named as a message is read as one as soon as its first line may belong to a header. */
const mayBeMessage = (lines: Lines, line: number): boolean =>
  isMboxLine(lines, line) || /^[!-9;-~]{1,200}[ \t]{0,8}:/.test(lines.at(line)) || looksLikeHeader(lines, line);

function readAnything(text: string, lines: Lines): Block[] {
  const to = lines.count;
  const blocks: Block[] = [];
  let proseStart = 0;
  let line = 0;
  let known: Closings | undefined;
  const closings = (): Closings => {
    known ??= findClosings(lines);
    return known;
  };
  const push = (block: Block, endLine: number): void => {
    addProse(blocks, text, lines.start(proseStart), lines.start(line));
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
      const end = endOfMessage(lines, line, to, closings);
      push(readMessage(text, lines, line, lines.start(end)), end);
      continue;
    }
    const conversation = readConversation(lines, line, to);
    if (conversation !== undefined) push(conversation.conversation, conversation.endLine);
    else line++;
  }
  addProse(blocks, text, lines.start(proseStart), lines.start(to));
  return blocks;
}

/** The lines that close a multipart (RFC 2046 5.1.1), by their text. */
type Closings = ReadonlyMap<string, readonly number[]>;

function findClosings(lines: Lines): Closings {
  const found = new Map<string, number[]>();
  for (let i = 0; i < lines.count; i++) {
    if (!lines.text.startsWith('--', lines.start(i)) || lines.end(i) - lines.start(i) > 210) continue;
    const text = lines.at(i).trimEnd();
    if (!text.endsWith('--')) continue;
    const known = found.get(text);
    if (known === undefined) found.set(text, [i]);
    else if (known.length < 100) known.push(i);
  }
  return found;
}

const BOUNDARY = /\bboundary[ \t]{0,4}=[ \t]{0,4}(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i;

/**
 * Where a message in a mixed text ends: behind its closing boundary (RFC 2046 5.1.1), or where something else starts.
 * Prose behind it cannot be told from its body and counts as body.
 */
function endOfMessage(lines: Lines, line: number, to: number, closings: () => Closings): number {
  let end = line;
  let boundary: string | undefined;
  for (; end < to && !isBlank(lines, end); end++) {
    const match = boundary === undefined ? BOUNDARY.exec(lines.at(end)) : null;
    boundary ??= match?.[1] ?? match?.[2];
  }
  const closing =
    boundary === undefined
      ? undefined
      : closings()
          .get(`--${boundary}--`)
          ?.find((i) => i >= end);
  if (closing !== undefined && closing < to) return closing + 1;
  for (let i = end; i < to; i++) {
    if (isBlank(lines, i)) continue;
    const afterBlank = isBlank(lines, i - 1);
    if (afterBlank && (looksLikeHeader(lines, i) || looksLikeLookup(lines, i))) return i;
    if (readConversation(lines, i, to) !== undefined) return i;
  }
  return to;
}

const isBlank = (lines: Lines, line: number): boolean => lines.at(line).trim() === '';

/** Blank lines belong to the block above them; anything else is prose. */
function addProse(blocks: Block[], text: string, start: number, end: number): void {
  const above = blocks.at(-1);
  if (above !== undefined && text.slice(start, end).trim() === '') blocks[blocks.length - 1] = { ...above, end };
  else if (start < end) blocks.push({ kind: 'prose', start, end, replies: readQuotedReplies(text, start, end) });
}
