import type { Session } from '../session.ts';
import type { SmtpFailure, SmtpStep } from '../types.ts';
import type { Explain, FlowOutcome } from './outcome.ts';

/** A connection that is open for an envelope, or why there is none. */
export type Opened =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly failure: SmtpFailure };

/** What a flow is given. */
export interface FlowRun {
  /** Connects and greets, under TLS where it is offered; may be called again when a connection is over. */
  readonly open: () => Promise<Opened>;
  /** All steps so far, of all connections. */
  readonly steps: readonly SmtpStep[];
  readonly explain: Explain;
}

/** What came of a flow: what it found out, or what kept it from finding out anything. */
export type FlowEnd = { readonly outcome: FlowOutcome } | { readonly failure: SmtpFailure };

export type Flow = (run: FlowRun) => Promise<FlowEnd>;
