import assert from 'node:assert/strict';
import { append, greatest, least } from '../../../src/core/text/lists.ts';

describe('Lists', () => {
  const many = Array.from({ length: 300_000 }, (_, i) => i);

  it('take any number of items', () => {
    const list = [-1];
    append(list, many);
    assert.equal(list.length, 300_001);
    assert.deepEqual(list.slice(0, 3), [-1, 0, 1]);
  });

  it('say which of any number of numbers is the greatest and the least', () => {
    assert.equal(greatest(many), 299_999);
    assert.equal(least(many), 0);
    assert.equal(greatest([], 5), 5);
    assert.equal(greatest([3], 5), 5);
    assert.equal(least([7], 5), 5);
    assert.equal(greatest([]), Number.NEGATIVE_INFINITY);
    assert.equal(least([]), Number.POSITIVE_INFINITY);
  });
});
