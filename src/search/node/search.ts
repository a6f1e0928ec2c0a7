import { availableParallelism } from 'node:os';
import { defined } from '../../core/text/defined.ts';
import { firstOf } from '../../core/text/few.ts';
import { FileProblem } from '../../files/unpack.ts';
import type { Needle } from '../needle.ts';
import type { SearchOptions, SearchResult } from './asked.ts';
import { Keeping } from './keeping.ts';
import { type Counted, type RawLine, Reading, type Scan, type Scanned } from './reading.ts';
import type { LogSource, Query } from './source.ts';
import { Threads } from './threads.ts';

/** Passes after which ids that are still new are no longer followed. */
const PASSES = 6;
/** Sources that are read at the same time; of files as many as there are processors, up to that. */
const AT_ONCE = 4;
/** Octets from which on a file is read in a thread of its own. */
const LARGE = 1 << 20;
/** How long a message may wait in queues: lines of it are looked for that much around those that were found. */
const WAITING = 7 * 86_400_000;
/** Milliseconds between two looks at what there is so far, at least. */
const SO_FAR = 1000;
/** Sources that are named one by one. */
const NAMED = 5;

/** Finds the lines with the needles, and all lines of the messages that they belong to. A source that fails is a problem in the result. */
export async function search(
  needles: readonly Needle[],
  sources: readonly LogSource[],
  options: SearchOptions,
): Promise<SearchResult> {
  return await new Search(needles, sources, options).run();
}

/** What is looked for in a source in one pass. */
interface Job {
  readonly place: number;
  readonly source: LogSource;
  readonly scan: Scan;
}

class Search {
  readonly #needles: readonly Needle[];
  readonly #sources: readonly LogSource[];
  readonly #options: SearchOptions;
  readonly #problems = new Set<string>();
  readonly #keeping: Keeping;
  readonly #threads = new Threads();
  readonly #counted: readonly Counted[];
  /** By source, the octets in front of which lines of an id are not looked for yet; none of an id that was never looked for. */
  readonly #open: readonly Map<string, number>[];
  /** What tells those who read at the moment of new ids. */
  readonly #learning = new Map<number, (ids: readonly string[]) => unknown>();
  readonly #unfinished = new Set<string>();
  /** Lines of which was told, and when it is told again. */
  #told = 0;
  #due = 0;
  #octets = 0;
  #lines = 0;
  #pass = 0;

  constructor(needles: readonly Needle[], sources: readonly LogSource[], options: SearchOptions) {
    this.#needles = needles;
    this.#sources = sources;
    this.#options = options;
    this.#keeping = new Keeping(needles, sources, options, (text) => this.#problems.add(text));
    this.#counted = sources.map(() => new Map());
    this.#open = sources.map(() => new Map());
  }

  async run(): Promise<SearchResult> {
    const stop = (): unknown => this.#threads.end();
    this.#options.signal.addEventListener('abort', stop);
    try {
      await this.#passes();
    } finally {
      this.#options.signal.removeEventListener('abort', stop);
      await this.#threads.end();
    }
    if (this.#options.signal.aborted) this.#problems.add(this.#stopped());
    return this.#result();
  }

  async #passes(): Promise<void> {
    const { signal } = this.#options;
    const rarest = await this.#rarest();
    const seed = 1 << this.#needles.indexOf(rarest);
    for (let jobs = this.#jobs([rarest]); jobs.length > 0 && !signal.aborted; jobs = this.#jobs([])) {
      if (this.#pass === PASSES) {
        this.#problems.add(`ids lead on to further ids after ${PASSES} passes, which were not followed`);
        break;
      }
      this.#pass++;
      await this.#readAll(jobs);
      // Lines of ids that turned up in this pass may stand in front of them, or in other logs.
      this.#keeping.keepLinked(seed, false);
      for (const open of this.#open) for (const id of open.keys()) if (!this.#keeping.ids.has(id)) open.delete(id);
    }
    this.#keeping.keepLinked(seed, true);
  }

  #result(): SearchResult {
    const sources = this.#sources.map(({ name, numbered }, i) => ({
      name,
      numbered,
      ...defined({ header: this.#keeping.headers[i] }),
    }));
    const stitched = this.#keeping.stitched(2 ** this.#needles.length - 1);
    return { ...stitched, needles: this.#needles, sources, lines: this.#lines, problems: [...this.#problems] };
  }

  /** What that costs grows with what was found: it takes a tenth of the time. */
  #tellSoFar(): void {
    const { soFar } = this.#options;
    if (soFar === undefined) return;
    const start = Date.now();
    this.#told = this.#keeping.lines;
    soFar(this.#result());
    this.#due = Date.now() + Math.max(SO_FAR, 10 * (Date.now() - start));
  }

  #stopped(): string {
    const names = [...this.#unfinished];
    const which = names.length === 0 ? '' : `: not read to the end ${firstOf(names, NAMED)}`;
    return `the search was stopped before its end${which}`;
  }

