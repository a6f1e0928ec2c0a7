import assert from 'node:assert/strict';
import type { Revocation, ShownCertificate, TlsInfo } from '../../src/probes/tls.ts';
import { renderChain } from '../../src/report/certificateLines.ts';

const own = {
  subject: 'mx1.contoso.test',
  issuer: 'Contoso CA',
  key: 'RSA 2048',
  signature: 'sha256',
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2027-01-01T00:00:00.000Z',
  selfSigned: false,
} as unknown as ShownCertificate;

const lines = (chain: readonly ShownCertificate[], revocation?: Revocation): readonly string[] => [
  ...renderChain({ chain, names: ['mx1.contoso.test'], ...(revocation && { revocation }) } as unknown as TlsInfo),
];

describe('the lines of a chain of certificates', () => {
  it('are one for each, the first with its names, and one about being revoked', () => {
    const [first = '', second = '', note, ...more] = lines([own, { ...own, subject: 'Contoso CA', issuer: 'Root' }]);
    assert.deepEqual([first.includes('mx1.contoso.test'), second.includes('mx1.contoso.test')], [true, false]);
    for (const word of ['RSA 2048', '2026-01-01', '2027-01-01', 'sha256']) assert.ok(first.includes(word), word);
    assert.doesNotMatch(first, /T00:00/);
    assert.match(first, /^\* .*1\b.*mx1\.contoso\.test/);
    assert.match(second, /^\* .*2\b.*Contoso CA/);
    assert.match(note ?? '', /whether the certificate has been revoked is not known: no OCSP response is stapled/);
    assert.deepEqual(more, []);
  });
  it('say nothing about being revoked of a certificate that signed itself, or of none', () => {
    assert.equal(lines([{ ...own, selfSigned: true }]).length, 1);
    assert.deepEqual(lines([]), []);
  });
  it('say what an OCSP response says', () => {
    const said = (revocation: Revocation): string | undefined => lines([own], revocation).at(-1)?.replace(/^\* /, '');
    const unknown = 'whether the certificate has been revoked is not known';
    const from = '2026-11-20T10:00:00.000Z';
    const until = '2026-11-27T10:00:00.000Z';
    for (const [revocation, words] of [
      [{ status: 'good' }, 'the certificate has not been revoked: so the stapled OCSP response says'],
      [
        { status: 'good', from, until },
        'the certificate has not been revoked: so the stapled OCSP response (of 2026-11-20T10:00Z, good until 2026-11-27T10:00Z) says',
      ],
      [
        { status: 'revoked', from },
        'the certificate has been revoked: so the stapled OCSP response (of 2026-11-20T10:00Z) says',
      ],
      [
        { status: 'unknown', until },
        `${unknown}: the stapled OCSP response (good until 2026-11-27T10:00Z) says that its issuer does not know it`,
      ],
      [{ status: 'unusable', why: 'unreadable' }, `${unknown}: the stapled OCSP response cannot be read`],
      [
        { status: 'unusable', why: 'other-certificate' },
        `${unknown}: the stapled OCSP response is about another certificate`,
      ],
      [{ status: 'unusable', why: 'not-signed' }, `${unknown}: the stapled OCSP response is not signed by the issuer`],
      [{ status: 'unusable', why: 'out-of-date' }, `${unknown}: the time of the stapled OCSP response is over`],
      [
        { status: 'unusable', why: 'no-issuer' },
        `${unknown}: the issuer is not shown, so the stapled OCSP response cannot be checked`,
      ],
    ] as const) {
      assert.equal(said(revocation as Revocation), words);
    }
  });
});
