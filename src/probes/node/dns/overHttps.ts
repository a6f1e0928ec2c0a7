import { type ClientHttp2Session, connect, constants } from 'node:http2';
import type { CancelSignal, Question } from '../../ports.ts';
import { exchange, NO_NAME, unreachable } from './exchange.ts';
import { type Attempt, readAnswer } from './readAnswer.ts';
import { writeQuery } from './writeQuery.ts';

/** RFC 8484 6 */
const MEDIA_TYPE = 'application/dns-message';
/** Octets of a DNS message at most. */
const LONGEST = 65_535;
/** Milliseconds after which a connection without questions is closed. */
const IDLE = 5_000;

export interface HttpsServer {
  readonly url: string;
  /** The certificates that are trusted instead of those that Node knows, in PEM form. */
  readonly trusted?: string;
}

/** DNS over HTTPS (RFC 8484) by POST over HTTP/2, the least that 5.2 recommends; no redirect is followed. */
export function askOverHttps(
  server: HttpsServer,
  question: Question,
  wait: number,
  signal: CancelSignal,
): Promise<Attempt> {
  const query = writeQuery(question, true, 0);
  if (query === undefined) return Promise.resolve(NO_NAME);
  const malformed = (detail: string): Attempt => ({ status: 'MALFORMED', records: [], detail });
  return exchange<Attempt>(wait, signal, (settle) => {
    const session = sessionTo(server);
    const failed = (error: Error): void => settle(unreachable(error));
    session.once('error', failed);
    const { pathname, search } = new URL(server.url);
    const stream = session.request({
      [constants.HTTP2_HEADER_METHOD]: 'POST',
      [constants.HTTP2_HEADER_PATH]: `${pathname}${search}`,
      accept: MEDIA_TYPE,
      'content-type': MEDIA_TYPE,
      'content-length': query.bytes.length,
    });
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('error', failed);
    stream.on('response', (headers) => {
      const status = Number(headers[constants.HTTP2_HEADER_STATUS]);
      if (status !== 200) settle(malformed(`the server answered HTTP ${status}`));
    });
    stream.on('data', (bytes: Buffer) => {
      size += bytes.length;
      if (size > LONGEST) settle(malformed('the answer is longer than a DNS message can be'));
      else chunks.push(bytes);
    });
    stream.on('end', () => {
      const read = readAnswer(Buffer.concat(chunks), query.id, question);
      settle(read.kind === 'answer' ? read.attempt : malformed('the HTTP body is no answer to the question'));
    });
    stream.end(query.bytes);
    return () => {
      session.off('error', failed);
      stream.close(constants.NGHTTP2_CANCEL);
    };
  });
}

/** Connections that stand, by server: a check asks dozens of questions, and each handshake costs two round trips. */
const sessions = new Map<string, ClientHttp2Session>();

function sessionTo({ url, trusted }: HttpsServer): ClientHttp2Session {
  const { origin } = new URL(url);
  const key = `${origin} ${trusted ?? ''}`;
  const known = sessions.get(key);
  if (known !== undefined && !known.closed && !known.destroyed) return known;
  const session = connect(origin, trusted === undefined ? {} : { ca: trusted });
  sessions.set(key, session);
  const forget = (): void => {
    if (sessions.get(key) === session) sessions.delete(key);
  };
  // Who asks hears of an error himself; one that comes to nobody must not end the process.
  session.on('error', forget);
  session.on('goaway', forget);
  session.on('close', forget);
  session.setTimeout(IDLE, () => session.close());
  // A program that has its answers need not wait for the connection to grow old.
  session.on('connect', () => session.unref());
  return session;
}
