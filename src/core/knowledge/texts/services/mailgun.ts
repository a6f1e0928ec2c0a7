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
    mark: 'words',
    pattern: /Sandbox subdomains are for test purposes only/i,
    reason: 'sender-not-allowed',
    meaning: 'The sandbox domain of Mailgun sends to authorized recipients only.',
    source: 'mailgun',
    transientRetry: 'later',
    next: [act('Send with a domain of your own, or add the recipient to the authorized ones.')],
  },
]);
