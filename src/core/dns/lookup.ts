import type { ReportedFinding } from '../text/finding.ts';
import type { Span } from '../text/span.ts';
import type { Tool } from './commandLine.ts';
import type { DnsStatus } from './dnsStatus.ts';

/** The tool that printed it; `mail-triage` for a probe's report, `json` for answers whose tool is not told, `zone` for a zone file. */
export type LookupTool = Tool | 'opendkim-testkey' | 'mail-triage' | 'json' | 'zone';

/** One question that a DNS tool asked, and what came back. */
export interface Query extends Span {
  readonly tool: LookupTool;
  /** Without the final dot; empty where the text does not tell. */
  readonly name: string;
  readonly nameSpan?: Span;
  /** MX, A, TXT …, in capitals; `?` where the text does not tell. */
  readonly type: string;
  readonly status: DnsStatus;
  /** The resolver that was asked, as the tool prints it. */
  readonly server?: string;
  /** Whether DNSSEC verified the answer, where the tool says. */
  readonly validated?: boolean;
  /** Why the resolver failed, in its words (RFC 8914): `6 (DNSSEC Bogus)`. */
  readonly extendedError?: string;
  readonly answers: readonly Answer[];
}

export interface Answer extends Span {
  /** Whose record it is, without the final dot; that of the question where the tool does not print it. */
  readonly name: string;
  readonly type?: string;
  /** The record's data in zone-file form: `10 mx1.contoso.test.`, `"v=spf1 -all"`. */
  readonly data: string;
  /** Seconds. */
  readonly ttl?: number;
}

export interface Lookup extends Span {
  readonly kind: 'lookup';
  readonly tool: LookupTool;
  readonly queries: readonly Query[];
  /** What a check of ours found, where the text is its report. */
  readonly findings?: readonly ReportedFinding[];
}
