import type { Explanation } from '../knowledge/explanation.ts';
import type { Role } from './verdict.ts';

/** What an entry of a log means for a delivery, and why. */
export interface Fate {
  readonly role: Role;
  readonly explanation: Explanation;
}
