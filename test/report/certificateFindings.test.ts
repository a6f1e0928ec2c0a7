import assert from 'node:assert/strict';
import type { CertificateFault } from '../../src/probes/certificate.ts';
import { certificateRows, distrustWords } from '../../src/report/certificateFindings.ts';

type Code = keyof typeof certificateRows;
/** What a row says of faults of its code; one of another code stands beside them. */
const says = (code: Code, faults: readonly object[] = [{}], more: object = {}): string =>
  certificateRows[code].says({
    ...{ host: 'mx.test', tls: undefined, step: '', finding: {} },
    faults: [
      { code: 'other', at: '1999-01-01' },
      ...faults.map((one) => ({ code, ...one })),
    ] as unknown as CertificateFault[],
    ...more,
  } as unknown as Parameters<(typeof certificateRows)[Code]['says']>[0]);
const at = '2026-11-20T10:00:00.000Z';

describe('the faults of certificates in words', () => {
  it('name the day, and whose certificate it is', () => {
    assert.equal(says('certificate-expired', [{ at }]), 'The certificate expired on 2026-11-20.');
    assert.equal(
      says('certificate-expired', [{ at, of: 'Con"toso CA' }, {}]),
      `The certificate of "Con'toso CA" expired on 2026-11-20. The certificate expired on an unknown day.`,
    );
    assert.equal(says('certificate-expires-soon', [{ at }]), 'The certificate expires on 2026-11-20.');
    assert.equal(says('certificate-not-yet-valid', [{ at }]), 'The certificate is valid only from 2026-11-20.');
  });
  it('name what is weak or was revoked', () => {
    assert.equal(says('certificate-weak-key', [{ key: 'RSA 1024' }]), 'The certificate has a weak key (RSA 1024).');
    assert.equal(
      says('certificate-weak-signature', [{ signature: 'SHA-1 with RSA', of: 'A' }]),
      'The certificate of "A" is signed with SHA-1 with RSA, which can be forged.',
    );
    const revoked = 'so says its issuer in the OCSP response that the server itself shows.';
    assert.equal(
      says('certificate-revoked', [{ at }]),
      `The certificate has been revoked since 2026-11-20: ${revoked}`,
    );
    assert.equal(says('certificate-revoked'), `The certificate has been revoked: ${revoked}`);
  });
  it('name for whom it is, five names at most', () => {
    const name = (names: readonly string[], subject?: string): string =>
      says('certificate-other-name', [], { tls: { names, subject } });
    assert.equal(name(['a.test', 'b.test']), 'The certificate is not for mx.test but for a.test, b.test.');
    assert.equal(
      name(['a', 'b', 'c', 'd', 'e', 'f', 'g']),
      'The certificate is not for mx.test but for a, b, c, d, e and 2 more.',
    );
    assert.equal(name([], 'Contoso'), 'The certificate is not for mx.test but for Contoso.');
    assert.equal(says('certificate-other-name', []), 'The certificate is not for mx.test but for nobody.');
  });
  it('name where the chain ends, and what is missing', () => {
    assert.match(
      says('certificate-private-authority', [{ authority: 'Own' }]),
      /^The chain ends with "Own", which signed itself/,
    );
    const missing = (more: object): string => says('certificate-missing-intermediate', [{ issuer: 'Int', ...more }]);
    assert.match(missing({}), / is no authority that this machine trusts\.$/);
    assert.match(
      missing({ at: 'http://ca.test/i.crt' }),
      /; the certificate says that it lies at http:\/\/ca\.test\/i\.crt\.$/,
    );
    assert.match(
      says('certificate-unknown-issuer', [{ issuer: 'Root', of: 'Int' }]),
      /^The chain ends with "Int", whose issuer "Root" is neither shown nor /,
    );
    assert.equal(
      says('certificate-untrusted', [{ distrust: 'CERT_HAS_EXPIRED' }]),
      'The certificate is not trusted: it has expired.',
    );
  });
  it('say so where no fault of the kind is known', () => {
    for (const code of ['certificate-expired', 'certificate-revoked', 'certificate-untrusted'] as const)
      assert.equal(says(code, []), 'Something is wrong with the certificate.');
  });
  it('have the codes of OpenSSL in words, and one that is not known as it is', () => {
    assert.equal(distrustWords('HOSTNAME_MISMATCH'), 'it is for another name');
    assert.equal(distrustWords('NEW_CODE'), 'NEW_CODE');
  });
});
