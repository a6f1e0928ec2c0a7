import { loosePolicies } from '../../dns/loose/loosePolicies.ts';
import { looseRecords } from '../../dns/loose/looseRecords.ts';
import { readRecord } from '../../dns/records/readRecord.ts';
import { type RecordWord, recordWords } from '../../knowledge/dnsRecords.ts';
import { type Span, touches } from '../../text/span.ts';
import type { HoverText } from './hoverText.ts';
import { explain, mxHover, recordHover } from './recordHover.ts';

/** The record under the cursor that stands in a text without a tool around it: the term or tag, else the whole. */
export function looseHover(text: string, block: Span, offset: number): HoverText | undefined {
  const records = looseRecords(text, block.start, block.end);
  const found = records.find(({ span }) => span !== undefined && touches(span, offset));
  if (found?.span === undefined) return policyHover(text, block, offset);
  const { name, type, data, span, joined } = found;
  const answer = { ...span, name, type, data };
  if (type === 'MX')
    return mxHover(
      records.filter((one) => one.name === name && one.answer === found.answer),
      answer,
    );
  if (joined === undefined) return undefined;
  const record = readRecord(name, joined.text);
  return record && recordHover({ answer, record, joined }, offset);
}

/** The line of a policy under the cursor. */
function policyHover(text: string, block: Span, offset: number): HoverText | undefined {
  const policy = loosePolicies(text, block.start, block.end).find((span) => touches(span, offset));
  if (policy === undefined) return undefined;
  const start = Math.max(policy.start, text.lastIndexOf('\n', offset - 1) + 1);
  const feed = text.indexOf('\n', offset);
  const end = Math.min(policy.end, feed === -1 ? text.length : feed);
  const line = text.slice(start, end).trim();
  const [, key, value = ''] = /^([\w-]{1,32}):\s{0,20}(\S{0,300})/.exec(line) ?? [];
  const row = (recordWords.get(`policy ${key}`) ?? recordWords.get('policy')) as RecordWord;
  const meaning = row.values.get(value);
  return explain({ start, end }, line, row, meaning === undefined ? [] : [meaning]);
}
