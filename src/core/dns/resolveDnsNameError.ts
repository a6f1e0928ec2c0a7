import { withoutDot } from '../text/domainName.ts';
import { isAddress, reverseName } from './commandLine.ts';
import type { DnsStatus } from './dnsStatus.ts';
import type { ToolLines } from './toolLines.ts';

const ERROR = /^Resolve-DnsName ?: (\S{1,300}) : (.{1,200})$/i;

/** The system's words for what went wrong, as PowerShell prints them in English. */
const WORDS: readonly (readonly [RegExp, DnsStatus])[] = [
  [/^DNS name does not exist/, 'NXDOMAIN'],
  [/^No records found for given DNS query/, 'NOERROR'],
  [/^DNS record does not exist/, 'NOERROR'],
  [/^DNS server failure/, 'SERVFAIL'],
  [/^DNS operation refused/, 'REFUSED'],
  [/^DNS server unable to interpret format/, 'FORMERR'],
  [/^DNS request not supported by name server/, 'NOTIMP'],
  [/timeout period expired/, 'TIMEOUT'],
  [/target machine actively refused/, 'CONNECTION-REFUSED'],
  [/unreachable (?:network|host)|network location cannot be reached/, 'UNREACHABLE'],
  [/^Bad DNS packet/, 'MALFORMED'],
];

export const startsError = (text: string): boolean => ERROR.test(text);

/** The ids below the words, which no language translates; the enumeration's own name stands in front of some. */
const IDS: readonly (readonly [RegExp, DnsStatus])[] = [
  [/RCODE_NAME_ERROR/, 'NXDOMAIN'],
  [/NO_RECORDS|RECORD_DOES_NOT_EXIST|NAME_DOES_NOT_EXIST/, 'NOERROR'],
  [/RCODE_SERVER_FAILURE/, 'SERVFAIL'],
  [/RCODE_REFUSED/, 'REFUSED'],
  [/RCODE_FORMAT_ERROR/, 'FORMERR'],
  [/RCODE_NOT_IMPLEMENTED/, 'NOTIMP'],
  [/ERROR_TIMEOUT|WSAETIMEDOUT/, 'TIMEOUT'],
  [/WSAECONNREFUSED|CONNECTION_REFUSED/, 'CONNECTION-REFUSED'],
  [/NETWORK_UNREACHABLE|HOST_UNREACHABLE|WSAENETUNREACH/, 'UNREACHABLE'],
  [/BAD_PACKET/, 'MALFORMED'],
  [/UNSECURE_PACKET/, 'BOGUS'],
];
/** Lines from an error to its id. */
const ID_WITHIN = 12;

/** The status that the id of the error on line `line` tells, and the line behind it; undefined where none follows. */
export function readErrorId(
  lines: ToolLines,
  line: number,
  endLine: number,
): { readonly status: DnsStatus | undefined; readonly endLine: number } | undefined {
  for (let next = line + 1; next < Math.min(endLine, line + ID_WITHIN); next++) {
    const text = lines.at(next);
    if (startsError(text)) return undefined;
    const id = /FullyQualifiedErrorId\s{0,5}: ?(\S{0,200})/.exec(text)?.[1];
    if (id === undefined) continue;
    const isWrapped = id.length < 3 || !id.includes(',');
    const rest = isWrapped ? lines.at(next + 1).trim() : '';
    const status = IDS.find(([pattern]) => pattern.test(`${id}${rest}`))?.[1];
    return { status, endLine: isWrapped && /ResolveDnsName|^[A-Z_]{3,40},/.test(rest) ? next + 2 : next + 1 };
  }
  return undefined;
}

export function readError(text: string): { readonly name: string; readonly status: DnsStatus } {
  const match = ERROR.exec(text);
  const name = match?.[1] ?? '';
  const words = match?.[2] ?? '';
  return {
    name: isAddress(name) ? reverseName(name) : withoutDot(name),
    status: WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? '?',
  };
}

/** What PowerShell prints below an error: where it was, and its id. */
export const isErrorLine = (text: string): boolean =>
  /^(?:At (?:line:|\S{1,200}:\d)|\s{0,10}[+|] |Line \||\s{0,5}\d{1,5} \| )/.test(text);
