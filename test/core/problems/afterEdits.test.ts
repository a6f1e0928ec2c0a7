import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { findingsIn } from '../../../src/core/problems/findings.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Ticket } from '../../../src/core/ticket/ticket.ts';
import { updateTicket } from '../../../src/core/ticket/update.ts';
import { diagnosticExamples } from './examples.ts';

/** Edits that are tried; MAIL_TRIAGE_EDITS asks for more than the tests need. */
const EDITS = Number(process.env.MAIL_TRIAGE_EDITS ?? 600);
/** Edits in one document, one after the other, as somebody types. */
const IN_A_ROW = 20;

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly insert: string;
}

function applied(ticket: Ticket, { at, removed, insert }: Edit): Ticket {
  const { text } = ticket;
  const start = at % (text.length + 1);
  const gone = Math.min(removed, text.length - start);
  const changed = text.slice(0, start) + insert + text.slice(start + gone);
  return updateTicket(ticket, changed, { start, removed: gone, added: insert.length });
}

/** The problems of the text as it stands, found after an edit, are those of reading it afresh. */
const isFresh = (ticket: Ticket): void =>
  assert.deepEqual([...findingsIn(ticket)], [...findingsIn(readTicket(ticket.text))], ticket.text);

const pieces = [
  ...Object.values(diagnosticExamples)
    .filter(({ start }) => start === undefined)
    .map(({ text }) => text),
  ...globSync('samples/*.{txt,eml}').map((file) => readFileSync(file, 'utf8')),
  'TLS connection established with cipher X\n',
  'Connecting to port 465\n',
  'password: Tr0ub4dor&3\n',
  'prose here\n',
  '\n\n\n',
];
const inserts = [
  '',
  'x',
  '\n',
  '\n\n',
  '.\n',
  ' TLS ',
  'port 465\n',
  '250 ok\n',
  'EHLO x\n',
  '220 a.test ESMTP\n',
  '> ',
];

describe('problems after an edit', () => {
  it('are asked again where the text in front of a session decides', () => {
    const { text } = diagnosticExamples['credentials-maybe-in-clear'];
    const codes = (ticket: Ticket): boolean =>
      [...findingsIn(ticket)].some(({ code }) => code === 'credentials-maybe-in-clear');
    const before = readTicket(`Here it is:\n\n${text}`);
    assert.equal(codes(before), true);
    const told = applied(before, { at: 'Here it is'.length, removed: 0, insert: ' over TLS' });
    assert.equal(codes(told), false);
    assert.equal(codes(applied(told, { at: 'Here it is'.length, removed: ' over TLS'.length, insert: '' })), true);
  });

  it(`are those of a fresh reading, after any of ${EDITS} edits`, function () {
    this.timeout(0);
    const edit = fc.record({ at: fc.nat(), removed: fc.nat({ max: 30 }), insert: fc.constantFrom(...inserts) });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }),
        fc.array(edit, { minLength: IN_A_ROW, maxLength: IN_A_ROW }),
        (list, edits) => {
          let ticket = readTicket(list.join(''));
          // What is found before the edit is what may be kept too long.
          Array.from(findingsIn(ticket));
          for (const one of edits) {
            ticket = applied(ticket, one);
            isFresh(ticket);
          }
        },
      ),
      { numRuns: Math.ceil(EDITS / IN_A_ROW) },
    );
  });
});
