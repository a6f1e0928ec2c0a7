import { act, again, probe } from '../steps.ts';
import { type ReplyText, says } from './replyText.ts';

/** Words of qmail and of its kin (netqmail, notqmail, qmail-ldap, Plesk, chkuser). */
export const qmailTexts: readonly ReplyText[] = [
  says(
    'qmail-rcpthosts',
    /(?:isn'?t|not) in my list of allowed rcpthosts|isn'?t allowed to be relayed thru this MTA/i,
    "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
    'relaying-denied',
    'The server takes mail for this outside domain only from clients it knows.',
    'qmail: control/rcpthosts',
    {
      next: [
        act('Authenticate (SMTP AUTH) on the submission port, 587 or 465, before sending to outside domains.'),
        probe('Look up the MX records of the domain of the recipient: the message may have gone to the wrong server.'),
        act('Add the domain to rcpthosts if it is yours.', 'receiving admin'),
      ],
    },
  ),
  says(
    'qmail-no-mailbox',
    /no mail-?box (?:here )?by that name|sorry, no mailbox/i,
    '550 sorry, no mailbox here by that name (#5.1.1 - chkuser)',
    'recipient-unknown',
    'The server knows no mailbox with this address.',
    'qmail wording',
  ),
  says(
    'qmail-bare-line-feed',
    /\bdocs\/smtplf\.html/i,
    '451 See http://pobox.com/~djb/docs/smtplf.html.',
    'message-malformed',
    'The client ended a line of the message with LF alone, and qmail closes the connection over that.',
    'RFC 5321 2.3.8; qmail-smtpd',
    { transientRetry: 'later', next: [act('Make the sending program end each line with CR LF.')] },
  ),
  says(
    'qmail-queue',
    /\bqq (?:trouble|internal bug|temporary problem|permanent problem|write error|crashed|read error)|\bqqt failure/i,
    '451 qq trouble creating files in queue (#4.3.0)',
    'system-error',
    'The program that puts mail into the queue of the receiving server, or its scanner, failed.',
    'qmail-queue wording',
    {
      next: [
        act('Check disk space, memory limits and the virus scanner of the receiving server.'),
        again('Send again later.', 'sender'),
      ],
    },
  ),
  says(
    'qmail-bad-mail-from',
    /sender is in my badmailfrom list/i,
    '553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)',
    'sender-refused',
    'The admin of the server refuses this sender address or its domain.',
    'qmail: control/badmailfrom',
    { next: [act('Ask the admin of the receiving server why the sender is refused.')] },
  ),
  says(
    'qmail-databytes',
    /exceeds my databytes limit/i,
    '552 sorry, that message size exceeds my databytes limit (#5.3.4)',
    'message-too-large',
    'The message is larger than the server takes.',
    'qmail: control/databytes',
  ),
];
