import assert from 'node:assert/strict';
import { bare } from '../../../../src/core/mail/reports/reportWords.ts';

describe('an address without its name', () => {
  it('stands between the last angle brackets, or alone', () => {
    for (const [value, address] of [
      ['Ann <a@b.test>', 'a@b.test'],
      ['<x> <a@b.test> ', 'a@b.test'],
      [' a@b.test ', 'a@b.test'],
      ['<a@b.test> x', '<a@b.test> x'],
      ['<>', '<>'],
      ['', ''],
    ] as const)
      assert.equal(bare(value), address);
    assert.equal(bare('x'.repeat(400)).length, 320);
    assert.equal(bare(`${'x'.repeat(1000)}<a@b.test>`).length, 320);
    assert.equal(bare(`${'x'.repeat(990)}<a@b.test>`), 'a@b.test');
  });
});
