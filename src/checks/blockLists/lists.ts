import { type BlockList, blockListNamed } from '../../core/knowledge/found/blockLists.ts';

export type Subject = 'ipv4' | 'ipv6' | 'domain';

/** A block list to be asked (RFC 5782). */
export interface CheckList {
  readonly zone: string;
  /** What it lists; none: what is known of the zone, or addresses of IPv4. */
  readonly of?: readonly Subject[];
  /** What an answer means, by its address: `127.0.0.2`. */
  readonly meanings?: Readonly<Record<string, string>>;
}

/** Those that many receivers ask. */
export const usualLists: readonly CheckList[] = [
  { zone: 'zen.spamhaus.org', of: ['ipv4', 'ipv6'] },
  { zone: 'bl.spamcop.net' },
  { zone: 'b.barracudacentral.org' },
  { zone: 'psbl.surriel.com' },
  { zone: 'dnsbl-1.uceprotect.net' },
  { zone: 'dbl.spamhaus.org' },
  { zone: 'multi.surbl.org' },
  { zone: 'multi.uribl.com' },
];

/** What is asked of a list. */
export function subjectsOf({ zone, of }: CheckList): readonly Subject[] {
  if (of !== undefined && of.length > 0) return of;
  return blockListNamed(zone)?.kind === 'domains' ? ['domain'] : ['ipv4'];
}

/** How a listing weighs: for what a machine did, or for what kind of network it is in. */
export function weightOf(list: BlockList | undefined): 'fail' | 'warning' {
  switch (list?.kind) {
    case 'home':
    case 'network':
    case 'country':
    case 'names':
    case 'bounces':
      return 'warning';
    default:
      return 'fail';
  }
}
