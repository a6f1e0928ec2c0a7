import type { Lines } from '../text/lines.ts';
import type { LogFormat } from './log.ts';

/** How the lines of a format are told from others. Each test is handed where the line starts, and reads no further than it must. */
export interface LogKind {
  readonly format: LogFormat;
  /** Whether a log of this format is sure to start here. */
  starts(text: string, at: number): boolean;
  /** Whether an entry of this format starts here. */
  continues(text: string, at: number): boolean;
  /** The line behind the entry that starts at a line, where an entry is several lines by its form. */
  endOfEntry?(lines: Lines, line: number): number;
  /** Its lines look like parts of other programs' lines, so they end no log of another format. */
  readonly weak?: true;
  /** No line of anything else stands between its lines. */
  readonly dense?: true;
}
