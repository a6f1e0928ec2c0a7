import assert from 'node:assert/strict';
import { bare, firstAddress } from '../../../../src/core/mail/reports/reportWords.ts';

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

describe('the first address in a value', () => {
  it('is without its name and marks', () => {
    for (const [value, address] of [
      ['Bob <Bob@b.test>, c@d.test', 'Bob@b.test'],
      ['"x@y.test" <a@b.test>', 'x@y.test'],
      ['a@b.test;c', 'a@b.test'],
      ['(a@b.test)', 'a@b.test'],
      ['mailto:a@b.test', 'a@b.test'],
      ['Bob', undefined],
      [undefined, undefined],
      [`${'x '.repeat(250)}a@b.test`, undefined],
      [`${'x '.repeat(246)}a@b.test`, 'a@b.test'],
    ] as const)
      assert.equal(firstAddress(value), address);
  });
});
