import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { digestsOfRow, rowsOfShortTexts, shortMakers, shortTextsFile } from '../../support/shortTexts.ts';

const names = Object.keys(shortMakers);
const [, ...lines] = readFileSync(shortTextsFile, 'utf8').trim().split(/\r?\n/);
const known = new Map(lines.map((line) => line.split('\t')).map(([row = '', ...digests]) => [row, digests]));

describe('all that is made of short texts', () => {
  const rows = [...rowsOfShortTexts()];

  it('is known of each, and of no other', () =>
    assert.deepEqual(
      [...known.keys()],
      rows.map(({ name }) => name),
    ));

  for (const row of rows) {
    it(`is as before of ${row.name}; where it is meant to change, run "npm run generate"`, () => {
      const now = digestsOfRow(row);
      assert.deepEqual(
        names.filter((_, i) => now[i] !== known.get(row.name)?.[i]),
        [],
      );
    });
  }
});
