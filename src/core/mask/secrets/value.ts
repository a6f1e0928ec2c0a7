import type { Span } from '../../text/span.ts';
import { END } from './opening.ts';

/** What stands behind the name of a secret. */
export interface Value extends Span {
  /** Between quotation marks, which the span leaves out. */
  readonly quoted: boolean;
  /** Behind the mark that closes it. */
  readonly after: number;
  /** Between single ones, in which no shell and no language puts in variables. */
  readonly literal: boolean;
}

/** Characters of a value that has blanks or marks in it. */
const LONGEST = 300;
/** Tokens are longer, and have none: no server takes one that is longer than this. */
const TOKEN = /[A-Za-z0-9+/_.=~%!*-]{290,65000}/y;

/** How far a value may go on that starts at an offset. */
function reachFrom(text: string, at: number): number {
  TOKEN.lastIndex = at;
  return Math.max(LONGEST, TOKEN.exec(text)?.[0].length ?? 0);
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['„', '“'],
  ['‘', '’'],
  ['«', '»'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
]);

/** What languages put in front of a string. */
const PREFIX = /(?:[bBrRuUfFLN]{1,2}|[@$]{1,2})?(?=["'`])/y;
/** What may follow the end of a string. */
const BEHIND = /[\s,;:)\]}>|&.\\<+?!=#/*_-]|$/y;

/** The value that stands at an offset, up to the end of its line; undefined where none does. */
export function valueAt(text: string, at: number): Value | undefined {
  if (text.charAt(at) === '\\') return escapedAt(text, at) ?? bareAt(text, at);
  PREFIX.lastIndex = at;
  const from = at + (PREFIX.exec(text)?.[0].length ?? 0);
  const close = CLOSING.get(text.charAt(from));
  if (close === undefined) return bareAt(text, at);
  const end = closing(text, from + 1, close, text.charAt(from) === '„');
  if (end === undefined) return bareAt(text, from + 1);
  if (end === from + 1) return undefined;
  return { start: from + 1, end, after: end + 1, quoted: true, literal: text.charAt(from) === "'" };
}

const OPENED = /(\\{1,15})["']/y;

/**
 * A string inside another: its marks have backslashes in front. Each level of strings doubles those of what stands inside,
 * and adds one in front of the mark (RFC 8259 7).
 */
function escapedAt(text: string, at: number): Value | undefined {
  OPENED.lastIndex = at;
  const count = OPENED.exec(text)?.[1]?.length;
  if (count === undefined) return undefined;
  const mark = text.charAt(at + count);
  const start = at + count + 1;
  const reach = reachFrom(text, start);
  for (let i = text.indexOf(mark, start); i >= 0 && i - start <= reach; i = text.indexOf(mark, i + 1)) {
    let slashes = 0;
    while (slashes < i - start && text[i - 1 - slashes] === '\\') slashes++;
    if (/[\r\n]/.test(text.slice(start, i))) break;
    // Fewer end the string around it.
    if (slashes < count) break;
    const inside = (slashes - count) / (count + 1);
    if (!Number.isInteger(inside / 2)) continue;
    if (i - count === start) return undefined;
    BEHIND.lastIndex = i + 1;
    // The string around it may end right behind.
    if (BEHIND.test(text) || /["']/.test(text.charAt(i + 1)))
      return { start, end: i - count, after: i + 1, quoted: true, literal: false };
  }
  return undefined;
}

/**
 * Where a string ends: at the first mark that what follows lets be its end, because people paste passwords with
 * quotation marks between quotation marks; else at the first one.
 */
function closing(text: string, from: number, close: string, german: boolean): number | undefined {
  const reach = Math.min(text.length, from + reachFrom(text, from) + 2);
  let first: number | undefined;
  let escaped: number | undefined;
  for (let i = from; i < reach; i++) {
    const char = text.charAt(i);
    if (char === '\n' || char === '\r') break;
    if (char === '\\') {
      if (text.charAt(i + 1) === close && escaped === undefined) escaped = i + 1;
      i++;
      continue;
    }
    if (char !== close && !(german && char === '”')) continue;
    BEHIND.lastIndex = i + 1;
    const next = text.charAt(i + 1);
    if (BEHIND.test(text) || (next !== close && /["'`]/.test(next))) return i;
    BEHIND.lastIndex = i + 2;
    // A doubled mark is one of the string's own; at the end of a string inside another two of them stand, too.
    if (next === close && !BEHIND.test(text)) i++;
    else if (next === close) return i;
    else first ??= i;
  }
  return first ?? escaped;
}

/** An element of HTML ends it. */
/** Markup that is written out: what it surrounds is found where it is read. */
const REFERENCE = /^&(?:lt|gt|nbsp|amp);?/;
const BARE = /(?:[^\s<>│]|<(?![/a-z!])|>(?=\S)){1,300}/iy;
/** Passwords for programs of Google are shown in four groups of letters. */
const GROUPS = /[a-z]{4}(?: [a-z]{4}){3}(?![a-z])/y;
/** The next parameter of a list, a URL or a connection string. */
const NEXT = /[;&,](?=[\w.-]{1,40}["']?[=:]|[;&,]|$)|["'`][,;:)\]}]|\\r\\n|\\[rnt](?=["']|$)|"\\?[,}]/;
/** What ends a sentence, a list, a string or a cell. */
const TAIL = /(?:[.,;:)\]}>"'`|»”“’」』]|\*\*|__|\\[rnt]?)+$/;

/** A value whose end nothing marks. */
export const plainValue = (start: number, end: number): Value => ({
  start,
  end,
  after: end,
  quoted: false,
  literal: false,
});
/** A value whose end its place tells. */
export const wholeValue = (start: number, end: number): Value => ({
  start,
  end,
  after: end,
  quoted: true,
  literal: false,
});

/** A word without quotation marks. Signs belong to it as far as they are not those that texts put behind words. */
export function bareAt(text: string, at: number): Value | undefined {
  GROUPS.lastIndex = at;
  const groups = GROUPS.exec(text)?.[0];
  if (groups !== undefined) return plainValue(at, at + groups.length);
  if (REFERENCE.test(text.slice(at, at + 6))) return undefined;
  BARE.lastIndex = at;
  const bare = BARE.exec(text)?.[0] ?? '';
  const run = bare.length < LONGEST ? bare : text.slice(at, at + reachFrom(text, at));
  const cut = run.search(NEXT);
  const word = (cut < 0 ? run : run.slice(0, cut)).replace(TAIL, '');
  return word === '' ? undefined : plainValue(at, at + word.length);
}

const LAST = new RegExp(END, 'my');

/** A value that is the rest of its line, or of what the line stands in. */
export function restAt(text: string, at: number): Value | undefined {
  const value = valueAt(text, at);
  if (value === undefined) return undefined;
  LAST.lastIndex = value.after;
  return LAST.test(text) ? value : undefined;
}

/** The value without what the string it stands in has put around its signs; and as URLs write it. */
export function spelt(value: string): readonly string[] {
  const forms = new Set([value]);
  if (value.includes('\\')) forms.add(value.replace(/\\(.)/g, '$1'));
  for (const mark of ['"', "'"]) if (value.includes(mark + mark)) forms.add(value.replaceAll(mark + mark, mark));
  if (/%[0-9a-f]{2}/i.test(value)) {
    try {
      forms.add(decodeURIComponent(value));
    } catch {
      // It is none of a URL.
    }
  }
  return [...forms];
}
