import { defined } from '../text/defined.ts';
import { because, type Meaning } from './meaning.ts';
import type { ByStage } from './replyCodes.ts';
import type { Sources } from './sources.ts';
import { act, again, probe, queueRetries } from './steps.ts';

/** One subject and detail of the IANA registry of enhanced status codes. */
export interface EnhancedCode {
  /** `X.1.1`: the class is left open. */
  readonly key: string;
  readonly general: Meaning;
  /** What it means with class 4, where that is more than "try later". */
  readonly transient?: Meaning;
  /** What it means with class 4 or 5, where it is registered for success and for failure. */
  readonly failure?: Meaning;
  /** What it means as the answer to one command, by stage. */
  readonly stages: ByStage;
  /** It says so little that the reply code at its stage may say more. */
  readonly vague: boolean;
  readonly source: Sources;
}

interface Variants {
  readonly transient?: Meaning;
  readonly failure?: Meaning;
  readonly stages?: ByStage;
  readonly vague?: true;
}

function code(key: string, general: Meaning, variants: Variants = {}): readonly [string, EnhancedCode] {
  const { transient, failure, stages = {}, vague = false } = variants;
  return [key, { key, general, stages, vague, source: general.source, ...defined({ transient, failure }) }];
}

const rfc3463 = <const D extends string>(detail: D) => `RFC 3463 ${detail}` as const;

const undefinedStatus = [
  code(
    'X.0.0',
    because('unrecognized', 'The server names no cause; only the class of the code tells something.', rfc3463('X.0.0')),
    { vague: true },
  ),
];

const addressing = [
  code('X.1.0', because('unrecognized', 'Something about an address of the message is wrong.', rfc3463('X.1.0')), {
    vague: true,
    stages: {
      MAIL: because('sender-refused', 'Something about the sender address is wrong.', rfc3463('X.1.0')),
      RCPT: because('recipient-unknown', 'Something about the address of the recipient is wrong.', rfc3463('X.1.0')),
    },
  }),
  code(
    'X.1.1',
    because(
      'recipient-unknown',
      'There is no mailbox with this address: the part before the @ is not known.',
      rfc3463('X.1.1'),
    ),
    {
      transient: because(
        'recipient-unknown',
        'The server could not confirm this mailbox at the moment.',
        rfc3463('X.1.1'),
        {
          actor: 'receiving admin',
          next: [
            queueRetries,
            act('Check that the server can ask its directory or the next server for valid addresses.'),
          ],
        },
      ),
    },
  ),
  code(
    'X.1.2',
    because(
      'domain-not-found',
      'The domain of the recipient does not exist or has no host that takes mail.',
      rfc3463('X.1.2'),
    ),
    {
      transient: because(
        'dns-failure',
        'The domain of the recipient could not be looked up at the moment.',
        rfc3463('X.1.2'),
      ),
    },
  ),
  code(
    'X.1.3',
    because('address-malformed', 'The address of the recipient is not written correctly.', rfc3463('X.1.3')),
  ),
  code(
    'X.1.4',
    because('address-malformed', 'The address fits more than one recipient.', rfc3463('X.1.4'), {
      actor: 'receiving admin',
      retry: 'later',
      next: [act('Find the objects that share this address and leave it to one of them.')],
    }),
  ),
  code('X.1.5', because('accepted', 'The address of the recipient is good.', rfc3463('X.1.5'))),
  code(
    'X.1.6',
    because('recipient-moved', 'The mailbox was there once; it has moved and mail is not forwarded.', rfc3463('X.1.6')),
  ),
  code('X.1.7', because('sender-refused', 'The sender address is not written correctly.', rfc3463('X.1.7'))),
  code(
    'X.1.8',
    because(
      'sender-domain-not-found',
      'The domain of the sender address does not exist or cannot take replies.',
      rfc3463('X.1.8'),
    ),
    {
      transient: because(
        'sender-domain-not-found',
        'The domain of the sender address was not found in DNS, or DNS did not answer.',
        rfc3463('X.1.8'),
      ),
    },
  ),
  code(
    'X.1.9',
    because('accepted', 'The message was handed to a system that sends no further reports.', [
      'RFC 3886',
      'iana-enhanced X.1.9',
    ]),
  ),
  code(
    'X.1.10',
    because(
      'mail-not-accepted',
      'The domain of the recipient says in DNS that it takes no mail (null MX).',
      'RFC 7505',
    ),
  ),
];

