import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createResolve } from '../../../src/probes/node/resolve.ts';

const never = new AbortController().signal;
/** The answer to a query: the same with these flags, without what stands behind the question. */
function answerTo(query: Buffer, flags = 0x8180, change: (message: Buffer) => void = () => {}): Buffer {
  const hasEdns = query.readUInt16BE(10) === 1;
  const message = Buffer.from(hasEdns ? query.subarray(0, -11) : query);
  message.writeUInt16BE(flags, 2);
  message.writeUInt16BE(0, 10);
  change(message);
  return message;
}
const framed = (message: Buffer): Buffer =>
  Buffer.concat([Buffer.from([message.length >> 8, message.length & 255]), message]);
const asOther = (message: Buffer): void => void message.writeUInt16BE((message.readUInt16BE(0) + 1) & 0xffff, 0);

/** What is answered by a server that says this to each packet, and over TCP where it is asked there. */
async function asked(udp: (query: Buffer) => readonly Buffer[], tcp?: (query: Buffer) => Buffer, timeout = 1500) {
  const heard: string[] = [];
  const open: Socket[] = [];
  const stream = createServer((socket) => {
    open.push(socket.on('error', () => {}));
    socket.once('data', (bytes) => {
      heard.push('tcp');
      const answer = tcp?.(bytes.subarray(2));
      if (answer === undefined) socket.destroy();
      else socket.end(framed(answer));
    });
  }).listen(0, '127.0.0.1');
  await once(stream, 'listening');
  const { port } = stream.address() as AddressInfo;
  if (tcp === undefined) await new Promise((done) => stream.close(done));
  const packets = createSocket('udp4');
  packets.on('message', (query, { port: from }) => {
    heard.push(query.readUInt16BE(10) === 1 ? 'edns' : 'plain');
    for (const answer of udp(query)) packets.send(answer, from, '127.0.0.1');
  });
  packets.bind(port, '127.0.0.1');
  await once(packets, 'listening');
  const resolve = createResolve({ servers: [`127.0.0.1:${port}`], timeout, tries: 1 });
  const { status, detail } = await resolve({ name: 'a.test', type: 'A' }, never);
  packets.close();
  for (const socket of open) socket.destroy();
  if (tcp !== undefined) await new Promise((done) => stream.close(done));
  return { status, detail, heard };
}

describe('a question over UDP', () => {
  it('is answered by what fits to it, whatever else comes', async () => {
    const { status, heard } = await asked((query) => [answerTo(query, 0x8180, asOther), answerTo(query, 0x8183)]);
    assert.deepEqual([status, heard], ['NXDOMAIN', ['edns']]);
  });
  it('is asked once more without EDNS, where a server does not know that (RFC 6891 7)', async () => {
    for (const code of [1, 4]) {
      const old = await asked((query) => [answerTo(query, query.readUInt16BE(10) === 1 ? 0x8180 | code : 0x8180)]);
      assert.deepEqual([old.status, old.heard], ['NOERROR', ['edns', 'plain']], `${code}`);
    }
    const refused = await asked((query) => [answerTo(query, 0x8185)]);
    assert.deepEqual([refused.status, refused.heard], ['REFUSED', ['edns']]);
  });
  it('goes over TCP where the answer does not fit (RFC 7766 5)', async () => {
    const whole = await asked(
      (query) => [answerTo(query, 0x8380)],
      (query) => answerTo(query, 0x8183),
    );
    assert.deepEqual([whole.status, whole.heard], ['NXDOMAIN', ['edns', 'tcp']]);
    const failing = await asked((query) => [answerTo(query, 0x8380)]);
    assert.equal(failing.status, 'UNREACHABLE');
    assert.match(failing.detail ?? '', /^the answer does not fit into UDP, and TCP fails: .*ECONNREFUSED/);
  });
  it('is not known where nothing comes, or nothing that can be read', async () => {
    assert.deepEqual((await asked(() => [], undefined, 60)).status, 'TIMEOUT');
    const cut = (message: Buffer): void => void message.writeUInt16BE(1, 6);
    const broken = await asked((query) => [answerTo(query, 0x8180, cut)], undefined, 400);
    assert.deepEqual([broken.status, broken.detail], ['MALFORMED', 'what came cannot be read']);
  });
});
