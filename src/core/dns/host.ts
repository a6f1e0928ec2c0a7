import { sameName } from '../text/domainName.ts';
import type { DnsCommand } from './commandLine.ts';
import type { Reading } from './dig.ts';
import { readDigComment } from './digComment.ts';
import { type DnsStatus, readStatus } from './dnsStatus.ts';
import type { Query } from './lookup.ts';
import { chains, type Found, makeQuery } from './queryBuilder.ts';
import type { ToolLines } from './toolLines.ts';

/** The sentences that host and unbound-host print, and the type that each is about. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^(\S{1,300}) has address (\d[\d.]{6,15})$/, 'A'],
  [/^(\S{1,300}) has IPv6 address ([0-9a-fA-F:.]{2,45})$/, 'AAAA'],
  [/^(\S{1,300}) mail is handled by (\d{1,5} \S{1,300})$/, 'MX'],
  [/^(\S{1,300}) descriptive text (".*")$/, 'TXT'],
  [/^(\S{1,300}) is an alias for (\S{1,300}\.)$/, 'CNAME'],
  [/^(\S{1,300}) domain name pointer (\S{1,300}\.)$/, 'PTR'],
  [/^(\S{1,300}) name server (\S{1,300}\.)$/, 'NS'],
];
/** Types without a sentence of their own: `contoso.test has SRV record 0 1 587 mx1.contoso.test.` */
const GENERIC = /^(\S{1,300}) has ([A-Z][A-Z0-9]{0,15}) record (\S.*)$/;
const NOT_FOUND = /^Host (\S{1,300}) not found: \d{1,5}\((\w{1,20})\)(\.?)$/;
const NO_RECORD = /^(\S{1,300}) has no (?:([A-Z][A-Z0-9]{0,15}) record|(address|IPv6 address|mail handler record))$/;
/** unbound-host's own words for a type that is missing. */
const MISSING: ReadonlyMap<string, string> = new Map([
  ['address', 'A'],
  ['IPv6 address', 'AAAA'],
  ['mail handler record', 'MX'],
]);
/** What `unbound-host -v` says of the signatures. */
const SECURITY = / \((secure|insecure|BOGUS \(security failure\))\)$/;
const VALIDATION = /^validation failure <(\S{1,300}) ([A-Z0-9]{1,16}) IN>: /;

export function startsHost(line: string): boolean {
  const text = line.replace(SECURITY, '');
  return (
    NOT_FOUND.test(text) ||
    NO_RECORD.test(text) ||
    VALIDATION.test(text) ||
    text === 'Using domain server:' ||
    readSentence(text, 0) !== undefined
  );
}

/** Output of host and unbound-host: a sentence a record. */
export function readHost(
  lines: ToolLines,
  firstLine: number,
  endLine: number,
  command: DnsCommand | undefined,
): Reading | undefined {
  const found: Found[] = [];
  const others: Query[] = [];
  const bogus = new Set<string>();
  const validated = new Map<string, boolean>();
  let tool = command?.tool ?? 'host';
  let server: string | undefined;
  let silence: DnsStatus | undefined;
  let line = firstLine;
  for (; line < endLine; line++) {
    const whole = lines.at(line);
    const security = SECURITY.exec(whole)?.[1];
    const text = security === undefined ? whole : whole.replace(SECURITY, '');
    if (security !== undefined) tool = 'unbound-host';
    if (!take(text, security)) break;
  }
  // Said again for each try and each server.
  if (silence !== undefined && found.length + others.length === 0) {
    const asked = command?.asked ?? [];
    for (const one of asked.length > 0 ? asked : [{ name: '', type: '?' }]) {
      add(one.name, one.type || '?', silence, firstLine, line);
    }
  }
  const queries = [...fromRecords(), ...others].sort((a, b) => a.start - b.start);
  return queries.length === 0 ? undefined : { tool, queries, endLine: line };

  function take(text: string, security: string | undefined): boolean {
    const record = readSentence(text, line);
    const missing = NOT_FOUND.exec(text);
    const none = NO_RECORD.exec(text);
    const failed = VALIDATION.exec(text);
    const comment = text.startsWith(';;') ? readDigComment(text) : undefined;
    if (record !== undefined) {
      found.push(record);
      note(record.name, record.type, security);
    } else if (missing !== null) {
      const name = missing[1] as string;
      const reverse = /\.(?:in-addr|ip6)\.arpa\.?$/i.test(name);
      const asked = command?.asked.find((one) => sameName(one.name, name))?.type;
      if (missing[3] === '.') tool = 'unbound-host';
      const last = others.at(-1);
      // unbound-host says it for each type that it asks for.
      const status = readStatus(missing[2] as string);
      if (last?.name !== name || last.status !== status) {
        add(name, asked || (reverse ? 'PTR' : '?'), status, line, line + 1, security);
      }
    } else if (none !== null) {
      const type = none[2] ?? MISSING.get(none[3] as string) ?? '?';
      add(none[1] as string, type, 'NOERROR', line, line + 1, security);
    } else if (failed !== null) {
      tool = 'unbound-host';
      const [, name, type] = failed as unknown as [string, string, string];
      bogus.add(keyOf(name, type));
      if (!found.some((one) => sameName(one.name, name) && one.type === type)) add(name, type, 'BOGUS', line, line + 1);
    } else if (comment?.kind === 'failure' || comment?.kind === 'silence') {
      silence ??= comment.kind === 'failure' ? comment.status : 'TIMEOUT';
      if (comment.kind === 'failure') server ??= comment.server;
    } else if (text === 'Using domain server:') server = undefined;
    else if (/^Address: \S{1,100}$/.test(text)) server = text.slice(9).replace(/#\d{1,5}$/, '');
    else {
      const isHead = /^(?:Name: \S{1,300}|Aliases:|Nameserver \S{1,300}:)$/.test(text);
      return isHead || (text === '' && server !== undefined && found.length + others.length === 0);
    }
    return true;
  }

  function note(name: string, type: string, security: string | undefined): void {
    if (security === undefined) return;
    validated.set(keyOf(name, type), security === 'secure');
    if (security.startsWith('BOGUS')) bogus.add(keyOf(name, type));
  }

  function add(name: string, type: string, status: DnsStatus, from: number, to: number, security?: string): void {
    const checked = security === undefined ? undefined : security === 'secure';
    const code = security?.startsWith('BOGUS') ? 'BOGUS' : status;
    others.push(makeQuery(lines, from, to, { tool, name, type, status: code, server, validated: checked }, []));
  }

  function fromRecords(): readonly Query[] {
    return chains(found, command?.asked ?? []).map(({ asked, records }) => {
      const first = records[0] as Found;
      const key = keyOf(first.name, first.type);
      const status: DnsStatus = bogus.has(key) ? 'BOGUS' : 'NOERROR';
      const head = { tool, ...asked, status, server, validated: validated.get(key) };
      return makeQuery(lines, first.line, (records.at(-1) as Found).endLine, head, records);
    });
  }
}

const keyOf = (name: string, type: string): string => `${name.replace(/\.$/, '').toLowerCase()} ${type}`;

function readSentence(text: string, line: number): Found | undefined {
  for (const [sentence, type] of SENTENCES) {
    const match = sentence.exec(text);
    if (match !== null) return { name: match[1] as string, type, data: match[2] as string, line, endLine: line + 1 };
  }
  const match = GENERIC.exec(text);
  if (match === null) return undefined;
  const [, name, type, data] = match as unknown as [string, string, string, string];
  return { name, type, data, line, endLine: line + 1 };
}
