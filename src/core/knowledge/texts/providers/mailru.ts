import { act, queueRetries } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of Mail.ru. */
export const mailruTexts = spokenBy('mailru', [
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
    mark: 'words',
    pattern: /invalid mailbox\. Local mailbox [^\n]{0,200}is unavailable/i,
    reason: 'recipient-unknown',
    meaning: 'Mail.ru knows no mailbox with this address.',
    source: 'mailru',
    next: [act('Check the address letter by letter.'), act('Take the address out of lists.')],
  },
  {
    name: 'mailru-dynamic-ip',
    mark: 'none',
    pattern: /We do not accept mail from (?:hosts with )?dynamic IP|or generic dns PTR/i,
    reason: 'reverse-dns',
    meaning: 'The PTR record of the sending IP address is missing or looks like that of a home connection.',
    source: 'mailru',
    next: [
      act.address('Have a PTR record set for the sending IP address that names the mail server.'),
      act('Send through the mail server of the provider if the address is a dynamic one.'),
    ],
  },
  {
    name: 'mailru-sending-disabled',
    mark: 'words',
    pattern: /message sending for this account is disabled/i,
    reason: 'account-disabled',
    meaning: 'Mail.ru lets this account send no mail, most often because it suspects a stolen password.',
    source: 'mailru',
    actor: 'sender',
    next: [act('Set a new password in the browser.'), act('Check the devices that use the account for malware.')],
  },
  {
    name: 'mailru-mailbox-disabled',
    wins: ['mailru-invalid-mailbox'],
    mark: 'words',
    pattern: /Local mailbox [^\n]{0,200}is unavailable: account is disabled/i,
    reason: 'recipient-inactive',
    meaning: 'The mailbox at Mail.ru is disabled.',
    source: 'mailru',
    actor: 'recipient',
    next: [
      act('Log in to the mailbox to have it opened again.'),
      act('Reach the recipient another way, and take the address out of lists.', 'sender'),
    ],
  },
  {
    name: 'mailru-recipient-check',
    wins: ['mailru-invalid-mailbox'],
    mark: 'words',
    pattern: /non-local recipient verification failed/i,
    reason: 'recipient-unknown',
    meaning: 'Mail.ru asked the server behind this domain about the recipient, and that one refuses the address.',
    source: 'mailru',
    actor: 'receiving admin',
    next: [
      act('Check that the server behind Mail.ru answers and knows the recipient.'),
      act('Check the address letter by letter.', 'sender'),
    ],
  },
  {
    name: 'mailru-blocked-address',
    pattern: /Access from ip address \S{1,60} blocked/i,
    mark: 'words',
    reason: 'blocklisted',
    meaning: 'Mail.ru blocks the sending IP address.',
    source: 'mailru',
    next: [
      act('Open the link in the reply and ask for a review when the cause is gone.'),
      act('Find and stop unwanted mail that leaves through this address.'),
    ],
  },
  {
    name: 'mailru-mailbox-rate',
    mark: 'none',
    pattern: /Rate ?limit exceeded for mailbox/i,
    reason: 'rate-limited',
    meaning: 'The mailbox gets mail too fast at the moment.',
    source: 'mailru',
    actor: 'nobody',
    next: [queueRetries],
  },
]);
