import assert from 'node:assert/strict';
import {
  LONGEST_ADDRESS,
  parameterOf,
  readAddress,
  type WebAddress,
} from '../../../../src/core/mail/links/webAddress.ts';

/** An address as `scheme credentials host port path query fragment`, `-` for what it has not. */
function is(written: string, expected: string | undefined): void {
  const read = readAddress(written);
  const told = read && [
    ...[read.scheme, read.credentials ?? '-', read.host || '-', read.port ?? '-', read.path || '-'],
    ...[read.query || '-', read.fragment || '-'],
  ];
  assert.equal(told?.join(' '), expected, JSON.stringify(written));
}

describe('an address taken apart (WHATWG URL 4.4)', () => {
  it('has its parts as written, scheme and host in small letters', () => {
    is('HTTPS://User:Pass@WWW.B.test:8443/A/b?C=d?e#F#g', 'https User:Pass www.b.test 8443 /A/b C=d?e F#g');
    is('http://b.test', 'http - b.test - / - -');
    is('http://b.test?x', 'http - b.test - / x -');
    is('http://b.test#y?z', 'http - b.test - / - y?z');
    is('http://a@c.test@b.test/@d', 'http a@c.test b.test - /@d - -');
    is('http://@b.test', 'http  b.test - / - -');
    is('ftp://b.test:2121/x', 'ftp - b.test 2121 /x - -');
  });

  it('has no port where it is the usual one, or empty', () => {
    for (const [scheme, port] of [
      ['http', 80],
      ['https', 443],
      ['ftp', 21],
      ['ws', 80],
      ['wss', 443],
    ] as const) {
      is(`${scheme}://b.test:${port}/`, `${scheme} - b.test - / - -`);
      is(`${scheme}://b.test:${port + 1}/`, `${scheme} - b.test ${port + 1} / - -`);
    }
    is('http://b.test:/', 'http - b.test - / - -');
    is('http://b.test:123456/', undefined);
    is('http://b.test:x/', undefined);
  });

  it('may be written with other slashes, blanks around it and breaks in it', () => {
    for (const written of ['http:b.test/x', 'http:/b.test/x', 'http:\\\\b.test/x', 'http:////b.test/x'])
      is(written, 'http - b.test - /x - -');
    is('http://b.test\\x', 'http - b.test - \\x - -');
    is(' \u0001http://b.te\nst/\tx\r \u0000', 'http - b.test - /x - -');
  });

  it('of other schemes has a host where two slashes say so', () => {
    is('mailto:a@b.test?subject=x', 'mailto - - - a@b.test subject=x -');
    is('javascript:alert(1)#x', 'javascript - - - alert(1) - x');
    is('foo://B.test\\x/y', 'foo - - - /y - -');
    is('foo://u@b.test:80/y', 'foo u b.test 80 /y - -');
    is('foo:///y', 'foo - - - /y - -');
    is('file:\\\\b', 'file - - - \\\\b - -');
    is('a+b-c.d:x', 'a+b-c.d - - - x - -');
  });

  it('is none without a scheme or a host', () => {
    for (const written of ['', 'b.test', '//b.test', '1a:x', ':x', 'http://', 'http:///', 'http://a b/', 'http://a<b/'])
      is(written, undefined);
    is(`http://b.test/${'x'.repeat(LONGEST_ADDRESS - 14)}`, `http - b.test - /${'x'.repeat(LONGEST_ADDRESS - 14)} - -`);
    is(`http://b.test/${'x'.repeat(LONGEST_ADDRESS - 13)}`, undefined);
    const labels = 'abcdefg.'.repeat(31);
    is(`http://${labels}abcdefg/`, `http - ${labels}abcdefg - / - -`);
    is(`http://${labels}abcdefgh/`, undefined);
  });

  it('has a host as it is looked up', () => {
    for (const [written, host] of [
      ['b.test.', 'b.test'],
      ['%42.test', 'b.test'],
      ['b\u3002c\uff0ed\uff61test', 'b.c.d.test'],
      ['b\u00ad.te\u200bst', 'b.test'],
      ['b\u2060.te\ufeffst', 'b.test'],
      ['\uff22.test', 'b.test'],
      ['[2001:DB8::1]', '[2001:db8::1]'],
      ['127.1', '127.0.0.1'],
      ['127.0.1', '127.0.0.1'],
      ['2130706433', '127.0.0.1'],
      ['0x7f.1', '127.0.0.1'],
      ['0x7F000001', '127.0.0.1'],
      ['0177.0.0.01', '127.0.0.1'],
      ['0x.0.0.0', '0.0.0.0'],
      ['1.2.3.4', '1.2.3.4'],
      ['1.2.772', '1.2.3.4'],
      ['1.131844', '1.2.3.4'],
      ['255.255.255.255', '255.255.255.255'],
      ['4294967295', '255.255.255.255'],
      ['4294967296', '4294967296'],
      ['256.1.1.1', '256.1.1.1'],
      ['1.2.3.256', '1.2.3.256'],
      ['1.2.65536', '1.2.65536'],
      ['1.16777216', '1.16777216'],
      ['08.1', '08.1'],
      ['1.09', '1.09'],
      ['1.2.3.4.5', '1.2.3.4.5'],
      ['0', '0.0.0.0'],
    ] as const)
      assert.equal(readAddress(`http://${written}/`)?.host, host, written);
  });
});

describe('a parameter of an address', () => {
  const value = (query: string, ...names: readonly string[]): string | undefined =>
    parameterOf(readAddress(`http://b.test/?${query}`) as WebAddress, names);

  it('is the first that has one of the names', () => {
    assert.equal(value('a=1&URL=x%20y+z', 'url'), 'x y+z');
    assert.equal(value('a=1&amp;b=2&c=3', 'b'), '2');
    assert.equal(value('b=2&a=1', 'a', 'b'), '1');
    assert.equal(value('a=&a=2', 'a'), '2');
    assert.equal(value('a=b=c', 'a'), 'b=c');
    assert.equal(value('a&b', 'a'), undefined);
    assert.equal(value('=x', 'a'), undefined);
    assert.equal(value('', 'a'), undefined);
    const many = 'x=1&'.repeat(199);
    assert.equal(value(`${many}a=1`, 'a'), '1');
    assert.equal(value(`x=1&${many}a=1`, 'a'), undefined);
  });
});
