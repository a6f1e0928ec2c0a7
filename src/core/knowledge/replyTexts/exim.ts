import { act, again, probe } from '../steps.ts';
import { type ReplyText, says } from './replyText.ts';

/** Words of Exim. */
export const eximTexts: readonly ReplyText[] = [
  says(
    'exim-relay-not-permitted',
    /relay not permitted/i,
    '550 relay not permitted',
    'relaying-denied',
    'The server does not take mail for this domain, and it relays only for clients that log in or that it knows.',
    'Exim wording',
  ),
  says(
    'exim-unrouteable',
    /Unrouteable address|unroutable address/i,
    '550 Unrouteable address',
    'recipient-unknown',
    'The server found no way to deliver to this address: unknown user or unknown domain.',
    'Exim wording',
    { sisimai: 'hostunknown' },
  ),
  says(
    'exim-sender-verify',
    /Sender verify failed/i,
    '550 Sender verify failed',
    'sender-refused',
    'The server asked the mail host of the sender about the sender address and got a refusal.',
    'Exim: sender verification',
    {
      next: [
        act('Make the envelope sender an address that exists and takes mail.'),
        probe('Check that its mail host answers mail from the empty sender <>.'),
      ],
    },
  ),
  says(
    'exim-synchronization',
    /SMTP (?:protocol )?synchroni[sz]ation error|\bsynchroni[sz]ation error\b/i,
    '554 SMTP synchronization error',
    'command-order',
    'The client sent commands before the server asked for them.',
    'Exim: smtp_enforce_sync',
    { next: [act('Use a mail server or program that waits for the greeting and for each reply.')] },
  ),
  says(
    'exim-local-problem',
    /Temporary local problem/i,
    '451 Temporary local problem - please try later',
    'system-error',
    'Something fails inside the receiving server at the moment, such as a look-up in its own tables.',
    'Exim wording',
    {
      next: [
        act('Look in the Exim main and panic logs at this time: they name the fault.'),
        again('Send again later.', 'sender'),
      ],
    },
  ),
  says(
    'exim-dns-list',
    /rejected because \S{1,80} is in a black ?list/i,
    '550 rejected because 192.0.2.6 is in a black list at dnsbl.test',
    'blocklisted',
    'The sending IP address stands on the block list that the reply names.',
    'Exim: dnslists',
  ),
  says(
    'exim-helo-syntax',
    /Syntactically invalid (?:HELO|EHLO)|(?:HELO|EHLO)[^\n]{0,80}syntactically invalid/i,
    '501 Syntactically invalid HELO argument(s)',
    'greeting-refused',
    'The HELO name is no valid host name: most often it is empty or holds an underscore.',
    'RFC 5321 4.1.1.1; Exim wording',
  ),
  says(
    'exim-retry-not-reached',
    /retry time not reached for any host/i,
    'bob@fabrikam.test: retry time not reached for any host after a long failure period',
    'expired',
    'All hosts of the domain failed for so long that Exim gives the message up without a new try.',
    'Exim: retry rules',
    {
      next: [
        act('Find the earlier error of the host in the Exim log: it names the cause.'),
        again('Send again when it is mended.'),
      ],
    },
  ),
  says(
    'exim-retry-timeout',
    /retry timeout exceeded/i,
    '550 4.4.7 retry timeout exceeded',
    'expired',
    'The other host failed until Exim gave the message up.',
    'Exim: retry rules',
    {
      next: [
        act('Find the earlier error of the host in the Exim log: it names the cause.'),
        again('Send again when it is mended.'),
      ],
    },
  ),
];
