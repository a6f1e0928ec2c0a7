import { act, again, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of qmail and of its kin (netqmail, notqmail, qmail-ldap, Plesk, chkuser). */
export const qmailTexts = ranked('phrase', [
  {
    name: 'notice-ldap',
    pattern: /Unable to contact LDAP server/i,
    reason: 'system-error',
    meaning: 'The directory in which the mail system looks addresses up gave no answer.',
    source: 'sisimai Lhost/qmail.pm',
  },
  {
    name: 'qmail-rcpthosts',
    pattern: /(?:isn'?t|not) in my list of allowed rcpthosts|isn'?t allowed to be relayed thru this MTA/i,
    reason: 'relaying-denied',
    meaning: 'The server takes mail for this outside domain only from clients it knows.',
    source: 'qmail-code qmail-smtpd.c',
    next: [
      act('Authenticate (SMTP AUTH) on the submission port, 587 or 465, before sending to outside domains.'),
      probe('Look up the MX records of the domain of the recipient: the message may have gone to the wrong server.'),
      act('Add the domain to rcpthosts if it is yours.', 'receiving admin'),
    ],
  },
  {
    name: 'qmail-no-mailbox',
    pattern: /no mail-?box (?:here )?by that name|sorry, no mailbox/i,
    reason: 'recipient-unknown',
    meaning: 'The server knows no mailbox with this address.',
    source: ['qmail-code qmail-local.c', 'chkuser-code chkuser_settings.h'],
  },
  {
    name: 'qmail-bare-line-feed',
    pattern: /\bdocs\/smtplf\.html/i,
    reason: 'message-malformed',
    meaning: 'The client ended a line of the message with LF alone, and qmail closes the connection over that.',
    source: ['RFC 5321 2.3.8', 'qmail-code qmail-smtpd.c'],
    transientRetry: 'later',
    next: [act('Make the sending program end each line with CR LF.')],
  },
  {
    name: 'qmail-queue',
    pattern:
      /\bqq (?:trouble|internal bug|temporary problem|permanent problem|write error|crashed|read error)|\bqqt failure/i,
    reason: 'system-error',
    meaning: 'The program that puts mail into the queue of the receiving server, or its scanner, failed.',
    source: 'qmail-code qmail.c',
    next: [
      act('Check disk space, memory limits and the virus scanner of the receiving server.'),
      again('Send again later.', 'sender'),
    ],
  },
  {
    name: 'qmail-bad-mail-from',
    pattern: /sender is in my badmailfrom list/i,
    reason: 'sender-refused',
    meaning: 'The admin of the server refuses this sender address or its domain.',
    source: 'qmail-code qmail-smtpd.c',
    next: [act('Ask the admin of the receiving server why the sender is refused.')],
  },
  {
    name: 'qmail-databytes',
    pattern: /exceeds my databytes limit/i,
    reason: 'message-too-large',
    meaning: 'The message is larger than the server takes.',
    source: 'qmail-code qmail-smtpd.8',
  },
  {
    name: 'qmail-bad-recipient',
    pattern: /envelope recipient is in my badrcptto list|recipient is in my badrcptto/i,
    reason: 'policy-refused',
    meaning: 'The admin of the server blocks mail to this recipient: the address is on the list badrcptto.',
    source: 'chkuser-code qmail-smtpd.c',
    next: [
      act('Take the address off badrcptto if it should get mail.'),
      act('Ask the recipient another way for an address that takes mail.', 'sender'),
    ],
  },
]);
