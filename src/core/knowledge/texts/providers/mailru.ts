import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of Mail.ru. */
export const mailruTexts = ranked('product', [
  {
    name: 'mailru-spam',
    wins: ['rspamd-spam'],
    pattern: /spam message rejected\. Please visit/i,
    reason: 'spam-refused',
    meaning: 'Mail.ru takes the message for spam.',
    source: 'mailru',
    next: [
      act('Open the link in the reply and ask for a review.'),
      act('Check the domain at https://postmaster.mail.ru/.'),
    ],
  },
  {
    name: 'mailru-invalid-mailbox',
    pattern: /invalid mailbox\. Local mailbox [^\n]{0,200}is unavailable/i,
    reason: 'recipient-unknown',
    meaning: 'The mailbox at Mail.ru does not exist or is switched off.',
    source: 'mailru',
    next: [act('Check the address letter by letter.'), act('Take the address out of lists.')],
  },
  {
    name: 'mailru-dynamic-ip',
    pattern: /We do not accept mail from (?:hosts with )?dynamic IP|or generic dns PTR/i,
    reason: 'reverse-dns',
    meaning:
      'The PTR record of the sending IP address is missing or looks like that of a home connection; Mail.ru words it like this.',
    source: 'mailru',
    next: [
      act('Have a PTR record set for the sending IP address that names the mail server.'),
      act('Send through the mail server of the provider if the address is a dynamic one.'),
    ],
  },
  {
    name: 'mailru-sending-disabled',
    pattern: /message sending for this account is disabled/i,
    reason: 'account-disabled',
    meaning: 'Mail.ru lets this account send no mail, most often because it suspects a stolen password.',
    source: 'mailru',
    actor: 'sender',
    next: [act('Set a new password in the browser.'), act('Check the devices that use the account for malware.')],
  },
]);
