import { isIpv4, isIpv6 } from './hostName.ts';
import type { ShownCertificate, TlsInfo } from './tls.ts';

/** What is wrong with a server's certificate, as a stable code; a probe reports it and goes on. */
export type CertificateProblem = CertificateFault['code'];

/** The same with what it is about. `of`: the certificate of the chain, where it is not the server's own. */
export type CertificateFault =
  /** `at`: the day that counts, ISO 8601. */
  | { readonly code: 'certificate-expired' | 'certificate-not-yet-valid'; readonly at?: string; readonly of?: string }
  /** The server's own, which should have been renewed by now. */
  | { readonly code: 'certificate-expires-soon'; readonly at: string }
  | { readonly code: 'certificate-other-name' }
  | { readonly code: 'certificate-self-signed' }
  /** The chain ends with an authority, by its name, that this machine does not know. */
  | { readonly code: 'certificate-private-authority'; readonly authority: string }
  /** The server shows its own certificate alone; `at`: where that says its issuer's can be had. */
  | { readonly code: 'certificate-missing-intermediate'; readonly issuer: string; readonly at?: string }
  /** What the last certificate of several was issued by is not known. */
  | { readonly code: 'certificate-unknown-issuer'; readonly issuer: string; readonly of: string }
  | { readonly code: 'certificate-weak-key'; readonly key: string; readonly of?: string }
  | { readonly code: 'certificate-weak-signature'; readonly signature: string; readonly of?: string }
  /** By the stapled response; `at`: since when, ISO 8601. */
  | { readonly code: 'certificate-revoked'; readonly at?: string }
  /** For a reason that none of the others is; `distrust` in OpenSSL's code. */
  | { readonly code: 'certificate-untrusted'; readonly distrust: string };

/** With these a certificate is trusted all the same. */
const BEARABLE: ReadonlySet<CertificateProblem> = new Set([
  'certificate-expires-soon',
  'certificate-weak-key',
  'certificate-weak-signature',
] as const);

export const isTrusted = (problems: readonly CertificateProblem[]): boolean =>
  problems.every((code) => BEARABLE.has(code));

