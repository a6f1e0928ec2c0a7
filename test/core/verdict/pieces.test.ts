import assert from 'node:assert/strict';
import { Pieces } from '../../../src/core/verdict/pieces.ts';

const session =
  '220 mx1.contoso.test ESMTP\nEHLO a.test\n250 mx1.contoso.test\nMAIL FROM:<a@a.test>\n550 5.7.1 No\nQUIT\n221 Bye\n';

/** The lines in front of each piece and of the last, and what was found with its lines. */
function read(...pieces: readonly string[]) {
  const judge = new Pieces(({ kind }) => kind);
  const before = pieces.map((piece) => {
    const { lines } = judge;
    judge.add(piece);
    return lines;
  });
  const { blocks, verdicts, lines } = judge.finish();
  return {
    before: [...before, lines],
    blocks: blocks.filter(({ kind }) => kind !== 'prose').map(({ line, words }) => `${line} ${words}`),
    verdicts: verdicts.map(({ span }) => `${span.start}-${span.end}`),
  };
}

describe('a text that is read in pieces', () => {
  it('has its lines counted on, with and without a break behind the last one', () => {
    assert.deepEqual(read('a\nb\n', 'c\n', 'd').before, [0, 2, 3, 4]);
    assert.deepEqual(read('a\r\nb\r\n', 'c\nd\n').before, [0, 2, 4]);
  });
  it('has its findings at their lines of the whole', () => {
    const one = read(session);
    const later = read('Hello,\n\n', session, `\n${session}`);
    assert.deepEqual(one.blocks, ['0 conversation']);
    assert.deepEqual(later.blocks, ['2 conversation', '10 conversation']);
    const moved = (by: number): readonly string[] =>
      one.verdicts.map((span) => span.replace(/\d+/g, (line) => `${Number(line) + by}`));
    assert.ok(one.verdicts.length > 0);
    assert.deepEqual([...later.verdicts].sort(), [...moved(2), ...moved(10)].sort());
  });
  it('lists two thousand blocks and two thousand verdicts, and counts the others', () => {
    const judge = new Pieces(({ kind }) => kind);
    for (let i = 0; i < 41; i++) judge.add(`${session}\n`.repeat(50));
    const { blocks, moreBlocks, verdicts, cuts } = judge.finish();
    assert.deepEqual([blocks.length, moreBlocks, verdicts.length], [2000, 50, 2000]);
    assert.deepEqual(
      cuts.map(({ what, span, left }) => [what, span.start, left]),
      [['verdicts', 2000 * 8 + 4, 50]],
    );
  });
});
