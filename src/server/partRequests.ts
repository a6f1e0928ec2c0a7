import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { encodedBodies } from '../core/features/outline/encodedBodies.ts';
import type { Ticket } from '../core/ticket/ticket.ts';
import { type EncodedBodiesParams, type EncodedBodiesResult, encodedBodiesRequest } from '../protocol/parts.ts';
import type { AnswerFor } from './ticketRequests.ts';

/** What the client asks about the parts of messages. */
export function answerPartRequests(
  connection: Connection,
  answerFor: AnswerFor,
  read: (document: TextDocument) => Ticket,
): void {
  connection.onRequest(
    encodedBodiesRequest,
    ({ uri }: EncodedBodiesParams): EncodedBodiesResult =>
      answerFor('Encoded bodies', uri, [], (document) => encodedBodies(document, read(document))),
  );
}
