import { because, type Meaning } from '../../meaning.ts';
import { act, again, probe, queueRetries, wait } from '../../steps.ts';

const askOwner = act('Ask the owner of the group for permission.', 'sender');
const askRecipient = act('Ask the recipient another way to have that done.', 'sender');

const quoted = because(
  'unrecognized',
  'The other mail system refused the message; its own reply is quoted in the report.',
  'ms-exchange-online',
  {
    next: [act('Read the reply of the remote server that the report quotes: that one names the cause.')],
  },
);

/** Enhanced codes that Exchange Online alone sends, by `X.subject.detail`. */
const byCode: ReadonlyMap<string, Meaning> = new Map([
  ['X.0.350', quoted],
  ['X.1.350', quoted],
  ['X.2.350', quoted],
  ['X.3.350', quoted],
  ['X.4.350', quoted],
  ['X.5.350', quoted],
  ['X.6.350', quoted],
  [
    'X.1.351',
    because(
      'recipient-unknown',
      'The other mail system knows no such recipient; its own reply is quoted in the report.',
      'ms-exchange-online',
    ),
  ],
  [
    'X.7.350',
    because(
      'spam-refused',
      'The other mail system took the message for spam; its own reply is quoted in the report.',
      'ms-exchange-online',
    ),
  ],
  [
    'X.1.20',
    because('message-malformed', 'The message has several From addresses and no Sender field.', 'ms-exchange-online', {
      actor: 'sender',
      next: [act('Send with one From address, or add a Sender field.')],
    }),
  ],
  [
    'X.1.90',
    because('rate-limited', 'The mailbox reached its daily limit of recipients.', 'ms-exchange-online', {
      actor: 'sender',
      retry: 'yes',
      next: [
        wait('Wait until the next day.'),
        act('Check whether somebody else uses the account.'),
        act('Use a bulk mail service for large mailings.'),
      ],
    }),
  ],
  [
    'X.2.121',
    because('rate-limited', 'This sender sends too many messages an hour to this mailbox.', 'ms-exchange-online', {
      retry: 'yes',
      next: [wait('Wait an hour.'), act('Lower the rate of the program that sends to this mailbox.')],
    }),
  ],
  [
    'X.2.122',
    because('rate-limited', 'The mailbox gets more messages an hour than it may.', 'ms-exchange-online', {
      actor: 'receiving admin',
      retry: 'yes',
      next: [act('Find the source of the many messages and stop it.'), again('Send again after an hour.', 'sender')],
    }),
  ],
  [
    'X.2.252',
    because(
      'sender-not-allowed',
      'The mailbox of the login may not send as this From address.',
      'exchange-online-wording',
    ),
  ],
  [
    'X.3.190',
    because(
      'policy-refused',
      'Journal mail was sent to an organisation that has no journaling archive switched on.',
      'ms-exchange-online',
      {
        retry: 'later',
        next: [act('Switch journaling archive on, or send journal mail elsewhere.')],
      },
    ),
  ],
  [
    'X.4.300',
    because('expired', 'The message could not be delivered in time and was given up.', 'ms-exchange-online', {
      actor: 'receiving admin',
      next: [act('Look for the earlier 4.4.x error in the report: it names the cause.')],
    }),
  ],
  [
    'X.4.14',
    because(
      'mail-loop',
      'The message goes round in a circle between servers of Exchange Online and others.',
      'ms-exchange-online',
      {
        next: [
          act('Check forwarding, connectors and the type of the accepted domain in a hybrid set-up.'),
          act('Read the Received fields to see which servers hand the message round.'),
        ],
      },
    ),
  ],
  ['X.4.310', because('domain-not-found', 'The domain of the recipient does not exist in DNS.', 'ms-exchange-online')],
  ['X.4.312', because('dns-failure', 'The DNS query for the destination failed.', 'ms-exchange-online')],
  [
    'X.4.314',
    because('connection-failed', 'None of the destination hosts could be reached.', 'ms-exchange-online', {
      actor: 'receiving admin',
      next: [act.server('Check that the MX hosts of the domain take connections on port 25.')],
    }),
  ],
  ['X.4.315', because('connection-failed', 'The connection to the destination timed out.', 'ms-exchange-online')],
  [
    'X.4.316',
    because('connection-failed', 'The destination refused the TCP connection.', 'ms-exchange-online', {
      actor: 'receiving admin',
      next: [
        probe.server('Check that the mail server listens on port 25 and that no firewall refuses the connection.'),
      ],
    }),
  ],
  [
    'X.4.317',
    because(
      'tls-failed',
      'The session with the destination could not be encrypted as demanded.',
      'ms-exchange-online',
      {
        actor: 'sending admin',
        next: [
          act('Check the TLS settings of the connectors on both sides.'),
          probe.server('Check the certificate of the receiving server: its dates, its names and its chain.'),
        ],
      },
    ),
  ],
  [
    'X.4.318',
    because('connection-failed', 'The remote server cut the connection abruptly.', 'ms-exchange-online', {
      actor: 'receiving admin',
      next: [act.server('Look for a firewall, filter or TLS failure at the destination.')],
    }),
  ],
  [
    'X.6.11',
    because('message-malformed', 'The message has line feeds without carriage returns.', 'ms-exchange-online', {
      next: [act('Make the program that wrote the message end each line with CR LF.')],
    }),
  ],
  [
    'X.7.51',
    because(
      'security-refused',
      'A partner connector wants another IP address or certificate.',
      'sisimai Rhost/Microsoft.pm',
      {
        next: [act('Correct the IP ranges or the certificate name of the inbound partner connector.')],
      },
    ),
  ],
  [
    'X.7.54',
    because(
      'relaying-denied',
      'The Exchange server takes mail for outside domains only from clients it knows.',
      'exchange-wording',
    ),
  ],
  [
    'X.7.57',
    because('login-required', 'A device or program sent through Microsoft 365 without a login.', 'ms-exchange-online', {
      next: [
        act('Set a login in the device and allow SMTP AUTH for that mailbox.'),
        act('Use a connector or direct send if the device cannot log in.'),
      ],
    }),
  ],
  [
    'X.7.60',
    because('sender-not-allowed', 'The account of the login may not send as this From address.', 'ms-devices'),
  ],
  [
    'X.7.64',
    because(
      'relaying-denied',
      'Mail from the own server no longer matches an inbound connector of the organisation.',
      'ms-exchange-online',
      {
        actor: 'sending admin',
        retry: 'later',
        next: [act('Compare the IP address and certificate of the server with the inbound connector.')],
      },
    ),
  ],
  [
    'X.7.124',
    because(
      'recipient-restricted',
      'The sender is not on the list of those who may mail this group.',
      'ms-exchange-online',
      {
        next: [act('Add the sender to those who may mail the group.'), askOwner],
      },
    ),
  ],
  [
    'X.7.133',
    because('recipient-restricted', 'The group takes mail only from inside its organisation.', 'ms-exchange-online', {
      next: [act('Allow senders from outside in the settings of the group.'), askOwner],
    }),
  ],
  [
    'X.7.134',
    because('recipient-restricted', 'The mailbox takes mail only from inside its organisation.', 'ms-exchange-online', {
      next: [act('Allow senders from outside in the delivery settings of the mailbox.'), askRecipient],
    }),
  ],
  [
    'X.7.135',
    because(
      'recipient-restricted',
      'The public folder takes mail only from inside its organisation.',
      'ms-exchange-online',
      {
        next: [act('Give anonymous users the right to create items in the public folder.'), askRecipient],
      },
    ),
  ],
  [
    'X.7.136',
    because(
      'recipient-restricted',
      'The mail user takes mail only from inside its organisation.',
      'ms-exchange-online',
      {
        next: [act('Allow senders from outside in the delivery settings of the mail user.'), askRecipient],
      },
    ),
  ],
  [
    'X.7.139',
    because(
      'login-failed',
      'Microsoft 365 refuses SMTP login for this account.',
      ['ms-smtp-auth', 'exchange-online-wording'],
      {
        actor: 'sending admin',
        next: [
          act('Allow authenticated SMTP for this mailbox.'),
          act('Check security defaults and conditional access.'),
          act('Move the program to OAuth if it can.'),
        ],
      },
    ),
  ],
  [
    'X.7.193',
    because('recipient-restricted', 'The Microsoft 365 group takes no mail from outside.', 'ms-exchange-online', {
      next: [act('Allow senders from outside in the settings of the group, or add the sender as a guest.'), askOwner],
    }),
  ],
  [
    'X.7.232',
    because(
      'rate-limited',
      'The trial organisation has used up the number of outside recipients that Exchange Online allows it in 24 hours.',
      'ms-terrl',
      {
        retry: 'yes',
        next: [
          wait('Wait until the limit of 24 hours is free again.'),
          act('Buy licences, or move mailings to a service for bulk mail.'),
        ],
      },
    ),
  ],
  [
    'X.7.233',
    because(
      'rate-limited',
      'The organisation has used up the number of outside recipients that Exchange Online allows it in 24 hours.',
      'ms-terrl',
      {
        retry: 'yes',
        next: [
          wait('Wait until the limit of 24 hours is free again.'),
          act('Look for an account or a program that sends more than it should.'),
          act('Move mailings to Azure Communication Services or another service for bulk mail.'),
        ],
      },
    ),
  ],
  [
    'X.7.236',
    because(
      'rate-limited',
      'The organisation sends more than 100 messages a day to outside from its onmicrosoft.com domain.',
      'ms-onmicrosoft',
      {
        retry: 'yes',
        next: [act('Send from a domain of your own.'), wait('Wait until the limit of 24 hours is free again.')],
      },
    ),
  ],
  [
    'X.7.321',
    because(
      'tls-failed',
      'The domain of the recipient demands DANE, but its server offers no working STARTTLS.',
      'ms-exchange-online',
      {
        next: [act.server('Make STARTTLS work on the MX host, or remove its TLSA record.')],
      },
    ),
  ],
  [
    'X.7.322',
    because('tls-failed', 'The certificate of the destination has expired (DANE check).', 'ms-exchange-online', {
      next: [act.server('Renew the certificate of the MX host, and its TLSA record with it.')],
    }),
  ],
  [
    'X.7.323',
    because('tls-failed', 'The certificate of the destination does not fit its TLSA record.', 'ms-exchange-online', {
      next: [act.server('Correct the TLSA record, or install the certificate it names.')],
    }),
  ],
  [
    'X.7.324',
    because('dns-failure', 'The DNSSEC chain of the destination does not verify.', 'ms-exchange-online', {
      next: [act.recipient('Repair the DNSSEC chain of the domain.')],
    }),
  ],
  [
    'X.7.325',
    because(
      'tls-failed',
      'The certificate of the destination does not name its MX host (DANE check).',
      'ms-exchange-online',
      {
        next: [act.server('Install a certificate that names the MX host.')],
      },
    ),
  ],
  [
    'X.7.367',
    because(
      'relaying-denied',
      'A forwarded message left through the relay pool of Microsoft, and the next server refused it.',
      'ms-exchange-online',
      {
        retry: 'later',
        next: [
          act.sender('Make SPF or DKIM pass when the message comes in.'),
          act('Avoid chains of automatic forwarding.'),
        ],
      },
    ),
  ],
  [
    'X.7.501',
    because('account-disabled', 'The sending account was banned because it sent spam.', 'ms-exchange-online', {
      next: [act('Secure the account, then ask Microsoft support to lift the ban.')],
    }),
  ],
  ['X.7.504', because('recipient-unknown', 'The address of the recipient is not valid.', 'ms-exchange-online')],
  [
    'X.7.505',
    because('recipient-unknown', 'The recipient is not valid or is banned.', 'ms-exchange-online', {
      next: [act('Check the address letter by letter.'), act('Ask Microsoft support if the address is right.')],
    }),
  ],
  [
    'X.7.506',
    because(
      'greeting-refused',
      'The sending server used the name of the receiver as its HELO name.',
      'ms-exchange-online',
      {
        next: [act('Set the HELO name of the sending server to its own host name.')],
      },
    ),
  ],
  [
    'X.7.507',
    because('client-refused', 'The organisation of the recipient blocks this IP address.', 'ms-exchange-online', {
      actor: 'receiving admin',
      next: [act('Take the IP address off the block list of the organisation if its mail is wanted.')],
    }),
  ],
  [
    'X.7.508',
    because('rate-limited', 'The IPv6 range sent more than it may.', 'ms-exchange-online', {
      next: [act('Send more slowly, or over IPv4.')],
    }),
  ],
  [
    'X.7.509',
    because(
      'dmarc-failed',
      'The From domain asks to refuse mail that fails DMARC, and this message fails.',
      'ms-exchange-online',
    ),
  ],
  [
    'X.7.510',
    because('policy-refused', 'The domain of the recipient takes no mail over IPv6.', 'ms-exchange-online', {
      actor: 'sending admin',
      next: [act('Send over IPv4.')],
    }),
  ],
  [
    'X.7.511',
    because('blocklisted', 'Microsoft banned the sending IP address by hand.', 'ms-exchange-online', {
      next: [act('Find and stop the cause.'), act('Forward the full report to delist@microsoft.com.')],
    }),
  ],
  [
    'X.7.512',
    because('message-malformed', 'The From field is missing or not valid.', 'ms-exchange-online', {
      next: [act('Send with one valid address in the From field.')],
    }),
  ],
  [
    'X.7.513',
    because(
      'client-refused',
      'The organisation of the recipient keeps this IP address on its own block list.',
      'ms-exchange-online',
      {
        actor: 'receiving admin',
        next: [act('Take the IP address off the block list of the organisation if its mail is wanted.')],
      },
    ),
  ],
  [
    'X.7.515',
    because(
      'sender-unauthenticated',
      'Outlook.com wants SPF, DKIM and DMARC from senders of much mail.',
      'ms-exchange-online',
      {
        next: [act.sender('Set up SPF, DKIM and DMARC for the From domain so that all pass and one aligns.')],
      },
    ),
  ],
  [
    'X.7.520',
    because(
      'policy-refused',
      'The organisation does not allow automatic forwarding to outside.',
      'ms-exchange-online',
      {
        actor: 'sending admin',
        retry: 'later',
        next: [act('Allow forwarding for this user in the outbound spam policy, or stop the forwarding rule.')],
        tells: { outbound: true },
      },
    ),
  ],
  [
    'X.7.703',
    because('policy-refused', 'The organisation of the sender blocks this recipient.', 'ms-exchange-online', {
      actor: 'sending admin',
      retry: 'later',
      next: [act('Remove the recipient from the Tenant Allow/Block List if mail to it is wanted.')],
      tells: { outbound: true },
    }),
  ],
  [
    'X.7.705',
    because(
      'account-disabled',
      'The organisation may not send at the moment because of suspicious traffic.',
      'ms-exchange-online',
      {
        next: [act('Secure stolen accounts and open relays, then open a case with Microsoft.')],
      },
    ),
  ],
  [
    'X.7.708',
    because(
      'poor-reputation',
      'Microsoft takes no mail from this IP address; new and trial organisations see this.',
      'ms-exchange-online',
      {
        next: [act('Open a case with Microsoft.')],
      },
    ),
  ],
  [
    'X.7.750',
    because(
      'policy-refused',
      'The organisation sends much mail from domains it has not registered.',
      'ms-exchange-online',
      {
        actor: 'sending admin',
        retry: 'later',
        next: [act('Add and verify the sending domains in Microsoft 365.')],
      },
    ),
  ],
  [
    'X.7.800',
    because('poor-reputation', 'The HELO, envelope or From domain is banned for spam.', 'ms-exchange-online', {
      next: [act('Find and stop the spam, then ask Microsoft support.')],
    }),
  ],
]);

