import { act, again, probe, queueRetries } from '../../steps.ts';
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
      probe('Look up the MX records of the domain of the recipient: the message may have gone to the wrong server.'),
      act('Add the domain to relay_domains or to the virtual domains if it is yours.', 'receiving admin'),
    ],
  },
  {
    name: 'postfix-user-unknown',
    wins: ['postfix-recipient-unknown'],
    pattern: /User unknown in (?:local recipient|virtual (?:mailbox|alias)|relay recipient) table/i,
    reason: 'recipient-unknown',
    meaning: 'The server knows no mailbox with this address.',
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
      probe('Check that its mail host answers mail from the empty sender <>.'),
    ],
  },
  {
    name: 'postfix-sender-access',
    pattern: /Sender address rejected: Access denied/i,
    reason: 'sender-refused',
    meaning: 'An access rule of the server refuses this sender address.',
    source: 'postfix-access',
    next: [act('Ask the admin of the receiving server why the sender is refused.')],
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
    next: [fullName, act('Ask the admin of the receiving server why the name is refused.')],
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
    name: 'postfix-loops-to-myself',
    wins: ['postfix-unverified-recipient'],
    pattern: /(?:mail for \S{1,255} )?loops back to myself/i,
    reason: 'routing-failed',
    meaning:
      'The mail exchanger of the domain is this very server, but the server does not count the domain among its own.',
    source: ['postfix-code src/smtp/smtp_addr.c', 'postconf mydestination'],
    next: [
      act('Add the domain to mydestination, to the virtual domains or to relay_domains if mail for it ends here.'),
      act('Name the next server in the transport map if the mail goes on from here.'),
      probe('Look up the MX records of the domain: correct them if they lead here by mistake.'),
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
      probe('Look up the MX records of the domain: each must name a host, and no IP address.'),
      act('Correct the MX records of the domain.'),
    ],
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
      probe('Open a session by hand from the sending server and wait five minutes for the greeting.'),
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
      probe('Check the sending IP address at the block lists.', 'sending admin'),
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
    name: 'postfix-data-timeout',
    wins: ['postfix-reply-timeout'],
    pattern: /timed out while sending (?:message body|end of data)/i,
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
      probe('Open a session by hand from the sending server and see at which command it stops.'),
      act('Check firewalls and filters that inspect SMTP between the two hosts.'),
      act('Check load and the DNS look-ups that this command causes.', 'receiving admin'),
    ],
  },
]);
