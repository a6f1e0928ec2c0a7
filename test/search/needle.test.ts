import assert from 'node:assert/strict';
import { patternOf, patternOfId, readNeedle } from '../../src/search/needle.ts';

/** Whether the word in brackets is taken for what was typed, with what stands around it. */
function fits(framed: string): boolean {
  const [before = '', word = ''] = framed.split(/[[\]]/);
  const { fits: isFit } = patternOf(readNeedle(word));
  return isFit(Buffer.from(framed.replace(/[[\]]/g, '')), before.length, before.length + word.length);
}

describe('what is looked for in logs', () => {
  it('is told by its form', () => {
    const kinds: Readonly<Record<string, readonly string[]>> = {
      ip: ['192.0.2.1', '2001:db8::1', '::1', 'FE80::A', '1:2:3:4:5:6:7:8'],
      address: [
        'ann@contoso.test',
        '<ann@contoso.test>',
        ' "a"@b ',
        '<20261121.1@mx.contoso.test>',
        `a@${'b'.repeat(255)}`,
      ],
      host: ['contoso.test', 'MX.CONTOSO.TEST', '@contoso.test', 'mx_1.contoso.test', 'a.b'],
      id: ['4XyZ1', '1wOdYD-0007Xe-2n', '9AC6AD0327', 'a+b/c=~1_2', '12:34'.replace(':', '-'), `1${'a'.repeat(249)}`],
      words: ['hello', 'a b1', '1234', 'abcd', 'no such user', `1${'a'.repeat(250)}`, '10.0.0', `a@${'b'.repeat(256)}`],
    };
    for (const [kind, typed] of Object.entries(kinds))
      for (const one of typed) assert.equal(readNeedle(one).kind, one === '10.0.0' ? 'id' : kind, one);
    assert.equal(readNeedle(' <ann@contoso.test> ').text, 'ann@contoso.test');
    assert.equal(readNeedle('a <b> c').text, 'a <b> c');
    assert.equal(readNeedle('<a> b').text, '<a> b');
  });

  it('is no part of a longer address', () => {
    for (const framed of [
      '[ann@contoso.test]',
      'to=<[ann@contoso.test]>',
      ' [ann@contoso.test].',
      '"[ann@contoso.test]",',
      '([ann@contoso.test]. Next',
    ])
      assert.ok(fits(framed), framed);
    for (const framed of [
      'x[ann@contoso.test]',
      '7[ann@contoso.test]',
      'Z[ann@contoso.test]',
      'A[ann@contoso.test]',
      'a[ann@contoso.test]',
      'z[ann@contoso.test]',
      '0[ann@contoso.test]',
      '9[ann@contoso.test]',
      'jo.[ann@contoso.test]',
      'jo+[ann@contoso.test]',
      'jo_[ann@contoso.test]',
      'jo-[ann@contoso.test]',
      '#[ann@contoso.test]',
      '~[ann@contoso.test]',
      '[ann@contoso.test]x',
      '[ann@contoso.test]9',
      '[ann@contoso.test]-x',
      '[ann@contoso.test].org',
    ])
      assert.ok(!fits(framed), framed);
  });

  it('is a domain with what belongs to it, and no other', () => {
    for (const framed of [
      'ann@[contoso.test]',
      'mx.[contoso.test]',
      ' [contoso.test].',
      'a[@contoso.test]',
      '=[contoso.test];',
    ])
      assert.ok(fits(framed), framed);
    for (const framed of [
      'not[contoso.test]',
      'my-[contoso.test]',
      '0[contoso.test]',
      '[contoso.test].example',
      '[contoso.test]s',
    ])
      assert.ok(!fits(framed), framed);
  });

  it('is one IP address and no other', () => {
    for (const framed of ['([192.0.2.1])', 'ip=[192.0.2.1].', 'x.[192.0.2.1]', '[192.0.2.1]:25', '[192.0.2.1]. 4'])
      assert.ok(fits(framed), framed);
    for (const framed of [
      '1[192.0.2.1]',
      '1.[192.0.2.1]',
      ':[192.0.2.1]',
      '[192.0.2.1]2',
      '[192.0.2.1].3',
      'a[192.0.2.1]',
      '[192.0.2.1]a',
    ])
      assert.ok(!fits(framed), framed);
  });

  it('is a whole id, and words wherever they stand', () => {
    for (const framed of [' [9AC6AD0327]:', '<[9AC6AD0327]@', '-[9AC6AD0327]-', 'un[no such user]s'])
      assert.ok(fits(framed), framed);
    for (const framed of ['B[9AC6AD0327]', '[9AC6AD0327]4', '0[9AC6AD0327]', '[9AC6AD0327]z'])
      assert.ok(!fits(framed), framed);
  });

  it('is searched for in its octets, an id that a server gave in its very letters', () => {
    const { octets, exact } = patternOf(readNeedle('ä1'));
    assert.deepEqual([[...octets], exact], [[0xc3, 0xa4, 0x31], undefined]);
    const id = patternOfId('4bXYz1');
    assert.deepEqual([Buffer.from(id.octets).toString(), id.exact], ['4bXYz1', true]);
    assert.ok(id.fits(Buffer.from('4bXYz1:'), 0, 6) && !id.fits(Buffer.from('4bXYz12'), 0, 6));
  });
});
