import type { Answer, RecordType } from '../probes/ports.ts';
import { isAnswered, recordsOf } from './answers.ts';
import { differenceOf } from './askAgain.ts';
import type { AreaResult, CheckResult } from './check.ts';
import type { Finding } from './finding.ts';

/** What is not as it was when the same was checked before. */
export interface Changes {
  /** Milliseconds since 1970: when it was checked before. */
  readonly since: number;
  readonly came: readonly Finding[];
  readonly went: readonly Finding[];
  readonly records: readonly ChangedRecords[];
}

/** The answers to one question of both runs. */
export interface ChangedRecords {
  readonly name: string;
  readonly type: RecordType;
  readonly went: readonly string[];
  readonly came: readonly string[];
}

/** Findings and records that came, went or differ. What was not answered in one of the runs counts as unchanged. */
export function changesBetween(before: CheckResult, after: CheckResult): Changes {
  return {
    since: before.started,
    came: newFindings(before, after),
    went: newFindings(after, before),
    records: changedRecords(before, after),
  };
}

export const hasChanged = ({ came, went, records }: Changes): boolean => came.length + went.length + records.length > 0;

/** The findings of `later` that `earlier` has not, in areas that both knew all about. */
function newFindings(earlier: CheckResult, later: CheckResult): readonly Finding[] {
  return later.areas.flatMap((area) => {
    const other = earlier.areas.find((one) => one.area === area.area);
    if (other === undefined || earlier.cancelled || later.cancelled || !isKnown(area) || !isKnown(other)) return [];
    const known = new Set(other.findings.map(keyOf));
    return area.findings.filter((finding) => !known.has(keyOf(finding)));
  });
}

const isKnown = ({ findings }: AreaResult): boolean => findings.every(({ level }) => level !== 'unknown');

const keyOf = ({ code, level, about }: Finding): string => `${level} ${code} ${about.toLowerCase()}`;

function changedRecords(before: CheckResult, after: CheckResult): readonly ChangedRecords[] {
  const earlier = new Map(answersOf(before));
  return answersOf(after).flatMap(([key, now]) => {
    const then = earlier.get(key);
    if (then === undefined) return [];
    const { name, type } = now.question;
    const difference = differenceOf(type, dataOf(then), dataOf(now));
    return difference.went.length + difference.came.length === 0 ? [] : [{ name, type, ...difference }];
  });
}

const dataOf = (answer: Answer): readonly string[] => recordsOf(answer).map(({ data }) => data);

/** The answers that say something, each by its question. */
const answersOf = ({ areas }: CheckResult): readonly (readonly [string, Answer])[] =>
  areas
    .flatMap(({ answers }) => answers)
    .filter((answer) => isAnswered(answer) && answer.question.at === undefined)
    .map((answer) => [`${answer.question.type} ${answer.question.name.toLowerCase()}`, answer]);
