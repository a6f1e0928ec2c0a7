import { readRecord } from '../core/dns/records/readRecord.ts';
import { problem, type TagRecordKind } from '../core/dns/records/recordText.ts';
import { textsOf } from './answers.ts';
import type { CheckContext } from './context.ts';
import { evidenceFrom, type Finding, recordFindings } from './finding.ts';

/**
 * Records that are missing at `prefix` below the domain, but stand where nobody looks: at the domain itself, below a
 * name that the zone was added to twice, or without the underscores.
 */
export async function misplaced(
  { name, ports, signal }: CheckContext,
  prefix: '_dmarc' | '_mta-sts' | '_smtp._tls',
  kind: TagRecordKind,
): Promise<readonly Finding[]> {
  const names = [name, `${prefix}.${name}.${name}`, `${prefix.replaceAll('_', '')}.${name}`];
  const answers = await Promise.all(
    names.filter((one) => one.length <= 253).map((one) => ports.resolve({ name: one, type: 'TXT' }, signal)),
  );
  return answers.flatMap((answer) => {
    const at = answer.question.name;
    const text = textsOf(answer).find((one) => readRecord('', one)?.kind === kind);
    if (text === undefined) return [];
    const wrong = problem('record-wrong-name', { start: 0, end: text.length }, { name: at, expected: `${prefix}.` });
    return recordFindings(at, { kind, problems: [wrong] }, evidenceFrom(answer));
  });
}
