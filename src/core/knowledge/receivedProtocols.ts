/** What the word behind `with` in a Received field says. */
export interface ReceivedProtocol {
  /** As registered; look-up is by capitals. */
  readonly name: string;
  /** One sentence. */
  readonly meaning: string;
  /** Whether the hop was encrypted; undefined where the word does not tell. */
  readonly tls?: boolean;
  /** Whether the client logged in; undefined where the word does not tell. */
  readonly auth?: boolean;
  readonly source: string;
}

type Row = readonly [name: string, meaning: string, source: string, flags?: { tls: boolean; auth: boolean }];

const off = { tls: false, auth: false };

const rows: readonly Row[] = [
  ['SMTP', 'Plain SMTP with HELO, not encrypted, no login.', 'RFC 5321 4.4', off],
  ['ESMTP', 'SMTP with EHLO, not encrypted, no login.', 'RFC 5321 4.4; RFC 3848', off],
  ['ESMTPA', 'SMTP with a login, not encrypted.', 'RFC 3848', { tls: false, auth: true }],
  ['ESMTPS', 'SMTP over TLS, no login.', 'RFC 3848', { tls: true, auth: false }],
  ['ESMTPSA', 'SMTP over TLS with a login.', 'RFC 3848', { tls: true, auth: true }],
  ['LMTP', 'Delivery to a mailbox server by LMTP, not encrypted.', 'RFC 3848; RFC 2033', off],
  ['LMTPA', 'LMTP with a login, not encrypted.', 'RFC 3848', { tls: false, auth: true }],
  ['LMTPS', 'LMTP over TLS.', 'RFC 3848', { tls: true, auth: false }],
  ['LMTPSA', 'LMTP over TLS with a login.', 'RFC 3848', { tls: true, auth: true }],
  ['UTF8SMTP', 'SMTP with letters beyond ASCII in addresses (SMTPUTF8), not encrypted.', 'RFC 6531 4.3', off],
  ['UTF8SMTPA', 'SMTP with SMTPUTF8 and a login, not encrypted.', 'RFC 6531 4.3', { tls: false, auth: true }],
  ['UTF8SMTPS', 'SMTP with SMTPUTF8 over TLS.', 'RFC 6531 4.3', { tls: true, auth: false }],
  ['UTF8SMTPSA', 'SMTP with SMTPUTF8 over TLS with a login.', 'RFC 6531 4.3', { tls: true, auth: true }],
  ['UTF8LMTP', 'LMTP with SMTPUTF8, not encrypted.', 'RFC 6531 4.3', off],
  ['UTF8LMTPA', 'LMTP with SMTPUTF8 and a login, not encrypted.', 'RFC 6531 4.3', { tls: false, auth: true }],
  ['UTF8LMTPS', 'LMTP with SMTPUTF8 over TLS.', 'RFC 6531 4.3', { tls: true, auth: false }],
  ['UTF8LMTPSA', 'LMTP with SMTPUTF8 over TLS with a login.', 'RFC 6531 4.3', { tls: true, auth: true }],
  ['MMS', 'It came from a multimedia message service of phones.', 'RFC 4356'],
  ['HTTP', 'It was handed in by webmail or a web interface.', 'convention of webmail systems'],
  [
    'HTTPS',
    'It was handed in by webmail, or passed inside Microsoft 365.',
    'convention of Microsoft 365 and webmail systems',
  ],
  ['MAPI', 'It entered Exchange straight from a mailbox.', 'convention of Exchange'],
  [
    'MICROSOFT SMTP SERVER',
    'An Exchange server took it; TLS stands in the brackets behind it.',
    'convention of Exchange',
  ],
  ['LOCAL', 'It was handed in on the same host.', 'convention of Exim'],
  ['LOCAL-ESMTP', 'It was handed in on the same host by SMTP.', 'convention of Exim'],
  ['ASMTP', 'SMTP with a login, in the word of old Exim versions.', 'convention of old Exim versions'],
  ['QMQP', 'It came by the queue protocol of qmail.', 'convention of qmail'],
  ['BSMTP', 'It came as a batch of SMTP commands in a file.', 'RFC 2442'],
  ['UUCP', 'It came by UUCP.', 'RFC 976'],
  ['POP3', 'A program fetched it from a POP3 mailbox.', 'convention of fetchmail and others'],
  ['IMAP', 'A program fetched it from an IMAP mailbox.', 'convention of fetchmail and others'],
  ['NNFMP', 'It passed between servers of Yahoo.', 'convention of Yahoo'],
  ['SMTPS', 'SMTP over TLS, in a word that is not registered.', 'no registration', { tls: true, auth: false }],
  ['SSMTP', 'SMTP over TLS, in a word that is not registered.', 'no registration', { tls: true, auth: false }],
];

/** The words by capitals. */
export const receivedProtocols: ReadonlyMap<string, ReceivedProtocol> = new Map(
  rows.map(([name, meaning, source, flags]) => [name, { name, meaning, source, ...flags }]),
);
