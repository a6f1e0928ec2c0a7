import { diagnosticRows, type Finding, isLeftOut, type LeftOut, messageOf } from '../problems/diagnosticRows.ts';
import { findingsIn } from '../problems/findings.ts';
import { defined } from '../text/defined.ts';
import { plainText } from '../text/plain.ts';
import type { Ticket } from '../ticket/ticket.ts';

/** What is wrong with a text or with the records in it. */
function* problemsIn(ticket: Ticket): Iterable<Finding> {
  for (const finding of findingsIn(ticket)) {
    if (!isLeftOut(finding) && diagnosticRows[finding.code].isVerdict !== true) yield finding;
  }
}

/** What limits leave out of them. */
export function* problemsLeftOut(ticket: Ticket): Iterable<LeftOut> {
  for (const finding of findingsIn(ticket)) if (isLeftOut(finding)) yield finding;
}

/** The same as data; `line` gives the line of an offset, from 1. */
export function* problemsJson(ticket: Ticket, line: (offset: number) => number): Iterable<unknown> {
  for (const finding of problemsIn(ticket)) {
    yield {
      code: finding.code,
      level: diagnosticRows[finding.code].level,
      line: line(finding.span.start),
      ...defined({ record: finding.record }),
      text: messageOf(finding),
    };
  }
}

/** Problems that a terminal shows; `--json` has them all. */
const MOST = 50;

/** The errors and warnings among them, a line each, for a terminal. */
export function* problemLines(ticket: Ticket): Iterable<string> {
  let count = 0;
  for (const finding of problemsIn(ticket)) {
    const { level } = diagnosticRows[finding.code];
    if (level !== 'error' && level !== 'warning') continue;
    count++;
    if (count === 1) yield 'What is wrong with the text or its records:';
    if (count > MOST) continue;
    yield `  line ${ticket.lines.lineOf(finding.span.start) + 1}: ${level}: ${plainText(messageOf(finding))} (${finding.code})`;
  }
  if (count > MOST) yield `  … and ${count - MOST} more; --json lists all.`;
}
