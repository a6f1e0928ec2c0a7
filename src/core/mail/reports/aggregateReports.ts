import { defined } from '../../text/defined.ts';
import { type Members, membersOf } from '../../text/members.ts';
import type { Part } from '../message.ts';

/** A DMARC aggregate report (RFC 9990; RFC 7489 appendix C before it): what one receiver counted for one domain. */
export interface DmarcReport {
  readonly kind: 'dmarc';
  readonly organisation: string;
  readonly contact?: string;
  readonly reportId?: string;
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly begin?: number;
  readonly end?: number;
  readonly domain: string;
  readonly policy: DmarcPolicyPublished;
  /** Errors that the receiver met, in its own words. */
  readonly errors: readonly string[];
  readonly rows: readonly DmarcRow[];
  /** Rows that the report holds beyond those that were read. */
  readonly unread: number;
}

/** The policy that the receiver found, each as written. */
export interface DmarcPolicyPublished {
  readonly p?: string;
  readonly sp?: string;
  readonly np?: string;
  readonly adkim?: string;
  readonly aspf?: string;
  readonly pct?: string;
  readonly testing?: string;
}

/** Messages from one address that fared alike. */
export interface DmarcRow {
  readonly sourceIp: string;
  readonly count: number;
  /** `none`, `pass`, `quarantine` or `reject`. */
  readonly disposition: string;
  /** The results that count for DMARC: aligned ones. */
  readonly dkim: string;
  readonly spf: string;
  readonly headerFrom?: string;
  readonly envelopeFrom?: string;
  /** Why the policy was not followed: `forwarded`, `local_policy`, and the receiver's comment. */
  readonly reasons: readonly string[];
  /** Results whatever their alignment. */
  readonly checked: readonly CheckedDomain[];
  /** Results beyond those that were read. */
  readonly unread?: number;
}

/** What a check gave for the domain that it looked at, which need not be the one in From. */
export interface CheckedDomain {
  readonly method: 'dkim' | 'spf';
  readonly domain: string;
  /** The selector of a signature, or the scope of SPF. */
  readonly note?: string;
  readonly result: string;
}

/** An SMTP TLS report (RFC 8460). */
export interface TlsReport {
  readonly kind: 'tls';
  readonly organisation: string;
  readonly contact?: string;
  readonly reportId?: string;
  /** As written, RFC 3339. */
  readonly begin?: string;
  readonly end?: string;
  readonly policies: readonly TlsPolicyResult[];
  /** Policies that the report holds beyond those that were read. */
  readonly unread: number;
}

export interface TlsPolicyResult {
  /** `tlsa`, `sts` or `no-policy-found`. */
  readonly type: string;
  readonly domain: string;
  readonly successes: number;
  readonly failures: number;
  /** The exchangers that an MTA-STS policy covers, as it names them: `mx1.contoso.test`, `*.contoso.test`. */
  readonly exchangers: readonly string[];
  readonly details: readonly TlsFailure[];
  /** Failures that the report tells of beyond those that were read. */
  readonly unread: number;
}

export interface TlsFailure {
  readonly result: string;
  readonly sessions: number;
  readonly sendingIp?: string;
  readonly receivingHost?: string;
  readonly reason?: string;
}

export type AggregateReport = DmarcReport | TlsReport;

/** Parts of a message that DMARC and TLS reports come in (RFC 8460 5.3, RFC 9990), by their type or by their name. */
export function* aggregateReportParts(part: Part): Iterable<Part> {
  if (part.parts.length === 0 && part.message === undefined && mayBeReport(part)) yield part;
  for (const child of part.parts) yield* aggregateReportParts(child);
  if (part.message !== undefined) yield* aggregateReportParts(part.message.root);
}

/**
 * The first part that is an aggregate report by its type, or by a name as RFC 8460 5.1 and RFC 9990 want it: the two
 * domains and the times with exclamation marks between them. Other archives may hold one too.
 */
export function findAggregateReport(root: Part): Part | undefined {
  for (const part of aggregateReportParts(root)) {
    if (/\+(?:gzip|json|xml)$/.test(part.contentType) || part.filename?.includes('!') === true) return part;
  }
  return undefined;
}

