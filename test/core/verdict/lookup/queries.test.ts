import assert from 'node:assert/strict';
import type { Lookup, Query } from '../../../../src/core/dns/lookup.ts';
import { explainOutcome, explainStatus, verdictsOfLookup } from '../../../../src/core/verdict/lookup/lookupVerdicts.ts';
import type { Verdict } from '../../../../src/core/verdict/verdict.ts';

const verdicts = (query: object): readonly Verdict[] => {
  const asked = { name: 'a.test', type: 'MX', status: 'NOERROR', answers: [], tool: 'dig', start: 3, end: 9, ...query };
  return verdictsOfLookup({ queries: [asked as unknown as Query] } as unknown as Lookup);
};

/** Reason, role, who acts, how sure; empty where all is well. */
const told = (query: object): string =>
  verdicts(query)
    .map(({ code, role, failed, actor, confidence }) => `${code} ${role}${failed ? '!' : ''} ${actor} ${confidence}`)
    .join();
const all = (facts: readonly (readonly [query: object, expected: string])[]): void => {
  for (const [query, expected] of facts) assert.equal(told(query), expected, JSON.stringify(query));
};
const with1 = (data: string) => [{ data }];

describe('a question to the DNS', () => {
  it('that finds no name is a cause where mail needs the record (RFC 5321 5.1)', () => {
    const gone = 'domain-not-found cause! sender high';
    for (const type of ['MX', 'A', 'AAAA', 'ANY', '?']) assert.equal(told({ type, status: 'NXDOMAIN' }), gone, type);
    all([
      [{}, ''],
      [{ type: 'TXT', status: 'NXDOMAIN' }, ''],
      [{ type: 'TXT', status: 'NXDOMAIN', name: 's._domainkey.a.test' }, ''],
      [{ status: '?' }, ''],
      [{ status: 'CANCELLED' }, ''],
      [{ status: 'SERVFAIL' }, 'dns-failure cause! receiving admin high'],
      [{ status: 'SERVFAIL', name: '' }, 'dns-failure cause! receiving admin medium'],
      [{ status: 'REFUSED' }, 'dns-failure cause! sending admin high'],
      [{ status: 'NOTIMP' }, 'dns-failure cause! receiving admin high'],
      [{ status: 'NOTIMP', type: 'ANY' }, 'dns-failure notice nobody high'],
      [{ status: 'SERVFAIL', type: 'ANY' }, 'dns-failure cause! receiving admin high'],
    ]);
    const [one] = verdicts({ status: 'SERVFAIL' });
    assert.deepEqual(
      [one?.reply, one?.server, one?.span, one?.stage],
      ['SERVFAIL', 'a.test', { start: 3, end: 9 }, 'dns'],
    );
    assert.equal(verdicts({ status: 'SERVFAIL', name: '' })[0]?.server, undefined);
  });

  it('for the name of a public address is told where there is none', () => {
    const nameless = 'reverse-dns notice sending admin medium';
    const four = { type: 'PTR', name: '4.4.8.8.in-addr.arpa', status: 'NXDOMAIN' };
    const six = '5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.6.8.4.0.6.8.4.1.0.0.2.ip6.arpa';
    all([
      [four, nameless],
      [{ ...four, name: '4.4.8.8.IN-ADDR.ARPA.' }, nameless],
      [{ ...four, name: six }, nameless],
      [{ ...four, status: 'NOERROR' }, nameless],
      [{ ...four, status: 'NOERROR', answers: with1('dns.test.') }, ''],
      [{ ...four, status: 'SERVFAIL' }, 'dns-failure cause! sending admin high'],
      [{ ...four, type: 'A' }, 'domain-not-found cause! sender high'],
      [{ ...four, name: '4.0.0.10.in-addr.arpa' }, ''],
      [{ ...four, name: '4.8.8.in-addr.arpa' }, ''],
    ]);
    assert.match(verdicts(four)[0]?.summary ?? '', /^8\.8\.4\.4 has no name/);
    assert.match(verdicts({ ...four, name: six })[0]?.summary ?? '', /^2001:4860:4860::25 has no name/);
  });

  it('for a key of DKIM is told by the tool that tests it', () => {
    const test = { tool: 'opendkim-testkey', type: 'TXT', name: 's._domainkey.a.test' };
    const fails = 'dkim-failed cause! sending admin high';
    all([
      [{ ...test, status: 'NXDOMAIN' }, fails],
      [{ ...test, extendedError: 'keys do not match' }, fails],
      [test, ''],
    ]);
    assert.match(verdicts({ ...test, status: 'NXDOMAIN' })[0]?.summary ?? '', /^The DKIM key was not found/);
    assert.match(verdicts({ ...test, extendedError: 'x' })[0]?.summary ?? '', /does not match the private key/);
  });

  it('to a block list is a listing by an address of 127.0.0.0/8 (RFC 5782 2.1), unless the list refuses to answer', () => {
    const zen = { type: 'A', name: '25.2.0.192.zen.spamhaus.org' };
    const other = { type: 'A', name: '25.2.0.192.bl.a.test' };
    const six = { type: 'A', name: `${'0.'.repeat(32)}bl.a.test` };
    const listed = 'blocklisted cause! sending admin high';
    all([
      [{ ...zen, answers: with1('127.0.0.2') }, listed],
      [{ ...zen, answers: with1(' 127.0.0.3 ') }, listed],
      [{ ...other, answers: with1('127.0.0.2') }, listed],
      [{ ...six, answers: with1('127.0.0.2') }, listed],
      [{ ...zen, answers: [{ data: '192.0.2.1' }, { data: '127.0.0.2' }] }, listed],
      [{ ...zen, answers: with1('127.255.255.254') }, 'dns-failure notice sending admin high'],
      [{ ...other, answers: with1('127.255.255.254') }, ''],
      [{ ...zen, answers: with1('192.0.2.1') }, ''],
      [{ ...zen, status: 'NXDOMAIN' }, ''],
      [{ type: 'A', name: 'bl.a.test', answers: with1('127.0.0.2') }, ''],
    ]);
  });

  it('is answered by a null MX alone where a domain takes no mail (RFC 7505 3)', () => {
    all([
      [{ answers: with1('0 .') }, 'mail-not-accepted cause! sender high'],
      [{ answers: with1(' 0  . ') }, 'mail-not-accepted cause! sender high'],
      [{ answers: [{ data: '0 .' }, { data: '10 mx.a.test.' }] }, ''],
      [{ answers: with1('0 mx.a.test.') }, ''],
      [{ type: 'A', answers: with1('0 .') }, ''],
    ]);
  });

  it('is for the admin of the sender where receivers ask it', () => {
    const failed = { status: 'SERVFAIL', type: 'TXT' };
    for (const [query, actor] of [
      [{ ...failed, type: 'PTR', name: '25.2.0.192.in-addr.arpa' }, 'sending admin'],
      [{ ...failed, name: '_dmarc.a.test' }, 'sending admin'],
      [{ ...failed, name: 's._domainkey.a.test' }, 'sending admin'],
      [{ ...failed, type: 'MX', name: '_dmarc.a.test' }, 'receiving admin'],
      [failed, 'receiving admin'],
    ] as const) {
      const [verdict] = verdicts(query);
      assert.equal(verdict?.actor, actor, JSON.stringify(query));
      assert.equal(
        verdict?.next.some(({ kind }) => kind === 'wait'),
        actor === 'receiving admin',
      );
      if (actor === 'sending admin') assert.ok(verdict?.next.every(({ by }) => by === actor));
    }
  });

  it('says of CAA and TLSA what waits for the answer', () => {
    const of = (type: string) => verdicts({ type, status: 'SERVFAIL' })[0];
    const waits = (type: string) => of(type)?.next.some(({ kind }) => kind === 'wait');
    assert.match(of('CAA')?.summary ?? '', / no authority issues a certificate /);
    assert.match(of('TLSA')?.summary ?? '', / servers that check DANE put mail off\.$/);
    assert.doesNotMatch(of('MX')?.summary ?? '', /authority|DANE/);
    assert.deepEqual(['CAA', 'TLSA', 'MX'].map(waits), [false, true, true]);
  });
});

