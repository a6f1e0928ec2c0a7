import { formatList } from '../../../../src/core/ticket/dress/formatList.ts';
import { takenOff } from './takenOff.ts';

describe('what is taken off', () => {
  it('names and values on lines of their own', () =>
    takenOff(formatList, [
      ['Name  : From\nValue : a\n', 2, 'From: a\n'],
      ['Name = From\nValue = a', 2, 'From: a\n'],
      ['Field: From\nContent: a\n\n\nField: To\nContent: b', 6, 'From: a\nTo: b\n'],
      ['Name : From\nValue: a\nName : To\nValue:\nName : X\nValue: c', 6, 'From: a\nTo: \nX: c\n'],
      [
        'Name: From\nValue: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n       bbb\nName: To\nValue: x',
        5,
        'From: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabbb\nTo: x\n',
      ],
    ]));
});
