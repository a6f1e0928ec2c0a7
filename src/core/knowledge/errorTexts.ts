import { certificateErrors } from './errorTexts/certificates.ts';
import { dnsErrors } from './errorTexts/dns.ts';
import { exchangeEvents } from './errorTexts/exchangeEvents.ts';
import { networkErrors } from './errorTexts/network.ts';
import { saslErrors } from './errorTexts/sasl.ts';
import { tlsErrors } from './errorTexts/tls.ts';
import { tlsAlerts } from './errorTexts/tlsAlerts.ts';
import type { ReplyText } from './replyTexts/replyText.ts';

/** What systems, libraries and tools print when no server spoke, in the order in which it is tried. */
export const errorTexts: readonly ReplyText[] = [
  ...dnsErrors,
  ...tlsAlerts,
  ...certificateErrors.slice(0, -1),
  ...tlsErrors.slice(0, -1),
  // The last row of each of the two says only that it failed.
  ...certificateErrors.slice(-1),
  ...tlsErrors.slice(-1),
  ...saslErrors,
  ...networkErrors,
  ...exchangeEvents,
];

/** General reply texts that say less of a tool's own words than the rows above, even where those name another reason. */
export const broadTexts: ReadonlySet<string> = new Set([
  'connection-refused',
  'connection-timed-out',
  'connection-lost',
  'dns-trouble',
  'host-not-found',
  'status-deferred',
  'status-bounced',
]);
