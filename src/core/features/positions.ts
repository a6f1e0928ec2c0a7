import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { firstEndingBehind, type Span } from '../text/span.ts';
import type { Block, Ticket } from '../ticket/ticket.ts';

export const rangeOf = (document: TextDocument, span: Span): Range => ({
  start: document.positionAt(span.start),
  end: document.positionAt(span.end),
});

/** The block that holds `offset`; the last block also holds the end of the text. */
export function blockAt(ticket: Ticket, offset: number): Block | undefined {
  return ticket.blocks[Math.min(firstEndingBehind(ticket.blocks, offset), ticket.blocks.length - 1)];
}
