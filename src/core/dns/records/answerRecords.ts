import type { Span } from '../../text/span.ts';
import type { Answer, Query } from '../lookup.ts';
import { type JoinedText, joinAnswer } from './characterStrings.ts';
import { readRecord } from './readRecord.ts';
import { problem, type RecordProblem, type RecordText } from './recordText.ts';

/** A record text inside of an answer, and how to find its pieces in the document. */
export interface AnswerRecord {
  readonly answer: Answer;
  readonly record: RecordText;
  readonly joined: JoinedText;
}

const MOST_OCTETS = 255;

/** The record texts among the answers of `query`, a lookup in `text`. */
function answerRecords(text: string, query: Query): readonly AnswerRecord[] {
  return query.answers.flatMap((answer) => answerRecord(text, query, answer) ?? []);
}

export function answerRecord(text: string, query: Query, answer: Answer): AnswerRecord | undefined {
  if (answer.type !== 'TXT' && answer.type !== 'SPF') return undefined;
  const joined = joinAnswer(text, answer, answer.data);
  // A tool that was told of an alias shows the answer of another name (RFC 1034 3.6.2).
  const isAlias = query.answers.some((one) => one.type === 'CNAME');
  const name = isAlias || query.type === 'ANY' || query.type.endsWith('XFR') ? '' : query.name;
  const record = joined === undefined ? undefined : readRecord(name, joined.text);
  return joined === undefined || record === undefined ? undefined : { answer, record, joined };
}

/** The problems of the record texts in an answer, with their places in the document. */
export function* recordProblemsOf(
  text: string,
  query: Query,
): Iterable<RecordProblem & { readonly kind: RecordText['kind'] }> {
  const records = answerRecords(text, query);
  const counts = new Map<RecordText['kind'], number>();
  for (const { record } of records) counts.set(record.kind, (counts.get(record.kind) ?? 0) + 1);
  for (const { answer, record, joined } of records) {
    const { kind } = record;
    const whole: Span = { start: 0, end: joined.text.length };
    const all: RecordProblem[] = [...record.problems];
    const count = counts.get(kind) ?? 1;
    // A transfer shows the records of many names.
    if (count > 1 && query.name !== '' && !query.type.endsWith('XFR')) {
      all.push(problem('record-several', whole, { count: String(count) }));
    }
    if (joined.longest > MOST_OCTETS) {
      all.push(problem('record-string-too-long', whole, { length: String(joined.longest) }));
    }
    for (const one of all) {
      const span = joined.at(one);
      const inside = { start: Math.max(span.start, answer.start), end: Math.min(span.end, answer.end) };
      yield { ...one, kind, ...inside };
    }
  }
}
