import { isBinary } from '../../files/text.ts';
import { timeOfLine } from '../lineTime.ts';
import { type Needle, patternOf, patternOfId } from '../needle.ts';
import { countLines, Scanner } from '../scanner.ts';
import { blocksOf } from './blocks.ts';

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
export type Keep = (header: string, found: readonly RawLine[]) => readonly string[] | Promise<readonly string[]>;

/** The lines in blocks, by the octets in front of them. */
export type Counted = Map<number, { readonly length: number; readonly lines: number }>;

/** What is looked for in one reading of a source. Plain data: it is sent to a thread. */
export interface Scan {
  /** Lines with one of these are found, or only counted. */
  readonly needles: readonly Needle[];
  readonly counting: boolean;
  readonly ids: readonly string[];
  /** Octets in front of which lines are looked for; behind them everything is known. */
  readonly end: number;
  /** A source whose first line is later than this holds nothing; milliseconds since 1970 UTC. */
  readonly until?: number;
  /** From when on the source is asked for lines, where it can be asked. */
  readonly since?: number;
  /** No line is later than this. */
  readonly latest: number;
  readonly counted: Counted;
}

export interface Scanned {
  /** Octets that were read. */
  readonly octets: number;
  /** Lines with each needle. */
  readonly counts: readonly number[];
  readonly lines: number;
  readonly counted: Counted;
  /** From which octet on each id was looked for that was learned on the way. */
  readonly known: ReadonlyMap<string, number>;
  /** Nothing was looked for: it is no text, or it begins too late. */
  readonly passedOver?: 'binary' | 'later';
}

/** One source as it is read: the last two blocks of it, for lines in front of the one that led to them. */
export class Reading {
  readonly #scan: Scan;
  readonly #keep: Keep;
  readonly #scanner = new Scanner();
  readonly #known = new Map<string, number>();
  readonly #places: ReadonlyMap<unknown, number>;
  readonly #counts: number[];
  #header = '';
  #before: Held | undefined;
  #at = 0;
  #lines = 0;

  constructor(scan: Scan, keep: Keep) {
    this.#scan = scan;
    this.#keep = keep;
    this.#counts = scan.needles.map(() => 0);
    const patterns = scan.needles.map(patternOf);
    this.#places = new Map(patterns.map((pattern, i) => [pattern, i]));
    for (const pattern of patterns) this.#scanner.add(pattern);
    for (const id of scan.ids) this.#add(id, 0);
  }

  /** Reads blocks until there are no more, nobody wants them, or all is known that stands behind. */
  async run(
    octets: AsyncIterable<Buffer>,
    signal: AbortSignal,
    read: (octets: number) => unknown,
    inPlace = false,
  ): Promise<Scanned> {
    const { end, until, latest, counted } = this.#scan;
    let passedOver: Scanned['passedOver'];
    for await (const block of blocksOf(octets, inPlace)) {
      if (signal.aborted) break;
      if (this.#at === 0) {
        if (isBinary(block)) passedOver = 'binary';
        else if (until !== undefined && isLater(block, until, latest)) passedOver = 'later';
        if (passedOver !== undefined) break;
      }
      await this.#read(block);
      read(block.length);
      if (this.#at >= end) break;
    }
    const known = this.#known;
    return {
      octets: this.#at,
      counts: this.#counts,
      lines: this.#lines,
      counted,
      known,
      ...(passedOver && { passedOver }),
    };
  }

  /** Looks for ids that another source led to, from the next block on. */
  learn(ids: readonly string[]): void {
    for (const id of ids) this.#add(id, this.#at);
  }

  #add(id: string, from: number): void {
    if (this.#known.has(id)) return;
    this.#known.set(id, from);
    this.#scanner.add(patternOfId(id));
  }

  async #read(block: Buffer): Promise<void> {
    const here = { block, at: this.#at, line: this.#lines };
    const behind = this.#before;
    if (here.at === 0 && block[0] === 0x23) this.#header = headerOf(block);
    this.#at += block.length;
    this.#before = here;
    if (this.#scan.counting) this.#count(block);
    else {
      for (let found = this.#find(here, this.#scanner); found.length > 0; ) {
        const added = await this.#keep(this.#header, found);
        const ids = new Scanner();
        for (const id of added) ids.add(patternOfId(id));
        for (const id of added) this.#add(id, behind?.at ?? here.at);
        found =
          added.length === 0
            ? []
            : [...(behind === undefined ? [] : this.#find(behind, ids)), ...this.#find(here, ids)];
      }
    }
    const known = this.#scan.counted.get(here.at);
    const lines = known?.length === block.length ? known.lines : countLines(block);
    if (known === undefined) this.#scan.counted.set(here.at, { length: block.length, lines });
    this.#lines += lines;
  }

  #count(block: Buffer): void {
    this.#scanner.scan(block, (at, pattern) => {
      const place = this.#places.get(pattern);
      if (place !== undefined) this.#counts[place] = (this.#counts[place] as number) + 1;
      return at + 1;
    });
  }

  #find({ block, at, line }: Held, scanner: Scanner): RawLine[] {
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
    return found;
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
function isLater(block: Buffer, until: number, latest: number): boolean {
  const line = block.toString('latin1', 0, Math.min(block.length, 500)).split('\n', 1)[0] as string;
  return (timeOfLine(line, latest) ?? 0) > until;
}
