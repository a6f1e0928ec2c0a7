import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of filters of which one reply is known. */
export const otherFilterTexts = ranked('product', [
  {
    name: 'clamav',
    pattern: /detected by ClamAV/i,
    reason: 'virus-found',
    meaning: 'The scanner ClamAV found malware in the message; the reply names it.',
    source: 'clamav-milter',
  },
  {
    name: 'sophos-reputation',
    pattern: /sophos\.com[^\n]{0,120}(?:block|reputation|lookup)|\bSOPHOS\b[^\n]{0,80}blocked/i,
    holds: 'coded',
    reason: 'poor-reputation',
    meaning: 'The filter of the recipient refuses the IP address because of its reputation at Sophos.',
    source: 'sophos',
    next: [
      act('Find and stop unwanted mail that leaves through this address.'),
      act('Ask SophosLabs for a new rating.'),
    ],
  },
  {
    name: 'cyren-pattern',
    pattern: /\bCyren\b|\bCommtouch\b|recurrent pattern detection|\bRPD\b/i,
    holds: 'coded',
    reason: 'spam-refused',
    meaning: 'A filter that compares patterns of mail took the message for spam.',
    source: 'sisimai Reason/SpamDetected.pm',
    next: [
      act(
        'Ask the admin of the recipient to find the message in the log of the filter: the service behind it has ended.',
      ),
      act('Check text and links of the message.'),
    ],
  },
  {
    name: 'fortinet',
    pattern: /\bFortiGuard\b|Client host rejected[^\n]{0,80}FortiMail|\bsession-[^\n]{0,80}FortiMail/i,
    holds: 'coded',
    reason: 'policy-refused',
    meaning: 'The filter of the recipient (Fortinet) refuses the IP address or the message.',
    source: 'fortimail',
    next: [
      act('Look in the log of the filter for the rule.'),
      act.address('Look up the IP address at https://www.fortiguard.com/.', 'sending admin'),
    ],
  },
  {
    name: 'customer-rule',
    pattern: /customer rule based reject/i,
    reason: 'policy-refused',
    meaning: 'A rule that the organisation of the recipient set in its filter refuses the message.',
    source: 'hornet',
    next: [
      act('Find the rule in the control panel of the filter, and change it if the message is wanted.'),
      act('Give the full reply with its time to the admin of the recipient.', 'sender'),
    ],
  },
  {
    name: 'strato-spam',
    pattern: /Refused by local policy\. No SPAM please/i,
    reason: 'spam-refused',
    meaning: 'The filter of the receiver takes the message for spam.',
    source: 'strato',
  },
  {
    name: 'fortinet-link',
    wins: ['fortinet'],
    pattern: /contains FortiGuard ?-? ?AntiSpam blocking URL/i,
    reason: 'spam-refused',
    meaning: 'A link in the message stands on the list of bad links of the filter (FortiGuard).',
    source: 'fortimail',
    next: [act('Look up the domains of the links at https://www.fortiguard.com/, and take a listed one out.')],
  },
  {
    name: 'spam-or-virus',
    pattern:
      /considered (?:as )?(?:spam|virus) or (?:a )?(?:spam|virus)|(?:spam|virus) or (?:spam|virus) (?:content )?(?:detected|classification|message)/i,
    reason: 'spam-refused',
    meaning: 'A filter takes the content of the message for spam or for malware; which one it does not say.',
    source: 'telekom',
    confidence: 'medium',
    next: [
      act('Check text and links: short links alone can be the cause.'),
      act('Scan the attachments, or send without them.'),
      act('Give the full reply with its time to the admin of the recipient.', 'sender'),
    ],
  },
  {
    name: 'appliance-reputation',
    pattern: /Your network is temporar(?:y|ily) blacklisted|extreme bad ip profile/i,
    reason: 'poor-reputation',
    meaning: 'The filter of the recipient blocks the network of this IP address for a while because of its reputation.',
    source: 'sisimai Reason/Blocked.pm',
    next: [
      act('Find and stop unwanted mail from this network.'),
      act('Ask the admin of the recipient to allow the IP address.'),
    ],
  },
  {
    name: 'mcafee-denied',
    pattern: /\bDenied \[[^\]\n]{1,60}\][^\n]{0,200}\(Mode: \w{1,12}\)/i,
    reason: 'policy-refused',
    meaning:
      'The filter service in front of the receiving server refuses the message; the letters in brackets name the rule.',
    source: 'zone-mta',
    confidence: 'medium',
    belowWords: true,
    next: [
      act(
        'Find the message in the log of the filter service by the letters in brackets, and allow it if it is wanted.',
      ),
      act('Give the full reply with its time to the admin of the recipient.', 'sender'),
    ],
  },
]);
