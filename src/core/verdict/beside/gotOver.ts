import type { Verdict } from '../verdict.ts';

/** Nobody has to wait any more for what was got over. */
export const gotOver = (verdict: Verdict): Verdict =>
  verdict.role === 'recovered' && verdict.next.some(({ kind }) => kind === 'wait')
    ? { ...verdict, next: verdict.next.filter(({ kind }) => kind !== 'wait') }
    : verdict;

/** A deferral whose recipient got mail from the same sender later on was got over. */
export function withoutOvercome(verdicts: readonly Verdict[]): readonly Verdict[] {
  const delivered = new Map<string, number>();
  for (const { role, recipients, sender, span } of verdicts) {
    if (role !== 'success') continue;
    for (const recipient of recipients) delivered.set(delivery(sender, recipient), span.start);
  }
  return verdicts.map((verdict) => {
    const [recipient] = verdict.recipients;
    if (verdict.role !== 'waiting' || recipient === undefined) return verdict;
    const later = delivered.get(delivery(verdict.sender, recipient)) ?? -1;
    return later > verdict.span.start ? { ...verdict, role: 'recovered', failed: false } : verdict;
  });
}

const delivery = (sender: string | undefined, recipient: string): string =>
  `${sender ?? ''} ${recipient}`.toLowerCase();
