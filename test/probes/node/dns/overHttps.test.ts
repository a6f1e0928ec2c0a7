import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import packet from 'dns-packet';
import { askOverHttps } from '../../../../src/probes/node/dns/overHttps.ts';

const never = new AbortController().signal;
const question = { name: 'contoso.test', type: 'A' } as const;
const TYPE = { ':status': 200, 'content-type': 'application/dns-message' };

type Handle = (stream: ServerHttp2Stream, body: Buffer, headers: IncomingHttpHeaders) => void;

/** The answer to a query: the address 192.0.2.1. */
function answerTo(query: Buffer, name = 'contoso.test'): Buffer {
  const { id = 0, questions = [] } = packet.decode(query);
  return packet.encode({ type: 'response', id, questions, answers: [{ type: 'A', name, ttl: 1, data: '192.0.2.1' }] });
}

/** A server over HTTP/2 without TLS, which is told in plain what the client asks. */
async function withServer<T>(
  handle: Handle,
  run: (ask: (wait?: number, signal?: AbortSignal) => Promise<string>, sessions: () => number) => Promise<T>,
): Promise<T> {
  const open: ServerHttp2Session[] = [];
  const server = createServer({}).on('session', (session) => open.push(session.on('error', () => {})));
  server.on('stream', (stream, headers) => {
    stream.on('error', () => {});
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => handle(stream, Buffer.concat(chunks), headers));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dns-query?for=us`;
  const ask = async (wait = 20_000, signal: AbortSignal = never): Promise<string> => {
    const { status, detail, records } = await askOverHttps({ url }, question, wait, signal);
    return records[0]?.data ?? `${status} ${detail ?? ''}`.trim();
  };
  try {
    return await run(ask, () => open.length);
  } finally {
    for (const session of open) session.destroy();
    await new Promise((done) => server.close(done));
  }
}

const told = (handle: Handle): Promise<string> => withServer(handle, (ask) => ask());
const answers =
  (headers: object, body: (query: Buffer) => Buffer | string = answerTo): Handle =>
  (stream, query) => {
    stream.respond({ ...headers });
    stream.end(body(query));
  };

describe('a server over HTTPS', () => {
  it('is asked by POST, with the id zero (RFC 8484 4.1)', async () => {
    let asked: { body: Buffer; headers: IncomingHttpHeaders } | undefined;
    const answer = await told((stream, body, headers) => {
      asked = { body, headers };
      answers(TYPE)(stream, body, headers);
    });
    assert.equal(answer, '192.0.2.1');
    const {
      ':method': method,
      ':path': path,
      accept,
      'content-type': type,
      'content-length': length,
    } = asked?.headers ?? {};
    assert.deepEqual(
      [method, path, accept, type, Number(length)],
      ['POST', '/dns-query?for=us', 'application/dns-message', 'application/dns-message', asked?.body.length],
    );
    assert.equal(packet.decode(asked?.body ?? Buffer.alloc(0)).id, 0);
  });

  it('is asked over one connection', async () => {
    await withServer(answers(TYPE), async (ask, sessions) => {
      assert.equal(await ask(), '192.0.2.1');
      assert.deepEqual(await Promise.all([ask(), ask(), ask()]), Array(3).fill('192.0.2.1'));
      assert.equal(sessions(), 1);
    });
  });

  it('that closed the connection that it served is asked over a new one (RFC 9113 9.1)', async () => {
    let asked = 0;
    const ending: Handle = (stream, body, headers) => {
      if (++asked === 2) stream.session?.destroy();
      else answers(TYPE)(stream, body, headers);
    };
    await withServer(ending, async (ask, sessions) => {
      assert.deepEqual([await ask(), await ask(), sessions()], ['192.0.2.1', '192.0.2.1', 2]);
    });
  });

  it('that closes a connection at once is not asked again', async () => {
    await withServer(
      (stream) => stream.session?.destroy(),
      async (ask, sessions) => {
        assert.match(await ask(), /^(?:MALFORMED the connection ended early|UNREACHABLE .+)$/);
        assert.equal(sessions(), 1);
      },
    );
  });

  it('that refuses one question of a connection is asked it over a new one', async () => {
    let asked = 0;
    await withServer(
      (stream, body, headers) => {
        if (++asked === 2) stream.close(7);
        else answers(TYPE)(stream, body, headers);
      },
      async (ask, sessions) => {
        assert.deepEqual([await ask(), await ask(), sessions()], ['192.0.2.1', '192.0.2.1', 2]);
      },
    );
  });

  it('gives no answer in another form', async () => {
    assert.equal(await told(answers({ ...TYPE, ':status': 404 })), 'MALFORMED the server answered HTTP 404');
    assert.equal(await told(answers({ ...TYPE, ':status': 302 })), 'MALFORMED the server answered HTTP 302');
    assert.equal(
      await told(answers({ ':status': 200, 'content-type': 'text/html' })),
      'MALFORMED what came is text/html',
    );
    assert.equal(await told(answers({ ':status': 200 })), 'MALFORMED what came is of no type');
    const long = 'x'.repeat(80);
    assert.equal(
      await told(answers({ ':status': 200, 'content-type': long })),
      `MALFORMED what came is ${long.slice(0, 60)}`,
    );
    assert.equal(await told(answers({ ':status': 200, 'content-type': 'Application/DNS-Message; x=y' })), '192.0.2.1');
    assert.equal(
      await told(answers(TYPE, () => 'nothing of the kind')),
      'MALFORMED the HTTP body is no answer to the question',
    );
  });

  it('may answer with as much as a DNS message holds', async () => {
    const padded = (size: number) => (query: Buffer) => Buffer.concat([answerTo(query), Buffer.alloc(size)], size);
    assert.equal(await told(answers(TYPE, padded(65_535))), '192.0.2.1');
    assert.equal(await told(answers(TYPE, padded(65_536))), 'MALFORMED the answer is longer than a DNS message can be');
  });

  it('that breaks off in the middle of its answer has not answered', async () => {
    const broken = await told((stream) => {
      stream.respond({ ...TYPE });
      stream.write('x', () => stream.close(2));
    });
    assert.match(broken, /^(?:MALFORMED|UNREACHABLE) ./);
  });

  it('is left after the wait, and when nobody waits any more', async () => {
    const silent: Handle = () => {};
    assert.equal(await withServer(silent, (ask) => ask(60)), 'TIMEOUT');
    const stop = new AbortController();
    const handle: Handle = () => stop.abort();
    assert.equal(await withServer(handle, (ask) => ask(20_000, stop.signal)), 'CANCELLED');
  });

  it('is not asked for a name that no message can hold', async () => {
    const long = { name: `${'a'.repeat(64)}.test`, type: 'A' } as const;
    const answer = await askOverHttps({ url: 'http://127.0.0.1:1/' }, long, 1000, never);
    assert.deepEqual([answer.status, answer.detail], ['MALFORMED', 'the name does not fit into a DNS message']);
  });

  it('that nobody is at cannot be reached', async () => {
    const { status } = await askOverHttps({ url: 'http://127.0.0.1:1/' }, question, 5000, never);
    assert.equal(status, 'UNREACHABLE');
  });
});
