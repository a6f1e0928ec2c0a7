import assert from 'node:assert/strict';
import { timeOfLine, timeTyped } from '../../src/search/lineTime.ts';

const DAY = 86_400_000;
const noon = new Date(2026, 10, 21, 12).getTime();

describe('the time of a line of a log', () => {
  const told = (line: string, latest = noon): number | undefined => timeOfLine(line, latest);

  it('is in UTC or with its offset where it says so', () => {
    const at = Date.UTC(2026, 10, 21, 20, 5, 9);
    for (const [line, time] of [
      ['2026-11-21T20:05:09Z mx1 x', at],
      ['2026-11-21 20:05:09 UTC x', at],
      ['2026/11/21,20:05:09 GMT', at],
      ['2026-11-21T20:05:09.5Z', at + 500],
      ['2026-11-21T20:05:09,123456Z', at + 123],
      ['2026-11-21T20:05:09.1234567+01:00', at + 123 - 3_600_000],
      ['2026-11-21T20:05:09+0530', at - 19_800_000],
      ['2026-11-21T20:05:09-05:00', at + 18_000_000],
      ['mx1 2026-11-21T20:05:09 -0130', at + 5_400_000],
    ] as const) {
      assert.equal(told(line), time, line);
    }
  });

  it('is this machine’s where it has no zone', () => {
    const at = new Date(2026, 10, 21, 20, 5, 9).getTime();
    assert.equal(told('2026-11-21 20:05:09 x'), at);
    assert.equal(told('2026-11-21 20:05:09,250 x'), at + 250);
    assert.equal(told('Nov 21 2026 20:05:09 x'), at);
    assert.equal(told('Sat Nov 21 20:05:09 x', at), at);
    assert.equal(told('Nov  1 20:05:09.123456 mx1', at), new Date(2026, 10, 1, 20, 5, 9).getTime());
  });

  it('without a year is the last that is not later than a day behind the latest', () => {
    const of = (year: number, month: number, day: number): number => new Date(year, month, day, 12).getTime();
    assert.equal(told('Nov 22 12:00:00 x'), of(2026, 10, 22));
    assert.equal(told('Nov 22 12:00:01 x'), of(2025, 10, 22) + 1000);
    assert.equal(told('Dec 31 12:00:00 x'), of(2025, 11, 31));
    assert.equal(told('Jan  1 12:00:00 x', of(2026, 11, 31)), of(2027, 0, 1));
    assert.equal(told('Dec 31 12:00:00 x', of(2027, 0, 1)), of(2026, 11, 31));
    const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    for (const [month, name] of months.entries())
      assert.equal(told(`${name} 10 12:00:00 x`, of(2026, 11, 30)), of(2026, month, 10));
  });

  it('is the first of two forms, and none where there is none', () => {
    const classic = new Date(2026, 10, 20, 1, 2, 3).getTime();
    assert.equal(told('Nov 20 01:02:03 mx1 at 2026-11-21T20:05:09Z'), classic);
    assert.equal(told('2026-11-21T20:05:09Z of Nov 20 01:02:03'), Date.UTC(2026, 10, 21, 20, 5, 9));
    for (const line of ['', 'no time', 'Foo 20 01:02:03', '12026-11-21T20:05:09Z', `${' '.repeat(200)}Nov 20 01:02:03`])
      assert.equal(told(line), undefined, line);
    assert.equal(told(`${' '.repeat(185)}Nov 20 01:02:03`), classic);
  });
});

describe('a time that is typed', () => {
  it('is so long ago, in minutes, hours, days or weeks', () => {
    for (const [typed, ago] of [
      ['5m', 300_000],
      ['2h', 7_200_000],
      ['3d', 3 * DAY],
      ['1 w', 7 * DAY],
      [' 2H ago ', 7_200_000],
      ['now', 0],
    ] as const) {
      assert.equal(timeTyped(typed, noon), noon - ago, typed);
    }
  });
  it('is the start of a day', () => {
    assert.equal(timeTyped('today', noon), new Date(2026, 10, 21).getTime());
    assert.equal(timeTyped('Yesterday', noon), new Date(2026, 10, 20).getTime());
    assert.equal(timeTyped('2026-11-19', noon), new Date(2026, 10, 19).getTime());
  });
  it('is this machine’s where it has no zone', () => {
    assert.equal(timeTyped('2026-11-19 20:05', noon), new Date(2026, 10, 19, 20, 5).getTime());
    assert.equal(timeTyped('2026-11-19t20:05:07', noon), new Date(2026, 10, 19, 20, 5, 7).getTime());
    assert.equal(timeTyped('2026-11-19t20:05z', noon), Date.UTC(2026, 10, 19, 20, 5));
    assert.equal(timeTyped('2026-11-19T20:05:07+01:00', noon), Date.UTC(2026, 10, 19, 19, 5, 7));
  });
  it('is none in other words', () => {
    for (const typed of ['', 'tomorrow', '5x', 'x5m', '5mm', '2026-11-40', '2026-11-19 20', '2026-11-19Z', '1234567m'])
      assert.equal(timeTyped(typed, noon), undefined, typed);
  });
});
