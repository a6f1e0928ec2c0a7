import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createSecureServer, type ServerHttp2Stream } from 'node:http2';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Writable } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';
import type { Credentials } from '../smtpServer.ts';
import { framed, message, type Query, readQuery } from './message.ts';

/** What a resolver does with a question, by the way in which it comes. */
export type Hostile =
  /** `again` sends one more packet, at any time. */
  | { readonly over: 'udp'; readonly says: (query: Query, again: (bytes: Buffer) => void) => readonly Buffer[] }
  /** Over UDP it says that the answer does not fit. */
  | { readonly over: 'tcp' | 'tls'; readonly says: (query: Query, socket: Socket) => void }
  /** The same, and nothing listens for TCP. */
  | { readonly over: 'no tcp' }
  /** No TLS at all where TLS is expected. */
  | { readonly over: 'no tls'; readonly says: (socket: Socket) => void }
  | { readonly over: 'https'; readonly says: (query: Query, stream: ServerHttp2Stream) => void };

export interface Running {
  /** As it is named to `--server`. */
  readonly server: string;
  close(): Promise<void>;
}

const TRUNCATED = 0x8380;

export function startHostile(hostile: Hostile, credentials: Credentials): Promise<Running> {
  switch (hostile.over) {
    case 'udp':
      return startUdp((query, send) => {
        for (const bytes of hostile.says(query, send)) send(bytes);
      }, createServer());
    case 'tcp': {
      const says = (query: Query, send: (bytes: Buffer) => void): void => send(message(query, { flags: TRUNCATED }));
      return startUdp(says, createServer(asking(hostile.says)));
    }
    case 'no tcp':
      return startUdp((query, send) => send(message(query, { flags: TRUNCATED })), undefined);
    case 'tls':
      return startStream('tls://localhost:', createTlsServer({ ...credentials }, asking(hostile.says)));
    case 'no tls':
      return startStream('tls://localhost:', createServer(quiet(hostile.says)));
    case 'https':
      return startHttps(hostile.says, credentials);
  }
}

const quiet =
  (then: (socket: Socket) => void) =>
  (socket: Socket): void => {
    socket.on('error', () => {});
    then(socket);
  };

const asking = (says: (query: Query, socket: Socket) => void): ((socket: Socket) => void) =>
  quiet((socket) => {
    let got: Buffer = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      got = Buffer.concat([got, bytes]);
      while (got.length >= 2 && got.length >= 2 + got.readUInt16BE(0)) {
        const end = 2 + got.readUInt16BE(0);
        says(readQuery(got.subarray(2, end)), socket);
        got = got.subarray(end);
      }
    });
  });

async function startUdp(
  says: (query: Query, send: (bytes: Buffer) => void) => void,
  tcp: Server | undefined,
): Promise<Running> {
  for (;;) {
    const udp = createSocket('udp4');
    udp.bind(0, '127.0.0.1');
    await once(udp, 'listening');
    const { port } = udp.address();
    let isOpen = true;
    udp.on('message', (bytes, from) => {
      says(readQuery(bytes), (reply) => {
        if (isOpen) udp.send(reply, from.port, from.address);
      });
    });
    udp.on('error', () => {});
    const close = (): Promise<void> => {
      isOpen = false;
      return new Promise((done) => udp.close(() => done()));
    };
    const server = `127.0.0.1:${port}`;
    if (tcp === undefined) return { server, close };
    const stream = await listening(tcp, port).catch(() => undefined);
    if (stream !== undefined) return { server, close: async () => void (await Promise.all([close(), stream.close()])) };
    await close();
  }
}

async function startStream(prefix: string, server: Server): Promise<Running> {
  const { port, close } = await listening(server, 0);
  return { server: `${prefix}${port}`, close };
}

async function listening(server: Server, wanted: number): Promise<{ port: number; close: () => Promise<void> }> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket.on('error', () => {}));
    socket.on('close', () => open.delete(socket));
  });
  server.on('tlsClientError', () => {});
  server.listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    for (const socket of open) socket.destroy();
    await new Promise((done) => server.close(done));
  };
  return { port: (server.address() as AddressInfo).port, close };
}

async function startHttps(
  says: (query: Query, stream: ServerHttp2Stream) => void,
  credentials: Credentials,
): Promise<Running> {
  const server = createSecureServer({ ...credentials });
  server.on('stream', (stream) => {
    const chunks: Buffer[] = [];
    stream.on('error', () => {});
    stream.on('data', (bytes: Buffer) => chunks.push(bytes));
    stream.on('end', () => chunks.length > 0 && says(readQuery(Buffer.concat(chunks)), stream));
  });
  server.on('sessionError', () => {});
  const { port, close } = await listening(server as unknown as Server, 0);
  return { server: `https://localhost:${port}/dns-query`, close };
}

/** Sends the same again for as long as it is taken. */
export function flood(socket: Writable, bytes: Buffer): void {
  const more = (): void => {
    for (let i = 0; i < 64 && !socket.destroyed; i++) if (!socket.write(bytes)) return;
    if (!socket.destroyed) setImmediate(more);
  };
  socket.on('drain', more);
  more();
}

/** One octet after the other, each as a packet of its own. */
export function drip(socket: Socket, bytes: Buffer): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || at >= bytes.length) clearInterval(timer);
    else socket.write(bytes.subarray(at, ++at));
  }, 5);
}

export const over = (socket: Socket, bytes: Buffer): void => void socket.write(framed(bytes));
