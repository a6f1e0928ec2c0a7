import assert from 'node:assert/strict';
import {
  addressScope,
  isIpv4,
  isIpv6,
  readAddress,
  readDomain,
  readEndpoint,
  readHost,
  writeEndpoint,
} from '../../src/probes/hostName.ts';

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
    domain('"<a>" < ann@contoso.test >', 'contoso.test');
    domain('ann@ contoso.test', 'contoso.test');
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
    domain(`${'a.'.repeat(125)}tes`, `${'a.'.repeat(125)}tes`);
    domain(`${'a.'.repeat(125)}test`, '(name-too-long)');
    domain('contoso.test/24', '(url)');
    domain('x'.repeat(1_000_000), '(name-too-long)');
  });
});

describe('a typed host', () => {
  it('may be an address', () => {
    assert.deepEqual(readHost('[192.0.2.1]', toAscii), { ok: true, name: '192.0.2.1' });
    assert.deepEqual(readHost('2001:db8::1', toAscii), { ok: true, name: '2001:db8::1' });
    assert.deepEqual(readHost('mx1.contoso.test', toAscii), { ok: true, name: 'mx1.contoso.test' });
  });
  it('is refused with the reason', () => {
    for (const [typed, problem] of [
      ['a@b.test', 'bad-character'],
      ['', 'empty'],
      ['  ', 'empty'],
      ['a b', 'space'],
      ['a.test/24', 'url'],
      ['a.test:25', 'port'],
      ['a..test', 'empty-label'],
    ])
      assert.deepEqual(readHost(typed as string, toAscii), { ok: false, problem }, typed);
  });
  it('may have blanks around it', () => {
    assert.deepEqual(readHost(' 192.0.2.1 ', toAscii), { ok: true, name: '192.0.2.1' });
    assert.deepEqual(readHost(' a.test ', toAscii), { ok: true, name: 'a.test' });
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
    assert.equal(read(' mx1.contoso.test:1 '), 'mx1.contoso.test:1');
    assert.equal(read('[::1]:65535'), '[::1]:65535');
    assert.equal(read('mx1.contoso.test:25x'), '[mx1.contoso.test:25x]:25');
  });
  it('is none with a port that is none', () => {
    assert.equal(read('mx1.contoso.test:0'), '-');
    assert.equal(read('mx1.contoso.test:65536'), '-');
    assert.equal(read(''), '-');
  });
});

describe('addresses', () => {
  it('are told from names', () => {
    for (const yes of [
      ...['::', '::1', '2001:db8::1', '1:2:3:4:5:6:7:8', '::ffff:192.0.2.1', 'fe80::1%eth0', '1::', 'fe80::1%a.b-c'],
      ...['1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', '1:2:3:4:5:6:192.0.2.1', '1:2:3:4:5::192.0.2.1', 'ABCD::ffff'],
    ]) {
      assert.ok(isIpv6(yes), yes);
    }
    for (const no of [
      ...['', ':', '1:2', '1::2::3', 'g::1', '12345::', '1:2:3:4:5:6:7:8:9', '192.0.2.1', ':::', 'fe80::1%'],
      ...['1:2:3:4:5:6:7:192.0.2.1', '::1:2:3:4:5:6:192.0.2.1', '192.0.2.1::', '192.0.2.1::192.0.2.1', '::192.0.2.1:1'],
      ...['::192.0.2.256', '::192.0.2', '1:2:3:4:5:6:7:8::', '1:2:3:4:5:6:7'],
    ]) {
      assert.ok(!isIpv6(no), no);
    }
    for (const no of ['1.2.3', '1.2.3.4.5', '1.2.3.256', '1.2.3.1234', 'a1.2.3.4', '1.2.3.', '']) {
      assert.ok(!isIpv4(no), no);
    }
    assert.ok(isIpv4('0.0.0.0') && isIpv4('255.255.255.255'));
    assert.equal(readAddress('[192.0.2.1]x'), undefined);
    assert.equal(readAddress('[IPv6:::1]'), '::1');
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
    for (const address of ['172.16.0.1', '172.17.0.1', '100.127.0.1', 'FD00::1', 'fc00::1'])
      assert.equal(addressScope(address), 'private', address);
    for (const address of ['fe90::1', 'FEA0::1', 'febf::1']) assert.equal(addressScope(address), 'link-local', address);
    assert.equal(addressScope('::'), 'unspecified');
    for (const address of ['172.15.0.1', '100.63.0.1', '100.128.0.1', '10::1', '192.167.0.1', '11.0.0.1', '128.0.0.1'])
      assert.equal(addressScope(address), undefined, address);
    for (const address of ['1.64.0.1', '169.253.0.1', '1.254.0.1', '1.168.0.1', '1.16.0.1', 'fec0::1', 'fe7f::1'])
      assert.equal(addressScope(address), undefined, address);
    assert.equal(addressScope('2001:db8::1'), undefined);
  });
});
