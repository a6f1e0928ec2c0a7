import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of Mailgun. */
export const mailgunTexts = ranked('product', [
  {
    name: 'mailgun-bounced-before',
    pattern: /Not delivering to (?:a )?previously bounced address/i,
    sample: '605 Not delivering to previously bounced address',
    reason: 'suppressed',
    meaning: 'Mailgun does not send to this address because an earlier message bounced.',
    source: 'mailgun',
    next: [act('Check that the address exists.'), act('Remove it from the bounces in the suppressions of Mailgun.')],
  },
  {
    name: 'mailgun-complained',
    pattern: /Not delivering to a user who marked/i,
    sample: 'Not delivering to a user who marked your messages as spam',
    reason: 'suppressed',
    meaning: 'Mailgun does not send to this address because its owner reported a message as spam.',
    source: 'mailgun',
    next: [act('Leave the address out of mailings, unless its owner asks for the mail.')],
  },
  {
    name: 'mailgun-unsubscribed',
    pattern: /Not delivering to (?:an )?unsubscribed address/i,
    sample: 'Not delivering to unsubscribed address',
    reason: 'suppressed',
    meaning: 'Mailgun does not send to this address because its owner unsubscribed.',
    source: 'mailgun',
    next: [act('Leave the address out of mailings, unless its owner asks for the mail.')],
  },
  {
    name: 'mailgun-sandbox',
    pattern: /Sandbox subdomains are for test purposes only/i,
    sample:
      '421 Domain sandbox1.mailgun.org is not allowed to send: Sandbox subdomains are for test purposes only. Please add your own domain or add the address to authorized recipients',
    reason: 'sender-not-allowed',
    meaning: 'The sandbox domain of Mailgun sends to authorized recipients only.',
    source: 'mailgun',
    transientRetry: 'later',
    next: [act('Send with a domain of your own, or add the recipient to the authorized ones.')],
  },
]);
