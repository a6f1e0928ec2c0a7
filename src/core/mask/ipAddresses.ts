import { isIp } from '../mail/ipAddress.ts';
import type { Replacement } from './maskChoice.ts';
import type { StandIns } from './standIns.ts';

const V4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)/g;
const V6 =
  /(?<![A-Za-z0-9_.:])(?:IPv6:|ip6:)?(?<address>[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\.\d{1,3}){0,3})(?![\w:])/gi;

/** Stand-ins for IP addresses, all of them in ranges for documentation (RFC 5737, RFC 3849). */
export function* ipStandIns(text: string, standIns: StandIns): Iterable<Replacement> {
  for (const { 0: address, index } of text.matchAll(V4)) {
    const end = index + address.length;
    if (isVersion(text, index, end)) continue;
    // Names of reverse look-ups and block lists start with the address turned round (RFC 1035 3.5, RFC 5782 2.1).
    const isTurned = /^\.[A-Za-z]/.test(text.slice(end, end + 2));
    const plain = isTurned ? turn(address) : address;
    if (!isIp(plain)) continue;
    const stand = v4(plain, standIns);
    yield { start: index, end, text: isTurned ? turn(stand) : stand };
  }
  for (const match of text.matchAll(V6)) {
    const address = match.groups?.address as string;
    // An IPv4 address at its end is masked by itself.
    if (!/\d/.test(address) || address.includes('.') || !isIp(address)) continue;
    const end = match.index + match[0].length;
    yield { start: end - address.length, end, text: v6(address, standIns) };
  }
}

/** Versions of Exchange and other programs read like addresses; behind an address and a hyphen stands the end of a range. */
const isVersion = (text: string, start: number, end: number): boolean =>
  /[A-Za-z_]$|(?<!ip|host|\.\d{1,3})-$|\b(?:id|version|build|release)[ \t:=]{1,3}$/i.test(
    text.slice(Math.max(0, start - 12), start),
  ) || /^(?:\w|-(?!\d{1,3}\.))/.test(text.slice(end, end + 5));

const turn = (address: string): string => address.split('.').reverse().join('.');

const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
/** Loopback, broadcast, masks, and what is for documentation and tests already: they are nobody's. */
const NOBODY = /^(?:0\.|127\.|2[45]\d\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|198\.1[89]\.)/;

/** Private addresses (RFC 1918, 3927, 6598) get 198.51.100.0/24, all others the two other ranges. */
function v4(address: string, standIns: StandIns): string {
  if (NOBODY.test(address)) return address;
  if (PRIVATE.test(address)) {
    return standIns.ip(address, 'private', (n) => (n < 255 ? `198.51.100.${n}` : spare(18, n)));
  }
  return standIns.ip(address, 'public', (n) =>
    n < 255 ? `192.0.2.${n}` : n < 509 ? `203.0.113.${n - 254}` : spare(19, n),
  );
}

/** RFC 2544 C.2.2: for tests of networks, where documentation has too few. */
const spare = (net: number, n: number): string => `198.${net}.${(n >> 8) & 255}.${n & 255}`;

function v6(address: string, standIns: StandIns): string {
  const small = address.toLowerCase();
  if (/^(?:::1?$|2001:0?db8:)/.test(small)) return address;
  // Link-local and unique local addresses (RFC 4291 2.5.6, RFC 4193) stay apart from the others.
  return /^(?:fe[89ab]|f[cd])/.test(small)
    ? standIns.ip(small, 'private v6', (n) => `2001:db8:f::${n.toString(16)}`)
    : standIns.ip(small, 'v6', (n) => `2001:db8::${n.toString(16)}`);
}
