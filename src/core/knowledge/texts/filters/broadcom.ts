import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of Broadcom and Symantec: Email Security.cloud (MessageLabs). */
export const broadcomTexts = spokenBy('broadcom', [
  {
    name: 'symantec-zodiac',
    pattern: /Symantec Zodiac/i,
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
    reason: 'relaying-denied',
    meaning: 'The filter service (Symantec, MessageLabs) does not know this domain or this IP address.',
    source: 'broadcom',
    retry: 'later',
    next: [
      act('Register the domain or the IP address at the service.'),
      act.recipient('Correct the MX records of the recipient if they point to the wrong service.'),
    ],
  },
  {
    name: 'broadcom-connection-policy',
    pattern: /Connection rejected by policy(?: \[|[^\n]{0,80}messagelabs)/i,
    reason: 'poor-reputation',
    meaning: 'The sending IP address has a poor reputation at Symantec (MessageLabs).',
    source: 'broadcom',
    next: [act.address('Look up the IP address at https://ipremoval.sms.symantec.com/ and ask for removal there.')],
  },
  {
    name: 'broadcom-envelope-domain',
    mark: 'words',
    pattern: /sender envelope domain not allowed for sender IP address/i,
    reason: 'sender-refused',
    meaning: 'The sending domain or IP address is not registered with this account of the filter service.',
    source: 'broadcom',
    next: [act('Register the domain and the IP address for outgoing mail at the service.')],
  },
  {
    name: 'broadcom-mailbox-not-allowed',
    mark: 'none',
    pattern: /Recipient mailbox is not allowed/i,
    reason: 'recipient-unknown',
    meaning: 'The filter service in front of the domain knows no such recipient.',
    source: 'broadcom',
  },
  {
    name: 'broadcom-own-list',
    mark: 'none',
    pattern: /Sorry, your (?:domain|e-?mail address|IP address) has been (?:blocked|blacklisted)/i,
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
    reason: 'message-malformed',
    meaning: 'The filter service (Symantec, MessageLabs) found the message breaking the rules for headers.',
    source: 'broadcom',
  },
  {
    name: 'broadcom-aborted',
    belowWords: true,
    confidence: 'medium',
    pattern: /Requested action aborted \[[\d.]{1,8}\]|symanteccloud\.com\/troubleshooting|legacyId=TECH246726/i,
    reason: 'policy-refused',
    meaning:
      'The filter service (Symantec, MessageLabs) refuses the connection or the message; the number in brackets names the cause.',
    source: 'broadcom',
    actor: 'sending admin',
    next: [act('Open the page that the reply names and look up the number in brackets.')],
  },
  {
    name: 'broadcom-filtered',
    wins: ['broadcom-aborted'],
    mark: 'words',
    pattern: /Message filtered\. Refer to the Troubleshooting page/i,
    reason: 'spam-refused',
    meaning: 'The filter service (Symantec, MessageLabs) refuses the content of the message, most often as spam.',
    source: 'broadcom',
    confidence: 'medium',
    next: [
      act('Check text, links and attachments of the message.'),
      act('Ask the admin of the recipient to find the message in the filter service and to allow it.'),
    ],
  },
]);
