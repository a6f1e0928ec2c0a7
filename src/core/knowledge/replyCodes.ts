import type { Stage } from '../smtp/verbs.ts';
import { because, type Meaning } from './meaning.ts';
import type { Sources } from './sources.ts';
import { act, again, probe, queueRetries } from './steps.ts';

/**
 * How a code came to be: `standard` stands in an RFC, `registered` is only named in the IANA registry
 * of enhanced codes, `draft` and `historic` speak for themselves, `vendor` is sent by products alone.
 */
export type Standing = 'standard' | 'registered' | 'draft' | 'historic' | 'vendor';

/** What something means as the answer to one command. */
export type ByStage = Readonly<Partial<Record<Stage, Meaning>>>;

export interface ReplyCode {
  readonly code: number;
  readonly standing: Standing;
  /** What it means where the command it answers is not known. */
  readonly general: Meaning;
  /** What it means as the answer to one command, by stage. */
  readonly stages: ByStage;
  readonly source: Sources;
}

function code(value: number, standing: Standing, general: Meaning, stages: ByStage = {}): readonly [number, ReplyCode] {
  return [value, { code: value, standing, general, stages, source: general.source }];
}

const field = 'products-wording';

const successAndProgress = [
  code(
    200,
    'historic',
    because('accepted', 'An old way to say that the command worked; SMTP has no such code any more.', 'RFC 876'),
  ),
  code(211, 'standard', because('accepted', 'The server tells its status or help text.', 'RFC 5321 4.2.3')),
  code(214, 'standard', because('accepted', 'The server sends help text meant for a person.', 'RFC 5321 4.2.3'), {
    HELP: because('accepted', 'The server lists the commands it knows; a person may read it.', 'RFC 5321 4.1.1.8'),
  }),
  code(220, 'standard', because('in-progress', 'The server is ready.', 'RFC 5321 4.2.3'), {
    connect: because(
      'in-progress',
      'The server greets: it is ready and waits for EHLO. The first word is its name.',
      'RFC 5321 4.3.1',
    ),
    STARTTLS: because(
      'in-progress',
      'The server is ready for TLS: the handshake starts at once, and EHLO must be sent again after it.',
      'RFC 3207 4',
    ),
  }),
  code(221, 'standard', because('accepted', 'The server says goodbye and closes the connection.', 'RFC 5321 4.2.3'), {
    QUIT: because('accepted', 'The session ended in good order.', 'RFC 5321 4.1.1.10'),
  }),
  code(235, 'standard', because('accepted', 'The login worked.', 'RFC 4954 6')),
  code(250, 'standard', because('accepted', 'The command was carried out.', 'RFC 5321 4.2.3'), {
    EHLO: because(
      'accepted',
      'The server greets back; after EHLO each further line names an extension it offers.',
      'RFC 5321 4.1.1.1',
    ),
    MAIL: because(
      'accepted',
      'The sender address is accepted for now; it may still be refused later.',
      'RFC 5321 4.1.1.2',
    ),
    RCPT: because(
      'accepted',
      'The recipient is accepted for now; the message itself is not yet taken.',
      'RFC 5321 4.1.1.3',
    ),
    '(data)': because(
      'accepted',
      'The server has taken the message and is responsible for it: it must deliver it or report that it could not.',
      'RFC 5321 4.2.5, 6.1',
      { next: [act('Note the queue id in the reply: the receiving admin finds the message by it.')] },
    ),
    BDAT: because(
      'accepted',
      'The server has taken this chunk; only the reply to the last chunk makes it responsible for the message.',
      'RFC 3030 2',
    ),
    RSET: because('accepted', 'The transaction was dropped; a new one can start.', 'RFC 5321 4.1.1.5'),
    NOOP: because('accepted', 'The server is still there; nothing else happened.', 'RFC 5321 4.1.1.9'),
    VRFY: because('accepted', 'The server says that the address exists.', 'RFC 5321 3.5.3'),
    EXPN: because('accepted', 'The server lists the members of the mailing list.', 'RFC 5321 3.5.2'),
    ETRN: because('accepted', 'The server starts to send the mail that waits for this node.', 'RFC 1985'),
  }),
  code(
    251,
    'standard',
    because('accepted', 'The mailbox is elsewhere, and the server forwards the mail to it.', 'RFC 5321 3.4'),
    {
      RCPT: because(
        'accepted',
        'The mailbox is elsewhere, but the server accepts the recipient and forwards the mail.',
        'RFC 5321 3.4',
      ),
      ETRN: because('accepted', 'No mail waits for this node.', 'RFC 1985'),
    },
  ),
  code(
    252,
    'standard',
    because(
      'accepted',
      'The server cannot or will not check the address, but would accept mail for it and try to deliver.',
      'RFC 5321 3.5.3',
    ),
    { ETRN: because('accepted', 'The server starts to send the mail that waits for this node.', 'RFC 1985') },
  ),
  code(
    253,
    'standard',
    because('accepted', 'A stated number of messages waits for this node, and sending starts.', 'RFC 1985'),
  ),
  code(334, 'standard', because('in-progress', 'The login goes on: the server asks for its next part.', 'RFC 4954 4'), {
    AUTH: because(
      'in-progress',
      'The login goes on: the text is base64 (VXNlcm5hbWU6 is Username:, UGFzc3dvcmQ6 is Password:).',
      'RFC 4954 4',
    ),
  }),
  code(353, 'draft', because('in-progress', 'One answer for each recipient follows the message.', 'draft-hall-prdr')),
  code(
    354,
    'standard',
    because('in-progress', 'The server waits for the message; a line with a single dot ends it.', 'RFC 5321 4.1.1.4'),
  ),
  code(
    355,
    'historic',
    because('in-progress', 'A broken transfer may go on at the stated position in the message.', 'RFC 1845'),
  ),
];

