import assert from 'node:assert/strict';
import { longArguments } from '../../../../src/core/problems/rules/longArguments.ts';
import { longLines } from '../../../../src/core/problems/rules/longLines.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

const x = (count: number): string => 'x'.repeat(count);

/** What both rules tell of a session with these lines: where in a line it starts, how long it is, and what of it. */
function found(lines: string, kind?: 'message'): string[] {
  const text =
    kind === 'message'
      ? lines
      : `<-  220 mx.b.test ESMTP\n -> EHLO a.test\n<-  250-mx.b.test\n<-  250 AUTH PLAIN\n${lines}\n -> QUIT\n<-  221 bye\n`;
  const ticket = readTicket(text, kind);
  return [...longLines(ticket), ...longArguments(ticket)].map(({ code, span, data }) => {
    const column = span.start - text.lastIndexOf('\n', span.start - 1) - 1;
    return [code, column, span.end - span.start, ...Object.values(data)].join(' ');
  });
}

describe('a line that is too long (RFC 5321 4.5.3.1)', () => {
  it('is told with its length and the limit', () => {
    for (const [lines, ...expected] of [
      [` -> NOOP\n<-  250 ${x(506)}`],
      [` -> NOOP\n<-  250 ${x(507)}`, 'line-too-long 4 511 513 512 reply'],
      [` -> NOOP\n<-  250-a\n<-  250 ${x(507)}`, 'line-too-long 4 511 513 512 reply'],
      [` -> NOOP\n<-  250-${x(507)}\n<-  250 a`, 'line-too-long 4 511 513 512 reply'],
      [` -> NOOP\n<-  250 ${'ä'.repeat(253)}`],
      [` -> NOOP\n<-  250 ${'ä'.repeat(254)}`, 'line-too-long 4 258 514 512 reply'],
      [` -> NOOP\n<-  250 ${'€'.repeat(169)}`, 'line-too-long 4 173 513 512 reply'],
      [` -> MAIL FROM:<a@a.test> X=${x(1687)}\n<-  250 ok`],
      [` -> MAIL FROM:<a@a.test> X=${x(1687)}x\n<-  250 ok`, 'line-too-long 4 1711 1713 1712 command'],
      [` -> RCPT TO:<a@a.test> X=${x(1690)}\n<-  503 ok`, 'line-too-long 4 1711 1713 1712 command'],
      [` -> NOOP ${x(505)}\n<-  250 ok`],
      [` -> NOOP ${x(506)}\n<-  250 ok`, 'argument-too-long 9 506 NOOP 506 505'],
      [` -> EHLO ${x(255)}\n<-  250 ok`],
      [` -> EHLO ${x(256)}\n<-  250 ok`, 'argument-too-long 9 256 EHLO 256 255'],
      [` -> HELO ${'ä'.repeat(128)}\n<-  250 ok`, 'argument-too-long 9 128 HELO 256 255'],
      [` -> MAIL FROM:<${x(247)}@a.test>\n<-  250 ok`],
      [` -> MAIL FROM:<${x(248)}@a.test>\n<-  250 ok`, 'argument-too-long 15 255 MAIL 255 254'],
      [` -> MAIL ${x(505)}\n<-  501 no`],
      [` -> MAIL ${x(506)}\n<-  501 no`, 'argument-too-long 9 506 MAIL 506 505'],
      [` -> XYZ ${x(600)}\n<-  500 no`, 'line-too-long 4 604 606 512 command'],
      [` -> AUTH PLAIN ${x(600)}\n<-  535 no`],
      [` -> X-EXPS NTLM ${x(600)}\n<-  535 no`],
      [` -> DATA\n<-  354 go\n -> ${x(998)}\n -> .\n<-  250 ok`],
      [` -> DATA\n<-  354 go\n -> ${x(999)}\n -> a\n -> .\n<-  250 ok`, 'line-too-long 4 999 999 998 message'],
      [
        ` -> DATA\n<-  354 go\n -> a\n -> ${'ä'.repeat(500)}\n -> .\n<-  250 ok`,
        'line-too-long 4 500 1000 998 message',
      ],
    ] as const)
      assert.deepEqual(found(lines), expected, lines.replace(/(x|ä|€){9,}/g, '…'));
  });

  it('is told of a message alone, too', () => {
    assert.deepEqual(found(`Subject: ${x(989)}\n\n${x(998)}\n`, 'message'), []);
    assert.deepEqual(found(`Subject: ${x(990)}\n\n${x(998)}\n${x(999)}`, 'message'), [
      'line-too-long 0 999 999 998 message',
      'line-too-long 0 999 999 998 message',
    ]);
  });
});
