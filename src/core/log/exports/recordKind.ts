import type { Lines } from '../../text/lines.ts';
import { lineEnd } from '../lineEnd.ts';
import { exportSlot } from './fieldMap.ts';
import { extentOf } from './jsonText.ts';

/** Characters from the start of a document that are looked at to see whether it is about mail. */
const HEAD = 6000;
const NAME = /\\?"([\w .@:-]{1,60})\\?"\s{0,10}:/g;
const BEGINS = /[{[][ \t]{0,20}(?:\r?\n[ \t]{0,40})?(?:"|\{|\[|\})/y;
const MAILER =
  /postfix|exim|sendmail|dovecot|amavis|rspamd|opendkim|haraka|smtpd?\b|status=(?:sent|bounced|deferred)|(?:=>|<=|\*\*|==) \S{1,100}@/i;

/** Names that only queues and filters have: those of Exchange's queues, of what Rspamd finds; those of Google are values. */
const OF_MAIL = /"queue_id"\s{0,10}:|"NextHopDomain"\s{0,10}:|"required_score"\s{0,10}:|"rfc2822_message_id"\s{0,10},/;

/** Names under which a line of a log stands. */
const LINE_NAME =
  /"(?:(?:log|event|json)\.)?(?:log|message|@message|msg|line|text|textPayload|_?raw|original|values|body|short_message|full_message|entry|record|content)"\s{0,10}:/i;

/** The names of columns stand apart from the rows (jsonTable.ts). */
const TABLE =
  /"(?:columns?|fields|meta|schema)"\s{0,10}:\s{0,10}\[[\s\S]{1,5000}?"(?:rows|data|values|results)"\s{0,10}:\s{0,10}\[\s{0,40}\[/i;

/** The names of such columns, as if values stood behind them. */
const namesAsNames = (said: string): string =>
  [
    ...said.matchAll(
      /"(?:name|text|title)"\s{0,5}:\s{0,5}("[\w .@:-]{1,60}")|(?<=[[,]\s{0,40})("[\w .@:-]{1,60}")(?=\s{0,20}[,\]])/gi,
    ),
  ]
    .slice(0, 300)
    .map((match) => `${match[1] ?? match[2]}:`)
    .join('');

/** Whether a document of JSON that tells of mail starts at an offset: of a service, or of a collector of logs. */
export function startsRecord(text: string, at: number): boolean {
  if (startsJournal(text, at)) return true;
  BEGINS.lastIndex = at;
  if (!BEGINS.test(text)) return false;
  const before = beforeLine(text, at);
  if (before === '{' || before === '[' || before === ':') return false;
  const isNext = before === ',';
  if (isNext && (text[at] === '[' || /[ \t]/.test(text.charAt(at - 1)))) return false;
  // What follows a comma is a document of its own only where it is complete in its line.
  const head = text.slice(at, isNext ? Math.max(at, lineEnd(text, at, HEAD)) : at + HEAD);
  if (!head.includes('@') && !OF_MAIL.test(head)) return false;
  const { end } = extentOf(head, 0);
  if (end < 12) return false;
  const said = head.slice(0, end);
  return (
    OF_MAIL.test(said) ||
    hasNames(said) ||
    (MAILER.test(said) && LINE_NAME.test(said)) ||
    (TABLE.test(said) && (MAILER.test(said) || hasNames(namesAsNames(said))))
  );
}

/**
 * The last character above a line that is not blank, a sentence's colon apart; undefined where other things stand in
 * front of `at` in its line.
 */
function beforeLine(text: string, at: number): string | undefined {
  let i = at - 1;
  while (i >= 0 && at - i < 200 && /[ \t]/.test(text.charAt(i))) i--;
  if (i < 0 || !/[\r\n]/.test(text.charAt(i))) return undefined;
  while (i >= 0 && at - i < 200 && /\s/.test(text.charAt(i))) i--;
  // Only the name of a value stands in quotes.
  return text[i] === ':' && !/["'][ \t]{0,3}$/.test(text.slice(Math.max(0, i - 4), i)) ? undefined : text[i];
}

/** Fields that stand in the header of a message and in no report on one. */
const OF_HEADER = /"(?:received|mime-version|dkim-signature|x-spam-checker-version)"\s{0,5}:/i;
const FIELD =
  /^(?:(?:x|arc|list|content|mime|dkim|authentication|received|message|return|delivered|reply|in-reply|feedback|user|auto|thread|accept)-.|received$|from$|to$|cc$|date$|subject$|sender$|references$|importance$|precedence$)/i;

/** Whether nearly all names are those of fields: the header of a message, whatever filters called theirs. */
function isHeaderAlone(names: readonly string[]): boolean {
  const fields = names.filter((name) => FIELD.test(name));
  return fields.length > 7 && fields.length > 0.8 * names.length;
}

function hasNames(said: string): boolean {
  let whom = false;
  let what = false;
  let stated = false;
  const isHeader = OF_HEADER.test(said);
  if (isHeader && isHeaderAlone(Array.from(said.matchAll(NAME), ([, name = '']) => name))) return false;
  const slots = new Set<string>();
  for (const [, name = ''] of said.matchAll(NAME)) {
    const slot = exportSlot(name);
    if (slot !== undefined && /recipient|sender|messageId/i.test(slot))
      slots.add(slot.replace('weak', '').toLowerCase());
    whom ||= slot !== undefined && /recipient|sender/i.test(slot);
    stated ||= slot === 'weakStatus';
    // What may be a state of anything is one of a message beside its sender, recipient and id.
    what ||= stated && slots.size > 2 && !isHeader;
    what ||=
      slot === 'status' ||
      slot === 'reply' ||
      slot === 'code' ||
      slot === 'enhanced' ||
      (slot === 'weakReply' && /reason|error|bounce|response/i.test(name)) ||
      /quarantine|disposition/i.test(name);
    if (whom && what) return true;
  }
  return false;
}

/** Where the value of JSON in a line starts, behind whatever a collector put in front of it; -1 where there is none. */
export function openingIn(text: string, start: number, end: number): number {
  for (let at = start; at < end && at < start + 400; at++) {
    const c = text.charCodeAt(at);
    if (c === 0x7b || (c === 0x5b && /[\s{["]/.test(text.charAt(at + 1)))) return at;
  }
  return -1;
}

/** An entry of the journal, a field a line (journalctl(1), `-o export` and `-o verbose`). */
const JOURNAL =
  /(?:[A-Z][a-z]{2} \d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^\r\n[]{0,30} \[s=[^\]\r\n]{1,200}\]\r?\n)?[ \t]{0,8}_{0,2}[A-Z][A-Z0-9_]{2,40}=[^\r\n]{0,300}\r?\n[ \t]{0,8}_{0,2}[A-Z][A-Z0-9_]{2,40}=/y;
const JOURNAL_FIELD = /^[ \t]{0,8}_{0,2}[A-Z][A-Z0-9_]{2,40}=/;

function startsJournal(text: string, at: number): boolean {
  JOURNAL.lastIndex = at;
  return (
    JOURNAL.test(text) &&
    /\b(?:MESSAGE|SYSLOG_IDENTIFIER|__REALTIME_TIMESTAMP|__CURSOR)=/.test(text.slice(at, at + 600))
  );
}

function endOfJournal(lines: Lines, first: number): number {
  let end = first + 1;
  while (
    end < first + 100 &&
    lines.has(end) &&
    JOURNAL_FIELD.test(lines.text.slice(lines.start(end), lines.start(end) + 60))
  )
    end++;
  return end;
}

/** The line behind the document that starts at a line. */
export function endOfRecord(lines: Lines, first: number): number {
  if (startsJournal(lines.text, lines.start(first))) return endOfJournal(lines, first);
  const open = openingIn(lines.text, lines.start(first), lines.end(first));
  if (open < 0) return first + 1;
  const { end } = extentOf(lines.text, open);
  return Math.max(first, lines.lineOf(Math.max(open, end - 1))) + 1;
}

/** Whether a document starts in a line of a log of such. */
export const continuesRecord = (text: string, at: number): boolean => {
  if (startsJournal(text, at)) return true;
  BEGINS.lastIndex = at;
  if (!BEGINS.test(text)) return false;
  const before = beforeLine(text, at);
  return !(before === '{' || before === '[' || before === ':' || (before === ',' && /[ \t]/.test(text.charAt(at - 1))));
};
