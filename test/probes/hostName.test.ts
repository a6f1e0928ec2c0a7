import assert from 'node:assert/strict';
import { addressScope, isIpv6, readDomain, readEndpoint, readHost, writeEndpoint } from '../../src/probes/hostName.ts';

const toAscii = (name: string): string | undefined => (name === 'bücher.test' ? 'xn--bcher-kva.test' : undefined);

function domain(typed: string, expected: string): void {
  const read = readDomain(typed, toAscii);
  assert.equal(read.ok ? read.name : `(${read.problem})`, expected, JSON.stringify(typed));
}

describe('a typed domain', () => {
  it('is taken as it is, in small letters, without the final dot', () => {
    domain('contoso.test', 'contoso.test');
    domain(' Contoso.TEST. ', 'contoso.test');
    domain('_dmarc.contoso.test', '_dmarc.contoso.test');
    domain('localhost', 'localhost');
  });
  it('is the part of an address behind the @', () => {
    domain('ann@contoso.test', 'contoso.test');
    domain('<ann@contoso.test>', 'contoso.test');
    domain('Ann <ann@contoso.test>', 'contoso.test');
    domain('mailto:ann@contoso.test', 'contoso.test');
    domain('"a@b"@contoso.test', 'contoso.test');
  });
  it('goes to A-labels', () => {
    domain('bücher.test', 'xn--bcher-kva.test');
    domain('b\u0000.test', '(bad-character)');
  });
  it('is refused with the reason', () => {
    domain('', '(empty)');
    domain('  ', '(empty)');
    domain('ann@', '(empty)');
    domain('contoso test', '(space)');
    domain('https://contoso.test/', '(url)');
    domain('192.0.2.1', '(ip-address)');
    domain('[192.0.2.1]', '(ip-address)');
    domain('ann@[IPv6:2001:db8::1]', '(ip-address)');
    domain('2001:db8::1', '(ip-address)');
    domain('contoso.test:25', '(port)');
    domain('contoso..test', '(empty-label)');
    domain('.contoso.test', '(empty-label)');
    domain('.', '(empty-label)');
    domain('con(toso).test', '(bad-character)');
    domain(`${'a'.repeat(64)}.test`, '(label-too-long)');
    domain(`${'a.'.repeat(126)}test`, '(name-too-long)');
    domain('x'.repeat(1_000_000), '(name-too-long)');
  });
});

describe('a typed host', () => {
  it('may be an address', () => {
    assert.deepEqual(readHost('[192.0.2.1]', toAscii), { ok: true, name: '192.0.2.1' });
    assert.deepEqual(readHost('2001:db8::1', toAscii), { ok: true, name: '2001:db8::1' });
    assert.deepEqual(readHost('mx1.contoso.test', toAscii), { ok: true, name: 'mx1.contoso.test' });
    assert.deepEqual(readHost('a@b.test', toAscii), { ok: false, problem: 'bad-character' });
  });
});

describe('a typed endpoint', () => {
  const read = (typed: string): string => {
    const endpoint = readEndpoint(typed);
    return endpoint === undefined ? '-' : writeEndpoint(endpoint);
  };
  it('has a port or gets 25', () => {
    assert.equal(read('mx1.contoso.test'), 'mx1.contoso.test:25');
    assert.equal(read('mx1.contoso.test:587'), 'mx1.contoso.test:587');
    assert.equal(read('[2001:db8::1]:465'), '[2001:db8::1]:465');
    assert.equal(read('2001:db8::1'), '[2001:db8::1]:25');
    assert.equal(read('[::1]'), '[::1]:25');
  });
  it('is none with a port that is none', () => {
    assert.equal(read('mx1.contoso.test:0'), '-');
    assert.equal(read('mx1.contoso.test:65536'), '-');
    assert.equal(read(''), '-');
  });
});

describe('addresses', () => {
  it('are told from names', () => {
    for (const yes of ['::', '::1', '2001:db8::1', '1:2:3:4:5:6:7:8', '::ffff:192.0.2.1', 'fe80::1%eth0', '1::']) {
      assert.ok(isIpv6(yes), yes);
    }
    for (const no of ['', ':', '1:2', '1::2::3', 'g::1', '12345::', '1:2:3:4:5:6:7:8:9', '192.0.2.1', ':::']) {
      assert.ok(!isIpv6(no), no);
    }
  });
  it('have a scope where they are not public', () => {
    assert.equal(addressScope('127.0.10.25'), 'loopback');
    assert.equal(addressScope('::1'), 'loopback');
    assert.equal(addressScope('10.1.2.3'), 'private');
    assert.equal(addressScope('172.31.0.1'), 'private');
    assert.equal(addressScope('172.32.0.1'), undefined);
    assert.equal(addressScope('192.168.1.1'), 'private');
    assert.equal(addressScope('100.64.0.1'), 'private');
    assert.equal(addressScope('fd00::1'), 'private');
    assert.equal(addressScope('fe80::1'), 'link-local');
    assert.equal(addressScope('169.254.1.1'), 'link-local');
    assert.equal(addressScope('0.0.0.0'), 'unspecified');
    assert.equal(addressScope('192.0.2.1'), undefined);
    assert.equal(addressScope('2001:db8::1'), undefined);
  });
});
