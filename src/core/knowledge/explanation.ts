import type { SisimaiClass } from './reasons.ts';

/** Who has to do something about it. */
export type Actor = 'sender' | 'recipient' | 'sending admin' | 'receiving admin' | 'provider' | 'network' | 'nobody';

/** Whether the same try, unchanged, can succeed later: `later` when something was mended first. */
export type Retry = 'yes' | 'no' | 'later';

/** What a reply means for the person with the ticket. */
export interface Explanation {
  /** One sentence in plain words. */
  readonly meaning: string;
  readonly actor: Actor;
  readonly retry: Retry;
  /** Next steps, each one imperative sentence. */
  readonly next: readonly string[];
  /** The clause or page it rests on: `RFC 5321 4.2.3`. */
  readonly source: string;
  /** Why the reply was given, as a key of the table of reasons. */
  readonly reason: string;
  /** The class of sisimai that these very words are filed under, where it is not the one of the reason. */
  readonly sisimai?: SisimaiClass;
  /** False where only the generic meaning of class and subject was known. */
  readonly specific: boolean;
}
