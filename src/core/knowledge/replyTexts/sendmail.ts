import { act, probe } from '../steps.ts';
import { type ReplyText, says } from './replyText.ts';

/** Words of sendmail. */
export const sendmailTexts: readonly ReplyText[] = [
  says(
    'relaying-denied-sendmail',
    /Relaying denied\. IP name (?:lookup failed|possibly forged)/i,
    '550 5.7.1 <x@fabrikam.test>... Relaying denied. IP name lookup failed [192.0.2.1]',
    'relaying-denied',
    'The server takes mail for this outside domain only from clients it knows, and reverse DNS of this one failed.',
    'RFC 3463 X.7.1; sendmail wording',
    {
      next: [
        act('Authenticate (SMTP AUTH) on the submission port, 587 or 465, before sending to outside domains.'),
        act('Have a PTR record set for the sending IP address, and an A record for the name it gives.'),
        act('Have the IP address of the sending host listed on the server as one that may relay.'),
      ],
    },
  ),
  says(
    'sendmail-relaying-login',
    /Relaying denied\. Proper authentication required/i,
    '550 5.7.1 remoterecipient@fabrikam.test... Relaying denied. Proper authentication required.',
    'relaying-denied',
    'The server takes mail for this outside domain only from clients it knows, and this one did not log in.',
    'RFC 5321 4.2.3, 7.9; RFC 3463 X.7.1; sendmail wording',
    {
      next: [
        act('Authenticate (SMTP AUTH) on the submission port, 587 or 465, before sending to outside domains.'),
        act('Have the IP address of the sending host listed on the server as one that may relay.'),
        probe('Look up the MX records of the domain of the recipient: the message may have gone to the wrong server.'),
      ],
    },
  ),
  says(
    'sendmail-user-unknown',
    /\.\.\. User unknown/i,
    '550 5.1.1 <nosuchuser@adatum.test>... User unknown',
    'recipient-unknown',
    'The server knows neither a user nor an alias with this name.',
    'RFC 3463 X.1.1; sendmail wording',
  ),
  says(
    'sendmail-sender-domain-unresolved',
    /Domain of sender address [^\n]{1,200}does not resolve/i,
    '451 4.1.8 Domain of sender address alice@contoso.test does not resolve',
    'sender-domain-not-found',
    'DNS gave no answer for the domain of the sender, so the server puts the message off.',
    'sendmail wording',
    {
      next: [
        probe('Make sure that all name servers of the sender domain answer.'),
        act('Check the domain for typing errors.'),
      ],
    },
  ),
  says(
    'sendmail-sender-domain-missing',
    /Domain of sender address [^\n]{1,200}does not exist/i,
    '553 5.1.8 Domain of sender address alice@nosuch.test does not exist',
    'sender-domain-not-found',
    'The domain of the sender does not exist in DNS.',
    'sendmail wording',
  ),
  says(
    'sendmail-milter-reject',
    /Milter: (?:data|rcpt|from|header|eoh|eom)[^\n]{0,80}, reject=|(?<!helo )\bCommand rejected\b/i,
    'sm-mta[77]: 1A2b3C4d: Milter: data, reject=550 5.7.1 Command rejected',
    'policy-refused',
    'A filter program (milter) of this server refused the message.',
    'sendmail and libmilter wording',
    {
      next: [
        act('Look in the log of the filter at this time: it names the rule.'),
        act('Give the full reply with its time to the admin of the recipient.', 'sender'),
      ],
    },
  ),
  says(
    'sendmail-pregreeting',
    /pre-?greeting traffic/i,
    '554 5.5.0 rejecting commands from host.contoso.test [192.0.2.1] due to pre-greeting traffic after 0 seconds',
    'command-order',
    'The client talked before the server greeted it, as spam programs do.',
    'RFC 5321 4.3.1; sendmail: greet_pause',
    { next: [act('Use a mail server or program that waits for the greeting.')] },
  ),
];
