import { parseEnhanced } from '../enhancedCodes.ts';
import type { Meaning } from '../meaning.ts';
import { act, again, probe, queueRetries, wait } from '../steps.ts';
import { microsoftCode } from './microsoftCodes.ts';
import { type ReplyText, says } from './replyText.ts';

const ndr = 'Microsoft Learn: Non-delivery reports in Exchange Online';

/** Words that Microsoft sends with a code of its own: they mean what the code means, whatever code is with them. */
function asCode(name: string, pattern: RegExp, sample: string, code: string): ReplyText {
  const status = parseEnhanced(code) as NonNullable<ReturnType<typeof parseEnhanced>>;
  return { name, pattern, sample, holds: 'refusal', ...(microsoftCode(status) as Meaning) };
}

/** Words of Exchange Online: its queues, connections, limits and directory. */
const flow: readonly ReplyText[] = [
  says(
    'exchange-thread-limit',
    /recipient thread limit exceeded/i,
    '432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded',
    'rate-limited',
    'This mailbox gets more mail at once than Exchange Online takes, so it is slowed down.',
    ndr,
    { next: [wait('Let the queue try again.', 'nobody'), act('Lower the rate of mail to this mailbox.')] },
  ),
  says(
    'exchange-queue-expired',
    /QUEUE\.Expired|4\.4\.7\b[^\n]{0,80}message (?:expired|delayed)/i,
    '550 4.4.7 QUEUE.Expired; message expired',
    'expired',
    'The message waited in the queue of Exchange until it was given up: the destination never took it.',
    ndr,
    {
      actor: 'receiving admin',
      next: [
        probe('Check the MX records of the domain and the firewall in front of the mail server.'),
        act('Look for the last error before the expiry in the report: it names the cause.'),
        again('Send again when that cause is gone.', 'sender'),
      ],
    },
  ),
  says(
    'exchange-mta-sts-certificate',
    /certificate failed MTA-STS validation|4\.7\.5\b[^\n]{0,80}certificate failed MTA-STS/i,
    '451 4.7.5 Remote certificate failed MTA-STS validation. Reason: validityStatus was UntrustedRoot',
    'tls-failed',
    'The MTA-STS policy of the recipient asks for a trusted certificate, and that of its MX host is not one.',
    ndr,
    {
      next: [
        act('Install a certificate that is valid, names the MX host and comes with its full chain.'),
        act('Correct the MTA-STS policy if it names the wrong hosts.'),
      ],
    },
  ),
  says(
    'exchange-mta-sts-host',
    /failed MTA-STS validation/i,
    '451 4.4.8 MX hosts of contoso.test failed MTA-STS validation.',
    'security-refused',
    'The MX host of the recipient does not stand in the MTA-STS policy of its own domain.',
    ndr,
    {
      next: [act('Name the MX hosts in the MTA-STS policy, or correct the MX records.')],
    },
  ),
  says(
    'exchange-untrusted-root',
    /Message=UntrustedRoot|\b[45]\.4\.317\b[^\n]{0,120}UntrustedRoot/i,
    '450 4.4.317 Cannot connect to remote server [Message=UntrustedRoot]',
    'tls-failed',
    'The remote server sent a certificate chain that is incomplete or not trusted.',
    ndr,
    { next: [act('Install the full certificate chain on the receiving server.')] },
  ),
  asCode(
    'exchange-socket-refused',
    /Socket error code 10061/i,
    '450 4.4.316 Connection refused [Message=Socket error code 10061]',
    '4.4.316',
  ),
  asCode(
    'exchange-socket-timeout',
    /Socket error code 10060/i,
    '450 4.4.315 Connection timed out [Message=Socket error code 10060]',
    '4.4.315',
  ),
  asCode(
    'exchange-dns-query-failed',
    /DNS query failed \[Message=/i,
    '450 4.4.312 DNS query failed [Message=DnsServerFailure]',
    '4.4.312',
  ),
  asCode(
    'exchange-domain-missing',
    /DNS domain \S{1,255} does not exist/i,
    '550 5.4.310 DNS domain nosuch.test does not exist [Message=InfoDomainNonexistent]',
    '5.4.310',
  ),
  says(
    'exchange-starttls-required',
    /STARTTLS is required to send mail/i,
    '450 4.4.317 Cannot connect to remote server [Message=451 5.7.3 STARTTLS is required to send mail]',
    'tls-required',
    'A connector or policy demands TLS, and the session could not be encrypted.',
    ndr,
    {
      next: [
        act('Check the TLS settings of the connectors on both sides.'),
        probe('Check that the receiving server offers STARTTLS and that no firewall removes it.'),
      ],
    },
  ),
  asCode(
    'exchange-remote-cut',
    /SuspiciousRemoteServerError/i,
    '450 4.4.318 Connection was closed abruptly [Message=SuspiciousRemoteServerError]',
    '4.4.318',
  ),
  says(
    'exchange-recipients-of-one-domain',
    /\b4\.5\.3\b(?![^\n]{0,300}(?:gsmtp|google|your message has))[^\n]{0,60}too many recipients/i,
    '452 4.5.3 Too many recipients (AS780090) [DB5EUR01FT022.eop-EUR01.prod.protection.outlook.com]',
    'too-many-recipients',
    'Exchange Online takes no more than 200 recipients of one domain at once.',
    ndr,
    {
      also: /\(AS\d|outlook\.com/i,
      next: [act('Let the sending server split the recipients into groups of fewer than 200.')],
    },
  ),
  says(
    'exchange-ipv6-unauthenticated',
    /sent over IPv6[^\n]{0,120}pass either SPF or DKIM/i,
    '450 4.7.26 Access denied, a message sent over IPv6 [2001:db8::1] must pass either SPF or DKIM validation, this message is not signed',
    'sender-unauthenticated',
    'Exchange Online takes mail over IPv6 only if SPF or DKIM passes.',
    ndr,
    {
      next: [
        act('Publish an SPF record that covers the IPv6 address, or sign with DKIM.'),
        act('Send over IPv4 until that is done.'),
      ],
    },
  ),
  says(
    'exchange-ipv6-ptr',
    /sending IPv6 address \S{1,60} must have a reverse DNS/i,
    '550 5.7.25 Access denied, the sending IPv6 address [2001:db8::1] must have a reverse DNS record',
    'reverse-dns',
    'Exchange Online takes mail from an IPv6 address only if it has a PTR record.',
    ndr,
    { next: [act('Have a PTR record set for the IPv6 address, or send over IPv4.')] },
  ),
  asCode(
    'exchange-dane-starttls',
    /starttls-not-supported:/i,
    '550 5.7.321 starttls-not-supported: Destination mail server must support TLS to receive mail.',
    '5.7.321',
  ),
  asCode(
    'exchange-dane-expired',
    /certificate-expired:/i,
    "550 5.7.322 certificate-expired: Destination mail server's certificate is expired.",
    '5.7.322',
  ),
  asCode(
    'exchange-dane-tlsa',
    /tlsa-invalid:/i,
    '550 5.7.323 tlsa-invalid: The domain failed DANE validation.',
    '5.7.323',
  ),
  asCode(
    'exchange-dane-dnssec',
    /dnssec-invalid:/i,
    '450 4.7.324 dnssec-invalid: Destination domain returned invalid DNSSEC records',
    '4.7.324',
  ),
  asCode(
    'exchange-dane-host',
    /certificate-host-mismatch:/i,
    '550 5.7.325 certificate-host-mismatch: Remote certificate MUST have a common name or subject alternative name matching the hostname (DANE)',
    '5.7.325',
  ),
  asCode(
    'exchange-ip-reputation',
    /rate limited due to IP reputation/i,
    '451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation. For e-mail delivery information see https://postmaster.live.com (S775)',
    '4.7.650',
  ),
  asCode(
    'exchange-throttled',
    /\b4\.7\.500\b[^\n]{0,40}server busy/i,
    '451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (S77719)',
    '4.7.500',
  ),
  asCode('exchange-agent-busy', /PFA agent busy/i, '451 4.7.700 PFA agent busy, please try again later', '4.7.700'),
  says(
    'exchange-proxy',
    /Temporary server error\. Please try again later\.? ?PRX/i,
    '451 4.7.0 Temporary server error. Please try again later. PRX2',
    'server-busy',
    'A front server of Exchange could not hand the session on to the server behind it.',
    ndr,
    {
      actor: 'receiving admin',
      next: [
        queueRetries,
        act('On an Exchange server of your own, check its transport services and its DNS settings if it lasts.'),
      ],
    },
  ),
  says(
    'exchange-attribution',
    /Temporary server error\. Please try again later\.? ?ATTR/i,
    '451 4.4.3 Temporary server error. Please try again later ATTR3.1',
    'server-busy',
    'Microsoft could not look up at this moment to which organisation the mail belongs.',
    ndr,
    {
      actor: 'receiving admin',
      next: [queueRetries, act('Check the connectors and licences of the organisation if it lasts.')],
    },
  ),
  says(
    'exchange-replication',
    /Message failed to be (?:made redundant|replicated)/i,
    '451 4.4.0 Message failed to be replicated: an error occurred',
    'server-busy',
    'Microsoft could not make a second copy of the message in time, so it did not take it.',
    ndr,
    { next: [queueRetries] },
  ),
  says(
    'exchange-no-subscriptions',
    /hosted tenant which has no mail-enabled subscriptions/i,
    '451 4.4.4 Mail received as unauthenticated, incoming to a recipient domain configured in a hosted tenant which has no mail-enabled subscriptions. ATTR5',
    'mail-not-accepted',
    'The organisation of the recipient has no mail licences left, so Microsoft takes no mail for it.',
    ndr,
    {
      actor: 'receiving admin',
      retry: 'later',
      next: [act('Restore the mail licences, or point the MX records elsewhere.')],
    },
  ),
  says(
    'exchange-organization-queue',
    /Organization queue quota exceeded/i,
    '450 4.7.3 Organization queue quota exceeded.',
    'system-full',
    'Too much mail waits at Microsoft for the organisation of the recipient.',
    ndr,
    {
      next: [
        act(
          'Check what keeps mail from flowing: a connector to the own server that does not answer, or a flood of mail.',
        ),
        queueRetries,
      ],
    },
  ),
  says(
    'exchange-concurrent-connections',
    /concurrent connections per (?:resource forest|source) has exceeded/i,
    '421 4.3.2 The maximum number of concurrent connections per source has exceeded a limit, closing transmission channel',
    'too-many-connections',
    'The sending server has more connections to Exchange Online open than one sender may have.',
    ndr,
    { next: [act('Open fewer connections at once to this server.')] },
  ),
  says(
    'exchange-long-header',
    /x-dg-ref header is too long/i,
    '550 5.0.350 Remote server returned an error -> 554 x-dg-ref header is too long',
    'message-malformed',
    'The message has a very long x-dg-ref header, as Rich Text mail can have, and the other server refused it.',
    ndr,
    {
      actor: 'sender',
      retry: 'no',
      next: [
        act('Send the message as HTML or plain text.'),
        act('Remove the header from outgoing mail with a mail flow rule.', 'sending admin'),
      ],
    },
  ),
  says(
    'exchange-nested-attachments',
    /policy violation detected \(AS345\)|\b5\.0\.350\b[^\n]{0,200}\bAS345\b/i,
    '550 5.0.350 Remote server returned an error -> 550 Requested action not taken: policy violation detected (AS345)',
    'content-refused',
    'The message has attachments nested in attachments, more deeply than the filter takes.',
    ndr,
    { next: [act('Take the inner files out and send them as plain attachments.')] },
  ),
  says(
    'exchange-sender-denied',
    /\b5\.1\.0\b[^\n]{0,40}sender denied/i,
    '554 5.1.0 Sender denied',
    'sender-refused',
    'The server refuses the sender, or could not resolve an address; answers to old mail opened from a file often end so.',
    ndr,
    {
      actor: 'sender',
      retry: 'no',
      next: [
        act('Write a new message and type the address anew instead of answering the old one.'),
        act('Check whether the sender is among the blocked senders.', 'receiving admin'),
      ],
    },
  ),
  asCode(
    'exchange-several-from',
    /multiple from addresses/i,
    '550 5.1.20 Multiple From addresses are not allowed without Sender address',
    '5.1.20',
  ),
  says(
    'exchange-bad-outbound-sender',
    /bad outbound sender/i,
    '550 5.1.8 Access denied, bad outbound sender',
    'account-disabled',
    'Microsoft 365 stopped this account because it sent spam.',
    ndr,
    {
      next: [
        act('Secure the account: change the password and look for foreign rules.'),
        act('Remove the account from the restricted entities afterwards.'),
      ],
    },
  ),
  asCode(
    'exchange-daily-limit',
    /reached your daily limit for message recipients/i,
    "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
    '5.1.90',
  ),
  asCode(
    'exchange-hourly-limit-of-sender',
    /exceeded the limit for the number of messages they can send to this recipient per hour|per hour message receive limit from specific sender exceeded/i,
    '554 5.2.121 Sender has exceeded the limit for the number of messages they can send to this recipient per hour',
    '5.2.121',
  ),
  asCode(
    'exchange-hourly-limit',
    /exceeded their limit for the number of messages they can receive per hour|per hour message receive limit exceeded/i,
    '554 5.2.122 The recipient has exceeded their limit for the number of messages they can receive per hour',
    '5.2.122',
  ),
  says(
    'exchange-submission-quota',
    /submission quota (?:was )?exceeded/i,
    '550 5.2.2 STOREDRV.Submit; submission quota exceeded',
    'rate-limited',
    'The sending mailbox went over its limit of recipients or messages.',
    ndr,
    {
      actor: 'sender',
      next: [wait('Wait until the limit is free again.'), act('Check whether somebody else uses the account.')],
    },
  ),
  asCode(
    'exchange-journaling',
    /Journaling on-premises messages/i,
    '550 5.3.190 Journaling on-premises messages to Office 365 not supported when Journaling Archive is disabled',
    '5.3.190',
  ),
  says(
    'exchange-relay-denied',
    /\b5\.4\.1\b[^\n]{0,60}relay access denied/i,
    '550 5.4.1 Relay Access Denied [DB5EUR01FT022.eop-EUR01.prod.protection.outlook.com]',
    'relaying-denied',
    'The server that answered does not take mail for the domain of the recipient.',
    ndr,
    {
      actor: 'receiving admin',
      next: [
        probe('Check that the MX records of the domain name the right servers.'),
        act('Add the domain to the accepted domains if it is yours.'),
      ],
    },
  ),
  says(
    'exchange-edge-blocked',
    /(?:All recipient addresses|Recipient address) rejected ?: Access denied/i,
    '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [DB5EUR01FT022.eop-EUR01.prod.protection.outlook.com]',
    'recipient-unknown',
    'Exchange Online knows no such recipient in this organisation.',
    ndr,
    {
      also: /AS\(\d|outlook\.com|5\.4\.1|5\.7\.504|All recipient/i,
      next: [
        act('Check the address letter by letter.'),
        act('Check that the mailbox exists and that the type of the accepted domain is right.', 'receiving admin'),
      ],
    },
  ),
];

/** Words of Exchange Online about restrictions, login, authentication and bans. */
const policy: readonly ReplyText[] = [
  says(
    'exchange-inside-organization',
    /not authenticated by organization|\b5\.7\.12\b[^\n]{0,80}not authenticated/i,
    '550 5.7.12 Sender was not authenticated by organization',
    'recipient-restricted',
    'The recipient takes mail only from inside its organisation.',
    ndr,
    {
      next: [
        act('Allow senders from outside in the delivery settings of the recipient.'),
        act('Ask the recipient another way to have that done.', 'sender'),
      ],
    },
  ),
  asCode(
    'exchange-allowed-senders',
    /not in allowed-senders list/i,
    '550 5.7.124 Sender not in allowed-senders list',
    '5.7.124',
  ),
  asCode(
    'exchange-inside-group',
    /not authenticated for group|SenderNotAuthenticatedForGroup/i,
    '550 5.7.133 Sender not authenticated for group',
    '5.7.133',
  ),
  asCode(
    'exchange-inside-mailbox',
    /not authenticated for mailbox|SenderNotAuthenticatedForMailbox/i,
    '550 5.7.134 Sender was not authenticated for mailbox',
    '5.7.134',
  ),
  asCode(
    'exchange-inside-public-folder',
    /not authenticated for public folder|SenderNotAuthenticatedForPublicFolder|\b5\.7\.13\b[^\n]{0,80}public folder/i,
    '550 5.7.13 Sender was not authenticated for public folder',
    '5.7.135',
  ),
  says(
    'exchange-spf',
    /rejected because of Sender Policy Framework/i,
    '550 5.7.23 The message was rejected because of Sender Policy Framework violation -> 550 5.7.1',
    'spf-failed',
    'The SPF record of the sending domain does not allow the server that sent the message.',
    ndr,
  ),
  asCode(
    'exchange-relay-pool',
    /Remote server returned not permitted to relay/i,
    '550 5.7.367 Remote server returned not permitted to relay -> 554 5.7.1',
    '5.7.367',
  ),
  asCode(
    'exchange-device-login',
    /not authenticated to send (?:anonymous )?mail during MAIL FROM/i,
    '530 5.7.57 Client was not authenticated to send mail during MAIL FROM',
    '5.7.57',
  ),
  says(
    'exchange-basic-login',
    /basic authentication is disabled/i,
    '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
    'login-failed',
    'Exchange Online takes no plain password logins here: the program has to use OAuth.',
    'Exchange Online wording (5.7.139)',
    {
      actor: 'sending admin',
      next: [
        act('Move the program to OAuth.'),
        act('Send through a connector, direct send or another relay if the program cannot use OAuth.'),
      ],
    },
  ),
  says(
    'exchange-auth-unsuccessful',
    /SmtpClientAuthentication is disabled/i,
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
    'login-failed',
    'SMTP login is switched off for this account or this organisation.',
    'Exchange Online wording (SmtpClientAuthentication)',
    {
      actor: 'sending admin',
      next: [act('Allow authenticated SMTP for this mailbox.'), act('Move the program to OAuth if it can.')],
    },
  ),
  asCode(
    'exchange-send-as-denied',
    /SendAsDenied/i,
    '554 5.2.252 SendAsDenied; alice@contoso.test not allowed to send as bob@contoso.test',
    '5.2.252',
  ),
  asCode(
    'exchange-inbound-connector',
    /TenantAttribution/i,
    '550 5.7.64 TenantAttribution; Relay Access Denied',
    '5.7.64',
  ),
  asCode(
    'exchange-partner-connector',
    /RestrictDomainsTo(?:IPAddresses|Certificate)/i,
    '550 5.7.51 TenantInboundAttribution; There is a partner connector configured that matched the message recipient domain. The connector had either the RestrictDomainsToIPAddresses or RestrictDomainsToCertificate set',
    '5.7.51',
  ),
  asCode(
    'exchange-banned-spam',
    /Access denied, spam abuse detected/i,
    '550 5.7.501 Access denied, spam abuse detected',
    '5.7.501',
  ),
  says(
    'exchange-banned-sender-ip',
    /\b5\.7\.511\b[^\n]{0,60}banned sender/i,
    '550 5.7.511 Access denied, banned sender[192.0.2.1]. To request removal from this list please forward this message to delist@messaging.microsoft.com.',
    'blocklisted',
    'Microsoft banned the sending IP address by hand.',
    ndr,
    {
      retry: 'later',
      next: [act('Find and stop the cause.'), act('Forward the full report to delist@microsoft.com.')],
    },
  ),
  asCode(
    'exchange-banned-sender',
    /Access denied, banned sender(?!(?:ing)? ?IP|\[\d)/i,
    '550 5.7.502 Access denied, banned sender',
    '5.7.502',
  ),
  asCode('exchange-banned-recipient', /banned recipient/i, '550 5.7.505 Access denied, banned recipient', '5.7.505'),
  asCode('exchange-bad-helo', /Access denied, bad HELO/i, '550 5.7.506 Access Denied, Bad HELO', '5.7.506'),
  asCode(
    'exchange-rejected-by-recipient',
    /Access denied, rejected by recipient/i,
    '550 5.7.507 Access denied, rejected by recipient',
    '5.7.507',
  ),
  asCode(
    'exchange-ipv6-range-limit',
    /exceeded permitted limits within/i,
    '550 5.7.508 Access denied, [2001:db8::1] has exceeded permitted limits within 2001:db8::/64 range',
    '5.7.508',
  ),
  asCode(
    'exchange-dmarc',
    /does not pass DMARC verification/i,
    '550 5.7.509 Access denied, sending domain contoso.test does not pass DMARC verification and has a DMARC policy of reject.',
    '5.7.509',
  ),
  asCode(
    'exchange-no-ipv6',
    /does not accept e-?mail over IPv6/i,
    '550 5.7.510 Access denied, contoso.test does not accept email over IPv6',
    '5.7.510',
  ),
  asCode(
    'exchange-from-missing',
    /must be RFC 5322 section 3\.6\.2 compliant/i,
    '550 5.7.512 Access denied, message must be RFC 5322 section 3.6.2 compliant',
    '5.7.512',
  ),
  asCode(
    'exchange-customer-block-list',
    /using Customer Block ?list/i,
    '550 5.7.513 Service unavailable, Client host [192.0.2.1] blocked by contoso.test using Customer Block list (AS16012607)',
    '5.7.513',
  ),
  asCode(
    'exchange-rule-refused',
    /TRANSPORT\.RULES\.RejectMessage/i,
    '550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy',
    '5.7.900',
  ),
  asCode(
    'exchange-bare-line-feeds',
    /SMTPSEND\.BareLinefeedsAreIllegal|contains bare linefeeds, which cannot be sent via DATA/i,
    '550 5.6.2 SMTPSEND.BareLinefeedsAreIllegal; message contains bare linefeeds, which cannot be sent via DATA',
    '5.6.11',
  ),
  asCode(
    'exchange-external-forwarding',
    /does not allow external forwarding/i,
    '550 5.7.520 Access denied, Your organization does not allow external forwarding. Please contact your administrator for further assistance. AS(7555)',
    '5.7.520',
  ),
  asCode(
    'microsoft-banned-ip',
    /banned sending IP/i,
    '550 5.7.606 Access denied, banned sending IP [192.0.2.1]',
    '5.7.606',
  ),
  asCode(
    'exchange-recipient-block-policy',
    /tenant recipient block policy/i,
    "550 5.7.703 Your message can't be delivered because one or more recipients are blocked by your organization's tenant recipient block policy",
    '5.7.703',
  ),
  asCode(
    'exchange-tenant-threshold',
    /tenant has exceeded threshold/i,
    '550 5.7.705 Access denied, tenant has exceeded threshold',
    '5.7.705',
  ),
  asCode(
    'exchange-ip-not-taken',
    /traffic not accepted from this IP/i,
    '550 5.7.708 Access denied, traffic not accepted from this IP',
    '5.7.708',
  ),
  asCode(
    'exchange-unregistered-domains',
    /sending from unregistered domains/i,
    '550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains',
    '5.7.750',
  ),
  asCode(
    'exchange-slowed-ip',
    /\b4\.7\.8[5-9]\d\b[^\n]{0,40}access denied/i,
    '451 4.7.860 Access denied, please try again later',
    '4.7.860',
  ),
  asCode(
    'exchange-slowed',
    /\b4\.7\.[56]\d\d\b[^\n]{0,40}(?:access denied|try again later)/i,
    '451 4.7.550 Access denied, please try again later',
    '4.7.550',
  ),
  says(
    'microsoft-spamhaus-domain',
    /(?:MailFrom|Helo) domain is listed in Spamhaus|\(S800[12]\)/i,
    '550 5.7.1 Service unavailable, MailFrom domain is listed in Spamhaus. To request removal from this list see https://www.spamhaus.org/query/lookup/ (S8002)',
    'blocklisted',
    'Microsoft refuses the domain of the envelope sender or of the HELO name because Spamhaus lists it.',
    ndr,
    {
      next: [
        act('Look up the domain at https://check.spamhaus.org/.'),
        act('Find and stop what caused the listing, then ask Spamhaus for removal.'),
      ],
    },
  ),
  says(
    'microsoft-spamhaus',
    /blocked using Spamhaus|\bAS16012611\b/i,
    '550 5.7.1 Service unavailable, Client host [192.0.2.1] blocked using Spamhaus. AS16012611',
    'blocklisted',
    'Microsoft refuses the sending IP address because Spamhaus lists it.',
    ndr,
    {
      next: [
        act('Look up the IP address at https://check.spamhaus.org/.'),
        act('Remove the cause, then ask Spamhaus for removal.'),
      ],
    },
  ),
];

/** Words of Exchange Online. */
export const exchangeOnlineTexts: readonly ReplyText[] = [...flow, ...policy];
