import { FileProblem } from '../files/unpack.ts';
import { documentOf } from '../search/document.ts';
import { timeTyped } from '../search/lineTime.ts';
import { readNeedle } from '../search/needle.ts';
import type { Progress } from '../search/node/asked.ts';
import { namesFiles } from '../search/node/files.ts';
import { namesEngine, sourcesOf } from '../search/node/named.ts';
import { search } from '../search/node/search.ts';
import { interrupted } from './interrupted.ts';
import { note, sayLines, showProgress } from './output.ts';

interface FindOptions {
  readonly since?: string;
  readonly until?: string;
}

/** The messages with every needle, as a ticket on standard output. The first word is a needle, files stand behind. */
export async function find(options: FindOptions, words: readonly string[]): Promise<number> {
  const now = Date.now();
  const times = { since: timeOf(options.since, now), until: timeOf(options.until, now) };
  for (const [name, typed] of Object.entries(options)) {
    if (times[name as keyof FindOptions] === undefined) {
      note(`"${typed}" is no time: write 2026-11-21, "2026-11-21 20:05", 2h, 3d, today or yesterday`);
      return 2;
    }
  }
  const behind = words.slice(1);
  const isSource = (word: string): boolean => namesEngine(word) || namesFiles(word);
  const named = behind.filter(isSource);
  const typed = [...words.slice(0, 1), ...behind.filter((word) => !isSource(word))];
  const missing = typed.slice(1).find((word) => /^[./~]|[/\\].*[/\\]/.test(word));
  if (missing !== undefined) {
    note(`${missing} does not exist`);
    return 1;
  }
  const short = typed.find((word) => readNeedle(word).text.length < 3);
  if (short !== undefined || typed.length > 16) {
    note(
      short === undefined ? 'no more than 16 needles can be looked for' : `"${short}" is too short to be looked for`,
    );
    return 2;
  }
  try {
    const sources = await sourcesOf(named, {
      loki: process.env.LOKI_TOKEN,
      elasticsearch: process.env.ELASTICSEARCH_TOKEN,
      opensearch: process.env.OPENSEARCH_TOKEN,
    });
    if (sources.length === 0) {
      note('there is no log to be searched: name files, folders or patterns');
      return 1;
    }
    const result = await search(typed.map(readNeedle), sources, {
      ...(times.since !== undefined && { since: times.since }),
      ...(times.until !== undefined && { until: times.until }),
      signal: interrupted(),
      now,
      progress: told,
    });
    showProgress('');
    for (const problem of result.problems) note(problem);
    await sayLines(trimmed(documentOf(result)));
    return result.messages.length > 0 && result.problems.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    note(error.message);
    return 1;
  }
}

const timeOf = (typed: string | undefined, now: number): number | undefined =>
  typed === undefined ? undefined : timeTyped(typed, now);

function* trimmed(pieces: Iterable<string>): Iterable<string> {
  for (const piece of pieces) yield piece.endsWith('\n') ? piece.slice(0, -1) : piece;
}

const told = ({ pass, source, octets, found }: Progress): unknown =>
  showProgress(`pass ${pass}, ${source}: ${Math.round(octets / 1e6)} MB read, ${found} lines found`);
