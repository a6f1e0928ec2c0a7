import { act, again, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Words of Exim. */
export const eximTexts = ranked('phrase', [
  {
    name: 'exim-relay-not-permitted',
    pattern: /relay not permitted/i,
    reason: 'relaying-denied',
    meaning:
      'The server does not take mail for this domain, and it relays only for clients that log in or that it knows.',
    source: 'exim-spec relay not permitted',
  },
  {
    name: 'exim-unrouteable',
    pattern: /Unrouteable address|unroutable address/i,
    reason: 'recipient-unknown',
    meaning: 'The server found no way to deliver to this address: unknown user or unknown domain.',
    source: 'exim-code src/src/route.c',
    sisimai: 'hostunknown',
  },
  {
    name: 'exim-sender-verify',
    pattern: /Sender verify failed/i,
    reason: 'sender-refused',
    meaning: 'The server asked the mail host of the sender about the sender address and got a refusal.',
    source: 'exim-spec sender verification',
    next: [
      act('Make the envelope sender an address that exists and takes mail.'),
      probe('Check that its mail host answers mail from the empty sender <>.'),
    ],
  },
  {
    name: 'exim-synchronization',
    pattern: /SMTP (?:protocol )?synchroni[sz]ation error|\bsynchroni[sz]ation error\b/i,
    reason: 'command-order',
    meaning: 'The client sent commands before the server asked for them.',
    source: 'exim-spec smtp_enforce_sync',
    next: [act('Use a mail server or program that waits for the greeting and for each reply.')],
  },
  {
    name: 'exim-local-problem',
    pattern: /Temporary local problem/i,
    reason: 'system-error',
    meaning: 'Something fails inside the receiving server at the moment, such as a look-up in its own tables.',
    source: 'exim-code src/src/smtp_in.c',
    next: [
      act('Look in the Exim main and panic logs at this time: they name the fault.'),
      again('Send again later.', 'sender'),
    ],
  },
  {
    name: 'exim-dns-list',
    pattern: /rejected because \S{1,80} is in a black ?list/i,
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on the block list that the reply names.',
    source: 'exim-spec dnslists',
  },
  {
    name: 'exim-helo-syntax',
    pattern: /Syntactically invalid (?:HELO|EHLO)|(?:HELO|EHLO)[^\n]{0,80}syntactically invalid/i,
    reason: 'greeting-refused',
    meaning: 'The HELO name is no valid host name: most often it is empty or holds an underscore.',
    source: ['RFC 5321 4.1.1.1', 'exim-code src/src/smtp_in.c'],
  },
  {
    name: 'exim-retry-not-reached',
    pattern: /retry time not reached for any host/i,
    reason: 'expired',
    meaning: 'All hosts of the domain failed for so long that Exim gives the message up without a new try.',
    source: 'exim-spec retry rules',
    next: [
      act('Find the earlier error of the host in the Exim log: it names the cause.'),
      again('Send again when it is mended.'),
    ],
  },
  {
    name: 'exim-retry-timeout',
    pattern: /retry timeout exceeded/i,
    reason: 'expired',
    meaning: 'The other host failed until Exim gave the message up.',
    source: 'exim-spec retry rules',
    next: [
      act('Find the earlier error of the host in the Exim log: it names the cause.'),
      again('Send again when it is mended.'),
    ],
  },
  {
    name: 'notice-mailbox-full-retries',
    wins: ['exim-retry-timeout'],
    pattern: /mailbox is full: retry timeout/i,
    reason: 'mailbox-full',
    meaning: 'The mailbox stayed full for as long as the server went on trying.',
    source: 'exim-code src/src/retry.c',
  },
  {
    name: 'notice-malformed-address',
    pattern: /malformed address: \S{1,320} may not follow/i,
    reason: 'address-malformed',
    meaning: 'A header field of the message names a recipient in a way that is no address.',
    source: ['exim-code src/src/parse.c', 'RFC 5322 3.4'],
  },
]);

/** Words of Exim as a client about the servers that it talks to. */
export const eximClientTexts = ranked('tool', [
  {
    name: 'exim-remote-closed',
    pattern: /Remote host closed connection in response to/i,
    reason: 'connection-failed',
    meaning: 'The other server closed the connection instead of an answer to this command.',
    source: 'exim-code src/src/transports/smtp.c',
    actor: 'receiving admin',
    next: [act('Look in the log of the receiving server for the sending IP address.')],
  },
]);
