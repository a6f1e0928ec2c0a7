import type { MessageData } from '../smtp/conversation.ts';
import type { Span } from '../text/span.ts';
import type { Ticket } from '../ticket/ticket.ts';

/** A line of message data, its line break not counted. */
export interface DataLine extends Span {
  readonly ends: 'CRLF' | 'LF' | 'CR' | 'nothing';
  /** Offset behind the line break. */
  readonly next: number;
}

/** The lines of message data, also where a tool wrote the whole message on one line with `\r\n` spelled out. */
export function* dataLines(ticket: Ticket, data: MessageData): Iterable<DataLine> {
  const { text, lines } = ticket;
  const first = lines.lineOf(data.start);
  if (isSpelled(ticket, data)) {
    yield* spelledLines(text, data);
    return;
  }
  const decoration = data.start - lines.start(first);
  for (let line = first; line < lines.count && lines.start(line) < data.end; line++) {
    const end = Math.min(lines.end(line), Math.max(data.end, lines.start(line)));
    const next = lines.next(line);
    const start = Math.min(lines.start(line) + decoration, end);
    yield { start, end, ends: BREAKS.get(text.slice(lines.end(line), next)) ?? 'nothing', next };
  }
}

/** Whether line breaks stand in the text as escapes. */
export function isSpelled({ text, lines }: Ticket, { start, end }: MessageData): boolean {
  // Nearly all messages show a true line break soon, and the search for the line is spared.
  for (let at = start; at < end && at < start + 200; at++) {
    const c = text.charCodeAt(at);
    if (c === 10 || c === 13) return false;
  }
  return end <= lines.end(lines.lineOf(start)) && text.slice(start, end).includes('\\r\\n');
}

const BREAKS: ReadonlyMap<string, DataLine['ends']> = new Map([
  ['\r\n', 'CRLF'],
  ['\n', 'LF'],
  ['\r', 'CR'],
]);

/** Cuts at line breaks that stand in the text as escapes; a doubled backslash is a backslash of the message. */
function* spelledLines(text: string, data: Span): Iterable<DataLine> {
  let start = data.start;
  for (let i = text.indexOf('\\', start); i >= 0 && i < data.end; i = text.indexOf('\\', i)) {
    const letter = text[i + 1];
    if (letter !== 'r' && letter !== 'n') {
      i += 2;
      continue;
    }
    const both = letter === 'r' && text.startsWith('\\n', i + 2);
    const next = i + (both ? 4 : 2);
    yield { start, end: i, ends: both ? 'CRLF' : letter === 'r' ? 'CR' : 'LF', next };
    start = next;
    i = next;
  }
  if (start < data.end) yield { start, end: data.end, ends: 'nothing', next: data.end };
}
