import type { Actor, Retry } from './actor.ts';
import type { ReasonName, SisimaiClass } from './reasons.ts';
import type { Sources } from './sources.ts';
import type { Step } from './steps.ts';

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
  /** The class of sisimai that these very words are filed under, where it is not the one of the reason. */
  readonly sisimai?: SisimaiClass;
  /** False where only the generic meaning of class and subject was known. */
  readonly specific: boolean;
}
