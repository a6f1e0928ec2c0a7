import { because, type Change, type Meaning } from '../meaning.ts';
import type { ReasonName } from '../reasons.ts';

/** Words that servers send, and what they mean. */
export interface ReplyText extends Meaning {
  /** Kebab-case, unique among all rows. */
  readonly name: string;
  /** Held against `code enhanced text`; linear in time: no nested and no unbounded repetition. */
  readonly pattern: RegExp;
  /** A second pattern that must match too. */
  readonly also?: RegExp;
  /** The row holds only with one of these reply codes. */
  readonly codes?: readonly number[];
  /** `refusal`: only where no reply code says success; `success`: only where none says failure;
   * `coded`: only with a 4yz or 5yz code, for words that also stand in ordinary sentences. */
  readonly holds: 'refusal' | 'success' | 'coded';
  /** A reply as servers send it that must be explained by this row. */
  readonly sample: string;
}

interface Own extends Change, Partial<Pick<ReplyText, 'also' | 'codes' | 'holds'>> {}

/** Builds a row with the usual advice for its reason. */
export function says(
  name: string,
  pattern: RegExp,
  sample: string,
  reason: ReasonName,
  meaning: string,
  source: string,
  own: Own = {},
): ReplyText {
  const { also, codes, holds = 'refusal', ...change } = own;
  return {
    name,
    pattern,
    sample,
    holds,
    ...(also !== undefined && { also }),
    ...(codes !== undefined && { codes }),
    ...because(reason, meaning, source, change),
  };
}
