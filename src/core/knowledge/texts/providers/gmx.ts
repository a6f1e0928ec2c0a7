import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

const byGmx =
  /gmx|web\.de|mail\.com|1und1|ionos|kundenserver|perfora|Nemesis|postmaster\.(?:gmx|web)|Requested action not taken/i;
const stop = act('Find and stop unwanted mail that leaves through this address.');

/** Words of GMX, web.de and mail.com. */
export const gmxTexts = spokenBy('gmx', [
  {
    name: 'gmx-blocklisted',
    pattern: /IP address is (?:block|black) ?listed/i,
    also: byGmx,
    reason: 'blocklisted',
    meaning: 'GMX, web.de or mail.com blocks the sending IP address.',
    source: 'gmx',
    next: [act('Open the postmaster link in the reply and ask for removal there.'), stop],
  },
  {
    name: 'gmx-ptr',
    pattern: /Bad DNS PTR resource record|Nemesis ESMTP Service not available[^\n]{0,120}\bPTR\b/i,
    reason: 'reverse-dns',
    meaning: 'GMX, web.de or mail.com wants a proper PTR record for the sending IP address, not a generic one.',
    source: 'gmx',
  },
  {
    name: 'gmx-spf',
    pattern: /Reject due to SPF policy/i,
    reason: 'spf-failed',
    meaning: 'The SPF record of the sender domain does not allow the sending host, says GMX, web.de or mail.com.',
    source: 'gmx',
  },
  {
    name: 'gmx-policy',
    mark: 'none',
    pattern: /Reject due to policy (?:restrictions|violations)/i,
    reason: 'policy-refused',
    meaning:
      'The server refuses the message by a rule on headers, domain or IP address; with a 4yz code for many unknown recipients or a changing HELO name.',
    source: 'gmx',
    actor: 'sending admin',
    next: [
      act('Open the link in the reply: it names the rule.'),
      act('Take unknown recipients out of the list, and use one HELO name for each IP address.'),
    ],
  },
  {
    name: 'gmx-rate',
    pattern: /Rate limit reached\. Please try again later/i,
    reason: 'rate-limited',
    meaning: 'GMX, web.de or mail.com got too much mail from this sender in a short time.',
    source: 'gmx',
    next: [act('Send more slowly, and try again after some hours.'), stop],
  },
  {
    name: 'gmx-sender-dns',
    mark: 'words',
    pattern: /Invalid DNS MX or A\/AAAA resource record/i,
    reason: 'sender-domain-not-found',
    meaning: 'The domain of the sender has no MX, A or AAAA record, says GMX, web.de or mail.com.',
    source: 'gmx',
  },
  {
    name: 'gmx-quota',
    mark: 'none',
    pattern: /exceeded storage allocation[.,]? Quota exceeded/i,
    reason: 'mailbox-full',
    meaning: 'The mailbox is full.',
    source: 'gmx',
  },
  {
    name: 'gmx-sender-not-allowed',
    mark: 'none',
    pattern:
      /mailbox unavailable[^\n]{0,40}Sender address is not allowed|Sender address is not allowed\.(?:$| For explanation)/i,
    reason: 'sender-not-allowed',
    meaning: 'The account of the login may not send with this sender address.',
    source: 'gmx',
    next: [
      act('Send with the address of the mailbox that logs in.'),
      act('Check that user name and From address belong together in the program that sends.'),
    ],
  },
  {
    name: 'gmx-spam',
    mark: 'none',
    pattern: /Presumed spam content/i,
    reason: 'spam-refused',
    meaning: 'The filter of the receiver takes the content of the message for spam.',
    source: 'gmx',
  },
  {
    name: 'gmx-send-limit',
    mark: 'none',
    pattern: /Mail send limit exceeded/i,
    reason: 'rate-limited',
    meaning: 'The sending mailbox has sent as many messages as its provider allows in this time.',
    source: 'gmx',
    actor: 'sender',
    next: [act('Wait until the limit is free again.'), act('Check whether somebody else uses the account.')],
  },
]);
