import { greatest } from '../../text/lists.ts';
import type { Message } from '../message.ts';
import { readDate } from './date.ts';
import { fieldNamed } from './fields.ts';
import type { Tag } from './tags.ts';

/** What is wrong with one tag of a DKIM signature, as far as its text shows. */
export interface SignatureProblem {
  readonly tag: string;
  readonly code: SignatureProblemCode;
}

export type SignatureProblemCode =
  | 'missing-tag'
  | 'body-cut'
  | 'expired'
  | 'expires-first'
  | 'weak-algorithm'
  | 'from-unsigned'
  | 'identity-outside'
  | 'signed-later';

const NEEDED = ['v', 'a', 'b', 'bh', 'd', 'h', 's'];

/** RFC 6376 3.5 and 6.1.1, RFC 8301. */
export function signatureProblems(message: Message, tags: readonly Tag[]): readonly SignatureProblem[] {
  const of = (name: string): string | undefined => tags.find((tag) => tag.name === name)?.value;
  const seconds = (name: string): number | undefined => {
    const value = of(name) ?? '';
    return /^\d{1,12}$/.test(value) ? Number(value) : undefined;
  };
  const problems: SignatureProblem[] = NEEDED.filter((tag) => of(tag) === undefined).map((tag) => ({
    tag,
    code: 'missing-tag',
  }));
  const add = (tag: string, code: SignatureProblemCode): void => {
    problems.push({ tag, code });
  };
  if (of('l') !== undefined) add('l', 'body-cut');
  if (/^rsa-sha1$/i.test(of('a') ?? '')) add('a', 'weak-algorithm');
  const names = (of('h') ?? '')
    .toLowerCase()
    .split(':')
    .map((name) => name.trim());
  if (of('h') !== undefined && !names.includes('from')) add('h', 'from-unsigned');
  const domain = of('d')?.toLowerCase();
  const identity = of('i')?.toLowerCase().replace(/^.*@/s, '');
  if (domain !== undefined && identity !== undefined && identity !== domain && !identity.endsWith(`.${domain}`))
    add('i', 'identity-outside');
  const [signed, expires] = [seconds('t'), seconds('x')];
  if (expires !== undefined && signed !== undefined && expires <= signed) add('x', 'expires-first');
  const arrived = greatest(message.hops.map((hop) => hop.date?.epoch ?? Number.NEGATIVE_INFINITY));
  if (expires !== undefined && Number.isFinite(arrived) && expires * 1000 < arrived) add('x', 'expired');
  const date = fieldNamed(message.fields, 'date')?.value;
  const written = date === undefined ? undefined : readDate(date, 0, date.length).epoch;
  if (signed !== undefined && written !== undefined && signed * 1000 - written > DAY) add('t', 'signed-later');
  return problems;
}

const DAY = 86_400_000;
