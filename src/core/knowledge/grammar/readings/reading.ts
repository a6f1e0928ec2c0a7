import type { Change } from '../../meaning.ts';
import type { ReasonName } from '../../reasons.ts';
import type { Sources } from '../../sources.ts';
import type { Concept } from '../concepts.ts';

/** What is known around the words: the class of the code, 501 of syntax (RFC 5321 4.2.2), and what was answered. */
export type Circumstance = '4yz' | '5yz' | 'syntax code' | 'no code' | 'at login' | 'at MAIL' | 'at RCPT';

export type Part = Concept | Circumstance;

/** What a subject, a predicate and sometimes an owner mean together. */
export interface Reading extends Change {
  /** Kebab-case, unique among all readings. */
  readonly name: string;
  /** One clause must speak of each of these; of a list, of one of them. */
  readonly all: readonly (Part | readonly Part[])[];
  /** The same clause must not speak of these. */
  readonly none?: readonly Part[];
  /** The words leave no doubt where they stand in one clause. */
  readonly sure?: true;
  /** Says more of the same words than a row does that knows one of them from many servers. */
  readonly particular?: true;
  /** Told also where its parts stand in several clauses, each of which would tell less: `Account disabled: spam was sent`. */
  readonly across?: true;
  /** Never told of words without a code: they stand in ordinary sentences, too. */
  readonly coded?: true;
  readonly reason: ReasonName;
  readonly meaning: string;
  readonly source: Sources;
}
