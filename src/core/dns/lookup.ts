import type { Span } from '../text/span.ts';

/** One question that a DNS tool asked, and what came back. */
export interface Query extends Span {
  readonly tool: string;
  readonly name: string;
  readonly nameSpan?: Span;
  /** MX, A, TXT …, in capitals. */
  readonly type: string;
  /** NOERROR, NXDOMAIN, SERVFAIL, REFUSED …, or TIMEOUT, CONNECTION-REFUSED: no answer, which is not "no record". */
  readonly status: string;
  /** The resolver that was asked, as the tool prints it. */
  readonly server?: string;
  readonly answers: readonly Answer[];
}

export interface Answer extends Span {
  readonly type?: string;
  /** The record's data in zone-file form: `10 mx1.contoso.test.`, `"v=spf1 -all"`. */
  readonly data: string;
  /** Seconds. */
  readonly ttl?: number;
}

export interface Lookup extends Span {
  readonly kind: 'lookup';
  readonly tool: string;
  readonly queries: readonly Query[];
}
