import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { defined } from '../../core/text/defined.ts';
import { t } from '../../core/text/words.ts';
import { readTlsVersions, type TlsOffer } from '../tls.ts';
import type { DialOptions } from './dialOptions.ts';
import { readProxy } from './proxyAddress.ts';
import { clientCertificateProblem } from './tlsContext.ts';

/** The way to servers, as a user writes it down; what is empty is not chosen. */
export interface WayChoice {
  readonly source?: string;
  /** `socks5://proxy.test:1080`, `http://proxy.test:3128`. */
  readonly proxy?: string;
  /** Files in PEM: the certificate that is shown to servers that ask for one, with its chain, and its key. */
  readonly cert?: string;
  readonly key?: string;
  /** Versions of TLS to offer: `1.2`, `1.0-1.1`. */
  readonly versions?: string;
  /** Files of authorities in PEM, trusted besides those of this machine. */
  readonly authorities?: readonly string[];
}

export type WayRead =
  | { readonly ok: true; readonly way: DialOptions & { readonly offer?: TlsOffer } }
  | { readonly ok: false; readonly problem: string };

const wrong = (problem: string): WayRead => ({ ok: false, problem });

/** What a choice means, or what is wrong with it in a sentence that shows no user and no password. Never rejects. */
export async function readWay(choice: WayChoice): Promise<WayRead> {
  const source = choice.source?.trim() || undefined;
  if (source !== undefined && isIP(source) === 0)
    return wrong(t('the source "{0}" is no IP address', source.slice(0, 60)));
  const typed = choice.proxy?.trim() || undefined;
  const proxy = typed === undefined ? undefined : readProxy(typed);
  if (typed !== undefined && proxy === undefined) {
    return wrong(t('the proxy is not written as socks5://HOST:PORT or http://HOST:PORT'));
  }
  const offer = choice.versions === undefined ? undefined : readTlsVersions(choice.versions);
  if (choice.versions !== undefined && offer === undefined) {
    return wrong(t('versions of TLS are written as one, 1.2, or two, 1.0-1.1'));
  }
  const client = await clientOf(choice);
  if (typeof client === 'string') return wrong(client);
  const authorities: string[] = [];
  for (const file of choice.authorities ?? []) {
    const text = await textOf(file);
    const found = text?.match(PEM) ?? [];
    if (found.length === 0) return wrong(t('{0} cannot be read, or holds no certificate in PEM', file));
    for (const one of found) authorities.push(one);
  }
  const more = authorities.length === 0 ? undefined : authorities;
  return { ok: true, way: defined({ source, proxy, client, authorities: more, offer }) };
}

const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]{1,100000}-----END CERTIFICATE-----/g;

async function clientOf({ cert, key }: WayChoice): Promise<DialOptions['client'] | string> {
  const files = { cert: cert?.trim() || undefined, key: key?.trim() || undefined };
  if (files.cert === undefined && files.key === undefined) return undefined;
  if (files.cert === undefined) return t('the key of a client is of no use without its certificate');
  // One file may hold both.
  const read = { cert: await textOf(files.cert), key: await textOf(files.key ?? files.cert) };
  if (read.cert === undefined) return t('{0} cannot be read', files.cert);
  if (read.key === undefined) return t('{0} cannot be read', files.key ?? files.cert);
  const problem = clientCertificateProblem(read.cert, read.key);
  return problem === undefined
    ? { cert: read.cert, key: read.key }
    : t('the certificate and the key of the client cannot be used: {0}', problem);
}

/** Octets of a file that are looked at. */
const LARGEST = 1_000_000;

async function textOf(file: string): Promise<string | undefined> {
  try {
    const bytes = await readFile(file);
    return bytes.length > LARGEST ? undefined : bytes.toString('latin1');
  } catch {
    return undefined;
  }
}
