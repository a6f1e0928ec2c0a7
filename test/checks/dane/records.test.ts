import assert from 'node:assert/strict';
import { checkDane } from '../../../src/checks/dane/dane.ts';
import type { SmtpProbeResult } from '../../../src/probes/smtp/types.ts';
import type { ShownCertificate, TlsInfo } from '../../../src/probes/tls.ts';
import { context } from '../zone.ts';

const HOST = 'mx.a.test';
const KEY = 'A'.repeat(64);
const ROOT = 'C'.repeat(64);
const tlsa = (record: string, host = HOST): string => `_25._tcp.${host} TLSA ${record}\n`;
const AD = tlsa('+AD');
const MX = `a.test MX 10 ${HOST}.\na.test MX +AD\n${HOST} A 203.0.113.5\n`;

const shown = (key: string): ShownCertificate => ({
  ...{ subject: HOST, issuer: 'ca', key: 'EC', cert: '', spki: '' },
  digests: { 'cert-sha256': '', 'spki-sha256': key, 'cert-sha512': '', 'spki-sha512': '' },
});
const info = (more: Partial<TlsInfo> = {}): TlsInfo => ({
  ...{ version: 'TLSv1.3', cipher: 'X', names: [HOST], chain: [shown(KEY), shown(ROOT)] },
  ...more,
});
type Probed = Partial<SmtpProbeResult>;
const probed = (tls?: TlsInfo, more: Probed = {}): SmtpProbeResult => ({
  ...{ endpoint: { host: HOST, port: 25 }, started: Date.UTC(2026, 0, 1), findings: [] },
  steps: tls === undefined ? [] : [{ step: 'tls', elapsed: 1, info: tls }],
  ...more,
});
const all = (records: string, ...results: readonly SmtpProbeResult[]) =>
  checkDane(context(records, { name: 'a.test', ...(results.length > 0 && { shown: new Map([[HOST, results]]) }) }));
const found = async (records: string, ...results: readonly SmtpProbeResult[]): Promise<readonly unknown[]> =>
  (await all(records, ...results)).map(({ code, data }) => [code, data]);
const codes = async (records: string, ...results: readonly SmtpProbeResult[]): Promise<readonly string[]> =>
  (await all(records, ...results)).map(({ code }) => code);

describe('the exchangers whose TLSA records are looked at', () => {
  it('are those that have an address, and the domain itself where it has none', async () => {
    assert.deepEqual(await found(`${MX}a.test MX 20 gone.a.test.`), [['dane-none', { hosts: [HOST] }]]);
    assert.deepEqual(await found('a.test A 203.0.113.5'), [['dane-none', { hosts: ['a.test'] }]]);
    assert.deepEqual(await found('a.test MX 10 gone.a.test.'), []);
    assert.deepEqual(await found('a.test MX 0 .'), []);
  });
  it('are as sure as the MX record where one of them is signed', async () => {
    const two = `${MX}a.test MX 20 mx2.a.test.\nmx2.a.test A 203.0.113.6\n`.replace('a.test MX +AD\n', '');
    assert.ok((await codes(two + tlsa(`3 1 1 ${KEY}`) + AD)).includes('dane-mx-insecure'));
    assert.ok(!(await codes(two + tlsa(`3 1 1 ${KEY}`))).includes('dane-mx-insecure'));
  });
});

describe('TLSA records that cannot be believed', () => {
  it('are broken, with what the resolver says of that', async () => {
    assert.deepEqual(await found(MX + tlsa('?SERVFAIL')), [['dane-bogus', { why: [] }]]);
  });
  it('stand in a zone that is not signed, or of which that is not known', async () => {
    const record = tlsa(`3 1 1 ${KEY}`);
    const soa = 'a.test SOA ns. h. 1 2 1 9 5\n';
    assert.deepEqual(await found(MX + soa + record), [['dane-insecure', { zone: 'a.test' }]]);
    for (const more of [
      `${soa}a.test DS 1 13 2 AA`,
      `${soa}a.test DS !TIMEOUT`,
      `${soa}_25._tcp.${HOST} SOA !TIMEOUT`,
      '',
    ])
      assert.deepEqual(await found(MX + record + more), [['dane-not-validated', { server: '' }]], more);
  });
});

describe('TLSA records and what a server has shown', () => {
  const record = `${MX}${AD}${tlsa(`3 1 1 ${KEY}`)}`;
  const pass = (compared: boolean, ...records: readonly string[]): unknown => [
    'dane-found',
    { records, server: '', compared },
  ];
  it('fit, or were not held against it', async () => {
    assert.deepEqual(await found(record), [pass(false, `3 1 1 ${KEY}`)]);
    assert.deepEqual(await found(record, probed(info())), [pass(true, `3 1 1 ${KEY}`)]);
    assert.deepEqual(await found(record, probed(info()), probed(info())), [pass(true, `3 1 1 ${KEY}`)]);
  });
  it('do not fit', async () => {
    const [mismatch, ...more] = await all(record, probed(info({ chain: [shown(ROOT)] })));
    assert.deepEqual(more, []);
    assert.deepEqual([mismatch?.data, mismatch?.evidence.at(-1)], [{ shown: `3 1 1 ${ROOT}` }, `shown: 3 1 1 ${ROOT}`]);
  });
  it('of usage 3 do not care for name and time', async () => {
    const wrong = info({ names: [], notAfter: '2025-01-01T00:00:00.000Z' });
    assert.deepEqual(await codes(record, probed(wrong)), ['dane-found']);
    const both = `${record}${tlsa(`2 1 1 ${ROOT}`)}`;
    assert.deepEqual(await codes(both, probed(wrong)), ['dane-found']);
    const anchor = `${MX}${AD}${tlsa(`2 1 1 ${ROOT}`)}`;
    const problems = ['certificate-expired', 'certificate-other-name'];
    const [certificate] = await all(anchor, probed(wrong));
    assert.deepEqual([certificate?.level, certificate?.data], ['fail', { problems }]);
    assert.deepEqual(await codes(anchor, probed(info({ distrust: 'CERT_REVOKED' }))), ['dane-found']);
  });
  it('are held against the first handshake that came about', async () => {
    const steps = [
      { step: 'tls', elapsed: 1, failure: { kind: 'tls', detail: '' } },
      { step: 'tls', elapsed: 1, info: info() },
      { step: 'tls', elapsed: 1, info: info({ chain: [shown(ROOT)] }) },
    ] as const;
    assert.deepEqual(await codes(record, probed(undefined, { steps })), ['dane-found']);
  });
  it('are useless without TLS, and not known where nobody answered', async () => {
    const without = (failure?: SmtpProbeResult['failure'], tls?: TlsInfo): Promise<readonly unknown[]> =>
      found(record, probed(tls, failure && { failure }));
    assert.deepEqual(await without(), [['dane-no-tls', {}]]);
    assert.deepEqual(await without(undefined, info({ chain: [] })), [['dane-no-tls', {}]]);
    assert.deepEqual(await without({ step: 'starttls', kind: 'not-offered', keyword: 'STARTTLS' }), [
      ['dane-no-tls', {}],
    ]);
    assert.deepEqual(await without({ step: 'connect', kind: 'refused', detail: 'no' }), [
      ['dane-not-reached', { step: 'connect', detail: 'no' }],
    ]);
    assert.deepEqual(await without({ step: 'name', kind: 'no-such-name' }), [
      ['dane-not-reached', { step: 'name', detail: 'no-such-name' }],
    ]);
  });
});
