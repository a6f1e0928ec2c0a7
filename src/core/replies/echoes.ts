import { defined } from '../text/defined.ts';
import { spanText } from '../text/span.ts';
import type { FoundReply } from './foundReply.ts';

/** How far apart a code and the reply that it stands for may be. */
const NEAR = 600;
/** The same within one record: fields beside each other. */
const BESIDE = 60;

/**
 * Each reply once, with all that is known of it: programs print the code of a reply beside the reply (`responseCode:
 * 550`, `(code: 550)`), or code, status and words in fields of their own, and each line of a reply repeats its code
 * (RFC 5321 4.2.1).
 */
export function withoutEchoes(text: string, found: readonly FoundReply[]): readonly FoundReply[] {
  const joined: FoundReply[] = [];
  for (const reply of found) {
    const before = joined.at(-1);
    const both = before && (ofOneRecord(text, before, reply) ?? goneOn(text, before, reply));
    if (both !== undefined) joined[joined.length - 1] = both;
    else if (before === undefined || !isWithin(text, before, reply)) joined.push(reply);
    if (before !== undefined && both === undefined && reply.code !== undefined && joined.at(-1) === reply)
      joined.splice(-2, 1, endingAt(text, before, reply.start));
  }
  const sure = new Set<FoundReply>();
  const own = joined.filter((reply, i) => {
    const [before, behind] = [joined[i - 1], joined[i + 1]].map((one) => (isEcho(text, reply, one) ? one : undefined));
    const isNext = behind && (before === undefined || behind.start - reply.end < reply.start - before.words.end);
    const other = isNext ? behind : before;
    // What shows that the echo is a reply shows it of the reply.
    if (other !== undefined && reply.sureness === 'sure' && other.code === reply.code) sure.add(other);
    return other === undefined;
  });
  return own.map((reply) => (sure.has(reply) ? { ...reply, sureness: 'sure' } : reply));
}

const saysSomething = (text: string): boolean => /\p{L}{2}/u.test(text);

const isWordless = (text: string, { words }: FoundReply): boolean => !saysSomething(spanText(text, words));

const isCodeAlone = (text: string, reply: FoundReply): boolean =>
  reply.enhanced === undefined && isWordless(text, reply);

/** The codes alone of a reply that stands whole beside them, or what a program says behind them of its own. */
function isEcho(text: string, reply: FoundReply, other: FoundReply | undefined): boolean {
  if (other === undefined || Math.abs(other.start - reply.start) >= NEAR) return false;
  if (reply.code === undefined)
    return reply.sureness !== 'sure' && reply.enhanced === other.enhanced && isWordless(text, reply);
  if (other.code !== reply.code) return false;
  if (isCodeAlone(text, reply)) return !isCodeAlone(text, other);
  const tellsMore = other.sureness === 'sure' && !isWordless(text, other);
  return reply.enhanced === undefined && reply.sureness !== 'sure' && tellsMore;
}

const OWN_WORDS = /^\W{0,6}(?:expected|unexpected|got|received)\b/i;

/** A code and a status in two fields of one record; a code and behind it the reply with it. */
function ofOneRecord(text: string, first: FoundReply, second: FoundReply): FoundReply | undefined {
  // The code stands behind the words with the status.
  if (first.code === undefined && second.words.start <= first.start)
    return { ...second, ...defined({ enhanced: second.enhanced ?? first.enhanced }) };
  // The words with the status, and the code in a field behind them.
  if (first.code === undefined && isCodeBehind(text, first, second))
    return { ...first, ...defined({ code: second.code, codeSpan: second.codeSpan }) };
  // A log states the status in front of the reply that it was taken from: `dsn=4.2.2, stat=Deferred: 452 4.2.2 …`.
  if (first.frame === 'status' && first.code === undefined && isStatusOf(text, first, second)) return second;
  if (first.enhanced !== undefined || first.code === undefined) return undefined;
  const between = text.slice(first.end, second.start);
  // What a program says of its own, and repeats the code in front: `(code: 451): Expected … but got code "451", …`.
  const isInside = first.sureness !== 'sure' && second.sureness === 'sure' && second.start <= first.words.end + 1;
  const isOwn = isInside && OWN_WORDS.test(between.slice(0, NEAR));
  if (second.code === first.code && isOwn) return second;
  const isFar = between.length > BESIDE && (second.code !== undefined || second.start >= first.words.end);
  if (isFar || between.includes('\n\n')) return undefined;
  if (second.code === first.code && !saysSomething(between)) return second;
  if (second.code !== undefined || second.enhanced?.[0] !== String(first.code)[0]) return undefined;
  const alone = isCodeAlone(text, first) || first.words.start >= second.start;
  if (!alone && second.sureness === 'doubtful') return undefined;
  const { code, codeSpan, start, frame, sureness } = first;
  const words = alone ? second.words : first.words;
  return {
    ...first,
    ...second,
    ...(codeSpan && { codeSpan }),
    start,
    code,
    frame,
    sureness,
    words,
    text: text.slice(start, words.end),
  };
}

const isCodeBehind = (text: string, first: FoundReply, second: FoundReply): boolean =>
  (second.frame === 'field' || second.frame === 'status') &&
  isCodeAlone(text, second) &&
  !isWordless(text, first) &&
  second.start >= first.words.end &&
  second.start - first.words.end <= BESIDE &&
  first.enhanced?.[0] === String(second.code)[0];

function isStatusOf(text: string, { enhanced, end }: FoundReply, { code, enhanced: own, start }: FoundReply): boolean {
  if (code === undefined || start - end > BESIDE || /[\r\n]/.test(text.slice(end, start))) return false;
  return enhanced?.[0] === String(code)[0] && (own === enhanced || enhanced?.endsWith('.0.0') === true);
}

/** The next line of a reply, which repeats its code. */
function goneOn(text: string, first: FoundReply, second: FoundReply): FoundReply | undefined {
  if (first.code === undefined || second.code !== first.code || second.start < first.words.end) return undefined;
  const between = text.slice(first.words.end, second.start);
  if (!/^[ \t]{0,8}\r?\n[ \t>|]{0,20}$/.test(between) || text[first.start + 3] !== '-') return undefined;
  const words = { start: first.words.start, end: second.words.end };
  return { ...first, words, text: text.slice(first.start, words.end) };
}

/**
 * Words of a reply that name another one: the next line of it in the same quote, its status behind its words, what
 * another server said to the one that tells it, a number. A mark or a stop in front of it starts a reply of its own.
 */
const isWithin = (text: string, first: FoundReply, second: FoundReply): boolean =>
  second.start < first.words.end &&
  ((second.sureness !== 'sure' && first.sureness !== 'doubtful') ||
    (first.code !== undefined &&
      second.code !== undefined &&
      (second.code === first.code ||
        !BREAK.test(text.slice(Math.max(first.words.start, second.start - 30), second.start)))));

const BREAK = /(?:<<<?|>>>?|!!|<-|[;|,]|\b(?:and|S|Got|server|CLIENT)[:]?)["' ]{0,3}$/i;

/** Behind the words of one reply stands the next. */
function endingAt(text: string, reply: FoundReply, end: number): FoundReply {
  if (reply.words.end <= end) return reply;
  const words = { start: Math.min(reply.words.start, end), end };
  return { ...reply, words, text: text.slice(reply.start, end) };
}
