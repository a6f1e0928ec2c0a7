import { isIp } from '../mail/ipAddress.ts';
import { type Span, touches } from '../text/span.ts';

/** A host name, domain or address under the cursor, that the probes can be pointed at. */
export interface Target extends Span {
  readonly name: string;
  readonly kind: 'name' | 'address';
}

const REACH = 255;
const TOKEN = /[A-Za-z0-9_.:-]/;

/** The target that touches `offset`, its `IPv6:` and its port within its span; undefined where none does. */
export function targetAt(text: string, offset: number): Target | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start <= REACH && TOKEN.test(text[start - 1] as string)) start--;
  while (end < text.length && end - offset <= REACH && TOKEN.test(text[end] as string)) end++;
  const token = text.slice(start, end);
  const target = targetOf(token, start);
  if (target === undefined) return undefined;
  const port = PORT.exec(text.slice(target.end, end))?.[0].length ?? 0;
  const whole = { start: start + (/^IPv6:/i.test(token) ? 0 : target.start - start), end: target.end + port };
  return touches(whole, offset) ? { ...target, ...whole } : undefined;
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
const PORT = /^:\d{1,5}(?![A-Za-z0-9])/;

/** The target that a word is; undefined for a word that names none. */
export function targetOf(token: string, start: number): Target | undefined {
  // A sentence or a list may put a colon in front of or behind an address, whose own colons there come in pairs.
  const [{ length: lead }] = /^(?:IPv6:|[._-]|:(?!:))*/i.exec(token) as RegExpExecArray;
  const address = token
    .slice(lead)
    .replace(/\.+$/, '')
    .replace(/(?<!:):$/, '');
  const literal = isIp(address) ? address : address.replace(/:\d{1,5}$/, '');
  if (isIp(literal) && literal !== '::') {
    return { start: start + lead, end: start + lead + literal.length, name: literal, kind: 'address' };
  }
  const [{ length: first }] = /^(?:IPv6:|[.:-])*/i.exec(token) as RegExpExecArray;
  const name = token
    .slice(first)
    .replace(/[.:]+$/, '')
    .replace(/:\d{1,5}$/, '');
  if (!NAME.test(name) || FILES.test(name)) return undefined;
  return { start: start + first, end: start + first + name.length, name: name.toLowerCase(), kind: 'name' };
}

/** Words with a dot that are files, not hosts. */
const FILES = /\.(?:txt|log|eml|msg|php|html?|exe|dll|pdf|png|jpe?g|gif|docx?|xlsx?|zip|conf|cnf|json|ts|js)$/i;
