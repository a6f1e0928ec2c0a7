import type { Confidence } from '../explanation.ts';
import { because, type Change, type Meaning } from '../meaning.ts';
import type { ReasonName } from '../reasons.ts';
import type { Sources } from '../sources.ts';
import type { RowName } from './rowName.ts';
import { type SpeakerName, speakers } from './speakers.ts';

/**
 * Whose words they are, and what they tell: `product`, words of one product alone; `phrase`, set phrases of programs
 * and notices; words that many servers use about their `policy`, the `recipient` or the `transport`. When no server spoke: `tool`,
 * what libraries and tools print, and `system`, how the system words an error of a socket. The first tell most.
 */
export type Rank = (typeof ranks)[number];
export const ranks = ['product', 'phrase', 'policy', 'recipient', 'transport', 'tool', 'system'] as const;

/** Words that servers send, and what they mean; what a row does not say of its own is what its reason says. */
export interface TextRow extends Change {
  /** Kebab-case, unique among all rows. */
  readonly name: string;
  /** Rows of the same rank that fit some of the same texts and tell less of them. */
  readonly wins?: readonly RowName[];
  /** Tells less than all rows of its table that are not vague, whatever their rank. */
  readonly vague?: true;
  /** Tells less than what a tool prints, where no reply code shows that a server spoke. */
  readonly belowTools?: true;
  /** Knows a number of the speaker alone: words that many servers use tell more. */
  readonly belowWords?: true;
  /** Held against `code enhanced text`; linear in time: no nested and no unbounded repetition. */
  readonly pattern: RegExp;
  /** A second pattern that must match too. */
  readonly also?: RegExp;
  /** The row holds only with one of these reply codes. */
  readonly codes?: readonly number[];
  /** Without it the row holds where no reply code says success. `success`: only where none says failure;
   * `coded`: only with a 4yz or 5yz code, for words that also stand in ordinary sentences. */
  readonly holds?: 'success' | 'coded';
  readonly reason: ReasonName;
  readonly meaning: string;
  readonly source: Sources;
  /** How sure it is that these words mean that; `high` where it is not given. */
  readonly confidence?: Confidence;
  /**
   * A row of a speaker holds where the text shows the speaker's mark. `words`: nobody else puts it so, and the row needs
   * no other mark; `none`: others may put it so, too, so that the row holds without a mark and names no speaker.
   */
  readonly mark?: 'words' | 'none';
  /** Why it is right that replies of other speakers fit the row, too. */
  readonly shared?: string;
}

export interface ReplyText extends TextRow {
  readonly rank: Rank;
  /** Whose words they are; without it many servers say them. */
  readonly speaker?: SpeakerName;
}

/** Rows with the rank that all of them have. */
export const ranked = (rank: Rank, rows: readonly TextRow[]): readonly ReplyText[] =>
  rows.map((row) => ({ ...row, rank }));

/** Rows of one speaker: each holds where the text shows a mark of the speaker, or where its words are one. */
export const spokenBy = (speaker: SpeakerName, rows: readonly TextRow[]): readonly ReplyText[] =>
  rows.map((row) => ({ ...row, rank: 'product', speaker }));

/** By what a text has to show that the speaker of the row is the one who speaks. */
const markOf = ({ speaker, mark }: ReplyText): RegExp | undefined =>
  speaker === undefined || mark !== undefined ? undefined : speakers[speaker].mark;

/** What a text has to match, all of it, for a row to fit. */
export const patternsOf = (row: ReplyText): readonly RegExp[] =>
  [row.pattern, row.also, markOf(row)].filter((pattern) => pattern !== undefined);

/** Whether a text matches all of it. */
export const matches = (row: ReplyText, text: string): boolean =>
  row.pattern.test(text) && (row.also?.test(text) ?? true) && (markOf(row)?.test(text) ?? true);

/** What rows say, each made when it is first asked for. */
const meanings = new WeakMap<ReplyText, Meaning>();

/** What a row says, filled up with what its reason says. */
export function meaningOf(row: ReplyText): Meaning {
  const known = meanings.get(row);
  if (known !== undefined) return known;
  const { reason, meaning, source, ...change } = row;
  const made = because(reason, meaning, source, change);
  meanings.set(row, made);
  return made;
}
