import type { TextDocument } from 'vscode-languageserver-textdocument';
import { DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types';
import type { Ticket } from '../../ticket/ticket.ts';
import { rangeOf } from '../positions.ts';
import { placesOf } from './messageIds.ts';

/** Every place that names the message whose queue id or message id is under the cursor. */
export const documentHighlights = (document: TextDocument, ticket: Ticket, position: Position): DocumentHighlight[] =>
  placesOf(ticket, document.offsetAt(position)).all.map((span) =>
    DocumentHighlight.create(rangeOf(document, span), DocumentHighlightKind.Text),
  );
