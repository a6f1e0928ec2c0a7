import { hostOf, sameName } from '../core/text/domainName.ts';
import { type AddressScope, addressScope, isIpv4, isIpv6, type NameProblem, readDomain } from './hostName.ts';
import { limits } from './limits.ts';
import type { Answer, AnswerStatus, CancelSignal, Ports, RecordType, ResourceRecord } from './ports.ts';

/** One host that takes mail for a domain, and what was answered about its addresses. */
export interface MailExchanger {
  /** 0 to 65535, the lowest is tried first (RFC 5321 5.1). */
  readonly preference: number;
  /** Without the final dot; empty for the null MX. */
  readonly host: string;
  /** The answers to A and AAAA; none where the host was not looked up. */
  readonly answers: readonly Answer[];
  readonly addresses: readonly string[];
}

/** Something worth knowing about an answer. `host` is what it is about, without the final dot. */
export type ExchangerFinding = { readonly host: string } & (
  | { readonly code: HostProblem }
  | { readonly code: 'domain-is-alias' | 'mx-is-alias'; readonly target: string }
  | { readonly code: 'mx-unanswered' | 'mx-partly-unanswered'; readonly status: AnswerStatus }
  | { readonly code: `address-${AddressScope}`; readonly addresses: readonly string[] }
);

type HostProblem =
  | 'null-mx-among-others'
  | 'mx-duplicate'
  | 'mx-is-address'
  | 'mx-no-such-name'
  | 'mx-no-address'
  | 'mx-not-looked-up';

/**
 * `found`: MX records; `implicit`: none, but the domain itself has an address (RFC 5321 5.1);
 * `null-mx`: it takes no mail (RFC 7505); `no-such-domain`: NXDOMAIN; `no-host`: it exists, without MX and address;
 * `unanswered`: DNS gave no usable answer, which says nothing about the domain; `invalid`: what was typed is no domain.
 */
export type ExchangersOutcome =
  | 'found'
  | 'implicit'
  | 'null-mx'
  | 'no-such-domain'
  | 'no-host'
  | 'unanswered'
  | 'cancelled'
  | 'invalid';

export type MailExchangersResult = {
  /** As it was typed. */
  readonly asked: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  /** By preference, then by name; for `implicit` the domain itself with preference 0. */
  readonly exchangers: readonly MailExchanger[];
  readonly findings: readonly ExchangerFinding[];
} & (
  | { readonly outcome: 'invalid'; readonly problem: NameProblem }
  | {
      readonly outcome: Outcome;
      /** The domain meant, in A-labels. */
      readonly domain: string;
      /** The answer to the MX question. */
      readonly mx: Answer;
    }
);

type DnsPorts = Pick<Ports, 'resolve' | 'clock' | 'toAscii'>;

/** The hosts that take mail for `typed`, in the order in which a sending server tries them (RFC 5321 5.1). */
export async function lookUpMailExchangers(
  typed: string,
  ports: DnsPorts,
  signal: CancelSignal,
): Promise<MailExchangersResult> {
  const started = ports.clock.now();
  const read = readDomain(typed, ports.toAscii);
  if (!read.ok) {
    return { asked: typed, started, outcome: 'invalid', problem: read.problem, exchangers: [], findings: [] };
  }
  const domain = read.name;
  const ask = (name: string, type: RecordType): Promise<Answer> => ports.resolve({ name, type }, signal);
  const mx = await ask(domain, 'MX');
  const finish = (
    outcome: Outcome,
    exchangers: readonly MailExchanger[] = [],
    findings: readonly ExchangerFinding[] = [],
  ): MailExchangersResult => ({
    asked: typed,
    domain,
    started,
    outcome: signal.aborted ? 'cancelled' : outcome,
    mx,
    exchangers,
    findings: [...aliasOf(domain, mx), ...findings],
  });

  if (mx.status === 'NXDOMAIN') return finish('no-such-domain');
  if (mx.status !== 'NOERROR') return finish(mx.status === 'CANCELLED' ? 'cancelled' : 'unanswered');

  const records = mx.records.filter((record) => record.type === 'MX').map(readMx);
  if (records.length === 0) return implicit(domain, ask, finish);
  if (records.every((record) => record.host === '')) return finish('null-mx', records.slice(0, 1).map(unasked));

  const { hosts, duplicates } = unique(records);
  const exchangers = await Promise.all(
    hosts.map((host, i) => (i < limits.exchangers && isName(host.host) ? addressesOf(host, ask) : unasked(host))),
  );
  const findings = exchangers.flatMap((exchanger, i) => [
    ...(duplicates.has(exchanger.host) ? [{ code: 'mx-duplicate', host: exchanger.host } as const] : []),
    ...(i < limits.exchangers ? inspect(exchanger) : [{ code: 'mx-not-looked-up', host: exchanger.host } as const]),
  ]);
  return finish('found', exchangers, findings);
}

