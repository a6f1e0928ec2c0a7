import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createFetch } from '../../../src/probes/node/fetch.ts';
import type { Resolve } from '../../../src/probes/ports.ts';
import { certificate } from '../../lab/certificate.ts';

const never = new AbortController().signal;
const nothing: Resolve = async (question) => ({ question, status: 'NXDOMAIN', records: [], elapsed: 0 });

/** What is fetched from a server with this certificate that answers so. */
async function fetched(
  handler: RequestListener,
  options: {
    readonly names?: readonly string[];
    readonly trust?: boolean;
    readonly timeout?: number;
    readonly signal?: AbortSignal;
    readonly url?: (port: number) => string;
    readonly resolve?: Resolve;
  } = {},
) {
  const { names = ['mta-sts.contoso.test'], trust = true, timeout = 3000, signal = never, resolve = nothing } = options;
  const credentials = await certificate('mta-sts.contoso.test', names);
  const server = createServer(credentials, handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const fetch = createFetch({
      resolve,
      timeout,
      connectTo: new Map([['mta-sts.contoso.test:443', `127.0.0.1:${(server.address() as AddressInfo).port}`]]),
      ...(trust && { trusted: credentials.cert }),
    });
    const url = options.url?.((server.address() as AddressInfo).port);
    const result = await fetch(url ?? 'https://mta-sts.contoso.test/.well-known/mta-sts.txt', signal);
    return result.ok ? result.value : `${result.failure} ${result.detail}`;
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

describe('a document over HTTPS', () => {
  it('is not looked for at a name that no URL can hold', async () => {
    const fetch = createFetch({ resolve: nothing });
    const result = await fetch('https://mta-sts.contoso.123/.well-known/mta-sts.txt', never);
    assert.equal(result.ok ? 'fetched' : result.failure, 'name');
  });
  it('comes with its status and its type', async () => {
    const seen: string[] = [];
    const result = await fetched((request, response) => {
      seen.push(`${request.method} ${request.headers.host} ${request.url}`);
      response.setHeader('content-type', 'Text/Plain; charset=utf-8');
      response.end('version: STSv1\n');
    });
    assert.deepEqual(result, { status: 200, contentType: 'text/plain', body: 'version: STSv1\n', isCut: false });
    assert.deepEqual(seen, ['GET mta-sts.contoso.test /.well-known/mta-sts.txt']);
  });
  it('is not fetched from where a redirect leads', async () => {
    const result = await fetched((_, response) => response.writeHead(302, { location: 'https://other.test/' }).end());
    assert.deepEqual(result, { status: 302, contentType: '', body: '', isCut: false });
  });
  it('is cut where it is longer than a policy may be', async () => {
    const result = await fetched((_, response) => response.end('x'.repeat(70_000)));
    assert.ok(typeof result === 'object');
    assert.deepEqual([result.body.length, result.isCut], [65_536, true]);
  });
  it('is not taken where the certificate is not trusted or is for another name', async () => {
    assert.match(String(await fetched((_, response) => response.end('x'), { trust: false })), /^tls .*self-signed/);
    assert.match(
      String(await fetched((_, response) => response.end('x'), { names: ['other.test'] })),
      /^tls .*altnames/,
    );
  });
  it('is waited for no longer than was said', async () => {
    assert.equal(await fetched(() => {}, { timeout: 200 }), 'timeout ');
  });
  it('has a host that the DNS must know', async () => {
    const result = await createFetch({ resolve: nothing })('https://nowhere.test/', never);
    assert.deepEqual(result, { ok: false, failure: 'name', detail: 'nowhere.test has no address' });
  });
  it('is asked for with its query, at the port and the address that are named', async () => {
    const asked: string[] = [];
    const seen: (string | undefined)[] = [];
    const resolve: Resolve = async (question) => {
      asked.push(`${question.name} ${question.type}`);
      const alias = { name: question.name, type: 'CNAME', ttl: 1, data: 'x.test.' } as const;
      const record = { name: 'x.test', type: 'A', ttl: 1, data: '127.0.0.1' } as const;
      return { question, status: 'NOERROR', records: [alias, record], elapsed: 1 };
    };
    const result = await fetched(
      (request, response) => {
        seen.push(request.url, request.headers.accept);
        response.end('x');
      },
      { resolve, url: (port) => `https://mta-sts.contoso.test:${port}/a?b=c` },
    );
    assert.deepEqual(result, { status: 200, contentType: '', body: 'x', isCut: false });
    assert.deepEqual([asked, seen], [['mta-sts.contoso.test A'], ['/a?b=c', 'text/plain, */*']]);
    const own = await fetched((_, response) => response.end('x'), {
      names: ['127.0.0.1'],
      url: (port) => `https://127.0.0.1:${port}/`,
    });
    assert.equal(typeof own === 'string' ? own.split(' ')[0] : own.status, 'tls');
  });
  it('is looked for at an address of IPv6, too, and nowhere else', async () => {
    const asked: string[] = [];
    const resolve: Resolve = async (question) => {
      asked.push(question.type);
      return { question, status: 'NOERROR', records: [], elapsed: 1 };
    };
    const result = await createFetch({ resolve })('https://a.test/', never);
    assert.deepEqual([result.ok || result.failure, asked], ['name', ['A', 'AAAA']]);
    const cancelled = await createFetch({ resolve })('https://a.test/', AbortSignal.abort());
    assert.deepEqual(cancelled, { ok: false, failure: 'cancelled', detail: 'a.test has no address' });
    const plain = await createFetch({ resolve })('http://127.0.0.1/', never);
    assert.deepEqual(plain, { ok: false, failure: 'unreachable', detail: 'http://127.0.0.1/ is no https: address' });
  });
  it('is whole up to 64 kB', async () => {
    const cut = async (size: number): Promise<unknown> => {
      const result = await fetched((_, response) => response.end('x'.repeat(size)));
      return typeof result === 'object' && [result.body.length, result.isCut];
    };
    assert.deepEqual(await cut(65_536), [65_536, false]);
    assert.deepEqual(await cut(65_537), [65_536, true]);
  });
  it('is lost where the connection ends in it, or where it is cancelled', async () => {
    const broken = await fetched((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('x', () => response.destroy());
    });
    assert.match(String(broken), /^(?:reset|closed) /);
    const stop = new AbortController();
    assert.equal(await fetched(() => stop.abort(), { signal: stop.signal }), 'cancelled ');
    assert.equal(await fetched((_, response) => response.end('x'), { signal: AbortSignal.abort() }), 'cancelled ');
  });
});
