import { isMailField } from '../../mail/header/headerStart.ts';
import type { Lines } from '../../text/lines.ts';
import { type Cover, CoverWriter } from './cover.ts';
import { headOf, type Layer, NAME, wholeOf } from './layer.ts';

/** Whether a cell holds the name of a field; one that is known, or has the look of one, begins a table. */
const isName = (text: string): boolean => /^[A-Za-z][\w.-]{1,70}$/.test(text);
const begins = (text: string): boolean =>
  isName(text) && (/^[A-Za-z][A-Za-z0-9]*-[A-Za-z0-9]/.test(text) || (/^[A-Z]/.test(text) && isMailField(text)));

/** Rows of which one cell is the name of a field and the next its value. */
export const tables: Layer = (lines) => {
  const head = headOf(lines, 0);
  if (/^[ \t]{0,3}\|/.test(head)) return pipes(lines);
  if (/^(?:"[A-Za-z][\w.-]{1,70}"|[A-Za-z][\w.-]{1,70})[ ]?[,;]/.test(head)) return separated(lines);
  if (/^[A-Za-z][\w.-]{1,70}\t/.test(head)) return tabbed(lines);
  return columns(lines);
};

/** Cells of a Markdown table between `|`; marks of a name and numbers of rows are left out. */
function pipes(lines: Lines): Cover | undefined {
  const writer = new CoverWriter();
  let nameCell: number | undefined;
  let line = 0;
  for (; lines.has(line); line++) {
    const start = lines.start(line);
    const text = lines.text.slice(start, lines.end(line));
    if (!/^[ \t]{0,3}\|/.test(text.slice(0, 5))) break;
    const cells = cellsOf(text);
    nameCell ??= cells.findIndex((cell) => begins(nameIn(text.slice(cell.start, cell.end))));
    const name = cells[nameCell];
    const value = cells[nameCell + 1];
    if (name === undefined || value === undefined) return line === 0 ? undefined : writer.done(line);
    const word = nameIn(text.slice(name.start, name.end));
    const written = text.slice(value.start, value.end);
    if (word === '' || /^:?-{3,}:?$/.test(word)) {
      // A row without a name goes on with the one above.
      if (line > 0 && word === '' && written.trim() !== '') writeValue(writer, ' ', written, start + value.start);
      continue;
    }
    if (!isName(word)) break;
    writer.keep(word, start + text.indexOf(word, name.start));
    writeValue(writer, ': ', written, start + value.start);
  }
  return line === 0 ? undefined : writer.done(line);
}

interface Cell {
  readonly start: number;
  readonly end: number;
}

function cellsOf(text: string): readonly Cell[] {
  const cells: Cell[] = [];
  let start = text.indexOf('|') + 1;
  for (let i = start; i < text.length && cells.length < 12; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '|') {
      cells.push({ start, end: i });
      start = i + 1;
    }
  }
  if (text.slice(start).trim() !== '') cells.push({ start, end: text.length });
  return cells;
}

