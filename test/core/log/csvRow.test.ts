import assert from 'node:assert/strict';
import { readRow, type Separator } from '../../../src/core/log/csvRow.ts';
import { asRow } from '../../../src/core/log/tableRow.ts';

const row = (text: string, separator: Separator = ','): readonly string[] =>
  readRow({ start: 3, end: 3 + text.length, text }, separator).map((value) => {
    assert.equal(text.slice(value.start - 3, value.end - 3), value.text);
    return value.text;
  });

describe('a row of values', () => {
  it('has separators between them, and in quotes they are part of one', () => {
    assert.deepEqual(row('a,b,c'), ['a', 'b', 'c']);
    assert.deepEqual(row('a,,'), ['a', '', '']);
    assert.deepEqual(row(''), ['']);
    assert.deepEqual(row('a\tb;c|d', '\t'), ['a', 'b;c|d']);
    assert.deepEqual(row('a\tb;c|d', ';'), ['a\tb', 'c|d']);
    assert.deepEqual(row('a\tb;c|d', '|'), ['a\tb;c', 'd']);
    assert.deepEqual(row('"a,b",c,"d"'), ['a,b', 'c', 'd']);
    assert.deepEqual(row('"a ""b"", c",d'), ['a ""b"", c', 'd']);
    assert.deepEqual(row('"",a'), ['', 'a']);
    assert.deepEqual(row('a"b,c'), ['a"b', 'c']);
    assert.deepEqual(row('"a" x,b'), ['a', 'b']);
    assert.deepEqual(row('a,"never closed, b'), ['a', 'never closed, b']);
    assert.deepEqual(row('"a\tb"\tc', '\t'), ['"a', 'b"', 'c']);
  });

  it('has the names of its columns, without what says nothing', () => {
    const named = (text: string, separator: ',' | '\t'): readonly string[] =>
      [...asRow({ start: 0, end: text.length, text }, ['x', 'y', 'z'], separator)].map(
        ([name, { text: value }]) => `${name}=${value}`,
      );
    assert.deepEqual(named('a,,-,d', ','), ['x=a', 'z=-']);
    assert.deepEqual(named('a\t-\tc', '\t'), ['x=a', 'z=c']);
  });
});