type Outcome = Exclude<ExchangersOutcome, 'invalid'>;

type Finish = (
  outcome: Outcome,
  exchangers?: readonly MailExchanger[],
  findings?: readonly ExchangerFinding[],
) => MailExchangersResult;

/** RFC 5321 5.1: without any MX record the domain itself is the host, as if it had an MX of preference 0. */
async function implicit(
  domain: string,
  ask: (name: string, type: RecordType) => Promise<Answer>,
  finish: Finish,
): Promise<MailExchangersResult> {
  const host = await addressesOf({ preference: 0, host: domain }, ask);
  if (host.addresses.length > 0) return finish('implicit', [host], [...inspect(host)]);
  const unanswered = host.answers.some((answer) => answer.status !== 'NOERROR' && answer.status !== 'NXDOMAIN');
  return finish(unanswered ? 'unanswered' : 'no-host', [host]);
}

interface Mx {
  readonly preference: number;
  readonly host: string;
}

function readMx(record: ResourceRecord): Mx {
  const blank = record.data.indexOf(' ');
  const preference = Number(record.data.slice(0, blank));
  return { preference, host: hostOf(record.data.slice(blank + 1)).toLowerCase() };
}

const unasked = (mx: Mx): MailExchanger => ({ ...mx, answers: [], addresses: [] });

const isName = (host: string): boolean => host !== '' && !isIpv4(host) && !isIpv6(host);

function unique(records: readonly Mx[]): { hosts: readonly Mx[]; duplicates: ReadonlySet<string> } {
  const sorted = [...records].sort((a, b) => a.preference - b.preference || (a.host < b.host ? -1 : 1));
  const byHost = new Map<string, Mx>();
  const duplicates = new Set<string>();
  for (const record of sorted) {
    if (byHost.has(record.host)) duplicates.add(record.host);
    else byHost.set(record.host, record);
  }
  return { hosts: [...byHost.values()], duplicates };
}

async function addressesOf(mx: Mx, ask: (name: string, type: RecordType) => Promise<Answer>): Promise<MailExchanger> {
  const answers = await Promise.all([ask(mx.host, 'A'), ask(mx.host, 'AAAA')]);
  const addresses = answers.flatMap((answer) =>
    answer.records.filter((record) => record.type === answer.question.type).map((record) => record.data),
  );
  return { ...mx, answers, addresses: [...new Set(addresses)] };
}

function aliasOf(name: string, { records }: Answer): readonly Alias[] {
  const alias = records.find((record) => record.type === 'CNAME' && sameName(record.name, name));
  return alias === undefined ? [] : [{ code: 'domain-is-alias', host: name, target: hostOf(alias.data) }];
}

type Alias = Extract<ExchangerFinding, { readonly target: string }>;

function* inspect(exchanger: MailExchanger): Iterable<ExchangerFinding> {
  const { host, answers, addresses } = exchanger;
  if (host === '') yield { code: 'null-mx-among-others', host };
  else if (!isName(host)) yield { code: 'mx-is-address', host };
  // RFC 2181 10.3, RFC 5321 5.1: the host of an MX record must not be an alias.
  const alias = answers.flatMap((answer) => [...aliasOf(host, answer)])[0];
  if (alias !== undefined) yield { ...alias, code: 'mx-is-alias' };
  if (answers.length > 0) yield* inspectAnswers(host, answers, addresses.length);
  for (const scope of ['loopback', 'private', 'link-local', 'unspecified'] as const) {
    const inScope = addresses.filter((address) => addressScope(address) === scope);
    if (inScope.length > 0) yield { code: `address-${scope}`, host, addresses: inScope };
  }
}

function* inspectAnswers(host: string, answers: readonly Answer[], count: number): Iterable<ExchangerFinding> {
  const failed = answers.find((answer) => answer.status !== 'NOERROR' && answer.status !== 'NXDOMAIN');
  if (count > 0) {
    if (failed !== undefined) yield { code: 'mx-partly-unanswered', host, status: failed.status };
  } else if (failed !== undefined) {
    yield { code: 'mx-unanswered', host, status: failed.status };
  } else {
    yield { code: answers.every((answer) => answer.status === 'NXDOMAIN') ? 'mx-no-such-name' : 'mx-no-address', host };
  }
}
