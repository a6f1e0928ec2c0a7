import { isIpv4, isIpv6 } from './hostName.ts';

/** The addresses from `first` to `last`, both inside. */
export interface AddressRange {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  /** As it was written. */
  readonly text: string;
}

export interface ReadRanges {
  /** Each once, in the order in which they stand. */
  readonly ranges: readonly AddressRange[];
  /** What looks like a range and is none: a mask with holes, an end in front of its beginning, a prefix too long. */
  readonly unreadable: readonly string[];
  /** Ranges that are not kept, because there are more than anybody lists. */
  readonly left: number;
}

/** Ranges that are kept, and characters that are read. */
const MOST = 500;
const LONGEST = 1_000_000;

const V4 = '\\d{1,3}(?:\\.\\d{1,3}){3}';
const V6 = '(?=[0-9a-f:.]{2,45}(?:[^0-9a-f:.]|$))[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:(?:\\.\\d{1,3}){3})?';
const DASH = '[-\\u2010-\\u2015]';
const GAP = '[ \\t]{0,3}';

/** An address and what makes a range of it; `192.0.2.*` stands for the whole of it. */
const RANGE = new RegExp(
  [
    `(?<![\\w.])(?<!\\w-)(?:ip4:|ip6:)?(?:`,
    `(?<star>\\d{1,3}(?:\\.\\d{1,3}){0,2}(?:\\.[*x]){1,3})(?![\\w.*])`,
    `|(?<address>${V4}|${V6})(?:`,
    `${GAP}/${GAP}(?<prefix>\\d{1,3})(?![\\d.])`,
    `|(?:${GAP}[/,]${GAP}|${GAP}(?:subnet )?(?:net)?mask[:=]?${GAP}|[ \\t]{1,3})(?<mask>(?:255|0)(?:\\.\\d{1,3}){3})(?![\\d.])`,
    `|(?:${GAP}${DASH}${GAP}|[ \\t]{1,3}(?:to|through|until|bis|\\.\\.)[ \\t]{1,3})(?<end>${V4}|${V6})(?![\\w.])`,
    `|${GAP}${DASH}${GAP}(?<octet>\\d{1,3})(?![\\d.])`,
    `)?)`,
  ].join(''),
  'gi',
);

/**
 * The ranges in a text, whatever stands around them: `192.0.2.0/24`, `192.0.2.0 / 255.255.255.0`, `192.0.2.0-255`,
 * `192.0.2.0 - 192.0.2.255`, `192.0.2.*`, `2001:db8::/32`, and SPF's `ip4:192.0.2.0/24`. An address alone is a range of
 * one where `single` says so; in a ticket most addresses are none.
 */
export function readRanges(text: string, single: boolean): ReadRanges {
  const ranges = new Map<string, AddressRange>();
  const unreadable: string[] = [];
  let left = 0;
  for (const { 0: whole, groups = {} } of text.slice(0, LONGEST).matchAll(RANGE)) {
    const written = whole.replace(/^ip[46]:/i, '');
    const bounds = boundsOf(groups, single);
    if (bounds === 'none') continue;
    if (bounds === undefined) {
      if (unreadable.length < MOST) unreadable.push(written);
      continue;
    }
    const key = `${bounds.version} ${bounds.first} ${bounds.last}`;
    if (ranges.has(key)) continue;
    if (ranges.size < MOST) ranges.set(key, { ...bounds, text: written });
    else left++;
  }
  return { ranges: [...ranges.values()], unreadable, left };
}

type Bounds = Omit<AddressRange, 'text'>;

/** `none`: an address alone, or no address at all. Undefined: a range that cannot be. */
function boundsOf(groups: Readonly<Record<string, string | undefined>>, single: boolean): Bounds | 'none' | undefined {
  const { star, address = '', prefix, mask, end, octet } = groups;
  if (star !== undefined) return ofStars(star);
  const from = addressNumber(address);
  if (from === undefined) return (prefix ?? mask ?? end ?? octet) ? undefined : 'none';
  const { version, value } = from;
  const bits = version === 4 ? 32 : 128;
  if (prefix !== undefined) return Number(prefix) > bits ? undefined : block(version, value, bits - Number(prefix));
  if (mask !== undefined) {
    const hosts = hostBits(addressNumber(mask)?.value);
    return version === 6 || hosts === undefined ? undefined : block(version, value, hosts);
  }
  if (end !== undefined || octet !== undefined) {
    const to = addressNumber(end ?? address.replace(/\d{1,3}$/, octet as string));
    return to === undefined || to.version !== version || to.value < value
      ? undefined
      : { version, first: value, last: to.value };
  }
  return single ? { version, first: value, last: value } : 'none';
}

function ofStars(text: string): Bounds | undefined {
  const known = text.replace(/(?:\.[*x])+$/i, '').split('.');
  const filled = [...known, ...Array<string>(4 - known.length).fill('0')].join('.');
  const from = addressNumber(filled);
  return from === undefined ? undefined : block(4, from.value, 8 * (4 - known.length));
}

function block(version: 4 | 6, value: bigint, hosts: number): Bounds {
  const first = (value >> BigInt(hosts)) << BigInt(hosts);
  return { version, first, last: first + (1n << BigInt(hosts)) - 1n };
}

/** How many bits a mask leaves to the hosts; a wildcard mask (`0.0.0.255`) says it the other way round. */
function hostBits(mask: bigint | undefined): number | undefined {
  const whole = 0xffff_ffffn;
  if (mask === undefined) return undefined;
  for (const one of [whole ^ mask, mask]) {
    if ((one & (one + 1n)) === 0n) return one === 0n ? 0 : one.toString(2).length;
  }
  return undefined;
}

/** The range that holds an address; undefined where none does, or where it is no address. */
export function rangeWith(address: string, ranges: readonly AddressRange[]): AddressRange | undefined {
  const number = addressNumber(address);
  if (number === undefined) return undefined;
  return ranges.find(
    ({ version, first, last }) => version === number.version && first <= number.value && number.value <= last,
  );
}

/** An address as a number; an IPv4 address that is mapped into IPv6 is the IPv4 address (RFC 4291 2.5.5.2). */
export function addressNumber(text: string): { readonly version: 4 | 6; readonly value: bigint } | undefined {
  if (isIpv4(text)) return { version: 4, value: ofParts(text.split('.').map(Number), 8n) };
  const address = text.replace(/%[\w.-]{1,30}$/, '');
  if (!isIpv6(address)) return undefined;
  const dotted = /(?:\d{1,3}\.){3}\d{1,3}$/.exec(address)?.[0];
  const low = dotted === undefined ? undefined : ofParts(dotted.split('.').map(Number), 8n);
  const plain =
    dotted === undefined || low === undefined
      ? address
      : address.replace(dotted, `${(low >> 16n).toString(16)}:${(low & 0xffffn).toString(16)}`);
  const [front = '', back] = plain.split('::', 2).map((half) => (half === '' ? [] : half.split(':'))) as string[][];
  const groups =
    back === undefined ? front : [...front, ...Array<string>(8 - front.length - back.length).fill('0'), ...back];
  const value = ofParts(
    [...groups].map((group) => Number.parseInt(group, 16)),
    16n,
  );
  return value >> 32n === 0xffffn ? { version: 4, value: value & 0xffff_ffffn } : { version: 6, value };
}

const ofParts = (parts: readonly number[], bits: bigint): bigint =>
  parts.reduce((sum, part) => (sum << bits) | BigInt(part), 0n);
