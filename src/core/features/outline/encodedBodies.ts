import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Message, Part } from '../../mail/message.ts';
import { isEncoded } from '../../mail/partSize.ts';
import type { Ticket } from '../../ticket/ticket.ts';

/** Lines of a body that is worth folding. */
const LEAST = 20;

/** The lines (0-based) in which long encoded bodies start: those that nobody reads. */
export function encodedBodies(document: TextDocument, ticket: Ticket): number[] {
  const lines: number[] = [];
  for (const block of ticket.blocks) {
    if (block.kind !== 'message') continue;
    for (const { body } of encodedParts(block)) {
      const start = document.positionAt(body.start).line;
      if (document.positionAt(body.end).line - start > LEAST) lines.push(start);
    }
  }
  return lines;
}

function* encodedParts(message: Message): Iterable<Part> {
  yield* within(message.root);
}

function* within(part: Part): Iterable<Part> {
  if (isEncoded(part)) yield part;
  for (const child of part.parts) yield* within(child);
  if (part.message !== undefined) yield* encodedParts(part.message);
}
