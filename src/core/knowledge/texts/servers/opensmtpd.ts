import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of OpenSMTPD. */
export const opensmtpdTexts = ranked('phrase', [
  {
    name: 'opensmtpd-invalid-recipient',
    pattern: /Invalid recipient: </i,
    reason: 'recipient-unknown',
    meaning:
      'The server takes no mail for this address: it has no such mailbox, or the domain is an outside one to which it does not relay.',
    source: 'opensmtpd-code lka_session.c',
    confidence: 'medium',
    next: [
      act('Check the address letter by letter.'),
      act('Log in first if the recipient is in another domain than the server.'),
    ],
  },
  {
    name: 'opensmtpd-list-expansion',
    pattern: /Mailing list expansion problem/i,
    reason: 'list-problem',
    meaning:
      'Nothing stands behind this address: the server has neither a user nor an alias of this name, or the alias leads nowhere.',
    source: ['RFC 3463 X.2.4', 'opensmtpd-code lka_session.c'],
    next: [
      act('Check the alias or list of this address and each of its members.'),
      act('Check the address letter by letter.', 'sender'),
    ],
  },
  {
    name: 'opensmtpd-auth-first',
    pattern: /Must issue an AUTH command first/i,
    reason: 'login-required',
    meaning: 'This port of the server takes mail only after a login.',
    source: 'opensmtpd-code smtp_session.c',
  },
  {
    name: 'opensmtpd-messages-sent',
    pattern: /Too many messages sent/i,
    reason: 'too-many-connections',
    meaning: 'The connection carried as many messages as the server takes in one.',
    source: 'opensmtpd-code smtp_session.c',
    next: [act('Open a new connection after some messages.')],
  },
  {
    name: 'opensmtpd-rfc-2822',
    pattern: /Message is not RFC 2822 compliant/i,
    reason: 'message-malformed',
    meaning: 'The server cannot read the headers of the message.',
    source: ['opensmtpd-code smtp_session.c', 'RFC 5322'],
  },
  {
    name: 'opensmtpd-routes-blocked',
    pattern:
      /All routes to destination blocked|No valid route to (?:destination|remote MX)|Address family mismatch on destination MXs/i,
    reason: 'routing-failed',
    meaning: 'This server has no way to any mail host of the domain: none fits its addresses, or all failed lately.',
    source: 'opensmtpd-code mta.c',
    next: [
      act('Look in the log of this server for what each host answered.'),
      act('Check whether the hosts have IPv6 only and this server IPv4 only, or the other way round.'),
    ],
  },
  {
    name: 'opensmtpd-rejects-all',
    pattern: /Destination seem to reject all mails/i,
    reason: 'client-refused',
    meaning: 'The other host refused every message for so long that this server stops trying for a while.',
    source: 'opensmtpd-code mta.c',
    next: [act('Look in the log for the reply of the other host: it names the cause.')],
  },
  {
    name: 'opensmtpd-mx-lookup',
    pattern: /Temporary failure in MX lookup/i,
    reason: 'dns-failure',
    meaning: 'DNS did not answer the question for the mail exchanger of the domain.',
    source: 'opensmtpd-code mta.c',
  },
  {
    name: 'opensmtpd-credentials',
    pattern:
      /Could not retrieve (?:credentials|source address)|No auth table for relaying|Credentials too large|Cannot (?:parse|retrieve) smarthost/i,
    reason: 'system-error',
    meaning: 'This server cannot read the user name and password, or the host, that it needs for its smart host.',
    source: 'opensmtpd-code mta_session.c',
    actor: 'sending admin',
    next: [act('Check the auth table and the relay action in smtpd.conf.')],
  },
  {
    name: 'opensmtpd-insecure-auth',
    pattern: /Refuse to AUTH over insecure channel/i,
    reason: 'tls-required',
    meaning: 'This server does not log in at the next one without TLS.',
    source: 'opensmtpd-code mta_session.c',
    next: [act('Use smtp+tls or smtps in the host of the relay action.')],
  },
  {
    name: 'opensmtpd-user-lookup',
    pattern: /(?:Temporary|Permanent) failure in user lookup/i,
    reason: 'system-error',
    meaning: 'The server could not look the user up in its own tables.',
    source: 'opensmtpd-code mda.c',
  },
  {
    name: 'opensmtpd-removed',
    pattern: /Removed by administrator/i,
    reason: 'expired',
    meaning: 'An admin took the message out of the queue.',
    source: 'opensmtpd-code queue.c',
    retry: 'no',
    next: [act('Ask the admin of the sending server why the message was taken out.', 'sender')],
  },
]);
