import { characterStrings } from '../core/dns/records/characterStrings.ts';
import type { Answer, RecordType, ResourceRecord } from '../probes/ports.ts';

/** Whether an answer says what the records are: a timeout, a failing server and a circle of aliases say nothing. */
export const isAnswered = ({ status, aliasLoop }: Answer): boolean =>
  (status === 'NOERROR' || status === 'NXDOMAIN') && aliasLoop !== true;

/** The records of the type that was asked for, aliases left out. */
export const recordsOf = (answer: Answer, type: RecordType = answer.question.type): readonly ResourceRecord[] =>
  answer.records.filter((record) => record.type === type);

/** The text of each TXT record, its strings joined without blanks (RFC 7208 3.3, RFC 6376 3.6.2.2). */
export const textsOf = (answer: Answer): readonly string[] =>
  recordsOf(answer).map(({ data }) => characterStrings(data).join(''));

/** The addresses among the records. */
export const addressesOf = (answer: Answer): readonly string[] => recordsOf(answer).map(({ data }) => data);

/** An address as a name below in-addr.arpa or ip6.arpa (RFC 1035 3.5, RFC 3596 2.5), without the zone: `1.2.0.192`. */
export function reversed(address: string): string | undefined {
  if (!address.includes(':')) return address.split('.').reverse().join('.');
  const nibbles = ipv6Nibbles(address);
  return nibbles === undefined ? undefined : [...nibbles].reverse().join('.');
}

/** The 32 hexadecimal digits of an IPv6 address; undefined where it is none. */
export function ipv6Nibbles(address: string): string | undefined {
  const tail = /(?:^|:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(address)?.[1];
  const plain =
    tail === undefined ? address : `${address.slice(0, -tail.length)}${hexPair(tail, 0)}:${hexPair(tail, 2)}`;
  const [head = '', rest, ...more] = plain.split('::');
  if (more.length > 0) return undefined;
  const left = head === '' ? [] : head.split(':');
  const right = rest === undefined || rest === '' ? [] : rest.split(':');
  const missing = 8 - left.length - right.length;
  if (rest === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right];
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => group.toLowerCase().padStart(4, '0')).join('')
    : undefined;
}

const hexPair = (tail: string, from: number): string =>
  tail
    .split('.')
    .slice(from, from + 2)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('');
