import assert from 'node:assert/strict';
import type { Log } from '../../../src/core/log/log.ts';
import { endOfPiece, isMostlyLog, lastLog, restOf } from '../../../src/core/ticket/pieces.ts';
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

describe('a text whose end has not come yet', () => {
  const logOf = (text: string): Log => {
    const block = readTicket(text).blocks.find(({ kind }) => kind === 'log');
    assert.ok(block?.kind === 'log');
    return block;
  };
  /** What is left for the next piece. */
  const left = (text: string, log?: Log): string => text.slice(endOfPiece(text, log));
  const exim = (more: string): string =>
    ['1a', '1b', '1c'].map((id) => `2026-11-21 20:06:16 1xUrLk-0001SN-${id} ** b@b.test: no\n${more}`).join('');
  it('is cut before its last line', () => {
    assert.equal(left('one\ntwo\nthree\n'), 'three\n');
    assert.equal(left('one\ntwo\nthr'), 'thr');
    assert.equal(left('one\n'), 'one\n');
  });
  it('is cut before the last entry of its log, which may be of several lines', () => {
    assert.equal(left(exim(''), logOf(exim(''))), '2026-11-21 20:06:16 1xUrLk-0001SN-1c ** b@b.test: no\n');
    const more = '    said: 550-one\n    550 two\n';
    assert.equal(left(exim(more), logOf(exim(''))), `2026-11-21 20:06:16 1xUrLk-0001SN-1c ** b@b.test: no\n${more}`);
    assert.equal(left(exim(more).slice(0, -1), logOf(exim(''))).length, 53 + more.length - 1);
  });
  it('is cut before its last line where no entry of its log begins in two hundred lines', () => {
    const long = (lines: number): string => exim('') + 'and so on\n'.repeat(lines);
    assert.equal(left(long(199), logOf(exim(''))), long(199).slice(2 * 53));
    assert.equal(left(long(200), logOf(exim(''))), 'and so on\n');
    assert.equal(left(long(9).slice(2 * 53), logOf(exim(''))), 'and so on\n');
  });
  it('opens the list again in which it was cut', () => {
    assert.equal(restOf('[\n  {"a": 1},\n  {"b": 2}\n]', 14), '[ {"b": 2}\n]');
    assert.equal(restOf('[\n  {"a": 1},\n\t{"b": 2}\n]', 14), '[{"b": 2}\n]');
    assert.equal(restOf('{"a": 1}\n  {"b": 2}\n', 9), '  {"b": 2}\n');
    assert.equal(restOf('[\n{"a": 1},\n{"b": 2}\n]', 12), '{"b": 2}\n]');
    assert.equal(restOf('one,\n  two', 5), '  two');
  });
  it('is mostly log where more than half of it is', () => {
    const log = exim('');
    const prose = (count: number): string => `${'x'.repeat(count - 2)}\n\n`;
    assert.equal(isMostlyLog(readTicket(`${prose(log.length - 1)}${log}`)), true);
    assert.equal(isMostlyLog(readTicket(`${prose(log.length)}${log}`)), false);
    assert.equal(isMostlyLog(readTicket('hello\n')), false);
  });
  it('goes on with the log that reaches to its end, but for empty lines', () => {
    assert.equal(lastLog(readTicket(exim('')))?.format, 'exim');
    assert.equal(lastLog(readTicket(`${exim('')}\n\n`))?.format, 'exim');
    assert.equal(lastLog(readTicket(`${exim('')}\n\nThat is all we have of it.\n`)), undefined);
    assert.equal(lastLog(readTicket('hello\n')), undefined);
  });
});
