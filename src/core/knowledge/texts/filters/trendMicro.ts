import { act } from '../../steps.ts';
import { ranked, spokenBy } from '../replyText.ts';

/** Words of Trend Micro. */
export const trendMicroTexts = spokenBy('trendMicro', [
  {
    name: 'trend-micro-list',
    pattern: /Trend Micro (?:RBL|Email Reputation)|mail-abuse\.(?:org|com)|refused by rbl-plus/i,
    reason: 'poor-reputation',
    meaning: 'Trend Micro lists the sending IP address.',
    source: 'trend-micro-reputation',
    next: [act('Ask for removal at https://servicecentral.trendmicro.com/ers.')],
  },
  {
    name: 'trend-micro-reputation',
    pattern: /Recipient address rejected: ERS\b/i,
    reason: 'poor-reputation',
    meaning: 'The filter of the recipient (Trend Micro) refuses the IP address because of its reputation.',
    source: 'trend-micro',
    actor: 'receiving admin',
    next: [
      act('Allow the IP address in the filter if its mail is wanted.'),
      act('Ask for removal at https://servicecentral.trendmicro.com/ers.', 'sending admin'),
    ],
  },
  {
    name: 'trend-micro-blocked-sender',
    pattern: /Recipient address rejected: BLOCK-SEND-ER/i,
    reason: 'sender-refused',
    meaning: 'The organisation of the recipient blocks this sender in its filter (Trend Micro).',
    source: 'trend-micro',
    actor: 'receiving admin',
    retry: 'no',
    next: [act('Remove the sender from the blocked senders if its mail is wanted.')],
  },
  {
    name: 'trend-micro-blocked-recipient',
    pattern: /Recipient address rejected: BLOCK-RCPT/i,
    reason: 'policy-refused',
    meaning: 'The filter of the recipient (Trend Micro) takes no mail for this address.',
    source: 'trend-micro',
  },
  {
    name: 'trend-micro-no-domain',
    pattern: /Recipient address rejected: NO-DOMAIN/i,
    reason: 'relaying-denied',
    meaning: 'The filter service (Trend Micro) does not take mail for this domain.',
    source: 'trend-micro',
    actor: 'receiving admin',
    next: [act.recipient('Add the domain to the account of the filter service, or correct its MX records.')],
  },
  {
    name: 'trend-micro-invalid-recipient',
    pattern: /Recipient address rejected: Invalid-Recipient/i,
    reason: 'recipient-unknown',
    meaning: 'The filter of the recipient (Trend Micro) does not know this address.',
    source: 'trend-micro',
    actor: 'receiving admin',
    next: [
      act('Add the address to the valid recipients of the filter if the mailbox exists.'),
      act('Check the address letter by letter.', 'sender'),
    ],
  },
]);

/** Words of the same speaker that other servers may say, too. */
export const trendMicroPhrases = ranked('phrase', [
  {
    name: 'notice-check-address',
    pattern: /Unable to deliver message to <[^<>\s]{1,320}> \(and other recipients in the same domain\)/i,
    reason: 'unrecognized',
    meaning: 'The filter gateway could not deliver to this domain, does not say why, and asks to check the address.',
    source: 'sisimai Lhost/InterScanMSS.pm',
    sisimai: 'userunknown',
    next: [
      act('Check the address letter by letter.', 'sender'),
      act('Look in the log of the gateway for what the server behind it said.', 'receiving admin'),
    ],
  },
]);