const mailbox = [
  code('X.2.0', because('unrecognized', 'The mailbox exists, but something about it is wrong.', rfc3463('X.2.0')), {
    vague: true,
    stages: {
      RCPT: because('recipient-inactive', 'The mailbox exists, but cannot take this mail.', rfc3463('X.2.0')),
    },
  }),
  code(
    'X.2.1',
    because('recipient-inactive', 'The mailbox exists but is switched off and takes no mail.', rfc3463('X.2.1')),
    {
      transient: because(
        'recipient-inactive',
        'The mailbox takes no mail at the moment: it is locked, moved, or gets too much.',
        rfc3463('X.2.1'),
      ),
    },
  ),
  code('X.2.2', because('mailbox-full', 'The mailbox is full.', rfc3463('X.2.2'))),
  code(
    'X.2.3',
    because('too-large-for-mailbox', 'The message is larger than this mailbox may receive.', rfc3463('X.2.3')),
  ),
  code(
    'X.2.4',
    because('list-problem', 'The mailing list or alias behind the address could not be expanded.', rfc3463('X.2.4')),
  ),
];

const mailSystem = [
  code('X.3.0', because('system-error', 'Something is wrong in the receiving mail system.', rfc3463('X.3.0')), {
    vague: true,
  }),
  code('X.3.1', because('system-full', 'The receiving mail system has no storage left.', rfc3463('X.3.1'))),
  code('X.3.2', because('mail-not-accepted', 'The host takes no mail.', ['RFC 3463 X.3.2', 'RFC 7504 3']), {
    transient: because(
      'server-busy',
      'The host takes no mail at the moment: shutdown, maintenance or load.',
      rfc3463('X.3.2'),
    ),
  }),
  code(
    'X.3.3',
    because('feature-missing', 'The receiving system lacks a feature that the message needs.', rfc3463('X.3.3')),
  ),
  code('X.3.4', because('message-too-large', 'The message is larger than the server takes.', rfc3463('X.3.4'))),
  code(
    'X.3.5',
    because('system-error', 'The receiving mail system is set up wrongly.', rfc3463('X.3.5'), {
      next: [
        act('Look in the log of the receiving server for the configuration error.'),
        act('Give the full reply with its time to the admin of the recipient.', 'sender'),
      ],
    }),
  ),
  code('X.3.6', because('accepted', 'The message was taken, but with another priority than asked for.', 'RFC 6710')),
];

const network = [
  code('X.4.0', because('connection-failed', 'Something is wrong with network or routing.', rfc3463('X.4.0')), {
    vague: true,
  }),
  code('X.4.1', because('connection-failed', 'The next host did not answer.', rfc3463('X.4.1'))),
  code('X.4.2', because('connection-failed', 'The connection broke before the work was done.', rfc3463('X.4.2'))),
  code(
    'X.4.3',
    because('dns-failure', 'A directory that routing needs, such as DNS, could not be asked.', rfc3463('X.4.3')),
  ),
  code('X.4.4', because('routing-failed', 'No next host for the message could be found.', rfc3463('X.4.4'))),
  code('X.4.5', because('server-busy', 'The mail system is overloaded.', rfc3463('X.4.5'))),
  code(
    'X.4.6',
    because('mail-loop', 'The message passed too many hosts: it goes round in a circle.', rfc3463('X.4.6')),
  ),
  code('X.4.7', because('expired', 'The message waited too long in a queue and was given up.', rfc3463('X.4.7')), {
    transient: because(
      'expired',
      'The message has waited long in a queue; delivery is late or was given up.',
      rfc3463('X.4.7'),
    ),
  }),
  code(
    'X.4.8',
    because(
      'policy-refused',
      'Not registered: a draft uses it to ask for IPv4, and Exchange Online for a failed MTA-STS check.',
      ['draft-martin-fallback', 'ms-exchange-online'],
      {
        actor: 'sending admin',
        next: [
          act('Send over IPv4 if the text speaks of IPv6.'),
          probe.recipient('Compare the MTA-STS policy with the MX records.', 'receiving admin'),
        ],
      },
    ),
  ),
];

