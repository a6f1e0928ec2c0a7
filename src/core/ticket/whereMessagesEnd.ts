import { looksLikeLookup } from '../dns/readLookup.ts';
import { looksLikeLog } from '../log/readLog.ts';
import { type HeaderBlock, isEmptyLine, readHeader } from '../mail/header/fields.ts';
import { behindMboxLines, isMboxLine, looksLikeHeader } from '../mail/header/headerStart.ts';
import { placeConversation } from '../smtp/readConversations.ts';
import type { Lines } from '../text/lines.ts';

/** The lines that close a multipart (RFC 2046 5.1.1), by their text. */
export type Closings = ReadonlyMap<string, readonly number[]>;

export function findClosings(lines: Lines): Closings {
  const found = new Map<string, number[]>();
  for (let i = 0; i < lines.count; i++) {
    if (!lines.text.startsWith('--', lines.start(i)) || lines.end(i) - lines.start(i) > 210) continue;
    const text = lines.at(i).trimEnd();
    if (!text.endsWith('--')) continue;
    const known = found.get(text);
    if (known === undefined) found.set(text, [i]);
    else if (known.length < 100) known.push(i);
  }
  return found;
}

/** Fields of which a message has at least one: a few others alone were picked out of a header, and have no body. */
const USUAL =
  /^(?:from|sender|to|cc|date|subject|message-id|mime-version|content-type|received|return-path|delivered-to)$/i;

const isFragment = ({ fields }: HeaderBlock): boolean =>
  fields.length > 0 && !fields.some(({ name }) => USUAL.test(name));

/** The first line behind the last field that is none; an empty line belongs to the fields. */
function endOfFragment(lines: Lines, { fields, strayLines, bodyLine }: HeaderBlock): number {
  const last = fields.at(-1)?.end ?? 0;
  const stray = strayLines.find(({ start }) => start >= last);
  return stray === undefined ? bodyLine : lines.lineOf(stray.start);
}

/** Between the marks with which people show text as it is (CommonMark 4.5), a message ends at the closing one. */
function endOfFence(lines: Lines, line: number, end: number): number {
  const mark = line === 0 ? undefined : FENCE.exec(lines.at(line - 1).slice(0, 80))?.[1];
  if (mark === undefined) return end;
  for (let i = line; i < Math.min(end, line + LONGEST_FENCED); i++)
    if (lines.at(i).slice(0, 80).trim() === mark) return i;
  return end;
}

const FENCE = /^[ \t]{0,3}(`{3,8}|~{3,8})[ \t]{0,4}[\w-]{0,20}[ \t]{0,8}$/;

/** Lines of a fenced message that are looked at. */
const LONGEST_FENCED = 5000;

const BOUNDARY = /\bboundary[ \t]{0,4}=[ \t]{0,4}(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i;

/**
 * Where a message in a mixed text ends: behind its closing boundary (RFC 2046 5.1.1), or where something else starts.
 * Prose behind it cannot be told from its body and counts as body.
 */
export function endOfMessage(lines: Lines, line: number, end: number, closings: () => Closings): number {
  const to = endOfFence(lines, line, end);
  const header = readHeader(lines, behindMboxLines(lines, line), lines.start(to));
  const headerEnd = Math.min(to, header.endLine);
  if (isFragment(header)) return Math.min(to, endOfFragment(lines, header));
  return endOfBody(lines, headerEnd, to, lines.text.slice(lines.start(line), lines.start(headerEnd)), closings);
}

/** The same for a body that starts at line `from`, behind this header. */
export function endOfBody(lines: Lines, from: number, to: number, header: string, closings: () => Closings): number {
  const match = BOUNDARY.exec(header);
  const boundary = match?.[1] ?? match?.[2];
  const closing =
    boundary === undefined
      ? undefined
      : closings()
          .get(`--${boundary}--`)
          ?.find((i) => i >= from);
  if (closing !== undefined && closing < to) return closing + 1;
  const ofMailer = isOfMailer(header);
  const arrived = ARRIVED.test(header) && !(BY_MAILER.test(header) && !SENT.test(header));
  let returns = ofMailer && boundary === undefined;
  for (let i = from; i < to; i++) {
    if (isEmptyLine(lines, i)) continue;
    const afterBlank = isEmptyLine(lines, i - 1);
    if (afterBlank && looksLikeHeader(lines, i)) {
      if (!returns || startsNotice(lines, i)) return i;
      // What comes back stands in the words of the notice itself.
      returns = false;
      continue;
    }
    if (afterBlank && (looksLikeLookup(lines, i) || looksLikeLog(lines, i))) return i;
    if (ofMailer && QUOTED.test(lines.text.slice(lines.start(i), lines.start(i) + 20))) continue;
    const spoken = placeConversation(lines, i, to);
    if (spoken === undefined) continue;
    if (!arrived || !saysNothing(lines, i, spoken.endLine)) return i;
    i = Math.max(i, spoken.endLine - 1);
  }
  return to;
}

/** Fields that servers write into a message that arrived. */
const ARRIVED = /^(?:received|authentication-results|delivered-to|x-originalarrivaltime):/im;

/** Whether lines are replies to nothing, and no quotation: anybody may write one into a message. */
function saysNothing(lines: Lines, from: number, to: number): boolean {
  for (let line = from; line < to; line++)
    if (!/^[ \t]{0,8}(?!220)[2-5]\d\d[ -]/.test(lines.at(line).slice(0, 20)) && lines.at(line).trim() !== '')
      return false;
  return true;
}

/** Whether the header at a line is one more notice, or a message of a mailbox. */
function startsNotice(lines: Lines, line: number): boolean {
  if (isMboxLine(lines, line)) return true;
  let end = line;
  while (end < line + MOST_OF_NOTICE && lines.has(end) && !isEmptyLine(lines, end)) end++;
  return isOfMailer(lines.text.slice(lines.start(line), lines.end(Math.max(line, end - 1))));
}

const MOST_OF_NOTICE = 60;

const isOfMailer = (header: string): boolean => BY_MAILER.test(header) || SUBJECT.test(header);

/** Who writes notices about mail that did not arrive. */
const BY_MAILER =
  /^(?:from: [^\n]{0,200}(?:mailer-daemon|postmaster|mail (?:delivery|server)|delivery (?:sub)?system)|return-path: ?<>)/im;

/** What stands in their subject. */
const SUBJECT = /^subject: [^\n]{0,40}(?:undeliver|returned mail|failure notice|delivery (?:status|fail))/im;

/** Sent from an address, which notices are not (RFC 5321 4.5.5), and from that of no mailer. */
const SENT = /^return-path: ?<(?!mailer-daemon|postmaster)[^<>\n]{1,200}@/im;

/** How sendmail and Courier mark what went to and fro, in the words of a notice. */
const QUOTED = /^[ \t]{0,8}(?:<<<|>>>) ?\S/;
