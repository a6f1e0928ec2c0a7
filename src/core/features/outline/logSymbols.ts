import type { TextDocument } from 'vscode-languageserver-textdocument';
import { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { entryAt } from '../../log/entries.ts';
import { type LoggedMessage, linkedEntries } from '../../log/linkedEntries.ts';
import type { Log, LogEntry, LogOutcome } from '../../log/log.ts';
import type { Lines } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { rangeOf } from '../positions.ts';

/** An outline of more lines is none that anybody reads. */
const MOST_LINES = 20_000;
const MOST_RECIPIENTS = 100;

/** The messages of a log: who sent each to whom, and what became of it for each recipient; `most` symbols in all. */
export function logSymbols(document: TextDocument, lines: Lines, log: Log, most: number): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  let read = 0;
  let count = 0;
  const { messages } = linkedEntries(lines, log);
  for (const message of messages) {
    if (count >= most - MOST_RECIPIENTS || read > MOST_LINES) {
      const range = rangeOf(document, lineSpan(lines, message.lines[0] as number));
      const left = messages.length - symbols.length;
      const name = left === 1 ? '1 more message' : `${left} more messages`;
      symbols.push(DocumentSymbol.create(name, 'not listed', SymbolKind.Event, range, range));
      break;
    }
    const some = message.lines.slice(0, MOST_LINES);
    read += some.length;
    const entries = some.map((line) => entryAt(lines, log, lines.start(line))).filter(isFirst);
    const symbol = messageSymbol(document, lines, message, entries);
    count += 1 + (symbol.children?.length ?? 0);
    symbols.push(symbol);
  }
  return symbols;
}

/** An entry of several lines counts once. */
const isFirst = ({ start }: LogEntry, i: number, all: readonly LogEntry[]): boolean => start !== all[i - 1]?.start;

/** What became of the message for one recipient, by the last line that says so. */
interface Fate {
  readonly address: string;
  readonly entry: LogEntry;
  readonly outcome?: LogOutcome;
}

function messageSymbol(
  document: TextDocument,
  lines: Lines,
  message: LoggedMessage,
  entries: readonly LogEntry[],
): DocumentSymbol {
  const first = message.lines[0] as number;
  const last = message.lines.at(-1) ?? first;
  const fates = fatesOf(entries);
  const sender = entries.find((entry) => entry.sender !== undefined)?.sender?.text;
  const id = entries.find((entry) => entry.queueId !== undefined)?.queueId?.text ?? message.ids[0] ?? 'no queue';
  const from = sender === undefined ? '?' : sender === '' ? '<>' : sender;
  const range = rangeOf(document, { start: lines.start(first), end: lines.end(last) });
  return DocumentSymbol.create(
    `${id}: ${from} → ${recipientWords(fates)}`.slice(0, 200),
    outcomeWords(fates, entries),
    SymbolKind.Event,
    range,
    rangeOf(document, lineSpan(lines, first)),
    recipientSymbols(document, lines, fates),
  );
}

function recipientSymbols(document: TextDocument, lines: Lines, fates: readonly Fate[]): DocumentSymbol[] {
  const symbols = fates.slice(0, MOST_RECIPIENTS).map((fate) => recipientSymbol(document, lines, fate));
  const [next, ...others] = fates.slice(MOST_RECIPIENTS);
  if (next === undefined) return symbols;
  const range = rangeOf(document, lineSpan(lines, lines.lineOf(next.entry.start)));
  const name = others.length === 0 ? '1 more recipient' : `${others.length + 1} more recipients`;
  return [...symbols, DocumentSymbol.create(name, 'not listed', SymbolKind.Field, range, range)];
}

const lineSpan = (lines: Lines, line: number): Span => ({ start: lines.start(line), end: lines.end(line) });

function recipientSymbol(document: TextDocument, lines: Lines, { address, entry, outcome }: Fate): DocumentSymbol {
  const range = rangeOf(document, lineSpan(lines, lines.lineOf(entry.start)));
  const code = entry.reply?.code ?? entry.dsn?.text;
  const said = [outcome, code].filter((part) => part !== undefined).join(' ');
  return DocumentSymbol.create(`to ${address || '(nobody)'}`.slice(0, 200), said, SymbolKind.Field, range, range);
}

function fatesOf(entries: readonly LogEntry[]): readonly Fate[] {
  const fates = new Map<string, Fate>();
  for (const entry of entries) {
    const { outcome } = entry;
    for (const { text: address } of entry.recipients) {
      const key = address.toLowerCase();
      const old = fates.get(key);
      const tells = outcome !== undefined && outcome !== 'received';
      if (old === undefined || tells) {
        fates.set(key, { address: old?.address ?? address, entry, ...(tells && { outcome }) });
      }
    }
  }
  return [...fates.values()];
}

function recipientWords(fates: readonly Fate[]): string {
  if (fates.length === 0) return '?';
  const names = fates.slice(0, 3).map(({ address }) => address || '?');
  return fates.length > 3 ? `${names.join(', ')} and ${fates.length - 3} more` : names.join(', ');
}

/** `sent`, or how many recipients met with which end; the message's own end where no line names a recipient. */
function outcomeWords(fates: readonly Fate[], entries: readonly LogEntry[]): string {
  const counts = new Map<LogOutcome, number>();
  for (const { outcome } of fates) if (outcome !== undefined) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  if (counts.size === 0)
    return entries.findLast(({ outcome }) => outcome !== undefined && outcome !== 'removed')?.outcome ?? '';
  const code = fates.find(({ entry, outcome }) => outcome !== 'sent' && entry.reply !== undefined)?.entry.reply;
  const said = code === undefined ? '' : ` ${[code.code, code.enhanced].filter(Boolean).join(' ')}`;
  if (counts.size === 1) return `${[...counts.keys()][0]}${said}`;
  return `${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}${said && `,${said}`}`;
}
