import { looksLikeHeader } from '../mail/headerStart.ts';
import type { Message } from '../mail/message.ts';
import { readMessage } from '../mail/messageReader.ts';
import { Lines } from '../text/lines.ts';
import { withSpans } from './spans.ts';

/** Lines looked at to see whether a header starts behind the marks. */
const AHEAD = 60;

/** The header or message that a mail program quoted with `>` from this line on; undefined where none was. */
export function readQuotedMessage(
  lines: Lines,
  line: number,
): { readonly message: Message; readonly endLine: number } | undefined {
  const depth = depthOf(lines, line);
  if (
    depth === 0 ||
    !FIELD.test(lines.text.slice(lines.start(line), Math.min(lines.end(line), lines.start(line) + 200)))
  ) {
    return undefined;
  }
  if (!looksLikeHeader(new Lines(unquoted(lines, line, depth, AHEAD).text), 0)) return undefined;
  const { text, starts, endLine } = unquoted(lines, line, depth, Number.POSITIVE_INFINITY);
  const inner = new Lines(text);
  const message = readMessage(text, inner, 0, text.length);
  const place = (offset: number): number => {
    const at = inner.lineOf(offset);
    return (starts[at] ?? lines.start(endLine)) + offset - inner.start(at);
  };
  const placed = withSpans(message, place);
  return { message: { ...placed, start: lines.start(line), end: lines.start(endLine) }, endLine };
}

/** A quoted line that may be a field, to look no further at most quoted lines. */
const FIELD = /^[ \t>]{1,40}[A-Za-z][A-Za-z0-9-]{0,70}:/;
const MARKS = /^(?:[ \t]?>){1,20}/;

/** How many quoting marks stand in front of a line. */
function depthOf(lines: Lines, line: number): number {
  const start = lines.start(line);
  const first = lines.text.charCodeAt(start);
  if (first !== 0x3e && first !== 0x20 && first !== 0x09) return 0;
  const marks = MARKS.exec(lines.text.slice(start, Math.min(lines.end(line), start + 40)));
  return marks === null ? 0 : marks[0].replace(/[^>]/g, '').length;
}

/** The lines from `first` on that are quoted as deep, without their marks, and where each of them starts in the text. */
function unquoted(lines: Lines, first: number, depth: number, most: number) {
  const marks = new RegExp(`^(?:[ \\t]?>){${depth}} ?`);
  const texts: string[] = [];
  const starts: number[] = [];
  let line = first;
  for (; line - first < most && lines.has(line) && depthOf(lines, line) >= depth; line++) {
    const whole = lines.text.slice(lines.start(line), lines.next(line));
    const length = marks.exec(whole)?.[0].length ?? 0;
    texts.push(whole.slice(length));
    starts.push(lines.start(line) + length);
  }
  return { text: texts.join(''), starts, endLine: line };
}
