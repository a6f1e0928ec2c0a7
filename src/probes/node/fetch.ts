import { request } from 'node:https';
import { isIP } from 'node:net';
import { limits } from '../limits.ts';
import type { CancelSignal, Fetch, Fetched, Resolve, StreamFailure, StreamResult } from '../ports.ts';
import { failureOf } from './socketStream.ts';

export interface FetchOptions {
  readonly resolve: Resolve;
  /** Milliseconds in all. */
  readonly timeout?: number;
  /** Where to connect instead: `mta-sts.contoso.test:443` → `127.0.0.1:8443`. */
  readonly connectTo?: ReadonlyMap<string, string>;
  /** The certificates that are trusted instead of those that Node knows, in PEM form. */
  readonly trusted?: string;
}

type Result = StreamResult<Fetched>;

/** Documents over HTTPS, their hosts found by our own resolver. */
export const createFetch =
  ({ resolve, timeout = limits.documentWait, connectTo, trusted }: FetchOptions): Fetch =>
  async (url, signal) => {
    // `mta-sts.contoso.123` is a name of DNS, but no host of a URL.
    if (!URL.canParse(url)) return lost('name', `${url} is no address`);
    const { hostname, port, pathname, search, protocol } = new URL(url);
    if (protocol !== 'https:') return lost('unreachable', `${url} is no https: address`);
    const instead = connectTo?.get(`${hostname}:${port || '443'}`);
    const at = instead?.lastIndexOf(':') ?? -1;
    const address = instead === undefined ? await addressOf(hostname, resolve, signal) : instead.slice(0, at);
    if (address === undefined) return lost(signal.aborted ? 'cancelled' : 'name', `${hostname} has no address`);
    return new Promise((done) => {
      let settled = false;
      const settle = (result: Result): void => {
        if (settled) return;
        settled = true;
        clearTimeout(timer);
        signal.removeEventListener('abort', cancel);
        done(result);
        queueMicrotask(() => sent.destroy());
      };
      const cancel = (): void => settle(lost('cancelled'));
      const timer = setTimeout(() => settle(lost('timeout')), timeout);
      const sent = request({
        host: address,
        port: instead === undefined ? Number(port || 443) : Number(instead.slice(at + 1)),
        path: `${pathname}${search}`,
        servername: hostname,
        headers: { host: hostname, accept: 'text/plain, */*' },
        agent: false,
        ...(trusted !== undefined && { ca: trusted }),
      });
      sent.on('error', (error: NodeJS.ErrnoException) => settle(lost(failure(error), error.message)));
      sent.on('response', (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        const finish = (isCut: boolean): void => {
          const [contentType = ''] = (response.headers['content-type'] ?? '').toLowerCase().split(';');
          const body = Buffer.concat(chunks).subarray(0, limits.documentBytes).toString('utf8');
          const status = response.statusCode as number;
          settle({ ok: true, value: { status, contentType: contentType.trim(), body, isCut } });
        };
        response.on('data', (bytes: Buffer) => {
          chunks.push(bytes);
          size += bytes.length;
          if (size > limits.documentBytes) finish(true);
        });
        response.on('end', () => finish(false));
        response.on('error', (error: NodeJS.ErrnoException) => settle(lost(failure(error), error.message)));
      });
      signal.addEventListener('abort', cancel);
      sent.end();
      if (signal.aborted) cancel();
    });
  };

async function addressOf(host: string, resolve: Resolve, signal: CancelSignal): Promise<string | undefined> {
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return host.replace(/^\[|\]$/g, '');
  for (const type of ['A', 'AAAA'] as const) {
    const { records } = await resolve({ name: host, type }, signal);
    const found = records.find((record) => record.type === type);
    if (found !== undefined) return found.data;
  }
  return undefined;
}

/** What the certificate fails by stands in the code of the error. */
const failure = (error: NodeJS.ErrnoException): StreamFailure =>
  /CERT|SIGNED|SIGNATURE|ALTNAME|ISSUER|CHAIN/.test(error.code ?? '') ? 'tls' : failureOf(error);

const lost = (failure: StreamFailure, detail = ''): Result => ({ ok: false, failure, detail });
