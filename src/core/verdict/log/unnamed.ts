import type { LogEntry } from '../../log/log.ts';
import type { Delivery } from './delivery.ts';

/** `postfix/smtp[905]: connect to mx.a.test[192.0.2.1]:25: Connection refused` (Postfix, src/smtp/smtp_connect.c). */
const CONNECT = /\b[\w.-]{1,40}\/(?:smtp|lmtp)\[(\d{1,9})\]: connect to [\w.-]{1,255}\[/;
/** The line of a delivery by such a process. */
const DELIVERY = /\b[\w.-]{1,40}\/(?:smtp|lmtp)\[(\d{1,9})\]: [0-9A-Za-z]{5,20}: to=</;

/** Connections that failed which wait for the delivery that they belong to. */
const MOST = 200;

interface Held {
  readonly entry: LogEntry;
  readonly delivery: Delivery;
}

/**
 * Connections that fail on lines that name no message: the delivery that the same process reports next says whose it was,
 * and tells the same. Those that no delivery follows are told by themselves.
 */
export class Unnamed {
  readonly #held = new Map<string, Held[]>();
  #count = 0;

  /** Whether a failure is kept back until a delivery of its process follows. */
  holds(words: string, entry: LogEntry, delivery: Delivery): boolean {
    const process = delivery.recipients.length > 0 || this.#count >= MOST ? undefined : CONNECT.exec(words)?.[1];
    if (process === undefined) return false;
    this.#held.set(process, [...(this.#held.get(process) ?? []), { entry, delivery }]);
    this.#count++;
    return true;
  }

  /** A line that may be the delivery for which connections of its process were tried. */
  see(words: string): void {
    if (this.#count === 0) return;
    const process = DELIVERY.exec(words)?.[1];
    const held = process === undefined ? undefined : this.#held.get(process);
    if (process === undefined || held === undefined) return;
    this.#held.delete(process);
    this.#count -= held.length;
  }

  /** Those that no delivery followed, in the order of the text. */
  rest(): readonly Held[] {
    return [...this.#held.values()].flat().toSorted((a, b) => a.delivery.span.start - b.delivery.span.start);
  }
}
