import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { limits } from '../limits.ts';

/** The types of TLS records, of which a server's first is one (RFC 8446 5.1). */
const FIRST_TYPE = 20;
const LAST_TYPE = 23;

const isTls = (first: number | undefined): boolean => first !== undefined && first >= FIRST_TYPE && first <= LAST_TYPE;

/**
 * The way to a server for TLS. What the server sends first is looked at: where it is no TLS, none of it goes on, and
 * `onClear` is told the line, or as much of it as comes soon.
 */
export function tlsPipe(socket: Socket, onClear: (bytes: Buffer) => void): Duplex {
  const pipe = new Duplex({
    read: () => {
      socket.resume();
    },
    write: (bytes: Buffer, _encoding, done) => {
      socket.write(bytes, (error) => done(error));
    },
    final: (done) => {
      socket.end(() => done());
    },
    destroy: (error, done) => {
      socket.destroy();
      done(error);
    },
  });
  let begun = false;
  const pass = (bytes: Buffer): void => {
    begun = true;
    if (!pipe.push(bytes)) socket.pause();
  };
  let clear: Buffer | undefined;
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    if (clear === undefined) return;
    clearTimeout(timer);
    onClear(clear);
    clear = undefined;
    socket.destroy();
  };
  socket.on('data', (bytes: Buffer) => {
    if (begun || (clear === undefined && isTls(bytes[0]))) return pass(bytes);
    clear = clear === undefined ? bytes : Buffer.concat([clear, bytes]);
    timer ??= setTimeout(tell, limits.clearTextWait);
    if (clear.includes(10) || clear.length > limits.lineLength) tell();
  });
  socket.once('end', () => {
    tell();
    pipe.push(null);
  });
  socket.once('error', (error) => pipe.destroy(error));
  socket.once('close', () => {
    clearTimeout(timer);
    tell();
    pipe.destroy();
  });
  return pipe;
}
