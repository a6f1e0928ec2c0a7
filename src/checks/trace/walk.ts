import { rootServers } from '../../core/knowledge/dns/rootServers.ts';
import { withoutDot } from '../../core/text/domainName.ts';
import type { Answer, CancelSignal, Question, RecordType, Resolve } from '../../probes/ports.ts';
import { addressesOf, isAnswered, recordsOf } from '../answers.ts';
import { glueOf, hostsOf } from '../nameServers/delegation.ts';
import { isWithin } from '../zones.ts';

/** A server that can be asked. */
export interface TraceServer {
  readonly host: string;
  readonly address: string;
}

/** One question to one server on the way. */
export interface TraceStep {
  /** Whose server it is. */
  readonly zone: string;
  readonly server: TraceServer;
  readonly answer: Answer;
  /**
   * `referral`: it names the servers of a zone below; `lame`: it is named as a server of the zone and does not answer
   * for it; `silent`: nothing came back, or nothing that could be read.
   */
  readonly outcome: 'referral' | 'answer' | 'alias' | 'no-data' | 'no-such-name' | 'lame' | 'silent';
  /** Of a referral: the zone below and its servers. */
  readonly below?: { readonly zone: string; readonly hosts: readonly string[] };
  /** Of an alias: where it leads. */
  readonly target?: string;
}

export interface Trace {
  readonly steps: readonly TraceStep[];
  /** `stuck`: no server of the last zone led further; `cut`: the way is longer than is followed. */
  readonly end: 'answer' | 'no-data' | 'no-such-name' | 'stuck' | 'cut' | 'cancelled';
  /** The servers of the zone in which the way ends. */
  readonly zone: string;
  readonly hosts: readonly string[];
}

/** Servers of one zone that are tried, and steps of the whole way. */
const MOST_SERVERS = 4;
const MOST_STEPS = 60;
const MOST_ALIASES = 8;

/** Goes from the root servers to the servers of a name, and asks each itself, as a resolver that knows nothing does (RFC 1034 5.3.3). */
export async function traceFromRoot(
  name: string,
  type: RecordType,
  { resolve, roots }: { readonly resolve: Resolve; readonly roots?: readonly string[] },
  signal: CancelSignal,
): Promise<Trace> {
  const steps: TraceStep[] = [];
  const start: readonly TraceServer[] =
    roots === undefined || roots.length === 0
      ? rootServers.map(({ host, ipv4 }) => ({ host, address: ipv4 }))
      : roots.map((address) => ({ host: address, address }));
  let wanted = name;
  let zone = '.';
  let servers = start;
  let aliases = 0;
  const finish = (end: Trace['end'], hosts: readonly string[]): Trace => ({ steps, end, zone, hosts });
  for (;;) {
    const hosts = [...new Set(servers.map(({ host }) => host))];
    let last: TraceStep | undefined;
    for (const server of servers.slice(0, MOST_SERVERS)) {
      if (signal.aborted) return finish('cancelled', hosts);
      if (steps.length >= MOST_STEPS) return finish('cut', hosts);
      const question: Question = { name: wanted, type, at: server.address, recursion: false };
      last = read(zone, server, await resolve(question, signal), wanted);
      steps.push(last);
      if (last.outcome !== 'lame' && last.outcome !== 'silent') break;
    }
    if (last === undefined || last.outcome === 'lame' || last.outcome === 'silent') return finish('stuck', hosts);
    if (last.below !== undefined) {
      zone = last.below.zone;
      servers = await serversOf(last.below.hosts, last.answer, resolve, signal);
      if (servers.length === 0) return finish('stuck', last.below.hosts);
    } else if (last.target !== undefined) {
      if (++aliases > MOST_ALIASES) return finish('cut', hosts);
      wanted = last.target;
      zone = '.';
      servers = start;
    } else {
      return finish(last.outcome as Trace['end'], hosts);
    }
  }
}

const depthOf = (zone: string): number => zone.match(/(?:[^\\.]|\\.)+/g)?.length ?? 0;

function read(zone: string, server: TraceServer, answer: Answer, wanted: string): TraceStep {
  const step = { zone, server, answer };
  if (answer.status === 'TIMEOUT' || answer.status === 'UNREACHABLE' || answer.status === 'MALFORMED')
    return { ...step, outcome: 'silent' };
  if (!isAnswered(answer)) return { ...step, outcome: 'lame' };
  const isOurs = answer.authoritative === true;
  if (recordsOf(answer).length > 0) return { ...step, outcome: isOurs ? 'answer' : 'lame' };
  const alias = answer.records.filter((record) => record.type === 'CNAME').at(-1);
  if (alias !== undefined) {
    return isOurs ? { ...step, outcome: 'alias', target: withoutDot(alias.data) } : { ...step, outcome: 'lame' };
  }
  const { authority = [] } = answer;
  const owner = authority.find(
    (record) => record.type === 'NS' && isWithin(wanted, record.name) && depthOf(record.name) > depthOf(zone),
  )?.name;
  if (owner !== undefined && answer.status === 'NOERROR' && isWithin(owner, zone)) {
    return { ...step, outcome: 'referral', below: { zone: owner, hosts: hostsOf(authority, owner) } };
  }
  if (!isOurs) return { ...step, outcome: 'lame' };
  return { ...step, outcome: answer.status === 'NXDOMAIN' ? 'no-such-name' : 'no-data' };
}

/** The addresses beside the referral; where there are none, those that a resolver finds. */
async function serversOf(
  hosts: readonly string[],
  referral: Answer,
  resolve: Resolve,
  signal: CancelSignal,
): Promise<readonly TraceServer[]> {
  const glue = glueOf(referral);
  const known = hosts.flatMap((host) => ipv4First(glue.get(host) ?? []).map((address) => ({ host, address })));
  if (known.length > 0) return known;
  const found = await Promise.all(
    hosts.slice(0, MOST_SERVERS).map(async (host) => {
      const answers = await Promise.all(
        (['A', 'AAAA'] as const).map((one) => resolve({ name: host, type: one }, signal)),
      );
      return answers.flatMap(addressesOf).map((address) => ({ host, address }));
    }),
  );
  return found.flat();
}

/** The first address of a host, of IPv4 where it has one: many a machine has no other. */
const ipv4First = (addresses: readonly string[]): readonly string[] =>
  [...addresses].sort((a, b) => Number(a.includes(':')) - Number(b.includes(':'))).slice(0, 1);
