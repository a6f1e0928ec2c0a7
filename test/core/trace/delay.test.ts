import assert from 'node:assert/strict';
import { formatDelay, formatUtc } from '../../../src/core/trace/delay.ts';

describe('a length of time', () => {
  it('is told in its two largest units', () => {
    for (const [milliseconds, text] of [
      [0, '0 s'],
      [0.4, '0 s'],
      [1, '1 ms'],
      [999, '999 ms'],
      [1000, '1 s'],
      [1999, '1.9 s'],
      [9999, '9.9 s'],
      [10_000, '10 s'],
      [59_999, '59 s'],
      [60_000, '1 min'],
      [61_000, '1 min 1 s'],
      [3_599_999, '59 min 59 s'],
      [3_600_000, '1 h'],
      [3_659_000, '1 h'],
      [3_660_000, '1 h 1 min'],
      [86_399_000, '23 h 59 min'],
      [86_400_000, '1 d'],
      [90_000_000, '1 d 1 h'],
      [864_000_000, '10 d'],
      [-1, '\u22121 ms'],
      [-1500, '\u22121.5 s'],
      [-15_000, '\u221215 s'],
      [-61_000, '\u22121 min 1 s'],
      [Number.NaN, 'unknown'],
      [Number.POSITIVE_INFINITY, 'unknown'],
    ] as const)
      assert.equal(formatDelay(milliseconds), text);
  });
});

describe('a moment', () => {
  it('is told in UTC', () => {
    for (const [epoch, text] of [
      [0, '1970-01-01 00:00:00 UTC'],
      [1_524_279_661_000, '2018-04-21 03:01:01 UTC'],
      [1_524_279_661_020, '2018-04-21 03:01:01.020 UTC'],
      [8.64e15, '+275760-09-13 00:00:00 UTC'],
      [-8.64e15, '-271821-04-20 00:00:00 UTC'],
      [8.64e15 + 1, 'unknown'],
      [Number.NaN, 'unknown'],
    ] as const)
      assert.equal(formatUtc(epoch), text);
  });
});
