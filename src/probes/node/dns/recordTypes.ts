/** Numbers of record types (IANA, DNS Parameters, Resource Record TYPEs). */
const NUMBERS = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  NAPTR: 35,
  DNAME: 39,
  OPT: 41,
  DS: 43,
  SSHFP: 44,
  RRSIG: 46,
  NSEC: 47,
  DNSKEY: 48,
  NSEC3: 50,
  NSEC3PARAM: 51,
  TLSA: 52,
  SMIMEA: 53,
  CDS: 59,
  CDNSKEY: 60,
  SVCB: 64,
  HTTPS: 65,
  SPF: 99,
  ANY: 255,
  CAA: 257,
} as const;

export type KnownType = keyof typeof NUMBERS;

export const numberOfType = (type: KnownType): number => NUMBERS[type];

const names: ReadonlyMap<number, KnownType> = new Map(
  Object.entries(NUMBERS).map(([name, number]) => [number, name as KnownType]),
);

/** Its name, or `TYPE65280` for one that has none here (RFC 3597 5). */
export const nameOfType = (number: number): KnownType | `TYPE${number}` => names.get(number) ?? `TYPE${number}`;
