import { colonOf, isContinuation, isEmptyLine } from '../../mail/header/fields.ts';
import { isMailField } from '../../mail/header/headerStart.ts';
import { continuesField, continuesThroughColon } from '../../mail/header/lostFolding.ts';
import type { Lines } from '../../text/lines.ts';
import { CoverWriter } from './cover.ts';
import { headOf, type Layer } from './layer.ts';

/** Empty lines that one line break may have become. */
const MOST_EMPTY = 3;

/**
 * A header with empty lines between its fields, or between all of its lines, as web pages and word processors show it:
 * its first fields stand apart so. It ends at an empty line behind which no field and no rest of one follows.
 */
export const spacing: Layer = (lines) => {
  if (!isSpaced(lines)) return undefined;
  const writer = new CoverWriter();
  let name = '';
  let value = '';
  let line = 0;
  while (lines.has(line)) {
    if (!isEmptyLine(lines, line)) {
      const colon = fieldColon(lines, line);
      if (colon >= 0) {
        name = lines.text.slice(lines.start(line), colon).trimEnd();
        value = lines.text.slice(colon + 1, lines.end(line)).slice(-4000);
      } else
        value =
          `${value} ${lines.text.slice(Math.max(lines.start(line), lines.end(line) - 4000), lines.end(line))}`.slice(
            -4000,
          );
      writer.keep(lines.text.slice(lines.start(line), lines.next(line)), lines.start(line));
      line++;
      continue;
    }
    const next = behindEmpty(lines, line);
    if (next === undefined || !belongs(lines, next, name, value)) break;
    line = next;
  }
  writer.keep(lines.text.slice(lines.start(line)), lines.start(line));
  return writer.done(lines.count);
};

function behindEmpty(lines: Lines, line: number): number | undefined {
  for (let next = line; next <= line + MOST_EMPTY && lines.has(next); next++)
    if (!isEmptyLine(lines, next)) return next;
  return undefined;
}

const belongs = (lines: Lines, line: number, name: string, value: string): boolean =>
  isContinuation(lines, line) || fieldColon(lines, line) >= 0 || continuesField(name, value, headOf(lines, line));

const FIELD = /^[A-Za-z][A-Za-z0-9_.-]{0,70}[ \t]{0,4}:(?:[ \t<"[]|$|[^\s:/])/;

const fieldColon = (lines: Lines, line: number): number =>
  FIELD.test(headOf(lines, line, 90)) ? colonOf(lines, line) : -1;

/** Whether the first fields have empty lines behind them: three of any kind that mail has, or two behind a Received. */
function isSpaced(lines: Lines): boolean {
  let fields = 0;
  let known = 0;
  let gaps = 0;
  let empty = false;
  let name = '';
  let value = '';
  for (let line = 0; line < 90 && lines.has(line); line++) {
    if (isEmptyLine(lines, line)) {
      if (line === 0 || behindEmpty(lines, line) === undefined) return false;
      empty = true;
      continue;
    }
    const through = fields > 0 && !empty && continuesThroughColon(name, value, headOf(lines, line));
    const colon = through ? -1 : fieldColon(lines, line);
    if (colon < 0) {
      const rest = through || isContinuation(lines, line) || continuesField(name, value, headOf(lines, line));
      if (fields === 0 || !rest) return false;
      value = `${value} ${headOf(lines, line, 1000)}`;
    } else {
      if (fields > 0 && empty) gaps++;
      // Two fields without a gap: an empty line is what it always is.
      else if (fields > 0) return false;
      fields++;
      name = lines.text.slice(lines.start(line), colon).trimEnd();
      value = headOf(lines, line, 1000);
      if (isMailField(name) || /^x-/i.test(name)) known++;
      if (gaps >= 2 && known >= 3) return true;
    }
    empty = false;
  }
  return gaps >= 1 && known >= 2 && known === fields;
}
