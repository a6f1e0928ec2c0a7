import assert from 'node:assert/strict';
import { dropTree, type KeptTree, keepTree } from '../../../src/core/ticket/trees.ts';

/** Characters of text whose trees are kept. */
const MOST = 1_000_000;
const quarter = (): KeptTree<unknown> => keepTree({}, MOST / 4);
const isKept = (kept: { tree: unknown }): boolean => kept.tree !== undefined;

describe('trees of conversations', () => {
  it('are given up in the order in which they were read, as far as room is needed', () => {
    const [first, second, third] = [quarter(), quarter(), quarter()];
    keepTree({}, MOST / 2);
    assert.deepEqual([first, second, third].map(isKept), [false, true, true]);
  });

  it('make room when nobody asks for them any more', () => {
    const first = quarter();
    const others = [quarter(), quarter(), quarter()];
    for (const other of others) dropTree(other);
    const next = [quarter(), quarter(), quarter()];
    assert.deepEqual([first, ...others, ...next].map(isKept), [true, false, false, false, true, true, true]);
  });

  it('count for something however short their text is', () => {
    const first = keepTree({}, 1);
    for (let i = 0; i < MOST / 200; i++) keepTree({}, 1);
    assert.equal(isKept(first), false);
  });

  it('are kept alone where one is larger than the room for all', () => {
    const large = keepTree({}, 3 * MOST);
    assert.equal(isKept(large), true);
    keepTree({}, 1);
    assert.equal(isKept(large), false);
  });
});
