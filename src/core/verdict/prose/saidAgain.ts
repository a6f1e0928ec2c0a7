import { unwrapped } from '../../knowledge/unwrapped.ts';
import type { FoundReply } from '../../replies/foundReply.ts';
import { spanText } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';

/** A reply that was told, with what is known of it so far. */
export interface ToldReply {
  readonly reply: FoundReply;
  readonly words: string;
  readonly recipient: string | undefined;
}

/** The words without wrapping, spelling of line ends and punctuation, and without the id that differs each time. */
export const wordsOf = (text: string, reply: FoundReply): string =>
  unwrapped(spanText(text, reply.words))
    .replace(/\\[nrt]/g, ' ')
    .replace(OWN_ID, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
    .slice(0, 120);

/** What a server calls this one message or session: long, of letters and figures, as Google's `ga26sm6725546ejc.61`. */
const OWN_ID = /(?<![\w@.=-])(?=[\w-]{0,40}\d)(?=[\w-]{0,40}[a-z])[\w-]{12,80}(?:\.\d{1,6})?(?![\w@])/gi;

/** The same reply again: one of both may be cut off, or name nobody. */
export function isSame(text: string, one: ToldReply, reply: FoundReply, words: string): boolean {
  if (one.reply.code !== reply.code && one.reply.code !== undefined && reply.code !== undefined) return false;
  if (one.recipient !== undefined && reply.recipient !== undefined && one.recipient !== reply.recipient) return false;
  if (one.words === words || (isCutOff(text, reply) && one.words.startsWith(words))) return true;
  const [short, long] = one.words.length < words.length ? [one.words, words] : [words, one.words];
  return short.length >= 12 && long.startsWith(short);
}

/** The next line of a reply of several, whose first has a hyphen behind its code (RFC 5321 4.2.1), however it was wrapped. */
export const goesOn = (text: string, { code, enhanced, start }: FoundReply, end: number, reply: FoundReply): boolean =>
  code === reply.code && enhanced === reply.enhanced && reply.start - end < NEAR && text.startsWith(`${code}-`, start);

/** The reply in the words of another, for which it is one: `5.7.57 Client not authenticated. Error: 535 5.7.139 …`. */
export const tellsWhy = (text: string, { start }: FoundReply, { start: to, enhanced }: FoundReply): boolean =>
  enhanced !== undefined && to - start < NEAR && /^[^\r\n]{8,}\. Error: $/.test(text.slice(start, to));

/** Traces of PHP cut what was handed to a function: `_assertResponseCode('530 5.7.0 Must ...', Array)`. */
const isCutOff = (text: string, { words }: FoundReply): boolean =>
  /(?:\.{3}|…)$/.test(text.slice(words.start, words.end));

/** Programs print one reply several times: in the message of an error, in its fields, and in each of its causes. */
export function isSaidAgain({ text, lines }: Ticket, before: FoundReply, reply: FoundReply): boolean {
  if (lines.lineOf(before.start) === lines.lineOf(reply.start)) return false;
  return !TRACE.test(text.slice(Math.max(before.end, reply.start - 2000), reply.start));
}

const TRACE =
  /nested exception|InnerException|^[ \t]{0,12}-{1,3}> |Caused by|Traceback|^[ \t]{0,12}at [\w.$<>]{2,100}[ (]|\bresponse["']?: ?|\.\.\. \d{1,4} more|During handling of|^[ \t]{1,8}File "/m;

/** Whether what a program says is followed by the exception that caused it, which holds a reply. */
export const leadsTo = (text: string, end: number, told: readonly Pick<ToldReply, 'reply'>[]): boolean => {
  const nested = NESTED.exec(text.slice(end, end + NEAR))?.[0].length;
  return nested !== undefined && told.some(({ reply }) => reply.start > end && reply.start < end + nested + NEAR);
};

const NESTED = /^[;:]?\s{0,20}(?:[({] ?)?(?:nested exception is|Caused by|-{2,3}> |InnerException)/i;

/** Characters between two lines that tell the same. */
export const NEAR = 200;
