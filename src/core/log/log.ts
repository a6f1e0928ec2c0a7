import type { QuotedReply } from '../replies/foundReply.ts';
import type { Stage } from '../smtp/verbs.ts';
import type { Span } from '../text/span.ts';

/** The program family that wrote a log, which tells how its lines are read. */
export type LogFormat =
  | 'postfix'
  | 'exim'
  | 'sendmail'
  | 'opensmtpd'
  | 'haraka'
  | 'rspamd'
  | 'amavis'
  | 'mdaemon'
  | 'powermta'
  | 'msmtp'
  | 'stalwart'
  | 'maddy'
  | 'qmail'
  | 'tmail'
  | 'hmailserver'
  /** Names with values on one line, whoever wrote it. */
  | 'key-value'
  /** The log of a program of mail that begins its lines in a way of its own. */
  | 'application'
  | 'exchange-protocol'
  /** What waits in the queue of a server. */
  | 'queue'
  /** An export with a message a row and names of columns that say what is in them. */
  | 'named-table'
  /** Objects of JSON: events of a service, or lines of a log as a collector keeps them. */
  | 'record'
  /** What a filter says of a message that it was asked about. */
  | 'filter-report'
  /** What Gmail shows above the source of a message. */
  | 'shown-original'
  /** A notice of messages in quarantine. */
  | 'quarantine-notice'
  /** A delivery as a page or a tool shows it, a name with its value a line. */
  | 'labelled'
  /** The envelope of a message in the queue, as postcat shows it. */
  | 'queue-file'
  /** How Exim would deliver to an address. */
  | 'exim-route'
  /** What waits in a queue, a message or a host a row. */
  | 'queue-rows'
  /** A report of a receiver about mail of a domain (RFC 7489 7.2), unpacked. */
  | 'dmarc-report'
  /** A report of a sender about TLS with the servers of a domain (RFC 8460). */
  | 'tls-report'
  /** The way of a message to one recipient, as Zimbra found it in its log. */
  | 'mail-trace'
  | 'exchange-connectivity'
  | 'exchange-tracking'
  /** What PowerShell shows of tracked messages, a value a line or a message a line. */
  | 'exchange-list'
  | 'exchange-table'
  | 'exchange-2003-tracking'
  /** Lines of syslog about mail whose program has no reader of its own. */
  | 'syslog';

/** Lines of one server's log. Its entries are read from the text when they are asked for. */
export interface Log extends Span {
  readonly kind: 'log';
  readonly format: LogFormat;
  /** Names of the columns in lower case, where the format is a table. */
  readonly columns?: readonly string[];
}

/** A word of a log line and where it stands; the brackets and quotes around it are not part of it. */
export interface LogWord extends Span {
  readonly text: string;
}

export interface LogTime extends LogWord {
  /** Milliseconds since 1970 UTC; only where the line has date, time and zone. */
  readonly epoch?: number;
}

export interface LogNumber extends LogWord {
  /** Seconds for delays, octets for sizes. */
  readonly value: number;
}

/** Another host, as far as the line names it. */
export interface LogPeer extends LogWord {
  readonly host?: LogWord;
  readonly ip?: LogWord;
  readonly port?: LogWord;
}

/** Where the time went: before the queue manager, in the queue, on connecting, on sending (Postfix `delays=a/b/c/d`). */
export type DelayStage = 'before-queue' | 'in-queue' | 'connection' | 'transmission';

export interface DelayPart extends LogNumber {
  readonly stage: DelayStage;
}

/** What became of the message or recipient by this line; undefined where the line does not say. */
export type LogOutcome =
  | 'received'
  | 'sent'
  | 'deferred'
  | 'bounced'
  | 'rejected'
  | 'expired'
  | 'discarded'
  | 'held'
  | 'quarantined'
  /** Delivered into the folder for spam. */
  | 'junked'
  /** Not tried, because the address is on a list of the service. */
  | 'suppressed'
  /** The recipient reported it as spam. */
  | 'complained'
  /** An address was asked about, without a message (Postfix, verify(8)). */
  | 'probed'
  | 'removed';

/** A `name=value` that has no place of its own in an entry. */
export interface LogField extends LogWord {
  readonly name: string;
}

/** One line of a log. Every word has its span in the text. */
export interface LogEntry extends Span {
  readonly format: LogFormat;
  readonly time?: LogTime;
  readonly host?: LogWord;
  readonly program?: LogWord;
  readonly process?: LogWord;
  /** The connection, where the server numbers connections. */
  readonly session?: LogWord;
  readonly queueId?: LogWord;
  /** The id under which the next queue took the message. */
  readonly nextQueueId?: LogWord;
  /** The other message of a bounce: the report that was made, or the message that is reported on. */
  readonly relatedId?: LogWord;
  readonly messageId?: LogWord;
  readonly subject?: LogWord;
  /** Empty text for the null reverse-path. */
  readonly sender?: LogWord;
  readonly recipients: readonly LogWord[];
  readonly originalRecipient?: LogWord;
  readonly relay?: LogPeer;
  readonly client?: LogPeer;
  readonly delay?: LogNumber;
  readonly delays: readonly DelayPart[];
  readonly size?: LogNumber;
  readonly dsn?: LogWord;
  /** As the line has it: `sent`, `**`, `TempFail`, `Passed CLEAN`. */
  readonly status?: LogWord;
  readonly outcome?: LogOutcome;
  readonly eventId?: LogWord;
  readonly eventSource?: LogWord;
  readonly reason?: LogWord;
  /** What an SMTP server said; its span reaches to the end of its text. */
  readonly reply?: QuotedReply;
  /** What the reply answers; absent where the line does not say. */
  readonly stage?: Stage;
  readonly fields: readonly LogField[];
}
