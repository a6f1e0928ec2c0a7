import assert from 'node:assert/strict';
import { masked, secretsOnly } from './masked.ts';

const becomes = (line: string, after: string): void => {
  it(line, () => assert.equal(masked(`${line}\n`, { ...secretsOnly, ips: true }), `${after}\n`));
};
const stays = (line: string): void => becomes(line, line);

describe('an IPv4 address', () => {
  becomes('from 8.8.8.8:25, [8.8.4.4] and 8.8.8.8', 'from 192.0.2.1:25, [192.0.2.2] and 192.0.2.1');
  becomes('host-8.8.8.8 ip-8.8.8.8', 'host-192.0.2.1 ip-192.0.2.1');
  becomes('8.8.8.8-8.8.8.9', '192.0.2.1-192.0.2.2');
  becomes('at 8.8.8.8.', 'at 192.0.2.1.');
  becomes('4.3.2.1.in-addr.arpa 4.3.2.1.zen.spamhaus.org', '1.2.0.192.in-addr.arpa 1.2.0.192.zen.spamhaus.org');
  // RFC 1918, 3927, 6598
  for (const [first, last, beside] of [
    ['10.0.0.0', '10.255.255.255', '11.0.0.0'],
    ['192.168.0.0', '192.168.255.255', '192.169.0.0'],
    ['172.16.0.0', '172.31.255.255', '172.32.0.0'],
    ['172.20.0.0', '172.30.255.255', '172.15.0.0'],
    ['169.254.0.0', '169.254.255.255', '169.253.0.0'],
    ['100.64.0.0', '100.127.255.255', '100.128.0.0'],
    ['100.70.0.0', '100.119.255.255', '100.63.0.0'],
    ['100.99.0.0', '100.100.0.1', '101.64.0.0'],
  ])
    becomes(`${first} ${last} ${beside}`, '198.51.100.1 198.51.100.2 192.0.2.1');
  stays('127.0.0.1 0.0.0.0 255.255.255.0 240.0.0.1 192.0.2.9 198.51.100.9 203.0.113.9 198.18.0.1 198.19.255.1');
  stays('8.8.8 8.8.8.8.8 8.8.8.256 x8.8.8.8 _8.8.8.8 a-8.8.8.8 8.8.8.8x 8.8.8.8-beta');
  stays('id 15.1.2.3 version: 8.8.8.8 build=8.8.8.8 Release 8.8.8.8');
  becomes('a void 8.8.8.8', 'a void 192.0.2.1');
  becomes('198.20.0.1 128.0.0.1 1270.8.8.8.8', '192.0.2.1 192.0.2.2 1270.8.8.8.8');
});

describe('an IPv6 address', () => {
  becomes('[IPv6:2a00::1]:25 ip6:2a00::2 2A00::1', '[IPv6:2001:db8::1]:25 ip6:2001:db8::2 2001:db8::1');
  // RFC 4291 2.5.6, RFC 4193
  becomes(
    'fe80::1 feb0::1 fd00::1 fc00::1 fe00::1',
    '2001:db8:f::1 2001:db8:f::2 2001:db8:f::3 2001:db8:f::4 2001:db8::1',
  );
  becomes('::ffff:8.8.8.8', '::ffff:192.0.2.1');
  becomes('1:2:3:4:5:6:7:8 (::2)', '2001:db8::1 (2001:db8::2)');
  stays(':: ::1 2001:db8::7 2001:0db8::7');
  stays('12:01:02 a:b:c x2a00::1 2a00::1x dead::beef::1 std::move');
  stays('12:34:56:78:9a:bc');
});

describe('many addresses', () => {
  it('of a network inside are counted beyond a byte, none twice', () => {
    const all = Array.from({ length: 600 }, (_, i) => `10.0.${i >> 8}.${i & 255}`).join('\n');
    const stands = masked(`${all}\n`, { ...secretsOnly, ips: true }).split('\n');
    assert.deepEqual(
      [253, 254, 255, 256, 511, 599].map((i) => stands[i]),
      ['198.51.100.254', '198.18.0.255', '198.18.1.0', '198.18.1.1', '198.18.2.0', '198.18.2.88'],
    );
  });
});

describe('many IPv6 addresses', () => {
  it('are counted in hexadecimal', () => {
    const all = Array.from({ length: 16 }, (_, i) => `2a00::${i + 1} fd00::${i + 1}`).join('\n');
    assert.equal(
      masked(`${all}\n`, { ...secretsOnly, ips: true })
        .trim()
        .split('\n')
        .at(-1),
      '2001:db8::10 2001:db8:f::10',
    );
  });
});
