import type { Span } from '../text/span.ts';
import { insteadOf } from './otherNumbers.ts';

/** What may open a reply: quotes of any spelling, brackets, marks of emphasis, blanks; a letter for bytes in front of a quote. */
const OPENING =
  /(?:\\{0,7}["'`]|[“”„«‘’([{*_]|(?<!SMTP)<|&(?:quot|apos|lt|#0?3[49]|#x2[27]);|\\u00(?:2[27]|3[cC])|\\[nrt]|[ \t\u00a0]|(?<![\p{L}\p{N}])[bu](?=\\{0,7}["']|&)|#(?=#?$)){1,12}$/iu;

/** The quotes and brackets at the end of what stands in front of a reply. */
export function opening(lead: string): string {
  if (PLAIN.test(lead.slice(-3))) return ' ';
  return MAY_OPEN.has(lead.slice(-1)) ? (OPENING.exec(lead.slice(-60))?.[0] ?? '') : '';
}

/** With what an opening may end. */
const MAY_OPEN: ReadonlySet<string> = new Set('"\'`“”„«‘’([{<*_;27cCnNrRtT \t\u00a0#');

/** A word and a blank, as most replies have in front of them. */
const PLAIN = /[a-z\d][a-z\d.,:=] $/i;

/** Characters of one reply, and lines of it where a quote goes on over several. */
const LONGEST = 2000;
const QUOTED_LINES = 12;

/** Where the codes of a reply stand, and what stands around them. */
export interface Codes extends Span {
  /** What stands between the code and the enhanced code; undefined where there is one of them alone. */
  readonly between: string | undefined;
  /** The line in front of them, without `opener`: the quotes and brackets that open the reply. */
  readonly before: string;
  readonly opener: string;
  /** The value of a field: what follows is the next field. */
  readonly isField: boolean;
}

/**
 * Where the words of a reply stand: from behind its codes to the closing quote or bracket, or to the end of the line. A
 * code that is quoted alone has none.
 */
export function wordsBehind(text: string, codes: Codes, limit: number): Span {
  const { end, between, before, opener, isField } = codes;
  const most = Math.min(limit, end + LONGEST);
  if (between === undefined && insteadOf.test(text.slice(end, end + 40))) return { start: end, end };
  const behind = text.slice(end, end + 60);
  const next = isField ? WORDS_FIELD.exec(behind)?.[0] : undefined;
  if (next !== undefined) return closed(text, end + next.length, most, closingOf(lastMark(next)));
  const around = enclosing(opener, between ?? '') ?? openValue(before);
  const closing = closingOf(around);
  const none = { start: end, end };
  const [listed, quote] = LISTED.exec(text.slice(end, end + 12)) ?? [];
  if (listed !== undefined && quote !== undefined) return closed(text, end + listed.length, most, quote);
  if (closing !== undefined && text.startsWith(closing, end)) {
    if ((between !== undefined && lastMark(between) === undefined) || !/[)\]]/.test(closing)) return none;
    if (/^["'”»](?:[,;.)\]}\s]|$)/.test(text.slice(end + 1, end + 3))) return none;
    const [mark] = /^[:,;.]?[ \t]{0,3}(?:- )?/.exec(text.slice(end + 1, end + 8)) as RegExpExecArray;
    return closed(text, end + 1 + mark.length, most, closingOf(openValue(before)));
  }
  if (between === undefined && (isField ? FIELD_ENDS.test(behind) : behind[0] === ',' && NEXT_FIELD.test(behind)))
    return none;
  const [inner] = INNER.exec(behind) as RegExpExecArray;
  const opens = lastMark(inner);
  const words = closed(text, end + inner.length, most, closingOf(opens) ?? closing);
  const lines = text[codes.start + 3] === '-' ? LINES.exec(text.slice(codes.start, most)) : null;
  if (lines !== null) return { start: words.start, end: codes.start + lines[0].length };
  // What is quoted at the beginning of the words is part of them: `550 'bob@contoso.test' is not a user`.
  return opens !== undefined && GOES_ON.test(text.slice(words.end, Math.min(most, words.end + 40)))
    ? closed(text, end + inner.length - opens.length, most, closing)
    : words;
}

/** The lines of a reply as a list behind its code: `('550', ['…'])`. */
const LISTED = /^["'],[ \t\r\n]{0,4}\[[bu]?(["'])/;

/** A reply of several lines, each in quotes of its own: `"550-a", "550 b"`. */
const LINES = /^([245]\d\d)-[^"'\n]{0,500}(?:["'],\s{0,8}[bu]?["']\1[ -][^"'\n]{0,500}){1,20}/;

/** The field beside that of the code, with the words. */
const WORDS_FIELD =
  /^["'\\]{0,8}(?:[,;][ \t]{0,3}|[ \t]{1,3})["'\\]{0,8}(?:smtp|server|reply|response|error|status)?[ _-]?(?:reason|message|msg|text|description|details?|error|response|reply)["'\\]{0,8} ?(?:[:=]|=>) ?(?:\\{0,7}["'])?(?![245]\.\d)(?=\p{L})/iu;

/** What stands behind the code of a field of its own. */
const FIELD_ENDS = /^["'\\]{0,8}(?:$|[,}\]&\r\n]|[ \t]{1,3}["']?[\w.-]{2,30}["']?=)/;

/** The next field of a list in words: `Server Error: 550, Error Number: 0x800CCC79`. */
const NEXT_FIELD = /^, ?\s{0,2}[\p{L}][\p{L} ()]{0,20}(?:\r?\n[\p{L} ()]{1,20})?: /u;

/** The sentence goes on behind the quote. */
const GOES_ON = /^["'] \p{Ll}{2}/u;

/** What stands between the codes and the words: `: `, `, b'`, a quote. */
const INNER =
  /^(?:[)\]]?[:,;]?[ \t\u00a0]{0,3}(?:[bu]?\\{0,7}["'](?=\S)|[bu]?&(?:quot|apos|#0?3[49]|#x2[27]);)|[)\]]?(?: [-–|]|[:,;-])?[ \t\u00a0]{0,3})/;

const MARK = '(\\\\{0,7}["\'`]|[“„«‘([{<]|&(?:quot|apos|lt|#0?3[49]|#x2[27]);|\\\\u00(?:2[27]|3[cC]))';
const LAST_MARK = new RegExp(`${MARK}[ \\t\\u00a0bu#]{0,4}$`, 'iu');

const lastMark = (text: string): string | undefined => LAST_MARK.exec(text)?.[1];

/** The last mark that is open behind the codes. */
function enclosing(opener: string, between: string): string | undefined {
  const open = between.startsWith(')') ? opener.replace(/\([^(]{0,12}$/, '') : opener;
  return lastMark(between) ?? lastMark(open);
}

/** The quote of a value or the bracket that is still open: `err="auth: 535 …`, `(host a.test said: 550 …`. */
const OPEN_VALUE = /(?:[:=(,[{] ?| )[bu]?(\\{0,7}["'])[^"'\\\n]{1,150}$|(\()[^()\n]{1,150}$/;

const MAY_BE_OPEN = /["'(]/;

function openValue(before: string): string | undefined {
  if (!MAY_BE_OPEN.test(before)) return undefined;
  const [, quote, bracket] = OPEN_VALUE.exec(before.slice(-150)) ?? [];
  return quote ?? bracket;
}

const PAIRS: ReadonlyMap<string | undefined, string> = new Map([
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['‘', '’'],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
  ['&lt;', '&gt;'],
]);

const closingOf = (mark: string | undefined): string | undefined => PAIRS.get(mark) ?? mark;

/** The words up to what closes them, or to the end of the line. */
function closed(text: string, start: number, most: number, closing: string | undefined): Span {
  const close = closing === undefined ? -1 : closeAt(text, start, most, closing);
  return trimmed(text, start, close < 0 ? endOfLine(text, start, most) : close);
}

function endOfLine(text: string, from: number, most: number): number {
  let end = from;
  while (end < most && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

const BACKSLASH = 92;
const BRACE = 123;

/** Where the closing mark stands: balanced for brackets, no apostrophe inside of a word for quotes; -1 where it is missing. */
function closeAt(text: string, from: number, most: number, closing: string): number {
  const balanced = closing === ')' || closing === ']' || closing === '}';
  const open = (closing === ')' ? '(' : closing === ']' ? '[' : '{').charCodeAt(0);
  const sign = closing.charCodeAt(0);
  let depth = 0;
  let lines = 0;
  let isObject = false;
  for (let i = from; i < most; i++) {
    const c = text.charCodeAt(i);
    isObject ||= c === BRACE;
    if (c === 10 && (++lines > (balanced ? 2 : QUOTED_LINES) || text.charCodeAt(i + 1) === 10)) return -1;
    if (balanced && c === open) depth++;
    if (c !== sign || !text.startsWith(closing, i)) continue;
    if (balanced && depth-- > 0) continue;
    if (sign !== BACKSLASH && text.charCodeAt(i - 1) === BACKSLASH) continue;
    if (/^['’]$/.test(closing) && /\p{L}/u.test(text.charAt(i + 1))) continue;
    if (closing === '"' && isOpening(text, i, isObject)) {
      i = text.indexOf('"', i + 1);
      if (i < 0) return -1;
      continue;
    }
    return i;
  }
  return -1;
}

/** A quote within the words, which not every program escapes: `argument "x" invalid`, `{"Error":{"Code":"x"}}`. */
const isOpening = (text: string, at: number, isObject: boolean): boolean =>
  (isObject ? /[ (={[:,]/ : /[ (=]/).test(text.charAt(at - 1)) && /[\p{L}\p{N}_<]/u.test(text.charAt(at + 1));

const SPACE = /\s/;
const MAY_BE_CUT = /[\srn]/;

/** Without blanks and line ends, also spelt out, at either end. */
function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = Math.max(from, to);
  while (start < end && SPACE.test(text.charAt(start))) start++;
  for (let cut = 1; cut > 0 && end > start && MAY_BE_CUT.test(text.charAt(end - 1)); end -= cut) {
    cut = /(?:\s|\\{1,4}[rn]){1,20}$/.exec(text.slice(Math.max(start, end - 20), end))?.[0].length ?? 0;
  }
  return { start, end };
}
