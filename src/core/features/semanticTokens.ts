import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import type { Conversation, Reply, SmtpEvent } from '../smtp/conversation.ts';
import type { Span } from '../text/span.ts';
import type { Ticket } from '../ticket/ticket.ts';

/** Token types and modifiers in the order of their numbers; package.json gives each its colours. */
export const tokenTypes = [
  'smtpCommand',
  'smtpArgument',
  'smtpReply',
  'smtpReplyText',
  'smtpData',
  'smtpSecret',
  'smtpNote',
  'mailFieldName',
] as const;
export const tokenModifiers = ['positive', 'intermediate', 'transient', 'permanent', 'invalid'] as const;

type TokenType = (typeof tokenTypes)[number];
type TokenModifier = (typeof tokenModifiers)[number];

export interface SemanticTokens {
  /** Five numbers a token, as the Language Server Protocol lays them out. */
  readonly data: number[];
}

interface Token extends Span {
  readonly type: TokenType;
  readonly modifier?: TokenModifier;
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
    if (block.end < from || block.start > to) continue;
    if (block.kind === 'conversation') yield* merged(eventTokens(ticket, block), noteTokens(block));
    else if (block.kind === 'message') {
      for (const field of block.fields) yield { ...field.nameSpan, type: 'mailFieldName' };
    }
  }
}

function* eventTokens(ticket: Ticket, conversation: Conversation): Iterable<Token> {
  for (const event of conversation.events) yield* ofEvent(ticket, event);
}

function* noteTokens(conversation: Conversation): Iterable<Token> {
  for (const note of conversation.notes) yield { start: note.start, end: note.end, type: 'smtpNote' };
}

function* ofEvent(ticket: Ticket, event: SmtpEvent): Iterable<Token> {
  switch (event.kind) {
    case 'command':
      yield { ...event.verbSpan, type: 'smtpCommand', ...(!event.known && { modifier: 'invalid' as const }) };
      if (event.argument.end > event.argument.start) {
        yield { ...event.argument, type: event.verb === 'AUTH' ? 'smtpSecret' : 'smtpArgument' };
      }
      return;
    case 'data':
      yield { start: event.start, end: event.end, type: 'smtpData' };
      return;
    case 'auth':
      yield { start: event.start, end: event.end, type: 'smtpSecret' };
      return;
    case 'reply':
      yield* ofReply(ticket, event);
  }
}

/** The codes of each line, then the text behind them. */
function* ofReply(ticket: Ticket, reply: Reply): Iterable<Token> {
  const modifier = modifierOf(reply.code);
  for (const part of reply.parts) {
    const head = Math.max(reply.start, ticket.lines.start(ticket.lines.lineOf(part.start)));
    const code = /\d{3}(?=[ \t-]|$)(?:[ \t-]?[ \t]*[245]\.\d{1,3}\.\d{1,3})?[ \t-]*$/.exec(
      ticket.text.slice(head, part.start),
    );
    if (code !== null) {
      const start = head + code.index;
      yield { start, end: start + code[0].trimEnd().replace(/-$/, '').length, type: 'smtpReply', modifier };
    }
    if (part.end > part.start) yield { start: part.start, end: part.end, type: 'smtpReplyText', modifier };
  }
}

function modifierOf(code: number): TokenModifier {
  if (code >= 200 && code < 300) return 'positive';
  if (code >= 300 && code < 400) return 'intermediate';
  if (code >= 400 && code < 500) return 'transient';
  return code >= 500 && code < 600 ? 'permanent' : 'invalid';
}

/** Two lists that are each in the order of the text, as one; what overlaps the token before it is left out. */
function* merged(first: Iterable<Token>, second: Iterable<Token>): Iterable<Token> {
  const tokens = [...first, ...second].sort((a, b) => a.start - b.start);
  let end = -1;
  for (const token of tokens) {
    if (token.start < end) continue;
    yield token;
    end = token.end;
  }
}
