import assert from 'node:assert/strict';
import { behindBreak, lineEnd } from '../../../src/core/log/lineEnd.ts';
import { asTime, epochOf } from '../../../src/core/log/time.ts';

const iso = (text: string): string | undefined => {
  const epoch = epochOf(text);
  return epoch === undefined ? undefined : new Date(epoch).toISOString();
};

describe('a time', () => {
  it('has a place on the clock where date and zone are written', () => {
    for (const [text, expected] of [
      ['2026-11-21T20:05:39Z', '2026-11-21T20:05:39.000Z'],
      ['2026-11-21T20:05:39.1+01:00', '2026-11-21T19:05:39.100Z'],
      ['2026-11-21 20:05:39,123456 -0530', '2026-11-22T01:35:39.123Z'],
      ['2026-1-2 3:05:39 GMT', '2026-01-02T03:05:39.000Z'],
      ['2026-01-31 00:00:00 UTC x', '2026-01-31T00:00:00.000Z'],
      ['2026-12-31 23:59:59.9Z', '2026-12-31T23:59:59.900Z'],
    ])
      assert.equal(iso(text as string), expected, text);
    for (const text of [
      '2026-11-21T20:05:39',
      '2026-02-31T20:05:39Z',
      '2026-13-01T20:05:39Z',
      '20:05:39Z',
      'x2026-11-21T20:05:39Z',
    ])
      assert.equal(iso(text), undefined, text);
    const word = { start: 1, end: 9, text: '20:05:39' };
    assert.equal(asTime(word), word);
    assert.equal(asTime({ ...word, text: '1970-01-01T00:00:01Z' }).epoch, 1000);
  });
});

describe('a line', () => {
  it('ends in front of its break, where that is near enough', () => {
    assert.deepEqual([lineEnd('ab\ncd', 0, 9), lineEnd('ab\rcd', 1, 9), lineEnd('ab\ncd', 3, 9)], [2, 2, 5]);
    assert.deepEqual(
      [lineEnd('abcdef\n', 0, 4), lineEnd('abcd\n', 0, 5), lineEnd('abcd', 0, 4), lineEnd('abcd', 0, 3)],
      [-1, 4, 4, -1],
    );
    assert.deepEqual([behindBreak('a\r\nb', 1), behindBreak('a\nb', 1), behindBreak('a\rb', 1)], [3, 2, 2]);
  });
});
