import { changesBetween, hasChanged } from '../../checks/changes.ts';
import type { CheckResult } from '../../checks/check.ts';
import { sectionHeading } from '../../core/dns/checkReport.ts';
import { writeUtc } from '../../core/report/writeUtc.ts';
import { plainText } from '../../core/text/plain.ts';
import { wordFinding } from './checkRows.ts';

/** Lines of each kind that are written. */
const MOST = 50;

/** What is not as it was the last time, as a section of the report; one line where nothing changed. */
export function renderChanges(before: CheckResult, after: CheckResult): readonly string[] {
  const changes = changesBetween(before, after);
  const heading = sectionHeading(`What changed since ${writeUtc(changes.since)}`);
  if (!hasChanged(changes)) return [heading, '* nothing: the same findings, the same records'];
  const { came, went, records } = changes;
  return [
    heading,
    ...most(came.map(wordFinding).map(({ level, code, about }) => `new finding: ${level} ${code} ${about}`)),
    ...most(went.map(wordFinding).map(({ level, code, about }) => `finding gone: ${level} ${code} ${about}`)),
    ...most(
      records.flatMap(({ name, type, went, came }) => [
        ...came.map((data) => `new record: ${name}. ${type} ${data}`),
        ...went.map((data) => `record gone: ${name}. ${type} ${data}`),
      ]),
    ),
  ];
}

function most(lines: readonly string[]): readonly string[] {
  const left = lines.length - MOST;
  const shown = lines.slice(0, MOST).map((line) => plainText(`* ${line}`, 4000));
  return left > 0 ? [...shown, `* and ${left} more like these`] : shown;
}
