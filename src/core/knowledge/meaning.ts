import { defined } from '../text/defined.ts';
import type { Explanation } from './explanation.ts';
import { type Reason, type ReasonName, reasons, type SisimaiClass } from './reasons.ts';
import type { Sources } from './sources.ts';
import { stepsBy } from './steps.ts';

/** A row of knowledge: an explanation before code and stage decide its retry. */
export interface Meaning
  extends Omit<Explanation, 'basis' | 'confidence' | 'unknownWords' | 'nearest'>,
    Pick<Reason, 'transientRetry'> {}

/** What a row says of its own instead of what its reason says. */
export interface Change
  extends Partial<Pick<Reason, 'actor' | 'retry' | 'transientRetry' | 'next'>>,
    Pick<Explanation, 'tells'> {
  /** The class of sisimai that these very words are filed under. */
  readonly sisimai?: SisimaiClass;
}

/** Builds a row from what its reason says; `change` names what differs for this row. */
export function because(reason: ReasonName, meaning: string, source: Sources, change: Change = {}): Meaning {
  const row = reasons[reason];
  const { actor = row.actor, retry = row.retry, next = row.next, sisimai, tells } = change;
  const transientRetry = change.transientRetry ?? row.transientRetry;
  return {
    actor,
    retry,
    ...defined({ transientRetry }),
    next: stepsBy(actor, next),
    ...defined({ sisimai, tells }),
    meaning,
    source,
    reason,
  };
}
