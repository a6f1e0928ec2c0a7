import { parseEnhanced } from '../../enhancedCodes.ts';
import type { Meaning } from '../../meaning.ts';
import { act, again, probe, queueRetries, wait } from '../../steps.ts';
import { ranked } from '../replyText.ts';
import { microsoftCode } from './microsoftCodes.ts';

/** Words that Microsoft sends with a code of its own: they mean what the code means, whatever code is with them. */
const asCode = (code: string): Meaning =>
  microsoftCode(parseEnhanced(code) as NonNullable<ReturnType<typeof parseEnhanced>>) as Meaning;

/** Words of Exchange Online. */
export const exchangeOnlineTexts = ranked('product', [
  {
    name: 'exchange-thread-limit',
    pattern: /recipient thread limit exceeded/i,
    reason: 'rate-limited',
    meaning: 'This mailbox gets more mail at once than Exchange Online takes, so it is slowed down.',
    source: 'ms-exchange-online',
    next: [wait('Let the queue try again.', 'nobody'), act('Lower the rate of mail to this mailbox.')],
  },
  {
    name: 'exchange-queue-expired',
    pattern: /QUEUE\.Expired|4\.4\.7\b[^\n]{0,80}message (?:expired|delayed)/i,
    reason: 'expired',
    meaning: 'The message waited in the queue of Exchange until it was given up: the destination never took it.',
    source: 'ms-exchange-online',
    actor: 'receiving admin',
    next: [
      probe('Check the MX records of the domain and the firewall in front of the mail server.'),
      act('Look for the last error before the expiry in the report: it names the cause.'),
      again('Send again when that cause is gone.', 'sender'),
    ],
  },
  {
    name: 'exchange-mta-sts-certificate',
    wins: ['exchange-mta-sts-host'],
    pattern: /certificate failed MTA-STS validation|4\.7\.5\b[^\n]{0,80}certificate failed MTA-STS/i,
    reason: 'tls-failed',
    meaning: 'The MTA-STS policy of the recipient asks for a trusted certificate, and that of its MX host is not one.',
    source: 'ms-exchange-online',
    next: [
      act('Install a certificate that is valid, names the MX host and comes with its full chain.'),
      act('Correct the MTA-STS policy if it names the wrong hosts.'),
    ],
  },
  {
    name: 'exchange-mta-sts-host',
    pattern: /failed MTA-STS validation/i,
    reason: 'security-refused',
    meaning: 'The MX host of the recipient does not stand in the MTA-STS policy of its own domain.',
    source: 'ms-exchange-online',
    next: [act('Name the MX hosts in the MTA-STS policy, or correct the MX records.')],
  },
  {
    name: 'exchange-untrusted-root',
    pattern: /Message=UntrustedRoot|\b[45]\.4\.317\b[^\n]{0,120}UntrustedRoot/i,
    reason: 'tls-failed',
    meaning: 'The remote server sent a certificate chain that is incomplete or not trusted.',
    source: 'ms-exchange-online',
    next: [act('Install the full certificate chain on the receiving server.')],
  },
  {
    name: 'exchange-socket-refused',
    pattern: /Socket error code 10061/i,
    ...asCode('4.4.316'),
  },
  {
    name: 'exchange-socket-timeout',
    pattern: /Socket error code 10060/i,
    ...asCode('4.4.315'),
  },
  {
    name: 'exchange-dns-query-failed',
    pattern: /DNS query failed \[Message=/i,
    ...asCode('4.4.312'),
  },
  {
    name: 'exchange-domain-missing',
    pattern: /DNS domain \S{1,255} does not exist/i,
    ...asCode('5.4.310'),
  },
  {
    name: 'exchange-starttls-required',
    pattern: /STARTTLS is required to send mail/i,
    reason: 'tls-required',
    meaning: 'A connector or policy demands TLS, and the session could not be encrypted.',
    source: 'ms-exchange-online',
    next: [
      act('Check the TLS settings of the connectors on both sides.'),
      probe('Check that the receiving server offers STARTTLS and that no firewall removes it.'),
    ],
  },
  {
    name: 'exchange-remote-cut',
    pattern: /SuspiciousRemoteServerError/i,
    ...asCode('4.4.318'),
  },
  {
    name: 'exchange-recipients-of-one-domain',
    pattern: /\b4\.5\.3\b(?![^\n]{0,300}(?:gsmtp|google|your message has))[^\n]{0,60}too many recipients/i,
    also: /\(AS\d|outlook\.com/i,
    reason: 'too-many-recipients',
    meaning: 'Exchange Online takes no more than 200 recipients of one domain at once.',
    source: 'ms-exchange-online',
    next: [act('Let the sending server split the recipients into groups of fewer than 200.')],
  },
  {
    name: 'exchange-ipv6-unauthenticated',
    pattern: /sent over IPv6[^\n]{0,120}pass either SPF or DKIM/i,
    reason: 'sender-unauthenticated',
    meaning: 'Exchange Online takes mail over IPv6 only if SPF or DKIM passes.',
    source: 'ms-exchange-online',
    next: [
      act('Publish an SPF record that covers the IPv6 address, or sign with DKIM.'),
      act('Send over IPv4 until that is done.'),
    ],
  },
  {
    name: 'exchange-ipv6-ptr',
    pattern: /sending IPv6 address \S{1,60} must have a reverse DNS/i,
    reason: 'reverse-dns',
    meaning: 'Exchange Online takes mail from an IPv6 address only if it has a PTR record.',
    source: 'ms-exchange-online',
    next: [act('Have a PTR record set for the IPv6 address, or send over IPv4.')],
  },
  {
    name: 'exchange-dane-starttls',
    pattern: /starttls-not-supported:/i,
    ...asCode('5.7.321'),
  },
  {
    name: 'exchange-dane-expired',
    pattern: /certificate-expired:/i,
    ...asCode('5.7.322'),
  },
  {
    name: 'exchange-dane-tlsa',
    pattern: /tlsa-invalid:/i,
    ...asCode('5.7.323'),
  },
  {
    name: 'exchange-dane-dnssec',
    pattern: /dnssec-invalid:/i,
    ...asCode('4.7.324'),
  },
  {
    name: 'exchange-dane-host',
    pattern: /certificate-host-mismatch:/i,
    ...asCode('5.7.325'),
  },
  {
    name: 'exchange-ip-reputation',
    pattern: /rate limited due to IP reputation/i,
    ...asCode('4.7.650'),
  },
  {
    name: 'exchange-throttled',
    wins: ['exchange-slowed'],
    pattern: /\b4\.7\.500\b[^\n]{0,40}server busy/i,
    ...asCode('4.7.500'),
  },
  {
    name: 'exchange-agent-busy',
    pattern: /PFA agent busy/i,
    ...asCode('4.7.700'),
  },
  {
    name: 'exchange-proxy',
    pattern: /Temporary server error\. Please try again later\.? ?PRX/i,
    reason: 'server-busy',
    meaning: 'A front server of Exchange could not hand the session on to the server behind it.',
    source: 'ms-exchange-online',
    actor: 'receiving admin',
    next: [
      queueRetries,
      act('On an Exchange server of your own, check its transport services and its DNS settings if it lasts.'),
    ],
  },
  {
    name: 'exchange-attribution',
    pattern: /Temporary server error\. Please try again later\.? ?ATTR/i,
    reason: 'server-busy',
    meaning: 'Microsoft could not look up at this moment to which organisation the mail belongs.',
    source: 'ms-exchange-online',
    actor: 'receiving admin',
    next: [queueRetries, act('Check the connectors and licences of the organisation if it lasts.')],
  },
  {
    name: 'exchange-replication',
    pattern: /Message failed to be (?:made redundant|replicated)/i,
    reason: 'server-busy',
    meaning: 'Microsoft could not make a second copy of the message in time, so it did not take it.',
    source: 'ms-exchange-online',
    next: [queueRetries],
  },
  {
    name: 'exchange-no-subscriptions',
    pattern: /hosted tenant which has no mail-enabled subscriptions/i,
    reason: 'mail-not-accepted',
    meaning: 'The organisation of the recipient has no mail licences left, so Microsoft takes no mail for it.',
    source: 'ms-exchange-online',
    actor: 'receiving admin',
    retry: 'later',
    next: [act('Restore the mail licences, or point the MX records elsewhere.')],
  },
  {
    name: 'exchange-organization-queue',
    pattern: /Organization queue quota exceeded/i,
    reason: 'system-full',
    meaning: 'Too much mail waits at Microsoft for the organisation of the recipient.',
    source: 'ms-exchange-online',
    next: [
      act(
        'Check what keeps mail from flowing: a connector to the own server that does not answer, or a flood of mail.',
      ),
      queueRetries,
    ],
  },
  {
    name: 'exchange-concurrent-connections',
    pattern: /concurrent connections per (?:resource forest|source) has exceeded/i,
    reason: 'too-many-connections',
    meaning: 'The sending server has more connections to Exchange Online open than one sender may have.',
    source: 'ms-exchange-online',
    next: [act('Open fewer connections at once to this server.')],
  },
  {
    name: 'exchange-long-header',
    pattern: /x-dg-ref header is too long/i,
    reason: 'message-malformed',
    meaning:
      'The message has a very long x-dg-ref header, as Rich Text mail can have, and the other server refused it.',
    source: 'ms-exchange-online',
    actor: 'sender',
    retry: 'no',
    next: [
      act('Send the message as HTML or plain text.'),
      act('Remove the header from outgoing mail with a mail flow rule.', 'sending admin'),
    ],
  },
  {
    name: 'exchange-nested-attachments',
    pattern: /policy violation detected \(AS345\)|\b5\.0\.350\b[^\n]{0,200}\bAS345\b/i,
    reason: 'content-refused',
    meaning: 'The message has attachments nested in attachments, more deeply than the filter takes.',
    source: 'ms-exchange-online',
    next: [act('Take the inner files out and send them as plain attachments.')],
  },
  {
    name: 'exchange-sender-denied',
    pattern: /\b5\.1\.0\b[^\n]{0,40}sender denied/i,
    reason: 'sender-refused',
    meaning:
      'The server refuses the sender, or could not resolve an address; answers to old mail opened from a file often end so.',
    source: 'ms-exchange-online',
    actor: 'sender',
    retry: 'no',
    next: [
      act('Write a new message and type the address anew instead of answering the old one.'),
      act('Check whether the sender is among the blocked senders.', 'receiving admin'),
    ],
  },
  {
    name: 'exchange-several-from',
    pattern: /multiple from addresses/i,
    ...asCode('5.1.20'),
  },
  {
    name: 'exchange-bad-outbound-sender',
    pattern: /bad outbound sender/i,
    reason: 'account-disabled',
    meaning: 'Microsoft 365 stopped this account because it sent spam.',
    source: 'ms-exchange-online',
    next: [
      act('Secure the account: change the password and look for foreign rules.'),
      act('Remove the account from the restricted entities afterwards.'),
    ],
  },
  {
    name: 'exchange-daily-limit',
    pattern: /reached your daily limit for message recipients/i,
    ...asCode('5.1.90'),
  },
  {
    name: 'exchange-hourly-limit-of-sender',
    pattern:
      /exceeded the limit for the number of messages they can send to this recipient per hour|per hour message receive limit from specific sender exceeded/i,
    ...asCode('5.2.121'),
  },
  {
    name: 'exchange-hourly-limit',
    pattern:
      /exceeded their limit for the number of messages they can receive per hour|per hour message receive limit exceeded/i,
    ...asCode('5.2.122'),
  },
  {
    name: 'exchange-submission-quota',
    pattern: /submission quota (?:was )?exceeded/i,
    reason: 'rate-limited',
    meaning: 'The sending mailbox went over its limit of recipients or messages.',
    source: 'ms-exchange-online',
    actor: 'sender',
    next: [wait('Wait until the limit is free again.'), act('Check whether somebody else uses the account.')],
  },
  {
    name: 'exchange-journaling',
    pattern: /Journaling on-premises messages/i,
    ...asCode('5.3.190'),
  },
  {
    name: 'exchange-relay-denied',
    pattern: /\b5\.4\.1\b[^\n]{0,60}relay access denied/i,
    reason: 'relaying-denied',
    meaning: 'The server that answered does not take mail for the domain of the recipient.',
    source: 'ms-exchange-online',
    actor: 'receiving admin',
    next: [
      probe('Check that the MX records of the domain name the right servers.'),
      act('Add the domain to the accepted domains if it is yours.'),
    ],
  },
  {
    name: 'exchange-edge-blocked',
    pattern: /(?:All recipient addresses|Recipient address) rejected ?: Access denied/i,
    also: /AS\(\d|outlook\.com|5\.4\.1|5\.7\.504|All recipient/i,
    reason: 'recipient-unknown',
    meaning: 'Exchange Online knows no such recipient in this organisation.',
    source: 'ms-exchange-online',
    next: [
      act('Check the address letter by letter.'),
      act('Check that the mailbox exists and that the type of the accepted domain is right.', 'receiving admin'),
    ],
  },
  {
    name: 'exchange-inside-organization',
    pattern: /not authenticated by organization|\b5\.7\.12\b[^\n]{0,80}not authenticated/i,
    reason: 'recipient-restricted',
    meaning: 'The recipient takes mail only from inside its organisation.',
    source: 'ms-exchange-online',
    next: [
      act('Allow senders from outside in the delivery settings of the recipient.'),
      act('Ask the recipient another way to have that done.', 'sender'),
    ],
  },
  {
    name: 'exchange-allowed-senders',
    pattern: /not in allowed-senders list/i,
    ...asCode('5.7.124'),
  },
  {
    name: 'exchange-inside-group',
    pattern: /not authenticated for group|SenderNotAuthenticatedForGroup/i,
    ...asCode('5.7.133'),
  },
  {
    name: 'exchange-inside-mailbox',
    pattern: /not authenticated for mailbox|SenderNotAuthenticatedForMailbox/i,
    ...asCode('5.7.134'),
  },
  {
    name: 'exchange-inside-public-folder',
    pattern:
      /not authenticated for public folder|SenderNotAuthenticatedForPublicFolder|\b5\.7\.13\b[^\n]{0,80}public folder/i,
    ...asCode('5.7.135'),
  },
  {
    name: 'exchange-spf',
    pattern: /rejected because of Sender Policy Framework/i,
    reason: 'spf-failed',
    meaning: 'The SPF record of the sending domain does not allow the server that sent the message.',
    source: 'ms-exchange-online',
  },
  {
    name: 'exchange-relay-pool',
    pattern: /Remote server returned not permitted to relay/i,
    ...asCode('5.7.367'),
  },
  {
    name: 'exchange-device-login',
    wins: ['exchange-client-not-authenticated'],
    pattern: /not authenticated to send (?:anonymous )?mail during MAIL FROM/i,
    ...asCode('5.7.57'),
  },
  {
    name: 'exchange-basic-login',
    pattern: /basic authentication is disabled/i,
    reason: 'login-failed',
    meaning: 'Exchange Online takes no plain password logins here: the program has to use OAuth.',
    source: ['ms-smtp-auth', 'exchange-online-wording'],
    actor: 'sending admin',
    next: [
      act('Move the program to OAuth.'),
      act('Send through a connector, direct send or another relay if the program cannot use OAuth.'),
    ],
  },
  {
    name: 'exchange-auth-unsuccessful',
    pattern: /SmtpClientAuthentication is disabled/i,
    reason: 'login-failed',
    meaning: 'SMTP login is switched off for this account or this organisation.',
    source: ['ms-smtp-auth', 'exchange-online-wording'],
    actor: 'sending admin',
    next: [act('Allow authenticated SMTP for this mailbox.'), act('Move the program to OAuth if it can.')],
  },
  {
    name: 'exchange-send-as-denied',
    pattern: /SendAsDenied/i,
    ...asCode('5.2.252'),
  },
  {
    name: 'exchange-inbound-connector',
    pattern: /TenantAttribution/i,
    ...asCode('5.7.64'),
  },
  {
    name: 'exchange-partner-connector',
    pattern: /RestrictDomainsTo(?:IPAddresses|Certificate)/i,
    ...asCode('5.7.51'),
  },
  {
    name: 'exchange-banned-spam',
    pattern: /Access denied, spam abuse detected/i,
    ...asCode('5.7.501'),
  },
  {
    name: 'exchange-banned-sender-ip',
    pattern: /\b5\.7\.511\b[^\n]{0,60}banned sender/i,
    reason: 'blocklisted',
    meaning: 'Microsoft banned the sending IP address by hand.',
    source: 'ms-exchange-online',
    retry: 'later',
    next: [act('Find and stop the cause.'), act('Forward the full report to delist@microsoft.com.')],
  },
  {
    name: 'exchange-banned-sender',
    pattern: /Access denied, banned sender(?!(?:ing)? ?IP|\[\d)/i,
    ...asCode('5.7.502'),
  },
  {
    name: 'exchange-banned-recipient',
    pattern: /banned recipient/i,
    ...asCode('5.7.505'),
  },
  {
    name: 'exchange-bad-helo',
    pattern: /Access denied, bad HELO/i,
    ...asCode('5.7.506'),
  },
  {
    name: 'exchange-rejected-by-recipient',
    pattern: /Access denied, rejected by recipient/i,
    ...asCode('5.7.507'),
  },
  {
    name: 'exchange-ipv6-range-limit',
    pattern: /exceeded permitted limits within/i,
    ...asCode('5.7.508'),
  },
  {
    name: 'exchange-dmarc',
    pattern: /does not pass DMARC verification/i,
    ...asCode('5.7.509'),
  },
  {
    name: 'exchange-no-ipv6',
    pattern: /does not accept e-?mail over IPv6/i,
    ...asCode('5.7.510'),
  },
  {
    name: 'exchange-from-missing',
    pattern: /must be RFC 5322 section 3\.6\.2 compliant/i,
    ...asCode('5.7.512'),
  },
  {
    name: 'exchange-customer-block-list',
    pattern: /using Customer Block ?list/i,
    ...asCode('5.7.513'),
  },
  {
    name: 'exchange-rule-refused',
    pattern: /TRANSPORT\.RULES\.RejectMessage/i,
    ...asCode('5.7.900'),
  },
  {
    name: 'exchange-bare-line-feeds',
    pattern: /SMTPSEND\.BareLinefeedsAreIllegal|contains bare linefeeds, which cannot be sent via DATA/i,
    ...asCode('5.6.11'),
  },
  {
    name: 'exchange-external-forwarding',
    pattern: /does not allow external forwarding/i,
    ...asCode('5.7.520'),
  },
  {
    name: 'microsoft-banned-ip',
    pattern: /banned sending IP/i,
    ...asCode('5.7.606'),
  },
  {
    name: 'exchange-recipient-block-policy',
    pattern: /tenant recipient block policy/i,
    ...asCode('5.7.703'),
  },
  {
    name: 'exchange-tenant-threshold',
    pattern: /tenant has exceeded threshold/i,
    ...asCode('5.7.705'),
  },
  {
    name: 'exchange-ip-not-taken',
    pattern: /traffic not accepted from this IP/i,
    ...asCode('5.7.708'),
  },
  {
    name: 'exchange-unregistered-domains',
    pattern: /sending from unregistered domains/i,
    ...asCode('5.7.750'),
  },
  {
    name: 'exchange-slowed-ip',
    pattern: /\b4\.7\.8[5-9]\d\b[^\n]{0,40}access denied/i,
    ...asCode('4.7.860'),
  },
  {
    name: 'exchange-slowed',
    pattern: /\b4\.7\.[56]\d\d\b[^\n]{0,40}(?:access denied|try again later)/i,
    ...asCode('4.7.550'),
  },
  {
    name: 'microsoft-spamhaus-domain',
    pattern: /(?:MailFrom|Helo) domain is listed in Spamhaus|\(S800[12]\)/i,
    reason: 'blocklisted',
    meaning: 'Microsoft refuses the domain of the envelope sender or of the HELO name because Spamhaus lists it.',
    source: 'ms-exchange-online',
    next: [
      act('Look up the domain at https://check.spamhaus.org/.'),
      act('Find and stop what caused the listing, then ask Spamhaus for removal.'),
    ],
  },
  {
    name: 'microsoft-spamhaus',
    pattern: /blocked using Spamhaus|\bAS16012611\b/i,
    reason: 'blocklisted',
    meaning: 'Microsoft refuses the sending IP address because Spamhaus lists it.',
    source: 'ms-exchange-online',
    next: [
      act('Look up the IP address at https://check.spamhaus.org/.'),
      act('Remove the cause, then ask Spamhaus for removal.'),
    ],
  },
]);
