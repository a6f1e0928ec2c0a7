import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { askOverTcp } from '../../../../src/probes/node/dns/overTcp.ts';

/** What is said of a server that answers a connection so. */
async function asked(answer: (socket: Socket) => void, wait = 2000) {
  const open = new Set<Socket>();
  let sent = 0;
  const server = createServer((socket) => {
    open.add(socket.on('error', () => {}));
    socket.once('data', () => answer(socket));
    socket.on('close', () => {
      sent += socket.bytesWritten;
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const question = { name: 'contoso.test', type: 'A' } as const;
  const { status, detail } = await askOverTcp(
    { host: '127.0.0.1', port },
    question,
    wait,
    new AbortController().signal,
  );
  for (const socket of open) socket.destroy();
  await new Promise((done) => server.close(done));
  return { status, detail, sent };
}

describe('a server over TCP', () => {
  it('that floods is heard for one message only', async () => {
    const chunk = Buffer.alloc(65_536, 0xff);
    const { status, detail, sent } = await asked((socket) => {
      const more = (): void => {
        while (!socket.destroyed && socket.write(chunk));
      };
      socket.on('drain', more);
      more();
    });
    assert.deepEqual([status, detail], ['MALFORMED', 'the message is no answer to the question']);
    // What the kernel holds between the two, and not more.
    assert.ok(sent < 64 * 1024 * 1024, `${sent} bytes`);
  });
  it('that closes before its message is whole gives no answer', async () => {
    const { status, detail } = await asked((socket) => socket.end(Buffer.from([0, 100, 1, 2])));
    assert.deepEqual([status, detail], ['MALFORMED', 'the connection ended early']);
  });
  it('that drips is left after the wait', async () => {
    const { status } = await asked((socket) => socket.write(Buffer.from([0])), 60);
    assert.equal(status, 'TIMEOUT');
  });
});
