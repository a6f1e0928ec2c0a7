import { readRow } from './csvRow.ts';
import type { LogWord } from './log.ts';

/** A row of a table, its values by the names of their columns. */
export type Row = ReadonlyMap<string, LogWord>;

/** The values of a row that hold something; `-` stands for nothing in a table with tabs. */
export function asRow(line: LogWord, columns: readonly string[], separator: ',' | '\t'): Row {
  const row = new Map<string, LogWord>();
  readRow(line, separator).forEach((value, i) => {
    const name = columns[i];
    if (name !== undefined && value.text !== '' && !(separator === '\t' && value.text === '-')) row.set(name, value);
  });
  return row;
}
