import type { DocumentSymbol } from 'vscode-languageserver-types';
import { codeLenses } from '../../../src/core/features/actions/codeLenses.ts';
import { diagnostics } from '../../../src/core/features/diagnostics.ts';
import { inlayHints } from '../../../src/core/features/hints/inlayHints.ts';
import { documentLinks } from '../../../src/core/features/links/documentLinks.ts';
import { documentSymbols } from '../../../src/core/features/outline/documentSymbols.ts';
import { foldingRanges } from '../../../src/core/features/outline/foldingRanges.ts';
import { semanticTokens } from '../../../src/core/features/tokens/semanticTokens.ts';
import { tokenModifiers, tokenTypes } from '../../../src/core/features/tokens/tokens.ts';
import type { Start } from '../../../src/core/ticket/ticket.ts';
import { allLevels } from '../../support/allLevels.ts';
import { open } from './cursor.ts';

/** What the editor shows of a document besides what is asked for, each kind as lines. */
export interface Shown {
  /** `name | detail | first-last line`, indented. */
  readonly outline: readonly string[];
  /** `first-last`, lines from 1. */
  readonly folds: readonly string[];
  /** `line: text type.modifier`. */
  readonly colours: readonly string[];
  /** `line: text -> target`. */
  readonly links: readonly string[];
  readonly hints: readonly string[];
  readonly lenses: readonly string[];
  /** `line: text code`. */
  readonly problems: readonly string[];
}

export function shown(text: string, start: Start): Shown {
  const { document, ticket } = open(text, start);
  const abilities = { commandLinks: true };
  const all = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
  const outline = (symbols: readonly DocumentSymbol[], depth: number): string[] =>
    symbols.flatMap(({ name, detail, range, children = [] }) => [
      `${'  '.repeat(depth)}${name} | ${detail ?? ''} | ${range.start.line + 1}-${range.end.line + 1}`,
      ...outline(children, depth + 1),
    ]);
  const { data } = semanticTokens(document, ticket);
  const colours: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    character = down > 0 ? right : character + right;
    line += down;
    const covered = document.getText({ start: { line, character }, end: { line, character: character + length } });
    const names = tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
    colours.push(`${line + 1}: ${covered} ${[tokenTypes[type], ...names].join('.')}`);
  }
  const at = (range: { readonly start: { readonly line: number } }): number => range.start.line + 1;
  return {
    outline: outline(documentSymbols(document, ticket), 0),
    folds: foldingRanges(document, ticket).map(({ startLine, endLine }) => `${startLine + 1}-${endLine + 1}`),
    colours,
    links: documentLinks(document, ticket, abilities).map(
      ({ range, target }) => `${at(range)}: ${document.getText(range)} -> ${decodeURIComponent(target ?? '')}`,
    ),
    hints: inlayHints(document, ticket, all).map(
      ({ position, label }) => `${position.line + 1}:${position.character} ${String(label)}`,
    ),
    lenses: codeLenses(document, ticket).map(({ range, command }) =>
      [at(range), command?.command, ...(command?.arguments ?? []).map(plain)].join(' '),
    ),
    problems: diagnostics(document, ticket, allLevels).map(
      ({ range, code }) => `${at(range)}: ${document.getText(range)} ${code}`,
    ),
  };
}

const plain = (argument: unknown): string => (typeof argument === 'string' ? argument : JSON.stringify(argument));
