import assert from 'node:assert/strict';
import { Once } from '../../../../src/core/features/page/once.ts';

/** What is left of each, in this order. */
const says = (...all: readonly (readonly [words: string, left: string])[]): void => {
  const once = new Once();
  for (const [words, left] of all) assert.equal(once.say(words), left, words);
};

describe('a sentence', () => {
  it('is said once, whatever ends it and whatever its case', () => {
    says(['It waits.', 'It waits.'], ['it waits', ''], ['IT WAITS...', ''], ['It waits! ', 'It waits! ']);
    says(['It waits. It waits. It came.', 'It waits. It came.'], ['It came.', ''], ['', ''], [' . ', '']);
  });
  it('begins with a capital or a number, behind a mark and its quotation', () => {
    says(['A. B', 'A. B'], ['b', ''], ['a. b', 'a. b'], ['a', '']);
    says(['A? Ä! 3… “B” c', 'A? Ä! 3… “B” c'], ['ä', 'ä'], ['3…', ''], ['“B” c', '']);
    says(
      ['He said “no.” “So” it was (all.) (Yes)', 'He said “no.” “So” it was (all.) (Yes)'],
      ['He said “no.”', ''],
      ['(Yes)', ''],
    );
    says(['a,  B', 'a,  B'], ['B', 'B'], ['D.  E', 'D. E'], ['e', '']);
  });
});
