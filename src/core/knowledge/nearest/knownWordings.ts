/**
 * Wordings of servers behind the name of the row that explains them, a wording a line; what they name is replaced by its
 * kind. Made by "npm run generate" from the samples of the rows, for replies that no row fits.
 */
export const knownWordings = `
abusix: Service unavailable; Client host [<ip>] blocked
amavis-banned: Reject, <id> - BANNED: application/x-msdownload
amavis-banned: Reject, <id> - BANNED: .exe,setup.exe
amavis-content-rejected: Message content rejected, UBE, <id>
amavis-header: Reject, <id> - BAD_HEADER: Improper use of control
amavis-infected: Reject, <id> - INFECTED: Eicar-Test-Signature
amavis-processing: Error in processing, <id>, virus_scan FAILED
amavis-processing: <id> - Temporary MTA failure on relaying, From
aol-blocked: (RTR:BL) <link> <number> Connecting IP: <ip>
aol-blocked: RTR:SC <link>
aol-bogon: RTR:BG <link>
aol-compromised: RTR:CH <link>
aol-date: MFF: the date of this message lies in the future,
aol-dmarc: (<id>) This message was not accepted by AOL because
aol-dmarc: : (<id>) AOL will not accept delivery of this
aol-no-reverse-dns: DNS:NR <link>
aol-relay-check: RLY:SN <link>
aol-residential: (RTR:BB) AOL will not accept delivery of this
aol-residential: (RTR:BB) <link> <number> Connecting IP: <ip>
aol-residential: RTR:DU <link>
aol-reverse-dns: RTR:RD <link>
aol-technical-fault: RTR:GE <link>
apple-closed: recipient no longer on server: <address>
apple-content-filter: [<id>] Message rejected due to local policy.
apple-dmarc: Your message was rejected due to contoso.test's
apple-hide-my-email: [<id>] This message was blocked for failing both
apple-local-policy-hm07: [<id>] Message rejected due to local policy.
apple-local-policy-hm08: [<id>] Message rejected due to local policy.
apple-over-quota: <address>: user is over quota
apple-spamhaus-dbl: Mail from domain present in the Spamhaus DBL -
apple-spamhaus-dbl: Your email was rejected due to having a domain
apple-too-many-errors: <host> Error: too many errors after RCPT
apple-unknown-alias: unknown or illegal alias: <address>
apple-volume: Messages to <address> deferred due to excessive
appliance-reputation: extreme bad ip profile
appliance-reputation: Your network is temporary blacklisted
asa-masked-command: Unrecognized command XXXXXXXXA
att-block-list: <id> DNSBL:ATTRBL <id> <ip> >_is_blocked.For
att-block-list: <id> DNSBL:RBL <id> <ip> >_is_blocked.For
att-reverse-dns: Connections not accepted from servers without a
att-unknown: <address>... Addressee unknown, <id>]
att-unknown: <address>: blank mailhost - invalid address
attachment-refused: Attachment type .exe is not allowed
backscatterer: Service unavailable; Client host [<ip>] blocked
bad-argument: Invalid command arguments: Invalid domain name
bad-argument: syntax error in parameters or arguments
bad-sequence: Bad sequence of commands
bare-line-feed: <host> Error: bare <<LF>> received
barracuda-banned-content: rejecting banned content
barracuda-blocked: permanent failure for one or more recipients
barracuda-license: License Expired
barracuda-list: Service unavailable; Client host [<ip>] blocked
barracuda-recipient: cuda_nsu <address>: Mail for this one stays outside
barracuda-spam-content: Message was rejected due to spam content
barracuda-spoofed: rejecting spoofed message
blocked-using: Service unavailable; Client host [<ip>] blocked
blocklisted: Your IP address is blacklisted
brevo-address-not-allowed: Unauthorized IP address
brevo-not-activated: Your SMTP account is not yet activated.
brevo-sender-not-valid: sender not valid, validate your sender in <host>
brevo-suspended: Your SMTP account is suspended
broadcom-aborted: Requested action aborted [7.2] <number>, .
broadcom-connection-policy: Connection rejected by policy [7.7] <number>, .
broadcom-envelope-domain: sender envelope domain not allowed for sender IP
broadcom-mailbox-not-allowed: Recipient mailbox is not allowed
broadcom-not-compliant: Requested action aborted [<number>] <number>,
broadcom-own-list: Sorry, your domain has been blocked
broadcom-relay: sorry, you are trying to use me [<host>] as a
bulk-expired: [internal] exceeded max time without delivery
bulk-lookup-failed: [internal] Domain Lookup Failed
bulk-no-exchanger: [internal] no MX or A for domain
bulk-no-exchanger: (unable to route: no mail hosts for domain)
bulk-no-route: [internal] Domain has no relay route
bulk-not-reached: [internal] no MXs for this domain could be reached
cbl: Service unavailable; Client host [<ip>] blocked
charter-connections: <host> too many connections. <id>
charter-limit: <host> too much mail. <id>
cisco-connection-time: Exceeded allowable connection time, disconnecting.
cisco-dkim: DKIM unauthenticated mail is prohibited.
cisco-dmarc: DMARC unauthenticated mail is prohibited.
cisco-messages-per-session: Too many messages for this session
cisco-recipients-per-hour: Too many recipients received this hour
cisco-reputation: Message refused because of the poor reputation of a
cisco-spf: SPF unauthorized mail is prohibited.
clamav: virus Eicar-Signature detected by ClamAV - <link>
client-access-denied: <<id>]>: Client host rejected: Access denied
client-name-not-found: Client host rejected: cannot find your hostname,
client-reverse-name-missing: Client host rejected: cannot find your reverse
client-tls-configuration: client TLS configuration problem
cloudflare-block-list: <ip> found on one or more RBLs (abusixip).
cloudflare-no-address: Address does not exist. <id>
cloudmark-cdrbl: <address> sender rejected. AUP#CDRBL
cloudmark-gateway: <host> bizsmtp Your message looks like spam
cloudmark-gateway: <host> cmsmtp <ip> is blacklisted,
cloudmark-list: <ip> Cloudmark Poor Reputation Sender
cloudmark-list: [C13] RBL Restriction:
cobion: Service unavailable; Client host [<ip>] blocked
comcast-cloudmark: comcast <ip> found on one or more DNSBLs,
comcast-dmarc: comcast Message rejected due to DMARC.
comcast-no-ptr: <host> comcast <ip> You must have a PTR record.
comcast-no-ptr: <host> comcast <ip> IP addresses must have a PTR
comcast-not-customer: <address> Account Closed, Please Remove
comcast-quota: <address> Mailbox full: extended quota violation
comcast-receiving-rate: <address> too many recent messages;
comcast-reputation: comcast Reverse or reputation check: <link>
comcast-residential: <host> comcast ESMTP server not available. <link>
comcast-residential: <host> comcast <ip> found on residential range.
comcast-sender-score: comcast <ip> found on one or more DNSBLs,
comcast-sessions: <host> comcast <ip> Too many sessions opened
comcast-several-lists: comcast <ip> found on one or more DNSBLs,
comcast-spam-pattern: <host> comcast <ip> Comcast block for spam.
comcast-spamhaus: <host> comcast <ip> found on one or more DNSBLs,
comcast-unavailable: <address> Recipient temporarily unavailable
command-switched-off: VRFY command is disabled
command-switched-off: EXPN not permitted here
connection-lost: lost connection with <id>] while sending end of
connection-lost: Connection lost
connection-refused: connect to <id>: Connection refused
connection-timed-out: Connection timed out
country-blocked: Mail from your country is blocked by GeoIP policy
country-blocked: Mail from your country is not wanted: GeoIP block
country-list: Service unavailable; Client host [<ip>] blocked
courier-address-unavailable: Address temporarily unavailable.
courier-security-level: Unable to set minimum security level.
courier-sender-domain: Domain does not exist: <host>. <number> Invalid
courier-spf: SPF fail <address>: Address does not pass the
courier-unicode: Unable to deliver Unicode E-mail to a non-Unicode
courier-unknown-recipient: Command denied for unknown recipient
courier-whitelist: You are not whitelisted by this recipient, please
cox-block: <host> ESMTP server not available. AUP#CXBL
cox-limit: <host> too many connections from <ip>. AUP#CXCNCT
cox-limit: message rejected. AUP#CXMJ
cox-reverse-dns: <host> rejected - no reverse DNS. AUP#CXDNS
cox-sender: Message rejected. AUP#CXSNDR
cpanel-block-list: "JunkMail rejected - <host> (mail) [<id> is in an
cpanel-spam: The mail server detected your message as spam and
customer-rule: customer rule based reject
cyren-pattern: refused by Cyren IP Reputation
cyren-pattern: Recurrent pattern detection: refused
cyren-pattern: Message rejected by recurrent pattern detection
daum-anti-spam: <id> <ip>: Your mail is blocked automatically by
deferred-try-again: Temporarily deferred,
delivery-agent-quota: procmail: Quota exceeded while writing
delivery-alias-loop: alias database loop for anna
delivery-alias-unavailable: alias database unavailable
delivery-attempts-used-up: Temporary delivery error - The maximum number of
delivery-attempts-used-up: Max retries exceeded
delivery-exit-status: data format error. Command output: pipe: no such
delivery-internal: <address> Temporary internal error
delivery-maildir: create maildir file <id>: Permission denied
delivery-mime-nesting: MIME nesting exceeds safety limit
delivery-nul-characters: Message contains NUL characters
delivery-permission: permission denied. Command output: maildrop: Cannot
delivery-permission: permission denied on delivery to /home/bob/Maildir
delivery-primary-relay: unable to find primary relay for <host>
delivery-program: Command died with status <number>:
delivery-requiretls: Sender requested REQUIRETLS, but the next server
delivery-transport-missing: mail transport unavailable
dkim-failed: No passing DKIM signature found
dkim-failed: DKIM signature invalid
dmarc-failed: Email rejected per sender's DMARC policy
dns-trouble: Name service error for name=contoso.test type=MX:
dns-trouble: DNS error when resolving <host>
domain-full: <address> Domain size limit exceeded
domino-not-in-directory: <address>... No such user: not listed in Domino
domino-not-in-directory: User bob not listed in public Name & Address
domino-not-responding: No messages transferred to CONTOSO.TEST (host
domino-not-unique: Recipient user name info (<address>) not unique.
domino-relaying: Relaying prohibited: <host>
domino-sender-policy: Mail from <address> rejected for policy reasons.
dynamic-ip: Mail from a dynamic IP is refused
dynamic-ip: please use the smtp server of your isp
earthlink-block: <ip> is blocked by EarthLink. .
envelope-parameters: RCPT TO parameters not recognized or not
envelope-parameters: BODY parameter unrecognized
exchange-abuse-from-range: Service unavailable. Spam abuse detected from IP
exchange-agent-busy: PFA agent busy, .
exchange-agent-deleted: QUEUE.TransportAgent; message deleted by transport
exchange-agent-depth: Agent generated message depth exceeded
exchange-allowed-senders: Sender not in allowed-senders list
exchange-ambiguous-address: Recipient address is ambiguous
exchange-ambiguous-address: Destination mailbox address ambiguous
exchange-anonymous-sender: Anonymous clients does not have permissions to send
exchange-auth-required: RESOLVER.RST.AuthRequired; authentication required
exchange-auth-unsuccessful: Authentication unsuccessful,
exchange-back-pressure: Insufficient system resources (TSMP)
exchange-bad-destination: Bad destination mailbox address
exchange-bad-directory-object: RESOLVER.ADR.Ambiguous; ambiguous address
exchange-bad-directory-object: RESOLVER.ADR.BadPrimary; recipient primary SMTP
exchange-bad-helo: Access Denied, Bad HELO
exchange-bad-outbound-sender: Access denied, bad outbound sender <id>)
exchange-banned-recipient: Access denied, banned recipient
exchange-banned-sender: Access denied, banned sender. <id>)
exchange-banned-sender-ip: Access denied, banned <id>]. To request removal
exchange-banned-spam: Access denied, spam abuse detected. <id>)
exchange-bare-line-feeds: SMTPSEND.BareLinefeedsAreIllegal; message contains
exchange-basic-login: Authentication unsuccessful, basic authentication
exchange-basic-retired: Basic authentication is not supported for Client
exchange-client-not-authenticated: Client was not authenticated
exchange-concurrent-connections: The maximum number of concurrent connections per
exchange-connection-dropped: Connection dropped due to ConnectionReset
exchange-content-invalid: Invalid message content
exchange-content-not-checked: Invalid message content
exchange-customer-block-list: Service unavailable, Client host [<ip>] blocked by
exchange-daily-limit: Your message can't be sent because you've reached
exchange-dane-dnssec: dnssec-invalid: Destination domain returned invalid
exchange-dane-expired: certificate-expired: Destination mail server's
exchange-dane-host: certificate-host-mismatch: Remote certificate MUST
exchange-dane-starttls: starttls-not-supported: Destination mail server
exchange-dane-tlsa: tlsa-invalid: The domain failed DANE validation.
exchange-delivery-not-authorized: Delivery not authorized, message refused
exchange-device-login: SMTP; Client was not authenticated to send
exchange-dmarc: Access denied, sending domain [<host>] does not
exchange-dns-query-failed: DNS query failed [Message=ErrorTimeout]
exchange-domain-missing: DNS domain <host> does not exist
exchange-edge-blocked: All recipient addresses rejected : Access denied
exchange-external-forwarding: Access denied, Your organization does not allow
exchange-forwarding-loop: RESOLVER.FWD.Loop; there is a forwarding loop in
exchange-forwarding-wrong: Misconfigured forwarding address
exchange-forwarding-wrong: RESOLVER.FWD.NotFound; misconfigured forwarding
exchange-from-missing: Access denied, message must be RFC <number> section
exchange-hello-name: HELO / EHLO requires domain address
exchange-hello-name: Invalid domain name
exchange-hop-count: Hop count exceeded - possible mail loop
exchange-hop-count: Routing loop detected
exchange-hotmail-activity: Requested action not taken; We noticed some unusual
exchange-hourly-limit: The recipient has exceeded their limit for the
exchange-hourly-limit: Recipient's per hour message receive limit exceeded
exchange-hourly-limit-of-sender: Sender has exceeded the limit for the number of
exchange-hourly-limit-of-sender: Recipient's per hour message receive limit from
exchange-inbound-connector: TenantAttribution; Relay Access Denied SMTP.
exchange-inside-group: RESOLVER.RST.SenderNotAuthenticatedForGroup;
exchange-inside-group: Sender not authenticated for group
exchange-inside-mailbox: RESOLVER.RST.SenderNotAuthenticatedForMailbox;
exchange-inside-mailbox: Sender was not authenticated for mailbox
exchange-inside-organization: Sender was not authenticated by organization
exchange-inside-public-folder: Sender was not authenticated for public folder
exchange-invalid-in-smtp: RESOLVER.ADR.InvalidInSmtp; encapsulated INVALID
exchange-ip-block-list: Recipient not authorized, your IP has been found on
exchange-ip-not-taken: Service unavailable. Access denied, traffic not
exchange-ip-not-taken: Access denied, traffic not accepted from this IP
exchange-ip-reputation: The mail server [<ip>] has exceeded the maximum
exchange-ip-reputation: The mail server [<ip>] has been temporarily rate
exchange-ipv6-ptr: Access denied, the sending <id> address [<ip>] must
exchange-ipv6-range-limit: Access denied, [<ip>] has exceeded permitted limits
exchange-ipv6-unauthenticated: Service does not accept messages sent over <id>
exchange-ipv6-unauthenticated: Access denied, a message sent over <id> [<ip>] must
exchange-journaling: Journaling on-premises messages to Office <number>
exchange-junk-folder: The message was successfully delivered to the
exchange-legacy-address: RESOLVER.ADR.ExRecipNotFound; not found
exchange-list-expansion: Mailing list expansion problem
exchange-login-account: Authentication unsuccessful, the user password has
exchange-login-account: Authentication unsuccessful, account is locked.
exchange-login-credentials: Authentication unsuccessful, the user credentials
exchange-login-criteria: Authentication unsuccessful, the request did not
exchange-login-security-defaults: Authentication unsuccessful, user is locked by your
exchange-login-temporary: Temporary authentication failure
exchange-login-unsuccessful: Authentication unsuccessful [<id>]
exchange-long-header: Remote server returned an error -> <number>
exchange-mailbox-disabled: STOREDRV.Deliver; mailbox disabled
exchange-mailbox-not-accessible: Mailbox cannot be accessed
exchange-mailbox-quota: mailbox full;
exchange-mailbox-quota: The recipient mailbox quota exceeded [<host>]
exchange-mime-parts: Invalid MIME Content: Number of parsed MIME parts
exchange-moderation-expiry: APPROVAL.InvalidExpiry; Cannot read expiry policy.
exchange-mta-sts-certificate: Remote certificate failed MTA-STS validation.
exchange-mta-sts-host: MX hosts of <host> failed MTA-STS validation
exchange-mx-loopback: SMTPSEND.DNS.MxLoopback; DNS records for this
exchange-nested-attachments: Requested action not taken: policy violation
exchange-nested-attachments: Remote server returned an error -> <number>
exchange-no-answer: Your message couldn't be delivered. Despite
exchange-no-connector: ROUTING.NoConnectorForAddressType; unable to route
exchange-no-dialogue: Your mail system could not find a way to
exchange-no-ipv6: Access denied, [<host>] does not accept email over
exchange-no-next-hop: ROUTING.NoNextHop; unable to route due to no valid
exchange-no-submission: External client with IP address <ip> does not have
exchange-no-subscriptions: Mail received as unauthenticated, incoming to a
exchange-nonexistent-domain: SMTPSEND.DNS.NonExistentDomain; nonexistent domain
exchange-not-approved: APPROVAL.NotAuthorized; message cannot be delivered
exchange-old-tls: TLS 1.0 and 1.1 are not supported. Please
exchange-onmicrosoft-limit: Access denied, MOERA domain external recipient
exchange-organization-queue: Organization queue quota exceeded. [<host>]
exchange-own-mailbox-full: mailbox full;
exchange-partner-connector: TenantInboundAttribution; There is a partner
exchange-poison: Too many related errors
exchange-poison-message: STOREDRV.Deliver; message is treated as poison.
exchange-quarantined: Content Filter agent quarantined this message
exchange-queue-expired: Message expired, waited too long in the queue
exchange-queue-expired: QUEUE.Expired; message expired
exchange-recipient-block-policy: Your message can't be delivered because one or more
exchange-recipient-not-found: RESOLVER.ADR.RecipNotFound; not found
exchange-recipient-not-found: RESOLVER.ADR.RecipientNotFound; Recipient <address>
exchange-recipient-not-found: Recipient not found. <address>
exchange-recipients-of-one-domain: Too many recipients (<id>) [<host>]
exchange-relay-pool: Remote server returned not permitted to relay ->
exchange-remote-cut: Connection was closed abruptly
exchange-remote-cut: Message expired, connection reset
exchange-replication: Message failed to be replicated, no healthy
exchange-replication: Message failed to be replicated: insufficient
exchange-replication: Message failed to be replicated: an error occurred
exchange-reserved-domain: Recipient address reserved by RFC <number>
exchange-restriction: RESOLVER.RST.RestrictedToRecipients; message
exchange-restriction: RESOLVER.RST.NotAuthorized; not authorized
exchange-route-size: ROUTING.SizeLimit; message size exceeds fixed
exchange-routing-arguments: Invalid arguments
exchange-rule-refused: TRANSPORT.RULES.RejectMessage; the message was
exchange-send-as-denied: SendAsDenied; <address> not allowed to send as
exchange-send-as-refused: SMTP; Client does not have permissions to send as
exchange-sender-id: Sender ID (PRA) Not Permitted
exchange-sender-id: Missing purported responsible address
exchange-sender-malformed: Unknown sender address
exchange-sender-size-limit: RESOLVER.RST.SendSizeLimit.Sender; message too
exchange-sender-threads: STOREDRV.ClientSubmit; sender thread limit exceeded
exchange-sender-threads: Concurrent connections limit exceeded. . [<id>]
exchange-server-authentication: Cannot achieve Exchange Server authentication
exchange-service-inactive: System not accepting network messages
exchange-several-from: Multiple From addresses are not allowed without
exchange-single-label: Recipient addresses in single label domains not
exchange-size-restriction: RESOLVER.RST.RecipSizeLimit; message too large for
exchange-socket-refused: Connection refused [Message=Socket error code
exchange-socket-timeout: Connection timed out [Message=Socket error code
exchange-spf: The message was rejected because of Sender Policy
exchange-starttls-required: Cannot connect to remote server [<id> STARTTLS is
exchange-store-busy: STOREDRV.Storage; mailbox server is too busy
exchange-store-busy: STOREDRV.Deliver; dynamic mailbox database
exchange-store-conversion: <id>; storage error in content conversion
exchange-store-driver: STOREDRV.Deliver: The Microsoft Exchange
exchange-store-driver: STOREDRV.Deliver: Missing or bad StoreDriver MDB
exchange-store-offline: STOREDRV; mailbox database offline
exchange-store-offline: There is currently no route to the mailbox
exchange-submission-quota: STOREDRV.Submit;submission quota exceeded
exchange-submission-quota: The message can't be submitted because the sender's
exchange-submission-rate: Message submission rate for this client has
exchange-submit-address: STOREDRV.Submit; invalid recipient address
exchange-tenant-external-limit: Your message can't be sent because your tenant
exchange-tenant-threshold: Access denied, tenant has exceeded threshold. <id>)
exchange-thread-limit: STOREDRV.Deliver;recipient thread limit exceeded
exchange-throttled: Server busy. . (<id>)
exchange-too-many-recipients: Too many recipients
exchange-unable-to-relay: Unable to relay
exchange-unable-to-relay: SMTP; Unable to relay recipient in non-accepted
exchange-unrecognized-command: Unrecognized command 'XEXPS'
exchange-unregistered-domains: Service unavailable. Client blocked from sending
exchange-untrusted-root: Cannot establish session with remote server
exchange-untrusted-root: Cannot connect to remote server
exchange-wrong-connector-name: System incorrectly configured
exchange-wrong-region: Mail sent to the wrong Office <number> region. <id>
exim-bad-recipients: Rejected for too many bad recipients
exim-callout-response: response to "RCPT <address>>" from <host> [<ip>]
exim-dns-list: rejected because <ip> is in a black list at <host>
exim-header-syntax: header syntax
exim-header-syntax: unqualified address not permitted: failing address
exim-helo-syntax: Syntactically invalid HELO argument(s)
exim-local-problem: Temporary local problem -
exim-login-now: Unable to authenticate at present
exim-long-header: A message header line is too long
exim-long-lines: message has lines too long for transport (received
exim-long-lines: maximum allowed line length is <number> octets, got
exim-lookup-deferred: temporarily rejected RCPT <address>: mysql lookup
exim-lookup-deferred: lookup of "<host>" gave DEFER: MYSQL connection
exim-must-contain-domain: <joe>: sender address must contain a domain
exim-mx-is-local: lowest numbered MX record points to local host
exim-mx-not-existing: all relevant MX records point to non-existent hosts
exim-no-longer-accepts: This address no longer accepts mail.
exim-nul-or-operand: MAIL FROM must have an address operand
exim-null-mx: an MX or SRV record indicated no SMTP service
exim-recipient-verify-incomplete: Could not complete recipient verify callout
exim-relay-not-permitted: relay not permitted
exim-remote-is-local: remote host address is the local host: <host>
exim-restricted-characters: Restricted characters in address
exim-retry-later: retry time not reached for any host for '<host>'
exim-retry-not-reached: <address>: retry time not reached for any host
exim-retry-timeout: retry timeout exceeded
exim-sender-verify: Sender verify failed
exim-sender-verify: Verification failed for <address> <number> Sender
exim-spool: Error in writing spool file
exim-synchronization: SMTP protocol synchronization error
exim-unrouteable-domain: unrouteable mail domain "<host>"
exim-verify-incomplete: Could not complete sender verify callout
expired: delivery expired
expired: delivery timed out
eyou-alike: too many same size mails.
eyou-no-mail-server: smtpport check error.
eyou-open-relay: openrelay check.
eyou-remote-address: remote ip check error.
eyou-too-many-recipients: out of allow RCPT numbers.
fastmail-header-address: Not authorised to send from this header address
fortinet: Client host rejected by FortiMail session policy
fortinet: FortiGuard: IP reputation
fortinet: Message rejected by FortiGuard AntiSpam, IP <ip>
fortinet-link: This message has been blocked because it contains
forward-email: <host> is not set up properly,
forward-email: <host> is missing its records,
free-connections: Too many connections from your IP (<ip>),
free-temporarily-listed: Your IP (<ip>) is temporary blacklisted by an
free-too-many-spams: spam detected: Too many spams from your IP (<ip>),
gmx-blocklisted: <host> (<id>) Nemesis ESMTP Service not available.
gmx-blocklisted: Requested action not taken: mailbox unavailable. IP
gmx-policy: Requested action not taken: mailbox unavailable.
gmx-policy: Reject due to policy violations. <link>
gmx-ptr: <host> (<id>) Nemesis ESMTP Service not available.
gmx-quota: Requested mail action aborted: exceeded storage
gmx-rate: Rate limit reached. . For explanation
gmx-send-limit: Mail send limit exceeded. For explanation
gmx-sender-dns: Requested action not taken: mailbox unavailable.
gmx-sender-not-allowed: Requested action not taken: mailbox unavailable
gmx-spam: Transaction failed <number> Presumed spam content.
gmx-spf: Requested action not taken: mailbox unavailable.
godaddy-busy: <host> bizsmtp Server temporarily unavailable. .
godaddy-busy: <host> bizsmtp Connection refused. Too many
godaddy-cloudmark: <host> bizsmtp <id>. Connection refused. <ip> has a
godaddy-from: Sender domain does not exist or is malformed. <id>
godaddy-from: <address> Sender domain is not valid. <id>
godaddy-login: Authentication not allowed on IBSMTP Servers. <id>
godaddy-pbl: <host> bizsmtp <id>. Connection refused. <ip> on
godaddy-rate: This message was rejected. Rate limit of messages
godaddy-reverse-dns: <host> bizsmtp Temporarily rejected. Reverse DNS
godaddy-sbl: <host> bizsmtp <id>. Connection refused. <ip> on
godaddy-spf: <address> Not authorized to send: SPF check failed.
godaddy-spf: <address> Not authorized to send from this domain,
godaddy-virus: Virus infected message rejected. <id>
godaddy-xbl: <host> bizsmtp <id>. Connection refused. <ip> on
google-account-rate-limited: This email has been rate limited. gsmtp
google-address-form: The recipient address <address> is not a valid RFC
google-alignment: Your email has been rate limited because the From:
google-app-password: Application-specific password required. gsmtp
google-bad-credentials: Username and Password not accepted. gsmtp
google-blocked-content: This message was blocked because its content
google-busy: Server busy, . gsmtp
google-connection-expired: Connection expired, try reconnecting. gsmtp
google-custom-policy: The user or domain that you are sending to (or
google-custom-policy: Messages of this kind are not wanted here - gcdp
google-daily-limit: Daily user sending limit exceeded. gsmtp
google-disabled-user: The email account that you tried to reach is
google-dkim-required: Your email has been blocked because the sender is
google-dkim-required-slowed: Your email has been rate limited because DKIM
google-dmarc: Unauthenticated email from <host> is not accepted
google-dmarc-dns: Unauthenticated email from <host> is not accepted
google-dns-nxdomain: DNS Error: <number> DNS type 'mx' lookup of <host>
google-domain-not-found: Your message wasn't delivered to <address> because
google-email-quota: Email quota exceeded.
google-from-doubled: Messages with multiple addresses in From: header
google-from-doubled: This message has multiple From: headers and is not
google-from-missing: [<ip>] Messages missing a valid address in From:
google-gateway-list: IP not in whitelist for RCPT domain, closing
google-header-characters: This message contains a unicode character in a
google-header-characters: Encoded-word syntax is not permitted in message
google-helo-argument: HELO/EHLO argument "_" invalid, closing connection.
google-helo-argument: Empty HELO/EHLO argument not allowed, closing
google-identity-rate: Gmail has detected an unusual rate of unsolicited
google-idle: Timeout - closing connection. gsmtp
google-ipv6-guidelines: [<ip>] Our system has detected that this message
google-login-data: Cannot Decode response. gsmtp
google-login-data: No identity changes permitted. <id>
google-login-mechanism: Unrecognized Authentication Type. gsmtp
google-login-mechanism: XOAUTH is no longer supported. <id>
google-login-required: Authentication Required. gsmtp
google-login-required: Authentication Required. Learn more at <link> <id>
google-loop: Message exceeded <number> hops, this may indicate a
google-low-reputation: This message is suspicious due to the very low
google-low-reputation: [<ip> <number>] This message is suspicious due to
google-low-reputation-refused: [<ip> <number>] Our system has detected that this
google-malformed: Mail message is malformed. Not accepted. gsmtp
google-message-id-missing: Messages missing a valid Message-ID: header are not
google-message-size: Your message exceeded Google's message size limits.
google-no-dmarc-record: Your email has been blocked because the sending
google-no-dmarc-record-slowed: Your email has been rate limited because the
google-no-such-user: The email account that you tried to reach does not
google-not-authorized-ip: [<ip>] The IP you are using to send mail is not
google-parts-and-headers: The number of attachments (<number>) exceeds the
google-parts-and-headers: The size of the Subject: header exceeds the limit
google-pipelined-starttls: SMTP protocol violation, no commands allowed to
google-policy-size: Domain policy size per transaction exceeded, .
google-protocol-violation: EHLO/HELO first. gsmtp
google-protocol-violation: SMTP protocol violation, . <id>
google-protocol-violation: Too many unauthenticated commands. <id>
google-ptr-missing: [<ip>] The IP address sending this message does not
google-ptr-refused: [<ip>] The IP address sending this message does not
google-ptr-slowed: Your email has been rate limited because the
google-receiving-rate: The user you are trying to contact is receiving
google-receiving-rate-refused: The user you are trying to contact is receiving
google-receiving-too-quickly: The user you are trying to contact is receiving
google-recipient-domain: We were unable to find the recipient domain. gsmtp
google-recipient-domain: We weren't able to find the recipient domain. fter
google-relay-credentials: Invalid credentials for relay [<ip>]. gsmtp
google-relay-daily: Daily SMTP relay sending limit exceeded for
google-relay-denied: Mail relay denied [<ip>]. gsmtp
google-relay-peak: Peak SMTP relay limit exceeded for customer. gsmtp
google-rfc-5322: [<ip>] This message is not RFC <number> compliant.
google-same-message-id: Gmail has detected an unusual rate of email with
google-sending-denied: Mail sending denied. gsmtp
google-several-domains: Multiple destination domains per transaction is
google-spf-hard-fail: The MAIL FROM domain [<host>] has an SPF record
google-spf-hard-fail: This mail has been blocked because the sender is
google-spf-required: Your email has been blocked because the sender is
google-spf-required-slowed: Your email has been rate limited because SPF
google-spf-suspicious: The SPF record of the sending domain has one or
google-spf-suspicious-slowed: The SPF record of the sending domain has one or
google-spf-suspicious-slowed: Your email has been rate limited because the SPF
google-starttls-first: Must issue a STARTTLS command first. gsmtp
google-storage-full: The recipient's inbox is out of storage space.
google-storage-full: The email account that you tried to reach is over
google-storage-full-refused: The recipient's inbox is out of storage space and
google-suspicious-content: This message is suspicious due to the nature of the
google-temporarily-rejected: Mail server temporarily rejected message. gsmtp
google-temporary-problem: Temporary System Problem. . gsmtp
google-tls-for-domain: TLS required for RCPT domain, closing connection.
google-tls-required: Your email has been blocked because it was not sent
google-tls-required-slowed: Your email has been rate limited because this
google-too-many-logins: Too many login attempts, . gsmtp
google-too-many-recipients: Your message has too many recipients. gsmtp
google-too-many-recipients-for-sender: Too many recipients for this sender. gsmtp
google-try-later-closing: . (EHLO) gsmtp
google-unauthenticated: This mail has been blocked because the sender is
google-unauthenticated: Your email has been blocked because the sender is
google-unauthenticated-slowed: This mail has been rate limited because it is
google-unauthenticated-slowed: Your email has been rate limited because it is
google-unsolicited: [<ip> <number>] Our system has detected that this
google-unsolicited-slowed: [<ip> <number>] Our system has detected that this
google-unusual-rate: Gmail has detected an unusual rate of unsolicited
google-unusual-rate: Our system has detected an unusual rate of
google-unusual-rate-refused: [<ip>] Our system has detected an unusual rate of
google-unusual-rate-refused: There is an unusual rate of unsolicited mail
google-web-login: Please log in via your web browser and then try
greylisted: Greylisted, retry after some minutes please
greylisted: Greylisted, please wait
greylisted-with-time: Greylisting in action, please come back in <ip>
greylisted-with-time: <address>: Recipient address rejected: Greylisted
greylisting-first-contact: First time sender,
greylisting-first-contact: First time sender, please retry later
greylisting-gld: Service temporarily unavailable,
greylisting-greylistd: <ip> is not yet authorized to deliver mail from
greylisting-in-action: Greylisting in action,
greylisting-policyd: Policy Rejection- .
greylisting-policyd: <address>: Recipient address rejected: Policy
gtube: Gtube pattern
haraka-8-bit-command: Syntax error (<id> characters not allowed)
haraka-auth-domain: Envelope domain '<host>' doesn't match AUTH domain
haraka-command-too-long: Command line too long
haraka-credentials: Credential leak detected: never give out your
haraka-mime-parts: Transaction failed due to too many MIME parts
haraka-no-delivery: I cannot deliver mail for <address>
haraka-not-from-your-host: Mail from domain '<host>' is not allowed from your
haraka-not-welcome: Your mail is not welcome here
haraka-rdns: rDNS Temporary Failure
haraka-rdns: rDNS Lookup Failed
haraka-signature: Mail matches a known spam signature
haraka-split-transaction: Split transaction, retry soon
haraka-tls-on-plain-port: SSL attempted over a non-SSL socket
hello-and-login-first: need EHLO and AUTH first
hello-first: Send hello first
hello-first: send HELO first
helo-host-not-found: <host>: Helo command rejected: Host not found
helo-invalid: invalid HELO name
helo-invalid: HELO requires valid address
helo-invalid-name: <bad_name>: Helo command rejected: Invalid name
helo-not-fully-qualified: <localhost>: Helo command rejected: need
hmailserver-credentials: Login credentials no longer valid. Please
hmailserver-data: Excessive amounts of data sent to server.
hmailserver-login: SMTP authentication is required.
hmailserver-not-allowed: Delivery is not allowed to this address.
hmailserver-not-saved: Your message was received but it could not be
hmailserver-reset: Issue a reset if you want to start over
hmailserver-to-itself: Error: Could not connect to <ip> on port <number>
host-not-found: Host or domain name not found. Name service error
host-not-found: no MX record for <host>
hosting-failures-limit: Domain <host> has exceeded the max defers and
hosting-hourly-limit: Domain <host> has exceeded the max emails per hour
hosting-login-switched-off: Please turn on SMTP Authentication in your mail
hosting-mailbox-off: <address>: Recipient address rejected: Disabled by
hosting-nobody: Mail sent by user nobody being discarded due to
hosting-not-logged-in: <ip> is currently not permitted to relay through
hosting-out-rate: <address>: Recipient address rejected: Ratelimit
hosting-recipient-check: The recipient cannot be verified. .
hosting-sending-off: Disabled by user from hPanel
hosting-suspended: contoso has an outgoing mail suspension. Message
hostkarma: <ip> is listed, remove it at <link>
hostkarma: Service unavailable; Client host [<ip>] blocked
idle-timeout: <host> Error: timeout exceeded
improper-pipelining: Error: Improper use of SMTP command pipelining
improvmx: No forwarding is set up for this address,
improvmx: the domain <host> is not set up at <host> (<id>)
improvmx-alias-broken: Unable to read the forwarding recipient for this
improvmx-domain-unknown: Domain not found: <host> (<id>)
improvmx-later: Server too busy, . (<id>)
improvmx-loop: Loop detected: this would go back to <host>. (<id>)
improvmx-relay: Relay not permitted. (<id>)
improvmx-reputation: Due to the reputation of the sending domain, this
inactivity: <address> is no longer active
inactivity: mailbox blocked due to inactivity
internal-error: Internal software error, try again
invaluement: Your IP is listed in ivmSIP
invaluement: Service unavailable; Client host [<ip>] blocked
iua-frozen: Mailbox is frozen.
iua-full: Mailbox is full;
iua-listed: Your IP is listed;
iua-unknown: Recipient not found;
iua-unknown: No such mailbox,
kerio-blocked-by: Client host <ip> blocked by the list of the
kerio-unknown-recipient: Attempt to deliver to unknown recipient <address>,
laposte-blocked-mailbox: Boite du destinataire archivee. <id>
laposte-blocked-mailbox: Boite du destinataire bloquee. Blocked mailbox.
laposte-code: Message refuse par une regle. <id>
laposte-connections: Too many connections, slow down. <id>
laposte-dkim: Message refuse, DKIM n'est pas configure sur votre
laposte-full: Boite du destinataire pleine. <id>
laposte-later: Service refuse. Veuillez essayer plus tard. <id>
laposte-listed: Les emails envoyes vers la messagerie <host> ont
laposte-login: Authentification requise. Authentication Required.
laposte-sender: Emetteur invalide. Invalid Sender. <id>
laposte-size: Taille limite du message atteinte. <id>
laposte-spf: Service refuse. Veuillez essayer plus tard. Service
laposte-unknown: Boite du destinataire invalide. <id>
laposte-unknown: Adresse d au moins un destinataire invalide.
list-0spam: Service unavailable; Client host [<ip>] blocked
list-ahbl: Service unavailable; Client host [<ip>] blocked
list-anonmails: Service unavailable; Client host [<ip>] blocked
list-anti-spam-cn: Service unavailable; Client host [<ip>] blocked
list-asked-in-vain: Client host [<ip>] blocked using <host>; Error:
list-blocklist-de: Service unavailable; Client host [<ip>] blocked
list-calivent: Service unavailable; Client host [<ip>] blocked
list-drmx: Service unavailable; Client host [<ip>] blocked
list-dronebl: Service unavailable; Client host [<ip>] blocked
list-dsbl: Service unavailable; Client host [<ip>] blocked
list-fabel: Service unavailable; Client host [<ip>] blocked
list-gbudb: Service unavailable; Client host [<ip>] blocked
list-gweep: Service unavailable; Client host [<ip>] blocked
list-inps: Service unavailable; Client host [<ip>] blocked
list-interserver: Service unavailable; Client host [<ip>] blocked
list-kisa: Service unavailable; Client host [<ip>] blocked
list-konstant: Service unavailable; Client host [<ip>] blocked
list-lashback: Service unavailable; Client host [<ip>] blocked
list-madavi: Service unavailable; Client host [<ip>] blocked
list-mailspike: Service unavailable; Client host [<ip>] blocked
list-njabl: Service unavailable; Client host [<ip>] blocked
list-nordspam: Service unavailable; Client host [<ip>] blocked
list-ordb: Service unavailable; Client host [<ip>] blocked
list-rfc-ignorant: Service unavailable; Client host [<ip>] blocked
list-s5h: Service unavailable; Client host [<ip>] blocked
list-scrolloutf1: Service unavailable; Client host [<ip>] blocked
list-sender-score: Service unavailable; Client host [<ip>] blocked
list-spamcannibal: Service unavailable; Client host [<ip>] blocked
list-spameatingmonkey: Service unavailable; Client host [<ip>] blocked
list-spamrats: Service unavailable; Client host [<ip>] blocked
list-spamrats-dyna: Service unavailable; Client host [<ip>] blocked
list-spamrats-noptr: Service unavailable; Client host [<ip>] blocked
list-spfbl: Service unavailable; Client host [<ip>] blocked
list-suomispam: Service unavailable; Client host [<ip>] blocked
list-swinog: Service unavailable; Client host [<ip>] blocked
list-tor-exit: Service unavailable; Client host [<ip>] blocked
list-virbl: Service unavailable; Client host [<ip>] blocked
list-wpbl: Service unavailable; Client host [<ip>] blocked
list-zapbl: Service unavailable; Client host [<ip>] blocked
login-failed: Incorrect authentication data - <link>
login-failed: Error: authentication failed: (reason unavailable)
login-failed: warning: <id>]: SASL LOGIN authentication failed:
login-in-browser: Sign in with a web browser to unlock this account
login-mechanism: Unrecognized authentication type
login-required: Authentication required
login-required: please log in before sending
mail-loop: Error: too many hops
mail-loop: mail loop detected
mailbox-disabled: <address>: this mailbox has been disabled
mailbox-disabled: account is suspended
mailbox-full: <address>... The mailbox of the user is full
mailbox-full: mailbox full
mailbox-full: mailbox size limit exceeded
mailbox-full: user has exhausted allowed storage space
mailbox-full-status: <address>: Recipient address rejected: no room
mailbox-holds-too-many: Recipient has too many messages on the server
mailbox-holds-too-many: <address> Benutzer hat zu viele Mails auf dem
mailbox-holds-too-many: mailbox has too many messages
mailbox-unavailable: Requested action not taken: mailbox unavailable
mailbox-unavailable: recipient unavailable
mailgun-bounced-before: Not delivering to previously bounced address
mailgun-complained: Not delivering to a user who marked your messages
mailgun-not-allowed: Domain <host> is not allowed to send: Please
mailgun-sandbox: Domain <host> is not allowed to send: Sandbox
mailgun-test-only: Domain <host> is not allowed to send: Free accounts
mailgun-unsubscribed: Not delivering to unsubscribed address
mailru-blocked-address: Access from ip address <ip> blocked.
mailru-dynamic-ip: We do not accept mail from hosts with dynamic IP or
mailru-invalid-mailbox: Message was not accepted -- invalid mailbox. Local
mailru-mailbox-disabled: Message was not accepted -- invalid mailbox. Local
mailru-mailbox-rate: Ratelimit exceeded for mailbox <address>. .
mailru-recipient-check: Message was not accepted -- invalid mailbox. Local
mailru-sending-disabled: Message sending for this account is disabled.
mailru-spam: spam message rejected. . Error code: <id>. ID:
mandrill-invalid-sender: "reject_reason" => "invalid-sender"
mandrill-suppressed: "reject_reason": "hard-bounce"
mandrill-test-limit: "reject_reason": "test-mode-limit"
mcafee-denied: Denied [CS] [<id>] (Mode: normal)
message-crypto-failed: Your message could not be encrypted: no valid
message-crypto-failed: Kein gültiges Verschlüsselungszertifikat für den
message-crypto-failed: S/MIME signature verification failed, message
message-crypto-failed: The S/MIME certificate of the sender has expired
message-file-too-big: Error: message file too big
message-file-too-big: Chunk exceeds message size limit
message-too-large: Maximum email size exceeded - <link>
message-too-large: Message size exceeds fixed maximum message size
message-too-large: message too large
message-too-large: mail size exceeds the maximum
microsoft-banned-ip: Access denied, banned sending IP [<ip>]. To request
microsoft-spamhaus: Service unavailable, Client host [<ip>] blocked
microsoft-spamhaus-domain: Service unavailable, Helo domain is listed in
mimecast-account-connections: Account service is temporarily unavailable - <link>
mimecast-anti-spoofing: Anti-Spoofing policy - Inbound not allowed - <link>
mimecast-anti-spoofing: Rejected by header based Anti-Spoofing policy:
mimecast-blocked-sender: Administrative prohibition - envelope blocked -
mimecast-busy: Unable to process an email at this time
mimecast-busy: unable to process command
mimecast-certificate: Configuration is invalid for this certificate -
mimecast-content: Message bounced due to Content Examination Policy -
mimecast-country: Host network, not allowed - <link>
mimecast-dkim: DKIM Sender Invalid - envelope rejected - <link>
mimecast-dmarc: DMARC Sender Invalid - envelope rejected - <link>
mimecast-ended-early: Message ended early - <link>
mimecast-greylist: Internal resources are temporarily unavailable -
mimecast-header-blocked: Rejected by header based manually Blocked Senders:
mimecast-header-blocked: Envelope Rejected - Block policy for Envelope From
mimecast-inbound-disabled: Account inbounds disabled - <link>
mimecast-ip-blocked: Sender address blocked - <link> [<id>]
mimecast-ip-over-limit: IP temporarily blacklisted - <link>
mimecast-journal-expired: Journal message past expiration - <link>
mimecast-login: Submitter failed to disabled
mimecast-login: Submitter failed to authenticate - <link>
mimecast-open-relay: Open relay not allowed - <link>
mimecast-outbound-disabled: Account outbounds disabled - <link>
mimecast-outbound-threads: Exceeding outbound thread limit - <link>
mimecast-recipient-check: Recipient temporarily unavailable
mimecast-reputation: <host> Poor Reputation Sender. - <link>
mimecast-reputation: Local CT IP Reputation - (reject) - <link>
mimecast-security-policies: Email rejected due to security policies - <link>
mimecast-spf: SPF Sender Invalid - envelope rejected - <link>
mimecast-tls-required: This route requires encryption (TLS) - <link>
mimecast-tls-too-weak: This route requires high-strength ciphers
mimecast-tls-too-weak: This route requires TLS version 1.2 or greater -
mimecast-user-entry: Envelope blocked - User Domain Entry - <link>
mimecast-wrong-host: Incorrect hostname used for inbounds
mimecast-wrong-host: Hostname is not authorized - <link>
naver-filtered-ip: Your <id>) is filtered and this connection will be
need-mail-first: RCPT command expected
netease-block-list: DT:RBL <id> <link>
netease-day-limit: MI:SFQ <number> <id>
netease-day-limit: RP:QRC <number> <id>
netease-day-limit: RP:TRC <id> <link>
netease-dmarc: MI:DMA <id> <link>
netease-helo: HL:ITC <number> <id>
netease-limit: HL:IFC <number> <id>
netease-own-users: Requested action not taken: Local user only
netease-reputation: RP:TRL <number> <id>
netease-reputation: RP:CCL <number> <id>
netease-sender-form: MI:IMF <id> <link>
netease-sender-mismatch: DT:SUM <id> <link>
netease-spam: DT:SPM <number> <id>
netease-spf: MI:SPF <id> <number> <link>
netease-unknown-recipients: HL:REP <id> <link>
newer-command-first: MAIL is required first.
newer-command-first: RCPT TO must be issued first
newer-extension-disabled: DSN extension has been disabled.
newer-line-ends: message data must use CRLF for line endings
newer-list-not-found: Mailing list not found.
newer-login-and-sender: Incorrect Authentication for Specified Email
newer-login-and-sender: From/Sender name is not valid
newer-mx-authenticity: Failed to establish the MX record authenticity
newer-not-now: Unable to accept message at this time.
newer-quarantined: Refusing to deliver a quarantined message
newer-reconnect-too-fast: Temporary rejected: Reconnect to fast. Please come
newer-reverse-dns-failed: Temporary error validating reverse DNS.
newer-route: Route does not accept incoming messages
newer-send-limit: Message held because send limit (<number>) has been
newer-sender-null-mx: Domain in MAIL FROM has null MX record
newer-session-limit: <host> Session open for too long.
newer-spf-temporary: SPF authentication failed with a temporary error
newer-without-login: Sender <address> is not allowed for unauthenticated
nix-spam: Service unavailable; Client host [<ip>] blocked
no-route: connect to <id>: Network is unreachable
no-route: connect to <id>: No route to host
no-such-user: No such user here
no-such-user: <address> is not in recipient list
no-valid-recipients: Error: no valid recipients
not-allowed-to-connect: You are not allowed to connect.
notice-account-or-domain: The mail server could not deliver mail to
notice-check-address: Unable to deliver message to <address> (and other
notice-connect-refused: The recipient server did not accept our requests to
notice-final-userid: Invalid final delivery userid: <address>
notice-gateway: Routing: Could not find a gateway for <address>
notice-given-up: Could not deliver for the last <number> seconds.
notice-host-not-found: DNS lookup failure: host <host> not found
notice-ldap: Unable to contact LDAP server.
notice-list-loop: Duplicated Message-ID in <address>.
notice-list-member: You are not a member of this mailing list
notice-mailbox-full-retries: mailbox is full: retry timeout exceeded
notice-mailbox-size-allowed: User mailbox exceeds allowed size: <address>
notice-no-exchanger: Sorry, I couldn't find a mail exchanger or IP
notice-program: unknown mailer error <number>
notice-rejected-remotely: Each of the following recipients was rejected by a
notice-size: Mail size limit exceeded.
notice-user-disabled: The user(s) account is disabled.
null-mx: Recipient address has null MX
null-mx: <host> has a null MX
opensmtpd-auth-first: Invalid command: Must issue an AUTH command first
opensmtpd-credentials: Could not retrieve source address
opensmtpd-insecure-auth: Refuse to AUTH over insecure channel
opensmtpd-invalid-recipient: Invalid recipient: <address>
opensmtpd-list-expansion: Mailing list expansion problem: <address>
opensmtpd-messages-sent: Other or undefined protocol status: Too many
opensmtpd-mx-lookup: Temporary failure in MX lookup
opensmtpd-rejects-all: Destination seem to reject all mails
opensmtpd-removed: Removed by administrator
opensmtpd-rfc-2822: Message is not RFC <number> compliant
opensmtpd-routes-blocked: All routes to destination blocked
opensmtpd-user-lookup: Permanent failure in user lookup
orange-999: <id> ME Service refuse. Service refused, . <id>
orange-999: Service refuse. Veuillez essayer plus tard. Service
orange-cloudmark: <id> ME Adresse IP source bloquee pour incident de
orange-connections: <id> ME Trop de connexions, veuillez verifier votre
orange-dmarc: Message refuse, verification en echec <id>
orange-full: Boite du destinataire pleine. Recipient overquota.
orange-later: Service refuse. Veuillez essayer plus tard. Service
orange-login-code: Code d'authentification invalide <id>
orange-ofr: Service refuse. <id> [<number>]
orange-recipient: Adresse d au moins un destinataire invalide.
orange-sender: Emetteur invalide. Invalid Sender. <id> [<number>]
orange-sender-malformed: Adresse d expediteur invalide. <id> [<number>]
orange-size: Taille limite du message atteinte <id> [<number>]
orange-spam: Mail rejete. Mail rejected. <id> [<number>]
orange-spf: <host> [<ip>] Emetteur invalide, Veuillez verifier
outlook-authentication-level: Access denied, sending domain <host> does not meet
outlook-block-list: Unfortunately, messages from [<ip>] weren't sent. .
outlook-complaints: <id> Mail rejected by <host> for policy reasons. A
outlook-content-or-reputation: <id> (<id>) Unfortunately, messages from <ip>
outlook-content-or-reputation: <id> (<id>) Mail rejected by <host> for policy
outlook-dynamic-ip: <id> Mail rejected by <host> for policy reasons. We
outlook-harvesting: <id> Mail rejected by <host> for policy reasons.
outlook-infected: <id> Mail rejected by <host> for policy reasons.
outlook-mailbox-unavailable: Requested action not taken: mailbox unavailable
outlook-open-relay: <id> Mail rejected by <host> for policy reasons.
outlook-rate-limit: <id> The mail server IP connecting to <host> server
outlook-rate-limit-connection: <id> The mail server IP connecting to <host> server
outlook-spamhaus: <id> Mail rejected by <host> for policy reasons.
outlook-too-many-connections: <id> The mail server IP connecting to <host> server
over-quota: Quota exceeded (mailbox for user is full)
over-quota: quota exceeded
own-files-closed: Cannot open main log file "<id>": Permission
own-files-closed: fatal: scan_dir_push: open directory active:
own-files-closed: SYSERR(root): cannot chdir(/var/spool/mqueue/):
own-limit: warning: service "smtp" (<number>) has reached its
own-limit: rejecting connections on daemon MTA: load average:
own-limit: service(imap-login): process_limit (<number>)
own-mailbox-rights: chdir(/home/bob) failed: Permission denied (<id>)
own-milter: warning: connect to Milter service <id>: Connection
own-milter: <id>: Milter (opendkim): to error state
own-not-set-up: sendmail: fatal: open /etc/postfix/main.cf: No such
own-not-set-up: sendmail: account default not found: no
own-program-fails: warning: /usr/lib/postfix/sbin/smtpd: bad command
own-program-missing: /bin/sh: <number>: /usr/sbin/sendmail: not found
own-program-missing: s-nail: Cannot start /usr/sbin/sendmail: executable
own-program-missing: Error: spawn sendmail ENOENT
own-program-missing: exec: "sendmail": executable file not found in
own-program-missing: (CRON) info (No MTA installed, discarding output)
own-program-missing: FileNotFoundError: [Errno <number>] No such file or
own-queue-crowded: warning: mail for <host> is using up <number> of
own-queue-file: remote delivery failed: corrupted queue file
own-queue-file: warning: saving corrupt file "<id>" from queue
own-queue-file: Format error in spool file <id>: <id>
own-queue-file: Losing <id>: bogus queue line
own-scanner: (!)ClamAV-clamd: Can't connect to a UNIX socket
own-scanner: (!!)AV: ALL VIRUS SCANNERS FAILED
own-scanner: spam acl condition: all spamd servers failed
own-service-silent: warning: problem talking to service rewrite:
own-service-silent: warning: problem talking to server <id>: Connection
own-service-silent: postqueue: fatal: Queue report unavailable - mail
own-service-silent: warning: connect to private/anvil: Permission
own-settings: Exim configuration error in line <number> of <id>:
own-settings: fatal: /etc/postfix/main.cf, line <number>: missing
own-settings: doveconf: Fatal: Error in configuration file
own-settings: failed to expand "interface" option for remote_smtp
own-settings: Tainted filename '<id>'
own-settings: failed to expand condition "\${lookup mysql{q}}" for
own-signing-key: can't load key from /etc/dkim/mail.key: Permission
own-signing-key: <host>: key data is not secure: /etc/dkim/mail.key
own-store: connect to mail.contoso.test[private/dovecot-lmtp]:
own-table: warning: virtual_mailbox_domains:
own-table: error: open database /etc/aliases.db: No such file
own-table: warning: connect to mysql server localhost: Too
own-table: auth: Error: mysql(localhost): Connect failed to
own-table: error: unsupported dictionary type: mysql
pipelining-not-supported: Invalid command: Pipelining not supported
policy-word: Message rejected due to local policy reasons
policyd-spf-broken: Message rejected due to: SPF Permanent Error: Void
policyd-spf-dns: SPF Temporary Error: DNS Timeout
policyd-spf-reasons: Mechanism -all matched for <host>
poor-reputation: Message refused: poor reputation of the sending
poor-reputation: Refused: bad IP
postfix-bad-syntax: Error: bad syntax
postfix-command-syntax: Syntax: AUTH mechanism
postfix-command-syntax: Syntax: EHLO hostname
postfix-connections: <host> Error: too many connections from <ip>
postfix-dns-malformed: Host or domain name not found. Name service error
postfix-login-not-offered: Error: authentication not enabled
postfix-loops-to-myself: mail for <host> loops back to myself
postfix-loops-to-myself: DNS Error: Unable to deliver email to the IP
postfix-message-rate: Error: too much mail from <ip>
postfix-no-recipients: no recipients specified
postfix-ports-busy: All screening ports are busy
postfix-recipient-rate: Error: too many recipients from <ip>
postfix-recipient-unknown: <address>: Recipient address rejected: User unknown
postfix-sender-domain: <address>: Sender address rejected: Domain not
postfix-sender-unknown: <address>: Sender address rejected: User unknown in
postfix-sender-unverified: <address>: Sender address rejected: undeliverable
postfix-smtputf8-not-declared: Must declare <id> to send unicode address
postfix-synchronization: Error: SMTP protocol synchronization
postfix-table-lookup: <address>: Temporary lookup failure
postfix-tls-active: Error: TLS already active
postfix-tls-sessions: <host> Error: too many new TLS sessions from <ip>
postfix-too-many-errors: <host> Error: too many errors
postfix-unverified-recipient: <address>: Recipient address rejected: unverified
postfix-user-unknown: <address>: Recipient address rejected: User unknown
postfix-verification-in-progress: <address>: Recipient address rejected: unverified
postfix-xclient-refused: Error: insufficient authorization
postgrey: <address>: Recipient address rejected: Greylisted,
postmark-inactive: You tried to send to a recipient that has been
postmark-pending-approval: While your account is pending approval, all
postmark-spam-notification: The message was delivered, but was either blocked
postmark-stream: The message stream 'news' does not exist: the
postscreen-deny-list: Service currently unavailable
proofpoint-intrusion: Intrusion prevention active for [<ip>]
proofpoint-invalid-user: User email address is marked as invalid.
proofpoint-list: Service unavailable; client [<ip>] blocked using
proofpoint-local-policy: Local Policy Violation
protocol-error: Protocol error; the client talked before its turn
proton-spam: Rejected by spam filter
proton-virus: We do not accept viral traffic
psbl: Service unavailable; Client host [<ip>] blocked
qmail-authorization-required: Authorization required
qmail-bad-mail-from: sorry, your envelope sender is in my badmailfrom
qmail-bad-recipient: sorry, your envelope recipient is in my badrcptto
qmail-cannot-run: delivery <number>: failure:
qmail-cannot-run: Unable to fork qmail-local.
qmail-connect-failed: Sorry, I wasn't able to establish an SMTP
qmail-connected-and-died: Connected to <ip> but connection died.
qmail-databytes: sorry, that message size exceeds my databytes limit
qmail-from-and-login: from and auth not the same
qmail-home-or-file: Home directory is sticky: user is editing his
qmail-messaging-limits: you have exceeded your messaging limits
qmail-no-exchanger: sorry, can't find a valid MX for rcpt domain
qmail-no-mailbox: sorry, no mailbox here by that name - chkuser)
qmail-queue: qq trouble creating files in queue
qmail-queue: qq trouble in home directory
qmail-queue: qq permanent problem
qmail-queue-too-long: I'm not going to try again; this message has been
qmail-rcpthosts: sorry, that domain isn't in my list of allowed
qmail-rcpthosts: sorry, that domain isn't allowed to be relayed thru
qmail-rcpthosts: dat domein is niet in mijn lijst met toegestane
qmail-recipient-denied: sorry, your envelope recipient has been denied
qmail-resources: delivery <number>: deferral: <id>
qmail-security-policies: sorry, you are violating our security policies
qmail-sender-denied: sorry, your envelope sender has been denied
qmail-valid-recipient-list: sorry, this recipient is not in my validrcptto list
qq-authorization-code: Login Fail. Please enter your authorization code to
qq-connection-denied: Connection denied [<id> IP: <ip>]. <link>
qq-content: Suspected bounce attacks [MU <ip>] <link>
qq-frequency: Connection frequency limited. <link>
qq-frequency: Domain frequency limited [<id> <ip>]. <link>
qq-from-header: The "From" header is missing or invalid. Please
qq-login-refused: Login fail. Account is abnormal, service is not
qq-mailbox-denied: Mailbox unavailable or access denied. <link>
qq-mailbox-not-found: Mailbox not found. <link>
qq-recipient-blocks: Mail is rejected by recipients [<id> IP: <ip>].
qq-sender-of-login: Mail from address must be same as authorization
qq-sender-of-login: Mail from must equal authorized user
qq-suspected-spam: Suspected spam. <link>
queue-file-error: Error: queue file write error
queue-file-error: collect: Cannot write <id> (bfcommit, <id>, <id>):
rackspace-code: <address>: Refused, ask support at <host> (G12)
rackspace-unknown: <address>: Recipient address rejected: User unknown
rambler-inactive: <address>: recipient address rejected: Inactive
rate-limited: Sending limit exceeded
rate-limited: rate limit exceeded
rcpt-must-precede: valid RCPT command must precede DATA
recipient-away: Out of office auto reply: I am on leave until
recipient-away: <address> is away until Monday
recipient-domain-not-found: <address>: Recipient address rejected: Domain not
recipient-not-fully-qualified: <bob>: Recipient address rejected: need
recipient-not-valid: Invalid recipient
relaying-denied: Open relay not allowed
relaying-denied-sendmail: <address>... Relaying denied. IP name lookup failed
restricted-recipient: You are not allowed to post to this list
reverse-dns: No reverse DNS for <ip>
reverse-dns: reverse DNS lookup failed for <ip>
reverse-dns: <ip> has no PTR record
rspamd-null-mx: <address>: Sender address rejected: Domain
rspamd-ratelimit: Ratelimit "to_user" exceeded
sender-access-denied: <address>: sender address blocked
sender-blocked-using: Service unavailable; Sender address [<address>]
sender-callout: Sender verification failed
sender-domain-not-found: <address>: sender domain does not exist
sender-not-fully-qualified: <address>: Sender address rejected: need
sender-not-logged-in: <address>: Sender address rejected: not logged in
sender-not-owned: <address>: Sender address rejected: not owned by
sender-owner-of-login: <address>: Sender address rejected: not owned by
sendgrid-credits: Authentication failed: Maximum credits exceeded
sendgrid-not-authorized: You are not authorized to send from that email
sendgrid-sender-identity: The from address does not match a verified Sender
sendgrid-unauthenticated: Unauthenticated senders not allowed
sendgrid-unauthenticated: Cannot receive from specified address <address>:
sendmail-bad-recipients: <host> Too many bad recipients; closing connection
sendmail-client-unresolved: Client IP address [<ip>] does not resolve
sendmail-config: system config error
sendmail-data-format: <address>>, mailer=esmtp, <id>, stat=Data format
sendmail-data-format: Data format error
sendmail-domain-name-required: <joe>... Domain name required for sender address
sendmail-headers-too-long: Headers too large (<number> max)
sendmail-introduce: I demand that you introduce yourself first
sendmail-login-not-offered: AUTH not available
sendmail-mailer-died: mailer local died with signal <number>
sendmail-milter-reject: <id>]: <id>: Milter: data, <id> Command rejected
sendmail-pregreeting: rejecting commands from <host> [<ip>] due to
sendmail-protocol: <address>>, mailer=esmtp, <id>, stat=Remote
sendmail-refused-for-good: <address>>, <id>, mailer=esmtp, <id>, stat=Service
sendmail-relaying-login: <address>... Relaying denied. Proper authentication
sendmail-sender-domain-missing: Domain of sender address <address> does not exist
sendmail-sender-domain-missing: <address>... Domain of sender address <address>
sendmail-sender-domain-unresolved: Domain of sender address <address> does not resolve
sendmail-system: <address>>, mailer=local, <id>, stat=Can't create
sendmail-system: <address>>, mailer=local, <id>, stat=I/O error
sendmail-unrecognized-host: <address>... Invalid host name
server-bad-spf: Bad SPF records for [<id>]
server-blacklisted-either: Unroutable sender address
server-blocked-client: IP address blacklisted by recipient
server-busy: Service currently unavailable
server-busy: temporary system failure
server-busy: Requested action aborted: local error in processing
server-client-mismatch: domain [<host>] mismatches client ip <ip>.
server-configuration: Server configuration problem
server-header-fault: Transaction failed: Duplicate header
server-header-fault: No Resent-From field given
server-header-fault: No Date header found
server-header-fault: Messages without To: fields are not accepted here
server-header-fault: Failed: Malformed MIME field:
server-helo-domain: Invalid domain name
server-host-missing: <host> does not exist
server-insecure-relay: Insecure Mail Relay
server-length-of-recipient: Message length exceeds administrative limit
server-line-length: Line limit exceeded
server-message-filtered: <id> Refused due to recipient preferences
server-message-quota: <address>: Recipient address rejected: Policy
server-no-authentication: This message does not have authentication
server-no-ptr: No PTR Record found. Reverse DNS required
server-protocol-violation: Protocol violation
server-receipt-no-mailbox: Mailbox does not exist
server-relay-quota: You've reached your daily relay quota
server-resources: Resources temporarily unavailable, .
server-scored-as-spam: This message has been scored as spam with a
server-scored-as-spam: Probable Spam
server-scored-as-spam: This message appears to be spam
server-sender-domain: No such domain <host>.
server-unauthenticated-cut: Unauthenticated email from <host> is not accepted
server-unavailable: Service currently unavailable
server-wants-confirmation: Your server requires confirmation. .
service-account-blocked: Your account has been temporarily blocked
service-bounced-before: previously hard-bounced
service-domain-of-another: This domain is not associated with your account
service-domain-of-another: No sending domain specified
service-key: The SMTP login is incorrect, key not found
service-key: Authentication failed: The provided authorization
service-login-of-another: that smtp user account is not allowed to send from
service-not-approved: Your account is under validation
service-plan-limit: Monthly email quota reached.
service-suppression: <address> is on the suppression list of this
service-test-only: You can only send testing emails to your own email
service-test-only: Trial accounts can only send emails to the
service-unverified-sender: The <host> domain is not verified. Please, add and
service-unverified-sender: Sender <address> is not validated
service-unverified-sender: <address> is an unauthorized sender email address
ses-address-form: Transaction failed: Missing final '<address>'
ses-daily-quota: Throttling failure: Daily message quota exceeded.
ses-mime: Transaction failed: Expected MIME type, got ;
ses-paused: Message rejected: Sending paused for this account.
ses-sending-rate: Throttling failure: Maximum sending rate exceeded.
sfr-abuse: Abus detecte <id>
shutting-down: <host> is under maintenance
shutting-down: Server in maintenance mode
shutting-down: <host> going down
signer-failed: DKIM signing failed
signer-failed: message could not be DKIM-signed
smtputf8-missing: <id> is required, but was not offered by host <id>]
sophos-reputation: <ip> blocked; SOPHOS Email Appliance: IP blocked
sorbs: Service unavailable; client [<ip>] blocked using
spam-classified: Message content rejected: spam phrase (#rule
spam-classified: This message has been classified as spam
spam-classified: High probability of spam
spam-classified-message: message classified as spam
spam-or-virus: Message considered as spam or virus, rejected
spamassassin-score: rejected, spamassassin score <id>
spamassassin-score: Rejected: score 7.1 spam points
spamassassin-score: This message scored <id> spam points.
spamcop: Service unavailable; Client host [<ip>] blocked
spamdyke-domain-listed: Refused. Your domain name is listed in the RHSBL at
spamdyke-name-in-reverse-dns: Refused. Your reverse DNS entry contains your IP
spamdyke-not-accepted: Refused. Mail is not being accepted at this
spamdyke-protocol: Refused. You are not following the SMTP protocol.
spamdyke-relaying: Refused. Sending to remote addresses (relaying) is
spamdyke-same-addresses: Refused. Identical sender and recipient addresses
spamhaus-css: Client host [<ip>] blocked, SBLCSS,
spamhaus-dbl: Message rejected: domain <host> is listed in <host>
spamhaus-dbl: Blocked by Domain Block List,
spamhaus-dbl-sender: Service unavailable; Sender address [<address>]
spamhaus-dbl-sender: Service unavailable; Helo command [<host>] blocked
spamhaus-ip: Service unavailable; Client host [<ip>] blocked
spamhaus-pbl: Service unavailable; Client host [<ip>] blocked
spamhaus-query-refused: Service unavailable; Client host [<ip>] blocked
spamhaus-sbl: Service unavailable; Client host [<ip>] blocked
spamhaus-sbl: Mail from IP <ip> was rejected due to listing in
spamhaus-xbl: Service unavailable; Client host [<ip>] blocked
spamhaus-xbl: [SHXBL] IP <ip> is listed,
spamrl: Service unavailable; Client host [<ip>] blocked;
spamrl-link: A URL in this email (<host>) is listed on <link>.
sparkpost-limit: Exceed Sending Limit (daily)
sparkpost-suppressed: recipient address was suppressed due to customer
sparkpost-unconfigured: Unconfigured Sending Domain <host>
sparkpost-unverified: Unverified sending domain <host>
spf-broken: The SPF record of <host> is malformed
spf-broken: More than one SPF record at <host>
spf-broken: Unknown mechanism found near '<id>'
spf-broken: spf error for domain <host>: bad spf command <id>
spf-failed: SPF check failed for <host>
spf-failed: <host> doesn't allow sending mails from <ip>
spf-failed: <ip> is not allowed to send mail from <host>
starttls-first: Must issue a STARTTLS command first
status-1-1: Bad destination mailbox address
status-1-2: Bad destination system address
status-1-3: Bad destination mailbox address syntax
status-1-6: Destination mailbox has moved, No forwarding
status-1-7: Bad sender's mailbox address syntax
status-1-8: Bad sender's system address
status-2-1: Mailbox disabled, not accepting messages
status-2-4: Mailing list expansion prohibited
status-3-1: Mail system full
status-3-2: System not accepting network messages
status-3-3: System not capable of selected features
status-3-4: Message too big for system
status-3-5: System incorrectly configured
status-4-2: bad connection
status-4-4: Unable to route
status-4-5: Mail system congestion
status-6-1: Media not supported
status-6-3: Conversion required and prohibited
status-7-3: Security conversion required but not possible
status-bounced: <address>>, relay=none, status=bounced (unknown
status-deferred: <address>>, relay=none, <id>, status=deferred
status-sent: <address>>, <id>, status=sent (delivered)
still-queued: Your message could not be delivered for more than
strato-spam: Refused by local policy. No SPAM please!
symantec-zodiac: Connection refused by Symantec Zodiac
system-full: Insufficient system storage
t-online-blocked: <id> - A problem occurred. (Ask your postmaster for
t-online-dialup: <id> - Dialup/transient IP not allowed. Use a
t-online-reputation: <id> - None/bad reputation. Ask your postmaster for
t-online-spam: Your message has been rejected due to spam or virus
talked-too-early: SMTP protocol violation
tls-already: STARTTLS not allowed while TLS is active
tls-already: TLS already active
tls-already: Command not permitted when TLS active
tls-handshake-failed: TLS handshake failed.
tls-required: TLS is required on this connection
tls-required: encryption is required
too-many-connections: Too many concurrent SMTP connections
too-many-errors: Too many invalid recipients
too-many-failed-logins: Too many failed logins from <ip>
too-many-recipients: Error: too many recipients
trellix-dmarc: <id> DMARC check failed for <host>
trellix-dmarc: <id> Message rejected per the DMARC policy of the
trellix-invaluement: <id> Sender is listed in Invaluement
trend-micro-blocked-recipient: <address>: Recipient address rejected: BLOCK-RCPT
trend-micro-list: Service temporarily unavailable; Client host [<ip>]
trend-micro-list: Mail from <ip> refused by rbl-plus,
trend-micro-no-domain: <address>: Recipient address rejected: NO-DOMAIN
trend-micro-reputation: <address>: Recipient address rejected: ERS-DUL.
uceprotect: Listed by UCEPROTECT,
uceprotect-host: Service unavailable; Client host [<ip>] blocked
uceprotect-network: <id>: your provider is listed
uceprotect-network: Your IP <ip> is UCEPROTECT-Level <number> listed.
uceprotect-network: Service unavailable; Client host [<ip>] blocked
uribl: Service unavailable; Unverified Client host blocked
uribl: Message contains a URL listed in <host>
user-unknown: recipient not found
user-unknown-other-languages: Utilisateur inconnu
user-unknown-other-languages: Benutzer unbekannt
virus-found: message is infected with a virus
virus-found: Virus found in the message
virus-found: Your mail is infected with Eicar
virus-found: message holds a virus
yahoo-busy: Resources temporarily unavailable. .
yahoo-closed-account: delivery error: dd Sorry your message to <address>
yahoo-complaints: [<id>] Messages from <ip> temporarily deferred due
yahoo-complaints-at-connect: [<id>] Messages from <ip> temporarily deferred due
yahoo-content: Email not accepted for policy reasons.
yahoo-delivery-error: delivery error: dd This user doesn't have a <host>
yahoo-dkim: (<id>) Message not accepted. DKIM signature invalid
yahoo-dkim: (<id>) Message not accepted for policy reasons.
yahoo-greylisted: [<id>] Message from (<ip>) temporarily deferred -
yahoo-headers: Message not allowed - Headers are not RFC <id>]
yahoo-mailbox-gone: delivery error: dd Sorry, your message to <address>
yahoo-messages-per-connection: Max message per connection reached, closing
yahoo-no-account: This user doesn't have a <host> account (<address>)
yahoo-no-account: <number> Requested mail action aborted, mailbox not
yahoo-not-allowed: Message not allowed - [<number>]
yahoo-not-valid-recipient: Not a valid recipient - <host>
yahoo-numbered-deferral: Message temporarily deferred - [<number>]
yahoo-permanently-deferred: [<id>] All messages from <ip> will be permanently
yahoo-receiving-rate: User is receiving mail too quickly
yahoo-reputation: [<id>] Messages from <ip> temporarily deferred
yahoo-reputation: [<id>] Connections not accepted from <ip>;
yahoo-spamhaus: [<id>] Connections will not be accepted from <ip>,
yahoo-trouble: Internal error reading data
yahoo-unauthenticated: Message not accepted for policy reasons.
yahoo-unauthenticated: This mail has been blocked because the sender is
yahoo-unknown-recipients: <id> Excessive unknown recipients - possible Open
yahoo-unresolvable-domain: Message temporarily deferred due to unresolvable
yahoo-unresolvable-domain: Message not accepted due to unresolvable <id>
yahoo-unusual-traffic: [<id>] Messages from <ip> temporarily deferred due
yandex-access-rights: Error: authentication failed: This user does not
yandex-receiving-rate: The recipient has exceeded message rate limit. .
yandex-spam: [<number>] Message rejected under suspicion of
yandex-target-policy: Policy rejection on the target address
zerospam: ZEROSPAM Recipient unknown
zerospam: ZEROSPAM: recipient refused
zerospam-later: ZEROSPAM greylisting, try again in five minutes
zoho-access-restricted: Access Restricted for your organization
zoho-destination: Mail rejected by destination domain
zoho-outgoing-blocked: Email Outgoing Blocked.
zoho-policy: Mailbox delivery restricted by policy error
zoho-policy: MailPolicy violation Error delivering to mailboxes
zoho-relaying: Relaying disallowed. Invalid Domain - <host> (zoho)
zoho-relaying-as: Relaying disallowed as <address>
zoho-sender-relay: Sender is not allowed to relay emails
zoho-spam: Email cannot be delivered. Reason: Email flagged as
zoho-unusual-activity: Unusual sending activity detected. .
`;
