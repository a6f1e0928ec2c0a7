import assert from 'node:assert/strict';
import { withoutAngles } from '../../../src/core/text/angles.ts';
import { atEnd } from '../../../src/core/text/atEnd.ts';
import { hostOf, sameName, withoutDot } from '../../../src/core/text/domainName.ts';
import { hasMembers, membersOf } from '../../../src/core/text/members.ts';
import { once } from '../../../src/core/text/once.ts';
import { isCompoundFile } from '../../../src/core/text/outlookFile.ts';
import { ownString, withOwnStrings } from '../../../src/core/text/ownStrings.ts';
import { inSentence, joined } from '../../../src/core/text/sentence.ts';
import { firstEndingBehind, spanText, touches } from '../../../src/core/text/span.ts';
import { inEnglish, inOurs, listed, phrase, shortKey, speak, t } from '../../../src/core/text/words.ts';

const table = <In, Out>(read: (value: In) => Out, ...rows: readonly (readonly [In, Out])[]): void => {
  for (const [value, expected] of rows) assert.deepEqual(read(value), expected, JSON.stringify(value));
};

describe('a word', () => {
  it('loses its angle brackets', () =>
    table(
      withoutAngles,
      ['<a@b>', 'a@b'],
      ['a@b', 'a@b'],
      ['<a', 'a'],
      ['a>', 'a'],
      ['<>', ''],
      ['<a<b>', '<a<b>'],
      ['x<a>', 'x<a>'],
    ));
  it('may be missing', () => assert.equal(withoutAngles(undefined), undefined));
});

describe('a pattern that ends a text', () => {
  it('says what its own test says', () => {
    for (const pattern of [/(?:ab|c)$/, /x{2,3}$/i])
      for (const text of ['ab', 'abc', 'abd', '', 'XX', 'x', 'xxab', 'cx'])
        assert.equal(atEnd(pattern)(text), pattern.test(text), `${pattern} ${text}`);
  });
});

describe('a name of DNS', () => {
  it('has no dot at its end, but the root', () => {
    table(withoutDot, ['a.test.', 'a.test'], ['a.test', 'a.test'], ['.', '.'], ['', '']);
    table(hostOf, ['a.test.', 'a.test'], ['.', ''], ['a', 'a']);
    assert.deepEqual(
      [sameName('A.test.', 'a.TEST'), sameName('a.test', 'b.test'), sameName('.', '')],
      [true, false, false],
    );
  });
});

describe('members', () => {
  it('are those of objects', () => {
    table(hasMembers, [{}, true], [[], false], [null, false], [undefined, false], ['x', false], [() => 1, false]);
    table(membersOf, [{ a: 1 }, { a: 1 }], [[1], {}], [null, {}]);
  });
});

describe('what is made once', () => {
  it('is made when it is asked for, also where it is nothing', () => {
    let made = 0;
    const get = once(() => {
      made++;
    });
    assert.equal(made, 0);
    assert.deepEqual([get(), get(), made], [undefined, undefined, 1]);
  });
});

describe('a file of Outlook', () => {
  it('is told by its first octets', () => {
    const octets = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    assert.equal(isCompoundFile(Uint8Array.from([...octets, 5])), true);
    for (let i = 0; i < octets.length; i++)
      assert.equal(isCompoundFile(Uint8Array.from(octets, (octet, at) => (at === i ? octet ^ 1 : octet))), false);
    assert.equal(isCompoundFile(Uint8Array.from(octets.slice(0, 7))), false);
  });
});

describe('a copy with strings of its own', () => {
  it('is the same, and what is shared stays shared', () => {
    const shared = { long: 'a string that is long' };
    const ring: { self?: unknown } = {};
    ring.self = ring;
    const tree = { a: shared, b: [shared, 'short', 7, null, undefined, true], ring };
    const copy = withOwnStrings(tree);
    assert.deepEqual(copy, tree);
    assert.notEqual(copy, tree);
    assert.equal(copy.a, copy.b[0]);
    assert.equal(copy.ring.self, copy.ring);
    assert.deepEqual(['', 'short', 'a string that is long'].map(ownString), ['', 'short', 'a string that is long']);
  });
});

describe('a sentence behind other words', () => {
  it('begins with a small letter, names and words in capitals apart', () =>
    table(
      inSentence,
      ['The server said no.', 'the server said no.'],
      ['A word', 'a word'],
      ['TLS is missing', 'TLS is missing'],
      ['X1 is', 'X1 is'],
      ['Postfix waits', 'Postfix waits'],
      ['Postfixes wait', 'postfixes wait'],
      ['Free limits', 'Free limits'],
      ['Free mail', 'free mail'],
      ['ä', 'ä'],
      ['', ''],
    ));
  it('is joined to the one before', () => {
    assert.equal(joined('It waits.', 'The server is slow.'), 'It waits; the server is slow.');
    assert.equal(joined('It waits…', 'TLS'), 'It waits…; TLS');
  });
});

describe('a span', () => {
  it('has its ends', () => {
    assert.deepEqual(
      [1, 2, 4, 5].map((at) => touches({ start: 2, end: 4 }, at)),
      [false, true, true, false],
    );
    assert.equal(spanText('abcdef', { start: 2, end: 4 }), 'cd');
  });
  it('is found by what ends behind it', () => {
    const items = [2, 4, 4, 9].map((end) => ({ start: 0, end }));
    assert.deepEqual(
      [0, 1, 2, 3, 4, 8, 9, 10].map((at) => firstEndingBehind(items, at)),
      [0, 0, 1, 1, 3, 3, 4, 4],
    );
    assert.equal(firstEndingBehind([], 5), 0);
  });
});

describe('words of the interface', () => {
  after(() => speak(undefined));
  it('are those of its language, with values in their places', () => {
    speak({ 'a {0}': 'ein {0}', [shortKey('{1} of {0}')]: '{0}: {1}', odd: 5 });
    assert.deepEqual(
      [t('a {0}', 'x'), t('{1} of {0}', 1, 2), t('odd'), t('{0} {1} {9}', 'x'), t('{a}', 'x')],
      ['ein x', '1: 2', 'odd', 'x {1} {9}', '{a}'],
    );
    const both = phrase('a {0}', phrase('a {0}', 3));
    assert.deepEqual([inOurs(both), inEnglish(both)], ['ein ein 3', 'a a 3']);
    assert.equal(inEnglish(listed([both, 'x', 7])), 'a a 3, x, 7');
    for (const none of [undefined, null, 'words', 5]) {
      speak(none);
      assert.equal(t('a {0}', 'x'), 'a x');
    }
  });
  it('are found by 20 bits of them', () => {
    // FNV-1a of "a" is e40c292c, of nothing 811c9dc5.
    assert.deepEqual([shortKey(''), shortKey('a')], [(0x811c9).toString(36), (0xe40c2).toString(36)]);
  });
});
