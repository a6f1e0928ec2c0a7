import { timeOfLine } from '../lineTime.ts';
import { type Needle, patternOf } from '../needle.ts';
import { idsToFollow, readLines } from '../readLines.ts';
import { hitsIn, type Pattern } from '../scanner.ts';
import { type FoundLine, type Stitched, stitch } from '../stitch.ts';
import type { SearchOptions } from './asked.ts';
import type { RawLine } from './reading.ts';
import type { LogSource } from './source.ts';

/** Ids that are followed, and octets of lines that are kept. */
const MOST_IDS = 50_000;
const MOST_OCTETS = 64 * 1024 * 1024;

interface Kept extends FoundLine {
  readonly at: number;
}

/** The lines that were found, and the ids to which they lead. */
export class Keeping {
  readonly ids = new Set<string>();
  readonly headers: string[] = [];
  readonly #sources: readonly LogSource[];
  readonly #options: Pick<SearchOptions, 'since' | 'until' | 'now'>;
  readonly #patterns: readonly Pattern[];
  readonly #problem: (text: string) => unknown;
  /** The lines of each source by where they stand, or by what they say. */
  readonly #kept: readonly Map<number | string, Kept>[];
  #octets = 0;

  constructor(
    needles: readonly Needle[],
    sources: readonly LogSource[],
    options: Pick<SearchOptions, 'since' | 'until' | 'now'>,
    problem: (text: string) => unknown,
  ) {
    this.#patterns = needles.map(patternOf);
    this.#sources = sources;
    this.#options = options;
    this.#problem = problem;
    this.#kept = sources.map(() => new Map());
  }

  get lines(): number {
    return this.#kept.reduce((sum, { size }) => sum + size, 0);
  }

  /** Keeps lines, and gives the ids in them that are new. */
  add(place: number, header: string, found: readonly RawLine[]): readonly string[] {
    const { numbered, latest = this.#options.now } = this.#sources[place] as LogSource;
    const kept = this.#kept[place] as Map<number | string, Kept>;
    const keyOf = ({ at, text }: { at: number; text: string }): number | string => (numbered ? at : text);
    if (header !== '') this.headers[place] = header;
    const fresh = found.filter((line) => !kept.has(keyOf(line)));
    if (fresh.length === 0) return [];
    const ids = readLines(
      header,
      fresh.map(({ text }) => text),
    );
    const added: string[] = [];
    fresh.forEach((line, i) => {
      if (this.#octets > MOST_OCTETS) {
        this.#problem(`more than ${MOST_OCTETS >> 20} MB of lines belong to it: the rest is left out`);
        return;
      }
      const time = timeOfLine(line.text, latest);
      const one: Kept = {
        ...line,
        source: place,
        ids: ids[i] as FoundLine['ids'],
        hits: this.#hits(line.text, time),
        ...(time !== undefined && { time }),
      };
      // Of another time, and of no message that is followed.
      if (one.hits === 0 && !this.#isFollowed(one)) return;
      kept.set(keyOf(line), one);
      this.#octets += line.text.length;
      for (const id of idsToFollow(one.ids)) if (this.#follow(id)) added.push(id);
    });
    return added;
  }

  /** The messages with all needles of which `all` has a bit. */
  stitched(all: number): Stitched {
    const logs = this.#kept.map((kept, i) => {
      const { log, numbered } = this.#sources[i] as LogSource;
      // What is asked for anew in each pass comes in another order, and so does what a later pass finds in a file.
      const lines = [...kept.values()].sort((a, b) => (numbered ? 0 : (a.time ?? 0) - (b.time ?? 0)) || a.at - b.at);
      return { log, lines, start: lines.find(({ time }) => time !== undefined)?.time ?? 0 };
    });
    // Copies of rotations have no times of their own by which they could be put in order.
    const lines = logs
      .sort((a, b) => (a.log === b.log ? a.start - b.start : a.log < b.log ? -1 : 1))
      .flatMap((one) => one.lines);
    return stitch(lines, (source) => (this.#sources[source] as LogSource).log, all);
  }

  /**
   * Follows no longer what lines of other messages under the same ids led to, and gives those lines up that are of no
   * id that is still followed; `whole` gives up all of them.
   */
  keepLinked(seed: number, whole: boolean): void {
    const linked = this.#linked(seed);
    this.ids.clear();
    for (const line of linked) for (const id of idsToFollow(line.ids)) this.ids.add(id);
    for (const kept of this.#kept)
      for (const [key, line] of kept)
        if (!linked.has(line) && (whole || !this.#isFollowed(line))) {
          kept.delete(key);
          this.#octets -= line.text.length;
        }
  }

  #linked(seed: number): ReadonlySet<FoundLine> {
    const { messages, loose } = this.stitched(seed);
    const linked = new Set<FoundLine>(loose);
    for (const { lines } of messages) for (const line of lines) linked.add(line);
    return linked;
  }

  /** From the earliest to the latest line; undefined where one has no time. */
  span(): readonly [earliest: number, latest: number] | undefined {
    let earliest = Number.POSITIVE_INFINITY;
    let latest = Number.NEGATIVE_INFINITY;
    for (const kept of this.#kept)
      for (const { time } of kept.values()) {
        if (time === undefined) return undefined;
        earliest = Math.min(earliest, time);
        latest = Math.max(latest, time);
      }
    return earliest <= latest ? [earliest, latest] : undefined;
  }

  #isFollowed({ ids }: FoundLine): boolean {
    return idsToFollow(ids).some((id) => this.ids.has(id));
  }

  #follow(id: string): boolean {
    if (this.ids.has(id)) return false;
    if (this.ids.size >= MOST_IDS) {
      this.#problem(`more than ${MOST_IDS} ids belong to what is looked for: the rest is not followed`);
      return false;
    }
    this.ids.add(id);
    return true;
  }

  #hits(text: string, time: number | undefined): number {
    const { since, until } = this.#options;
    if (time !== undefined && ((since !== undefined && time < since) || (until !== undefined && time > until)))
      return 0;
    return hitsIn(Buffer.from(text), this.#patterns);
  }
}
