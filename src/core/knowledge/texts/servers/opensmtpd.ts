import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of OpenSMTPD. */
export const opensmtpdTexts = ranked('phrase', [
  {
    name: 'opensmtpd-invalid-recipient',
    pattern: /Invalid recipient: </i,
    reason: 'relaying-denied',
    meaning:
      'No rule of the server takes mail for this recipient from this client: most often an outside domain it does not relay to.',
    source: 'opensmtpd-code lka_session.c',
    next: [
      act('Check the address letter by letter.'),
      act('Log in first if the recipient is in another domain than the server.'),
    ],
  },
  {
    name: 'opensmtpd-list-expansion',
    pattern: /Mailing list expansion problem/i,
    reason: 'list-problem',
    meaning: 'The list or alias behind this address could not be expanded: often an alias that leads nowhere.',
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
]);
