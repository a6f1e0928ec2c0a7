import { isMailField } from '../../mail/header/headerStart.ts';
import type { Lines } from '../../text/lines.ts';
import { type Cover, CoverWriter } from './cover.ts';
import { headOf, type Layer, wholeOf } from './layer.ts';

/** Length of the marks in front of a line; undefined where it has none such. */
type Marks = (line: string) => number | undefined;

/** Cells of a table behind the marks, if any. */
const TABLE = /^(?:[ \t]{0,4}>){0,20}[ \t]{0,60}\|[^|]{1,90}\|/;
const ANGLES = /^(?:[ \t]{0,4}>){1,20}/;
const QUOTED = /^(?:[ \t]{0,4}[>|]){1,20}/;
const NUMBERED = /^[ \t]{0,8}\d{1,4}(?:[.:)|]| {1,2}\|)?([ \t]{1,8}|(?=[\r\n]|$))/;
const INDENTED = /^[ \t\u00a0]{1,60}(?=\S)/;

/**
 * The lines that stand behind marks: quoted by a mail program with `>` or `|`, with the line numbers of an editor, or
 * indented, as a block of code is in Markdown. They end where the marks do; an empty line needs none.
 */
export const marks: Layer = (lines) => {
  const head = headOf(lines, 0);
  const read = marksOf(head);
  if (read === undefined) return undefined;
  // Behind an empty line without a mark another quotation begins, unless empty lines stand between all.
  const spaced = INDENTED.test(head) || headOf(lines, 1).trim() === '';
  return without(lines, 0, read, spaced ? MOST_EMPTY : 0);
};

/** All lines but the first are indented, because the text was copied from behind the blanks of its first line. */
export const hanging: Layer = (lines) => {
  if (!/^[A-Za-z]/.test(headOf(lines, 0, 1))) return undefined;
  let blanks: string | undefined;
  for (let i = 1; i < 60 && lines.has(i); i++) {
    const line = headOf(lines, i);
    if (line.trim() === '') continue;
    const match = /^([ \t]{1,60})(?:([A-Za-z][A-Za-z0-9-]{1,70}):(?:\s|$))?/.exec(line);
    if (match === null) return undefined;
    if (match[2] === undefined || !isMailField(match[2])) continue;
    if (blanks !== undefined && blanks === match[1]) return without(lines, 1, indentedBy(blanks), MOST_EMPTY);
    blanks ??= match[1];
  }
  return undefined;
};

/** Makes a reader of the marks that the first line has. */
function marksOf(head: string): Marks | undefined {
  const quoted = (TABLE.test(head) ? ANGLES : QUOTED).exec(head);
  if (quoted !== null) {
    const depth = quoted[0].replace(/[^>|]/g, '').length;
    const blank = head.startsWith(' ', quoted[0].length) ? ' ?' : '';
    const pattern = new RegExp(`^(?:[ \\t]{0,4}[>|]){${depth}}${blank}`);
    return (line) => pattern.exec(line)?.[0].length;
  }
  const numbered = NUMBERED.exec(head);
  if (numbered !== null) return countingMarks((numbered[1] as string).length);
  const indent = INDENTED.exec(head)?.[0];
  return indent === undefined ? undefined : indentedBy(indent);
}

const indentedBy =
  (indent: string): Marks =>
  (line) =>
    line.startsWith(indent) ? indent.length : undefined;

/** Numbers of lines go up by one; a date or a list does not. Blanks beyond those of the first line are the text's own. */
function countingMarks(blanks: number): Marks {
  let last: number | undefined;
  return (line) => {
    const number = NUMBERED.exec(line);
    const value = number === null ? Number.NaN : Number.parseInt(number[0], 10);
    if (number === null || (last !== undefined && value !== last + 1)) return undefined;
    last = value;
    return number[0].length - Math.max(0, (number[1] as string).length - blanks);
  };
}

/** Empty lines without a mark that may follow each other. */
const MOST_EMPTY = 3;

/** The lines of which those from `first` on have marks. */
function without(lines: Lines, first: number, read: Marks, mostEmpty: number): Cover {
  const writer = new CoverWriter();
  let empty = 0;
  let line = 0;
  for (; lines.has(line); line++) {
    const whole = wholeOf(lines, line);
    const length = line < first ? 0 : read(whole.slice(0, 200));
    if (length !== undefined) {
      for (; empty > 0; empty--) writer.keep(wholeOf(lines, line - empty), lines.start(line - empty));
      writer.keep(whole.slice(length), lines.start(line) + length);
    } else if (whole.trim() === '' && empty < mostEmpty) empty++;
    else break;
  }
  return writer.done(line - empty);
}
