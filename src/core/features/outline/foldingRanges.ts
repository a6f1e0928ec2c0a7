import type { TextDocument } from 'vscode-languageserver-textdocument';
import { FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Message, Part } from '../../mail/message.ts';
import { isEncoded } from '../../mail/partSize.ts';
import type { Conversation } from '../../smtp/conversation.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';

/**
 * Sending more keeps an editor waiting. VS Code folds 5,000 unless it is set otherwise, at most 65,000
 * (`editor.foldingMaximumRegions`), and says in its status bar where it gets more: this is one more than it can be set to.
 */
const LIMIT = 65_001;

export function foldingRanges(document: TextDocument, ticket: Ticket): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const seen = new Set<number>();
  for (const span of foldedSpans(ticket)) {
    const start = document.positionAt(span.start).line;
    const end = document.positionAt(lastCharacter(document, span)).line;
    // An editor keeps one range a line; the outermost comes first.
    if (end <= start || seen.has(start)) continue;
    seen.add(start);
    if (ranges.length === LIMIT) break;
    ranges.push(FoldingRange.create(start, end, undefined, undefined, FoldingRangeKind.Region));
  }
  return ranges;
}

/** The last character of a span that is no line break. */
function lastCharacter(document: TextDocument, span: Span): number {
  const text = document.getText();
  let end = span.end;
  while (end > span.start && /\s/.test(text[end - 1] as string)) end--;
  return Math.max(span.start, end - 1);
}

function* foldedSpans(ticket: Ticket): Iterable<Span> {
  for (const block of ticket.blocks) {
    if (ticket.blocks.length > 1 && block.kind !== 'prose') yield block;
    if (block.kind === 'conversation') yield* ofConversation(block);
    else if (block.kind === 'message') yield* ofMessage(block);
    else if (block.kind === 'lookup') yield* block.queries;
  }
}

function* ofConversation(conversation: Conversation): Iterable<Span> {
  yield* conversation.sessions;
  for (const session of conversation.sessions) yield* session.transactions;
  for (const event of conversation.events) if (event.kind !== 'command') yield event;
}

function* ofMessage(message: Message): Iterable<Span> {
  yield message.header;
  yield* message.fields;
  if (isEncoded(message.root)) yield message.root.body;
  yield* partsOf(message.root);
}

function* partsOf(part: Part): Iterable<Span> {
  for (const child of part.parts) {
    yield child;
    if (isEncoded(child)) yield child.body;
    yield* partsOf(child);
  }
  if (part.message !== undefined) yield* ofMessage(part.message);
}
