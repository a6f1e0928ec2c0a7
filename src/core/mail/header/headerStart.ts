import type { Lines } from '../../text/lines.ts';
import { colonOf, isContinuation, isDoubleSpaced, isEmptyLine } from './fields.ts';
import { continuesField, continuesThroughColon, gluedNames, looksFolded } from './lostFolding.ts';

/**
 * Whether a message's header block starts at this line of a mixed text: at least two fields, one of them a field that
 * mail always or often has. Looks at a bounded number of lines.
 */
export function looksLikeHeader(lines: Lines, line: number): boolean {
  const first = behindMboxLines(lines, line);
  const end = first + LOOK_AHEAD;
  const spaced = isDoubleSpaced(lines, first, lines.text.length);
  let fields = 0;
  let known = false;
  let above: string | undefined;
  let value = '';
  if (isStatus(lines, first)) return false;
  for (let i = first; i < end && lines.has(i); i++) {
    if (isEmptyLine(lines, i)) {
      if (!spaced || isEmptyLine(lines, i + 1)) break;
      continue;
    }
    if (i > first && isContinuation(lines, i)) {
      value = `${value} ${headOf(lines, i)}`;
      continue;
    }
    const name = plainNameAt(lines, i);
    if (above !== undefined && isFolded(above, value, headOf(lines, i), name !== undefined)) {
      value = `${value} ${headOf(lines, i)}`;
      continue;
    }
    if (above !== undefined && value.trim() === '' && i === first + 1 && isTelling(above, headOf(lines, i))) {
      value = headOf(lines, i);
      continue;
    }
    if (name === undefined) {
      // A header on one line ends with it.
      if (fields === 1 && (i === first + 1 || isTelling(above, value))) break;
      return false;
    }
    above = name;
    value = headOf(lines, i).slice(name.length + 1);
    fields++;
    known ||= name.startsWith('x-') || KNOWN.has(name);
    if (fields >= 2 && known) return !isSummary(lines, first) && !isForm(lines, first);
  }
  if (fields !== 1) return false;
  return (
    isTelling(above, value) ||
    (lines.end(first) - lines.start(first) > 200 && gluedNames(lines.at(first))[0] !== undefined)
  );
}

/** The fields of a delivery status (RFC 3464 2.2) are no header, and what stands among them is none. */
function isStatus(lines: Lines, first: number): boolean {
  for (let line = first; line > first - 8 && line >= 0; line--) {
    if (STATUS.test(headOf(lines, line))) return true;
    if (plainNameAt(lines, line) === undefined && !isContinuation(lines, line)) return false;
  }
  return false;
}

/** The same where the status is quoted. */
export function isQuotedStatus(lines: Lines, first: number): boolean {
  for (let line = first; line > first - 8 && line >= 0; line--) {
    const bare = QUOTED.exec(headOf(lines, line))?.[1];
    if (bare === undefined) return false;
    if (STATUS.test(bare)) return true;
    if (!/^(?:[A-Za-z][\w-]{1,70}[ \t]{0,4}:|[ \t]{1,8}\S)/.test(bare)) return false;
  }
  return false;
}

const QUOTED = /^[ \t]{0,8}(?:[>|] ?){1,8}(.{0,200})/;

const STATUS =
  /^(?:reporting-mta|received-from-mta|final-recipient|original-recipient|original-envelope-id|arrival-date|remote-mta|diagnostic-code|action)[ \t]{0,4}:/i;

/** One field that was picked out of a header because it is the one that tells something: its value leaves no doubt. */
const isTelling = (name: string | undefined, value: string): boolean =>
  name !== undefined && (TELLING.get(name)?.test(value) ?? false);

const RESULT = /\b(?:spf|dkim|dmarc|compauth|arc|iprev)[ \t]{0,3}=[ \t]{0,3}[a-z]{4,12}\b/i;