const protocol = [
  code('X.5.0', because('command-order', 'Something in the SMTP dialogue went wrong.', rfc3463('X.5.0')), {
    vague: true,
  }),
  code('X.5.1', because('command-order', 'The command is not known, or came at the wrong point.', rfc3463('X.5.1')), {
    vague: true,
  }),
  code('X.5.2', because('command-malformed', 'The command could not be read.', rfc3463('X.5.2')), { vague: true }),
  code(
    'X.5.3',
    because('too-many-recipients', 'The message has more recipients than the server takes at once.', rfc3463('X.5.3')),
  ),
  code('X.5.4', because('command-malformed', 'The argument of the command is wrong.', rfc3463('X.5.4')), {
    vague: true,
    stages: {
      EHLO: because('greeting-refused', 'The HELO name is not valid.', rfc3463('X.5.4')),
    },
  }),
  code(
    'X.5.5',
    because('feature-missing', 'The two hosts do not speak the same version of the protocol.', rfc3463('X.5.5')),
  ),
  code('X.5.6', because('command-malformed', 'A line of the login dialogue is too long.', 'RFC 4954 6')),
];

const content = [
  code('X.6.0', because('content-unsupported', 'Something about the content is wrong.', rfc3463('X.6.0')), {
    vague: true,
  }),
  code('X.6.1', because('content-unsupported', 'The type of the content cannot be handled.', rfc3463('X.6.1'))),
  code(
    'X.6.2',
    because('content-unsupported', 'The content would have to be converted, and that is forbidden.', rfc3463('X.6.2')),
  ),
  code(
    'X.6.3',
    because(
      'content-unsupported',
      'The content would have to be converted, and the host cannot do it.',
      rfc3463('X.6.3'),
      {
        next: [act('Send the message in 7-bit form (quoted-printable or base64).')],
      },
    ),
  ),
  code(
    'X.6.4',
    because('accepted', 'The content was converted, and something was lost by it.', rfc3463('X.6.4'), {
      next: [act('Compare the delivered message with the original if details matter.')],
    }),
    {
      failure: because(
        'content-unsupported',
        'The content would lose something by being converted for the next server, and the sender forbids that.',
        rfc3463('X.6.4'),
        {
          next: [
            act('Send the message in 7-bit form (quoted-printable or base64), so that nothing has to be converted.'),
            act('Allow conversion with loss in the program that sends, if that is acceptable.'),
          ],
        },
      ),
    },
  ),
  code('X.6.5', because('content-unsupported', 'Converting the content failed.', rfc3463('X.6.5'))),
  code(
    'X.6.6',
    because('content-unsupported', 'The server could not fetch the content it was pointed to (BURL).', 'RFC 4468'),
  ),
  code(
    'X.6.7',
    because(
      'feature-missing',
      'This address has letters beyond ASCII, and the server does not allow that here.',
      ['RFC 6531', 'iana-enhanced X.6.7 to X.6.9'],
      {
        next: [act('Use an address with plain ASCII letters if there is one.')],
      },
    ),
  ),
  code(
    'X.6.8',
    because('feature-missing', 'The reply would need UTF-8, and the client did not allow that.', [
      'RFC 6531',
      'iana-enhanced X.6.7 to X.6.9',
    ]),
  ),
  code(
    'X.6.9',
    because(
      'feature-missing',
      'The message has headers or addresses in UTF-8, and the next server does not take them.',
      ['RFC 6531', 'iana-enhanced X.6.7 to X.6.9'],
      { next: [act('Send from and to addresses with plain ASCII letters.')] },
    ),
  ),
  code(
    'X.6.10',
    because(
      'feature-missing',
      'A code registered by mistake; it means the same as X.6.8: the reply would need UTF-8.',
      'iana-enhanced X.6.10',
    ),
  ),
];

