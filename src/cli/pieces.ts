import type { Buffer } from 'node:buffer';
import { describeBlock } from '../core/report/ticketSummary.ts';
import { endOfPiece } from '../core/ticket/pieces.ts';
import type { Ticket } from '../core/ticket/ticket.ts';
import { Pieces, type PiecesFindings } from '../core/verdict/pieces.ts';
import { utf16Of } from '../files/text.ts';
import type { Chunks } from '../files/unpack.ts';

/** Characters of a log that are read at once, and of anything else. */
export const LOG_PIECE = 1 << 22;
export const OTHER_PIECE = 1 << 26;

/** A text that is read and judged piece by piece, so that its size does not matter. */
export interface PiecewiseText {
  readonly pieces: AsyncIterable<{ readonly ticket: Ticket; readonly top: number }>;
  finish(): PiecesFindings;
}

/** Reads a text in pieces of about `size` characters: what was taken of it already, and what is still to come. */
export function inPieces(taken: Buffer[], rest: Chunks, size: number): PiecewiseText {
  const judge = new Pieces(describeBlock);
  async function* pieces() {
    let text = '';
    for await (const more of decoded(taken, rest)) {
      text += more;
      if (text.length < size) continue;
      const end = endOfPiece(text, judge.log) || text.length;
      const top = judge.lines;
      yield { ticket: judge.add(text.slice(0, end)), top };
      text = text.slice(end);
    }
    const top = judge.lines;
    if (text !== '') yield { ticket: judge.add(text), top };
  }
  return { pieces: pieces(), finish: () => judge.finish() };
}

async function* decoded(taken: Buffer[], rest: Chunks): AsyncIterable<string> {
  const decoder = new TextDecoder(taken[0] === undefined ? 'utf-8' : (utf16Of(taken[0]) ?? 'utf-8'));
  for (const chunk of taken.splice(0)) yield decoder.decode(chunk, { stream: true });
  for await (const chunk of rest) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
