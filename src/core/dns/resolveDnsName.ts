import { withoutDot } from '../text/domainName.ts';
import type { Asked, DnsCommand } from './commandLine.ts';
import { PATIENCE, type Reading } from './dig.ts';
import type { Query } from './lookup.ts';
import { answering, chains, type Found, makeQuery } from './queryBuilder.ts';
import { isType, type Properties, recordData } from './resolveDnsNameData.ts';
import { isErrorLine, readError, readErrorId, startsError } from './resolveDnsNameError.ts';
import type { ToolLines } from './toolLines.ts';

/** The heading of a table; the columns behind the fourth depend on the type. */
const HEADING = /^Name {1,80}Type {1,10}TTL {1,10}Section {1,20}(\S.{0,200})$/;
const RULE = /^-{4,80}(?: {1,80}-{3,20}){3,10}$/;
const PROPERTY = /^([A-Za-z][A-Za-z0-9]{1,30}) {0,30}: ?(.{0,4000})$/;
const MOST_PROPERTIES = 40;

interface Record extends Found {
  readonly section: string;
}

export function startsResolveDnsName(lines: ToolLines, line: number): boolean {
  const text = lines.at(line);
  if (startsError(text)) return true;
  if (HEADING.test(text)) return RULE.test(lines.at(line + 1));
  return /^Name {1,30}: \S/.test(text) && /^(?:Query)?Type {1,30}: [A-Z]/.test(lines.at(line + 1));
}

/** Output of PowerShell's Resolve-DnsName: tables, lists of properties, errors. */
export function readResolveDnsName(
  lines: ToolLines,
  firstLine: number,
  endLine: number,
  command: DnsCommand | undefined,
): Reading | undefined {
  const records: Record[] = [];
  const failures: Query[] = [];
  let heading: string | undefined;
  let blank = 0;
  let line = firstLine;
  let last = firstLine;
  while (line < endLine && blank <= 3) {
    const text = lines.at(line);
    const begun = line;
    const heads = HEADING.exec(text);
    if (records.length + failures.length === 0 && line - firstLine > PATIENCE) break;
    if (text === '') {
      blank++;
      line++;
      continue;
    }
    if (heads !== null && RULE.test(lines.at(line + 1))) {
      heading = text;
      line += 2;
    } else if (startsError(text)) {
      const error = readError(text);
      const id = readErrorId(lines, line, endLine);
      line = id?.endLine ?? line + 1;
      while (line < endLine && line - begun < 12 && isErrorLine(lines.at(line))) line++;
      const asked = command?.asked[0];
      const head = {
        tool: 'resolve-dnsname',
        name: error.name,
        type: asked?.type || typeInError(lines, begun, line) || '?',
        server: command?.server,
      } as const;
      failures.push(makeQuery(lines, begun, line, { ...head, status: id?.status ?? error.status }, []));
    } else {
      const read =
        readList(lines, line, endLine) ?? (heading === undefined ? undefined : readRow(lines, heading, line, endLine));
      if (read === undefined) break;
      records.push(read);
      line = read.endLine;
    }
    blank = 0;
    last = line;
  }
  const queries = [...queriesOf(lines, firstLine, last, records, command), ...failures];
  return queries.length === 0 ? undefined : { tool: 'resolve-dnsname', queries, endLine: last };
}

