import type { Lines } from '../text/lines.ts';
import { readReplyLine } from './grammar.ts';
import { opensConnection } from './notes.ts';

/**
 * Finds where message data ends in a text without marks (RFC 5321 4.5.2): behind its lone dot, or, where the dot was
 * cut off, before the reply or the connection that cannot be data. Remembers what it found, so that the whole text
 * is searched once.
 */
export class MessageEnd {
  readonly #lines: Lines;
  readonly #limit: number;
  #from = 0;
  #stop = -1;

  constructor(lines: Lines, limit: number) {
    this.#lines = lines;
    this.#limit = limit;
  }

  hasDot(from: number): boolean {
    const stop = this.#find(from);
    return stop < this.#limit && isDot(this.#lines, stop);
  }

  /** The line behind the data that starts at `from`; always greater than `from`. */
  endOfData(from: number): number {
    const stop = this.#find(from);
    if (stop < this.#limit && isDot(this.#lines, stop)) return stop + 1;
    for (let i = from + 1; i < stop; i++) {
      if (REPLY.test(this.#lines.at(i)) && readReplyLine(this.#lines.at(i).trimStart()) !== undefined) return i;
    }
    return Math.max(stop, from + 1);
  }

  /** The next line at or behind `from` that is a lone dot or a new connection, else the limit. */
  #find(from: number): number {
    if (this.#stop >= from && this.#from <= from) return this.#stop;
    let i = from;
    while (i < this.#limit && !isDot(this.#lines, i) && !isBoundary(this.#lines.at(i))) i++;
    this.#from = from;
    this.#stop = i;
    return i;
  }
}

const REPLY = /^[ \t]{0,4}[245]\d\d[ -]/;

/** A dot with blanks around it counts: what was pasted lost or gained some. */
const isDot = (lines: Lines, line: number): boolean =>
  lines.end(line) - lines.start(line) <= 8 && lines.at(line).trim() === '.';

const isBoundary = (text: string): boolean =>
  /^[ \t]{0,4}220[ -].{0,300}\bE?SMTP\b/.test(text) || opensConnection(text);
