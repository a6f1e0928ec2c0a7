import { act, probe, wait } from '../steps.ts';
import type { TextRow } from './replyText.ts';

const ses: readonly TextRow[] = [
  {
    name: 'ses-not-verified',
    pattern: /Email address is not verified/i,
    sample:
      '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: bob@contoso.test',
    reason: 'sender-refused',
    meaning: 'Amazon SES sends only from verified identities, and in its sandbox also only to verified ones.',
    source: 'ses-errors',
    sisimai: 'norelaying',
    next: [
      act('Verify the address or domain in Amazon SES, in the region that the reply names.'),
      act('Ask for production access if the account is in the sandbox.'),
    ],
  },
  {
    name: 'ses-sending-rate',
    pattern: /Maximum sending rate exceeded/i,
    sample: '454 Throttling failure: Maximum sending rate exceeded.',
    reason: 'rate-limited',
    meaning: 'The Amazon SES account sends faster than its quota allows.',
    source: 'ses-errors',
    next: [act('Send more slowly, or ask for a higher quota.')],
  },
  {
    name: 'ses-daily-quota',
    pattern: /Daily (?:message|sending) quota exceeded/i,
    sample: '454 Throttling failure: Daily message quota exceeded.',
    reason: 'rate-limited',
    meaning: 'The Amazon SES account has used up its quota of 24 hours.',
    source: 'ses-errors',
    next: [wait('Wait until the quota is free again, or ask for a higher one.')],
  },
  {
    name: 'ses-suppressed',
    pattern: /(?<!\bIP )Address blacklisted/i,
    sample: '554 Message rejected: Address blacklisted.',
    reason: 'suppressed',
    meaning: 'Amazon SES does not send to this address: it bounced lately and stands on the suppression list.',
    source: 'ses-errors',
    next: [act('Check that the address exists.'), act('Remove the address from the suppression list in Amazon SES.')],
  },
  {
    name: 'ses-paused',
    pattern: /Sending (?:paused|suspended) for (?:this|the) (?:account|configuration set)/i,
    sample:
      '454 Message rejected: Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.',
    reason: 'account-disabled',
    meaning: 'Amazon SES stopped all sending of this account, most often because of bounces or complaints.',
    source: 'ses-errors',
    transientRetry: 'later',
    next: [act('Read the mail that AWS sent to the owner of the account, and answer it.')],
  },
  {
    name: 'ses-not-authorized',
    pattern: /is not authorized to perform `?ses:/i,
    sample:
      '554 Access denied: User `arn:aws:iam::123456789012:user/smtp` is not authorized to perform `ses:SendRawEmail` on resource `arn:aws:ses:eu-west-1:123456789012:identity/contoso.test`',
    reason: 'sender-not-allowed',
    meaning: 'The login of Amazon SES lacks the right to send with this identity.',
    source: 'ses-errors',
    next: [act('Allow ses:SendRawEmail for this user and identity in IAM and in the policy of the identity.')],
  },
];

const sendgrid: readonly TextRow[] = [
  {
    name: 'sendgrid-credits',
    pattern: /Maximum credits exceeded/i,
    sample: '451 Authentication failed: Maximum credits exceeded',
    reason: 'rate-limited',
    meaning: 'The SendGrid account has used up its plan.',
    source: 'sendgrid',
    transientRetry: 'later',
    next: [act('Raise the plan, or wait until the credits are renewed.')],
  },
  {
    name: 'sendgrid-sender-identity',
    pattern: /from address does not match a verified Sender Identity/i,
    sample:
      '550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.',
    reason: 'sender-not-allowed',
    meaning: 'SendGrid sends only with a From address or domain that is verified there.',
    source: 'sendgrid',
    next: [act('Verify the sender address, or authenticate its domain in SendGrid.')],
  },
  {
    name: 'sendgrid-not-authorized',
    pattern: /You are not authorized to send from that email address/i,
    sample: 'You are not authorized to send from that email address',
    reason: 'sender-not-allowed',
    meaning: 'SendGrid does not let this account send with this From address: it is not verified there.',
    source: 'sendgrid',
    transientRetry: 'later',
    next: [act('Verify the sender address, or authenticate its domain in SendGrid.')],
  },
  {
    name: 'sendgrid-unauthenticated',
    pattern: /Unauthenticated senders not allowed/i,
    sample: '550 Unauthenticated senders not allowed',
    reason: 'login-required',
    meaning: 'SendGrid wants a login before it takes mail.',
    source: 'sendgrid',
    next: [act('Log in with the user name "apikey" and an API key as password.')],
  },
];

const mailgun: readonly TextRow[] = [
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
  {
    name: 'service-suppression',
    pattern: /on (?:the|your) suppression list/i,
    sample: '550 5.1.1 bob@contoso.test is on the suppression list of this account',
    reason: 'suppressed',
    meaning:
      'The sending service does not send to this address because of an earlier bounce, complaint or unsubscription.',
    source: 'services-wording',
  },
];

const forwarders: readonly TextRow[] = [
  {
    name: 'improvmx-reputation',
    pattern: /reputation of the sending domain, this message has been blocked/i,
    sample: '550 5.7.1 Due to the reputation of the sending domain, this message has been blocked (Code 1)',
    reason: 'poor-reputation',
    meaning: 'The forwarding service ImprovMX refuses the message because of the reputation of its sender domain.',
    source: ['improvmx', 'smtp-field-manual 551.json'],
  },
  {
    name: 'improvmx',
    pattern: /(?<![\w-]\.)improvmx\.com(?! ?\[)|\(#id-5\.9\.\d\)/i,
    sample: '551 5.7.1 No forwarding is set up for this address, see https://improvmx.com/help (#id-5.9.1)',
    reason: 'policy-refused',
    meaning:
      'The forwarding service ImprovMX refuses the mail: the domain is not set up there, or the forwarding loops.',
    source: ['improvmx', 'smtp-field-manual 551.json'],
    next: [
      act('Check the domain, its MX records and its aliases in ImprovMX.'),
      act('Check that no forwarding leads back to its start.'),
    ],
  },
  {
    name: 'forward-email',
    pattern: /(?<![\w-]\.)forwardemail\.net(?! ?\[)/i,
    sample: '550 contoso.test is not set up properly, see https://forwardemail.net/faq',
    reason: 'policy-refused',
    meaning: 'The forwarding service Forward Email refuses the mail or puts it off.',
    source: 'kumomta',
    next: [
      probe('Check the MX and TXT records that Forward Email wants for the domain.'),
      act('Read the rest of the reply: it names the cause.'),
    ],
  },
];

/** Words of services that send or forward for others. */
export const sendingServiceTexts: readonly TextRow[] = [...ses, ...sendgrid, ...mailgun, ...forwarders];
