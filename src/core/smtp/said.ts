import { defined } from '../text/defined.ts';
import type { Lines } from '../text/lines.ts';

/** What one line says, without what a page, a mail or a terminal put around it, and where each character stands. */
export interface Said {
  readonly text: string;
  /** Offset of the first character in the document; the others follow it, unless there is a `map`. */
  readonly base: number;
  /** Offset of each character and, at its end, behind the last one. */
  readonly map?: Uint32Array;
  /** How many characters stand for one, where others were left out between them. */
  readonly width?: number;
}

export const offsetOf = (said: Said, index: number): number =>
  said.map === undefined ? said.base + index : (said.map[index] ?? said.base);

/** Offset behind the character before `index`: differs from `offsetOf` where something was left out between the two. */
export const endOffsetOf = (said: Said, index: number): number => {
  if (said.map === undefined) return said.base + index;
  const next = said.map[index] ?? said.base;
  if (said.width === undefined || index === 0) return next;
  return Math.min(next, (said.map[index - 1] ?? said.base) + said.width);
};

/** Signs of a line that was HTML, coloured for a terminal, or set by a word processor. */
const ESCAPE = String.fromCharCode(27);
const NUL = String.fromCharCode(0);
/** What a terminal was sent to take the last character back, and how it shows the keys that do (caret notation). */
const BACKSPACE = String.fromCharCode(8);
const DELETE = String.fromCharCode(127);
const TAKEN_BACK = /(?<=[\w@.:<> -]|\^[H?])\^[H?]/y;
const ODD = new RegExp(
  `[&${ESCAPE}${NUL}${BACKSPACE}${DELETE}\\u00a0\\u2007\\u202f\\u2018-\\u201f\\u2010-\\u2015\\u200b\\ufeff]|[\\w@.:<> -]\\^[H?]`,
);

const ENTITY = /&(?:lt|gt|amp|quot|apos|nbsp|#(?:3[49]|60|62|38|160)|#x(?:2[267]|3[cCeE]|[aA]0));/y;
const COLOUR = new RegExp(`${ESCAPE}\\[[\\d;]{0,20}[A-Za-z]`, 'y');

const entities = new Map<string, string>([
  ['&lt;', '<'],
  ['&#60;', '<'],
  ['&#x3c;', '<'],
  ['&gt;', '>'],
  ['&#62;', '>'],
  ['&#x3e;', '>'],
  ['&amp;', '&'],
  ['&#38;', '&'],
  ['&#x26;', '&'],
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&#x22;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&#x27;', "'"],
  ['&nbsp;', ' '],
  ['&#160;', ' '],
  ['&#xa0;', ' '],
]);

/** A character that a word processor or a web page put in the place of the one that was typed. */
function typed(char: string): string {
  if (char <= '\u007f') return char === NUL ? '' : char;
  if (/[\u00a0\u2007\u202f]/.test(char)) return ' ';
  if (/[\u2018-\u201b]/.test(char)) return "'";
  if (/[\u201c-\u201f]/.test(char)) return '"';
  if (/[\u2010-\u2015]/.test(char)) return '-';
  return char === '\u200b' || char === '\ufeff' ? '' : char;
}

/** Whether the head of a line has a character that must be undone before it can be read. */
export const isOdd = (line: string): boolean => ODD.test(line.length > 200 ? line.slice(0, 200) : line);

/** The text from `start` to `end` as it was before it was made HTML, coloured or prettified. */
export function sayPlainly(text: string, start: number, end: number): Said {
  const line = text.slice(start, end);
  return ODD.test(line) ? restore(line, start) : { text: line, base: start };
}

/** Characters that are looked at together. */
const PIECE = 4096;

/** Which pieces of a text have something to undo: asked for line by line, most of it is looked at only once. */
export class Plainness {
  readonly #text: string;
  /** By piece: 0 where it was not looked at yet, 1 where there is nothing to undo, 2 where there is. */
  readonly #pieces: Uint8Array;

  constructor(text: string) {
    this.#text = text;
    this.#pieces = new Uint8Array(Math.ceil(text.length / PIECE));
  }

  isPlain(start: number, end: number): boolean {
    for (let piece = Math.floor(start / PIECE); piece * PIECE < end; piece++) {
      let known = this.#pieces[piece];
      if (known === 0) {
        known = ODD.test(this.#text.slice(piece * PIECE, (piece + 1) * PIECE)) ? 2 : 1;
        this.#pieces[piece] = known;
      }
      if (known === 2) return !ODD.test(this.#text.slice(start, end));
    }
    return true;
  }
}

const texts = new WeakMap<Lines, Plainness>();

export function plainnessOf(lines: Lines): Plainness {
  let known = texts.get(lines);
  if (known === undefined) {
    known = new Plainness(lines.text);
    texts.set(lines, known);
  }
  return known;
}

function restore(line: string, start: number): Said {
  const map = new Uint32Array(line.length + 1);
  const said: string[] = [];
  for (let i = 0; i < line.length; ) {
    const char = line.charAt(i);
    const pattern = char === '&' ? ENTITY : char === ESCAPE ? COLOUR : char === '^' ? TAKEN_BACK : undefined;
    let length = 1;
    let plain = typed(char);
    if (pattern !== undefined) {
      pattern.lastIndex = i;
      const match = pattern.exec(line)?.[0];
      if (match !== undefined) {
        length = match.length;
        plain = entities.get(match.toLowerCase()) ?? '';
      }
    }
    if (char === BACKSPACE || char === DELETE || (char === '^' && length === 2)) said.pop();
    else if (plain !== '') {
      map[said.length] = start + i;
      said.push(plain);
    }
    i += length;
  }
  map[said.length] = start + line.length;
  return { text: said.join(''), base: start, map: map.subarray(0, said.length + 1) };
}

/** The part of what is said from `from` to `to`. */
export const partOf = (said: Said, from: number, to: number): Said =>
  from === 0 && to === said.text.length
    ? said
    : {
        text: said.text.slice(from, to),
        base: offsetOf(said, from),
        ...(said.map && { map: said.map.subarray(from, to + 1) }),
        ...defined({ width: said.width }),
      };

/** What is said with only the given ranges of it left, one behind the other. */
export function respell(said: Said, ranges: readonly (readonly [from: number, to: number])[]): Said {
  let length = 0;
  for (const [from, to] of ranges) length += Math.max(0, to - from);
  const map = new Uint32Array(length + 1);
  let text = '';
  let end = said.base;
  for (const [from, to] of ranges) {
    for (let i = from; i < to; i++) map[text.length + i - from] = offsetOf(said, i);
    text += said.text.slice(from, Math.max(from, to));
    if (to > from) end = endOffsetOf(said, to);
  }
  map[length] = end;
  return { text, base: map[0] ?? said.base, map, width: 1 };
}

/** The same characters in the same places, spelt differently: `text` is as long as what is said. */
export const spelt = (said: Said, text: string): Said => ({ ...said, text });
