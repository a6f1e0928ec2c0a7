import { looseRecords } from '../../dns/loose/looseRecords.ts';
import { readRecord } from '../../dns/records/readRecord.ts';
import { type Span, touches } from '../../text/span.ts';
import type { HoverText } from './hoverText.ts';
import { mxHover, recordHover } from './recordHover.ts';

/** The record under the cursor that stands in a text without a tool around it: the term or tag, else the whole. */
export function looseHover(text: string, block: Span, offset: number): HoverText | undefined {
  const records = looseRecords(text, block.start, block.end);
  const found = records.find(({ span }) => span !== undefined && touches(span, offset));
  if (found?.span === undefined) return undefined;
  const { name, type, data, span, joined } = found;
  const answer = { ...span, name, type, data };
  if (type === 'MX') {
    const answers = records.filter((one) => one.type === 'MX' && one.name === name && one.answer === found.answer);
    return mxHover(
      { ...answer, tool: 'dig', status: '?', answers: answers.map((one) => ({ ...span, ...one })) },
      answer,
    );
  }
  const record = joined === undefined ? undefined : readRecord(name, joined.text);
  return joined === undefined || record === undefined ? undefined : recordHover({ answer, record, joined }, offset);
}
