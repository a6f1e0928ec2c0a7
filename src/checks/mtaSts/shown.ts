import { type CertificateProblem, certificateProblems } from '../../probes/certificate.ts';
import type { SmtpProbeResult, SmtpStep } from '../../probes/smtp/types.ts';

/** What a sender makes of each problem; weak keys and digests are left to its TLS library. */
const WORDS: Readonly<Partial<Record<CertificateProblem, string>>> = {
  'certificate-expired': 'a certificate that has expired',
  'certificate-not-yet-valid': 'a certificate that is not valid yet',
  'certificate-other-name': 'a certificate for another name',
  'certificate-self-signed': 'a self-signed certificate',
  'certificate-private-authority': 'a certificate of an authority that is not public',
  'certificate-missing-intermediate': 'a certificate without that of its issuer',
  'certificate-unknown-issuer': 'a certificate of an unknown issuer',
  'certificate-revoked': 'a revoked certificate',
  'certificate-untrusted': 'a certificate that is not trusted',
};

/**
 * What keeps a sender that insists on TLS from delivering (RFC 8461 4.1, 4.2): no TLS, or a certificate that is not
 * trusted, out of its time or for another name. Nothing where the server could not be talked to.
 */
export function faultsShown({ endpoint, steps, findings, started }: SmtpProbeResult): readonly string[] {
  const isTls = (step: SmtpStep): step is Extract<SmtpStep, { step: 'tls' }> => step.step === 'tls';
  const tls = steps.filter(isTls).find(({ info }) => info !== undefined)?.info;
  const { host } = endpoint;
  if (tls === undefined) return findings.some(({ code }) => code === 'no-starttls') ? [`${host}: no STARTTLS`] : [];
  const old = tls.version === 'TLSv1' || tls.version === 'TLSv1.1' ? [`${host}: ${tls.version}`] : [];
  const problems = [...certificateProblems(tls, host, started)].flatMap((one) => WORDS[one] ?? []);
  return [...old, ...problems.map((problem) => `${host}: ${problem}`)];
}
