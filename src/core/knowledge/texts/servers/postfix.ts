import { act, again, probe, queueRetries, seeAccessMap } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const fullName = act('Set the HELO name of the sending server to its full public host name.');
const named = probe('Make sure that this name has an A or AAAA record.');

/** Words of Postfix as a server. */
export const postfixTexts = ranked('phrase', [
  {
    name: 'postfix-relay-denied',
    pattern: /Relay access denied/i,
    reason: 'relaying-denied',
    meaning: 'The server is not responsible for the domain of the recipient, and this client may not relay there.',
    source: 'postconf reject_unauth_destination',
    next: [
      act('Authenticate (SMTP AUTH) on the submission port, 587 or 465, before sending to outside domains.'),
      probe.recipient(
        'Look up the MX records of the domain of the recipient: the message may have gone to the wrong server.',
      ),
      act('Add the domain to relay_domains or to the virtual domains if it is yours.', 'receiving admin'),
    ],
  },
  {
    name: 'postfix-user-unknown',
    wins: ['postfix-recipient-unknown'],
    pattern: /User unknown in (?:local recipient|virtual (?:mailbox|alias)|relay recipient) table/i,
    reason: 'recipient-unknown',
    meaning: 'The server knows no mailbox with this address: it does not exist there.',
    source: 'postconf unknown_local_recipient_reject_code',
    next: [
      act('Check the address letter by letter and send again.'),
      act('Add the address to the table that the reply names if it should exist.', 'receiving admin'),
    ],
  },
  {
    name: 'postfix-recipient-unknown',
    wins: ['postfix-unverified-recipient'],
    pattern: /Recipient address rejected: User unknown/i,
    reason: 'recipient-unknown',
    meaning: 'The server, or the one behind it, knows no mailbox with this address.',
    source: 'postconf reject_unlisted_recipient',
  },
  {
    name: 'postfix-verification-in-progress',
    wins: ['postfix-unverified-recipient'],
    pattern: /Address verification in progress/i,
    reason: 'server-busy',
    meaning:
      'The server is still asking the next server whether it takes mail for this address; the next try finds the answer.',
    source: 'postfix-verify',
    next: [queueRetries],
  },
  {
    name: 'postfix-unverified-recipient',
    pattern: /Recipient address rejected: (?:unverified address|undeliverable address|Address lookup failed)/i,
    reason: 'recipient-unknown',
    meaning: 'The server asked the next server about this recipient and got no good answer.',
    source: 'postfix-verify',
    actor: 'receiving admin',
    next: [
      act('Check that the server behind this one answers and knows the recipient.'),
      act('Check the address letter by letter.', 'sender'),
    ],
  },
  {
    name: 'recipient-domain-not-found',
    pattern: /Recipient address rejected: Domain not found/i,
    reason: 'domain-not-found',
    meaning: 'The server found no domain of this name for the recipient.',
    source: 'postconf reject_unknown_recipient_domain',
  },
  {
    name: 'recipient-not-fully-qualified',
    pattern: /Recipient address rejected: need fully-qualified address|single label domains not accepted/i,
    reason: 'address-malformed',
    meaning: 'The address of the recipient has no full domain.',
    source: 'postconf reject_non_fqdn_recipient',
  },
  {
    name: 'recipient-access-denied',
    pattern: /Recipient address rejected: Access denied/i,
    reason: 'policy-refused',
    meaning: 'An access rule of the server refuses mail to this recipient.',
    source: 'postfix-access',
    sisimai: 'userunknown',
  },
  {
    name: 'recipient-service-unavailable',
    pattern: /Recipient address rejected: Service is unavailable/i,
    reason: 'system-error',
    meaning: 'A policy service that the server asks about recipients does not answer.',
    source: 'postfix-policy',
    next: [
      act('Check the policy service (greylisting, quota or SPF) that the server asks about recipients.'),
      again('Send again later.', 'sender'),
    ],
  },
  {
    name: 'postfix-sender-unknown',
    wins: ['postfix-user-unknown'],
    pattern: /Sender address rejected: User unknown/i,
    reason: 'sender-refused',
    meaning: 'The domain of the sender is one of the server itself, which knows no mailbox with this address.',
    source: 'postconf reject_unlisted_sender',
    next: [act('Make the envelope sender an address that exists and takes mail.')],
  },
  {
    name: 'sender-not-owned',
    pattern: /Sender address rejected: not owned by (?:authorized )?user/i,
    reason: 'sender-not-allowed',
    meaning: 'The login does not own this sender address.',
    source: 'postconf reject_sender_login_mismatch',
  },
  {
    name: 'sender-not-logged-in',
    pattern: /Sender address rejected: not logged in/i,
    reason: 'login-required',
    meaning: 'This sender address belongs to a login, and the client did not log in.',
    source: 'postconf reject_sender_login_mismatch',
    next: [act('Switch SMTP login on in the program or device, on port 587 or 465.')],
  },
  {
    name: 'postfix-sender-domain',
    pattern: /Sender address rejected: Domain not found/i,
    reason: 'sender-domain-not-found',
    meaning: 'The server found no domain of this name for the sender, or DNS did not answer.',
    source: 'postconf reject_unknown_sender_domain',
  },
  {
    name: 'sender-not-fully-qualified',
    pattern: /Sender address rejected: need fully-qualified address/i,
    reason: 'sender-refused',
    meaning: 'The sender address has no full domain.',
    source: 'postconf reject_non_fqdn_sender',
    next: [act('Set the sender address of the program or host to one with a full domain.')],
  },
  {
    name: 'postfix-sender-unverified',
    pattern: /Sender address rejected: (?:undeliverable|unverified) address/i,
    reason: 'sender-refused',
    meaning: 'The server tried whether the sender address takes mail, and it does not.',
    source: 'postconf reject_unverified_sender',
    next: [
      act('Make the envelope sender an address that exists and takes mail.'),
      probe.sender('Check that its mail host answers mail from the empty sender <>.'),
    ],
  },
  {
    name: 'postfix-sender-access',
    pattern: /Sender address rejected: Access denied/i,
    reason: 'sender-refused',
    meaning: 'An access rule of the server refuses this sender address.',
    source: 'postfix-access',
    next: [act('Ask the admin of the receiving server why the sender is refused.'), seeAccessMap],
  },
  {
    name: 'client-reverse-name-missing',
    pattern: /cannot find your reverse host ?name/i,
    reason: 'reverse-dns',
    meaning: 'The sending IP address has no PTR record.',
    source: 'postconf reject_unknown_reverse_client_hostname',
  },
  {
    name: 'client-name-not-found',
    pattern: /cannot find your host ?name/i,
    reason: 'reverse-dns',
    meaning: 'Reverse DNS of the sending IP address is missing, or its name does not lead back to the address.',
    source: ['postconf reject_unknown_client_hostname', 'RFC 3463 X.7.25'],
  },
  {
    name: 'helo-host-not-found',
    pattern: /Helo command rejected: Host not found/i,
    reason: 'greeting-refused',
    meaning: 'DNS knows no host of the name that the sending server gives in HELO.',
    source: 'postconf reject_unknown_helo_hostname',
  },
  {
    name: 'helo-not-fully-qualified',
    pattern: /Helo command rejected: need fully-qualified hostname/i,
    reason: 'greeting-refused',
    meaning: 'The HELO name of the sending server is not a full host name.',
    source: 'postconf reject_non_fqdn_helo_hostname',
    next: [fullName, named],
  },
  {
    name: 'helo-invalid-name',
    pattern: /Helo command rejected: Invalid name/i,
    reason: 'greeting-refused',
    meaning: 'The HELO name of the sending server holds characters that no host name may have.',
    source: 'postconf reject_invalid_helo_hostname',
    next: [fullName, act('Use letters, digits, hyphens and dots only.')],
  },
  {
    name: 'helo-access-denied',
    pattern: /Helo command rejected: Access denied/i,
    reason: 'greeting-refused',
    meaning:
      'A rule of the server refuses this HELO name: often because a stranger gives the name of the server itself.',
    source: 'postconf check_helo_access',
    next: [fullName, act('Ask the admin of the receiving server why the name is refused.'), seeAccessMap],
  },
  {
    name: 'sender-blocked-using',
    pattern: /(?:Sender address|Helo command|Recipient address) \[[^\]\n]{0,200}\] blocked using/i,
    reason: 'blocklisted',
    meaning: 'The domain of the sender, or the HELO name, stands on the block list that the reply names.',
    source: 'postconf reject_rhsbl_sender',
    next: [
      act('Look up the domain at the list that the reply names.'),
      act('Find and stop the cause, then ask the list for removal.'),
    ],
  },
  {
    name: 'improper-pipelining',
    pattern: /Improper use of SMTP command pipelining/i,
    reason: 'command-order',
    meaning: 'The client sent commands together where it had to wait for a reply.',
    source: ['RFC 2920 3.1', 'postconf reject_unauth_pipelining'],
    next: [act('Use a mail server or program that waits for the greeting and for each reply.')],
  },
  {
    name: 'postfix-bad-syntax',
    pattern: /Error: bad syntax/i,
    reason: 'command-malformed',
    meaning: 'The server could not make out a command in the line that it got.',
    source: 'postfix-smtpd',
    next: [act('Check what the program or a proxy in between sends: it may be no SMTP at all.')],
  },
  {
    name: 'postscreen-deny-list',
    wins: ['server-unavailable'],
    mark: 'words',
    pattern: /^(?:521|550) 5\.3\.2 Service currently unavailable/i,
    reason: 'client-refused',
    meaning:
      'The guard postscreen of Postfix takes nothing from this client: its address stands on a deny list of the server.',
    source: 'postscreen',
    next: [
      act('Ask the admin of the receiving server, by another way, to take the address off its list.'),
      act(
        'Look in postscreen_access_list and in the log for DENYLISTED or BLACKLISTED with the address.',
        'receiving admin',
      ),
    ],
  },
  {
    name: 'protocol-error',
    pattern: /^[45]\d\d (?:[45]\.5\.1)? {0,2}Protocol error\b|\bProtocol error;/i,
    holds: 'coded',
    reason: 'command-order',
    meaning:
      'The client broke the protocol: most often it talked before the greeting, or sent commands without waiting.',
    source: 'postscreen',
    next: [act('Use a mail server or program that waits for the greeting and for each reply.')],
  },
  {
    name: 'postfix-too-many-errors',
    pattern: /Error: too many errors/i,
    reason: 'client-refused',
    meaning: 'The server ends the session because too many commands or recipients in it were wrong.',
    source: 'postconf smtpd_hard_error_limit',
    next: [
      act('Look at the refusals before this reply: they name the cause.'),
      act('Take unknown recipients out of the list and try again.'),
    ],
  },
  {
    name: 'postfix-connections',
    pattern: /too many connections from/i,
    reason: 'too-many-connections',
    meaning: 'This client has more connections open at once than the server allows.',
    source: 'postconf smtpd_client_connection_count_limit',
  },
  {
    name: 'postfix-tls-sessions',
    pattern: /too many new TLS sessions from/i,
    reason: 'rate-limited',
    meaning: 'This client sets up new TLS sessions faster than the server allows.',
    source: 'postconf smtpd_client_new_tls_session_rate_limit',
    next: [act('Open fewer connections, and keep one open for several messages.')],
  },
  {
    name: 'postfix-message-rate',
    pattern: /too much mail from/i,
    reason: 'rate-limited',
    meaning: 'This client sent more messages in a short time than the server allows.',
    source: 'postconf smtpd_client_message_rate_limit',
  },
  {
    name: 'postfix-recipient-rate',
    pattern: /too many recipients from/i,
    reason: 'rate-limited',
    meaning: 'This client named more recipients in a short time than the server allows.',
    source: 'postconf smtpd_client_recipient_rate_limit',
  },
  {
    name: 'postfix-table-lookup',
    pattern: /Temporary lookup (?:error|failure)/i,
    reason: 'system-error',
    meaning: 'The server could not read one of its own tables or its database.',
    source: 'postfix-databases',
    next: [
      act('Look in the log for the table, database or directory that did not answer.'),
      again('Send again later.', 'sender'),
    ],
  },
  {
    name: 'message-file-too-big',
    pattern: /message file too big|Chunk exceeds message size limit|file system imposed limit/i,
    reason: 'message-too-large',
    meaning: 'The message is larger than the server can store or takes in one piece.',
    source: 'postconf message_size_limit',
  },
  {
    name: 'sender-owner-of-login',
    pattern: /Sender address rejected: not owned by auth user/i,
    reason: 'sender-not-allowed',
    meaning: 'The login does not own this sender address.',
    source: 'postconf reject_sender_login_mismatch',
  },
  {
    name: 'postfix-unverified-loops',
    wins: ['postfix-loops-to-myself', 'postfix-unverified-recipient'],
    pattern: /(?:undeliverable|unverified) address: [^\n]{0,120}loops back to myself/i,
    reason: 'routing-failed',
    meaning:
      'The receiving server asked itself about the address: it is the mail exchanger of the domain and does not count the domain among its own, so that mail loops.',
    source: ['postconf reject_unverified_recipient', 'postconf mydestination'],
    actor: 'receiving admin',
    next: [
      act('Add the domain to mydestination, to the virtual domains or to relay_domains if mail for it ends there.'),
      act('Name the next server in the transport map if the mail goes on from there.'),
    ],
  },
  {
    name: 'postfix-loops-to-myself',
    wins: ['postfix-unverified-recipient'],
    pattern: /(?:mail for \S{1,255} )?loops back to myself|resolved IP address corresponds to a local interface/i,
    reason: 'routing-failed',
    meaning:
      'The mail exchanger of the domain is this very server, but the server does not count the domain among its own.',
    source: ['postfix-code src/smtp/smtp_addr.c', 'postconf mydestination'],
    next: [
      act('Add the domain to mydestination, to the virtual domains or to relay_domains if mail for it ends here.'),
      act('Name the next server in the transport map if the mail goes on from here.'),
      probe.recipient('Look up the MX records of the domain: correct them if they lead here by mistake.'),
    ],
  },
  {
    name: 'postfix-dns-malformed',
    pattern: /Malformed or unexpected name server reply/i,
    reason: 'dns-failure',
    meaning:
      'DNS answered the question for the mail exchanger of the domain in a form that cannot be used: often its MX record names an IP address.',
    source: ['postfix-code src/dns/dns_lookup.c', 'RFC 5321 5.1'],
    actor: 'receiving admin',
    retry: 'later',
    next: [
      probe.recipient('Look up the MX records of the domain: each must name a host, and no IP address.'),
      act.recipient('Correct the MX records of the domain.'),
    ],
  },
  {
    name: 'postfix-ports-busy',
    pattern: /All (?:screening|server) ports are busy|\b4\.3\.2 {1,2}No system resources/i,
    reason: 'server-busy',
    meaning: 'The server has as many connections open as it can serve, and takes this one later.',
    source: 'postscreen',
  },
  {
    name: 'postfix-login-not-offered',
    pattern: /\bauthentication (?:is )?not enabled\b/i,
    reason: 'login-failed',
    confidence: 'medium',
    meaning: 'The server offers no login on this port, or not before TLS.',
    source: 'postfix-sasl',
    actor: 'sending admin',
    retry: 'no',
    next: [
      act('Use the submission port: 587 with STARTTLS, or 465 with TLS from the start.'),
      act('Switch login off in the program if this server needs none.'),
    ],
  },
  {
    name: 'postfix-content-check',
    pattern: /\b5\.7\.1 {1,2}message content rejected(?![^\n]{0,40}spam)/i,
    reason: 'policy-refused',
    meaning: 'A rule of the server on headers or text of messages (header_checks, body_checks) refuses this one.',
    source: 'postfix-code src/global/cleanup_strerror.c',
    sisimai: 'spamdetected',
  },
  {
    name: 'postfix-synchronization',
    pattern: /Error: SMTP protocol synchronization/i,
    reason: 'command-order',
    meaning: 'The client sent more before it had read the replies of the server.',
    source: 'postconf reject_unauth_pipelining',
    next: [act('Use a mail server or program that waits for each reply.')],
  },
  {
    name: 'postfix-smtputf8-not-declared',
    pattern: /Must declare SMTPUTF8/i,
    reason: 'feature-missing',
    meaning: 'An address has letters beyond ASCII, and the client did not announce that (SMTPUTF8).',
    source: ['postfix-smtpd', 'RFC 6531 3.4'],
    next: [act('Use addresses with plain ASCII letters, or a program that knows SMTPUTF8.')],
  },
  {
    name: 'postfix-no-recipients',
    pattern: /\b5\.1\.0 {1,2}no recipients specified|No recipient addresses found in (?:message )?header/i,
    reason: 'message-malformed',
    meaning: 'The message names no recipient, neither in the envelope nor in its headers.',
    source: 'postfix-code src/global/cleanup_strerror.c',
    next: [act('Set the recipients in the program that sends.')],
  },
  {
    name: 'postfix-command-syntax',
    pattern:
      /^501 (?:5\.5\.4)? {0,2}(?:Error: )?(?:Syntax: (?:MAIL|RCPT|AUTH|DATA|NOOP|RSET|STARTTLS|VRFY|EHLO|HELO|XCLIENT|XFORWARD|ETRN)|Bad (?:ENVID|RET|NOTIFY|ORCPT|message size|\w{1,20}) (?:parameter )?syntax)/i,
    reason: 'command-malformed',
    meaning: 'A parameter of the command is missing or is not written as it must be.',
    source: 'postfix-smtpd',
    next: [act('Correct the program that sends: the reply shows how the command is written.')],
  },
  {
    name: 'postfix-xclient-refused',
    pattern: /\b5\.7\.0 {1,2}Error: insufficient authorization\b/i,
    reason: 'client-refused',
    meaning:
      'This client may not tell the server for whom it speaks (XCLIENT, XFORWARD): the server believes that of the hosts alone that its settings name.',
    source: 'postfix-code src/smtpd/smtpd.c',
    actor: 'receiving admin',
    sisimai: 'securityerror',
    next: [
      act(
        'Add the address of the proxy or filter in front to smtpd_authorized_xclient_hosts or smtpd_authorized_xforward_hosts, or switch XCLIENT off there.',
      ),
    ],
  },
  {
    name: 'postfix-tls-active',
    pattern: /Error: TLS already active|STARTTLS may not be repeated/i,
    reason: 'command-order',
    meaning: 'The client asked for TLS in a connection that is encrypted already.',
    source: 'postfix-smtpd',
    next: [act('Set the program to TLS from the start or to STARTTLS, and not to both.')],
  },
]);

