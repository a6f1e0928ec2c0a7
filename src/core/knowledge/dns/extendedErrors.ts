import { defined } from '../../text/defined.ts';
import type { Sources } from '../sources.ts';

/** What a server means by an extended error (RFC 8914 4, and what IANA has registered since). */
export interface ExtendedErrorRow {
  readonly name: string;
  /** What it says, as a clause. */
  readonly means: string;
  /** The name's DNSSEC is broken, and not the resolver or the way to it. */
  readonly isBogus?: true;
  /** What the admin of the domain does about it. */
  readonly deed?: string;
  readonly source: Sources;
}

const row = (
  code: number,
  name: string,
  means: string,
  more: { readonly isBogus?: true; readonly deed?: string; readonly source?: Sources } = {},
): readonly [number, ExtendedErrorRow] => [
  code,
  { name, means, source: code <= 24 ? `RFC 8914 4.${code + 1}` : 'RFC 8914 5.2', ...more },
];

const bogus = (code: number, name: string, means: string, deed?: string): readonly [number, ExtendedErrorRow] =>
  row(code, name, means, { isBogus: true, ...defined({ deed }) });

/** By the number of the code. */
export const extendedErrors: ReadonlyMap<number, ExtendedErrorRow> = new Map([
  row(0, 'Other Error', 'for a reason that has no code of its own'),
  row(1, 'Unsupported DNSKEY Algorithm', 'the resolver knows none of the algorithms that the zone is signed with'),
  row(2, 'Unsupported DS Digest Type', 'the resolver knows none of the digest types of the DS records'),
  row(3, 'Stale Answer', 'the records are kept beyond their TTL, because the name servers did not answer'),
  row(4, 'Forged Answer', 'the resolver answers something else than the zone on purpose'),
  bogus(5, 'DNSSEC Indeterminate', 'whether the name should be signed cannot be told'),
  bogus(6, 'DNSSEC Bogus', 'the records do not verify by DNSSEC'),
  bogus(
    7,
    'Signature Expired',
    'the signatures of the zone have run out',
    'Sign the zone again, and see why it was not done in time.',
  ),
  bogus(
    8,
    'Signature Not Yet Valid',
    'the signatures of the zone are not valid yet',
    'Set the clock of the server that signs the zone, and sign it again.',
  ),
  bogus(
    9,
    'DNSKEY Missing',
    'no key of the zone fits the DS records at its parent',
    'Have the DS records at the parent replaced by those of the key that signs now, or taken away.',
  ),
  bogus(
    10,
    'RRSIGs Missing',
    'the records should be signed and are not',
    'Sign the zone, or have the DS records at the parent taken away.',
  ),
  bogus(11, 'No Zone Key Bit Set', 'no key of the zone is marked as one'),
  bogus(12, 'NSEC Missing', 'the zone does not prove what it says is not there'),
  row(13, 'Cached Error', 'the resolver answers out of its memory of an earlier failure'),
  row(14, 'Not Ready', 'the server has not started up yet'),
  row(15, 'Blocked', 'the operator of the resolver blocks the name'),
  row(16, 'Censored', 'somebody else makes the operator of the resolver block the name'),
  row(17, 'Filtered', 'the resolver blocks the name because its user wants so'),
  row(18, 'Prohibited', 'the server does not serve this client'),
  row(19, 'Stale NXDOMAIN Answer', 'that there is no such name is kept beyond its TTL'),
  row(20, 'Not Authoritative', 'the server is not responsible for the name and does not ask others'),
  row(21, 'Not Supported', 'the server does not do what was asked'),
  row(22, 'No Reachable Authority', 'none of the name servers of the domain answered the resolver'),
  row(23, 'Network Error', 'the resolver could not reach a name server'),
  row(24, 'Invalid Data', 'the name server has no valid data for the zone, which may be out of date there'),
  bogus(25, 'Signature Expired before Valid', 'a signature ends before it begins'),
  row(26, 'Too Early', 'the server did not take a question sent before the handshake ended'),
  row(27, 'Unsupported NSEC3 Iterations Value', 'the zone has more NSEC3 iterations than the resolver accepts', {
    source: 'RFC 9276 3.2',
  }),
  row(28, 'Unable to conform to policy', 'the resolver could not answer as it was told to'),
  row(29, 'Synthesized', 'the answer was made by the resolver'),
  row(30, 'Invalid Query Type', 'the server does not answer questions for this type'),
]);

/** `DNSSEC Bogus (6), the records do not verify by DNSSEC`; the bare number of a code that is not known. */
export function describeExtendedError({ code, text }: { readonly code: number; readonly text: string }): string {
  const known = extendedErrors.get(code);
  const named = known === undefined ? `extended error ${code}` : `${known.name} (${code}), ${known.means}`;
  return text === '' ? named : `${named}: "${text}"`;
}
