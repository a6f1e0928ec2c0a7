import type { Span } from '../text/span.ts';
import type { DialectName } from './dialects/dialects.ts';
import type { EventList } from './eventList.ts';

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
  /** What was said; undefined where only its place was asked for. */
  readonly list: EventList | undefined;
}
