/** Numbers of record types (IANA, DNS parameters), which JSON holds in place of their names. */
const NUMBERS: ReadonlyMap<number, string> = new Map([
  [1, 'A'],
  [2, 'NS'],
  [5, 'CNAME'],
  [6, 'SOA'],
  [12, 'PTR'],
  [13, 'HINFO'],
  [15, 'MX'],
  [16, 'TXT'],
  [28, 'AAAA'],
  [33, 'SRV'],
  [35, 'NAPTR'],
  [39, 'DNAME'],
  [43, 'DS'],
  [46, 'RRSIG'],
  [47, 'NSEC'],
  [48, 'DNSKEY'],
  [50, 'NSEC3'],
  [52, 'TLSA'],
  [53, 'SMIMEA'],
  [64, 'SVCB'],
  [65, 'HTTPS'],
  [99, 'SPF'],
  [255, 'ANY'],
  [257, 'CAA'],
]);

/** The name of a type that is told as a number, as digits, or by its name. */
export function typeName(type: unknown): string | undefined {
  const number =
    typeof type === 'number' ? type : typeof type === 'string' && /^\d{1,5}$/.test(type) ? Number(type) : NaN;
  if (!Number.isNaN(number)) return NUMBERS.get(number) ?? `TYPE${number}`;
  return typeof type === 'string' && /^[A-Za-z][A-Za-z0-9-]{0,15}$/.test(type) ? type.toUpperCase() : undefined;
}
