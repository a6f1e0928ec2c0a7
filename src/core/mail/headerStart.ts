import type { Lines } from '../text/lines.ts';
import { colonOf, isContinuation, isEmptyLine } from './fields.ts';

/**
 * Whether a message's header block starts at this line of a mixed text: at least two fields, one of them a field that
 * mail always or often has. Looks at a bounded number of lines.
 */
export function looksLikeHeader(lines: Lines, line: number): boolean {
  const first = isMboxLine(lines, line) ? line + 1 : line;
  const end = first + LOOK_AHEAD;
  let fields = 0;
  let known = false;
  for (let i = first; i < end && lines.has(i) && !isEmptyLine(lines, i); i++) {
    if (i > first && isContinuation(lines, i)) continue;
    const name = plainNameAt(lines, i);
    if (name === undefined) return false;
    fields++;
    known ||= name.startsWith('x-') || KNOWN.has(name);
    if (fields >= 2 && known) return true;
  }
  return false;
}

/** The separator in front of a message in an mbox (RFC 4155): `From sender date`. */
export function isMboxLine(lines: Lines, line: number): boolean {
  const start = lines.start(line);
  if (!lines.text.startsWith('From ', start)) return false;
  return MBOX.test(lines.text.slice(start, Math.min(lines.end(line), start + 320)));
}

const LOOK_AHEAD = 60;

const MBOX = /^From \S{1,256} .{0,40}\d\d:\d\d.{0,20}$/;

/** The name in lower case, where it is one that a mailer would write; the grammar itself allows nearly anything. */
function plainNameAt(lines: Lines, line: number): string | undefined {
  const start = lines.start(line);
  const name = NAME.exec(lines.text.slice(start, Math.min(lines.end(line), start + 80)))?.[1];
  return name !== undefined && colonOf(lines, line) >= 0 ? name.toLowerCase() : undefined;
}

const NAME = /^([A-Za-z][A-Za-z0-9_.-]{0,70})[ \t]{0,4}:(?:[ \t<"[]|$|[^\s:/])/;

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
