import type { LogEntry } from '../../log/log.ts';
import { queued } from '../entryFate.ts';
import { type Delivery, isFailed } from './delivery.ts';
import { makeRoom } from './envelopes.ts';

/** Processes of which failures are kept, and failures of one process. */
const PROCESSES = 10_000;
const OF_ONE = 100;

/** A failure on a line that names no message, and whom or what it is about. */
export interface Held {
  readonly about: string | undefined;
  readonly isConnection: boolean;
  readonly delivery: Delivery;
}

/** In the place of a process: Haraka tells of hosts that failed on lines without the id of the message. */
const OUTBOUND = 'haraka';

/** The process that tells of the hosts of a message one by one, or of that none took it. */
export const outboundOf = ({ format, reason }: LogEntry): string | undefined =>
  format === 'haraka' && /\bFailed to get (?:pool|socket)|\bTried all MXs/.test(reason?.text ?? '')
    ? OUTBOUND
    : undefined;

/** `postfix/smtp[905]: connect to mx.a.test[192.0.2.1]:25: Connection refused` (Postfix, src/smtp/smtp_connect.c). */
export const isConnection = ({ program, reason }: LogEntry): boolean =>
  program !== undefined && /\/(?:smtp|lmtp)$/.test(program.text) && reason?.text.startsWith('connect to ') === true;

/**
 * Failures on lines that name no message: a process that delivers says of each host that failed in front of what became
 * of the message. The next delivery of the same process says whose a connection was, and one that failed for the same
 * reason tells the same. What no such delivery follows goes to `rest`.
 */
export class Unnamed {
  readonly #rest: (held: Held) => void;
  readonly #held = new Map<string, Held[]>();

  constructor(rest: (held: Held) => void) {
    this.#rest = rest;
  }

  hold(process: string, one: Held): void {
    const held = this.#held.get(process);
    if (held === undefined) {
      this.#held.set(process, [one]);
      makeRoom(this.#held, PROCESSES, (all) => all.forEach(this.#rest));
    } else if (held.length < OF_ONE) held.push(one);
    else this.#rest(one);
  }

  /** The delivery, with what was said in front of it, where it only tells that no host took the message. */
  why(one: Delivery): Delivery {
    const held = one.process === OUTBOUND ? this.#held.get(OUTBOUND)?.pop() : undefined;
    return held === undefined ? one : { ...one, explanation: queued(held.delivery.explanation) };
  }

  /** A delivery that a process tells of. */
  see(process: string, delivery: Delivery): void {
    const held = this.#held.get(process);
    if (held === undefined) return;
    const isOther = ({ isConnection: is, delivery: { explanation } }: Held): boolean =>
      !is && !(isFailed(delivery) && explanation.reason === delivery.explanation.reason);
    const others = held.filter(isOther);
    if (others.length > 0) this.#held.set(process, others);
    else this.#held.delete(process);
  }

  /** The log has ended. */
  finish(): void {
    for (const held of this.#held.values()) held.forEach(this.#rest);
    this.#held.clear();
  }
}
