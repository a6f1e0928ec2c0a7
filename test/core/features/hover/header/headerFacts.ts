import assert from 'node:assert/strict';
import { hoverAt } from '../hoverFacts.ts';

/** The hover where `|` stands in a header covers `covers` and says these paragraphs, and nothing else. */
export const says = (header: string, covers: string, ...paragraphs: readonly string[]): void =>
  assert.deepEqual(hoverAt(`${header}\n\nbody\n`, 'message'), [covers, ...paragraphs]);

/** The hover covers the whole of the first field. */
export const tells = (header: string, ...paragraphs: readonly string[]): void =>
  says(header, header.replace('|', '').match(/^.*(?:\n[ \t].*)*/)?.[0] ?? '', ...paragraphs);
