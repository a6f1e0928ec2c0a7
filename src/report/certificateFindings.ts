import { cutTo, firstOf } from '../core/text/few.ts';
import type { CertificateFault, CertificateProblem } from '../probes/certificate.ts';
import type { ProbeFindingAbout, ProbeFindingRow } from './probeFindingRow.ts';

/** OpenSSL's codes for a certificate that is not trusted, in words. */
const DISTRUST: ReadonlyMap<string, string> = new Map([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in the chain'],
  ['CERT_HAS_EXPIRED', 'it has expired'],
  ['CERT_NOT_YET_VALID', 'it is not valid yet'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'it is for another name'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'its issuer is not known here'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'an issuer in the chain is not known here'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'its issuer is neither shown nor known here'],
  ['CERT_REVOKED', 'it has been revoked'],
  ['CERT_SIGNATURE_FAILURE', 'its signature is wrong'],
  ['INVALID_PURPOSE', 'it is not meant for servers'],
  ['INVALID_CA', 'a certificate in the chain may not issue others'],
  ['PATH_LENGTH_EXCEEDED', 'the chain is longer than a certificate in it allows'],
  ['CERT_REJECTED', 'it is refused for this use'],
  ['HOSTNAME_MISMATCH', 'it is for another name'],
  ['UNSPECIFIED', 'the TLS library does not say why'],
]);

export const distrustWords = (code: string): string => DISTRUST.get(code) ?? code;

const day = (time: string | undefined): string => time?.slice(0, 10) ?? 'an unknown day';

/** "The certificate" is the server's own. */
const the = (of: string | undefined): string =>
  of === undefined ? 'The certificate' : `The certificate of ${named(of)}`;

/** Names out of certificates are whatever somebody wrote there. */
const named = (name: string): string => `"${cutTo(name, 100).replaceAll('"', "'")}"`;

/** The words for each fault with a code. */
function each<Code extends CertificateFault['code']>(
  { faults }: ProbeFindingAbout,
  code: Code,
  says: (fault: Extract<CertificateFault, { readonly code: Code }>) => string,
): string {
  const all = faults.filter((one): one is Extract<CertificateFault, { readonly code: Code }> => one.code === code);
  return all.map(says).join(' ') || 'Something is wrong with the certificate.';
}

/** What is wrong with a certificate. */
export const certificateRows: Readonly<Record<CertificateProblem, ProbeFindingRow>> = {
  'certificate-expired': {
    level: 'warning',
    says: (about) => each(about, 'certificate-expired', ({ at, of }) => `${the(of)} expired on ${day(at)}.`),
    next: 'Renew it: servers that check certificates will not deliver.',
    source: 'RFC 5280 4.1.2.5',
  },
  'certificate-expires-soon': {
    level: 'warning',
    says: (about) => each(about, 'certificate-expires-soon', ({ at }) => `The certificate expires on ${day(at)}.`),
    next: 'Renew it, and look why that has not happened by itself.',
    source: 'RFC 5280 4.1.2.5',
  },
  'certificate-not-yet-valid': {
    level: 'warning',
    says: (about) =>
      each(about, 'certificate-not-yet-valid', ({ at, of }) => `${the(of)} is valid only from ${day(at)}.`),
    next: 'Check the clocks of both machines.',
    source: 'RFC 5280 4.1.2.5',
  },
  'certificate-other-name': {
    level: 'warning',
    says: ({ host, tls }) =>
      `The certificate is not for ${host} but for ${firstOf(tls?.names ?? [], 5) || tls?.subject || 'nobody'}.`,
    next: 'Get one for the name by which others know the server: those that check names (MTA-STS, DANE) will not deliver.',
    source: 'RFC 9525 6.3',
  },
  'certificate-self-signed': {
    level: 'note',
    says: () =>
      'The certificate is self-signed. Most servers deliver anyway; those that check certificates (MTA-STS) do not.',
    source: 'RFC 8461 4.2',
  },
  'certificate-private-authority': {
    level: 'note',
    says: (about) =>
      each(
        about,
        'certificate-private-authority',
        ({ authority }) =>
          `The chain ends with ${named(authority)}, which signed itself and is no authority that this machine trusts. Most servers deliver anyway; those that check certificates (MTA-STS) do not.`,
      ),
    next: 'Get a certificate from a public authority; for servers of your own, name the authority with --ca.',
    source: 'RFC 8461 4.2',
  },
  'certificate-missing-intermediate': {
    level: 'warning',
    says: (about) =>
      each(
        about,
        'certificate-missing-intermediate',
        ({ issuer, at }) =>
          `The server shows its own certificate alone. That of ${named(issuer)}, which issued it, is missing, and ${named(issuer)} is no authority that this machine trusts${at === undefined ? '' : `; the certificate says that it lies at ${at}`}.`,
      ),
    next: 'Let the server send the certificate of the issuer behind its own (the "full chain" of whoever issued it).',
    source: 'RFC 8446 4.4.2',
  },
  'certificate-unknown-issuer': {
    level: 'warning',
    says: (about) =>
      each(
        about,
        'certificate-unknown-issuer',
        ({ issuer, of }) =>
          `The chain ends with ${named(of)}, whose issuer ${named(issuer)} is neither shown nor an authority that this machine trusts.`,
      ),
    next: 'Check that the server sends its whole chain, and that a public authority stands at its end.',
    source: 'RFC 8446 4.4.2',
  },
  'certificate-weak-key': {
    level: 'warning',
    says: (about) => each(about, 'certificate-weak-key', ({ key, of }) => `${the(of)} has a weak key (${key}).`),
    next: 'Get a certificate for a key of RSA 2048 or more, or EC prime256v1.',
    source: 'RFC 9325 4.5',
  },
  'certificate-weak-signature': {
    level: 'warning',
    says: (about) =>
      each(
        about,
        'certificate-weak-signature',
        ({ signature, of }) => `${the(of)} is signed with ${signature}, which can be forged.`,
      ),
    next: 'Get a certificate that is signed with SHA-256.',
    source: 'RFC 9325 4.5',
  },
  'certificate-revoked': {
    level: 'fail',
    says: (about) =>
      each(
        about,
        'certificate-revoked',
        ({ at }) =>
          `The certificate has been revoked${at === undefined ? '' : ` since ${day(at)}`}: so says its issuer in the OCSP response that the server itself shows.`,
      ),
    next: 'Get a new certificate with a new key.',
    source: 'RFC 6960 2.2',
  },
  'certificate-untrusted': {
    level: 'warning',
    says: (about) =>
      each(
        about,
        'certificate-untrusted',
        ({ distrust }) => `The certificate is not trusted: ${distrustWords(distrust)}.`,
      ),
    next: 'Check that the server sends its whole chain.',
    source: 'RFC 8461 4.2',
  },
};
