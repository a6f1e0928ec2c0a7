import { ipv6Nibbles } from '../answers.ts';

/** Words in the names of lines that are handed out to customers (RFC 8501 and the policies of block lists). */
const WORDS =
  /(?:^|[.\d_-])(?:dyn|dynamic|dynip|dhcp|dial|dialin|dialup|ppp|pppoe|pool|cable|broadband|adsl|vdsl|sdsl|xdsl|dsl|ftth|fibre|customer|cust|client|residential|home|mobile|unassigned|unallocated)(?:[.\d_-]|$)/;
/** Names of hosts that send mail; a pool of them is none of lines. */
const SERVERS = /(?:^|[._-])(?:mail|mx|smtp|mta|relay|out|outbound|mailout|mxout)(?:[.\d_-]|$)/;

/** Whether a name looks as if a provider had made it out of the address, or had given it to a line. */
export function isGenericName(name: string, address: string): boolean {
  const text = name.slice(0, 255).toLowerCase();
  if (address.includes(':') ? holdsIpv6(text, address) : holdsIpv4(text, address)) return true;
  return WORDS.test(text) && !SERVERS.test(text);
}

/** Three octets in a row or more, forwards or backwards, or all of them in one number. */
function holdsIpv4(name: string, address: string): boolean {
  const octets = address.split('.');
  const backwards = [...octets].reverse();
  const numbers = name.match(/\d{1,12}/g)?.map((digits) => String(Number(digits))) ?? [];
  const holds = (some: readonly string[]): boolean =>
    numbers.some((_, i) => some.every((octet, j) => numbers[i + j] === octet));
  if ([octets.slice(0, 3), octets.slice(1), backwards.slice(0, 3), backwards.slice(1)].some(holds)) return true;
  const whole = (width: number, radix: number): string =>
    octets.map((octet) => Number(octet).toString(radix).padStart(width, '0')).join('');
  return name.includes(whole(3, 10)) || name.includes(whole(2, 16));
}

/** The last 64 bits without the signs between them. */
function holdsIpv6(name: string, address: string): boolean {
  const nibbles = ipv6Nibbles(address);
  if (nibbles === undefined) return false;
  const digits = name.replaceAll(/[.:_-]/g, '');
  const end = nibbles.slice(16);
  const groups = (end.match(/.{4}/g) ?? []).map((group) => group.replace(/^0{1,3}/, ''));
  return (
    !/^0{12}/.test(end) &&
    (digits.includes(end) || name.includes(groups.join('-')) || digits.includes([...end].reverse().join('')))
  );
}
