import assert from 'node:assert/strict';
import { evaluateSpf } from '../../../src/checks/spf/evaluate.ts';
import { zone } from '../zone.ts';

const never = new AbortController().signal;
const spf = (record: string, name = 'a.test'): string => `${name} TXT "v=spf1 ${record}"\n`;

interface Asking {
  readonly ip?: string;
  readonly sender?: string;
  readonly helo?: string;
}
async function check(records: string, { ip = '192.0.2.1', sender = 'ann@a.test', helo = 'mx.a.test' }: Asking = {}) {
  const resolve = zone(records);
  return { ...(await evaluateSpf({ ip, sender, helo }, resolve, never)), asked: resolve.asked };
}
const gets = async (records: string, asking?: Asking): Promise<string> => (await check(records, asking)).result;
const stepsOf = async (records: string): Promise<readonly string[]> =>
  (await check(records)).steps.map(({ domain, term, outcome, depth }) => `${depth} ${domain} ${term} ${outcome}`);
/** What was asked for by `exists`. */
const macro = async (text: string, records: string, asking?: Asking): Promise<string | undefined> =>
  (await check(`${spf(`exists:${text}.x.test ?all`)}${records}`, asking)).asked
    .find((one) => one.endsWith('.x.test A'))
    ?.replace('.x.test A', '');

describe('who is asked about by SPF (RFC 7208 2.3, 2.4, 4.3)', () => {
  it('is the domain of the sender, or the name in HELO', async () => {
    const of = async (sender: string, helo = 'mx.a.test'): Promise<string> =>
      (await check('', { sender, helo })).domain;
    assert.equal(await of('ann@a.test'), 'a.test');
    assert.equal(await of('"a@b.test"@a.test.'), 'a.test');
    assert.equal(await of('a.test'), 'a.test');
    assert.equal(await of(''), 'mx.a.test');
    assert.equal(await of('', 'mx.a.test.'), 'mx.a.test');
  });
  it('is the postmaster where nobody is named', async () => {
    const local = (sender: string): Promise<string | undefined> => macro('%{l}', '', { sender });
    assert.equal(await local('ann@a.test'), 'ann');
    assert.equal(await local('a@a.test'), 'a');
    assert.equal(await local('@a.test'), 'postmaster');
    assert.equal(await local('a.test'), 'postmaster');
  });
  it('is nobody by a name of one label, or an address that is none', async () => {
    assert.equal(await gets('localhost TXT "v=spf1 -all"', { sender: 'a@localhost' }), 'none');
    assert.equal(await gets(spf('ip4:0.0.0.0/0 ip6:::/0 ?all'), { ip: 'nothing' }), 'neutral');
  });
});

