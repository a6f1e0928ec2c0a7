import type { ReplyText } from './replyText.ts';
import { certificateErrors } from './tools/certificates.ts';
import { clientErrors } from './tools/clients.ts';
import { dnsErrors } from './tools/dns.ts';
import { localDeliveryErrors } from './tools/localDelivery.ts';
import { networkErrors } from './tools/network.ts';
import { saslErrors } from './tools/sasl.ts';
import { tlsErrors } from './tools/tls.ts';
import { tlsAlerts } from './tools/tlsAlerts.ts';

/** What systems, libraries and tools print when no server spoke. */
export const toolTexts: readonly ReplyText[] = [
  ...certificateErrors,
  ...clientErrors,
  ...dnsErrors,
  ...localDeliveryErrors,
  ...networkErrors,
  ...saslErrors,
  ...tlsErrors,
  ...tlsAlerts,
];
