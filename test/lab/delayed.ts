import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server on loopback on which each byte takes `oneWay` milliseconds in either direction. */
export async function delayed(port: number, oneWay: number): Promise<{ port: number; close(): Promise<void> }> {
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const far = connect({ port, host: '127.0.0.1', noDelay: true });
    pass(client, far, oneWay);
    pass(far, client, oneWay);
    for (const socket of [client, far]) {
      open.add(socket.on('error', () => {}));
      socket.on('close', () => open.delete(socket));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** Timers of one length end in the order in which they began. */
function pass(from: Socket, to: Socket, oneWay: number): void {
  from.on('data', (bytes: Buffer) => setTimeout(() => to.writable && to.write(bytes), oneWay));
  from.on('end', () => setTimeout(() => to.end(), oneWay));
  from.on('close', () => setTimeout(() => to.destroy(), oneWay));
}
