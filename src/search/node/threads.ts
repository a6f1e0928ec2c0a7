import { Worker } from 'node:worker_threads';
import { FileProblem } from '../../files/unpack.ts';
import type { Keep, Scan, Scanned } from './reading.ts';
import type { ScanOrder, ScanReport } from './scan.ts';

/** Where the thread stands: beside this file, or as a bundle of its own beside those that have this one. */
const CODE = new URL(import.meta.url.endsWith('.ts') ? './scan.ts' : '../search/scan.js', import.meta.url);

/** Threads that read files, each one after the other. They hold no reader of mail: what is found is read where they were started. */
export class Threads {
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();

  /** Reads a file; `started` is given what tells the thread of ids that are learned meanwhile. */
  async read(
    file: string,
    scan: Scan,
    keep: Keep,
    read: (octets: number) => unknown,
    started: (learn: (ids: readonly string[]) => void) => unknown,
  ): Promise<Scanned> {
    const worker = this.#idle.pop() ?? this.#start();
    const order = (one: ScanOrder): unknown => worker.postMessage(one);
    started((ids) => order({ kind: 'learned', ids }));
    let done: (() => unknown) | undefined;
    try {
      return await new Promise((resolve, reject) => {
        const on = async (report: ScanReport): Promise<void> => {
          if (report.kind === 'found') order({ kind: 'kept', ids: await keep(report.header, report.found) });
          else if (report.kind === 'read') read(report.octets);
          else if (report.kind === 'problem') reject(new FileProblem(report.text));
          else resolve(report.scanned);
        };
        const heard = (report: ScanReport): unknown => on(report).catch(reject);
        const gone = (error: unknown): void => {
          this.#all.delete(worker);
          reject(error instanceof Error ? error : new Stopped());
        };
        worker.on('message', heard).once('error', gone).once('exit', gone);
        done = () => worker.off('message', heard).off('error', gone).off('exit', gone);
        order({ kind: 'read', file, scan });
      });
    } finally {
      done?.();
      if (this.#all.has(worker)) this.#idle.push(worker);
    }
  }

  #start(): Worker {
    // What it holds is octets; little is made of them.
    const worker = new Worker(CODE, { resourceLimits: { maxYoungGenerationSizeMb: 2 } });
    this.#all.add(worker);
    return worker;
  }

  /** Ends them, wherever they are. */
  async end(): Promise<void> {
    const all = [...this.#all];
    this.#all.clear();
    await Promise.all(all.map((worker) => worker.terminate()));
  }
}

/** The thread was ended before it was done. */
class Stopped extends Error {}
