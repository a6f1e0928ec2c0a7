import { isIpv6, readAddress } from '../hostName.ts';

/** The name with which a server greets (RFC 5321 4.1.1.1). */
export const nameIn = ([first = '']: readonly string[]): string =>
  (first.slice(4).trimStart().split(' ', 1)[0] ?? '').toLowerCase();

/** Our own address of a connection as a literal (RFC 5321 4.1.3). */
export function literal(local: string | undefined): string {
  const address = local === undefined ? undefined : readAddress(local);
  if (address === undefined) return '[127.0.0.1]';
  return isIpv6(address) ? `[IPv6:${address}]` : `[${address}]`;
}
