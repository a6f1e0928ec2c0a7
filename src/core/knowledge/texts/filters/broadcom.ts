import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of Broadcom and Symantec: Email Security.cloud (MessageLabs). */
export const broadcomTexts = ranked('product', [
  {
    name: 'symantec-zodiac',
    pattern: /Symantec Zodiac/i,
    sample: '500 5.7.1 Connection refused by Symantec Zodiac',
    reason: 'poor-reputation',
    meaning: 'A filter of Symantec refuses the sending IP address.',
    source: 'zone-mta',
    next: [
      act('Find and stop unwanted mail that leaves through this address.'),
      act('Ask Symantec (Broadcom) for a review.'),
    ],
  },
  {
    name: 'broadcom-relay',
    wins: ['broadcom-aborted'],
    pattern: /you are trying to use me \[[^\]]{1,100}\] as a relay/i,
    sample:
      '553 you are trying to use me [server-1.tower-1.messagelabs.com] as a relay, but I have not been configured to let you [192.0.2.1, mail.contoso.test] do this.',
    reason: 'relaying-denied',
    meaning: 'The filter service (Symantec, MessageLabs) does not know this domain or this IP address.',
    source: 'broadcom',
    retry: 'later',
    next: [
      act('Register the domain or the IP address at the service.'),
      act('Correct the MX records of the recipient if they point to the wrong service.'),
    ],
  },
  {
    name: 'broadcom-connection-policy',
    pattern: /Connection rejected by policy(?: \[|[^\n]{0,80}messagelabs)/i,
    sample:
      '501 Connection rejected by policy [7.7] 20805, please visit www.messagelabs.com/support for more details about this error message.',
    reason: 'poor-reputation',
    meaning: 'The sending IP address has a poor reputation at Symantec (MessageLabs).',
    source: 'broadcom',
    next: [act('Look up the IP address at https://ipremoval.sms.symantec.com/ and ask for removal there.')],
  },
  {
    name: 'broadcom-envelope-domain',
    pattern: /sender envelope domain not allowed for sender IP address/i,
    sample: '550 sender envelope domain not allowed for sender IP address (#5.1.8)',
    reason: 'sender-refused',
    meaning: 'The sending domain or IP address is not registered with this account of the filter service.',
    source: 'broadcom',
    next: [act('Register the domain and the IP address for outgoing mail at the service.')],
  },
  {
    name: 'broadcom-mailbox-not-allowed',
    pattern: /Recipient mailbox is not allowed/i,
    sample: '553 Recipient mailbox is not allowed',
    reason: 'recipient-unknown',
    meaning: 'The filter service in front of the domain knows no such recipient.',
    source: 'broadcom',
  },
  {
    name: 'broadcom-own-list',
    pattern: /Sorry, your (?:domain|e-?mail address|IP address) has been (?:blocked|blacklisted)/i,
    sample: '553 Sorry, your domain has been blocked',
    reason: 'sender-refused',
    meaning: 'The recipient keeps this sender, its domain or its IP address on a block list of its own.',
    source: 'broadcom',
    actor: 'receiving admin',
    retry: 'no',
    next: [
      act('Add the sender to the approved senders if its mail is wanted.'),
      act('Ask the recipient another way.', 'sender'),
    ],
  },
  {
    name: 'broadcom-not-compliant',
    wins: ['broadcom-aborted'],
    pattern: /Requested action aborted \[4\]|has detected that this message is not RFC 5322/i,
    sample: '550 Requested action aborted [4] 20412, please visit www.messagelabs.com/support for more details',
    reason: 'message-malformed',
    meaning: 'The filter service (Symantec, MessageLabs) found the message breaking the rules for headers.',
    source: 'broadcom',
  },
  {
    name: 'broadcom-aborted',
    pattern: /Requested action aborted \[[\d.]{1,8}\]|symanteccloud\.com\/troubleshooting|legacyId=TECH246726/i,
    sample:
      '450 Requested action aborted [7.2] 23109, please visit www.symanteccloud.com/troubleshooting for more details',
    reason: 'policy-refused',
    meaning:
      'The filter service (Symantec, MessageLabs) refuses the connection or the message; the number in brackets names the cause.',
    source: 'broadcom',
    actor: 'sending admin',
    next: [act('Open the page that the reply names and look up the number in brackets.')],
  },
]);
