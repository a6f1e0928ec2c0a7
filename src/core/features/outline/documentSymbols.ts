import type { TextDocument } from 'vscode-languageserver-textdocument';
import { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Lookup, Query } from '../../dns/lookup.ts';
import { readableWords } from '../../mail/header/encodedWords.ts';
import { unfold } from '../../mail/header/fields.ts';
import type { Message, Part } from '../../mail/message.ts';
import { encodingOf, formatSize, partSize } from '../../mail/partSize.ts';
import type { Conversation, Session, Transaction } from '../../smtp/conversation.ts';
import { append } from '../../text/lists.ts';
import { type Span, spanText } from '../../text/span.ts';
import type { Block, Ticket } from '../../ticket/ticket.ts';
import { rangeOf } from '../positions.ts';
import { fitted, MOST, type Room } from './fitted.ts';
import { logSymbols } from './logSymbols.ts';

/** The outline: blocks, in them sessions with their transactions, header fields, parts, questions. */
export function documentSymbols(document: TextDocument, ticket: Ticket): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  const room: Room = { left: MOST };
  for (const [i, block] of ticket.blocks.entries()) {
    if (room.left <= 0) {
      const left = ticket.blocks.slice(i).filter(({ kind }) => kind !== 'prose');
      const name = left.length === 1 ? '1 more part' : `${left.length} more parts`;
      if (left[0] !== undefined) symbols.push(symbol(document, name, 'not listed', SymbolKind.File, left[0]));
      break;
    }
    append(symbols, fitted(symbolsOf(document, ticket, block, room), room));
  }
  return symbols;
}

function symbolsOf(document: TextDocument, { text, lines }: Ticket, block: Block, { left }: Room): DocumentSymbol[] {
  switch (block.kind) {
    case 'conversation':
      return block.sessions.map((session) => sessionSymbol(document, text, block, session));
    case 'message':
      return [messageSymbol(document, text, block)];
    case 'lookup':
      return lookupSymbols(document, block);
    case 'log':
      return logSymbols(document, lines, block, left);
    case 'prose':
      return [];
  }
}

function symbol(
  document: TextDocument,
  name: string,
  detail: string,
  kind: SymbolKind,
  span: Span,
  children: DocumentSymbol[] = [],
): DocumentSymbol {
  const range = rangeOf(document, span);
  const line = { start: range.start, end: range.end.line === range.start.line ? range.end : range.start };
  return DocumentSymbol.create(name.trim() || '(nothing)', detail, kind, range, line, children);
}

function sessionSymbol(
  document: TextDocument,
  text: string,
  conversation: Conversation,
  session: Session,
): DocumentSymbol {
  const children = session.transactions.map((transaction) =>
    transactionSymbol(document, transaction, text, conversation),
  );
  const failure = session.events
    .map((index) => conversation.events[index])
    .find((e) => e?.kind === 'reply' && e.code >= 400);
  const detail = failure?.kind === 'reply' ? `${failure.code} ${failure.text}`.slice(0, 80) : '';
  return symbol(
    document,
    `Session with ${session.server ?? 'an unnamed server'}`,
    detail,
    SymbolKind.Namespace,
    session,
    children,
  );
}

function transactionSymbol(
  document: TextDocument,
  transaction: Transaction,
  text: string,
  conversation: Conversation,
): DocumentSymbol {
  const children: DocumentSymbol[] = [];
  for (const recipient of transaction.recipients) {
    const command = conversation.events[recipient.command];
    const reply = conversation.events[recipient.reply ?? -1];
    if (command === undefined) continue;
    const said = reply?.kind === 'reply' ? `${reply.code} ${reply.text}`.slice(0, 80) : 'no reply';
    children.push(symbol(document, `to ${recipient.address || '(nobody)'}`, said, SymbolKind.Field, command));
  }
  for (const index of transaction.events) {
    const event = conversation.events[index];
    if (event?.kind !== 'data') continue;
    const head = spanText(text, event).slice(0, 4000);
    const subject = /^subject:[ \t]*(.{0,998}(?:\r?\n[ \t].{0,998}){0,5})/im.exec(head)?.[1] ?? '';
    children.push(symbol(document, 'message data', startOf(unfold(subject)), SymbolKind.String, event));
  }
  const name = `from ${transaction.sender === '' ? '<>' : transaction.sender}`;
  return symbol(document, name, transaction.outcome, SymbolKind.Event, transaction, children);
}

function messageSymbol(document: TextDocument, text: string, message: Message, limit = message.end): DocumentSymbol {
  const children = message.fields.map((field) =>
    symbol(document, field.name, startOf(field.value), SymbolKind.Field, field),
  );
  const { root } = message;
  if (root.parts.length > 0 || root.message !== undefined) append(children, partSymbols(document, text, root));
  if (message.report?.returned !== undefined) children.push(messageSymbol(document, text, message.report.returned));
  const span = { start: message.start, end: Math.min(message.end, limit) };
  const subject = message.fields.find((field) => field.name.toLowerCase() === 'subject')?.value;
  const name = message.report === undefined ? 'Message' : 'Delivery report';
  return symbol(document, name, startOf(subject ?? ''), SymbolKind.File, span, children);
}

/** The first 100 characters of a value, its encoded words (RFC 2047) in letters; one word has 75 at most, a header line 998. */
const startOf = (value: string): string => readableWords(value.slice(0, 2000)).slice(0, 100);

function partSymbols(document: TextDocument, text: string, part: Part): DocumentSymbol[] {
  const children = part.parts.map((child) => {
    const kind = child.attachment ? SymbolKind.File : SymbolKind.Object;
    return symbol(
      document,
      child.contentType,
      partDetail(text, child),
      kind,
      child,
      partSymbols(document, text, child),
    );
  });
  // The line break before a boundary belongs to the boundary (RFC 2046 5.1.1), so a message may reach beyond its part.
  if (part.message !== undefined) children.push(messageSymbol(document, text, part.message, part.end));
  return children;
}

/** `invoice.pdf · 12 kB · base64` */
function partDetail(text: string, part: Part): string {
  // The groups of a delivery status are fields alone.
  if (part.body.end <= part.body.start) return part.filename?.slice(0, 100) ?? '';
  const size = formatSize(partSize(text, part).octets);
  const pieces = [part.filename?.slice(0, 100), size, ...(part.parts.length > 0 ? [] : [encodingOf(part)])];
  return pieces.filter((piece) => piece !== undefined).join(' · ');
}

const recordsOf = ({ answers }: Query): string => `${answers.length} ${answers.length === 1 ? 'record' : 'records'}`;

function lookupSymbols(document: TextDocument, lookup: Lookup): DocumentSymbol[] {
  return lookup.queries.map((query) =>
    symbol(
      document,
      `${query.type} of ${query.name}`,
      query.status === 'NOERROR' ? recordsOf(query) : query.status,
      SymbolKind.Key,
      query,
    ),
  );
}
