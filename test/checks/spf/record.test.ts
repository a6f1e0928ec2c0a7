import assert from 'node:assert/strict';
import { isLookup, type Published, prefixesOf, publishedIn } from '../../../src/checks/spf/record.ts';
import type { SpfRecord } from '../../../src/core/dns/records/recordText.ts';
import { readSpf } from '../../../src/core/dns/records/spf.ts';
import { answer } from '../answer.ts';

const published = (...texts: readonly string[]): Published =>
  publishedIn(
    answer(
      'a.test',
      'TXT',
      texts.map((text) => `"${text}"`),
    ),
  );

describe('what a domain publishes as SPF (RFC 7208 4.4, 4.5)', () => {
  it('is the one text with the version', () => {
    const kind = (...texts: readonly string[]): string => published(...texts).kind;
    assert.equal(kind('x', 'v=spf1 -all', 'v=spf10 -all'), 'record');
    assert.equal(kind('v=spf1'), 'record');
    assert.equal(kind('V=SPF1 -ALL'), 'record');
    assert.equal(kind('x v=spf1 -all', 'v=spf2.0/pra -all', 'v=spf1-all'), 'none');
    assert.deepEqual(published('v=spf1 -all', 'v=spf1'), { kind: 'several', texts: ['v=spf1 -all', 'v=spf1'] });
  });
  it('is not known where nothing is answered', () => {
    assert.deepEqual(publishedIn(answer('a.test', 'TXT', [], { status: 'SERVFAIL' })), {
      ...{ kind: 'unanswered', status: 'SERVFAIL' },
    });
    assert.deepEqual(publishedIn(answer('a.test', 'TXT', [], { status: 'NXDOMAIN' })), {
      ...{ kind: 'none', status: 'NXDOMAIN' },
    });
  });
  it('is broken by what a receiver gives up for', () => {
    const broken = (terms: string): unknown => {
      const read = published(`v=spf1 ${terms}`);
      return read.kind === 'record' ? read.broken?.code : read.kind;
    };
    assert.equal(broken('a mx -all'), undefined);
    assert.equal(broken('-all a'), undefined);
    assert.equal(broken('foo -all'), 'spf-unknown-mechanism');
    assert.equal(broken('ip4:192.0.2.256 -all'), 'spf-address');
    assert.equal(broken('a/33 -all'), 'spf-prefix-length');
    assert.equal(broken('redirect=a.test redirect=b.test'), 'spf-modifier-repeated');
    assert.equal(broken('include -all'), 'spf-value-missing');
    assert.equal(broken('-all:a.test'), 'spf-value-unexpected');
    assert.equal(broken('exists:%{x} -all'), 'spf-macro');
  });
  it('is not broken by an odd name below a right top label (RFC 7208 7.1)', () => {
    const isBroken = (terms: string): boolean => {
      const read = published(`v=spf1 ${terms}`);
      return read.kind === 'record' && read.broken !== undefined;
    };
    for (const name of ['a,b.test', 'a,b.test.', 'a,b.t', 'a,b.te-st', 'a,b.xn--p1ai'])
      assert.equal(isBroken(`a:${name} -all`), false, name);
    for (const name of ['a,b.123', 'a,b.123.', 'a,b.-test', 'a,b.test-', 'a,b', `a,b.${'x'.repeat(64)}`])
      assert.equal(isBroken(`a:${name} -all`), true, name);
  });
});

describe('a term of SPF', () => {
  const terms = (text: string) => (readSpf(`v=spf1 ${text}`) as SpfRecord).terms;
  it('asks the DNS, or not (RFC 7208 4.6.4)', () =>
    assert.deepEqual(
      terms('include:a.test a mx ptr exists:b.test ip4:192.0.2.1 ip6:::1 all redirect=c.test exp=d.test a=b').map(
        isLookup,
      ),
      [true, true, true, true, true, false, false, false, true, false, false],
    ));
  it('has lengths of prefixes behind it', () => {
    const is = (term: string, four: number, six: number): void => {
      const text = `v=spf1 ${term} -all`;
      const [first] = readSpf(text).terms;
      assert.ok(first);
      assert.deepEqual(prefixesOf(text, first), { four, six }, term);
    };
    is('a', 32, 128);
    is('a/24', 24, 128);
    is('a//64', 32, 64);
    is('a/24//64', 24, 64);
    is('mx:a.test/8//100', 8, 100);
    is('ip4:192.0.2.0/25', 25, 128);
    is('ip6:2001:db8::/32', 32, 32);
    is('ip6:2001:db8::1', 32, 128);
    is('ip4:192.0.2.0/x', 32, 128);
  });
});
