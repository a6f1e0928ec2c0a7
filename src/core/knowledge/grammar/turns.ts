import type { Concept } from './concepts.ts';

export interface Turned {
  readonly by: Concept;
  readonly into: Concept;
  /** How many words in front and behind the word that turns it may stand. */
  readonly reach: readonly [number, number];
}

/** What becomes of a word next to another: `not` … `found` is unknown. Some languages put the word behind. */
export const turns: ReadonlyMap<Concept, Turned> = new Map<Concept, Turned>([
  ['allowing', { by: 'no', into: 'denied', reach: [4, 2] }],
  ['existing', { by: 'no', into: 'unknown', reach: [4, 2] }],
  ['passing', { by: 'no', into: 'failed', reach: [3, 1] }],
  ['present', { by: 'no', into: 'missing', reach: [2, 1] }],
  ['doing', { by: 'no', into: 'failed', reach: [4, 1] }],
  ['offering', { by: 'no', into: 'not offered', reach: [4, 3] }],
  ['ready', { by: 'no', into: 'unavailable', reach: [3, 1] }],
  ['good', { by: 'no', into: 'failed', reach: [3, 1] }],
  ['formed', { by: 'no', into: 'invalid', reach: [5, 0] }],
  ['confirmed', { by: 'no', into: 'unconfirmed', reach: [4, 1] }],
  ['many', { by: 'too', into: 'too many', reach: [1, 0] }],
  ['big', { by: 'too', into: 'too big', reach: [1, 0] }],
  ['listed', { by: 'no', into: 'unknown', reach: [2, 0] }],
  ['owned', { by: 'no', into: 'owned', reach: [3, 0] }],
]);

/** A word in front of which `not` takes its meaning away. */
export const undone: ReadonlySet<Concept> = new Set([
  'blocked',
  'blocklist',
  'denied',
  'disabled',
  'expired',
  'failed',
  'full',
  'invalid',
  'suppressed',
  'unavailable',
  'unknown',
]);

/** What is missing where a word that denies stands in front of it. */
export const lacked: ReadonlySet<Concept> = new Set<Concept>([
  'attachment',
  'dkim',
  'dmarc',
  'from field',
  'header',
  'login',
  'mailbox',
  'mx',
  'password',
  'ptr',
  'recipient',
  'relay',
  'sender',
  'spf',
  'storage',
  'tls',
  'token',
  'user',
]);
