import type { ProbeFailureCode, ProbeStepName } from '../core/smtp/probe/probeReport.ts';
import type { ReplyFailure } from '../probes/smtp/reply.ts';
import type { SaidStep, SmtpFailure } from '../probes/smtp/types.ts';

/** What happened to a connection, as the end of a sentence. */
export const streamFailureWords: Readonly<Record<ReplyFailure, string>> = {
  refused: 'connection refused',
  unreachable: 'not reachable from this machine',
  timeout: 'no answer',
  reset: 'the connection was reset',
  closed: 'the server closed the connection',
  tls: 'TLS failed',
  'clear-text': 'what came is no TLS',
  cancelled: 'cancelled',
  name: 'the name could not be looked up',
  proxy: 'the proxy does not connect',
  unsupported: 'the TLS library of this program cannot offer it',
  flood: 'the server sent more than anybody reads',
  unfinished: 'the reply did not end in time',
  'cut-off': 'the connection ended in the middle of the reply',
  'not-a-reply': 'this is no SMTP reply',
  'endless-reply': 'the reply does not end',
};

/** How a probe failed: at which step, what that means, what to try, and what it rests on. */
export interface WordedFailure {
  readonly failedAt: ProbeStepName;
  readonly code: ProbeFailureCode;
  readonly text: string;
  readonly next?: string;
  /** The clause that it rests on. */
  readonly source?: `RFC ${string}`;
}

/** The same without the step. */
export type FailureWords = Omit<WordedFailure, 'failedAt'>;

/** A failure of a connection or of a reply. */
export type Lost<Step extends SmtpFailure['step']> = Extract<
  SmtpFailure,
  { readonly step: Step; readonly detail: string }
>;

/** Where a user changes what the probe says and how long it waits. */
export const HELO_SETTING = 'mailTriage.smtp.heloName, --helo';
export const TIMEOUT_SETTING = 'mailTriage.smtp.timeout, --timeout';

export function stepWords(step: SaidStep): string {
  return step === 'banner' ? 'its banner' : step === 'message' ? 'the message' : step.toUpperCase();
}
