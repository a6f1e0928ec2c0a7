import { reportLine as line, oneWord, type ReportedFinding, readFinding } from '../text/finding.ts';
import type { Reading } from './dig.ts';
import { readStatus } from './dnsStatus.ts';
import type { Query } from './lookup.ts';
import { type Found, makeQuery } from './queryBuilder.ts';
import { readRecord } from './record.ts';
import type { ToolLines } from './toolLines.ts';

/**
 * The report of a check as text: its writer and its reader. A heading, then sections of records as zone files write
 * them, answers without a record (`* name TYPE: STATUS`), and findings, each a line with what belongs to it indented
 * behind it. What stands in a line is plain text, so nothing from the network can begin one.
 */

export const checkHeading = (name: string, server: string, utc: string): string =>
  line(`# Check of ${oneWord(name)}, asked of ${oneWord(server)}, ${utc}`);

export const sectionHeading = (title: string): string => line(`## ${title}`);

/** `# 1 fail, 2 warnings; 42 questions in 0.8 s`, which ends the report. */
export const checkEnd = (text: string): string => line(`# ${text}`);

export const writeRecord = (name: string, ttl: number, type: string, data: string): string =>
  line(`${name}.  ${ttl}  IN  ${type}  ${data}`);

export const writeStatus = (name: string, type: string, status: string): string =>
  line(`* ${oneWord(name)} ${type}: ${status}`);

/** A name of 255 octets has up to four characters for each. */
const HEADING = /^# Check of (\S{1,1020}), asked of (\S{1,1020}), \S/;
const SECTION = /^## \S/;
const END = /^# \d{1,9} fail/;
const STATUS = /^\* (\S{1,1020}) ([A-Z]{1,10}): ([A-Z][A-Z0-9-]{1,20})\b/;

export const startsCheckReport = (text: string): boolean => HEADING.test(text.slice(0, 2500));

/** A report read again, with the findings that it was written from. */
export function readCheckReport(
  lines: ToolLines,
  firstLine: number,
  endLine: number,
): Reading & { readonly findings: readonly ReportedFinding[] } {
  const server = HEADING.exec(lines.at(firstLine))?.[2];
  const tool = 'mail-triage';
  const queries: Query[] = [];
  const findings: ReportedFinding[] = [];
  let group: Found[] = [];
  const flush = (): void => {
    const { name, type, line } = group[0] ?? {};
    const last = group.at(-1);
    if (name !== undefined && type !== undefined && line !== undefined && last !== undefined) {
      queries.push(makeQuery(lines, line, last.endLine, { tool, name, type, status: 'NOERROR', server }, group));
    }
    group = [];
  };
  let at = firstLine + 1;
  for (; at < endLine; at++) {
    const text = lines.at(at);
    const record = readRecord(lines, at, endLine);
    if (record !== undefined) {
      if (group[0] !== undefined && (group[0].name !== record.name || group[0].type !== record.type)) flush();
      group.push({ ...record, line: at });
      at = record.endLine - 1;
      continue;
    }
    flush();
    const [, name, type, code] = STATUS.exec(text) ?? [];
    const finding = readFinding(lines, at, endLine);
    if (name !== undefined && type !== undefined && code !== undefined) {
      queries.push(makeQuery(lines, at, at + 1, { tool, name, type, status: readStatus(code), server }, []));
    } else if (finding !== undefined) {
      findings.push(finding.finding);
      at = finding.endLine - 1;
    } else if (!SECTION.test(text) && !text.startsWith('* ')) {
      if (END.test(text)) at++;
      break;
    }
  }
  flush();
  return { tool, queries, findings, endLine: at };
}
