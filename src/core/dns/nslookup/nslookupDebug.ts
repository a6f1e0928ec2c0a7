import { defined } from '../../text/defined.ts';
import { withoutDot } from '../../text/domainName.ts';
import type { Asked } from '../commandLine.ts';
import { type DnsStatus, readStatus } from '../dnsStatus.ts';
import type { Found } from '../queryBuilder.ts';
import type { ToolLines } from '../toolLines.ts';
import { readNslookupRecord } from './nslookupRecord.ts';

/** The dashes above and below each block. */
export const DASHES = /^\s{0,5}-{10,14}$/;
/** Lines in which nothing of a message stands; behind them the next row of dashes is of something else. */
const MOST_STRANGE = 400;

/** One message as `set debug` prints it. */
export interface DebugBlock {
  readonly asked?: Asked;
  /** The response code, which the Windows tool prints. */
  readonly status?: DnsStatus;
  readonly records: readonly Found[];
  /** What `set d2` prints of the query that is sent. */
  readonly sent: boolean;
  readonly endLine: number;
}

/** The block whose first row of dashes is line `line`; undefined where no second row follows. */
export function readDebugBlock(lines: ToolLines, line: number, endLine: number): DebugBlock | undefined {
  let asked: Asked | undefined;
  let status: DnsStatus | undefined;
  let section = '';
  let sent = false;
  let known = line;
  const records: Found[] = [];
  for (let next = line + 1; next < endLine && next - known < MOST_STRANGE; ) {
    const text = lines.at(next);
    if (DASHES.test(text)) {
      return { ...defined({ asked, status }), records, sent, endLine: next + 1 };
    }
    const heading = /^\s{0,20}([A-Z]{1,20})(?: RECORDS)?:$/.exec(text);
    const question = /^\s{0,40}(\S{1,300}), type = (\w{1,15}), class = IN\b/.exec(text);
    const code = /\brcode = ([A-Z]{3,12})\b/.exec(text);
    if (heading !== null) section = heading[1] as string;
    else if (question !== null)
      asked ??= { name: withoutDot(question[1] as string), type: (question[2] as string).toUpperCase() };
    else if (code !== null) status = readStatus(code[1] as string);
    else if (/^\s{0,5}SendRequest\(\)/.test(text)) sent = true;
    const record = section !== '' && heading === null ? readNslookupRecord(lines, next, endLine) : undefined;
    if (record !== undefined && section === 'ANSWERS') records.push(record);
    if (record !== undefined || heading !== null) known = next;
    next = record?.endLine ?? next + 1;
  }
  return undefined;
}
