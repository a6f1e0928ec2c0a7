import type { Span } from '../../text/span.ts';
import type { Field } from '../message.ts';

/** A field's value in one line, and the way between its characters and those of the document. */
export interface FieldText {
  /** From behind the colon, line breaks and the marks of a quotation taken out, entities of HTML read. */
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
  const raw = text.slice(start, end);
  if (!/[\r\n]|&(?:lt|#60);/.test(raw)) {
    return { value: raw, offset: (index) => start + index, index: (offset) => clamp(offset - start, 0, raw.length) };
  }
  const marks = marksBefore(text, field.start);
  const runs: Run[] = [];
  let value = '';
  const keep = (from: number, to: number, as = raw.slice(from, to)): void => {
    if (to <= from) return;
    runs.push({ index: value.length, offset: start + from, length: as.length });
    value += as;
  };
  const entities = hasEntities(raw);
  for (const line of raw.matchAll(/[^\r\n]+/g)) {
    let at = line.index;
    const stop = at + line[0].length;
    if (at > 0) {
      at += marks === undefined ? 0 : (marks.exec(line[0])?.[0].length ?? 0);
      // A line whose blanks in front were lost would grow together with the one above.
      if (!/[ \t]/.test(raw[at] ?? ' ')) keep(line.index - 1, line.index, ' ');
    }
    if (!entities) keep(at, stop);
    else {
      for (const entity of line[0].matchAll(ENTITY)) {
        const from = line.index + entity.index;
        if (from < at) continue;
        keep(at, from);
        keep(from, from + entity[0].length, decodeEntity(entity[0]));
        at = from + entity[0].length;
      }
      keep(at, stop);
    }
  }
  return {
    value,
    offset: (index) => offsetOf(runs, index, start, end),
    index: (offset) => indexOf(runs, offset, value),
  };
}

/** The piece of the document that a piece of the value is. */
export const documentSpan = (text: FieldText, piece: Span): Span => ({
  start: text.offset(piece.start),
  end: piece.end > piece.start ? text.offset(piece.end - 1) + 1 : text.offset(piece.end),
});

/** Whether a text was copied from the source of a web page: its angle brackets are entities. */
export const hasEntities = (raw: string): boolean => /&(?:lt|#60);/.test(raw) && !raw.includes('<');

export const ENTITY = /&(?:lt|gt|amp|quot|apos|nbsp|#39|#60|#62|#34|#38);/g;

export const decodeEntity = (entity: string): string => ENTITIES.get(entity) ?? entity;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&#60;', '<'],
  ['&gt;', '>'],
  ['&#62;', '>'],
  ['&amp;', '&'],
  ['&#38;', '&'],
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&nbsp;', ' '],
]);

/** What stands in front of a field's name and will stand in front of its other lines too: `> `, `| `, `12. `. */
function marksBefore(text: string, fieldStart: number): RegExp | undefined {
  const window = text.slice(Math.max(0, fieldStart - 60), fieldStart);
  const prefix = window.slice(Math.max(window.lastIndexOf('\n'), window.lastIndexOf('\r')) + 1);
  if (/^(?:[ \t]{0,4}[>|]){1,20}[ \t]?$/.test(prefix)) {
    return new RegExp(`^(?:[ \\t]{0,4}[>|]){1,${prefix.replace(/[^>|]/g, '').length}} ?`);
  }
  const blanks = /^[ \t]{0,8}\d{1,4}[.:)|]?([ \t]{1,8})$/.exec(prefix)?.[1]?.length;
  return blanks === undefined ? undefined : new RegExp(`^[ \\t]{0,8}\\d{1,4}[.:)|]?[ \\t]{0,${blanks}}`);
}

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

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