/** OpenSSL's codes for what the other faults tell, each by itself. */
const TOLD = new Set([
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Every problem there is, not only the one that the TLS library met first. `now` is in milliseconds since 1970. */
export function* certificateFaults(tls: TlsInfo, host: string, now: number): Iterable<CertificateFault> {
  const { chain, distrust, revocation } = tls;
  const own = { notBefore: tls.notBefore, notAfter: tls.notAfter };
  // A root is trusted for being known, whatever it is signed with, and however long.
  const signed = chain.filter((one) => one.known !== true);
  const dated = [own, ...signed.slice(1)];
  for (const one of dated) {
    const of = 'subject' in one ? { of: one.subject } : {};
    if (one.notAfter !== undefined && Date.parse(one.notAfter) < now) {
      yield { code: 'certificate-expired', at: one.notAfter, ...of };
    }
    if (one.notBefore !== undefined && Date.parse(one.notBefore) > now) {
      yield { code: 'certificate-not-yet-valid', at: one.notBefore, ...of };
    }
  }
  if (expiresSoon(tls, now)) yield { code: 'certificate-expires-soon', at: tls.notAfter as string };
  if (!tls.names.some((name) => coversHost(name, host))) yield { code: 'certificate-other-name' };
  const missing = distrust === undefined ? undefined : chainFault(chain, distrust);
  if (missing !== undefined) yield missing;
  for (const [i, one] of signed.entries()) {
    const of = i === 0 ? {} : { of: one.subject };
    if (isWeakKey(one.key)) yield { code: 'certificate-weak-key', key: one.key, ...of };
    if (one.selfSigned !== true && isWeakSignature(one.signature)) {
      yield { code: 'certificate-weak-signature', signature: one.signature as string, ...of };
    }
  }
  if (revocation?.status === 'revoked' || distrust === 'CERT_REVOKED') {
    const since = revocation?.status === 'revoked' ? revocation.since : undefined;
    yield { code: 'certificate-revoked', ...(since !== undefined && { at: since }) };
  }
  if (distrust !== undefined && distrust !== 'CERT_REVOKED' && !isTold(distrust, missing)) {
    yield { code: 'certificate-untrusted', distrust };
  }
}

export function* certificateProblems(tls: TlsInfo, host: string, now: number): Iterable<CertificateProblem> {
  const seen = new Set<CertificateProblem>();
  for (const { code } of certificateFaults(tls, host, now)) {
    if (!seen.has(code)) yield code;
    seen.add(code);
  }
}

/** Why the chain leads to nobody who is known here; undefined where it does. */
function chainFault(chain: readonly ShownCertificate[], distrust: string): CertificateFault | undefined {
  const own = chain[0];
  const last = chain.at(-1);
  if (own === undefined || last === undefined) {
    return distrust.includes('SELF_SIGNED') ? { code: 'certificate-self-signed' } : undefined;
  }
  if (last.known === true) return undefined;
  if (last.selfSigned === true) {
    return chain.length === 1
      ? { code: 'certificate-self-signed' }
      : { code: 'certificate-private-authority', authority: last.subject };
  }
  if (chain.length > 1) return { code: 'certificate-unknown-issuer', issuer: last.issuer, of: last.subject };
  const { issuer, issuerAt } = own;
  return { code: 'certificate-missing-intermediate', issuer, ...(issuerAt !== undefined && { at: issuerAt }) };
}

/** OpenSSL says "self-signed" and "no issuer" of the chain; where no fault was found in that, its word is told as it is. */
const isTold = (distrust: string, missing: CertificateFault | undefined): boolean =>
  TOLD.has(distrust) && (missing !== undefined || /EXPIRED|NOT_YET|ALTNAME/.test(distrust));

const DAY = 86_400_000;

/** Less than a tenth of its time is left, and less than 14 days: what renews itself does so earlier. */
function expiresSoon({ notBefore, notAfter }: Pick<TlsInfo, 'notBefore' | 'notAfter'>, now: number): boolean {
  const [from, until] = [notBefore, notAfter].map((time) => Date.parse(time ?? '')) as [number, number];
  return until > now && until - now < Math.min(14 * DAY, (until - from) / 10);
}

/** Fewer bits than 112 of security (NIST SP 800-131A, CA/Browser Forum BR 6.1.5). */
function isWeakKey(key: string): boolean {
  const bits = Number(/^(?:RSA|RSA-PSS|DSA|DH) (\d{1,6})$/.exec(key)?.[1] ?? Number.NaN);
  if (!Number.isNaN(bits)) return bits < 2048;
  return /^EC (?:prime|sect|secp|wtls|c2pnb)1[0-9]{2}(?!\d)/.test(key);
}

/** Digests that two texts can be made for (RFC 9155, CA/Browser Forum BR 7.1.3.2). */
const isWeakSignature = (signature: string | undefined): boolean => /^(?:MD5|SHA-1) with /.test(`${signature}`);

/** RFC 9525 6.3: a wildcard stands for exactly the leftmost label. */
function coversHost(name: string, host: string): boolean {
  const pattern = name.toLowerCase();
  const wanted = host.toLowerCase();
  if (pattern === wanted) return true;
  if (isIpv6(wanted)) return isIpv6(pattern) && groupsOf(pattern) === groupsOf(wanted);
  if (!pattern.startsWith('*.') || isIpv4(wanted)) return false;
  const dot = wanted.indexOf('.');
  return dot > 0 && wanted.slice(dot) === pattern.slice(1);
}

/** All eight groups of an IPv6 address, of which people leave zeros out (RFC 5952); with dots in it as it is. */
function groupsOf(address: string): string {
  if (address.includes('.')) return address;
  const [front, back] = address.split('::').map((half) => (half === '' ? [] : half.split(':'))) as [
    string[],
    string[]?,
  ];
  const left = Array<string>(back === undefined ? 0 : 8 - front.length - back.length).fill('0');
  return [...front, ...left, ...(back ?? [])].map((group) => Number.parseInt(group, 16)).join(':');
}
