import { createSocket } from 'node:dgram';
import { getServers } from 'node:dns';
import { connect, isIP } from 'node:net';
import { defined } from '../../core/text/defined.ts';
import { readEndpoint } from '../hostName.ts';
import { limits, waitOf } from '../limits.ts';
import type { Answer, AnswerStatus, CancelSignal, Endpoint, Question, Resolve } from '../ports.ts';
import { readAnswer, writeQuery } from './dnsMessage.ts';

export interface ResolverOptions {
  /** `127.0.0.1:5353`, `[::1]:53`, `9.9.9.9`; none: those of the operating system. */
  readonly servers?: readonly string[];
  /** Milliseconds for one packet to one server. */
  readonly timeout?: number;
  /** How often each server is asked, 1 to 5. */
  readonly tries?: number;
}

/** What came of one packet to one server. */
type Attempt = Omit<Answer, 'question' | 'server' | 'elapsed'>;

/** An answer after which the next server is asked, as resolvers do: it says nothing about the name. */
const GIVES_WAY: ReadonlySet<AnswerStatus> = new Set<AnswerStatus>([
  'TIMEOUT',
  'UNREACHABLE',
  'MALFORMED',
  'SERVFAIL',
  'REFUSED',
  'NOTIMP',
  'FORMERR',
]);
/** Worth a second packet to the same server. */
const WORTH_ANOTHER: ReadonlySet<AnswerStatus> = new Set<AnswerStatus>(['TIMEOUT', 'MALFORMED']);

/** DNS over UDP, over TCP where the answer did not fit (RFC 7766 5). */
export function createResolve(options: ResolverOptions): Resolve {
  const chosen = options.servers?.filter((server) => server.trim() !== '') ?? [];
  const servers = (chosen.length > 0 ? chosen : getServers()).slice(0, limits.dnsServers);
  const wait = waitOf(options.timeout, limits.dnsWait);
  const tries = Math.max(1, Math.min(5, Math.round(options.tries ?? limits.dnsTries)));

  return async (question, signal) => {
    const begun = performance.now();
    const finish = (attempt: Attempt, server?: string): Answer => ({
      question,
      ...attempt,
      ...defined({ server }),
      elapsed: Math.round(performance.now() - begun),
    });
    let best: Answer | undefined;
    let left: readonly string[] = servers;
    for (let round = 0; round < tries && left.length > 0; round++) {
      const again: string[] = [];
      for (const server of left) {
        if (signal.aborted) return finish(CANCELLED);
        const endpoint = readServer(server);
        const label = endpoint === undefined ? server : `${endpoint.host}#${endpoint.port}`;
        const attempt: Attempt =
          endpoint === undefined
            ? { status: 'UNREACHABLE', records: [], detail: `${server} is no address of a resolver` }
            : await askServer(endpoint, question, wait, signal);
        const answer = finish(attempt, label);
        if (!GIVES_WAY.has(attempt.status)) return answer;
        if (WORTH_ANOTHER.has(attempt.status)) again.push(server);
        // What a server said is worth more than that another one was silent.
        if (best === undefined || (attempt.status !== 'TIMEOUT' && best.status === 'TIMEOUT')) best = answer;
      }
      left = again;
    }
    return best === undefined
      ? finish({ status: 'UNREACHABLE', records: [], detail: 'this machine names no resolver' })
      : { ...best, elapsed: Math.round(performance.now() - begun) };
  };
}

const CANCELLED: Attempt = { status: 'CANCELLED', records: [] };

function readServer(text: string): Endpoint | undefined {
  const endpoint = readEndpoint(text, 53);
  return endpoint !== undefined && isIP(endpoint.host) !== 0 ? endpoint : undefined;
}

async function askServer(server: Endpoint, question: Question, wait: number, signal: CancelSignal): Promise<Attempt> {
  const first = await askOverUdp(server, question, wait, signal, true);
  // RFC 6891 7: a server that does not know EDNS answers FORMERR; it is asked once more without.
  const attempt = first?.status === 'FORMERR' ? await askOverUdp(server, question, wait, signal, false) : first;
  return attempt ?? askOverTcp(server, question, wait, signal);
}

/** Undefined when the answer was truncated. */
function askOverUdp(
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
    socket.on('error', (error) => settle(unreachable(error)));
    socket.on('message', (bytes) => {
      const read = readAnswer(bytes, query.id, question);
      if (read.kind === 'answer') settle({ status: read.status, records: read.records });
      else if (read.kind === 'truncated') settle(undefined);
      else if (read.kind === 'malformed') broken();
    });
    // A connected socket takes packets of this server only, and hears when its port is closed.
    socket.connect(server.port, server.host, () => {
      socket.send(query.bytes, (error) => {
        if (error) settle(unreachable(error));
      });
    });
    return () => socket.close();
  });
}

function askOverTcp(server: Endpoint, question: Question, wait: number, signal: CancelSignal): Promise<Attempt> {
  const query = writeQuery(question, true);
  if (query === undefined) return Promise.resolve(NO_NAME);
  return exchange<Attempt>(wait, signal, (settle, broken) => {
    const socket = connect(server.port, server.host);
    let got = Buffer.alloc(0);
    socket.on('error', (error) => settle(unreachable(error)));
    socket.on('close', () => settle({ status: 'MALFORMED', records: [], detail: 'the TCP connection ended early' }));
    socket.on('data', (bytes) => {
      got = Buffer.concat([got, bytes]);
      // RFC 1035 4.2.2: two octets of length stand before the message, which bounds what is kept.
      if (got.length < 2 || got.length < 2 + got.readUInt16BE(0)) return;
      const read = readAnswer(got.subarray(2, 2 + got.readUInt16BE(0)), query.id, question);
      if (read.kind === 'answer') settle({ status: read.status, records: read.records });
      else broken();
    });
    const length = Buffer.alloc(2);
    length.writeUInt16BE(query.bytes.length);
    socket.write(Buffer.concat([length, query.bytes]));
    return () => socket.destroy();
  });
}

const NO_NAME: Attempt = { status: 'MALFORMED', records: [], detail: 'the name does not fit into a DNS message' };

const unreachable = (error: Error): Attempt => ({ status: 'UNREACHABLE', records: [], detail: error.message });

/** Runs one exchange until it settles, the time is up, or it is cancelled; `start` returns what cleans up. */
function exchange<T>(
  wait: number,
  signal: CancelSignal,
  start: (settle: (result: T | Attempt) => void, broken: () => void) => () => void,
): Promise<T | Attempt> {
  return new Promise((resolve) => {
    let malformed = false;
    let done = false;
    const settle = (result: T | Attempt): void => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      resolve(result);
      // Not before `start` has returned: a socket may fail at once.
      queueMicrotask(() => cleanUp());
    };
    const cancel = (): void => settle(CANCELLED);
    const timer = setTimeout(() => settle({ status: malformed ? 'MALFORMED' : 'TIMEOUT', records: [] }), wait);
    signal.addEventListener('abort', cancel);
    const cleanUp = start(settle, () => {
      malformed = true;
    });
    if (signal.aborted) cancel();
  });
}