const transient = [
  code(420, 'vendor', because('connection-failed', 'The connection timed out or could not be kept.', field)),
  code(
    421,
    'standard',
    because(
      'server-busy',
      'The server is not available at the moment and closes the connection.',
      'RFC 5321 4.2.3, 3.8',
      {
        next: [queueRetries, act('Send more slowly if the text speaks of rate, connections or errors.')],
      },
    ),
    {
      connect: because(
        'server-busy',
        'The server takes no connection at the moment: it is busy, shutting down, or slows this client down.',
        'RFC 5321 3.1, 4.2.3',
      ),
      EHLO: because(
        'server-busy',
        'The server ends the session right after the greeting: it is busy or slows this client down.',
        'RFC 5321 4.2.3',
      ),
      RCPT: because(
        'rate-limited',
        'The server breaks off at this recipient: too many errors or recipients, or it is shutting down.',
        'RFC 5321 4.2.3',
      ),
      '(data)': because(
        'server-busy',
        'The server broke off while it had the message: it did not take it.',
        'RFC 5321 4.2.5',
      ),
    },
  ),
  code(422, 'vendor', because('mailbox-full', 'The mailbox is over its limit at the moment.', field), {
    AUTH: because('login-failed', 'The password must be changed over before this login mechanism works.', [
      'RFC 3463 X.7.12',
      'iana-enhanced',
    ]),
  }),
  code(
    430,
    'registered',
    because('command-order', 'The server cannot carry out the command at the moment.', 'iana-enhanced X.5.1'),
  ),
  code(431, 'vendor', because('system-full', 'The server is short of disk space or memory.', field)),
  code(
    432,
    'standard',
    because(
      'rate-limited',
      'The mailbox or its queue takes no more at the moment; at a login, the password must be changed over first.',
      ['RFC 4954 6', 'ms-exchange-online'],
    ),
    {
      AUTH: because(
        'login-failed',
        'The password must be changed over first: log in once with PLAIN over TLS, then this mechanism works.',
        'RFC 4954 6',
      ),
    },
  ),
  code(441, 'vendor', because('connection-failed', 'The destination server does not answer.', field)),
  code(442, 'vendor', because('connection-failed', 'The connection broke during the transfer.', field)),
  code(446, 'vendor', because('mail-loop', 'The message passed too many servers: there may be a loop.', field)),
  code(447, 'vendor', because('expired', 'The message waited too long in the queue.', field)),
  code(449, 'vendor', because('routing-failed', 'No connector or route fits this message.', field)),
  code(
    450,
    'standard',
    because(
      'server-busy',
      'The mailbox is not available at the moment; the server asks for a later try.',
      'RFC 5321 4.2.3',
    ),
    {
      connect: because('client-refused', 'The server refuses this client at the moment.', 'RFC 5321 4.2.1'),
      EHLO: because(
        'greeting-refused',
        'The HELO name was not accepted at the moment: often it was not found in DNS.',
        'postconf unknown_hostname_reject_code',
      ),
      MAIL: because(
        'sender-refused',
        'The sender address was not accepted at the moment: often DNS did not find its domain, or a check is running.',
        ['RFC 5321 4.2.3', 'postconf unknown_address_reject_code'],
      ),
      RCPT: because(
        'server-busy',
        'The recipient was not accepted at the moment: the mailbox is busy, a check is running, or it is greylisting.',
        'RFC 5321 4.2.3',
      ),
      '(data)': because('server-busy', 'The message was not taken at the moment.', 'RFC 5321 4.2.5'),
    },
  ),
  code(
    451,
    'standard',
    because('system-error', 'An error in the server stopped the command; a later try may work.', 'RFC 5321 4.2.3'),
    {
      MAIL: because(
        'system-error',
        'The server could not check the sender at the moment: a DNS or local error.',
        'RFC 5321 4.3.2',
      ),
      RCPT: because(
        'system-error',
        'The server could not check the recipient at the moment: a local error, or greylisting.',
        'RFC 5321 4.3.2',
      ),
      '(data)': because(
        'system-error',
        'The server could not process the message at the moment and did not take it.',
        'RFC 5321 4.3.2',
      ),
    },
  ),
  code(452, 'standard', because('system-full', 'The server has too little storage at the moment.', 'RFC 5321 4.2.3'), {
    MAIL: because('system-full', 'The server has too little storage for a message of this size.', 'RFC 1870 6.1'),
    RCPT: because(
      'too-many-recipients',
      'No more recipients in this transaction, or the mailbox has no room at the moment.',
      'RFC 5321 4.5.3.1.10',
      {
        retry: 'yes',
        next: [
          act('Send the message to the remaining recipients in a new transaction; mail servers do this by themselves.'),
          act('Check the quota of the mailbox if it was the first recipient.'),
        ],
      },
    ),
    '(data)': because('system-full', 'The server had too little storage for the message.', 'RFC 5321 4.3.2'),
  }),
  code(
    453,
    'standard',
    because('server-busy', 'The system takes no mail at the moment.', ['RFC 3463 X.3.2', 'iana-enhanced']),
    { ATRN: because('accepted', 'No mail waits for these domains.', 'RFC 2645') },
  ),
  code(
    454,
    'standard',
    because('security-refused', 'TLS or the login is not available at the moment.', ['RFC 3207 4', 'RFC 4954 6']),
    {
      STARTTLS: because(
        'tls-failed',
        'TLS is not available on the server at the moment; a certificate or key problem is the usual cause.',
        'RFC 3207 4',
        { next: [act.server('Check certificate, key and TLS settings of the server.'), again('Try later.', 'sender')] },
      ),
      AUTH: because(
        'login-failed',
        'The login could not be checked: the user database of the server does not answer at the moment.',
        'RFC 4954 6',
        {
          actor: 'receiving admin',
          next: [
            act('Check whether the authentication service of the mail server runs.'),
            again('Try later.', 'sender'),
          ],
        },
      ),
      RCPT: because(
        'relaying-denied',
        'The server does not pass mail on to this domain for this client; it says so with a temporary code.',
        'postconf relay_domains_reject_code',
      ),
    },
  ),
  code(
    455,
    'standard',
    because('feature-missing', 'The server cannot handle the parameters at the moment.', 'RFC 5321 4.1.1.11'),
  ),
  code(
    456,
    'draft',
    because(
      'policy-refused',
      'The server does not take this over IPv6 and asks for a try over IPv4.',
      'draft-martin-fallback',
      { actor: 'sending admin', next: [act('Send over IPv4.')] },
    ),
  ),
  code(458, 'standard', because('system-error', 'The server could not queue the mail for this node.', 'RFC 1985')),
  code(
    459,
    'standard',
    because('policy-refused', 'The server does not start the queue for this node.', 'RFC 1985', {
      next: [act('Allow ETRN for this node on the server that holds the mail.')],
      transientRetry: 'later',
    }),
  ),
  code(
    471,
    'vendor',
    because('policy-refused', 'A filter or virus scanner on the way stopped the mail.', field, {
      next: [act('Look in the log of the local filter or virus scanner.')],
    }),
  ),
  code(
    472,
    'vendor',
    because(
      'sender-domain-not-found',
      'DNS gave no answer for the domain of the sender.',
      'courier-code module.esmtp/esmtp.C',
    ),
  ),
  code(
    498,
    'vendor',
    because(
      'domain-not-found',
      'The sending service found no mail host for the domain of the recipient.',
      'mailgun-wording',
    ),
  ),
];

