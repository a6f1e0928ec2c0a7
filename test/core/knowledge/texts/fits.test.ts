import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rowFitsFile, rowFitsTable } from '../../../support/rowFits.ts';

describe('what a row of texts fits', () => {
  it('is as it was of texts that are nearly its samples', () => {
    const before = readFileSync(rowFitsFile, 'utf8').split('\n');
    const now = rowFitsTable().split('\n');
    assert.deepEqual(
      now.filter((line) => !before.includes(line)),
      [],
      `Where a row is meant to fit more or less, "npm run generate" writes ${rowFitsFile} again.`,
    );
    assert.equal(now.length, before.length);
  });
});