describe('what a resolver adds to an answer (RFC 8914)', () => {
  const outcome = (status: string, extendedError?: string) =>
    explainOutcome({ status, ...(extendedError !== undefined && { extendedError }) } as Parameters<
      typeof explainOutcome
    >[0]);

  it('names the cause, or that it blocks the name', () => {
    for (const [status, error, words, actor] of [
      ['SERVFAIL', '7 (Signature Expired)', /verify by DNSSEC.* run out \(Signature Expired\)\.$/, 'receiving admin'],
      ['SERVFAIL', '22', /^The resolver got no valid answer.* none of the name servers/, 'receiving admin'],
      ['SERVFAIL', '15', /^This answer says nothing about the domain: .*\(Blocked\)\.$/, 'sending admin'],
      ['NXDOMAIN', '16 (Censored)', /^This answer says nothing about the domain: /, 'sending admin'],
      ['SERVFAIL', '17', /^This answer says nothing about the domain: .*\(Filtered\)\.$/, 'sending admin'],
    ] as const) {
      const told = outcome(status, error);
      assert.match(told?.meaning ?? '', words);
      assert.equal(told?.actor, actor, error);
    }
  });

  it('adds nothing where it is not known, or the answer is good', () => {
    for (const [status, error] of [
      ['SERVFAIL', '999'],
      ['SERVFAIL', ''],
      ['NOERROR', '7'],
      ['NODATA', '7'],
    ] as const)
      assert.deepEqual(outcome(status, error), outcome(status), `${status} ${error}`);
    for (const status of ['?', 'CANCELLED', 'RCODE99'] as const)
      assert.equal(explainStatus(status as '?'), undefined, status);
    assert.equal(explainStatus('NODATA')?.reason, 'domain-not-found');
  });
});
