import { Buffer } from 'node:buffer';
import { setFlagsFromString } from 'node:v8';
import { piecesJson, piecesLines } from '../core/report/piecesReport.ts';
import { ticketFields } from '../core/report/ticketJson.ts';
import { ticketLines } from '../core/report/ticketText.ts';
import { isMostlyLog } from '../core/ticket/pieces.ts';
import { readTicket } from '../core/ticket/readTicket.ts';
import { openFile } from '../files/open.ts';
import { isBinary } from '../files/text.ts';
import { FileProblem } from '../files/unpack.ts';
import { startOf, textOf } from './input.ts';
import { readOpened } from './openedTicket.ts';
import { note, sayJsonFields, sayJsonPieces, sayLines } from './output.ts';
import { inPieces, LOG_PIECE, OTHER_PIECE } from './pieces.ts';

interface ReadOptions {
  readonly json?: boolean;
  readonly message?: boolean;
}

/** Octets of a log that are held at once, and of anything else; what is larger is read in pieces. */
const LOG = 8 * 1024 * 1024;
const OTHER = 256 * 1024 * 1024;
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
  const input = textOf(file, taken.length === 1 ? (taken[0] as Buffer) : Buffer.concat(taken));
  if (!input.ok) throw new FileProblem(input.problem);
  const ticket = await readOpened(input.text, message === true ? 'message' : startOf(file));
  if (json === true) await sayJsonFields(ticketFields(file, ticket));
  else await sayLines(ticketLines(isOneOfMany ? file : undefined, ticket));
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
