import assert from 'node:assert/strict';
import { addressNumber, rangeWith, readRanges } from '../../src/probes/addressRanges.ts';

const isIn = (address: string, text: string): boolean =>
  rangeWith(address, readRanges(text, true).ranges) !== undefined;

describe('ranges of addresses', () => {
  const forms: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['192.0.2.0/24', ['192.0.2.0', '192.0.2.255'], ['192.0.3.0', '192.0.1.255']],
    ['192.0.2.7/24', ['192.0.2.0', '192.0.2.255'], ['192.0.3.0']],
    ['192.0.2.64 / 255.255.255.192', ['192.0.2.64', '192.0.2.127'], ['192.0.2.63', '192.0.2.128']],
    ['192.0.2.0 /255.255.255.0', ['192.0.2.200'], ['192.0.3.0']],
    ['192.0.2.0 255.255.255.0', ['192.0.2.200'], ['192.0.3.0']],
    ['192.0.2.0 netmask 255.255.254.0', ['192.0.3.200'], ['192.0.4.0']],
    ['192.0.2.0 mask 255.255.255.0', ['192.0.2.9'], ['192.0.4.0']],
    ['192.0.2.0 0.0.0.255', ['192.0.2.9'], ['192.0.4.0']],
    ['192.0.2.0-255', ['192.0.2.9'], ['192.0.3.0']],
    ['192.0.2.10 - 20', ['192.0.2.10', '192.0.2.20'], ['192.0.2.21', '192.0.2.9']],
    ['192.0.2.10–192.0.2.20', ['192.0.2.10', '192.0.2.20'], ['192.0.2.21', '192.0.2.9']],
    ['192.0.2.10 to 192.0.2.20', ['192.0.2.15'], ['192.0.2.21']],
    ['192.0.2.*', ['192.0.2.15'], ['192.0.3.15']],
    ['192.0.*.*', ['192.0.200.15'], ['192.1.3.15']],
    ['v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all', ['192.0.2.1', '2001:db8:ffff::1'], ['2001:db9::1']],
    ['2001:db8::10 - 2001:db8::20', ['2001:db8::1f'], ['2001:db8::21']],
    ['192.0.2.9', ['192.0.2.9', '::ffff:192.0.2.9'], ['192.0.2.8']],
    ['IP4:192.0.2.0/24', ['192.0.2.1'], ['192.0.3.1']],
    ['0.0.0.0/0', ['203.0.113.1'], ['2001:db8::1']],
  ];
  for (const [text, inside, outside] of forms) {
    it(`reads ${text}`, () => {
      for (const address of inside) assert.ok(isIn(address, text), `${address} is inside`);
      for (const address of outside) assert.ok(!isIn(address, text), `${address} is outside`);
    });
  }

  it('takes each range of a guide once, however it is written there', () => {
    const { ranges } = readRanges(
      '198.51.100.0/24 (198.51.100.0-255, or 198.51.100.0 / 255.255.255.0)\n203.0.113.0 /255.255.255.0 and 198.51.100.0/25',
      false,
    );
    assert.deepEqual(
      ranges.map(({ text }) => text),
      ['198.51.100.0/24', '203.0.113.0 /255.255.255.0', '198.51.100.0/25'],
    );
  });

  it('takes an address alone for a range only where it is told to', () => {
    const text = '220 mx1.contoso.test [192.0.2.25], version 10.0.1.2, at 12:30:15';
    assert.deepEqual(readRanges(text, false).ranges, []);
    assert.deepEqual(
      readRanges('192.0.2.1, 192.0.2.2', true).ranges.map(({ text: one }) => one),
      ['192.0.2.1', '192.0.2.2'],
    );
  });

  it('tells what looks like a range and is none', () => {
    const { ranges, unreadable } = readRanges(
      '192.0.2.0/33 192.0.2.0/255.0.255.0 192.0.2.20-192.0.2.10 300.0.2.0/24 2001:db8::/129',
      true,
    );
    assert.deepEqual(ranges, []);
    assert.equal(unreadable.length, 5, unreadable.join(' | '));
  });

  it('tells each form in which it can be none', () => {
    const none = (text: string): void =>
      assert.deepEqual(readRanges(text, true), { ranges: [], unreadable: [text.replace(/^ip4:/, '')], left: 0 }, text);
    for (const text of [
      ...['300.0.2.0/24', '300.0.2.0 255.255.255.0', '300.0.2.1-5', '300.0.2.1 - 300.0.2.9', 'ip4:300.0.2.0/24'],
      ...['2001:db8:: 255.255.255.0', '192.0.2.1 - 2001:db8::1', '192.0.2.1-192.0.2.300', '192.0.2.9-300'],
      ...['192.0.2.0 255.255.255.300', '192.0.2.0 0.255.0.255', '300.*'],
    ])
      none(text);
    assert.deepEqual(readRanges('300.0.2.1', true).unreadable, []);
  });

  it('tells ranges as they are written, and where they end', () => {
    const bounds = (text: string): readonly unknown[] =>
      readRanges(text, true).ranges.map((one) => [one.version, one.first, one.last, one.text]);
    assert.deepEqual(bounds('ip6:2001:db8::/127'), [
      [6, 0x20010db8000000000000000000000000n, 0x20010db8000000000000000000000001n, '2001:db8::/127'],
    ]);
    assert.deepEqual(bounds('2001:db8::/128').length, 1);
    assert.deepEqual(bounds('0.0.0.9/32'), [[4, 9n, 9n, '0.0.0.9/32']]);
    assert.deepEqual(bounds('0.0.0.9-9'), [[4, 9n, 9n, '0.0.0.9-9']]);
    assert.deepEqual(bounds('0.0.0.9 255.255.255.255'), [[4, 9n, 9n, '0.0.0.9 255.255.255.255']]);
    assert.deepEqual(bounds('0.0.0.9 0.0.0.0'), [[4, 0n, 0xffff_ffffn, '0.0.0.9 0.0.0.0']]);
    assert.deepEqual(bounds('0.*.*.*'), [[4, 0n, 0xffffffn, '0.*.*.*']]);
    assert.deepEqual(bounds('0.0.x.X'), [[4, 0n, 0xffffn, '0.0.x.X']]);
  });

  it('finds the first that holds an address', () => {
    const { ranges } = readRanges('192.0.2.0/24 192.0.0.0/16', true);
    assert.equal(rangeWith('192.0.2.1', ranges)?.text, '192.0.2.0/24');
    assert.equal(rangeWith('nothing', ranges), undefined);
    assert.deepEqual(addressNumber('fe80::1%a.b'), addressNumber('fe80::1'));
    assert.deepEqual(addressNumber('1::192.0.2.1'), { version: 6, value: 0x000100000000000000000000c0000201n });
  });

  it('does not take parts of words, versions and times for ranges', () => {
    assert.deepEqual(readRanges('v1.2.3.4-5 a192.0.2.0/24 1.2.3.4.5/8 12:30:15-20 cafe::x', false).ranges, []);
  });

  it('tells how many ranges it did not keep', () => {
    const many = Array.from({ length: 600 }, (_, i) => `10.${i >> 8}.${i & 255}.0/24`).join('\n');
    const { ranges, left } = readRanges(many, false);
    assert.equal(ranges.length + left, 600);
    assert.equal(left, 100);
  });

  it('knows an address in every form of IPv6', () => {
    for (const text of [
      '2001:db8::1',
      '2001:0db8:0:0:0:0:0:1',
      '2001:DB8::0001',
      '2001:db8::0.0.0.1',
      '2001:db8::1%eth0',
    ]) {
      assert.deepEqual(addressNumber(text), { version: 6, value: 0x20010db8000000000000000000000001n }, text);
    }
    assert.equal(addressNumber('2001:db8::1::1'), undefined);
    assert.deepEqual(addressNumber('::'), { version: 6, value: 0n });
  });

  it('reads a megabyte of digits and dots in no time', () => {
    for (const text of [
      '1.'.repeat(500_000),
      '1'.repeat(1_000_000),
      ':'.repeat(1_000_000),
      '1.1.1.1-'.repeat(125_000),
    ]) {
      readRanges(text, true);
    }
  }).timeout(10_000);
});
