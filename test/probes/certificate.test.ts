import assert from 'node:assert/strict';
import { certificateFaults, certificateProblems, isTrusted } from '../../src/probes/certificate.ts';
import type { ShownCertificate, TlsInfo } from '../../src/probes/tls.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-29T12:00:00Z');
const at = (days: number): string => new Date(NOW + days * DAY).toISOString();

const shown = (more: Partial<ShownCertificate> = {}): ShownCertificate =>
  ({
    ...{ subject: 'a.test', issuer: 'CA', key: 'RSA 2048', signature: 'SHA-256 with RSA' },
    ...{ digests: {}, cert: '', spki: '' },
    ...more,
  }) as unknown as ShownCertificate;
const root = shown({ subject: 'CA', known: true, selfSigned: true });
const tls = (more: Partial<TlsInfo> = {}): TlsInfo => ({
  ...{ version: 'TLSv1.3', cipher: 'X', names: ['mx.a.test'], chain: [shown(), root] },
  ...{ notBefore: at(-100), notAfter: at(100) },
  ...more,
});

/** Each fault as its code and what else it says. */
const faults = (more: Partial<TlsInfo>, ...expected: readonly string[]): void =>
  assert.deepEqual(
    [...certificateFaults(tls(more), 'mx.a.test', NOW)].map((one) => Object.values(one).join(' ')),
    expected,
  );

