import { withoutDot } from '../../text/domainName.ts';
import { isAddress } from '../commandLine.ts';
import { isMeantAs } from '../recordShape.ts';
import { type SetProblem, type SetRecord, setProblem } from './setProblem.ts';

/** Where names of addresses stand (RFC 1035 3.5, RFC 3596 2.5). */
const REVERSE = /(?:^|\.)(?:in-addr|ip6)\.arpa$/i;

/** Mistakes in names of addresses (RFC 1035 3.5, RFC 1912 2.1). */
export function* pointerProblems(
  records: readonly SetRecord[],
): Iterable<readonly [record: SetRecord, problem: SetProblem]> {
  const known = new Map<string, string>();
  for (const record of records) {
    if (record.type !== 'PTR') continue;
    const name = withoutDot(record.name);
    const data = withoutDot(record.data.trim());
    if (isAddress(data) || REVERSE.test(data) || (isAddress(name) && record.answer === undefined) || isNoReverse(name))
      yield [record, setProblem('ptr-form', { name, data: data.slice(0, 100) })];
    const key = `${record.answer ?? ''} ${name.toLowerCase()}`;
    const other = known.get(key);
    if (other !== undefined && other !== data.toLowerCase() && name !== '')
      yield [record, setProblem('ptr-several', { name })];
    known.set(key, data.toLowerCase());
  }
}

/** Four numbers, one of which no octet can have; delegations of parts of a network have more labels (RFC 2317 4). */
const isNoReverse = (name: string): boolean => {
  const octets = /^(\d{1,4})\.(\d{1,4})\.(\d{1,4})\.(\d{1,4})\.in-addr\.arpa$/i.exec(name)?.slice(1);
  return octets?.some((octet) => Number(octet) > 255) === true;
};

/** Values of an SOA record that cannot be right (RFC 1035 3.3.13, RFC 1912 2.2, RFC 2308 5). */
export function* authorityProblems({ data, isWhole }: SetRecord): Iterable<SetProblem> {
  const parts = data.trim().split(/\s+/);
  const [server = '', mailbox = '', ...rest] = parts;
  const missing = 7 - parts.length;
  if (isWhole === true && isMeantAs('SOA', data))
    yield setProblem('soa-value', { said: `${missing} of the seven fields ${missing === 1 ? 'is' : 'are'} missing` });
  if (parts.length !== 7 || !rest.every((one) => /^\d{1,12}$/.test(one))) return;
  const [serial = 0, refresh = 0, retry = 0, expire = 0] = rest.map(Number);
  // Numbers of seconds that stand for others.
  if (refresh < 60) return;
  const say = (said: string): SetProblem => setProblem('soa-value', { said });
  if (isAddress(withoutDot(server))) yield say(`its first field, the primary server, is an address`);
  if (mailbox.includes('@')) yield say('the mailbox has an @, in the place of which a dot belongs');
  if (serial > 0xffff_ffff) yield say(`the serial ${serial} is larger than 4294967295`);
  if (retry >= refresh) yield say('retry is not shorter than refresh');
  if (expire < refresh + retry) yield say('the zone expires before it is asked for again');
}
