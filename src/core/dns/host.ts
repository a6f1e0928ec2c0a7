import type { Lines } from '../text/lines.ts';
import type { DnsCommand } from './commandLine.ts';
import type { Reading } from './dig.ts';
import type { Query } from './lookup.ts';
import { type Found, grouped, makeQuery } from './queryBuilder.ts';
import { lineAt, sameName } from './record.ts';

/** The sentences that host prints, and the type that each is about. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^(\S{1,300}) has address (\d[\d.]{6,15})$/, 'A'],
  [/^(\S{1,300}) has IPv6 address ([0-9a-fA-F:.]{2,45})$/, 'AAAA'],
  [/^(\S{1,300}) mail is handled by (\d{1,5} \S{1,300})$/, 'MX'],
  [/^(\S{1,300}) descriptive text (".*")$/, 'TXT'],
  [/^(\S{1,300}) is an alias for (\S{1,300}\.)$/, 'CNAME'],
  [/^(\S{1,300}) domain name pointer (\S{1,300}\.)$/, 'PTR'],
  [/^(\S{1,300}) name server (\S{1,300}\.)$/, 'NS'],
  [/^(\S{1,300}) has SOA record (\S{1,300} \S{1,300}(?: \d{1,10}){5})$/, 'SOA'],
  [/^(\S{1,300}) has SRV record (\d{1,5} \d{1,5} \d{1,5} \S{1,300})$/, 'SRV'],
  [/^(\S{1,300}) has CAA record (\d{1,3} \S.{1,300})$/, 'CAA'],
];

const NOT_FOUND = /^Host (\S{1,300}) not found: \d{1,5}\((\w{1,20})\)$/;
const NO_RECORD = /^(\S{1,300}) has no ([A-Z]{1,10}) record$/;
const SILENT = /^;; (?:connection timed out; no servers could be reached|communications error to \S{1,300}: .{1,100})$/;

export const startsHost = (line: string): boolean =>
  line.length < 70_000 &&
  (NOT_FOUND.test(line) ||
    NO_RECORD.test(line) ||
    line === 'Using domain server:' ||
    SENTENCES.some(([sentence]) => sentence.test(line)));

/** Output of host: a sentence a record. */
export function readHost(
  lines: Lines,
  firstLine: number,
  endLine: number,
  command: DnsCommand | undefined,
): Reading | undefined {
  const found: Found[] = [];
  const others: Query[] = [];
  let server: string | undefined;
  let line = firstLine;
  for (; line < endLine; line++) {
    const text = lineAt(lines, line).trimEnd();
    const record = readSentence(text, line);
    const missing = NOT_FOUND.exec(text);
    const none = NO_RECORD.exec(text);
    if (record !== undefined) found.push(record);
    else if (missing !== null) {
      const name = missing[1] as string;
      const reverse = /\.(?:in-addr|ip6)\.arpa\.?$/i.test(name);
      const asked = command?.asked.find((one) => sameName(one.name, name))?.type;
      add(name, asked || (reverse ? 'PTR' : '?'), missing[2] as string);
    } else if (none !== null) add(none[1] as string, none[2] as string, 'NOERROR');
    else if (SILENT.test(text)) {
      // Said once more where the first try had failed as well.
      const status = text.includes('refused') ? 'CONNECTION-REFUSED' : 'TIMEOUT';
      if (others.length === 0) for (const one of command?.asked ?? []) add(one.name, one.type || '?', status);
    } else if (text === 'Using domain server:') server = undefined;
    else if (/^Address: \S{1,100}$/.test(text)) server = text.slice(9).replace(/#\d{1,5}$/, '');
    else if (
      !/^(?:Name: \S{1,300}|Aliases:\s{0,5})$/.test(text) &&
      !(text === '' && server !== undefined && found.length + others.length === 0)
    )
      break;
  }
  const queries = [...fromRecords(), ...others].sort((a, b) => a.start - b.start);
  return queries.length === 0 ? undefined : { tool: 'host', queries, endLine: line };

  function add(name: string, type: string, status: string): void {
    others.push(makeQuery(lines, line, line + 1, { tool: 'host', name, type, status, server }, []));
  }

  function fromRecords(): readonly Query[] {
    return grouped(found).map((group) => {
      const { name, type, line: first } = group[0] as Found;
      const last = (group.at(-1) as Found).endLine;
      return makeQuery(lines, first, last, { tool: 'host', name, type, status: 'NOERROR', server }, group);
    });
  }
}

function readSentence(text: string, line: number): Found | undefined {
  for (const [sentence, type] of SENTENCES) {
    const match = sentence.exec(text);
    if (match !== null) return { name: match[1] as string, type, data: match[2] as string, line, endLine: line + 1 };
  }
  return undefined;
}
