import assert from 'node:assert/strict';
import { isBinary, utf16Of } from '../../src/files/text.ts';

describe('octets', () => {
  it('are UTF-16 by their mark, or by zeros in every second place', () => {
    const words = Buffer.from('Nov 21 20:05:36 mx1', 'utf16le');
    const big = Buffer.from(words).swap16();
    for (const [octets, expected] of [
      [[0xff, 0xfe], 'utf-16le'],
      [[0xfe, 0xff], 'utf-16be'],
      [[0xff, 0xfe, 0x2d, 0x4e], 'utf-16le'],
      [[0xff], undefined],
      [[0xfe, 0xfe], undefined],
      [[0xff, 0xff], undefined],
      [[], undefined],
      [words, 'utf-16le'],
      [big, 'utf-16be'],
      [Buffer.from('plain'), undefined],
      [[0, 0, 0, 0], undefined],
      [[0x41, 0, 0, 0x41], undefined],
      // Of a text in Greek letters with spaces, not every second octet is a zero.
      [[0x41, 0, 0x41, 0, 0xb1, 3], undefined],
      [[0x41, 0, 0x41, 0, 0x41, 0, 0xb1, 3], 'utf-16le'],
      [[0, 0x41, 0, 0x41, 0, 0x41, 3, 0xb1], 'utf-16be'],
      [[0x41, 0, 0x41, 0, 0x41, 0, 0, 0x41], undefined],
      [[0, 0x41, 0, 0x41, 0, 0x41, 0x41, 0], undefined],
      // What stands behind the first thousand does not count.
      [Buffer.concat([Buffer.alloc(1024, 'x'), words]), undefined],
      [Buffer.concat([Buffer.alloc(1024, 'x\0'), Buffer.alloc(9)]), 'utf-16le'],
    ] as const)
      assert.equal(utf16Of(Uint8Array.from(octets)), expected, Buffer.from(octets).toString('latin1'));
  });

  it('are no text where more than a few of them are zeros', () => {
    const zeros = (count: number, size: number): Uint8Array =>
      Uint8Array.from({ length: size }, (_, i) => (i < count ? 0 : 65));
    assert.equal(isBinary(zeros(0, 10)), false);
    assert.equal(isBinary(zeros(1, 10)), true);
    assert.equal(isBinary(zeros(2, 1000)), false);
    assert.equal(isBinary(zeros(3, 1000)), true);
    assert.equal(isBinary(new Uint8Array()), false);
    assert.equal(isBinary(Buffer.from('words', 'utf16le')), false);
    assert.equal(isBinary(Buffer.concat([Buffer.alloc(8192, 'x'), Buffer.alloc(500)])), false);
    assert.equal(isBinary(Buffer.concat([Buffer.alloc(8175, 'x'), Buffer.alloc(17)])), true);
  });
});
