import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of Trend Micro. */
export const trendMicroTexts = ranked('product', [
  {
    name: 'trend-micro-list',
    pattern: /Trend Micro (?:RBL|Email Reputation)|mail-abuse\.(?:org|com)|refused by rbl-plus/i,
    sample: '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using Trend Micro RBL+.',
    reason: 'poor-reputation',
    meaning: 'Trend Micro lists the sending IP address.',
    source: 'trend-micro-reputation',
    next: [act('Ask for removal at https://servicecentral.trendmicro.com/ers.')],
  },
  {
    name: 'trend-micro-reputation',
    pattern: /Recipient address rejected: ERS\b/i,
    sample: '550 5.7.1 <bob@contoso.test>: Recipient address rejected: ERS-DUL.',
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
    sample: '550 5.7.1 <bob@contoso.test>: Recipient address rejected: BLOCK-SEND-ER',
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
    sample: '550 5.7.1 <bob@contoso.test>: Recipient address rejected: BLOCK-RCPT',
    reason: 'policy-refused',
    meaning: 'The filter of the recipient (Trend Micro) takes no mail for this address.',
    source: 'trend-micro',
  },
  {
    name: 'trend-micro-no-domain',
    pattern: /Recipient address rejected: NO-DOMAIN/i,
    sample: '550 5.7.1 <bob@contoso.test>: Recipient address rejected: NO-DOMAIN',
    reason: 'relaying-denied',
    meaning: 'The filter service (Trend Micro) does not take mail for this domain.',
    source: 'trend-micro',
    actor: 'receiving admin',
    next: [act('Add the domain to the account of the filter service, or correct its MX records.')],
  },
  {
    name: 'trend-micro-invalid-recipient',
    pattern: /Recipient address rejected: Invalid-Recipient/i,
    sample: '550 5.7.1 <bob@contoso.test>: Recipient address rejected: Invalid-Recipient',
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
    sample:
      'Unable to deliver message to <erin@contoso.test> (and other recipients in the same domain). Please check if address is correct.',
    reason: 'unrecognized',
    meaning: 'The filter gateway could not deliver to this domain and does not say why.',
    source: 'sisimai Lhost/InterScanMSS.pm',
    sisimai: 'userunknown',
  },
]);
