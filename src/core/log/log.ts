import type { Span } from '../text/span.ts';

/** The program family that wrote a log, which tells how its lines are read. */
export type LogFormat = string;

/** Lines of one server's log. Its entries are read from the text when they are asked for. */
export interface Log extends Span {
  readonly kind: 'log';
  readonly format: LogFormat;
}