describe('the terms of an SPF record', () => {
  it('count as they stand, without modifiers', async () => {
    assert.deepEqual(await stepsOf(spf('exp=e.test x=y ip4:198.51.100.1 -all')), [
      '0 a.test ip4:198.51.100.1 no-match',
      '0 a.test -all match',
    ]);
    assert.equal(await gets(spf('ip4:192.0.2.1')), 'pass');
    assert.equal(await gets(spf('?all')), 'neutral');
    assert.equal(await gets(spf('~all')), 'softfail');
    assert.equal(await gets(`${spf('a -all')}a.test A x`), 'fail');
  });
  it('lead to other records, a level below', async () => {
    const redirected = `${spf('a redirect=b.test')}${spf('include:c.test -all', 'b.test')}${spf('?all', 'c.test')}a.test A 198.51.100.1`;
    assert.deepEqual(await stepsOf(redirected), [
      '0 a.test a no-match',
      '0 a.test redirect=b.test match',
      '2 c.test ?all match',
      '1 b.test include:c.test no-match',
      '1 b.test -all match',
    ]);
    const { result, lookups } = await check(redirected);
    assert.deepEqual([result, lookups], ['fail', 3]);
    assert.equal((await check(spf('-all'))).lookups, 0);
  });
  it('end with what is wrong, and say what', async () => {
    const trouble = async (records: string) => {
      const { result, trouble: told, steps } = await check(records);
      return [result, told, steps.at(-1)?.outcome];
    };
    const noRecord = { kind: 'no-record', domain: 'b.test' };
    assert.deepEqual(await trouble(spf('include:b.test -all')), ['permerror', noRecord, 'error']);
    assert.deepEqual(await trouble(spf('redirect=b.test')), ['permerror', noRecord, 'match']);
    assert.deepEqual(await trouble('a.test TXT !TIMEOUT'), [
      'temperror',
      { kind: 'unanswered', name: 'a.test', type: 'TXT' },
      undefined,
    ]);
    assert.deepEqual(await trouble(spf('-all') + spf('+all')), [
      'permerror',
      { kind: 'several', domain: 'a.test' },
      undefined,
    ]);
    assert.deepEqual(await trouble(spf('foo -all')), ['permerror', { kind: 'record', domain: 'a.test' }, undefined]);
    const hosts = (count: number): string =>
      spf('mx -all') + Array.from({ length: count }, (_, i) => `a.test MX ${i} n${i}.a.test.\n`).join('');
    assert.deepEqual(await trouble(hosts(11)), ['permerror', { kind: 'mx-names', domain: 'a.test' }, 'error']);
    assert.equal(await gets(hosts(10)), 'fail');
  });
  it('match by the addresses of exchangers, of which none need exist', async () => {
    const mx = `${spf('mx -all')}a.test MX 10 mx.a.test.\na.test MX 20 gone.a.test.\na.test MX 20 g2.a.test.\na.test MX 20 g3.a.test.\n`;
    const missed = await check(`${mx}mx.a.test A 198.51.100.1`);
    assert.deepEqual([missed.result, missed.voids], ['fail', 0]);
    assert.equal(await gets(`${mx}mx.a.test A 198.51.100.1\nmx.a.test A 192.0.2.1`), 'pass');
  });
  it('match by a name that exists', async () => {
    assert.equal(await gets(`${spf('exists:b.test -all')}b.test A 127.0.0.1`), 'pass');
    assert.equal(await gets(`${spf('exists:b.test -all')}b.test TXT "x"`), 'fail');
  });
  it('match by the name of the client where that leads back (5.5)', async () => {
    const ptr = `${spf('ptr -all')}1.2.0.192.in-addr.arpa PTR mx.a.test.\n`;
    assert.equal(await gets(`${ptr}mx.a.test A 192.0.2.1`), 'pass');
    assert.equal(await gets(`${ptr}mx.a.test A 192.0.2.2`), 'fail');
    assert.equal(await gets(`${ptr}mx.a.test A !TIMEOUT`), 'fail');
    assert.equal(await gets(`${ptr.replace('PTR mx.a', 'PTR mx.b')}mx.b.test A 192.0.2.1`), 'fail');
    assert.equal((await check(spf('ptr -all'))).voids, 1);
    assert.equal((await check(`${spf('ptr -all')}1.2.0.192.in-addr.arpa PTR !TIMEOUT`)).voids, 0);
    const six = `${spf('ptr -all')}1.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa PTR mx.a.test.\n`;
    assert.equal(await gets(`${six}mx.a.test AAAA 2001:db8::1`, { ip: '2001:db8::1' }), 'pass');
    assert.equal(await gets(ptr, { ip: '::x' }), 'fail');
    const names = (count: number): string =>
      Array.from({ length: count }, (_, i) => `1.2.0.192.in-addr.arpa PTR n${i}.a.test.\n`).join('');
    assert.equal(await gets(`${spf('ptr -all')}${names(10)}n9.a.test A 192.0.2.1`), 'pass');
    assert.equal(await gets(`${spf('ptr -all')}${names(11)}n10.a.test A 192.0.2.1`), 'fail');
  });
  it('hold the name of the client, best the domain or one below it (7.3)', async () => {
    const named = (...names: readonly string[]): Promise<string | undefined> =>
      macro('%{p}', names.map((one) => `1.2.0.192.in-addr.arpa PTR ${one}.\n${one} A 192.0.2.1\n`).join(''));
    assert.equal(await named('x.test', 'mx.a.test', 'A.test'), 'A.test');
    assert.equal(await named('x.test', 'mx.a.test', 'my.a.test'), 'mx.a.test');
    assert.equal(await named('x.test', 'y.test'), 'x.test');
    assert.equal(await named(), 'unknown');
    assert.equal((await check(`${spf('exists:%{p}.x.test ?all')}`)).voids, 1);
  });
});

describe('what a domain says to those who are refused (RFC 7208 6.2)', () => {
  const told = async (text: string, record = 'exp=e.test -all'): Promise<string | undefined> =>
    (await check(`${spf(record)}${text === '' ? '' : `e.test TXT ${text}`}`)).explanation;
  it('is one text, with its macros', async () => {
    assert.equal(await told('"%{i} may not send for %{d}%_%%%-"'), '192.0.2.1 may not send for a.test %%20');
    assert.equal(await told('"%{c} %{ir} %{d2/}"'), '192.0.2.1 1.2.0.192 a.test');
    assert.equal(await told('"no"', 'exp=e.test ~all'), undefined);
    assert.equal(await told('"no"', '-all'), undefined);
    assert.equal(await told('"no"', 'exp=e -all'), undefined);
  });
  it('is none where it cannot be fetched or used', async () => {
    assert.equal(await told(''), undefined);
    assert.equal(await told('!TIMEOUT'), undefined);
    assert.equal(await told('"a"\ne.test TXT "b"'), undefined);
    for (const text of ['"50 % off"', '"%{x}"', '"a\\195b"', '"a\\010"', '"b %{i"'])
      assert.equal(await told(text), undefined, text);
  });
  it('is that of the record that refused, not of one that it includes', async () => {
    const own = `${spf('include:b.test exp=e.test -all')}e.test TXT "own"\nf.test TXT "other"\n`;
    const other = spf('exp=f.test -all', 'b.test');
    assert.equal((await check(own + other)).explanation, 'own');
    const without = `${spf('include:b.test -all')}f.test TXT "other"\n`;
    assert.equal((await check(without + other)).explanation, undefined);
  });
});