interface CodeRange {
  readonly class: 4 | 5;
  readonly subject: number;
  readonly from: number;
  readonly to: number;
  readonly meaning: Meaning;
}

const suspicious = because(
  'rate-limited',
  'Microsoft slows this sender down while it looks at unusual traffic.',
  'ms-exchange-online',
  {
    next: [wait('Wait and keep sending steadily.'), act('Check for stolen accounts and for a sudden rise in volume.')],
  },
);

const suspiciousIp = because(
  'rate-limited',
  'Microsoft slows this IP address down while it looks at unusual traffic from it.',
  'ms-exchange-online',
  { next: [wait('Wait and keep sending steadily.'), act('Check what else sends through this IP address.')] },
);

const ranges: readonly CodeRange[] = [
  {
    class: 4,
    subject: 7,
    from: 650,
    to: 652,
    meaning: because(
      'poor-reputation',
      'Microsoft slows this IP address down because of its reputation.',
      'ms-exchange-online',
      {
        next: [
          act('Check the IP address in SNDS of Microsoft.'),
          act('Send less, and only to recipients who want the mail.'),
        ],
      },
    ),
  },
  {
    class: 4,
    subject: 7,
    from: 500,
    to: 500,
    meaning: because(
      'rate-limited',
      'Microsoft slows this IP address down, as it does with new or unusual senders.',
      'ms-exchange-online',
      {
        next: [
          wait('Wait and keep sending steadily.'),
          act('Check for a stolen account or an infected host if the volume has grown for no reason.'),
        ],
      },
    ),
  },
  {
    class: 4,
    subject: 7,
    from: 700,
    to: 700,
    meaning: because('server-busy', 'A filter service of Microsoft is busy.', 'ms-exchange-online', {
      next: [queueRetries],
    }),
  },
  { class: 4, subject: 7, from: 500, to: 699, meaning: suspicious },
  { class: 4, subject: 7, from: 850, to: 899, meaning: suspiciousIp },
  {
    class: 5,
    subject: 7,
    from: 502,
    to: 503,
    meaning: because('account-disabled', 'The sending account was banned because it sent spam.', 'ms-exchange-online', {
      next: [act('Secure the account, then ask Microsoft support to lift the ban.')],
    }),
  },
  {
    class: 5,
    subject: 7,
    from: 606,
    to: 649,
    meaning: because('blocklisted', 'The sending IP address is on the block list of Microsoft.', 'ms-exchange-online', {
      next: [act('Find and stop the unwanted mail.'), act('Ask for removal at https://sender.office.com/.')],
    }),
  },
  {
    class: 5,
    subject: 7,
    from: 700,
    to: 749,
    meaning: because(
      'account-disabled',
      'Microsoft judged the traffic of the organisation as suspicious.',
      'ms-exchange-online',
      {
        next: [act('Secure stolen accounts, then open a case with Microsoft.')],
      },
    ),
  },
  {
    class: 5,
    subject: 7,
    from: 900,
    to: 999,
    meaning: because(
      'policy-refused',
      'A mail flow rule of the organisation refused the message.',
      'ms-exchange-online',
    ),
  },
];

/** What Microsoft means by an enhanced code of its own, or undefined. */
export function microsoftCode(code: { class: number; subject: number; detail: number }): Meaning | undefined {
  const range = ranges.find(
    (range) =>
      range.class === code.class &&
      range.subject === code.subject &&
      range.from <= code.detail &&
      code.detail <= range.to,
  )?.meaning;
  const row = byCode.get(`X.${code.subject}.${code.detail}`);
  // A single code lies within ranges for good (5.7.705), but the ranges for now cover it: 4.7.501 bans nobody.
  return code.class === 4 ? (range ?? row) : (row ?? range);
}

/** The codes of the table, for tests and documentation. */
export const microsoftCodes: ReadonlyMap<string, Meaning> = byCode;
