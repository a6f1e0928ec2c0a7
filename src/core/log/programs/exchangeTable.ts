import type { Lines } from '../../text/lines.ts';
import type { EntryDraft } from '../draft.ts';
import { exportSlot } from '../exports/fieldMap.ts';
import { behindBreak, lineEnd } from '../lineEnd.ts';
import type { LogWord } from '../log.ts';
import { bare, type Pair, part } from '../logWords.ts';
import { readExchangePairs } from './exchangeList.ts';

const COLUMNS: ReadonlySet<string> = new Set(
  'Timestamp|EventId|Source|Sender|Recipients|RecipientStatus|MessageSubject|ServerHostname|ClientHostname|ConnectorId|Received|SenderAddress|RecipientAddress|Subject|Status|ToIP|FromIP|Size|MessageId|MessageTraceId|Date|Event|Action|Detail|Identity|DeliveryType|MessageCount|NextHopDomain|LastError|Queue|FromAddress|RetryCount|NextHopConnector|Velocity|RiskLevel|OutboundIPPool'.split(
    '|',
  ),
);
const SURE =
  /\b(?:EventId|SenderAddress|RecipientAddress|RecipientStatus|NextHopDomain|DeliveryType|Recipients|FromAddress|Date +Event)\b/;

/** Where a table begins: the names of columns that the cmdlets of Exchange show, and a line of dashes below. */
export function startsTable(text: string, at: number): boolean {
  const end = lineEnd(text, at, 600);
  if (end < 0) return false;
  const head = text.slice(at, end).trimEnd();
  const names = head.trim().split(/\s+/);
  const below = behindBreak(text, end);
  const ruler = text.slice(below, Math.max(below, lineEnd(text, below, 600)));
  if (!/^[ \t>|]{0,8}-{2,}[- \t]{0,600}$/.test(ruler)) return false;
  if (SURE.test(head) && names.length > 1 && names.every((name) => COLUMNS.has(name))) return true;
  return isOfMail(head, ruler);
}

/** Whether the columns that a ruler marks name who or for whom, and what became of it. */
function isOfMail(head: string, ruler: string): boolean {
  const slots = [...ruler.matchAll(/-{2,200}/g)].map(({ 0: dashes, index }) =>
    exportSlot(head.slice(index, index + Math.max(dashes.length, 2)).trim()),
  );
  return (
    slots.length > 2 &&
    slots.some((slot) => slot !== undefined && /recipient|sender/i.test(slot)) &&
    slots.some((slot) => slot === 'status' || slot === 'reply' || slot === 'code')
  );
}

/** Whether a row of a table stands here: it begins with a time, an event or a name and has columns. */
export const isTableRow = (text: string, at: number): boolean => {
  ROW.lastIndex = at;
  return ROW.test(text);
};

const ROW = /[ \t>|]{0,8}(?:-{2,}[- \t]{1,600}(?=\r?\n|$)|\S[^\r\n]{0,300}? {1,}(?=\S)[^\r\n]{3,})/y;

/** The names of the columns, each with the place at which it begins. */
export function tableColumns(lines: Lines, first: number): readonly string[] {
  const head = lines.at(first);
  const marks = [
    ...lines
      .at(first + 1)
      .slice(0, 4000)
      .matchAll(/-{2,200}/g),
  ];
  const isSpaced = / \S+ \S/.test(head.trim()) && marks.length > 2;
  if (isSpaced && marks.every(({ index }) => /\S/.test(head.charAt(index)))) {
    return marks.map(({ index }, i) => `${head.slice(index, marks[i + 1]?.index ?? head.length).trim()}@${index}`);
  }
  return [...lines.at(first).matchAll(/\S+/g)].map((match) => `${match[0]}@${match.index}`);
}

/** A row of a table whose columns stand below their names. */
export function readExchangeTable(draft: EntryDraft, row: LogWord, columns: readonly string[]): void {
  if (/^[\s>|-]*$/.test(row.text) || columns.every((column) => row.text.includes(column.split('@')[0] as string)))
    return;
  const pairs: Pair[] = [];
  columns.forEach((column, i) => {
    const [name = '', place = '0'] = column.split('@');
    const from = Math.min(Number(place), row.text.length);
    const next = columns[i + 1]?.split('@')[1];
    const value = bare(part(row, from, next === undefined ? row.text.length : Math.min(Number(next), row.text.length)));
    if (value.text !== '' && value.text !== '...' && value.text !== '…') pairs.push({ name, value });
  });
  readExchangePairs(draft, pairs);
}
