import { defined } from '../../text/defined.ts';

/** What one value, key or rule inside a header field means. */
export interface HeaderValue {
  /** One or two short sentences. */
  readonly meaning: string;
  readonly source: string;
  /** What it counts as, where the filter itself does not give it. */
  readonly counts?: string;
}

export type ValueRow = readonly [values: string, meaning: string, counts?: string];

/** Rows by value in small letters; one row may hold several values with `|` between them. */
export function values(source: string, rows: readonly ValueRow[]): ReadonlyMap<string, HeaderValue> {
  const table = new Map<string, HeaderValue>();
  for (const [keys, said, counts] of rows) {
    const meaning = counts === undefined ? said : `${said} It counts as ${counts}.`.trimStart();
    for (const key of keys.split('|')) table.set(key.toLowerCase(), { meaning, source, ...defined({ counts }) });
  }
  return table;
}

/** Tables in one; of rows for the same value the first counts. */
export function joined(...tables: readonly ReadonlyMap<string, HeaderValue>[]): ReadonlyMap<string, HeaderValue> {
  return new Map(tables.toReversed().flatMap((table) => [...table]));
}
