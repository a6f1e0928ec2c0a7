import assert from 'node:assert/strict';
import { unsoughtNames } from '../../../src/core/mask/names.ts';
import { recurrencesOf } from '../../../src/core/mask/recurrences.ts';
import { StandIns } from '../../../src/core/mask/standIns.ts';

describe('names and passwords that are too many to be looked for', () => {
  it('are counted', () => {
    const standIns = new StandIns('', false);
    for (let n = 0; n < 6000; n++) standIns.person(`Alice Liddell ${n}`);
    assert.equal(unsoughtNames(standIns), 0);
    standIns.person('Bob Miller');
    standIns.person('Eve');
    assert.equal(unsoughtNames(standIns), 1);
    const words = [...Array(1260).keys()].map((n) => `${n}`.padEnd(400, 'x'));
    assert.equal(recurrencesOf(new Set(words.slice(0, 3)), '').unsought, 0);
    assert.equal(recurrencesOf(new Set(words), '').unsought, 10);
  });
});
