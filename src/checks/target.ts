import { type NameProblem, readAddress, readDomain, readEndpoint, readHost } from '../probes/hostName.ts';
import type { Endpoint, RecordType, ToAscii } from '../probes/ports.ts';
import { ADDRESS_AREAS, AREAS, type Area } from './areas.ts';
import { reverseName } from './reverseName.ts';

/** What is asked about. Names are in A-labels, in small letters, without a final dot. */
export type CheckTarget =
  | {
      readonly kind: 'domain';
      readonly name: string;
      /** The areas that were asked for; none: all. */
      readonly areas?: readonly Area[];
      /** Selectors of DKIM keys. */
      readonly selectors?: readonly string[];
    }
  | { readonly kind: 'address'; readonly name: string; readonly areas?: readonly Area[] }
  | { readonly kind: 'record'; readonly name: string; readonly type: RecordType }
  /** A server to talk to, which is no matter of DNS. */
  | { readonly kind: 'server'; readonly endpoint: Endpoint };

/** What DNS is asked about. */
export type AskedTarget = Exclude<CheckTarget, { readonly kind: 'server' }>;

/** Why what was typed names nothing that can be asked, as a stable code; src/report words it. */
export type TargetProblem = NameProblem | 'unknown-prefix' | 'needs-domain' | 'no-selector' | 'not-an-address';

export type TargetResult =
  | { readonly ok: true; readonly target: CheckTarget }
  | { readonly ok: false; readonly problem: TargetProblem };

/** The types of records that can be looked up by name. */
export const RECORD_TYPES = [
  'A',
  'AAAA',
  'ANY',
  'CAA',
  'CNAME',
  'DNAME',
  'DNSKEY',
  'DS',
  'HTTPS',
  'MX',
  'NAPTR',
  'NS',
  'NSEC3PARAM',
  'PTR',
  'RRSIG',
  'SOA',
  'SPF',
  'SRV',
  'SSHFP',
  'SVCB',
  'TLSA',
  'TXT',
] as const satisfies readonly RecordType[];

/** Shorter and other names of areas. */
const OTHER_NAMES: ReadonlyMap<string, Area> = new Map([
  ['bl', 'block-lists'],
  ['rbl', 'block-lists'],
  ['dnsbl', 'block-lists'],
  ['mtasts', 'mta-sts'],
  ['sts', 'mta-sts'],
  ['tlsrpt', 'tls-rpt'],
  ['rdns', 'reverse'],
]);

/** What may stand in front of a name with a colon, besides the types of records. */
export const TARGET_PREFIXES: readonly string[] = [...AREAS, ...OTHER_NAMES.keys(), 'domain', 'ip', 'smtp'];

/** Names under which one area keeps its records: the area, and how much of the name in front is not the domain. */
const OWNERS: readonly (readonly [owner: RegExp, area: Area])[] = [
  [/^(?:([a-z0-9._-]{1,190})\.)?_domainkey\.(?=.)/, 'dkim'],
  [/^_dmarc\.(?=.)/, 'dmarc'],
  [/^_mta-sts\.(?=.)/, 'mta-sts'],
  [/^_smtp\._tls\.(?=.)/, 'tls-rpt'],
  [/^(?:([a-z0-9_-]{1,63})\.)?_bimi\.(?=.)/, 'bimi'],
];

const bad = (problem: TargetProblem): TargetResult => ({ ok: false, problem });
const good = (target: CheckTarget): TargetResult => ({ ok: true, target });

/**
 * What is meant by a domain, a mail address, a host, `host:port`, an IP address, `PREFIX:NAME` (an area or a type of
 * record), `dkim:SELECTOR@DOMAIN`, or a type and a name as DNS tools take them, in either order.
 */
export function readTarget(typed: string, toAscii: ToAscii): TargetResult {
  const text = typed.trim();
  const address = readAddress(text);
  if (address !== undefined) return good({ kind: 'address', name: address });
  const words = /^([^\s:]{1,320})[ \t]{1,20}([^\s]{1,320})$/.exec(text);
  if (words !== null) {
    const [, first, second] = words as unknown as readonly [string, string, string];
    const front = recordType(first);
    const type = front ?? recordType(second);
    if (type !== undefined) return record(type, front === undefined ? first : second, toAscii);
  }
  const prefix = /^([A-Za-z][A-Za-z0-9-]{0,20}):(?!\d{1,5}$)/.exec(text);
  if (prefix !== null) {
    return prefixed((prefix[1] as string).toLowerCase(), text.slice(prefix[0].length).trim(), toAscii);
  }
  if (/^\[.{1,60}\]:\d{1,9}$|^[^:@/\s]{1,255}:\d{1,9}$/.test(text)) return server(text, toAscii);
  return domain(text, toAscii);
}

