import { least } from '../core/text/lists.ts';
import type { RecordType, ResourceRecord } from '../probes/ports.ts';
import { isAnswered, recordsOf } from './answers.ts';
import type { Check } from './context.ts';
import { evidenceFrom, type Finding, unanswered } from './finding.ts';
import { sameForm } from './sameData.ts';

/** What a text says that DNS answered. */
export interface ToldAnswer {
  readonly name: string;
  readonly type: RecordType;
  /** The data of each record of the type, in zone-file form; none where the text says that there is no record. */
  readonly records: readonly string[];
}

/** The records of two answers to one question that are not in both, as they are written. */
export interface Difference {
  /** Those that the first alone has. */
  readonly went: readonly string[];
  /** Those that the second alone has. */
  readonly came: readonly string[];
}

/** Order, TTL, capital letters, final dots, quotes and shortened addresses make no difference. */
export function differenceOf(type: RecordType, before: readonly string[], now: readonly string[]): Difference {
  const form = (data: string): string => sameForm(type, data);
  const had = new Map(before.map((data) => [form(data), data]));
  const has = new Map(now.map((data) => [form(data), data]));
  const without = (own: typeof had, other: typeof had): readonly string[] =>
    [...own].filter(([key]) => !other.has(key)).map(([, data]) => data);
  return { went: without(had, has), came: without(has, had) };
}

/** Asks what a text has the answer of, and says what differs. Where DNS does not answer, nothing is said to differ. */
export const askAgain =
  ({ type, records: told }: ToldAnswer): Check =>
  async ({ name, ports, signal }) => {
    const answer = await ports.resolve({ name, type }, signal);
    if (!isAnswered(answer)) return [unanswered(answer)];
    const records = recordsOf(answer);
    const now = records.map(({ data }) => data);
    const { went, came } = differenceOf(type, told, now);
    const base = { about: name, evidence: evidenceFrom(answer) };
    const data = { type, told, now, ttl: shortest(records), isGone: answer.status === 'NXDOMAIN' };
    const finding: Finding =
      went.length + came.length === 0
        ? { ...base, code: 'ask-same', level: 'pass', data }
        : { ...base, code: 'ask-differs', level: 'warning', data: { ...data, went, came } };
    return [finding];
  };

const shortest = (records: readonly ResourceRecord[]): number => least(records.map(({ ttl }) => ttl));
