import type { Lines } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Log } from '../log.ts';
import { keepPiece } from './recordSpans.ts';
import { STATED } from './statedRecipients.ts';

/** The entries of a row: one for each recipient whose state it tells, else the row. */
export function spansOfRow(lines: Lines, log: Log, first: number, behind: number): readonly Span[] {
  const start = lines.start(first);
  const end = lines.end(behind - 1);
  const own = { start, end };
  const text = lines.text.slice(start, end);
  if (!text.includes('##')) return [own];
  const each = [...text.matchAll(STATED)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
  if (each.length < 2) return [own];
  const list = { start: (each[0] as Span).start, end: (each.at(-1) as Span).end };
  return each.map((one, i) => {
    const piece = {
      start: i === 0 ? start : (each[i - 1] as Span).end,
      end: i === each.length - 1 ? end : one.end,
      own,
      others: [
        { start: list.start, end: one.start },
        { start: one.end, end: list.end },
      ].filter((gap) => gap.end > gap.start),
    };
    keepPiece(log, piece);
    return piece;
  });
}
