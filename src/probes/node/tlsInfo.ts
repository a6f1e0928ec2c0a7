import { createHash, X509Certificate } from 'node:crypto';
import { type DetailedPeerCertificate, rootCertificates, type TLSSocket } from 'node:tls';
import { defined } from '../../core/text/defined.ts';
import type { ShownCertificate, TlsInfo } from '../tls.ts';
import { inside, readDer, signatureAlgorithm } from './der.ts';
import { knownAuthorities } from './knownAuthorities.ts';
import { readStaple } from './ocsp.ts';

/** Certificates of a chain that are looked at. */
const LONGEST_CHAIN = 10;

/** What was agreed on in a handshake, and the certificates that the server showed; `staple` is its OCSP response. */
export function describeTls(socket: TLSSocket, staple?: Buffer, authorities: readonly string[] = []): TlsInfo {
  const certificate = socket.getPeerCertificate(true);
  const found = certificatesOf(certificate);
  // Node gives the code as a string, though its type says Error.
  const distrust = socket.authorized ? undefined : String(socket.authorizationError);
  const known = distrust === undefined ? undefined : knownTo(authorities);
  return {
    version: socket.getProtocol() ?? 'TLS',
    cipher: socket.getCipher()?.name ?? 'no cipher',
    ...defined({ keyExchange: keyExchangeOf(socket), distrust }),
    ...defined({ subject: one(certificate.subject?.CN), issuer: one(certificate.issuer?.CN ?? certificate.issuer?.O) }),
    names: namesIn(certificate.subjectaltname ?? ''),
    ...datesOf(certificate),
    chain: found.flatMap((at, i) => {
      // What the whole chain rests on is known where OpenSSL trusts it, whatever store it has that from.
      return describe(at, known?.(at) ?? i === found.length - 1) ?? [];
    }),
    ...defined({ revocation: staple === undefined ? undefined : ofStaple(staple, found) }),
  };
}

function ofStaple(staple: Buffer, [own, issuer]: readonly DetailedPeerCertificate[]): TlsInfo['revocation'] {
  if (own === undefined) return undefined;
  const shown = issuer === undefined ? undefined : new X509Certificate(issuer.raw);
  const read = readStaple(staple, new X509Certificate(own.raw), shown);
  // RFC 6960 3.2: what is past its time says nothing, but for what has been revoked, which stays so.
  const isOver = read.status !== 'unusable' && Date.parse(read.until ?? '') < Date.now();
  return isOver && read.status !== 'revoked' ? { status: 'unusable', why: 'out-of-date' } : read;
}

/** Which certificates are trusted for themselves, though the chain is not: ours, those of the system, and those that were given. */
function knownTo(authorities: readonly string[]): (certificate: DetailedPeerCertificate) => boolean {
  ours ??= [...rootCertificates, ...knownAuthorities('default'), ...knownAuthorities('system')].map(base64Of);
  const known = new Set([...ours, ...authorities.map(base64Of)]);
  return ({ raw }) => known.has(raw.toString('base64'));
}
let ours: readonly string[] | undefined;

const base64Of = (pem: string): string => pem.replace(/-----[A-Z ]{1,40}-----|\s{1,4}/g, '');

function keyExchangeOf(socket: TLSSocket): string | undefined {
  const key = socket.getEphemeralKeyInfo() as {
    readonly type?: string;
    readonly name?: string;
    readonly size?: number;
  };
  if (key?.type === undefined) return undefined;
  if (key.name !== undefined) return key.name;
  return key.size === undefined ? undefined : `${key.type} ${key.size}`;
}

/** A certificate may hold a name more than once; the first one is shown. */
function one(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

/**
 * All DNS names and IP addresses of a SubjectAltName as Node writes it: `DNS:a.test, DNS:"b, c"`, where what is in quotes
 * is one name in JSON, which could otherwise pass for several. OpenSSL takes 100 kB of certificates, so no entry is
 * longer than is read. RFC 9525 6.4: the subject's CN counts for nothing any more.
 */
export function namesIn(text: string): readonly string[] {
  const names: string[] = [];
  const entry = /(othername: ?\w{1,40}|[A-Za-z][\w ]{0,40}):(?:"((?:[^"\\]|\\.){0,200000})"|([^,]{0,200000}))(?:, |$)/y;
  for (let found = entry.exec(text); found !== null; found = entry.exec(text)) {
    const [, kind, quoted, plain] = found;
    if (kind === 'DNS' || kind === 'IP Address') names.push((quoted ?? plain) as string);
  }
  return names;
}

const datesOf = (certificate: DetailedPeerCertificate): Pick<TlsInfo, 'notBefore' | 'notAfter'> =>
  defined({ notBefore: isoDate(certificate.valid_from), notAfter: isoDate(certificate.valid_to) });

function isoDate(text: string | undefined): string | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function certificatesOf(first: DetailedPeerCertificate): readonly DetailedPeerCertificate[] {
  const chain: DetailedPeerCertificate[] = [];
  const seen = new Set<string>();
  // A certificate that signed itself is its own issuer.
  for (let at: DetailedPeerCertificate | undefined = first; at?.raw !== undefined; at = at.issuerCertificate) {
    if (seen.has(at.fingerprint256) || chain.length === LONGEST_CHAIN) break;
    seen.add(at.fingerprint256);
    chain.push(at);
  }
  return chain;
}

function describe(certificate: DetailedPeerCertificate, isKnown: boolean): ShownCertificate | undefined {
  try {
    const read = new X509Certificate(certificate.raw);
    const { publicKey } = read;
    const spki = publicKey.export({ type: 'spki', format: 'der' });
    const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
    const { subject, issuer } = certificate;
    return {
      subject: one(subject?.CN ?? subject?.O) ?? '',
      issuer: one(issuer?.CN ?? issuer?.O) ?? '',
      ...datesOf(certificate),
      key: [publicKey.asymmetricKeyType?.toUpperCase(), modulusLength ?? namedCurve].filter(Boolean).join(' '),
      signature: signatureAlgorithm(inside(readDer(certificate.raw)[0])[1]).name,
      ...(read.subject === read.issuer && signedItself(read) && { selfSigned: true }),
      ...(isKnown && { known: true }),
      ...defined({ issuerAt: /^CA Issuers - URI:(\S{1,300})$/m.exec(read.infoAccess ?? '')?.[1] }),
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

/** By its own key, whatever it says of itself: `checkIssued` wants a key usage that many who sign themselves do not have. */
function signedItself(certificate: X509Certificate): boolean {
  try {
    return certificate.verify(certificate.publicKey);
  } catch {
    return false;
  }
}
