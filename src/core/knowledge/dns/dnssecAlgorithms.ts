import type { Sources } from '../sources.ts';

/** An algorithm of DNSSEC by its number, and whether zones may be signed with it. */
export interface AlgorithmRow {
  readonly name: string;
  /** Not to be used any more; validators take a zone with nothing else for unsigned. */
  readonly isOld?: true;
  readonly source: Sources;
}

const row = (number: number, name: string, source: Sources, isOld?: true): readonly [number, AlgorithmRow] => [
  number,
  { name, source, ...(isOld && { isOld }) },
];

/** Of DNSKEY, DS and RRSIG (RFC 8624 3.1). */
export const signingAlgorithms: ReadonlyMap<number, AlgorithmRow> = new Map([
  row(1, 'RSAMD5', 'RFC 8624 3.1', true),
  row(3, 'DSA', 'RFC 8624 3.1', true),
  row(5, 'RSASHA1', ['RFC 8624 3.1', 'RFC 9905 2'], true),
  row(6, 'DSA-NSEC3-SHA1', 'RFC 8624 3.1', true),
  row(7, 'RSASHA1-NSEC3-SHA1', ['RFC 8624 3.1', 'RFC 9905 2'], true),
  row(8, 'RSASHA256', 'RFC 8624 3.1'),
  row(10, 'RSASHA512', 'RFC 8624 3.1'),
  row(12, 'ECC-GOST', 'RFC 8624 3.1', true),
  row(13, 'ECDSAP256SHA256', 'RFC 8624 3.1'),
  row(14, 'ECDSAP384SHA384', 'RFC 8624 3.1'),
  row(15, 'ED25519', 'RFC 8624 3.1'),
  row(16, 'ED448', 'RFC 8624 3.1'),
]);

/** Of DS records (RFC 8624 3.3). */
export const digestTypes: ReadonlyMap<number, AlgorithmRow> = new Map([
  row(1, 'SHA-1', ['RFC 8624 3.3', 'RFC 9905 2'], true),
  row(2, 'SHA-256', 'RFC 8624 3.3'),
  row(3, 'GOST R 34.11-94', 'RFC 8624 3.3', true),
  row(4, 'SHA-384', 'RFC 8624 3.3'),
]);
