/** Response codes by their numbers (RFC 1035 4.1.1, RFC 2136 2.2, RFC 6891 6.1.3, RFC 7873 5.3). */
const CODES = {
  0: 'NOERROR',
  1: 'FORMERR',
  2: 'SERVFAIL',
  3: 'NXDOMAIN',
  4: 'NOTIMP',
  5: 'REFUSED',
  6: 'YXDOMAIN',
  7: 'YXRRSET',
  8: 'NXRRSET',
  9: 'NOTAUTH',
  10: 'NOTZONE',
  16: 'BADVERS',
  23: 'BADCOOKIE',
} as const;

export type NamedCode = (typeof CODES)[keyof typeof CODES];

/** A code that has no name here. */
export type UnnamedCode = `RCODE${number}`;

/**
 * What came instead of an answer: none of it is "no record". `BOGUS`: one that DNSSEC does not let pass. `LAME`: the server
 * points to others.
 */
const NO_ANSWERS = ['TIMEOUT', 'CONNECTION-REFUSED', 'UNREACHABLE', 'MALFORMED', 'CANCELLED', 'BOGUS', 'LAME'] as const;

export type NoAnswer = (typeof NO_ANSWERS)[number];

/** What came of a question; `?` where it is not told, or told in a word that is not known. */
export type DnsStatus = NamedCode | UnnamedCode | NoAnswer | '?';

const byNumber: ReadonlyMap<number, NamedCode> = new Map(
  Object.entries(CODES).map(([number, name]) => [Number(number), name]),
);

export const isUnnamed = (status: string): status is UnnamedCode => status.startsWith('RCODE');

export const statusOfCode = (code: number): NamedCode | UnnamedCode => byNumber.get(code) ?? `RCODE${code}`;

const byWord: ReadonlyMap<string, DnsStatus> = new Map<string, DnsStatus>([
  ...[...byNumber.values(), ...NO_ANSWERS].map((name) => [name, name] as const),
  // ldns and Knot spell it so.
  ['NOTIMPL', 'NOTIMP'],
]);

/** A status as tools print it: its name, or the number of one without. */
export function readStatus(word: string): DnsStatus {
  const number = /^(?:RCODE|RESERVED)(\d{1,4})$/.exec(word)?.[1];
  return number === undefined ? (byWord.get(word) ?? '?') : statusOfCode(Number(number));
}
