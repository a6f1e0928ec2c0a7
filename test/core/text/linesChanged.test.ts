import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lines } from '../../../src/core/text/lines.ts';

/** Where each line starts. */
const startsOf = (lines: Lines): number[] => Array.from({ length: lines.count }, (_, line) => lines.start(line));

describe('the lines of a changed text', () => {
  const piece = fc.array(fc.constantFrom('\r', '\n', '\r\n', 'a', 'bc'), { maxLength: 12 }).map((all) => all.join(''));

  it('are those of reading it anew, whatever was changed and however far the old ones were known', () => {
    fc.assert(
      fc.property(piece, piece, piece, piece, fc.nat(30), (front, removed, added, behind, known) => {
        const old = new Lines(front + removed + behind);
        old.has(known);
        const text = front + added + behind;
        const change = { start: front.length, removed: removed.length, added: added.length };
        assert.deepEqual(startsOf(Lines.changed(old, text, change)), startsOf(new Lines(text)));
      }),
      { numRuns: 3000 },
    );
  });

  it('are found as they are asked for', () => {
    const old = new Lines('a\nb\nc\n');
    assert.equal(old.count, 4);
    const lines = Lines.changed(old, 'a\nxx\ny\nb\nc\n', { start: 2, removed: 0, added: 5 });
    assert.deepEqual([lines.lineOf(3), lines.lineOf(8), lines.at(4)], [1, 3, 'c']);
  });
});
