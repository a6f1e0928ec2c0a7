import type { Sources } from '../../core/knowledge/sources.ts';

/** How a finding of a check is worded. `about` is the name, host or address that it is about. */
export interface CheckRow<Data> {
  /** The clauses that it rests on. */
  readonly source?: Sources;
  readonly says: (data: Data, about: string) => string;
  /** What to do or to publish instead; none where nothing is to be done. */
  readonly next?: (data: Data, about: string) => string;
}

/** A row for each code of an interface that gives the data of each. */
export type CheckRowsFor<DataByCode> = { readonly [Code in keyof DataByCode]: CheckRow<DataByCode[Code]> };
