import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

/** The blocks as `kind firstLine`. */
const blocks = (text: string): string[] => {
  const ticket = readTicket(text);
  return ticket.blocks.map(({ kind, start }) => `${kind} ${ticket.lines.lineOf(start) + 1}`);
};

const picked =
  'X-Spam-Status: No, score=0.1 required=5.0\nX-Forefront-Antispam-Report: CIP:192.0.2.1;SFV:NSPM;\nX-Microsoft-Antispam: BCL:0;\n';

describe('fields picked out of a header', () => {
  it('have no body: the words behind them are words', () => {
    assert.deepEqual(blocks(`${picked}The customer says that 550 5.1.1 came back.\n`), ['message 1', 'prose 4']);
    assert.deepEqual(blocks(`${picked}\nThe customer says so.\n`), ['message 1', 'prose 5']);
  });

  it('are not a whole header, that has a body', () => {
    assert.deepEqual(blocks(`From: a@a.test\nSubject: x\n${picked}\nHello.\n`), ['message 1']);
  });
});
