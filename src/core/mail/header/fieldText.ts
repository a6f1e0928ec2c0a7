import type { Span } from '../../text/span.ts';
import type { DressedPiece, Field } from '../message.ts';

/** A field's value in one line, and the way between its characters and those of the document. */
export interface FieldText {
  /** From behind the colon, line breaks and what it was dressed in taken out. */
  readonly value: string;
  /** Where a character of the value stands in the document. */
  offset(index: number): number;
  /** The character of the value that stands at this place of the document, or the next one behind it. */
  index(offset: number): number;
}

/** A run of characters that stand in value and document alike; one read for an entity has no length of its own. */
interface Run {
  readonly index: number;
  readonly offset: number;
  readonly length: number;
}

/** Reads the one field that is asked for, in time linear in its length. */
export function fieldText(text: string, field: Field): FieldText {
  const { start, end } = field.valueSpan;
  const pieces = field.dressed?.pieces ?? [{ index: 0, length: end - start, start, end }];
  const raw = field.dressed?.text ?? text.slice(start, end);
  const runs: Run[] = [];
  let value = '';
  const keep = (from: number, to: number, as?: string): void => {
    if (to <= from) return;
    for (const run of placed(pieces, from, to)) runs.push({ ...run, index: value.length + run.index });
    value += as ?? raw.slice(from, to);
  };
  for (const line of raw.matchAll(/[^\r\n]+/g)) {
    const at = line.index;
    // A line whose blanks in front were lost would grow together with the one above.
    if (at > 0 && !/[ \t]/.test(raw[at] ?? ' ')) keep(at - 1, at, ' ');
    keep(at, at + line[0].length);
  }
  return {
    value,
    offset: (index) => offsetOf(runs, index, start, end),
    index: (offset) => indexOf(runs, offset, value),
  };
}

/** The parts of the text from one place to another, each with where it stands. */
function* placed(pieces: readonly DressedPiece[], from: number, to: number): Iterable<Run> {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as DressedPiece).index <= from) low = middle + 1;
    else high = middle;
  }
  for (let i = Math.max(0, low - 1); i < pieces.length; i++) {
    const piece = pieces[i] as DressedPiece;
    if (piece.index >= to) return;
    const within = Math.max(0, from - piece.index);
    const length = Math.min(to, piece.index + piece.length) - (piece.index + within);
    if (length <= 0) continue;
    const alike = piece.end - piece.start === piece.length;
    yield {
      index: piece.index + within - from,
      offset: piece.start + (alike ? within : 0),
      length: alike ? length : 1,
    };
  }
}

/** The piece of the document that a piece of the value is. */
export const documentSpan = (text: FieldText, piece: Span): Span => ({
  start: text.offset(piece.start),
  end: piece.end > piece.start ? text.offset(piece.end - 1) + 1 : text.offset(piece.end),
});

function offsetOf(runs: readonly Run[], index: number, start: number, end: number): number {
  const run = lastAt(runs, (one) => one.index <= index);
  if (run === undefined) return start;
  return Math.min(end, run.offset + Math.min(index - run.index, run.length));
}

function indexOf(runs: readonly Run[], offset: number, value: string): number {
  const run = lastAt(runs, (one) => one.offset <= offset);
  return run === undefined ? 0 : Math.min(value.length, run.index + Math.min(offset - run.offset, run.length));
}

function lastAt(runs: readonly Run[], fits: (run: Run) => boolean): Run | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(runs[middle] as Run)) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}
