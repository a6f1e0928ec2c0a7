import ipaddr from 'ipaddr.js';

/** A range of addresses, both ends in it. */
export interface Network {
  readonly kind: 'ipv4' | 'ipv6';
  readonly first: bigint;
  readonly last: bigint;
}

export interface NetworkProblem {
  readonly entry: string;
  /**
   * `not-an-address`: no address is written there. `bad-prefix`: the length of the prefix is no number that fits.
   * `bad-mask`: the mask is not a run of ones in front of a run of zeros. `bad-range`: the end lies before the start, or
   * is of the other kind. `host-bits`: the address has bits set behind the prefix, so two different networks may be meant.
   */
  readonly problem: 'not-an-address' | 'bad-prefix' | 'bad-mask' | 'bad-range' | 'host-bits';
}

export interface Networks {
  readonly networks: readonly Network[];
  readonly problems: readonly NetworkProblem[];
}

/**
 * Reads networks as people write them down: `192.0.2.0/24`, `192.0.2.0 / 255.255.255.0`, `192.0.2.0-255`,
 * `192.0.2.1 - 192.0.2.9`, `2001:db8::/32` or a single address. What cannot be read is a problem and no network.
 */
export function readNetworks(entries: readonly string[]): Networks {
  const networks: Network[] = [];
  const problems: NetworkProblem[] = [];
  for (const entry of entries.slice(0, LIMIT)) {
    const read = readNetwork(entry.trim());
    if (typeof read === 'string') problems.push({ entry, problem: read });
    else networks.push(read);
  }
  return { networks, problems };
}

const LIMIT = 10_000;

/** Whether an address lies in one of the networks; undefined where the text is no address. */
export function isWithin(ip: string, networks: readonly Network[]): boolean | undefined {
  const address = parse(ip);
  if (address === undefined) return undefined;
  const value = numberOf(address);
  return networks.some(({ kind, first, last }) => kind === address.kind() && first <= value && value <= last);
}

/**
 * What an address can tell about where it is: `private` (RFC 1918, RFC 4193), `shared` (RFC 6598), `loopback`,
 * `link-local`, `reserved` (no host has it: unspecified, broadcast, multicast), `public`; undefined where the text is no address.
 * An address of RFC 3056 is what the IPv4 address in it is: Gmail writes its own servers so.
 */
export function kindOfAddress(ip: string): AddressKind | undefined {
  const address = parse(ip);
  if (address === undefined) return undefined;
  if (address.range() === '6to4') {
    const [a = 0, b = 0, c = 0, d = 0] = address.toByteArray().slice(2, 6);
    return kindOfAddress(`${a}.${b}.${c}.${d}`);
  }
  // The ranges of examples (RFC 5737, RFC 3849) stand for public addresses.
  return KINDS.get(address.range()) ?? 'public';
}

/** The short form of an address (RFC 5952); undefined where the text is no address. */
export const shortAddress = (ip: string): string | undefined => parse(ip)?.toString();

export type AddressKind = 'private' | 'shared' | 'loopback' | 'link-local' | 'reserved' | 'public';

const KINDS: ReadonlyMap<string, AddressKind> = new Map([
  ['private', 'private'],
  ['uniqueLocal', 'private'],
  ['carrierGradeNat', 'shared'],
  ['loopback', 'loopback'],
  ['linkLocal', 'link-local'],
  ['unspecified', 'reserved'],
  ['broadcast', 'reserved'],
  ['multicast', 'reserved'],
]);

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** An IPv4 address within IPv6 counts as the IPv4 address (RFC 4291 2.5.5.2). Octets are decimal, as RFC 5321 4.1.3 has them. */
function parse(text: string): Address | undefined {
  if (text.length > 60) return undefined;
  if (/^\d/.test(text) && !text.includes(':')) {
    return /^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/.test(text) && ipaddr.IPv4.isValid(text)
      ? ipaddr.IPv4.parse(text)
      : undefined;
  }
  return ipaddr.IPv6.isValid(text) ? ipaddr.process(text) : undefined;
}

const numberOf = (address: Address): bigint =>
  address.toByteArray().reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);

const bitsOf = (address: Address): number => (address.kind() === 'ipv4' ? 32 : 128);

function readNetwork(entry: string): Network | NetworkProblem['problem'] {
  const [base = '', behind] = entry.split('/', 2).map((part) => part.trim());
  if (behind !== undefined) return readPrefix(base, behind);
  const dash = /^([0-9A-Fa-f:.]{2,45})\s{0,9}[-\u2013]\s{0,9}([0-9A-Fa-f:.]{1,45})$/.exec(entry);
  if (dash !== null) return readRange(dash[1] as string, dash[2] as string);
  const address = parse(entry);
  if (address === undefined) return 'not-an-address';
  return { kind: address.kind(), first: numberOf(address), last: numberOf(address) };
}

function readPrefix(base: string, behind: string): Network | NetworkProblem['problem'] {
  const address = parse(base);
  if (address === undefined) return 'not-an-address';
  const bits = bitsOf(address);
  const mask = behind.includes('.') ? parse(behind) : undefined;
  const prefix =
    mask === undefined ? Number(/^\d{1,3}$/.test(behind) ? behind : Number.NaN) : mask.prefixLengthFromSubnetMask();
  if (prefix === null || (behind.includes('.') && (mask === undefined || address.kind() === 'ipv6'))) return 'bad-mask';
  if (Number.isNaN(prefix) || prefix > bits) return 'bad-prefix';
  const size = 1n << BigInt(bits - prefix);
  const first = numberOf(address);
  return first % size === 0n ? { kind: address.kind(), first, last: first + size - 1n } : 'host-bits';
}

function readRange(from: string, to: string): Network | NetworkProblem['problem'] {
  const first = parse(from);
  if (first === undefined) return 'not-an-address';
  // `192.0.2.0-255`: only the last octet changes.
  const last = parse(/^\d{1,3}$/.test(to) ? from.replace(/\d+$/, to) : to);
  if (last === undefined || last.kind() !== first.kind() || numberOf(last) < numberOf(first)) return 'bad-range';
  return { kind: first.kind(), first: numberOf(first), last: numberOf(last) };
}
