import { isAddress, reverseName } from './commandLine.ts';
import type { DnsStatus } from './dnsStatus.ts';
import { withoutDot } from './record.ts';

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
