import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of Barracuda. */
export const barracudaTexts = spokenBy('barracuda', [
  {
    name: 'barracuda-list',
    pattern: /barracudacentral\.org|barracudanetworks\.com\/reputation|Barracuda Reputation/i,
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on the block list of Barracuda.',
    source: 'barracuda-central',
    next: [
      act('Find and stop the cause.'),
      act('Ask for removal at https://www.barracudacentral.org/rbl/removal-request.'),
    ],
  },
  {
    name: 'barracuda-blocked',
    mark: 'words',
    pattern: /permanent failure for one or more recipients \([^)\n]{0,200}:blocked\)/i,
    reason: 'policy-refused',
    meaning: 'The filter of the recipient (Barracuda) refuses the sender or the content.',
    source: ['barracuda', 'smtp-field-manual 550.json'],
    next: [act('Find the message in the log of the filter, and allow the sender if its mail is wanted.')],
  },
  {
    name: 'barracuda-spoofed',
    mark: 'none',
    pattern: /rejecting spoofed message/i,
    reason: 'sender-unauthenticated',
    meaning: 'The filter found that the From address is not that of the real sender.',
    source: ['barracuda', 'smtp-field-manual 550.json'],
    next: [
      act('Send with a From address of the own domain.'),
      act.sender('Make SPF or DKIM pass for the domain that the From field shows.'),
    ],
  },
  {
    name: 'barracuda-banned-content',
    mark: 'none',
    pattern: /rejecting banned content/i,
    reason: 'content-refused',
    meaning: 'The message holds words or a file that the filter of the recipient bans.',
    source: ['barracuda', 'smtp-field-manual 554.json'],
    actor: 'sending admin',
    retry: 'later',
    next: [
      act('Check text and attachments of the message.'),
      act('Ask the admin of the recipient which rule matched.'),
    ],
  },
  {
    name: 'barracuda-spam-content',
    mark: 'none',
    pattern: /rejected due to spam (?:URL in )?content/i,
    reason: 'spam-refused',
    meaning: 'The filter took the content, or a link in it, for spam.',
    source: ['barracuda', 'smtp-field-manual 554.json'],
    retry: 'later',
    next: [act('Check the links of the message and remove those with a bad name.')],
  },
  {
    name: 'barracuda-license',
    mark: 'none',
    pattern: /License Expired/i,
    reason: 'system-error',
    meaning: 'The licence of the filter in front of the receiving server has run out.',
    source: 'smtp-field-manual 422.json',
    next: [act('Renew the licence of the filter.')],
  },
  {
    name: 'barracuda-recipient',
    belowWords: true,
    confidence: 'medium',
    pattern: /\bcuda_nsu\b/i,
    reason: 'unrecognized',
    meaning:
      'A Barracuda filter passes on what the server behind it says of the recipient: the rest of the reply tells it.',
    source: 'smtp-field-manual 550.json',
    actor: 'receiving admin',
    next: [
      act('Read the rest of the reply, and check the recipient on the server behind the filter.'),
      act('Check the address letter by letter.', 'sender'),
    ],
  },
]);
