import assert from 'node:assert/strict';
import { layOutAxis, ticksWithRoom } from '../../../src/core/trace/axis.ts';
import type { TraceHop } from '../../../src/core/trace/hop.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const hop = (correctedDelay: number): TraceHop => ({ correctedDelay }) as unknown as TraceHop;

/** The even ticks of one wait. */
const ticks = (wait: number): readonly string[] => layOutAxis([hop(wait)]).ticks.linear.map(({ label }) => label);

/** Six steps of this length are as many as fit; one millisecond more takes the next length. */
function steps(...lengths: readonly number[]): void {
  for (const [i, length] of lengths.entries()) {
    assert.equal(ticks(6 * length).length, 7, `${length}`);
    const next = lengths[i + 1];
    if (next !== undefined) assert.equal(ticks(6 * length + 1).length, Math.floor((6 * length + 1) / next) + 1);
  }
}

describe('the time axis', () => {
  it('has at most six steps of a round length', () => {
    steps(1, 2, 5, 10, 20, 50, 100, 200, 500);
    steps(500, ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND));
    steps(30 * SECOND, ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE));
    steps(30 * MINUTE, ...[1, 2, 3, 6, 12].map((n) => n * HOUR));
    steps(12 * HOUR, ...[1, 2, 3, 7, 14, 30].map((n) => n * DAY));
  });

  it('has whole days beyond them', () => {
    assert.deepEqual(ticks(6 * 31 * DAY), ['0 s', '31 d', '62 d', '93 d', '124 d', '155 d', '186 d']);
    assert.equal(ticks(6 * 30 * DAY + 1)[1], '31 d');
  });

  it('names the time since its start', () =>
    assert.deepEqual(ticks(42 * DAY), ['0 s', '7 d', '14 d', '21 d', '28 d', '35 d', '42 d']));

  it('has none where nobody waited', () => assert.deepEqual(ticks(0), []));

  it('lays waits one behind the other', () =>
    assert.deepEqual(
      layOutAxis([hop(1), hop(3)]).bars.map((bar) => bar?.linear),
      [
        { start: 0, width: 0.25 },
        { start: 0.25, width: 0.75 },
      ],
    ));

  it('has labels that stand clear of each other', () => {
    const crowded = Array.from({ length: 11 }, (_, i) => ({ at: i / 10, label: `${i * 10} min` }));
    const labels = (width: number) => ticksWithRoom(crowded, width).map(({ label }) => label);
    assert.equal(labels(2000).length, 11);
    assert.deepEqual(labels(210), ['0 min', '30 min', '60 min', '90 min']);
    assert.deepEqual(labels(10), ['0 min']);
  });
});