const mayBeReport = ({ contentType, filename }: Part): boolean =>
  REPORT_TYPES.test(contentType) || (filename !== undefined && REPORT_NAMES.test(filename));

const REPORT_TYPES =
  /^application\/(?:tlsrpt\+(?:gzip|json)|gzip|x-gzip|zip|x-zip-compressed|x-zip|xml)$|^text\/xml$|^application\/dmarc\+(?:xml|gzip)$/;
const REPORT_NAMES = /![^!]{1,200}![^!]{1,40}|\.(?:xml|json)(?:\.gz)?$|\.(?:zip|gz)$/i;

const MOST_POLICIES = 1000;
const MOST_FAILURES = 5000;

/** Reads the JSON of a TLS report (RFC 8460 4.4); undefined where it is none. */
export function readTlsReport(json: string): TlsReport | undefined {
  const whole = parsed(json);
  if (whole === undefined || !Array.isArray(whole.policies)) return undefined;
  const range = membersOf(whole['date-range']);
  return {
    kind: 'tls',
    organisation: word(whole['organization-name']) ?? 'unknown',
    ...defined({
      contact: word(whole['contact-info']),
      reportId: word(whole['report-id']),
      begin: word(range['start-datetime']),
      end: word(range['end-datetime']),
    }),
    policies: whole.policies.slice(0, MOST_POLICIES).map(readPolicy),
    unread: Math.max(0, whole.policies.length - MOST_POLICIES),
  };
}

function readPolicy(value: unknown): TlsPolicyResult {
  const whole = membersOf(value);
  const policy = membersOf(whole.policy);
  const summary = membersOf(whole.summary);
  const listed = whole['failure-details'];
  const details: readonly unknown[] = Array.isArray(listed) ? listed : [];
  return {
    type: word(policy['policy-type']) ?? 'unknown',
    domain: word(policy['policy-domain']) ?? 'unknown',
    successes: count(summary['total-successful-session-count']),
    failures: count(summary['total-failure-session-count']),
    exchangers: exchangersOf(policy),
    details: details.slice(0, MOST_FAILURES).map((one) => {
      const failure = membersOf(one);
      return {
        result: word(failure['result-type']) ?? 'unknown',
        sessions: count(failure['failed-session-count']),
        ...defined({
          sendingIp: word(failure['sending-mta-ip']),
          receivingHost: word(failure['receiving-mx-hostname']) ?? word(failure['receiving-ip']),
          reason: word(failure['failure-reason-code']) ?? word(failure['additional-information']),
        }),
      };
    }),
    unread: Math.max(0, details.length - MOST_FAILURES),
  };
}

/** Exchangers of a policy, which has 64 kB at most (RFC 8461 3.3); with more of them nothing is held against it. */
const MOST_EXCHANGERS = 5000;

/** RFC 8460 4.4: `mx-host`, a list or, as some write it, one name; else the lines of the policy (RFC 8461 3.2). */
function exchangersOf(policy: Members): readonly string[] {
  const listed = (value: unknown): readonly string[] =>
    (Array.isArray(value) ? value : [value]).flatMap((one) => word(one) ?? []);
  const hosts = listed(policy['mx-host'] ?? policy['mx-host-pattern']);
  const lines = listed(policy['policy-string']).flatMap(
    (line) => /^\s{0,9}mx\s{0,9}:\s{0,9}(\S{1,255})/i.exec(line)?.[1] ?? [],
  );
  const found = hosts.length > 0 ? hosts : lines;
  return found.length > MOST_EXCHANGERS ? [] : found;
}

function parsed(json: string): Members | undefined {
  try {
    return membersOf(JSON.parse(json.charCodeAt(0) === 0xfeff ? json.slice(1) : json));
  } catch {
    return undefined;
  }
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 1000) : undefined;

/** Some senders write numbers as strings. */
function count(value: unknown): number {
  const number = typeof value === 'number' ? value : typeof value === 'string' ? Number(value) : 0;
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}
