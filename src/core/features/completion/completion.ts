import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, Position } from 'vscode-languageserver-types';
import type { Ticket } from '../../ticket/ticket.ts';
import { clientLineAt } from './clientLine.ts';
import { commandCompletion } from './commandCompletion.ts';
import { fieldCompletion } from './fieldCompletion.ts';

/** Commands and their parameters in a transcript, field names in a header. */
export function completion(document: TextDocument, ticket: Ticket, position: Position): CompletionItem[] {
  const offset = document.offsetAt(position);
  const line = ticket.start === 'message' ? undefined : clientLineAt(ticket, offset);
  return line === undefined ? fieldCompletion(document, ticket, offset) : commandCompletion(document, line, offset);
}
