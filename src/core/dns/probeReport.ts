import type { Reading } from './dig.ts';
import { readStatus } from './dnsStatus.ts';
import type { Query } from './lookup.ts';
import { type Found, makeQuery } from './queryBuilder.ts';
import { readRecord } from './record.ts';
import type { ToolLines } from './toolLines.ts';

/** The head of the report that src/report writes about mail exchangers. */
const HEADING = /^# Mail exchangers of (\S{1,300}), asked of (\S{1,200}), \S/;
/** `* mx1.contoso.test AAAA: NOERROR, no record` */
const STATUS = /^\* (\S{1,300}) ([A-Z]{1,10}): ([A-Z][A-Z0-9]{1,20})\b/;

export const startsProbeReport = (line: string): boolean => HEADING.test(line.slice(0, 800));

/** Reads a report of ours again: records, and a line with the reply code where there was none. */
export function readProbeReport(lines: ToolLines, firstLine: number, endLine: number): Reading | undefined {
  const server = (HEADING.exec(lines.at(firstLine)) as RegExpExecArray)[2];
  const tool = 'mail-triage';
  const queries: Query[] = [];
  let group: Found[] = [];
  const flush = (): void => {
    const { name, type, line } = group[0] ?? {};
    if (name === undefined || type === undefined || line === undefined) return;
    const end = (group.at(-1) as Found).endLine;
    queries.push(makeQuery(lines, line, end, { tool, name, type, status: 'NOERROR', server }, group));
    group = [];
  };
  let line = firstLine + 1;
  while (line < endLine) {
    const text = lines.at(line);
    const status = STATUS.exec(text);
    const record = readRecord(lines, line, endLine);
    if (record !== undefined) {
      if (group[0] !== undefined && (group[0].name !== record.name || group[0].type !== record.type)) flush();
      group.push({ ...record, line });
    } else if (!text.startsWith('* ')) break;
    else if (status !== null) {
      flush();
      const [, name, type, code] = status as unknown as [string, string, string, string];
      queries.push(makeQuery(lines, line, line + 1, { tool, name, type, status: readStatus(code), server }, []));
    }
    line = record?.endLine ?? line + 1;
  }
  flush();
  return { tool, queries, endLine: line };
}
