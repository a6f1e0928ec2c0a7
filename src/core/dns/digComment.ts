import { defined } from '../text/defined.ts';
import { withoutDot } from '../text/domainName.ts';
import { type Asked, readArguments } from './commandLine.ts';
import { type DnsStatus, type NoAnswer, readStatus } from './dnsStatus.ts';
import { TYPES } from './recordTypes.ts';

/** What a line of dig, kdig, drill or `host -v` says that is no record. */
export type DigComment =
  | {
      readonly kind: 'banner';
      readonly asked: readonly Asked[];
      readonly server: string | undefined;
      readonly trace: boolean;
    }
  | { readonly kind: 'start' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'trying'; readonly name: string }
  | {
      readonly kind: 'header';
      readonly status: DnsStatus;
      readonly tool?: 'drill' | 'kdig';
      readonly validated?: boolean;
    }
  | { readonly kind: 'flags'; readonly response: boolean; readonly validated: boolean }
  | { readonly kind: 'section'; readonly name: string }
  | { readonly kind: 'question'; readonly name: string; readonly type: string }
  | { readonly kind: 'extendedError'; readonly text: string }
  | { readonly kind: 'foot'; readonly server?: string | undefined }
  | { readonly kind: 'stage'; readonly server: string | undefined }
  | {
      readonly kind: 'failure';
      readonly status: DnsStatus;
      readonly server?: string | undefined;
      readonly name?: string | undefined;
      readonly tool?: 'drill' | 'kdig';
    }
  | { readonly kind: 'silence' }
  | { readonly kind: 'other' };

const OTHER: DigComment = { kind: 'other' };

