import { decodeEntity, ENTITY, hasEntities } from '../mail/header/fieldText.ts';
import { looksLikeHeader } from '../mail/header/headerStart.ts';
import type { Message } from '../mail/message.ts';
import { readMessage } from '../mail/messageReader.ts';
import { Lines } from '../text/lines.ts';
import { withSpans } from './spans.ts';

/** Lines looked at to see whether a header starts behind the marks. */
const AHEAD = 60;

/**
 * The header or message that stands behind marks from this line on: quoted by a mail program with `>` or `|`, or with
 * the line numbers of an editor; undefined where none does.
 */
export function readQuotedMessage(
  lines: Lines,
  line: number,
): { readonly message: Message; readonly endLine: number } | undefined {
  const head = lines.text.slice(lines.start(line), Math.min(lines.end(line), lines.start(line) + 200));
  const marks = FIELD.test(head) ? marksOf(head) : undefined;
  if (marks === undefined) return undefined;
  if (!looksLikeHeader(new Lines(uncovered(lines, line, marks(), AHEAD).text), 0)) return undefined;
  const cover = uncovered(lines, line, marks(), Number.POSITIVE_INFINITY);
  return { message: readCovered(lines, line, cover), endLine: cover.endLine };
}

/**
 * A message from `line` up to `endLine` whose header was copied out of HTML: with its angle brackets as entities, or
 * with no-break spaces in front of folded lines.
 */
export function readEntityMessage(lines: Lines, line: number, endLine: number): Message | undefined {
  const head = lines.text.slice(lines.start(line), Math.min(lines.start(endLine), lines.start(line) + 60_000));
  const header = head.slice(0, firstEmptyLine(head));
  if (!hasEntities(header) && !/[\r\n]\u00a0/.test(header)) return undefined;
  return readCovered(
    lines,
    line,
    uncovered(lines, line, () => 0, endLine - line),
  );
}

const firstEmptyLine = (text: string): number | undefined => {
  const at = text.search(/\n[ \t]*\r?\n/);
  return at < 0 ? undefined : at;
};

function readCovered(lines: Lines, line: number, cover: Cover): Message {
  const { text, runs, endLine } = cover;
  const message = readMessage(text, new Lines(text), 0, text.length);
  const placed = withSpans(message, (offset) => placeOf(runs, offset));
  return { ...placed, start: lines.start(line), end: lines.start(endLine) };
}

/** A quoted line that may be a field, to look no further at most quoted lines. */
const FIELD = /^(?:[ \t>|]{1,40}|[ \t]{0,8}\d{1,4}[.:)|]?[ \t]{1,8})[A-Za-z][A-Za-z0-9-]{0,70}:/;
const QUOTED = /^(?:[ \t]{0,4}[>|]){1,20}/;
const NUMBERED = /^[ \t]{0,8}\d{1,4}[.:)|]?([ \t]{1,8}|$)/;

/** Length of the marks in front of a line; undefined where it has none such. */
type Marks = (line: string) => number | undefined;

/** Makes a reader of the marks that the first line has. */
function marksOf(head: string): (() => Marks) | undefined {
  const quoted = QUOTED.exec(head);
  if (quoted !== null) {
    const depth = quoted[0].replace(/[^>|]/g, '').length;
    const pattern = new RegExp(`^(?:[ \\t]{0,4}[>|]){${depth}} ?`);
    return () => (line) => pattern.exec(line)?.[0].length;
  }
  const blanks = NUMBERED.exec(head)?.[1]?.length;
  return blanks === undefined ? undefined : () => countingMarks(blanks);
}

/** Numbers of lines go up by one; a date or a list does not. Blanks beyond those of the first line are the text's own. */
function countingMarks(blanks: number): Marks {
  let last: number | undefined;
  return (line) => {
    const number = NUMBERED.exec(line);
    const value = number === null ? Number.NaN : Number.parseInt(number[0], 10);
    if (number === null || (last !== undefined && value !== last + 1)) return undefined;
    last = value;
    const behind = number[1]?.length ?? 0;
    return number[0].length - Math.max(0, behind - blanks);
  };
}

/** A run of characters that stand alike in what is read and in the document. */
interface Run {
  readonly index: number;
  readonly offset: number;
  readonly length: number;
}

/** A text without its marks, and where each piece of it starts in the document. */
interface Cover {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly endLine: number;
}

/** The lines from `first` on that have the same marks, without them; entities are read where the header has them. */
function uncovered(lines: Lines, first: number, marks: Marks, most: number): Cover {
  const texts: string[] = [];
  const runs: Run[] = [];
  let index = 0;
  const keep = (text: string, offset: number): void => {
    if (text === '') return;
    texts.push(text);
    runs.push({ index, offset, length: text.length });
    index += text.length;
  };
  let entities: boolean | undefined;
  let line = first;
  for (; line - first < most && lines.has(line); line++) {
    const start = lines.start(line);
    const whole = lines.text
      .slice(start, lines.next(line))
      .replace(/^\u00a0{1,40}/, (blanks) => ' '.repeat(blanks.length));
    const length = marks(whole.slice(0, 200));
    if (length === undefined) break;
    if (hasEntities(whole)) entities ??= true;
    if (entities !== true || !whole.includes('&')) keep(whole.slice(length), start + length);
    else {
      let at = length;
      for (const match of whole.matchAll(ENTITY)) {
        if (match.index < at) continue;
        keep(whole.slice(at, match.index), start + at);
        keep(decodeEntity(match[0]), start + match.index);
        at = match.index + match[0].length;
      }
      keep(whole.slice(at), start + at);
    }
  }
  runs.push({ index, offset: lines.start(line), length: 0 });
  return { text: texts.join(''), runs, endLine: line };
}

/** Ends of spans stand behind their last character, which is why a place at a run's start may be another's end. */
function placeOf(runs: readonly Run[], at: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Run).index <= at) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run === undefined ? (runs[0]?.offset ?? 0) : run.offset + Math.min(at - run.index, Math.max(0, run.length));
}
