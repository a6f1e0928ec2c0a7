import { isCommonSyslog, syslogWords } from './frame.ts';

/** What may stand around a log line: quoting marks, bullets, numbers, names of files and containers, marks of Markdown. */

/** How a log line begins, as far as a number or a bullet in front of it must know. */
const DAY = String.raw`(?:\p{L}{3,9}\.? {1,2}\d{1,2}\.?|\d{1,2}\.? \p{L}{3,9}\.?) (?:\d{4} )?\d\d:`;
/** An entry of Postfix, sendmail or Exim without its stamp: its id, or the names of its values. */
const BARE = String.raw`(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4} (?:\*\*|==|[=-]>|<=) |[0-9A-Za-z]{6,26}: (?:(?:to|from|client|message-id|relay|ruleset)=|(?:milter-)?(?:reject|discard|hold): |removed|host \S)|(?:to=<[^<>\s]{0,320}>, )?(?:orig_to=<[^<>\s]{0,320}>, )?relay=)`;
const STAMP = String.raw`(?:(?:\p{L}{2,4}\.?,? )?(?:${DAY}|\d{4}[-/]\d\d[-/]\d\d)|\d{1,2}[./]\d{1,2}[./]\d{2,4}[ ,]|<\d{1,3}>|@4[0-9a-f]{23}|\d{10}\.\d{6} |\[\d{1,4}[./-])`;

