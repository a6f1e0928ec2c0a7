import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readServer, smtpServer } from '../../../src/probes/node/main.ts';
import { readProxy, writeProxy } from '../../../src/probes/node/proxyAddress.ts';
import { readWay, type WayChoice } from '../../../src/probes/node/way.ts';
import { renderSmtpProbe } from '../../../src/report/smtpProbeReport.ts';
import { authority, issue } from '../../lab/chain.ts';
import { type Credentials, type SmtpServer, startSmtpServer } from '../../lab/smtpServer.ts';

const never = new AbortController().signal;
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A server that does with each connection what it is told, on a free port. */
async function listen(does: (socket: Socket) => void): Promise<number> {
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => {});
    does(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    for (const socket of open) socket.destroy();
    return new Promise((done) => server.close(done));
  });
  return (server.address() as AddressInfo).port;
}

async function serve(tls?: Credentials): Promise<SmtpServer> {
  const server = await startSmtpServer('mx1.contoso.test', tls === undefined ? {} : { tls });
  closing.push(server.close);
  return server;
}

/** The reply of SOCKS5 to a request, by its code (RFC 1928 6). */
const answer = (code: number): Buffer => Buffer.from([5, code, 0, 1, 0, 0, 0, 0, 0, 0]);

/** A SOCKS5 proxy; `knows` is the user and password it wants, `code` what it answers instead of connecting. */
const socks = (asked: string[], { knows, code }: { knows?: string; code?: number } = {}): Promise<number> =>
  listen((socket) => {
    let stage = 0;
    socket.on('data', (bytes) => {
      if (stage === 0) {
        stage = knows === undefined ? 2 : 1;
        socket.write(Buffer.from([5, knows === undefined ? 0 : bytes.includes(2, 2) ? 2 : 0xff]));
      } else if (stage === 1) {
        const user = bytes.subarray(2, 2 + (bytes[1] as number)).toString();
        const password = bytes.subarray(3 + user.length).toString();
        stage = 2;
        socket.write(Buffer.from([1, `${user}:${password}` === knows ? 0 : 1]));
      } else if (stage === 2) {
        stage = 3;
        const host = bytes.subarray(4, 8).join('.');
        const port = bytes.readUInt16BE(8);
        asked.push(`${host}:${port}`);
        if (code !== undefined) return void socket.end(answer(code));
        const onward = connect(port, host, () => {
          socket.write(answer(0));
          socket.pipe(onward).pipe(socket);
        });
        onward.on('error', () => socket.destroy());
      }
    });
  });

/** A proxy for CONNECT; `says` instead of connecting. */
const http = (asked: string[], says?: string): Promise<number> =>
  listen((socket) => {
    socket.once('data', (bytes) => {
      asked.push(bytes.toString('latin1'));
      if (says !== undefined) return void socket.end(says);
      const [, host, port] = /^CONNECT ([\d.]+):(\d+) /.exec(bytes.toString()) ?? [];
      const onward = connect(Number(port), host ?? '', () => {});
      // The banner comes in one packet with the answer of the proxy.
      onward.once('data', (first) => {
        socket.write(Buffer.concat([Buffer.from('HTTP/1.1 200 Connection established\r\n\r\n'), first]));
        socket.pipe(onward).pipe(socket);
      });
      onward.on('error', () => socket.destroy());
    });
  });

interface Probed {
  readonly text: string;
  readonly failure: string;
}

async function probe(port: number, choice: WayChoice, timeout = 4000): Promise<Probed> {
  const read = await readWay(choice);
  assert.ok(read.ok, JSON.stringify(read));
  const result = await smtpServer(`127.0.0.1:${port}`, { helo: 'probe.test', timeout, ...read.way }, never);
  const { failure } = result;
  return {
    text: renderSmtpProbe(result).join('\n'),
    failure: failure === undefined ? '' : `${failure.step} ${failure.kind}`,
  };
}

