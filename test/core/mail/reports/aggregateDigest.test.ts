import assert from 'node:assert/strict';
import { covers, digestOf, passes } from '../../../../src/core/mail/reports/aggregateDigest.ts';
import type {
  CheckedDomain,
  DmarcReport,
  DmarcRow,
  TlsPolicyResult,
  TlsReport,
} from '../../../../src/core/mail/reports/aggregateReports.ts';

const row = (sourceIp: string, count: number, more: Partial<DmarcRow> = {}): DmarcRow => ({
  ...{ sourceIp, count, disposition: 'none', dkim: 'fail', spf: 'fail', reasons: [], checked: [] },
  ...more,
});
const check = (text: string): CheckedDomain => {
  const [method, domain = '', result = ''] = text.split(' ');
  return { method: method as 'dkim' | 'spf', domain, result };
};
const dmarc = (rows: readonly DmarcRow[], more: Partial<DmarcReport> = {}) => {
  const report: DmarcReport = {
    ...{ kind: 'dmarc', organisation: 'gate', domain: 'b.com', policy: { p: 'reject' }, errors: [], rows, unread: 0 },
    ...more,
  };
  const digest = digestOf(report);
  assert.ok(digest.kind === 'dmarc');
  return digest;
};
/** Addresses that fail, as `address count tie name`. */
const failing = (...rows: readonly DmarcRow[]): readonly string[] =>
  dmarc(rows).failing.map(({ ip, count, tie, name }) => `${ip} ${count} ${tie}${name === undefined ? '' : ` ${name}`}`);
const tie = (...checks: readonly string[]): string | undefined =>
  failing(row('192.0.2.1', 1, { checked: checks.map(check) }))[0]?.replace('192.0.2.1 1 ', '');

describe('what of a DMARC report somebody has to look at', () => {
  it('is how many pass, of whom and when', () => {
    const { failing: none, ...rest } = dmarc([row('192.0.2.1', 3, { spf: 'pass' }), row('192.0.2.9', 2)], {
      begin: 1,
      end: 2,
      errors: ['x'],
    });
    assert.equal(none.length, 1);
    assert.deepEqual(rest, {
      ...{ kind: 'dmarc', organisation: 'gate', domain: 'b.com', policy: 'reject', begin: 1, until: 2 },
      ...{ total: 5, passed: 3, others: 0, errors: ['x'] },
    });
    assert.equal('organisation' in dmarc([], { organisation: 'unknown' }), false);
    assert.equal(passes(row('1', 1, { dkim: 'pass' })), true);
    assert.equal(passes(row('1', 1, { spf: 'pass' })), true);
    assert.equal(passes(row('1', 1)), false);
  });

  it('is whose mail fails, those of the house first, then the most', () => {
    assert.deepEqual(
      failing(
        row('192.0.2.1', 1),
        row('192.0.2.2', 9),
        row('192.0.2.3', 5, { reasons: ['forwarded'] }),
        row('192.0.2.1', 2),
        row('192.0.2.4', 1, { checked: [check('spf b.com fail')] }),
        row('192.0.2.5', 0),
      ),
      ['192.0.2.4 1 envelope b.com', '192.0.2.2 9 none', '192.0.2.1 3 none', '192.0.2.3 5 passed-on'],
    );
    const many = dmarc(Array.from({ length: 7 }, (_, i) => row(`192.0.2.${i}`, 1)));
    assert.deepEqual([many.failing.length, many.others], [5, 2]);
  });

  it('is what ties an address to the domain', () => {
    assert.equal(tie('dkim mail.b.com pass'), 'strict mail.b.com');
    assert.equal(tie('spf b.com PASS'), 'strict b.com');
    assert.equal(tie('dkim b.com fail', 'spf c.com pass'), 'signed b.com');
    for (const result of ['permerror', 'policy', 'Neutral']) assert.equal(tie(`dkim b.com ${result}`), 'signed b.com');
    assert.equal(tie('dkim b.com none'), 'none');
    assert.equal(tie('dkim c.com fail'), 'none');
    assert.equal(tie('dkim c.com pass'), 'service c.com');
    assert.equal(tie('spf host pass'), 'none');
    assert.equal(tie('spf x.b.com softfail'), 'envelope x.b.com');
    assert.equal(tie('spf c.com fail'), 'none');
    assert.deepEqual(failing(row('192.0.2.1', 1, { headerFrom: 'c.com', checked: [check('spf x.c.com pass')] })), [
      '192.0.2.1 1 strict x.c.com',
    ]);
    for (const reason of ['forwarded', 'trusted_forwarder: x', 'mailing_list', 'local_policy: arc=pass'])
      assert.deepEqual(failing(row('192.0.2.1', 1, { reasons: [reason], checked: [check('spf b.com pass')] })), [
        '192.0.2.1 1 passed-on',
      ]);
    assert.equal(failing(row('192.0.2.1', 1, { reasons: ['local_policy'] }))[0], '192.0.2.1 1 none');
    assert.deepEqual(failing(row('192.0.2.1', 1), row('192.0.2.1', 2, { checked: [check('dkim c.com pass')] })), [
      '192.0.2.1 3 service c.com',
    ]);
  });

  it('is whether its neighbours pass', () => {
    const neighbours = (passing: string, fails: string): string | undefined =>
      failing(row(passing, 1, { dkim: 'pass' }), row(fails, 1))[0]?.split(' ')[2];
    assert.equal(neighbours('192.0.2.1', '192.0.2.200'), 'own-address');
    assert.equal(neighbours('192.0.2.1', '192.0.3.1'), 'none');
    assert.equal(neighbours('2001:db8:0:1::5', '2001:DB8::1:0:0:0:9'), 'none');
    assert.equal(neighbours('2001:db8:0:1::5', '2001:0db8:0000:0001:0:0:0:9'), 'own-address');
    assert.equal(neighbours('2001:db8::5', '2001:db8:0:0:1:2:3:4'), 'own-address');
    assert.equal(neighbours('2001:db8:0:1::5', '2001:db8:0:2::5'), 'none');
    assert.equal(failing(row('192.0.2.1', 0, { dkim: 'pass' }), row('192.0.2.2', 1))[0], '192.0.2.2 1 none');
  });
});

