import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Ports below those that systems give to clients: Linux begins at 32768, Windows and macOS at 49152. */
const LOWEST = 20_000;
const COUNT = 12_000;
const first = randomInt(COUNT);
let given = 0;

/**
 * A port of this machine that nobody has, for TCP and for UDP, and that is given once in this process. One of those that
 * clients get might be taken by a client before a server listens on it, or a client might ask the server from it.
 */
export async function freePort(): Promise<number> {
  for (; given < COUNT; given++) {
    const port = LOWEST + ((first + given) % COUNT);
    if ((await hasNoListener(port)) && (await hasNoSocket(port))) {
      given++;
      return port;
    }
  }
  throw new Error('no free port');
}

async function hasNoListener(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  return once(server, 'listening').then(
    () => new Promise<boolean>((done) => server.close(() => done(true))),
    () => false,
  );
}

async function hasNoSocket(port: number): Promise<boolean> {
  const socket = createSocket('udp4');
  socket.bind(port, '127.0.0.1');
  return once(socket, 'listening').then(
    () => new Promise<boolean>((done) => socket.close(() => done(true))),
    () => false,
  );
}