describe('what is wrong with a certificate', () => {
  it('is nothing where it fits', () => {
    faults({});
    faults({ chain: [] });
    assert.deepEqual([...certificateProblems(tls(), 'mx.a.test', NOW)], []);
  });
  it('is its time, or that of one above it', () => {
    faults({ notAfter: at(-1) }, `certificate-expired ${at(-1)}`);
    faults({ notBefore: at(1), notAfter: at(300) }, `certificate-not-yet-valid ${at(1)}`);
    faults({ notBefore: at(0), notAfter: at(300) });
    const middle = (notBefore: string, notAfter: string): Partial<TlsInfo> => ({
      chain: [shown(), shown({ subject: 'Middle', notBefore, notAfter }), root],
    });
    faults(middle(at(-9), at(-1)), `certificate-expired ${at(-1)} Middle`);
    faults(middle(at(1), at(9)), `certificate-not-yet-valid ${at(1)} Middle`);
    faults({ chain: [shown(), { ...root, notAfter: at(-1) }] });
    faults({ chain: [shown({ notAfter: at(-1) }), root] });
  });
  it('is that little of its time is left: a tenth, and fewer than fourteen days', () => {
    const soon = (from: number, until: number): readonly string[] =>
      [...certificateFaults(tls({ notBefore: at(from), notAfter: at(until) }), 'mx.a.test', NOW)].map(
        ({ code }) => code,
      );
    assert.deepEqual(soon(-300, 13.9), ['certificate-expires-soon']);
    assert.deepEqual(soon(-300, 14), []);
    assert.deepEqual(soon(-81, 9), []);
    assert.deepEqual(soon(-82, 9), ['certificate-expires-soon']);
    assert.deepEqual(soon(-82, 0), []);
    faults({ notAfter: at(1) }, `certificate-expires-soon ${at(1)}`);
    faults({ notBefore: undefined, notAfter: undefined } as unknown as Partial<TlsInfo>);
  });
  it('is the name', () => {
    const named = (host: string, ...names: readonly string[]): readonly string[] =>
      [...certificateFaults(tls({ names }), host, NOW)].map(({ code }) => code);
    const fits = (host: string, name: string): void => assert.deepEqual(named(host, 'x.test', name), [], name);
    const not = (host: string, name: string): void =>
      assert.deepEqual(named(host, 'x.test', name), ['certificate-other-name'], name);
    fits('mx.a.test', 'MX.A.test');
    fits('mx.a.test', '*.a.test');
    fits('MX.a.test', '*.A.test');
    not('a.b.a.test', '*.a.test');
    not('a.test', '*.a.test');
    not('mx.a.test', '*a.test');
    not('mx.a.test', 'm*.a.test');
    not('mx.a.test', 'a.test');
    not('192.0.2.1', '*.0.2.1');
    fits('192.0.2.1', '192.0.2.1');
    fits('2001:db8::1', '2001:0DB8:0:0:0:0:0:1');
    fits('2001:db8::', '2001:db8:0:0:0:0:0:0');
    fits('::1', '0:0:0:0:0:0:0:1');
    not('2001:db8::1', '2001:db8::2');
    not('2001:db8::1', '2001:db8::1:0');
    not('2001:db8::1', '192.0.2.1');
    not('fe80::f', 'fe80::f0');
    fits('::ffff:192.0.2.1', '::FFFF:192.0.2.1');
    not('::ffff:192.0.2.1', '::ffff:192.0.2.2');
    not('.a.test', '*.a.test');
    assert.deepEqual(named('mx.a.test'), ['certificate-other-name']);
  });
  it('is that the chain leads to nobody who is known', () => {
    const own = { selfSigned: true } as const;
    const alone = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
    const inChain = 'SELF_SIGNED_CERT_IN_CHAIN';
    faults({ distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT', chain: [] }, 'certificate-self-signed');
    faults({ distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT', chain: [shown(own)] }, 'certificate-self-signed');
    faults(
      { distrust: inChain, chain: [shown(), shown({ subject: 'Own CA', ...own })] },
      'certificate-private-authority Own CA',
    );
    faults({ distrust: alone, chain: [shown({ issuer: 'CA 1' })] }, 'certificate-missing-intermediate CA 1');
    faults(
      { distrust: alone, chain: [shown({ issuer: 'CA 1', issuerAt: 'http://a.test/ca' })] },
      'certificate-missing-intermediate CA 1 http://a.test/ca',
    );
    faults(
      { distrust: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', chain: [shown(), shown({ subject: 'Middle', issuer: 'CA 1' })] },
      'certificate-unknown-issuer CA 1 Middle',
    );
  });
  it('is the word of the TLS library where nothing else tells it', () => {
    faults({ distrust: 'INVALID_PURPOSE' }, 'certificate-untrusted INVALID_PURPOSE');
    faults({ distrust: 'UNABLE_TO_GET_ISSUER_CERT' }, 'certificate-untrusted UNABLE_TO_GET_ISSUER_CERT');
    faults({ distrust: 'UNABLE_TO_GET_ISSUER_CERT', chain: [] }, 'certificate-untrusted UNABLE_TO_GET_ISSUER_CERT');
    faults({ distrust: 'CERT_HAS_EXPIRED', notAfter: at(-1) }, `certificate-expired ${at(-1)}`);
    faults(
      { distrust: 'CERT_NOT_YET_VALID', notBefore: at(1), notAfter: at(300) },
      `certificate-not-yet-valid ${at(1)}`,
    );
    faults({ distrust: 'ERR_TLS_CERT_ALTNAME_INVALID', names: [] }, 'certificate-other-name');
  });
  it('is a key or a signature that is too weak, but for that of who is known', () => {
    const key = (name: string, ...expected: readonly string[]): void =>
      faults({ chain: [shown({ key: name }), root] }, ...expected);
    for (const weak of [
      'RSA 2047',
      'RSA-PSS 1024',
      'DSA 1024',
      'DH 512',
      'EC prime192v1',
      'EC secp160r1',
      'EC sect113r1',
    ])
      key(weak, `certificate-weak-key ${weak}`);
    for (const good of ['RSA 2048', 'DSA 2048', 'EC prime256v1', 'EC secp384r1', 'EC secp1601', 'ED25519', 'X 512'])
      key(good);
    faults({ chain: [shown(), shown({ subject: 'M', key: 'RSA 1024' }), root] }, 'certificate-weak-key RSA 1024 M');
    faults({ chain: [shown(), { ...root, key: 'RSA 1024', signature: 'MD5 with RSA' }] });
    const signed = (signature: string, ...expected: readonly string[]): void =>
      faults({ chain: [shown({ signature }), root] }, ...expected);
    signed('SHA-1 with RSA', 'certificate-weak-signature SHA-1 with RSA');
    signed('MD5 with RSA', 'certificate-weak-signature MD5 with RSA');
    signed('SHA-256 with RSA');
    signed('Ed25519');
    faults(
      { chain: [shown(), shown({ subject: 'M', signature: 'SHA-1 with ECDSA' }), root] },
      'certificate-weak-signature SHA-1 with ECDSA M',
    );
    faults({ chain: [shown({ signature: 'SHA-1 with RSA', selfSigned: true }), root] });
  });
  it('is that it was revoked', () => {
    faults({ revocation: { status: 'revoked', since: at(-3) } }, `certificate-revoked ${at(-3)}`);
    faults({ revocation: { status: 'revoked' } }, 'certificate-revoked');
    faults({ revocation: { status: 'good' } });
    faults({ distrust: 'CERT_REVOKED' }, 'certificate-revoked');
    faults({ distrust: 'CERT_REVOKED', revocation: { status: 'revoked' } }, 'certificate-revoked');
  });
  it('is told once each as a code', () =>
    assert.deepEqual(
      [
        ...certificateProblems(
          tls({ notAfter: at(-1), chain: [shown(), shown({ notAfter: at(-2) }), root], names: [] }),
          'mx.a.test',
          NOW,
        ),
      ],
      ['certificate-expired', 'certificate-other-name'],
    ));
});

describe('a certificate', () => {
  it('is trusted all the same where it is only weak, or soon over', () => {
    assert.equal(isTrusted([]), true);
    assert.equal(isTrusted(['certificate-weak-key', 'certificate-weak-signature', 'certificate-expires-soon']), true);
    assert.equal(isTrusted(['certificate-weak-key', 'certificate-expired']), false);
    assert.equal(isTrusted(['certificate-untrusted']), false);
  });
});
