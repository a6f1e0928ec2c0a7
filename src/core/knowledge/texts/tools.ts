import type { ReplyText } from './replyText.ts';
import { certificateErrors } from './tools/certificates.ts';
import { dnsErrors } from './tools/dns.ts';
import { networkErrors } from './tools/network.ts';
import { saslErrors } from './tools/sasl.ts';
import { tlsErrors } from './tools/tls.ts';
import { tlsAlerts } from './tools/tlsAlerts.ts';

/** What systems, libraries and tools print when no server spoke. */
export const toolTexts: readonly ReplyText[] = [
  ...certificateErrors,
  ...dnsErrors,
  ...networkErrors,
  ...saslErrors,
  ...tlsErrors,
  ...tlsAlerts,
];
