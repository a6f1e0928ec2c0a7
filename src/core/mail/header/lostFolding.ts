/**
 * Whether a line that starts without a blank goes on with the field above it, because the blanks that a folded line
 * starts with were lost on the way. `value` is what the field has so far, `line` the line; only the field's own grammar
 * decides, so that a line of anything else stays what it is.
 */
export function continuesField(name: string, value: string, line: string): boolean {
  const key = name.toLowerCase();
  const end = value.slice(-400).trimEnd();
  const head = line.slice(0, 200);
  if (/^=\?[\w-]{1,40}\?[bq]\?/i.test(head)) return true;
  if (key === 'received' || key === 'x-received' || key === 'x-originalarrivaltime')
    return continuesReceived(value, head);
  if (TAG_LISTS.test(key)) return continuesTags(value, head);
  if ((RESULTS.test(key) || key === 'received-spf') && isOpen(value)) return true;
  if (RESULTS.test(key)) {
    return /^(?:[a-z][\w-]{0,30}(?:\.[\w-]{1,40})?(?:\/\d{1,4})? ?=|\()/i.test(head) || /[;=]$/.test(end);
  }
  if (key === 'received-spf') return /^(?:[\w-]{1,30}=|designates|permitted|does not|is neither|client-ip)/i.test(head);
  if (/^(?:references|in-reply-to|list-[\w-]+|message-id)$/.test(key)) return /^</.test(head);
  if (ADDRESSES.test(key)) return end.endsWith(',') || /^<[^<>\s]{1,320}>/.test(head) || MAILTO.test(head);
  if (DATES.test(key)) return continuesDate(value, head);
  if (/^content-|^mime-/.test(key)) return end.endsWith(';') || /^[\w*-]{1,40} ?=/.test(head);
  if (/antispam|^x-(?:spam|microsoft|ms-exchange|barracuda|proofpoint|rspamd|ironport|mimecast)/.test(key)) {
    return continuesReport(end, head);
  }
  return isBlob(head) && isBlob(end.slice(-20).trim());
}

/** The same for a line of a mixed text, where it may be prose: it must show by itself what it is. */
export const looksFolded = (name: string, line: string): boolean =>
  /^(?:x-)?received$/i.test(name)
    ? CLAUSE.test(line)
    : name === 'received-spf'
      ? /\b(?:client-ip=|permitted sender)/.test(line)
      : continuesField(name, '', line);

const CLAUSE =
  /^(?:(?:from|by|with|via|id|for)[ \t]\S|\((?:using|version|Postfix|Exim|envelope|qmail|TLS|No |authenticated|\[)|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d|\d{1,2} [A-Z][a-z]{2} \d{4})/;

/** Whether a line that has the look of a field is the rest of the one above: `CIP:192.0.2.1;CTRY:US`, `subject:date;`. */
export function continuesThroughColon(name: string, value: string, line: string): boolean {
  const key = name.toLowerCase();
  const head = line.slice(0, 200);
  // Outlook: a name, and its address on the next line.
  if (MAILTO.test(head)) return ADDRESSES.test(key);
  const word = head.slice(0, head.indexOf(':'));
  // Names start with a letter and hold no marks; an address of IPv6 has more colons.
  if (/[^\w.-]/.test(word) || /^\d/.test(word) || IPV6.test(head)) return STRUCTURED.test(key);
  // RFC 6376 3.5: the names in h= are separated by colons.
  if (TAG_LISTS.test(key)) {
    const names = /(?:^|;)\s*h\s*=([^;]*)$/.exec(value.slice(-4000))?.[1];
    return names !== undefined && (/:\s*$/.test(names.slice(-20)) || !/:[ \t]/.test(head));
  }
  if (/antispam/.test(key) && value.trim() === '' && /^[A-Za-z]{2,8}:[^;\s]{0,60};/.test(head)) return true;
  return /antispam/.test(key) && /^[A-Z][A-Za-z]{0,8}$/.test(word) && /;/.test(head) && /[;:]$/.test(value.trimEnd());
}

/** `[mailto:ann@contoso.test]` */
const MAILTO = /^\[mailto:[^\s[\]]{3,320}\]/i;
const IPV6 = /^[\da-f]{1,4}:(?::|[\da-f]{1,4}:)/i;
const TAG_LISTS = /^(?:dkim-signature|arc-seal|arc-message-signature|x-google-dkim-signature|domainkey-signature)$/;
const RESULTS = /^(?:arc-|x-)?authentication-results(?:-original)?$/;
const DATES = /^(?:resent-|delivery-|deferred-)?date$/;
const ADDRESSES = /^(?:resent-)?(?:from|to|cc|bcc|sender|reply-to)$/;
const STRUCTURED =
  /^(?:received|x-received|received-spf|dkim-signature|arc-[\w-]+|authentication-results[\w-]*|x-google-dkim-signature|content-[\w-]+|x-[\w-]*(?:antispam|spam)[\w-]*)$/;

/** RFC 5321 4.4: clauses, comments and the date behind the semicolon. */
function continuesReceived(value: string, line: string): boolean {
  const dated = /;[^;]*\d:\d\d[^;]*$/.test(value.slice(-200));
  if (dated && isOpen(value)) return true;
  if (dated) return /^(?:\([A-Za-z]|[+-]\d{4}\b|\d\d:\d\d|[A-Z]{3,4}\b *$)/.test(line);
  // The line is no field, and the date that ends every Received is still to come.
  return true;
}

/** RFC 5322 3.3: day, time and zone, each where it is still to come. */
const continuesDate = (value: string, line: string): boolean =>
  /\d:\d\d/.test(value)
    ? /^(?:[+-]\d{4}\b|\([A-Z]{1,5}\)|[A-Z]{1,4}\s*$)/.test(line) && !/[+-]\d{4}\s*\(/.test(value)
    : /^(?:\d{1,4}\b|\d\d:\d\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b)/.test(
        line,
      );

/** Whether a comment is open at the end of the value. */
function isOpen(value: string): boolean {
  let depth = 0;
  for (const c of value.slice(-1000)) depth = Math.max(0, depth + (c === '(' ? 1 : c === ')' ? -1 : 0));
  return depth > 0;
}

/** RFC 6376 3.2. */
function continuesTags(value: string, line: string): boolean {
  if (/(?:^|;)\s*h\s*=[^;]*$/.test(value.slice(-4000)) && /^:?[A-Za-z-]{1,60}\s*(?::|;|$)/.test(line)) return true;
  if (/^[a-z]{1,4}[ \t]{0,4}=/.test(line)) return true;
  return !/;\s*$/.test(value.slice(-20)) && /^[A-Za-z0-9+/=]{1,200}(?:;|$| [A-Za-z0-9+/=])/.test(line);
}

function continuesReport(end: string, line: string): boolean {
  // Words as people write them are no part of a report.
  if (/^\p{Lu}?\p{Ll}{1,20} \p{Ll}{1,20} \p{Ll}{1,20}\b/u.test(line)) return false;
  if (/[;,=]$/.test(end)) return true;
  return (
    /^(?:[A-Z]{2,6}:[^;]{0,200};|\(\d{3,}\)|\*|autolearn\w{0,10}=|version=|tests=|required=|[A-Z][A-Z0-9_]{3,40}[,=(])/.test(
      line,
    ) || isBlob(line)
  );
}

/** One long word, as data in base64 is. */
const isBlob = (line: string): boolean => /^[A-Za-z0-9+/=_-]{16,}$/.test(line.trimEnd());

/** A field in a header whose line breaks were lost. */
export interface GluedName {
  /** Where the name starts, counted from the start of the line. */
  readonly start: number;
  /** Its colon. */
  readonly colon: number;
}

/**
 * Names of fields inside one line, where a whole header was put on it: at least three that every mailer writes. An empty
 * list where the line is no such.
 */
export function gluedNames(line: string): readonly GluedName[] {
  const names: GluedName[] = [];
  let known = 0;
  let listed = 0;
  for (const match of line.matchAll(GLUED)) {
    const lead = match[0].length - match[0].trimStart().length;
    const name = match[1] as string;
    if (!name.includes('-') && !PLAIN.has(name.toLowerCase())) continue;
    // Names in a list of signed fields (RFC 6376 3.5) stand behind a colon themselves.
    if (line[match.index - 1] === ':') {
      const before = line.slice(Math.max(0, match.index - 2000), match.index);
      if (++listed > MOST_GLUED) return [];
      if (before.lastIndexOf('h=') > before.lastIndexOf(';')) continue;
    }
    if (PLAIN.has(name.toLowerCase()) || /^(?:message-id|mime-version|content-type|return-path)$/i.test(name)) known++;
    names.push({ start: match.index + lead, colon: match.index + lead + name.length });
    if (names.length > MOST_GLUED) return [];
  }
  return names[0]?.start === 0 && known >= 3 ? names : [];
}

const MOST_GLUED = 1000;
const GLUED = /(?:^|[ \t]{1,20})([A-Z][A-Za-z0-9]{0,30}(?:-[A-Za-z0-9]{1,30}){0,6}):(?=[ \t]|$)/g;
const PLAIN: ReadonlySet<string> = new Set([
  'received',
  'from',
  'to',
  'cc',
  'bcc',
  'date',
  'subject',
  'sender',
  'references',
  'importance',
  'precedence',
]);
