import assert from 'node:assert/strict';
import { faultsShown } from '../../../src/checks/mtaSts/shown.ts';
import type { SmtpProbeResult, SmtpStep } from '../../../src/probes/smtp/types.ts';
import type { TlsInfo } from '../../../src/probes/tls.ts';

const HOST = 'mx.a.test';
const tls = (more: Partial<TlsInfo> = {}): SmtpStep => ({
  ...{ step: 'tls', elapsed: 1 },
  info: { version: 'TLSv1.3', cipher: 'X', names: [HOST], chain: [], ...more },
});
const faults = (steps: readonly SmtpStep[], findings: SmtpProbeResult['findings'] = []): readonly string[] =>
  faultsShown({ endpoint: { host: HOST, port: 25 }, started: Date.UTC(2026, 0, 1), steps, findings });

describe('what keeps a sender that insists on TLS from delivering (RFC 8461 4.1)', () => {
  it('is nothing where the handshake is good, or nobody was talked to', () => {
    assert.deepEqual(faults([tls()]), []);
    assert.deepEqual(faults([]), []);
    assert.deepEqual(faults([tls({ version: 'TLSv1.2' })]), []);
    assert.deepEqual(faults([{ step: 'tls', elapsed: 1 }, tls(), tls({ names: [] })]), []);
  });
  it('is no TLS', () => {
    const none = { code: 'no-starttls' } as SmtpProbeResult['findings'][number];
    const other = { code: 'over-size-limit', size: 2, limit: 1 } as const;
    assert.deepEqual(faults([], [other, none]), ['mx.a.test: no STARTTLS']);
    assert.deepEqual(faults([], [other]), []);
    assert.deepEqual(faults([tls()], [none]), []);
  });
  it('is an old version', () => {
    for (const version of ['TLSv1', 'TLSv1.1']) assert.deepEqual(faults([tls({ version })]), [`mx.a.test: ${version}`]);
  });
  it('is each thing that is wrong with the certificate, but for what is left to TLS libraries', () => {
    const wrong = faults([
      tls({ names: [], distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT', notAfter: '2025-12-31T00:00:00Z' }),
    ]);
    assert.equal(wrong.length, 3);
    assert.ok(
      wrong.every((one) => one.startsWith('mx.a.test: a ')),
      wrong.join(),
    );
    assert.deepEqual(faults([tls({ notBefore: '2025-01-01T00:00:00Z', notAfter: '2026-01-02T00:00:00Z' })]), []);
  });
});
