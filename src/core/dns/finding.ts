import type { Span } from '../text/span.ts';

export const FINDING_LEVELS = ['fail', 'warning', 'unknown', 'note', 'pass'] as const;

/** How a finding weighs, the heaviest first. `unknown`: what would tell could not be asked. */
export type FindingLevel = (typeof FINDING_LEVELS)[number];

/** A finding in words. */
export interface WordedFinding {
  readonly level: FindingLevel;
  /** Stable: small letters, digits and hyphens. */
  readonly code: string;
  /** The name, host or address that it is about. */
  readonly about: string;
  readonly text: string;
  readonly next?: string;
  readonly source?: string;
}

/** A finding that stands in a text. */
export interface ReportedFinding extends WordedFinding, Span {}
