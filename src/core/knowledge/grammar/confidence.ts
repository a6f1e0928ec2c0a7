import type { Confidence, Explanation } from '../explanation.ts';
import { alike, type ReasonName } from '../reasons.ts';
import type { ReplyText } from '../texts/replyText.ts';
import { type ReadWords, readWords } from './readWords.ts';

/** What speaks for a reason, and what against it. */
export interface Witnesses {
  /** How sure the row or the reading is by itself. */
  readonly told: Confidence;
  readonly reason: ReasonName;
  /** The row that fits; without it the words were read alone. */
  readonly row?: ReplyText | undefined;
  /** The reason that the enhanced code gives, where it is about one thing. */
  readonly byStatus?: ReasonName | undefined;
  /** Whether a server spoke: there is a reply code. */
  readonly spoken: boolean;
  /** What subject and predicate of the same words say; asked for only where it counts. */
  readonly read: () => ReadWords | undefined;
  /** The words of the reply. */
  readonly words: string;
}

/**
 * How sure an explanation is: high is earned by what speaks for it, one rule for all of them, so that 98 of 100 that are
 * told as high are right (`npm run measure -- certainty`, `-- speakers`).
 *
 * - Where the enhanced code names the same reason, nothing else is asked.
 * - Nothing is high where the words name two things and leave it open which: `user unknown or mailbox full`.
 * - Set phrases, of one speaker or program, are known as a whole; where the row goes by a number or a name alone, the
 *   words beside it must not say another thing. What a tool prints is its own where no server spoke.
 * - Words that many servers use are high where subject and predicate of the whole reply say the same and no enhanced
 *   code names another reason.
 * - Words that no row knows are high where they leave nothing open: four of them are read, and at most one is not.
 */
export function earned(witnesses: Witnesses): Confidence {
  const { told, reason, byStatus, words } = witnesses;
  if (told !== 'high' || byStatus === reason) return told;
  return isEarned(witnesses) && !saysEither(words) ? 'high' : 'medium';
}

function isEarned(witnesses: Witnesses): boolean {
  const { reason, row, byStatus, spoken, read } = witnesses;
  const against = byStatus !== undefined && !alike(byStatus, reason);
  if (row === undefined) return !against && read()?.full === true;
  if (row.rank === 'product') return known(row, witnesses);
  if (against) return false;
  if (row.rank === 'phrase') return known(row, witnesses);
  if (!spoken && (row.rank === 'tool' || row.rank === 'system')) return true;
  const words = read();
  return words !== undefined && alike(words.meaning.reason, reason);
}

/** How sure a row is: by itself where nothing was refused, else by all that stands beside it. */
export function byRow(
  row: ReplyText,
  beside?: Omit<Witnesses, 'told' | 'reason' | 'row'>,
): Pick<Explanation, 'basis' | 'confidence'> {
  const { rank, reason, vague, confidence: told = vague ? 'medium' : 'high' } = row;
  const agrees = beside?.byStatus === reason;
  return {
    basis: rank === 'product' ? 'server-words' : 'words',
    confidence: agrees ? 'high' : beside ? earned({ ...beside, told, reason, row }) : told,
  };
}

/** A set phrase of two words or more is known; a number or a name alone must not stand beside words of another thing. */
function known(row: ReplyText, { words, reason, read }: Witnesses): boolean {
  const phrase = row.pattern.exec(words)?.[0];
  if (phrase !== undefined && hasTwoWords(phrase)) return true;
  const other = read()?.meaning.reason;
  return other === undefined || alike(other, reason);
}

const WORD = /\p{L}{3,}/gu;

function hasTwoWords(text: string): boolean {
  WORD.lastIndex = 0;
  return WORD.test(text) && WORD.test(text);
}

/** Whether what stands on both sides of an `or` means two things. */
function saysEither(words: string): boolean {
  const either = OR.exec(words);
  if (either === null) return false;
  const left = reasonIn(words.slice(0, either.index));
  const right = left && reasonIn(words.slice(either.index + either[0].length));
  return left !== undefined && right !== undefined && !alike(left, right);
}

const reasonIn = (words: string): ReasonName | undefined => readWords(words, { digit: 5 })?.meaning.reason;

const OR = / (?:or|oder|ou|или) /i;
