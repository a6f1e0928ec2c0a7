import { plainText } from '../text/plain.ts';
import type { LogTotals, ReasonCount } from '../verdict/logTotals.ts';
import { whatOf } from './verdictWords.ts';

/** Fewer deliveries than this are seen at a glance, and not counted in words. */
const FEW = 4;
/** Reasons that are named. */
const REASONS = 20;

/** What the logs of a text come to: a sentence, and a line for each reason. Nothing where there is little to count. */
export function totalsWords(totals: LogTotals | undefined): readonly string[] {
  if (totals === undefined) return [];
  const { failed, waiting, accepted, recovered, reasons } = totals;
  const all = failed + waiting + accepted;
  if (all < FEW) return [];
  const late = recovered === 0 ? '' : `, ${recovered} of them after a deferral`;
  const named = reasons.slice(0, REASONS);
  // What no verdict of its own tells of is in it, too.
  const left = named.reduce((sum, { count }) => sum - count, failed + waiting);
  return [
    `Of ${all} deliveries ${failed} failed, ${waiting} ${waiting === 1 ? 'is' : 'are'} waiting, ${accepted} ${accepted === 1 ? 'was' : 'were'} accepted${late}.`,
    ...named.map(reasonWords),
    ...(left > 0 ? [`${left} × other reasons or servers`] : []),
  ];
}

/** `61 × no such mailbox at mx.northwind.test` */
function reasonWords({ count, verdict }: ReasonCount): string {
  const { server, operator, role } = verdict;
  const at = server !== undefined ? ` at ${server}` : operator !== undefined ? ` at servers of ${operator}` : '';
  return plainText(`${count} × ${whatOf(verdict)}${at}${role === 'cause' ? '' : ' (waiting)'}`, 200);
}

/** The same as data. */
export const totalsJson = ({ reasons, ...counts }: LogTotals): Record<string, unknown> => ({
  ...counts,
  reasons: reasons.map(({ count, verdict: { code, role, server, operator } }) => ({
    count,
    code,
    role,
    ...(server !== undefined && { server }),
    ...(operator !== undefined && { operator }),
  })),
});
