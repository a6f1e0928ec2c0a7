/** What a word of a server's log means, and where its server says so. */
export interface LogTerm {
  readonly meaning: string;
  readonly source: string;
}

const POSTFIX = 'postconf(5), delay_logging_resolution_limit';

/** What each of the four numbers of `delays=a/b/c/d` is. */
export const delayTerms = {
  'before-queue': {
    meaning:
      'time before the queue manager had it: receiving it, checking it, and waiting in the queue while it was deferred',
    source: POSTFIX,
  },
  'in-queue': {
    meaning:
      'time in the queue manager, waiting for a free delivery process; a large number means that the queue is congested',
    source: POSTFIX,
  },
  connection: {
    meaning:
      'time to set the connection up: DNS, connecting, the banner, EHLO and TLS; a large number points at a slow or tarpitting server',
    source: POSTFIX,
  },
  transmission: {
    meaning:
      'time to transmit the message, up to the answer to its end; a large number points at a large message or at checks of the other server',
    source: POSTFIX,
  },
} as const satisfies Readonly<Record<string, LogTerm>>;

/** What became of a message, or of one recipient, by the outcome that a log states. */
export const outcomeTerms = {
  received: 'The server took the message.',
  sent: 'The next server, program or mailbox took the message.',
  deferred: 'Delivery failed for now; the message stays in the queue and is tried again.',
  bounced: 'Delivery failed for good; the sender is sent a report.',
  rejected: 'The server refused it while the client was still there, so the client has to tell the sender.',
  expired: 'It waited too long in the queue; the sender is sent a report.',
  discarded: 'It was thrown away, and nobody is told.',
  held: 'It was put aside and waits for an administrator.',
  quarantined: 'It was put into quarantine.',
  junked: 'The message was delivered into the folder for spam.',
  suppressed: 'The service did not try to deliver: the address is on its list of those that it does not send to.',
  complained: 'The recipient reported the message as spam; it had been delivered.',
  probed: 'The server asked whether the address takes mail, without sending a message.',
  removed: 'The server is done with the message and removed it from its queue.',
} as const satisfies Readonly<Record<string, string>>;

const SPEC = 'Exim specification, Log files';
const OP = 'Sendmail Installation and Operation Guide, 2.1.1';

const exim: readonly (readonly [string, string])[] = [
  ['A', 'name of the authenticator that the client logged in with'],
  ['C', 'confirmation: what the other server answered to the end of the data'],
  ['CV', 'whether the certificate of the other side was verified'],
  ['DN', 'subject of the certificate of the other side'],
  ['DS', 'whether the look-ups were secured by DNSSEC'],
  ['DT', 'time that this delivery took'],
  ['F', 'sender address in the envelope'],
  ['H', 'host on the other side; the name in brackets is what it called itself in EHLO or HELO'],
  ['I', 'address and port on this server'],
  ['K', 'the CHUNKING extension was used'],
  ['L', 'pipelining was used'],
  ['M8S', 'whether the sender declared 8BITMIME: 0 not at all, 7 or 8 as declared'],
  ['P', 'protocol on arrival; on a delivery, the return path'],
  ['PRDR', 'each recipient was answered for after the data'],
  ['QT', 'time since the message arrived'],
  ['R', 'on arrival, the message that this one reports on; on a delivery, the router that was used'],
  ['RT', 'time that it took to receive the message'],
  ['S', 'size in octets'],
  ['SNI', 'server name that was asked for in the TLS handshake'],
  ['ST', 'shadow transport'],
  ['T', 'on a delivery, the transport that was used; on arrival, the subject'],
  ['U', 'user that submitted it, or local user of the other side'],
  ['X', 'TLS version and cipher'],
  ['id', 'message id'],
];
const sendmail: readonly (readonly [string, string])[] = [
  ['class', 'precedence class of the message; negative for bulk mail'],
  ['daemon', 'name of the daemon that took it'],
  ['mailer', 'mailer that delivered it: local, esmtp, relay and so on'],
  ['nrcpts', 'number of recipients that were accepted'],
  ['pri', 'priority in the queue; the lower the number, the sooner it is its turn'],
  ['proto', 'protocol on arrival'],
  ['ruleset', 'ruleset that decided'],
  ['arg1', 'argument of the ruleset: the address or host it decided about'],
  ['ntries', 'number of tries'],
  ['ctladdr', 'user on whose behalf it is delivered'],
];
const postfix: readonly (readonly [string, string])[] = [
  ['conn_use', 'how often this connection was used, with connection caching'],
  ['nrcpt', 'number of recipients'],
  ['helo', 'what the client called itself in EHLO or HELO'],
  ['proto', 'protocol that the client spoke: SMTP or ESMTP'],
  ['sasl_method', 'mechanism that the client logged in with'],
  ['sasl_username', 'account that the client logged in with'],
  ['sasl_sender', 'sender that the client asked for in AUTH='],
  ['orig_client', 'client of the server before a filter'],
  ['orig_queue_id', 'queue id before a filter'],
  ['uid', 'local user that submitted it'],
];

/** Words of one program's log. */
export type LogTerms = ReadonlyMap<string, LogTerm>;

const terms = (rows: readonly (readonly [string, string])[], source: string): LogTerms =>
  new Map(rows.map(([name, meaning]) => [name, { meaning, source }]));

/** What names of values mean, by the program that writes them. */
export const fieldTerms = {
  exim: terms(exim, SPEC),
  sendmail: terms(sendmail, OP),
  postfix: terms(postfix, 'Postfix, smtpd(8) and smtp(8)'),
} as const satisfies Readonly<Record<string, LogTerms>>;

/** Marks of Exim's log, results of OpenSMTPD and types of PowerMTA, as the log has them. */
export const statusTerms = {
  exim: terms(
    [
      ['<=', 'the message arrived'],
      ['(=', 'the message was refused, but the client was told that it was taken'],
      ['=>', 'delivered, to the first address of this delivery'],
      ['->', 'delivered, to a further address of the same delivery'],
      ['>>', 'handed on while it was being received'],
      ['*>', 'not delivered, because option -N suppressed it'],
      ['**', 'delivery failed for good, and the sender is sent a report'],
      ['==', 'delivery was put off and is tried again'],
      ['Completed', 'every recipient was dealt with, and the message left the queue'],
    ],
    SPEC,
  ),
  opensmtpd: terms(
    [
      ['Ok', 'delivered'],
      ['TempFail', 'failed for now, and is tried again'],
      ['PermFail', 'failed for good, and the sender is sent a report'],
      ['Loop', 'the message runs in a loop'],
    ],
    'smtpd(8)',
  ),
  powermta: terms(
    [
      ['d', 'delivered'],
      ['b', 'bounced'],
      ['t', 'a try that failed for now'],
      ['tq', 'the queue of the domain met with a failure for now'],
      ['r', 'received'],
      ['rb', 'a bounce that came back later as a message'],
      ['rs', 'a delivery report that came back later as a message'],
      ['f', 'complaint from a feedback loop'],
    ],
    'PowerMTA User’s Guide, Accounting file',
  ),
} as const satisfies Readonly<Record<string, LogTerms>>;
