import type { Conversation } from '../smtp/conversation.ts';
import { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { readBlocks, type Stop } from './blocks.ts';
import { readTicket } from './read.ts';
import type { Block, Ticket } from './ticket.ts';

/** One change of a text: at offset `start`, `removed` characters gave way to `added` others. */
export interface Change {
  readonly start: number;
  readonly removed: number;
  readonly added: number;
}

/** No block is read by looking further ahead than this many lines, except for what `reachesFar` names. */
const REACH = 2200;

/**
 * The ticket of a changed text, the same as `readTicket` gives: only the blocks that the change can have touched are read
 * again. The old ticket must not be used any more: the blocks behind the change are moved, not copied.
 */
export function updateTicket(old: Ticket, text: string, change: Change): Ticket {
  if (old.start === 'message') return readTicket(text, old.start);
  const lines = new Lines(text);
  const delta = change.added - change.removed;
  if (reachesFar(old.lines, change.start, change.removed) || reachesFar(lines, change.start, change.added)) {
    return readTicket(text, old.start);
  }
  const safeLine = Math.max(0, old.lines.lineOf(change.start) - REACH);
  const first = Math.max(0, firstEndingBehind(old.blocks, old.lines.start(safeLine)) - 1);
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
  const before = old.blocks.slice(0, first);
  const after = old.blocks.slice(resumed).map((block) => moved(block, delta));
  return { text, start: old.start, lines, blocks: [...before, ...blocks, ...after] };
}

function firstEndingBehind(blocks: readonly Span[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lines that a reader far above may have looked for: the lone dot, boundaries, greetings and new connections. */
const FAR =
  /^[ \t]{0,8}(?:\.[ \t]*$|--|220[ -]|[\w.\\:/$#>*=-]{0,80}[ \t]{0,4}(?:Trying|telnet|CONNECTED|Ncat)\b)|A connection was|Connection established/im;

function reachesFar(lines: Lines, start: number, length: number): boolean {
  const first = lines.start(lines.lineOf(start));
  const last = lines.end(lines.lineOf(start + length));
  return last - first > 20_000 || FAR.test(lines.text.slice(first, last));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A block at its new place. Conversations, of which a text may hold very many, are changed where they are. */
function moved(block: Block, delta: number): Block {
  if (delta === 0) return block;
  return block.kind === 'conversation' ? movedConversation(block, delta) : movedTree(block, delta, new Map());
}

function move(span: Span, delta: number): void {
  (span as Mutable<Span>).start += delta;
  (span as Mutable<Span>).end += delta;
}

function movedConversation(conversation: Conversation, delta: number): Conversation {
  move(conversation, delta);
  for (const note of conversation.notes) move(note, delta);
  for (const session of conversation.sessions) {
    move(session, delta);
    for (const transaction of session.transactions) move(transaction, delta);
  }
  for (const event of conversation.events) {
    move(event, delta);
    if (event.kind === 'reply') {
      move(event.codeSpan, delta);
      if (event.enhancedSpan !== undefined) move(event.enhancedSpan, delta);
      for (const part of event.parts) move(part, delta);
    } else if (event.kind === 'command') {
      move(event.verbSpan, delta);
      move(event.argument, delta);
    }
  }
  return conversation;
}

/** A copy of any tree with every span moved; what two nodes share stays shared. */
function movedTree<T>(node: T, delta: number, done: Map<object, unknown>): T {
  if (typeof node !== 'object' || node === null) return node;
  const known = done.get(node);
  if (known !== undefined) return known as T;
  if (Array.isArray(node)) {
    const list: unknown[] = [];
    done.set(node, list);
    for (const item of node) list.push(movedTree(item, delta, done));
    return list as T;
  }
  const copy: Record<string, unknown> = {};
  done.set(node, copy);
  for (const [key, value] of Object.entries(node)) {
    copy[key] =
      (key === 'start' || key === 'end') && typeof value === 'number' ? value + delta : movedTree(value, delta, done);
  }
  return copy as T;
}
