import assert from 'node:assert/strict';
import { commentText, tokens } from '../../../../src/core/mail/header/headerTokens.ts';

const cuts = (text: string, ...expected: readonly string[]): void =>
  assert.deepEqual(
    [...tokens(text, 0, text.length)].map(({ start, end }) => text.slice(start, end)),
    expected,
    text,
  );

describe('a structured field is cut', () => {
  it('at blanks and semicolons, never in a comment or a quoted string', () => {
    cuts('a b;c', 'a', 'b', ';', 'c');
    cuts('from a (b (c; d) e);\r\n\tby f', 'from', 'a', '(b (c; d) e)', ';', 'by', 'f');
    cuts('a="b; (c" d', 'a="b; (c"', 'd');
    cuts('"a\\"; b" <c d> <e@f;g> h', '"a\\"; b"', '<c', 'd>', '<e@f;g>', 'h');
  });

  it('as if what is never closed were an ordinary character', () => {
    cuts('a "b (c) d', 'a', '"b', '(c)', 'd');
    cuts('a (b "c" d', 'a', 'b', '"c"', 'd');
    cuts('"a \\"b \\"c (d e)', '"a', '\\"b', '\\"c', '(d e)');
  });

  it('in linear time, whatever stands in it', () => {
    const count = 200_000;
    const text = `"${'\\" '.repeat(count)}`;
    assert.equal([...tokens(text, 0, text.length)].length, count);
  }).timeout(20_000);

  it('of three kinds, between two places', () => {
    const kinds = (text: string): readonly string[] => [...tokens(text, 0, text.length)].map(({ kind }) => kind);
    assert.deepEqual(kinds('a;(b)"c" (d'), ['word', 'semicolon', 'comment', 'word', 'word']);
    const within = [...tokens('xx a (b) c yy', 3, 10)].map(({ start, end }) => `${start}-${end}`);
    assert.deepEqual(within, ['3-4', '5-8', '9-10']);
    assert.deepEqual(
      [...tokens('a (b)', 0, 4)].map(({ kind }) => kind),
      ['word', 'word'],
    );
  });

  it('where quotes, angles and comments meet', () => {
    cuts('a(b)c', 'a', '(b)', 'c');
    cuts('(a\\)b) c', '(a\\)b)', 'c');
    cuts('(a "b) c" d)', '(a "b)', 'c"', 'd)');
    cuts('"(" a ")"', '"("', 'a', '")"');
    cuts('<a;b> <c', '<a;b>', '<c');
    cuts('<"a b"@c;d> e', '<"a b"@c;d>', 'e');
    cuts('<a <b;c>', '<a', '<b;c>');
    cuts('a)b', 'a)b');
    cuts('((a) b', '(a)', 'b');
    cuts('a\tb\rc\nd', 'a', 'b', 'c', 'd');
    cuts('');
  });

  it('to the words of a comment', () => {
    const words = (text: string): string => commentText(text, { start: 0, end: text.length });
    assert.equal(words('( a \r\n\tb )'), 'a b');
    assert.equal(words('()'), '');
    assert.equal(words(`(${'x'.repeat(1001)})`).length, 1000);
    assert.equal(commentText('z(abc)z', { start: 1, end: 6 }), 'abc');
  });
});