  /** The needle that stands in the fewest lines: every message that is looked for has a line with it. */
  async #rarest(): Promise<Needle> {
    const [only] = this.#needles;
    if (this.#needles.length === 1) return only as Needle;
    const counts = this.#needles.map(() => 0);
    const jobs = this.#jobs(this.#needles, true);
    await this.#readAll(jobs, (scanned) => {
      for (const [i, count] of scanned.counts.entries()) counts[i] = (counts[i] as number) + count;
    });
    return this.#needles.reduce((a, b, i) =>
      (counts[i] as number) < (counts[this.#needles.indexOf(a)] as number) ? b : a,
    );
  }

  /** What is to be read next: the sources in which something is looked for that they may hold. */
  #jobs(needles: readonly Needle[], counting = false): readonly Job[] {
    const { since, until, now } = this.#options;
    const first = needles.length > 0;
    const span = first ? undefined : this.#keeping.span();
    const from = first ? since : span !== undefined ? span[0] - WAITING : since && since - WAITING;
    const to = first ? until : span !== undefined ? span[1] + WAITING : until && until + WAITING;
    return this.#sources.flatMap((source, place) => {
      const { latest, once } = source;
      const open = this.#open[place] as Map<string, number>;
      const ids = [...this.#keeping.ids].filter((id) => open.get(id) !== 0);
      if (!first && ids.length === 0) return [];
      if (from !== undefined && latest !== undefined && latest < from) return [];
      if (once === true && !first) {
        this.#problems.add(`${source.name} cannot be read twice: lines in front of the first one found may be missing`);
        return [];
      }
      const end = first ? Infinity : ids.reduce((most, id) => Math.max(most, open.get(id) ?? Infinity), 0);
      const scan = { needles, counting, ids, end, latest: latest ?? now, counted: this.#counted[place] as Counted };
      return [{ place, source, scan: { ...scan, ...defined({ since: from, until: to }) } }];
    });
  }

  async #readAll(jobs: readonly Job[], done?: (scanned: Scanned) => unknown): Promise<void> {
    for (const { source } of jobs) this.#unfinished.add(source.name);
    const inThreads = jobs.filter(({ source }) => (source.file?.octets ?? 0) > LARGE);
    const here = jobs.filter((job) => !inThreads.includes(job));
    const one = async (waiting: Job[]): Promise<void> => {
      for (let job = waiting.shift(); job !== undefined && !this.#options.signal.aborted; job = waiting.shift()) {
        const scanned = await this.#read(job);
        if (this.#options.signal.aborted) return;
        this.#unfinished.delete(job.source.name);
        if (scanned !== undefined) done?.(scanned);
      }
    };
    const threads = Math.min(availableParallelism(), AT_ONCE);
    await Promise.all([
      ...Array.from({ length: AT_ONCE }, () => one(here)),
      ...Array.from({ length: threads }, () => one(inThreads)),
    ]);
  }

  async #read({ place, source, scan }: Job): Promise<Scanned | undefined> {
    const { signal } = this.#options;
    try {
      const scanned = await this.#scan(place, source, scan);
      if (signal.aborted) return undefined;
      if (scanned.passedOver === 'binary') this.#problems.add(`${source.name} is no text, and was passed over`);
      if (this.#pass === 1) this.#lines += scanned.lines;
      for (const [at, count] of scanned.counted) this.#counted[place]?.set(at, count);
      this.#know(place, source, scan, scanned);
      return scanned;
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(error instanceof FileProblem)) throw error;
      this.#problems.add(error.message);
      // It is not asked again.
      for (const id of this.#keeping.ids) this.#open[place]?.set(id, 0);
      return undefined;
    } finally {
      this.#learning.delete(place);
    }
  }

  /** What stands behind the place from which on an id was looked for is known; a source that looks by itself gave what it was asked for. */
  #know(place: number, { numbered }: LogSource, scan: Scan, { known, octets, passedOver }: Scanned): void {
    const open = this.#open[place] as Map<string, number>;
    for (const id of scan.ids) open.set(id, 0);
    if (!numbered || passedOver !== undefined || octets >= scan.end) return;
    for (const [id, from] of known) if (from < (open.get(id) ?? Infinity)) open.set(id, from);
  }

  #scan(place: number, source: LogSource, scan: Scan): Promise<Scanned> {
    const { signal, progress } = this.#options;
    const keep = (header: string, found: readonly RawLine[]): readonly string[] => {
      const added = this.#keeping.add(place, header, found);
      if (added.length > 0) for (const [other, learn] of this.#learning) if (other !== place) learn(added);
      return added;
    };
    const read = (octets: number): void => {
      this.#octets += octets;
      const found = this.#keeping.lines;
      progress?.({ pass: this.#pass, source: source.name, octets: this.#octets, found });
      if (found !== this.#told && Date.now() >= this.#due) this.#tellSoFar();
    };
    const { file } = source;
    if (file !== undefined && file.octets > LARGE)
      return this.#threads.read(file.path, scan, keep, read, (learn) => this.#learning.set(place, learn));
    const reading = new Reading(scan, keep);
    this.#learning.set(place, (ids) => reading.learn(ids));
    const query: Query = {
      pieces: scan.needles.length > 0 ? scan.needles.map(({ text }) => text) : scan.ids,
      ...defined({ since: scan.since, until: scan.until }),
    };
    return reading.run(source.open(query, signal), signal, read);
  }
}
