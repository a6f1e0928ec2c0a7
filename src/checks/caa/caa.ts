import { CAA_TAGS, type CaaRecord, CRITICAL, ISSUING_TAGS, readCaa } from '../../core/dns/records/caa.ts';
import type { Answer } from '../../probes/ports.ts';
import { isAnswered, recordsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, evidenceOf, type Finding, noSuchName, unanswered } from '../finding.ts';
import { nameAbove } from '../zones.ts';

/** Which certification authorities may issue for a domain: the records at the name or the next name above (RFC 8659 3). */
export async function checkCaa({ name, ports, signal }: CheckContext): Promise<readonly Finding[]> {
  let first: Answer | undefined;
  for (let at = name; at !== ''; at = nameAbove(at)) {
    const answer = await ports.resolve({ name: at, type: 'CAA' }, signal);
    first ??= answer;
    if (!isAnswered(answer)) return [unanswered(answer)];
    if (recordsOf(answer).length > 0) return [...ofRecords(name, at, answer)];
  }
  if (first === undefined) return [];
  if (first.status === 'NXDOMAIN') return [noSuchName(first)];
  return [{ code: 'caa-none', level: 'note', about: name, data: {}, evidence: evidenceFrom(first) }];
}

function* ofRecords(about: string, at: string, answer: Answer): Iterable<Finding> {
  const records: CaaRecord[] = [];
  for (const record of recordsOf(answer)) {
    const read = readCaa(record.data);
    if (read === undefined) continue;
    records.push(read);
    yield* ofRecord(at, read, [evidenceOf(record)]);
  }
  const evidence = evidenceFrom(answer);
  const of = (tag: string): readonly string[] | undefined => {
    const some = records.filter((record) => record.tag === tag);
    // A value of no such form names nobody, and still forbids all others (RFC 8659 4.2).
    return some.length === 0 ? undefined : [...new Set(some.flatMap(({ issuer }) => issuer || []))];
  };
  const issuers = of('issue');
  const wildcards = of('issuewild');
  const mail = of('issuemail');
  if (issuers === undefined) {
    yield { code: 'caa-unrestricted', level: 'note', about, data: { at }, evidence };
  } else if (issuers.length === 0) {
    yield { code: 'caa-forbidden', level: 'note', about, data: { at }, evidence };
  } else {
    const more = { ...(wildcards !== undefined && { wildcards }), ...(mail !== undefined && { mail }) };
    yield { code: 'caa-found', level: 'pass', about, data: { at, issuers, ...more }, evidence };
  }
}

function* ofRecord(about: string, record: CaaRecord, evidence: readonly string[]): Iterable<Finding> {
  const { flags, tag, value } = record;
  if (flags !== 0 && flags !== CRITICAL)
    yield { code: 'caa-flags', level: 'warning', about, data: { flags }, evidence };
  if (!CAA_TAGS.has(tag)) {
    if ((flags & CRITICAL) !== 0) {
      yield { code: 'caa-tag-critical', level: 'fail', about, data: { tag }, evidence };
    } else {
      const meant = [...CAA_TAGS].find((known) => isNear(known, tag)) ?? '';
      yield { code: 'caa-tag-unknown', level: 'warning', about, data: { tag, meant }, evidence };
    }
  } else if (ISSUING_TAGS.has(tag) && record.issuer === undefined) {
    const suggestion = /[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9}/i.exec(value.slice(0, 500))?.[0] ?? '';
    yield { code: 'caa-value', level: 'fail', about, data: { tag, value, suggestion }, evidence };
  } else if (record.hasBadParameters === true) {
    yield { code: 'caa-parameter', level: 'warning', about, data: { tag, value }, evidence };
  } else if (tag === 'iodef' && !/^(?:mailto:[^\s@]{1,100}@[^\s@]{1,255}|https?:\/\/\S{1,2000})$/i.test(value)) {
    const suggestion = /^[^\s@:/]{1,100}@[^\s@:/]{1,255}$/.test(value) ? `mailto:${value}` : '';
    yield { code: 'caa-iodef', level: 'warning', about, data: { value, suggestion }, evidence };
  }
}

/** Whether a tag is another one with a letter or two too many or too few: `issuer`, `issuewildcard`, `iode`. */
const isNear = (known: string, tag: string): boolean =>
  tag.length > 2 && (known.startsWith(tag) || tag.startsWith(known)) && Math.abs(known.length - tag.length) <= 4;
