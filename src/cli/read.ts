import { Buffer } from 'node:buffer';
import { setFlagsFromString } from 'node:v8';
import { describeBlock } from '../core/report/describeBlock.ts';
import { piecesJson, piecesLines } from '../core/report/piecesReport.ts';
import { ticketFields } from '../core/report/ticketJson.ts';
import { ticketLines } from '../core/report/ticketText.ts';
import { isCompoundFile, NOT_RESTORED } from '../core/text/outlookFile.ts';
import { endOfPiece, isMostlyLog, restOf } from '../core/ticket/pieces.ts';
import { readTicket } from '../core/ticket/readTicket.ts';
import type { Ticket } from '../core/ticket/ticket.ts';
import { Pieces, type PiecesFindings } from '../core/verdict/pieces.ts';
import { openFile } from '../files/open.ts';
import { isBinary, utf16Of } from '../files/text.ts';
import { type Chunks, FileProblem } from '../files/unpack.ts';
import { startOf, textOfFile } from './input.ts';
import { readOpened } from './openedTicket.ts';
import { note, sayJsonFields, sayJsonPieces, sayLines } from './output.ts';

interface ReadOptions {
  readonly json?: boolean;
  readonly message?: boolean;
}

/** Octets of a log that are held at once, and of anything else; what is larger is read in pieces. */
const LOG = 8 * 1024 * 1024;
const OTHER = 256 * 1024 * 1024;
/** Characters of a log that are read at once, and of anything else. */
const LOG_PIECE = 1 << 22;
const OTHER_PIECE = 1 << 26;
/** Octets by which a log is told from the rest. */
const TOLD = 1 << 16;

/** What happened in each file, or an object a file; a file that cannot be read is named, and the others are read. */
export async function read(options: ReadOptions, files: readonly string[]): Promise<number> {
  let status = 0;
  for (const file of files) {
    try {
      await readFile(file, files.length > 1, options);
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      note(error.message);
      status = 1;
    }
  }
  return status;
}

async function readFile(file: string, isOneOfMany: boolean, { json, message }: ReadOptions): Promise<void> {
  const source = openFile(file)[Symbol.asyncIterator]();
  const rest = { [Symbol.asyncIterator]: () => source };
  const taken: Buffer[] = [];
  let size = 0;
  let most = LOG;
  for (;;) {
    const { done, value } = await source.next();
    if (done === true) break;
    taken.push(value);
    size += value.length;
    if (size <= most) continue;
    const ofLog = isLog(taken);
    if (most === OTHER || ofLog) {
      keepSmall();
      const { pieces, finish } = inPieces(taken, rest, ofLog ? LOG_PIECE : OTHER_PIECE);
      if (json === true) await sayJsonPieces(piecesJson(file, pieces, finish));
      else {
        for await (const _piece of pieces);
        await sayLines(piecesLines(isOneOfMany ? file : undefined, finish()));
      }
      return;
    }
    most = OTHER;
  }
  const input = await textOfFile(file, taken.length === 1 ? (taken[0] as Buffer) : Buffer.concat(taken));
  if (!input.ok) throw new FileProblem(input.problem);
  const ticket = await readOpened(input.text, message === true ? 'message' : startOf(file));
  if (json === true) await sayJsonFields(ticketFields(file, ticket));
  else {
    await sayLines(ticketLines(isOneOfMany ? file : undefined, ticket));
    if (taken[0] !== undefined && isCompoundFile(taken[0])) note(NOT_RESTORED);
  }
}

/** Of what is read in pieces little stays, so the heap need not grow before it is swept. */
function keepSmall(): void {
  setFlagsFromString('--heap-growing-percent=20');
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Whether the last octets that were taken are lines of a log. */
function isLog(taken: readonly Buffer[]): boolean {
  const end = Buffer.concat(taken.slice(-2)).subarray(-TOLD);
  const text = end.toString(isBinary(end) ? 'latin1' : 'utf8');
  return isMostlyLog(readTicket(text.slice(text.indexOf('\n') + 1)));
}

/** A text that is read and judged piece by piece, so that its size does not matter. */
interface PiecewiseText {
  readonly pieces: AsyncIterable<{ readonly ticket: Ticket; readonly top: number }>;
  finish(): PiecesFindings;
}

/** Reads a text in pieces of about `size` characters: what was taken of it already, and what is still to come. */
function inPieces(taken: Buffer[], rest: Chunks, size: number): PiecewiseText {
  const judge = new Pieces(describeBlock);
  async function* pieces() {
    let text = '';
    for await (const more of decoded(taken, rest)) {
      text += more;
      if (text.length < size) continue;
      const end = endOfPiece(text, judge.log) || text.length;
      const top = judge.lines;
      yield { ticket: judge.add(text.slice(0, end)), top };
      text = restOf(text, end);
    }
    const top = judge.lines;
    if (text !== '') yield { ticket: judge.add(text), top };
  }
  return { pieces: pieces(), finish: () => judge.finish() };
}

/** Octets that are decoded at once: of fewer each string would be moved about in memory until the piece is full. */
const DECODED = 1 << 20;

async function* decoded(taken: Buffer[], rest: Chunks): AsyncIterable<string> {
  const decoder = new TextDecoder(taken[0] === undefined ? 'utf-8' : (utf16Of(taken[0]) ?? 'utf-8'));
  const room = Buffer.allocUnsafe(DECODED);
  let filled = 0;
  for await (const chunk of chained(taken, rest)) {
    for (let at = 0; at < chunk.length; ) {
      const size = chunk.copy(room, filled, at);
      at += size;
      filled += size;
      if (filled < DECODED) continue;
      yield decoder.decode(room, { stream: true });
      filled = 0;
    }
  }
  yield decoder.decode(room.subarray(0, filled));
}

async function* chained(taken: Buffer[], rest: Chunks): Chunks {
  for (let chunk = taken.shift(); chunk !== undefined; chunk = taken.shift()) yield chunk;
  yield* rest;
}
