import assert from 'node:assert/strict';
import { cutTo, few, firstOf, listed, short } from '../../../src/core/text/few.ts';

describe('what a sentence names of a list', () => {
  const says = (words: string, expected: string): void => assert.equal(words, expected);

  it('is all of a short one', () => {
    says(listed([]), '');
    says(listed(['a']), 'a');
    says(listed(['a', 'b']), 'a and b');
    says(listed(['a', 'b', 'c']), 'a, b and c');
    says(firstOf(['a', 'b', 'c'], 3), 'a, b, c');
  });

  it('is the first of a longer one, and how many more there are', () => {
    says(listed(['a', 'b', 'c'], 2), 'a, b and 1 more');
    says(firstOf(['a', 'b', 'c', 'd'], 2), 'a, b and 2 more');
    says(firstOf(['a', 'b', 'c', 'd'], 2, '; '), 'a; b and 2 more');
  });

  it('counts a word once where each says the same', () => {
    says(few(['a', 'b', 'a', 'c', 'b']), 'a, b and c');
    says(few(['a', 'b', 'a', 'c', 'd', 'e']), 'a, b, c and 2 more');
    says(listed(['a', 'a'], 2), 'a and a');
  });
});

describe('what is shown of a text', () => {
  it('ends with an ellipsis where something is left', () => {
    assert.deepEqual([cutTo('abc', 3), cutTo('abcd', 3)], ['abc', 'abc…']);
    assert.deepEqual([short(' a \n b ', 3), short('abcd', 3), short('abc', 3)], ['a b', 'ab…', 'abc']);
  });
});