const protocol = [
  code(
    500,
    'standard',
    because('command-unknown', 'The server does not recognise the command, or the line is too long.', 'RFC 5321 4.2.2'),
    {
      STARTTLS: because(
        'feature-missing',
        'The server does not know STARTTLS, or a firewall changed the command.',
        'RFC 5321 4.2.4',
        {
          next: [
            probe.server('Check whether the server lists STARTTLS after EHLO.'),
            act('Switch SMTP inspection off in the firewall between the two hosts.'),
          ],
        },
      ),
      EHLO: because(
        'command-unknown',
        'The server does not know EHLO: it is very old, or a firewall changes the commands.',
        'RFC 5321 3.2',
        { next: [act('Try HELO.'), act('Switch SMTP inspection off in the firewall between the two hosts.')] },
      ),
      AUTH: because('command-unknown', 'The server offers no login here, or the line was too long.', 'RFC 4954 4, 6'),
      '(data)': because(
        'command-unknown',
        'The server read part of the message as a command: the data phase ended too early.',
        'RFC 5321 4.5.2',
        { next: [act('Check for a lone dot in the message that was not doubled, and for wrong line ends.')] },
      ),
    },
  ),
  code(501, 'standard', because('command-malformed', 'The argument of the command is wrong.', 'RFC 5321 4.2.2'), {
    EHLO: because('greeting-refused', 'The HELO name is missing or not a valid host name.', 'RFC 5321 4.1.1.1, 2.3.5'),
    MAIL: because(
      'sender-refused',
      'The sender address is not written correctly, or its domain is not acceptable.',
      'RFC 5321 4.1.1.2',
      {
        next: [
          act('Write MAIL FROM:<user@domain> with no blank before the bracket.'),
          act.sender('Check the domain of the sender.'),
        ],
      },
    ),
    RCPT: because('address-malformed', 'The recipient address is not written correctly.', 'RFC 5321 4.1.1.3'),
    AUTH: because('login-failed', 'The login was broken off, or what was sent is not base64.', 'RFC 4954 4', {
      actor: 'sending admin',
      next: [act('Check that the program sends its answers in base64.'), again('Start the login again.')],
    }),
    STARTTLS: because('command-malformed', 'STARTTLS takes no argument.', 'RFC 3207 4'),
  }),
  code(
    502,
    'standard',
    because('command-unknown', 'The server knows the command but does not allow it here.', 'RFC 5321 4.2.4'),
    {
      VRFY: because(
        'command-unknown',
        'The server does not tell which addresses exist; this is usual and no fault.',
        'RFC 5321 3.5.2, 7.3',
        { actor: 'nobody', next: [act('Use RCPT in a session without DATA to test an address.')] },
      ),
      EXPN: because(
        'command-unknown',
        'The server does not list the members of mailing lists; this is usual and no fault.',
        'RFC 5321 3.5.2, 7.3',
        { actor: 'nobody', next: [] },
      ),
      STARTTLS: because('feature-missing', 'The server does not offer STARTTLS at this point.', 'RFC 3207 4'),
    },
  ),
  code(503, 'standard', because('command-order', 'The command came at the wrong point.', 'RFC 5321 4.1.4'), {
    MAIL: because(
      'command-order',
      'MAIL came too early (before EHLO, or before a login), or a transaction is still open.',
      'RFC 5321 4.1.4',
    ),
    RCPT: because('command-order', 'RCPT needs an accepted MAIL first: look at the reply to MAIL.', 'RFC 5321 3.3'),
    DATA: because(
      'command-order',
      'DATA needs at least one accepted recipient: look at the replies to RCPT.',
      'RFC 5321 3.3',
    ),
    AUTH: because(
      'command-order',
      'AUTH is not allowed here: the session is logged in already, a transaction is open, or TLS must come first.',
      'RFC 4954 4',
    ),
    STARTTLS: because('command-order', 'TLS is already on, or STARTTLS is not allowed at this point.', 'RFC 3207 4'),
  }),
  code(504, 'standard', because('feature-missing', 'The server does not know this parameter.', 'RFC 5321 4.2.2'), {
    AUTH: because('security-refused', 'The server does not offer this login mechanism.', 'RFC 4954 4', {
      actor: 'sending admin',
      next: [act.server('Use one of the mechanisms that the AUTH line after EHLO lists.')],
    }),
    EHLO: because('greeting-refused', 'The HELO name is not a full host name.', 'postconf non_fqdn_reject_code'),
    MAIL: because('sender-refused', 'The sender address has no full domain.', 'postconf non_fqdn_reject_code'),
    RCPT: because('address-malformed', 'The recipient address has no full domain.', 'postconf non_fqdn_reject_code'),
  }),
  code(521, 'standard', because('mail-not-accepted', 'This host takes no mail at all.', 'RFC 7504 3'), {
    connect: because(
      'mail-not-accepted',
      'This host takes no mail at all, or none from this client.',
      ['RFC 7504 3', 'postscreen'],
      {
        next: [
          probe.recipient('Look up the MX records of the domain: this host should not be among them.'),
          probe.address('Check the sending IP address at block lists if the text speaks of one.'),
        ],
      },
    ),
  }),
  code(
    530,
    'standard',
    because('login-required', 'The server wants a login, or STARTTLS, before this command.', [
      'RFC 4954 6',
      'RFC 3207 4',
    ]),
    {
      AUTH: because('tls-required', 'The server takes a login only after STARTTLS.', 'RFC 3207 4'),
      MAIL: because('login-required', 'The server wants a login, or STARTTLS, before it takes mail.', 'RFC 4954 6'),
      RCPT: because(
        'login-required',
        'The server wants a login before it takes mail for this recipient.',
        'RFC 4954 6',
      ),
    },
  ),
  code(
    534,
    'standard',
    because('login-failed', 'This login mechanism is too weak for the account or for the server.', 'RFC 4954 6', {
      tells: { otherLogin: true },
      next: [act('Use a stronger mechanism or OAuth.'), act('Create an app password if the provider asks for one.')],
    }),
  ),
  code(535, 'standard', because('login-failed', 'User name or password was not accepted.', 'RFC 4954 6'), {
    MAIL: because('login-failed', 'The server refuses the sender because the login failed before.', 'RFC 4954 6'),
    RCPT: because('login-failed', 'The server refuses the recipient because the login failed before.', 'RFC 4954 6'),
  }),
  code(
    538,
    'standard',
    because('tls-required', 'This login mechanism needs an encrypted connection first.', 'RFC 4954 6'),
  ),
  code(
    555,
    'standard',
    because(
      'feature-missing',
      'The server does not know a parameter of MAIL or RCPT, or the address is malformed.',
      'RFC 5321 4.1.1.11',
    ),
  ),
  code(
    556,
    'standard',
    because('mail-not-accepted', 'The domain of the recipient takes no mail (null MX).', ['RFC 7504 4', 'RFC 7505']),
  ),
];

