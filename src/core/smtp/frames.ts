import { findSaid } from './glance.ts';
import type { Frame, Rows } from './rows.ts';

/** How many lines are looked at to see a frame. */
const AHEAD = 10;

/** The frames that may stand around a conversation which starts at `line`: quoting marks, bars, bullets, numbers, indents. */
export function framesAt(rows: Rows, line: number): Frame[] {
  const found: Frame[] = [];
  const text = rows.lines.at(line).length > 2000 ? '' : rows.text(line);
  const quote = quoteFrame(rows, line, text);
  if (quote !== undefined) found.push(quote);
  const number = numberFrame(rows, line, text);
  if (number !== undefined) found.push(number);
  const bullet = bulletFrame(rows, line, text);
  if (bullet !== undefined) found.push(bullet);
  const indent = indentFrame(rows, line, text);
  if (indent !== undefined) found.push(indent);
  return found;
}

const QUOTE = /^[ \t]{0,4}(?:[>|\u2502]|&gt;)[ \t]?/;

/** Quoting marks of a mail, one level of them: the levels below are frames within this one. */
function quoteFrame(rows: Rows, line: number, text: string): Frame | undefined {
  const first = QUOTE.exec(text);
  if (first === null) return undefined;
  let quoted = 0;
  let replies = 0;
  for (let i = line; i < Math.min(rows.limit, line + AHEAD); i++) {
    const next = rows.text(i);
    if (next.trim() === '') continue;
    if (/^[ \t]{0,4}<(?:[< ]|$)/.test(next)) return undefined;
    const match = QUOTE.exec(next);
    if (match === null) break;
    quoted++;
    if (/^[ \t>|]{0,12}[2-5]\d\d[ -]/.test(next.slice(match[0].length))) replies++;
    if (/^[ \t>|]{0,12}(?:[<*~]|[SC]:|-?->|===|\w{3,6}: )/.test(next.slice(match[0].length))) replies++;
  }
  if (quoted < 2 || replies === 0) return undefined;
  return {
    key: '>',
    skip: (words) => {
      const match = QUOTE.exec(words.length > 100 ? words.slice(0, 100) : words);
      return match === null ? -1 : match[0].length;
    },
  };
}

const NUMBER = /^[ \t]{0,8}(\d{1,6})(?:[.:)|\]]|[ \t]*[|\u2502])?(?<blanks>[ \t]{1,4})/;

const blanksBehind = (match: RegExpExecArray): number => match.groups?.blanks?.length ?? 0;

/** Line numbers, each one greater than the one before; blanks behind them that not every line has are part of what is said. */
function numberFrame(rows: Rows, line: number, text: string): Frame | undefined {
  const first = NUMBER.exec(text);
  if (first === null) return undefined;
  let number = Number(first[1]);
  let blanks = blanksBehind(first);
  let told = 0;
  for (let i = line + 1; i < Math.min(rows.limit, line + AHEAD) && told < 3; i++) {
    const next = rows.text(i);
    if (next.trim() === '') continue;
    const match = NUMBER.exec(next.length > 100 ? next.slice(0, 100) : next) ?? BARE_NUMBER.exec(next);
    if (match === null || Number(match[1]) !== number + 1) return undefined;
    number++;
    told++;
    if (match.groups !== undefined) blanks = Math.min(blanks, blanksBehind(match));
  }
  if (told === 0) return undefined;
  return {
    key: '1',
    skip: (words) => {
      const head = words.length > 100 ? words.slice(0, 100) : words;
      const match = NUMBER.exec(head) ?? BARE_NUMBER.exec(head);
      return match === null ? -1 : match[0].length - Math.max(0, blanksBehind(match) - blanks);
    },
  };
}

const BARE_NUMBER = /^[ \t]{0,8}(\d{1,6})[.:)|\]]?$/;

const BULLET = /^[ \t]{0,8}(?:[-*+\u2022\u00b7\u25cf\u25aa]|\d{1,3}\.)[ \t]{1,4}/;

function bulletFrame(rows: Rows, line: number, text: string): Frame | undefined {
  const first = BULLET.exec(text);
  if (first === null || findSaid(text.slice(first[0].length), 0, 1) !== 0) return undefined;
  let next = line + 1;
  while (next < rows.limit && next < line + 3 && rows.text(next).trim() === '') next++;
  const second = BULLET.exec(rows.text(next));
  if (second === null || findSaid(rows.text(next).slice(second[0].length), 0, 1) !== 0) return undefined;
  return {
    key: '*',
    skip: (words) => BULLET.exec(words.slice(0, 40))?.[0].length ?? (/^[ \t]{2}/.test(words) ? 0 : -1),
  };
}

/** The blanks that every line of the next few has. */
function indentFrame(rows: Rows, line: number, text: string): Frame | undefined {
  let least = text.length - text.trimStart().length;
  for (let i = line + 1; i < Math.min(rows.limit, line + AHEAD) && least > 0; i++) {
    const next = rows.text(i);
    if (next.trim() !== '') least = Math.min(least, next.length - next.trimStart().length);
  }
  if (least < 2) return undefined;
  return {
    key: `${least}`,
    skip: (words) => {
      let blanks = 0;
      while (blanks < least && (words.charCodeAt(blanks) === 32 || words.charCodeAt(blanks) === 9)) blanks++;
      return blanks;
    },
  };
}