const security = [
  code('X.7.0', because('security-refused', 'A security or policy rule stands in the way.', rfc3463('X.7.0')), {
    vague: true,
    stages: {
      MAIL: because(
        'sender-refused',
        'A security rule of the server refuses this sender or this client.',
        rfc3463('X.7.0'),
      ),
      RCPT: because(
        'policy-refused',
        'A security rule of the server refuses mail from this client to this recipient.',
        rfc3463('X.7.0'),
      ),
      '(data)': because(
        'policy-refused',
        'The message breaks a security or content rule of the server.',
        rfc3463('X.7.0'),
      ),
    },
  }),
  code(
    'X.7.1',
    because(
      'policy-refused',
      'The server does not allow this delivery: a rule, a filter or a block list.',
      rfc3463('X.7.1'),
      {
        actor: 'sending admin',
        next: [
          probe.address('Look the sending IP address up at block lists, and check SPF, DKIM and reverse DNS.'),
          act('Give the full reply with its time to the admin of the recipient.'),
        ],
      },
    ),
    {
      vague: true,
      transient: because(
        'policy-refused',
        'The server does not take this delivery at the moment: greylisting, a rate limit or a rule.',
        rfc3463('X.7.1'),
        {
          actor: 'sending admin',
          next: [act('Give the reply with its time to the admin of the recipient if later tries are refused, too.')],
        },
      ),
      stages: {
        connect: because('client-refused', 'The server does not allow this client to connect.', rfc3463('X.7.1')),
        EHLO: because('client-refused', 'The server does not allow this client or its HELO name.', rfc3463('X.7.1')),
        MAIL: because('sender-refused', 'The server does not allow this sender or this client.', rfc3463('X.7.1')),
        RCPT: because(
          'policy-refused',
          'The server does not allow this client to send to this recipient: relaying, a block list or a restriction.',
          rfc3463('X.7.1'),
          {
            actor: 'sending admin',
            next: [
              act('Log in first if the recipient is in another domain than the server.'),
              probe.address('Check the sending IP address at block lists.'),
            ],
          },
        ),
        '(data)': because(
          'spam-refused',
          'The server has read the message and does not allow it: most often a spam or content filter.',
          rfc3463('X.7.1'),
        ),
      },
    },
  ),
  code('X.7.2', because('list-problem', 'The sender may not post to this mailing list.', rfc3463('X.7.2'))),
  code(
    'X.7.3',
    because(
      'security-refused',
      'A secured message would have to be converted, and that is not possible.',
      rfc3463('X.7.3'),
    ),
  ),
  code(
    'X.7.4',
    because(
      'security-refused',
      'The server lacks the security feature or login mechanism that was asked for.',
      rfc3463('X.7.4'),
      {
        actor: 'sending admin',
        next: [act.server('Use one of the mechanisms that the AUTH line after EHLO lists.')],
      },
    ),
  ),
  code('X.7.5', because('security-refused', 'A cryptographic check failed.', rfc3463('X.7.5'))),
  code(
    'X.7.6',
    because('security-refused', 'The cryptographic algorithm is not known to the server.', rfc3463('X.7.6')),
  ),
  code(
    'X.7.7',
    because('security-refused', 'The message was changed or damaged: its integrity check failed.', rfc3463('X.7.7'), {
      actor: 'sending admin',
      next: [again('Send the message again.'), act('Check which gateway changes the message on its way.')],
    }),
  ),
  code('X.7.8', because('login-failed', 'User name or password was not accepted.', 'RFC 4954 6')),
  code(
    'X.7.9',
    because('login-failed', 'This login mechanism is too weak for the account or for the server.', 'RFC 4954 6', {
      tells: { otherLogin: true },
      next: [act('Use a stronger mechanism or OAuth.'), act('Create an app password if the provider asks for one.')],
    }),
  ),
  code(
    'X.7.10',
    because('tls-required', 'The server wants an encrypted connection.', ['RFC 5248', 'iana-enhanced X.7.10']),
  ),
  code('X.7.11', because('tls-required', 'This login mechanism needs an encrypted connection first.', 'RFC 4954 6')),
  code(
    'X.7.12',
    because(
      'login-failed',
      'The password must be changed over first: log in once with PLAIN over TLS, then this mechanism works.',
      'RFC 4954 6',
    ),
  ),
  code(
    'X.7.13',
    because('account-disabled', 'The account of the login is switched off.', ['RFC 5248', 'iana-enhanced X.7.13']),
  ),
  code(
    'X.7.14',
    because('security-refused', 'The submission server is not trusted by a server it needs to ask (BURL).', [
      'RFC 4468',
      'RFC 5248',
    ]),
  ),
  code(
    'X.7.15',
    because('policy-refused', 'The server takes only mail of a higher priority at the moment.', 'RFC 6710', {
      actor: 'sending admin',
      next: [act('Send later, or with a higher priority if the server allows it.')],
    }),
  ),
  code('X.7.16', because('message-too-large', 'The message is too large for its priority.', 'RFC 6710')),
  code(
    'X.7.17',
    because('recipient-moved', 'The mailbox has had another owner since the date that the sender named.', [
      'RFC 7293',
      'iana-enhanced X.7.17 to X.7.19',
    ]),
  ),
  code(
    'X.7.18',
    because('recipient-moved', 'The domain has had another owner since the date that the sender named.', [
      'RFC 7293',
      'iana-enhanced X.7.17 to X.7.19',
    ]),
  ),
  code(
    'X.7.19',
    because(
      'policy-refused',
      'The server could not check whether the mailbox still has the same owner.',
      ['RFC 7293', 'iana-enhanced X.7.17 to X.7.19'],
      {
        actor: 'sending admin',
        next: [act('Ask the recipient another way whether the address is still theirs.')],
      },
    ),
  ),
  code('X.7.20', because('dkim-failed', 'No DKIM signature of the message could be verified.', 'RFC 7372 3.1')),
  code(
    'X.7.21',
    because('dkim-failed', 'DKIM signatures verified, but none of them is acceptable to the receiver.', 'RFC 7372 3.1'),
  ),
  code(
    'X.7.22',
    because('dkim-failed', 'No valid DKIM signature comes from the domain of the author (From).', 'RFC 7372 3.1', {
      next: [act.sender('Sign with the domain that the From field shows.')],
    }),
  ),
  code(
    'X.7.23',
    because('spf-failed', 'The SPF record of the sender does not allow the sending host.', 'RFC 7372 3.2'),
  ),
  code(
    'X.7.24',
    because('spf-failed', 'The SPF record could not be evaluated: it is broken, or DNS failed.', 'RFC 7372 3.2', {
      next: [probe.sender('Check the SPF record for syntax errors and for more than ten DNS look-ups.')],
    }),
  ),
  code(
    'X.7.25',
    because('reverse-dns', 'Reverse DNS of the sending host is missing or does not match.', 'RFC 7372 3.3'),
  ),
  code(
    'X.7.26',
    because('sender-unauthenticated', 'More than one check of the origin failed (SPF, DKIM, DMARC).', 'RFC 7372 3.4'),
  ),
  code(
    'X.7.27',
    because(
      'sender-refused',
      'The domain of the sender says in DNS that it takes no mail (null MX), so no answer could reach it.',
      'RFC 7505 4.2',
      { next: [act.sender('Send with a domain that takes mail, or give this domain an MX record.')] },
    ),
  ),
  code('X.7.28', because('rate-limited', 'The message looks like part of a flood of mail.', 'iana-enhanced X.7.28')),
  code(
    'X.7.29',
    because(
      'sender-unauthenticated',
      'The chain of ARC seals in the message does not verify.',
      ['RFC 8617', 'iana-enhanced X.7.29'],
      {
        next: [act('Look at the ARC-Seal fields: the newest cv=fail shows where the chain broke.')],
      },
    ),
  ),
  code(
    'X.7.30',
    because(
      'tls-required',
      'The message demands TLS on every hop (REQUIRETLS), and the next hop cannot promise it.',
      'RFC 8689',
    ),
  ),
];

