import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CodeAction,
  CodeLens,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Position,
  Range,
} from 'vscode-languageserver-types';
import type { Ticket } from '../ticket/ticket.ts';
import type { Abilities } from './abilities.ts';
import { codeActions } from './codeActions.ts';
import { codeLenses } from './codeLenses.ts';
import { diagnostics } from './diagnostics.ts';
import { documentSymbols } from './documentSymbols.ts';
import { foldingRanges } from './foldingRanges.ts';
import { hover } from './hover.ts';
import { inlayHints } from './inlayHints.ts';
import { type SemanticTokens, semanticTokens } from './semanticTokens.ts';

/** Every editor feature: what it is asked and what it answers. Pure; an empty answer where there is nothing. */
export interface Language {
  hover(document: TextDocument, ticket: Ticket, position: Position, abilities: Abilities): Hover | undefined;
  documentSymbols(document: TextDocument, ticket: Ticket): DocumentSymbol[];
  foldingRanges(document: TextDocument, ticket: Ticket): FoldingRange[];
  diagnostics(document: TextDocument, ticket: Ticket): Diagnostic[];
  inlayHints(document: TextDocument, ticket: Ticket, range: Range): InlayHint[];
  semanticTokens(document: TextDocument, ticket: Ticket, range?: Range): SemanticTokens;
  codeLenses(document: TextDocument, ticket: Ticket): CodeLens[];
  codeActions(document: TextDocument, ticket: Ticket, range: Range): CodeAction[];
}

export const language: Language = {
  hover,
  documentSymbols,
  foldingRanges,
  diagnostics,
  inlayHints,
  semanticTokens,
  codeLenses,
  codeActions,
};
