import { parentPort } from 'node:worker_threads';
import { openInPlace } from '../../files/inPlace.ts';
import { FileProblem } from '../../files/unpack.ts';
import { type RawLine, Reading, type Scan, type Scanned } from './reading.ts';

/** What a thread is asked for: files one behind the other, and ids that are learned meanwhile. */
export type ScanOrder =
  | { readonly kind: 'read'; readonly file: string; readonly scan: Scan }
  /** The answer to lines that were found: the ids in them that are new. */
  | { readonly kind: 'kept'; readonly ids: readonly string[] }
  /** Ids that other files led to. */
  | { readonly kind: 'learned'; readonly ids: readonly string[] };

export type ScanReport =
  | { readonly kind: 'found'; readonly header: string; readonly found: readonly RawLine[] }
  | { readonly kind: 'read'; readonly octets: number }
  | { readonly kind: 'ended'; readonly scanned: Scanned }
  | { readonly kind: 'problem'; readonly text: string };

/** Octets after which it is said how far it is. */
const STEP = 1 << 22;

const never = new AbortController().signal;
let reading: Reading | undefined;
let answered: ((ids: readonly string[]) => void) | undefined;

const report = (one: ScanReport): unknown => parentPort?.postMessage(one);

async function read(file: string, scan: Scan): Promise<void> {
  let octets = 0;
  reading = new Reading(scan, (header, found) => {
    report({ kind: 'found', header, found });
    return new Promise((resolve) => {
      answered = resolve;
    });
  });
  try {
    const read = (more: number): void => {
      octets += more;
      if (octets < STEP) return;
      report({ kind: 'read', octets });
      octets = 0;
    };
    const scanned = await reading.run(openInPlace(file), never, read, true);
    report({ kind: 'read', octets });
    report({ kind: 'ended', scanned });
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    report({ kind: 'problem', text: error.message });
  }
}

parentPort?.on('message', (order: ScanOrder) => {
  if (order.kind === 'read') void read(order.file, order.scan);
  else if (order.kind === 'kept') answered?.(order.ids);
  else reading?.learn(order.ids);
});
