import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Start, Ticket } from '../../../src/core/ticket/ticket.ts';

/** A document, read. */
export interface Opened {
  readonly document: TextDocument;
  readonly ticket: Ticket;
}

export function open(text: string, start: Start = 'anywhere'): Opened {
  return { document: TextDocument.create('test:ticket', 'smtp-transcript', 1, text), ticket: readTicket(text, start) };
}

/** A document with the cursor where `|` stands in the text. */
export function openAt(text: string, start: Start = 'anywhere'): Opened & { readonly position: Position } {
  const at = text.indexOf('|');
  if (at < 0) throw new Error('the text has no cursor');
  const opened = open(text.slice(0, at) + text.slice(at + 1), start);
  return { ...opened, position: opened.document.positionAt(at) };
}
