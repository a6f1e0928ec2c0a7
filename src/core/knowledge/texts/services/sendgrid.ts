import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of SendGrid. */
export const sendgridTexts = spokenBy('sendgrid', [
  {
    name: 'sendgrid-credits',
    mark: 'words',
    pattern: /Maximum credits exceeded/i,
    reason: 'rate-limited',
    meaning: 'The SendGrid account has used up its plan.',
    source: 'sendgrid',
    transientRetry: 'later',
    next: [act('Raise the plan, or wait until the credits are renewed.')],
  },
  {
    name: 'sendgrid-sender-identity',
    mark: 'words',
    pattern: /from address does not match a verified Sender Identity/i,
    reason: 'sender-not-allowed',
    meaning: 'SendGrid sends only with a From address or domain that is verified there.',
    source: 'sendgrid',
    next: [act('Verify the sender address, or authenticate its domain in SendGrid.')],
  },
  {
    name: 'sendgrid-not-authorized',
    mark: 'words',
    pattern: /You are not authorized to send from that email address/i,
    reason: 'sender-not-allowed',
    meaning: 'SendGrid does not let this account send with this From address: it is not verified there.',
    source: 'sendgrid',
    transientRetry: 'later',
    next: [act('Verify the sender address, or authenticate its domain in SendGrid.')],
  },
  {
    name: 'sendgrid-unauthenticated',
    mark: 'words',
    pattern: /Unauthenticated senders not allowed/i,
    reason: 'login-required',
    meaning: 'SendGrid wants a login before it takes mail.',
    source: 'sendgrid',
    next: [act('Log in with the user name "apikey" and an API key as password.')],
  },
]);
