import type { Verdict } from './verdict.ts';

/** Nobody has to wait any more for what was got over. */
export const gotOver = (verdict: Verdict): Verdict =>
  verdict.role === 'recovered' && verdict.next.some(({ kind }) => kind === 'wait')
    ? { ...verdict, next: verdict.next.filter(({ kind }) => kind !== 'wait') }
    : verdict;
