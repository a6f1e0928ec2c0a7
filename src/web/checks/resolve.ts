import { createAsking, type ResolverOptions } from '../../probes/node/dns/asking.ts';
import { exchange, NO_NAME, unreachable } from '../../probes/node/dns/exchange.ts';
import { type Attempt, readAnswer } from '../../probes/node/dns/readAnswer.ts';
import type { DnsServer } from '../../probes/node/dns/readServer.ts';
import { writeQuery } from '../../probes/node/dns/writeQuery.ts';
import type { CancelSignal, Question, Resolve } from '../../probes/ports.ts';

const MEDIA_TYPE = 'application/dns-message';
/** Octets of a DNS message at most. */
const LONGEST = 65_535;

/** DNS over HTTPS alone, by what the browser has for it. */
export const createResolve = (options: ResolverOptions): Resolve => createAsking(options, () => [], ask);

async function ask(server: DnsServer, question: Question, wait: number, signal: CancelSignal): Promise<Attempt> {
  if (server.over !== 'https') {
    return { status: 'UNREACHABLE', records: [], detail: 'a browser asks resolvers by an https:// address only' };
  }
  const query = writeQuery(question, true, 0);
  if (query === undefined) return NO_NAME;
  return exchange<Attempt>(wait, signal, (settle) => {
    const stop = new AbortController();
    // By GET (RFC 8484 4.1): of a POST of this type a browser asks first whether it may.
    const url = new URL(server.url);
    url.searchParams.set('dns', base64url(query.bytes));
    fetch(url, {
      headers: { accept: MEDIA_TYPE },
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: stop.signal,
    })
      .then(async (response) => {
        const type = (response.headers.get('content-type') ?? '').slice(0, 60);
        if (response.status !== 200) return settle(malformed(`the server answered HTTP ${response.status}`));
        if (!type.toLowerCase().startsWith(MEDIA_TYPE))
          return settle(malformed(`what came is ${type || 'of no type'}`));
        const octets = await response.arrayBuffer();
        if (octets.byteLength > LONGEST) return settle(malformed('the answer is longer than a DNS message can be'));
        const read = readAnswer(Buffer.from(octets), query.id, question);
        settle(read.kind === 'answer' ? read.attempt : malformed('the HTTP body is no answer to the question'));
      })
      .catch((error: Error) =>
        settle(unreachable(new Error(`${error.message}; or the resolver lets no page ask it (CORS)`))),
      );
    return () => stop.abort();
  });
}

const malformed = (detail: string): Attempt => ({ status: 'MALFORMED', records: [], detail });

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes.subarray(0, 512)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
