import assert from 'node:assert/strict';
import { tokens } from '../../../../src/core/mail/header/headerTokens.ts';

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
});
