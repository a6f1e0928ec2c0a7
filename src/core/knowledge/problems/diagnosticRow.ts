import type { Sources } from '../sources.ts';

/** How a finding is shown where the user sets nothing else: the severities of the Language Server Protocol. */
export type DiagnosticLevel = 'error' | 'warning' | 'information' | 'hint';

/** One kind of diagnostic; `Data` is what its message is filled with. */
export interface DiagnosticRow<Data> {
  /** What is found, in a few words without a full stop. */
  readonly about: string;
  readonly level: DiagnosticLevel;
  /**
   * What became of a mail: a verdict tells it, and nothing is wrong with the text or the records in it. Shown only where
   * the user sets a level.
   */
  readonly isVerdict?: true;
  /** The clauses that it rests on. */
  readonly source: Sources;
  /** The message. */
  readonly says: (data: Data) => string;
}

/** A row for each code of an interface that gives the data of each. */
export type RowsFor<DataByCode> = { readonly [Code in keyof DataByCode]: DiagnosticRow<DataByCode[Code]> };
