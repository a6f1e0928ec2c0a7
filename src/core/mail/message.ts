import type { Stage } from '../smtp/verbs.ts';
import type { Span } from '../text/span.ts';
import type { NoticeFormat } from './bounces/families.ts';
import type { ReportCut } from './bounces/reportCut.ts';
import type { AggregateNotice, Disposition, FeedbackType, FilterDeed, ReportAction } from './reports/reportWords.ts';

/** One header field, folding included (RFC 5322 2.2.3). */
export interface Field extends Span {
  /** As written; compare in lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  /** From behind the colon to the end of the last folded line, the line break not counted. */
  readonly valueSpan: Span;
  /** The value unfolded: line breaks taken out (RFC 5322 2.2.3), outer blanks trimmed. */
  readonly value: string;
  /** The text between the span's ends, where the document has it dressed: quoted, escaped, in cells of a table. */
  readonly dressed?: DressedText;
}

/** A text that stands in the document in another form. */
export interface DressedText {
  /** Folding included. */
  readonly text: string;
  /** `length` characters of the text from `index` on stand in the document where the span is. */
  readonly pieces: readonly DressedPiece[];
}

export interface DressedPiece extends Span {
  readonly index: number;
  readonly length: number;
}

/** One Received field taken apart (RFC 5321 4.4). What is not stated is undefined. */
export interface Received {
  readonly field: Field;
  /** The word behind `from`: the name that the client gave itself, with Exim and qmail often the reverse name or a local user. */
  readonly from?: string;
  /** The HELO name, where a comment states it apart from `from`. */
  readonly helo?: string;
  /** The name that a reverse look-up gave. */
  readonly reverseName?: string;
  /** Who handed the message in on the machine itself, where only a comment says it: `uid 99`, `root@localhost`. */
  readonly submitter?: string;
  /** The client's address, brackets and `IPv6:` taken off. */
  readonly ip?: string;
  readonly by?: string;
  /** The server's own address, where a comment behind `by` states it, as Exchange does. */
  readonly byIp?: string;
  readonly with?: string;
  readonly via?: string;
  readonly id?: string;
  readonly for?: string;
  /** The address of MAIL, angles taken off, where the field states it; `<>` is the null reverse path. */
  readonly envelopeFrom?: string;
  /** TLS stated by the protocol keyword (RFC 3848) or in a comment. */
  readonly tls: boolean;
  readonly tlsVersion?: string;
  readonly cipher?: string;
  readonly date?: MailDate;
}

/** What is odd about a date as it is written; `ambiguous-order`: day and month could be either way round. */
export type DateProblem =
  | 'no-zone'
  | 'unknown-zone'
  | 'wrong-weekday'
  | 'two-digit-year'
  | 'leap-second'
  | 'trailing-text'
  | 'ambiguous-order';

/** A date as a mailer wrote it and the moment it means. */
export interface MailDate extends Span {
  readonly text: string;
  /** Milliseconds since 1970-01-01T00:00:00Z; undefined where the text is no date or has no zone that is known. */
  readonly epoch?: number;
  readonly problems: readonly DateProblem[];
}

/**
 * Why no moment is known. `no-date`: no time is stated. `bad-date`: a time is stated that cannot be read, or in a zone
 * that is not known. `ambiguous-date`: day and month could be either way round.
 */
export type MomentProblem = 'no-date' | 'bad-date' | 'ambiguous-date';

/** A property of a result (RFC 8601 2.2): `smtp.mailfrom=a.test`; Microsoft writes some without a `ptype`. */
export interface AuthProperty extends Span {
  /** In small letters: `smtp`, `header`, `body`, `policy`; undefined where none is written. */
  readonly ptype?: string;
  readonly property: string;
  /** Quotation marks taken off. */
  readonly value: string;
}

/** One `method=result` with what stands behind it up to the semicolon. */
export interface AuthResult extends Span {
  /** Both in small letters. */
  readonly method: string;
  readonly result: string;
  readonly version?: string;
  readonly reason?: string;
  readonly properties: readonly AuthProperty[];
  readonly comments: readonly Span[];
}

export interface AuthResults {
  readonly field: Field;
  /** The field's name as written: Authentication-Results or ARC-Authentication-Results. */
  readonly header: string;
  /** The `i=` of an ARC set (RFC 8617 4.2.1), 1..50. */
  readonly instance?: number;
  /** The authserv-id (RFC 8601 2.5). */
  readonly server?: string;
  readonly serverSpan?: Span;
  readonly results: readonly AuthResult[];
}

/** A body part (RFC 2045), preamble and boundary lines outside it. */
export interface Part extends Span {
  /** In lower case, `text/plain` where nothing is stated (RFC 2045 5.2). */
  readonly contentType: string;
  readonly filename?: string;
  readonly attachment: boolean;
  readonly fields: readonly Field[];
  readonly body: Span;
  readonly parts: readonly Part[];
  /** The message inside a message/rfc822 part. */
  readonly message?: Message;
  /**
   * The start of the message inside one that is encoded, against RFC 2046 5.2.1: what its fields and its report say. Its
   * offsets count in the text that was decoded, and mean nothing in the document.
   */
  readonly decodedMessage?: Message;
}

