import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** What Mandrill (Mailchimp Transactional) writes into `reject_reason`, with the status `rejected` of a message. */
const reasonIs = (...values: readonly string[]): RegExp =>
  new RegExp(`\\breject_reason["'\\\\]{0,4} ?(?:[:=]|=>) ?["'\\\\]{0,4}(?:${values.join('|')})(?![\\w-])`, 'i');

export const mandrillTexts = ranked('phrase', [
  {
    name: 'mandrill-unsigned',
    pattern: reasonIs('unsigned'),
    reason: 'sender-not-allowed',
    meaning: 'The domain of the From address is not verified at the service, or not set up for signing (SPF and DKIM).',
    source: 'mandrill',
    sisimai: 'authfailure',
    next: [act.sender('Verify the sending domain in the account, and publish its DKIM record.')],
  },
  {
    name: 'mandrill-suppressed',
    pattern: reasonIs('hard-bounce', 'unsub', 'spam', 'custom'),
    reason: 'suppressed',
    meaning:
      'The service does not send to this address: it bounced, complained, unsubscribed or was put on the list before.',
    source: 'mandrill',
  },
  {
    name: 'mandrill-invalid-sender',
    pattern: reasonIs('invalid-sender'),
    reason: 'sender-not-allowed',
    meaning: 'The From address is missing, or is no address that the service sends for.',
    source: 'mandrill',
    next: [act('Set a From address of a domain that is verified in the account.')],
  },
  {
    name: 'mandrill-invalid',
    pattern: reasonIs('invalid'),
    reason: 'address-malformed',
    meaning: 'The address of the recipient is not a mail address.',
    source: 'mandrill',
  },
  {
    name: 'mandrill-test-limit',
    pattern: reasonIs('test-mode-limit'),
    reason: 'rate-limited',
    meaning: 'The account is in test mode and has used up what it may send.',
    source: 'mandrill',
  },
  {
    name: 'mandrill-rule',
    pattern: reasonIs('rule'),
    reason: 'policy-refused',
    meaning: 'A rule of the own account refused the message.',
    tells: { outbound: true },
    source: 'mandrill',
    actor: 'sending admin',
    next: [act('Look at the rules of the account.')],
  },
]);
