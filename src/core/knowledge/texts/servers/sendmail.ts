import { act, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of sendmail. */
export const sendmailTexts = ranked('phrase', [
  {
    name: 'relaying-denied-sendmail',
    pattern: /Relaying denied\. IP name (?:lookup failed|possibly forged)/i,
    reason: 'relaying-denied',
    meaning:
      'The server takes mail for this outside domain only from clients it knows, and reverse DNS of this one failed.',
    source: ['RFC 3463 X.7.1', 'sendmail-code cf/m4/proto.m4'],
    next: [
      act('Authenticate (SMTP AUTH) on the submission port, 587 or 465, before sending to outside domains.'),
      act('Have a PTR record set for the sending IP address, and an A record for the name it gives.'),
      act('Have the IP address of the sending host listed on the server as one that may relay.'),
    ],
  },
  {
    name: 'sendmail-relaying-login',
    pattern: /Relaying denied\. Proper authentication required/i,
    reason: 'relaying-denied',
    meaning: 'The server takes mail for this outside domain only from clients it knows, and this one did not log in.',
    source: ['RFC 5321 4.2.3, 7.9', 'RFC 3463 X.7.1', 'sendmail-code cf/m4/proto.m4'],
    next: [
      act('Authenticate (SMTP AUTH) on the submission port, 587 or 465, before sending to outside domains.'),
      act('Have the IP address of the sending host listed on the server as one that may relay.'),
      probe('Look up the MX records of the domain of the recipient: the message may have gone to the wrong server.'),
    ],
  },
  {
    name: 'sendmail-user-unknown',
    pattern: /\.\.\. User unknown/i,
    reason: 'recipient-unknown',
    meaning: 'The server knows neither a user nor an alias with this name.',
    source: ['RFC 3463 X.1.1', 'sendmail-code sendmail/recipient.c'],
  },
  {
    name: 'sendmail-sender-domain-unresolved',
    pattern: /Domain of sender address [^\n]{1,200}does not resolve/i,
    reason: 'sender-domain-not-found',
    meaning: 'DNS gave no answer for the domain of the sender, so the server puts the message off.',
    source: 'sendmail-code cf/m4/proto.m4',
    next: [
      probe('Make sure that all name servers of the sender domain answer.'),
      act('Check the domain for typing errors.'),
    ],
  },
  {
    name: 'sendmail-sender-domain-missing',
    pattern: /Domain of sender address [^\n]{1,200}does not exist/i,
    reason: 'sender-domain-not-found',
    meaning: 'The domain of the sender does not exist in DNS.',
    source: 'sendmail-code cf/m4/proto.m4',
  },
  {
    name: 'sendmail-milter-reject',
    pattern: /Milter: (?:data|rcpt|from|header|eoh|eom)[^\n]{0,80}, reject=|(?<!helo )\bCommand rejected\b/i,
    reason: 'policy-refused',
    meaning: 'A filter program (milter) of this server refused the message.',
    source: 'sendmail-code sendmail/srvrsmtp.c',
    next: [
      act('Look in the log of the filter at this time: it names the rule.'),
      act('Give the full reply with its time to the admin of the recipient.', 'sender'),
    ],
  },
  {
    name: 'sendmail-pregreeting',
    pattern: /pre-?greeting traffic/i,
    reason: 'command-order',
    meaning: 'The client talked before the server greeted it, as spam programs do.',
    source: ['RFC 5321 4.3.1', 'sendmail-code sendmail/srvrsmtp.c'],
    next: [act('Use a mail server or program that waits for the greeting.')],
  },
]);
