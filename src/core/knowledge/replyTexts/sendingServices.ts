import { act, probe, wait } from '../steps.ts';
import { type ReplyText, says } from './replyText.ts';

const sesPages = 'Amazon SES Developer Guide: SMTP response codes and sending errors';
const sendgridPages = 'SendGrid: SMTP errors and troubleshooting';
const mailgunPages = 'Mailgun help: suppressions, authorized recipients';
const improvmxPages = 'ImprovMX wording';

const ses: readonly ReplyText[] = [
  says(
    'ses-not-verified',
    /Email address is not verified/i,
    '554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: bob@contoso.test',
    'sender-refused',
    'Amazon SES sends only from verified identities, and in its sandbox also only to verified ones.',
    sesPages,
    {
      sisimai: 'norelaying',
      next: [
        act('Verify the address or domain in Amazon SES, in the region that the reply names.'),
        act('Ask for production access if the account is in the sandbox.'),
      ],
    },
  ),
  says(
    'ses-sending-rate',
    /Maximum sending rate exceeded/i,
    '454 Throttling failure: Maximum sending rate exceeded.',
    'rate-limited',
    'The Amazon SES account sends faster than its quota allows.',
    sesPages,
    { next: [act('Send more slowly, or ask for a higher quota.')] },
  ),
  says(
    'ses-daily-quota',
    /Daily (?:message|sending) quota exceeded/i,
    '454 Throttling failure: Daily message quota exceeded.',
    'rate-limited',
    'The Amazon SES account has used up its quota of 24 hours.',
    sesPages,
    { next: [wait('Wait until the quota is free again, or ask for a higher one.')] },
  ),
  says(
    'ses-suppressed',
    /(?<!\bIP )Address blacklisted/i,
    '554 Message rejected: Address blacklisted.',
    'suppressed',
    'Amazon SES does not send to this address: it bounced lately and stands on the suppression list.',
    sesPages,
    {
      next: [act('Check that the address exists.'), act('Remove the address from the suppression list in Amazon SES.')],
    },
  ),
  says(
    'ses-paused',
    /Sending (?:paused|suspended) for (?:this|the) (?:account|configuration set)/i,
    '454 Message rejected: Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.',
    'account-disabled',
    'Amazon SES stopped all sending of this account, most often because of bounces or complaints.',
    sesPages,
    { transientRetry: 'later', next: [act('Read the mail that AWS sent to the owner of the account, and answer it.')] },
  ),
  says(
    'ses-not-authorized',
    /is not authorized to perform `?ses:/i,
    '554 Access denied: User `arn:aws:iam::123456789012:user/smtp` is not authorized to perform `ses:SendRawEmail` on resource `arn:aws:ses:eu-west-1:123456789012:identity/contoso.test`',
    'sender-not-allowed',
    'The login of Amazon SES lacks the right to send with this identity.',
    sesPages,
    { next: [act('Allow ses:SendRawEmail for this user and identity in IAM and in the policy of the identity.')] },
  ),
];

const sendgrid: readonly ReplyText[] = [
  says(
    'sendgrid-credits',
    /Maximum credits exceeded/i,
    '451 Authentication failed: Maximum credits exceeded',
    'rate-limited',
    'The SendGrid account has used up its plan.',
    sendgridPages,
    { transientRetry: 'later', next: [act('Raise the plan, or wait until the credits are renewed.')] },
  ),
  says(
    'sendgrid-sender-identity',
    /from address does not match a verified Sender Identity/i,
    '550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.',
    'sender-not-allowed',
    'SendGrid sends only with a From address or domain that is verified there.',
    sendgridPages,
    { next: [act('Verify the sender address, or authenticate its domain in SendGrid.')] },
  ),
  says(
    'sendgrid-not-authorized',
    /You are not authorized to send from that email address/i,
    'You are not authorized to send from that email address',
    'sender-not-allowed',
    'SendGrid does not let this account send with this From address: it is not verified there.',
    sendgridPages,
    { transientRetry: 'later', next: [act('Verify the sender address, or authenticate its domain in SendGrid.')] },
  ),
  says(
    'sendgrid-unauthenticated',
    /Unauthenticated senders not allowed/i,
    '550 Unauthenticated senders not allowed',
    'login-required',
    'SendGrid wants a login before it takes mail.',
    sendgridPages,
    { next: [act('Log in with the user name "apikey" and an API key as password.')] },
  ),
];

const mailgun: readonly ReplyText[] = [
  says(
    'mailgun-bounced-before',
    /Not delivering to (?:a )?previously bounced address/i,
    '605 Not delivering to previously bounced address',
    'suppressed',
    'Mailgun does not send to this address because an earlier message bounced.',
    mailgunPages,
    {
      next: [act('Check that the address exists.'), act('Remove it from the bounces in the suppressions of Mailgun.')],
    },
  ),
  says(
    'mailgun-complained',
    /Not delivering to a user who marked/i,
    'Not delivering to a user who marked your messages as spam',
    'suppressed',
    'Mailgun does not send to this address because its owner reported a message as spam.',
    mailgunPages,
    { next: [act('Leave the address out of mailings, unless its owner asks for the mail.')] },
  ),
  says(
    'mailgun-unsubscribed',
    /Not delivering to (?:an )?unsubscribed address/i,
    'Not delivering to unsubscribed address',
    'suppressed',
    'Mailgun does not send to this address because its owner unsubscribed.',
    mailgunPages,
    { next: [act('Leave the address out of mailings, unless its owner asks for the mail.')] },
  ),
  says(
    'mailgun-sandbox',
    /Sandbox subdomains are for test purposes only/i,
    '421 Domain sandbox1.mailgun.org is not allowed to send: Sandbox subdomains are for test purposes only. Please add your own domain or add the address to authorized recipients',
    'sender-not-allowed',
    'The sandbox domain of Mailgun sends to authorized recipients only.',
    mailgunPages,
    {
      transientRetry: 'later',
      next: [act('Send with a domain of your own, or add the recipient to the authorized ones.')],
    },
  ),
  says(
    'service-suppression',
    /on (?:the|your) suppression list/i,
    '550 5.1.1 bob@contoso.test is on the suppression list of this account',
    'suppressed',
    'The sending service does not send to this address because of an earlier bounce, complaint or unsubscription.',
    'wording of several sending services',
  ),
];

const forwarders: readonly ReplyText[] = [
  says(
    'improvmx-reputation',
    /reputation of the sending domain, this message has been blocked/i,
    '550 5.7.1 Due to the reputation of the sending domain, this message has been blocked (Code 1)',
    'poor-reputation',
    'The forwarding service ImprovMX refuses the message because of the reputation of its sender domain.',
    improvmxPages,
  ),
  says(
    'improvmx',
    /(?<![\w-]\.)improvmx\.com(?! ?\[)|\(#id-5\.9\.\d\)/i,
    '551 5.7.1 No forwarding is set up for this address, see https://improvmx.com/help (#id-5.9.1)',
    'policy-refused',
    'The forwarding service ImprovMX refuses the mail: the domain is not set up there, or the forwarding loops.',
    improvmxPages,
    {
      next: [
        act('Check the domain, its MX records and its aliases in ImprovMX.'),
        act('Check that no forwarding leads back to its start.'),
      ],
    },
  ),
  says(
    'forward-email',
    /(?<![\w-]\.)forwardemail\.net(?! ?\[)/i,
    '550 contoso.test is not set up properly, see https://forwardemail.net/faq',
    'policy-refused',
    'The forwarding service Forward Email refuses the mail or puts it off.',
    'Forward Email wording',
    {
      next: [
        probe('Check the MX and TXT records that Forward Email wants for the domain.'),
        act('Read the rest of the reply: it names the cause.'),
      ],
    },
  ),
];

/** Words of services that send or forward for others. */
export const sendingServiceTexts: readonly ReplyText[] = [...ses, ...sendgrid, ...mailgun, ...forwarders];
