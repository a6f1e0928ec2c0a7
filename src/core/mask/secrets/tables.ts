import type { Span } from '../../text/span.ts';
import { type Value, wholeValue } from './value.ts';
import { PASSWORD_WORDS, TOLD } from './words.ts';

/** What may stand in a cell in front of the name, and behind it. */
const BEFORE =
  /(?:(?:^|[\r\n])[ \t>+#*-]{0,12}|[|│\t,;])[ \t*_`"']{0,6}(?:(?:smtp|mail|auth|e-?mail|login|user|app|new|neues|account)[ _-]?)?$/i;
const BEHIND = /[ \t*_`"']{0,6}[:：]?[ \t*_`"']{0,6}(?<next>[|│\t,;]|(?=[\r\n]|$))/y;
const WORDS = PASSWORD_WORDS.map(([, pattern]) => pattern).join('|');
const NAME = new RegExp(WORDS, 'i');
const HEAD = new RegExp(`^[*_\`"' ]{0,4}(?:${WORDS})[*_\`"' :]{0,4}$`, 'i');
/** What stands beside a password in the head of a table. */
const LABEL =
  /^(?:(?:smtp|iam|imap|pop3?|e-?mail|sasl|ftp|db|aws)[ _-])?(?:user(?:s|[ _-]?name|[ _-]?id)?|login|name|e-?mail|mail|mailbox|address|account|host(?:name)?|server|port|smtp|imap|pop3|protocol|type|realm|domain|role|uid|gid|home|comment|notes?|service|benutzer(?:name)?|konto|adresse|utilisateur|identifiant|usuario|correo|cuenta|servidor|utente|gebruiker(?:snaam)?|użytkownik|логин|пользователь|用户名?|账号|ユーザー名?)$/i;
/** What a log puts in front of a row. */
const STAMP = /^.{0,30}\d\d:\d\d(?::\d\d\S{0,16})?\]?[ \t]{1,8}(?:[\w.-]{1,60} [\w/.-]{1,40}(?:\[\d{1,10}\])?: )?/;
const isBar = (sign: string): boolean => sign === '|' || sign === '│';
const RULE =
  /^[ \t>]{0,12}(?:[|+][ \t]{0,4})?(?::?-{2,}:?[ \t]{0,4}(?:[|+][ \t:|+-]{0,300})?|[\u2500-\u257f+=-]{3,400}[ \t]{0,4})$/;
const isRule = (line: string): boolean => RULE.test(line.replace(STAMP, '').replace(/^[ \t]{0,8}#/, ''));
/** Characters of a row; a longer line is no row of a table. */
const WIDTH = 20_000;

interface Row extends Span {
  readonly cells: readonly Span[];
}

/** The tables of a text: passwords in their cells, beside their name or below it. Remembers the row that it looked at last. */
export class Tables {
  readonly #text: string;
  #row: Row = { start: 0, end: -1, cells: [] };
  #sign = '';

  constructor(text: string) {
    this.#text = text;
  }

  /** The values that the name of a password has, where it is a cell. */
  valuesOf({ start, end }: Span): readonly Value[] {
    const text = this.#text;
    BEHIND.lastIndex = end;
    const next = BEHIND.exec(text)?.groups?.next;
    if (next === undefined || !BEFORE.test(text.slice(Math.max(0, start - 30), start))) return [];
    const row = this.#rowAt(start, next);
    const column = row?.cells.findIndex((cell) => start >= cell.start && start <= cell.end) ?? -1;
    if (row === undefined || column < 0) return [];
    const others = row.cells.filter((cell, i) => i !== column && cell.end > cell.start);
    if (others.some((cell) => LABEL.test(labelText(text.slice(cell.start, cell.end)))))
      return [...columnBelow(text, row.end, this.#sign, column), ...columnAbove(text, row, this.#sign, column)];
    if (!isBar(this.#sign) && this.#sign !== '\t') return [];
    const beside = row.cells[column + 1];
    // What it is for may stand between the name and the value.
    const behind = row.cells.slice(column + 2).filter((cell) => TOKEN.test(text.slice(cell.start, cell.end)));
    const isSaid = behind.length > 0 && /^[\p{L} ]* [\p{L} ]*$/u.test(text.slice(beside?.start, beside?.end));
    const values = [...(beside === undefined || isSaid ? [] : [beside]), ...behind].flatMap((cell) => [
      ...valueIn(text, cell),
    ]);
    return isRule(lineText(text, nextLine(text, row.end)))
      ? [...values, ...columnBelow(text, row.end, this.#sign, column)]
      : values;
  }

  #rowAt(at: number, next: string): Row | undefined {
    const text = this.#text;
    if (at >= this.#row.start && at <= this.#row.end && (next === '' || next === this.#sign || isLong(this.#row)))
      return this.#row;
    const span = rowAt(text, at);
    if (isLong(span)) {
      this.#row = { ...span, cells: [] };
      return undefined;
    }
    const sign = next === '' ? separatorOf(text.slice(span.start, span.end)) : next;
    if (sign === undefined) return undefined;
    this.#sign = sign;
    this.#row = { ...span, cells: cellsOf(text, span, sign, true) };
    return this.#row;
  }
}

const GROUPS = /^[a-z]{4}(?: [a-z]{4}){3}$/;
/** One word with letters and digits, or the four groups of Google's passwords. */
const TOKEN =
  /^[`"'*]{0,2}(?:(?=[!-~]{0,64}\d)(?=[!-~]{0,64}[a-z])[\w!#$%&*+./=?@^~-]{8,64}|[a-z]{4}(?: [a-z]{4}){3})[`"'*]{0,2}$/;

const labelText = (cell: string): string =>
  cell
    .replace(STAMP, '')
    .replace(/^[-+*#>\s]{1,20}|[*_`"':]/g, '')
    .trim();

/** The values of a column, down to the end of the table or to the head of the next one. */
function* columnBelow(text: string, from: number, sign: string, column: number): Iterable<Value> {
  let at = nextLine(text, from);
  while (at < text.length) {
    const row = rowAt(text, at);
    if (isLong(row) || row.end === row.start) return;
    const line = text.slice(row.start, row.end);
    at = nextLine(text, row.end);
    if (isRule(line)) continue;
    const cells = cellsOf(text, row, sign, false);
    if (cells.length < 2 || cells.some((cell) => HEAD.test(text.slice(cell.start, cell.end)))) return;
    const value = cells[column];
    if (value !== undefined) yield* valueIn(text, value);
  }
}

/** The values of a column whose head is the last row of its table. */
function* columnAbove(text: string, head: Row, sign: string, column: number): Iterable<Value> {
  if (lineText(text, nextLine(text, head.end)).trim() !== '') return;
  for (let at = head.start - 1; at > 0; ) {
    const row = rowAt(text, text[at - 1] === '\r' ? at - 1 : at);
    const cells = isLong(row) ? [] : cellsOf(text, row, sign, false);
    const isLine = isRule(text.slice(row.start, row.end));
    at = row.start - 1;
    if (isLine) continue;
    const value = cells[column];
    if (cells.length !== head.cells.length || value === undefined) return;
    yield* valueIn(text, value);
  }
}

function* valueIn(text: string, { start, end }: Span): Iterable<Value> {
  const decorated = text.slice(start, end);
  const lead = (/^[ \t]*(?:\*\*|__|[`"'*_])?/.exec(decorated) as RegExpExecArray)[0].length;
  const inner = decorated.slice(lead).replace(/(?:\*\*|__|[`"'])?[ \t]*$/, '');
  if (inner !== '' && !TOLD.has(inner.toLowerCase()) && (!/ .* .* /.test(inner) || GROUPS.test(inner)))
    yield wholeValue(start + lead, start + lead + inner.length);
}

function rowAt(text: string, at: number): Span {
  let start = at;
  while (start > 0 && at - start < WIDTH && !isBreak(text, start - 1)) start--;
  let end = at;
  while (end < text.length && end - start <= WIDTH && !isBreak(text, end)) end++;
  return { start, end };
}

const isLong = ({ start, end }: Span): boolean => end - start > WIDTH;

const isBreak = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r';

function nextLine(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

const lineText = (text: string, at: number): string => {
  const row = at > text.length ? { start: at, end: at } : rowAt(text, at);
  return isLong(row) ? '' : text.slice(row.start, row.end);
};

/** The sign between the cells of a row; a comma or a semicolon only where there is no bar and no tab. */
function separatorOf(line: string): string | undefined {
  return ['|', '│', '\t', ';', ','].find((sign) => line.includes(sign));
}

/**
 * The cells of a row, blanks at their ends left out; a bar that is escaped separates nothing. A row in a string of a
 * program starts or ends at the mark that nothing closes.
 */
function cellsOf(text: string, row: Span, sign: string, isHead: boolean): readonly Span[] {
  const line = text.slice(row.start, row.end);
  const key = isHead ? line.search(NAME) : -1;
  const mark = key < 0 ? -1 : line.lastIndexOf('"', key - 2);
  const from = mark > 0 && /[:({[,= ]/.test(line.charAt(mark - 1)) ? mark + 1 : 0;
  const to = key < 0 ? endOfString(line) : line.length;
  const lead = (/^[ \t>]*(?:[-+*#] ?)?[|│]?/.exec(line.slice(from)) as RegExpExecArray)[0];
  const cells: Span[] = [];
  let start = from + (isBar(sign) ? lead.length : (/^[ >]*/.exec(lead) as RegExpExecArray)[0].length);
  let quoted = false;
  for (let i = start; i <= to; i++) {
    if (!isBar(sign) && line[i] === '"') quoted = !quoted;
    if (i < to && (line[i] !== sign || quoted || line[i - 1] === '\\')) continue;
    const cell = line.slice(start, i);
    const at = row.start + start + (cell.length - cell.trimStart().length);
    cells.push({ start: at, end: Math.max(at, row.start + start + cell.trimEnd().length) });
    start = i + 1;
  }
  return cells;
}

/** Where a string ends that the line did not begin; its end where there is none. */
function endOfString(line: string): number {
  const end = line.search(/["'][,}\])]/);
  return end < 0 || line.slice(0, end).includes('"') ? line.length : end;
}
