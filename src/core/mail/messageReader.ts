import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { readAuthResults } from './authResults.ts';
import { readDeliveryReport } from './deliveryReport.ts';
import { fieldsNamed, isEmptyLine, readHeader } from './fields.ts';
import { isMboxLine, looksLikeHeader } from './headerStart.ts';
import type { Message } from './message.ts';
import { readPart } from './parts.ts';
import { readReceived } from './received.ts';

/**
 * Reads the message (RFC 5322) in lines `firstLine` to `endLine` (half-open) of a document; every text is one.
 * Takes time linear in its length.
 */
export const readMessage = (text: string, lines: Lines, firstLine: number, endLine: number): Message =>
  readAt(text, lines, firstLine, Math.min(endLine, lines.count), 0);

function readAt(text: string, lines: Lines, firstLine: number, endLine: number, depth: number): Message {
  const mbox = firstLine < endLine && isMboxLine(lines, firstLine);
  const top = mbox ? firstLine + 1 : skipEmptyLines(lines, firstLine, endLine);
  const header = readHeader(lines, top, endLine);
  const { fields, strayLines } = header;
  const root = readPart(
    lines,
    fields,
    { first: top, body: header.bodyLine, end: endLine },
    depth,
    (_, first, end, deep) => readAt(text, lines, first, end, deep),
  );
  const whole: Span = { start: lines.start(firstLine), end: lines.start(endLine) };
  const report = readDeliveryReport(root);
  return {
    kind: 'message',
    ...whole,
    ...(mbox ? { mboxLine: { start: whole.start, end: lines.end(firstLine) } } : {}),
    header: { start: lines.start(top), end: lines.start(header.endLine) },
    fields,
    strayLines,
    body: { start: lines.start(Math.min(header.bodyLine, endLine)), end: whole.end },
    hops: fieldsNamed(fields, 'received')
      .map((field) => readReceived(text, field))
      .reverse(),
    authResults: fields
      .filter((field) => /^(?:arc-)?authentication-results$/i.test(field.name))
      .map((field) => readAuthResults(text, field)),
    root,
    ...(report === undefined ? {} : { report }),
  };
}

/** Empty lines in front of a pasted header are no end of it. */
function skipEmptyLines(lines: Lines, first: number, end: number): number {
  let line = first;
  while (line < end && isEmptyLine(lines, line)) line++;
  return line > first && line < end && looksLikeHeader(lines, line) ? line : first;
}
