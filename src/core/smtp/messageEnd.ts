import type { Lines } from '../text/lines.ts';
import { LOG_GAP } from './gaps.ts';
import { isReplyAt } from './grammar.ts';
import { opensConnection } from './notes.ts';
import type { Rows } from './rows.ts';

/**
 * Finds where message data ends in a text without marks (RFC 5321 4.5.2): behind its lone dot, or, where the dot was
 * cut off, before the reply or the connection that cannot be data. Remembers what it found, so that the whole text
 * is searched once.
 */
export class MessageEnd {
  readonly #rows: Rows;
  #known: Found | undefined;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** Most conversations have no message, and need no memory. */
  get #found(): Found {
    this.#known ??= foundIn(this.#rows);
    return this.#known;
  }

  hasDot(from: number): boolean {
    this.#find(from);
    return this.#found.dot;
  }

  /** The line behind the data that starts at `from`; always greater than `from`. */
  endOfData(from: number): number {
    const stop = this.#find(from);
    if (this.#found.dot) return stop + 1;
    for (let i = from + 1; i < stop; i++) {
      if (REPLY.test(this.#rows.text(i))) return i;
    }
    return Math.max(stop, from + 1);
  }

  /** The next line at or behind `from` that is a lone dot or a new connection, else the limit. */
  #find(from: number): number {
    const found = this.#found;
    if (found.stop >= from && found.from <= from) return found.stop;
    const rows = this.#rows;
    let i = from;
    found.dot = false;
    for (; i < rows.limit && rows.has(i); i++) {
      const text = rows.text(i);
      found.dot = text.length <= 8 && text.trim() === '.';
      if (found.dot || isBoundary(text)) break;
    }
    found.from = from;
    found.stop = i;
    return i;
  }
}

interface Found {
  from: number;
  stop: number;
  dot: boolean;
}

/** One memory for all conversations of a text, or a text of many that all lack the dot would be searched as often. */
const known = new WeakMap<Lines, Map<string, Found>>();

function foundIn(rows: Rows): Found {
  let frames = known.get(rows.lines);
  if (frames === undefined) {
    frames = new Map();
    known.set(rows.lines, frames);
  }
  const key = `${rows.limit} ${rows.frame}`;
  const found = frames.get(key) ?? { from: 0, stop: -1, dot: false };
  if (frames.size < 1000) frames.set(key, found);
  return found;
}

const REPLY = /^[ \t]{0,4}[245]\d\d[ -]/;
const BANNER = /^220[ -].{0,300}\bE?SMTP\b/;

function isBoundary(text: string): boolean {
  const said = text.length < 1000 ? text.trimStart() : text;
  if (isReplyAt(said, 0)) return BANNER.test(said);
  return said.startsWith('```') || opensConnection(text);
}

/** A field of a header, or a line that carries one on (RFC 5322 2.2). */
const FIELD = /^(?:[!-9;-~]{1,76}:(?: |$)|[ \t]{1,20}\S)/;

/**
 * Behind the lines of a message that lack the frame of the log around them: a program that logs a message as one piece
 * has the frame in front of its first line alone. Up to the next line with it, or to the end of the header where none
 * comes.
 */
export function endOfUnframed(rows: Rows, from: number): number {
  let line = from;
  for (; line < rows.limit && line - from < LOG_GAP; line++) {
    if (rows.has(line) && rows.lines.at(line).trim() !== '') return line;
  }
  line = from;
  while (line < rows.limit && line - from < LOG_GAP && FIELD.test(rows.lines.at(line))) line++;
  return line;
}

/** Whether more of the message stands in a line with the frame. */
export const goesOn = (rows: Rows, line: number): boolean =>
  line < rows.limit && rows.has(line) && !isReplyAt(rows.text(line).trimStart(), 0);