/** The type in the line of a script that an error shows. */
function typeInError(lines: ToolLines, first: number, end: number): string | undefined {
  for (let line = first; line < end; line++) {
    const type = /\bResolve-DnsName\b.{0,200} -Type ['"]?([A-Z]{1,10})\b/i.exec(lines.at(line))?.[1]?.toUpperCase();
    if (type !== undefined && isType(type)) return type;
  }
  return undefined;
}

function queriesOf(
  lines: ToolLines,
  firstLine: number,
  endLine: number,
  records: readonly Record[],
  command: DnsCommand | undefined,
): readonly Query[] {
  const answers = records.filter((one) => one.section === 'Answer');
  const head = { tool: 'resolve-dnsname', status: 'NOERROR', server: command?.server } as const;
  const make = (asked: Asked, found: readonly Found[]): Query =>
    makeQuery(lines, firstLine, endLine, { ...head, ...asked }, found);
  const asked = command?.asked[0];
  if (records.length === 0) return [];
  // Only an SOA of the zone comes where there is no such record (RFC 2308 2.2).
  if (answers.length === 0) return [make(asked ?? { name: '', type: '?' }, [])];
  if (asked !== undefined && asked.type !== '') {
    const wanted = answering(answers, asked.name, asked.type);
    return [make(asked, wanted.length > 0 ? wanted : answers)];
  }
  const addresses = answers.filter((one) => one.type === 'A' || one.type === 'AAAA');
  const name = asked?.name ?? (answers[0] as Record).name;
  if (addresses.length > 0) {
    return ['AAAA', 'A']
      .map((type) =>
        make(
          { name, type },
          addresses.filter((one) => one.type === type),
        ),
      )
      .filter((query) => query.answers.length > 0);
  }
  return chains(answers, []).map((chain) => make(chain.asked, chain.records));
}

/** `Name : contoso.test`, a property a line, wrapped values indented below their own. */
function readList(lines: ToolLines, firstLine: number, endLine: number): Record | undefined {
  if (!/^Name {0,30}: /.test(lines.at(firstLine))) return undefined;
  const properties = new Map<string, string>();
  let last = '';
  let line = firstLine;
  for (; line < Math.min(endLine, firstLine + MOST_PROPERTIES); line++) {
    const text = lines.at(line);
    const match = PROPERTY.exec(text);
    if (match !== null && !(line > firstLine && match[1] === 'Name')) {
      last = (match[1] as string).toLowerCase();
      properties.set(last, match[2] as string);
    } else if (last !== '' && /^ {6,40}\S/.test(text)) {
      properties.set(last, `${properties.get(last)}${text.trim()}`);
    } else break;
  }
  const type = (properties.get('querytype') ?? properties.get('type') ?? '').trim();
  if (!isType(type)) return undefined;
  const ttl = Number(properties.get('ttl') ?? 'NaN');
  return {
    name: withoutDot((properties.get('name') ?? '').trim()),
    type,
    ...(Number.isInteger(ttl) ? { ttl } : {}),
    section: properties.get('section')?.trim() || 'Answer',
    data: recordData(type, properties),
    line: firstLine,
    endLine: line,
  };
}

/** Lines of one row that Format-Table wraps. */
const MOST_WRAPPED = 60;

/** A row of a table; the last column reaches to the end of the line, and may go on below its own beginning. */
function readRow(lines: ToolLines, heading: string, line: number, endLine: number): Record | undefined {
  let text = lines.at(line);
  let next = line + 1;
  const column = heading.search(/\S{1,200}$/);
  const goesOn = new RegExp(`^ {${Math.max(20, Math.min(column - 2, 150))},250}\\S`);
  for (; next < Math.min(endLine, line + MOST_WRAPPED) && goesOn.test(lines.at(next)); next++) {
    text = joinedRow(text, lines.at(next).trim());
  }
  const match =
    /^(\S{1,300}) {1,80}([A-Za-z0-9_]{1,16}) {1,10}(\d{1,10}) {1,10}([A-Z][a-z]{1,20})(?: {1,20}(\S.{0,4000}))?$/.exec(
      text,
    );
  const type = match?.[2] ?? '';
  if (match === null || !isType(type)) return undefined;
  const names = heading.split(/ {1,80}/).slice(4);
  const values = (match[5] ?? '').split(/ {1,80}/);
  const properties = new Map<string, string>();
  for (const [i, name] of names.entries()) {
    properties.set(name.toLowerCase(), (i === names.length - 1 ? values.slice(i).join(' ') : values[i]) ?? '');
  }
  return {
    name: withoutDot(match[1] as string),
    type,
    ttl: Number(match[3]),
    section: match[4] as string,
    data: recordData(type, properties as Properties),
    line,
    endLine: next,
  };
}

/** A word is broken only where it is longer than the column, as the base64 of a key. */
const joinedRow = (text: string, more: string): string =>
  /[A-Za-z0-9+/=]{30}$/.test(text) && /^[A-Za-z0-9+/=]{20}/.test(more) ? text + more : `${text} ${more}`;
