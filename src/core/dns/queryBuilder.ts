import type { Lines } from '../text/lines.ts';
import type { Answer, Query } from './lookup.ts';
import { withoutDot } from './record.ts';

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
  readonly tool: string;
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly server?: string | undefined;
}

/** A query that lines `firstLine` to `endLine` (exclusive) tell of. */
export function makeQuery(
  lines: Lines,
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
    ...(head.server === undefined ? {} : { server: head.server }),
    answers: records.map(
      (record): Answer => ({
        start: lines.start(record.line),
        end: lines.end(record.endLine - 1),
        type: record.type,
        data: record.data,
        ...(record.ttl === undefined ? {} : { ttl: record.ttl }),
      }),
    ),
  };
}

/** The name stands in the first lines of what is told about it, or nowhere. */
const NAME_WITHIN = 20;

function findName(lines: Lines, firstLine: number, endLine: number, name: string): number {
  const wanted = name.toLowerCase();
  for (let line = firstLine; line < Math.min(endLine, firstLine + NAME_WITHIN); line++) {
    const at = lines.at(line).slice(0, 1000).toLowerCase().indexOf(wanted);
    if (at !== -1) return lines.start(line) + at;
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
