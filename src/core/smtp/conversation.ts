import type { Span } from '../text/span.ts';
import type { DialectName } from './dialects/dialects.ts';
import type { ReportedProbe } from './probe/probeReport.ts';
import type { Stage } from './verbs.ts';

interface EventSpan extends Span {
  /** Index into `Conversation.sessions`. */
  readonly session: number;
  /** `marked`: the dialect says who spoke; `inferred`: told from the words alone. */
  readonly certainty: 'marked' | 'inferred';
  /** Sent over TLS: the tool shows it, or a STARTTLS before it was answered with 220; undefined where neither tells. */
  readonly tls?: boolean;
  /** The name that the tool gives to the connection (a session id, a process, a socket), where it shows one. */
  readonly connection?: string;
  /**
   * When it was said, where the tool shows it: milliseconds since midnight as its clock reads (0 to 86 399 999), or since
   * the start of a capture. Only differences within one conversation mean something.
   */
  readonly time?: number;
}

/** One reply, all its lines (RFC 5321 4.2). */
export interface Reply extends EventSpan {
  readonly kind: 'reply';
  /** The three digits as written, also where they are no reply code of SMTP (999). */
  readonly code: number;
  readonly codeSpan: Span;
  /** Enhanced status code (RFC 3463) as written, of the line that `enhancedSpan` marks. */
  readonly enhanced?: string;
  readonly enhancedSpan?: Span;
  /** The text of each line behind code and enhanced code, decoration stripped; a wrapped line is a part of its own. */
  readonly parts: readonly Span[];
  /** The parts joined with single blanks, at least 8000 characters of them where there are so many. */
  readonly text: string;
  readonly answers: Stage;
}

export interface Command extends EventSpan {
  readonly kind: 'command';
  /** In capitals. */
  readonly verb: string;
  readonly verbSpan: Span;
  /** What follows the verb, without the blank between. */
  readonly argument: Span;
  /** False for a word that no SMTP document knows: a typing error, or rubbish. */
  readonly known: boolean;
}

/** The message after a 354, its lone dot included. */
export interface MessageData extends EventSpan {
  readonly kind: 'data';
  /** True when the lone dot was seen. */
  readonly complete: boolean;
}

/** An answer to a 334 (RFC 4954): what it holds is secret. */
export interface AuthAnswer extends EventSpan {
  readonly kind: 'auth';
}

export type SmtpEvent = Reply | Command | MessageData | AuthAnswer;

/** One mail transaction: from MAIL to the reply to its data, to RSET, or to the end of the session. */
export interface Transaction extends Span {
  /** Indices into `Conversation.events`, rising. */
  readonly events: readonly number[];
  readonly sender: string;
  readonly recipients: readonly Recipient[];
  /** `accepted` after a 2yz to the data, `refused` after a 4yz or 5yz that ended it, else `unfinished`. */
  readonly outcome: 'accepted' | 'refused' | 'unfinished';
}

export interface Recipient {
  readonly address: string;
  /** Index of its RCPT command. */
  readonly command: number;
  /** Index of the reply to it, where there was one. */
  readonly reply?: number;
}

/** One connection. */
export interface Session extends Span {
  /** Indices into `Conversation.events`, rising; sessions in one log may be interleaved. */
  readonly events: readonly number[];
  /** The server's own name out of its banner or its answer to EHLO; in the report of a probe, the host that was asked for. */
  readonly server?: string;
  readonly transactions: readonly Transaction[];
}

/** A line that a tool says about the connection ("Connected to …"), or the command that started it. */
export interface Note extends Span {
  readonly kind: 'note';
}

export interface Conversation extends Span {
  readonly kind: 'conversation';
  readonly dialect: DialectName;
  readonly events: readonly SmtpEvent[];
  readonly sessions: readonly Session[];
  readonly notes: readonly Note[];
  /** What our own report of a probe says beside the conversation. */
  readonly probe?: ReportedProbe | undefined;
}
