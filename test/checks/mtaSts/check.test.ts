import assert from 'node:assert/strict';
import { checkMtaSts } from '../../../src/checks/mtaSts/check.ts';
import type { Fetch, Fetched } from '../../../src/probes/ports.ts';
import { wordFinding } from '../../../src/report/check/checkRows.ts';
import { context, told } from '../zone.ts';

const URL = 'https://mta-sts.contoso.test/.well-known/mta-sts.txt';
const ZONE = `_mta-sts.contoso.test TXT "v=STSv1; id=20260101"
mta-sts.contoso.test A 192.0.2.80
contoso.test MX 10 mx1.contoso.test.
contoso.test MX 20 mx2.contoso.test.`;
const policy = (...lines: readonly string[]): string => ['version: STSv1', ...lines, ''].join('\r\n');
const ENFORCE = policy('mode: enforce', 'mx: *.contoso.test', 'max_age: 604800');

const serve =
  (body: string, more: Partial<Fetched> = {}): Fetch =>
  (url) =>
    Promise.resolve(
      url === URL
        ? { ok: true, value: { status: 200, contentType: 'text/plain', body, isCut: false, ...more } }
        : { ok: false, failure: 'refused', detail: url },
    );
const found = async (records: string, fetch?: Fetch): Promise<readonly string[]> =>
  told(await checkMtaSts(context(records, fetch === undefined ? {} : { fetch })));

