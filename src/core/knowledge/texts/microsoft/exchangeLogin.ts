import { act, probe } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

const allowSmtp = act('Allow authenticated SMTP for this mailbox, and check the authentication policy that it has.');
const oauth = act('Move the program to OAuth if it can.');

/** Words of Exchange and Exchange Online about logins. */
export const exchangeLoginTexts = spokenBy('exchange', [
  {
    name: 'exchange-login-credentials',
    mark: 'words',
    pattern: /Authentication unsuccessful, the user credentials were incorrect/i,
    reason: 'login-failed',
    meaning: 'Microsoft 365 did not accept user name and password.',
    source: 'ms-smtp-auth',
    next: [
      act('Check the user name (the full address) and the password.'),
      act('Use an app password, or OAuth, if the account has two-step login.'),
    ],
  },
  {
    name: 'exchange-login-security-defaults',
    mark: 'words',
    pattern: /locked by your organi[sz]ation'?s security defaults policy/i,
    reason: 'login-failed',
    meaning: 'The security defaults of the organisation forbid SMTP login with a password.',
    source: 'ms-smtp-auth',
    actor: 'sending admin',
    next: [
      act('Replace the security defaults by conditional access that leaves this account out, if it must log in so.'),
      oauth,
    ],
  },
  {
    name: 'exchange-login-criteria',
    mark: 'words',
    pattern: /request did not meet the criteria to be authenticated successfully/i,
    reason: 'login-failed',
    meaning:
      'A policy of the organisation, such as conditional access or an authentication policy, refuses this login.',
    source: 'ms-smtp-auth',
    actor: 'sending admin',
    next: [probe('Look for the refused sign-in in the log of Microsoft Entra: it names the policy.'), allowSmtp, oauth],
  },
  {
    name: 'exchange-login-account',
    mark: 'words',
    pattern:
      /Authentication unsuccessful, (?:the )?(?:user )?(?:account (?:is|has been) (?:locked|disabled)|password (?:has|is) expired|user password has expired|user account is disabled)/i,
    reason: 'account-disabled',
    meaning: 'The account of the login is locked or disabled, or its password has expired.',
    source: 'ms-smtp-auth',
    next: [act('Check the account in Microsoft Entra: unlock it, or set a new password.')],
  },
  {
    name: 'exchange-login-unsuccessful',
    vague: true,
    pattern: /^535 5\.7\.3 {1,2}Authentication unsuccessful/i,
    reason: 'login-failed',
    meaning: 'The server did not accept the login: user name or password is wrong, or SMTP login is switched off.',
    source: ['ms-smtp-auth', 'ms-exchange-server'],
    next: [act('Check user name and password.'), act('Allow authenticated SMTP for this mailbox.', 'sending admin')],
  },
  {
    name: 'exchange-login-temporary',
    mark: 'none',
    pattern: /\b(?:454|4\.7\.0) {1,2}Temporary authentication failure/i,
    reason: 'login-failed',
    meaning: 'The server could not check the login at the moment; user name and password may well be right.',
    source: ['RFC 4954 6', 'ms-exchange-server'],
    actor: 'receiving admin',
    next: [
      act('Check that its login service or domain controllers answer, and that its clock is right.'),
      act('Try again some minutes later.', 'sender'),
    ],
  },
  {
    name: 'exchange-old-tls',
    mark: 'words',
    pattern: /TLS 1\.0 and 1\.1 are not supported/i,
    reason: 'tls-failed',
    meaning: 'The program speaks TLS 1.0 or 1.1, and Exchange Online takes TLS 1.2 or later.',
    source: 'ms-smtp-tls',
    actor: 'sending admin',
    next: [act('Update the program or device so that it speaks TLS 1.2 or later.')],
  },
  {
    name: 'exchange-sender-id',
    mark: 'words',
    pattern: /Sender ID \(PRA\) Not Permitted|Missing purported responsible address/i,
    reason: 'spf-failed',
    meaning:
      'The Sender ID filter of Exchange found that the record of the sender domain does not allow the sending host.',
    source: 'ms-exchange-server',
  },
  {
    name: 'exchange-no-submission',
    mark: 'words',
    pattern: /does not have permissions? to submit (?:mail )?to this server/i,
    reason: 'client-refused',
    meaning: 'The receive connector of this Exchange server takes no mail from clients like this one.',
    source: 'ms-exchange-server',
    actor: 'receiving admin',
    retry: 'later',
    next: [
      act('Allow anonymous senders on the receive connector that takes mail from outside.'),
      act('Check that mail from outside does not arrive at a connector for inside.'),
    ],
  },
  {
    name: 'exchange-anonymous-sender',
    wins: ['exchange-send-as-refused'],
    mark: 'words',
    pattern: /Anonymous clients? do(?:es)? not have permissions? to send as this sender/i,
    reason: 'sender-not-allowed',
    meaning: 'A client that has not logged in uses a sender address of a domain of this Exchange organisation.',
    source: 'ms-exchange-server',
    next: [
      act('Log in first, or send through a connector that allows this host.'),
      act('Use a sender address of another domain for mail that comes from outside.'),
    ],
  },
  {
    name: 'exchange-submission-rate',
    mark: 'words',
    pattern: /Message submission rate for this client has exceeded/i,
    reason: 'rate-limited',
    meaning: 'This client sends more messages a minute than the receive connector allows.',
    source: 'ms-exchange-server',
    next: [act('Send more slowly, or raise the rate limit of the connector.')],
  },
  {
    name: 'exchange-hotmail-activity',
    mark: 'words',
    pattern: /noticed some unusual activity in your (?:Hotmail|Outlook|Microsoft|MSN|Live)/i,
    reason: 'account-disabled',
    meaning: 'Microsoft blocks what this account sends until its owner has confirmed that nobody else uses it.',
    source: 'ms-answers unusual activity',
    actor: 'sender',
    next: [act('Log in to the account in a browser and confirm what is asked.'), act('Change the password.')],
  },
]);
