import { act, probe } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of Zoho Mail. */
export const zohoTexts = spokenBy('zoho', [
  {
    name: 'zoho-destination',
    mark: 'none',
    pattern: /Mail rejected by destination domain/i,
    reason: 'policy-refused',
    meaning: 'The mail host of the recipient domain refused the message.',
    source: 'smtp-field-manual 451.json',
  },
  {
    name: 'zoho-relaying',
    pattern: /Relaying disallowed/i,
    also: /zoho|Invalid Domain/i,
    reason: 'relaying-denied',
    meaning: 'Zoho has no mailbox of this domain or address, and it does not relay for others.',
    source: 'smtp-field-manual 553.json',
    actor: 'receiving admin',
    next: [
      act('Check that the domain is set up and verified in Zoho Mail.'),
      probe('Check that the MX records lead to the right service.'),
      act('Check the address letter by letter.', 'sender'),
    ],
  },
  {
    name: 'zoho-policy',
    mark: 'words',
    pattern: /Mailbox delivery (?:restricted by|failure) policy error|MailPolicy violation Error/i,
    reason: 'recipient-restricted',
    meaning: 'A mail policy in Zoho keeps the message from this mailbox.',
    source: ['smtp-field-manual 452.json', 'smtp-field-manual 554.json'],
    next: [
      act('Check the mail policy of the user in the Zoho admin console.'),
      act('Ask the recipient another way.', 'sender'),
    ],
  },
  {
    name: 'zoho-spam',
    mark: 'none',
    pattern: /Email cannot be delivered\. Reason: Email flagged as Spam/i,
    reason: 'spam-refused',
    meaning: 'The server takes the message for spam.',
    source: 'smtp-field-manual 554.json',
  },
  {
    name: 'zoho-relaying-as',
    wins: ['zoho-relaying'],
    mark: 'words',
    pattern: /Relaying disallowed as \S/i,
    reason: 'sender-not-allowed',
    meaning: 'The account that logged in at Zoho may not send with this From address.',
    source: 'zoho',
    actor: 'sender',
    next: [
      act('Send with the address of the account, or add the other one as an alias or group address in Zoho Mail.'),
      act('Check that user name and From address are the same in the program that sends.'),
    ],
  },
  {
    name: 'zoho-unusual-activity',
    mark: 'words',
    pattern: /Unusual sending activity detected/i,
    reason: 'account-disabled',
    meaning: 'Zoho blocks what this account sends, because of unusual activity.',
    source: 'zoho',
    actor: 'sender',
    retry: 'yes',
    next: [
      act('Log in to Zoho Mail in a browser and lift the block there (https://mail.zoho.com/UnblockMe).'),
      act('Send more slowly, and check for a stolen password.'),
    ],
  },
  {
    name: 'zoho-outgoing-blocked',
    mark: 'words',
    pattern: /Email Outgoing Blocked/i,
    reason: 'account-disabled',
    meaning: 'Zoho lets this account send no mail at the moment.',
    source: 'zoho',
    actor: 'sender',
    next: [
      act('Log in to Zoho Mail in a browser and lift the block there (https://mail.zoho.com/UnblockMe).'),
      act('Ask Zoho support if it stays blocked.'),
    ],
  },
  {
    name: 'zoho-access-restricted',
    mark: 'words',
    pattern: /Access Restricted for your organi[sz]ation/i,
    reason: 'account-disabled',
    meaning: 'The plan or a rule of the organisation in Zoho does not allow this access by SMTP.',
    source: 'zoho',
    next: [act('Check in the Zoho admin console whether the plan and the policy of the user allow IMAP and SMTP.')],
  },
]);
