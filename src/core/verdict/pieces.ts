import type { Log } from '../log/log.ts';
import { append } from '../text/lists.ts';
import { ownString, withOwnStrings } from '../text/ownStrings.ts';
import type { Span } from '../text/span.ts';
import { lastLog, readPiece } from '../ticket/pieces.ts';
import type { Block, Ticket } from '../ticket/ticket.ts';
import { type Cut, isCut, isVerdict } from './cut.ts';
import { LogJudge } from './logVerdicts.ts';
import { findingsOf } from './readVerdicts.ts';
import { inOrder, type Verdict } from './verdict.ts';

/** A block of a text that was read in pieces. Lines count from 0. */
export interface PieceBlock {
  readonly kind: Block['kind'];
  readonly words: string;
  readonly line: number;
}

/** What happened in a text that was read in pieces. Spans count lines, from 0. */
export interface PiecesFindings {
  readonly blocks: readonly PieceBlock[];
  readonly moreBlocks: number;
  readonly verdicts: readonly Verdict[];
  readonly cuts: readonly Cut[];
  readonly lines: number;
}

/** Blocks that are listed, and verdicts on what is no log. */
const MOST = 2000;

/**
 * Judges a text that is too large to be held, piece by piece: its logs as one, all else piece by piece. What it keeps
 * does not grow with the text.
 */
export class Pieces {
  readonly #describe: (block: Block) => string;
  readonly #logs = new LogJudge();
  readonly #blocks: PieceBlock[] = [];
  readonly #verdicts: Verdict[] = [];
  readonly #cuts: Cut[] = [];
  #moreBlocks = 0;
  #moreVerdicts: Cut | undefined;
  #lines = 0;
  #log: Log | undefined;

  /** `describe` says what a block is, on one line. */
  constructor(describe: (block: Block) => string) {
    this.#describe = describe;
  }

  /** Lines in front of the next piece. */
  get lines(): number {
    return this.#lines;
  }

  /** The log that reached to the end of the last piece. */
  get log(): Log | undefined {
    return this.#log;
  }

  /** Reads and judges the next piece, which ends with a line. */
  add(text: string): Ticket {
    const before = this.#log;
    const ticket = readPiece(text, before);
    const { lines } = ticket;
    const top = this.#lines;
    const place = ({ start, end }: Span): Span => ({
      start: top + lines.lineOf(start),
      end: top + lines.lineOf(Math.max(start, end - 1)) + 1,
    });
    for (const block of ticket.blocks) {
      if (block.kind === 'log') this.#logs.read(lines, block, place);
      else this.#judge(ticket, block, place);
      if (block.kind !== 'prose' && !(block.start === 0 && block.kind === 'log' && before !== undefined)) {
        this.#list({ kind: block.kind, words: ownString(this.#describe(block)), line: place(block).start });
      }
    }
    this.#lines += lines.count - (text.endsWith('\n') ? 1 : 0);
    this.#log = withOwnStrings(lastLog(ticket));
    return ticket;
  }

  #list(block: PieceBlock): void {
    if (this.#blocks.length < MOST) this.#blocks.push(block);
    else this.#moreBlocks++;
  }

  #judge(ticket: Ticket, block: Block, place: (span: Span) => Span): void {
    for (const one of findingsOf(ticket, block)) {
      const span = place(one.span);
      if (isCut(one)) {
        if (this.#cuts.length < MOST) this.#cuts.push({ ...one, span });
      } else if (this.#verdicts.length < MOST) {
        const places = one.places?.map((other) => ({ ...other, span: place(other.span) }));
        this.#verdicts.push({ ...one, span, ...(places && { places }) });
      } else {
        this.#moreVerdicts = {
          what: 'verdicts',
          span: this.#moreVerdicts?.span ?? span,
          left: (this.#moreVerdicts?.left ?? 0) + 1,
        };
      }
    }
  }

  finish(): PiecesFindings {
    const ofLogs = this.#logs.finish();
    const cuts = [...ofLogs.filter(isCut), ...this.#cuts];
    if (this.#moreVerdicts !== undefined) cuts.push(this.#moreVerdicts);
    const verdicts = ofLogs.filter(isVerdict);
    append(verdicts, this.#verdicts);
    return {
      blocks: this.#blocks,
      moreBlocks: this.#moreBlocks,
      verdicts: inOrder(verdicts),
      cuts,
      lines: this.#lines,
    };
  }
}
