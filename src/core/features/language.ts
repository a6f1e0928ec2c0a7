import type { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  Position,
  Range,
  SelectionRange,
  SignatureHelp,
} from 'vscode-languageserver-types';
import type { Ticket } from '../ticket/ticket.ts';
import type { Abilities } from './abilities.ts';
import { codeActions } from './actions/codeActions.ts';
import { codeLenses } from './actions/codeLenses.ts';
import { completion } from './completion/completion.ts';
import { signatureHelp } from './completion/signatureHelp.ts';
import { diagnosing, diagnostics, type Levels } from './diagnostics.ts';
import { inlayHints } from './hints/inlayHints.ts';
import { hover } from './hover/hover.ts';
import { definition } from './links/definition.ts';
import { documentHighlights } from './links/documentHighlights.ts';
import { documentLinks } from './links/documentLinks.ts';
import { references } from './links/references.ts';
import { documentSymbols } from './outline/documentSymbols.ts';
import { foldingRanges } from './outline/foldingRanges.ts';
import { selectionRanges } from './outline/selectionRanges.ts';
import { shown } from './shown.ts';
import { type SemanticTokens, semanticTokens } from './tokens/semanticTokens.ts';

/** Every editor feature: what it is asked and what it answers. Pure; an empty answer where there is nothing. */
export interface Language {
  hover(document: TextDocument, ticket: Ticket, position: Position, abilities: Abilities): Hover | undefined;
  documentSymbols(document: TextDocument, ticket: Ticket): DocumentSymbol[];
  foldingRanges(document: TextDocument, ticket: Ticket): FoldingRange[];
  diagnostics(document: TextDocument, ticket: Ticket, levels?: Levels): Diagnostic[];
  /** The same in steps, between which something else may be done. */
  diagnosing(document: TextDocument, ticket: Ticket, levels?: Levels): Generator<undefined, Diagnostic[], undefined>;
  inlayHints(document: TextDocument, ticket: Ticket, range: Range): InlayHint[];
  semanticTokens(document: TextDocument, ticket: Ticket, range?: Range): SemanticTokens;
  completion(document: TextDocument, ticket: Ticket, position: Position): CompletionItem[];
  signatureHelp(document: TextDocument, ticket: Ticket, position: Position): SignatureHelp | undefined;
  /** The lines that tell of the same message as the log line under the cursor. */
  documentHighlights(document: TextDocument, ticket: Ticket, position: Position): DocumentHighlight[];
  references(document: TextDocument, ticket: Ticket, position: Position): Location[];
  definition(document: TextDocument, ticket: Ticket, position: Position): Location | undefined;
  selectionRanges(document: TextDocument, ticket: Ticket, positions: readonly Position[]): SelectionRange[];
  documentLinks(document: TextDocument, ticket: Ticket, abilities: Abilities): DocumentLink[];
  codeLenses(document: TextDocument, ticket: Ticket): CodeLens[];
  codeActions(document: TextDocument, ticket: Ticket, range: Range, abilities: Abilities): CodeAction[];
}

export const language: Language = {
  hover: (...asked) => shown(hover(...asked)),
  documentSymbols: (...asked) => shown(documentSymbols(...asked)),
  foldingRanges,
  diagnostics: (...asked) => shown(diagnostics(...asked)),
  *diagnosing(...asked) {
    return shown(yield* diagnosing(...asked));
  },
  inlayHints: (...asked) => shown(inlayHints(...asked)),
  semanticTokens,
  completion: (...asked) => shown(completion(...asked)),
  signatureHelp: (...asked) => shown(signatureHelp(...asked)),
  documentHighlights,
  references,
  definition,
  selectionRanges,
  documentLinks: (...asked) => shown(documentLinks(...asked)),
  codeLenses: (...asked) => shown(codeLenses(...asked)),
  codeActions: (...asked) => shown(codeActions(...asked)),
};
