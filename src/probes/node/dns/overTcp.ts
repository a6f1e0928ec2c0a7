import { connect, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { CancelSignal, Endpoint, Question } from '../../ports.ts';
import { Channel } from './channel.ts';
import { exchange, NO_NAME } from './exchange.ts';
import type { Attempt } from './readAnswer.ts';

/** RFC 7766. */
export function askOverTcp(server: Endpoint, question: Question, wait: number, signal: CancelSignal): Promise<Attempt> {
  const channel = new Channel(connect(server.port, server.host), 'connect');
  return askOn(channel, question, wait, signal).finally(() => channel.close());
}

export interface TlsServer extends Endpoint {
  /** The certificates that are trusted instead of those that Node knows, in PEM form. */
  readonly trusted?: string;
}

/**
 * DNS over TLS (RFC 7858) whose certificate must be valid for the name or address. Questions go over one connection (3.4);
 * where the server has closed that meanwhile, which it may at any time (RFC 7766 6.2.4), over a new one.
 */
export async function askOverTls(
  server: TlsServer,
  question: Question,
  wait: number,
  signal: CancelSignal,
): Promise<Attempt> {
  const begun = performance.now();
  const channel = channelTo(server);
  const attempt = await askOn(channel, question, wait, signal);
  if (!channel.lost || channel.answered === 0 || !LOST.has(attempt.status) || signal.aborted) return attempt;
  return askOn(channelTo(server), question, Math.max(1, wait - (performance.now() - begun)), signal);
}

const LOST: ReadonlySet<Attempt['status']> = new Set<Attempt['status']>(['UNREACHABLE', 'MALFORMED']);

const askOn = (channel: Channel, question: Question, wait: number, signal: CancelSignal): Promise<Attempt> =>
  exchange<Attempt>(wait, signal, (settle) => {
    const giveUp = channel.ask(question, settle);
    if (giveUp === undefined) settle(NO_NAME);
    return () => giveUp?.();
  });

/** Milliseconds after which a connection without questions is closed. */
const IDLE = 5_000;

/** Connections that stand, by server. */
const channels = new Map<string, Channel>();

function channelTo({ host, port, trusted }: TlsServer): Channel {
  const key = `${host} ${port} ${trusted ?? ''}`;
  const known = channels.get(key);
  if (known?.isOpen === true) return known;
  const socket = connectTls({
    host,
    port,
    ALPNProtocols: ['dot'],
    // RFC 6066 3: a server name is no address.
    ...(isIP(host) === 0 && { servername: host }),
    ...(trusted !== undefined && { ca: trusted }),
  });
  const channel = new Channel(socket, 'secureConnect');
  channels.set(key, channel);
  socket.on('close', () => {
    if (channels.get(key) === channel) channels.delete(key);
  });
  socket.setTimeout(IDLE, () => {
    if (channel.isIdle) channel.close();
  });
  return channel;
}
