import assert from 'node:assert/strict';
import { isAtEnd, isAtStart, layOutAxis, ticksWithRoom } from '../../../src/core/trace/axis.ts';
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

  it('lays them by their logarithm on the other scale', () => {
    const { bars } = layOutAxis([hop(0), hop(10), hop(-5), hop(990)]);
    const [none, short, back, long] = bars.map((bar) => bar?.log);
    const whole = Math.log10(2) + 2;
    assert.deepEqual(none, { start: 0, width: 0 });
    assert.ok(Math.abs((short?.width ?? 0) - Math.log10(2) / whole) < 1e-9);
    assert.deepEqual(back, { start: short?.width, width: 0 });
    assert.ok(Math.abs((long?.width ?? 0) - 2 / whole) < 1e-9);
    assert.deepEqual(layOutAxis([hop(0)]).bars[0], { linear: { start: 0, width: 0 }, log: { start: 0, width: 0 } });
    assert.equal(layOutAxis([{} as TraceHop]).bars[0], undefined);
  });

  describe('puts a hop whose clock does not fit', () => {
    const at = (time: number | undefined, correctedDelay?: number, sound = true): TraceHop =>
      ({ time, correctedDelay, sound }) as unknown as TraceHop;
    const WAY = [at(1000), at(2000, 1000), at(2000, 0), at(5000, 3000)];
    const mark = (time: number | undefined, way = WAY) => layOutAxis([...way, at(time, undefined, false)]).marks.at(-1);

    it('where that clock is', () => {
      assert.deepEqual(mark(1000)?.linear, { at: 0 });
      assert.deepEqual(mark(1500)?.linear, { at: 0.125 });
      assert.deepEqual(mark(2000)?.linear, { at: 0.25 });
      assert.deepEqual(mark(3500)?.linear, { at: 0.625 });
      assert.deepEqual(mark(5000)?.linear, { at: 1 });
      const first = Math.log10(2) / (Math.log10(2) + Math.log10(4));
      assert.ok(Math.abs((mark(1500)?.log.at ?? 0) - first / 2) < 1e-9);
      assert.ok(Math.abs((mark(2000)?.log.at ?? 0) - first) < 1e-9);
    });

    it('at an end where that is off the axis', () => {
      assert.deepEqual(mark(999), { linear: { at: 0, outside: 'before' }, log: { at: 0, outside: 'before' } });
      assert.deepEqual(mark(5001), { linear: { at: 1, outside: 'behind' }, log: { at: 1, outside: 'behind' } });
    });

    it('nowhere without a time, a sound hop or a wait', () => {
      assert.equal(mark(undefined), undefined);
      assert.equal(mark(1000, [at(1000, undefined, false)]), undefined);
      assert.equal(mark(1000, [at(1000), at(1000, 0)]), undefined);
      assert.deepEqual(layOutAxis(WAY).marks, [undefined, undefined, undefined, undefined]);
    });
  });

  it('has even ticks at their places, and others behind waits where there is room', () => {
    const { linear, log } = layOutAxis([hop(1000), hop(1000), hop(10), hop(60_000)]).ticks;
    assert.deepEqual(linear[1], { at: 15_000 / 62_010, label: '15 s' });
    assert.deepEqual(
      log.map(({ label }) => label),
      ['0 s', '1 s', '2 s', '1 min 2 s'],
    );
    assert.deepEqual([log[0]?.at, log.at(-1)?.at], [0, 1]);
    const equal = (count: number): number =>
      layOutAxis(Array.from({ length: count }, () => hop(1000))).ticks.log.length;
    assert.deepEqual([1, 2, 6, 7].map(equal), [2, 3, 7, 4]);
    assert.deepEqual(layOutAxis([hop(0)]).ticks, { linear: [], log: [] });
  });

  it('has labels within it at its ends', () => {
    assert.deepEqual([0, 0.039, 0.04].map(isAtStart), [true, true, false]);
    assert.deepEqual([0.92, 0.921, 1].map(isAtEnd), [false, true, true]);
    const room = (width: number, ...places: readonly number[]): readonly number[] =>
      ticksWithRoom(
        places.map((at) => ({ at, label: '1234567890' })),
        width,
      ).map(({ at }) => at);
    // A label is 65 pixels wide, and 8 part it from the next: from the start 73 to the middle of one 32.5 wide on each side.
    assert.deepEqual(room(211, 0, 0.5), [0, 0.5]);
    assert.deepEqual(room(210, 0, 0.5), [0]);
    assert.deepEqual(room(138, 0, 1), [0, 1]);
    assert.deepEqual(room(137, 0, 1), [0]);
    assert.deepEqual(room(731, 0.4, 0.5), [0.4, 0.5]);
    assert.deepEqual(room(729, 0.4, 0.5), [0.4]);
  });
});
