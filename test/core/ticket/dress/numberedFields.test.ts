import { numberedFields } from '../../../../src/core/ticket/dress/numberedFields.ts';
import { takenOff } from './takenOff.ts';

describe('what is taken off', () => {
  it('a numbered list of fields', () =>
    takenOff(numberedFields, [
      ['1. From: a\n2. To: b\n3. Subject: c\nend', 3, 'From: a\nTo: b\nSubject: c\n'],
      ['1. From: a\n more\n2. To: b\n3. Subject: c\n more\nend', 5, 'From: a\n more\nTo: b\nSubject: c\n more\n'],
      ['1) From: a\n2) To: b\n3) Subject: c\n\n4) Date: d', 3, 'From: a\nTo: b\nSubject: c\n'],
      ['1: From: a\n2: To: b\n3: Subject: c', 3, 'From: a\nTo: b\nSubject: c'],
      ['1. From: a\n2. To: b\nend'],
      ['1. From: a\n2. more\n3. Subject: c\n4. To: d'],
      ['5. From: a\n6. To: b\n7. Subject: c', 3, 'From: a\nTo: b\nSubject: c'],
      ['1. From: a\n3. To: b\n2. Subject: c\n3. Date: d', 4, 'From: a\n3. To: b\nSubject: c\nDate: d'],
      ['x\n1. From: a\n2. To: b\n3. Subject: c'],
      ['1. From: a\n\n2. To: b\n3. Subject: c'],
      ['  1.  From : a\n  2.  To : b\n  3. Subject:\n', 3, 'From : a\nTo : b\nSubject:\n'],
      ['1. From a\n2. To: b\n3. Subject: c'],
      ['1. From: a\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n2. To: b\n3. Subject: c'],
      [
        '1. From: a\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\n2. To: b\n3. Subject: c\nend',
        14,
        'From: a\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\nTo: b\nSubject: c\n',
      ],
      ['1. From: a\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\nb\n2. To: b\n3. Subject: c\nend'],
      ['1. From: a\n2. To: b\n3. Subject: c\n\tmore\n and\nend', 5, 'From: a\nTo: b\nSubject: c\n\tmore\n and\n'],
      ['01. From: a\n02. To: b\n03. Subject: c', 3, 'From: a\nTo: b\nSubject: c'],
    ]));
});
