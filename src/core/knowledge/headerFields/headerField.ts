/** A header field and what it tells an admin. */
export interface HeaderField {
  /** As usually written; look-up is by small letters. */
  readonly name: string;
  /** What it tells, in one or two short sentences. */
  readonly meaning: string;
  readonly source: string;
}

/** Rows that share a source. */
export function fields(source: string, rows: readonly (readonly [string, string])[]): readonly HeaderField[] {
  return rows.map(([name, meaning]) => ({ name, meaning, source }));
}
