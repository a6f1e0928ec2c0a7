import assert from 'node:assert/strict';
import { checkMx } from '../../../src/checks/mx/mx.ts';
import { context } from '../zone.ts';

const all = (records: string, name = 'a.test') => checkMx(context(records, { name }));
const told = async (records: string): Promise<readonly string[]> =>
  (await all(records)).map(({ code, level, about }) => `${level} ${code} ${about}`);
const mx = (host: string, preference = 10): string => `a.test MX ${preference} ${host}.\n`;
const A = 'mx.a.test A 203.0.113.5\n';

describe('who takes mail for a domain', () => {
  it('is told in one line of each end', async () => {
    assert.deepEqual(await told(mx('mx.a.test') + A), ['pass mx-found a.test']);
    assert.deepEqual(await told('a.test A 203.0.113.5'), ['warning mx-implicit a.test']);
    assert.deepEqual(await told('a.test MX 0 .'), ['note mx-null a.test']);
    assert.deepEqual(await told('b.test A 203.0.113.5'), ['fail mx-no-such-domain a.test']);
    assert.deepEqual(await told('a.test TXT "x"'), ['fail mx-no-host a.test']);
    assert.deepEqual(await told('a.test MX !TIMEOUT'), ['unknown dns-unanswered a.test']);
    assert.deepEqual(await told('a.test TXT "x"\na.test A !TIMEOUT'), ['unknown dns-unanswered a.test']);
    assert.deepEqual(await all('', 'a b'), []);
  });
  it('is whatever is wrong with its hosts, by its weight', async () => {
    const first = async (records: string): Promise<string | undefined> => (await told(records))[0];
    assert.equal(await first(mx('mx.a.test') + mx('mx.a.test', 20) + A), 'note mx-duplicate mx.a.test');
    assert.equal(await first(`${mx('mx.a.test')}a.test MX 20 .\n${A}`), 'fail null-mx-among-others a.test');
    assert.equal(await first(mx('203.0.113.5')), 'fail mx-is-address 203.0.113.5');
    assert.equal(await first(`${mx('www.a.test')}www.a.test CNAME mx.a.test.\n${A}`), 'warning mx-is-alias www.a.test');
    assert.equal(await first(mx('gone.test')), 'fail mx-no-such-name gone.test');
    assert.equal(await first(`${mx('mx.a.test')}mx.a.test TXT "x"`), 'fail mx-no-address mx.a.test');
    for (const [address, scope] of [
      ['127.0.0.1', 'loopback'],
      ['10.0.0.1', 'private'],
      ['169.254.0.1', 'link-local'],
      ['0.0.0.0', 'unspecified'],
    ])
      assert.equal(await first(`${mx('mx.a.test')}mx.a.test A ${address}`), `fail address-${scope} mx.a.test`);
    const alias = 'a.test CNAME b.test.\nb.test MX 10 mx.a.test.\n';
    assert.equal(await first(alias + A), 'note domain-is-alias a.test');
  });
  it('is nobody where no host can be reached', async () =>
    assert.deepEqual(await told(mx('gone.test')), ['fail mx-no-such-name gone.test']));
  it('is twenty hosts that are looked up, and more', async () => {
    const many = (count: number): string =>
      Array.from({ length: count }, (_, i) => `${mx(`n${i}.test`, 10 + i)}n${i}.test A 203.0.113.${i}\n`).join('');
    const left = async (count: number) => (await all(many(count))).filter(({ code }) => code === 'mx-not-looked-up');
    assert.deepEqual(await left(20), []);
    assert.deepEqual(
      (await left(21)).map(({ level, about, data }) => [level, about, data]),
      [['unknown', 'n20.test', {}]],
    );
    assert.deepEqual(
      (await left(23)).map(({ about, data }) => [about, data]),
      [['n20.test', { more: 2 }]],
    );
  });
  it('rests on the answers of the host that is told of', async () => {
    const [gone] = await all(`${mx('mx.a.test', 5)}${mx('gone.test')}${A}`);
    assert.deepEqual(gone?.evidence, [
      'a.test. 300 IN MX 5 mx.a.test.',
      'a.test. 300 IN MX 10 gone.test.',
      'gone.test. A: NXDOMAIN',
      'gone.test. AAAA: NXDOMAIN',
    ]);
  });
  it('is told with whether some are equal', async () => {
    const dataOf = async (records: string): Promise<unknown> =>
      (await all(records)).find(({ code }) => code === 'mx-found')?.data;
    const other = 'm2.a.test A 203.0.113.6\n';
    assert.deepEqual(await dataOf(mx('mx.a.test') + mx('m2.a.test') + A + other), {
      exchangers: ['10 m2.a.test', '10 mx.a.test'],
      hasEqual: true,
    });
    assert.deepEqual(await dataOf(mx('mx.a.test') + mx('m2.a.test', 20) + A + other), {
      exchangers: ['10 mx.a.test', '20 m2.a.test'],
      hasEqual: false,
    });
  });
  it('is not known of hosts that are not answered for', async () => {
    assert.deepEqual(await told(`${mx('mx.a.test')}mx.a.test A !TIMEOUT`), ['unknown dns-unanswered mx.a.test']);
    assert.deepEqual(await told(`${mx('mx.a.test')}${A}mx.a.test AAAA !TIMEOUT`), [
      'unknown dns-unanswered mx.a.test',
      'pass mx-found a.test',
    ]);
    const given = context('', { name: 'a.test' });
    const { resolve } = given.ports;
    const looped: typeof resolve = Object.assign(
      async (...asked: Parameters<typeof resolve>) => ({
        ...(await resolve(...asked)),
        status: 'NOERROR' as const,
        aliasLoop: true as const,
      }),
      { asked: [] },
    );
    const found = await checkMx({ ...given, ports: { ...given.ports, resolve: looped } });
    assert.equal(found[0]?.code, 'dns-alias-loop');
  });
  it('says where aliases lead, and which addresses are none of the Internet', async () => {
    const dataOf = async (records: string): Promise<unknown> => (await all(records))[0]?.data;
    assert.deepEqual(await dataOf(`${mx('www.a.test')}www.a.test CNAME mx.a.test.\n${A}`), { target: 'mx.a.test' });
    assert.deepEqual(await dataOf(`${mx('mx.a.test')}mx.a.test A 10.0.0.1\nmx.a.test A 10.0.0.2`), {
      addresses: ['10.0.0.1', '10.0.0.2'],
    });
  });
  it('is reached by one of the hosts', async () =>
    assert.deepEqual(await told(`${mx('mx.a.test')}${mx('gone.test')}${A}`), [
      'fail mx-no-such-name gone.test',
      'pass mx-found a.test',
    ]));
  it('is more than is looked up by those alone that were not', async () => {
    const many = Array.from({ length: 22 }, (_, i) => `${mx(`n${i}.test`, 10 + i)}n${i}.test A 10.0.0.${i}\n`).join('');
    const left = (await all(many)).filter(({ code }) => code === 'mx-not-looked-up');
    assert.deepEqual(
      left.map(({ data }) => data),
      [{ more: 1 }],
    );
  });
});
