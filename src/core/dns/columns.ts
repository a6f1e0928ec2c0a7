import { defined } from '../text/defined.ts';
import { withoutDot } from '../text/domainName.ts';
import { type DnsCommand, isAddress } from './commandLine.ts';
import type { Reading } from './dig.ts';
import { type DnsStatus, readStatus } from './dnsStatus.ts';
import type { LookupTool, Query } from './lookup.ts';
import { chains, type Found, makeQuery } from './queryBuilder.ts';
import { readTtl } from './record.ts';
import { TYPES } from './recordTypes.ts';
import type { ToolLines } from './toolLines.ts';

/** Lines in front of the first record. */
const MOST_LINES = 1000;

const DOGGO_HEAD = /^NAME\s{1,80}TYPE\s{1,80}CLASS\s{1,80}TTL\s{1,80}ADDRESS\b/;
const DOGGO =
  /^(\S{1,300})\s{1,80}([A-Z][A-Z0-9]{0,15})\s{1,80}(?:IN|CH|HS)\s{1,80}(\d{1,10}s?)\s{1,80}(\S.{0,4000}?)\s{1,200}(\S{1,200}:\d{1,5}|https?:\/\/\S{1,200}|tls:\/\/\S{1,200}|quic:\/\/\S{1,200})(?:\s{1,80}.{0,200})?$/;
/** `MX contoso.test. 1h00m00s   10 "mx1.contoso.test."` */
const DOG =
  /^\s{0,5}([A-Z][A-Z0-9]{0,9}) (\S{1,300}\.)\s{1,20}(\d{1,4}[dhms]\S{0,15})\s{1,5}(?:[AQ+]\s{1,5})?(\S.{0,4000})$/;
/** `SOA ns1.contoso.test. dns.contoso.test. 7 1 2 3 4 from server 192.0.2.53 in 1 ms.` */
const NSSEARCH = /^(SOA) (\S{1,300} \S{1,300}(?: \d{1,10}){5}) from server (\S{1,100}) in \d{1,7} ms\.$/;
/** `contoso.test IN MX 10 mx1.contoso.test    -- link: eth0` */
const RESOLVED = /^(\S{1,300}) IN ([A-Z][A-Z0-9]{0,9}) (\S.{0,4000}?)(?:\s{1,200}-- link: \S{1,50})?$/;
const RESOLVED_ADDRESS = /^(\S{1,300}): ([0-9a-fA-F.:]{3,45})(?:%\S{1,20})?(?:\s{1,200}-- link: \S{1,50})$/;
const RESOLVED_MORE = /^\s{2,300}([0-9a-fA-F.:]{3,45})(?:%\S{1,20})?(?:\s{1,200}-- link: \S{1,50})$/;
const RESOLVED_FAILED = /^(\S{1,300}): resolve call failed: (.{1,200})$/;
const RESOLVED_FOOT = /^-- (?:Information acquired via protocol|Data is authenticated: (yes|no)|Data from:)/;

/** The heading of DnsClient-PS's answers, and a row of them: `192.0.2.53:53 (Udp: 512)  33184 - Query, NoError, … {contoso.test. IN MX}`. */
const CLIENT_HEAD = /^NameServer {1,80}Header {1,80}Questions\b/;
const CLIENT =
  /^(\S{1,100}?)(?::53)? \([^)]{3,30}\) {1,80}\d{1,5} - Query, (\w{5,20}), .{1,100}\{(\S{1,300}) IN ([A-Z]{1,10})\}/;

export const startsColumns = (text: string): boolean =>
  DOGGO_HEAD.test(text) ||
  CLIENT_HEAD.test(text) ||
  NSSEARCH.test(text) ||
  RESOLVED_FAILED.test(text) ||
  DOG_STATUS.test(text) ||
  isResolved(text) ||
  isDog(text);

const isResolved = (text: string): boolean =>
  text.includes('-- link: ') && (RESOLVED.test(text) || RESOLVED_ADDRESS.test(text));

/** What dog says where there is no answer (dog, src/output.rs). */
const DOG_STATUS = /^Status: (NXDomain|Server Failure|Query Refused|Not Implemented|Format Error)$/;
const DOG_STATUSES: Readonly<Record<string, DnsStatus>> = {
  NXDomain: 'NXDOMAIN',
  'Server Failure': 'SERVFAIL',
  'Query Refused': 'REFUSED',
  'Not Implemented': 'NOTIMP',
  'Format Error': 'FORMERR',
  // DnsClient-PS has them without blanks (DnsClient.NET, DnsHeaderResponseCode).
  NoError: 'NOERROR',
  NotExistentDomain: 'NXDOMAIN',
  ServerFailure: 'SERVFAIL',
  Refused: 'REFUSED',
};

function isDog(text: string): boolean {
  const match = DOG.exec(text);
  return match !== null && TYPES.has(match[1] as string);
}

