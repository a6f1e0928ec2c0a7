import assert from 'node:assert/strict';
import { listOf, pairsOf, term, under } from '../../../../src/core/features/hover/header/place.ts';

/** The pairs of a value as `key=value`, each where it says that it stands. */
const pairs = (value: string, mark: ':' | '=', separator: string | undefined, ...expected: readonly string[]): void => {
  const found = pairsOf(value, mark, separator);
  assert.deepEqual(
    found.map(({ key, value: said }) => `${key}=${said}`),
    expected,
    value,
  );
  for (const { start, end, key, keySpan, value: said, valueSpan } of found) {
    assert.equal(value.slice(keySpan.start, keySpan.end).trim(), key);
    assert.equal(value.slice(valueSpan.start, valueSpan.end).trim(), said);
    assert.deepEqual([start, end], [keySpan.start, valueSpan.end]);
  }
};

describe('pairs of a header', () => {
  it('stand between separators', () => {
    pairs('a:1;b:2', ':', undefined, 'a=1', 'b=2');
    pairs(' a : 1 ; b:2 ;; ', ':', undefined, 'a=1', 'b=2');
    pairs('a=1, b=2', '=', ',', 'a=1', 'b=2');
    pairs('a=1 b=2\tc=3', '=', ' ', 'a=1', 'b=2', 'c=3');
    pairs('a:1\tb:2', ':', undefined, 'a=1\tb:2');
    pairs('', ':', undefined);
  });

  it('have no key without a mark, and an empty one before it', () => {
    pairs('word;:1;a:', ':', undefined, '=word', '=1', 'a=');
    pairs(`${'x'.repeat(200)}:1`, ':', undefined, `=${'x'.repeat(200)}:1`);
    pairs(`${'x'.repeat(199)}:1`, ':', undefined, `${'x'.repeat(199)}=1`);
  });

  it('are not cut by what stands in quotes or brackets', () => {
    pairs('a:"1;2";b:3', ':', undefined, 'a="1;2"', 'b=3');
    pairs('a:(1;2);b:3', ':', undefined, 'a=(1;2)', 'b=3');
    pairs('a:((1;2);3);b:4', ':', undefined, 'a=((1;2);3)', 'b=4');
    pairs('a:1);b:2', ':', undefined, 'a=1)', 'b=2');
    pairs('a:"1;b:2', ':', undefined, 'a="1', 'b=2');
    pairs('a:"(";b:2', ':', undefined, 'a="("', 'b=2');
  });

  it('are all that there are', () => assert.equal(pairsOf('a:1;'.repeat(1200), ':').length, 1200));
});

describe('the parts of a hover', () => {
  it('are what the cursor touches', () => {
    assert.deepEqual(
      [2, 3, 5, 6].map((at) => under({ start: 3, end: 5 }, at)),
      [false, true, true, false],
    );
    assert.equal(under(undefined, 3), false);
  });

  it('are lists without empty rows, and words that are cut', () => {
    assert.equal(
      listOf([
        ['a', 'b'],
        ['c', undefined],
        ['d', ''],
      ]),
      '- a: b',
    );
    assert.equal(term('x'.repeat(301), 'y'), `**${'x'.repeat(300)}…**: y`);
    assert.equal(term('x'.repeat(300), 'y'), `**${'x'.repeat(300)}**: y`);
  });
});
