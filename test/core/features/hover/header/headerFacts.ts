import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../../../src/core/features/hover/hover.ts';
import { openAt } from '../../cursor.ts';

/** Escaped text as people see it. */
const plain = (markdown: string): string =>
  markdown
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/\\(?=[-\\`*_{}[\]()#+!|~])/g, '');

/** The hover where `|` stands in a header covers `covers` and says these paragraphs, and nothing else. */
export function says(header: string, covers: string, ...paragraphs: readonly string[]): void {
  const { document, ticket, position } = openAt(`${header}\n\nbody\n`, 'message');
  const found = hover(document, ticket, position, { commandLinks: false });
  assert.ok(found?.range !== undefined && MarkupContent.is(found.contents), header);
  assert.deepEqual(
    [document.getText(found.range), ...plain(found.contents.value).split('\n\n')],
    [covers, ...paragraphs],
  );
}

/** The hover on the whole of the first field, whose name has the `|`. */
export const tells = (header: string, ...paragraphs: readonly string[]): void =>
  says(header, header.replace('|', '').match(/^.*(?:\n[ \t].*)*/)?.[0] ?? '', ...paragraphs);
