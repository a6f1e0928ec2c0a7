import type { Span } from '../text/span.ts';
import type { DialectName } from './dialects/dialects.ts';
import type { EventList } from './eventList.ts';
import type { ReportedProbe } from './probe/probeReport.ts';

/** How many lines that are no SMTP may stand inside a conversation before it counts as over. */
export const GAP = 12;
/** The same in the log of a server that tells a lot about each command, once its marks are known. */
export const LOG_GAP = 250;
/** How many lines of message data without a mark may stand between two marked lines. */
export const DATA_GAP = 2000;

/** A conversation that was found in a text. */
export interface FoundConversation {
  readonly dialect: DialectName;
  readonly span: Span;
  /** The line behind the last one that belongs to it. */
  readonly endLine: number;
  /** Whether anything was said in it. */
  readonly hasEvents: boolean;
  readonly holds: Holds;
  /** What was said; undefined where only its place was asked for. */
  readonly list: EventList | undefined;
  /** What our own report of a probe says. */
  readonly probe?: ReportedProbe;
}

/** What kinds of things a conversation holds: known where it was only followed, without what was said in it. */
export interface Holds {
  /** Lines of the tool. */
  readonly notes: boolean;
  /** A message, or an answer of a login. */
  readonly bodies: boolean;
  /** A refusal, a challenge, which may hold one, or a reply to a message. */
  readonly outcomes: boolean;
}

const either = [false, true];
const all: readonly Holds[] = either.flatMap((notes) =>
  either.flatMap((bodies) => either.map((outcomes) => ({ notes, bodies, outcomes }))),
);

/** One object for all conversations that hold the same: a text may have very many. */
export const holdsOf = ({ notes, bodies, outcomes }: Holds): Holds =>
  all[(notes ? 4 : 0) + (bodies ? 2 : 0) + (outcomes ? 1 : 0)] as Holds;
