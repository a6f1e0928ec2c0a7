import assert from 'node:assert/strict';
import type { DmarcReport, DmarcRow, TlsPolicyResult } from '../../../src/core/mail/reports/aggregateReports.ts';
import { renderAggregateReports } from '../../../src/core/report/aggregateReport.ts';

const row: DmarcRow = {
  sourceIp: '192.0.2.1',
  count: 3,
  disposition: 'none',
  dkim: 'pass',
  spf: 'fail',
  reasons: [],
  checked: [],
};

/** The lines of a report of these rows. */
const lines = (rows: readonly DmarcRow[], unread = 0): readonly string[] => {
  const report: DmarcReport = {
    kind: 'dmarc',
    organisation: 'Fabrikam',
    domain: 'contoso.test',
    policy: { p: 'reject', pct: '50' },
    errors: ['lost a day'],
    rows,
    unread,
  };
  return renderAggregateReports([report], []).split('\n');
};

describe('an aggregate report', () => {
  it('names its parts', () => {
    const said = lines([row, { ...row, sourceIp: '192.0.2.2', count: 1, dkim: 'fail' }]);
    assert.equal(said[0], '# DMARC report of Fabrikam for contoso.test');
    for (const line of [
      '- Period: unknown to unknown',
      '- Policy that was found: p=reject; pct=50',
      '- Error at the receiver: lost a day',
    ]) {
      assert.ok(said.includes(line), line);
    }
    assert.match(said.join('\n'), /^- Messages: 4; DMARC passes: 3.*; fails: 1$/m);
    assert.doesNotMatch(said.join('\n'), /not read/);
  });

  it('keeps what a row tells apart', () => {
    const told = lines([
      {
        ...row,
        headerFrom: 'contoso.test',
        reasons: ['forwarded', 'local_policy'],
        checked: [
          { method: 'dkim', domain: 'a', result: 'pass' },
          { method: 'spf', domain: 'b', result: 'fail' },
        ],
      },
    ]).at(-2);
    assert.match(told ?? '', /^\| 192\.0\.2\.1 \| 3 \| 3 \| 3 \| 0 \|/);
    assert.match(told ?? '', /\| dkim a: pass; spf b: fail \| forwarded; local\\?_policy \|$/);
  });

  it('says how many rows were not read', () => assert.ok(lines([row], 7).includes('- 7 further rows were not read.')));

  it('names four domains of a source and counts the others', () => {
    const domains = (count: number) =>
      lines(Array.from({ length: count }, (_, i) => ({ ...row, headerFrom: `d${i}.test` }))).at(-2);
    assert.match(domains(4) ?? '', /\| d0\.test, d1\.test, d2\.test, d3\.test \|/);
    assert.match(domains(7) ?? '', /\| d0\.test, d1\.test, d2\.test, d3\.test, 3 more \|/);
  });
});

describe('a report on TLS', () => {
  const said = (policies: readonly TlsPolicyResult[], unread = 0): string =>
    renderAggregateReports([{ kind: 'tls', organisation: 'Fabrikam', policies, unread }], []);
  const policy = (failures: number, unread = 0): TlsPolicyResult => ({
    type: 'sts',
    domain: 'contoso.test',
    successes: 1,
    failures: 1,
    exchangers: [],
    details: Array.from({ length: failures }, () => ({ result: 'certificate-expired', sessions: 1 })),
    unread,
  });

  it('says how many policies and failures are left out', () => {
    assert.doesNotMatch(said([policy(1)]), /further/);
    assert.match(said([policy(1)], 4), /^- 4 further policies were not read\.$/m);
    assert.match(said([policy(1, 6)]), /^6 further failures are not shown\.$/m);
    assert.match(said([policy(1001, 6), policy(2)]), /^9 further failures are not shown\.$/m);
    assert.doesNotMatch(said([policy(1000)]), /further/);
  });
});
