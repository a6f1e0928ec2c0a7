import { spawn } from 'node:child_process';
import { cutTo } from '../../core/text/few.ts';
import { FileProblem } from '../../files/unpack.ts';
import type { LogSource } from './source.ts';

/** A program that prints lines of logs, with its arguments: no shell reads them. */
export interface CommandRow {
  readonly name: string;
  /** An argument `{needle}` stands for what is looked for; the program then runs once for each. */
  readonly command: readonly string[];
}

/** Times that a program is run for what is looked for in one pass. */
const RUNS = 50;
/** What means nothing to the shell that ssh has at the other end, nor to a program that looks for options. */
const HARMLESS = /^(?!-)[\w.@+=:/-]{1,300}$/;

export const commandSource = ({ name, command }: CommandRow): LogSource => ({
  name,
  log: name,
  numbered: false,
  async *open({ pieces }, signal) {
    const [program, ...words] = command;
    if (!program) throw new FileProblem(`${name} names no program: its command is empty`);
    if (!words.some((word) => word.includes('{needle}'))) {
      yield* printed(name, program, words, signal);
      return;
    }
    if (pieces.length > RUNS)
      throw new FileProblem(`${name} would run ${pieces.length} times, at most ${RUNS} are allowed`);
    for (const piece of pieces) {
      if (!HARMLESS.test(piece))
        throw new FileProblem(`${name} is not given “${cutTo(piece, 100)}”: it has signs that a shell may read`);
      yield* printed(
        name,
        program,
        words.map((word) => word.replaceAll('{needle}', () => piece)),
        signal,
      );
      yield Buffer.from('\n');
    }
  },
});

/** What a program prints. Throws a `FileProblem` where it fails. */
export async function* printed(
  name: string,
  program: string,
  words: readonly string[],
  signal: AbortSignal,
): AsyncIterable<Buffer> {
  const child = spawn(program, [...words], { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  const stop = (): unknown => child.kill();
  signal.addEventListener('abort', stop);
  let said = '';
  child.stderr.on('data', (octets: Buffer) => {
    said = (said + octets.toString()).slice(0, 500);
  });
  const ended = new Promise<string | undefined>((resolve) => {
    child.once('error', ({ message }) => resolve(message));
    // grep and journalctl end with 1 where nothing was found, and then say nothing.
    child.once('close', (status) =>
      resolve(status === 0 || (status === 1 && said === '') ? undefined : said.trim() || `status ${status}`),
    );
  });
  try {
    yield* child.stdout;
    const problem = await ended;
    if (problem !== undefined && !signal.aborted) throw new FileProblem(`${name}: ${problem}`);
  } finally {
    signal.removeEventListener('abort', stop);
    child.kill();
  }
}
