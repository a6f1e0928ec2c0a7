import { foremostReply, leadingNumber } from '../replies/foremostReply.ts';
import type { Span } from '../text/span.ts';
import type { Ticket } from '../ticket/ticket.ts';

/** Lines that one wrapped reply may take up; a longer one is explained by its first lines. */
const WRAPPED = 8;
/** Characters of a line that are looked at. */
const LONGEST = 4000;
/** A line shorter than this was not broken for its length. */
const BROKEN = 50;

/** A line without the blanks and quote marks around it; undefined for an empty one and outside the block. */
export function lineSpan({ text, lines }: Ticket, within: Span, line: number): Span | undefined {
  let start = Math.max(lines.start(line), within.start);
  let end = Math.min(lines.end(line), within.end, start + LONGEST);
  while (start < end && /[\s>|]/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return start < end ? { start, end } : undefined;
}

/** The first line of the reply that the line belongs to: itself, or one above that holds a code and is carried on. */
export function firstLineOfReply(ticket: Ticket, within: Span, line: number): number | undefined {
  for (let first = line; first >= 0 && first > line - WRAPPED; first--) {
    const span = lineSpan(ticket, within, first);
    if (span === undefined) return undefined;
    if (hasCode(ticket, span)) return lastLineOfReply(ticket, within, first) >= line ? first : undefined;
  }
  return undefined;
}

/** The last line of the reply that begins in a line: lines that repeat its code, are indented, or carry a sentence on. */
export function lastLineOfReply(ticket: Ticket, within: Span, first: number): number {
  let before = lineSpan(ticket, within, first);
  if (before === undefined) return first;
  const code = codesOf(textOf(ticket, before))?.code;
  let last = first;
  while (last - first < WRAPPED) {
    const next = lineSpan(ticket, within, last + 1);
    if (next === undefined) break;
    const found = codesOf(textOf(ticket, next));
    if (last === first && found?.code === undefined && startsWithStatus(ticket, before, next)) {
      before = next;
      last++;
      continue;
    }
    if (found !== undefined ? found.code === undefined || found.code !== code : !carriesOn(ticket, before, next)) break;
    before = next;
    last++;
  }
  return last;
}

/** The enhanced code of a reply whose line was broken behind its code. */
const startsWithStatus = (ticket: Ticket, before: Span, next: Span): boolean =>
  /\b[245][0-5]\d$/.test(textOf(ticket, before)) && /^[245]\.\d{1,3}\.\d{1,3}/.test(textOf(ticket, next));

function carriesOn({ text }: Ticket, before: Span, next: Span): boolean {
  if (before.end - before.start >= BROKEN) return true;
  return /[ \t]/.test(text[next.start - 1] as string) || /\p{Ll}/u.test(text[next.start] as string);
}

const textOf = ({ text }: Ticket, { start, end }: Span): string => text.slice(start, end);
const hasCode = (ticket: Ticket, span: Span): boolean => codesOf(textOf(ticket, span)) !== undefined;

/** The codes that a line holds: of a reply, or a number in front. */
function codesOf(line: string): { readonly code?: number; readonly enhanced?: string } | undefined {
  const found = foremostReply(line);
  return found !== undefined && found.sureness !== 'doubtful' ? found : leadingNumber(line);
}
