import type { Span } from '../../text/span.ts';
import type { AggregateDigest } from './digest.ts';

/** Words of which the fields of reports hold one; where a field holds another, what it means is not known. */

/** RFC 3464 2.3.3. */
export const reportActions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
export type ReportAction = (typeof reportActions)[number];

/** RFC 5965 7.3, RFC 6591 3.1; `opt-out` and `opt-out-list` are of the drafts before them and in use. */
export const feedbackTypes = [
  'abuse',
  'fraud',
  'virus',
  'not-spam',
  'opt-out',
  'opt-out-list',
  'auth-failure',
  'other',
] as const;
export type FeedbackType = (typeof feedbackTypes)[number];

/** Mail that a filter holds in quarantine, or that it kept or passed on though it found something. */
export type FilterDeed = 'held' | 'kept' | 'passed';

/** RFC 8098 3.2.6.2; `dispatched`, `processed`, `denied` and `failed` are of RFC 3798 and older. */
export const dispositions = ['displayed', 'deleted', 'dispatched', 'processed', 'denied', 'failed'] as const;
export type Disposition = (typeof dispositions)[number];

/** An address without the name in front of it and its angle brackets. */
export const bare = (value: string): string =>
  /<([^<>]{1,320})>\s*$/.exec(value.slice(0, 1000))?.[1] ?? value.trim().slice(0, 320);

/** The first address in a value. */
export const firstAddress = (value = ''): string | undefined =>
  /[^\s<>()",;:]{1,64}@[^\s<>()",;:]{1,255}/.exec(value.slice(0, 500))?.[0];

/** What opening the files of a message gave. */
export interface OpenedAggregate {
  readonly digests: readonly AggregateDigest[];
  /** One sentence each. */
  readonly problems: readonly string[];
}

/** A message that carries a DMARC or TLS report on a domain (RFC 7489 7.2, RFC 8460 5.3). */
export interface AggregateNotice extends Span {
  readonly kind: 'dmarc' | 'tls';
  /** Who reports. */
  readonly organisation?: string;
  readonly domain?: string;
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly begin?: number;
  readonly until?: number;
  /** The name of the file that holds the table. */
  readonly file?: string;
  /** What stands in it, where it was opened. */
  readonly opened?: OpenedAggregate;
}
