import type { Lines } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Log } from '../log.ts';
import { LONGEST_RECORD } from './jsonText.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { openingIn } from './recordKind.ts';

/** What of each document that was opened stands where, by the place of its first line. */
const known = new WeakMap<Lines, Map<number, readonly Piece[]>>();

/** The deliveries that a document tells of, which stands in the lines from `first` to before `behind`. */
function piecesIn(lines: Lines, first: number, behind: number): readonly Piece[] {
  let documents = known.get(lines);
  if (documents === undefined) {
    documents = new Map();
    known.set(lines, documents);
  }
  const at = lines.start(first);
  const before = documents.get(at);
  if (before !== undefined) return before;
  const end = lines.end(behind - 1);
  const open = openingIn(lines.text, at, end);
  const pieces = open < 0 ? [] : piecesOf(lines.text, open, end);
  // Of single lines nothing is kept: they are read again as quickly.
  if (behind - first > 1 || pieces.length > 1) documents.set(at, pieces);
  return pieces;
}

/** What the entries of a log are of, where an entry is a part of an object. */
const parts = new WeakMap<Log, Map<number, Piece>>();

/** The piece whose entry starts at an offset of a log; undefined where the entry is all of a document. */
export const pieceAt = (log: object, start: number): Piece | undefined => parts.get(log as Log)?.get(start);

/** Whether an entry is of an object that is longer than what is read of one. */
export function isReadInPart(log: object, { start, end }: Span): boolean {
  const piece = pieceAt(log, start);
  const own = piece?.own ?? { start, end };
  const others = piece?.others.reduce((sum, one) => sum + one.end - one.start, 0) ?? 0;
  return own.end - own.start - others > LONGEST_RECORD;
}

/** Keeps of what an entry of a log is, where it is a part of a row or an object. */
export function keepPiece(log: Log, piece: Piece): void {
  let own = parts.get(log);
  if (own === undefined) {
    own = new Map();
    parts.set(log, own);
  }
  own.set(piece.start, piece);
}

/** The spans of the entries of a document. */
export function spansOfRecord(lines: Lines, log: Log, first: number, behind: number): readonly Span[] {
  const start = lines.start(first);
  const end = lines.end(behind - 1);
  const pieces = piecesIn(lines, first, behind);
  if (pieces.length === 0) return [{ start, end }];
  for (const piece of pieces) {
    if (piece.others.length === 0 && piece.columns === undefined) continue;
    keepPiece(log, piece);
  }
  return pieces;
}
