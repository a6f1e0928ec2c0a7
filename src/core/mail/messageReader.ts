import { defined } from '../text/defined.ts';
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { readAuthResults } from './header/authResults.ts';
import { fieldNamed, fieldsNamed, isEmptyLine, readHeader } from './header/fields.ts';
import { behindMboxLines, isMboxLine, looksLikeHeader } from './header/headerStart.ts';
import { readReceived } from './header/received.ts';
import type { Field, Message, Received } from './message.ts';
import { readPart } from './parts.ts';
import { readAggregateNotice } from './reports/aggregateNotice.ts';
import { readAutomaticReply } from './reports/automaticReply.ts';
import { readDeliveryReport } from './reports/deliveryReport.ts';
import { readDispositionNotification } from './reports/dispositionNotification.ts';
import { readFeedbackReport } from './reports/feedbackReport.ts';
import { readPastedFeedback } from './reports/pastedFeedback.ts';
import { readDamagedRefusal, readRefusal } from './reports/sieveRefusal.ts';

/**
 * Reads the message (RFC 5322) that starts in line `firstLine` and ends at offset `end`; every text is one.
 * Takes time linear in its length.
 */
export const readMessage = (text: string, lines: Lines, firstLine: number, end: number): Message =>
  readAt(text, lines, firstLine, Math.min(end, text.length), 0);

function readAt(text: string, lines: Lines, firstLine: number, end: number, depth: number): Message {
  const mbox = lines.start(firstLine) < end && isMboxLine(lines, firstLine);
  const top = mbox ? behindMboxLines(lines, firstLine) : skipEmptyLines(lines, firstLine, end);
  const header = readHeader(lines, top, end);
  const { fields, strayLines, gluedLines } = header;
  const root = readPart(lines, fields, { first: top, body: header.bodyLine, end }, depth, (nested, first, last, deep) =>
    readAt(nested.text, nested, first, last, deep),
  );
  const whole: Span = { start: lines.start(firstLine), end };
  const disposition = readDispositionNotification(root);
  const report =
    readDeliveryReport(text, fields, root, (first, last) =>
      readAt(text, lines, lines.lineOf(first), last, depth + 1),
    ) ?? (disposition ? readRefusal(text, root, disposition) : readDamagedRefusal(text, fields, root));
  // Of a message that was pasted without its fields, the form may be left of a report.
  const shown = fieldNamed(fields, 'received') ?? fieldNamed(fields, 'content-type');
  const feedback =
    readFeedbackReport(text, fields, root) ??
    (shown === undefined && report === undefined
      ? readPastedFeedback(text, root.body.start, root.body.end)
      : undefined);
  const known = report ?? feedback ?? disposition;
  const aggregate = known === undefined ? readAggregateNotice(fields, root) : undefined;
  const automaticReply = (known ?? aggregate) === undefined ? readAutomaticReply(text, fields, root) : undefined;
  return {
    kind: 'message',
    ...whole,
    ...(mbox ? { mboxLine: { start: whole.start, end: lines.end(firstLine) } } : {}),
    header: { start: lines.start(top), end: Math.min(lines.start(header.endLine), end) },
    fields,
    strayLines,
    gluedLines,
    body: { start: Math.min(lines.start(header.bodyLine), end), end },
    hops: readHops(text, fields, 'received'),
    xReceived: readHops(text, fields, 'x-received'),
    authResults: fields
      .filter((field) => /^(?:arc-)?authentication-results$/i.test(field.name))
      .map((field) => readAuthResults(text, field)),
    root,
    ...defined({ report, feedback, disposition, aggregate, automaticReply }),
  };
}

/** Each server puts its field on top (RFC 5321 4.4), so the last one is the oldest. */
const readHops = (text: string, fields: readonly Field[], name: string): readonly Received[] =>
  fieldsNamed(fields, name)
    .map((field) => readReceived(text, field))
    .reverse();

/** Empty lines in front of a pasted header are no end of it. */
function skipEmptyLines(lines: Lines, first: number, end: number): number {
  let line = first;
  while (lines.start(line) < end && isEmptyLine(lines, line)) line++;
  return line > first && lines.start(line) < end && looksLikeHeader(lines, line) ? line : first;
}