/** The comment on a line; undefined where it is none of these tools'. */
export function readDigComment(text: string): DigComment | undefined {
  if (text.startsWith(';;')) return readDouble(text) ?? readQuestion(text) ?? OTHER;
  if (text.startsWith(';')) return readSingle(text) ?? readQuestion(text) ?? OTHER;
  const trying = /^Trying "([^"\s]{1,300})"$/.exec(text);
  if (trying !== null) return { kind: 'trying', name: withoutDot(trying[1] as string) };
  const received = /^Received \d{1,6} bytes from ([^\s#]{1,100})/.exec(text);
  if (received !== null) return { kind: 'foot', server: received[1] };
  const unanswered = /^(\S{0,300}\. IN [A-Z]{1,10}) \?$/.exec(text);
  if (unanswered !== null) return readQuestion(`;${unanswered[1]}`);
  if (/^Error: error sending query: /.test(text)) return { kind: 'failure', status: failureOf(text), tool: 'drill' };
  return undefined;
}

/** A line that only dig, kdig, drill or `host -v` begin their output with. */
export function startsDig(text: string): boolean {
  if (text.startsWith(';;')) {
    const comment = readDouble(text) ?? readQuestion(text);
    if (comment?.kind === 'foot') return false;
    return comment !== undefined && comment.kind !== 'other' && comment.kind !== 'section';
  }
  if (text.startsWith('; <<>> DiG ')) return true;
  return text.startsWith(';')
    ? SHORT_HEADER.test(text) || readQuestion(text) !== undefined
    : readDigComment(text) !== undefined && !/^Received/.test(text);
}

/** The reply code and the flags, as a program prints them that shows records alone. */
const SHORT_HEADER = /^; (NOERROR|NXDOMAIN|SERVFAIL|REFUSED|FORMERR|NOTIMP) qr((?: [a-z]{2}){0,6})$/;

function readSingle(text: string): DigComment | undefined {
  const short = SHORT_HEADER.exec(text);
  if (short !== null)
    return { kind: 'header', status: readStatus(short[1] as string), validated: / ad\b/.test(short[2] as string) };
  const banner = /^; <<>> DiG \S{1,100} <<>>(.{0,2000})$/.exec(text);
  if (banner !== null) {
    const words = banner[1] as string;
    const { asked, server } = readArguments('dig', words);
    return { kind: 'banner', asked, server, trace: / \+trace\b/.test(words) };
  }
  const extended = /^; EDE: (\d{1,5} .{1,500})$/.exec(text);
  if (extended !== null) return { kind: 'extendedError', text: extended[1] as string };
  return /^; Transfer failed\.$/.test(text) ? { kind: 'failure', status: '?' } : undefined;
}

function readDouble(text: string): DigComment | undefined {
  const header = /^;; ->>HEADER<<- opcode: \w{1,20}([,;]) (status|rcode): (\w{1,20})/.exec(text);
  if (header !== null) {
    const tool = header[2] === 'rcode' ? 'drill' : header[1] === ';' ? 'kdig' : undefined;
    return { kind: 'header', status: readStatus(header[3] as string), ...defined({ tool }) };
  }
  const flags = /^;; [Ff]lags:((?: [a-z]{2}){0,10}) ?;/.exec(text);
  if (flags !== null) {
    const set = (flags[1] as string).split(' ');
    return { kind: 'flags', response: set.includes('qr'), validated: set.includes('ad') };
  }
  const section = /^;; (\w{1,20}) (?:SECTION|PSEUDOSECTION):/.exec(text);
  if (section !== null) return { kind: 'section', name: section[1] as string };
  if (text.startsWith(';; Got answer:')) return { kind: 'start' };
  if (/^;; (?:Sending:|QUERY SIZE)/.test(text)) return { kind: 'sending' };
  const extended = /^;; EDE: (\d{1,5} .{1,500})$/.exec(text);
  if (extended !== null) return { kind: 'extendedError', text: extended[1] as string };
  // A stage of `+trace` and the foot of kdig begin alike.
  const stage = /^;; Received \d{1,8} bytes from ([^\s#(]{1,100})/.exec(text);
  if (stage !== null) return { kind: 'stage', server: stage[1] };
  const foot =
    /^;; (?:SERVER: ([^\s(#]{1,100})|From ([^\s@(]{1,100})@|Query time|WHEN|MSG SIZE|Received \d{1,8} B$|XFR size)/.exec(
      text,
    );
  if (foot !== null) return { kind: 'foot', server: foot[1] ?? foot[2] };
  return readFailure(text);
}

function readFailure(text: string): DigComment | undefined {
  const error = /^;; communications error to ([^\s#]{1,200})(?:#\d{1,5})?: (.{1,200})$/.exec(text);
  if (error !== null) return { kind: 'failure', status: failureOf(error[2] as string), server: error[1] };
  const connection =
    /^;; (?:Connection to|UDP setup with) ([^\s#(]{1,200})\S{0,300} for (\S{1,300}) failed: (.{1,200})$/.exec(text);
  if (connection !== null) {
    return { kind: 'failure', status: failureOf(connection[3] as string), server: connection[1], name: connection[2] };
  }
  const kdig =
    /^;; (?:WARNING|ERROR): (response timeout for|connection timeout for|can't connect to|failed to query server) ([^\s@]{1,200})@/.exec(
      text,
    );
  if (kdig !== null) {
    // kdig says of a connection that nobody takes in time that it timed out.
    const status = kdig[1] === "can't connect to" ? 'CONNECTION-REFUSED' : 'TIMEOUT';
    return { kind: 'failure', status, server: kdig[2], tool: 'kdig' };
  }
  if (/^;; (?:connection timed out|no servers could be reached|No packet received)/.test(text))
    return { kind: 'silence' };
  return undefined;
}

/** Of words that a system or a library gives for a connection that did not come about. */
function failureOf(words: string): NoAnswer {
  if (/refused/i.test(words)) return 'CONNECTION-REFUSED';
  return /unreachable|no route/i.test(words) ? 'UNREACHABLE' : 'TIMEOUT';
}

function readQuestion(text: string): DigComment | undefined {
  const match = /^;;?\s{0,5}(\S{1,300})\s{1,80}(?:(?:IN|CH|HS)\s{1,80})([A-Z][A-Z0-9-]{0,15})$/.exec(text);
  if (match === null) return undefined;
  const type = match[2] as string;
  if (!TYPES.has(type) && !/^TYPE\d{1,5}$/.test(type)) return undefined;
  return { kind: 'question', name: withoutDot(match[1] as string), type };
}
