import assert from 'node:assert/strict';
import { findReplies } from '../../../src/core/replies/findReplies.ts';

describe('finding replies', () => {
  // With a time that grew faster than the text, these would come to no end.
  it('comes to its end in a long text of beginnings', () => {
    for (const [part, count] of [
      ['550 ', 1],
      ['(550 ', 300],
      ['"550 ', 300],
      ['550 5.1.1 ', 299],
      ['said: 550 no ', 298],
      ['"code": 550, ', 46_153],
      ["{'a@b.test': (550, b'", 28_570],
      ['\\n550\\"', 1],
    ] as const)
      assert.equal(findReplies(part.repeat(Math.floor(600_000 / part.length))).length, count, part);
  });
});
