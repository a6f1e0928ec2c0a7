import { request } from 'node:http';
import type { Socket } from 'node:net';
import { SocksClient } from 'socks';
import { writeEndpoint } from '../hostName.ts';
import type { Endpoint, StreamFailure } from '../ports.ts';
import { HIDDEN, HiddenSecrets } from '../smtp/auth/hidden.ts';
import { type ProxyAddress, secretsOf } from './proxyAddress.ts';

export type Passed =
  | { readonly ok: true }
  | { readonly ok: false; readonly failure: StreamFailure; readonly detail: string };

/**
 * Has the proxy at the other end of `socket` connect to `endpoint`: SOCKS5 (RFC 1928, with RFC 1929 for a password) or
 * CONNECT of HTTP (RFC 9110 9.3.6). `socket` then leads there. Its end and time are watched by the caller.
 */
export const passThrough = (
  socket: Socket,
  proxy: ProxyAddress,
  endpoint: Endpoint,
  timeout: number,
): Promise<Passed> =>
  proxy.scheme === 'socks5' ? socks(socket, proxy, endpoint, timeout) : connect(socket, proxy, endpoint);

/** What the proxy says of the way behind it, in the library's words for the replies of RFC 1928 6. */
const OF_TARGET: readonly (readonly [said: string, failure: StreamFailure])[] = [
  ['ConnectionRefused', 'refused'],
  ['HostUnreachable', 'unreachable'],
  ['NetworkUnreachable', 'unreachable'],
  ['TTLExpired', 'timeout'],
];

async function socks(socket: Socket, proxy: ProxyAddress, destination: Endpoint, timeout: number): Promise<Passed> {
  const { host, port, user, password } = proxy;
  const who = user === undefined ? {} : { userId: user, password: password ?? '' };
  try {
    await SocksClient.createConnection({
      command: 'connect',
      proxy: { host, port, type: 5, ...who },
      destination,
      timeout,
      existing_socket: socket,
    });
    return { ok: true };
  } catch (error) {
    // The library's error holds the password among its options: nothing of it but its words goes on.
    const detail = (error as Error).message;
    const said = OF_TARGET.find(([word]) => detail.endsWith(`- ${word}`));
    return { ok: false, failure: said?.[1] ?? 'proxy', detail };
  }
}

/** Octets of the proxy's answer to CONNECT. */
const LONGEST_ANSWER = 16_384;

const connect = (socket: Socket, proxy: ProxyAddress, endpoint: Endpoint): Promise<Passed> =>
  new Promise((resolve) => {
    const path = writeEndpoint(endpoint);
    const { user, password } = proxy;
    const authorization =
      user === undefined
        ? {}
        : { 'proxy-authorization': `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}` };
    const asked = request({
      method: 'CONNECT',
      path,
      headers: { host: path, ...authorization },
      createConnection: () => socket,
      maxHeaderSize: LONGEST_ANSWER,
    });
    const lost = (detail: string): void => resolve({ ok: false, failure: 'proxy', detail });
    asked.once('connect', (answer, _, head) => {
      const { statusCode = 0, statusMessage = '' } = answer;
      if (statusCode < 200 || statusCode > 299) {
        // It may say back what it was sent.
        const hidden = new HiddenSecrets();
        for (const secret of secretsOf(proxy)) hidden.add(secret);
        return lost(`HTTP ${statusCode} ${hidden.has(statusMessage) ? HIDDEN : statusMessage}`.slice(0, 100).trimEnd());
      }
      // What the server said already.
      if (head.length > 0) socket.unshift(head);
      resolve({ ok: true });
    });
    asked.once('response', ({ statusCode }) => lost(`HTTP ${statusCode}`));
    asked.on('error', (error) => lost(error.message));
    asked.once('close', () => lost('the proxy closed the connection'));
    asked.end();
  });
