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
      [
        'Received: from a (b\n\nc) by d; Fri, 20 Nov 2026 10:00:00 +0000\n\nFrom: x@a.test\n\nTo: y\n\nbody',
        9,
        'Received: from a (b\nc) by d; Fri, 20 Nov 2026 10:00:00 +0000\nFrom: x@a.test\nTo: y\n\nbody',
      ],
      ['From: a\n\nTo: b\n\nSubject: c\n\n\n\nX-Foo: d\n\nbody', 11, 'From: a\nTo: b\nSubject: c\nX-Foo: d\n\nbody'],
      [
        'From: a\n\nTo: b\n\nSubject: c\n\n\n\n\nX-Foo: d\n\nbody',
        12,
        'From: a\nTo: b\nSubject: c\n\n\n\n\nX-Foo: d\n\nbody',
      ],
      [
        'From: a\n more\n and\n\nTo: b\n\nSubject: c\n x\n\nbody',
        10,
        'From: a\n more\n and\nTo: b\nSubject: c\n x\n\nbody',
      ],
      [
        'From: a\n\nTo: b\n\nSubject: c\nwords right below\n\nbody',
        8,
        'From: a\nTo: b\nSubject: c\nwords right below\n\nbody',
      ],
      ['From: a\n\nTo: b\n\nSubject: c\n\nhttp://x.test\n', 8, 'From: a\nTo: b\nSubject: c\n\nhttp://x.test\n'],
      [
        'From: a\n\nTo: b\n\nSubject: c\n\nX-Foo:bar\n\n<x: y\n',
        10,
        'From: a\nTo: b\nSubject: c\nX-Foo:bar\n\n<x: y\n',
      ],
      ['From: a\n\nX-Foo: b\n\nFoo: c\n\nBar: d\n\nTo: e\n', 10, 'From: a\nX-Foo: b\nFoo: c\nBar: d\nTo: e\n'],
      ['Received: a\n\nFoo: b'],
      ['Received: from a\n\nReceived: from b', 3, 'Received: from a\nReceived: from b'],
      ['From: a\n \nTo: b\n\t\nSubject: c\n\nend', 7, 'From: a\nTo: b\nSubject: c\n\nend'],
      [
        'DKIM-Signature: v=1; a=rsa-sha256;\n\nb=abc;\n\nFrom: a\n\nTo: b\n\nend',
        9,
        'DKIM-Signature: v=1; a=rsa-sha256;\nb=abc;\nFrom: a\nTo: b\n\nend',
      ],
      ['From: a\n\nTo: b,\n\nc@c.test\n\nSubject: d\n\nend', 9, 'From: a\nTo: b,\nc@c.test\nSubject: d\n\nend'],
    ]));
});
