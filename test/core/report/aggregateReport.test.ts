import assert from 'node:assert/strict';
import type { DmarcReport, DmarcRow, TlsPolicyResult } from '../../../src/core/mail/reports/aggregateReports.ts';
import { renderAggregateReports, sourceRows } from '../../../src/core/report/aggregateReport.ts';

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

describe('the table of an aggregate report', () => {
  const table = (rows: readonly DmarcRow[]): readonly string[] => lines(rows).filter((line) => line.startsWith('|'));
  const sources = (...rows: readonly Partial<DmarcRow>[]): readonly string[] =>
    sourceRows(rows.map((one) => ({ ...row, ...one }))).map(
      ({ sourceIp, count, passed, dkim, spf }) => `${sourceIp} ${count} ${passed} ${dkim} ${spf}`,
    );

  it('adds up what came from an address, the most first, equals by address', () => {
    assert.deepEqual(
      sources(
        { sourceIp: '192.0.2.9' },
        { sourceIp: '192.0.2.1' },
        { sourceIp: '192.0.2.5', count: 2 },
        { sourceIp: '192.0.2.5', count: 5, dkim: 'fail', spf: 'pass' },
        { sourceIp: '192.0.2.5', count: 11, dkim: 'fail' },
        { sourceIp: '192.0.2.3' },
      ),
      ['192.0.2.5 18 7 2 5', '192.0.2.1 3 3 3 0', '192.0.2.3 3 3 3 0', '192.0.2.9 3 3 3 0'],
    );
  });

  it('has a cell below each heading, and nothing of a report breaks one', () => {
    const columns = (line: string): number => line.split(/(?<!\\)\|/).length;
    const said = table([{ ...row, headerFrom: 'a|b.test', reasons: ['x\n| y'] }]);
    assert.equal(said.length, 3);
    assert.match(said[1] ?? '', /^(?:\| -{3}:? )+\|$/);
    assert.deepEqual(said.map(columns), [11, 11, 11]);
    assert.ok(
      table([{ ...row, headerFrom: 'x'.repeat(310) }])
        .at(-1)
        ?.includes(` ${'x'.repeat(300)}… `),
    );
  });

  it('says what was done with how many', () => {
    const done = (...dispositions: readonly string[]) =>
      lines(dispositions.map((disposition, i) => ({ ...row, count: i + 1, disposition }))).find((line) =>
        line.startsWith('- What was done: '),
      );
    assert.equal(done('none', 'reject', 'reject'), '- What was done: delivered 1, reject 5');
    assert.equal(done('pass', 'quarantine'), '- What was done: delivered 1, quarantine 2');
    assert.equal(done(), '- What was done: nothing');
  });

  it('gives shares of what there is', () => {
    const passing = (pass: number, fail: number) =>
      lines([
        ...(pass === 0 ? [] : [{ ...row, count: pass }]),
        ...(fail === 0 ? [] : [{ ...row, count: fail, dkim: 'fail' }]),
      ])
        .find((line) => line.startsWith('- Messages: '))
        ?.slice(12);
    assert.equal(passing(1, 2), '3; DMARC passes: 1 (33.3 %); fails: 2');
    assert.equal(passing(1, 0), '1; DMARC passes: 1 (100 %); fails: 0');
    assert.equal(passing(0, 4), '4; DMARC passes: 0 (0 %); fails: 4');
    assert.equal(passing(0, 0), '0; DMARC passes: 0; fails: 0');
  });

  it('has a thousand sources', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ ...row, sourceIp: `192.0.${i >> 8}.${i & 255}` }));
    assert.equal(table(many(1000)).length, 1002);
    assert.doesNotMatch(lines(many(1000)).join('\n'), /further/);
    assert.equal(table(many(1003)).length, 1002);
    assert.deepEqual(lines(many(1003)).slice(-3), ['', '3 further sources are not shown.', '']);
  });

  it('says whose it is, and of which days', () => {
    const told = renderAggregateReports(
      [
        {
          ...{ kind: 'dmarc', organisation: 'Fabrikam', domain: 'contoso.test', policy: {}, errors: [], unread: 0 },
          ...{ rows: [{ ...row, checked: [{ method: 'dkim', domain: 'a.test', note: 's1', result: 'pass' }] }] },
          ...{ begin: 1763596800, end: 1763683199, reportId: '77', contact: 'dmarc@fabrikam.test' },
        },
      ],
      ['one file is broken'],
    ).split('\n');
    assert.deepEqual(told.slice(1, 6), [
      '',
      '- Period: 2025-11-20 00:00:00 UTC to 2025-11-20 23:59:59 UTC',
      '- Policy that was found: none stated',
      '- Report: 77',
      '- Contact: dmarc@fabrikam.test',
    ]);
    assert.match(told.at(-4) ?? '', /\| dkim a\.test \(s1\): pass \|/);
    assert.deepEqual(told.slice(-3), ['', 'one file is broken', '']);
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

  it('says whose it is, and what became of the sessions', () => {
    const report = (policies: readonly TlsPolicyResult[], more = {}): readonly string[] =>
      renderAggregateReports([{ kind: 'tls', organisation: 'Fabrikam', policies, unread: 0, ...more }], []).split('\n');
    const sessions = (successes: number, failures: number, type = 'sts') =>
      report([{ ...policy(0), type, successes, failures }]).at(-2);
    assert.deepEqual(report([], { begin: '2026-11-20', end: '2026-11-21', reportId: '77' }).slice(0, 6), [
      '# TLS report of Fabrikam',
      '',
      '- Period: 2026-11-20 to 2026-11-21',
      '- Report: 77',
      '',
      '| Domain | Policy | Sessions that worked | Sessions that failed |',
    ]);
    assert.equal(report([])[2], '- Period: unknown to unknown');
    assert.equal(sessions(3, 1), '| contoso.test | MTA-STS | 3 | 1 (25.0 %) |');
    assert.equal(sessions(3, 0, 'tlsa'), '| contoso.test | DANE (TLSA records) | 3 | 0 (0 %) |');
    assert.equal(sessions(0, 2, 'no-policy-found'), '| contoso.test | none found | 0 | 2 (100 %) |');
    assert.equal(sessions(0, 0, 'other'), '| contoso.test | other | 0 | 0 |');
  });

  it('names each failure with where it was', () => {
    const detail = { sendingIp: '192.0.2.1', receivingHost: 'mx.contoso.test', reason: 'x509', sessions: 4 };
    const told = said([
      {
        ...policy(0),
        details: [
          { result: 'certificate-expired', ...detail },
          { result: 'moon-phase', sessions: 2 },
        ],
      },
    ])
      .split('\n')
      .slice(-6);
    assert.equal(told[0], '');
    assert.match(told[2] ?? '', /^\| ---/);
    assert.match(
      told[3] ?? '',
      /^\| contoso\.test \| certificate-expired \| 4 \| 192\.0\.2\.1 \| mx\.contoso\.test \| .+ \| x509 \|$/,
    );
    assert.match(told[4] ?? '', /^\| contoso\.test \| moon-phase \| 2 \| {2}\| {2}\| .+ \| {2}\|$/);
    assert.equal(said([policy(1200)]).match(/certificate-expired/g)?.length, 1000);
  });
});
