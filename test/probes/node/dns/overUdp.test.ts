import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import packet from 'dns-packet';
import { askOverUdp } from '../../../../src/probes/node/dns/overUdp.ts';

const never = new AbortController().signal;

/** A message that answers a query; `more` is what differs. */
const answerTo = (query: Buffer, more: object = {}): Buffer => {
  const { id = 0, questions = [] } = packet.decode(query);
  const answers = [{ type: 'A' as const, name: 'contoso.test', ttl: 1, data: '192.0.2.1' }];
  return packet.encode({ type: 'response', id, questions, answers, ...more });
};

interface Asking {
  readonly name?: string;
  readonly wait?: number;
  readonly edns?: boolean;
  readonly signal?: AbortSignal;
}

/** What is said of a server that sends this for a query, and what it was asked. */
async function asked(packets: (query: Buffer) => readonly Buffer[], asking: Asking = {}) {
  const { name = 'contoso.test', wait = 5000, edns = true, signal = never } = asking;
  const server = createSocket('udp4');
  const heard: Buffer[] = [];
  server.on('message', (query, { port, address }) => {
    heard.push(query);
    for (const one of packets(query)) server.send(one, port, address, () => {});
  });
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const result = await askOverUdp({ host: '127.0.0.1', port }, { name, type: 'A' }, wait, signal, edns);
  await new Promise<void>((done) => server.close(done));
  const { status, detail, records = [] } = result ?? { status: 'too long for UDP' };
  return { said: records[0]?.data ?? [status, detail].filter(Boolean).join(': '), heard };
}
const says = async (expected: string, ...given: Parameters<typeof asked>): Promise<void> =>
  assert.equal((await asked(...given)).said, expected);

describe('a server over UDP', () => {
  it('is asked once, with EDNS or without', async () => {
    for (const edns of [true, false]) {
      const { said, heard } = await asked((query) => [answerTo(query)], { edns });
      assert.equal(said, '192.0.2.1');
      assert.equal(heard.length, 1);
      const { questions, additionals } = packet.decode(heard[0] as Buffer);
      assert.deepEqual(
        [questions?.map((one) => `${one.name} ${one.type}`), additionals?.map((one) => one.type)],
        [['contoso.test A'], edns ? ['OPT'] : []],
      );
    }
  });
  it('is heard though something else came before: of another question, or no message at all', async () => {
    const others = (query: Buffer): readonly Buffer[] => {
      const { id = 0 } = packet.decode(query);
      return [Buffer.from('no message'), answerTo(query, { id: id ^ 1 }), answerTo(query)];
    };
    await says('192.0.2.1', others);
  });
  it('whose answer does not fit says so by TC (RFC 2181 9)', () =>
    says('too long for UDP', (query) => [answerTo(query, { flags: packet.TRUNCATED_RESPONSE, answers: [] })]));
  it('is left after hundreds of packets that are no answer', () =>
    says('MALFORMED: more than 200 packets came that are no answer to the question', (query) => {
      const other = answerTo(query, { id: (packet.decode(query).id ?? 0) ^ 1 });
      return Array.from({ length: 230 }, () => other);
    }));
  it('that says nothing in time is told apart from one of which nothing can be read', async () => {
    await says('TIMEOUT', () => [], { wait: 40 });
    await says('MALFORMED: what came cannot be read', (query) => [answerTo(query).subarray(0, 25)], { wait: 40 });
  });
  it('is not asked for a name that no message holds', async () => {
    const name = `${'a'.repeat(64)}.test`;
    const { said, heard } = await asked((query) => [answerTo(query)], { name });
    assert.equal(said, 'MALFORMED: the name does not fit into a DNS message');
    assert.equal(heard.length, 0);
  });
  it('is not waited for where that is cancelled', () => says('CANCELLED', () => [], { signal: AbortSignal.abort() }));
  it('that is not there is unreachable', async () => {
    const free = createSocket('udp4').bind(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as AddressInfo;
    await new Promise<void>((done) => free.close(done));
    const question = { name: 'contoso.test', type: 'A' } as const;
    const attempt = await askOverUdp({ host: '127.0.0.1', port }, question, 5000, never, true);
    assert.equal(attempt?.status, 'UNREACHABLE');
    assert.match(attempt?.detail ?? '', /ECONNREFUSED/);
  });
});
