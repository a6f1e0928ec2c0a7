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
    pattern: /Milter: (?:data|rcpt|from|header|eoh|eom)[^\n]{0,80}, reject=|(?<!helo )\bCommand rejected\b(?!: ?\w)/i,
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
  {
    name: 'sendmail-config',
    pattern: /\b5\.3\.5 {1,2}(?:system config error|Local configuration error)|MX list for \S{1,255} points back to/i,
    reason: 'system-error',
    meaning:
      'sendmail is set up wrongly for this domain: often the MX record leads to this very server, which does not count the domain among its own.',
    source: 'sendmail-code sendmail/deliver.c',
    next: [
      act('Add the domain to the class w (local-host-names) if mail for it ends here, or to the mailertable.'),
      probe('Look up the MX records of the domain: correct them if they lead here by mistake.'),
    ],
  },
  {
    name: 'sendmail-domain-name-required',
    pattern: /(?:Real )?domain name required(?: for sender address)?|Fully qualified domain name required/i,
    reason: 'sender-refused',
    meaning: 'The sender address, or the name in HELO, has no full domain.',
    source: 'sendmail-code cf/m4/proto.m4',
    next: [act('Set the sender address and the host name of the program to ones with a full domain.')],
  },
  {
    name: 'sendmail-address-part-missing',
    pattern:
      /\b553 (?:5\.1\.[0-3] )?(?:\S{1,320}\.\.\. )?(?:User address required|Hostname required|Recipient address required|Colon illegal in host name part|Local part must not (?:begin|end) with a dot|Invalid route address|Address too long|Unbalanced ['‘"])/i,
    reason: 'address-malformed',
    meaning: 'An address is not written as an address must be: a part of it is missing, or brackets do not match.',
    source: 'sendmail-code sendmail/parseaddr.c',
  },
  {
    name: 'sendmail-unrecognized-host',
    pattern: /\bUnrecognized host name\b|\b5\.1\.2 {1,2}(?:\S{1,320}\.\.\. )?Invalid host name/i,
    reason: 'domain-not-found',
    meaning: 'DNS knows no host for the domain of the recipient.',
    source: 'sendmail-code cf/m4/proto.m4',
  },
  {
    name: 'sendmail-client-unresolved',
    pattern: /Client IP address \[?[\da-f.:]{2,45}\]? does not resolve|Possibly forged hostname for/i,
    reason: 'reverse-dns',
    meaning: 'The sending IP address has no name in DNS, or one that does not lead back to it.',
    source: 'sendmail-code cf/README',
  },
  {
    name: 'sendmail-bad-recipients',
    pattern: /(?<!for )Too many bad recipients|Possible (?:SMTP )?(?:attack|RCPT flood)|BadRcptThrottle/i,
    reason: 'client-refused',
    meaning: 'The server ends the session because too many recipients in it do not exist.',
    source: 'sendmail-code sendmail/srvrsmtp.c',
    next: [act('Take unknown recipients out of the list and try again.')],
  },
  {
    name: 'sendmail-login-not-offered',
    pattern: /\b5\.3\.3 {1,2}AUTH (?:mechanism \S{1,40} )?not available/i,
    reason: 'security-refused',
    meaning: 'The server offers no login here, or not this mechanism.',
    source: 'sendmail-code sendmail/srvrsmtp.c',
    actor: 'sending admin',
    retry: 'no',
    next: [
      act('Use one of the mechanisms that the AUTH line after EHLO lists.'),
      act('Start TLS first: many servers offer logins only after it.'),
    ],
  },
  {
    name: 'sendmail-introduce',
    pattern: /I demand that you introduce yourself first|Polite people say (?:HELO|EHLO) first/i,
    reason: 'command-order',
    meaning: 'The server wants EHLO before this command.',
    source: 'sendmail-code sendmail/srvrsmtp.c',
    next: [act('Send EHLO first, and once more after STARTTLS.')],
  },
  {
    name: 'sendmail-mailer-died',
    pattern: /mailer \S{1,40} died with signal/i,
    reason: 'delivery-program-failed',
    meaning: 'The program that puts mail into the mailbox was ended by the system.',
    source: 'sendmail-code sendmail/deliver.c',
  },
  {
    name: 'sendmail-headers-too-long',
    pattern: /Headers too large \(\d{1,9} max\)/i,
    reason: 'message-malformed',
    meaning: 'The headers of the message are longer than the server takes.',
    source: 'sendmail-code sendmail/collect.c',
    sisimai: 'contenterror',
  },
]);
