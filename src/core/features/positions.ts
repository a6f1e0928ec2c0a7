import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { Span } from '../text/span.ts';
import type { Block, Ticket } from '../ticket/ticket.ts';

export const rangeOf = (document: TextDocument, span: Span): Range => ({
  start: document.positionAt(span.start),
  end: document.positionAt(span.end),
});

/** The first item of a list in the order of the text that ends behind `offset`; its index. */
export function firstEndingBehind(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The block that holds `offset`; the last block also holds the end of the text. */
export function blockAt(ticket: Ticket, offset: number): Block | undefined {
  return ticket.blocks[Math.min(firstEndingBehind(ticket.blocks, offset), ticket.blocks.length - 1)];
}
