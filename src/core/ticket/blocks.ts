import { looksLikeLookup, readLookup } from '../dns/readLookup.ts';
import { startsRecord } from '../log/exports/recordKind.ts';
import { looksLikeLog, readLog } from '../log/readLog.ts';
import { looksLikeHeader } from '../mail/header/headerStart.ts';
import { readMessage } from '../mail/messageReader.ts';
import { findReplies } from '../replies/findReplies.ts';
import { looksLikeCommand } from '../smtp/grammar.ts';
import { placeConversation } from '../smtp/readConversations.ts';
import type { Lines } from '../text/lines.ts';
import { readDressed } from './dress/dressedMessage.ts';
import { PlacedConversation } from './placed.ts';
import type { Block } from './ticket.ts';
import { type Closings, endOfBody, endOfMessage, findClosings } from './whereMessagesEnd.ts';

/**
 * Tells whether reading may stop where a block could start. `exact` is the offset behind the last block, `text` the
 * first character behind it that is not blank.
 */
export type Stop = (exact: number, text: number) => number | undefined;

export interface ReadBlocks {
  readonly blocks: Block[];
  /** Where reading stopped: the end of the text, or where `stop` said. */
  readonly end: number;
}

/** Reads blocks of any kind from line `from` on, until `stop` tells an offset to stop at or the text ends. */
export function readBlocks(lines: Lines, from: number, stop: Stop = () => undefined): ReadBlocks {
  const { text } = lines;
  const to = lines.count;
  const blocks: Block[] = [];
  let proseStart = from;
  let line = from;
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
  let atStart = false;
  while (line < to) {
    if (isBlankLine(lines, line)) {
      line++;
      continue;
    }
    if (atStart) {
      const end = stop(lines.start(proseStart), lines.start(line));
      if (end !== undefined) {
        addProse(blocks, text, lines.start(proseStart), end);
        return { blocks, end };
      }
    }
    atStart = false;
    const found = saysAgain(lines, line, blocks.at(-1)) ? undefined : readBlock(lines, line, to, closings);
    if (found === undefined) {
      line++;
      continue;
    }
    push(found.block, found.endLine);
    atStart = true;
  }
  addProse(blocks, text, lines.start(proseStart), text.length);
  return { blocks, end: text.length };
}

interface Found {
  readonly block: Block;
  readonly endLine: number;
}

/** The block that starts at this line; undefined where the line is prose. */
function readBlock(lines: Lines, line: number, to: number, closings: () => Closings): Found | undefined {
  // Events of a service name fields of a header, too.
  if (startsRecord(lines.text, lines.start(line))) {
    const log = readLog(lines.text, lines, line, to);
    if (log !== undefined) return whole(lines, log.log, log.endLine);
  }
  const dressed = readDressed(lines, line, (bodyLine, header) => endOfBody(lines, bodyLine, to, header, closings));
  if (dressed !== undefined) return { block: dressed.message, endLine: dressed.endLine };
  if (looksLikeLog(lines, line)) {
    const log = readLog(lines.text, lines, line, to);
    if (log !== undefined) return whole(lines, log.log, log.endLine);
  }
  if (looksLikeLookup(lines, line)) {
    const lookup = readLookup(lines.text, lines, line, to);
    if (lookup !== undefined) return whole(lines, lookup.lookup, lookup.endLine);
  }
  if (looksLikeHeader(lines, line)) {
    const endLine = endOfMessage(lines, line, to, closings);
    return { block: readMessage(lines.text, lines, line, lines.start(endLine)), endLine };
  }
  if (carriesReplyOn(lines, line)) return undefined;
  const found = placeConversation(lines, line, to);
  if (found === undefined) return undefined;
  return whole(lines, new PlacedConversation(lines, found), found.endLine);
}

/** Lines of one reply that is quoted, or printed again. */
const REPLY_LINES = 20;

/**
 * Whether replies that a session right above holds are printed once more from this line on, as curl does with what HELP,
 * VRFY and EXPN were answered: no session, as nothing is asked in it.
 */
function saysAgain(lines: Lines, line: number, above: Block | undefined): boolean {
  if (above?.kind !== 'conversation' || above.end !== lines.start(line)) return false;
  const said = lines.text.slice(Math.max(above.start, above.end - 20_000), above.end);
  let next = line;
  for (; next < line + REPLY_LINES && lines.has(next); next++) {
    const text = lines.at(next).trim();
    if (!REPLY.test(text)) break;
    if (!said.includes(text)) return false;
  }
  return next > line && (!lines.has(next) || !looksLikeCommand(lines.at(next).trim()));
}

/** A line of a reply with words, but for a greeting, which starts a session. */
const REPLY = /^(?!220[ -])[2-5]\d\d[ -]\S.{3}/;

/** Whether a line is the next one of a refusal that a sentence or an error of a program above it quotes (RFC 5321 4.2.1). */
function carriesReplyOn(lines: Lines, line: number): boolean {
  const code = /^[ \t>|]{0,12}([45]\d\d)[ -]/.exec(lines.text.slice(lines.start(line), lines.start(line) + 20))?.[1];
  if (code === undefined) return false;
  const begins = new RegExp(`[\\p{L}\\p{N})\\]][:=]? {0,2}["'(]{0,2}${code}-`, 'u');
  const goesOn = new RegExp(`^[ \\t>|]{0,12}${code}-`);
  for (let above = line - 1; above >= Math.max(0, line - REPLY_LINES); above--) {
    const text = lines.text.slice(lines.start(above), Math.min(lines.end(above), lines.start(above) + 2000));
    if (!goesOn.test(text)) return begins.test(text);
  }
  return false;
}

/** A block that ends where the line behind it starts. */
function whole(lines: Lines, block: Block, endLine: number): Found {
  return { block: endingAt(block, lines.start(endLine)), endLine };
}

function endingAt(block: Block, end: number): Block {
  if (block.end === end) return block;
  if (!(block instanceof PlacedConversation)) return { ...block, end };
  block.end = end;
  return block;
}

export function isBlankLine(lines: Lines, line: number): boolean {
  const end = lines.end(line);
  for (let i = lines.start(line); i < end; i++) {
    const c = lines.text.charCodeAt(i);
    if (c !== 0x20 && c !== 0x09 && c !== 0xa0 && c !== 0x0c && c !== 0x0b) return false;
  }
  return true;
}

/** Blank lines belong to the block above them; anything else is prose. */
export function addProse(blocks: Block[], text: string, start: number, end: number): void {
  const above = blocks.at(-1);
  if (above !== undefined && isBlankText(text, start, end)) blocks[blocks.length - 1] = endingAt(above, end);
  else if (start < end) blocks.push({ kind: 'prose', start, end, replies: findReplies(text, start, end) });
}

function isBlankText(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) > 0x20 && text.charCodeAt(i) !== 0xa0) return false;
  return true;
}
