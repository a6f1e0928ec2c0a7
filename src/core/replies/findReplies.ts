import { atEnd } from '../text/atEnd.ts';
import { append } from '../text/lists.ts';
import type { Span } from '../text/span.ts';
import { codesOfLettre } from './codesOfLettre.ts';
import { withoutEchoes } from './echoes.ts';
import { opening, wordsBehind } from './endOfWords.ts';
import type { FoundReply } from './foundReply.ts';
import { type Codes, type Framed, type Front, frameOf } from './frameOf.ts';
import { partiesAround } from './parties.ts';
import { stageAround } from './stages.ts';

/** Three digits, or an enhanced code, that are no part of a longer number or word, nor of a second. */
const IN_FRONT = String.raw`(?<!:\d\d,\d)(?<=(?:^|[^\w./-]|\\[nrt]|\\u00(?:2[27]|3[cC])|[^\w./]-)\d)`;
/** The digit stands first in it, so that nothing else is looked at twice. */
const CANDIDATE = new RegExp(
  String.raw`(\d${IN_FRONT}\d{2})(?![\w%]|[.,]\d|\/\d|:\d)|([245]${IN_FRONT}\.\d{1,3}\.\d{1,3})(?![\w%]|\.\d)`,
  'g',
);

/** What may stand between a code and the enhanced code of the same reply. */
const BETWEEN =
  /^(?:[ \t\u00a0]{1,3}(?:-{1,2} )?|-|(?:\\{1,4}[rn]){1,2}|[)\]"']{0,2}[:,;]? {0,2}(?:-{1,2} )?[([]?(?:[bu]?\\{0,7}["']|[bu]?&(?:quot|apos|#0?3[49]|#x2[27]);|\\u002[27])?)[#[(]{0,2}([245]\.\d{1,3}\.\d{1,3})(?![a-z\d_%]|\.\d)/;

/** Characters in front of a reply that are looked at, and of the line above where the line starts with it. */
const BEFORE = 160;
const ABOVE = 100;

/** The replies that stand in `text` from `start` to `end`, in order. `names`: with whom they are about. */
export function findReplies(text: string, start = 0, end = text.length, names = true): readonly FoundReply[] {
  const found: FoundReply[] = [];
  let last: FoundReply | undefined;
  const candidate = CANDIDATE;
  candidate.lastIndex = start;
  for (let match = candidate.exec(text); match !== null && match.index < end; match = candidate.exec(text)) {
    // The next line of a reply in the same quote.
    if (last !== undefined && match.index < last.words.end && Number(match[1]) === last.code && last.enhanced) continue;
    const reply = readCandidate(text, match, { start, end }, last, names);
    if (reply === undefined) continue;
    found.push(reply);
    last = reply;
    candidate.lastIndex = reply.end;
  }
  append(found, codesOfLettre(text, start, end));
  return withoutEchoes(text, found);
}

function readCandidate(
  text: string,
  match: RegExpExecArray,
  within: Span,
  last: FoundReply | undefined,
  names: boolean,
): FoundReply | undefined {
  const { start, end } = within;
  const at = match.index;
  const codes = codesAt(text, match);
  const behind = text.slice(codes.end, Math.min(end, codes.end + 40));
  const front = frontOf(text, at, start);
  const framed = frameOf(text, at, codes, front, behind);
  if (framed === undefined) return undefined;
  if (last !== undefined && isNumberIn(last, at, codes, framed)) return undefined;
  const behindWords = detailBefore(text, front.before, at, start);
  if (behindWords !== undefined)
    return { ...behindWords, ...framed, stage: stageAround(front.before, behindWords.text), ...withCodes(at, codes) };
  const isField = framed.frame === 'field' || framed.frame === 'diagnostic' || framed.frame === 'status';
  const around = { start: at, end: codes.end, between: betweenOf(text, at, codes), before: front.before };
  const words = { ...wordsBehind(text, { ...around, opener: front.opener, isField }, end) };
  if (codes.code !== undefined && text.startsWith(`${codes.code} `, words.start)) words.start += 4;
  const whole = text.slice(at, words.end);
  return {
    start: at,
    end: codes.end,
    ...withCodes(at, codes),
    text: whole,
    words,
    ...framed,
    stage: stageAround(front.before, whole),
    ...(names && partiesAround(text, within, at, words, front.before)),
  };
}

