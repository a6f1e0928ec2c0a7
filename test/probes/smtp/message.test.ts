import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type MessageText, octetsOnWire, piecesOnWire } from '../../../src/probes/smtp/message.ts';
import { ShownBody } from '../../../src/probes/smtp/steps/data.ts';

/** The same at once, as RFC 5321 2.3.8 and 4.5.2 have it. */
const whole = (text: string, stuffed: boolean): string => {
  const lines = text.replace(/\r\n|\r|\n/g, '\r\n');
  const ended = lines === '' || lines.endsWith('\r\n') ? lines : `${lines}\r\n`;
  return stuffed ? ended.replace(/(^|\r\n)\./g, '$1..') : ended;
};
const octets = (text: string, { latin1 }: Pick<MessageText, 'latin1'> = {}): number =>
  Buffer.byteLength(text, latin1 ? 'latin1' : 'utf8');

/** Texts of what is treated in a way of its own. */
const texts = fc
  .array(fc.constantFrom('a', '.', '..', '\r', '\n', '\r\n', 'é', '\u2028', '😀', 'long line'), { maxLength: 60 })
  .map((parts) => parts.join(''));

describe('a message on its way', () => {
  it('is the same in pieces of any size as at once', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 20 }), fc.boolean(), (text, most, stuffed) => {
        const pieces = [...piecesOnWire(text, most, stuffed)];
        assert.equal(pieces.join(''), whole(text, stuffed));
        for (const piece of pieces) {
          assert.ok(piece.length <= 2 * most + 4, JSON.stringify(piece));
          assert.doesNotMatch(piece, /^[\udc00-\udfff]|[\ud800-\udbff]$|\r$/);
        }
      }),
    );
  });

  it('has as many octets as are announced', () => {
    fc.assert(fc.property(texts, (text) => assert.equal(octetsOnWire({ text }), octets(whole(text, false)))));
    assert.equal(octetsOnWire({ text: 'é\n', latin1: true }), 3);
  });

  it('is shown by its first lines, whatever the pieces, and the rest is counted', () => {
    const line = (at: number): string => `line ${at}${'x'.repeat(at % 7)}\r\n`;
    const text = `${Array.from({ length: 130 }, (_, at) => line(at)).join('')}last`;
    for (const most of [1, 3, 10, 1000, 100_000]) {
      const shown = new ShownBody();
      for (const piece of piecesOnWire(text, most, true)) shown.add(piece, octets(piece));
      const { lines, left, octets: all } = shown.body;
      assert.deepEqual(
        lines,
        Array.from({ length: 100 }, (_, at) => line(at).trimEnd()),
      );
      assert.deepEqual([left, all], [31, octets(whole(text, true))]);
    }
    const long = new ShownBody();
    for (const piece of piecesOnWire('y'.repeat(100_000), 1000, true)) long.add(piece, piece.length);
    assert.deepEqual([long.body.lines.length, long.body.lines[0]?.length, long.body.left], [1, 4096, 0]);
  });
});
