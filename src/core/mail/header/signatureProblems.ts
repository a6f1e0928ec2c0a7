import type { Message } from '../message.ts';
import { readDate } from './date.ts';
import { fieldNamed } from './fields.ts';
import type { Tag } from './tags.ts';

/** What is wrong with one tag of a DKIM signature, as far as its text shows. */
export interface SignatureProblem {
  readonly tag: string;
  /** Stable. */
  readonly code:
    | 'missing-tag'
    | 'body-cut'
    | 'expired'
    | 'expires-first'
    | 'weak-algorithm'
    | 'from-unsigned'
    | 'identity-outside'
    | 'signed-later';
  /** A sentence. */
  readonly text: string;
}

const NEEDED = ['v', 'a', 'b', 'bh', 'd', 'h', 's'];

/** RFC 6376 3.5 and 6.1.1, RFC 8301. */
export function signatureProblems(message: Message, tags: readonly Tag[]): readonly SignatureProblem[] {
  const of = (name: string): string | undefined => tags.find((tag) => tag.name === name)?.value;
  const seconds = (name: string): number | undefined => {
    const value = of(name) ?? '';
    return /^\d{1,12}$/.test(value) ? Number(value) : undefined;
  };
  const problems: SignatureProblem[] = NEEDED.filter((name) => of(name) === undefined).map((name) => ({
    tag: name,
    code: 'missing-tag',
    text: `The tag ${name}= is missing, so nobody can check the signature (RFC 6376 3.5).`,
  }));
  const add = (tag: string, code: SignatureProblem['code'], text: string): void => {
    problems.push({ tag, code, text });
  };
  if (of('l') !== undefined) {
    add(
      'l',
      'body-cut',
      'l= leaves the end of the body unsigned: anybody can add text there, and the signature stays good (RFC 6376 8.2).',
    );
  }
  if (/^rsa-sha1$/i.test(of('a') ?? '')) {
    add(
      'a',
      'weak-algorithm',
      'rsa-sha1 must not be used any more; checkers may treat the message as not signed (RFC 8301 3.1).',
    );
  }
  const names = (of('h') ?? '')
    .toLowerCase()
    .split(':')
    .map((name) => name.trim());
  if (of('h') !== undefined && !names.includes('from')) {
    add('h', 'from-unsigned', 'From is not among the signed fields, which makes the signature invalid (RFC 6376 5.4).');
  }
  const domain = of('d')?.toLowerCase();
  const identity = of('i')?.toLowerCase().replace(/^.*@/s, '');
  if (domain !== undefined && identity !== undefined && identity !== domain && !identity.endsWith(`.${domain}`)) {
    add(
      'i',
      'identity-outside',
      'The domain in i= is not d= nor below it, which makes the signature invalid (RFC 6376 3.5).',
    );
  }
  const [signed, expires] = [seconds('t'), seconds('x')];
  if (expires !== undefined && signed !== undefined && expires <= signed) {
    add('x', 'expires-first', 'It expires before it was signed (RFC 6376 3.5).');
  }
  const arrived = Math.max(...message.hops.map((hop) => hop.date?.epoch ?? Number.NEGATIVE_INFINITY));
  if (expires !== undefined && Number.isFinite(arrived) && expires * 1000 < arrived) {
    add('x', 'expired', 'It had expired when the last server took the message.');
  }
  const date = fieldNamed(message.fields, 'date')?.value;
  const written = date === undefined ? undefined : readDate(date, 0, date.length).epoch;
  if (signed !== undefined && written !== undefined && signed * 1000 - written > DAY) {
    add('t', 'signed-later', 'It was signed more than a day later than Date says the message was written.');
  }
  return problems;
}

const DAY = 86_400_000;
