import assert from 'node:assert/strict';
import { isWithin, kindOfAddress, readNetworks } from '../../../src/core/trace/networks.ts';

/** Reads one entry and says of each address whether it lies within. */
function holds(entry: string, inside: readonly string[], outside: readonly string[]): void {
  const { networks, problems } = readNetworks([entry]);
  assert.deepEqual(problems, [], entry);
  for (const ip of inside) assert.equal(isWithin(ip, networks), true, `${ip} in ${entry}`);
  for (const ip of outside) assert.equal(isWithin(ip, networks), false, `${ip} not in ${entry}`);
}

const isRefused = (entry: string, problem: string): void =>
  assert.deepEqual(readNetworks([entry]), { networks: [], problems: [{ entry, problem }] });

describe('networks as people write them down', () => {
  it('have a prefix, a mask or two ends', () => {
    for (const entry of [
      '64.182.140.0/24',
      '64.182.140.0 / 255.255.255.0',
      '64.182.140.0 /255.255.255.0',
      '64.182.140.0-255',
      '64.182.140.0 - 64.182.140.255',
      '64.182.140.0\u2013255',
    ]) {
      holds(entry, ['64.182.140.0', '64.182.140.255', '::ffff:64.182.140.7'], ['64.182.139.255', '64.182.141.0']);
    }
    holds('192.0.2.7', ['192.0.2.7'], ['192.0.2.6', '192.0.2.8', '::1']);
    holds('0.0.0.0/0', ['255.255.255.255'], ['::1']);
    holds('2001:db8::/32', ['2001:db8:ffff::1'], ['2001:db9::', '192.0.2.1']);
    holds('2001:db8::1-2001:db8::ff', ['2001:db8::1', '2001:db8::ff'], ['2001:db8::100']);
    holds('10.0.0.1-10.0.1.9', ['10.0.0.200', '10.0.1.9'], ['10.0.1.10']);
  });

  it('that are none are a problem each, and the others count', () => {
    isRefused('', 'not-an-address');
    isRefused('mail.example.org', 'not-an-address');
    isRefused('10.0.0', 'not-an-address');
    isRefused('010.0.0.0/8', 'not-an-address');
    isRefused('10.0.0.0/33', 'bad-prefix');
    isRefused('10.0.0.0/x', 'bad-prefix');
    isRefused('10.0.0.0/', 'bad-prefix');
    isRefused('10.0.0.0/255.0.255.0', 'bad-mask');
    isRefused('2001:db8::/255.255.0.0', 'bad-mask');
    isRefused('10.0.0.9-3', 'bad-range');
    isRefused('10.0.0.9-2001:db8::1', 'bad-range');
    isRefused('10.0.0.1/8', 'host-bits');
    const { networks, problems } = readNetworks(['x', '192.0.2.0/24']);
    assert.deepEqual([networks.length, problems.length], [1, 1]);
  });

  it('say nothing of what is no address', () => {
    assert.equal(isWithin('localhost', readNetworks(['10.0.0.0/8']).networks), undefined);
  });
});

describe('an address', () => {
  it('tells where it is', () => {
    const kinds: readonly [string, string | undefined][] = [
      ['10.1.2.3', 'private'],
      ['172.16.0.1', 'private'],
      ['172.32.0.1', 'public'],
      ['192.168.1.1', 'private'],
      ['fd00::1', 'private'],
      ['100.64.0.1', 'shared'],
      ['100.128.0.1', 'public'],
      ['127.0.0.1', 'loopback'],
      ['::1', 'loopback'],
      ['169.254.1.1', 'link-local'],
      ['fe80::1', 'link-local'],
      ['0.0.0.0', 'reserved'],
      ['::ffff:10.0.0.1', 'private'],
      ['2002:a05:6402:1d4a::', 'private'],
      ['2002:cb00:7101::1', 'public'],
      ['203.0.113.9', 'public'],
      ['2001:db8::1', 'public'],
      ['mail.test', undefined],
      ['1.2.3', undefined],
    ];
    for (const [ip, kind] of kinds) assert.equal(kindOfAddress(ip), kind, ip);
  });
});
