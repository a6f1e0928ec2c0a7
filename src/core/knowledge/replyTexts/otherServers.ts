import { act, again, probe } from '../steps.ts';
import type { TextRow } from './replyText.ts';

const login = act('Authenticate (SMTP AUTH) on the submission port, 587 or 465, before sending to outside domains.');
const mx = probe(
  'Look up the MX records of the domain of the recipient: the message may have gone to the wrong server.',
);
const asSender = act('Give the full reply with its time to the admin of the recipient.', 'sender');

const opensmtpd: readonly TextRow[] = [
  {
    name: 'opensmtpd-invalid-recipient',
    pattern: /Invalid recipient: </i,
    sample: '550 Invalid recipient: <x@elsewhere.test>',
    reason: 'relaying-denied',
    meaning:
      'No rule of the server takes mail for this recipient from this client: most often an outside domain it does not relay to.',
    source: 'opensmtpd-code lka_session.c',
    next: [
      act('Check the address letter by letter.'),
      act('Log in first if the recipient is in another domain than the server.'),
    ],
  },
  {
    name: 'opensmtpd-list-expansion',
    pattern: /Mailing list expansion problem/i,
    sample: '524 5.2.4 Mailing list expansion problem: <nobody@northwind.test>',
    reason: 'list-problem',
    meaning:
      'The list or alias behind this address could not be expanded; with OpenSMTPD often an alias that leads nowhere.',
    source: ['RFC 3463 X.2.4', 'opensmtpd-code lka_session.c'],
    next: [
      act('Check the alias or list of this address and each of its members.'),
      act('Check the address letter by letter.', 'sender'),
    ],
  },
  {
    name: 'opensmtpd-auth-first',
    pattern: /Must issue an AUTH command first/i,
    sample: '530 5.5.1 Invalid command: Must issue an AUTH command first',
    reason: 'login-required',
    meaning: 'This port of the server takes mail only after a login.',
    source: 'opensmtpd-code smtp_session.c',
  },
  {
    name: 'opensmtpd-messages-sent',
    pattern: /Too many messages sent/i,
    sample: '452 4.5.0 Other or undefined protocol status: Too many messages sent',
    reason: 'too-many-connections',
    meaning: 'The connection carried as many messages as the server takes in one.',
    source: 'opensmtpd-code smtp_session.c',
    next: [act('Open a new connection after some messages.')],
  },
  {
    name: 'opensmtpd-rfc-2822',
    pattern: /Message is not RFC 2822 compliant/i,
    sample: '550 5.7.1 Message is not RFC 2822 compliant',
    reason: 'message-malformed',
    meaning: 'The server cannot read the headers of the message.',
    source: ['opensmtpd-code smtp_session.c', 'RFC 5322'],
  },
];

const hMailServer: readonly TextRow[] = [
  {
    name: 'hmailserver-not-allowed',
    pattern: /Delivery is not allowed to this address/i,
    sample: '550 Delivery is not allowed to this address.',
    reason: 'relaying-denied',
    meaning:
      'The server takes no mail from this IP range for this address: most often it is an outside one and the client did not log in.',
    source: 'hmailserver-docs',
    next: [login, act('Check the IP range that the client belongs to.', 'receiving admin')],
  },
  {
    name: 'hmailserver-login',
    pattern: /SMTP authentication is required/i,
    sample: '530 SMTP authentication is required.',
    reason: 'login-required',
    meaning: 'The server wants a login before it takes this recipient from this IP range.',
    source: 'hmailserver-docs',
    next: [
      act('Switch SMTP login on in the program or device.'),
      act('Check the IP range that the client belongs to, and whether the recipient is local.', 'receiving admin'),
    ],
  },
  {
    name: 'hmailserver-data',
    pattern: /Excessive amounts of data sent to server/i,
    sample: '421 Excessive amounts of data sent to server.',
    reason: 'command-malformed',
    meaning: 'The client sent a very long piece without a line end where a command was due.',
    source: 'hmailserver-docs',
    next: [act('Correct the program that sends, or look for a scan of the port.')],
  },
  {
    name: 'hmailserver-reset',
    pattern: /Issue a reset if you want to start over/i,
    sample: '503 Issue a reset if you want to start over',
    reason: 'command-order',
    meaning: 'The client began a second message before the first was finished.',
    source: 'hmailserver-docs',
    next: [act('Send RSET, or finish the message, before the next MAIL.')],
  },
  {
    name: 'hmailserver-credentials',
    pattern: /Login credentials no longer valid/i,
    sample: '550 Login credentials no longer valid. Please re-authenticate.',
    reason: 'login-failed',
    meaning: 'The password of the login was changed or the account was closed while the connection was open.',
    source: 'hmailserver-code SMTP/SMTPConnection.cpp',
    next: [act('Log in anew with the current password.')],
  },
  {
    name: 'hmailserver-not-saved',
    pattern: /message was received but it could not be saved/i,
    sample: '554 Your message was received but it could not be saved. Please retry later.',
    reason: 'system-error',
    meaning: 'The server could not write the message into its database.',
    source: 'hmailserver-code SMTP/SMTPConnection.cpp',
    next: [act('Check disk and database of the receiving server.'), again('Send the message again later.', 'sender')],
  },
];