const refusals = [
  code(
    550,
    'standard',
    because(
      'unrecognized',
      'The server refuses for good: the mailbox does not exist, or a rule forbids it. The text tells which.',
      'RFC 5321 4.2.3',
      {
        actor: 'sending admin',
        next: [
          act('Find out which command it answers: after RCPT it is about the recipient, after DATA about the message.'),
        ],
      },
    ),
    {
      connect: because('client-refused', 'The server refuses this client before any command.', 'RFC 5321 4.2.3, 3.1'),
      EHLO: because('greeting-refused', 'The server refuses the HELO name or this client.', 'RFC 5321 4.1.1.1'),
      MAIL: because(
        'sender-refused',
        'The server refuses the sender address or this client; the recipient is not known yet.',
        'RFC 5321 4.3.2',
      ),
      RCPT: because(
        'recipient-unknown',
        'The server refuses this recipient: most often the mailbox does not exist, else a rule forbids it.',
        'RFC 5321 4.3.2',
      ),
      DATA: because(
        'policy-refused',
        'The server refuses the message before its data: a rule, or no recipient was good.',
        'RFC 5321 4.3.2',
      ),
      '(data)': because(
        'policy-refused',
        'The server has read the message and refuses it: its content or a rule, not the address.',
        'RFC 5321 4.3.2',
        {
          actor: 'sending admin',
          next: [
            act.sender('Check SPF, DKIM, DMARC, links and attachments of the message.'),
            act('Ask the admin of the recipient to find the message in the log of the filter.'),
          ],
        },
      ),
      AUTH: because('login-failed', 'The server refuses the login.', 'RFC 4954 6'),
      VRFY: because('recipient-unknown', 'The server says that this address does not exist.', 'RFC 5321 3.5.3'),
      EXPN: because('list-problem', 'The server says that this list does not exist or is not shown.', 'RFC 5321 3.5.2'),
    },
  ),
  code(
    551,
    'standard',
    because('recipient-moved', 'The mailbox is not on this server, and it does not forward.', 'RFC 5321 3.4'),
    {
      RCPT: because(
        'relaying-denied',
        'The mailbox is not on this server, and it does not pass the mail on for this client.',
        'RFC 5321 3.4',
      ),
    },
  ),
  code(
    552,
    'standard',
    because(
      'mailbox-full',
      'A limit on storage was passed: the mailbox is full or the message is too large.',
      'RFC 5321 4.2.3',
    ),
    {
      MAIL: because('message-too-large', 'The announced size is larger than the server takes.', 'RFC 1870 6.1'),
      RCPT: because('mailbox-full', 'The mailbox of this recipient has no room.', 'RFC 5321 4.2.3'),
      '(data)': because(
        'message-too-large',
        'The message is too large for the server or for the mailbox.',
        'RFC 5321 4.5.3.1.9',
      ),
    },
  ),
  code(553, 'standard', because('address-malformed', 'The mailbox name is not allowed.', 'RFC 5321 4.2.3'), {
    MAIL: because(
      'sender-refused',
      'The server does not accept this sender address, or not for this login.',
      'RFC 5321 4.3.2',
      { next: [act('Check the envelope sender for errors.'), act('Send with the address that belongs to the login.')] },
    ),
    RCPT: because(
      'address-malformed',
      'The server does not accept this recipient: the address is not allowed, or it does not relay to the domain.',
      'RFC 5321 4.3.2',
      {
        next: [act('Check the address letter by letter.'), act('Log in first if the recipient is in another domain.')],
      },
    ),
    '(data)': because('policy-refused', 'An address inside the message is not allowed.', 'RFC 5321 4.2.3'),
  }),
  code(
    554,
    'standard',
    because('unrecognized', 'The transaction failed for good; the text tells the cause.', 'RFC 5321 4.2.3', {
      actor: 'sending admin',
      next: [act('Find out which command it answers.')],
    }),
    {
      connect: because(
        'client-refused',
        'The server offers this client no mail service: a block list, a bad reputation, or no mail server at all.',
        'RFC 5321 3.1',
      ),
      EHLO: because('client-refused', 'The server ends the session after the HELO name.', 'RFC 5321 4.2.1'),
      MAIL: because('sender-refused', 'The server refuses this sender or this client.', 'RFC 5321 4.2.1'),
      RCPT: because(
        'policy-refused',
        'The server refuses this recipient by a rule: an access rule, a block list or a relay rule.',
        'RFC 5321 4.2.1',
      ),
      DATA: because(
        'command-order',
        'No recipient was accepted, so there is nobody to send the message to.',
        'RFC 5321 3.3',
        { next: [act('Look at the replies to RCPT before this one.')] },
      ),
      '(data)': because(
        'spam-refused',
        'The server has read the message and refuses it: most often a spam or content filter.',
        'RFC 5321 4.3.2',
      ),
      STARTTLS: because('tls-failed', 'The server cannot set TLS up.', 'RFC 3207 4'),
    },
  ),
];