describe('a probe through a proxy', () => {
  it('goes through SOCKS5, and the report says so without the password', async () => {
    const asked: string[] = [];
    const { port } = await serve();
    const proxy = await socks(asked, { knows: 'admin:s3cret word' });
    const { text, failure } = await probe(port, { proxy: `socks5://admin:s3cret%20word@127.0.0.1:${proxy}` });
    assert.equal(failure, '');
    assert.deepEqual(asked, [`127.0.0.1:${port}`]);
    assert.match(text, new RegExp(`CONNECT \\(\\d+ ms\\): 127.0.0.1:${port} through socks5://127.0.0.1:${proxy}`));
    assert.doesNotMatch(text, /admin|s3cret/);
  });
  it('goes through CONNECT of HTTP, with a banner in the same packet and with TLS', async () => {
    const asked: string[] = [];
    const root = await authority('Contoso Root');
    const { port } = await serve(await issue(root, 'mx1.contoso.test', ['mx1.contoso.test']));
    const proxy = await http(asked);
    const { text, failure } = await probe(port, { proxy: `http://admin:s3cret@127.0.0.1:${proxy}` });
    assert.equal(failure, '');
    assert.match(asked[0] ?? '', /^CONNECT 127\.0\.0\.1:\d+ HTTP\/1\.1\r\n[\s\S]*Basic YWRtaW46czNjcmV0\r\n/i);
    assert.match(text, /^S: 220 mx1\.contoso\.test ESMTP ready$/m);
    assert.match(text, /^\* TLS \(\d+ ms\): TLSv1\.3/m);
    assert.doesNotMatch(text, /admin|s3cret|YWRtaW4/);
  });
  it('tells the proxy that refuses from the server that does', async () => {
    const { port } = await serve();
    const through = async (code: number): Promise<string> =>
      (await probe(port, { proxy: `socks5://127.0.0.1:${await socks([], { code })}` })).failure;
    assert.equal(await through(5), 'connect refused');
    assert.equal(await through(4), 'connect unreachable');
    assert.equal(await through(6), 'connect timeout');
    assert.equal(await through(2), 'connect proxy');
    const wrong = await probe(port, { proxy: `socks5://a:b@127.0.0.1:${await socks([], { knows: 'a:c' })}` });
    assert.equal(wrong.failure, 'connect proxy');
    const says = 'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n';
    const unknown = await probe(port, { proxy: `http://127.0.0.1:${await http([], says)}` });
    assert.match(unknown.text, /fail connect-proxy .*: HTTP 407 Proxy Authentication Required\.$/m);
    const closed = await listen((socket) => socket.destroy());
    assert.equal((await probe(port, { proxy: `socks5://127.0.0.1:${closed}` })).failure, 'connect proxy');
    assert.equal((await probe(port, { proxy: `http://127.0.0.1:${closed}` })).failure, 'connect proxy');
  });
  it('ends in time behind a proxy that is silent, floods or speaks something else', async () => {
    const { port } = await serve();
    const flood = (socket: Socket): void => {
      const more = (): void => {
        while (!socket.destroyed && socket.write('x'.repeat(60_000)));
      };
      socket.on('drain', more);
      more();
    };
    for (const does of [() => {}, flood, (socket: Socket) => void socket.write('220 ready\r\n')]) {
      for (const scheme of ['socks5', 'http']) {
        const { failure } = await probe(port, { proxy: `${scheme}://127.0.0.1:${await listen(does)}` }, 200);
        assert.equal(failure, 'connect proxy');
      }
    }
  });
  it('shows nothing of its password, whatever the proxy says back, also in the place of the server', async () => {
    const basic = Buffer.from('admin:s3cret').toString('base64');
    const liars: readonly ((socket: Socket) => void)[] = [
      (socket) => socket.once('data', () => socket.write(`HTTP/1.1 502 Basic ${basic}\r\n\r\n`)),
      (socket) => socket.once('data', () => socket.write('HTTP/1.1 407 no admin:s3cret here\r\n\r\n')),
      (socket) => socket.once('data', () => socket.write(`HTTP/1.1 200 OK\r\n\r\n220 Basic ${basic}\r\n`)),
      (socket) => socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\n\r\n554 s3cret\r\n')),
    ];
    for (const does of liars) {
      const { text } = await probe(25, { proxy: `http://admin:s3cret@127.0.0.1:${await listen(does)}` }, 1000);
      assert.match(text, /\(hidden\)/);
      assert.ok(!/s3cret/.test(text) && !text.includes(basic.slice(0, 6)), text);
    }
  });
  it('can be cancelled while the proxy is silent', async () => {
    const stop = new AbortController();
    const read = await readWay({ proxy: `socks5://127.0.0.1:${await listen(() => stop.abort())}` });
    assert.ok(read.ok);
    const { failure } = await smtpServer('127.0.0.1:25', read.way, stop.signal);
    assert.equal(failure?.kind, 'cancelled');
  });
});

