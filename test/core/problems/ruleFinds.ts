import { strict as assert } from 'node:assert';
import type { Finding } from '../../../src/core/problems/diagnosticRows.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Ticket } from '../../../src/core/ticket/ticket.ts';

export const MAIL = 'MAIL FROM:<x@a.test> / 250 ok';
export const RCPT = 'RCPT TO:<bob@b.test> / 250 ok';
export const DATA = 'DATA / 354 go / Subject: x /  / hi / . / 250 queued';
export const LOGIN = 'AUTH PLAIN AGEAYg== / 235 ok';
export const QUIT = 'QUIT / 221 bye';

type Rule = (ticket: Ticket) => Iterable<Finding>;
type Rows = readonly (readonly [lines: string, expected: string])[];

/** What a rule finds in a text, ` / ` for its line ends: the code, what is covered, and what is told of it. */
export function textFinds(rule: Rule, rows: Rows, kind?: 'message'): void {
  for (const [lines, expected] of rows) {
    const text = `${lines.replaceAll(' / ', '\n')}\n`;
    const found = [...rule(readTicket(text, kind))].map(({ code, span, data }) => {
      const told = Object.values(data).join(', ');
      return `${code} ${text.slice(span.start, span.end)}${told === '' ? '' : ` (${told})`}`;
    });
    assert.equal(found.join(' | '), expected, lines);
  }
}

/** The same of a session that goes on with these lines. */
export const ruleFinds = (rule: Rule, rows: Rows): void =>
  textFinds(
    rule,
    rows.map(([lines, expected]) => [
      `220 mx.b.test ESMTP / EHLO a.test / 250-mx.b.test / 250-STARTTLS / 250 AUTH PLAIN / ${lines}`,
      expected,
    ]),
  );
