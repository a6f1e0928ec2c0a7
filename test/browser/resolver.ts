import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { certificate } from '../lab/certificate.ts';

export interface WebResolver {
  /** Its `https://` address. */
  readonly url: string;
  close(): void;
}

/** DNS over HTTPS that lets any page ask it, in front of a server that is asked over UDP. */
export async function startWebResolver(behind: {
  readonly address: string;
  readonly port: number;
}): Promise<WebResolver> {
  const server = createServer(await certificate('localhost', ['localhost']), (request, response) => {
    const query = new URL(request.url ?? '', 'https://localhost').searchParams.get('dns') ?? '';
    const socket = createSocket('udp4');
    socket.on('message', (answer) => {
      response.writeHead(200, { 'content-type': 'application/dns-message', 'access-control-allow-origin': '*' });
      response.end(answer);
      socket.close();
    });
    socket.send(Buffer.from(query, 'base64url'), behind.port, behind.address);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}/dns-query`,
    close: () => server.close(),
  };
}
