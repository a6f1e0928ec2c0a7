import assert from 'node:assert/strict';
import { digestOf } from '../../../../src/core/mail/reports/aggregateDigest.ts';
import { readTlsReport } from '../../../../src/core/mail/reports/aggregateReports.ts';
import { ofAggregate } from '../../../../src/core/verdict/notices.ts';

const policy = (more: object, summary: object = {}, failures: readonly object[] = []): object => ({
  policy: { 'policy-type': 'sts', 'policy-domain': 'contoso.test', ...more },
  summary: { 'total-successful-session-count': 5, 'total-failure-session-count': 2, ...summary },
  'failure-details': failures,
});
const report = (...policies: readonly object[]): string =>
  JSON.stringify({
    'organization-name': 'Northwind',
    'date-range': { 'start-datetime': '2026-11-20T00:00:00Z', 'end-datetime': '2026-11-20T23:59:59Z' },
    policies,
  });

describe('a TLS report as it comes', () => {
  it('names its exchangers in a list, as one name, or in the lines of the policy', () => {
    const exchangers = (more: object): readonly string[] | undefined =>
      readTlsReport(report(policy(more)))?.policies[0]?.exchangers;
    assert.deepEqual(exchangers({ 'mx-host': ['mx1.contoso.test', 7, ''] }), ['mx1.contoso.test']);
    assert.deepEqual(exchangers({ 'mx-host': '*.contoso.test' }), ['*.contoso.test']);
    assert.deepEqual(exchangers({ 'mx-host-pattern': ['mx2.contoso.test'] }), ['mx2.contoso.test']);
    const lines = ['version: STSv1', 'mode: enforce', 'mx: mx3.contoso.test', 'MX : *.contoso.test', 'max_age: 86400'];
    assert.deepEqual(exchangers({ 'policy-string': lines }), ['mx3.contoso.test', '*.contoso.test']);
    assert.deepEqual(exchangers({}), []);
  });

  it('counts in numbers or in strings of them, and what is neither is none', () => {
    const counts = (more: object): readonly (number | undefined)[] => {
      const found = readTlsReport(report(policy({}, more)))?.policies[0];
      return [found?.successes, found?.failures];
    };
    assert.deepEqual(counts({ 'total-successful-session-count': '7' }), [7, 2]);
    assert.deepEqual(counts({ 'total-successful-session-count': -1, 'total-failure-session-count': 'x' }), [0, 0]);
    assert.deepEqual(counts({ 'total-successful-session-count': null, 'total-failure-session-count': 1.5 }), [0, 0]);
  });

  it('may begin with a mark of its order of octets, and is none where it is no object with policies', () => {
    assert.equal(readTlsReport(`\ufeff${report(policy({}))}`)?.organisation, 'Northwind');
    for (const text of ['', '{', '[]', '7', '{"policies":7}']) assert.equal(readTlsReport(text), undefined, text);
  });
});

describe('a notice with reports', () => {
  const read = readTlsReport(report(policy({})));
  const told = (count: number, more: object = {}): string => {
    assert.ok(read !== undefined);
    const digests = Array.from({ length: count }, () => digestOf(read));
    const at = { start: 0, end: 1 };
    return ofAggregate({ kind: 'tls', ...at, ...more, opened: { digests, problems: [] } } as never).summary;
  };

  it('says of whom and on what it is, as far as either is known, and how many more are attached', () => {
    const counted = 'Of 7 connections, 2 failed. ';
    assert.ok(
      told(1).startsWith(
        `A TLS report (TLSRPT) from Northwind about contoso.test, 2026-11-20 00:00 to 2026-11-20 23:59 UTC: ${counted}`,
      ),
      told(1),
    );
    assert.ok(
      told(1, { organisation: 'Fabrikam', domain: 'x.test' }).startsWith(
        'A TLS report (TLSRPT) from Fabrikam about x.test, ',
      ),
    );
    const none = ofAggregate({ kind: 'dmarc', start: 0, end: 1 } as never).summary;
    assert.equal(
      none,
      'A DMARC aggregate report: it counts mail with the domain in From; nothing came back, and nobody complained.',
    );
    assert.equal(
      ofAggregate({ kind: 'tls', start: 0, end: 1 } as never).summary,
      'A TLS report (TLSRPT): it counts encrypted and failed connections to the domain; nothing came back, and nobody complained.',
    );
    const most = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].findIndex((count) => / more report/.test(told(count)));
    assert.ok(most > 0);
    assert.match(told(most + 1), / 1 more report is attached\.$/);
    assert.match(told(most + 2), / 2 more reports are attached\.$/);
  });
});
