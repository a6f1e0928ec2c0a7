import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { Message, Part } from '../../mail/message.ts';
import { codeBefore } from '../../session/offer.ts';
import type { Conversation, SmtpEvent, Transaction } from '../../smtp/conversation.ts';
import { firstEndingBehind, type Span, touches } from '../../text/span.ts';
import type { Block, Ticket } from '../../ticket/ticket.ts';
import { blockAt, rangeOf } from '../positions.ts';
import { lineAt, paragraphAt, wordAt } from './textSpans.ts';

/** What a growing selection takes in, step by step, from the word under each cursor to the whole document. */
export function selectionRanges(
  document: TextDocument,
  ticket: Ticket,
  positions: readonly Position[],
): SelectionRange[] {
  return positions.map((position) => {
    const offset = document.offsetAt(position);
    let range: SelectionRange | undefined;
    for (const span of nested(spansAt(ticket, offset), offset)) {
      range = { range: rangeOf(document, span), ...(range && { parent: range }) };
    }
    return range ?? { range: { start: position, end: position } };
  });
}

/** Outermost first; each span lies within the one before, holds the cursor and is smaller. */
function* nested(spans: Iterable<Span>, offset: number): Iterable<Span> {
  let outer: Span | undefined;
  for (const span of spans) {
    if (!touches(span, offset) || span.end <= span.start) continue;
    if (outer !== undefined && (span.start < outer.start || span.end > outer.end)) continue;
    if (outer !== undefined && span.start === outer.start && span.end === outer.end) continue;
    yield span;
    outer = span;
  }
}

function* spansAt(ticket: Ticket, offset: number): Iterable<Span> {
  yield { start: 0, end: ticket.text.length };
  const block = blockAt(ticket, offset);
  if (block !== undefined) {
    yield block;
    yield* insideBlock(ticket, block, offset);
  }
  yield wordAt(ticket.text, offset);
}

function* insideBlock(ticket: Ticket, block: Block, offset: number): Iterable<Span> {
  switch (block.kind) {
    case 'conversation':
      yield* inConversation(ticket, block, offset);
      return;
    case 'message':
      yield* inMessage(ticket, block, offset);
      return;
    case 'lookup': {
      const query = block.queries[firstEndingBehind(block.queries, offset - 1)];
      if (query !== undefined) yield query;
      const answer = query?.answers.find((candidate) => touches(candidate, offset));
      if (answer !== undefined) yield answer;
      yield lineAt(ticket, offset);
      return;
    }
    case 'log':
    case 'prose':
      yield* paragraphAt(ticket, block, offset);
  }
}

function* inConversation(ticket: Ticket, conversation: Conversation, offset: number): Iterable<Span> {
  const event = conversation.events[firstEndingBehind(conversation.events, offset - 1)];
  const session =
    event !== undefined && touches(event, offset)
      ? conversation.sessions[event.session]
      : conversation.sessions.find((candidate) => touches(candidate, offset));
  if (session !== undefined) {
    yield session;
    const transaction = transactionAt(session.transactions, offset);
    if (transaction !== undefined) yield transaction;
  }
  if (event === undefined || !touches(event, offset)) {
    yield lineAt(ticket, offset);
    return;
  }
  yield event;
  yield* inEvent(ticket, event, offset);
}

function transactionAt(transactions: readonly Transaction[], offset: number): Transaction | undefined {
  const found = transactions[firstEndingBehind(transactions, offset - 1)];
  return found !== undefined && touches(found, offset) ? found : undefined;
}

function* inEvent(ticket: Ticket, event: SmtpEvent, offset: number): Iterable<Span> {
  if (event.kind === 'command') {
    yield event.argument;
    yield event.verbSpan;
  } else if (event.kind === 'reply') {
    const part = event.parts.find((candidate) => candidate.end >= offset);
    if (part === undefined) return;
    const code = codeBefore(ticket.text, part);
    if (code !== undefined) yield { start: code.start, end: part.end };
    yield part;
    if (code !== undefined) yield { start: code.start, end: code.start + 3 };
    if (event.enhancedSpan !== undefined) yield event.enhancedSpan;
  } else yield lineAt(ticket, offset);
}

function* inMessage(ticket: Ticket, message: Message, offset: number): Iterable<Span> {
  yield message;
  if (touches(message.header, offset) && offset < message.body.start) {
    yield message.header;
    yield* inFields(message, offset);
    return;
  }
  yield* inPart(ticket, message.root, offset);
}

function* inFields({ fields }: Pick<Message, 'fields'>, offset: number): Iterable<Span> {
  const field = fields[firstEndingBehind(fields, offset - 1)];
  if (field === undefined) return;
  yield field;
  yield field.nameSpan;
  yield field.valueSpan;
}

function* inPart(ticket: Ticket, part: Part, offset: number): Iterable<Span> {
  yield part;
  if (offset < part.body.start) {
    yield* inFields(part, offset);
    return;
  }
  yield part.body;
  const child = part.parts[firstEndingBehind(part.parts, offset - 1)];
  if (part.message !== undefined) yield* inMessage(ticket, part.message, offset);
  else if (child !== undefined && touches(child, offset)) yield* inPart(ticket, child, offset);
  else yield* paragraphAt(ticket, part.body, offset);
}
