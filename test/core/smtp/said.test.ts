import assert from 'node:assert/strict';
import {
  endOffsetOf,
  isOdd,
  offsetOf,
  partOf,
  respell,
  type Said,
  sayPlainly,
  spelt,
} from '../../../src/core/smtp/said.ts';
import { addText, endsInDot, isQuit } from '../../../src/core/smtp/spoken.ts';

const says = (text: string, plain: string): void => assert.equal(sayPlainly(text, 0, text.length).text, plain, text);

describe('a line as it was before it was prettified', () => {
  it('has the characters that entities of HTML stand for', () => {
    says('MAIL FROM:&lt;a@a.test&gt;', 'MAIL FROM:<a@a.test>');
    says('&#60;&#62;&#38;&#34;&#39;&#160;.', `<>&"' .`);
    says('&#x3c;&#x3e;&#x26;&#x22;&#x27;&#xa0;.', `<>&"' .`);
    says('&amp;&quot;&apos;&nbsp;.', `&"' .`);
    says('a &copy; b &lt b', 'a &copy; b &lt b');
  });
  it('has the characters that were typed', () => {
    for (const blank of ['\u00a0', '\u2007', '\u202f']) says(`250${blank}ok`, '250 ok');
    for (const dash of ['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015']) says(`250${dash}ok`, '250-ok');
    for (const quote of ['\u2018', '\u2019', '\u201a', '\u201b']) says(`it${quote}s`, "it's");
    for (const quote of ['\u201c', '\u201d', '\u201e', '\u201f']) says(`${quote}x`, '"x');
    for (const nothing of ['\u200b', '\ufeff', '\u0000']) says(`2${nothing}50 ok`, '250 ok');
  });
  it('has lost what was taken back, as the terminal was sent it or shows the keys', () => {
    for (const key of ['\b', '\u007f', '^H', '^?']) {
      says(`251${key}0 ok`, '250 ok');
      says(`2519${key}${key}0 ok`, '250 ok');
      says(`${key.length === 1 ? key : ''}250 ok`, '250 ok');
    }
    says('250 ^Hok', '250ok');
    says('250 a@^Hok', '250 aok');
    says('^H250 \u2013', '^H250 -');
    says('250 (^Hok', '250 (^Hok');
    says('250 a^Iok \u2013', '250 a^Iok -');
  });
  it('has no colours', () => {
    says('\u001b[1;32m250\u001b[0m ok\u001b[K', '250 ok');
    says('\u001b[250 ok', '\u001b[250 ok');
    says(`\u001b[${'1'.repeat(20)}m250`, '250');
    says('250\u001b] ok', '250\u001b] ok');
  });
  it('keeps what is none of these', () => {
    for (const other of ['\u00e4', '\u2006', '\u2008', '\u200f', '\u2016', '\u2017', '\u2020', '\u2030'])
      says(`250${other}ok \u2013`, `250${other}ok -`);
    says('250 ok', '250 ok');
  });
  it('is looked at for two hundred characters', () => {
    assert.deepEqual(['250 ok', '250\u00a0ok', '250 &lt;x'].map(isOdd), [false, true, true]);
    assert.equal(isOdd(`${'x'.repeat(199)}\u00a0`), true);
    assert.equal(isOdd(`${'x'.repeat(200)}\u00a0`), false);
  });
  it('says where each character stands in the text', () => {
    const said = sayPlainly('x\n2\u200b5&lt;0', 2, 9);
    assert.equal(said.text, '25<');
    assert.deepEqual(
      [0, 1, 2, 3].map((at) => offsetOf(said, at)),
      [2, 4, 5, 9],
    );
    const plain = sayPlainly('x\n250', 2, 5);
    assert.deepEqual(
      [0, 1, 2, 3].map((at) => offsetOf(plain, at)),
      [2, 3, 4, 5],
    );
  });
});

