import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { ChannelBinding } from '../tls.ts';

/**
 * What a login can be bound to on a connection that this machine began. In TLS 1.2 and older it is the first Finished of
 * the handshake, which is the client's, since no session is resumed here (RFC 5929 3.1).
 */
export function channelBinding(socket: Socket): ChannelBinding | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  if (socket.getProtocol() === 'TLSv1.3') {
    const material = socket.exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', Buffer.alloc(0));
    return { type: 'tls-exporter', octets: material.toString('latin1') };
  }
  const finished = socket.getFinished();
  return finished === undefined ? undefined : { type: 'tls-unique', octets: finished.toString('latin1') };
}