/** The tables of doggo, dog, `dig +nssearch` and resolvectl: a record a line. */
export function readColumns(
  lines: ToolLines,
  firstLine: number,
  endLine: number,
  command: DnsCommand | undefined,
): Reading | undefined {
  const found: (Found & { readonly server?: string })[] = [];
  const failed: { name: string; status: DnsStatus; line: number; type?: string; server?: string }[] = [];
  let tool: LookupTool = command?.tool ?? 'resolvectl';
  let validated: boolean | undefined;
  let line = firstLine;
  let last = firstLine;
  for (; line < endLine && (found.length + failed.length > 0 || line - firstLine < MOST_LINES); line++) {
    const text = lines.at(line);
    if (text === '') {
      if (line - last > 1) break;
      continue;
    }
    if (!take(text)) break;
    last = line + 1;
  }
  const queries = [...fromRecords(), ...fromFailures()];
  return queries.length === 0 ? undefined : { tool, queries, endLine: last };

  function take(text: string): boolean {
    const add = (name: string, type: string, data: string, more: { ttl?: string; server?: string } = {}): true => {
      const ttl = more.ttl === undefined ? undefined : readTtl(more.ttl);
      const server = more.server === undefined ? {} : { server: more.server };
      found.push({
        name: withoutDot(name),
        type,
        data,
        ...(ttl !== undefined && { ttl }),
        line,
        endLine: line + 1,
        ...server,
      });
      return true;
    };
    if (DOGGO_HEAD.test(text)) {
      tool = 'doggo';
      return true;
    }
    if (CLIENT_HEAD.test(text) || /^-[- ]{9,300}$/.test(text)) return true;
    const client = CLIENT.exec(text);
    if (client !== null) {
      tool = 'resolve-dnsname';
      const [, server = '', word = '', name = '', type = ''] = client;
      failed.push({ name: withoutDot(name), status: DOG_STATUSES[word] ?? '?', line, type, server });
      return true;
    }
    const doggo = DOGGO.exec(text);
    if (doggo !== null && tool === 'doggo') {
      const [, name = '', type = '', ttl = '', data = '', server = ''] = doggo;
      return add(name, type, quotedText(type, data), { ttl, server: server.replace(/:53$/, '') });
    }
    const soa = NSSEARCH.exec(text);
    if (soa !== null) {
      tool = 'dig';
      return add(command?.asked[0]?.name ?? '', 'SOA', soa[2] as string, { server: soa[3] as string });
    }
    const status = DOG_STATUS.exec(text)?.[1];
    if (status !== undefined) {
      tool = 'dog';
      failed.push({ name: command?.asked[0]?.name ?? '', status: DOG_STATUSES[status] ?? '?', line });
      return command?.asked[0] !== undefined;
    }
    if (isDog(text)) {
      tool = 'dog';
      // The zone that does not hold the name stands below the status.
      if (failed.length > 0 && text.startsWith('SOA ')) return true;
      const [, type = '', name = '', ttl = '', data = ''] = DOG.exec(text) ?? [];
      return add(name, type, type === 'TXT' ? data : data.replaceAll('"', ''), { ttl });
    }
    const address = RESOLVED_ADDRESS.exec(text) ?? RESOLVED_MORE.exec(text);
    if (address !== null) {
      const more = address[2] === undefined;
      const data = (more ? address[1] : address[2]) as string;
      const name = more ? (found.at(-1)?.name ?? '') : (address[1] as string);
      return isAddress(data) && name !== '' && add(name, data.includes(':') ? 'AAAA' : 'A', data);
    }
    const resolved = RESOLVED.exec(text);
    if (resolved !== null && TYPES.has(resolved[2] as string)) {
      return add(resolved[1] as string, resolved[2] as string, resolved[3] as string);
    }
    const failure = RESOLVED_FAILED.exec(text);
    if (failure !== null) {
      failed.push({ name: failure[1] as string, status: resolvedStatus(failure[2] as string), line });
      return true;
    }
    const foot = RESOLVED_FOOT.exec(text);
    if (foot?.[1] !== undefined) validated = foot[1] === 'yes';
    return foot !== null;
  }

  function fromRecords(): readonly Query[] {
    const servers = [...new Set(found.map((one) => one.server))];
    return servers.flatMap((server) =>
      chains(
        found.filter((one) => one.server === server),
        command?.asked ?? [],
      ).map(({ asked, records }) => {
        const first = records[0] as Found;
        const head = { tool, ...asked, status: 'NOERROR', server: server ?? command?.server, validated } as const;
        return makeQuery(lines, first.line, (records.at(-1) as Found).endLine, head, records);
      }),
    );
  }

  function fromFailures(): readonly Query[] {
    return failed.map(({ name, status, line, server, type = command?.asked[0]?.type || '?' }) =>
      makeQuery(lines, line, line + 1, { tool, name, type, status, ...defined({ server }) }, []),
    );
  }
}

const quotedText = (type: string, data: string): string =>
  type === 'TXT' && !data.startsWith('"') ? `"${data.replace(/["\\]/g, '\\$&')}"` : data;

/** What systemd-resolved says of a name that it did not resolve. */
function resolvedStatus(words: string): DnsStatus {
  if (/not found|does not exist|NXDOMAIN/i.test(words)) return 'NXDOMAIN';
  if (/does not have any RR|no (?:RR|record)/i.test(words)) return 'NOERROR';
  if (/DNSSEC validation failed/i.test(words)) return 'BOGUS';
  if (/All attempts|timed out|No appropriate name servers/i.test(words)) return 'TIMEOUT';
  const code = /\b(SERVFAIL|REFUSED|NOTIMP|FORMERR)\b/.exec(words)?.[1];
  return code === undefined ? '?' : readStatus(code);
}
