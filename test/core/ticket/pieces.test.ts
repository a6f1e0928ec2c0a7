import assert from 'node:assert/strict';
import { endOfPiece, restOf } from '../../../src/core/ticket/pieces.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { totalsOf } from '../../../src/core/verdict/logTotals.ts';
import { Pieces } from '../../../src/core/verdict/pieces.ts';
import { readCuts, readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

const events = Array.from({ length: 400 }, (_, i) => ({
  event: i % 10 === 0 ? 'bounce' : 'delivered',
  email: `u${i}@northwind.test`,
  timestamp: 1_763_700_000 + i,
  attempts: [{ host: 'mx.northwind.test' }, { host: 'mx2.northwind.test' }],
  ...(i % 10 === 0 ? { status: '5.1.1', reason: '550 5.1.1 User unknown' } : { response: '250 2.0.0 Ok' }),
}));

/** What the deliveries come to that a text tells of, read in pieces of so many characters. */
function totals(text: string, size: number): readonly (number | undefined)[] {
  const judge = new Pieces(() => '');
  let rest = text;
  while (rest.length > size) {
    const end = endOfPiece(rest.slice(0, size), judge.log) || size;
    judge.add(rest.slice(0, end));
    rest = restOf(rest, end);
  }
  judge.add(rest);
  const { verdicts, cuts } = judge.finish();
  const counts = totalsOf(verdicts, cuts);
  return [counts?.failed, counts?.accepted];
}

describe('objects of JSON of several lines, read in pieces', () => {
  const lists: readonly (readonly [string, string])[] = [
    ['in a list', JSON.stringify(events, undefined, 2)],
    ['one behind the other', events.map((one) => JSON.stringify(one, undefined, 4)).join('\n')],
    ['with tabs and CR LF', JSON.stringify(events, undefined, '\t').replaceAll('\n', '\r\n')],
  ];
  for (const [name, text] of lists) {
    it(`are whole, ${name}`, () => {
      const ticket = readTicket(`${text}\n`);
      const whole = totalsOf(readVerdicts(ticket), readCuts(ticket));
      assert.deepEqual([whole?.failed, whole?.accepted], [40, 360]);
      for (const size of [5000, 7777, 20_000]) assert.deepEqual(totals(`${text}\n`, size), [40, 360], `${size}`);
    });
  }

  it('are cut at a line where no object ends', () => {
    assert.equal(endOfPiece('{\n  "a": 1,\n  "b": 2,\n', undefined), '{\n  "a": 1,\n'.length);
  });
});
