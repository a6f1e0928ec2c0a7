import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Location, type Position } from 'vscode-languageserver-types';
import type { Ticket } from '../../ticket/ticket.ts';
import { rangeOf } from '../positions.ts';
import { placesOf } from './messageIds.ts';

/** Every place that names the message whose queue id or message id is under the cursor. */
export const references = (document: TextDocument, ticket: Ticket, position: Position): Location[] =>
  placesOf(ticket, document.offsetAt(position)).all.map((span) =>
    Location.create(document.uri, rangeOf(document, span)),
  );
