import assert from 'node:assert/strict';
import { inEnglish, phrase } from '../../src/core/text/words.ts';
import { writeQuery } from '../../src/probes/node/dns/writeQuery.ts';
import { check, isDnsServer, notAsked, readCheckTarget } from '../../src/web/checks/main.ts';

const target = (typed: string) => {
  const read = readCheckTarget(typed);
  assert.ok(read.ok && read.target.kind !== 'server', typed);
  return read.target;
};

/** Runs with another `fetch`. */
async function withFetch<T>(instead: (url: URL) => Response | Promise<Response>, run: () => Promise<T>): Promise<T> {
  const before = globalThis.fetch;
  globalThis.fetch = (async (url: URL) => instead(url)) as typeof fetch;
  try {
    return await run();
  } finally {
    globalThis.fetch = before;
  }
}

const RESOLVER = 'https://dns.contoso.test/dns-query?key=1';
const options = { resolvers: ['192.0.2.53', RESOLVER], dnsTimeout: 2000 };
const { signal } = new AbortController();

describe('checks in a browser', () => {
  it('ask by GET, over HTTPS alone, and read the answer', async () => {
    const asked: URL[] = [];
    const answer = (url: URL): Response => {
      asked.push(url);
      const query = Buffer.from(url.searchParams.get('dns') ?? '', 'base64url');
      // The question, an answer that points to its name: 192.0.2.1.
      const record = Buffer.from('c00c000100010000003c0004c0000201', 'hex');
      const message = Buffer.concat([query.subarray(0, query.length - 11), record]);
      message.writeUInt16BE(0x8180, 2);
      message.writeUInt16BE(1, 6);
      message.writeUInt16BE(0, 10);
      return new Response(message, { headers: { 'content-type': 'application/dns-message' } });
    };
    const result = await withFetch(answer, () => check(target('A www.contoso.test'), options, signal));
    assert.equal(asked.length, 1);
    assert.equal(asked[0]?.searchParams.get('key'), '1');
    const query = writeQuery({ name: 'www.contoso.test', type: 'A' }, true, 0);
    assert.equal(asked[0]?.searchParams.get('dns'), query?.bytes.toString('base64url'));
    const [first] = result.areas.flatMap(({ answers }) => answers);
    assert.deepEqual([first?.status, first?.records[0]?.data, first?.server], ['NOERROR', '192.0.2.1', RESOLVER]);
  });

  it('say why nobody answered', async () => {
    const why = async (instead: (url: URL) => Response | Promise<Response>): Promise<string | undefined> => {
      const result = await withFetch(instead, () => check(target('A www.contoso.test'), options, signal));
      return result.areas.flatMap(({ answers }) => answers)[0]?.detail;
    };
    assert.match(
      (await why(() => Promise.reject(new TypeError('Failed to fetch')))) ?? '',
      /https:\/\/ address only|CORS/,
    );
    const only = { ...options, resolvers: [RESOLVER] };
    const detail = async (response: Response): Promise<string | undefined> => {
      const result = await withFetch(
        () => response,
        () => check(target('A www.contoso.test'), only, signal),
      );
      return result.areas.flatMap(({ answers }) => answers)[0]?.detail;
    };
    assert.match((await detail(new Response('', { status: 503 }))) ?? '', /HTTP 503/);
    assert.match(
      (await detail(new Response('<html>', { headers: { 'content-type': 'text/html' } }))) ?? '',
      /text\/html/,
    );
  });

  it('leave out what other servers would have to be asked for, and say so', () => {
    const words = (typed: string): string => inEnglish(notAsked(target(typed))?.words ?? phrase(''));
    assert.match(
      words('contoso.test'),
      /^Not asked in a browser.*: the MTA-STS policy, each name server of the domain\. VS Code/,
    );
    for (const [typed, what] of [
      ['mta-sts:contoso.test', 'the MTA-STS policy'],
      ['name-servers:contoso.test', 'each name server of the domain'],
      ['trace:contoso.test', 'the servers from the root on'],
    ] as const) {
      assert.ok(words(typed).includes(`: ${what}. VS Code on a machine asks them`), typed);
      assert.equal(notAsked(target(typed))?.all, true, typed);
    }
    assert.equal(notAsked(target('contoso.test'))?.all, false);
    assert.equal(notAsked(target('mta-sts:contoso.test'))?.all, true);
    assert.equal(notAsked(target('spf:contoso.test')), undefined);
    assert.equal(notAsked(target('192.0.2.1')), undefined);
    assert.equal(notAsked(target('TXT contoso.test')), undefined);
  });

  it('take resolvers by an https:// address', () => {
    assert.ok(isDnsServer('https://dns.contoso.test/dns-query'));
    for (const other of ['192.0.2.53', 'tls://dns.contoso.test', 'http://dns.contoso.test/'])
      assert.ok(!isDnsServer(other));
  });
});
