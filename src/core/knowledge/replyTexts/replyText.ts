import { because, type Change, type Meaning } from '../meaning.ts';
import type { ReasonName } from '../reasons.ts';
import type { Sources } from '../sources.ts';

/** Words that servers send, and what they mean; what a row does not say of its own is what its reason says. */
export interface ReplyText extends Change {
  /** Kebab-case, unique among all rows. */
  readonly name: string;
  /** Held against `code enhanced text`; linear in time: no nested and no unbounded repetition. */
  readonly pattern: RegExp;
  /** A second pattern that must match too. */
  readonly also?: RegExp;
  /** The row holds only with one of these reply codes. */
  readonly codes?: readonly number[];
  /** Without it the row holds where no reply code says success. `success`: only where none says failure;
   * `coded`: only with a 4yz or 5yz code, for words that also stand in ordinary sentences. */
  readonly holds?: 'success' | 'coded';
  /** A reply as servers send it that must be explained by this row. */
  readonly sample: string;
  readonly reason: ReasonName;
  readonly meaning: string;
  readonly source: Sources;
}

/** What a row says, filled up with what its reason says. */
export const meaningOf = ({ reason, meaning, source, ...change }: ReplyText): Meaning =>
  because(reason, meaning, source, change);