/** Subject and detail by `X.subject.detail`: the IANA registry, and X.4.8, which is in use without being in it. */
export const enhancedCodes: ReadonlyMap<string, EnhancedCode> = new Map([
  ...undefinedStatus,
  ...addressing,
  ...mailbox,
  ...mailSystem,
  ...network,
  ...protocol,
  ...content,
  ...security,
]);

/** What the first number of an enhanced code says (RFC 3463 2). */
export const enhancedClasses: ReadonlyMap<number, { readonly meaning: string; readonly source: Sources }> = new Map([
  [2, { meaning: 'It worked.', source: 'RFC 3463 2' }],
  [4, { meaning: 'It failed for now; a later try may work.', source: 'RFC 3463 2' }],
  [5, { meaning: 'It failed for good; the same try will fail again.', source: 'RFC 3463 2' }],
]);

/** What the second number of an enhanced code says, for details that no table knows. */
export const enhancedSubjects: ReadonlyMap<number, Meaning> = new Map([
  [0, because('unrecognized', 'The server names no cause.', rfc3463('X.0.0'))],
  [1, because('unrecognized', 'It is about the address of the sender or of the recipient.', rfc3463('3.2'))],
  [2, because('unrecognized', 'It is about the mailbox of the recipient.', rfc3463('3.3'))],
  [3, because('system-error', 'It is about the receiving mail system.', rfc3463('3.4'))],
  [4, because('connection-failed', 'It is about network or routing.', rfc3463('3.5'))],
  [5, because('command-order', 'It is about the SMTP dialogue.', rfc3463('3.6'))],
  [6, because('content-unsupported', 'It is about the content of the message.', rfc3463('3.7'))],
  [7, because('security-refused', 'It is about security or a rule of the receiver.', rfc3463('3.8'))],
]);

/** The three numbers of an enhanced code (RFC 3463 2), or undefined. */
export function parseEnhanced(
  text: string,
): { readonly class: number; readonly subject: number; readonly detail: number } | undefined {
  const match = /^([245])\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  return match === null ? undefined : { class: Number(match[1]), subject: Number(match[2]), detail: Number(match[3]) };
}
