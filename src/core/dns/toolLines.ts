import type { Lines } from '../text/lines.ts';

/** A DNS message holds at most 65 535 octets; a longer line is no tool's. */
const LONGEST_LINE = 70_000;
/** Blanks in front of a whole output, as in a list or a fenced block. */
const DEEPEST_INDENT = 60;
/** What a line is read as that does not belong to the output: no tool prints it. */
const FOREIGN = '\u0000';

/** What a mail or a page put in front of each line of an output. */
export interface Decoration {
  /** Quoting marks (`>` or `|`) of a mail. */
  readonly marks: number;
  /** Blanks behind the marks; a line with fewer of them still belongs to the output. */
  readonly indent: number;
}

/**
 * A text's lines as a DNS tool printed them: without quoting marks, indentation and HTML tags around them, entities
 * decoded. Offsets are those of the document.
 */
export class ToolLines {
  readonly text: string;
  readonly count: number;
  readonly #lines: Lines;
  readonly #decoration: Decoration;
  #cachedLine = -1;
  #cached = '';

  constructor(lines: Lines, decoration: Decoration) {
    this.text = lines.text;
    this.count = lines.count;
    this.#lines = lines;
    this.#decoration = decoration;
  }

  /** Offset of the first character that the tool printed on line `line`. */
  start(line: number): number {
    const start = this.#lines.start(line);
    const at = skipDecoration(this.text, start, this.#lines.end(line), this.#decoration);
    return at === -1 ? start : skipMarkup(this.text, at, this.#lines.end(line));
  }

  /** Offset behind the last character of line `line`. */
  end(line: number): number {
    return this.#lines.end(line);
  }

  /** What the tool printed on line `line`, without blanks at its end; NUL for a line that is not part of the output. */
  at(line: number): string {
    if (line === this.#cachedLine) return this.#cached;
    this.#cachedLine = line;
    this.#cached = this.#read(line);
    return this.#cached;
  }

  /** The same of a line within a record, which may lack the mark of quoting in front (CommonMark 5.1). */
  carriedOn(line: number): string {
    const said = this.at(line);
    return said === FOREIGN && this.#decoration.marks > 0
      ? this.text
          .slice(this.#lines.start(line), Math.min(this.end(line), this.#lines.start(line) + LONGEST_LINE))
          .trim()
      : said;
  }

  #read(line: number): string {
    const start = this.#lines.start(line);
    const end = this.#lines.end(line);
    if (end - start > LONGEST_LINE) return FOREIGN;
    const at = skipDecoration(this.text, start, end, this.#decoration);
    if (at === -1) return FOREIGN;
    const text = this.text.slice(skipMarkup(this.text, at, end), end).trimEnd();
    const bare = text.endsWith('>') ? withoutClosingTags(text) : text.replace(CLOSED, '');
    return (bare.includes('&') ? decode(bare) : bare).replaceAll('\u00a0', ' ');
  }
}

/** The decoration of a line that carries `marks` quoting marks; undefined where it carries fewer. */
export function decorationOf(text: string, start: number, end: number, marks: number): Decoration | undefined {
  const at = skipDecoration(text, start, end, { marks, indent: 0 });
  if (at === -1) return undefined;
  let indent = 0;
  while (at + indent < end && indent < DEEPEST_INDENT && isBlank(text.charCodeAt(at + indent))) indent++;
  return { marks, indent };
}

/** Offset behind the decoration, -1 where the marks are missing; an empty line has lost its own. */
function skipDecoration(text: string, start: number, end: number, { marks, indent }: Decoration): number {
  let at = start;
  for (let i = 0; i < marks; i++) {
    while (at < end && at - start < DEEPEST_INDENT && isBlank(text.charCodeAt(at))) at++;
    if (at === end) return end;
    if (!isMark(text.charCodeAt(at))) return -1;
    at++;
  }
  if (marks > 0 && at < end && text.charCodeAt(at) === SPACE) at++;
  for (let i = 0; i < indent && at < end && isBlank(text.charCodeAt(at)); i++) at++;
  return at;
}

const SPACE = 32;
const isBlank = (code: number): boolean => code === SPACE || code === 9 || code === 160;
const isMark = (code: number): boolean => code === 62 || code === 124;
const isTagStart = (code: number): boolean => code === 47 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Tags of a page, and the tick that begins a line of code, which may end lines below. */
export function skipMarkup(text: string, start: number, end: number): number {
  const at = skipTags(text, start, end);
  if (text.charCodeAt(at) !== TICK) return at;
  return /^`[^`]+(?:`[^`]{0,30}:)?`?$/.test(text.slice(at, Math.min(end, at + LONGEST_LINE)).trimEnd()) ? at + 1 : at;
}

const TICK = 96;
/** The end of such a line, and what a person says behind it of what follows. */
const CLOSED = /(?<=^[^`]{1,70000})`(?:[^`]{0,30}:)?$/;

/** Tags of a page in front of a line, at most four; a longer one is none. */
export function skipTags(text: string, start: number, end: number): number {
  let at = start;
  for (let i = 0; i < 4 && text.charCodeAt(at) === 60 && isTagStart(text.charCodeAt(at + 1)); i++) {
    let close = at + 1;
    const stop = Math.min(end, at + 200);
    while (close < stop && text.charCodeAt(close) !== 62) close++;
    if (close >= stop) return at;
    at = close + 1;
  }
  return at;
}

function withoutClosingTags(text: string): string {
  let end = text.length;
  for (let i = 0; i < 4 && text.charCodeAt(end - 1) === 62; i++) {
    const open = text.lastIndexOf('<', end - 1);
    if (open === -1 || end - open > 200 || !isTagStart(text.charCodeAt(open + 1))) break;
    end = open;
    while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  }
  return text.slice(0, end);
}

const decode = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|nbsp|amp|#39|#34|#x27);/g, (whole, name: string) => ENTITIES.get(name) ?? whole);

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['amp', '&'],
  ['#39', "'"],
  ['#34', '"'],
  ['#x27', "'"],
]);
