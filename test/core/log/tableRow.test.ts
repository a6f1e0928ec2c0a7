import assert from 'node:assert/strict';
import { asRow } from '../../../src/core/log/tableRow.ts';

/** The values of a row by their columns. */
const values = (text: string, columns: string, separator: ',' | '\t' = ','): Record<string, string> =>
  Object.fromEntries(
    [...asRow({ start: 7, end: 7 + text.length, text }, columns.split(' '), separator)].map(([name, word]) => {
      assert.equal(text.slice(word.start - 7, word.end - 7), word.text);
      return [name, word.text];
    }),
  );

describe('a row of a table', () => {
  it('has its values by the names of their columns, but for those that are empty', () => {
    assert.deepEqual(values('1,,3', 'a b c'), { a: '1', c: '3' });
    assert.deepEqual(values('1,2,3', 'a b'), { a: '1', b: '2' });
    assert.deepEqual(values('1', 'a b'), { a: '1' });
  });
  it('may have a comma in quotes', () => assert.deepEqual(values('"1,2",3', 'a b'), { a: '1,2', b: '3' }));
  it('has a dash for nothing where tabs separate, and for itself where commas do', () => {
    assert.deepEqual(values('1\t-\t3', 'a b c', '\t'), { a: '1', c: '3' });
    assert.deepEqual(values('1,-,3', 'a b c'), { a: '1', b: '-', c: '3' });
  });
});
