import { keptBack } from '../replies/keptBack.ts';
import { defined } from '../text/defined.ts';
import type { Lines } from '../text/lines.ts';
import { type EntryDraft, newDraft } from './draft.ts';
import { frameEnd, frameStart } from './dress.ts';
import { entrySpanAt, entrySpans } from './entrySpans.ts';
import { readDmarcReport } from './exports/dmarcReport.ts';
import { readFilterReport } from './exports/filterReport.ts';
import { rowFields } from './exports/jsonTable.ts';
import { jsonFields } from './exports/jsonText.ts';
import { readHeld, readOriginal } from './exports/labelled.ts';
import { readLabelled } from './exports/labelledRecord.ts';
import { fieldsWithout, journalFields, lineIn, type ReadInner, readRecord, wordOf } from './exports/record.ts';
import { openingIn } from './exports/recordKind.ts';
import { pieceAt } from './exports/recordSpans.ts';
import { readTlsReport } from './exports/tlsReport.ts';
import { type Frame, readSyslogFrame, syslogHead } from './frame.ts';
import { kindOf, kinds, type LogKind } from './kinds.ts';
import type { Log, LogEntry, LogFormat, LogWord } from './log.ts';
import { part } from './logWords.ts';
import { formatOfWords, programFormat } from './programNames.ts';
import { readAmavis } from './programs/amavis.ts';
import { readApplication, startsApplication } from './programs/application.ts';
import { readExchange, readExchange2003 } from './programs/exchange.ts';
import { readExchangeConnectivity } from './programs/exchangeConnectivity.ts';
import { readExchangeList } from './programs/exchangeList.ts';
import { readExchangeProtocol } from './programs/exchangeProtocol.ts';
import { readExchangeTable } from './programs/exchangeTable.ts';
import { readExim } from './programs/exim.ts';
import { readHaraka } from './programs/haraka.ts';
import { readHmailserver } from './programs/hmailserver.ts';
import { isPiped, pairsIn, readKeyValue } from './programs/keyValue.ts';
import { readMaddy } from './programs/maddy.ts';
import { readMdaemon } from './programs/mdaemon.ts';
import { readMsmtp } from './programs/msmtp.ts';
import { readNamedTable } from './programs/namedTable.ts';
import { readOpensmtpd } from './programs/opensmtpd.ts';
import { readOther } from './programs/other.ts';
import { readPostfix } from './programs/postfix.ts';
import { readPowermta } from './programs/powermta.ts';
import { readQmail } from './programs/qmail.ts';
import { readRspamd } from './programs/rspamd.ts';
import { readSendmail } from './programs/sendmail.ts';
import { readStalwart } from './programs/stalwart.ts';
import { readTmail } from './programs/tmail.ts';
import { readRoute } from './queues/eximRoutes.ts';
import { readTrace } from './queues/mailTrace.ts';
import { readQueueFile } from './queues/postcat.ts';
import { readQueued } from './queues/queue.ts';
import { readQueueRow } from './queues/queueRows.ts';
import { findRefusal } from './words.ts';
import { placed, restored } from './wrapped.ts';

/** Characters of a line that are read; that a longer one is read in part is told with its log. */
export const LONGEST_LINE = 16_384;

/** Formats whose programs repeat what a server said in sentences of their own. */
const WORDED: ReadonlySet<LogFormat> = new Set([
  'postfix',
  'opensmtpd',
  'haraka',
  'stalwart',
  'maddy',
  'tmail',
  'hmailserver',
]);

/** Formats whose lines stand in the frame of syslog, or in one that looks like it. */
const OWN_FRAME: ReadonlySet<LogFormat> = new Set([
  'mdaemon',
  'powermta',
  'exchange-tracking',
  'exchange-2003-tracking',
  'tmail',
  'hmailserver',
  'application',
]);

/**
 * Reads the entry of a log that stands from `start` to `end`, usually a line. Never fails: what is not understood is
 * left out.
 */
