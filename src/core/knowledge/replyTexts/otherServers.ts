import { act, again, probe } from '../steps.ts';
import { type ReplyText, says } from './replyText.ts';

const login = act('Authenticate (SMTP AUTH) on the submission port, 587 or 465, before sending to outside domains.');
const mx = probe(
  'Look up the MX records of the domain of the recipient: the message may have gone to the wrong server.',
);
const asSender = act('Give the full reply with its time to the admin of the recipient.', 'sender');

const opensmtpd: readonly ReplyText[] = [
  says(
    'opensmtpd-invalid-recipient',
    /Invalid recipient: </i,
    '550 Invalid recipient: <x@elsewhere.test>',
    'relaying-denied',
    'No rule of the server takes mail for this recipient from this client: most often an outside domain it does not relay to.',
    'OpenSMTPD wording',
    {
      next: [
        act('Check the address letter by letter.'),
        act('Log in first if the recipient is in another domain than the server.'),
      ],
    },
  ),
  says(
    'opensmtpd-list-expansion',
    /Mailing list expansion problem/i,
    '524 5.2.4 Mailing list expansion problem: <nobody@northwind.test>',
    'list-problem',
    'The list or alias behind this address could not be expanded; with OpenSMTPD often an alias that leads nowhere.',
    'RFC 3463 X.2.4; OpenSMTPD wording',
    {
      next: [
        act('Check the alias or list of this address and each of its members.'),
        act('Check the address letter by letter.', 'sender'),
      ],
    },
  ),
  says(
    'opensmtpd-auth-first',
    /Must issue an AUTH command first/i,
    '530 5.5.1 Invalid command: Must issue an AUTH command first',
    'login-required',
    'This port of the server takes mail only after a login.',
    'OpenSMTPD wording',
  ),
  says(
    'opensmtpd-messages-sent',
    /Too many messages sent/i,
    '452 4.5.0 Other or undefined protocol status: Too many messages sent',
    'too-many-connections',
    'The connection carried as many messages as the server takes in one.',
    'OpenSMTPD wording',
    { next: [act('Open a new connection after some messages.')] },
  ),
  says(
    'opensmtpd-rfc-2822',
    /Message is not RFC 2822 compliant/i,
    '550 5.7.1 Message is not RFC 2822 compliant',
    'message-malformed',
    'The server cannot read the headers of the message.',
    'OpenSMTPD wording; RFC 5322',
  ),
];

const hMailServer: readonly ReplyText[] = [
  says(
    'hmailserver-not-allowed',
    /Delivery is not allowed to this address/i,
    '550 Delivery is not allowed to this address.',
    'relaying-denied',
    'The server takes no mail from this IP range for this address: most often it is an outside one and the client did not log in.',
    'hMailServer documentation: SMTP error messages',
    {
      next: [login, act('Check the IP range that the client belongs to.', 'receiving admin')],
    },
  ),
  says(
    'hmailserver-login',
    /SMTP authentication is required/i,
    '530 SMTP authentication is required.',
    'login-required',
    'The server wants a login before it takes this recipient from this IP range.',
    'hMailServer documentation: SMTP error messages',
    {
      next: [
        act('Switch SMTP login on in the program or device.'),
        act('Check the IP range that the client belongs to, and whether the recipient is local.', 'receiving admin'),
      ],
    },
  ),
  says(
    'hmailserver-data',
    /Excessive amounts of data sent to server/i,
    '421 Excessive amounts of data sent to server.',
    'command-malformed',
    'The client sent a very long piece without a line end where a command was due.',
    'hMailServer documentation: SMTP error messages',
    { next: [act('Correct the program that sends, or look for a scan of the port.')] },
  ),
  says(
    'hmailserver-reset',
    /Issue a reset if you want to start over/i,
    '503 Issue a reset if you want to start over',
    'command-order',
    'The client began a second message before the first was finished.',
    'hMailServer documentation: SMTP error messages',
    { next: [act('Send RSET, or finish the message, before the next MAIL.')] },
  ),
  says(
    'hmailserver-credentials',
    /Login credentials no longer valid/i,
    '550 Login credentials no longer valid. Please re-authenticate.',
    'login-failed',
    'The password of the login was changed or the account was closed while the connection was open.',
    'hMailServer wording',
    { next: [act('Log in anew with the current password.')] },
  ),
  says(
    'hmailserver-not-saved',
    /message was received but it could not be saved/i,
    '554 Your message was received but it could not be saved. Please retry later.',
    'system-error',
    'The server could not write the message into its database.',
    'hMailServer wording',
    {
      next: [act('Check disk and database of the receiving server.'), again('Send the message again later.', 'sender')],
    },
  ),
];

