import { readRow } from '../csvRow.ts';
import type { EntryDraft } from '../draft.ts';
import { slotOf } from '../fieldNames.ts';
import { lineEnd } from '../lineEnd.ts';
import type { LogWord } from '../log.ts';
import type { Pair } from '../logWords.ts';
import { readNamed } from '../namedFields.ts';
import { byReply } from './keyValue.ts';

/** Columns that a table of messages has: for whom, from whom, and what became of it. */
const NEEDED = ['recipient', 'sender'] as const;

/** The separator of a table whose first line names its columns. */
const separatorOf = (head: string): ',' | '\t' | undefined =>
  head.includes('\t') ? '\t' : head.includes(',') ? ',' : undefined;

/** What a column is called without what an export adds in brackets: `To (Address)`. */
const nameOf = (column: string): string => {
  const name = column.trim().replace(/^"|"$/g, '');
  return slotOf(name) === undefined ? name.replace(/ ?\((?:Address|Envelope|Header|UTC)\)$/i, '') : name;
};

export function startsNamedTable(text: string, at: number): boolean {
  if (!/[A-Za-z"]/.test(text.charAt(at))) return false;
  const end = lineEnd(text, at, 2000);
  if (end - at < 20) return false;
  const head = text.slice(at, end).trimEnd();
  const separator = separatorOf(head);
  if (separator === undefined) return false;
  const columns = head.split(separator);
  if (columns.length < 4 || columns.some((column) => column.length > 60 || /[@=]/.test(column))) return false;
  const slots = new Set(columns.map((column) => slotOf(nameOf(column))));
  return NEEDED.every((slot) => slots.has(slot)) && (slots.has('status') || slots.has('reply'));
}

/** A row of such a table goes on with it: it has values between separators. */
export const isNamedRow = (text: string, at: number): boolean => {
  ROW.lastIndex = at;
  return ROW.test(text);
};

const ROW = /[^\r\n,\t]{0,300}[,\t][^\r\n]{0,4000}[,\t]/y;

export const namedColumns = (head: string): readonly string[] =>
  head.split(separatorOf(head) ?? ',').map((column) => nameOf(column));

/** What a row says of one message. */
export function readNamedTable(draft: EntryDraft, row: LogWord, columns: readonly string[]): void {
  const separator = row.text.includes('\t') && !row.text.includes(',') ? '\t' : ',';
  const pairs: Pair[] = [];
  const values = readRow(row, separator);
  // The row of the names themselves.
  if (values.every(({ text }, i) => nameOf(text) === columns[i])) return;
  values.forEach((value, i) => {
    const name = columns[i];
    if (name !== undefined && value.text !== '') pairs.push({ name, value });
  });
  readNamed(draft, pairs);
  byReply(draft);
}
