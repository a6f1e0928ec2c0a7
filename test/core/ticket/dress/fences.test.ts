import { fences } from '../../../../src/core/ticket/dress/fences.ts';
import { takenOff } from './takenOff.ts';

describe('what is taken off', () => {
  it('a header between fences', () =>
    takenOff(fences, [
      ['```From: a\nTo: b\n```\nend', 3, 'From: a\nTo: b\n'],
      ['```From: a\nTo: b\n', 3, 'From: a\nTo: b\n'],
      ['{code}From: a\n{code}\nend', 2, 'From: a\n'],
      ['{noformat:x}From: a\n{noformat}\nend', 2, 'From: a\n'],
      ['{quote}From: a{quote} x\nend', 1, 'From: a'],
      ['[code]From: a\n[/code]\nend', 2, 'From: a\n'],
      ['[quote]From: a\n[/quote] b\n', 2, 'From: a\n'],
      ['"""From: a"""', 1, 'From: a'],
      ["'''From: a'''", 1, 'From: a'],
      ['```\nFrom: a'],
      ['{color}From: a'],
      ['x ```From: a'],
    ]));
});
