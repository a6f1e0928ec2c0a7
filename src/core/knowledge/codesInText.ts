import type { Stage } from '../smtp/verbs.ts';
import { defined } from '../text/defined.ts';
import { parseEnhanced } from './enhancedCodes.ts';
import { isReplyCode, replyCodes } from './replyCodes.ts';

/** Codes found in a line of a log, a bounce or a sentence. */
export interface Found {
  readonly code?: number;
  readonly enhanced?: string;
  /** The text that belongs to the codes. */
  readonly words: string;
}

const pair = /(?<![\w.])(\d{3})[ -]{1,2}#?([245]\.\d{1,3}\.\d{1,3})(?!\d|\.\d)/;
const lone = /(?<![\w.:/-])(\d{3})(?=[ -]\S|[ ,;:)"'\]>]|\.?(?:\s|$))/g;
const status = /(?<![\w.])([245]\.\d{1,3}\.\d{1,3})(?!\d|\.\d|\w)/g;

/** What may stand before a code: the start with marks of a tool, punctuation, or a word that announces one. */
const word =
  /\b(?:said|reply|response|response_?code|retcode|code|error|status|stat|returned|smtp|reject|dsn|result)[=:]? {0,2}$/i;
/** What a server said, whatever the number. */
const quoted = /\b(?:said|smtp|reply|response|replied|answered)[:;] ?$/i;
const mark = /(?:^[^\w]{0,8}|^[CS] ?: ?|[:;,(["'<>#] {0,2})$/;
const measured =
  /^[ -](?:bytes|octets|[kKmMgG]i?B\b|recipients|messages|mails|seconds|secs?\b|ms\b|minutes|hours|days|lines)/;

/** The reply code and the enhanced code that a text holds, or undefined where it holds neither. */
export function findCodes(text: string): Found | undefined {
  const both = pair.exec(text);
  if (both !== null && parseEnhanced(both[2] as string) !== undefined) {
    const behind = text.slice(both.index + both[0].length);
    return { code: Number(both[1]), enhanced: both[2] as string, words: behind };
  }
  const enhanced = findStatus(text);
  const code = findLone(text);
  if (code === undefined) return enhanced === undefined ? undefined : { enhanced, words: text };
  return { ...code, ...defined({ enhanced }) };
}

function findLone(text: string): { readonly code: number; readonly words: string } | undefined {
  for (const match of text.matchAll(lone)) {
    const code = Number(match[1]);
    const end = match.index + 3;
    const alone = text.trim().length === 3;
    const atStart = text.slice(0, match.index).trim() === '';
    if (!alone && measured.test(text.slice(end, end + 12))) continue;
    const before = text.slice(Math.max(0, match.index - 16), match.index);
    const likely = isReplyCode(code) && (atStart || quoted.test(before));
    if (!alone && !replyCodes.has(code) && !likely && !(atStart && (code === 0 || code === 999))) continue;
    // Punctuation announces only what RFC 5321 knows: other numbers of three digits are too common.
    if (!alone && !atStart && !word.test(before) && !(mark.test(before) && isReplyCode(code))) continue;
    return { code, words: text.slice(end) };
  }
  return undefined;
}

/** A lone enhanced code must be announced, or begin the text: 5.4.0 in a sentence may be a version. */
function findStatus(text: string): string | undefined {
  for (const match of text.matchAll(status)) {
    const before = text.slice(Math.max(0, match.index - 16), match.index);
    if (word.test(before) || mark.test(before) || text.slice(0, match.index).trim() === '') return match[1];
  }
  return undefined;
}

const stageWords: readonly (readonly [RegExp, Stage])[] = [
  [/in reply to end of DATA command|after (?:pipelined )?end of data|reject: END-OF-MESSAGE|status=sent/i, '(data)'],
  [/in reply to RCPT TO command|after (?:pipelined )?RCPT TO|reject: RCPT from/i, 'RCPT'],
  [/in reply to MAIL FROM command|after (?:pipelined )?MAIL FROM|reject: MAIL from/i, 'MAIL'],
  [/in reply to DATA command|after (?:pipelined )?DATA\b|reject: DATA from/i, 'DATA'],
  [/in reply to (?:EHLO|HELO) command|after (?:EHLO|HELO)|reject: (?:EHLO|HELO) from/i, 'EHLO'],
  [/in reply to STARTTLS command|after STARTTLS/i, 'STARTTLS'],
  [/refused to talk to me|after initial connection|reject: CONNECT from/i, 'connect'],
];

/** One of these stands in every text that names its stage; most texts name none. */
const cues = ['in reply to', 'after ', 'reject: ', 'status=sent', 'refused to talk'];

/** The stage that a log line or report names in its own words. */
export function stageOf(text: string): Stage {
  const lower = text.toLowerCase();
  if (!cues.some((cue) => lower.includes(cue))) return '?';
  return stageWords.find(([pattern]) => pattern.test(text))?.[1] ?? '?';
}
