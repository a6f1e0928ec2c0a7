import { act, again, probe, queueRetries, wait } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const order = act('Correct the program that sends: EHLO, MAIL, RCPT, DATA, each after the reply to the one before.');

/** Words of Stalwart, maddy, Apache James, KumoMTA and Postal as servers. */
export const newerServerTexts = ranked('phrase', [
  {
    name: 'newer-command-first',
    pattern:
      /\b(?:MAIL|RCPT)(?: FROM| TO)? (?:is required|must be issued|required) first|Multiple MAIL commands not allowed|MAIL FROM already issued|mail transaction in progress|EHLO\/HELO and MAIL FROM first please|(?:HELO|EHLO), MAIL FROM and RCPT TO before/i,
    reason: 'command-order',
    meaning: 'The command came at the wrong point: one before it is missing, was refused, or was sent twice.',
    source: ['stalwart-code crates/smtp', 'kumomta-code crates/kumod/src/smtp_server.rs'],
    next: [order],
  },
  {
    name: 'newer-not-now',
    pattern: /Unable to (?:accept message|verify address) at this time/i,
    reason: 'server-busy',
    meaning: 'The server could not look the address up or take the message at the moment.',
    source: 'stalwart-code crates/smtp',
    next: [queueRetries],
  },
  {
    name: 'newer-session-limit',
    pattern:
      /Session open for too long|Session exceeded transfer quota|Maximum number of messages per session exceeded/i,
    reason: 'too-many-connections',
    meaning: 'The connection was open as long, or carried as much, as the server allows for one.',
    source: 'stalwart-code crates/smtp',
    next: [act('Send fewer messages over one connection, and open a new one after some of them.')],
  },
  {
    name: 'newer-extension-disabled',
    pattern:
      /\b(?:DSN|DELIVERBY|FUTURERELEASE|MT-PRIORITY|REQUIRETLS|SIZE|DSN support)(?: extension)? (?:has been|is) disabled/i,
    reason: 'feature-missing',
    meaning: 'The client asked for an extension that the server does not offer.',
    source: ['stalwart-code crates/smtp', 'postfix-smtpd'],
  },
  {
    name: 'newer-reverse-dns-failed',
    pattern: /Temporary error validating reverse DNS/i,
    reason: 'dns-failure',
    meaning: 'DNS gave no answer when the server looked up the reverse name of the sending IP address.',
    source: 'stalwart-code crates/smtp',
    actor: 'sending admin',
    next: [probe.address('Make sure that the name servers of the reverse zone of the IP address answer.')],
  },
  {
    name: 'newer-list-not-found',
    pattern: /Mailing list not found/i,
    reason: 'recipient-unknown',
    meaning: 'The server knows no list with this address.',
    source: 'stalwart-code crates/smtp',
  },
  {
    name: 'newer-sender-null-mx',
    pattern:
      /(?:domain in MAIL FROM|sender(?:'?s)? domain|from domain)[^\n]{0,40}\bnull ?MX\b|\bnull ?MX\b[^\n]{0,40}(?:MAIL FROM|of (?:the )?sender)/i,
    reason: 'sender-refused',
    meaning:
      'The domain of the sender says in DNS that it takes no mail (null MX), so nobody could answer the message.',
    source: ['maddy-code internal/check/dns', 'RFC 7505'],
    next: [
      act('Send with a sender domain that takes mail.'),
      probe.sender('Remove the null MX record of the sender domain if it is to send and take mail.'),
    ],
  },
  {
    name: 'newer-quarantined',
    pattern: /Refusing to deliver (?:a )?quarantined message/i,
    reason: 'spam-refused',
    meaning: 'A check took the message for spam or for one to be held, and the server sends it no further.',
    source: 'maddy-code internal/target/remote',
    actor: 'sending admin',
    next: [act('Look in the log of this server for the check that put the message into quarantine.')],
  },
  {
    name: 'newer-mx-authenticity',
    pattern: /Failed to esta[bt][a-z]{1,6}sh the MX record (?:\S{1,255} )?authenticity/i,
    reason: 'security-refused',
    meaning:
      'The sending server wants proof of the mail hosts of the domain (MTA-STS, DNSSEC), and found none that holds.',
    source: 'maddy-code internal/target/remote',
    next: [
      act.recipient('Name the MX hosts in the MTA-STS policy of the domain, or sign its zone.'),
      act('Look whether this server has to demand that of the domain.', 'sending admin'),
    ],
  },
  {
    name: 'newer-spf-temporary',
    wins: ['policyd-spf-reasons', 'policyd-spf-dns'],
    pattern:
      /SPF (?:authentication )?(?:failed with a temporary error|lookup failure|validation error, temporary)|Temporary SPF (?:validation )?error|Problem on SPF lookup/i,
    reason: 'dns-failure',
    meaning: 'DNS gave no answer when the server looked up the SPF record of the sender domain.',
    source: ['maddy-code internal/check/spf', 'james-code SPFHandler'],
    actor: 'sending admin',
    next: [probe.sender('Make sure that all name servers of the sender domain answer.')],
  },
  {
    name: 'newer-login-and-sender',
    pattern: /Incorrect Authentication for Specified Email Address|From\/Sender name is not valid/i,
    reason: 'sender-not-allowed',
    meaning: 'The account that logged in may not send with this sender address.',
    source: ['james-code SenderAuthIdentifyVerificationHook', 'postal-code app/lib/smtp_server'],
    next: [
      act('Send with an address that belongs to the account of the login.'),
      act('Add and verify the domain of the From address on that server.'),
    ],
  },
  {
    name: 'newer-without-login',
    pattern: /is not allowed for unauthenticated connection/i,
    reason: 'login-required',
    meaning: 'This sender address belongs to a login, and the client did not log in.',
    source: 'james-code SenderAuthIdentifyVerificationHook',
  },
  {
    name: 'newer-reconnect-too-fast',
    pattern: /Reconnect to{1,2} fast/i,
    reason: 'too-many-connections',
    meaning: 'The client connects again sooner than the server allows.',
    source: 'james-code JunkScoreHandler',
  },
  {
    name: 'newer-line-ends',
    pattern: /line delimiter must be CRLF|message data must use CRLF|missing <CR>/i,
    reason: 'message-malformed',
    meaning: 'The client ends lines with LF alone, and the server does not take that.',
    source: ['RFC 5321 2.3.8', 'kumomta-code crates/kumod/src/smtp_server.rs'],
    next: [act('Make the sending program end each line with CR LF.')],
  },
  {
    name: 'newer-no-sending-here',
    pattern: /Mail server has been suspended/i,
    reason: 'account-disabled',
    meaning: 'The admin of the mail platform has suspended this mail server.',
    source: 'postal-code app/lib/smtp_server',
    next: [act('Ask the admin of the platform why, and have the suspension lifted.')],
  },
  {
    name: 'newer-route',
    pattern: /Route does not accept incoming messages|Message does not have a route and\/or endpoint/i,
    reason: 'recipient-unknown',
    meaning: 'The server has no route that takes mail for this address.',
    source: 'postal-code app/lib/smtp_server',
    actor: 'receiving admin',
    next: [
      act('Add a route for the address, or change the one that refuses.'),
      act('Check the address letter by letter.', 'sender'),
    ],
  },
  {
    name: 'newer-send-limit',
    pattern: /Message held because send limit \(\d{1,9}\) has been reached/i,
    reason: 'rate-limited',
    meaning: 'The mail server has sent as much as its platform allows in this time, and holds the message.',
    source: 'postal-code app/lib/message_dequeuer',
    next: [wait('Wait until the limit is free again, or have it raised.')],
  },
]);

/** Words of the same programs as clients about the servers that they talk to. */
export const newerClientTexts = ranked('tool', [
  {
    name: 'newer-no-candidate',
    pattern: /failed to connect to any candidate hosts|No SMTP servers were available for/i,
    reason: 'connection-failed',
    meaning: 'None of the mail hosts of the domain could be reached.',
    source: ['kumomta-code crates/kumod/src/smtp_dispatcher.rs', 'postal-code app/senders'],
  },
  {
    name: 'newer-mx-skipped',
    pattern: /MX consisted solely of hosts on the skip_hosts list/i,
    reason: 'routing-failed',
    meaning: 'The MX records of the domain name only hosts that this server is set not to talk to.',
    source: 'kumomta-code crates/kumod/src/smtp_dispatcher.rs',
    next: [act.recipient('Check the skip_hosts of this server, and whether the MX records are wrong.')],
  },
  {
    name: 'newer-tlsa',
    pattern:
      /No (?:valid |matching )?(?:TLSA records (?:were )?found(?: for MX)?|TLSA DNSSEC records found|certificates found in TLSA records)|Invalid TLSA record/i,
    reason: 'tls-failed',
    meaning:
      'The certificate of the mail host does not fit its TLSA record (DANE), or there is no record that can be used.',
    source: 'stalwart-code crates/smtp/src/outbound/dane',
    next: [
      probe.server('Compare the TLSA records of the MX host with its certificate.'),
      act.server('Correct the TLSA record, or the certificate.'),
    ],
  },
  {
    name: 'newer-mta-sts',
    pattern:
      /(?:Failed to fetch policy|Could not reach policy host|Timeout fetching policy|Failed to parse MTA-STS|MTA-STS[^\n]{0,60}(?:not (?:authorized|found|match|list)|none of the MX)|not (?:match|listed|allowed)[^\n]{0,40}MTA-STS)/i,
    reason: 'security-refused',
    meaning: 'The MTA-STS policy of the domain could not be read, or it does not name this mail host.',
    source: 'stalwart-code crates/smtp/src/outbound/mta_sts',
    next: [
      probe.recipient(
        'Fetch the policy from https://mta-sts.DOMAIN/.well-known/mta-sts.txt and compare it with the MX records.',
      ),
    ],
  },
  {
    name: 'newer-own-limit',
    pattern: /\bConcurrency Limited\b|Queue rate limit exceeded/i,
    reason: 'rate-limited',
    meaning: 'The own server holds the message back by a limit that it is set to.',
    source: 'stalwart-code crates/smtp/src/queue',
    actor: 'nobody',
    next: [queueRetries, again('Look at the limits of the own server if it lasts.', 'sending admin')],
  },
  {
    name: 'newer-dane-only',
    pattern: /\((?:non DNSSEC destination|no TLSA (?:RRs? |records )?found)\)|\bnon[ -]DNSSEC destination\b/i,
    reason: 'security-refused',
    meaning:
      'The sending server is set to want DANE for this domain, whose zone or mail host is not signed with DNSSEC.',
    source: 'postfix-code src/smtp/smtp_tls_policy.c',
    actor: 'sending admin',
    retry: 'later',
    transientRetry: 'later',
    next: [act('Set the TLS policy of this domain to “dane” or “encrypt” in place of “dane-only”, or leave it out.')],
  },
]);
