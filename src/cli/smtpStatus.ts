import type { ProbeStepName } from '../core/smtp/probe/probeReport.ts';
import type { WordedFailure } from '../report/failureWords.ts';

/** The exit status of a probe that failed at a step: that of swaks where it has the step (swaks(1), EXIT CODES). */
const STATUS: Readonly<Partial<Record<ProbeStepName, number>>> = {
  NAME: 11,
  CONNECT: 12,
  BANNER: 21,
  'FIRST-EHLO': 22,
  'FIRST-HELO': 22,
  'FIRST-LHLO': 22,
  MAIL: 23,
  RCPT: 24,
  DATA: 25,
  MESSAGE: 26,
  BDAT: 26,
  QUIT: 27,
  AUTH: 28,
  STARTTLS: 29,
  TLS: 29,
  EHLO: 32,
  HELO: 32,
  LHLO: 32,
  XCLIENT: 33,
  PROXY: 35,
};

/** What was asked for cannot be asked. */
const WRONG_USAGE: ReadonlySet<string> = new Set(['bad-host', 'bad-port', 'bad-helo', 'bad-redirect', 'bad-input']);

/** 128 and the number of SIGINT, as a shell gives it. */
const CANCELLED = 130;

export function statusOf(failure: WordedFailure | undefined): number {
  if (failure === undefined) return 0;
  if (WRONG_USAGE.has(failure.code)) return 2;
  return failure.code === 'cancelled' ? CANCELLED : (STATUS[failure.failedAt] ?? 1);
}
