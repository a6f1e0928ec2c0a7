import type { CancelSignal, Ports } from '../probes/ports.ts';
import type { Finding } from './finding.ts';

/** What the one who asks knows of a name, or expects of it. */
export interface CheckOptions {
  /** DKIM selectors to look for, in place of the usual ones. */
  readonly selectors?: readonly string[];
  /** The hosts that may stand in MX records, in A-labels, without a final dot. */
  readonly expectedExchangers?: readonly string[];
  /** The name that an address says in HELO or EHLO. */
  readonly helo?: string;
}

/** What a check is given. */
export interface CheckContext {
  /** The domain, host or address, in A-labels, without a final dot. */
  readonly name: string;
  readonly ports: Pick<Ports, 'resolve' | 'fetch' | 'clock' | 'toAscii'>;
  readonly options: CheckOptions;
  readonly signal: CancelSignal;
}

/** Looks at one area; never rejects. */
export type Check = (context: CheckContext) => Promise<readonly Finding[]>;
