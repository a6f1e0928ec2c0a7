import { strict as assert } from 'node:assert';
import type { Finding } from '../../../src/core/problems/diagnosticRows.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Ticket } from '../../../src/core/ticket/ticket.ts';

export const MAIL = 'MAIL FROM:<x@a.test> / 250 ok';
export const RCPT = 'RCPT TO:<bob@b.test> / 250 ok';
export const DATA = 'DATA / 354 go / Subject: x /  / hi / . / 250 queued';
export const LOGIN = 'AUTH PLAIN AGEAYg== / 235 ok';
export const QUIT = 'QUIT / 221 bye';

/** What a rule finds in a session that goes on with these lines: the code, what is covered, and what is told of it. */
export function ruleFinds(
  rule: (ticket: Ticket) => Iterable<Finding>,
  rows: readonly (readonly [lines: string, expected: string])[],
): void {
  for (const [lines, expected] of rows) {
    const text = `220 mx.b.test ESMTP\nEHLO a.test\n250-mx.b.test\n250-STARTTLS\n250 AUTH PLAIN\n${lines.replaceAll(' / ', '\n')}\n`;
    const found = [...rule(readTicket(text))].map(({ code, span, data }) => {
      const told = Object.values(data).join(', ');
      return `${code} ${text.slice(span.start, span.end)}${told === '' ? '' : ` (${told})`}`;
    });
    assert.equal(found.join(' | '), expected, lines);
  }
}
