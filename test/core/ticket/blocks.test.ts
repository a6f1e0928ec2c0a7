import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Start } from '../../../src/core/ticket/ticket.ts';

const blocks = (text: string, start?: Start): string => {
  const found = readTicket(text, start).blocks;
  // They cover the text without gap or overlap.
  for (const [i, block] of found.entries()) assert.equal(block.start, found[i - 1]?.end ?? 0, text);
  assert.equal(found.at(-1)?.end, text.length, text);
  return found.map(({ kind, start: from, end }) => `${kind} ${from}-${end}`).join(', ');
};

describe('a text', () => {
  it('is taken apart into blocks, empty lines with what stands above them', () => {
    for (const [text, expected] of [
      ['words', 'prose 0-5'],
      ['\n\n', 'prose 0-2'],
      ['\n \t \n220 a ESMTP\nEHLO b\n250 ok\n\n  \n', 'prose 0-5, conversation 5-35'],
      ['words\n220 a ESMTP\nEHLO b\n250 ok\nwords', 'prose 0-6, conversation 6-32, prose 32-37'],
      ['220 a ESMTP\nEHLO b\n250 ok\n\f\n\u000b\nwords', 'conversation 0-26, prose 26-35'],
      ['220 a ESMTP\nEHLO b\n250 ok\n\nFrom: a@a.test\nSubject: x\n\nbody\n\n', 'conversation 0-27, message 27-60'],
      ['220 a ESMTP\nQUIT\n221 bye\n214-Commands\n214 HELP', 'conversation 0-25, conversation 25-46'],
      [
        '< 220 a ESMTP\n> HELP\n< 214-Commands here\n< 214 HELP QUIT\n> QUIT\n< 221 bye\n214-Commands here\n214 HELP QUIT\nend',
        'conversation 0-74, prose 74-109',
      ],
      [
        '< 220 a ESMTP\n> HELP\n< 214-Commands here\n< 214 HELP QUIT\n> QUIT\n< 221 bye\n214-Commands here\n214 HELP NOOP\nend',
        'conversation 0-74, conversation 74-106, prose 106-109',
      ],
      [
        '< 220 a ESMTP\n> HELP\n< 214-Commands here\n< 214 HELP QUIT\n> QUIT\n< 221 bye\n214-Commands here\n214 HELP QUIT\nQUIT\n221 bye',
        'conversation 0-74, conversation 74-118',
      ],
      ['It said: 550-5.7.1 one\n550-5.7.1 two\n550 5.7.1 three\nend', 'prose 0-56'],
      ['It said (550-5.7.1 one\n550 5.7.1 two)\n', 'prose 0-38'],
      ['> It said "550-5.7.1 one\n> 550 5.7.1 two\n', 'prose 0-41'],
      ['It said 551-5.7.1 one\n550 5.7.1 two\n', 'prose 0-22, conversation 22-36'],
      ['words\n550-5.7.1 one\n550 5.7.1 two\n', 'prose 0-6, conversation 6-34'],
      ['$ dig +short mx a.test\n10 mx.a.test.\n\nwords', 'lookup 0-37, prose 37-43'],
      [
        'Nov 20 09:14:58 mx1 postfix/qmgr[902]: 4C1D52280FF: from=<a@a.test>, size=1, nrcpt=1 (queue active)\nwords\n',
        'log 0-100, prose 100-106',
      ],
      ['words\n\n**From:** a@a.test\n**To:** b@b.test\n**Message-ID:** <1@a.test>\n\nbody', 'prose 0-7, message 7-75'],
      ['{"event":"bounce","email":"a@a.test","reason":"550 5.1.1 no","status":"5.1.1","type":"bounce"}\n', 'log 0-95'],
      ['220 a ESMTP\nEHLO b\n250 ok\n\f\n\u000b\n ', 'conversation 0-31'],
      ['EHLO b\n250 ok\n. ', 'conversation 0-14, prose 14-16'],
      ['550-5.7.1 one\n550 5.7.1 two\n550 5.7.1 two\nQUIT', 'conversation 0-46'],
      ['said: 550-5.7.1 one\n221 5.7.1 two\nQUIT', 'prose 0-20, conversation 20-38'],
    ] as const)
      assert.equal(blocks(text), expected, text);
  });

  it('is a message, or several of a mailbox, where it is named so and may be one', () => {
    for (const [text, expected] of [
      ['From: a@a.test\n\nbody', 'message 0-20'],
      ['\n\nFrom: a@a.test\n\nbody\nFrom b@b.test Fri Nov 20 10:00:00 2026\nFrom: b', 'prose 0-2, message 2-69'],
      [
        'From a@a.test Fri Nov 20 10:00:00 2026\nFrom: a@a.test\n\nbody\n\nFrom b@b.test Fri Nov 20 10:00:00 2026\nFrom: b@b.test\n\nmore\nFrom here on\n',
        'message 0-61, message 61-134',
      ],
      [
        'From a@a.test Fri Nov 20 10:00:00 2026\nFrom: a@a.test\n\nbody\nFrom b@b.test Fri Nov 20 10:00:00 2026\nx',
        'message 0-100',
      ],
      ['X-Any: a\n\nbody', 'message 0-14'],
      ['words\nFrom: a@a.test', 'prose 0-20'],
      ['words and more', 'prose 0-14'],
      ['Headers:\n\nFrom: a@a.test\nTo: b@b.test\n\nbody', 'prose 0-10, message 10-43'],
      ['Headers:\nFrom: a@a.test\nTo: b@b.test\n\nbody', 'message 0-42'],
      ['Subject:\n\nbody', 'message 0-14'],
      ['X-Head:\n\nbody', 'message 0-13'],
      ['Foo:\nbar\n', 'message 0-9'],
      ['{"event":"bounce","email":"a@a.test","reason":"550 5.1.1 no","status":"5.1.1","type":"bounce"}\n', 'log 0-95'],
      ['**From:** a@a.test\n**Message-ID:** <1@a.test>\n\nbody', 'message 0-51'],
      ['\n| From | a@a.test |\n| Message-ID | <1@a.test> |\n\nwords', 'prose 0-1, message 1-49, prose 49-55'],
      ['\n| From | a@a.test |\n| Message-ID | <1@a.test> |\n\n', 'prose 0-1, message 1-50'],
      ['> From: a@a.test\n> To: b@b.test', 'message 0-31'],
    ] as const)
      assert.equal(blocks(text, 'message'), expected, text);
  });
});