describe('a part of what is said', () => {
  const offsets = (said: Said): readonly number[] =>
    Array.from({ length: said.text.length + 1 }, (_, i) => offsetOf(said, i));
  const ends = (said: Said): readonly number[] =>
    Array.from({ length: said.text.length + 1 }, (_, i) => endOffsetOf(said, i));
  const text = 'x\n2&lt;50 a\u200bb';
  const said = sayPlainly(text, 2, text.length);

  it('stands where it stood', () => {
    assert.equal(said.text, '2<50 ab');
    assert.deepEqual(offsets(said), [2, 3, 7, 8, 9, 10, 12, 13]);
    const part = partOf(said, 1, 6);
    assert.equal(part.text, '<50 a');
    assert.deepEqual(offsets(part), [3, 7, 8, 9, 10, 12]);
    assert.equal(partOf(said, 0, 7), said);
    assert.equal(partOf(said, 0, 6).text, '2<50 a');
    assert.equal(partOf(said, 1, 7).text, '<50 ab');
    assert.deepEqual(offsets(partOf({ text: '250 ok', base: 5 }, 4, 6)), [9, 10, 11]);
  });

  it('is left with others of it, one behind the other', () => {
    const left = respell({ text: '250-one 250 two', base: 5 }, [
      [0, 3],
      [7, 8],
      [3, 3],
      [12, 15],
    ]);
    assert.equal(left.text, '250 two');
    assert.deepEqual(offsets(left), [5, 6, 7, 12, 17, 18, 19, 20]);
    assert.deepEqual(ends(left), [5, 6, 7, 8, 13, 18, 19, 20]);
    assert.deepEqual(ends(partOf(left, 3, 5)), [12, 13, 18]);
    assert.equal(offsetOf(left, 99), 5);
    assert.equal(endOffsetOf(left, 99), 5);
    assert.deepEqual(respell({ text: 'ab', base: 7 }, []), { text: '', base: 7, map: Uint32Array.of(7), width: 1 });
    assert.deepEqual(offsets(respell(said, [[1, 2]])), [3, 7]);
  });

  it('is spelt otherwise in the same places', () => {
    assert.deepEqual(offsets(spelt(said, 'EHLO ab')), offsets(said));
    assert.equal(spelt(said, 'EHLO ab').text, 'EHLO ab');
    assert.deepEqual(ends({ text: 'ab', base: 3 }), [3, 4, 5]);
  });
});

describe('what the client says', () => {
  it('ends a message with a lone dot, also where line ends are spelt out', () => {
    const ends = (text: string, from = 0): boolean => endsInDot(text, from, text.length);
    for (const text of ['.', ' . ', '.\r', '\t.\\r\\n', 'x\\r\\n.\\r\\n', 'x\\n.\\n', 'x\\r\\n.', '.\\n'])
      assert.equal(ends(text), true, text);
    for (const text of ['', ' ', 'x.', 'x', '..', 'x .', '\\n', '.x', 'x\\n..', '.\\n\\n'])
      assert.equal(ends(text), false, text);
    assert.equal(ends('C: .', 3), true);
    assert.equal(ends('x.', 1), true);
    assert.equal(ends('.', 1), false);
  });

  it('is QUIT in any letters', () => {
    const is = (text: string): boolean => isQuit({ text, base: 0 }, 0, text.length);
    for (const text of ['QUIT', 'quit', ' Quit ', 'QUIT'.padStart(11)]) assert.equal(is(text), true, text);
    for (const text of ['', 'QUITS', 'xQUIT', 'QUIT now', 'QUIT'.padStart(12)]) assert.equal(is(text), false, text);
    assert.equal(isQuit({ text: 'C: QUIT', base: 0 }, 3, 7), true);
  });
});

describe('the text of a reply', () => {
  it('goes on with a blank between, and is no longer than it is of use', () => {
    const added = (text: string, ...more: readonly string[]): string => {
      const reply = { text } as Parameters<typeof addText>[0];
      for (const one of more) addText(reply, one);
      return reply.text;
    };
    assert.equal(added('', ' one '), 'one');
    assert.equal(added('one', ' two', '  ', '', 'three'), 'one two three');
    assert.equal(added('x'.repeat(8000), 'more').length, 8000);
    assert.equal(added('x'.repeat(7999), 'more').length, 8004);
  });
});
