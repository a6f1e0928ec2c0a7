import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { Span } from '../../text/span.ts';
import type { Block, Ticket } from '../../ticket/ticket.ts';
import { conversationTokens } from './conversationTokens.ts';
import { logTokens } from './logTokens.ts';
import { lookupTokens } from './lookupTokens.ts';
import { messageTokens } from './messageTokens.ts';
import { type Token, tokenModifiers, tokenTypes } from './tokens.ts';

export interface SemanticTokens {
  /** Five numbers a token, as the Language Server Protocol lays them out. */
  readonly data: number[];
}

/** The tokens of the whole document, or of the blocks that a range touches. */
export function semanticTokens(document: TextDocument, ticket: Ticket, range?: Range): SemanticTokens {
  const from = range === undefined ? 0 : document.offsetAt(range.start);
  const to = range === undefined ? ticket.text.length : document.offsetAt(range.end);
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of tokensOf(ticket, from, to)) {
    if (token.end < from || token.start > to) continue;
    const shown = { start: Math.max(token.start, from), end: Math.min(token.end, to) };
    for (const span of singleLines(ticket, shown)) {
      const at = document.positionAt(span.start);
      const type = tokenTypes.indexOf(token.type);
      const modifiers = token.modifier === undefined ? 0 : 1 << tokenModifiers.indexOf(token.modifier);
      data.push(
        at.line - line,
        at.line === line ? at.character - character : at.character,
        span.end - span.start,
        type,
        modifiers,
      );
      line = at.line;
      character = at.character;
    }
  }
  return { data };
}

/** A token cut at line ends, which it must not cross. */
function* singleLines(ticket: Ticket, token: Span): Iterable<Span> {
  for (let i = ticket.lines.lineOf(token.start); i < ticket.lines.count && ticket.lines.start(i) < token.end; i++) {
    const start = Math.max(token.start, ticket.lines.start(i));
    const end = Math.min(token.end, ticket.lines.end(i));
    if (end > start) yield { start, end };
  }
}

function* tokensOf(ticket: Ticket, from: number, to: number): Iterable<Token> {
  for (const block of ticket.blocks) {
    if (block.end >= from && block.start <= to) yield* ofBlock(ticket, block, from, to);
  }
}

function ofBlock(ticket: Ticket, block: Block, from: number, to: number): Iterable<Token> {
  switch (block.kind) {
    case 'conversation':
      return conversationTokens(ticket, block);
    case 'message':
      return messageTokens(ticket.text, block);
    case 'log':
      return logTokens(ticket, block, from, to);
    case 'lookup':
      return lookupTokens(ticket, block);
    case 'prose':
      return [];
  }
}
