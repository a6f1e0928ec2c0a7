import { type ClientHttp2Session, connect, constants } from 'node:http2';
import type { CancelSignal, Question } from '../../ports.ts';
import { exchange, NO_NAME, unreachable } from './exchange.ts';
import { type Attempt, readAnswer } from './readAnswer.ts';
import { type Query, writeQuery } from './writeQuery.ts';

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

/**
 * DNS over HTTPS (RFC 8484) by POST over HTTP/2, the least that 5.2 recommends; no redirect is followed. Where the server
 * closes a connection that has served before without having answered (RFC 9113 9.1), the question goes over a new one.
 */
export async function askOverHttps(
  server: HttpsServer,
  question: Question,
  wait: number,
  signal: CancelSignal,
): Promise<Attempt> {
  const query = writeQuery(question, true, 0);
  if (query === undefined) return NO_NAME;
  const begun = performance.now();
  const first = sessionTo(server);
  const { attempt, lost } = await askOn(first.session, server, query, question, wait, signal);
  if (!lost || !first.isKnown || signal.aborted) return attempt;
  first.session.destroy();
  const left = Math.max(1, wait - (performance.now() - begun));
  return (await askOn(sessionTo(server).session, server, query, question, left, signal)).attempt;
}

const malformed = (detail: string): Attempt => ({ status: 'MALFORMED', records: [], detail });

async function askOn(
  session: ClientHttp2Session,
  server: HttpsServer,
  query: Query,
  question: Question,
  wait: number,
  signal: CancelSignal,
): Promise<{ readonly attempt: Attempt; readonly lost: boolean }> {
  let lost = false;
  const attempt = await exchange<Attempt>(wait, signal, (settle) => {
    const { pathname, search } = new URL(server.url);
    if (session.closed || session.destroyed) {
      lost = true;
      settle(malformed('the connection ended early'));
      return () => {};
    }
    const stream = session.request({
      [constants.HTTP2_HEADER_METHOD]: 'POST',
      [constants.HTTP2_HEADER_PATH]: `${pathname}${search}`,
      accept: MEDIA_TYPE,
      'content-type': MEDIA_TYPE,
      'content-length': query.bytes.length,
    });
    const chunks: Buffer[] = [];
    let size = 0;
    let isAnswered = false;
    stream.on('error', (error) => {
      lost = !isAnswered;
      settle(unreachable(error.cause instanceof Error ? error.cause : error));
    });
    stream.on('response', (headers) => {
      isAnswered = true;
      const status = Number(headers[constants.HTTP2_HEADER_STATUS]);
      const type = String(headers['content-type'] ?? '').slice(0, 60);
      if (status !== 200) settle(malformed(`the server answered HTTP ${status}`));
      // RFC 8484 4.2.1; what a portal or a proxy says in place of the resolver is HTML.
      else if (!type.toLowerCase().startsWith(MEDIA_TYPE)) settle(malformed(`what came is ${type || 'of no type'}`));
    });
    stream.on('data', (bytes: Buffer) => {
      size += bytes.length;
      if (size > LONGEST) settle(malformed('the answer is longer than a DNS message can be'));
      else chunks.push(bytes);
    });
    stream.on('end', () => {
      if (!isAnswered) return;
      const read = readAnswer(Buffer.concat(chunks), query.id, question);
      settle(read.kind === 'answer' ? read.attempt : malformed('the HTTP body is no answer to the question'));
    });
    stream.on('close', () => {
      lost ||= !isAnswered;
      settle(malformed('the connection ended early'));
    });
    // RFC 9113 6.8: streams above the last one are not answered any more, though the connection may stay.
    const goneAway = (_code: number, last: number): void => {
      if ((stream.id ?? 0) <= last) return;
      lost = !isAnswered;
      settle(malformed('the server takes no more questions (GOAWAY)'));
    };
    session.on('goaway', goneAway);
    stream.end(query.bytes);
    return () => {
      session.off('goaway', goneAway);
      stream.close(constants.NGHTTP2_CANCEL);
    };
  });
  return { attempt, lost };
}

/** Connections that stand, by server: a check asks dozens of questions, and each handshake costs two round trips. */
const sessions = new Map<string, ClientHttp2Session>();

function sessionTo({ url, trusted }: HttpsServer): {
  readonly session: ClientHttp2Session;
  /** Whether it has served before. */
  readonly isKnown: boolean;
} {
  const { origin } = new URL(url);
  const key = `${origin} ${trusted ?? ''}`;
  const known = sessions.get(key);
  if (known !== undefined && !known.closed && !known.destroyed) return { session: known, isKnown: !known.connecting };
  const session = connect(origin, {
    settings: { enablePush: false },
    ...(trusted !== undefined && { ca: trusted }),
  });
  sessions.set(key, session);
  // Each question under way listens.
  session.setMaxListeners(0);
  const forget = (): void => {
    if (sessions.get(key) === session) sessions.delete(key);
  };
  // Who asks hears of an error by his stream; one that comes to nobody must not end the process.
  session.on('error', forget);
  session.on('goaway', forget);
  session.on('close', forget);
  session.setTimeout(IDLE, () => session.close());
  // A program that has its answers need not wait for the connection to grow old.
  session.on('connect', () => session.unref());
  return { session, isKnown: false };
}