/** `rfc3464`, Amazon's notification through SNS, Sieve's refusal as a receipt, or the mailer whose notice in words it is. */
export type ReportFormat = 'rfc3464' | 'amazon-sns' | 'sieve' | NoticeFormat;

/** What happened to one recipient (RFC 3464 2.3), or what a notice in words says of it. */
export interface ReportRecipient extends Span {
  /** Undefined where none is stated, or a word that is not known. */
  readonly action?: ReportAction;
  readonly status?: string;
  readonly finalRecipient?: string;
  readonly originalRecipient?: string;
  readonly remoteMta?: string;
  /** With its type in front where one is stated: `smtp; 550 …`. */
  readonly diagnostic?: string;
  readonly diagnosticSpan?: Span;
  /** What the part for people says of this recipient, blanks made single, and where. */
  readonly words?: string;
  readonly wordsSpan?: Span;
  /** What the part for people says as a whole, in front of what it returns. */
  readonly around?: string;
  /** What the reply answers, where the report tells; `local` for a program of the mailer. */
  readonly answers?: Stage | 'local';
  /** The reply with which the last try ended, where the diagnostic only tells that the time is over. */
  readonly lastTry?: string;
  readonly lastAttempt?: string;
  readonly willRetryUntil?: string;
  readonly finalLogId?: string;
  /** Fields of the group that RFC 3464 does not know, as mailers add them. */
  readonly extensions?: readonly Field[];
}

export interface DeliveryReport {
  readonly format: ReportFormat;
  readonly reportingMta?: string;
  readonly receivedFromMta?: string;
  readonly arrivalDate?: string;
  readonly envelopeId?: string;
  readonly recipients: readonly ReportRecipient[];
  /** It says in words that the mailer tried for a time and gave up. */
  readonly waited?: true;
  readonly cuts?: readonly ReportCut[];
  /** The message that came back, or its header, where it stands in the text of the notice itself. */
  readonly returned?: Message;
}

/** A complaint or another report on a message that arrived (RFC 5965, RFC 6591). */
export interface FeedbackReport extends Span {
  /** `other` for every word that is not known. */ readonly type: FeedbackType;
  readonly format: 'rfc5965' | 'notice';
  /** Those who complained or whose mail it is about, as far as the report tells. */
  readonly recipients: readonly string[];
  readonly sender?: string;
  readonly sourceIp?: string;
  readonly reportedDomain?: string;
  readonly userAgent?: string;
  /** What a filter did with mail of which it tells. */ readonly filter?: FilterDeed;
  readonly malware?: string;
  /** What a host did, where the report is about no message: `login-attack` (X-ARF). */ readonly incident?: string;
  readonly authFailure?: string;
  /** The mechanisms that did not align, or `none` (RFC 7489 7.3). */ readonly alignment?: string;
  /** What the receiver did with the message (RFC 6591 3.2.2), as written. */ readonly delivered?: string;
  /** How many complaints it stands for; 1 where it does not say. */
  readonly incidents: number;
  readonly cuts?: readonly ReportCut[];
}

/** What became of a message in the hands of its reader (RFC 8098). */
export interface DispositionNotification extends Span {
  /** Undefined where none is stated, or a word that is not known. */
  readonly disposition?: Disposition;
  /** The disposition as written. */
  readonly stated?: string;
  /** `manual-action`, `automatic-action`, and how the notification was sent. */
  readonly mode?: string;
  /** `error`, `warning` or an extension. */
  readonly modifier?: string;
  readonly finalRecipient?: string;
  readonly originalRecipient?: string;
  readonly originalMessageId?: string;
  readonly failure?: string;
}

/** A message that a program wrote as an answer (RFC 3834). The span is the field that shows it. */
export interface AutomaticReply extends Span {
  readonly from?: string;
  /** Whether it says that somebody got the message, and not that it was taken back or lies with a program. */
  readonly arrived: boolean;
  /** Whose word is waited for: a filter asks its writer. */ readonly waits?: 'sender' | 'moderator';
}

export interface Message extends Span {
  readonly kind: 'message';
  /** The outer header block, empty line not counted. */
  readonly header: Span;
  readonly fields: readonly Field[];
  readonly body: Span;
  /** The mbox "From " line in front, where there is one (RFC 4155). */
  readonly mboxLine?: Span;
  /** Oldest first, which is the reverse of the order in the text. */
  readonly hops: readonly Received[];
  /** X-Received fields, in which Gmail tells of servers of its own; oldest first. */
  readonly xReceived: readonly Received[];
  readonly authResults: readonly AuthResults[];
  readonly root: Part;
  readonly report?: DeliveryReport;
  readonly feedback?: FeedbackReport;
  readonly disposition?: DispositionNotification;
  readonly aggregate?: AggregateNotice;
  readonly automaticReply?: AutomaticReply;
  /** The message as it was before it was quoted, escaped or put into a table, where it was. */
  readonly undressed?: string;
  /** Header lines that are neither a field nor a continuation. */
  readonly strayLines: readonly Span[];
  /** Header lines that were read with the field above though the blanks in front of them were lost. */
  readonly gluedLines: readonly Span[];
}