const vendor = [
  code(505, 'vendor', because('login-required', 'The server wants a login, or the account is suspended.', field)),
  code(510, 'vendor', because('recipient-unknown', 'The address is bad.', field)),
  code(511, 'vendor', because('recipient-unknown', 'The recipient does not exist.', field), {
    '(data)': because('content-refused', 'A filter refuses the message; some scanners say so of a virus.', field),
  }),
  code(512, 'vendor', because('domain-not-found', 'The domain of the recipient is not in DNS.', field)),
  code(
    513,
    'vendor',
    because(
      'relaying-denied',
      'The server does not relay for this client, or the address is malformed.',
      'courier-code module.esmtp/esmtp.C',
    ),
  ),
  code(515, 'vendor', because('address-malformed', 'The address of the recipient is not valid.', field)),
  code(
    517,
    'vendor',
    because('sender-refused', 'The sender address or its domain is not accepted.', 'courier-code module.esmtp/esmtp.C'),
  ),
  code(518, 'vendor', because('sender-domain-not-found', 'The domain of the sender is not accepted.', field)),
  code(520, 'vendor', because('system-error', 'Something is wrong with the mailbox; more is not said.', field)),
  code(522, 'vendor', because('mailbox-full', 'The mailbox is over its limit.', field)),
  code(
    523,
    'registered',
    because('tls-required', 'The server wants an encrypted connection.', ['RFC 5248', 'iana-enhanced X.7.10']),
    {
      '(data)': because('too-large-for-mailbox', 'The message is larger than the recipient may receive.', field),
      RCPT: because('too-large-for-mailbox', 'The message is larger than the recipient may receive.', field),
    },
  ),
  code(
    524,
    'registered',
    because(
      'tls-required',
      'The server refuses this login mechanism until the connection is encrypted.',
      'iana-enhanced X.7.11',
    ),
    {
      RCPT: because(
        'list-problem',
        'A list or alias behind this address could not be expanded.',
        'opensmtpd-code lka_session.c',
      ),
    },
  ),
  code(
    525,
    'registered',
    because('account-disabled', 'The account of the login is switched off.', ['RFC 5248', 'iana-enhanced X.7.13']),
  ),
  code(531, 'vendor', because('system-full', 'The mail system has no storage left.', field)),
  code(533, 'registered', because('policy-refused', 'The server does not allow this delivery.', 'iana-enhanced X.7.1')),
  code(
    540,
    'vendor',
    because('recipient-inactive', 'The mailbox is inactive or blocked.', 'smtp-field-manual 540.json'),
  ),
  code(
    541,
    'vendor',
    because(
      'spam-refused',
      'The receiving side refused the mail: most often a spam or policy filter.',
      'smtp-field-manual 451.json',
    ),
  ),
  code(542, 'vendor', because('connection-failed', 'The connection was bad, or the recipient was refused.', field)),
  code(543, 'vendor', because('client-refused', 'The receiving server refused the connection.', field)),
  code(546, 'vendor', because('mail-loop', 'The message goes round in a circle.', field)),
  code(547, 'vendor', because('expired', 'Delivery took too long and was given up.', field)),
  code(557, 'vendor', because('policy-refused', 'The server refuses the message or the access.', field)),
  code(560, 'vendor', because('content-unsupported', 'The content cannot be handled or converted.', field)),
  code(570, 'vendor', because('policy-refused', 'A security rule of the server refuses the message.', field)),
  code(
    571,
    'vendor',
    because(
      'policy-refused',
      'The server does not allow this delivery: a blocked sender, relaying, or DMARC.',
      'orange-kerio-wording',
    ),
  ),
  code(573, 'vendor', because('login-required', 'A login or another security feature is missing.', field)),
  code(577, 'vendor', because('policy-refused', 'The message fails an integrity check, or a list refuses it.', field)),
  code(585, 'vendor', because('recipient-unknown', 'The server cannot deliver to this recipient.', field)),
  code(591, 'vendor', because('blocklisted', 'The sending host stands on a block list.', field)),
];

