import { CoverWriter } from './cover.ts';
import { headOf, type Layer, wholeOf } from './layer.ts';

/** `5. Received: from …`: a list of fields, one a number, as pages that explain headers show them. */
const NUMBERED = /^[ \t]{0,8}(\d{1,3})[.):] {1,4}(?=[A-Za-z][\w-]{1,60}[ \t]{0,2}:(?:\s|$))/;

const COUNTED = /^[ \t]{0,8}(\d{1,4})(?:[.:)|][ \t]|[ \t]|$)/;

/** Lines without a number that one field may have. */
const MOST_OF_FIELD = 12;

/** The fields of a numbered list; lines between two numbers belong to the one above. It ends behind its last number. */
export const numberedFields: Layer = (lines) => {
  const ends = new Map<number, number>();
  let last: number | undefined;
  let line = 0;
  for (let i = 0; lines.has(i) && i - line <= MOST_OF_FIELD; i++) {
    const match = NUMBERED.exec(headOf(lines, i));
    const number = match === null ? undefined : Number(match[1]);
    // Where every line has a number, it is that of the line.
    if (match === null && last !== undefined && Number(COUNTED.exec(headOf(lines, i))?.[1]) === last + 1)
      return undefined;
    if (match === null || (last !== undefined && number !== last + 1)) {
      if (i === 0 || headOf(lines, i).trim() === '') break;
      continue;
    }
    last = number;
    line = i;
    ends.set(i, match[0].length);
  }
  if (ends.size < 3) return undefined;
  const writer = new CoverWriter();
  let end = line + 1;
  while (end - line <= MOST_OF_FIELD && lines.has(end) && /^[ \t]\S/.test(headOf(lines, end))) end++;
  for (let i = 0; i < end; i++) {
    const length = ends.get(i) ?? 0;
    writer.keep(wholeOf(lines, i).slice(length), lines.start(i) + length);
  }
  return writer.done(end);
};
