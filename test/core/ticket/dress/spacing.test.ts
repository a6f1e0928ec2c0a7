import { spacing } from '../../../../src/core/ticket/dress/spacing.ts';
import { takenOff } from './takenOff.ts';

describe('what is taken off', () => {
  it('a header with empty lines between its fields', () =>
    takenOff(spacing, [
      ['From: a\n\nTo: b\n\nSubject: c\n\nbody', 7, 'From: a\nTo: b\nSubject: c\n\nbody'],
      ['From: a\n\n\nTo: b\n\n\nSubject: c\n\n\nbody', 10, 'From: a\nTo: b\nSubject: c\n\n\nbody'],
      ['From: a\n\n\n\nTo: b\n\n\n\nSubject: c\n', 10, 'From: a\nTo: b\nSubject: c\n'],
      ['From: a\n\n\n\n\nTo: b\n\n\n\n\nSubject: c\n'],
      ['From: a\n\nTo: b', 3, 'From: a\nTo: b'],
      ['From: a\n\nFoo: b'],
      ['From: a\nTo: b\n\nSubject: c'],
      ['From: a\n\nTo: b\nSubject: c'],
      [
        'From: a\n more\n\nTo: b\n\n more\n\nSubject: c\n\nX-Foo: d\n\nend',
        12,
        'From: a\n more\nTo: b\n more\nSubject: c\nX-Foo: d\n\nend',
      ],
      ['\nFrom: a\n\nTo: b\n\nSubject: c'],
      ['From: a\n\nX-Foo: b\n\nX-Bar: c\n\n', 7, 'From: a\nX-Foo: b\nX-Bar: c\n\n'],
      ['Foo: a\n\nBar: b\n\nBaz: c'],
      ['From: a\n\nhttp://x\n\nTo: b'],
      ['From: a\n\nTo: b\n\nhello there'],
      [
        'Received: from a\n\nby b\n\nwith SMTP; Fri\n\nFrom: x\n\nTo: y\n\n',
        11,
        'Received: from a\nby b\nwith SMTP; Fri\nFrom: x\nTo: y\n\n',
      ],
      ['Received: from a\n\nReceived: from b\n\n'],
    ]));
});
