import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { headerFields } from '../../knowledge/headerFields.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { sourceMarkdown } from '../hover/explanationMarkdown.ts';
import { blockAt, rangeOf } from '../positions.ts';

/** Names of header fields, where a line of a message header starts. */
export function fieldCompletion(document: TextDocument, ticket: Ticket, offset: number): CompletionItem[] {
  const line = ticket.lines.lineOf(offset);
  const start = ticket.lines.start(line);
  // RFC 5322 2.2: a name is of printable ASCII without a colon.
  if (offset - start > 76 || !/^[!-9;-~]*$/.test(ticket.text.slice(start, offset))) return [];
  const present = presentFields(ticket, offset);
  if (present === undefined) return [];
  let end = offset;
  while (end < offset + 76 && /[!-9;-~]/.test(ticket.text[end] ?? '')) end++;
  const colon = ticket.text[end] === ':';
  const range = rangeOf(document, { start, end });
  return [...headerFields.values()].map((field) => ({
    label: field.name,
    kind: CompletionItemKind.Field,
    sortText: `${present.has(field.name.toLowerCase()) ? 1 : 0}${field.name.toLowerCase()}`,
    textEdit: { range, newText: colon ? field.name : `${field.name}: ` },
    insertTextFormat: InsertTextFormat.PlainText,
    documentation: {
      kind: 'markdown' as const,
      value: `${escapeMarkdown(field.meaning)}\n\nSource: ${sourceMarkdown(field.source)}`,
    },
  }));
}

/** The names that the header around `offset` has, in small letters; undefined where no header is. */
function presentFields(ticket: Ticket, offset: number): ReadonlySet<string> | undefined {
  const block = blockAt(ticket, offset);
  if (block?.kind === 'message') {
    if (offset > block.header.end) return undefined;
    return new Set(block.fields.map((field) => field.name.toLowerCase()));
  }
  // A message of which nothing but the first name is written yet.
  const first = ticket.start === 'message' && ticket.text.slice(0, offset).trimStart().length <= 76;
  return first && ticket.text.length < 1000 ? new Set() : undefined;
}
