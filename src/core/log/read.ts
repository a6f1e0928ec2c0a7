import type { Lines } from '../text/lines.ts';
import type { Log } from './log.ts';

export const looksLikeLog = (_lines: Lines, _line: number): boolean => false;

export const readLog = (_text: string, _lines: Lines, _first: number, _end: number): { log: Log; endLine: number } | undefined =>
  undefined;
