import { act, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of Zoho Mail. */
export const zohoTexts = ranked('product', [
  {
    name: 'zoho-destination',
    pattern: /Mail rejected by destination domain/i,
    reason: 'policy-refused',
    meaning: 'The mail host of the recipient domain refused the message; Zoho words it like this.',
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
    pattern: /Email cannot be delivered\. Reason: Email flagged as Spam/i,
    reason: 'spam-refused',
    meaning: 'Zoho takes the message for spam.',
    source: 'smtp-field-manual 554.json',
  },
]);
