import assert from 'node:assert/strict';
import { findIp } from '../../../src/core/mail/ipAddress.ts';

describe('an address of a host in words', () => {
  it('is in brackets first, without its zone or its port', () => {
    for (const [text, address] of [
      ['192.0.2.9 [192.0.2.1]', '192.0.2.1'],
      ['[IPv6:2001:db8::1]', '2001:db8::1'],
      ['[2001:db8::1%eth0]', '2001:db8::1'],
      ['(2001:db8::1%eth0)', '2001:db8::1'],
      ['from x (192.0.2.1:4711)', '192.0.2.1'],
      ['[192.0.2.1]:25', '192.0.2.1'],
      ['[192.0.2.300] 192.0.2.5', '192.0.2.5'],
    ] as const)
      assert.equal(findIp(text), address, text);
    for (const text of ['192.0.2.300:25', '1.2.3:4', '1.2.3', 'x', '']) assert.equal(findIp(text), undefined, text);
  });
});
