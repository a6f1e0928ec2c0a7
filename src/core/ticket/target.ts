import type { Span } from '../text/span.ts';

/** A host name, domain or address under the cursor, that the probes can be pointed at. */
export interface Target extends Span {
  readonly name: string;
  readonly kind: 'name' | 'address';
}

const REACH = 255;
const TOKEN = /[A-Za-z0-9_.:-]/;

/** The target that touches `offset`; undefined where none does. */
export function targetAt(text: string, offset: number): Target | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start <= REACH && TOKEN.test(text[start - 1] as string)) start--;
  while (end < text.length && end - offset <= REACH && TOKEN.test(text[end] as string)) end++;
  return targetOf(text.slice(start, end), start);
}

const WORDS = /[A-Za-z0-9_.:-]{4,255}/g;

/** The targets named from `start` to `end`, in order. */
export function* targetsIn(text: string, start: number, end: number): Iterable<Target> {
  for (const match of text.slice(start, end).matchAll(WORDS)) {
    const target = targetOf(match[0], start + match.index);
    if (target !== undefined) yield target;
  }
}

const NAME =
  /^(?=.{4,253}$)(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?\.){1,30}[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;
const IPV6 = /^(?=.{2,45}$)(?:[0-9a-f]{1,4}:){2,7}(?::|[0-9a-f]{1,4})(?::?[0-9a-f]{1,4}){0,6}$/i;

/** The target that a word is; undefined for a word that names none. */
export function targetOf(token: string, start: number): Target | undefined {
  const lead = /^(?:IPv6:|[.:_-])*/i.exec(token)?.[0].length ?? 0;
  const bare = token
    .slice(lead)
    .replace(/[.:]+$/, '')
    .replace(/:\d{1,5}$/, '');
  const span = { start: start + lead, end: start + lead + bare.length };
  if (IPV4.test(bare) || IPV6.test(token.slice(lead))) return { ...span, name: bare, kind: 'address' };
  return NAME.test(bare) && !FILES.test(bare) ? { ...span, name: bare.toLowerCase(), kind: 'name' } : undefined;
}

/** Words with a dot that are files, not hosts. */
const FILES = /\.(?:txt|log|eml|msg|php|html?|exe|dll|pdf|png|jpe?g|gif|docx?|xlsx?|zip|conf|cnf|json|ts|js)$/i;
