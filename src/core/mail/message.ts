import type { Span } from '../text/span.ts';

/** One header field, folding included (RFC 5322 2.2.3). */
export interface Field extends Span {
  /** As written; compare in lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  /** From behind the colon to the end of the last folded line, the line break not counted. */
  readonly valueSpan: Span;
  /** The value unfolded: line breaks taken out (RFC 5322 2.2.3), outer blanks trimmed. */
  readonly value: string;
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
  /** The address of MAIL, angles taken off, where the field states it; empty for the null reverse path. */
  readonly envelopeFrom?: string;
  /** TLS stated by the protocol keyword (RFC 3848) or in a comment. */
  readonly tls: boolean;
  readonly tlsVersion?: string;
  readonly cipher?: string;
  readonly date?: MailDate;
  /** What could not be read, as a stable code: `no-date`, `bad-date`. */
  readonly problems: readonly string[];
}

/** A date as a mailer wrote it and the moment it means. */
export interface MailDate extends Span {
  readonly text: string;
  /** Milliseconds since 1970-01-01T00:00:00Z; undefined where the text is no date or has no zone that is known. */
  readonly epoch?: number;
  /**
   * Stable codes of what is odd about it: `no-zone`, `unknown-zone`, `wrong-weekday`, `two-digit-year`, `leap-second`,
   * `trailing-text`, and `ambiguous-order` where day and month could be either way round.
   */
  readonly problems: readonly string[];
}

export interface AuthResult {
  readonly method: string;
  readonly result: string;
}

export interface AuthResults {
  readonly field: Field;
  /** The field's name as written: Authentication-Results or ARC-Authentication-Results. */
  readonly header: string;
  /** The `i=` of an ARC set (RFC 8617 4.2.1), 1..50. */
  readonly instance?: number;
  /** The authserv-id (RFC 8601 2.5). */
  readonly server?: string;
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
}

/** What happened to one recipient (RFC 3464 2.3). */
export interface ReportRecipient extends Span {
  readonly action?: string;
  readonly status?: string;
  readonly finalRecipient?: string;
  readonly originalRecipient?: string;
  readonly remoteMta?: string;
  readonly diagnostic?: string;
  readonly diagnosticSpan?: Span;
}

export interface DeliveryReport {
  readonly reportingMta?: string;
  readonly recipients: readonly ReportRecipient[];
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
  /** Header lines that are neither a field nor a continuation. */
  readonly strayLines: readonly Span[];
}
