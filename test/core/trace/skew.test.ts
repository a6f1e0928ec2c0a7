import assert from 'node:assert/strict';
import { findSkew, wholeSecond } from '../../../src/core/trace/skew.ts';

/**
 * What is said of each clock: `ok`, `behind`, `ahead` by how many seconds, `falls`, or `?`. Stamps are seconds in order of
 * travel, with a host in front where several are of one: `a 10`; `-` is not dated.
 */
function is(stamps: string, expected: string, written?: number): void {
  const read = stamps.split(', ').map((stamp) => {
    const [host, time] = stamp.includes(' ') ? stamp.split(' ') : [undefined, stamp];
    return { ...(host && { host }), ...(time !== '-' && { time: Number(time) * 1000 }) };
  });
  const told = findSkew(read, written === undefined ? undefined : written * 1000).map(({ sound, problems, off }) => {
    if (sound) return problems.length === 0 ? 'ok' : 'wrong';
    const [problem] = problems;
    if (problem === undefined) return '?';
    return problem === 'clock-disagrees' ? 'falls' : `${problem.replace('clock-', '')} ${(off ?? 0) / 1000}`;
  });
  assert.equal(told.join(', '), expected, stamps);
}

describe('clocks on the way of a message', () => {
  it('are sound where times never fall', () => {
    is('1, 2, 3', 'ok, ok, ok');
    is('1, 1, 1', 'ok, ok, ok');
    is('5', 'ok');
    is('1, -, 2', 'ok, ?, ok');
    is('-', '?');
    is('1.9, 1.1', 'ok, ok');
    is('1.0, 0.9', '?, falls');
  });

  it('are off where those around agree without them', () => {
    is('10, 20, 5, 30, 40', 'ok, ok, behind -15, ok, ok');
    is('10, 20, 90, 30, 40', 'ok, ok, ahead 60, ok, ok');
    is('90, 10, 20, 30', 'ahead 80, ok, ok, ok');
    is('10, 20, 30, 5', 'ok, ok, ok, behind -25');
    is('10, 95, 90, 20, 30, 40', 'ok, ahead 75, ahead 70, ok, ok, ok');
  });

  it('are in doubt where nothing tells which', () => {
    is('20, 10', '?, falls');
    is('30, 20, 10', '?, falls, falls');
  });

  it('agree with the last hop, then with the first, where runs weigh the same', () => {
    is('10, 30, 20, 40', 'ok, ?, falls, ok');
    is('30, 40, 10, 20', 'ahead 20, ahead 30, ok, ok');
    is('10, 40, 20, 30', 'ok, ahead 20, ok, ok');
  });

  it('are one voice for each host', () => {
    is('a 10, a 20, b 5', '?, ?, falls');
    is('b 50, a 10, a 20, a 30, c 60', 'ok, behind -40, behind -30, behind -20, ok');
    is('a 10, a 20, b 30, c 5, d 40', 'ok, ok, ok, behind -25, ok');
    is('a 10, b 20, a 5, c 30', 'ok, ok, behind -15, ok');
    is('a 10, b 12, a 5, c 6', '?, ?, falls, ?');
    is('a 50, b 10, a 60, b 20, c 70', 'ok, behind -40, ok, behind -40, ok');
  });

  it('are held against the Date field, which weighs half', () => {
    is('20, 10', '?, falls', 5);
    is('20, 10', 'ok, behind -10', 15);
    is('20, 10', '?, falls', 25);
    is('10, 20', 'ok, ok', 100);
    is('10', 'ok', 100);
  });

  it('count by their second', () => {
    assert.equal(wholeSecond(1999), 1000);
    assert.equal(wholeSecond(-1), -1000);
  });
});
