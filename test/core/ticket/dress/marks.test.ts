import { hanging, marks } from '../../../../src/core/ticket/dress/marks.ts';
import { takenOff } from './takenOff.ts';

describe('what is taken off', () => {
  it('lines behind marks', () =>
    takenOff(marks, [
      ['> From: a\n> To: b\nend', 2, 'From: a\nTo: b\n'],
      ['>From: a\n>To: b\n>\n> end', 4, 'From: a\nTo: b\n\n end'],
      ['>> From: a\n>> To: b\n> end', 2, 'From: a\nTo: b\n'],
      ['| From: a\n| To: b\nend', 2, 'From: a\nTo: b\n'],
      ['> | From: a\n> | To: b', 2, 'From: a\nTo: b'],
      ['> From: a\n\n> To: b\n\n> Cc: c\nend', 5, 'From: a\n\nTo: b\n\nCc: c\n'],
      ['> From: a\n> To: b\n\n> Cc: c', 2, 'From: a\nTo: b\n'],
      ['    From: a\n    To: b\n\n    body\nend', 4, 'From: a\nTo: b\n\nbody\n'],
      ['    From: a\n      more\n  To: b', 2, 'From: a\n  more\n'],
      ['\tFrom: a\n\tTo: b', 2, 'From: a\nTo: b'],
      ['1 From: a\n2 To: b\n3\n4 body\n6 x', 4, 'From: a\nTo: b\n\nbody\n'],
      ['1. From: a\n2.  more\n3. To: b', 3, 'From: a\n more\nTo: b'],
      ['10| From: a\n11| To: b', 2, 'From: a\nTo: b'],
      ['10 | From: a\n11 |  To: b', 2, 'From: a\n To: b'],
      ['1: From: a\n\n2: To: b', 3, 'From: a\n\nTo: b'],
      ['> | a | b |\n> | c | d |', 2, '| a | b |\n| c | d |'],
      ['From: a'],
      ['    From: a\n\n\n\n    To: b\n\n\n\n\n    Cc: c', 5, 'From: a\n\n\n\nTo: b\n'],
      ['2026-11-20 x\n2026-11-21 y'],
    ]));

  it('lines behind the first that are indented', () =>
    takenOff(hanging, [
      ['From: a\n    To: b\n    Cc: c\n    end\nx', 4, 'From: a\nTo: b\nCc: c\nend\n'],
      ['From: a\n    To: b\n      Cc: c\n    Subject: d', 4, 'From: a\nTo: b\n  Cc: c\nSubject: d'],
      ['From: a\nTo: b'],
      ['From: a\n    To: b\n'],
      ['From: a\n    more\n    To: b\n\n    Cc: c\n\n    body', 7, 'From: a\nmore\nTo: b\n\nCc: c\n\nbody'],
      [' From: a\n    To: b\n    Cc: c'],
      ['From: a\n\tTo: b\n\tCc: c', 3, 'From: a\nTo: b\nCc: c'],
      ['From: a\n    foo: b\n    bar: c'],
    ]));
});
