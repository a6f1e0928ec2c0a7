import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Location, type Position } from 'vscode-languageserver-types';
import type { Ticket } from '../../ticket/ticket.ts';
import { rangeOf } from '../positions.ts';
import { placesOf } from './messageIds.ts';

/** Where the queue id or message id under the cursor is named for the first time. */
export function definition(document: TextDocument, ticket: Ticket, position: Position): Location | undefined {
  const [first] = placesOf(ticket, document.offsetAt(position)).same;
  return first && Location.create(document.uri, rangeOf(document, first));
}