describe('MTA-STS of a domain', () => {
  it('is right, in one line', async () => {
    const findings = await checkMtaSts(context(ZONE, { fetch: serve(ENFORCE) }));
    assert.deepEqual(told(findings), ['pass mta-sts-found contoso.test']);
    // What it rests on: the record, what was served with its head, the policy line by line, and the exchangers.
    assert.deepEqual(
      findings[0]?.evidence.map((line) => line.replace(/\s+/g, ' ')),
      [
        '_mta-sts.contoso.test. 300 IN TXT "v=STSv1; id=20260101"',
        `${URL}: 200 text/plain`,
        'version: STSv1',
        'mode: enforce',
        'mx: *.contoso.test',
        'max_age: 604800',
        'contoso.test. 300 IN MX 10 mx1.contoso.test.',
        'contoso.test. 300 IN MX 20 mx2.contoso.test.',
      ],
    );
    assert.equal(
      wordFinding(findings[0] as never).text,
      'TLS is enforced for mx1.contoso.test, mx2.contoso.test; the policy (id 20260101) is kept for 7 days.',
    );
  });
  it('is not there, or not known', async () => {
    assert.deepEqual(await found('contoso.test A 192.0.2.1'), ['note mta-sts-none contoso.test']);
    assert.deepEqual(await found('_mta-sts.contoso.test TXT !SERVFAIL'), [
      'unknown dns-unanswered _mta-sts.contoso.test',
    ]);
  });
  it('has two records, which is as none (RFC 8461 3.1)', async () => {
    const two = '_mta-sts.contoso.test TXT "v=STSv1; id=1"\n_mta-sts.contoso.test TXT "v=STSv1; id=2"';
    assert.deepEqual(await found(two), ['fail mta-sts-several _mta-sts.contoso.test']);
    assert.deepEqual(await found(`${ZONE}\n_mta-sts.contoso.test TXT "other"`, serve(ENFORCE)), [
      'pass mta-sts-found contoso.test',
    ]);
  });
  it('has a record with mistakes', async () => {
    const without = ZONE.replace('; id=20260101', '');
    assert.deepEqual(await found(without, serve(ENFORCE)), ['fail record-tag-missing _mta-sts.contoso.test']);
    assert.deepEqual(await found('_mta-sts.contoso.test TXT "v=STSv2; id=1"'), [
      'fail record-version _mta-sts.contoso.test',
    ]);
    assert.deepEqual(await found('_mta-sts.contoso.test TXT "v=stsv1; id=1"'), [
      'fail record-version _mta-sts.contoso.test',
    ]);
  });
  it('has its record where nobody looks', async () => {
    assert.deepEqual(await found('contoso.test TXT "v=STSv1; id=1"'), [
      'note mta-sts-none contoso.test',
      'warning record-wrong-name contoso.test',
    ]);
  });
  it('has a policy that no record tells of', async () => {
    const without = 'mta-sts.contoso.test A 192.0.2.80';
    assert.deepEqual(await found(without, serve(ENFORCE)), ['fail mta-sts-record-missing contoso.test']);
    assert.deepEqual(await found(without, serve('<html></html>')), ['note mta-sts-none contoso.test']);
    assert.deepEqual(await found(without), ['note mta-sts-none contoso.test']);
  });
  it('has a host for the policy without an address, or one that is not answered for', async () => {
    const gone = ZONE.replace('mta-sts.contoso.test A 192.0.2.80\n', '');
    assert.deepEqual(await found(gone), ['fail mta-sts-host-missing mta-sts.contoso.test']);
    assert.deepEqual(await found(`${gone}\nmta-sts.contoso.test A !TIMEOUT`), [
      'unknown dns-unanswered mta-sts.contoso.test',
    ]);
    const six = ZONE.replace('A 192.0.2.80', 'AAAA 2001:db8::80');
    assert.deepEqual(await found(six, serve(ENFORCE)), ['pass mta-sts-found contoso.test']);
  });
  it('serves the policy with a certificate that is not valid (RFC 8461 3.3)', async () => {
    const tls: Fetch = () => Promise.resolve({ ok: false, failure: 'tls', detail: 'CERT_HAS_EXPIRED' });
    assert.deepEqual(await found(ZONE, tls), ['fail mta-sts-certificate mta-sts.contoso.test']);
  });
  it('cannot be fetched from here, which says nothing of others', async () => {
    for (const failure of ['refused', 'timeout', 'reset', 'unreachable', 'cancelled'] as const) {
      const fetch: Fetch = () => Promise.resolve({ ok: false, failure, detail: '' });
      assert.deepEqual(await found(ZONE, fetch), ['unknown mta-sts-unreachable mta-sts.contoso.test']);
    }
  });
  it('redirects, which senders do not follow (RFC 8461 3.3)', async () => {
    for (const status of [301, 302, 307, 308]) {
      assert.deepEqual(await found(ZONE, serve(ENFORCE, { status })), ['fail mta-sts-redirect mta-sts.contoso.test']);
    }
  });
  it('answers with another status', async () => {
    for (const status of [204, 403, 404, 500]) {
      assert.deepEqual(await found(ZONE, serve(ENFORCE, { status })), ['fail mta-sts-status mta-sts.contoso.test']);
    }
  });
  it('serves another type, or more than has to be read (RFC 8461 3.2)', async () => {
    assert.deepEqual(await found(ZONE, serve(ENFORCE, { contentType: 'text/html' })), [
      'warning mta-sts-content-type mta-sts.contoso.test',
      'pass mta-sts-found contoso.test',
    ]);
    assert.deepEqual(await found(ZONE, serve(ENFORCE, { isCut: true })), [
      'fail mta-sts-too-large mta-sts.contoso.test',
    ]);
  });
  it('has a policy with mistakes', async () => {
    assert.deepEqual(await found(ZONE, serve(policy('mode: enforced', 'mx: *.contoso.test', 'max_age: 604800'))), [
      'fail mta-sts-value mta-sts.contoso.test',
    ]);
    assert.deepEqual(await found(ZONE, serve(policy('mode: enforce', 'max_age: 604800'))), [
      'fail mta-sts-key-missing mta-sts.contoso.test',
    ]);
    assert.deepEqual(await found(ZONE, serve(policy('mode: enforce', 'mx: *.contoso.test', 'max_age: 60'))), [
      'warning mta-sts-age-short mta-sts.contoso.test',
      'pass mta-sts-found contoso.test',
    ]);
  });
  it('does not cover an exchanger, which is worse when it is enforced (RFC 8461 4.1)', async () => {
    const one = (mode: string): Fetch => serve(policy(`mode: ${mode}`, 'mx: mx1.contoso.test', 'max_age: 604800'));
    assert.deepEqual(await found(ZONE, one('enforce')), ['fail mta-sts-uncovered contoso.test']);
    assert.deepEqual(await found(ZONE, one('testing')), ['warning mta-sts-uncovered contoso.test']);
    const [finding] = await checkMtaSts(context(ZONE, { fetch: one('enforce') }));
    assert.match(wordFinding(finding as never).next ?? '', /mx: mx2\.contoso\.test.*another id/);
    const deep = `${ZONE}\ncontoso.test MX 30 a.b.contoso.test.`;
    assert.deepEqual(await found(deep, serve(ENFORCE)), ['fail mta-sts-uncovered contoso.test']);
  });
  it('covers the domain itself where it has no MX record', async () => {
    const implicit = ZONE.replaceAll(/contoso.test MX .*\n?/g, '');
    assert.deepEqual(await found(implicit, serve(ENFORCE)), ['fail mta-sts-uncovered contoso.test']);
    const exact = serve(policy('mode: enforce', 'mx: contoso.test', 'max_age: 604800'));
    assert.deepEqual(await found(implicit, exact), ['pass mta-sts-found contoso.test']);
  });
  it('covers nobody knows whom where the exchangers are not known', async () => {
    const silent = `${ZONE.replaceAll(/contoso.test MX .*\n?/g, '')}\ncontoso.test MX !TIMEOUT`;
    assert.deepEqual(await found(silent, serve(ENFORCE)), ['unknown dns-unanswered contoso.test']);
  });
  it('is only tested, or turned off', async () => {
    const test = serve(policy('mode: testing', 'mx: *.contoso.test', 'max_age: 604800'));
    assert.deepEqual(await found(ZONE, test), ['note mta-sts-testing contoso.test']);
    assert.deepEqual(await found(ZONE, serve(policy('mode: none', 'max_age: 86400'))), [
      'note mta-sts-off contoso.test',
    ]);
  });
});
