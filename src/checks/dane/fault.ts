import { TLSA_DIGESTS, type Tlsa } from '../../core/dns/records/tlsa.ts';

/** Why a mail server that sends cannot use a record (RFC 7672 3.1, RFC 6698 2.1). */
export type TlsaFault = 'usage' | 'selector' | 'matching' | 'length';

export function tlsaFault({ usage, selector, matching, octets }: Tlsa): TlsaFault | undefined {
  if (usage !== 2 && usage !== 3) return 'usage';
  if (selector > 1) return 'selector';
  if (matching > 2) return 'matching';
  const digest = TLSA_DIGESTS.get(matching);
  return digest !== undefined && digest !== octets ? 'length' : undefined;
}
