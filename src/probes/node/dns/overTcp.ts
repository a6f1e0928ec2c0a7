import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { CancelSignal, Endpoint, Question } from '../../ports.ts';
import { exchange, NO_NAME, unreachable } from './exchange.ts';
import { type Attempt, readAnswer } from './readAnswer.ts';
import { writeQuery } from './writeQuery.ts';

/** RFC 7766. */
export const askOverTcp = (
  server: Endpoint,
  question: Question,
  wait: number,
  signal: CancelSignal,
): Promise<Attempt> =>
  askStream(
    () => {
      const socket = connect(server.port, server.host);
      return { socket, ready: 'connect' };
    },
    question,
    wait,
    signal,
  );

export interface TlsServer extends Endpoint {
  /** The certificates that are trusted instead of those that Node knows, in PEM form. */
  readonly trusted?: string;
}

/** DNS over TLS (RFC 7858) whose certificate must be valid for the name or address. */
export const askOverTls = (
  server: TlsServer,
  question: Question,
  wait: number,
  signal: CancelSignal,
): Promise<Attempt> =>
  askStream(
    () => {
      const socket = connectTls({
        host: server.host,
        port: server.port,
        ALPNProtocols: ['dot'],
        // RFC 6066 3: a server name is no address.
        ...(isIP(server.host) === 0 && { servername: server.host }),
        ...(server.trusted !== undefined && { ca: server.trusted }),
      });
      return { socket, ready: 'secureConnect' };
    },
    question,
    wait,
    signal,
  );

function askStream(
  open: () => { readonly socket: Socket; readonly ready: string },
  question: Question,
  wait: number,
  signal: CancelSignal,
): Promise<Attempt> {
  const query = writeQuery(question, true);
  if (query === undefined) return Promise.resolve(NO_NAME);
  return exchange<Attempt>(wait, signal, (settle) => {
    const { socket, ready } = open();
    const chunks: Buffer[] = [];
    let size = 0;
    socket.on('error', (error) => settle(unreachable(error)));
    socket.on('close', () => settle({ status: 'MALFORMED', records: [], detail: 'the connection ended early' }));
    socket.on('data', (bytes) => {
      chunks.push(bytes);
      size += bytes.length;
      if (size < 2) return;
      const got = size === bytes.length ? bytes : Buffer.concat(chunks);
      chunks.splice(0, chunks.length, got);
      // RFC 1035 4.2.2: two octets of length stand before the message, which bounds what is kept.
      const end = 2 + got.readUInt16BE(0);
      if (size < end) return;
      socket.pause();
      const read = readAnswer(got.subarray(2, end), query.id, question);
      settle(
        read.kind === 'answer'
          ? read.attempt
          : { status: 'MALFORMED', records: [], detail: 'the message is no answer to the question' },
      );
    });
    socket.once(ready, () => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(query.bytes.length);
      socket.write(Buffer.concat([length, query.bytes]));
    });
    return () => socket.destroy();
  });
}
