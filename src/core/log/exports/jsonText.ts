import type { LogWord } from '../log.ts';
import { part } from '../logWords.ts';

/** Characters of one object that are read; what is left out of it does not count. */
export const LONGEST_RECORD = 1_000_000;
/** How many of the names around a value are kept. */
const DEPTH = 40;

/** A value of an object of JSON under its name. */
export interface JsonField {
  readonly name: string;
  /** The names of the objects around it, the outermost first. */
  readonly under: readonly string[];
  /** As it means, escapes undone; it stands where the text has it, without its quotation marks. */
  readonly value: LogWord;
}

const STRING = /"(?:[^"\\\r\n]|\\[^\r\n])*"/y;
const SCALAR = /-?\d[\d.eE+-]{0,40}|true|false|null/y;
const BLANK = /[ \t\r\n]*/y;

const behind = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** Behind the blanks at an offset. */
export const skipBlank = (text: string, at: number): number => behind(BLANK, text, at);

/** How far text can be read as JSON. */
export interface Extent {
  /** Behind the last character that fits. */
  readonly end: number;
  /** Whether the value is complete there. */
  readonly whole: boolean;
}

/** The value of JSON that starts at an offset, read to `limit` at most. Linear; no value is built. */
export function extentOf(text: string, start: number, limit = text.length): Extent {
  const open: string[] = [];
  let wantsName = false;
  for (let at = start; ; ) {
    const next = skipBlank(text, at);
    if (next >= limit) return { end: Math.min(at, limit), whole: false };
    const c = text[next];
    let ended = false;
    if (c === '{' || c === '[') {
      if (wantsName || open.length > 1000) return { end: at, whole: false };
      open.push(c);
      at = next + 1;
      const inner = skipBlank(text, at);
      if (text[inner] !== (c === '{' ? '}' : ']')) {
        wantsName = c === '{';
        continue;
      }
      open.pop();
      at = inner + 1;
      ended = true;
    } else {
      const end = behind(c === '"' ? STRING : SCALAR, text, next);
      if (end < 0 || (wantsName && c !== '"')) return { end: at, whole: false };
      at = end;
      if (wantsName) {
        const colon = skipBlank(text, at);
        if (text[colon] !== ':') return { end: at, whole: false };
        at = colon + 1;
        wantsName = false;
        continue;
      }
      ended = true;
    }
    while (ended) {
      if (open.length === 0) return { end: at, whole: true };
      const mark = skipBlank(text, at);
      const top = open.at(-1);
      if (text[mark] === ',') {
        at = mark + 1;
        wantsName = top === '{';
        ended = false;
      } else if (text[mark] === (top === '{' ? '}' : ']')) {
        open.pop();
        at = mark + 1;
      } else return { end: at, whole: false };
    }
  }
}

/** A member of an object or an array, and where its value stands. */
export interface Member {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The members of the object or array at an offset, one by one. Whatever is cut off is left out. */
export function* membersOf(text: string, start: number, limit: number): Generator<Member> {
  const isObject = text[start] === '{';
  let at = skipBlank(text, start + 1);
  while (at < limit) {
    let name = '';
    if (isObject) {
      const end = behind(STRING, text, at);
      if (end < 0) return;
      name = text.slice(at + 1, end - 1);
      const colon = skipBlank(text, end);
      if (text[colon] !== ':') return;
      at = skipBlank(text, colon + 1);
    }
    const { end } = extentOf(text, at, limit);
    if (end <= at) return;
    yield { name, start: at, end };
    at = skipBlank(text, end);
    if (text[at] !== ',') return;
    at = skipBlank(text, at + 1);
  }
}

/** A part of a text that is left out, counted from the start of the word. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

/**
 * The values in JSON, also where it is cut off; those of a list one by one, under the name of the list. What stands in
 * `gaps`, which are in order, is passed over.
 */
export function jsonFields(word: LogWord, gaps: readonly Gap[] = []): readonly JsonField[] {
  const fields: JsonField[] = [];
  const { text } = word;
  const names: string[] = [];
  const isList: boolean[] = [];
  let under: readonly string[] = [];
  let name = '';
  let gap = 0;
  let limit = LONGEST_RECORD;
  for (let at = 0; at < text.length && at < limit; ) {
    const next = gaps[gap];
    if (next !== undefined && at >= next.start) {
      limit += Math.max(0, next.end - at);
      at = Math.max(at, next.end);
      gap++;
      continue;
    }
    const c = text[at];
    if (c === '{' || c === '[') {
      names.push(name);
      isList.push(c === '[');
      under = around(names);
      at++;
    } else if (c === '}' || c === ']') {
      name = names.pop() ?? '';
      isList.pop();
      under = around(names);
      at++;
    } else if (c === '"') {
      let end = behind(STRING, text, at);
      const isClosed = end >= 0;
      if (!isClosed) end = lineBreak(text, at);
      const raw = part(word, at + 1, isClosed ? end - 1 : end);
      const colon = skipBlank(text, end);
      if (isClosed && isList.at(-1) !== true && text[colon] === ':') {
        name = raw.text;
        at = colon + 1;
        continue;
      }
      fields.push({ name, under, value: { ...raw, text: unescaped(raw.text) } });
      at = end;
    } else {
      const end = behind(SCALAR, text, at);
      if (end > at) {
        const value = part(word, at, end);
        if (value.text !== 'null') fields.push({ name, under, value });
        at = end;
      } else at++;
    }
  }
  return fields;
}

const lineBreak = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

const around = (names: readonly string[]): readonly string[] => names.slice(-DEPTH).filter((name) => name !== '');

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', ''],
  ['t', ' '],
]);

/** A string of JSON as it means (RFC 8259 7). */
export const unescaped = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\(?:u([0-9a-fA-F]{4})|([^\r\n]))/g, (_all, hex: string | undefined, one: string | undefined) =>
        hex === undefined
          ? (ESCAPES.get(one as string) ?? (one as string))
          : String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;
