import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import packet, { type Answer, type DecodedPacket } from 'dns-packet';
import { type DnsTrick, type LabRecord, tricks, zone } from './zone.ts';

export interface DnsServer {
  readonly address: string;
  readonly port: number;
  /** What was asked, as `udp contoso.test MX`. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Answers from the zone over UDP and TCP, on one free port of loopback. */
export async function startDnsServer(): Promise<DnsServer> {
  const asked: string[] = [];
  const open = new Set<Socket>();
  const tcp = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    let got = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      got = Buffer.concat([got, bytes]);
      if (got.length < 2 || got.length < 2 + got.readUInt16BE(0)) return;
      for (const reply of answer(packet.decode(got.subarray(2)), 'tcp', asked)) {
        const length = Buffer.alloc(2);
        length.writeUInt16BE(reply.length);
        socket.end(Buffer.concat([length, reply]));
      }
    });
  });
  const udp = createSocket('udp4');
  udp.on('message', (bytes, from) => {
    for (const reply of answer(packet.decode(bytes), 'udp', asked)) udp.send(reply, from.port, from.address);
  });
  const port = await bindBoth(tcp, udp);
  return {
    address: '127.0.0.1',
    port,
    asked,
    close: async () => {
      for (const socket of open) socket.destroy();
      await Promise.all([new Promise((done) => tcp.close(done)), new Promise<void>((done) => udp.close(done))]);
    },
  };
}

/** The port must be free for both; another process may hold one of the two. */
async function bindBoth(tcp: ReturnType<typeof createServer>, udp: ReturnType<typeof createSocket>): Promise<number> {
  for (let tries = 0; ; tries++) {
    tcp.listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    const { port } = tcp.address() as AddressInfo;
    const bound = await new Promise<boolean>((done) => {
      udp.once('error', () => done(false));
      udp.bind(port, '127.0.0.1', () => done(true));
    });
    udp.removeAllListeners('error');
    if (bound) return port;
    if (tries === 20) throw new Error('no port of loopback is free for both UDP and TCP');
    await new Promise((done) => tcp.close(done));
  }
}

function answer(query: DecodedPacket, over: 'udp' | 'tcp', asked: string[]): readonly Buffer[] {
  const question = query.questions?.[0];
  if (question === undefined) return [];
  const name = question.name.toLowerCase();
  asked.push(`${over} ${name} ${question.type}`);
  const write = (code: number, answers: readonly Answer[], change: Partial<DecodedPacket> = {}): Buffer => {
    const bytes = packet.encode({
      type: 'response',
      id: query.id ?? 0,
      flags: packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE,
      questions: [question],
      answers: [...answers],
      ...change,
    });
    bytes.writeUInt8((bytes.readUInt8(3) & 0xf0) | code, 3);
    return bytes;
  };
  const { code, answers } = lookUp(name, question.type);
  const whole = write(code, answers);
  const fits = over === 'tcp' || whole.length <= 1232;
  const usual = fits ? whole : write(code, [], { flags: packet.TRUNCATED_RESPONSE | packet.RECURSION_DESIRED });
  switch (trickOf(name)) {
    case 'servfail':
      return [write(2, [])];
    case 'refused':
      return [write(5, [])];
    case 'silent':
      return [];
    case 'malformed':
      // A pointer that points at itself where the first name should be.
      return [Buffer.concat([write(0, []).subarray(0, 12), Buffer.from([0xc0, 12, 0, 1, 0, 1])])];
    case 'wrong-id-first':
      return [write(3, [], { id: ((query.id ?? 0) + 1) & 0xffff }), usual];
    case 'wrong-question-first':
      return [write(0, [], { questions: [{ ...question, name: 'other.test' }] }), write(3, [])];
    case 'no-edns':
      return [(query.additionals ?? []).length > 0 ? write(1, []) : usual];
    default:
      return [usual];
  }
}

function trickOf(name: string): DnsTrick | undefined {
  for (let rest = name; rest !== ''; rest = rest.slice(rest.indexOf('.') + 1)) {
    const trick = tricks.get(rest);
    if (trick !== undefined || !rest.includes('.')) return trick;
  }
  return undefined;
}

function lookUp(name: string, type: string): { readonly code: number; readonly answers: readonly Answer[] } {
  const known = zone.filter((record) => record.name === name);
  const alias = known.find((record) => record.type === 'CNAME');
  if (alias !== undefined && type !== 'CNAME') {
    return { code: 0, answers: [write(alias), ...lookUp(alias.data, type).answers] };
  }
  // A name above one that has records exists as well (RFC 8020 2).
  const exists = known.length > 0 || zone.some((record) => record.name.endsWith(`.${name}`));
  return { code: exists ? 0 : 3, answers: known.filter((record) => record.type === type).map(write) };
}

function write(record: LabRecord): Answer {
  const common = { name: record.name, ttl: 300, class: 'IN' } as const;
  if (record.type === 'MX') {
    const [preference, exchange] = record.data.split(' ') as [string, string];
    return { ...common, type: 'MX', data: { preference: Number(preference), exchange } };
  }
  if (record.type === 'TXT') return { ...common, type: 'TXT', data: [record.data] };
  return { ...common, type: record.type as 'A', data: record.data };
}
