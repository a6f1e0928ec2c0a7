import { withoutDot } from '../text/domainName.ts';
import type { Reading } from './dig.ts';
import { type Found, grouped, makeQuery } from './queryBuilder.ts';
import { gatherData, readTtl } from './record.ts';
import { fitsType, isMeantAs } from './recordShape.ts';
import { TYPES } from './recordTypes.ts';
import type { ToolLines } from './toolLines.ts';

/** Lines in front of the first record. */
const MOST_LINES = 2000;
const MOST_STRANGE = 2;

const DIRECTIVE = /^\$(ORIGIN|TTL|INCLUDE)\s{1,40}(\S{1,300})/;
const RECORD =
  /^(\S{1,255})?\s{1,80}((?:(?:\d[\dsmhdwSMHDW]{0,9}|IN|CH|HS)\s{1,80}){0,2})([A-Z][A-Z0-9]{0,15})\s{1,80}(\S.*)$/;
/** Types whose data ends with a name. */
const NAMING: ReadonlySet<string> = new Set(['MX', 'CNAME', 'NS', 'SRV', 'PTR', 'DNAME']);

/** A directive, or a record at `@`, or one with its class whose name is relative (RFC 1035 5.1). */
export function startsZone(lines: ToolLines, line: number): boolean {
  const text = lines.at(line);
  const first = text.charCodeAt(0);
  if (first === 36) return DIRECTIVE.test(text);
  const record = readLine(lines, line, line + 1, '');
  if (record === undefined || record.owner === '') return false;
  return first === 64 || (record.hasClass && !record.owner.endsWith('.'));
}

interface ZoneLine {
  readonly owner: string;
  readonly hasClass: boolean;
  readonly ttl: number | undefined;
  readonly type: string;
  readonly data: string;
  readonly next: number;
}

function readLine(lines: ToolLines, line: number, endLine: number, above: string): ZoneLine | undefined {
  const match = RECORD.exec(lines.at(line));
  if (match === null) return undefined;
  const [, owner = above, middle = '', type = '', rest = ''] = match;
  if (!TYPES.has(type) || owner.startsWith(';')) return undefined;
  const { data, next } = gatherData(lines, line, endLine, rest);
  const text = /^(?:TXT|SPF)$/.test(type) && !data.startsWith('"') ? `"${data.replace(/["\\]/g, '\\$&')}"` : data;
  // What stands in parentheses may go on behind the lines that were looked at.
  const isMeant = /IN/.test(middle) && isMeantAs(type, text);
  if (!fitsType(type, text) && !isMeant && !rest.includes('(')) return undefined;
  const ttl = /\d\S*/.exec(middle)?.[0];
  return {
    owner,
    hasClass: /\b(?:IN|CH|HS)\b/.test(middle),
    ttl: ttl === undefined ? undefined : readTtl(ttl.toLowerCase()),
    type,
    data: text,
    next,
  };
}

/** A zone file, or a part of one: its records by name and type, relative names with the origin as far as it is told. */
export function readZone(lines: ToolLines, firstLine: number, endLine: number): Reading | undefined {
  const found: Found[] = [];
  let origin = '';
  let owner = '@';
  let strange = 0;
  let last = firstLine;
  let line = firstLine;
  while (line < endLine && (found.length > 0 || line - firstLine < MOST_LINES) && strange <= MOST_STRANGE) {
    const text = lines.at(line);
    const directive = DIRECTIVE.exec(text);
    const record = directive === null ? readLine(lines, line, endLine, owner) : undefined;
    const begun = line++;
    if (record !== undefined) {
      owner = record.owner;
      const { type, ttl, next } = record;
      const data = NAMING.has(type) ? record.data.replace(/\S{1,300}$/, (name) => target(name, origin)) : record.data;
      found.push({
        name: absolute(owner, origin),
        type,
        data,
        ...(ttl !== undefined && { ttl }),
        line: begun,
        endLine: next,
      });
      line = next;
    } else if (directive !== null) {
      if (directive[1] === 'ORIGIN') origin = withoutDot(absolute(directive[2] as string, origin));
    } else if (text.trim() === '') strange++;
    else if (!/^\s{0,80};/.test(text)) break;
    if (text.trim() !== '') {
      strange = 0;
      last = line;
    }
  }
  if (found.length === 0) return undefined;
  const queries = grouped(found).map((records) => {
    const { name, type, line: begun } = records[0] as Found;
    const end = (records.at(-1) as Found).endLine;
    return makeQuery(lines, begun, end, { tool: 'zone', name, type, status: '?' }, records);
  });
  return { tool: 'zone', queries: queries.toSorted((a, b) => a.start - b.start), endLine: last };
}

function absolute(name: string, origin: string): string {
  if (name.endsWith('.') || origin === '') return name;
  return name === '@' ? origin : `${name}.${origin}`;
}

/** A name in data; without an origin a relative one stays as it is. */
function target(name: string, origin: string): string {
  // An address is told as the mistake that it is.
  if (name.endsWith('.') || origin === '' || fitsType('A', name)) return name;
  return `${absolute(name, origin)}.`;
}
