import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';

/** Lines of text without an empty line between, then the line. */
export function* paragraphAt(ticket: Ticket, within: Span, offset: number): Iterable<Span> {
  const { lines } = ticket;
  const here = lines.lineOf(offset);
  const isText = (line: number): boolean =>
    line >= 0 &&
    line < lines.count &&
    lines.start(line) >= within.start &&
    lines.end(line) <= within.end &&
    lines.end(line) > lines.start(line);
  if (!isText(here)) return;
  let first = here;
  let last = here;
  while (here - first < PARAGRAPH && isText(first - 1)) first--;
  while (last - here < PARAGRAPH && isText(last + 1)) last++;
  yield { start: lines.start(first), end: lines.end(last) };
  yield lineAt(ticket, offset);
}

/** Lines above and below that are looked at; more is no paragraph. */
const PARAGRAPH = 500;

export function lineAt({ lines }: Ticket, offset: number): Span {
  const line = lines.lineOf(offset);
  return { start: lines.start(line), end: lines.end(line) };
}

/** A word as mail has them: an address, a host and a code are one word each. */
export function wordAt(text: string, offset: number): Span {
  const isWord = (at: number): boolean => /[\p{L}\p{N}_.@+=/-]/u.test(text[at] ?? ' ');
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < 500 && isWord(start - 1)) start--;
  while (end < text.length && end - offset < 500 && isWord(end)) end++;
  while (end > start && /[.,]/.test(text[end - 1] as string) && end - 1 >= offset) end--;
  return { start, end };
}
