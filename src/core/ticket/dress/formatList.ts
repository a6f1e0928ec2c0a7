import type { Lines } from '../../text/lines.ts';
import { CoverWriter } from './cover.ts';
import { headOf, type Layer } from './layer.ts';

const KEY =
  /^[ \t]{0,8}(?:Name|HeaderName|Key|Header|Field)[ \t]{0,20}[:=][ \t]{1,4}([A-Za-z][\w.-]{0,70})[ \t]{0,200}\r?$/i;
const VALUE = /^[ \t]{0,8}(?:Value|HeaderValue|Content)[ \t]{0,20}[:=][ \t]{0,4}/i;

/**
 * Name and value on lines of their own with what they are in front, as `Format-List` writes them; long values go on
 * below themselves.
 */
export const formatList: Layer = (lines) => {
  const writer = new CoverWriter();
  let line = 0;
  let end = 0;
  while (lines.has(line)) {
    const head = headOf(lines, line, 400);
    const name = KEY.exec(head)?.[1];
    if (name === undefined) break;
    const value = VALUE.exec(headOf(lines, line + 1));
    if (value === null) break;
    writer.keep(name, lines.start(line) + head.lastIndexOf(name));
    writer.add(': ', lines.end(line));
    line = writeValue(lines, line + 1, value[0].length, writer);
    writer.add('\n', lines.end(line - 1));
    end = line;
    while (line < end + 3 && lines.has(line) && headOf(lines, line).trim() === '') line++;
  }
  return end === 0 ? undefined : writer.done(end);
};

/** Columns of a window. */
const NARROWEST = 40;

/** Writes a value from column `width` of its lines; gives the line behind it. */
function writeValue(lines: Lines, first: number, width: number, writer: CoverWriter): number {
  let line = first + 1;
  while (
    lines.has(line) &&
    /^\s*$/.test(headOf(lines, line, Math.max(1, width - 1))) &&
    headOf(lines, line, width + 40).trim() !== ''
  )
    line++;
  // A window cuts words where a line is full; otherwise they are whole.
  const length = lines.end(first) - lines.start(first);
  let cut = length >= NARROWEST;
  for (let i = first; i < line - 1; i++) cut &&= lines.end(i) - lines.start(i) === length;
  for (let i = first; i < line; i++) {
    const start = Math.min(lines.end(i), lines.start(i) + width);
    if (i > first && !cut) writer.add(' ', start);
    writer.keep(lines.text.slice(start, lines.end(i)), start);
  }
  return line;
}
