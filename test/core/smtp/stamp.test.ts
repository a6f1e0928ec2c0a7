import assert from 'node:assert/strict';
import { skipStamp, skipTime, timeIn } from '../../../src/core/smtp/stamp.ts';

describe('a time in front of what was said', () => {
  it('is left out, with the names of host and program, and read', () => {
    for (const [line, words, behindTime, time] of [
      ['10:00:00 250 ok', '250 ok', '250 ok', 36000000],
      ['9:00:00 250 ok', '250 ok', '250 ok', 32400000],
      ['10:00:00.123 250 ok', '250 ok', '250 ok', 36000123],
      ['10:00:00,5 PM 250 ok', '250 ok', '250 ok', 79200500],
      ['12:00:00 AM x', 'x', 'x', 0],
      ['12:00:00 PM x', 'x', 'x', 43200000],
      ['11:59:59 PM x', 'x', 'x', 86399000],
      ['[10:00:00] 250 ok', '250 ok', '250 ok', 36000000],
      ['2026-11-20T10:00:00Z 250 ok', '250 ok', '250 ok', 36000000],
      ['2026-11-20 10:00:00+01:00 250 ok', '250 ok', '250 ok', 36000000],
      ['2026/11/20 10:00:00 UTC 250 ok', '250 ok', '250 ok', 36000000],
      ['20.11.2026, 10:00:00 250 ok', '250 ok', '250 ok', 36000000],
      ['20-Nov-2026 10:00:00 x', 'x', 'x', 36000000],
      ['Nov 20 10:00:00 mx1 postfix/smtpd[12]: 250 ok', '250 ok', 'mx1 postfix/smtpd[12]: 250 ok', 36000000],
      ['Nov  2 10:00:00 250 ok', '250 ok', '250 ok', 36000000],
      ['Fri, 20 Nov 2026 10:00:00 +0000 250 ok', '250 ok', '250 ok', 36000000],
      ['20 Nov 10:00:00 smtpd: x', 'x', 'smtpd: x', 36000000],
      ['[2026-11-20 10:00:00] [1234] 250 ok', '250 ok', '[1234] 250 ok', 36000000],
      ['@4000000065a1b2c3d4e5f678 250 ok', '250 ok', '250 ok'],
      ['@40000 250 ok', '@40000 250 ok', '@40000 250 ok'],
      ['250 ok', '250 ok', '250 ok'],
      ['x 10:00:00 250 ok', 'x 10:00:00 250 ok', 'x 10:00:00 250 ok', 36000000],
      ['10:00 250 ok', '10:00 250 ok', '10:00 250 ok'],
      ['10:00:00', '', '', 36000000],
      ['110:00:00 x', '110:00:00 x', '110:00:00 x'],
      ['10:00:001 x', '10:00:001 x', '10:00:001 x', 36000000],
      ['10:00:00 - 250 ok', '250 ok', '250 ok', 36000000],
      ['10:00:00| 250 ok', '250 ok', '250 ok', 36000000],
      ['10:00:00.999999 x', 'x', 'x', 36000999],
      ['a: b', 'a: b', 'a: b'],
    ] as const) {
      assert.equal(line.slice(skipStamp(line)), words, line);
      assert.equal(line.slice(skipTime(line)), behindTime, line);
      assert.equal(timeIn(line, line.length), time, line);
    }
  });

  it('is looked for in front of them, and in 160 characters', () => {
    const line = '1:00:00 250 x at 10:00:00';
    assert.equal(timeIn(line, 7), 3_600_000);
    assert.equal(timeIn(line, 6), undefined);
    assert.equal(timeIn(` ${line}`, 7), undefined);
    assert.equal(timeIn('10:00:00'.padStart(160), 200), 36_000_000);
    assert.equal(timeIn('10:00:00'.padStart(168), 200), undefined);
  });
});
