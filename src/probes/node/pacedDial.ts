import { isIpv4 } from '../hostName.ts';
import { limits } from '../limits.ts';
import type { CancelSignal, Dial, Stream } from '../ports.ts';

/** What is known of the connections to one address. */
interface Turns {
  /** Connections that are open or wait for their turn. */
  open: number;
  /** Settled when the connection before has been closed. */
  last: Promise<void>;
  /** When that was, in milliseconds since 1970. */
  ended: number;
  /** When connections of the last minute began, the oldest first. */
  began: number[];
}

const MINUTE = 60_000;

/** Of all probes of this process: a server counts what comes from this machine, whatever window or command it is of. */
const shared = new Map<string, Turns>();

/**
 * `dial` with one connection at a time to an address, a pause between two and no more than so many a minute
 * (`limits.pause`, `limits.connectionsAMinute`); `waited` of the stream tells. What runs on this machine is not spared.
 */
export function pacedDial(dial: Dial, turns: Map<string, Turns> = shared): Dial {
  const paced: Dial = async (endpoint, timeout, signal) => {
    if (isLoopback(endpoint.host)) return dial(endpoint, timeout, signal);
    const known = turns.get(endpoint.host) ?? { open: 0, last: Promise.resolve(), ended: 0, began: [] };
    turns.set(endpoint.host, known);
    const begun = Date.now();
    const isFree = known.open === 0 && due(known) <= begun;
    const turn = await take(known, signal);
    if (turn === undefined) return { ok: false, failure: 'cancelled', detail: '' };
    forget(turns);
    const waited = isFree ? 0 : Math.max(1, Date.now() - begun);
    const dialled = await dial(endpoint, timeout, signal);
    if (!dialled.ok) {
      turn();
      return waited > 0 ? { ...dialled, waited } : dialled;
    }
    return { ok: true, value: released(dialled.value, waited, turn) };
  };
  return Object.assign(paced, dial);
}

const isLoopback = (host: string): boolean => host === '::1' || (isIpv4(host) && host.startsWith('127.'));

/** Waits for the turn; what ends it, or undefined where the wait was cancelled. */
async function take(known: Turns, signal: CancelSignal): Promise<(() => void) | undefined> {
  known.open++;
  const before = known.last;
  let end = (): void => {};
  known.last = new Promise((done) => {
    end = () => {
      end = () => {};
      known.open--;
      known.ended = Date.now();
      done();
    };
  });
  await orAborted(before, signal);
  if (!signal.aborted) await sleep(due(known) - Date.now(), signal);
  if (signal.aborted) {
    // Whoever waits behind waits for the one before, too.
    void before.then(() => end());
    return undefined;
  }
  known.began.push(Date.now());
  return () => end();
}

/** When the next connection may begin. */
function due({ ended, began }: Turns): number {
  const oldest = began.at(-limits.connectionsAMinute);
  return Math.max(ended + limits.pause, oldest === undefined ? 0 : oldest + MINUTE);
}

/** Addresses that were not connected to for a minute need not be remembered. */
function forget(turns: Map<string, Turns>): void {
  const old = Date.now() - MINUTE;
  for (const [host, { open, began, ended }] of turns) {
    while (began[0] !== undefined && began[0] < old) began.shift();
    if (open === 0 && began.length === 0 && ended < old) turns.delete(host);
  }
}

function sleep(wait: number, signal: CancelSignal): Promise<void> {
  if (wait <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, wait);
    signal.addEventListener('abort', done);
  });
}

/** Settled with `first`, or before it when the wait is cancelled. */
function orAborted(first: Promise<void>, signal: CancelSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      signal.removeEventListener('abort', done);
      resolve();
    };
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', done);
    void first.then(done);
  });
}

/** A stream that gives its turn away when it is closed. */
function released(stream: Stream, waited: number, end: () => void): Stream {
  return {
    remote: stream.remote,
    ...(stream.local !== undefined && { local: stream.local }),
    ...(waited > 0 && { waited }),
    readLine: (timeout) => stream.readLine(timeout),
    write: (...args) => stream.write(...args),
    unasked: (...args) => stream.unasked(...args),
    startTls: (...args) => stream.startTls(...args),
    close: () => {
      stream.close();
      end();
    },
  };
}
