import assert from 'node:assert/strict';
import { Octets } from '../../../src/web/node/buffer.ts';

const same = (ours: Uint8Array, theirs: Uint8Array, of?: string): void => assert.deepEqual([...ours], [...theirs], of);
const ENCODINGS = ['utf8', 'latin1', 'hex', 'base64', 'utf16le'] as const;

describe('octets in the place of those of Node', () => {
  it('are made as Node makes them', () => {
    same(Octets.from([1, 255, 256, 300, -1]), Buffer.from([1, 255, 256, 300, -1]));
    const whole = Uint8Array.from([1, 2, 3, 4, 5]).buffer;
    for (const [from, length] of [
      [0, 5],
      [1, 3],
      [2, undefined],
    ] as const)
      same(Octets.from(whole, from, length), Buffer.from(whole, from, length));
    same(Octets.from(whole), Buffer.from(whole));
    same(Octets.alloc(3), Buffer.alloc(3));
    assert.equal(Octets.allocUnsafe(4).length, 4);
    same(Octets.concat([]), Buffer.concat([]));
    same(Octets.concat([Octets.from('a'), Octets.from(''), Octets.from('bc')]), Buffer.from('abc'));
    for (const text of [
      '',
      'abc',
      'ü€😀',
      '\ud800',
      '\u0101',
      '0a1',
      '0g',
      'zz0a',
      'FFfe',
      'YQ=',
      '=YQ',
      'Y-_/',
      'YWI',
      'YWJj',
    ]) {
      same(Octets.from(text), Buffer.from(text), text);
      for (const encoding of ENCODINGS)
        same(Octets.from(text, encoding), Buffer.from(text, encoding), `${text} ${encoding}`);
      assert.equal(Octets.byteLength(text), Buffer.byteLength(text), text);
    }
  });
  it('are written as Node writes them, in part too', () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => 255 - i);
    for (const octets of [all, all.slice(0, 3), new Uint8Array(0), Uint8Array.from([0xef, 0xbb, 0xbf, 0x61])])
      for (const encoding of ENCODINGS)
        for (const [start, end] of [
          [undefined, undefined],
          [1, undefined],
          [0, 2],
          [2, 1],
          [1, 1000],
        ] as const)
          assert.equal(
            Octets.from(octets).toString(encoding, start, end),
            Buffer.from(octets).toString(encoding, start, end),
            `${encoding} ${start} ${end}`,
          );
    const long = 'x\u00fc'.repeat(10_000);
    assert.equal(Octets.from(long, 'latin1').toString('latin1'), long);
  });
  it('are compared and searched', () => {
    const one = Octets.from('abc');
    assert.deepEqual(
      ['abc', 'ab', 'abd', 'abcd', ''].map((text) => one.equals(Octets.from(text))),
      [true, false, false, false, false],
    );
    assert.deepEqual(
      [97, 99, 100, 'bc', 'cb', '', 'abc', 'abcd'].map((sought) => one.includes(sought)),
      [true, true, false, true, false, true, true, false],
    );
  });
  it('hold numbers of one to six octets', () => {
    const bytes = [0x81, 0x02, 0x93, 0x04, 0xa5, 0x06, 0xb7, 0x08];
    const [ours, theirs] = [Octets.from(bytes), Buffer.from(bytes)];
    for (let size = 1; size <= 6; size++)
      for (const at of [0, 1, 2]) assert.equal(ours.readUIntBE(at, size), theirs.readUIntBE(at, size), `${at} ${size}`);
    assert.equal(ours.subarray(2).readUInt16BE(0), 0x9304);
    assert.equal(ours.writeUInt16BE(0x1234), 2);
    assert.equal(ours.writeUInt16BE(0x5678, 4), 6);
    assert.equal(ours.toString('hex'), '123493045678b708');
  });
});
