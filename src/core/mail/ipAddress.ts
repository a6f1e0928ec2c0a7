/**
 * The first address in a comment or a literal of a Received field, brackets, `IPv6:`, a zone and a port taken off.
 * An address in brackets goes before a bare one. `text` must be short: it is searched more than once.
 */
export function findIp(text: string): string | undefined {
  for (const match of text.matchAll(/\[(?:IPv6:)?([0-9A-Fa-f:.]{2,45})(?:%[\w.-]{1,20})?\]/gi)) {
    if (isIp(match[1] as string)) return match[1];
  }
  for (const word of text.split(/[\s,=@()<>[\]]+/)) {
    const bare = word.replace(/%[\w.-]{1,20}$/, '');
    if (isIp(bare)) return bare;
    const withoutPort = /^(\d[\d.]{6,14}):\d{1,5}$/.exec(bare)?.[1];
    if (withoutPort !== undefined && isIpv4(withoutPort)) return withoutPort;
  }
  return undefined;
}

export const isIp = (text: string): boolean => isIpv4(text) || isIpv6(text);

const isIpv4 = (text: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) && text.split('.').every((octet) => Number(octet) <= 255);

/** RFC 4291 2.2: eight groups, one run of them left out as `::`, the last two as an IPv4 address. */
function isIpv6(text: string): boolean {
  if (text.length > 45 || !/^[0-9A-Fa-f:.]+$/.test(text)) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  let groups = 0;
  for (const [i, half] of halves.entries()) {
    if (half === '') continue;
    const parts = half.split(':');
    for (const [j, part] of parts.entries()) {
      const isLast = i === halves.length - 1 && j === parts.length - 1;
      if (/^[0-9A-Fa-f]{1,4}$/.test(part)) groups++;
      else if (isLast && isIpv4(part)) groups += 2;
      else return false;
    }
  }
  return halves.length === 2 ? groups <= 7 : groups === 8;
}
