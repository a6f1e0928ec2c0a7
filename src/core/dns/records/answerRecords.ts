import type { Answer, Lookup, Query } from '../lookup.ts';
import { type JoinedText, joinAnswer } from './characterStrings.ts';
import { readRecord } from './readRecord.ts';
import type { RecordText } from './recordText.ts';
import type { SetRecord } from './setProblem.ts';

/** A record text inside of an answer, and how to find its pieces in the document. */
export interface AnswerRecord {
  readonly answer: Answer;
  readonly record: RecordText;
  readonly joined: JoinedText;
}

export function answerRecord(text: string, query: Query, answer: Answer): AnswerRecord | undefined {
  if (answer.type !== 'TXT' && answer.type !== 'SPF') return undefined;
  const joined = joinAnswer(text, answer, answer.data);
  const record = joined === undefined ? undefined : readRecord(isLed(query) ? '' : answer.name, joined.text);
  return joined === undefined || record === undefined ? undefined : { answer, record, joined };
}

/** A tool that was told of an alias shows the answer of another name (RFC 1034 3.6.2), at which nothing is wrong. */
const isLed = (query: Query): boolean => query.answers.some((one) => one.type === 'CNAME');

/** The records among the answers of a lookup in `text`; questions that share their lines show a record once. */
export function recordsOfLookup(text: string, lookup: Lookup): readonly SetRecord[] {
  const seen = new Set<string>();
  return lookup.queries.flatMap((query, index) =>
    query.answers.flatMap((answer): readonly SetRecord[] => {
      const type = answer.type ?? query.type;
      const key = `${answer.start} ${type} ${answer.data}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const isText = type === 'TXT' || type === 'SPF';
      return [
        {
          name: answer.name,
          type,
          data: answer.data,
          span: { start: answer.start, end: answer.end },
          joined: isText ? joinAnswer(text, answer, answer.data) : undefined,
          led: isLed(query) && type !== 'CNAME',
          answer: index,
          isWhole: query.tool === 'zone' || query.tool === 'dig',
          server: query.server,
        },
      ];
    }),
  );
}
