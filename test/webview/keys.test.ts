import assert from 'node:assert/strict';
import { isChoosingKey, rowForKey } from '../../src/webview/keys.ts';

describe('a key on a row', () => {
  it('leads to another row, and no further than there are', () => {
    assert.deepEqual(
      [0, 1, 2].map((row) => ['ArrowDown', 'ArrowUp', 'Home', 'End'].map((key) => rowForKey(key, row, 3))),
      [
        [1, 0, 0, 2],
        [2, 0, 0, 2],
        [2, 1, 0, 2],
      ],
    );
    assert.deepEqual([rowForKey('x', 0, 3), rowForKey('End', 0, 0), rowForKey('End', 0, 1)], [undefined, undefined, 0]);
  });
  it('chooses', () => assert.deepEqual(['Enter', ' ', 'x', ''].map(isChoosingKey), [true, true, false, false]));
});
