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
    meaning: 'The server knows no mailbox with this address.',
    source: 'courier-wording',
  },
]);
