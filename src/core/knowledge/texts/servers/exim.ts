import { act, again, probe, queueRetries } from '../../steps.ts';
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
    name: 'exim-unrouteable-domain',
    pattern: /\bunrouteable mail domain\b/i,
    reason: 'domain-not-found',
    meaning: 'The server found no way to deliver to this domain: DNS names no usable mail host for it.',
    source: 'exim-code src/src/route.c',
  },
  {
    name: 'exim-sender-verify',
    wins: ['exim-verification-failed'],
    pattern: /Sender verify failed/i,
    reason: 'sender-refused',
    meaning: 'The server asked the mail host of the sender about the sender address and got a refusal.',
    source: 'exim-spec sender verification',
    next: [
      act('Make the envelope sender an address that exists and takes mail.'),
      probe.sender('Check that its mail host answers mail from the empty sender <>.'),
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
    name: 'exim-retry-later',
    pattern: /retry time not reached(?! for any host after a long failure)/i,
    reason: 'connection-failed',
    meaning:
      'The address or the hosts of its domain failed a short time ago, for another message or an earlier try, so this one waits for the next try.',
    source: 'exim-spec retry rules',
    actor: 'nobody',
    retry: 'yes',
    next: [
      queueRetries,
      act(
        'Look for the last error of the address or of these hosts further up in the log: it names the cause.',
        'sending admin',
      ),
    ],
  },
  {
    name: 'exim-retry-not-reached',
    pattern: /retry time not reached for any host after a long failure/i,
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
  {
    name: 'exim-lookup-deferred',
    pattern:
      /\b(?:mysql|pgsql|sqlite|redis|ibase|oracle|ldap\w{0,4}|[in]?w?ild?lsearch|[in]?lsearch|ipl?search|dbm\w{0,4}|cdb|nis\w{0,4}|passwd|testdb) lookup (?:forced DEFER|deferred|failed|timed out)|\blookup of [^\n]{1,200}? gave DEFER: /i,
    reason: 'system-error',
    meaning: 'A lookup of this server in one of its own tables or databases gave no answer.',
    source: 'exim-spec lookups',
    actor: 'receiving admin',
    next: [act('Check that the table or database named in the log answers, and that Exim may read it.')],
  },
  {
    name: 'exim-mx-not-existing',
    pattern: /all relevant MX records point to non-?existent hosts/i,
    reason: 'domain-not-found',
    meaning: 'The MX records of the domain name hosts that do not exist in DNS.',
    source: 'exim-code src/src/routers/dnslookup.c',
    actor: 'receiving admin',
    retry: 'later',
    next: [
      probe.recipient('Look up the MX records of the domain and the address records of the hosts that they name.'),
      act.recipient('Correct the MX records, or give their hosts address records.'),
      act('Check the part behind the @ for typing errors.', 'sender'),
    ],
  },
  {
    name: 'exim-null-mx',
    pattern: /an MX or SRV record indicated no SMTP service/i,
    reason: 'mail-not-accepted',
    meaning: 'The domain says in DNS that it takes no mail (null MX).',
    source: ['exim-code src/src/routers/dnslookup.c', 'RFC 7505'],
  },
  {
    name: 'exim-mx-is-local',
    pattern: /lowest numbered MX record points to local host|host lookup did not complete: local host/i,
    reason: 'routing-failed',
    meaning:
      'The mail exchanger of the domain is this very server, but the server does not count the domain among its own.',
    source: 'exim-spec self',
    next: [
      act('Add the domain to local_domains or relay_to_domains if mail for it ends here.'),
      probe.recipient('Look up the MX records of the domain: correct them if they lead here by mistake.'),
    ],
  },
  {
    name: 'exim-remote-is-local',
    pattern: /remote host address is the local host/i,
    reason: 'routing-failed',
    meaning:
      'The route for this address leads back to this very server, which does not count the domain among its own.',
    source: 'exim-spec self',
    next: [
      act('Add the domain to local_domains or relay_to_domains if mail for it ends here.'),
      act.recipient('Correct the MX records or the route that names this server.'),
    ],
  },
  {
    name: 'exim-long-lines',
    pattern: /(?:message has lines too long for transport|maximum allowed line length is \d{1,7} octets, got \d{1,9})/i,
    reason: 'message-malformed',
    meaning: 'A line of the message is longer than this server takes or sends; mail allows 998 octets.',
    source: ['exim-spec message_linelength_limit', 'RFC 5322 2.1.1'],
    next: [
      act(
        'Have the program that writes the message encode its text as quoted-printable or base64, or break its lines.',
      ),
    ],
  },
  {
    name: 'exim-restricted-characters',
    pattern: /Restricted characters in address/i,
    reason: 'address-malformed',
    meaning:
      'The part of the address before the @ holds characters that the server does not take, such as %, !, / or |.',
    source: 'exim-code src/src/configure.default',
  },
  {
    name: 'exim-verify-incomplete',
    pattern: /Could not complete sender verify(?: callout)?/i,
    reason: 'sender-refused',
    meaning: 'The server wanted to check the sender address at its mail host, and could not reach that host.',
    source: 'exim-spec callout verification',
    next: [
      probe.sender(
        'Check that the mail host of the sender domain answers on port 25 and takes mail from the empty sender <>.',
      ),
      act('Wait: the check is tried again with the message.', 'nobody'),
    ],
  },
  {
    name: 'exim-verification-failed',
    pattern: /Verification failed for <[^<>\s]{1,320}>/i,
    reason: 'sender-refused',
    meaning:
      'The server asked about the sender address and got a refusal: no such address, or its host does not answer.',
    source: 'exim-spec sender verification',
    next: [
      act('Make the envelope sender an address that exists and takes mail.'),
      probe.sender('Check that its mail host answers mail from the empty sender <>.'),
    ],
  },
  {
    name: 'exim-header-syntax',
    pattern:
      /(?:domain missing or malformed|missing or malformed local part|unmatched doublequote in local part|empty address|unqualified address not permitted|malformed address)[:;]? ?(?:in|failing address in)|^550 (?:5\.\d\.\d )? {0,2}header syntax|there is no valid sender in any header/i,
    reason: 'message-malformed',
    meaning: 'A header field of the message holds an address that is not written as one.',
    source: ['exim-spec header_syntax', 'RFC 5322 3.4'],
    next: [act('Correct the field that the reply names in the program that writes the message.')],
  },
  {
    name: 'exim-must-contain-domain',
    pattern: /(?:sender|recipient) address must contain(?: a domain)?/i,
    reason: 'address-malformed',
    meaning: 'An address of the envelope has no domain.',
    source: 'exim-code src/src/smtp_in.c',
    next: [act('Write the full domain behind the @ in sender and recipient.')],
  },
  {
    name: 'exim-nul-or-operand',
    pattern:
      /must have an address operand|NUL characters are not allowed|Unexpected (?:NULL in SMTP command|argument data)/i,
    reason: 'command-malformed',
    meaning: 'The command holds something that does not belong there, or lacks its address.',
    source: 'exim-code src/src/smtp_in.c',
  },
  {
    name: 'exim-spool',
    pattern: /Error (?:in |while )writing spool file|Space shortage, please try later/i,
    reason: 'system-full',
    meaning: 'The server could not write the message into its queue: most often its disk is full.',
    source: 'exim-code src/src/receive.c',
  },
  {
    name: 'exim-login-now',
    pattern: /Unable to authenticate at present/i,
    reason: 'login-failed',
    meaning: 'The server could not check the login at the moment; user name and password may well be right.',
    source: 'exim-code src/src/smtp_in.c',
    actor: 'receiving admin',
    next: [act('Look in the Exim log at this time: it names what failed.'), again('Try again later.', 'sender')],
  },
  {
    name: 'exim-long-header',
    pattern:
      /A message header line is too long|Message header is ridiculously long|Message header not CRLF terminated/i,
    reason: 'message-malformed',
    meaning: 'A header line of the message is too long or does not end as it must.',
    source: 'exim-code src/src/receive.c',
  },
  {
    name: 'exim-bad-recipients',
    pattern: /Rejected for too many bad recipients/i,
    reason: 'client-refused',
    meaning: 'The server ends the session because too many recipients in it do not exist.',
    source: 'exim-code src/src/configure.default',
    next: [act('Take unknown recipients out of the list and try again.')],
  },
  {
    name: 'exim-no-longer-accepts',
    pattern: /This address no longer accepts mail/i,
    reason: 'recipient-inactive',
    meaning: 'The address was closed and takes no mail any longer.',
    source: 'exim-spec redirect router',
    actor: 'sender',
    retry: 'no',
    next: [act('Take the address out of lists.'), act('Ask the recipient another way for a new address.')],
  },
  {
    name: 'exim-callout-response',
    pattern: /response to "(?:RCPT|MAIL) (?:TO|FROM):[^"\n]{0,320}" from \S{1,200} \[[^\]\n]{1,60}\] was: 5/i,
    reason: 'sender-refused',
    meaning: 'The server asked the mail host of an address about it, and quotes the refusal that it got.',
    source: 'exim-spec callout verification',
    confidence: 'medium',
    next: [act('Read the quoted reply: it says what the other host has against the address.')],
  },
  {
    name: 'exim-recipient-verify-incomplete',
    pattern: /Could not complete recipient verify(?: callout)?/i,
    reason: 'server-busy',
    meaning: 'The server wanted to ask the next server about the recipient, and could not reach it at the moment.',
    source: 'exim-spec callout verification',
    actor: 'receiving admin',
    next: [queueRetries, act('Check that the server behind this one answers.')],
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
  {
    name: 'exim-tls-required',
    pattern: /a TLS session is required,? but (?:the server did not offer TLS support|an attempt to start TLS failed)/i,
    reason: 'tls-failed',
    meaning: 'This server is set to want TLS of the other one, which offers none that works.',
    source: 'exim-spec hosts_require_tls',
    actor: 'sending admin',
    next: [
      act('Look whether this server has to demand TLS of this host (hosts_require_tls).'),
      act('Tell the admin of the other server that its TLS does not work.'),
    ],
  },
  {
    name: 'exim-auth-attempts',
    pattern:
      /authentication (?:is )?required but (?:authentication attempt\(s\) failed|authentication did not complete)|hosts_require_auth/i,
    reason: 'login-failed',
    meaning: 'This server has to log in at the next one, and the login failed.',
    source: 'exim-spec hosts_require_auth',
    actor: 'sending admin',
    next: [act('Check user name, password and mechanism that this server uses for its smart host.')],
  },
]);
