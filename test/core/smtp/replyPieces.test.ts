import assert from 'node:assert/strict';
import { replyPieces, type Separator } from '../../../src/core/smtp/replyPieces.ts';
import type { Said } from '../../../src/core/smtp/said.ts';

/** The lines that a tool shows on one. */
function cuts(kind: Separator['kind'], line: string, ...lines: readonly string[]): void {
  const text = `C: ${line}`;
  const said = { text } as unknown as Said;
  const pieces = replyPieces({ said, from: 3, to: text.length, separator: { kind } }) ?? [[3, text.length]];
  assert.deepEqual(
    pieces.map(([from, to]) => text.slice(from, to)),
    lines,
  );
}

describe('a reply on one line is cut', () => {
  it('at its code', () => {
    cuts('codes', '250-a.test250-SIZE250 HELP', '250-a.test', '250-SIZE', '250 HELP');
    cuts('codes', '250-a.test250x250 HELP250 more', '250-a.test250x', '250 HELP250 more');
  });

  it('at a bar', () => cuts('bar', '250-a.test | SIZE | HELP', '250-a.test', 'SIZE', 'HELP'));

  it('at the spellings of a line end', () => {
    for (const mark of ['\\r\\n', '\\n', '[nl]', '<br>', '<br/>', '<br />', ',', ', ', ' | ', ' / ']) {
      cuts('spelt', `250-a.test${mark}250-SIZE${mark}250 HELP`, '250-a.test', '250-SIZE', '250 HELP');
    }
  });

  it('at blanks only where there are several codes', () => {
    cuts('spelt', '250-a.test 250-SIZE 250 HELP', '250-a.test', '250-SIZE', '250 HELP');
    cuts('spelt', '250-a.test 250 HELP', '250-a.test 250 HELP');
  });

  it('not at the code of another reply, and not behind its last line', () => {
    cuts('spelt', '250-a.test\\n550 no\\n250 HELP', '250-a.test\\n550 no', '250 HELP');
    cuts('spelt', '250-a.test\\n250 HELP\\n250 more', '250-a.test', '250 HELP\\n250 more');
  });

  it('nowhere without a hyphen behind the code', () => cuts('spelt', '250 a.test\\n250 HELP', '250 a.test\\n250 HELP'));
});
