import { createSocket } from 'node:dgram';
import { isIP } from 'node:net';
import type { CancelSignal, Endpoint, Question } from '../../ports.ts';
import { exchange, NO_NAME, unreachable } from './exchange.ts';
import { type Attempt, readAnswer } from './readAnswer.ts';
import { writeQuery } from './writeQuery.ts';

/** Packets that answer something else, after which the server is left: a few may be late, hundreds are somebody's try. */
const MOST_OTHERS = 200;

/** Undefined where the answer did not fit. */
export function askOverUdp(
  server: Endpoint,
  question: Question,
  wait: number,
  signal: CancelSignal,
  edns: boolean,
): Promise<Attempt | undefined> {
  const query = writeQuery(question, edns);
  if (query === undefined) return Promise.resolve(NO_NAME);
  return exchange<Attempt | undefined>(wait, signal, (settle, broken) => {
    const socket = createSocket(isIP(server.host) === 6 ? 'udp6' : 'udp4');
    let others = 0;
    socket.on('error', (error) => settle(unreachable(error)));
    socket.on('message', (bytes) => {
      if (others > MOST_OTHERS) return;
      const read = readAnswer(bytes, query.id, question);
      if (read.kind === 'answer') settle(read.attempt);
      else if (read.kind === 'truncated') settle(undefined);
      else if (++others > MOST_OTHERS) {
        const detail = `more than ${MOST_OTHERS} packets came that are no answer to the question`;
        settle({ status: 'MALFORMED', records: [], detail });
      } else if (read.kind === 'malformed') broken();
    });
    // A connected socket takes packets of this server only, and hears when its port is closed.
    socket.once('connect', () => {
      socket.send(query.bytes, (error) => {
        if (error) settle(unreachable(error));
      });
    });
    // Not with a function that is called when it is connected: that would be given the error.
    socket.connect(server.port, server.host);
    return () => socket.close();
  });
}
