import { withoutDot } from '../../core/text/domainName.ts';
import { append } from '../../core/text/lists.ts';
import { addressScope, isIpv4, isIpv6 } from '../../probes/hostName.ts';
import type { Answer } from '../../probes/ports.ts';
import { ipv6Nibbles, isAnswered, recordsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, evidenceOf, type Finding, noSuchName, unanswered } from '../finding.ts';
import { isWithin, zoneOf } from '../zones.ts';
import { compareServers } from './compare.ts';
import { type AtParent, askParent, hostsOf } from './delegation.ts';
import { answersFor, askServer, type NameServer } from './servers.ts';

/** Name servers that are asked: 13 is what fits a referral of the root. */
const MOST_SERVERS = 13;
/** Statuses that say that nothing came back, whoever is to blame. */
const SILENT = new Set(['TIMEOUT', 'MALFORMED']);

/** Whether every name server of the domain's zone answers for it, all the same, and the parent names the same ones. */
export async function checkNameServers(context: CheckContext): Promise<readonly Finding[]> {
  const { name, ports, signal } = context;
  const { resolve } = ports;
  const itself = await resolve({ name, type: 'SOA' }, signal);
  if (itself.status === 'NXDOMAIN') return [noSuchName(itself)];
  const zone = await zoneOf(name, resolve, signal);
  // Where resolvers find nothing, the parent still says who is responsible.
  const apex = 'failed' in zone ? zone.failed.question.name : zone.apex;
  const unknown = 'failed' in zone ? [unanswered(zone.failed)] : [];
  if (apex === '.') return unknown;
  const [parent, ns] = await Promise.all([
    askParent(apex, resolve, signal),
    resolve({ name: apex, type: 'NS' }, signal),
  ]);
  const inZone = hostsOf(recordsOf(ns), apex);
  const hosts = [...new Set([...inZone, ...(parent?.hosts ?? [])])];
  if (hosts.length === 0) {
    if (!isAnswered(ns)) return unknown.length > 0 ? unknown : [unanswered(ns)];
    return [{ code: 'ns-none', level: 'fail', about: apex, data: {}, evidence: evidenceFrom(ns) }];
  }
  const asked = hosts.slice(0, MOST_SERVERS);
  const servers = await Promise.all(
    asked.map((host) => askServer(host, parent?.glue.get(host) ?? [], { apex, name }, resolve, signal)),
  );
  const found: Finding[] = [...unknown];
  if (parent !== undefined) append(found, ofDelegation(apex, parent, ns, servers));
  const answered = servers.flatMap((server) => server.asked).filter(({ soa }) => !isSilent(soa));
  const isIntercepted = answered.length > 1 && answered.every(({ soa }) => isSecondHand(soa));
  for (const server of servers) append(found, ofServer(apex, server, answered.length === 0, isIntercepted));
  if (isIntercepted) {
    const evidence = answered.flatMap(({ address, soa }) => saidAt(address, soa));
    found.push({ code: 'ns-intercepted', level: 'unknown', about: apex, data: { hosts: asked }, evidence });
    return found;
  }
  const left = hosts.slice(MOST_SERVERS);
  if (left.length > 0) found.push({ code: 'ns-left', level: 'note', about: apex, data: { hosts: left }, evidence: [] });
  append(found, await openOnes(servers, context));
  append(found, [...ofNetworks(apex, servers, ns), ...compareServers(apex, name, servers)]);
  const [soa] = servers.flatMap((server) => server.asked.flatMap((one) => recordsOf(one.soa)));
  const isWell = found.every(({ level }) => level === 'note');
  if (isWell && soa !== undefined) {
    const data = { hosts: asked, left: left.length, serial: Number(soa.data.split(' ')[2]) };
    const evidence = [...evidenceFrom(ns), evidenceOf(soa)];
    found.push({ code: 'ns-found', level: 'pass', about: apex, data, evidence });
  }
  return found;
}

function* ofDelegation(apex: string, parent: AtParent, ns: Answer, servers: readonly NameServer[]): Iterable<Finding> {
  const data = { zone: apex };
  const above = (parent.answer.authority ?? []).map(evidenceOf);
  const evidence = [...above.map((line) => `${line} (${parent.answer.question.at})`), ...evidenceFrom(ns)];
  const inZone = new Set(hostsOf(recordsOf(ns), apex));
  if (inZone.size > 0) {
    for (const host of inZone) {
      if (parent.hosts.includes(host)) continue;
      yield { code: 'ns-missing-at-parent', level: 'warning', about: host, data, evidence };
    }
    for (const host of parent.hosts) {
      if (inZone.has(host)) continue;
      yield { code: 'ns-missing-in-zone', level: 'warning', about: host, data, evidence };
    }
  }
  const known = new Map(servers.map(({ host, addresses }) => [host, addresses]));
  for (const about of parent.hosts) {
    const glue = parent.glue.get(about) ?? [];
    // RFC 9471 2: who serves a zone below its own name can only be found by glue.
    if (glue.length === 0 && isWithin(about, apex)) {
      yield { code: 'ns-no-glue', level: 'fail', about, data, evidence: above };
    }
    const addresses = known.get(about) ?? [];
    if (addresses.length === 0 || glue.every((address) => addresses.includes(address))) continue;
    const lines = (parent.answer.additional ?? []).filter((one) => one.name.toLowerCase() === about).map(evidenceOf);
    yield { code: 'ns-glue-differs', level: 'fail', about, data: { glue, addresses }, evidence: lines };
  }
}

