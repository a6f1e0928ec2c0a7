import type { Endpoint, StreamFailure } from '../../ports.ts';

/** What the times of a session tell; all are in milliseconds. */
export type TimeFinding =
  /** The banner is held back on purpose. */
  | { readonly code: 'greet-delay'; readonly elapsed: number }
  /** An answer that took long. */
  | { readonly code: 'slow-reply'; readonly step: string; readonly elapsed: number; readonly due?: TimeLimit }
  /** `refusals`: only what is refused is answered late; `all`: every answer behind the banner is. */
  | { readonly code: 'tarpit'; readonly kind: 'refusals' | 'all'; readonly elapsed: number; readonly replies: number };

/** What a sending server has to wait at least (RFC 5321 4.5.3.2), in milliseconds, with its clause. */
export interface TimeLimit {
  readonly wait: number;
  readonly source: `RFC 5321 4.5.3.2${string}`;
}

/** What came of a connection to one port; nothing is said on it. */
export interface PortTry extends Endpoint {
  readonly outcome: 'open' | StreamFailure;
}

/**
 * Whether the network here lets connections to port 25 out. `blocked`: port 25 of servers of two operators is silent while
 * the servers themselves answer; `likely`: one of the two; `open`: port 25 of another server answers from here.
 */
export type Port25Verdict = 'blocked' | 'likely' | 'open' | 'unknown';

export interface Port25 {
  readonly code: 'port-25';
  readonly verdict: Port25Verdict;
  readonly silent: readonly string[];
  /** Ports 465 and 587 of the same hosts. */
  readonly others: readonly PortTry[];
  /** Port 25 of a server of somebody else, where one was to be compared with. */
  readonly compared?: PortTry;
}
