import { defined } from '../../text/defined.ts';
import { organisationOf, sameOrganisation } from '../domains.ts';
import type {
  AggregateReport,
  CheckedDomain,
  DmarcReport,
  DmarcRow,
  TlsPolicyResult,
  TlsReport,
} from './aggregateReports.ts';
import type { AggregateDigest, DmarcDigest, FailingSource, Tie, TlsDigest, TlsTrouble } from './digest.ts';

/** RFC 7489 6.6.2: one aligned pass is enough. */
export const passes = ({ dkim, spf }: DmarcRow): boolean => dkim === 'pass' || spf === 'pass';

/** What is told of one report. */
const MOST_SOURCES = 5;
const MOST_TROUBLES = 6;

export const digestOf = (report: AggregateReport): AggregateDigest =>
  report.kind === 'dmarc' ? dmarcDigest(report) : tlsDigest(report);

/** What readers of a report put where it names nobody. */
const known = (name: string | undefined): string | undefined => (name === 'unknown' ? undefined : name);

function dmarcDigest({ organisation, begin, end, domain, policy, rows, errors }: DmarcReport): DmarcDigest {
  const passing = new Set(
    rows.filter((row) => passes(row) && row.count > 0).map(({ sourceIp }) => networkOf(sourceIp)),
  );
  const byAddress = grouped(
    rows.filter((row) => !passes(row) && row.count > 0),
    ({ sourceIp }) => sourceIp,
  );
  const failing = [...byAddress]
    .map(([ip, same]): FailingSource => {
      const tied = same.map((row) => tieOf(row, domain, passing)).sort((a, b) => RANK[a.tie] - RANK[b.tie])[0];
      return { ip, count: sum(same), ...(tied ?? { tie: 'none' }) };
    })
    .sort((a, b) => RANK[a.tie] - RANK[b.tie] || b.count - a.count);
  return {
    kind: 'dmarc',
    domain,
    ...defined({ organisation: known(organisation), begin, until: end, policy: policy.p }),
    total: sum(rows),
    passed: sum(rows.filter(passes)),
    failing: failing.slice(0, MOST_SOURCES),
    others: Math.max(0, failing.length - MOST_SOURCES),
    errors,
  };
}

const sum = (rows: readonly DmarcRow[]): number => rows.reduce((total, { count }) => total + count, 0);

/** The strongest first. */
const RANK: Readonly<Record<Tie, number>> = {
  strict: 0,
  'own-address': 1,
  service: 2,
  signed: 3,
  envelope: 4,
  none: 5,
  'passed-on': 6,
};

function tieOf(
  { sourceIp, reasons, checked, headerFrom }: DmarcRow,
  domain: string,
  passing: ReadonlySet<string>,
): Pick<FailingSource, 'tie' | 'name'> {
  if (reasons.some((reason) => PASSED_ON.test(reason))) return { tie: 'passed-on' };
  const own = (one: CheckedDomain): boolean =>
    sameOrganisation(one.domain, headerFrom ?? domain) || one.domain === domain;
  const passed = checked.filter(({ result }) => result.toLowerCase() === 'pass');
  const strict = passed.find(own);
  if (strict !== undefined) return { tie: 'strict', name: strict.domain };
  if (passing.has(networkOf(sourceIp))) return { tie: 'own-address' };
  const signed = checked.find(
    (one) => one.method === 'dkim' && own(one) && /^(?:fail|permerror|policy|neutral)$/i.test(one.result),
  );
  // Whoever passes mail on has an envelope sender of its own, and breaks what was signed.
  if (signed !== undefined) return { tie: 'signed', name: signed.domain };
  const service = passed.find(({ domain: name }) => organisationOf(name) !== undefined);
  if (service !== undefined) return { tie: 'service', name: service.domain };
  const envelope = checked.find((one) => one.method === 'spf' && own(one));
  return envelope === undefined ? { tie: 'none' } : { tie: 'envelope', name: envelope.domain };
}

/** RFC 7489 appendix C, PolicyOverrideType, and how receivers write that an ARC chain was taken for good. */
const PASSED_ON = /^(?:forwarded|trusted_forwarder|mailing_list)\b|\barc=pass\b/i;

/** Addresses that stand beside each other are as a rule one owner's: 256 of IPv4, a /64 of IPv6. */
function networkOf(ip: string): string {
  if (ip.includes('.')) return ip.slice(0, ip.lastIndexOf('.'));
  const [front = '', back] = ip.toLowerCase().split('::', 2);
  const groups = front.split(':').map((group) => group.replace(/^0{1,3}(?=.)/, ''));
  return (back === undefined ? groups : [...groups, '0', '0', '0', '0']).slice(0, 4).join(':');
}

function tlsDigest({ organisation, begin, end, policies }: TlsReport): TlsDigest {
  const troubles = policies.flatMap(troublesOf).sort((a, b) => b.sessions - a.sessions);
  return {
    kind: 'tls',
    ...defined({
      organisation: known(organisation),
      domain: known(policies[0]?.domain),
      begin: secondsOf(begin),
      until: secondsOf(end),
    }),
    successes: policies.reduce((total, { successes }) => total + successes, 0),
    failures: policies.reduce((total, { failures }) => total + failures, 0),
    troubles: troubles.slice(0, MOST_TROUBLES),
    others: Math.max(0, troubles.length - MOST_TROUBLES),
  };
}

/** RFC 3339, as RFC 8460 4.4 wants it. */
function secondsOf(time: string | undefined): number | undefined {
  const read = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(read) ? undefined : Math.floor(read / 1000);
}

function troublesOf({ domain, type, failures, exchangers, details }: TlsPolicyResult): readonly TlsTrouble[] {
  const isSts = type === 'sts' && exchangers.length > 0;
  const found = [...grouped(details, ({ result }) => result.toLowerCase())].map(([result, same]): TlsTrouble => {
    const hosts = [...new Set(same.flatMap(({ receivingHost }) => receivingHost?.toLowerCase() ?? []))];
    const uncovered = isSts ? hosts.filter((host) => isHost(host) && !exchangers.some((one) => covers(one, host))) : [];
    return {
      domain,
      policy: type,
      result,
      sessions: same.reduce((total, { sessions }) => total + sessions, 0),
      hosts,
      uncovered,
    };
  });
  if (found.length > 0 || failures === 0) return found;
  return [{ domain, policy: type, sessions: failures, hosts: [], uncovered: [] }];
}

const isHost = (host: string): boolean => /[a-z]/.test(host) && host.includes('.') && !host.includes(':');

/** RFC 8461 4.1: a star stands for one label. */
export function covers(pattern: string, host: string): boolean {
  const [want, name] = [pattern, host].map((one) => one.toLowerCase().replace(/\.$/, '')) as [string, string];
  return want.startsWith('*.') ? name.slice(name.indexOf('.')) === want.slice(1) : name === want;
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const same = groups.get(keyOf(one));
    if (same === undefined) groups.set(keyOf(one), [one]);
    else same.push(one);
  }
  return groups;
}
