import { statusOfCode } from '../../../core/dns/dnsStatus.ts';
import { defined } from '../../../core/text/defined.ts';
import { limits } from '../../limits.ts';
import type { Answer, Question, ResourceRecord } from '../../ports.ts';
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
  asked.type === question.type && sameName(asked.name, withDot(question.name));

const withDot = (name: string): string => (name.endsWith('.') && !name.endsWith('\\.') ? name : `${name}.`);

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function attemptOf(message: DnsMessage, question: Question): Attempt {
  const { records, loop } = following(message.answers, question);
  const kept = records.slice(0, limits.dnsRecords);
  const left = records.length - kept.length;
  const strays = message.answers.length - records.length;
  return {
    status: statusOfCode(message.code),
    records: kept.map(toRecord),
    ...(message.authoritative && { authoritative: true }),
    ...(message.authenticated && { authenticated: true }),
    ...(message.recursive && { recursive: true }),
    ...(loop && { aliasLoop: true }),
    ...(left > 0 && { left }),
    ...(strays > 0 && { strays }),
    ...(message.unreadable > 0 && { unreadable: message.unreadable }),
    ...(message.authority.length > 0 && { authority: message.authority.slice(0, limits.dnsRecords).map(toRecord) }),
    ...(message.additional.length > 0 && { additional: message.additional.slice(0, limits.dnsRecords).map(toRecord) }),
    ...defined({
      extended: message.extendedErrors.length === 0 ? undefined : message.extendedErrors,
    }),
  };
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
  let name: string | undefined = withDot(question.name).toLowerCase();
  while (name !== undefined) {
    if (seen.has(name)) return { records, loop: true };
    seen.add(name);
    const own: readonly WireRecord[] = byOwner.get(name) ?? [];
    records.push(...dnamesAbove(name, byOwner, seen));
    const wanted = own.filter((record) => question.type === 'ANY' || record.type === question.type);
    const alias: WireRecord | undefined = own.find((record) => record.type === 'CNAME');
    const signatures = own.filter((record) => record.type === 'RRSIG' && question.type !== 'RRSIG');
    if (wanted.length > 0 || alias === undefined)
      return { records: [...records, ...wanted, ...signatures], loop: false };
    records.push(alias, ...signatures);
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
  for (const [owner, records] of byOwner) {
    if (owner === name || !name.endsWith(`.${owner}`) || seen.has(`DNAME ${owner}`)) continue;
    const dname = records.find((record) => record.type === 'DNAME');
    if (dname === undefined) continue;
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
