import { defined } from '../text/defined.ts';
import { sameName, withoutDot } from '../text/domainName.ts';
import { append } from '../text/lists.ts';
import type { Asked } from './commandLine.ts';
import type { DnsStatus } from './dnsStatus.ts';
import type { Answer, LookupTool, Query } from './lookup.ts';
import type { ToolLines } from './toolLines.ts';

/** What was found of one record. */
export interface Found {
  readonly name: string;
  readonly type: string;
  readonly data: string;
  readonly ttl?: number;
  readonly line: number;
  readonly endLine: number;
}

interface Head {
  readonly tool: LookupTool;
  readonly name: string;
  readonly type: string;
  readonly status: DnsStatus;
  readonly server?: string | undefined;
  readonly validated?: boolean | undefined;
  readonly extendedError?: string | undefined;
}

/** A query that lines `firstLine` to `endLine` (exclusive) tell of. */
export function makeQuery(
  lines: ToolLines,
  firstLine: number,
  endLine: number,
  head: Head,
  records: readonly Found[],
): Query {
  const start = lines.start(firstLine);
  const end = lines.end(Math.max(firstLine, endLine - 1));
  const name = withoutDot(head.name);
  const nameAt = name === '' ? -1 : findName(lines, firstLine, endLine, name);
  return {
    start,
    end,
    tool: head.tool,
    name,
    ...(nameAt === -1 ? {} : { nameSpan: { start: nameAt, end: nameAt + name.length } }),
    type: head.type,
    status: head.status,
    ...defined({ server: head.server, validated: head.validated, extendedError: head.extendedError }),
    answers: records.map(
      (record): Answer => ({
        start: lines.start(record.line),
        end: lines.end(record.endLine - 1),
        name: record.name === '.' ? '.' : withoutDot(record.name),
        type: record.type,
        data: record.data,
        ...defined({ ttl: record.ttl }),
      }),
    ),
  };
}

/** The name stands in the first lines of what is told about it, or nowhere. */
const NAME_WITHIN = 20;

function findName(lines: ToolLines, firstLine: number, endLine: number, name: string): number {
  const wanted = name.toLowerCase();
  for (let line = firstLine; line < Math.min(endLine, firstLine + NAME_WITHIN); line++) {
    const start = lines.start(line);
    const at = lines.text
      .slice(start, Math.min(lines.end(line), start + 1000))
      .toLowerCase()
      .indexOf(wanted);
    if (at !== -1) return start + at;
  }
  return -1;
}

/** The records that answer a question: of its type, at its name or at what its name is an alias for (RFC 1034 3.6.2). */
export function answering(records: readonly Found[], name: string, type: string): readonly Found[] {
  const names = new Set([withoutDot(name).toLowerCase()]);
  for (const record of records) {
    if (record.type === 'CNAME' && names.has(withoutDot(record.name).toLowerCase())) {
      names.add(withoutDot(record.data).toLowerCase());
    }
  }
  return records.filter(
    (record) => (type === 'ANY' || record.type === type) && names.has(withoutDot(record.name).toLowerCase()),
  );
}

/** Records in groups of one name and type, in the order in which each group begins. */
export function grouped(records: readonly Found[]): readonly (readonly Found[])[] {
  const groups = new Map<string, Found[]>();
  for (const record of records) {
    const key = `${withoutDot(record.name).toLowerCase()} ${record.type}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups.values()];
}

/** Bare records by the question that they answer: an alias and what it leads to are one answer. */
export function chains(
  records: readonly Found[],
  asked: readonly Asked[],
): readonly { readonly asked: Asked; readonly records: readonly Found[] }[] {
  const found: { asked: Asked; records: Found[] }[] = [];
  for (const group of grouped(records)) {
    const { name, type } = group[0] as Found;
    const last = found.at(-1);
    if (last !== undefined && isAliasOf(last.records.at(-1) as Found, name)) {
      append(last.records, group);
      last.asked = { name: last.asked.name, type };
    } else if (type === 'RRSIG' && last !== undefined && sameName(last.asked.name, name)) append(last.records, group);
    else found.push({ asked: { name, type }, records: [...group] });
  }
  // An alias that leads nowhere answers whatever was asked of its name.
  for (const chain of found) {
    if (chain.asked.type !== 'CNAME') continue;
    chain.asked = asked.find((one) => sameName(one.name, chain.asked.name) && one.type !== '') ?? chain.asked;
  }
  return found;
}

const isAliasOf = ({ type, data }: Found, name: string): boolean => type === 'CNAME' && sameName(data, name);

/** Signatures come with a record that was asked for with `+dnssec`; they answer no question of their own. */
export const withoutSignatures = (records: readonly Found[], { type }: Asked): readonly Found[] =>
  type === 'RRSIG' || type === 'ANY' || /XFR/.test(type) ? records : records.filter((one) => one.type !== 'RRSIG');
