import { parentPort, workerData } from 'node:worker_threads';
import { FileProblem } from '../../files/unpack.ts';
import { documentOf } from '../document.ts';
import { readNeedle } from '../needle.ts';
import type { SearchResult } from './asked.ts';
import { type CommandRow, commandSource } from './command.ts';
import { sourcesOf } from './named.ts';
import { search } from './search.ts';

/** What the editor asks for. */
export interface FindRequest {
  readonly needles: readonly string[];
  readonly files: readonly string[];
  readonly commands: readonly CommandRow[];
  readonly since?: number;
  /** Tokens of engines by host and port. */
  readonly tokens?: Readonly<Record<string, string>>;
}

export type FindReport =
  | { readonly kind: 'progress'; readonly megabytes: number; readonly pass: number; readonly lines: number }
  /** What there is so far, and then all of it. */
  | { readonly kind: 'soFar'; readonly text: string }
  | { readonly kind: 'found'; readonly text: string; readonly messages: number; readonly problems: readonly string[] }
  | { readonly kind: 'problem'; readonly text: string };

/** Characters of a document that an editor opens without complaint. */
const LONGEST = 20_000_000;
/** Milliseconds between reports of progress. */
const PAUSE = 200;

const report = (one: FindReport): unknown => parentPort?.postMessage(one);

async function run({ needles, files, commands, since, tokens }: FindRequest): Promise<void> {
  const stop = new AbortController();
  parentPort?.once('message', () => stop.abort());
  const sources = [...(files.length > 0 ? await sourcesOf(files, tokens) : []), ...commands.map(commandSource)];
  let told = 0;
  const result = await search(needles.map(readNeedle), sources, {
    signal: stop.signal,
    now: Date.now(),
    ...(since !== undefined && { since }),
    soFar: (found) => {
      if (found.messages.length === 0) return;
      const going = { ...found, problems: [...found.problems, 'the search goes on: this is what there is so far'] };
      report({ kind: 'soFar', text: textOf(going) });
    },
    progress: ({ pass, octets, found }) => {
      if (Date.now() - told < PAUSE) return;
      told = Date.now();
      report({ kind: 'progress', megabytes: Math.round(octets / 1e6), pass, lines: found });
    },
  });
  const { messages, loose, problems } = result;
  report({ kind: 'found', text: textOf(result), messages: messages.length + loose.length, problems });
}

function textOf(result: SearchResult): string {
  let text = '';
  for (const piece of documentOf(result)) {
    if (text.length + piece.length > LONGEST) return `${text}\nNote: the rest is left out: ask for a shorter time\n`;
    text += piece;
  }
  return text;
}

try {
  await run(workerData as FindRequest);
} catch (error) {
  if (!(error instanceof FileProblem)) throw error;
  report({ kind: 'problem', text: error.message });
}
parentPort?.close();
