import { withoutDot } from '../../text/domainName.ts';
import { isAddress } from '../commandLine.ts';
import { isMeantAs } from '../recordShape.ts';
import { type SetProblem, type SetRecord, setProblem } from './setProblem.ts';

/** Names of the host itself (RFC 6761 6.3), as every system has them. */
const THIS_HOST = /^(?:localhost(?:\.localdomain)?|(?:[^.\s]{1,63}\.)?localhost)$/i;
/** An address as an exchanger, which some write in brackets or with a dot behind it. */
const BRACKETS = /^\[?(?:IPv6:)?([0-9a-f.:]{3,45}?)\]?\.?$/i;

/** Mistakes in the mail exchangers of a set (RFC 5321 5.1, RFC 2181 10.3, RFC 7505 3). */
export function* exchangerProblems(
  records: readonly SetRecord[],
): Iterable<readonly [record: SetRecord, problem: SetProblem]> {
  const aliases = new Map<string, string>();
  const addresses = new Map<string, string>();
  const others = new Set<string>();
  for (const record of records) {
    if (record.type === 'CNAME') aliases.set(withoutDot(record.name).toLowerCase(), withoutDot(record.data));
    if ((record.type === 'A' || record.type === 'AAAA') && isPrivateAddress(record.data.trim()))
      addresses.set(withoutDot(record.name).toLowerCase(), record.data.trim());
    const host = exchangerOf(record);
    if (host !== undefined && host !== '.') others.add(owner(record));
  }
  for (const record of records) {
    const exchanger = exchangerOf(record);
    if (isMalformed(record)) yield [record, setProblem('mx-form', { data: record.data.trim().slice(0, 100) })];
    if (exchanger === undefined) continue;
    const inside = addresses.get(withoutDot(exchanger).toLowerCase());
    if (inside !== undefined)
      yield [record, setProblem('mx-private', { exchanger: withoutDot(exchanger), address: inside })];
    const address = BRACKETS.exec(exchanger)?.[1];
    const target = aliases.get(withoutDot(exchanger).toLowerCase());
    if (exchanger === '.') {
      if (others.has(owner(record))) yield [record, setProblem('mx-null-beside', {})];
    } else if (address !== undefined && isAddress(address)) {
      yield [record, setProblem('mx-address', { exchanger: withoutDot(exchanger) })];
    } else if (THIS_HOST.test(withoutDot(exchanger))) {
      yield [record, setProblem('mx-this-host', { exchanger: withoutDot(exchanger) })];
    } else if (target !== undefined) {
      yield [record, setProblem('mx-alias', { exchanger: withoutDot(exchanger), target })];
    }
  }
}

/** A preference that is too large, a null MX with one of its own (RFC 7505 3), or a target that is no name of a host. */
function isMalformed({ type, data, isWhole }: SetRecord): boolean {
  const match = type === 'MX' ? /^(\d{1,10})\s{1,20}(\S{1,300})$/.exec(data.trim()) : null;
  if (match === null) return type === 'MX' && isWhole === true && isMeantAs(type, data);
  const [, preference = '', host = ''] = match;
  return Number(preference) > 65_535 || (host === '.' && Number(preference) > 0) || /\/\/|@|^\d{1,9}\.?$/.test(host);
}

/** Addresses that nobody on the Internet reaches (RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC 4291 2.5). */
export const isPrivateAddress = (address: string): boolean =>
  /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|fe[89ab][0-9a-f]:|f[cd][0-9a-f]{2}:|::1$)/i.test(
    address,
  );

/** The records of one name in one answer. */
const owner = ({ name, answer }: SetRecord): string => `${answer ?? ''} ${withoutDot(name).toLowerCase()}`;

function exchangerOf({ type, data }: SetRecord): string | undefined {
  return type === 'MX' ? /^\d{1,5}\s{1,20}(\S{1,300})$/.exec(data.trim())?.[1] : undefined;
}