describe('what is typed for a server', () => {
  it('is a host with its port, in brackets or as SMTP writes an address', () => {
    const rows: Readonly<Record<string, string>> = {
      'mx1.contoso.test': 'mx1.contoso.test 25',
      'mx1.contoso.test:587': 'mx1.contoso.test 587',
      '[2001:db8::1]:587': '2001:db8::1 587',
      '[IPv6:2001:db8::1]:587': '2001:db8::1 587',
      '[fe80::1%25eth0]:26': 'fe80::1%eth0 26',
      '192.0.2.1:0': '192.0.2.1 0',
      'mx1.contoso.test:99999': 'mx1.contoso.test 99999',
    };
    for (const [typed, read] of Object.entries(rows)) {
      const { host, port } = readServer(typed);
      assert.equal(`${host} ${port}`, read);
    }
  });
  it('is told without the password that somebody put in front of it', async () => {
    for (const typed of ['smtp://user:s3cret@mx1.contoso.test', 'user:s3cret@mx1.contoso.test:25']) {
      const text = renderSmtpProbe(await smtpServer(typed, {}, new AbortController().signal)).join('\n');
      assert.match(text, /bad-host: ".*\(hidden\)@mx1\.contoso\.test/);
      assert.ok(!text.includes('s3cret'), text);
    }
  });
  it('may have a port or a zone that is none, which is told', async () => {
    const never = new AbortController().signal;
    const ends = async (typed: string) => renderSmtpProbe(await smtpServer(typed, {}, never)).at(-1);
    assert.equal(await ends('192.0.2.1:99999'), '* Result: failed at NAME, bad-port: 99999 is no port.');
    assert.match((await ends('[fe80::1%nosuch]:25')) ?? '', /connect-unreachable: .*no network interface nosuch/);
  });
});

describe('the address of a proxy', () => {
  it('has a scheme, a host and perhaps a port, a user and a password', () => {
    assert.deepEqual(readProxy('socks5h://proxy.test'), { scheme: 'socks5', host: 'proxy.test', port: 1080 });
    assert.deepEqual(readProxy('HTTP://a%3Ab:c@[2001:db8::1]:3128/'), {
      scheme: 'http',
      host: '2001:db8::1',
      port: 3128,
      user: 'a:b',
      password: 'c',
    });
    for (const wrong of [
      'proxy.test:1080',
      'https://proxy.test',
      'socks4://a',
      'socks5://',
      'http://a/b',
      'http://a:b%0ac@d',
    ]) {
      assert.equal(readProxy(wrong), undefined, wrong);
    }
  });
  it('is shown without user and password', () => {
    const proxy = readProxy('http://admin:s3cret@[2001:db8::1]:3128');
    assert.equal(proxy && writeProxy(proxy), 'http://[2001:db8::1]:3128');
  });
});

describe('the source address of a probe', () => {
  it('is where the connection comes from, and stands in the report', async () => {
    let from = '';
    const port = await listen((socket) => {
      from = socket.remoteAddress ?? '';
      socket.end('421 bye\r\n');
    });
    const { text } = await probe(port, { source: '127.0.0.1' });
    assert.equal(from, '127.0.0.1');
    assert.match(text, /^\* CONNECT .*: 127\.0\.0\.1:\d+ from 127\.0\.0\.1$/m);
  });
  it('that this machine does not have, or of the other family, is told', async () => {
    const { port } = await serve();
    assert.match((await probe(port, { source: '203.0.113.7' })).text, /203\.0\.113\.7 is no address of this machine/);
    assert.match((await probe(port, { source: '::1' })).text, /the source address ::1 is one of IPv6/);
    assert.deepEqual(await readWay({ source: 'eth0' }), { ok: false, problem: 'the source "eth0" is no IP address' });
  });
});

describe('the certificate of the client', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mail-triage-'));
  });
  after(() => rm(folder, { recursive: true }));
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };

  it('is shown to a server that asks for one', async () => {
    const root = await authority('Contoso Root');
    const own = await issue(root, 'mx1.contoso.test', ['mx1.contoso.test']);
    const client = await issue(root, 'probe.contoso.test', ['probe.contoso.test']);
    const shown: (string | undefined)[] = [];
    const { port } = await serve({ ...own, clients: root.cert, onClient: (name) => shown.push(name) });
    const cert = await file('client.pem', client.cert);
    const key = await file('client.key', client.key);
    assert.equal((await probe(port, { cert, key })).failure, '');
    const both = await file('both.pem', `${client.key}${client.cert}`);
    assert.equal((await probe(port, { cert: both })).failure, '');
    assert.deepEqual(shown, ['probe.contoso.test', 'probe.contoso.test']);
  });
  it('that cannot be read, or does not fit its key, is told and nothing is connected to', async () => {
    const root = await authority('Contoso Root');
    const one = await issue(root, 'a.test', ['a.test']);
    const other = await issue(root, 'b.test', ['b.test']);
    const cert = await file('one.pem', one.cert);
    const key = await file('other.key', other.key);
    const problem = async (choice: WayChoice): Promise<string> => {
      const read = await readWay(choice);
      return read.ok ? '' : read.problem;
    };
    assert.match(await problem({ cert, key }), /^the certificate and the key of the client cannot be used: /);
    assert.match(await problem({ cert: join(folder, 'none.pem') }), /none\.pem cannot be read$/);
    assert.match(await problem({ key }), /of no use without its certificate$/);
    assert.match(await problem({ authorities: [key] }), /other\.key cannot be read, or holds no certificate in PEM$/);
    assert.equal(await problem({ authorities: [cert] }), '');
  });
});