export function readEntry(text: string, start: number, end: number, log: Pick<Log, 'format' | 'columns'>): LogEntry {
  if (log.format === 'record') return readPiece(text, start, end, log);
  const piece = log.format === 'named-table' ? pieceAt(log, start) : undefined;
  if (piece !== undefined) {
    const draft = newDraft(log.format, { start, end, text: '' });
    readNamedTable(draft, wordOf(text, piece.own.start, piece.own.end), log.columns ?? [], piece.others);
    return draft;
  }
  const whole = kindOf(log.format)?.endOfEntry !== undefined;
  const from = whole ? start : Math.min(frameStart(text, start), end);
  const before = text.slice(start, from);
  const to = Math.min(from + frameEnd(before, text.slice(from, end)), from + LONGEST_LINE);
  const restoration = whole ? undefined : restored(text, from, to);
  if (restoration === undefined) return readLine({ start: from, end: to, text: text.slice(from, to) }, log);
  const line = { start: 0, end: restoration.text.length, text: restoration.text };
  return placed(readLine(line, log), restoration);
}

/** What an object of JSON says of one delivery. */
function readPiece(text: string, start: number, end: number, log: Pick<Log, 'format'>): LogEntry {
  const piece = pieceAt(log, start);
  const open = openingIn(text, start, end);
  const { start: from, end: to } = piece?.own ?? { start: open < 0 ? start : open, end };
  const word = wordOf(text, from, to);
  const draft = newDraft('record', { start, end, text: '' });
  const fields =
    open < 0
      ? journalFields(word)
      : piece?.columns !== undefined
        ? rowFields(word, piece.columns)
        : fieldsWithout(word, piece?.others ?? []);
  readRecord(draft, word, fields, readInner);
  return draft;
}

/** Reads a line that stands in a field; where another field says which program wrote it, the line has no frame. */
const readInner: ReadInner = (line, format, program) => {
  if (program === undefined) return readLine(line, { format });
  const draft = newDraft(format, line);
  draft.program = { start: line.start, end: line.start, text: program };
  readers[format](draft, line, []);
  if (draft.outcome === undefined && WORDED.has(format)) findRefusal(draft, draft.reason ?? line);
  sentNowhere(draft);
  return draft;
};

/** How many logs may stand in each other: a log of a container in the log of its host. */
const NESTED = 2;

function readLine(line: LogWord, log: Pick<Log, 'format' | 'columns'>, nested = NESTED): LogEntry {
  // A program that begins its lines in a way of its own, sent on as syslog.
  const head = log.format === 'application' && !startsApplication(line.text, 0) ? syslogHead(line.text, 0) : undefined;
  if (head !== undefined && nested > 0 && startsApplication(line.text, head.end)) {
    const { time, host, rest } = readSyslogFrame(line);
    return { ...readLine(rest, log, nested - 1), ...defined({ time, host }), start: line.start };
  }
  const own =
    (OWN_FRAME.has(log.format) && !(log.format === 'application' && syslogHead(line.text, 0) !== undefined)) ||
    kindOf(log.format)?.endOfEntry !== undefined ||
    isUnframed(line.text) ||
    kindOf(log.format)?.continues(line.text, 0) === true;
  const frame = own ? { rest: line } : withoutRepeat(readSyslogFrame(line));
  const known = frame.program === undefined ? log.format : programFormat(frame.program.text);
  const inner = known === undefined || known === 'syslog' ? innerFormat(frame.rest.text) : undefined;
  if (inner !== undefined && nested > 0 && frame.program !== undefined) {
    return { ...readLine(frame.rest, { format: inner }, nested - 1), start: line.start };
  }
  const format = known ?? formatOfWords(frame.rest.text) ?? 'syslog';
  const draft = newDraft(format, line);
  if (frame.time !== undefined) draft.time = frame.time;
  if (frame.host !== undefined) draft.host = frame.host;
  if (frame.program !== undefined) draft.program = frame.program;
  if (frame.process !== undefined) draft.process = frame.process;
  readers[format](draft, frame.rest, log.columns ?? []);
  if (draft.outcome === undefined && WORDED.has(format)) findRefusal(draft, draft.reason ?? frame.rest);
  sentNowhere(draft);
  return draft;
}

