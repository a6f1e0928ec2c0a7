import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../core/features/tokens/tokens.ts';

/** What the server can be asked. */
export const SERVED: ServerCapabilities = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  hoverProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  inlayHintProvider: true,
  codeLensProvider: {},
  codeActionProvider: true,
  completionProvider: { triggerCharacters: [' ', '<', '=', ':', ','] },
  signatureHelpProvider: { triggerCharacters: [' ', '['] },
  documentHighlightProvider: true,
  referencesProvider: true,
  definitionProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  semanticTokensProvider: {
    legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
    full: true,
    range: true,
  },
};
