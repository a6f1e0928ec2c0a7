import type { Lines } from '../text/lines.ts';
import { type Plainness, partOf, plainnessOf, type Said, sayPlainly } from './said.ts';

/** What stands in front of every line of a conversation and is no part of it. */
export interface Frame {
  /** The same for frames that are. */
  readonly key: string;
  /** How many characters of a line it takes; −1 for a line that lacks it. */
  readonly skip: (line: string) => number;
}

const SIZE = 32;

/** The lines of a conversation without the frame around them. Keeps the last few, so that looking back and ahead is free. */
export class Rows {
  readonly lines: Lines;
  /** Behind the last line that may be read. */
  readonly limit: number;
  readonly #frame: Frame | undefined;
  readonly #plainness: Plainness;
  /** The whole text, for lines that are read as they stand in it. */
  readonly whole: Said;
  readonly #kept: Said[] = new Array(SIZE);
  readonly #numbers: number[] = new Array(SIZE);

  constructor(lines: Lines, limit: number, frame?: Frame) {
    this.lines = lines;
    this.limit = limit;
    this.whole = { text: lines.text, base: 0 };
    this.#frame = frame;
    this.#plainness = plainnessOf(lines);
  }

  /** What stands around the lines: the same text for the same frames. */
  get frame(): string {
    return this.#frame?.key ?? '';
  }

  /** The same lines inside one more frame. */
  within(frame: Frame): Rows {
    const outer = this.#frame;
    if (outer === undefined) return new Rows(this.lines, this.limit, frame);
    const skip = (line: string): number => {
      const skipped = outer.skip(line);
      if (skipped < 0) return -1;
      const inner = frame.skip(line.slice(skipped));
      return inner < 0 ? -1 : skipped + inner;
    };
    return new Rows(this.lines, this.limit, { key: `${outer.key} ${frame.key}`, skip });
  }

  /** Whether the line has the frame; a blank line always has. */
  has(line: number): boolean {
    return this.#frame === undefined || this.#frame.skip(this.lines.at(line)) >= 0 || this.lines.at(line).trim() === '';
  }

  /** Whether what a line says stands in the text just so, with nothing around it and nothing to undo. */
  isPlain(line: number): boolean {
    if (this.#frame !== undefined) return false;
    const { text } = this.lines;
    const start = this.lines.start(line);
    const end = this.lines.end(line);
    const first = text.charCodeAt(start);
    const last = text.charCodeAt(end - 1);
    // Tags around the line stand at its ends.
    if (!(first > 32 && first !== OPENING_BRACKET && last > 32 && last !== CLOSING_BRACKET)) return false;
    return this.#plainness.isPlain(start, end);
  }

  /** What line `line` says; nothing where it lacks the frame. */
  at(line: number): Said {
    const slot = line & (SIZE - 1);
    if (this.#numbers[slot] === line) return this.#kept[slot] as Said;
    const said = this.#read(line);
    this.#numbers[slot] = line;
    this.#kept[slot] = said;
    return said;
  }

  text(line: number): string {
    return line < this.limit ? this.at(line).text : '';
  }

  #read(line: number): Said {
    const { text } = this.lines;
    let start = this.lines.start(line);
    const end = this.lines.end(line);
    if (this.#frame !== undefined) {
      const skipped = this.#frame.skip(text.slice(start, end));
      if (skipped < 0) return { text: '', base: start };
      start += skipped;
    }
    const plain = this.#plainness.isPlain(start, end);
    return withoutTags(plain ? { text: text.slice(start, end), base: start } : sayPlainly(text, start, end));
  }
}

const OPENING_BRACKET = 60;
const CLOSING_BRACKET = 62;

const OPENING =
  /^(?:[ \t]{0,20}<\/?(?:pre|code|samp|tt|p|div|span|br|li|ul|ol|td|tr|font|blockquote)(?: [^<>]{0,200})?\/?>){1,10}/i;
const CLOSING = /(?:<\/(?:pre|code|samp|tt|p|div|span|li|ul|ol|td|tr|font|blockquote)>|<br ?\/?>|<p>)[ \t]{0,20}$/i;

/** Without the tags of a web page around the line. */
function withoutTags(said: Said): Said {
  const { text } = said;
  if (text.length >= 10_000 || !text.includes('<')) return said;
  const from =
    text.charCodeAt(0) <= 32 || text.charCodeAt(0) === OPENING_BRACKET ? (OPENING.exec(text)?.[0].length ?? 0) : 0;
  let to = text.length;
  for (let i = 0; i < 6 && text.charCodeAt(text.trimEnd().length - 1) === CLOSING_BRACKET; i++) {
    const match = mayClose(text, to) ? CLOSING.exec(text.slice(Math.max(from, to - 40), to)) : null;
    if (match === null) break;
    to -= match[0].length;
  }
  return from === 0 && to === text.length ? said : partOf(said, from, Math.max(from, to));
}

/** Whether the last angle bracket opens what may be a closing tag, and not an address. */
function mayClose(text: string, to: number): boolean {
  const c = text.charCodeAt(text.lastIndexOf('<', to - 1) + 1) | 32;
  // A slash, b or p.
  return c === 47 || c === 98 || c === 112;
}
