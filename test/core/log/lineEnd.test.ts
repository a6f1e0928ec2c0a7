import assert from 'node:assert/strict';
import { behindBreak, lineEnd } from '../../../src/core/log/lineEnd.ts';

describe('the end of a line', () => {
  it('stands in front of its break, or at the end of the text', () => {
    for (const [text, at, most, expected] of [
      ['ab\ncd', 0, 10, 2],
      ['ab\r\ncd', 0, 10, 2],
      ['ab\rcd', 0, 10, 2],
      ['ab\ncd', 3, 10, 5],
      ['ab\ncd', 2, 10, 2],
      ['', 0, 10, 0],
      ['abcd', 0, 4, 4],
      ['abcd\n', 0, 5, 4],
    ] as const)
      assert.equal(lineEnd(text, at, most), expected, JSON.stringify([text, at, most]));
  });
  it('is not known where that is too far away', () => {
    assert.equal(lineEnd('abcd\n', 0, 4), -1);
    assert.equal(lineEnd('abcde', 0, 4), -1);
    assert.equal(lineEnd('abcde', 1, 4), 5);
  });
  it('has the next line behind its break, which may be two characters', () => {
    for (const [text, end, expected] of [
      ['ab\ncd', 2, 3],
      ['ab\r\ncd', 2, 4],
      ['ab\rcd', 2, 3],
      ['ab\n\ncd', 2, 3],
    ] as const)
      assert.equal(behindBreak(text, end), expected, JSON.stringify(text));
  });
});
