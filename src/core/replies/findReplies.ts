import { atEnd } from '../text/atEnd.ts';
import { append } from '../text/lists.ts';
import type { Span } from '../text/span.ts';
import { codesOfLettre } from './codesOfLettre.ts';
import { withoutEchoes } from './echoes.ts';
import { opening, wordsBehind } from './endOfWords.ts';
import type { FoundReply } from './foundReply.ts';
import { type FrameName, frameBefore, type Sureness } from './frames.ts';
import { endsInProgram, insteadOf, isAmongVersions, isOtherNumber, measured, ofHttp } from './otherNumbers.ts';
import { partiesAround } from './parties.ts';
import { isOutsideSmtp, isReplyCode } from './replyCode.ts';
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

/** A tuple of Python: `(550, b'…')`, `('550', ['…'])`, or what Ruby, PHP and JavaScript print of one. */
const TUPLE =
  /^(?:["'],[ \t\r\n]{0,4}\[[bu]?["']|,[ \t\r\n]{0,4}(?:[bu]?\\{0,7}["']|[bu]?&(?:quot|apos|#0?3[49]|#x2[27]);|None\b|\\u002[27]))/;

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

interface Codes {
  readonly code?: number;
  readonly enhanced?: string;
  /** Behind the codes. */
  readonly end: number;
  /** Where the enhanced code starts. */
  readonly enhancedAt: number;
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

/** What stands in front of a reply. */
interface Front {
  /** The line up to it, with the end of the line above where there is little; without what opens the reply. */
  readonly before: string;
  /** The quotes and brackets that open the reply. */
  readonly opener: string;
  /** Only marks, numbers and times stand in front of it on its line, or in its cell of a table. */
  readonly first: boolean;
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
  const opener = lead === '' ? '' : opening(lead);
  return { before: lead.slice(0, lead.length - opener.length), opener, first };
}

const isBreak = (c: number): boolean => c === 10 || c === 13;

const lastLine = (text: string): string => text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);

/** Marks of quoting and of tools, bullets, times and numbers of lines, behind which a line, or a cell of a table, starts. */
const STARTS =
  /^[^\p{L}\p{N}]{0,40}(?:\d{1,4}[.:)|\]][^\p{L}\p{N}]{0,8})?(?:\d{4}[-/.]\d\d[-/.]\d\d[T ]{1,2})?(?:\[?\d\d?:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?)?[^\p{L}\p{N}]{0,40}$/u;

interface Framed {
  readonly frame: FrameName;
  readonly sureness: Sureness;
}

const framed = (frame: FrameName, sureness: Sureness): Framed => ({ frame, sureness });

function frameOf(text: string, at: number, codes: Codes, front: Front, behind: string): Framed | undefined {
  const { code, enhanced } = codes;
  const digit = code === undefined ? undefined : Math.floor(code / 100);
  const { before, opener, first } = front;
  const lead = before + opener;
  if (code !== undefined && enhanced !== undefined && (isReplyCode(code) || enhanced[0] === String(digit)))
    return framed('pair', 'sure');
  if (code !== undefined && isReplyCode(code) && insteadOf.test(behind)) return framed('expected', 'sure');
  const isOpened = BRACKET.test(opener);
  if (behind.startsWith(']:') && opener === '[' && endsInProgram(before)) return undefined;
  const row = lead === '' ? undefined : frameBefore(before, isOpened);
  if (row === undefined && !first && !isOpened)
    return code === undefined ? statusFrame(front, row, enhanced as string, behind) : undefined;
  // Behind a mark that is none of a frame nothing but a bracket or the start of a line makes a reply.
  if (row?.name === 'brackets' && !first && opener.trim() === '') return undefined;
  if (isOtherNumber(lead.slice(-100)) || (opener !== '' && isOtherNumber(before.slice(-100)))) return undefined;
  if (code !== undefined && TUPLE.test(behind) && opener.includes('(') && isReplyCode(code))
    return framed('tuple', 'sure');
  if (code !== undefined && lead.endsWith('#')) return undefined;
  if (code === undefined && isAmongVersions(text, at)) return undefined;
  if (code === undefined) return statusFrame(front, row, enhanced as string, behind);
  // `smtp.go:201` and `Transport.php (457)` are places in a file.
  if (row?.name === 'transport' && opener === '' && endsInFile(before)) return undefined;
  if (behind.startsWith(')') && opener.endsWith('(') && endsInSource(before)) return undefined;
  if (row?.sureness === 'sure')
    return digit !== undefined && digit >= 2 && digit <= 5 ? framed(row.name, 'sure') : undefined;
  if (!isReplyCode(code) || measured.test(behind) || !ENDS.test(behind)) return undefined;
  if (ofHttp.test(behind.trimEnd()) || HTTP.test(before)) return undefined;
  if (first) return isColumn(text, at, behind) ? undefined : framed('start', 'likely');
  if (row?.name === 'punctuation' && opener === '') return undefined;
  if (row === undefined || (row.name === 'brackets' && !isOpened)) return undefined;
  if (row.sureness === 'doubtful' || isOutsideSmtp(code)) return framed(row.name, 'doubtful');
  return framed(row.name, 'likely');
}

const endsInFile = atEnd(/\w\.\w{1,20}:$/);

/** Endings of sources that end no name of a host. */
const endsInSource = atEnd(
  /\w\.(?:php|phtml|inc|jsx?|mjs|cjs|tsx?|java|kt|scala|cs|vb|aspx?|go|cpp|cxx|hpp|exs?|lua|swift|ps1)$/i,
);

const BRACKET = /["'“”„«‘`([{<>]|quot|apos|lt;/;

/** An enhanced code alone: it looks like a version, so it needs more than a bracket in front. */
function statusFrame(
  { opener, first, before }: Front,
  row: ReturnType<typeof frameBefore>,
  enhanced: string,
  behind: string,
): Framed | undefined {
  if (opener.endsWith('#')) return framed('status', 'sure');
  if (row?.sureness === 'sure') return framed(row.name, 'sure');
  if (first && behind.trim() === '') return framed('start', 'likely');
  const [, subject = 9] = enhanced.split('.').map(Number);
  if (subject > 7 || isVersion(before) || !/^(?:$|[\s)\]"'\\,;:.\-&<>])/.test(behind)) return undefined;
  if (first) return framed('start', 'likely');
  if (row === undefined || (row.name === 'brackets' && opener.trim() === '')) return undefined;
  return framed(row.name, row.name === 'words' || row.name === 'field' ? 'likely' : 'doubtful');
}

const isVersion = atEnd(
  /(?:version|release|build|kernel|linux|php|postfix|exim|python|ruby|node|java|v|©|upgrade\w{0,2}|update\w{0,2}|to|from)["'\\ (:=]{0,6}$/i,
);

/** What stands right behind a code. */
const ENDS = /^(?:$|[ \t\r\n\u00a0-]|[)\]}"'>.,;:!?\\&|*_`]|<)/;

const HTTP = /\bhttps?\b(?!:\/\/)|\bcurl\b|\bnginx\b|\bapache\b|\b(?:GET|POST|PUT) \//i;

/** The number is a column: of process ids, of lines. */
function isColumn(text: string, at: number, behind: string): boolean {
  return /^ {1,8}(?:LOG:|SMTP[<>(|]|\S{1,20}\[\d)/.test(behind) || (/^ {2,}\S/.test(behind) && text[at - 1] === ' ');
}