const PARTS: readonly RegExp[] = [
  /[ \t>|\u2502]{1,12}/uy,
  // A bullet of a list, or its number; the sign of a comment.
  new RegExp(
    String.raw`(?:-{2,3}|\/{2,3}|#{1,3}|;{1,2}|[-*+\u2022\u00b7\u2023]|\d{1,4}[.)]) {1,4}(?=[*_\x60]{0,2}(?:${STAMP}|${BARE}))`,
    'uy',
  ),
  // Bold, code and quotation marks, and the same in HTML.
  new RegExp(
    String.raw`(?!"[^"\r\n]{0,40}"[,;\t])(?:\*\*?|__|\x60{1,3}|["'\u201c\u201e\u00ab~]{1,2}|<(?:b|p|li|td|tt|code|pre|strong|span)>)(?=${STAMP}|${BARE})`,
    'uy',
  ),
  // The number of the line.
  new RegExp(String.raw`\d{1,7}(?:[:|)\u2502-]|[ \t]{0,4}[|\u2502]|\t| {1,4})[ \t]{0,4}(?=${STAMP})`, 'uy'),
  // The file in which grep found it; the container, as docker compose and kubectl name it.
  // A look-ahead with a back reference never gives back what it took: a long word without a colon costs one look.
  new RegExp(
    String.raw`(?=([\w./-]{1,120}))\1(?:[:-](?:\d{1,9}[:-])?[ \t]{0,2}(?=${STAMP})| {0,30}\| | {1,8}(?=\d{4}-\d\d-\d\dT))`,
    'uy',
  ),
  new RegExp(String.raw`[\w./]{1,100}(?:-[\w./]{1,60}){0,3}?-\d{1,9}-(?=${STAMP})`, 'uy'),
  new RegExp(String.raw`\[[\w.-]{1,60}\/[\w./-]{1,90}\] {1,2}(?=${STAMP}|\{")`, 'uy'),
  // The time that a container's runtime puts in front of what the program itself has stamped.
  new RegExp(
    String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d) (?:(?:stdout|stderr) [FP] |(?=${STAMP}|\{"))`,
    'uy',
  ),
  // The frame of syslog in front of what security products write (CEF, LEEF).
  /[^\r\n|]{1,100}?(?=(?:CEF|LEEF):\d)/y,
  // Columns of an archive of logs, the line of the program in the last.
  new RegExp(String.raw`(?:[^\t\r\n]{0,80}\t){2,12}(?=${BARE})`, 'uy'),
  // The time and the tag in front of a record, as fluentd writes them.
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?: ?(?:Z|[+-]\d\d:?\d\d))?[\t ][\w.-]{1,80}(?:\t|: )(?=\{")/y,
  // The priority of syslog in front of what has no stamp of syslog (RFC 3164 4.1.1).
  /<\d{1,3}>(?=\{|(?:CEF|LEEF):|[A-Za-z][\w.-]{0,30}=)/y,
];

/** How many such things are taken from in front of one line. */
const MOST = 6;

/** Where the log line itself starts in the line of the document at `start`. */
export function frameStart(text: string, start: number): number {
  if (isCommonSyslog(text, start) && !mayHoldEvent(text, start)) return start;
  let at = start;
  for (let round = 0; round < MOST; round++) {
    const next = behindOne(text, at);
    if (next === at) break;
    at = next;
  }
  if (syslogWords(text, at) >= 0 || text[at] === '{') return at;
  QUOTED.lastIndex = at;
  return QUOTED.test(text) ? QUOTED.lastIndex : at;
}

/** Whether `CEF:` or `LEEF:` may stand in a line so near to its start that all in front of it is a frame. */
const mayHoldEvent = (text: string, start: number): boolean => text.slice(start, start + 108).includes('EF:');

/** Whatever else stands in front of a line that Postfix is sure to have written. */
const QUOTED = /(?!\d\d:\d\d:\d\d )[^\r\n]{1,100}?(?=(?<![\w./-])postfix[\w-]{0,20}\/[\w-]{1,20}\[\d{1,10}\]: )/y;

function behindOne(text: string, at: number): number {
  const c = text.charCodeAt(at);
  for (const part of partsFor(c)) {
    if (part === CEF && !mayHoldEvent(text, at)) continue;
    part.lastIndex = at;
    if (part.test(text)) return part.lastIndex;
  }
  return at;
}

const [BLANKS, ITEM, MARKUP, NUMBER, NAME, AROUND, POD, RUNTIME, CEF, ARCHIVE, TAGGED, PRIORITY] = PARTS as [
  RegExp,
  RegExp,
  RegExp,
  RegExp,
  RegExp,
  RegExp,
  RegExp,
  RegExp,
  RegExp,
  RegExp,
  RegExp,
  RegExp,
];
const FOR_BLANKS = [BLANKS];
const FOR_DIGITS = [RUNTIME, CEF, ARCHIVE, TAGGED, ITEM, NUMBER, NAME];
const FOR_LETTERS = [CEF, NAME, AROUND];
const FOR_BRACKET = [POD];
const FOR_SIGNS = [ITEM, MARKUP, PRIORITY];
const FOR_PATHS = [NAME, AROUND];
const FOR_SLASHES = [ITEM, ...FOR_PATHS];

function partsFor(c: number): readonly RegExp[] {
  if (c === 0x20 || c === 0x09 || c === 0x3e || c === 0x7c || c === 0x2502) return FOR_BLANKS;
  if (c >= 0x30 && c <= 0x39) return FOR_DIGITS;
  if ((c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a)) return FOR_LETTERS;
  if (c === 0x5b) return FOR_BRACKET;
  if (c === 0x2f) return FOR_SLASHES;
  return c === 0x2e ? FOR_PATHS : FOR_SIGNS;
}

const TAILS: readonly (readonly [opened: string, tail: RegExp])[] = [
  ['**', /\*\*[ \t]*$/],
  ['__', /__[ \t]*$/],
  ['`', /`{1,3}[ \t]*$/],
  ['"', /"[ \t]*$/],
  ['<', /<\/(?:b|p|li|td|tt|code|pre|strong|span)>[ \t]*$/],
];

/** Where a log line ends of which `before` stood in front: before the mark that closes what was opened there. */
export function frameEnd(before: string, line: string): number {
  for (const [opened, tail] of TAILS) {
    if (!before.includes(opened)) continue;
    const found = tail.exec(line);
    if (found !== null) return line.length - found[0].length;
  }
  return line.length;
}