function prefixed(prefix: string, rest: string, toAscii: ToAscii): TargetResult {
  if (rest.startsWith('//')) return bad('url');
  const address = readAddress(rest);
  if (prefix === 'smtp') return server(rest, toAscii);
  if (prefix === 'domain') return domain(rest, toAscii);
  if (prefix === 'ip') return address === undefined ? bad('not-an-address') : good({ kind: 'address', name: address });
  const area = areaNamed(OTHER_NAMES.get(prefix) ?? prefix);
  const type = recordType(prefix);
  if (area !== undefined) {
    if (address !== undefined) {
      return ADDRESS_AREAS.includes(area)
        ? good({ kind: 'address', name: address, areas: [area] })
        : bad('needs-domain');
    }
    return area === 'dkim' ? key(rest, toAscii) : narrowed(area, readDomain(rest, toAscii));
  }
  if (type !== undefined) return record(type, rest, toAscii);
  return bad('unknown-prefix');
}

const areaNamed = (name: string): Area | undefined => (AREAS.includes(name as Area) ? (name as Area) : undefined);

function recordType(word: string): RecordType | undefined {
  const type = word.toUpperCase() as (typeof RECORD_TYPES)[number];
  return RECORD_TYPES.includes(type) ? type : undefined;
}

/** `selector1@contoso.test` as the name that the key stands at (RFC 6376 3.6.2.1). */
function keyName(typed: string): string {
  const at = typed.lastIndexOf('@');
  return `${typed.slice(0, at)}._domainkey.${typed.slice(at + 1)}`;
}

/** `SELECTOR@DOMAIN`, `SELECTOR._domainkey.DOMAIN`, or a domain alone. */
function key(typed: string, toAscii: ToAscii): TargetResult {
  if (typed.startsWith('@')) return bad('no-selector');
  if (typed.includes('@')) return domain(keyName(typed), toAscii);
  const result = domain(typed, toAscii);
  if (!result.ok || result.target.kind !== 'domain') return result;
  return result.target.areas === undefined ? good({ ...result.target, areas: ['dkim'] }) : result;
}

type Name = ReturnType<typeof readDomain>;

const narrowed = (area: Area, read: Name): TargetResult =>
  read.ok ? good({ kind: 'domain', name: read.name, areas: [area] }) : bad(read.problem);

/** A domain; the name of a record of one area means that area of the domain that it belongs to. */
function domain(typed: string, toAscii: ToAscii): TargetResult {
  const read = readDomain(typed, toAscii);
  if (!read.ok) {
    const address = read.problem === 'ip-address' ? readAddress(typed.slice(typed.lastIndexOf('@') + 1)) : undefined;
    return address === undefined ? bad(read.problem) : good({ kind: 'address', name: address });
  }
  for (const [owner, area] of OWNERS) {
    const match = owner.exec(read.name);
    if (match === null) continue;
    const name = read.name.slice(match[0].length);
    const selector = match[1];
    const selectors = area === 'dkim' && selector !== undefined ? { selectors: [selector] } : {};
    return good({ kind: 'domain', name, areas: [area], ...selectors });
  }
  // RFC 6698 3: the name of a port holds the digests of its certificate.
  if (/^_\d{1,5}\._(?:tcp|udp)\./.test(read.name)) return good({ kind: 'record', name: read.name, type: 'TLSA' });
  return good({ kind: 'domain', name: read.name });
}

function record(type: RecordType, typed: string, toAscii: ToAscii): TargetResult {
  const address = readAddress(typed);
  if (address !== undefined) {
    const name = type === 'PTR' || type === 'ANY' ? reverseName(address) : undefined;
    return name === undefined ? bad('ip-address') : good({ kind: 'record', type, name });
  }
  const read = readDomain(typed, toAscii);
  return read.ok ? good({ kind: 'record', type, name: read.name }) : bad(read.problem);
}

function server(typed: string, toAscii: ToAscii): TargetResult {
  const endpoint = readEndpoint(typed);
  if (endpoint === undefined) return bad(typed === '' ? 'empty' : 'port');
  const host = readHost(endpoint.host, toAscii);
  return host.ok ? good({ kind: 'server', endpoint: { ...endpoint, host: host.name } }) : bad(host.problem);
}
