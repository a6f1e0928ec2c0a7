import assert from 'node:assert/strict';
import { addressesOf, ipv6Nibbles, isAnswered, recordsOf, reversed, textsOf } from '../../src/checks/answers.ts';
import { answer } from './answer.ts';

describe('an answer', () => {
  it('tells of the records where the name or its absence was found, and no circle', () => {
    const is = (more: object): boolean => isAnswered(answer('a.test', 'A', [], more));
    assert.deepEqual([is({}), is({ status: 'NXDOMAIN' })], [true, true]);
    for (const status of ['SERVFAIL', 'REFUSED', 'TIMEOUT', 'CANCELLED']) assert.equal(is({ status }), false, status);
    assert.deepEqual([is({ aliasLoop: true }), is({ status: 'NXDOMAIN', aliasLoop: true })], [false, false]);
  });
  it('has the records of the type that was asked for, and of others', () => {
    const mixed = answer('a.test', 'A', [['CNAME', 'b.test.'], '192.0.2.1', '192.0.2.2']);
    assert.deepEqual(addressesOf(mixed), ['192.0.2.1', '192.0.2.2']);
    assert.deepEqual(
      recordsOf(mixed, 'CNAME').map(({ data }) => data),
      ['b.test.'],
    );
  });
  it('has texts, their strings joined without blanks', () =>
    assert.deepEqual(textsOf(answer('a.test', 'TXT', ['"v=spf1 " "-all"', ['CNAME', 'b.test.'], '"x"'])), [
      'v=spf1 -all',
      'x',
    ]));
});

describe('the digits of an IPv6 address (RFC 4291 2.2)', () => {
  const is = (address: string, digits: string | undefined): void =>
    assert.equal(ipv6Nibbles(address), digits?.replaceAll(' ', ''), address);
  it('are all 32, whatever was left out', () => {
    is('2001:db8::1', '2001 0db8 0000 0000 0000 0000 0000 0001');
    is('2001:DB8:1:2:3:4:5:6', '2001 0db8 0001 0002 0003 0004 0005 0006');
    is('::', '0'.repeat(32));
    is('::1', `${'0'.repeat(31)}1`);
    is('2001:db8::', `20010db8${'0'.repeat(24)}`);
    is('1:2:3:4:5:6:7::', '0001 0002 0003 0004 0005 0006 0007 0000');
    is('::2:3:4:5:6:7:8', '0000 0002 0003 0004 0005 0006 0007 0008');
  });
  it('have an IPv4 address at their end', () => {
    is('::ffff:192.0.2.1', `${'0'.repeat(20)}ffff c000 0201`);
    is('64:ff9b::203.0.113.254', `0064 ff9b ${'0'.repeat(16)} cb00 71fe`);
    is('1:2:3:4:5:6:10.1.2.3', '0001 0002 0003 0004 0005 0006 0a01 0203');
  });
  it('are none of what is no address', () => {
    for (const text of [
      '',
      '1',
      '192.0.2.1',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '1:2:3:4::5:6:7:8',
      '1::2::3',
      ':::',
      '1:2:3:4:5:6:7:g',
      '::12345',
      '::x1',
      '::300.0.2.1',
      '::192.0.2',
      ':1:2:3:4:5:6:7',
    ])
      is(text, undefined);
  });
});

describe('an address the other way round', () => {
  it('is its octets, or the digits of IPv6', () => {
    assert.equal(reversed('192.0.2.1'), '1.2.0.192');
    assert.equal(reversed('2001:db8::5'), `5.${'0.'.repeat(23)}8.b.d.0.1.0.0.2`);
    assert.equal(reversed('2001:db8::x'), undefined);
  });
});
