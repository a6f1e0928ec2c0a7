import type { Tlsa } from '../../core/dns/records/tlsa.ts';
import type { ShownCertificate } from '../../probes/tls.ts';

const HASHES = ['', 'sha256', 'sha512'] as const;

/** What a record would have to hold for a certificate. */
function associationOf({ selector, matching }: Tlsa, shown: ShownCertificate): string {
  const part = selector === 1 ? 'spki' : 'cert';
  const hash = HASHES[matching];
  return hash === undefined || hash === '' ? shown[part] : shown.digests[`${part}-${hash}`];
}

/** Whether a record stands for what the server shows: for its own certificate, or with usage 2 for one that issued it (RFC 6698 2.1.1). */
export function fitsChain(record: Tlsa, chain: readonly ShownCertificate[]): boolean {
  const candidates = record.usage === 3 ? chain.slice(0, 1) : chain;
  return candidates.some((shown) => associationOf(record, shown) === record.association);
}

/** RFC 7671 5.1: the record that stands for a server's key, whoever issues its certificates. */
export const recordFor = (shown: ShownCertificate): string => `3 1 1 ${shown.digests['spki-sha256']}`;
