import type { Reading } from './dig.ts';
import { readStatus } from './dnsStatus.ts';
import { type Found, makeQuery } from './queryBuilder.ts';
import { readRecord } from './record.ts';
import type { ToolLines } from './toolLines.ts';

/** A message as dnspython writes it, which the dig of Google's toolbox shows: `id 7`, `opcode QUERY`, `rcode NOERROR`, sections. */
const HEAD = /^id \d{1,5}$/;
const QUESTION = /^(\S{1,300}?)\.? (?:IN|CH|HS) ([A-Z][A-Z0-9]{0,15})$/;
/** Lines in front of the first section. */
const MOST_LINES = 300;

export const startsMessageText = (lines: ToolLines, line: number): boolean =>
  HEAD.test(lines.at(line)) && /^opcode [A-Z]{4,8}$/.test(lines.at(line + 1));

export function readMessageText(lines: ToolLines, firstLine: number, endLine: number): Reading | undefined {
  let status = '';
  let asked: { name: string; type: string } | undefined;
  let section = '';
  const answers: Found[] = [];
  let line = firstLine;
  for (; line < endLine && (section !== '' || line - firstLine < MOST_LINES); line++) {
    const text = lines.at(line);
    const mark = /^;([A-Z]{4,12})$/.exec(text)?.[1];
    if (mark !== undefined) section = mark;
    else if (section === '') {
      const rcode = /^rcode ([A-Z0-9]{4,12})$/.exec(text)?.[1];
      if (rcode !== undefined) status = rcode;
      else if (!/^(?:id|opcode|flags|edns|eflags|payload|option)\b/.test(text)) break;
    } else if (section === 'QUESTION') {
      const [, name, type] = QUESTION.exec(text) ?? [];
      if (name === undefined || type === undefined) break;
      asked = { name, type };
    } else {
      const record = readRecord(lines, line, endLine);
      if (record === undefined) break;
      if (section === 'ANSWER') answers.push({ ...record, line });
      line = record.endLine - 1;
    }
  }
  if (asked === undefined || status === '') return undefined;
  const head = { tool: 'dig', ...asked, status: readStatus(status) } as const;
  return { tool: 'dig', queries: [makeQuery(lines, firstLine, line, head, answers)], endLine: line };
}