const outsideSmtp = [
  code(
    101,
    'vendor',
    because(
      'connection-failed',
      'No reply of a server: the sending program says that it could not open a connection.',
      field,
      {
        actor: 'sending admin',
        next: [
          act('Check host name and port of the mail server in the sending program.'),
          probe.server('Test the connection to that host and port.'),
        ],
      },
    ),
  ),
  code(
    111,
    'vendor',
    because(
      'connection-failed',
      'No reply of a server: 111 is the Linux error number for a refused connection.',
      'errno ECONNREFUSED',
      {
        actor: 'sending admin',
        next: [
          act('Check host name and port of the mail server in the sending program.'),
          probe.server('Check that the server listens on that port and that no firewall refuses it.'),
        ],
      },
    ),
  ),
  code(
    600,
    'vendor',
    because('suppressed', 'No reply of a server: the sending service itself stopped the message.', 'services-numbers', {
      next: [act('Look in the event log of the sending service for its reason.')],
    }),
  ),
  code(
    605,
    'vendor',
    because(
      'suppressed',
      'No reply of a server: the sending service did not send, because the address bounced before.',
      'mailgun-wording',
    ),
  ),
];

/** Reply codes, and numbers that products show in their place, by number. */
export const replyCodes: ReadonlyMap<number, ReplyCode> = new Map([
  ...successAndProgress,
  ...transient,
  ...protocol,
  ...refusals,
  ...vendor,
  ...outsideSmtp,
]);

const sameStage: Readonly<Partial<Record<Stage, Stage>>> = {
  HELO: 'EHLO',
  LHLO: 'EHLO',
  SEND: 'MAIL',
  SOML: 'MAIL',
  SAML: 'MAIL',
  '(auth)': 'AUTH',
  BURL: 'BDAT',
};

/** The row of a table of stages for one stage; the reply to a chunk counts as the reply to the data. */
export function atStage(stages: ByStage, stage: Stage): Meaning | undefined {
  const name = sameStage[stage] ?? stage;
  return stages[name] ?? (name === 'BDAT' ? stages['(data)'] : undefined);
}
