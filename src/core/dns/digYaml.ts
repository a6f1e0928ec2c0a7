import { withoutDot } from '../text/domainName.ts';
import type { DnsCommand } from './commandLine.ts';
import type { Reading } from './dig.ts';
import { type DnsStatus, readStatus } from './dnsStatus.ts';
import type { LookupTool, Query } from './lookup.ts';
import { chains, type Found, makeQuery } from './queryBuilder.ts';
import type { ToolLines } from './toolLines.ts';

const DOCUMENT = /^(?:-?\s{1,5}type: (?:MESSAGE|DIG_ERROR)|type: DELV_RESULT)$/;
const KEY = /^(?:\s{0,20}|\s{1,20}-\s{1,5})([A-Za-z_]{1,40}):\s{0,5}(.{0,300})$/;
const RECORD = /^\s{1,20}-\s{1,5}'?(\S{1,300}) (?:(\d{1,10}) )?(?:IN|CH|HS) ([A-Z0-9-]{1,16})(?: (.*?))?'?$/;

/** The line that names the type of a document: the dash may have one of its own (BIND 9, bin/dig/dig.c). */
const typeLine = (lines: ToolLines, line: number): number => (lines.at(line) === '-' ? line + 1 : line);

export function startsYaml(lines: ToolLines, line: number): boolean {
  const at = typeLine(lines, line);
  return DOCUMENT.test(lines.at(at)) && /^\s{0,10}(?:message|query_name):/.test(lines.at(at + 1));
}

/** `dig +yaml` and `delv +yaml`: the few keys that matter, by their lines. */
export function readDigYaml(
  lines: ToolLines,
  firstLine: number,
  endLine: number,
  command: DnsCommand | undefined,
): Reading | undefined {
  const queries: Query[] = [];
  let line = firstLine;
  let tool: LookupTool = 'dig';
  while (line < endLine && startsYaml(lines, line)) {
    const isDelv = lines.at(line).startsWith('type: DELV');
    if (isDelv) tool = 'delv';
    const document = readDocument(lines, line, endLine);
    const wanted = command?.asked[queries.length];
    const asked = document.question ?? wanted ?? { name: document.name, type: document.records[0]?.type ?? '?' };
    const { status, server, validated, records, end } = document;
    const type = isDelv ? (wanted?.type ?? chains(records, [])[0]?.asked.type ?? '?') : asked.type;
    const answers = records.filter((one) => one.type !== 'RRSIG' || type === 'RRSIG');
    queries.push(makeQuery(lines, line, end, { tool, name: asked.name, type, status, server, validated }, answers));
    line = end;
  }
  return queries.length === 0 ? undefined : { tool, queries, endLine: line };
}

interface Document {
  name: string;
  question?: { readonly name: string; readonly type: string };
  status: DnsStatus;
  server?: string;
  validated?: boolean;
  readonly records: Found[];
  end: number;
}

function readDocument(lines: ToolLines, firstLine: number, endLine: number): Document {
  const document: Document = { name: '', status: '?', records: [], end: firstLine + 1 };
  const head = typeLine(lines, firstLine);
  if (lines.at(head).endsWith('DIG_ERROR')) document.status = 'TIMEOUT';
  let section = '';
  let line = head + 1;
  for (; line < endLine; line++) {
    const text = lines.at(line);
    const item = RECORD.exec(text);
    const key = item === null ? KEY.exec(text) : null;
    if (item !== null) {
      const [, name, ttl, type, written] = item as unknown as [string, string, string?, string?, string?];
      const found = { name: withoutDot(name), type: type as string };
      if (section === 'QUESTION_SECTION') document.question = found;
      else if ((section === 'ANSWER_SECTION' || section === 'records') && written !== undefined) {
        const data = written.replaceAll("''", "'");
        document.records.push({
          ...found,
          data,
          ...(ttl !== undefined && { ttl: Number(ttl) }),
          line,
          endLine: line + 1,
        });
      }
    } else if (key === null) {
      // The message of an error is a block of text.
      if (!/^\s{2,20}\S/.test(text) || section !== 'message') break;
      if (/refused/.test(text)) document.status = 'CONNECTION-REFUSED';
    } else if (/^(?:-\s{1,5})?type:/.test(text)) break;
    else readKey(key[1] as string, (key[2] as string).trim());
  }
  document.end = line;
  return document;

  function readKey(key: string, value: string): void {
    if (key === 'status') document.status = STATUSES.get(value) ?? readStatus(value);
    else if (key === 'response_address') document.server = value.replaceAll('"', '');
    else if (key === 'query_name') document.name = withoutDot(value);
    else if (key === 'flags' && section === '') document.validated = / ad\b/.test(value);
    else if (key === 'fully_validated') document.validated = true;
    if (key.endsWith('_SECTION') || key === 'records' || key === 'message') section = key;
    if (key === 'response_message_data') section = '';
  }
}

/** delv's words; what resolved is no error (RFC 2308 2.1, 2.2). */
const STATUSES: ReadonlyMap<string, DnsStatus> = new Map<string, DnsStatus>([
  ['success', 'NOERROR'],
  ['ncache nxdomain', 'NXDOMAIN'],
  ['ncache nxrrset', 'NOERROR'],
  ['timed out', 'TIMEOUT'],
  ['broken trust chain', 'BOGUS'],
  ['no valid RRSIG', 'BOGUS'],
  ['no valid signature found', 'BOGUS'],
  ['insecurity proof failed', 'BOGUS'],
  ['failure', 'SERVFAIL'],
  ['SERVFAIL', 'SERVFAIL'],
  ['REFUSED', 'REFUSED'],
  ['connection refused', 'CONNECTION-REFUSED'],
  ['network unreachable', 'UNREACHABLE'],
  ['host unreachable', 'UNREACHABLE'],
]);

/** What delv's word for the outcome of a resolution is as a status; undefined for a word that is not known. */
export const delvStatus = (words: string): DnsStatus | undefined =>
  STATUSES.get(words) ?? (/^(?:no valid [A-Z]{2,6}|RRSIG .{1,40})$/.test(words) ? 'BOGUS' : undefined);
