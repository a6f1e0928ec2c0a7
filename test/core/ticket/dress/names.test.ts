import { markedNames, namesAbove } from '../../../../src/core/ticket/dress/names.ts';
import { takenOff } from './takenOff.ts';

describe('what is taken off', () => {
  it('names above their values', () =>
    takenOff(namesAbove, [
      ['From\na\nTo\nb\nSubject\nc', 6, 'From:\n a\nTo:\n b\nSubject:\n c'],
      ['From:\na\nTo:\nb\nSubject:\nc', 6, 'From:\n a\nTo:\n b\nSubject:\n c'],
      ['From\n\na\n\nTo\n\nb\n\nSubject\n\nc\n\nthe body', 13, 'From:\n a\nTo:\n b\nSubject:\n c\n\nthe body'],
      ['from\na\nTo\nb\nSubject\nc'],
      ['Foo-Bar\na\nTo\nb\nSubject\nc', 6, 'Foo-Bar:\n a\nTo:\n b\nSubject:\n c'],
      ['Foo\na\nTo\nb\nSubject\nc'],
      ['From\na\nTo\nb\nPriority\nc', 6, 'From:\n a\nTo:\n b\nPriority:\n c'],
      ['From\na\nTo\nb\nPrecedence\nbulk\nSubject\nc', 8, 'From:\n a\nTo:\n b\nPrecedence:\n bulk\nSubject:\n c'],
      ['From\nTo\nSubject\nx'],
      ['From\na\nX-Priority\nPriority\nSubject\nc', 6, 'From:\n a\nX-Priority:\n Priority\nSubject:\n c'],
      ['From\na\nKeywords\nDate\nTo\nc', 6, 'From:\n a\nKeywords:\n Date\nTo:\n c'],
      [' From \na\nTo:  \nb\nSubject\n\tc', 6, 'From:\n a\nTo:\n b\nSubject:\n\tc'],
      ['From\na\nTo\nb\nSubject\nc: d\nDate: x\n', 8, 'From:\n a\nTo:\n b\nSubject:\nc: d\nDate: x\n'],
      ['From\na\nTo\nb\nSubject\nc\n\n d', 8, 'From:\n a\nTo:\n b\nSubject:\n c\n d'],
      ['From\r\na\r\nTo\r\nb\r\nSubject\r\nc\r\n', 7, 'From:\r\n a\r\nTo:\r\n b\r\nSubject:\r\n c\r\n'],
      ['From\na\n\n\n\nTo\nb\n\n\n\n\nSubject\nc', 13, 'From:\n a\nTo:\n b\n\n\n\n\nSubject\nc'],
    ]));

  it('names with marks', () =>
    takenOff(markedNames, [
      ['**From:** a\n**To:** b', 2, 'From: a\nTo: b'],
      ['**From**: a\n_To_: b\n`Subject`: c', 3, 'From: a\nTo: b\nSubject: c'],
      ['- From: a\n* To: b\n+ Subject: c\n• Date: d\n– Cc: e', 5, 'From: a\nTo: b\nSubject: c\nDate: d\nCc: e'],
      ['- **From:** a\n- To : b', 2, 'From: a\nTo: b'],
      ['***From:*** a', 1, 'From: a'],
      ['  From: a\n**To:** b', 2, 'From: a\nTo: b'],
      ['**From:**a'],
      ['**From* : a'],
      ['- From: `a`\n- To: ``b ` c``\n- Cc: `x` y', 3, 'From: a\nTo: ``b ` c``\nCc: `x` y'],
      ['From: a'],
      ['**From:** a\n\n**To:** `b` \n*Subject*: `c`\n \t`d`', 5, 'From: a\n\nTo: b \nSubject: c\n \t`d`'],
      ['   - __From__: a\nx', 2, 'From: a\nx'],
    ]));
});
