import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

const byQq = /\bqq\.com|tencent|exmail/i;

/** Words of QQ Mail (Tencent). */
export const qqTexts = spokenBy('qq', [
  {
    name: 'qq-frequency',
    mark: 'words',
    pattern: /(?:Connection|IP|Domain|Sender) frequency limited/i,
    reason: 'rate-limited',
    meaning: 'QQ limits mail from this IP address, domain or sender.',
    source: 'qq',
    sisimai: 'toomanyconn',
  },
  {
    name: 'qq-content',
    mark: 'words',
    pattern: /Mail content denied|Suspected (?:spam ip|bounce attacks)|spam is embedded/i,
    reason: 'spam-refused',
    meaning: 'QQ takes the message or its sending IP address for a source of spam.',
    source: 'qq',
    next: [act('Check text, links and attachments.'), act('Open the help link in the reply.')],
  },
  {
    name: 'qq-suspected-spam',
    pattern: /Suspected spam\b/i,
    also: byQq,
    reason: 'spam-refused',
    meaning: 'QQ takes the message for spam.',
    source: 'qq',
  },
  {
    name: 'qq-mailbox-denied',
    mark: 'words',
    pattern: /Mailbox unavailable or access deni(?:n)?ed/i,
    reason: 'recipient-restricted',
    meaning: 'The QQ mailbox does not exist, or it takes no mail from this sender.',
    source: 'qq',
    actor: 'sender',
    next: [act('Check the address letter by letter.'), act('Send less to this mailbox.')],
  },
  {
    name: 'qq-authorization-code',
    mark: 'words',
    pattern: /Please enter your authorization code to login/i,
    reason: 'login-failed',
    meaning: 'QQ Mail wants the authorization code of the mailbox instead of its password.',
    source: 'qq-authorization-code',
    next: [act('Create an authorization code in the settings of QQ Mail, and enter it in the place of the password.')],
  },
  {
    name: 'qq-login-refused',
    mark: 'words',
    pattern: /Account is abnormal, service is not open, password is incorrect, login frequency limited/i,
    reason: 'login-failed',
    meaning:
      'QQ Mail refuses the login: SMTP is not switched on for the mailbox, the authorization code is wrong, or there were too many logins.',
    tells: { otherLogin: true },
    source: 'qq-authorization-code',
    next: [
      act('Switch SMTP on in the settings of QQ Mail, and create an authorization code for the program.'),
      act('Wait some time if the program logged in very often.'),
    ],
  },
  {
    name: 'qq-mailbox-not-found',
    pattern: /Mailbox not found/i,
    reason: 'recipient-unknown',
    meaning: 'QQ Mail knows no mailbox with this address.',
    source: 'qq',
  },
  {
    name: 'qq-recipient-blocks',
    pattern: /Mail is rejected by recipients/i,
    reason: 'recipient-filtered',
    meaning: 'The recipient, or a rule of the mailbox, blocks this sender.',
    source: 'qq',
  },
  {
    name: 'qq-connection-denied',
    pattern: /Connection denied/i,
    reason: 'client-refused',
    meaning: 'QQ Mail takes no connections from this IP address.',
    source: 'qq',
    retry: 'later',
    next: [
      act('Open the help link in the reply.'),
      act('Find and stop unwanted mail that leaves through this address.'),
    ],
  },
  {
    name: 'qq-from-header',
    mark: 'none',
    pattern: /The ["“']?From["”']? header is missing or invalid/i,
    reason: 'message-malformed',
    meaning: 'The From field of the message is missing or is not written as RFC 5322 has it.',
    source: 'qq',
    next: [
      act('Send one From field with one address: name and address as "Name" <user@domain>, other letters encoded.'),
    ],
  },
  {
    name: 'qq-sender-of-login',
    mark: 'none',
    pattern: /Mail from (?:address )?must (?:be same as|equal) authori[sz](?:ation|ed) user/i,
    reason: 'sender-not-allowed',
    meaning: 'The sender address must be the one of the account that logged in.',
    source: 'qq-authorization-code',
    actor: 'sender',
    next: [act('Set the sender address to the address of the login.')],
  },
]);
