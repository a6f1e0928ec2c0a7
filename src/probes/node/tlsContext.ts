import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import type { StreamResult } from '../ports.ts';
import type { TlsOffer, TlsVersion } from '../tls.ts';
import type { DialOptions } from './dialOptions.ts';
import { knownAuthorities } from './knownAuthorities.ts';

const OLD: readonly (TlsVersion | undefined)[] = ['TLSv1', 'TLSv1.1'];

/**
 * What a handshake is made with. Where a version before 1.2 is asked for, the ciphers and digests that it has are
 * offered as well, which OpenSSL keeps back otherwise. `unsupported`: this TLS library has not what is asked for.
 */
export function tlsContext(
  { from, to, ciphers }: TlsOffer,
  { client, authorities = [] }: Pick<DialOptions, 'client' | 'authorities'>,
): StreamResult<SecureContext> {
  const isOld = OLD.includes(from) || OLD.includes(to);
  const more = authorities.length === 0 ? undefined : [...trusted(), ...authorities];
  const make = (list: string | undefined): SecureContext =>
    createSecureContext({
      ...(from !== undefined && { minVersion: from }),
      ...(to !== undefined && { maxVersion: to }),
      ...(list !== undefined && { ciphers: list }),
      ...(client !== undefined && client),
      ...(more !== undefined && { ca: more }),
    });
  // BoringSSL, which editors are built with, knows no levels and keeps nothing back.
  const lists = isOld ? [`${ciphers ?? 'DEFAULT'}@SECLEVEL=0`, ciphers] : [ciphers];
  let detail = '';
  for (const list of lists) {
    try {
      return { ok: true, value: make(list) };
    } catch (error) {
      detail = (error as Error).message;
    }
  }
  return { ok: false, failure: 'unsupported', detail };
}

/** Those that count where none are named, which naming some would put out of force. */
function trusted(): readonly string[] {
  const known = knownAuthorities('default');
  return known.length > 0 ? known : rootCertificates;
}

/** What is wrong with a certificate and a key that this client shall show; undefined where they fit each other. */
export function clientCertificateProblem(cert: string, key: string): string | undefined {
  try {
    createSecureContext({ cert, key });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
