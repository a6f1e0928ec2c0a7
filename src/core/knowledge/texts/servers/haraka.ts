import { act, again, probe, queueRetries } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const login = act('Log in first, or have the IP address of the sending host allowed to relay.');

/** Words of Haraka and its plugins. */
export const harakaTexts = ranked('phrase', [
  {
    name: 'haraka-split-transaction',
    pattern: /Split transaction, retry soon/i,
    reason: 'server-busy',
    meaning:
      'The server hands the recipients of this message to different servers and takes them one after another: this one has to come again.',
    source: 'haraka-code plugins/queue/smtp_forward.js',
    next: [queueRetries],
  },
  {
    name: 'haraka-no-delivery',
    pattern: /\bI cannot deliver (?:e?-?mail )?(?:for|to) \S{1,320}/i,
    reason: 'relaying-denied',
    meaning:
      'The server takes no mail for this address: its domain is not one of its own, and the client did not log in.',
    source: 'haraka-code connection.js',
    next: [login],
  },
  {
    name: 'haraka-rdns',
    pattern: /\brDNS Lookup Failed|rDNS Temporary Failure/i,
    reason: 'reverse-dns',
    meaning: 'The server found no name in DNS for the sending IP address.',
    source: 'haraka-code connection.js',
  },
  {
    name: 'haraka-not-welcome',
    pattern: /Your mail is not welcome here/i,
    reason: 'client-refused',
    meaning: 'A rule of the server takes no mail from this IP address.',
    source: 'haraka-code connection.js',
  },
  {
    name: 'haraka-spoofed',
    pattern: /Spoofed MAIL FROM/i,
    reason: 'sender-not-allowed',
    meaning: 'Mail from outside bears a sender address of a domain of this server, and the client did not log in.',
    source: 'haraka-code plugins/queue/smtp_forward.js',
    next: [login],
  },
  {
    name: 'haraka-not-from-your-host',
    pattern: /Mail from domain '[^'\n]{1,255}' is not allowed from your host/i,
    reason: 'sender-not-allowed',
    meaning: 'Mail from outside bears a sender address of a domain of this server, and the client did not log in.',
    source: 'haraka-code plugins/rcpt_to.host_list_base.js',
    next: [login],
  },
  {
    name: 'haraka-auth-domain',
    pattern: /Envelope domain '[^'\n]{1,255}' doesn'?t match AUTH domain/i,
    reason: 'sender-not-allowed',
    meaning: 'The domain of the sender address is not the one of the login.',
    source: 'haraka-code plugins/auth/auth_base.js',
    next: [act('Send with an address of the domain that the login belongs to.')],
  },
  {
    name: 'haraka-credentials',
    pattern: /Credential leak detected/i,
    reason: 'content-refused',
    meaning: 'The message holds the password of its own sender, and the server does not send that.',
    source: 'haraka-code plugins/prevent_credential_leaks.js',
    next: [act('Take the password out of the message: no provider asks for it.')],
  },
  {
    name: 'haraka-signature',
    pattern: /Mail matches a known spam signature/i,
    reason: 'spam-refused',
    meaning: 'A piece of the message stands on a list of what spam holds.',
    source: 'haraka-code plugins/data.signatures.js',
  },
  {
    name: 'haraka-mime-parts',
    pattern: /too many MIME parts/i,
    reason: 'message-malformed',
    meaning: 'The message has more parts than the server takes.',
    source: 'haraka-code connection.js',
    next: [act('Send fewer attachments, or forward messages one by one.')],
  },
  {
    name: 'haraka-8-bit-command',
    pattern: /8-bit characters not allowed/i,
    reason: 'command-malformed',
    meaning: 'A command held letters beyond ASCII.',
    source: 'haraka-code connection.js',
    next: [act('Use addresses with plain ASCII letters.')],
  },
  {
    name: 'haraka-tls-on-plain-port',
    pattern: /SSL attempted over a non-SSL socket/i,
    reason: 'tls-failed',
    meaning: 'The client began with TLS on a port that begins in plain text.',
    source: 'haraka-code connection.js',
    actor: 'sending admin',
    next: [act('Use port 465 for TLS from the start, or STARTTLS on ports 587 and 25.')],
  },
  {
    name: 'haraka-command-too-long',
    pattern: /Command line too long/i,
    reason: 'command-malformed',
    meaning: 'The client sent a command that is longer than the server takes.',
    source: 'haraka-code connection.js',
  },
]);

/** Words of Haraka as a client about the servers that it talks to. */
export const harakaClientTexts = ranked('tool', [
  {
    name: 'haraka-no-exchanger',
    pattern: /\bNo MX for [\w.-]{1,255}|Nowhere to deliver mail to for domain/i,
    reason: 'domain-not-found',
    meaning: 'DNS names no host that takes mail for this domain.',
    source: 'haraka-code outbound/hmail.js',
  },
  {
    name: 'haraka-null-mx',
    pattern: /sends and receives no email \(NULL MX\)/i,
    reason: 'mail-not-accepted',
    meaning: 'The domain says in DNS that it takes no mail (null MX).',
    source: ['haraka-code outbound/hmail.js', 'RFC 7505'],
  },
  {
    name: 'haraka-tried-all',
    pattern: /\bTried all MXs\b/i,
    reason: 'routing-failed',
    meaning:
      'This server tried every MX host of the domain, and none took the message; the log before this line says why.',
    source: 'haraka-code outbound/hmail.js',
    actor: 'sending admin',
    next: [
      act('Look in the log before this line for what each host said or how the connection to it failed.'),
      probe.server('Test the connection to the mail hosts of the domain on port 25.'),
    ],
  },
  {
    name: 'haraka-tls-required',
    pattern: /No TLS available but required by configuration|Host failed TLS verification required by configuration/i,
    reason: 'tls-failed',
    meaning: 'The other server offers no TLS, or no certificate that holds, and the own server is set to want it.',
    source: 'haraka-code outbound/hmail.js',
    actor: 'sending admin',
    next: [
      act('Look whether this server has to demand TLS of this host.'),
      again('Send again when the other server offers it.'),
    ],
  },
]);
