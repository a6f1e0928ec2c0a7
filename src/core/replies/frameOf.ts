import { atEnd } from '../text/atEnd.ts';
import { type FrameName, frameBefore, type Sureness } from './frames.ts';
import { endsInProgram, insteadOf, isAmongVersions, isOtherNumber, measured, ofHttp } from './otherNumbers.ts';
import { isOutsideSmtp, isReplyCode } from './replyCode.ts';

/** The codes of a reply. */
export interface Codes {
  readonly code?: number;
  readonly enhanced?: string;
  /** Behind the codes. */
  readonly end: number;
  /** Where the enhanced code starts. */
  readonly enhancedAt: number;
}

/** What stands in front of a reply. */
export interface Front {
  /** The line up to it, with the end of the line above where there is little; without what opens the reply. */
  readonly before: string;
  /** The quotes and brackets that open the reply. */
  readonly opener: string;
  /** Only marks, numbers and times stand in front of it on its line, or in its cell of a table. */
  readonly first: boolean;
}

/** A tuple of Python: `(550, b'…')`, `('550', ['…'])`, or what Ruby, PHP and JavaScript print of one. */
const TUPLE =
  /^(?:["'],[ \t\r\n]{0,4}\[[bu]?["']|,[ \t\r\n]{0,4}(?:[bu]?\\{0,7}["']|[bu]?&(?:quot|apos|#0?3[49]|#x2[27]);|None\b|\\u002[27]))/;

/** By which frame it is taken for a reply, and how surely. */
export interface Framed {
  readonly frame: FrameName;
  readonly sureness: Sureness;
}

const framed = (frame: FrameName, sureness: Sureness): Framed => ({ frame, sureness });

/** The frame in which codes stand; undefined where they are no reply. `behind`: some characters behind them. */
export function frameOf(text: string, at: number, codes: Codes, front: Front, behind: string): Framed | undefined {
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
  if (isOtherNumber(lead) || isOtherNumber(before)) return undefined;
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
