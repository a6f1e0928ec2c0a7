import { Readable } from 'node:stream';
import { runCommandLine } from '../../src/cli/run.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process: a process of its own takes a second to load what is loaded here already. */
export async function run(args: readonly string[], input = ''): Promise<Run> {
  const said = { out: '', err: '' };
  const streams = (['stdin', 'stdout', 'stderr'] as const).map((name) => {
    const stream = Object.getOwnPropertyDescriptor(process, name) as PropertyDescriptor;
    return [name, stream] as const;
  });
  const keep = (name: 'out' | 'err') => ({
    write: (text: string | Uint8Array) => {
      said[name] += typeof text === 'string' ? text : Buffer.from(text).toString();
      return true;
    },
  });
  const replace = (name: string, value: unknown) => Object.defineProperty(process, name, { value, configurable: true });
  replace('stdin', Readable.from(input === '' ? [] : [Buffer.from(input)]));
  replace('stdout', keep('out'));
  replace('stderr', keep('err'));
  const waiting = new Set(process.listeners('SIGINT'));
  try {
    return { code: await runCommandLine(args), ...said };
  } finally {
    // A command listens for Ctrl+C until its process ends, and this process runs many.
    for (const listener of process.listeners('SIGINT')) if (!waiting.has(listener)) process.off('SIGINT', listener);
    for (const [name, stream] of streams) Object.defineProperty(process, name, stream);
  }
}
