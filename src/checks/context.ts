import type { CancelSignal, Ports, RecordType } from '../probes/ports.ts';
import type { SmtpProbeOptions, SmtpProbeResult } from '../probes/smtp/types.ts';
import type { CheckList } from './blockLists/lists.ts';
import type { Finding } from './finding.ts';
import type { FilterService } from './ready/services.ts';

/** What the one who asks knows of a name, or expects of it. */
export interface CheckOptions {
  /** DKIM selectors that are known of the name, looked for beside the usual ones. */
  readonly selectors?: readonly string[];
  /** The DKIM selectors that are meant, looked for in place of all others. */
  readonly onlySelectors?: readonly string[];
  /** The hosts that may stand in MX records, in A-labels, without a final dot: `mx.filter.test`, `*.filter.test`. */
  readonly expectedExchangers?: readonly string[];
  /** The name that an address says in HELO or EHLO. */
  readonly helo?: string;
  /** The sender of which an address sends mail, for SPF; empty for the null one. */
  readonly sender?: string;
  /** Connect to the exchangers on port 25 to see their certificates; without it no exchanger is connected to. */
  readonly connect?: SmtpProbeOptions;
  /** What exchangers have shown on port 25 already, by their names; these are not connected to again. */
  readonly shown?: ReadonlyMap<string, readonly SmtpProbeResult[]>;
  /** The block lists that are asked; none: the usual ones. */
  readonly blockLists?: readonly CheckList[];
  /** `microsoft365`, `google`, or the name of one of the filter services: what the domain is to be ready for. */
  readonly ready?: string;
  readonly filterServices?: Readonly<Record<string, FilterService>>;
  /** Addresses at which the walk from the root begins, `198.41.0.4`; none: the root servers. */
  readonly rootServers?: readonly string[];
  /** The type that the walk from the root asks for; MX where none is chosen. */
  readonly traceType?: RecordType;
}

/** What a check is given. */
export interface CheckContext {
  /** The domain, host or address, in A-labels, without a final dot. */
  readonly name: string;
  readonly ports: Pick<Ports, 'resolve' | 'dial' | 'fetch' | 'clock' | 'toAscii'>;
  readonly options: CheckOptions;
  readonly signal: CancelSignal;
}

/** Looks at one area; never rejects. */
export type Check = (context: CheckContext) => Promise<readonly Finding[]>;
