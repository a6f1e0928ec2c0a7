import type { CancelSignal, Ports } from '../probes/ports.ts';
import type { Finding } from './finding.ts';

/** What a check is given. */
export interface CheckContext {
  /** The domain, host or address, in A-labels, without a final dot. */
  readonly name: string;
  readonly ports: Pick<Ports, 'resolve' | 'clock' | 'toAscii'>;
  readonly signal: CancelSignal;
}

/** Looks at one area; never rejects. */
export type Check = (context: CheckContext) => Promise<readonly Finding[]>;
