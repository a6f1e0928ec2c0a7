import assert from 'node:assert/strict';
import { type Bits, bitsOf, isInside } from '../../../src/checks/spf/network.ts';

describe('an address as bits', () => {
  it('is of its version, one in the other as what it holds (RFC 7208 5)', () => {
    assert.deepEqual(bitsOf('192.0.2.1'), { version: 4, value: 0xc0000201n });
    assert.deepEqual(bitsOf('255.255.255.255'), { version: 4, value: 0xffffffffn });
    assert.deepEqual(bitsOf('2001:db8::1'), { version: 6, value: 0x20010db8000000000000000000000001n });
    assert.deepEqual(bitsOf('::ffff:192.0.2.1'), { version: 4, value: 0xc0000201n });
    assert.deepEqual(bitsOf('::192.0.2.1'), { version: 6, value: 0xc0000201n });
  });
  it('is none where it is no address', () => {
    for (const text of ['256.0.2.1', '0.0.0.256', '192.0.2', '192.0.2.1.5', '1192.0.2.1', 'a.test', '', '2001:db8:1'])
      assert.equal(bitsOf(text), undefined, text);
  });
});

describe('a network', () => {
  const is = (address: string, network: string, prefix: number, expected: boolean): void =>
    assert.equal(isInside(bitsOf(address) as Bits, bitsOf(network) as Bits, prefix), expected, `${address} ${prefix}`);
  it('holds what begins with the same bits', () => {
    is('192.0.2.127', '192.0.2.1', 25, true);
    is('192.0.2.128', '192.0.2.1', 25, false);
    is('192.0.2.1', '192.0.2.1', 32, true);
    is('192.0.2.0', '192.0.2.1', 32, false);
    is('203.0.113.1', '192.0.2.1', 0, true);
    is('2001:db8:1::1', '2001:db8:1::', 48, true);
    is('2001:db8:2::1', '2001:db8:1::', 48, false);
    is('2001:db8::1', '2001:db8::2', 127, false);
    is('2001:db8::3', '2001:db8::2', 127, true);
  });
  it('holds nothing of the other version', () => is('::1', '0.0.0.1', 0, false));
  it('has no more bits than its addresses', () => {
    is('192.0.2.1', '192.0.2.1', 33, true);
    is('192.0.2.0', '192.0.2.1', 64, false);
    is('192.0.2.0', '203.0.113.1', -1, true);
  });
});