const withCodes = (at: number, { code, enhanced, enhancedAt }: Codes) => ({
  ...(code !== undefined && { code, codeSpan: { start: at, end: at + 3 } }),
  ...(enhanced !== undefined && {
    enhanced,
    enhancedSpan: { start: enhancedAt, end: enhancedAt + enhanced.length },
  }),
});

/** PHPMailer puts the words first: `Detail: Message rejected SMTP code: 550`. */
function detailBefore(text: string, before: string, at: number, start: number) {
  if (!endsInSmtpCode(before)) return undefined;
  const from = Math.max(start, at - DETAIL);
  const front = text.slice(from, at);
  const detail = front.lastIndexOf('Detail: ');
  if (detail < 0) return undefined;
  const words = { start: from + detail + 8, end: at - (/\s{0,4}SMTP code: ?$/i.exec(front)?.[0].length ?? 0) };
  return { start: words.start, end: at + 3, words, text: text.slice(words.start, at + 3) };
}

const DETAIL = 1000;
const endsInSmtpCode = atEnd(/SMTP code: ?$/i);

/** A number in the words of a reply. */
const isNumberIn = (last: FoundReply, at: number, { code }: Codes, { sureness }: Framed): boolean =>
  at < last.words.end && code !== undefined && sureness !== 'sure' && last.sureness !== 'doubtful';

const betweenOf = (text: string, at: number, { code, enhanced, enhancedAt }: Codes): string | undefined =>
  code === undefined || enhanced === undefined ? undefined : text.slice(at + 3, enhancedAt);

function codesAt(text: string, match: RegExpExecArray): Codes {
  const [all, code, status] = match;
  const end = match.index + all.length;
  if (code === undefined) return { enhanced: status as string, end, enhancedAt: match.index };
  const pair = BETWEEN.exec(text.slice(end, end + 30));
  if (pair === null) return { code: Number(code), end, enhancedAt: -1 };
  const enhanced = pair[1] as string;
  const behind = end + pair[0].length;
  return { code: Number(code), enhanced, end: behind, enhancedAt: behind - enhanced.length };
}

function frontOf(text: string, at: number, start: number): Front {
  const from = Math.max(start, at - BEFORE);
  let lineStart = at;
  while (lineStart > from && !isBreak(text.charCodeAt(lineStart - 1))) lineStart--;
  const line = text.slice(lineStart, at);
  const cell = line.lastIndexOf('\t') + 1;
  const first = STARTS.test(line.slice(cell)) && (cell > 0 || lineStart !== at - BEFORE);
  const above =
    first && (cell === 0 || line.trim() === '')
      ? text.slice(Math.max(start, lineStart - ABOVE), lineStart).trimEnd()
      : '';
  const lead = first && /[:=([{"'<,]$/.test(above) ? `${lastLine(above)} ${line}` : line;
  const opener = opening(lead);
  return { before: lead.slice(0, lead.length - opener.length), opener, first };
}

const isBreak = (c: number): boolean => c === 10 || c === 13;

const lastLine = (text: string): string => text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);

/** Marks of quoting and of tools, bullets, times and numbers of lines, behind which a line, or a cell of a table, starts. */
const STARTS =
  /^[^\p{L}\p{N}]{0,40}(?:\d{1,4}[.:)|\]][^\p{L}\p{N}]{0,8})?(?:\d{4}[-/.]\d\d[-/.]\d\d[T ]{1,2})?(?:\[?\d\d?:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?)?[^\p{L}\p{N}]{0,40}$/u;
