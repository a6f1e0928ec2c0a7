import type { ReasonName } from '../knowledge/reasons.ts';

/** Reasons that a program finds by itself, without a reply, and tells in words of its own. */
export const TROUBLE: readonly ReasonName[] = [
  'connection-failed',
  'dns-failure',
  'domain-not-found',
  'mail-not-accepted',
  'tls-failed',
  'tls-required',
  'login-failed',
  'login-required',
  'routing-failed',
  'expired',
];
