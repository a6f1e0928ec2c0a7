import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of Courier. */
export const courierTexts = ranked('phrase', [
  {
    name: 'courier-relaying',
    pattern: /^513\b[^\n]{0,80}Relaying denied/i,
    reason: 'relaying-denied',
    meaning: 'The server takes mail for outside domains only from clients that log in.',
    source: 'courier-code module.esmtp/esmtp.C',
  },
  {
    name: 'courier-sender-domain',
    pattern: /^517\b[^\n]{0,200}Domain does not exist|Invalid sender, DNS/i,
    reason: 'sender-domain-not-found',
    meaning: 'The domain of the sender is not found in DNS.',
    source: 'courier-code submit.C',
  },
  {
    name: 'courier-spf',
    pattern: /^517\b[^\n]{0,200}\bSPF\b/i,
    reason: 'spf-failed',
    meaning: 'The SPF record of the sender does not allow the sending host.',
    source: 'courier-code submit.C',
  },
  {
    name: 'courier-unknown-recipient',
    pattern: /Command denied for unknown recipient/i,
    reason: 'recipient-unknown',
    meaning: 'The server knows no mailbox with this address: it does not exist there.',
    source: 'courier-wording',
  },
  {
    name: 'courier-whitelist',
    pattern: /You are (?:not )?whitelisted by this recipient/i,
    reason: 'greylisted',
    meaning: 'The recipient takes mail of unknown senders only on a later try.',
    source: 'courier-code module.esmtp/courieresmtpd.c',
  },
  {
    name: 'courier-unicode',
    pattern: /Unable to deliver Unicode E-?mail to a non-Unicode mail server/i,
    reason: 'feature-missing',
    meaning: 'An address or header has letters beyond ASCII, and the next server does not take them.',
    source: ['courier-code module.esmtp', 'RFC 6531'],
    next: [act('Use addresses with plain ASCII letters.')],
  },
  {
    name: 'courier-security-level',
    pattern: /Unable to set minimum security(?: level)?/i,
    reason: 'tls-failed',
    meaning: 'The message asks for an encrypted way, and the connection could not be encrypted so.',
    source: 'courier-code module.esmtp/esmtp.C',
  },
  {
    name: 'courier-duplicate',
    pattern: /Duplicate message rejected/i,
    reason: 'mail-loop',
    meaning: 'The server has taken this very message before and refuses the second one.',
    source: 'courier-code filters/dupfilter.c',
    confidence: 'medium',
    next: [act('Look for a forwarding that sends the message twice.')],
  },
  {
    name: 'courier-address-unavailable',
    pattern: /^[45]56 (?:[45]\.\d\.\d)? {0,2}Address (?:temporarily )?unavailable/i,
    reason: 'recipient-unknown',
    meaning: 'The address takes no mail here: with a 4yz code for now, with a 5yz code for good.',
    source: 'courier-code submit.C',
    confidence: 'medium',
  },
]);
