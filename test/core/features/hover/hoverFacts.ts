import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../../src/core/features/hover/hover.ts';
import type { Start } from '../../../../src/core/ticket/ticket.ts';
import { openAt } from '../cursor.ts';

/** Escaped text as people see it. */
const plain = (markdown: string): string =>
  markdown
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/\\(?=[-\\`*_{}[\]()#+!|~])/g, '');

/** What is said where `|` stands: the text that it covers, and the paragraphs as people see them. */
export function hoverAt(text: string, start?: Start): readonly string[] {
  const { document, ticket, position } = openAt(text, start);
  const found = hover(document, ticket, position, { commandLinks: false });
  if (found === undefined) return [];
  assert.ok(found.range !== undefined && MarkupContent.is(found.contents), text);
  return [document.getText(found.range), ...plain(found.contents.value).split('\n\n')];
}

/** The hover where `|` stands covers `covers` and says these paragraphs, and nothing else. */
export const says = (text: string, ...told: readonly string[]): void => assert.deepEqual(hoverAt(text), told, text);
