import { least } from '../../../core/text/lists.ts';
import type { SmtpStep } from '../types.ts';
import type { TimeFinding, TimeLimit } from './findings.ts';

/** How long a step took, in milliseconds. */
export interface StepTime {
  /** In the word that the server heard, or `banner`; `connect` for the connection itself. */
  readonly step: string;
  readonly elapsed: number;
  /** Of the reply that came. */
  readonly code?: number;
}

const minutes = (count: number, clause: string): TimeLimit => ({
  wait: count * 60_000,
  source: `RFC 5321 4.5.3.2.${clause}`,
});

/** By the word of the step; EHLO, STARTTLS, RSET, VRFY and QUIT have none. */
const timeLimits: ReadonlyMap<string, TimeLimit> = new Map([
  ['banner', minutes(5, '1')],
  ['mail', minutes(5, '2')],
  ['rcpt', minutes(5, '3')],
  ['data', minutes(2, '4')],
  ['message', minutes(10, '6')],
]);

/** A delay on purpose is longer than this and many times the way there and back. */
const HELD = 1500;
const GREETED = 2500;
const TIMES = 8;
/** From here on an answer is slow whatever its cause. */
const SLOW = 10_000;

/** How long each answer of a probe took. */
export const stepTimes = (steps: readonly SmtpStep[]): readonly StepTime[] =>
  steps.flatMap((one): readonly StepTime[] => {
    if (one.step === 'connect' && one.failure === undefined) return [{ step: one.step, elapsed: one.elapsed }];
    if (!('lines' in one) || !('elapsed' in one)) return [];
    const code = /^(\d{3})(?:[ -]|$)/.exec(one.lines[0] ?? '')?.[1];
    return [{ step: one.step, elapsed: one.elapsed, ...(code !== undefined && { code: Number(code) }) }];
  });

/** What the times of a session tell: a banner that is held back, a tarpit, single answers that took long. */
export function timeFindings(steps: readonly StepTime[]): readonly TimeFinding[] {
  const trip = Math.max(1, steps.find(({ step }) => step === 'connect')?.elapsed ?? 1);
  const isHeld = (elapsed: number, least: number): boolean => elapsed >= least && elapsed >= trip * TIMES;
  const banner = steps.find(({ step }) => step === 'banner');
  const replies = steps.filter(({ step, code }) => !['connect', 'banner', 'quit'].includes(step) && code !== undefined);
  const found: TimeFinding[] = [];
  if (banner?.code !== undefined && isHeld(banner.elapsed, GREETED)) {
    found.push({ code: 'greet-delay', elapsed: banner.elapsed });
  }
  const tarpit = tarpitIn(replies, isHeld);
  if (tarpit !== undefined) found.push(tarpit);
  for (const { step, elapsed } of replies) {
    if (elapsed < SLOW || tarpit?.kind === 'all') continue;
    const due = timeLimits.get(step);
    found.push({ code: 'slow-reply', step, elapsed, ...(due && { due }) });
  }
  return found;
}

function tarpitIn(
  replies: readonly StepTime[],
  isHeld: (elapsed: number, least: number) => boolean,
): Extract<TimeFinding, { code: 'tarpit' }> | undefined {
  const held = replies.filter(({ elapsed }) => isHeld(elapsed, HELD));
  const shortest = least(held.map(({ elapsed }) => elapsed));
  const told = { code: 'tarpit', elapsed: Math.round(shortest), replies: held.length } as const;
  if (held.length >= 2 && held.length === replies.length) return { ...told, kind: 'all' };
  const isRefusal = ({ code = 0 }: StepTime): boolean => code >= 400;
  const refusals = replies.filter(isRefusal);
  // Some hold answers back only behind a number of errors (Postfix, smtpd_soft_error_limit): then all that follow.
  const isLast = held.length >= 2 && refusals.slice(-held.length).every((one) => held.includes(one));
  const isOnlyRefusals = held.length > 0 && held.every(isRefusal) && (held.length === refusals.length || isLast);
  return isOnlyRefusals && refusals.length < replies.length ? { ...told, kind: 'refusals' } : undefined;
}
