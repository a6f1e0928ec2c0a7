import { readRow } from '../csvRow.ts';
import { type EntryDraft, keep, setPeer, setReply, setSize } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { bare, group, part } from '../logWords.ts';
import { asTime } from '../time.ts';

/** `smtpctl show queue`: envelope, family, kind, flags, sender, recipient, … , state, seconds, error (OpenSMTPD, smtpctl(8)). */
const OPENSMTPD = /[0-9a-f]{16}\|(?:inet[46]|local)?\|(?:mta|mda|bounce)\|/y;
/** `qmail-qread`: the time, the number of the message, its size, its sender (qmail-qread(8)). */
const QMAIL =
  /(?<time>\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT) {1,4}#(?<id>\d{1,12}) {1,4}(?<size>\d{1,12}) {1,4}<(?<sender>[^<>\s]{0,320})>/dy;
const QMAIL_TO = /[ \t]{1,12}(?:done[ \t]{1,4})?(?:remote|local)[ \t]{1,8}\S/y;
/** `qshape`: a host or domain with the number of its messages by their age in minutes (Postfix, qshape(1)). */
const SHAPE_HEAD = /[ \t]{0,80}T(?: {1,6}\d{1,5}){3,12}(?: {1,6}\d{1,5}\+)/y;
const SHAPE = /[ \t]{0,80}(?<name>[\w.:*-]{2,120})(?<counts>(?: {1,12}\d{1,9}){4,14})[ \t]*(?=\r?\n|$)/dy;

/** `exiqsumm`: messages, their size, the ages of the oldest and the newest, a domain (Exim, exiqsumm(8)). */
const SUMM_HEAD = /[ \t]{0,40}Count {1,8}Volume {1,8}Oldest {1,8}Newest {1,8}Domain[ \t]*(?=\r?\n|$)/y;
const SUMM =
  /[ \t]{0,40}(?<count>\d{1,9}) {1,12}[\d.]{1,9}[KMG]?B? {1,12}(?<oldest>\d{1,6}[smhdw]) {1,12}\d{1,6}[smhdw] {1,12}(?<name>[\w.:*@-]{1,255})[ \t]*(?=\r?\n|$)/dy;
/** `qmail-qstat` (qmail-qstat(8)). */
const QSTAT = /(?<name>messages in queue(?: but not yet preprocessed)?): {1,3}(?<count>\d{1,9})[ \t]*(?=\r?\n|$)/dy;

const fits = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

export const startsQueueRows = (text: string, at: number): boolean =>
  [OPENSMTPD, QMAIL, SHAPE_HEAD, SUMM_HEAD, QSTAT].some((form) => fits(form, text, at));

export const continuesQueueRows = (text: string, at: number): boolean =>
  startsQueueRows(text, at) ||
  fits(SHAPE, text, at) ||
  fits(SUMM, text, at) ||
  /^(?:-{5,}|[- ]{20,})\r?(?:\n|$)/.test(text.slice(at, at + 120));

/** Whether a line carries on the message above it. */
export const carriesQueueRow = (text: string, at: number): boolean => fits(QMAIL_TO, text, at);

export function readQueueRow(draft: EntryDraft, row: LogWord): void {
  if (fits(OPENSMTPD, row.text, 0)) readOpensmtpd(draft, row);
  else if (fits(QMAIL, row.text, 0)) readQmail(draft, row);
  else if (!readSum(draft, row, SUMM) && !readSum(draft, row, QSTAT)) readShape(draft, row);
}

function readOpensmtpd(draft: EntryDraft, row: LogWord): void {
  const values = readRow(row, '|');
  const [id, , , , sender, recipient, , , , , , state] = values;
  const error = values.slice(13).at(-1);
  if (id !== undefined) draft.queueId = id;
  if (sender !== undefined) draft.sender = sender;
  if (recipient !== undefined && recipient.text !== '') draft.recipients.push(recipient);
  if (state !== undefined) draft.status = state;
  if (error === undefined || error.text === '') return;
  draft.reason = error;
  setReply(draft, error, true);
  draft.outcome = 'deferred';
}

function readQmail(draft: EntryDraft, entry: LogWord): void {
  QMAIL.lastIndex = 0;
  const head = QMAIL.exec(entry.text) as RegExpExecArray;
  const of = (name: string): LogWord => group(entry, head, name) as LogWord;
  draft.time = asTime(of('time'));
  draft.queueId = of('id');
  setSize(draft, of('size'));
  draft.sender = of('sender');
  for (const match of entry.text.matchAll(/^[ \t]{1,12}(done[ \t]{1,4})?(?:remote|local)[ \t]{1,8}(\S{1,320})/gm)) {
    if (match[1] !== undefined) continue;
    const at = match.index + match[0].length - (match[2] as string).length;
    draft.recipients.push(bare(part(entry, at, match.index + match[0].length)));
  }
}

function readShape(draft: EntryDraft, row: LogWord): void {
  SHAPE.lastIndex = 0;
  const match = SHAPE.exec(row.text);
  if (match === null) return;
  const name = group(row, match, 'name') as LogWord;
  const counts = group(row, match, 'counts') as LogWord;
  for (const one of counts.text.matchAll(/\d{1,9}/g)) {
    keep(draft, 'count', part(counts, one.index, one.index + one[0].length));
  }
  draft.status = name;
  if (name.text !== 'TOTAL') setPeer(draft, 'relay', name);
}

/** A row that counts messages; false where it is none of the form. */
function readSum(draft: EntryDraft, row: LogWord, form: RegExp): boolean {
  form.lastIndex = 0;
  const match = form.exec(row.text);
  if (match === null) return false;
  const name = group(row, match, 'name') as LogWord;
  keep(draft, 'count', group(row, match, 'count') as LogWord);
  const oldest = group(row, match, 'oldest');
  if (oldest !== undefined) keep(draft, 'oldest', oldest);
  draft.status = name;
  if (form === SUMM && name.text !== 'TOTAL') setPeer(draft, 'relay', name);
  return true;
}
