import { defined } from '../../core/text/defined.ts';
import { isBinary } from '../../files/text.ts';
import { FileProblem } from '../../files/unpack.ts';
import { timeOfLine } from '../lineTime.ts';
import { type Needle, patternOf, patternOfId } from '../needle.ts';
import { idsToFollow, readLines } from '../readLines.ts';
import { hitsIn, type Pattern, Scanner } from '../scanner.ts';
import { type FoundLine, type Stitched, stitch } from '../stitch.ts';
import type { SearchOptions, SearchResult } from './asked.ts';
import { blocksOf } from './blocks.ts';
import { type Counted, isLater, type RawLine, Reading } from './reading.ts';
import type { LogSource, Query } from './source.ts';

/** Passes after which ids that are still new are no longer followed. */
const PASSES = 6;
/** Ids that are followed, and octets of lines that are kept. */
const MOST_IDS = 50_000;
const MOST_OCTETS = 64 * 1024 * 1024;
/** Sources that are read at the same time. */
const AT_ONCE = 4;
/** How long a message may wait in queues: lines of it are looked for that much around the time asked for. */
const WAITING = 7 * 86_400_000;

/** Finds the lines with the needles, and all lines of the messages that they belong to. A source that fails is a problem in the result. */
export async function search(
  needles: readonly Needle[],
  sources: readonly LogSource[],
  options: SearchOptions,
): Promise<SearchResult> {
  return await new Search(needles, sources, options).run();
}

interface Kept extends FoundLine {
  readonly at: number;
}

class Search {
  readonly #needles: readonly Needle[];
  readonly #sources: readonly LogSource[];
  readonly #options: SearchOptions;
  readonly #patterns: readonly Pattern[];
  #scanner = new Scanner();
  readonly #ids = new Set<string>();
  readonly #problems = new Set<string>();
  /** The lines of each source by where they stand, or by what they say. */
  readonly #kept: readonly Map<number | string, Kept>[];
  readonly #counted: readonly Counted[];
  readonly #headers: string[] = [];
  #octets = 0;
  #keptOctets = 0;
  #lines = 0;
  #pass = 0;

  constructor(needles: readonly Needle[], sources: readonly LogSource[], options: SearchOptions) {
    this.#needles = needles;
    this.#patterns = needles.map(patternOf);
    this.#sources = sources;
    this.#options = options;
    this.#kept = sources.map(() => new Map());
    this.#counted = sources.map(() => new Map());
  }

  /** The needle that stands in the fewest lines: every message that is looked for has a line with it. */
  async #rarest(): Promise<Needle> {
    const [only] = this.#needles;
    if (this.#needles.length === 1) return only as Needle;
    const counts = new Map(this.#needles.map((needle) => [patternOf(needle), { needle, times: 0 }]));
    const scanner = new Scanner();
    for (const pattern of counts.keys()) scanner.add(pattern);
    await this.#readAll((block) =>
      scanner.scan(block, (at, pattern) => {
        (counts.get(pattern) as { times: number }).times++;
        return at + 1;
      }),
    );
    return [...counts.values()].reduce((a, b) => (b.times < a.times ? b : a)).needle;
  }

