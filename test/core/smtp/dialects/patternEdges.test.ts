import assert from 'node:assert/strict';
import { type Characters, edgesOf, hasCharacter } from '../../../../src/core/smtp/dialects/patternEdges.ts';

/** The characters of ASCII in a set, then `…` where all others are in it. */
const spell = (set: Characters | undefined): string =>
  set === undefined
    ? 'any'
    : `${[...Array(128).keys()]
        .filter((code) => hasCharacter(set, code))
        .map((code) => String.fromCharCode(code))
        .join('')}${hasCharacter(set, 0xe9) ? '…' : ''}`;

const edges = (pattern: RegExp, first: string, last: string): void => {
  const found = edgesOf(pattern);
  assert.equal(spell(found.first), first, `first of ${pattern}`);
  assert.equal(spell(found.last), last, `last of ${pattern}`);
};

describe('the edges of a pattern', () => {
  it('are those of its first and last characters', () => {
    edges(/abc/y, 'a', 'c');
    edges(/^a$/, 'a', 'a');
    edges(/\[\d-/y, '[', '-');
    edges(/[a-c\]x-]é/y, '-]abcx', '…');
    edges(/\t|\d/y, '\t0123456789', '\t0123456789');
  });

  it('hold what is no ASCII where a pattern names what must not be', () => {
    for (const pattern of [/\S/y, /[^\w]/y, /\D/y, /./y])
      assert.ok(hasCharacter(edgesOf(pattern).last, 0xe9), `${pattern}`);
    assert.ok(!hasCharacter(edgesOf(/[^a]/y).last, 0x61));
    assert.ok(!hasCharacter(edgesOf(/\w/y).last, 0xe9));
  });

  it('reach over what may be missing', () => {
    edges(/a?b{0,3}c*d/y, 'abcd', 'd');
    edges(/ab?c{0,2}/y, 'a', 'abc');
    edges(/(?:x|y)?(?:(?:z|)){1,2}/y, 'any', 'xyz');
    edges(/ab{1,2}/y, 'a', 'b');
    edges(/(?:a+?|b*?)c/y, 'abc', 'c');
  });

  it('do not count what is only looked at, but begin with it', () => {
    edges(/(?=x)/y, 'x', '');
    edges(/a(?=x)(?!y)/y, 'a', 'a');
    edges(/(?:-(?= )|(?<= )>)/y, '->', '->');
    edges(/a(?: |$)/y, 'a', ' a');
  });

  it('end with the mark where there is one', () => {
    edges(/\[(?:(?<mark>[<>]))?/y, '[', '<>');
    edges(/(?:(?<mark>[CS]):|(?=# ))/y, '#CS', ':');
    edges(/(?<mark>[CS]) ?/y, 'CS', ' CS');
  });

  it('are not guessed of what is not read', () => {
    assert.throws(() => edgesOf(/\u2502/));
    assert.throws(() => edgesOf(/(a)\k<b>(?<b>c)/));
  });
});
