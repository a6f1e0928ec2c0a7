import { connect, isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { defined } from '../../core/text/defined.ts';
import { writeEndpoint } from '../hostName.ts';
import type { Dial, Stream, StreamResult } from '../ports.ts';
import type { DialOptions } from './dialOptions.ts';
import { secretsOf, writeProxy } from './proxyAddress.ts';
import { failureOf, lost, SocketStream } from './socketStream.ts';

/** Connects over TCP, through a proxy where one was chosen. */
export function createDial(options: DialOptions = {}): Dial {
  const { source, proxy } = options;
  const dial: Dial = async (endpoint, timeout, signal) => {
    const to = proxy ?? endpoint;
    const zone = /%(.+)$/.exec(to.host)?.[1];
    if (zone !== undefined && !/^\d+$/.test(zone) && !Object.hasOwn(networkInterfaces(), zone)) {
      return lost('unreachable', `this machine has no network interface ${zone}`);
    }
    // The time that our own program needs is none of the proxy's.
    const way = proxy === undefined ? undefined : await import('./proxy.ts');
    if (source !== undefined && isIP(to.host) !== 0 && isIP(source) !== isIP(to.host)) {
      const family = isIP(source) === 4 ? 'IPv4' : 'IPv6';
      return lost('unreachable', `the source address ${source} is one of ${family}`);
    }
    return new Promise((resolve) => {
      if (signal.aborted) return resolve(lost('cancelled'));
      const socket = connect({ port: to.port, host: to.host, ...(source !== undefined && { localAddress: source }) });
      const settle = (result: StreamResult<Stream>): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', cancel);
        socket.off('error', fail);
        if (!result.ok) {
          // An error may still follow; without a listener it would end the process.
          socket.on('error', () => {});
          socket.destroy();
        }
        resolve(result);
      };
      const cancel = (): void => settle(lost('cancelled'));
      const fail = (error: NodeJS.ErrnoException): void => {
        const isSource = source !== undefined && error.code === 'EADDRNOTAVAIL';
        if (isSource) settle(lost('unreachable', `${source} is no address of this machine`));
        else settle(lost(proxy === undefined ? failureOf(error) : 'proxy', error.message));
      };
      const begun = Date.now();
      const connected = async (): Promise<void> => {
        const address = writeEndpoint(endpoint);
        if (way === undefined || proxy === undefined) {
          return settle({ ok: true, value: new SocketStream(socket, address, signal, options) });
        }
        const passed = await way.passThrough(socket, proxy, endpoint, Math.max(1, timeout - (Date.now() - begun)));
        if (!passed.ok) return settle(passed);
        settle({ ok: true, value: new SocketStream(socket, address, signal, options) });
      };
      const timer = setTimeout(
        () => settle(proxy === undefined ? lost('timeout') : lost('proxy', 'no answer in time')),
        timeout,
      );
      socket.once('error', fail);
      socket.once('connect', () => void connected());
      signal.addEventListener('abort', cancel);
    });
  };
  return Object.assign(dial, defined({ via: proxy && writeProxy(proxy), source, secrets: proxy && secretsOf(proxy) }));
}
