import { statusOfCode } from '../../../core/dns/dnsStatus.ts';
import { defined } from '../../../core/text/defined.ts';
import { append } from '../../../core/text/lists.ts';
import { limits } from '../../limits.ts';
import type { Answer, Question, ResourceRecord } from '../../ports.ts';
import { canonicalName, splitName } from './names.ts';
import { type DnsMessage, readMessage, type WireRecord } from './readMessage.ts';

/** What came of one packet to one server. */
export type Attempt = Omit<Answer, 'question' | 'server' | 'elapsed'>;

/** What a packet from a server says; `other` where it does not answer this question. */
export type Reading =
  | { readonly kind: 'answer'; readonly attempt: Attempt }
  | { readonly kind: 'truncated' | 'other' | 'malformed' };

/** Reads a packet as the answer to `question`; id and question must be ours (RFC 5452 4.2, 9.1). */
export function readAnswer(bytes: Buffer, id: number, question: Question): Reading {
  if (bytes.length < 12 || bytes.readUInt16BE(0) !== id || (bytes.readUInt8(2) & 0x80) === 0) return { kind: 'other' };
  const message = readMessage(bytes);
  if (message === undefined) return { kind: (bytes.readUInt8(2) & 0x02) === 0 ? 'malformed' : 'truncated' };
  const asked = message.question;
  // A server that could not read the query may leave the question out (RFC 1035 4.1.1).
  if (asked === undefined ? message.code === 0 : !isAsked(asked, question)) return { kind: 'other' };
  return message.truncated ? { kind: 'truncated' } : { kind: 'answer', attempt: attemptOf(message, question) };
}

const isAsked = (asked: NonNullable<DnsMessage['question']>, question: Question): boolean =>
  asked.type === question.type && asked.name.toLowerCase() === ownerOf(question);

const ownerOf = ({ name }: Question): string => (canonicalName(name) ?? name).toLowerCase();

function attemptOf(message: DnsMessage, question: Question): Attempt {
  const { records, loop } = following(message.answers, question);
  const kept = firstOf(records, limits.dnsRecords, limits.dnsCharacters);
  const left = records.length - kept.length;
  const strays = message.answers.length - records.length;
  const authority = firstOf(message.authority, limits.dnsOtherRecords, limits.dnsOtherCharacters);
  const additional = firstOf(message.additional, limits.dnsOtherRecords, limits.dnsOtherCharacters);
  return {
    ...statusOf(message, question, records, strays),
    records: kept.map(toRecord),
    ...(message.authoritative && { authoritative: true }),
    ...(message.authenticated && { authenticated: true }),
    ...(message.recursive && { recursive: true }),
    ...(loop && { aliasLoop: true }),
    ...(left > 0 && { left }),
    ...(strays > 0 && { strays }),
    ...(message.unreadable > 0 && { unreadable: message.unreadable }),
    ...(authority.length > 0 && { authority: authority.map(toRecord) }),
    ...(additional.length > 0 && { additional: additional.map(toRecord) }),
    ...defined({
      extended: message.extendedErrors.length === 0 ? undefined : message.extendedErrors,
    }),
  };
}

/** An answer that holds nothing of use is not "no record", whatever its code. */
function statusOf(
  message: DnsMessage,
  question: Question,
  records: readonly WireRecord[],
  strays: number,
): Pick<Attempt, 'status' | 'detail'> {
  const status = statusOfCode(message.code);
  if (status !== 'NOERROR') return { status };
  if (records.length === 0 && message.unreadable > 0)
    return { status: 'MALFORMED', detail: `${counted(message.unreadable)} in the answer cannot be read` };
  if (records.length === 0 && strays > 0)
    return {
      status: 'MALFORMED',
      detail: `${counted(strays)} in the answer ${strays === 1 ? 'has' : 'have'} nothing to do with the name`,
    };
  if (question.recursion !== false && isReferral(message, records, question))
    return { status: 'LAME', detail: 'it names other servers and asks none of them' };
  return { status };
}

const counted = (count: number): string => (count === 1 ? 'one record' : `${count} records`);

/**
 * RFC 2308 2.2: that there is no record is said with an SOA or with nothing; name servers alone are a referral, which a
 * resolver follows itself. Nor does a resolver stop at an alias (RFC 1034 4.3.2).
 */
function isReferral(message: DnsMessage, records: readonly WireRecord[], question: Question): boolean {
  if (message.authority.some(({ type }) => type === 'SOA')) return false;
  if (records.length === 0) return !message.authoritative && message.authority.some(({ type }) => type === 'NS');
  const isOpen = records.every(({ type }) => type === 'CNAME' || type === 'DNAME' || type === 'RRSIG');
  return isOpen && !message.recursive && !['ANY', 'CNAME', 'DNAME', 'RRSIG'].includes(question.type);
}

/** Those in front, as far as they are kept; at least one. */
function firstOf(records: readonly WireRecord[], most: number, characters: number): readonly WireRecord[] {
  let length = 0;
  for (const [i, { name, data }] of records.entries()) {
    length += name.length + data.length;
    if (i === most || (i > 0 && length > characters)) return records.slice(0, i);
  }
  return records;
}

/**
 * The records that follow from the question's name: its own of the type asked for, or its alias and what that leads to
 * (RFC 1034 4.3.2). A server may put anything else into the answer; that is nobody's word on this name.
 */
function following(
  answers: readonly WireRecord[],
  question: Question,
): { readonly records: readonly WireRecord[]; readonly loop: boolean } {
  const byOwner = new Map<string, WireRecord[]>();
  for (const record of answers) {
    const owner = record.name.toLowerCase();
    const same = byOwner.get(owner);
    if (same === undefined) byOwner.set(owner, [record]);
    else same.push(record);
  }
  const records: WireRecord[] = [];
  const seen = new Set<string>();
  let name: string | undefined = ownerOf(question);
  while (name !== undefined) {
    if (seen.has(name)) return { records, loop: true };
    seen.add(name);
    const own: readonly WireRecord[] = byOwner.get(name) ?? [];
    append(records, dnamesAbove(name, byOwner, seen));
    const wanted = own.filter((record) => question.type === 'ANY' || record.type === question.type);
    const alias: WireRecord | undefined = own.find((record) => record.type === 'CNAME');
    const signatures = own.filter((record) => record.type === 'RRSIG' && question.type !== 'RRSIG');
    if (wanted.length > 0 || alias === undefined)
      return { records: [...records, ...wanted, ...signatures], loop: false };
    append(records, [alias, ...signatures]);
    name = alias.data.toLowerCase();
  }
  return { records, loop: false };
}

/** RFC 6672 3.1: a DNAME above the name, from which the server makes the alias that stands beside it. */
function dnamesAbove(
  name: string,
  byOwner: ReadonlyMap<string, readonly WireRecord[]>,
  seen: Set<string>,
): WireRecord[] {
  const found: WireRecord[] = [];
  const labels = splitName(name);
  for (let i = 1; i < labels.length; i++) {
    const owner = `${labels.slice(i).join('.')}.`;
    const dname = byOwner.get(owner)?.find((record) => record.type === 'DNAME');
    if (dname === undefined || seen.has(`DNAME ${owner}`)) continue;
    seen.add(`DNAME ${owner}`);
    found.push(dname);
  }
  return found;
}

const toRecord = ({ name, type, ttl, data }: WireRecord): ResourceRecord => ({
  name: name === '.' ? '.' : name.slice(0, -1),
  type,
  ttl,
  data,
});
