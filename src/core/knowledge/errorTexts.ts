import { certificateErrors } from './errorTexts/certificates.ts';
import { dnsErrors } from './errorTexts/dns.ts';
import { exchangeEvents } from './errorTexts/exchangeEvents.ts';
import { networkErrors } from './errorTexts/network.ts';
import { saslErrors } from './errorTexts/sasl.ts';
import { tlsErrors } from './errorTexts/tls.ts';
import { tlsAlerts } from './errorTexts/tlsAlerts.ts';
import { type ReplyText, ranked } from './replyTexts/replyText.ts';
import { inOrder } from './replyTexts/textOrder.ts';

/** What systems, libraries and tools print when no server spoke, in the order in which it is tried. */
export const errorTexts: readonly ReplyText[] = inOrder([
  ...ranked('tool', [...dnsErrors, ...tlsAlerts, ...certificateErrors, ...tlsErrors, ...saslErrors, ...exchangeEvents]),
  ...ranked('system', networkErrors),
]);
