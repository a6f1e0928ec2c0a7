import assert from 'node:assert/strict';
import { applyReplacements, Edits } from '../../../src/core/mask/edits.ts';

describe('edits', () => {
  const text = '0123456789';
  const of = (...all: readonly (readonly [start: number, end: number, text: string])[]): string => {
    const edits = new Edits(text.length);
    for (const [start, end, stand] of all) edits.add([{ start, end, text: stand }]);
    return applyReplacements(text, edits.sorted(text));
  };
  it('are made in the order of the text', () => assert.equal(of([8, 10, 'b'], [0, 2, 'a']), 'a234567b'));
  it('may touch', () => assert.equal(of([2, 4, 'a'], [4, 6, 'b'], [1, 2, 'c']), '0cab6789'));
  it('keep what came first where others overlap it', () =>
    assert.equal(of([2, 5, 'a'], [4, 7, 'b'], [0, 3, 'c'], [3, 4, 'd'], [0, 10, 'e']), '01a56789'));
  it('have no empty one', () => assert.equal(of([3, 3, 'a'], [5, 4, 'b']), text));
  it('are none where nothing changes, and what is there keeps its place', () => {
    const edits = new Edits(text.length);
    edits.add([{ start: 2, end: 4, text: '23' }]);
    assert.deepEqual(edits.sorted(text), []);
    assert.deepEqual(
      [
        [1, 2],
        [1, 3],
        [3, 4],
        [4, 5],
      ].map(([start, end]) => edits.isTaken(start as number, end as number)),
      [false, true, true, false],
    );
  });
});
