import { characterStrings } from '../../core/dns/records/characterStrings.ts';
import { readRecord } from '../../core/dns/records/readRecord.ts';
import { withoutDot } from '../../core/text/domainName.ts';
import { least } from '../../core/text/lists.ts';
import type { Answer, RecordType } from '../../probes/ports.ts';
import { isAnswered, recordsOf } from '../answers.ts';
import type { Check } from '../context.ts';
import { evidenceFrom, evidenceOf, type Finding, recordFindings, unanswered } from '../finding.ts';

/** One look-up: what there is of a type, and what is wrong with the texts among it. */
export const lookUp =
  (type: RecordType): Check =>
  async ({ name, ports, signal }) => {
    const answer = await ports.resolve({ name, type }, signal);
    if (!isAnswered(answer)) return [unanswered(answer)];
    const base = { about: name, evidence: evidenceFrom(answer) };
    const target = aliasOf(answer);
    const data = { type, ...(target !== undefined && { target }) };
    if (answer.status === 'NXDOMAIN') return [{ ...base, code: 'lookup-no-such-name', level: 'warning', data }];
    const records = type === 'ANY' ? answer.records : recordsOf(answer);
    if (records.length === 0) return [{ ...base, code: 'lookup-none', level: 'warning', data }];
    const found: Finding = {
      ...base,
      code: 'lookup-found',
      level: 'pass',
      data: {
        ...data,
        count: records.length + (answer.left ?? 0),
        ttl: least(records.map(({ ttl }) => ttl)),
        authoritative: answer.authoritative === true,
        validated: answer.authenticated === true,
        server: answer.server ?? '',
      },
    };
    const texts = records.filter((one) => one.type === 'TXT' || one.type === 'SPF');
    const problems = texts.flatMap((record) => {
      // Behind an alias stand the records of another name.
      const text = readRecord(target === undefined ? name : '', characterStrings(record.data).join(''));
      return text === undefined ? [] : recordFindings(name, text, [evidenceOf(record)]);
    });
    return [...problems, found];
  };

function aliasOf({ records }: Answer): string | undefined {
  const last = records.findLast(({ type }) => type === 'CNAME');
  return last === undefined ? undefined : withoutDot(last.data);
}
