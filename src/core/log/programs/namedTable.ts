import type { Lines } from '../../text/lines.ts';
import { append } from '../../text/lists.ts';
import type { Span } from '../../text/span.ts';
import { readRow, type Separator } from '../csvRow.ts';
import type { EntryDraft } from '../draft.ts';
import { exportSlot } from '../exports/fieldMap.ts';
import type { JsonField } from '../exports/jsonText.ts';
import { readNamedValues } from '../exports/namedValues.ts';
import { STATED } from '../exports/statedRecipients.ts';
import { behindBreak, lineEnd } from '../lineEnd.ts';
import type { LogWord } from '../log.ts';
import { bare, part } from '../logWords.ts';

/** The separator of a table whose first line names its columns: the one of which there are most. */
const separatorOf = (head: string): Separator =>
  ([',', '\t', ';', '|'] as const).reduce((best, mark) =>
    head.split(mark).length > head.split(best).length ? mark : best,
  );

/** What a column is called without what an export adds in brackets: `To (Address)`. */
const nameOf = (column: string): string => {
  const name = column.trim().replace(/^"|"$|^#Fields: /g, '');
  return name.replace(/ ?\((?:Address|Envelope|Header|UTC(?:[+-]\d\d:\d\d)?|bytes)\)$/i, '');
};

/** A line that a table is drawn with: of Markdown, of a database's shell. */
const RULER = /^[ \t]{0,20}[|+]?(?:[-=:][-=:+| ]{3,4000})[|+]?[ \t]{0,20}$/;
const isRuler = (line: string): boolean => RULER.test(line) && /-{3}|={3}/.test(line);

/** A line of a drawn table without the bars at its ends. */
const inside = (line: string): string => line.replace(/^[ \t]{0,20}\|[ \t]?|[ \t]?\|[ \t\r]{0,20}$/g, '');

/** What Exchange writes in front of the names of the columns of what its agents did (Agent Log). */
const FIELDS = /^#Fields: (?=Timestamp,)/;

const lineFrom = (text: string, at: number): string => text.slice(at, Math.max(at, lineEnd(text, at, 8000)));

/** Columns of a head that say who wrote a message or to whom, and what became of it. */
const WHOM: ReadonlySet<string | undefined> = new Set(['recipient', 'weakRecipient', 'sender', 'weakSender']);
const WHAT: ReadonlySet<string | undefined> = new Set(['status', 'reply', 'code', 'weakStatus']);

export function startsNamedTable(text: string, at: number): boolean {
  if (!/[\p{L}"|+#]/u.test(text.charAt(at))) return false;
  // What stands in front of a line of a log is a bar of the table here.
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const isDrawn = /^[ \t]{0,20}[|+]/.test(text.slice(start, at + 1));
  let first = isDrawn ? start : at;
  if (isDrawn && isRuler(lineFrom(text, first))) first = behindBreak(text, lineEnd(text, first, 8000));
  const end = lineEnd(text, first, 3000);
  if (end - first < 20) return false;
  const line = text.slice(first, end);
  if (line.startsWith('#') && !FIELDS.test(line)) return false;
  const head = (isDrawn ? inside(line) : line.replace(FIELDS, '')).trim();
  const separator = separatorOf(head);
  const columns = head.split(separator);
  if (/[.!?]$/.test(head) || columns.some((column) => column.trim().split(/\s+/).length > 6)) return false;
  if (columns.length < 4 || columns.some((column) => column.length > 60 || /[@=:]\S|[.!?] /.test(nameOf(column))))
    return false;
  const slots = columns.map((column) => exportSlot(nameOf(column)));
  if (!slots.some((slot) => WHOM.has(slot)) || !slots.some((slot) => WHAT.has(slot))) return false;
  if (slots.filter((slot) => slot !== undefined).length < 3) return false;
  // A list of words in a sentence is followed by no row.
  let next = behindBreak(text, end);
  if (isRuler(lineFrom(text, next))) next = behindBreak(text, lineEnd(text, next, 8000));
  const row = lineFrom(text, next);
  return row.includes('@') && row.split(separator).length >= Math.min(columns.length, 4) - 1;
}

/** A row of such a table goes on with it: it has values between separators. */
export const isNamedRow = (text: string, at: number): boolean => {
  ROW.lastIndex = at;
  return ROW.test(text);
};

const ROW = /[^\r\n,\t;|]{0,300}[,\t;|][^\r\n]{0,4000}[,\t;|]/y;

/** Lines of one row, where a value in quotes has breaks of lines. */
const LINES = 1000;
/** Characters of one line that are looked at for the end of such a value. */
const LONGEST = 65_536;

/** The line behind the row that starts at a line (RFC 4180 2.6). */
export function endOfRow(lines: Lines, first: number): number {
  let open = false;
  for (let line = first; line < first + LINES && lines.has(line); line++) {
    open = staysOpen(lines.text.slice(lines.start(line), Math.min(lines.end(line), lines.start(line) + LONGEST)), open);
    if (!open) return line + 1;
  }
  return first + 1;
}

/** Whether a row ends in the middle of a value, whose end was not found. */
export const isCutRow = (row: string): boolean => staysOpen(row.slice(0, LONGEST), false);

/** Whether a value in quotes is open behind a piece of a row; it is opened at the start of a value only (RFC 4180 2.5). */
function staysOpen(piece: string, before: boolean): boolean {
  let open = before;
  for (let at = piece.indexOf('"'); at >= 0; at = piece.indexOf('"', at + 1)) {
    if (!open) open = at === 0 || /[,\t;|]/.test(piece.charAt(at - 1));
    else if (piece[at + 1] === '"') at++;
    else open = false;
  }
  return open;
}

/** The names of the columns of a table that starts at a line, and behind them its separator where it is no comma. */
export const namedColumns = (lines: Lines, first: number): readonly string[] => {
  const top = lines.at(first).slice(0, 8000);
  const head = inside((isRuler(top) ? lines.at(first + 1) : top).slice(0, 4000));
  const separator = separatorOf(head);
  const names = head.split(separator).map((column) => nameOf(column));
  return separator === ',' ? names : [...names, `${MARK}${separator}`];
};

/** What keeps the separator of a table with its columns. */
const MARK = 'separator ';

function insideOf(row: LogWord): LogWord {
  const from = /^[ \t]{0,20}\|/.exec(row.text)?.[0].length ?? 0;
  const to = row.text.replace(/\|[ \t\r]{0,20}$/, '').length;
  return part(row, from, Math.max(from, to));
}

/** What a row says of one message. */
export function readNamedTable(
  draft: EntryDraft,
  row: LogWord,
  columns: readonly string[],
  others: readonly Span[] = [],
): void {
  const last = columns.at(-1) ?? '';
  const separator = last.startsWith(MARK) ? (last.slice(MARK.length) as Separator) : ',';
  if (isRuler(row.text)) return;
  const values = separator === '|' ? readRow(insideOf(row), separator).map(bare) : readRow(row, separator);
  // The row of the names themselves.
  if (values.every(({ text }, i) => nameOf(text) === columns[i])) return;
  const fields: JsonField[] = [];
  values.forEach((value, i) => {
    const name = columns[i];
    if (name !== undefined && value.text !== '') append(fields, fieldsOf(name, value, others));
  });
  readNamedValues(draft, fields);
}

/** `bob@contoso.test##Receive, Fail;eve@contoso.test##Receive, Deliver`, without those that `others` hold. */
function fieldsOf(name: string, value: LogWord, others: readonly Span[]): readonly JsonField[] {
  if (!value.text.includes('##')) return [{ name, under: [], value }];
  return [...value.text.matchAll(STATED)]
    .map((match) => part(value, match.index, match.index + match[0].length))
    .filter(({ start }) => !others.some((gap) => start >= gap.start && start < gap.end))
    .map((one) => ({ name: 'recipient', under: [], value: one }));
}
