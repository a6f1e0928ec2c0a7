import type { Answer, RecordType } from '../../src/probes/ports.ts';

/** What a resolver answers: each record as its type, where it is another one, and its data. */
export const answer = (
  name: string,
  type: RecordType,
  data: readonly (string | readonly [RecordType, string])[] = [],
  more: Partial<Answer> = {},
): Answer => ({
  question: { name, type },
  status: 'NOERROR',
  records: data.map((one) => {
    const [own, text] = typeof one === 'string' ? [type, one] : one;
    return { name, type: own, ttl: 300, data: text };
  }),
  elapsed: 1,
  ...more,
});
