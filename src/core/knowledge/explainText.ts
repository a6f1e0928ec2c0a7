import { parseEnhanced } from './enhancedCodes.ts';
import { explainReply } from './explain.ts';
import type { Explanation } from './explanation.ts';
import { isReplyCode, replyCodes } from './replyCodes.ts';
import { findText, replyTexts, textLimit } from './replyTexts.ts';

/** What was found in a piece of text. */
export interface ExplainedText {
  readonly code?: number;
  readonly enhanced?: string;
  readonly explanation: Explanation;
}

/**
 * Explains a code (`550 5.7.1`), a line of a log or a bounce, or bare words of a server; undefined where the
 * text holds nothing of the kind. Only the first 2000 characters are looked at.
 */
export function explainText(line: string): ExplainedText | undefined {
  const text = line.slice(0, textLimit);
  const found = findCodes(text);
  if (found === undefined) {
    const stage = stageOf(text);
    return findText(replyTexts, { words: text }) === undefined
      ? undefined
      : { explanation: explainReply({ text, stage }) };
  }
  const { code, enhanced, words } = found;
  const codes = { ...(code === undefined ? {} : { code }), ...(enhanced === undefined ? {} : { enhanced }) };
  return { ...codes, explanation: explainReply({ ...codes, text: words, stage: stageOf(text) }) };
}

interface Found {
  readonly code?: number;
  readonly enhanced?: string;
  /** The text that belongs to the codes. */
  readonly words: string;
}

const pair = /(?<![\w.])(\d{3})[ -]{1,2}#?([245]\.\d{1,3}\.\d{1,3})(?!\d|\.\d)/;
const lone = /(?<![\w.:/-])(\d{3})(?=[ -]\S|[ ,;:.)"'\]>]|$)/g;
const status = /(?<![\w.])([245]\.\d{1,3}\.\d{1,3})(?!\d|\.\d|\w)/g;

/** What may stand before a code: the start with marks of a tool, punctuation, or a word that announces one. */
const announced =
  /(?:^[^\w]{0,8}|^[CS] ?: ?|[:;,(["'<>#=] {0,2}|\b(?:said|reply|response|code|error|status|returned|smtp|reject|dsn|result) {0,2})$/i;
const measured = /^[ -](?:bytes|octets|[kmg]i?b|recipients?|messages?|mails?|seconds?|secs?|ms|minutes?|hours?|days?|lines?)\b/i;

function findCodes(text: string): Found | undefined {
  const both = pair.exec(text);
  if (both !== null && parseEnhanced(both[2] as string) !== undefined) {
    const behind = text.slice(both.index + both[0].length);
    return { code: Number(both[1]), enhanced: both[2] as string, words: behind };
  }
  const enhanced = findStatus(text);
  const code = findLone(text);
  if (code === undefined) return enhanced === undefined ? undefined : { enhanced, words: text };
  return { ...code, ...(enhanced === undefined ? {} : { enhanced }) };
}

function findLone(text: string): { readonly code: number; readonly words: string } | undefined {
  for (const match of text.matchAll(lone)) {
    const code = Number(match[1]);
    const end = match.index + 3;
    const alone = text.trim().length === 3;
    const atStart = text.slice(0, match.index).trim() === '';
    if (!alone && measured.test(text.slice(end, end + 12))) continue;
    if (!alone && !replyCodes.has(code) && !(atStart && (isReplyCode(code) || code === 0 || code === 999))) continue;
    if (!alone && !atStart && !announced.test(text.slice(Math.max(0, match.index - 14), match.index))) continue;
    return { code, words: text.slice(end) };
  }
  return undefined;
}

/** A lone enhanced code must be announced, or begin the text: 5.4.0 in a sentence may be a version. */
function findStatus(text: string): string | undefined {
  for (const match of text.matchAll(status)) {
    const before = text.slice(Math.max(0, match.index - 14), match.index);
    if (announced.test(before) || text.slice(0, match.index).trim() === '') return match[1];
  }
  return undefined;
}

const stageWords: readonly (readonly [RegExp, string])[] = [
  [/in reply to end of DATA command|after (?:pipelined )?end of data|reject: END-OF-MESSAGE|status=sent/i, '(data)'],
  [/in reply to RCPT TO command|after (?:pipelined )?RCPT TO|reject: RCPT from/i, 'RCPT'],
  [/in reply to MAIL FROM command|after (?:pipelined )?MAIL FROM|reject: MAIL from/i, 'MAIL'],
  [/in reply to DATA command|after (?:pipelined )?DATA\b|reject: DATA from/i, 'DATA'],
  [/in reply to (?:EHLO|HELO) command|after (?:EHLO|HELO)|reject: (?:EHLO|HELO) from/i, 'EHLO'],
  [/in reply to STARTTLS command|after STARTTLS/i, 'STARTTLS'],
  [/refused to talk to me|after initial connection|reject: CONNECT from/i, 'connect'],
];

/** The stage that a log line or report names in its own words. */
function stageOf(text: string): string {
  return stageWords.find(([pattern]) => pattern.test(text))?.[1] ?? '?';
}