const courier: readonly TextRow[] = [
  {
    name: 'courier-relaying',
    pattern: /^513\b[^\n]{0,80}Relaying denied/i,
    sample: '513 Relaying denied.',
    reason: 'relaying-denied',
    meaning: 'The server takes mail for outside domains only from clients that log in; Courier words it like this.',
    source: 'courier-code module.esmtp/esmtp.C',
  },
  {
    name: 'courier-sender-domain',
    pattern: /^517\b[^\n]{0,200}Domain does not exist|Invalid sender, DNS/i,
    sample: '517-Domain does not exist: nosuch.test. 517 Invalid domain, see RFC1035',
    reason: 'sender-domain-not-found',
    meaning: 'The domain of the sender is not found in DNS; Courier words it like this.',
    source: 'courier-code submit.C',
  },
  {
    name: 'courier-spf',
    pattern: /^517\b[^\n]{0,200}\bSPF\b/i,
    sample: '517 SPF fail alice@contoso.test: Address does not pass the Sender Policy Framework',
    reason: 'spf-failed',
    meaning: 'The SPF record of the sender does not allow the sending host; Courier words it like this.',
    source: 'courier-code submit.C',
  },
  {
    name: 'courier-unknown-recipient',
    pattern: /Command denied for unknown recipient/i,
    sample: '550 Command denied for unknown recipient',
    reason: 'recipient-unknown',
    meaning: 'The server knows no mailbox with this address; Courier words it like this.',
    source: 'courier-wording',
  },
];

const domino: readonly TextRow[] = [
  {
    name: 'domino-not-in-directory',
    pattern: /not listed in (?:Domino|public Name (?:&|and) Address)/i,
    sample: '550 bob@contoso.test... No such user: not listed in Domino Directory',
    reason: 'recipient-unknown',
    meaning: 'The recipient is not in the Domino directory.',
    source: 'sisimai Lhost/Domino.pm',
    sisimai: 'userunknown',
  },
  {
    name: 'domino-relaying',
    pattern: /Relaying prohibited/i,
    sample: '554 Relaying prohibited: fabrikam.test',
    reason: 'relaying-denied',
    meaning: 'The server does not relay for this client; Domino words it like this.',
    source: 'domino-wording',
    next: [login, mx, act('Check the SMTP inbound relay controls of the Domino server.', 'receiving admin')],
  },
  {
    name: 'domino-sender-policy',
    pattern: /Mail from \S{1,200} rejected for policy reasons/i,
    sample: '554 Mail from alice@contoso.test rejected for policy reasons.',
    reason: 'policy-refused',
    meaning: 'A rule about senders or block lists refuses the mail; Domino words it like this.',
    source: 'sisimai-mails rfc3464-03.eml',
    next: [act('Check the inbound sender controls and DNS block lists of the server.'), asSender],
  },
  {
    name: 'not-allowed-to-connect',
    pattern: /You are not allowed to connect/i,
    sample: '554 You are not allowed to connect.',
    reason: 'client-refused',
    meaning: 'The server takes no connections from this IP address: a block list or a rule has it.',
    source: ['zone-mta', 'sisimai Reason/Blocked.pm'],
  },
];

const kerio: readonly TextRow[] = [
  {
    name: 'kerio-blocked-by',
    pattern: /Client host \S{1,100} blocked by \S/i,
    sample: '571 5.7.1 Client host 192.0.2.1 blocked by SpamList, connection refused',
    reason: 'blocklisted',
    meaning: 'The sending IP address stands on the block list that the reply names behind “blocked by”.',
    source: 'kerio-wording',
  },
  {
    name: 'kerio-unknown-recipient',
    pattern: /Attempt to deliver to unknown recipient/i,
    sample:
      '550 5.7.1 Attempt to deliver to unknown recipient <bob@contoso.test>, from <alice@fabrikam.test>, IP address 192.0.2.1',
    reason: 'recipient-unknown',
    meaning: 'The server knows no mailbox with this address; Kerio Connect words it like this.',
    source: 'fail2ban kerio.conf',
  },
  {
    name: 'blacklisted-by',
    pattern: /Blacklisted by/i,
    sample: '571 5.7.1 Blacklisted by dnsbl.test',
    reason: 'blocklisted',
    meaning: 'The list that the reply names has the sending IP address or domain.',
    source: 'kerio-wording',
  },
];

/** Words of OpenSMTPD, hMailServer, Courier, HCL Domino and Kerio Connect. */
export const otherServerTexts: readonly TextRow[] = [...opensmtpd, ...hMailServer, ...courier, ...domino, ...kerio];
