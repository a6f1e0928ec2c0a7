import { isIpv4, isIpv6 } from './hostName.ts';
import type { TlsInfo } from './ports.ts';

/** What is wrong with a server's certificate, as a stable code; a probe reports it and goes on. */
export type CertificateProblem =
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  | 'certificate-other-name'
  | 'certificate-self-signed'
  | 'certificate-untrusted';

const SELF_SIGNED = new Set(['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN']);
const NAME_OR_TIME = new Set(['ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

/** Every problem there is, not only the one that the TLS library met first. `now` is in milliseconds since 1970. */
export function* certificateProblems(tls: TlsInfo, host: string, now: number): Iterable<CertificateProblem> {
  if (tls.notAfter !== undefined && Date.parse(tls.notAfter) < now) yield 'certificate-expired';
  if (tls.notBefore !== undefined && Date.parse(tls.notBefore) > now) yield 'certificate-not-yet-valid';
  if (!tls.names.some((name) => coversHost(name, host))) yield 'certificate-other-name';
  if (tls.distrust === undefined) return;
  if (SELF_SIGNED.has(tls.distrust)) yield 'certificate-self-signed';
  else if (!NAME_OR_TIME.has(tls.distrust)) yield 'certificate-untrusted';
}

/** RFC 9525 6.3: a wildcard stands for exactly the leftmost label. */
function coversHost(name: string, host: string): boolean {
  const pattern = name.toLowerCase();
  const wanted = host.toLowerCase();
  if (pattern === wanted) return true;
  if (!pattern.startsWith('*.') || isIpv4(wanted) || isIpv6(wanted)) return false;
  const dot = wanted.indexOf('.');
  return dot > 0 && wanted.slice(dot) === pattern.slice(1);
}
