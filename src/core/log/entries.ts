import type { Lines } from '../text/lines.ts';
import { readAmavis } from './amavis.ts';
import { type EntryDraft, newDraft, setReply } from './draft.ts';
import { readExchange, readExchange2003 } from './exchange.ts';
import { readExim } from './exim.ts';
import { frameStart, readSyslogFrame } from './frame.ts';
import { readHaraka } from './haraka.ts';
import { programFormat } from './kinds.ts';
import type { Log, LogEntry, LogFormat, LogWord } from './log.ts';
import { part } from './logWords.ts';
import { readMdaemon } from './mdaemon.ts';
import { readMsmtp } from './msmtp.ts';
import { readOpensmtpd } from './opensmtpd.ts';
import { readPostfix } from './postfix.ts';
import { readPowermta } from './powermta.ts';
import { readRspamd } from './rspamd.ts';
import { readSendmail } from './sendmail.ts';

/** No log writes longer lines; what stands behind is not read. */
const LONGEST = 16_384;

/** Formats whose lines stand in the frame of syslog, or in one that looks like it. */
const OWN_FRAME: ReadonlySet<LogFormat> = new Set([
  'mdaemon',
  'powermta',
  'exchange-tracking',
  'exchange-2003-tracking',
]);

/** Reads the line of a log that stands from `start` to `end`. Never fails: what is not understood is left out. */
export function readEntry(text: string, start: number, end: number, log: Pick<Log, 'format' | 'columns'>): LogEntry {
  const from = Math.min(frameStart(text, start), end);
  const to = Math.min(end, from + LONGEST);
  const line: LogWord = { start: from, end: to, text: text.slice(from, to) };
  const own = OWN_FRAME.has(log.format) || isUnframed(line.text);
  const frame = own ? { rest: line } : readSyslogFrame(line);
  const format = frame.program === undefined ? log.format : (programFormat(frame.program.text) ?? 'syslog');
  const draft = newDraft(format, line);
  if (frame.time !== undefined) draft.time = frame.time;
  if (frame.host !== undefined) draft.host = frame.host;
  if (frame.program !== undefined) draft.program = frame.program;
  if (frame.process !== undefined) draft.process = frame.process;
  readers[format](draft, frame.rest, log.columns ?? []);
  return draft;
}

/** The entries of a log in order; a line that nobody wrote is an entry that names nothing. */
export function* entriesIn(text: string, lines: Lines, log: Log): Generator<LogEntry> {
  for (let line = lines.lineOf(log.start); lines.has(line) && lines.start(line) < log.end; line++) {
    yield readEntry(text, lines.start(line), lines.end(line), log);
  }
}

/** The entry on whose line `offset` stands. */
export function entryAt(text: string, log: Log, offset: number): LogEntry {
  let start = Math.min(Math.max(offset, log.start), log.end);
  let end = start;
  while (start > log.start && !isBreak(text.charCodeAt(start - 1))) start--;
  while (end < log.end && !isBreak(text.charCodeAt(end))) end++;
  return readEntry(text, start, end, log);
}

const isBreak = (c: number): boolean => c === 10 || c === 13;

/** Exim's own stamp before an id would pass for the frame of syslog. */
const isUnframed = (line: string): boolean =>
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\S{0,10} (?:[+-]\d{4} )?(?:\[|#\d|\w{6}-\w{6,11}-\w{2,4} )/.test(line);

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
  syslog: readOther,
};

/** What another server refused, behind a colon: `failed after RCPT TO: 550 5.1.1 User unknown`. */
const REFUSAL = /: (?=[45][0-5]\d[ -]\S)/;
const QUEUE_ID = /^([0-9A-F]{8,16}|[0-9A-Za-z]{14}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{12,20}): /;

/** A program without a reader of its own: the id with which filters start their lines, and what they say. */
function readOther(draft: EntryDraft, rest: LogWord): void {
  const id = QUEUE_ID.exec(rest.text);
  const known = id?.[1] !== undefined && /\d/.test(id[1]);
  if (known) draft.queueId = part(rest, 0, (id[1] as string).length);
  const messageId = /\b(?:msgid|message-id|Message-ID)[=:] ?<([^<>\s]{3,320})>/.exec(rest.text);
  if (messageId?.[1] !== undefined) {
    const at = messageId.index + messageId[0].length - 1 - messageId[1].length;
    draft.messageId = part(rest, at, at + messageId[1].length);
  }
  draft.reason = part(rest, known ? (id[0] as string).length : 0);
  const reply = REFUSAL.exec(draft.reason.text);
  if (reply !== null) setReply(draft, part(draft.reason, reply.index + 2));
}
