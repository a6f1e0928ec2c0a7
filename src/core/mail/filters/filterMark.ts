import type { Field } from '../message.ts';

/**
 * What a filter thinks. `suspicious`: it is not sure, or one of its checks matched. `bulk`: mail to many, wanted or not.
 * `allowed` and `blocked`: a list of the site or the user decided, not the content. `scored`: it gave points and does
 * not say what they come to.
 */
export type FilterVerdict =
  | 'malware'
  | 'phishing'
  | 'spam'
  | 'blocked'
  | 'bulk'
  | 'suspicious'
  | 'allowed'
  | 'clean'
  | 'scored';

/** A rule or check that matched, with its points where they are stated. */
export interface FilterRule {
  readonly name: string;
  readonly points?: number;
}

/** What one run of one filter wrote into the header. Whether to believe it depends on where its field stands. */
export interface FilterMark {
  /** The product, or `a spam filter` where nothing tells which. */
  readonly filter: string;
  readonly looksFor: 'spam' | 'malware';
  readonly says: FilterVerdict;
  /** The word that says so, as written, at most 60 characters. */
  readonly word?: string;
  /** On the filter's own scale. */
  readonly score?: number;
  /** The score from which on the filter takes a message for spam, where it states it. */
  readonly limit?: number;
  /** The heaviest first. */
  readonly rules: readonly FilterRule[];
  /** The field with the verdict. */
  readonly field: Field;
}

/** What one field of a filter says. */
export interface FieldReading {
  readonly says?: FilterVerdict;
  readonly word?: string;
  readonly score?: number;
  readonly limit?: number;
  readonly rules?: readonly FilterRule[];
}

/** Reads the value of a field, unfolded; `name` in small letters. Nothing where the value says nothing of the message. */
export type FieldReader = (value: string, name: string) => FieldReading | undefined;

/** A filter, the fields that it writes, and where it is documented or seen. */
export interface Filter {
  readonly filter: string;
  readonly looksFor: 'spam' | 'malware';
  readonly source: string;
  /** Names in small letters with `|` between them, or a pattern for names with a part that sites choose. */
  readonly fields: readonly (readonly [names: string | RegExp, read: FieldReader])[];
}
