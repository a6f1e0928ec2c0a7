import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of Mailgun. */
export const mailgunTexts = spokenBy('mailgun', [
  {
    name: 'mailgun-bounced-before',
    mark: 'words',
    pattern: /Not delivering to (?:a )?previously bounced address/i,
    reason: 'suppressed',
    meaning: 'Mailgun does not send to this address because an earlier message bounced.',
    source: 'mailgun',
    next: [act('Check that the address exists.'), act('Remove it from the bounces in the suppressions of Mailgun.')],
  },
  {
    name: 'mailgun-complained',
    mark: 'words',
    pattern: /Not delivering to a user who marked/i,
    reason: 'suppressed',
    meaning: 'Mailgun does not send to this address because its owner reported a message as spam.',
    source: 'mailgun',
    next: [act('Leave the address out of mailings, unless its owner asks for the mail.')],
  },
  {
    name: 'mailgun-unsubscribed',
    mark: 'words',
    pattern: /Not delivering to (?:an )?unsubscribed address/i,
    reason: 'suppressed',
    meaning: 'Mailgun does not send to this address because its owner unsubscribed.',
    source: 'mailgun',
    next: [act('Leave the address out of mailings, unless its owner asks for the mail.')],
  },
  {
    name: 'mailgun-sandbox',
    wins: ['mailgun-not-allowed'],
    mark: 'words',
    pattern: /Sandbox subdomains are for test purposes only/i,
    reason: 'sender-not-allowed',
    meaning: 'The sandbox domain of Mailgun sends to authorized recipients only.',
    source: 'mailgun',
    transientRetry: 'later',
    next: [act('Send with a domain of your own, or add the recipient to the authorized ones.')],
  },
  {
    name: 'mailgun-test-only',
    wins: ['mailgun-not-allowed'],
    mark: 'words',
    pattern: /is not allowed to send: Free accounts are for test purposes only/i,
    reason: 'sender-not-allowed',
    meaning: 'A free account of Mailgun sends to authorized recipients only.',
    source: 'mailgun',
    transientRetry: 'later',
    next: [act('Raise the plan, or add the recipient to the authorized ones of the account.')],
  },
  {
    name: 'mailgun-not-allowed',
    mark: 'words',
    pattern: /Domain \S{1,255} is not allowed to send: /i,
    reason: 'account-disabled',
    meaning:
      'Mailgun lets this domain or account send nothing at the moment; the words behind “not allowed to send” say why.',
    source: 'mailgun',
    transientRetry: 'later',
    next: [act('Do what the reply says: activate the account, or ask Mailgun support why it is disabled.')],
  },
]);
