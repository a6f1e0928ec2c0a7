import { inSentence } from '../text/sentence.ts';
import type { Actor, Retry } from './actor.ts';
import type { ReasonName, SisimaiClass } from './reasons.ts';
import type { Sources } from './sources.ts';
import type { Step } from './steps.ts';

/**
 * What an explanation rests on: `server-words`, words of this very product; `words` that many servers use; `nearest`, a
 * known wording that is close to the words; the `enhanced-code`; the `reply-code` in its place; the `class` of a code
 * alone. `facts` where no reply is explained but what a header, a record or a program states.
 */
export type Basis = 'server-words' | 'words' | 'nearest' | 'enhanced-code' | 'reply-code' | 'class' | 'facts';

/** It rests on words, its own or those of a known wording, and not on the codes beside them. */
export const isByWords = ({ basis }: Pick<Explanation, 'basis'>): boolean =>
  basis === 'words' || basis === 'server-words' || basis === 'nearest';

/** What a filter does with a message that it does not let through. */
export type ByFilter = 'discarded' | 'quarantined' | 'rejected' | 'held';

/** How sure it is that this is what happened: of all that is told with `high`, 98 of 100 are right or more. */
export type Confidence = 'high' | 'medium' | 'low';

/** What the sentence says that code goes by, which never reads the sentence. */
export interface Tells {
  /** The IP address that sends is what was refused. */
  readonly address?: string;
  /** It names a mail address. */
  readonly mailbox?: string;
  /** The sender stands on some list: one that the reply names is named in its place. */
  readonly onAList?: true;
  /** The message was given up. */
  readonly gaveUp?: true;
  /** The rule that refused it is one of the sender's own organisation. */
  readonly outbound?: true;
  /** The address that was written to passes mail on to the one that is told of. */
  readonly passedOn?: true;
  /** A login failed for another cause than its user name or password. */
  readonly otherLogin?: true;
  /** A filter took the message for phishing or malware. */
  readonly perilous?: true;
  /** The account wants another password of programs than the one that its owner signs in with. */
  readonly appPassword?: true;
}

/** What a reply means for the person with the ticket. */
export interface Explanation {
  /** One sentence in plain words. */
  readonly meaning: string;
  readonly actor: Actor;
  readonly retry: Retry;
  readonly next: readonly Step[];
  /** The clauses and pages it rests on. */
  readonly source: Sources;
  /** Why the reply was given. */
  readonly reason: ReasonName;
  readonly tells?: Tells;
  /** A filter took the message, and did that with it. */
  readonly kept?: ByFilter;
  /** The class of sisimai that these very words are filed under, where it is not the one of the reason. */
  readonly sisimai?: SisimaiClass;
  readonly basis: Basis;
  readonly confidence: Confidence;
  /** The reply says something in words, and nobody here knows them: the codes alone are explained. */
  readonly unknownWords?: true;
  /** The known wording that is nearest to them, whose reason is told. */
  readonly nearest?: string;
}

/** An explanation of what a header, a record or a program states. */
export const stated = <Row extends Omit<Explanation, 'basis' | 'confidence'>>(
  row: Row,
): Row & Pick<Explanation, 'basis' | 'confidence'> => ({ ...row, basis: 'facts', confidence: 'high' });

const SURENESS: readonly Confidence[] = ['low', 'medium', 'high'];

/** The lower one of both. */
export const atMost = (one: Confidence, other: Confidence): Confidence =>
  SURENESS.indexOf(one) < SURENESS.indexOf(other) ? one : other;

/** What a reply means, in a sentence that first says so where its words are not known, and what is explained instead. */
export function toldMeaning({ meaning, unknownWords, nearest }: ToldParts): string {
  if (!unknownWords) return meaning;
  const instead = nearest === undefined ? 'by its code' : `the nearest known wording is “${nearest}”`;
  return `These words are not known here; ${instead}: ${inSentence(meaning)}`;
}

type ToldParts = Pick<Explanation, 'meaning' | 'unknownWords' | 'nearest'>;
