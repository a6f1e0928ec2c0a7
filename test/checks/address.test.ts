import assert from 'node:assert/strict';
import { checkAddress } from '../../src/checks/address.ts';
import type { CheckOptions } from '../../src/checks/context.ts';
import { context } from './zone.ts';

const IP = '203.0.113.5';
const PTR = `5.113.0.203.in-addr.arpa PTR mx.a.test.\nmx.a.test A ${IP}\n`;
const all = (records: string, options: CheckOptions = {}, name = IP) =>
  checkAddress(context(records, { name, ...options }));
const codes = async (...given: Parameters<typeof all>): Promise<readonly string[]> =>
  (await all(...given)).map(({ code }) => code);

describe('the name of an address that sends', () => {
  it('is found where it leads back and nothing is wrong with it', async () => {
    assert.deepEqual(await codes(PTR), ['reverse-found']);
    const two = `${PTR}5.113.0.203.in-addr.arpa PTR b.test.\n`;
    assert.deepEqual(await codes(two), ['reverse-several', 'reverse-found']);
    assert.deepEqual(await codes(PTR.replaceAll('mx.a.test', '203-0-113-5.a.test')), ['reverse-generic']);
    assert.deepEqual(await codes(two.replace(`mx.a.test A ${IP}`, '')), ['reverse-unconfirmed', 'reverse-several']);
  });
});

describe('the name in HELO', () => {
  const helo = async (text: string, records = '', name = IP): Promise<string | undefined> =>
    (await codes(records, { helo: text }, name)).find((code) => code.startsWith('helo'));
  it('is looked at where there is one', async () =>
    assert.deepEqual(await codes(PTR, { helo: '' }), ['reverse-found']));
  it('is a name of several labels, or an address in brackets', async () => {
    for (const good of ['a_b.test', '_a.b-c.test', '5a.test', '1.2.a', `${'a'.repeat(63)}.test`])
      assert.equal(await helo(good), 'helo-no-such-name', good);
    for (const bad of [
      'a',
      '-a.test',
      'a..test',
      '203.0.113.5',
      'a!b.test',
      `${'a'.repeat(64)}.test`,
      `[${IP}]x`,
      '[]',
    ])
      assert.equal(await helo(bad), 'helo-not-qualified', bad);
  });
  it('has the address, among others', async () => {
    assert.equal(await helo('b.test', `b.test A 192.0.2.1\nb.test A ${IP}`), 'helo-fits');
    assert.equal(await helo('b.test', 'b.test A 192.0.2.1'), 'helo-differs');
    assert.equal(await helo('b.test', 'b.test AAAA 2001:DB8::5', '2001:db8::5'), 'helo-fits');
    assert.equal(await helo('b.test', `b.test A ${IP}`, '2001:db8::5'), 'helo-differs');
    assert.equal(await helo('[IPv6:2001:db8::5]', '', '2001:DB8::5'), 'helo-fits');
  });
});

describe('SPF of the sender of an address', () => {
  const spf = async (record: string, options: CheckOptions = { sender: 'x@a.test' }): Promise<unknown> => {
    const records = `a.test TXT ${record.startsWith('!') ? record : `"v=spf1 ${record}"`}\nb.test TXT "v=spf1 +all"\n`;
    const one = (await all(records, options)).find(({ code }) => code === 'spf-of-client');
    return one && [one.level, one.data];
  };
  const told = (level: string, result: string, term: string, sender = 'x@a.test') => [
    level,
    { sender, result, domain: 'a.test', term },
  ];
  it('weighs by its result', async () => {
    assert.deepEqual(await spf('-all'), told('fail', 'fail', '-all'));
    assert.deepEqual(await spf('?all'), told('note', 'neutral', '?all'));
    assert.deepEqual(await spf('foo'), told('fail', 'permerror', ''));
    assert.deepEqual(await spf('!TIMEOUT'), told('unknown', 'temperror', ''));
  });
  it('is decided by the term of its own record', async () => {
    assert.deepEqual(await spf('include:b.test -all'), told('pass', 'pass', 'include:b.test'));
    assert.deepEqual(await spf('a redirect=b.test'), told('pass', 'pass', 'redirect=b.test'));
    assert.deepEqual(await spf('ip4:192.0.2.1'), told('note', 'neutral', ''));
  });
  it('is asked of HELO for the null sender, if that is a name', async () => {
    assert.deepEqual(await spf('-all', { sender: '', helo: 'a.test' }), told('fail', 'fail', '-all', ''));
    assert.equal(await spf('-all', { sender: '', helo: 'a' }), undefined);
    assert.equal(await spf('-all', { sender: '' }), undefined);
    assert.ok((await spf('-all', { sender: 'x@a.test', helo: 'a' })) !== undefined);
  });
});
