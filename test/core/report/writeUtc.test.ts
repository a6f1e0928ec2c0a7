import assert from 'node:assert/strict';
import { countedTime } from '../../../src/core/report/writeUtc.ts';

describe('a time that a program counts', () => {
  it('is written as a date, and any other as it is', () => {
    for (const [text, words] of [
      ['1764151200.1', '2025-11-26 10:00:00 UTC'],
      ['1764151200', '2025-11-26 10:00:00 UTC'],
      ['1764151200123', '2025-11-26 10:00:00 UTC'],
      ['@4000000067472d1a0c1d2b3c', '2024-11-27 14:30:40 UTC'],
      ['Nov 27 13:00:01', 'Nov 27 13:00:01'],
      ['20261127130001', '20261127130001'],
    ] as const)
      assert.equal(countedTime(text), words);
  });
});
