import { timeOfLine } from '../lineTime.ts';
import { patternOfId } from '../needle.ts';
import { countLines, Scanner } from '../scanner.ts';

/** A block, the octets and the lines in front of it. */
interface Held {
  readonly block: Buffer;
  readonly at: number;
  readonly line: number;
}

/** A line as it stands in a source. */
export interface RawLine {
  readonly text: string;
  /** Octets in front of it. */
  readonly at: number;
  readonly number: number;
}

/** Takes lines that were found, and gives the ids in them that are new. */
export type Keep = (header: string, found: readonly RawLine[]) => readonly string[];

/** The lines in blocks, by the octets in front of them. */
export type Counted = Map<number, { readonly length: number; readonly lines: number }>;

/** One source as it is read: the last two blocks of it, for lines in front of the one that led to them. */
export class Reading {
  readonly #scanner: Scanner;
  readonly #keep: Keep;
  readonly #counted: Counted;
  #header = '';
  #before: Held | undefined;
  #at = 0;
  lines = 0;

  /** `counted` has the lines of blocks by their offsets, and keeps them for the next reading. */
  constructor(scanner: Scanner, counted: Counted, keep: Keep) {
    this.#counted = counted;
    this.#scanner = scanner;
    this.#keep = keep;
  }

  add(block: Buffer): void {
    const here = { block, at: this.#at, line: this.lines };
    if (this.#at === 0 && block[0] === 0x23) this.#header = headerOf(block);
    const behind = this.#before;
    for (let added = this.#scan(here, this.#scanner); added.length > 0; ) {
      const ids = new Scanner();
      for (const id of added) ids.add(patternOfId(id));
      added = [...(behind === undefined ? [] : this.#scan(behind, ids)), ...this.#scan(here, ids)];
    }
    this.#before = here;
    this.#at += block.length;
    const known = this.#counted.get(here.at);
    const lines = known?.length === block.length ? known.lines : countLines(block);
    if (known === undefined) this.#counted.set(here.at, { length: block.length, lines });
    this.lines += lines;
  }

  #scan({ block, at, line }: Held, scanner: Scanner): readonly string[] {
    const found: RawLine[] = [];
    let counted = 0;
    let number = line + 1;
    scanner.scan(block, (place) => {
      const start = block.lastIndexOf(10, place) + 1;
      const lf = block.indexOf(10, place);
      const end = lf < 0 ? block.length : lf;
      if (start >= counted) number += countLines(block.subarray(counted, start));
      counted = start;
      const text = block.toString('utf8', start, block[end - 1] === 13 ? end - 1 : end);
      found.push({ text, at: at + start, number });
      return end;
    });
    return this.#keep(this.#header, found);
  }
}

/** The names of columns above the rows of a table. */
const headerOf = (block: Buffer): string =>
  block
    .toString('latin1', 0, Math.min(block.length, 4096))
    .split(/\r?\n/)
    .filter((line) => line.startsWith('#'))
    .slice(0, 10)
    .join('\n');

/** Whether a log begins behind a time, so that it holds nothing of it; nothing in it is later than `latest`. */
export function isLater(block: Buffer, until: number, latest: number): boolean {
  const line = block.toString('latin1', 0, Math.min(block.length, 500)).split('\n', 1)[0] as string;
  return (timeOfLine(line, latest) ?? 0) > until;
}
