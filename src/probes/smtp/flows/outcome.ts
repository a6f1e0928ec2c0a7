import type { AddressRange } from '../../addressRanges.ts';
import type { TlsInfo } from '../../tls.ts';
import type { ReplyFailure } from '../reply.ts';
import type { LongArgumentName } from './longArguments.ts';
import type { OwnAddress } from './ownAddress.ts';
import type { RelayFormName, RelayTest } from './relayForms.ts';

/** What a command was answered with: a reply, or what came instead of one. */
export interface Answered {
  /** Absent where no reply came. */
  readonly code?: number;
  readonly lines: readonly string[];
  readonly lost?: ReplyFailure;
  /** Of a refusal. */
  readonly means?: ReplyMeaning;
}

/** What a refusal means, as the knowledge of the house has it (`core/knowledge`, which flows are given and do not hold). */
export interface ReplyMeaning {
  /** A name of `core/knowledge/reasons`. */
  readonly reason: string;
  /** One sentence. */
  readonly meaning: string;
  /** The reason is told by the words or the enhanced code of the reply; a bare 550 may mean anything. */
  readonly sure: boolean;
  /** Who has to act. */
  readonly actor: string;
  /** What to do, each with who does it. */
  readonly next: readonly string[];
  readonly source: string;
  /** Of a 4yz: when the next try makes sense, in minutes, and whether the server said so itself. */
  readonly again?: { readonly minutes: number; readonly said: boolean };
}

/** What the reply `lines` to a command (`MAIL`, `RCPT`, …) means. */
export type Explain = (verb: string, lines: readonly string[]) => ReplyMeaning;

/** What a flow found out, without wording; the words stand with the reports. */
export type FlowOutcome =
  | RecipientsOutcome
  | RelayingOutcome
  | RelayOutcome
  | ExposureOutcome
  | RestrictionOutcome
  | TlsScanOutcome;

/** What a server takes of TLS. */
export interface TlsScanOutcome {
  readonly kind: 'tls-scan';
  readonly scanned: readonly ScannedTls[];
  readonly port: number;
  /** Absent where TLS comes first. */
  readonly clear?: ClearMail;
}

/** One offer: `TLS 1.3`, `TLS 1.2 without forward secrecy`. Neither `info` nor `lost`: the server did not take it. */
export interface ScannedTls {
  readonly name: string;
  readonly info?: TlsInfo;
  /** Why nothing is known: the connection was lost, or the TLS library of this program cannot offer it. */
  readonly lost?: string;
}

/** What MAIL in the clear was answered with; no code where no reply came. */
export interface ClearMail {
  readonly code?: number;
  readonly lines: readonly string[];
}

/** Whether a server takes mail for some recipients (RFC 5321 3.3), asked without sending any. */
export interface RecipientsOutcome {
  readonly kind: 'recipients';
  /** Empty for the null sender. */
  readonly sender: string;
  readonly answers: readonly RecipientAnswer[];
  /** Those that were not asked, because the connection ended or there are more than anybody asks at a time. */
  readonly untried: readonly string[];
}

export interface RecipientAnswer {
  readonly recipient: string;
  /** Made up of random letters beside those that were asked for, so that no mailbox can have it. */
  readonly invented: boolean;
  readonly answer: Answered;
}

/** Whether a server passes on what this machine sends (one transaction, as an application would begin it). */
export interface RelayingOutcome {
  readonly kind: 'relaying';
  readonly sender: string;
  readonly recipient: string;
  readonly mail: Answered;
  /** Absent where MAIL was refused. */
  readonly rcpt?: Answered;
  readonly quit: Answered;
  readonly client: OwnAddress;
}

/** Whether a server passes mail on for anybody. */
export interface RelayOutcome {
  readonly kind: 'relay';
  readonly test: RelayTest;
  readonly answers: readonly RelayAnswer[];
  readonly untried: readonly RelayFormName[];
  readonly client: OwnAddress;
}

export interface RelayAnswer {
  readonly form: RelayFormName;
  readonly sender: string;
  readonly recipient: string;
  /** The address is the server's own until its local part is taken apart. */
  readonly local: boolean;
  /** The command that was answered; a refusal of MAIL leaves no RCPT to say. */
  readonly at: 'mail' | 'rcpt';
  readonly answer: Answered;
}

/** What a server tells strangers of its users and of itself, and how it bears long arguments. */
export interface ExposureOutcome {
  readonly kind: 'exposure';
  readonly asked: readonly ExposureAnswer[];
  /** Names that are more than one probe asks for. */
  readonly untried: readonly string[];
  readonly long: readonly LongAnswer[];
  /** Whether longer arguments than any server has to take were sent, too. */
  readonly beyond: boolean;
}

export interface ExposureAnswer {
  readonly verb: 'VRFY' | 'EXPN' | 'HELP';
  /** What was asked for; empty for HELP. */
  readonly about: string;
  readonly invented: boolean;
  readonly answer: Answered;
}

export interface LongAnswer {
  readonly name: LongArgumentName;
  readonly octets: number;
  readonly within: boolean;
  readonly answer: Answered;
  /** More than one reply came to the one line: it was taken apart. */
  readonly replies?: number;
  /** After the connection was lost: whether the server answers a new one. */
  readonly alive?: boolean;
}

/** The step at which a client is turned away, how, and the reply where there is one. */
export interface TurnedAway {
  readonly step: string;
  readonly kind: string;
  readonly reply?: Answered;
}

/** Whether a server that is to take mail from some networks only refuses this machine. */
export interface RestrictionOutcome {
  readonly kind: 'restriction';
  readonly ranges: readonly AddressRange[];
  readonly client: OwnAddress;
  /** The range that holds the client's address. */
  readonly inside?: AddressRange;
  /** How it was turned away before an envelope. */
  readonly turnedAway?: TurnedAway;
  /** Answers to the envelope, where one was said. */
  readonly mail?: Answered;
  readonly rcpt?: Answered;
  readonly recipient?: string;
}
