import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { passThrough } from '../../../src/probes/node/proxy.ts';
import type { ProxyAddress } from '../../../src/probes/node/proxyAddress.ts';
import type { Endpoint } from '../../../src/probes/ports.ts';

const SERVER: Endpoint = { host: '192.0.2.25', port: 25 };

/** How a way through a proxy goes that answers each piece it hears with the next of `answers`, and what it heard. */
async function through(
  proxy: Partial<ProxyAddress>,
  answers: readonly (string | undefined)[],
  endpoint: Endpoint = SERVER,
) {
  const heard: string[] = [];
  let there: Socket | undefined;
  const listener = createServer((socket) => {
    there = socket.on('error', () => {});
    const left = [...answers];
    socket.on('data', (bytes) => {
      heard.push(bytes.toString('latin1'));
      const answer = left.shift();
      if (answer === undefined) socket.end();
      else socket.write(Buffer.from(answer, 'latin1'));
    });
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  await once(socket, 'connect');
  const passed = await passThrough(socket, { scheme: 'http', host: '127.0.0.1', port, ...proxy }, endpoint, 2000);
  const behind = passed.ok ? String((socket.read() as Buffer | null) ?? '') : '';
  socket.destroy();
  there?.destroy();
  await new Promise<void>((done) => listener.close(() => done()));
  return { said: passed.ok ? `passed ${behind}`.trim() : `${passed.failure}: ${passed.detail}`, heard };
}

describe('CONNECT of a proxy (RFC 9110 9.3.6)', () => {
  const connected = 'HTTP/1.1 200 Connection established\r\n\r\n';
  it('names the server as host and port, an IPv6 address in brackets', async () => {
    for (const [endpoint, target] of [
      [SERVER, '192.0.2.25:25'],
      [{ host: '2001:db8::25', port: 587 }, '[2001:db8::25]:587'],
    ] as const) {
      const { said, heard } = await through({}, [connected], endpoint);
      assert.equal(said, 'passed');
      const [first, ...head] = (heard[0] ?? '').split('\r\n');
      assert.equal(first, `CONNECT ${target} HTTP/1.1`);
      assert.ok(head.some((one) => one.toLowerCase() === `host: ${target}`));
      assert.doesNotMatch(head.join('\n'), /authorization/i);
    }
  });
  it('says user and password (RFC 7617 2), an empty one where there is none', async () => {
    for (const [login, said] of [
      [{ user: 'Aladdin', password: 'open sesame' }, 'QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
      [{ user: 'Aladdin' }, 'QWxhZGRpbjo='],
    ] as const) {
      const { heard } = await through(login, [connected]);
      assert.match(heard[0] ?? '', new RegExp(`^proxy-authorization: Basic ${said}\r$`, 'im'));
    }
  });
  it('is through with any answer of success, and hands on what the server said with it', async () => {
    const rows: Readonly<Record<string, string>> = {
      [connected]: 'passed',
      [`${connected}220 mx ESMTP\r\n`]: 'passed 220 mx ESMTP',
      'HTTP/1.1 299 Fine\r\n\r\n': 'passed',
      'HTTP/1.1 300 Choices\r\n\r\n': 'proxy: HTTP 300 Choices',
      'HTTP/1.1 502 \r\n\r\n': 'proxy: HTTP 502',
      'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n': 'proxy: HTTP 407 Proxy Authentication Required',
    };
    for (const [answer, expected] of Object.entries(rows)) assert.equal((await through({}, [answer])).said, expected);
  });
  it('shows nothing of the password where the proxy says it back, and no more than a line of the rest', async () => {
    const login = { user: 'ann', password: 'open sesame' };
    const told = async (words: string) => (await through(login, [`HTTP/1.1 403 ${words}\r\n\r\n`])).said;
    assert.doesNotMatch(await told('no open sesame here'), /sesame/);
    assert.doesNotMatch(await told(`Basic ${Buffer.from('ann:open sesame').toString('base64')}`), /YW5u/);
    assert.equal(await told('Forbidden'), 'proxy: HTTP 403 Forbidden');
    assert.equal((await told('x'.repeat(200))).length, 'proxy: '.length + 100);
  });
  it('fails at the proxy where that closes, or speaks something else', async () => {
    for (const answer of [undefined, '220 mx ESMTP\r\n', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`])
      assert.match((await through({}, [answer])).said, /^proxy: ./, answer?.slice(0, 20));
  });
});

describe('SOCKS5 (RFC 1928)', () => {
  const answer = (code: number) => `\x05${String.fromCharCode(code)}\0\x01\0\0\0\0\0\0`;
  const asked = '\x05\x01\0\x01\xc0\0\x02\x19\0\x19';
  it('asks for the address without a login where there is none', async () => {
    const { said, heard } = await through({ scheme: 'socks5' }, ['\x05\0', answer(0)]);
    assert.equal(said, 'passed');
    assert.deepEqual(heard.slice(1), [asked]);
  });
  it('logs in where there is one (RFC 1929 2), with an empty password where none was said', async () => {
    for (const [login, said] of [
      [{ user: 'ann', password: 'pw' }, '\x01\x03ann\x02pw'],
      [{ user: 'ann' }, '\x01\x03ann\0'],
    ] as const) {
      const { heard } = await through({ scheme: 'socks5', ...login }, ['\x05\x02', '\x01\0', answer(0)]);
      assert.deepEqual(heard.slice(1), [said, asked]);
    }
  });
  it('tells what the proxy says of the server (RFC 1928 6) from what it says of itself', async () => {
    const failure = async (...answers: readonly string[]) =>
      (await through({ scheme: 'socks5' }, answers)).said.replace(/:.*/, '');
    const codes: Readonly<Record<number, string>> = {
      1: 'proxy',
      2: 'proxy',
      3: 'unreachable',
      4: 'unreachable',
      5: 'refused',
      6: 'timeout',
      7: 'proxy',
    };
    for (const [code, expected] of Object.entries(codes))
      assert.equal(await failure('\x05\0', answer(Number(code))), expected, code);
    assert.equal(await failure('\x05\xff'), 'proxy');
    assert.equal(await failure('\x04\0'), 'proxy');
  });
});