  async run(): Promise<SearchResult> {
    const rarest = await this.#rarest();
    const seed = 1 << this.#needles.indexOf(rarest);
    for (let known: ReadonlySet<string> = new Set(); ; ) {
      this.#scanner = new Scanner();
      this.#scanner.add(patternOf(rarest));
      for (const id of known) this.#scanner.add(patternOfId(id));
      this.#pass++;
      await this.#readAll();
      if (this.#options.signal.aborted) break;
      this.#keepLinked(seed);
      // Lines of ids that turned up in this pass may stand in front of them, or in other logs.
      if ([...this.#ids].every((id) => known.has(id))) break;
      if (this.#pass === PASSES) {
        this.#problems.add(`ids lead on to further ids after ${PASSES} passes, which were not followed`);
        break;
      }
      known = new Set(this.#ids);
    }
    if (this.#options.signal.aborted) this.#problems.add('the search was stopped before its end');
    const sources = this.#sources.map(({ name, numbered }, i) => ({
      name,
      numbered,
      ...defined({ header: this.#headers[i] }),
    }));
    const stitched = this.#stitched(2 ** this.#needles.length - 1);
    return { ...stitched, needles: this.#needles, sources, lines: this.#lines, problems: [...this.#problems] };
  }

  #stitched(all: number): Stitched {
    const lines = this.#kept.flatMap((kept, i) => {
      const { numbered } = this.#sources[i] as LogSource;
      // What is asked for anew in each pass comes in another order.
      return [...kept.values()].sort((a, b) => (numbered ? 0 : (a.time ?? 0) - (b.time ?? 0)) || a.at - b.at);
    });
    return stitch(lines, (source) => this.#sources[source]?.log ?? '', all);
  }

  /** Gives up lines of other messages that had the same ids, and what they led to. */
  #keepLinked(seed: number): void {
    const { messages, loose } = this.#stitched(seed);
    const linked = new Set<FoundLine>(loose);
    for (const { lines } of messages) for (const line of lines) linked.add(line);
    this.#ids.clear();
    for (const line of linked) for (const id of idsToFollow(line.ids)) this.#ids.add(id);
    for (const kept of this.#kept) for (const [key, line] of kept) if (!linked.has(line)) kept.delete(key);
  }

  async #readAll(only?: (block: Buffer) => void): Promise<void> {
    const waiting = this.#sources.map((source, i) => ({ source, i })).filter(({ source }) => this.#isAsked(source));
    const one = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        await this.#read(next.source, next.i, only);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  }

  #isAsked({ latest, once, name }: LogSource): boolean {
    if (once === true && this.#pass > 1) {
      this.#problems.add(`${name} cannot be read twice: lines in front of the first one found may be missing`);
      return false;
    }
    const { since } = this.#options;
    return since === undefined || latest === undefined || latest >= since - (this.#pass > 1 ? WAITING : 0);
  }

  async #read(source: LogSource, place: number, only?: (block: Buffer) => void): Promise<void> {
    const { since, until, signal } = this.#options;
    const query: Query = {
      pieces: this.#pass <= 1 ? this.#needles.map(({ text }) => text) : [...this.#ids],
      ...(since !== undefined && { since: since - (this.#pass > 1 ? WAITING : 0) }),
      ...(until !== undefined && { until: until + (this.#pass > 1 ? WAITING : 0) }),
    };
    const reading = new Reading(this.#scanner, this.#counted[place] as Counted, (header, found) =>
      this.#keep(place, header, found),
    );
    try {
      let first = true;
      for await (const block of blocksOf(source.open(query, signal))) {
        if (signal.aborted) return;
        if (first && isBinary(block)) {
          this.#problems.add(`${source.name} is no text, and was passed over`);
          return;
        }
        if (first && query.until !== undefined && isLater(block, query.until, source.latest ?? this.#options.now))
          return;
        first = false;
        if (only === undefined) reading.add(block);
        else only(block);
        this.#octets += block.length;
        this.#options.progress?.({
          pass: this.#pass,
          source: source.name,
          octets: this.#octets,
          found: this.#kept.reduce((sum, { size }) => sum + size, 0),
        });
      }
      if (this.#pass === 1) this.#lines += reading.lines;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof FileProblem)) throw error;
      this.#problems.add(error.message);
    }
  }

  /** Keeps lines, and gives the ids in them that are new. */
  #keep(place: number, header: string, found: readonly RawLine[]): readonly string[] {
    const { numbered, latest } = this.#sources[place] as LogSource;
    const kept = this.#kept[place] as Map<number | string, Kept>;
    const keyOf = ({ at, text }: { at: number; text: string }): number | string => (numbered ? at : text);
    if (header !== '') this.#headers[place] = header;
    const fresh = found.filter((line) => !kept.has(keyOf(line)));
    if (fresh.length === 0) return [];
    const ids = readLines(
      header,
      fresh.map(({ text }) => text),
    );
    const added: string[] = [];
    fresh.forEach((line, i) => {
      if (this.#keptOctets > MOST_OCTETS) {
        this.#problems.add(`more than ${MOST_OCTETS >> 20} MB of lines belong to it: the rest is left out`);
        return;
      }
      const time = timeOfLine(line.text, latest ?? this.#options.now);
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
      this.#keptOctets += line.text.length;
      for (const id of idsToFollow(one.ids)) if (this.#follow(id)) added.push(id);
    });
    return added;
  }

  #isFollowed({ ids }: FoundLine): boolean {
    return idsToFollow(ids).some((id) => this.#ids.has(id));
  }

  #follow(id: string): boolean {
    if (this.#ids.has(id)) return false;
    if (this.#ids.size >= MOST_IDS) {
      this.#problems.add(`more than ${MOST_IDS} ids belong to what is looked for: the rest is not followed`);
      return false;
    }
    this.#ids.add(id);
    return this.#scanner.add(patternOfId(id));
  }

  #hits(text: string, time: number | undefined): number {
    const { since, until } = this.#options;
    if (time !== undefined && ((since !== undefined && time < since) || (until !== undefined && time > until)))
      return 0;
    return hitsIn(Buffer.from(text), this.#patterns);
  }
}
