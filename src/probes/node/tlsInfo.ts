import type { PeerCertificate, TLSSocket } from 'node:tls';
import { defined } from '../../core/text/defined.ts';
import type { TlsInfo } from '../ports.ts';

/** What was agreed on in a handshake, and the certificate that the server showed. */
export function describeTls(socket: TLSSocket): TlsInfo {
  const certificate = socket.getPeerCertificate();
  const distrust = socket.authorized ? undefined : socket.authorizationError;
  return {
    version: socket.getProtocol() ?? 'TLS',
    cipher: socket.getCipher().name,
    ...(distrust === undefined || distrust === null ? {} : { distrust: codeOf(distrust) }),
    ...defined({ subject: one(certificate.subject?.CN), issuer: one(certificate.issuer?.CN ?? certificate.issuer?.O) }),
    names: namesOf(certificate),
    ...defined({ notBefore: one(isoDate(certificate.valid_from)), notAfter: one(isoDate(certificate.valid_to)) }),
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
function namesOf(certificate: PeerCertificate): readonly string[] {
  return (certificate.subjectaltname ?? '')
    .split(', ')
    .map((name) => /^(?:DNS|IP Address):(.*)$/.exec(name)?.[1])
    .filter((name) => name !== undefined)
    .slice(0, 100);
}

function isoDate(text: string | undefined): string | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
