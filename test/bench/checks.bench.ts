import { exec, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { promisify } from 'node:util';
import packet, { type Answer as WireAnswer } from 'dns-packet';
import { USUAL_AREAS } from '../../src/checks/areas.ts';
import { runChecks } from '../../src/checks/check.ts';
import { domainChecks } from '../../src/checks/domain.ts';
import { createPorts } from '../../src/probes/node/main.ts';
import type { Resolve, ResourceRecord } from '../../src/probes/ports.ts';
import { zone } from '../checks/zone.ts';
import { type AskedQuestion, criticalPath } from './criticalPath.ts';
import { figure } from './measure.ts';

/** The whole check of a domain at a resolver that answers after 50 ms, beside the chain of questions it cannot do without. */

const DELAY = 50;
const DOMAIN = 'contoso.test';
const records = zone(`contoso.test SOA ns1.contoso.test. hostmaster.contoso.test. 2026112801 7200 3600 1209600 300
contoso.test NS ns1.contoso.test.
contoso.test NS ns2.fabrikam.test.
ns1.contoso.test A 203.0.113.53
ns2.fabrikam.test A 198.51.100.53
contoso.test MX 10 mx1.contoso.test.
contoso.test MX 20 mx2.fabrikam.test.
mx1.contoso.test A 203.0.113.25
mx1.contoso.test AAAA 2001:db8::25
mx2.fabrikam.test A 198.51.100.25
25.113.0.203.in-addr.arpa PTR mx1.contoso.test.
25.100.51.198.in-addr.arpa PTR mx2.fabrikam.test.
contoso.test TXT "v=spf1 mx include:spf.fabrikam.test -all"
spf.fabrikam.test TXT "v=spf1 include:spf1.northwind.test include:spf2.northwind.test -all"
spf1.northwind.test TXT "v=spf1 include:spf3.northwind.test -all"
spf2.northwind.test TXT "v=spf1 ip4:192.0.2.0/24 -all"
spf3.northwind.test TXT "v=spf1 a:out.northwind.test -all"
out.northwind.test A 192.0.2.9
_dmarc.contoso.test TXT "v=DMARC1; p=reject; rua=mailto:dmarc@fabrikam.test"
contoso.test._report._dmarc.fabrikam.test TXT "v=DMARC1"
_mta-sts.contoso.test TXT "v=STSv1; id=20261128"
_smtp._tls.contoso.test TXT "v=TLSRPTv1; rua=mailto:tls@contoso.test"
contoso.test CAA 0 issue "ca.test"`);

const never = new AbortController().signal;

function wire({ name, type, ttl, data }: ResourceRecord): WireAnswer[] {
  const common = { name, ttl, class: 'IN' } as const;
  const parts = data.split(' ');
  if (type === 'TXT') return [{ ...common, type, data: [data.slice(1, -1)] }];
  if (type === 'MX') return [{ ...common, type, data: { preference: Number(parts[0]), exchange: parts[1] ?? '' } }];
  if (type === 'CAA') return [{ ...common, type, data: { flags: 0, tag: 'issue', value: 'ca.test' } }];
  if (type === 'SOA') {
    const [serial, refresh, retry, expire, minimum] = parts.slice(2).map(Number);
    const [mname = '', rname = ''] = parts;
    return [{ ...common, type, data: { mname, rname, serial, refresh, retry, expire, minimum } } as WireAnswer];
  }
  return [{ ...common, type, data } as WireAnswer];
}

const server = createSocket('udp4', async (bytes, from) => {
  const { id = 0, questions = [], flag_rd: forUs = false } = packet.decode(bytes);
  const [asked] = questions;
  if (asked === undefined) return;
  const { status, records: found } = await records({ name: asked.name, type: asked.type as 'A' }, never);
  const answers = found.flatMap(wire);
  const flags = forUs ? packet.RECURSION_DESIRED | packet.RECURSION_AVAILABLE : packet.AUTHORITATIVE_ANSWER;
  const reply = packet.encode({ type: 'response', id, flags, questions, answers });
  reply.writeUInt8((reply.readUInt8(3) & 0xf0) | (status === 'NXDOMAIN' ? 3 : 0), 3);
  setTimeout(() => server.send(reply, from.port, from.address), DELAY);
});
await new Promise<void>((done) => server.bind(0, '127.0.0.1', done));
const { port } = server.address();
const at = `127.0.0.1:${port}`;

const usual = new Map([...domainChecks].filter(([area]) => USUAL_AREAS.includes(area)));
const ports = createPorts({ resolvers: [at] });

async function check(): Promise<{ readonly asked: readonly AskedQuestion[]; readonly elapsed: number }> {
  const asked: AskedQuestion[] = [];
  // Each server of the domain is this one.
  const resolve: Resolve = async (question, signal) => {
    const begun = performance.now();
    const answer = await ports.resolve({ ...question, ...(question.at !== undefined && { at }) }, signal);
    asked.push({ question, answer, begun, ended: performance.now() });
    return answer;
  };
  const policy = { status: 404, contentType: 'text/plain', body: '', isCut: false };
  const fetch = () => Promise.resolve({ ok: true, value: policy } as const);
  const begun = performance.now();
  await runChecks(DOMAIN, usual, { ...ports, resolve, fetch }, never);
  return { asked, elapsed: performance.now() - begun };
}

await check();
const runs = [await check(), await check(), await check()];
const { asked, elapsed } = runs.reduce((best, run) => (run.elapsed < best.elapsed ? run : best));
const chain = criticalPath(DOMAIN, asked);
console.log('the longest chain of questions that depend on each other:');
for (const { question } of chain) {
  console.log(`  ${question.name} ${question.type}${question.at === undefined ? '' : ` at ${question.at}`}`);
}
const least = chain.reduce((sum, { begun, ended }) => sum + ended - begun, 0);
figure('questions', asked.length);
figure('questions in the longest chain', chain.length);
figure('that chain: ms', least);
figure('the whole check: ms', elapsed);
figure('the whole check / that chain', elapsed / least, { most: 1.3 });

if (spawnSync('dig', ['-v']).error === undefined) {
  const lines = asked.map(({ question }) => `dig @127.0.0.1 -p ${port} +tries=1 '${question.name}' ${question.type}`);
  const start = performance.now();
  // Not synchronous: the server is in this process.
  await promisify(exec)(`{ ${lines.join('\n')}\n} >/dev/null`);
  const took = performance.now() - start;
  figure('the same questions by dig, one after the other: ms', took);
  figure('dig / the whole check', took / elapsed);
} else console.log('dig is not there to be compared with');
server.close();