/** Nothing came back, whoever is to blame. */
const isSilent = ({ status }: Answer): boolean =>
  SILENT.has(status) || status === 'UNREACHABLE' || status === 'CANCELLED';

/**
 * The zone's records from one who asked others for them: where every server answers so, a firewall or a provider leads
 * all questions to a resolver of its own.
 */
const isSecondHand = (soa: Answer): boolean =>
  soa.status === 'NOERROR' && soa.authoritative !== true && soa.recursive === true && soa.records.length > 0;

/** `isMute`: none of the servers answered here, which says more of this network than of them. */
function* ofServer(
  zone: string,
  { host, answers, addresses, asked }: NameServer,
  isMute: boolean,
  isIntercepted: boolean,
): Iterable<Finding> {
  const about = host;
  const evidence = answers.flatMap(evidenceFrom);
  const data = { zone };
  if (isIpv4(host) || isIpv6(host)) {
    yield { code: 'ns-is-address', level: 'fail', about, data: {}, evidence: [`${zone}. NS ${host}.`] };
    return;
  }
  const failed = answers.find((answer) => !isAnswered(answer));
  if (failed !== undefined && addresses.length === 0) yield unanswered(failed);
  else if (addresses.length === 0) {
    const isNowhere = answers.every(({ status }) => status === 'NXDOMAIN');
    yield { code: isNowhere ? 'ns-no-such-name' : 'ns-no-address', level: 'fail', about, data, evidence };
  }
  const alias = answers.flatMap(({ records }) => records).find(({ type }) => type === 'CNAME');
  if (alias !== undefined) {
    yield { code: 'ns-is-alias', level: 'fail', about, data: { target: withoutDot(alias.data) }, evidence };
  }
  const inside = addresses.filter((address) => addressScope(address) !== undefined);
  if (inside.length > 0)
    yield { code: 'ns-not-public', level: 'warning', about, data: { addresses: inside }, evidence };
  const left = addresses.slice(asked.length);
  if (left.length > 0) {
    yield { code: 'ns-addresses-left', level: 'note', about, data: { addresses: left }, evidence: [] };
  }
  const reached = isMute ? [] : asked.filter(({ soa }) => soa.status !== 'UNREACHABLE' && soa.status !== 'CANCELLED');
  // This machine may have no IPv6; another address of the server tells as much.
  if (reached.length === 0 && asked[0] !== undefined) {
    const { soa } = asked[0];
    const where = asked.map(({ address }) => address);
    const said = asked.flatMap((one) => saidAt(one.address, one.soa));
    yield {
      code: 'ns-not-asked',
      level: 'unknown',
      about,
      data: { addresses: where, status: soa.status },
      evidence: said,
    };
  }
  const silent = reached.filter(({ soa }) => SILENT.has(soa.status));
  if (silent.length > 0) {
    const all = silent.length === reached.length;
    const where = silent.map(({ address }) => address);
    const said = silent.flatMap((one) => saidAt(one.address, one.soa));
    yield { code: 'ns-silent', level: 'warning', about, data: { addresses: where, all }, evidence: said };
  }
  for (const { address, soa } of reached) {
    if (isIntercepted || SILENT.has(soa.status) || answersFor(soa)) continue;
    const lame = { address, status: soa.status, zone };
    yield { code: 'ns-lame', level: 'fail', about, data: lame, evidence: saidAt(address, soa) };
  }
}

const saidAt = (address: string, answer: Answer): readonly string[] =>
  evidenceFrom(answer).map((line) => `${line} (${address})`);

/** A name that every resolver finds and no name server of a mail domain serves. */
const ELSEWHERE = 'a.root-servers.net';

/** Servers that say that they ask others, and do so for us. */
async function openOnes(servers: readonly NameServer[], { ports, signal }: CheckContext): Promise<readonly Finding[]> {
  const found = await Promise.all(
    servers.map(async ({ host, asked }): Promise<readonly Finding[]> => {
      const offering = asked.filter(({ soa }) => soa.recursive === true);
      const answers = await Promise.all(
        offering.map(({ address }) => ports.resolve({ name: ELSEWHERE, type: 'A', at: address }, signal)),
      );
      const open = answers.filter((answer) => answer.status === 'NOERROR' && recordsOf(answer).length > 0);
      if (open.length === 0) return [];
      const addresses = open.flatMap(({ question }) => question.at ?? []);
      const evidence = open.flatMap((answer) => saidAt(answer.question.at as string, answer));
      return [{ code: 'ns-open-recursion', level: 'warning', about: host, data: { addresses }, evidence }];
    }),
  );
  return found.flat();
}

/** Servers without a second one, or all behind one cable (RFC 2182 3.1). */
function* ofNetworks(about: string, servers: readonly NameServer[], ns: Answer): Iterable<Finding> {
  const evidence = evidenceFrom(ns);
  const [first, second] = servers;
  if (first !== undefined && second === undefined) {
    yield { code: 'ns-single', level: 'warning', about, data: { host: first.host }, evidence };
    return;
  }
  const networks = new Set(servers.flatMap(({ addresses }) => addresses.map(networkOf)));
  const [network] = networks;
  if (networks.size === 1 && network !== undefined) {
    yield { code: 'ns-one-network', level: 'note', about, data: { network }, evidence };
  }
}

/** The network of an address as far as one router usually goes: 24 bits, or 48 of IPv6. */
function networkOf(address: string): string {
  if (isIpv4(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  const digits = ipv6Nibbles(address) as string;
  return `${digits.slice(0, 4)}:${digits.slice(4, 8)}:${digits.slice(8, 12)}::/48`;
}
