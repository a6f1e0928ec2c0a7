import type { Lines } from '../../text/lines.ts';
import type { Cover } from './cover.ts';

/**
 * Takes off one thing that a header is dressed in, from the first line of a text on; undefined where it is not dressed
 * so. What covers no line behind the header ends with it; the others say how far they reach.
 */
export type Layer = (lines: Lines) => Cover | undefined;

/** Lines at the start of a text by which a layer decides. */
export const DECIDING = 60;

/** Names as programs write them, without the colon. */
export const NAME = '[A-Za-z][\\w.-]{0,70}';

/** The start of a line, long enough for any name with what is around it. */
export const headOf = (lines: Lines, line: number, length = 200): string =>
  lines.text.slice(lines.start(line), Math.min(lines.end(line), lines.start(line) + length));

/** The line with its break. */
export const wholeOf = (lines: Lines, line: number): string => lines.text.slice(lines.start(line), lines.next(line));

/** How many of the first lines there are. */
export function atMost(lines: Lines, most: number): number {
  let count = 0;
  while (count < most && lines.has(count)) count++;
  return count;
}
