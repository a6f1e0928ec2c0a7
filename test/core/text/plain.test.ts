import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainData, plainJson, plainLines, plainText } from '../../../src/core/text/plain.ts';

describe('plain text', () => {
  const plain = (text: string, expected: string): void => assert.equal(plainText(text), expected);

  it('holds nothing that a terminal acts on', () => {
    plain('\u001b[31mred\u001b[0m', '\ufffd[31mred\ufffd[0m');
    plain('\u009b2J \u0007 \u0000 \u007f', '\ufffd2J \ufffd \ufffd \ufffd');
    plain('a\r\nb\tc', 'a\ufffd\ufffdb c');
  });

  it('holds nothing that turns the direction of writing', () => {
    plain('abc\u202egpj.exe', 'abc\ufffdgpj.exe');
    plain('\u2066a\u2069 \u061c \u200f', '\ufffda\ufffd \ufffd \ufffd');
  });

  it('holds nothing that shows nothing', () => {
    plain('pay\u00adpal \u180e \u200b \u3164 \uffa0 \ufeff', 'pay\ufffdpal \ufffd \ufffd \ufffd \ufffd \ufffd');
    plain('\u{e0000}\u{e0041}\u{e007f}', '\ufffd\ufffd\ufffd');
    plain('\u2028\u2029\u0085', '\ufffd\ufffd\ufffd');
  });

  it('keeps what people write', () => {
    plain('Zoë, Łódź, Ελλάδα, مرحبا, 日本語, 🙂, ❤️', 'Zoë, Łódź, Ελλάδα, مرحبا, 日本語, 🙂, ❤️');
  });

  it('says where it was cut', () => {
    assert.equal(plainText('abcdef', 3), 'abc…');
    assert.equal(plainText('abc', 3), 'abc');
  });

  it('keeps lines where there are lines', () => {
    assert.equal(plainLines('a\r\nb\rc\nd\te\u001b'), 'a\nb\nc\nd e\ufffd');
  });
});

describe('plain data', () => {
  it('is the same data with plain strings', () => {
    assert.deepEqual(plainData({ a: ['x\u001b', 1, null], b: { c: 'y\u202e' }, d: true }), {
      a: ['x\ufffd', 1, null],
      b: { c: 'y\ufffd' },
      d: true,
    });
  });
});

describe('plain JSON', () => {
  it('shows nothing unsafe and reads back as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u009b', '\u{e0041}'))),
        (value) => {
          const json = plainJson(value);
          assert.equal(plainLines(json), json);
          assert.deepEqual(JSON.parse(json), value);
        },
      ),
    );
  });
});
