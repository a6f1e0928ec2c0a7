/** A document of the RFC series that mail admins meet. */
export interface Rfc {
  readonly number: number;
  readonly title: string;
  /** One sentence: what it is about. */
  readonly about: string;
  /** Numbers of the documents that obsolete it. */
  readonly obsoletedBy: readonly number[];
  readonly source: string;
}

function rfc<const N extends number>(
  number: N,
  title: string,
  about: string,
  ...obsoletedBy: readonly number[]
): readonly [N, Rfc] {
  return [number, { number, title, about, obsoletedBy, source: rfcUrl(number) }];
}

/** The address of the text of an RFC. */
export function rfcUrl(number: number): `https://${string}` {
  return `https://www.rfc-editor.org/rfc/rfc${number}`;
}

const rows = [
  rfc(821, 'Simple Mail Transfer Protocol', 'The first lasting version of SMTP (1982).', 2821),
  rfc(
    822,
    'Standard for the Format of ARPA Internet Text Messages',
    'The first lasting form of messages and headers (1982).',
    2822,
  ),
  rfc(876, 'Survey of SMTP Implementations', 'A survey of early SMTP servers (1983).'),
  rfc(974, 'Mail Routing and the Domain System', 'How mail servers use MX records, the first text.', 2821),
  rfc(976, 'UUCP Mail Interchange Format Standard', 'Mail over UUCP.'),
  rfc(1034, 'Domain Names - Concepts and Facilities', 'How the DNS is built.'),
  rfc(1035, 'Domain Names - Implementation and Specification', 'Records and messages of DNS.'),
  rfc(1123, 'Requirements for Internet Hosts - Application and Support', 'Rules for hosts, mail among them.'),
  rfc(1725, 'Post Office Protocol - Version 3', 'An earlier text of POP3.', 1939),
  rfc(1845, 'SMTP Service Extension for Checkpoint/Restart', 'Resuming broken transfers.'),
  rfc(1846, 'SMTP 521 Reply Code', 'The first text of reply code 521.', 7504),
  rfc(1864, 'The Content-MD5 Header Field', 'A checksum of a body part.'),
  rfc(1869, 'SMTP Service Extensions', 'EHLO and the frame for extensions.', 2821),
  rfc(1870, 'SMTP Service Extension for Message Size Declaration', 'The keyword SIZE.'),
  rfc(1912, 'Common DNS Operational and Configuration Errors', 'Usual mistakes in zones.'),
  rfc(1939, 'Post Office Protocol - Version 3', 'POP3 as it is in use.'),
  rfc(1985, 'SMTP Service Extension for Remote Message Queue Starting', 'The command ETRN.'),
  rfc(1991, 'PGP Message Exchange Formats', 'The message format of old PGP.', 4880),
  rfc(2033, 'Local Mail Transfer Protocol', 'LMTP, for delivery to mailbox servers.'),
  rfc(2034, 'SMTP Service Extension for Returning Enhanced Error Codes', 'Enhanced codes in replies.'),
  rfc(2045, 'MIME Part One: Format of Internet Message Bodies', 'Content types and encodings.'),
  rfc(2046, 'MIME Part Two: Media Types', 'Multipart and other types.'),
  rfc(2047, 'MIME Part Three: Message Header Extensions for Non-ASCII Text', 'Encoded words in headers.'),
  rfc(2076, 'Common Internet Message Headers', 'An early list of header fields.'),
  rfc(
    2110,
    'MIME E-mail Encapsulation of Aggregate Documents, such as HTML (MHTML)',
    'Web pages inside messages, earlier text.',
    2557,
  ),
  rfc(2136, 'Dynamic Updates in the Domain Name System (DNS UPDATE)', 'Updates of zones, and their response codes.'),
  rfc(
    2156,
    'MIXER: Mapping between X.400 and RFC 822/MIME',
    'Fields such as Importance and Sensitivity, which came from X.400.',
  ),
  rfc(
    2181,
    'Clarifications to the DNS Specification',
    'What the first documents of DNS leave open; an MX record must not name an alias.',
  ),
  rfc(2182, 'Selection and Operation of Secondary DNS Servers', 'How many name servers, and where.'),
  rfc(2183, 'The Content-Disposition Header Field', 'Attachments and their file names.'),
  rfc(2195, 'IMAP/POP AUTHorize Extension for Simple Challenge/Response', 'The login mechanism CRAM-MD5.'),
  rfc(2222, 'Simple Authentication and Security Layer (SASL)', 'The first text of SASL.', 4422, 4752),
  rfc(
    2231,
    'MIME Parameter Value and Encoded Word Extensions',
    'File names with letters beyond ASCII, and long ones in pieces.',
  ),
  rfc(2246, 'The TLS Protocol Version 1.0', 'TLS 1.0, which is no longer safe.', 4346),
  rfc(2308, 'Negative Caching of DNS Queries (DNS NCACHE)', 'Answers that say that there is nothing.'),
  rfc(2369, 'The Use of URLs as Meta-Syntax for Core Mail List Commands', 'The List- fields such as List-Unsubscribe.'),
  rfc(2442, 'The Batch SMTP Media Type', 'SMTP commands in a file.'),
  rfc(2444, 'The One-Time-Password SASL Mechanism', 'Logins with one-time passwords.'),
  rfc(2449, 'POP3 Extension Mechanism', 'The command CAPA of POP3.'),
  rfc(2505, 'Anti-Spam Recommendations for SMTP MTAs', 'Early advice against open relays.'),
  rfc(2554, 'SMTP Service Extension for Authentication', 'The first text of AUTH.', 4954),
  rfc(2557, 'MIME Encapsulation of Aggregate Documents, such as HTML (MHTML)', 'Web pages inside messages.'),
  rfc(2595, 'Using TLS with IMAP, POP3 and ACAP', 'STARTTLS for mailbox access; RFC 7817 and RFC 8314 updated it.'),
  rfc(2606, 'Reserved Top Level DNS Names', 'Domains for tests and examples.'),
  rfc(2645, 'On-Demand Mail Relay', 'The command ATRN.'),
  rfc(2782, 'A DNS RR for specifying the location of services (DNS SRV)', 'SRV records.'),
  rfc(2808, 'The SecurID(r) SASL Mechanism', 'Logins with RSA tokens.'),
  rfc(2821, 'Simple Mail Transfer Protocol', 'SMTP as of 2001.', 5321),
  rfc(2822, 'Internet Message Format', 'The form of messages as of 2001.', 5322),
  rfc(2831, 'Using Digest Authentication as a SASL Mechanism', 'The login mechanism DIGEST-MD5.', 6331),
  rfc(2852, 'Deliver By SMTP Service Extension', 'Delivery within a time.'),
  rfc(2912, 'Indicating Media Features for MIME Content', 'What is needed to show content.'),
  rfc(2919, 'List-Id', 'The name of a mailing list.'),
  rfc(2920, 'SMTP Service Extension for Command Pipelining', 'Several commands without waiting.'),
  rfc(3030, 'SMTP Service Extensions for Transmission of Large and Binary MIME Messages', 'BDAT and binary bodies.'),
  rfc(3207, 'SMTP Service Extension for Secure SMTP over Transport Layer Security', 'STARTTLS.'),
  rfc(3282, 'Content Language Headers', 'The language of content.'),
  rfc(3458, 'Message Context for Internet Mail', 'The kind of a message.'),
  rfc(3461, 'SMTP Service Extension for Delivery Status Notifications', 'Asking for delivery reports.'),
  rfc(3462, 'The Multipart/Report Content Type', 'The container of reports, earlier text.', 6522),
  rfc(3463, 'Enhanced Mail System Status Codes', 'The meaning of codes such as 5.1.1.'),
  rfc(3464, 'An Extensible Message Format for Delivery Status Notifications', 'The form of delivery reports.'),
  rfc(3492, 'Punycode: A Bootstring encoding of Unicode', 'How letters beyond ASCII are written in xn-- domain names.'),
  rfc(3501, 'Internet Message Access Protocol - Version 4rev1', 'IMAP as most servers speak it.', 9051),
  rfc(3676, 'The Text/Plain Format and DelSp Parameters', 'Plain text whose lines flow into each other.'),
  rfc(3798, 'Message Disposition Notification', 'Read receipts, earlier text.', 8098),
  rfc(3803, 'Content Duration MIME Header Definition', 'The length of sound and video.'),
  rfc(3834, 'Recommendations for Automatic Responses to Electronic Mail', 'How automatic answers behave.'),
  rfc(3848, 'ESMTP and LMTP Transmission Types Registration', 'The words behind "with" in Received.'),
  rfc(3865, 'A No Soliciting SMTP Service Extension', 'Marking advertising.'),
  rfc(3885, 'SMTP Service Extension for Message Tracking', 'Tracking messages.'),
  rfc(3886, 'An Extensible Message Format for Message Tracking Responses', 'Answers of message tracking.'),
  rfc(4021, 'Registration of Mail and MIME Header Fields', 'A list of header fields.'),
  rfc(4034, 'Resource Records for the DNS Security Extensions', 'DNSKEY, DS, RRSIG and NSEC.'),
  rfc(4035, 'Protocol Modifications for the DNS Security Extensions', 'How DNSSEC is checked.'),
  rfc(4141, 'SMTP and MIME Extensions for Content Conversion', 'Converting content on the way.'),
  rfc(4346, 'The Transport Layer Security (TLS) Protocol Version 1.1', 'TLS 1.1, which is no longer safe.', 5246),
  rfc(4356, 'Mapping Between the Multimedia Messaging Service (MMS) and Internet Mail', 'Messages of phones and mail.'),
  rfc(4405, 'SMTP Service Extension for Indicating the Responsible Submitter', 'SUBMITTER of Sender ID.'),
  rfc(4406, 'Sender ID: Authenticating E-Mail', 'Sender ID, which is no longer used.'),
  rfc(
    4408,
    'Sender Policy Framework (SPF) for Authorizing Use of Domains in E-Mail, Version 1',
    'The first text of SPF.',
    7208,
  ),
  rfc(4409, 'Message Submission for Mail', 'Submission on port 587, earlier text.', 6409),
  rfc(4422, 'Simple Authentication and Security Layer (SASL)', 'The frame of login mechanisms.'),
  rfc(4468, 'Message Submission BURL Extension', 'Messages fetched from an IMAP server.'),
  rfc(4505, 'Anonymous Simple Authentication and Security Layer (SASL) Mechanism', 'Logins with no identity.'),
  rfc(4616, 'The PLAIN SASL Mechanism', 'User name and password in one answer.'),
  rfc(
    4752,
    'The Kerberos V5 ("GSSAPI") Simple Authentication and Security Layer (SASL) Mechanism',
    'Logins with Kerberos.',
  ),
  rfc(4865, 'SMTP Submission Service Extension for Future Message Release', 'Sending later.'),
  rfc(
    4870,
    'Domain-Based Email Authentication Using Public Keys Advertised in the DNS (DomainKeys)',
    'The forerunner of DKIM.',
    4871,
  ),
  rfc(4871, 'DomainKeys Identified Mail (DKIM) Signatures', 'The first text of DKIM.', 6376),
  rfc(4880, 'OpenPGP Message Format', 'OpenPGP as of 2007.', 9580),
  rfc(4954, 'SMTP Service Extension for Authentication', 'The command AUTH.'),
  rfc(
    5034,
    'The Post Office Protocol (POP3) Simple Authentication and Security Layer (SASL) Authentication Mechanism',
    'Logins of POP3.',
  ),
  rfc(5064, 'The Archived-At Message Header Field', 'The field Archived-At.'),
  rfc(5228, 'Sieve: An Email Filtering Language', 'Rules that sort mail on the server.'),
  rfc(5246, 'The Transport Layer Security (TLS) Protocol Version 1.2', 'TLS 1.2.', 8446),
  rfc(5248, 'A Registry for SMTP Enhanced Mail System Status Codes', 'The registry of enhanced codes.'),
  rfc(
    5280,
    'Internet X.509 Public Key Infrastructure Certificate and CRL Profile',
    'The form of certificates and how they are checked.',
  ),
  rfc(5321, 'Simple Mail Transfer Protocol', 'SMTP as it is in force.'),
  rfc(5322, 'Internet Message Format', 'The form of messages and headers.'),
  rfc(5336, 'SMTP Extension for Internationalized Email Addresses', 'The experiment before SMTPUTF8.', 6531),
  rfc(
    5451,
    'Message Header Field for Indicating Message Authentication Status',
    'Authentication-Results, the first text.',
    7001,
  ),
  rfc(
    5504,
    'Downgrading Mechanism for Email Address Internationalization',
    'An early way to carry addresses beyond ASCII over old servers.',
  ),
  rfc(5429, 'Sieve Email Filtering: Reject and Extended Reject Extensions', 'How Sieve refuses a message.'),
  rfc(5518, 'Vouch By Reference', 'Vouching for senders.'),
  rfc(5545, 'Internet Calendaring and Scheduling Core Object Specification', 'Calendar entries and invitations.'),
  rfc(5598, 'Internet Mail Architecture', 'The parts of mail and their names.'),
  rfc(5617, 'DKIM Author Domain Signing Practices (ADSP)', 'ADSP, which is historic.'),
  rfc(
    5703,
    'Sieve Email Filtering: MIME Part Tests, Iteration, Extraction, Replacement, and Enclosure',
    'Sieve rules on parts of messages.',
  ),
  rfc(5746, 'Transport Layer Security (TLS) Renegotiation Indication Extension', 'Safe renegotiation of TLS.'),
  rfc(5782, 'DNS Blacklists and Whitelists', 'How block lists are asked.'),
  rfc(
    5801,
    'Using Generic Security Service Application Program Interface (GSS-API) Mechanisms in Simple Authentication and Security Layer (SASL): The GS2 Mechanism Family',
    'The GS2 logins.',
  ),
  rfc(5802, 'Salted Challenge Response Authentication Mechanism (SCRAM)', 'The SCRAM logins.'),
  rfc(5965, 'An Extensible Format for Email Feedback Reports', 'Complaint reports (ARF).'),
  rfc(
    6017,
    'Electronic Data Interchange - Internet Integration (EDIINT) Features Header Field',
    'A field for business data exchange.',
  ),
  rfc(
    6066,
    'Transport Layer Security (TLS) Extensions: Extension Definitions',
    'The host name in the TLS handshake (SNI), and other extensions.',
  ),
  rfc(6109, 'La Posta Elettronica Certificata - Italian Certified Electronic Mail', 'Certified mail of Italy.'),
  rfc(6152, 'SMTP Service Extension for 8-bit MIME Transport', 'The keyword 8BITMIME.'),
  rfc(
    6186,
    'Use of SRV Records for Locating Email Submission/Access Services',
    'How mail programs find servers by SRV.',
  ),
  rfc(
    6212,
    'Authentication-Results Registration for Vouch by Reference Results',
    'The method vbr in Authentication-Results.',
  ),
  rfc(6331, 'Moving DIGEST-MD5 to Historic', 'Why DIGEST-MD5 is not used any more.'),
  rfc(6376, 'DomainKeys Identified Mail (DKIM) Signatures', 'Signatures of domains on messages.'),
  rfc(6409, 'Message Submission for Mail', 'Submission on port 587.'),
  rfc(
    6477,
    'Registration of Military Message Handling System (MMHS) Header Fields for Use in Internet Mail',
    'Fields of military mail.',
  ),
  rfc(
    6522,
    'The Multipart/Report Media Type for the Reporting of Mail System Administrative Messages',
    'The container of reports.',
  ),
  rfc(6531, 'SMTP Extension for Internationalized Email', 'The keyword SMTPUTF8.'),
  rfc(6532, 'Internationalized Email Headers', 'UTF-8 in headers.'),
  rfc(6541, 'DomainKeys Identified Mail (DKIM) Authorized Third-Party Signatures', 'Signatures by other domains.'),
  rfc(
    6591,
    'Authentication Failure Reporting Using the Abuse Reporting Format',
    'Reports on failed SPF, DKIM and DMARC.',
  ),
  rfc(6647, 'Email Greylisting: An Applicability Statement for SMTP', 'Greylisting.'),
  rfc(6672, 'DNAME Redirection in the DNS', 'Redirection of whole branches of names.'),
  rfc(
    6698,
    'The DNS-Based Authentication of Named Entities (DANE) Transport Layer Security (TLS) Protocol: TLSA',
    'TLSA records.',
  ),
  rfc(6710, 'SMTP Extension for Message Transfer Priorities', 'Priorities.'),
  rfc(6749, 'The OAuth 2.0 Authorization Framework', 'OAuth: tokens, and the errors of the service that gives them.'),
  rfc(6758, 'Tunneling of SMTP Message Transfer Priorities', 'The field MT-Priority.'),
  rfc(6763, 'DNS-Based Service Discovery', 'Services found by SRV and TXT records.'),
  rfc(
    6857,
    'Post-Delivery Message Downgrading for Internationalized Email Messages',
    'Messages made readable for old programs.',
  ),
  rfc(6890, 'Special-Purpose IP Address Registries', 'Which addresses are not public.'),
  rfc(6891, 'Extension Mechanisms for DNS (EDNS(0))', 'Larger messages and options of DNS.'),
  rfc(
    7001,
    'Message Header Field for Indicating Message Authentication Status',
    'Authentication-Results, earlier text.',
    7601,
  ),
  rfc(7070, 'An Architecture for Reputation Reporting', 'How reputation of senders is described.'),
  rfc(7208, 'Sender Policy Framework (SPF) for Authorizing Use of Domains in Email, Version 1', 'SPF.'),
  rfc(7259, 'The Jabber-ID Header Field', 'The field Jabber-ID.'),
  rfc(
    7281,
    'Authentication-Results Registration for S/MIME Signature Verification',
    'S/MIME in Authentication-Results.',
  ),
  rfc(
    7293,
    'The Require-Recipient-Valid-Since Header Field and SMTP Service Extension',
    'Mail only to the same owner.',
  ),
  rfc(
    7301,
    'Transport Layer Security (TLS) Application-Layer Protocol Negotiation Extension',
    'The protocol in the TLS handshake (ALPN).',
  ),
  rfc(7372, 'Email Authentication Status Codes', 'Enhanced codes for SPF, DKIM and reverse DNS.'),
  rfc(7444, 'Security Labels in Internet Email', 'Security labels of messages.'),
  rfc(7489, 'Domain-based Message Authentication, Reporting, and Conformance (DMARC)', 'DMARC, earlier text.', 9989),
  rfc(7504, 'SMTP 521 and 556 Reply Codes', 'Hosts and domains that take no mail.'),
  rfc(7505, 'A "Null MX" No Service Resource Record for Domains That Accept No Mail', 'Null MX.'),
  rfc(
    7601,
    'Message Header Field for Indicating Message Authentication Status',
    'Authentication-Results, earlier text.',
    8601,
  ),
  rfc(7628, 'A Set of SASL Mechanisms for OAuth', 'OAUTHBEARER.'),
  rfc(
    7671,
    'The DNS-Based Authentication of Named Entities (DANE) Protocol: Updates and Operational Guidance',
    'How TLSA records are used and replaced.',
  ),
  rfc(
    7672,
    'SMTP Security via Opportunistic DNS-Based Authentication of Named Entities (DANE) Transport Layer Security (TLS)',
    'DANE for mail.',
  ),
  rfc(7677, 'SCRAM-SHA-256 and SCRAM-SHA-256-PLUS SASL Mechanisms', 'SCRAM with SHA-256.'),
  rfc(7681, 'Email Exchange of Secondary School Transcripts', 'School records by mail.'),
  rfc(7766, 'DNS Transport over TCP - Implementation Requirements', 'DNS over TCP.'),
  rfc(
    7817,
    'Updated Transport Layer Security (TLS) Server Identity Check Procedure for Email-Related Protocols',
    'Names in certificates of mail servers.',
  ),
  rfc(7858, 'Specification for DNS over Transport Layer Security (TLS)', 'DNS over TLS.'),
  rfc(7873, 'Domain Name System (DNS) Cookies', 'Cookies against forged DNS messages.'),
  rfc(7912, 'Message Authorizing Email Header Field', 'Who released a military message.'),
  rfc(7919, 'Negotiated Finite Field Diffie-Hellman Ephemeral Parameters for TLS', 'Safe Diffie-Hellman groups.'),
  rfc(8020, 'NXDOMAIN: There Really Is Nothing Underneath', 'What NXDOMAIN says of the names below.'),
  rfc(8058, 'Signaling One-Click Functionality for List Email Headers', 'One-click unsubscription.'),
  rfc(8098, 'Message Disposition Notification', 'Read receipts.'),
  rfc(8255, 'Multiple Language Content Type', 'One message in several languages.'),
  rfc(8301, 'Cryptographic Algorithm and Key Usage Update to DKIM', 'No SHA-1 and no short keys in DKIM.'),
  rfc(
    8314,
    'Cleartext Considered Obsolete: Use of Transport Layer Security (TLS) for Email Submission and Access',
    'TLS for mail programs; port 465.',
  ),
  rfc(8446, 'The Transport Layer Security (TLS) Protocol Version 1.3', 'TLS 1.3.'),
  rfc(8460, 'SMTP TLS Reporting', 'Reports on failed TLS.'),
  rfc(8461, 'SMTP MTA Strict Transport Security (MTA-STS)', 'MTA-STS.'),
  rfc(8463, 'A New Cryptographic Signature Method for DKIM', 'Signatures with Ed25519.'),
  rfc(8484, 'DNS Queries over HTTPS (DoH)', 'DNS over HTTPS.'),
  rfc(8551, 'Secure/Multipurpose Internet Mail Extensions (S/MIME) Version 4.0', 'Signed and encrypted messages.'),
  rfc(8601, 'Message Header Field for Indicating Message Authentication Status', 'Authentication-Results.'),
  rfc(8617, 'The Authenticated Received Chain (ARC) Protocol', 'ARC.'),
  rfc(
    8624,
    'Algorithm Implementation Requirements and Usage Guidance for DNSSEC',
    'Which algorithms DNSSEC still takes.',
  ),
  rfc(8659, 'DNS Certification Authority Authorization (CAA) Resource Record', 'CAA: who may issue certificates.'),
  rfc(8689, 'SMTP Require TLS Option', 'REQUIRETLS and the field TLS-Required.'),
  rfc(
    8904,
    'DNS Whitelist (DNSWL) Email Authentication Method Extension',
    'The method dnswl in Authentication-Results.',
  ),
  rfc(8914, 'Extended DNS Errors', 'Why a resolver answers as it does.'),
  rfc(8945, 'Secret Key Transaction Authentication for DNS (TSIG)', 'Signed DNS messages between servers.'),
  rfc(8996, 'Deprecating TLS 1.0 and TLS 1.1', 'The end of TLS 1.0 and 1.1.'),
  rfc(9051, 'Internet Message Access Protocol (IMAP) - Version 4rev2', 'IMAP, newest text.'),
  rfc(9057, 'Email Author Header Field', 'The field Author.'),
  rfc(9228, 'Delivered-To Email Header Field', 'The field Delivered-To.'),
  rfc(9276, 'Guidance for NSEC3 Parameter Settings', 'How NSEC3 is set up.'),
  rfc(9422, 'The LIMITS SMTP Service Extension', 'Limits told by the server.'),
  rfc(
    9460,
    'Service Binding and Parameter Specification via the DNS (SVCB and HTTPS Resource Records)',
    'SVCB and HTTPS records.',
  ),
  rfc(9477, 'Complaint Feedback Loop Address Header', 'CFBL-Address.'),
  rfc(
    9495,
    'Certification Authority Authorization (CAA) Processing for Email Addresses',
    'CAA for mail certificates: issuemail.',
  ),
  rfc(9525, 'Service Identity in TLS', 'How a host name is compared with a certificate.'),
  rfc(9580, 'OpenPGP', 'OpenPGP, newest text.'),
  rfc(9788, 'Header Protection for Cryptographically Protected Email', 'Signing and encrypting header fields.'),
  rfc(9989, 'Domain-Based Message Authentication, Reporting, and Conformance (DMARC)', 'DMARC, newest text.'),
];

/** The documents that have a row. */
export type RfcNumber = (typeof rows)[number][0];

/** RFCs by number. */
export const rfcs: ReadonlyMap<number, Rfc> = new Map(rows);

/** The newest document in the line of those that obsolete one, by its number; the number itself where none does. */
export function currentRfc(number: number): number {
  let current = number;
  // The table has no circles, but a bound costs nothing.
  for (let steps = 0; steps < 10; steps += 1) {
    const next = rfcs.get(current)?.obsoletedBy[0];
    if (next === undefined) return current;
    current = next;
  }
  return current;
}
