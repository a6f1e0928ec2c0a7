import assert from 'node:assert/strict';
import { type TreeHolder, Trees } from '../../../src/core/ticket/trees.ts';

/** Characters of text whose trees are kept, and of a text that is longer than that. */
const MOST = 1_000_000;
const MOST_OF_LONG = 10_000;

class Holder implements TreeHolder {
  isKept = true;
  forget(): void {
    this.isKept = false;
  }
}

function kept(trees: Trees, length: number): Holder {
  const holder = new Holder();
  trees.keep(holder, length);
  return holder;
}

const isKept = (holder: Holder): boolean => holder.isKept;

describe('trees of conversations', () => {
  const texts: Trees[] = [];
  const text = (length: number): Trees => {
    const trees = new Trees(length);
    texts.push(trees);
    return trees;
  };
  afterEach(() => {
    for (const trees of texts.splice(0)) trees.drop();
  });

  it('are given up in the order in which they were read, as far as room is needed', () => {
    const trees = text(MOST);
    const [first, second, third] = [kept(trees, MOST / 4), kept(trees, MOST / 4), kept(trees, MOST / 4)];
    kept(trees, MOST / 2);
    assert.deepEqual([first, second, third].map(isKept), [false, true, true]);
  });

  it('are given up at once when their text was changed', () => {
    const trees = text(MOST);
    const holders = [kept(trees, 1), kept(trees, MOST)];
    trees.drop();
    assert.deepEqual(holders.map(isKept), [false, false]);
  });

  it('are given up first of the text that nobody has asked about for the longest time', () => {
    const [one, other] = [text(MOST), text(MOST)];
    const first = kept(one, MOST / 4);
    const second = kept(other, MOST / 4);
    const third = kept(one, MOST / 4);
    kept(one, MOST / 2);
    assert.deepEqual([first, second, third].map(isKept), [true, false, true]);
  });

  it('leave their room to others when their text was changed', () => {
    const [one, other] = [text(MOST), text(MOST)];
    const first = kept(one, MOST / 4);
    kept(other, (3 * MOST) / 4);
    other.drop();
    kept(text(MOST), (3 * MOST) / 4);
    assert.equal(isKept(first), true);
  });

  it('count for something however short their text is', () => {
    const trees = text(MOST);
    const first = kept(trees, 1);
    for (let i = 0; i < MOST / 200; i++) kept(trees, 1);
    assert.equal(isKept(first), false);
  });

  it('are few of a text that is too long to keep them all', () => {
    const trees = text(MOST + 1);
    const holders = [kept(trees, MOST_OF_LONG / 2), kept(trees, MOST_OF_LONG / 2), kept(trees, 1)];
    assert.deepEqual(holders.map(isKept), [false, true, true]);
  });

  it('are kept alone where one is larger than the room for all', () => {
    const trees = text(4 * MOST);
    const large = kept(trees, 3 * MOST);
    assert.equal(isKept(large), true);
    kept(trees, 1);
    assert.equal(isKept(large), false);
  });

  it('stay where they are when many were given up before', () => {
    const trees = text(2 * MOST);
    for (let i = 0; i < 5000; i++) kept(trees, MOST_OF_LONG / 4);
    const holders = [0, 1, 2, 3, 4].map(() => kept(trees, MOST_OF_LONG / 4));
    assert.deepEqual(holders.map(isKept), [false, true, true, true, true]);
  });
});
