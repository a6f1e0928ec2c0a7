import type { Field, Message } from '../message.ts';
import { readTags } from './tags.ts';

/** The ARC sets of a message (RFC 8617 4.2). */
export interface ArcChain {
  /** The highest number of a set; 0 where there is none. */
  readonly count: number;
  /** What is wrong with the chain as written, each a sentence; signatures are not checked. */
  readonly problems: readonly string[];
}

const PARTS = ['ARC-Seal', 'ARC-Message-Signature', 'ARC-Authentication-Results'] as const;

/** RFC 8617 5.2: every set has its three fields once, the numbers go from 1 up without a gap, and cv= fits. */
export function arcChain(message: Message): ArcChain {
  const sets = new Map<number, Map<string, number>>();
  const seals = new Map<number, string>();
  const problems: string[] = [];
  for (const field of message.fields) {
    const part = PARTS.find((name) => name.toLowerCase() === field.name.toLowerCase());
    if (part === undefined) continue;
    const { i, cv } = numbersOf(field);
    if (i === undefined) {
      problems.push(`An ${part} has no number from 1 to 50 in i=.`);
      continue;
    }
    const set = sets.get(i) ?? new Map<string, number>();
    set.set(part, (set.get(part) ?? 0) + 1);
    sets.set(i, set);
    if (part === 'ARC-Seal') seals.set(i, cv ?? '');
  }
  const count = Math.max(0, ...sets.keys());
  for (let i = 1; i <= count; i++) {
    const set = sets.get(i);
    if (set === undefined) {
      problems.push(`Set ${i} of ${count} is missing, so the chain is broken.`);
      continue;
    }
    for (const part of PARTS) {
      const times = set.get(part) ?? 0;
      if (times !== 1)
        problems.push(`Set ${i} has ${times === 0 ? `no ${part}` : `${times} times ${part}`}, so the chain is broken.`);
    }
    const cv = seals.get(i);
    if (cv === 'fail') problems.push(`The seal of set ${i} says that the chain was broken when it came in.`);
    else if (cv !== undefined && cv !== (i === 1 ? 'none' : 'pass')) {
      problems.push(`The seal of set ${i} must say cv=${i === 1 ? 'none' : 'pass'} and says cv=${cv.slice(0, 20)}.`);
    }
  }
  return { count, problems: problems.slice(0, 20) };
}

function numbersOf(field: Field): { i?: number; cv?: string } {
  const tags = readTags(field.value, { ...field, valueSpan: { start: 0, end: field.value.length } });
  const i = Number(tags.find(({ name }) => name === 'i')?.value.match(/^\d{1,2}$/)?.[0] ?? 0);
  const cv = tags.find(({ name }) => name === 'cv')?.value.toLowerCase();
  return { ...(i >= 1 && i <= 50 ? { i } : {}), ...(cv === undefined ? {} : { cv }) };
}
