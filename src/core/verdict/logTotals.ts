import type { Ticket } from '../ticket/ticket.ts';
import type { Cut } from './cut.ts';
import { readCuts, readVerdicts } from './readVerdicts.ts';
import type { Role, Verdict } from './verdict.ts';

/** How many deliveries of the logs in a text came to what end. Every delivery of the logs is in it, listed or not. */
export interface LogTotals {
  readonly failed: number;
  readonly waiting: number;
  /** Those that were accepted, the ones among them that were deferred first. */
  readonly accepted: number;
  readonly recovered: number;
  /** Deliveries that failed or wait, by reason and server; the most frequent first. */
  readonly reasons: readonly ReasonCount[];
}

/** Deliveries that failed or wait for the same reason, at the same server; one of the verdicts stands for all. */
export interface ReasonCount {
  readonly count: number;
  readonly verdict: Verdict;
}

/** What the logs in a text come to; undefined where they tell of no delivery. */
export const readTotals = (ticket: Ticket): LogTotals | undefined => totalsOf(readVerdicts(ticket), readCuts(ticket));

export function totalsOf(verdicts: readonly Verdict[], cuts: readonly Cut[]): LogTotals | undefined {
  const roles = new Map<Role, number>();
  const reasons = new Map<string, { count: number; readonly verdict: Verdict }>();
  const count = (role: Role, more: number): void => {
    roles.set(role, (roles.get(role) ?? 0) + more);
  };
  for (const verdict of verdicts) {
    const { role, deliveries = 0, failed, code, summary, unknownWords, server, operator } = verdict;
    if (deliveries === 0) continue;
    count(role, deliveries);
    if (!failed) continue;
    const key = [role, code, unknownWords ? summary : '', server ?? operator].join('\n');
    const before = reasons.get(key);
    if (before === undefined) reasons.set(key, { count: deliveries, verdict });
    else before.count += deliveries;
  }
  for (const { roles: more = {} } of cuts) {
    for (const [role, deliveries] of Object.entries(more)) count(role as Role, deliveries);
  }
  const of = (role: Role): number => roles.get(role) ?? 0;
  if ([...roles.values()].every((one) => one === 0)) return undefined;
  return {
    failed: of('cause'),
    waiting: of('waiting') + of('consequence'),
    accepted: of('success') + of('recovered'),
    recovered: of('recovered'),
    reasons: [...reasons.values()].sort((a, b) => b.count - a.count),
  };
}