const REPEATED = /^message repeated \d{1,9} times?: \[ ?(?=.*\]$)/;

/** `message repeated 2 times: [ …]`: rsyslog says so instead of an entry that came again (imuxsock, "repeated message reduction"). */
function withoutRepeat(frame: Frame): Frame {
  const front = REPEATED.exec(frame.rest.text)?.[0].length;
  return front === undefined ? frame : { ...frame, rest: part(frame.rest, front, frame.rest.text.length - 1) };
}

/** A filter that takes a message and keeps it has not sent it on, whatever the status says. */
function sentNowhere(draft: EntryDraft): void {
  const what = draft.outcome === 'sent' && draft.reply !== undefined ? keptBack(draft.reply.text) : undefined;
  if (what !== undefined) draft.outcome = what;
}

const isWhole = ({ endOfEntry, weak }: LogKind): boolean => endOfEntry === undefined && weak !== true;

/** The format of a whole line of a log that another log quotes. */
function innerFormat(rest: string): LogFormat | undefined {
  if (syslogHead(rest, 0) !== undefined) return 'syslog';
  return kinds.find((kind) => isWhole(kind) && kind.starts(rest, 0))?.format;
}

/** The entries of a log in order; a line that nobody wrote is an entry that names nothing. */
export function* entriesIn(lines: Lines, log: Log, from = log.start, to = log.end): Generator<LogEntry> {
  for (const { start, end } of entrySpans(lines, log, from, to)) yield readEntry(lines.text, start, end, log);
}

/** The entry at an offset. */
export function entryAt(lines: Lines, log: Log, offset: number): LogEntry {
  const { start, end } = entrySpanAt(lines, log, offset);
  return readEntry(lines.text, start, end, log);
}

/** Exim's own stamp before an id would pass for the frame of syslog. */
const UNFRAMED = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\S{0,10} (?:[+-]\d{4} )?(?:\[|#\d|\w{6}-\w{6,11}-\w{2,4} )/;
const isUnframed = (line: string): boolean => UNFRAMED.test(line);

type Reader = (draft: EntryDraft, rest: LogWord, columns: readonly string[]) => void;

const readers: Readonly<Record<LogFormat, Reader>> = {
  postfix: readPostfix,
  exim: readExim,
  sendmail: readSendmail,
  opensmtpd: readOpensmtpd,
  haraka: readHaraka,
  rspamd: readRspamd,
  amavis: readAmavis,
  mdaemon: readMdaemon,
  powermta: readPowermta,
  msmtp: readMsmtp,
  'exchange-tracking': readExchange,
  'exchange-2003-tracking': readExchange2003,
  stalwart: readStalwart,
  maddy: readMaddy,
  qmail: readQmail,
  tmail: readTmail,
  hmailserver: readHmailserver,
  'key-value': readPairs,
  'exchange-list': readExchangeList,
  'exchange-table': readExchangeTable,
  application: readApplication,
  'exchange-protocol': readExchangeProtocol,
  queue: readQueued,
  'named-table': readNamedTable,
  record: (draft, rest) => readRecord(draft, rest, jsonFields(rest), readInner),
  'filter-report': readFilterReport,
  'shown-original': readOriginal,
  'quarantine-notice': readHeld,
  labelled: readLabelled,
  'queue-file': readQueueFile,
  'exim-route': readRoute,
  'mail-trace': readTrace,
  'queue-rows': readQueueRow,
  'dmarc-report': readDmarcReport,
  'tls-report': readTlsReport,
  'exchange-connectivity': readExchangeConnectivity,
  syslog: readOther,
};

/** Names with values: the line of a log that one of them holds (logfmt), else what they say themselves. */
function readPairs(draft: EntryDraft, rest: LogWord): void {
  const fields = pairsIn(rest).map(({ name, value }) => ({ name, under: [], value }));
  if (lineIn(fields) !== undefined || isPiped(rest.text)) readRecord(draft, rest, fields, readInner);
  else readKeyValue(draft, rest);
}
