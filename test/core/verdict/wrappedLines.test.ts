import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { firstLineOfReply, lastLineOfReply, lineSpan } from '../../../src/core/verdict/wrappedLines.ts';

/** For each line of a text, the first line of the reply that it belongs to. */
function first(...text: readonly string[]): readonly (number | undefined)[] {
  const ticket = readTicket(text.join('\n'));
  const all = { start: 0, end: ticket.text.length };
  return text.map((_, line) => firstLineOfReply(ticket, all, line));
}

const GONE = '550 5.1.1 The mailbox that you tried to reach does not exist here,';

describe('a reply that was wrapped', () => {
  it('goes on with lines that are indented, in small letters, or behind a full one', () => {
    assert.deepEqual(first(GONE, 'Please check the address.', 'So it ends.'), [0, 0, undefined]);
    assert.deepEqual(first('550 5.1.1 Gone', ' Indented', '\tTabbed'), [0, 0, 0]);
    assert.deepEqual(first('550 5.1.1 Gone', 'and so on', 'But no more'), [0, 0, undefined]);
    assert.deepEqual(first('550 5.1.1 Gone', 'Another sentence'), [0, undefined]);
    assert.deepEqual(first('550-5.1.1 Gone', '550 5.1.1 for good'), [0, 1]);
    assert.deepEqual(first('550 5.1.1 Gone', '', ' indented'), [0, undefined, undefined]);
    assert.deepEqual(first('words', '550 5.1.1 Gone', 'and so on'), [undefined, 1, 1]);
    assert.deepEqual(first('The server said 550', '5.1.1 User unknown', 'and so on'), [0, 1, 1]);
    const ticket = readTicket('The server said 550\n5.1.1 User unknown\nand so on\nUp to here');
    assert.equal(lastLineOfReply(ticket, { start: 0, end: ticket.text.length }, 0), 2);
  });

  it('is looked at by its first eight lines', () => {
    const rows = Array.from({ length: 12 }, () => ' and so on');
    assert.deepEqual(first('550 5.1.1 Gone', ...rows), [0, 0, 0, 0, 0, 0, 0, 0, ...Array(5).fill(undefined)]);
    const ticket = readTicket(['550 5.1.1 Gone', ...rows].join('\n'));
    assert.equal(lastLineOfReply(ticket, { start: 0, end: ticket.text.length }, 0), 8);
    assert.equal(lastLineOfReply(ticket, { start: 0, end: ticket.text.length }, 99), 99);
  });

  it('has its lines without marks of quotes and blanks, inside of the block', () => {
    const ticket = readTicket('> | 550 Gone \r\n\n   \nx');
    const at = (line: number, start = 0, end = ticket.text.length): string | undefined => {
      const span = lineSpan(ticket, { start, end }, line);
      return span && ticket.text.slice(span.start, span.end);
    };
    assert.deepEqual([at(0), at(1), at(2), at(3), at(4)], ['550 Gone', undefined, undefined, 'x', undefined]);
    assert.equal(at(0, 6), '50 Gone'.slice(1));
    assert.equal(at(0, 0, 7), '550'.slice(0, 3));
    const long = readTicket('x'.repeat(5000));
    assert.deepEqual(lineSpan(long, { start: 0, end: 5000 }, 0), { start: 0, end: 4000 });
  });
});
