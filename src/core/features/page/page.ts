import type { Block } from '../../ticket/ticket.ts';

/** What something means for the mail; the words beside it say the same. */
export type Tone = 'failed' | 'waiting' | 'good' | 'note';

/** The commands that the page may run, and no others; `open` opens a web address in the browser. */
export type PageCommand =
  | 'mailTriage.check'
  | 'mailTriage.probeSmtpServer'
  | 'mailTriage.explain'
  | 'mailTriage.askAgain'
  | 'mailTriage.findMessage'
  | 'mailTriage.copyAnswer'
  | 'mailTriage.copySenderRequest'
  | 'mailTriage.copyIndicators'
  | 'mailTriage.verifyAuthentication'
  | 'mailTriage.showTimeline'
  | 'mailTriage.previewMessage'
  | 'mailTriage.showReport'
  | 'mailTriage.savePart'
  | 'open';

/** Something to press. */
export interface PageAction {
  readonly label: string;
  readonly command: PageCommand;
  /** What it is about: a name, a reply, an address, what DNS answered, a line (0-based) of the document. */
  readonly argument?: unknown;
}

/** Words and the line (0-based) that shows it. */
export interface PageLine {
  readonly words: string;
  readonly line: number;
  readonly tone?: Tone;
}

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What happened, in normal words. */
export interface Happened {
  readonly tone: Tone;
  /** What became of the mail, in a word or two: `Returned`, `Waiting`. */
  readonly status: string;
  readonly headline: string;
  /** As much of it as the status bar has room for. */
  readonly short: string;
  readonly words: string;
  /** Who acts, whether trying again helps, how sure it is. */
  readonly facts: readonly Fact[];
  /** The line that it rests on, as it stands there. */
  readonly evidence: PageLine;
}

export interface PageStep {
  readonly text: string;
  readonly action?: PageAction;
}

/** One result of a check of the sender. */
export interface Badge {
  /** `SPF`, `DKIM`, `DMARC`, `ARC`, `compauth`. */
  readonly method: string;
  /** What the message says of it; absent where only we have looked. */
  readonly claimed?: string;
  readonly tone: Tone;
  /** The domain that it is about. */
  readonly about?: string;
  /** What it rests on, a sentence each. */
  readonly rests: readonly string[];
  readonly line?: number;
}

/** What verifying a message found of one method. */
export interface Verified {
  readonly method: 'spf' | 'dkim' | 'dmarc' | 'arc';
  readonly result: string;
  readonly about?: string;
  /** A line (0-based) of the message. */
  readonly line: number;
}

export interface PageHop {
  readonly name: string;
  readonly delay: string;
  /** Of the whole way, 0 to 1. */
  readonly share: number;
  readonly slowest: boolean;
}

export interface PageMessage {
  readonly title: string;
  readonly line: number;
  readonly facts: readonly Fact[];
  readonly badges: readonly Badge[];
  /** Where it was delivered and what else is to be told of it. */
  readonly told: readonly PageLine[];
  /** What filters wrote, with what it means. */
  readonly filters: readonly PageLine[];
  readonly hops: readonly PageHop[];
  /** The hops in words: how many, how long, where it waited longest. */
  readonly way: string;
  readonly attachments: readonly PageAction[];
  /** Attachments beyond those. */
  readonly moreAttachments: number;
  /** What speaks against it and for it. */
  readonly story: readonly PageLine[];
  readonly actions: readonly PageAction[];
}

/** Recipients whom the same became of. */
export interface RecipientGroup {
  readonly tone: Tone;
  /** `did not get it`. */
  readonly fate: string;
  /** Why and where; absent where it is the headline. */
  readonly why?: string;
  readonly count: number;
  /** The first of them. */
  readonly recipients: readonly PageLine[];
}

export interface PageProbe {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly title: string;
  readonly outcome: string;
  /** How it differs from the time before; absent where it was asked once. */
  readonly changed?: string;
}

export interface PagePart {
  readonly kind: Block['kind'];
  readonly words: string;
  readonly line: number;
}

/** Everything that the page of a ticket shows, in the order in which it stands there. All of it is plain text. */
export interface TicketPage {
  readonly happened?: Happened;
  readonly steps: readonly PageStep[];
  readonly actions: readonly PageAction[];
  /** What was found besides. */
  readonly also: readonly PageLine[];
  readonly messages: readonly PageMessage[];
  /** Messages beyond those. */
  readonly moreMessages: number;
  readonly recipients: readonly RecipientGroup[];
  /** Groups of recipients beyond those. */
  readonly moreGroups: number;
  /** What the logs come to, a sentence; absent where there is little to count. */
  readonly totals?: string;
  readonly probes: readonly PageProbe[];
  readonly parts: readonly PagePart[];
  /** Parts beyond those. */
  readonly moreParts: number;
  /** What was not looked at or is not listed, a sentence each. */
  readonly cut: readonly string[];
  /** Deliveries that failed or wait. */
  readonly failures: number;
  /** What happened, a line each, the cause first; the first few. */
  readonly headlines: readonly string[];
  /** Only so many lines were read yet; the whole follows. */
  readonly readLines?: number;
}
