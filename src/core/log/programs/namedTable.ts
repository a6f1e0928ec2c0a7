import type { Lines } from '../../text/lines.ts';
import { append } from '../../text/lists.ts';
import { readRow, type Separator } from '../csvRow.ts';
import type { EntryDraft } from '../draft.ts';
import { exportSlot } from '../exports/fieldMap.ts';
import type { JsonField } from '../exports/jsonText.ts';
import { readNamedValues } from '../exports/namedValues.ts';
import { behindBreak, lineEnd } from '../lineEnd.ts';
import type { LogWord } from '../log.ts';
import { part } from '../logWords.ts';

/** The separator of a table whose first line names its columns: the one of which there are most. */
const separatorOf = (head: string): Separator | undefined => {
  const [best] = ([',', '\t', ';', '|'] as const)
    .map((mark) => ({ mark, count: head.split(mark).length - 1 }))
    .sort((a, b) => b.count - a.count);
  return best !== undefined && best.count >= 2 ? best.mark : undefined;
};

/** What a column is called without what an export adds in brackets: `To (Address)`. */
const nameOf = (column: string): string => {
  const name = column.trim().replace(/^\ufeff?"|"$/g, '');
  return name.replace(/ ?\((?:Address|Envelope|Header|UTC|bytes)\)$/i, '');
};

/** Columns of a head that say who wrote a message or to whom, and what became of it. */
const WHOM: ReadonlySet<string | undefined> = new Set(['recipient', 'weakRecipient', 'sender', 'weakSender']);
const WHAT: ReadonlySet<string | undefined> = new Set(['status', 'reply', 'code', 'weakStatus']);

export function startsNamedTable(text: string, at: number): boolean {
  if (!/[A-Za-z"]/.test(text.charAt(at))) return false;
  const end = lineEnd(text, at, 3000);
  if (end - at < 20) return false;
  const head = text.slice(at, end).trimEnd();
  const separator = separatorOf(head);
  if (separator === undefined) return false;
  const columns = head.split(separator);
  if (/[.!?]$/.test(head) || columns.some((column) => column.trim().split(/\s+/).length > 6)) return false;
  if (columns.length < 4 || columns.some((column) => column.length > 60 || /[@=:]\S|[.!?] /.test(column))) return false;
  const slots = columns.map((column) => exportSlot(nameOf(column)));
  if (!slots.some((slot) => WHOM.has(slot)) || !slots.some((slot) => WHAT.has(slot))) return false;
  if (slots.filter((slot) => slot !== undefined).length < 3) return false;
  // A list of words in a sentence is followed by no row.
  const next = behindBreak(text, end);
  const row = text.slice(next, Math.max(next, lineEnd(text, next, 8000)));
  return row.includes('@') && row.split(separator).length >= Math.min(columns.length, 4) - 1;
}

/** A row of such a table goes on with it: it has values between separators. */
export const isNamedRow = (text: string, at: number): boolean => {
  ROW.lastIndex = at;
  return ROW.test(text);
};

const ROW = /[^\r\n,\t;|]{0,300}[,\t;|][^\r\n]{0,4000}[,\t;|]/y;

/** Lines of one row, where a value in quotes has breaks of lines. */
const LINES = 60;

/** The line behind the row that starts at a line (RFC 4180 2.6). */
export function endOfRow(lines: Lines, first: number): number {
  for (let line = first, quotes = 0; line < first + LINES && lines.has(line); line++) {
    const row = lines.text.slice(lines.start(line), Math.min(lines.end(line), lines.start(line) + 65_536));
    for (let at = row.indexOf('"'); at >= 0; at = row.indexOf('"', at + 1)) quotes++;
    if (quotes % 2 === 0) return line + 1;
  }
  return first + 1;
}

export const namedColumns = (head: string): readonly string[] => {
  const separator = separatorOf(head) ?? ',';
  const names = head.split(separator).map((column) => nameOf(column));
  return separator === ',' ? names : [...names, `${MARK}${separator}`];
};

/** What keeps the separator of a table with its columns. */
const MARK = 'separator ';

/** What a row says of one message. */
export function readNamedTable(draft: EntryDraft, row: LogWord, columns: readonly string[]): void {
  const last = columns.at(-1) ?? '';
  const separator = last.startsWith(MARK) ? (last.slice(MARK.length) as Separator) : ',';
  const values = readRow(row, separator);
  // The row of the names themselves.
  if (values.every(({ text }, i) => nameOf(text) === columns[i])) return;
  const fields: JsonField[] = [];
  values.forEach((value, i) => {
    const name = columns[i];
    if (name !== undefined && value.text !== '') append(fields, fieldsOf(name, value));
  });
  readNamedValues(draft, fields);
}

/** `bob@contoso.test##Receive, Fail;eve@contoso.test##Receive, Deliver`: those are told for whom it went worst. */
function fieldsOf(name: string, value: LogWord): readonly JsonField[] {
  if (!value.text.includes('##')) return [{ name, under: [], value }];
  const each = [...value.text.matchAll(/[^;#]{1,320}##[^;#]{0,100}/g)].slice(0, 500);
  const states = each.map((match) => match[0].slice(match[0].indexOf('##')));
  const worst = WORST.find((word) => states.some((state) => state.includes(word))) ?? '';
  return each
    .filter((_one, i) => states[i]?.includes(worst) === true)
    .map((match) => ({ name: 'recipient', under: [], value: part(value, match.index, match.index + match[0].length) }));
}

/** What a message trace says of a recipient, the worst first. */
const WORST = ['Fail', 'Quarantine', 'Defer', 'Pending', 'Drop', 'FilteredAsSpam'];
