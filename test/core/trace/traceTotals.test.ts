import assert from 'node:assert/strict';
import type { Received } from '../../../src/core/mail/message.ts';
import { type HopSource, traceOf } from '../../../src/core/trace/trace.ts';

/** A hop at this second, by a host, from an address. */
const hop = (second: number | undefined, by?: string, more: Partial<Received> = {}): HopSource => ({
  origin: 'received',
  received: {
    ...{ field: { start: 1, end: 5 }, tls: false },
    ...(by !== undefined && { by }),
    ...(second !== undefined && { date: { epoch: second * 1000, text: 't', problems: [] } }),
    ...more,
  } as unknown as Received,
});

/** The totals in seconds: as written, corrected, and whether it took at least that long or clocks disagree. */
const is = (expected: string, seconds: readonly (number | undefined)[], written?: number): void => {
  const { totalDelay, correctedTotalDelay, isLowerBound, clockSkew } = traceOf(
    seconds.map((second) => hop(second)),
    written === undefined ? undefined : written * 1000,
  );
  const told = [totalDelay, correctedTotalDelay].map((one) => (one === undefined ? '-' : one / 1000));
  assert.equal(
    `${told.join(' ')}${isLowerBound ? ' at least' : ''}${clockSkew ? ' skew' : ''}`,
    expected,
    seconds.join(),
  );
};

describe('how long a message was on its way', () => {
  it('is from its first to its last hop, as far as their clocks agree', () => {
    is('9 9', [1, 4, 10]);
    is('0 0', [1, 1]);
    is('- -', [1]);
    is('- -', []);
    is('- -', [undefined, 1]);
    is('9 9', [undefined, 1, undefined, 10]);
    is('9 9 skew', [1, 0, 4, 10]);
    is('-80 6 at least skew', [90, 4, 6, 10]);
    is('-9 2 at least skew', [4, 5, 6, -5]);
  });

  it('counts the same clock where a machine hands a message to itself', () => {
    const to = (by: string | undefined, ip: string): readonly string[] =>
      traceOf([hop(10, 'a.test'), hop(5, by, { ip }), hop(6, 'b.test'), hop(7, 'c.test')]).hops.map(({ problems }) =>
        problems.join(),
      );
    assert.deepEqual(to('localhost', '127.0.0.1')[0], to(undefined, '127.0.0.1')[0]);
    const { hops } = traceOf([
      hop(1, 'a.test', { from: 'x', via: 'v', with: 'w', cipher: 'c', tlsVersion: 't' }),
      hop(2, 'b', { submitter: 's' }),
    ]);
    const [first, second] = hops;
    assert.deepEqual(
      [
        first?.from,
        first?.via,
        first?.with,
        first?.cipher,
        first?.tlsVersion,
        first?.timeText,
        first?.span,
        second?.from,
      ],
      ['x', 'v', 'w', 'c', 't', 't', { start: 1, end: 5 }, 's'],
    );
  });

  it('has a reason where a hop tells no moment', () => {
    const problems = (source: HopSource): readonly string[] | undefined => traceOf([source]).hops[0]?.problems;
    assert.deepEqual(problems(hop(undefined)), ['no-date']);
    assert.deepEqual(problems(hop(undefined, 'a', { date: { text: 'x', problems: [] } as never })), ['bad-date']);
    assert.deepEqual(problems(hop(1)), []);
  });
});
