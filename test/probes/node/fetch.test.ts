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
  options: { readonly names?: readonly string[]; readonly trust?: boolean; readonly timeout?: number } = {},
) {
  const { names = ['mta-sts.contoso.test'], trust = true, timeout = 3000 } = options;
  const credentials = await certificate('mta-sts.contoso.test', names);
  const server = createServer(credentials, handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const fetch = createFetch({
      resolve: nothing,
      timeout,
      connectTo: new Map([['mta-sts.contoso.test:443', `127.0.0.1:${(server.address() as AddressInfo).port}`]]),
      ...(trust && { trusted: credentials.cert }),
    });
    const result = await fetch('https://mta-sts.contoso.test/.well-known/mta-sts.txt', never);
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
});
