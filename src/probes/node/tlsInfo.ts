import { createHash, X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import { defined } from '../../core/text/defined.ts';
import type { ShownCertificate, TlsInfo } from '../ports.ts';

/** Certificates of a chain that are looked at. */
const LONGEST_CHAIN = 10;

/** What was agreed on in a handshake, and the certificates that the server showed. */
export function describeTls(socket: TLSSocket): TlsInfo {
  const certificate = socket.getPeerCertificate(true);
  const distrust = socket.authorized ? undefined : socket.authorizationError;
  return {
    version: socket.getProtocol() ?? 'TLS',
    cipher: socket.getCipher().name,
    ...(distrust === undefined || distrust === null ? {} : { distrust: codeOf(distrust) }),
    ...defined({ subject: one(certificate.subject?.CN), issuer: one(certificate.issuer?.CN ?? certificate.issuer?.O) }),
    names: namesOf(certificate),
    ...datesOf(certificate),
    chain: chainOf(certificate),
  };
}

/** Node gives the code as a string, its type says Error. */
const codeOf = (error: unknown): string =>
  typeof error === 'string' ? error : ((error as NodeJS.ErrnoException).code ?? String(error));

/** A certificate may hold a name more than once; the first one is shown. */
function one(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

/** RFC 9525 6.4: the subject's CN counts for nothing any more. */
function namesOf(certificate: DetailedPeerCertificate): readonly string[] {
  return (certificate.subjectaltname ?? '')
    .split(', ')
    .map((name) => /^(?:DNS|IP Address):(.*)$/.exec(name)?.[1])
    .filter((name) => name !== undefined)
    .slice(0, 100);
}

const datesOf = (certificate: DetailedPeerCertificate): Pick<TlsInfo, 'notBefore' | 'notAfter'> =>
  defined({ notBefore: isoDate(certificate.valid_from), notAfter: isoDate(certificate.valid_to) });

function isoDate(text: string | undefined): string | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function chainOf(first: DetailedPeerCertificate): readonly ShownCertificate[] {
  const chain: ShownCertificate[] = [];
  const seen = new Set<string>();
  // A certificate that signed itself is its own issuer.
  for (let at: DetailedPeerCertificate | undefined = first; at?.raw !== undefined; at = at.issuerCertificate) {
    if (seen.has(at.fingerprint256) || chain.length === LONGEST_CHAIN) break;
    seen.add(at.fingerprint256);
    const shown = describe(at);
    if (shown !== undefined) chain.push(shown);
  }
  return chain;
}

function describe(certificate: DetailedPeerCertificate): ShownCertificate | undefined {
  try {
    const { publicKey } = new X509Certificate(certificate.raw);
    const spki = publicKey.export({ type: 'spki', format: 'der' });
    const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
    const { subject, issuer } = certificate;
    return {
      subject: one(subject?.CN ?? subject?.O) ?? '',
      issuer: one(issuer?.CN ?? issuer?.O) ?? '',
      ...datesOf(certificate),
      key: [publicKey.asymmetricKeyType?.toUpperCase(), modulusLength ?? namedCurve].filter(Boolean).join(' '),
      digests: {
        'cert-sha256': digest('sha256', certificate.raw),
        'spki-sha256': digest('sha256', spki),
        'cert-sha512': digest('sha512', certificate.raw),
        'spki-sha512': digest('sha512', spki),
      },
      cert: hex(certificate.raw),
      spki: hex(spki),
    };
  } catch {
    // A key of a kind that OpenSSL does not know: nothing is told of it.
    return undefined;
  }
}

const hex = (bytes: Buffer): string => bytes.toString('hex').toUpperCase();

const digest = (algorithm: string, bytes: Buffer): string => hex(createHash(algorithm).update(bytes).digest());