describe('what of a TLS report somebody has to look at', () => {
  const detail = (result: string, sessions: number, receivingHost?: string) =>
    ({ result, sessions, ...(receivingHost && { receivingHost }) }) as TlsPolicyResult['details'][number];
  const policy = (more: Partial<TlsPolicyResult>): TlsPolicyResult =>
    ({
      domain: 'b.com',
      type: 'sts',
      successes: 1,
      failures: 0,
      exchangers: [],
      details: [],
      ...more,
    }) as TlsPolicyResult;
  const tls = (policies: readonly TlsPolicyResult[], more: Partial<TlsReport> = {}) => {
    const digest = digestOf({ kind: 'tls', organisation: 'gate', policies, unread: 0, ...more });
    assert.ok(digest.kind === 'tls');
    return digest;
  };

  it('is how many sessions fail, of whom and when', () => {
    const report = { begin: '2026-11-20T00:00:00.9Z', end: 'x' };
    assert.deepEqual(tls([policy({ failures: 2 }), policy({ domain: 'c.com', successes: 4 })], report), {
      ...{ kind: 'tls', organisation: 'gate', domain: 'b.com', begin: Date.UTC(2026, 10, 20) / 1000 },
      ...{ successes: 5, failures: 2, others: 0 },
      troubles: [{ domain: 'b.com', policy: 'sts', sessions: 2, hosts: [], uncovered: [] }],
    });
    const { organisation, domain, begin } = tls([policy({ domain: 'unknown' })], { organisation: 'unknown' });
    assert.deepEqual([organisation, domain, begin], [undefined, undefined, undefined]);
  });

  it('is why, the most first', () => {
    const details = [
      detail('certificate-expired', 1, 'MX1.b.com'),
      detail('starttls-not-supported', 5),
      detail('Certificate-Expired', 2, 'mx2.c.com'),
      detail('certificate-expired', 1, 'mx1.b.com'),
    ];
    const told = tls([policy({ failures: 9, exchangers: ['*.b.com'], details })]).troubles;
    assert.deepEqual(told, [
      { domain: 'b.com', policy: 'sts', result: 'starttls-not-supported', sessions: 5, hosts: [], uncovered: [] },
      {
        ...{ domain: 'b.com', policy: 'sts', result: 'certificate-expired', sessions: 4 },
        ...{ hosts: ['mx1.b.com', 'mx2.c.com'], uncovered: ['mx2.c.com'] },
      },
    ]);
    const uncovered = (host: string, more: Partial<TlsPolicyResult> = {}): number | undefined =>
      tls([policy({ failures: 1, exchangers: ['mx.b.com'], details: [detail('x', 1, host)], ...more })]).troubles[0]
        ?.uncovered.length;
    assert.equal(uncovered('mx.c.com'), 1);
    assert.equal(uncovered('mx.b.com'), 0);
    for (const host of ['mx', '192.0.2.1', '2001:db8::1.a']) assert.equal(uncovered(host), 0, host);
    assert.equal(uncovered('mx.c.com', { type: 'tlsa' }), 0);
    assert.equal(uncovered('mx.c.com', { exchangers: [] }), 0);
    const many = tls([policy({ details: Array.from({ length: 8 }, (_, i) => detail(`x${i}`, 1)) })]);
    assert.deepEqual([many.troubles.length, many.others], [6, 2]);
  });

  it('covers a host by a star for one label (RFC 8461 4.1)', () => {
    for (const [pattern, host, expected] of [
      ['mx.b.com', 'MX.b.com.', true],
      ['*.B.com.', 'mx.b.com', true],
      ['*.b.com', 'a.mx.b.com', false],
      ['*.b.com', 'b.com', false],
      ['b.com', 'mx.b.com', false],
      ['x*.b.com', 'xy.b.com', false],
    ] as const)
      assert.equal(covers(pattern, host), expected, `${pattern} ${host}`);
  });
});
