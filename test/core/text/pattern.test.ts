import assert from 'node:assert/strict';
import { literalPattern } from '../../../src/core/text/pattern.ts';

/** The pattern finds just the text, with each set of flags. */
const findsItself = (text: string): void => {
  for (const flags of ['g', 'gu', 'giu']) {
    const found = `x${text}y`.match(new RegExp(literalPattern(text), flags));
    assert.deepEqual(found, [text], flags);
  }
};

describe('a pattern for a text', () => {
  it('is the text where it has no syntax', () => assert.equal(literalPattern('Jean-Luc'), 'Jean-Luc'));
  it('finds every character of syntax', () => findsItself('\\^$.*+?()[]{}|/-#&~,=!:<>"\'` \t'));
  it('finds what looks like a group, a class or a repeat', () => {
    for (const text of ['a{2}', '(?:a)', '[^a]', 'a|b', '\\d+', '$1', '\u{1f600}']) findsItself(text);
  });
});
