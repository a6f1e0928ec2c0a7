import assert from 'node:assert/strict';
import type { Message } from '../../../../src/core/mail/message.ts';
import {
  type Cover,
  CoverWriter,
  compose,
  endOf,
  placedMessage,
  startOf,
} from '../../../../src/core/ticket/dress/cover.ts';

/** A cover of pieces, each taken over as it stands in `text`, put in the place of something, or added. */
function coverOf(...pieces: readonly (readonly [text: string, offset: number, source?: number])[]): Cover {
  const writer = new CoverWriter();
  for (const [text, offset, source] of pieces) {
    if (source === 0) writer.add(text, offset);
    else writer.keep(text, offset, source);
  }
  assert.equal(
    writer.length,
    pieces.reduce((sum, [text]) => sum + text.length, 0),
  );
  return writer.done(7);
}

/** Where each character starts, and where what ends in front of it ends. */
const starts = ({ runs, text }: Cover): readonly number[] =>
  Array.from({ length: text.length + 1 }, (_, i) => startOf(runs, i));
const ends = ({ runs, text }: Cover): readonly number[] =>
  Array.from({ length: text.length + 1 }, (_, i) => endOf(runs, i));

describe('a text that was taken out of another', () => {
  it('is written in pieces, of which two that stand one behind the other are one', () => {
    const cover = coverOf(['ab', 3], ['', 9], ['cd', 5], ['e', 9], ['\n', 10, 0], ['<', 11, 4], ['f', 15]);
    assert.equal(cover.text, 'abcde\n<f');
    assert.equal(cover.endLine, 7);
    assert.deepEqual(cover.runs, [
      { index: 0, offset: 3, length: 4, source: 4 },
      { index: 4, offset: 9, length: 1, source: 1 },
      { index: 5, offset: 10, length: 1, source: 0 },
      { index: 6, offset: 11, length: 1, source: 4 },
      { index: 7, offset: 15, length: 1, source: 1 },
    ]);
    // What stands for something else goes on with nothing.
    assert.equal(coverOf(['a', 0], ['b', 1, 2], ['c', 3]).runs.length, 3);
  });

  it('knows where its characters stand', () => {
    const cover = coverOf(['abc', 3], ['\n ', 6, 0], ['<', 9, 4], ['xy', 20, 3], ['d', 30]);
    assert.deepEqual(starts(cover), [3, 4, 5, 6, 6, 9, 20, 20, 30, 31]);
    assert.deepEqual(ends(cover), [3, 4, 5, 6, 6, 6, 13, 23, 23, 31]);
    assert.equal(startOf(cover.runs, 99), 31);
    assert.equal(endOf(cover.runs, 99), 31);
    assert.equal(endOf(cover.runs, -1), 3);
    assert.equal(startOf(coverOf(['<', 9, 4]).runs, 1), 13);
    assert.equal(startOf(coverOf(['<', 9, 4]).runs, 5), 13);
  });

  it('has nothing where it is empty', () => {
    assert.equal(startOf([], 5), 0);
    assert.equal(endOf([], 5), 0);
    assert.equal(endOf([], 0), 0);
  });
});

describe('a cover of the text of a cover', () => {
  // `>` stands for `&gt;`, and a line break was added.
  const under = coverOf(['From: a', 10], ['>', 17, 4], ['\n', 21, 0], ['To: b', 30]);
  assert.equal(under.text, 'From: a>\nTo: b');

  it('stands for what lies under both', () => {
    for (const over of [
      coverOf([under.text, 0]),
      coverOf(['om: a>\nTo', 2]),
      coverOf(['m: ', 3], ['o: b', 10]),
      // Its pieces may stand in another order.
      coverOf(['To: b', 9], ['\n', 8], ['From: a>', 0]),
      coverOf(['b', 13], ['To', 9], ['>', 7], ['F', 0], ['b', 13]),
      coverOf(['b', 13], ['x', 0, 0], ['m', 3]),
    ]) {
      const both = compose(under, over);
      assert.equal(both.text, over.text);
      assert.equal(both.endLine, over.endLine);
      for (let i = 0; i < over.text.length; i++) {
        assert.equal(startOf(both.runs, i), startOf(under.runs, startOf(over.runs, i)), `${over.text} ${i}`);
        assert.equal(endOf(both.runs, i + 1), endOf(under.runs, endOf(over.runs, i + 1)), `${over.text} ${i}`);
      }
    }
    assert.deepEqual(compose(under, coverOf([under.text, 0])).runs, under.runs);
  });

  it('has what stands for a piece stand for all that the piece stood for', () => {
    assert.deepEqual(compose(under, coverOf(['x', 5, 3])).runs, [{ index: 0, offset: 15, length: 1, source: 6 }]);
    assert.deepEqual(compose(under, coverOf([' ', 7, 0])).runs, [{ index: 0, offset: 17, length: 1, source: 0 }]);
    assert.deepEqual(compose(under, coverOf(['x', 7, 2])).runs, [{ index: 0, offset: 17, length: 1, source: 4 }]);
  });
});

describe('what was read in a cover', () => {
  const cover = coverOf(['From: a', 10], ['>', 17, 4], ['\n', 21, 0], ['To: b', 30]);
  const placed = (node: unknown): unknown => placedMessage(node as Message, cover);

  it('has its spans where they stand in the other text, and all else as it was', () => {
    assert.deepEqual(placed({ start: 0, end: 8, kind: 'x', count: 3, list: [{ start: 9, end: 14 }], none: null }), {
      start: 10,
      end: 21,
      kind: 'x',
      count: 3,
      list: [{ start: 30, end: 35 }],
      none: null,
    });
    // An empty span stands where it starts.
    assert.deepEqual(placed({ start: 9, end: 9 }), { start: 30, end: 30 });
  });

  it('keeps what is one thing in two places one thing', () => {
    const field: Record<string, unknown> = { start: 0, end: 4 };
    const list: unknown[] = [field];
    field.self = field;
    const { a, b, c } = placed({ a: list, b: list, c: field }) as Record<string, unknown[]>;
    assert.equal(a, b);
    assert.equal((a as unknown[])[0], c);
    assert.equal((c as unknown as Record<string, unknown>).self, c);
  });

  it('tells of the value of a field what it says and where each piece of it stands', () => {
    const field = { nameSpan: { start: 0, end: 4 }, valueSpan: { start: 6, end: 11 } };
    assert.deepEqual(placed(field), {
      nameSpan: { start: 10, end: 14 },
      valueSpan: { start: 16, end: 32 },
      dressed: {
        text: 'a>\nTo',
        pieces: [
          { index: 0, length: 1, start: 16, end: 17 },
          { index: 1, length: 1, start: 17, end: 21 },
          { index: 2, length: 1, start: 21, end: 21 },
          { index: 3, length: 2, start: 30, end: 32 },
        ],
      },
    });
    assert.deepEqual(placed({ ...field, dressed: 'before' }), {
      nameSpan: { start: 10, end: 14 },
      valueSpan: { start: 16, end: 32 },
      dressed: 'before',
    });
  });
});
