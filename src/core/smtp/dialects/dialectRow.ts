import type { Side } from '../grammar.ts';
import type { Separator } from '../replyPieces.ts';
import type { Said } from '../said.ts';

/** What a line's decoration says. */
export interface Marked {
  readonly mark?: string | undefined;
  readonly side: Side | 'note';
  /** Offset into the line of what was said. */
  readonly from: number;
  /** Offset behind it. */
  readonly to: number;
  readonly tls?: boolean | undefined;
  /** What tells connections in one log apart. */
  readonly connection?: string | undefined;
  /** Milliseconds, as in `SmtpEvent.time`. */
  readonly time?: number | undefined;
  /** A line of the message wherever it stands, or the tool's words for a message that it does not show. */
  readonly message?: 'line' | 'summary' | undefined;
  /** The same line says this too. */
  readonly and?: Marked | undefined;
}

/** A tool's way to show who speaks. Most are a row of data; the few that need code bring a `read` of their own. */
export interface DialectRow {
  readonly name: string;
  /** What stands in front of the text: sticky, with a group `mark`, perhaps a group `id`. The prefilter is made from it. */
  readonly line: RegExp;
  /** What each mark means; a mark that is missing here is a note. */
  readonly marks: ReadonlyMap<string, Side>;
  /** Where `line` is tried: behind a time stamp and names if there are any, or behind the time alone; else from the start. */
  readonly behind?: 'stamp' | 'time';
  /** Arrows or letters that many tools use: tried after the dialects that have marks of their own. */
  readonly general?: true;
  /** Marks that also mean "over TLS". */
  readonly tlsMarks?: ReadonlySet<string>;
  /** The same marks mean the opposite in another role of the program: what is said decides. */
  readonly turns?: true;
  /** Where no mark stands, what is said tells the side. */
  readonly byContent?: true;
  /** The text ends before this last character, and before line ends that are spelt out. */
  readonly quote?: string;
  /** Lines with neither mark belong to the server: continuation lines, or every reply. */
  readonly bareReplies?: true;
  /** The tool tells of the next connection before it closes the one before. */
  readonly lingers?: true;
  /** A note that by itself shows that a conversation starts here. */
  readonly start?: RegExp;
  /** The mark of lines of the message. */
  readonly message?: string;
  /** A note of a message that was sent and is not shown. */
  readonly sent?: RegExp;
  /** What the tool puts between the lines of a reply that it shows on one line. */
  readonly separator?: Separator;
  /** Lines with the dialect's frame and no mark are the message where one is due. */
  readonly bareData?: true;
  /** The same marks stand in front of other things: a line that is no SMTP where SMTP is due is one of those. */
  readonly strays?: true;
  /** A mark of raw input: the next line says the same again as a command, and is the one that counts. */
  readonly rawMark?: string;
  /** A mark under which the tool says a reply again that it showed line by line under the other one. */
  readonly again?: ReadonlyMap<string, string>;
  /** The marks are so particular that one line is enough to know the tool. */
  readonly sure?: true;
  /** How the side is known. */
  readonly certainty?: 'inferred';
  /** Undoes what the tool did to the text of a whole line, before its marks are looked for. */
  readonly plain?: (said: Said) => Said;
  /** Reads a line that `line` matches, where a pattern alone cannot. */
  readonly read?: (line: string) => Marked | undefined;
}

export const marks = (client: readonly string[], server: readonly string[]): ReadonlyMap<string, Side> =>
  new Map<string, Side>([...client.map((m) => [m, 'client'] as const), ...server.map((m) => [m, 'server'] as const)]);
