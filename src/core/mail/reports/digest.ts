/** What of a report somebody has to look at. Its fields have no names of offsets: it moves with its message. */
export type AggregateDigest = DmarcDigest | TlsDigest;

/** Who reports, and the time of which, in seconds since 1970-01-01T00:00:00Z. */
interface Reported {
  readonly organisation?: string;
  readonly begin?: number;
  readonly until?: number;
}

export interface DmarcDigest extends Reported {
  readonly kind: 'dmarc';
  readonly domain: string;
  /** The policy asked for, as written. */
  readonly policy?: string;
  readonly total: number;
  readonly passed: number;
  /** Addresses whose mail fails, those that are probably the domain's own first, then the most first. */
  readonly failing: readonly FailingSource[];
  /** Further addresses that fail. */
  readonly others: number;
  /** Errors that the receiver met, in its own words. */
  readonly errors: readonly string[];
}

/**
 * What ties an address whose mail fails to the domain. `own-address`: other mail from it, or from its neighbours, passes.
 * `signed`: it signs for the domain, and the signature fails. `strict`: what passed is of the domain's organisation, and
 * the policy wants the domain itself. `service`: SPF or DKIM passed for another organisation. `passed-on`: the
 * receiver says that it was forwarded, or sent on by a list. `envelope`: its envelope sender is of the domain, as
 * forgers write it too.
 */
export type Tie = 'own-address' | 'strict' | 'signed' | 'service' | 'passed-on' | 'envelope' | 'none';

export interface FailingSource {
  readonly ip: string;
  readonly count: number;
  readonly tie: Tie;
  /** The domain of the signature, of SPF, or the organisation that vouches. */
  readonly name?: string;
}

export interface TlsDigest extends Reported {
  readonly kind: 'tls';
  /** The domain that its first policy is of. */
  readonly domain?: string;
  readonly successes: number;
  readonly failures: number;
  readonly troubles: readonly TlsTrouble[];
  /** Further kinds of failure. */
  readonly others: number;
}

/** Failures of one type under one policy. */
export interface TlsTrouble {
  readonly domain: string;
  readonly policy: string;
  /** The word of RFC 8460 4.3; undefined where the report counts failures and names none. */
  readonly result?: string;
  readonly sessions: number;
  readonly hosts: readonly string[];
  /** Of the hosts, those that the MTA-STS policy does not cover. */
  readonly uncovered: readonly string[];
}
