import type { FoundDocument } from '../document.ts';
import type { Needle } from '../needle.ts';
import type { Stitched } from '../stitch.ts';

export interface SearchOptions {
  readonly since?: number;
  readonly until?: number;
  readonly signal: AbortSignal;
  /** Called as the search goes on. */
  readonly progress?: (progress: Progress) => unknown;
  /** Called with what there is so far, as it grows; more and more seldom. */
  readonly soFar?: (result: SearchResult) => unknown;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

export interface Progress {
  readonly pass: number;
  readonly source: string;
  readonly octets: number;
  readonly found: number;
}

export interface SearchResult extends Stitched {
  readonly needles: readonly Needle[];
  readonly sources: FoundDocument['sources'];
  readonly lines: number;
  /** What stands in the way of an answer that is whole: a sentence each. */
  readonly problems: readonly string[];
}
