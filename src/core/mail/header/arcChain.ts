import { defined } from '../../text/defined.ts';
import { greatest } from '../../text/lists.ts';
import type { Field, Message } from '../message.ts';
import { readTags } from './tags.ts';

/** The ARC sets of a message (RFC 8617 4.2). */
export interface ArcChain {
  /** The highest number of a set; 0 where there is none. */
  readonly count: number;
  /** What is wrong with the chain as written; signatures are not checked. */
  readonly problems: readonly ArcProblem[];
}

const PARTS = ['ARC-Seal', 'ARC-Message-Signature', 'ARC-Authentication-Results'] as const;
type Part = (typeof PARTS)[number];

/** `set` is the number of the set that it is about. */
export type ArcProblem =
  | { readonly code: 'no-number'; readonly part: Part }
  | { readonly code: 'set-missing'; readonly set: number; readonly count: number }
  | { readonly code: 'part-missing'; readonly set: number; readonly part: Part }
  | { readonly code: 'part-repeated'; readonly set: number; readonly part: Part; readonly times: number }
  /** The seal says that the chain was broken when it came in. */
  | { readonly code: 'broken-before'; readonly set: number }
  | { readonly code: 'wrong-cv'; readonly set: number; readonly needed: 'none' | 'pass'; readonly cv: string };

/** RFC 8617 5.2: every set has its three fields once, the numbers go from 1 up without a gap, and cv= fits. */
export function arcChain(message: Message): ArcChain {
  const sets = new Map<number, Map<string, number>>();
  const seals = new Map<number, string>();
  const problems: ArcProblem[] = [];
  for (const field of message.fields) {
    const part = PARTS.find((name) => name.toLowerCase() === field.name.toLowerCase());
    if (part === undefined) continue;
    const { i, cv } = numbersOf(field);
    if (i === undefined) {
      problems.push({ code: 'no-number', part });
      continue;
    }
    const set = sets.get(i) ?? new Map<string, number>();
    set.set(part, (set.get(part) ?? 0) + 1);
    sets.set(i, set);
    if (part === 'ARC-Seal') seals.set(i, cv ?? '');
  }
  const count = greatest(sets.keys(), 0);
  for (let i = 1; i <= count; i++) {
    const set = sets.get(i);
    if (set === undefined) {
      problems.push({ code: 'set-missing', set: i, count });
      continue;
    }
    for (const part of PARTS) {
      const times = set.get(part) ?? 0;
      if (times === 0) problems.push({ code: 'part-missing', set: i, part });
      else if (times > 1) problems.push({ code: 'part-repeated', set: i, part, times });
    }
    const cv = seals.get(i);
    const needed = i === 1 ? 'none' : 'pass';
    if (cv === 'fail') problems.push({ code: 'broken-before', set: i });
    else if (cv !== undefined && cv !== needed)
      problems.push({ code: 'wrong-cv', set: i, needed, cv: cv.slice(0, 20) });
  }
  return { count, problems };
}

function numbersOf(field: Field): { i?: number; cv?: string } {
  const tags = readTags(field.value, { ...field, valueSpan: { start: 0, end: field.value.length } });
  const i = Number(tags.find(({ name }) => name === 'i')?.value.match(/^\d{1,2}$/)?.[0] ?? 0);
  const cv = tags.find(({ name }) => name === 'cv')?.value.toLowerCase();
  return { ...(i >= 1 && i <= 50 ? { i } : {}), ...defined({ cv }) };
}