const courier: readonly ReplyText[] = [
  says(
    'courier-relaying',
    /^513\b[^\n]{0,80}Relaying denied/i,
    '513 Relaying denied.',
    'relaying-denied',
    'The server takes mail for outside domains only from clients that log in; Courier words it like this.',
    'Courier wording',
  ),
  says(
    'courier-sender-domain',
    /^517\b[^\n]{0,200}Domain does not exist|Invalid sender, DNS/i,
    '517-Domain does not exist: nosuch.test. 517 Invalid domain, see RFC1035',
    'sender-domain-not-found',
    'The domain of the sender is not found in DNS; Courier words it like this.',
    'Courier wording',
  ),
  says(
    'courier-spf',
    /^517\b[^\n]{0,200}\bSPF\b/i,
    '517 SPF fail alice@contoso.test: Address does not pass the Sender Policy Framework',
    'spf-failed',
    'The SPF record of the sender does not allow the sending host; Courier words it like this.',
    'Courier wording',
  ),
  says(
    'courier-unknown-recipient',
    /Command denied for unknown recipient/i,
    '550 Command denied for unknown recipient',
    'recipient-unknown',
    'The server knows no mailbox with this address; Courier words it like this.',
    'Courier wording',
  ),
];

const domino: readonly ReplyText[] = [
  says(
    'domino-not-in-directory',
    /not listed in (?:Domino|public Name (?:&|and) Address)/i,
    '550 bob@contoso.test... No such user: not listed in Domino Directory',
    'recipient-unknown',
    'The recipient is not in the Domino directory.',
    'HCL Domino wording',
    { sisimai: 'userunknown' },
  ),
  says(
    'domino-relaying',
    /Relaying prohibited/i,
    '554 Relaying prohibited: fabrikam.test',
    'relaying-denied',
    'The server does not relay for this client; Domino words it like this.',
    'HCL Domino wording: SMTP inbound relay controls',
    { next: [login, mx, act('Check the SMTP inbound relay controls of the Domino server.', 'receiving admin')] },
  ),
  says(
    'domino-sender-policy',
    /Mail from \S{1,200} rejected for policy reasons/i,
    '554 Mail from alice@contoso.test rejected for policy reasons.',
    'policy-refused',
    'A rule about senders or block lists refuses the mail; Domino words it like this.',
    'HCL Domino wording: SMTP inbound controls',
    { next: [act('Check the inbound sender controls and DNS block lists of the server.'), asSender] },
  ),
  says(
    'not-allowed-to-connect',
    /You are not allowed to connect/i,
    '554 You are not allowed to connect.',
    'client-refused',
    'The server takes no connections from this IP address: a block list or a rule has it.',
    'HCL Domino and postscreen wording',
  ),
];

const kerio: readonly ReplyText[] = [
  says(
    'kerio-unknown-recipient',
    /Attempt to deliver to unknown recipient/i,
    '550 5.7.1 Attempt to deliver to unknown recipient <bob@contoso.test>, from <alice@fabrikam.test>, IP address 192.0.2.1',
    'recipient-unknown',
    'The server knows no mailbox with this address; Kerio Connect words it like this.',
    'Kerio Connect wording',
  ),
  says(
    'blacklisted-by',
    /Blacklisted by/i,
    '571 5.7.1 Blacklisted by dnsbl.test',
    'blocklisted',
    'The list that the reply names has the sending IP address or domain.',
    'Kerio Connect wording',
  ),
];

/** Words of OpenSMTPD, hMailServer, Courier, HCL Domino and Kerio Connect. */
export const otherServerTexts: readonly ReplyText[] = [...opensmtpd, ...hMailServer, ...courier, ...domino, ...kerio];