/** Words of Postfix as a client about the servers that it talks to. */
export const postfixClientTexts = ranked('tool', [
  {
    name: 'postfix-greeting-timeout',
    wins: ['postfix-reply-timeout'],
    pattern: /conversation with \S{1,200} timed out while receiving the initial server greeting/i,
    reason: 'connection-failed',
    meaning:
      'The connection was opened, but the server sent no greeting in time: it is overloaded, or a firewall swallows SMTP.',
    source: ['postconf smtp_helo_timeout', 'RFC 5321 4.5.3.2.1'],
    next: [
      probe.server('Open a session by hand from the sending server and wait five minutes for the greeting.'),
      act('Check load, DNS look-ups and block lists that are asked before the greeting.', 'receiving admin'),
    ],
  },
  {
    name: 'postfix-greeting-lost',
    pattern: /lost connection with \S{1,200} while receiving the initial server greeting/i,
    reason: 'connection-failed',
    meaning:
      'The server closed the connection before it greeted: it turns this client away, or a firewall stands between.',
    source: ['postfix-code src/smtp/smtp_proto.c', 'RFC 5321 3.1'],
    actor: 'receiving admin',
    next: [
      act('Look in the log of the receiving server and its firewall for the sending IP address.'),
      probe.address('Check the sending IP address at the block lists.', 'sending admin'),
    ],
  },
  {
    name: 'postfix-lost-at-tls',
    pattern: /lost connection with \S{1,200} while performing the (?:TLS|EHLO|HELO|LHLO) handshake/i,
    reason: 'connection-failed',
    meaning:
      'The server closed the connection during EHLO or TLS: it refuses this client, or a filter breaks the session.',
    source: 'postfix-code src/smtp/smtp_trouble.c',
    actor: 'receiving admin',
    next: [
      act('Look in the log of the receiving server and its firewall for the sending IP address.'),
      act('Switch off inspection of SMTP in firewalls between the two hosts.'),
    ],
  },
  {
    name: 'postfix-own-service',
    wins: [
      'postfix-data-timeout',
      'postfix-reply-timeout',
      'postfix-lost-at-tls',
      'postfix-greeting-lost',
      'postfix-greeting-timeout',
    ],
    pattern:
      /connect to (?:proxy filter \S{1,100}|(?:localhost|127\.0\.0\.1)\[127\.0\.0\.1\]:(?!25\b|465\b|587\b)\d{2,5}): Connection (?:refused|timed out)|(?:conversation|lost connection) with (?:localhost|127\.0\.0\.1)\[127\.0\.0\.1\] (?:timed out )?while/i,
    reason: 'connection-failed',
    meaning:
      'A program of this very server does not answer in time, or takes no connection: the content filter, or what stores the mail.',
    source: ['postfix-code src/smtp/smtp_trouble.c', 'postconf content_filter'],
    actor: 'sending admin',
    next: [
      act('Check that the program behind this address and port runs, and look in its log for why it does not.'),
      act('Start it again; the queue then sends what has waited.'),
    ],
  },
  {
    name: 'postfix-data-timeout',
    wins: ['postfix-reply-timeout', 'client-timed-out'],
    pattern:
      /timed out while sending (?:message body|end of data)|SMTP timeout (?:after end of data|while (?:sending|writing) (?:data|message))/i,
    reason: 'connection-failed',
    meaning:
      'The session stuck while the message was sent: often large packets do not get through (MTU), or a filter holds it.',
    source: ['postfix-code src/smtp/smtp_trouble.c', 'RFC 5321 4.5.3.2.5, 4.5.3.2.6'],
    next: [
      act('Send a very short message: if that works, check that large packets get through (MTU, ICMP).'),
      act('Check firewalls and filters that inspect SMTP between the two hosts.'),
    ],
  },
  {
    name: 'postfix-reply-timeout',
    pattern:
      /conversation with \S{1,200} timed out while|timed out while (?:sending|receiving|performing)|read operation timed out|\bRead timed out|\bsocket\.timeout\b/i,
    reason: 'connection-failed',
    meaning:
      'The session had begun, and then the server answered no more: it is overloaded, or a firewall swallows the rest.',
    source: ['postfix-code src/smtp/smtp_trouble.c', 'RFC 5321 4.5.3.2'],
    next: [
      probe.server('Open a session by hand from the sending server and see at which command it stops.'),
      act('Check firewalls and filters that inspect SMTP between the two hosts.'),
      act('Check load and the DNS look-ups that this command causes.', 'receiving admin'),
    ],
  },
]);
