import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createDial } from '../../../src/probes/node/dial.ts';
import type { DialOptions } from '../../../src/probes/node/dialOptions.ts';
import { freePort } from '../../support/freePort.ts';

const never = new AbortController().signal;
const lost = async (options: DialOptions, host: string, port = 1, signal: AbortSignal = never, wait = 2000) => {
  const dialled = await createDial(options)({ host, port }, wait, signal);
  if (dialled.ok) dialled.value.close();
  return dialled.ok ? 'reached' : `${dialled.failure} ${dialled.detail}`.trimEnd();
};

describe('a connection over TCP', () => {
  it('comes from an address of the same family', async () => {
    assert.equal(await lost({ source: '192.0.2.1' }, '::1'), 'unreachable the source address 192.0.2.1 is one of IPv4');
    assert.equal(
      await lost({ source: '2001:db8::1' }, '127.0.0.1'),
      'unreachable the source address 2001:db8::1 is one of IPv6',
    );
    assert.equal(
      await lost({ source: '192.0.2.1' }, '127.0.0.1'),
      'unreachable 192.0.2.1 is no address of this machine',
    );
  });
  it('goes out by an interface that this machine has', async () => {
    assert.equal(await lost({}, 'fe80::1%nosuch0'), 'unreachable this machine has no network interface nosuch0');
    assert.equal(await lost({}, 'fe80::1%toString'), 'unreachable this machine has no network interface toString');
  });
  it('is refused, or not even tried where that was cancelled', async () => {
    const port = await freePort();
    assert.match(await lost({}, '127.0.0.1', port), /^refused /);
    assert.equal(await lost({}, '127.0.0.1', port, AbortSignal.abort()), 'cancelled');
  });
  it('tells the way that was chosen, without its password', () => {
    const { via, source, secrets } = createDial({ source: '192.0.2.1' });
    assert.deepEqual([via, source, secrets], [undefined, '192.0.2.1', undefined]);
    const proxy = { scheme: 'socks5', host: 'p.test', port: 1080, user: 'u', password: 'secret' } as const;
    const proxied = createDial({ proxy });
    assert.equal(proxied.via, 'socks5://p.test:1080');
    assert.deepEqual(proxied.secrets, ['u:secret', 'secret']);
  });
  it('waits for a proxy no longer than was said, and for it alone', async () => {
    const open: Socket[] = [];
    const server = createServer((socket) => open.push(socket.on('error', () => {}))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const proxy = { scheme: 'socks5', host: '127.0.0.1', port: (server.address() as AddressInfo).port } as const;
    assert.match(await lost({ proxy }, '192.0.2.1', 25, never, 120), /^proxy /);
    const stop = new AbortController();
    const waiting = lost({ proxy }, '192.0.2.1', 25, stop.signal, 3000);
    setTimeout(() => stop.abort(), 30);
    assert.equal(await waiting, 'cancelled');
    for (const socket of open) socket.destroy();
    await new Promise((done) => server.close(done));
    const gone = { ...proxy, port: await freePort() };
    assert.match(await lost({ proxy: gone }, '192.0.2.1', 25), /^proxy .*ECONNREFUSED/);
  });
});