const nameIn = (cell: string): string =>
  /^[*_` \t]{0,8}([^*_` \t].{0,71}?)[*_`: \t]{0,8}$/.exec(cell.slice(0, 90))?.[1] ?? '';

/** The text of a cell, in which `\|` is a mark of its own. */
function writeValue(writer: CoverWriter, before: string, written: string, offset: number): void {
  writer.add(before, offset);
  const text = written.trim();
  const from = offset + written.length - written.trimStart().length;
  const bare = /^`[^`]{1,20000}`$/.test(text) ? 1 : 0;
  let at = bare;
  for (const match of text.matchAll(/\\\|/g)) {
    writer.keep(text.slice(at, match.index), from + at);
    at = match.index + 1;
  }
  writer.keep(text.slice(at, text.length - bare), from + at);
  writer.add('\n', from + text.length);
}

/** Name and value with a tab between; a line that starts with a blank goes on with the one above. */
function tabbed(lines: Lines): Cover | undefined {
  if (!begins(/^[A-Za-z0-9-]{1,72}/.exec(headOf(lines, 0))?.[0] ?? '')) return undefined;
  const writer = new CoverWriter();
  let line = 0;
  for (; lines.has(line); line++) {
    const whole = wholeOf(lines, line);
    const start = lines.start(line);
    const match = /^([A-Za-z][\w.-]{0,70})\t/.exec(whole);
    if (match === null) {
      if (line === 0 || !/^[ \t]{1,40}\S/.test(whole.slice(0, 60))) break;
      writer.keep(whole, start);
      continue;
    }
    const name = match[1] as string;
    writer.keep(name, start);
    writer.add(':', start + name.length);
    writer.keep(whole.slice(name.length), start + name.length);
  }
  return line < 2 ? undefined : writer.done(line);
}

const COLUMN = new RegExp(`^(${NAME})([ ]{1,90})(?=\\S)`);

/** Name and value in columns of blanks, as `Format-Table` writes them: every value starts below the first one. */
function columns(lines: Lines): Cover | undefined {
  const first = COLUMN.exec(headOf(lines, 0));
  if (first === null || !begins(first[1] as string)) return undefined;
  const width = first[0].length;
  const writer = new CoverWriter();
  let line = 0;
  for (; lines.has(line); line++) {
    const whole = wholeOf(lines, line);
    const start = lines.start(line);
    const match = COLUMN.exec(whole.slice(0, 200));
    const name = match?.[1] ?? '';
    const lone = new RegExp(`^(${NAME})[ ]{0,60}$`).exec(whole.slice(0, 90).trimEnd());
    if (match !== null && match[0].length === width) {
      writer.keep(name, start);
      writer.add(':', start + name.length);
      writer.keep(whole.slice(name.length), start + name.length);
    } else if (lone !== null && line > 0 && (lone[1] as string).length < width) {
      writer.keep(lone[1] as string, start);
      writer.add(':', start + (lone[1] as string).length);
      writer.keep(whole.slice((lone[1] as string).length), start + (lone[1] as string).length);
    } else if (line > 0 && whole.startsWith(' '.repeat(width)) && whole.trim() !== '') writer.keep(whole, start);
    else break;
  }
  return line < 2 ? undefined : writer.done(line);
}

/** Name and value of a CSV, quoted or not; a quoted value may hold line breaks and doubled quotation marks. */
function separated(lines: Lines): Cover | undefined {
  const { text } = lines;
  const writer = new CoverWriter();
  const row = /"?([A-Za-z][\w.-]{0,70})"?([ ]?)([,;])[ ]?/y;
  let at = 0;
  let rows = 0;
  while (at < text.length) {
    row.lastIndex = at;
    const match = row.exec(text);
    if (match === null || (rows === 0 && !begins(match[1] as string))) break;
    const name = match[1] as string;
    writer.keep(name, at + match[0].indexOf(name));
    const from = at + match[0].length;
    writer.add(': ', from);
    at = text[from] === '"' ? quotedCell(text, from + 1, writer) : bareCell(text, from, writer);
    writer.add('\n', at);
    const rest = /[^\r\n]{0,4000}(?:\r\n|\r|\n)?/y;
    rest.lastIndex = at;
    at += rest.exec(text)?.[0].length ?? 0;
    rows++;
  }
  return rows < 2 ? undefined : writer.done(at >= text.length ? lines.count : lines.lineOf(at));
}

function quotedCell(text: string, from: number, writer: CoverWriter): number {
  let at = from;
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === '"') {
      writer.keep(text.slice(at, i), at);
      if (text[i + 1] !== '"') return i + 1;
      writer.keep('"', i, 2);
      i++;
      at = i + 1;
    } else if (c === '\n' && !/[ \t]/.test(text[i + 1] ?? '')) {
      writer.keep(text.slice(at, i + 1), at);
      writer.add(' ', i + 1);
      at = i + 1;
    }
  }
  writer.keep(text.slice(at), at);
  return text.length;
}

function bareCell(text: string, from: number, writer: CoverWriter): number {
  const end = /[\r\n]/.exec(text.slice(from, from + 100_000))?.index;
  const to = end === undefined ? Math.min(text.length, from + 100_000) : from + end;
  writer.keep(text.slice(from, to), from);
  return to;
}
