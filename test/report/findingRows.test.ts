import assert from 'node:assert/strict';
import type { SmtpFinding, SmtpProbeResult } from '../../src/probes/smtp/types.ts';
import { certificateRows, distrustWords } from '../../src/report/certificateFindings.ts';
import { statusAdvice, statusMeaning } from '../../src/report/dnsStatus.ts';
import { wordTlsScan } from '../../src/report/flows/tlsScanWords.ts';
import { wordProbeFinding } from '../../src/report/probeFindings.ts';

const word = (finding: object, steps: readonly object[] = []) =>
  wordProbeFinding(
    finding as SmtpFinding,
    { endpoint: { host: 'mx.test', port: 25 }, steps, started: 0 } as unknown as SmtpProbeResult,
  );

describe('what the findings of a probe rest on', () => {
  it('is a level, a clause, and what to do where something is amiss', () => {
    for (const [code, level, source] of [
      ['no-starttls', 'warning', 'RFC 3207 4'],
      ['starttls-injection', 'fail', 'RFC 3207 4.2'],
      ['unasked-reply', 'warning', 'RFC 5321 4.2'],
      ['only-helo', 'note', 'RFC 5321 3.2'],
      ['codes-differ', 'warning', 'RFC 5321 4.2.1'],
      ['starttls-comes-and-goes', 'warning', 'RFC 8461 2'],
      ['extension-missing', 'warning', 'RFC 5321 2.2.1'],
      ['recipient-refused', 'warning', 'RFC 5321 3.3'],
      ['over-size-limit', 'warning', 'RFC 1870 6.1'],
      ['certificate-expired', 'warning', 'RFC 5280 4.1.2.5'],
      ['certificate-expires-soon', 'warning', 'RFC 5280 4.1.2.5'],
      ['certificate-not-yet-valid', 'warning', 'RFC 5280 4.1.2.5'],
      ['certificate-other-name', 'warning', 'RFC 9525 6.3'],
      ['certificate-self-signed', 'note', 'RFC 8461 4.2'],
      ['certificate-private-authority', 'note', 'RFC 8461 4.2'],
      ['certificate-missing-intermediate', 'warning', 'RFC 8446 4.4.2'],
      ['certificate-unknown-issuer', 'warning', 'RFC 8446 4.4.2'],
      ['certificate-weak-key', 'warning', 'RFC 9325 4.5'],
      ['certificate-weak-signature', 'warning', 'RFC 9325 4.5'],
      ['certificate-revoked', 'fail', 'RFC 6960 2.2'],
      ['certificate-untrusted', 'warning', 'RFC 8461 4.2'],
    ] as const) {
      const worded = word({ code });
      assert.deepEqual([worded.level, worded.source], [level, source], code);
      assert.notEqual(worded.next, '');
      if (code in certificateRows && level !== 'note') assert.match(worded.next ?? '', /\S/, code);
    }
  });
  it('is the certificate that the server shows', () => {
    const info = { names: ['other.test'], chain: [], version: 'TLSv1.3', cipher: 'X' };
    assert.match(
      word({ code: 'certificate-other-name' }, [{ step: 'connect' }, { step: 'tls', info }]).text,
      /is not for mx\.test but for other\.test\./,
    );
  });
  it('is said of each reason of the TLS library in other words', () => {
    const codes = [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'CERT_HAS_EXPIRED',
      'CERT_NOT_YET_VALID',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'CERT_REVOKED',
      'CERT_SIGNATURE_FAILURE',
      'INVALID_PURPOSE',
      'INVALID_CA',
      'PATH_LENGTH_EXCEEDED',
      'CERT_REJECTED',
      'HOSTNAME_MISMATCH',
      'UNSPECIFIED',
    ];
    for (const code of codes) assert.match(distrustWords(code), /^[a-z].* /, code);
    for (const status of [
      'NOERROR',
      'SERVFAIL',
      'REFUSED',
      'TIMEOUT',
      'UNREACHABLE',
      'BOGUS',
      'LAME',
      'CANCELLED',
      '?',
      'RCODE99',
    ] as const) {
      assert.match(statusMeaning(status as never), /^[a-z]|^DNS/, status);
      assert.match(statusAdvice(status as never), /^[A-Z]/, status);
    }
    assert.equal(statusMeaning('?'), statusMeaning('RCODE99' as never));
  });
});

describe('what a scan of TLS rests on', () => {
  const scan = (names: readonly string[], more: object = {}) =>
    wordTlsScan(
      { kind: 'tls-scan', scanned: names.map((name) => ({ name, info: { cipher: 'X' } })), port: 25, ...more } as never,
      'mx',
    );
  const codes = (...args: Parameters<typeof scan>) =>
    scan(...args).findings.map(({ level, code, source = '-' }) => `${level} ${code} ${source}`);
  const last = 'note tls-not-offered -';
  it('is a clause', () => {
    assert.deepEqual(codes(['TLS 1.3', 'TLS 1.2']), [last]);
    assert.deepEqual(codes(['TLS 1.2']), ['note tls-version-missing RFC 9325 3.1.1', last]);
    assert.deepEqual(codes(['TLS 1.1']), [
      'warning tls-version-old RFC 8996 2',
      'fail tls-version-missing RFC 9325 3.1.1',
      last,
    ]);
    assert.deepEqual(codes(['TLS 1.3', 'TLS 1.2 without forward secrecy']), [
      'warning tls-no-forward-secrecy RFC 9325 4.1',
      last,
    ]);
    for (const [port, level, source] of [
      [587, 'warning', 'RFC 8314 3.3'],
      [25, 'note', 'RFC 3207 4'],
      [465, 'note', 'RFC 3207 4'],
    ] as const)
      assert.deepEqual(codes(['TLS 1.3'], { port, clear: { code: 250, lines: ['250 ok'] } }), [
        `${level} starttls-optional ${source}`,
        last,
      ]);
    for (const words of ['STARTTLS first', 'use tls', 'Encryption required', 'secure it'])
      assert.deepEqual(codes(['TLS 1.3'], { port: 587, clear: { code: 530, lines: [words] } }), [
        'pass starttls-enforced RFC 3207 4',
        last,
      ]);
    assert.deepEqual(codes(['TLS 1.3'], { clear: { code: 530, lines: ['no butler'] } }), [
      'unknown starttls-unknown -',
      last,
    ]);
    assert.equal(scan(['TLS 1.2']).isGood, true);
    assert.equal(scan(['TLS 1.1', 'TLS 1.2']).isGood, false);
  });
});