const TELLING: ReadonlyMap<string, RegExp> = new Map([
  [
    'received',
    /^[ \t]{0,4}(?:from|by)[ \t]{1,4}[^\s;]{1,255}[^;]{0,1500};.{0,20}\d{1,2}[ \t]{1,3}[a-z]{3}[ \t]{1,3}\d{4}[ \t]{1,4}\d\d?:\d\d/i,
  ],
  ['authentication-results', RESULT],
  ['authentication-results-original', RESULT],
  ['arc-authentication-results', RESULT],
  ['received-spf', /^[ \t]{0,4}(?:pass|fail|softfail|neutral|none|temperror|permerror)[ \t]{0,4}\(/i],
  ['dkim-signature', /\bv[ \t]{0,3}=[ \t]{0,3}1[ \t]{0,3};.{0,600}\b(?:bh|b|d|h)[ \t]{0,3}=/i],
  ['x-forefront-antispam-report', /\b(?:CIP|SFV|SCL|CAT|IPV|DIR):[A-Z\d-]/],
  ['x-microsoft-antispam-mailbox-delivery', /\b(?:dest|ucf|jmr|auth|OFR):[A-Z\d]/i],
  ['x-microsoft-antispam', /\b(?:BCL|PCL):\d/],
  ['x-spam-status', /^[ \t]{0,4}(?:yes|no)[ \t,].{0,40}\b(?:score|hits|required|tests)=/i],
  ['x-spamd-result', /\[-?\d{1,4}\.\d{1,3} \/ \d/],
  ['x-barracuda-spam-status', /\bSCORE=/],
]);

/**
 * Whether names and values are those of a form or a table of a program: names that no mailer writes beside one that
 * mail has, or blanks in front of the colons, as in columns.
 */
function isForm(lines: Lines, first: number): boolean {
  let known = 0;
  let foreign = 0;
  let columns = 0;
  let small = true;
  // The form may have begun above.
  let from = first;
  while (from > Math.max(0, first - 6) && plainNameAt(lines, from - 1) !== undefined) from--;
  for (let i = from; i < first + 10 && lines.has(i) && !isEmptyLine(lines, i); i++) {
    const name = isContinuation(lines, i) ? undefined : plainNameAt(lines, i);
    if (name === undefined) continue;
    const head = headOf(lines, i);
    const numeric = /^(?:from|to)\s{0,20}:\s{0,20}[\d.,]{0,20}$/i.test(head);
    if (!numeric && (KNOWN.has(name) || name.includes('-') || OTHERS.has(name))) known++;
    else foreign++;
    small &&= /^[a-z]/.test(head);
    if (/^[A-Za-z-]{1,30}[ \t]{1,30}:/.test(head)) columns++;
  }
  return (foreign >= (small ? 1 : 2) && known <= 1) || (columns >= 2 && foreign >= 1);
}

/** Names of one word that mailers write beside those that are known. */
const OTHERS: ReadonlySet<string> = new Set([
  'action',
  'autocrypt',
  'comments',
  'importance',
  'keywords',
  'lines',
  'organization',
  'precedence',
  'priority',
  'sensitivity',
  'sent',
  'status',
]);

const headOf = (lines: Lines, line: number): string =>
  lines.text.slice(lines.start(line), Math.min(lines.end(line), lines.start(line) + 200));

/** Whether a line goes on with the field above: by what it shows itself, or by a field that is beyond doubt. */
function isFolded(name: string, value: string, line: string, named: boolean): boolean {
  if (!STRUCTURED.has(name)) return /^\[mailto:/i.test(line) && continuesField(name, value, line);
  if (!BEYOND_DOUBT.test(value)) return !named && looksFolded(name, line);
  return named ? continuesThroughColon(name, value, line) : continuesField(name, value, line);
}

/** How values start that prose behind such a name does not have. */
const BEYOND_DOUBT =
  /^[ \t]{0,8}(?:\(?(?:from|by)[ \t]{1,8}[^\s,]{1,300}|[av]=|i=\d|[\w.-]{1,255};|(?:pass|fail|none|softfail|neutral|temperror|permerror)\b)/i;

/** Fields whose folded lines are told from prose by their grammar. */
const STRUCTURED: ReadonlySet<string> = new Set([
  'received',
  'x-received',
  'dkim-signature',
  'arc-seal',
  'arc-message-signature',
  'arc-authentication-results',
  'authentication-results',
  'received-spf',
]);

/**
 * Whether these lines are the table that Gmail shows above the source of a message: From, To and Subject, and behind
 * them SPF, DKIM and DMARC, each with its result, which are no fields.
 */
export function isSummary(lines: Lines, line: number): boolean {
  for (let i = line, filled = 0; filled < 12 && i < line + 24 && lines.has(i); i++) {
    if (isEmptyLine(lines, i)) continue;
    filled++;
    if (SUMMARY.test(headOf(lines, i))) return true;
    if (!/^(?:From|To|Cc|Bcc|Subject|Message ID|Created(?: at| on)?|SPF|DKIM|DMARC)\b/i.test(headOf(lines, i)))
      return false;
  }
  return false;
}

const SUMMARY = /^(?:SPF|DKIM|DMARC):?[ \t]{1,20}'?(?:PASS|FAIL|SOFTFAIL|NEUTRAL|NONE|TEMPERROR|PERMERROR)\b/i;

/**
 * The line behind the line that starts a message in an mbox, and behind its quoted copy: a program that stores a message
 * that already has such a line writes `>` before that.
 */
export function behindMboxLines(lines: Lines, line: number): number {
  if (!isMboxLine(lines, line)) return line;
  return lines.text.startsWith('>From ', lines.start(line + 1)) ? line + 2 : line + 1;
}

/** The separator in front of a message in an mbox (RFC 4155): `From sender date`. */
export const isMboxLine = (lines: Lines, line: number): boolean => MBOX.test(lines.at(line));

const LOOK_AHEAD = 60;

const MBOX = /^From \S{1,256} .{0,40}\d\d:\d\d.{0,20}$/;

/** The name in lower case, where it is one that a mailer would write; the grammar itself allows nearly anything. */
function plainNameAt(lines: Lines, line: number): string | undefined {
  const name = NAME.exec(lines.at(line))?.[1];
  return name !== undefined && colonOf(lines, line) >= 0 ? name.toLowerCase() : undefined;
}

/** A program that logs its steps by such words puts a reply behind them: `from: 250 2.1.0 Ok`. */
const NAME = /^([A-Za-z][A-Za-z0-9_.-]{0,70})[ \t]{0,4}:(?! ?[245]\d\d[ -])(?:[ \t<"[]|$|[^\s:/])/;

/** Whether mail always or often has a field of this name. */
export const isMailField = (name: string): boolean => KNOWN.has(name.toLowerCase());

const KNOWN: ReadonlySet<string> = new Set([
  'arc-authentication-results',
  'arc-message-signature',
  'arc-seal',
  'authentication-results',
  'auto-submitted',
  'bcc',
  'cc',
  'content-transfer-encoding',
  'content-type',
  'date',
  'delivered-to',
  'dkim-signature',
  'from',
  'in-reply-to',
  'list-id',
  'list-unsubscribe',
  'message-id',
  'mime-version',
  'received',
  'received-spf',
  'references',
  'reply-to',
  'return-path',
  'sender',
  'subject',
  'to',
]);
