import { isIpv4 } from '../probes/hostName.ts';
import { reversed } from './answers.ts';

/** The name that an address is looked up by: `1.2.0.192.in-addr.arpa` (RFC 1035 3.5, RFC 3596 2.5). */
export function reverseName(address: string): string | undefined {
  const labels = reversed(address);
  return labels && `${labels}.${isIpv4(address) ? 'in-addr' : 'ip6'}.arpa`;
}
