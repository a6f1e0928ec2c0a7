import assert from 'node:assert/strict';
import { operators } from '../../../src/core/knowledge/operators.ts';
import { filters } from '../../../src/core/mail/filters/filterRows.ts';
import { wrappers } from '../../../src/core/mail/links/wrappers.ts';

interface Row {
  readonly source: string;
}

/** A page with its address, or the host and path of one. */
const hasAddress = ({ source }: Row): boolean => /https:\/\/|\b[\w-]+(?:\.[\w-]+)+\b(?:\/|,)/.test(source);
const isMet = ({ source }: Row): boolean => /as they were met|seen in mail/.test(source);

/** Rows behind which no page of the maker was found: these numbers may fall, and rise only with a reason. */
describe('rows without an address of a source', () => {
  it('are counted: operators are known by the name of their pages, links and fields as they were met', () => {
    const counts = {
      operators: operators.filter((row) => !hasAddress(row)).length,
      links: wrappers.filter((row) => isMet(row)).length,
      filters: filters.filter((row) => isMet(row)).length,
    };
    assert.deepEqual(counts, { operators: 72, links: 19, filters: 19 });
  });

  it('say all the same where they come from', () => {
    for (const { source } of [...operators, ...wrappers, ...filters]) assert.match(source, /\S.{3,}/);
  });
});
