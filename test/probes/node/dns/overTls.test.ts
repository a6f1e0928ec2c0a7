import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import packet from 'dns-packet';
import { createResolve } from '../../../../src/probes/node/resolve.ts';
import { certificate } from '../../../lab/certificate.ts';

const never = new AbortController().signal;
const question = (name: string) => ({ name, type: 'A' }) as const;

/** A server that answers `answersEach` questions of a connection, each block of them in reverse order, and then ends it. */
async function startServer(answersEach: number, together: number) {
  const { key, cert } = await certificate('localhost', ['localhost']);
  let connections = 0;
  const server = createServer({ key, cert, ALPNProtocols: ['dot'] }, (socket) => {
    connections++;
    let got: Buffer = Buffer.alloc(0);
    let answered = 0;
    let held: Buffer[] = [];
    socket.on('error', () => {});
    socket.on('data', (bytes: Buffer) => {
      got = Buffer.concat([got, bytes]);
      while (got.length >= 2 && got.length >= 2 + got.readUInt16BE(0)) {
        const end = 2 + got.readUInt16BE(0);
        const { id = 0, questions = [] } = packet.decode(got.subarray(2, end));
        got = got.subarray(end);
        const name = questions[0]?.name ?? '';
        const data = `192.0.2.${/\d+/.exec(name)?.[0] ?? 1}`;
        held.unshift(
          packet.streamEncode({ type: 'response', id, questions, answers: [{ type: 'A', name, ttl: 1, data }] }),
        );
        if (held.length < together) continue;
        socket.write(Buffer.concat(held));
        answered += held.length;
        held = [];
        if (answered >= answersEach) socket.end();
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const resolve = createResolve({ servers: [`tls://localhost:${port}`], trusted: cert, tries: 1, timeout: 5000 });
  return {
    ask: async (name: string) => {
      const { status, records, detail } = await resolve(question(name), never);
      return records[0]?.data ?? `${status} ${detail ?? ''}`;
    },
    connections: () => connections,
    close: () => new Promise((done) => server.close(done)),
  };
}

describe('a server over TLS', () => {
  it('is asked over one connection, and answers in any order (RFC 7766 7)', async () => {
    const server = await startServer(100, 4);
    const names = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'].map((name) => `${name}.test`);
    const told = await Promise.all(names.map(server.ask));
    assert.deepEqual(
      told,
      names.map((_, i) => `192.0.2.${i + 1}`),
    );
    assert.equal(server.connections(), 1);
    await server.close();
  });
  it('that ends its connection is asked over a new one', async () => {
    const server = await startServer(1, 1);
    for (const i of [1, 2, 3]) assert.equal(await server.ask(`a${i}.test`), `192.0.2.${i}`);
    assert.equal(server.connections(), 3);
    await server.close();
  });
});

describe('an address with a zone', () => {
  it('is none that can be asked where there is no such zone, and the process goes on', async () => {
    const answer = await createResolve({ servers: ['fe80::1%nosuchzone'], timeout: 500, tries: 1 })(
      question('a.test'),
      never,
    );
    assert.equal(answer.status, 'UNREACHABLE');
    assert.match(answer.detail ?? '', /nosuchzone/);
  });
});
