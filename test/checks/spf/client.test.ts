import assert from 'node:assert/strict';
import { Client, isBelow, isQuestionable } from '../../../src/checks/spf/client.ts';
import { zone } from '../zone.ts';

const signal = new AbortController().signal;
/** A client whose world are these lines, and what was asked. */
const client = (ip: string, lines: string, most = 2): Client => new Client(ip, zone(lines), signal, most);

describe('a name', () => {
  it('is asked about where it has several labels of 1 to 63 octets (RFC 7208 4.3)', () => {
    const [most, more] = ['a'.repeat(63), 'a'.repeat(64)];
    for (const name of ['a.test', 'a.test.', `${most}.test`, '_spf.a.test'])
      assert.equal(isQuestionable(name), true, name);
    for (const name of ['', 'test', 'test.', 'a..test', '.test', `${more}.test`, 'a.test..'])
      assert.equal(isQuestionable(name), false, name);
    const long = (length: number): string => `${'a.'.repeat(length / 2 - 1)}aa`;
    assert.deepEqual(
      [254, 256].map((length) => isQuestionable(long(length))),
      [true, false],
    );
  });
  it('is below a domain, or the domain, in any letters', () => {
    for (const name of ['a.test', 'A.TEST', 'x.a.test', 'x.y.A.test'])
      assert.equal(isBelow(name, 'a.Test'), true, name);
    for (const name of ['xa.test', 'test', 'a.test.b', '.']) assert.equal(isBelow(name, 'a.test'), false, name);
  });
});

describe('a client that SPF asks about', () => {
  it('is known by its address, mapped or not', () => {
    assert.equal(client('::FFFF:192.0.2.1', '').ip, '192.0.2.1');
    assert.equal(client('::ffff:0:1', '').ip, '::ffff:0:1');
    assert.equal(client('192.0.2.1', '').bits?.version, 4);
  });
  it('has addresses of its own family looked up', async () => {
    const lines = 'a.test A 192.0.2.1\na.test AAAA 2001:db8::1';
    assert.deepEqual(await client('192.0.2.9', lines).addresses('a.test'), ['192.0.2.1']);
    assert.deepEqual(await client('2001:db8::9', lines).addresses('a.test'), ['2001:db8::1']);
    assert.deepEqual(await client('192.0.2.9', lines).addresses('test'), []);
  });
  it('is the end of the check where a question is not answered, or finds nothing once too often', async () => {
    const lines = 'a.test A !SERVFAIL\nb.test MX 10 mx.b.test.';
    await assert.rejects(client('192.0.2.9', lines).addresses('a.test'));
    const one = client('192.0.2.9', lines, 1);
    await one.addresses('b.test', false);
    assert.equal(one.voids, 0);
    await one.addresses('b.test');
    assert.equal(one.voids, 1);
    await assert.rejects(one.addresses('no.test'));
  });
  it('has exchangers, ten at most (RFC 7208 4.6.4)', async () => {
    const of = (count: number): Promise<readonly string[]> =>
      client(
        '192.0.2.9',
        Array.from({ length: count }, (_, i) => `a.test MX ${i} mx${i}.a.test.`).join('\n'),
      ).exchangers('a.test');
    assert.deepEqual(await of(2), ['mx0.a.test', 'mx1.a.test']);
    assert.equal((await of(10)).length, 10);
    await assert.rejects(of(11));
  });
  it('has names that lead back to it, of the first ten (RFC 7208 5.5)', async () => {
    const reverse = '1.2.0.192.in-addr.arpa';
    const lines = `${reverse} PTR mx.a.test.\n${reverse} PTR other.a.test.\n${reverse} PTR no.a.test.\nmx.a.test A 192.0.2.1\nother.a.test A 192.0.2.2`;
    assert.deepEqual(await client('192.0.2.1', lines).names(true), ['mx.a.test']);
    const many = Array.from({ length: 11 }, (_, i) => `${reverse} PTR m${i}.a.test.\nm${i}.a.test A 192.0.2.1`).join(
      '\n',
    );
    assert.equal((await client('192.0.2.1', many).names(true)).length, 10);
    const nibbles = `1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`;
    assert.deepEqual(
      await client('2001:db8::1', `${nibbles} PTR six.a.test.\nsix.a.test AAAA 2001:DB8:0::1`).names(true),
      ['six.a.test'],
    );
  });
  it('has none where nothing is answered, which counts only if it is asked to', async () => {
    const none = client('192.0.2.1', 'a.test A 192.0.2.1', 0);
    assert.deepEqual(await none.names(false), []);
    await assert.rejects(none.names(true));
    assert.deepEqual(await client('192.0.2.1', '1.2.0.192.in-addr.arpa PTR !SERVFAIL', 0).names(true), []);
    assert.deepEqual(await client('no address', '').names(true), []);
    assert.deepEqual(
      await client('192.0.2.1', '1.2.0.192.in-addr.arpa PTR mx.a.test.\nmx.a.test A !SERVFAIL').names(true),
      [],
    );
  });
});
