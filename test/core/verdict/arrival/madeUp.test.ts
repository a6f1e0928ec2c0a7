import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { traceMessage } from '../../../../src/core/trace/messageTrace.ts';
import { madeUpLines } from '../../../../src/core/verdict/arrival/madeUp.ts';

const CAME_IN =
  'Received: from out.a.test (out.a.test [198.51.100.77]) by mx.b.test with ESMTPS id 1; Tue, 24 Nov 2026 14:41:20 +0100\n';

/** The lines and the sentences. */
const told = (header: string): string => {
  const text = `${header}From: ann@a.test\n\nhi\n`;
  const [message] = readTicket(text).blocks;
  assert.ok(message?.kind === 'message');
  return madeUpLines(message, traceMessage(message))
    .map(({ start, against, words }) => `${text.slice(0, start).split('\n').length}${against ? '!' : ''}: ${words}`)
    .join(' | ');
};

describe('a line of the way that no server wrote', () => {
  it('is told, the newest first', () => {
    for (const [header, expected] of [
      [`${CAME_IN}`, ''],
      [
        `${CAME_IN}Received: garbage\n`,
        '2!: One Received line cannot be read: no mail server writes such a line, so it is made up or broken.',
      ],
      [
        `${CAME_IN}Received: garbage\nReceived: more garbage\n`,
        '2!: 2 Received lines cannot be read: no mail server writes such lines, so they are made up or broken.',
      ],
      [
        `${CAME_IN}Received: from x.test (x.test [198.51.100.9]) by (Postfix) with SMTP id 2; Tue, 24 Nov 2026 14:41:10 +0100\n`,
        '2!: One Received line names no server that wrote it, as every mail server does (RFC 5321 4.4): it is made up or broken.',
      ],
      [
        `${CAME_IN}Received: from x.test by with SMTP id 2\nReceived: from x.test by ; Tue, 24 Nov 2026 14:41:10 +0100\n`,
        '2!: 2 Received lines name no server that wrote them, as every mail server does (RFC 5321 4.4): they are made up or broken.',
      ],
      [`${CAME_IN}Received: at 14:41:10 somewhere\n`, ''],
      [`${CAME_IN}Received: (qmail 123 invoked by uid 0); 24 Nov 2026 14:41:10 -0000\n`, ''],
      [
        `${CAME_IN}Received: from z.test (z.test [203.0.113.5]) by mx.b.test with ESMTP id 3; Tue, 24 Nov 2026 14:40:20 +0100\n`,
        '',
      ],
      [
        `${CAME_IN}Received: from z.test (z.test [203.0.113.5]) by mx1.b.test with ESMTP id 3; Tue, 24 Nov 2026 14:40:20 +0100\nReceived: from z.test (z.test [203.0.113.5]) by mx2.b.test with ESMTP id 3; Tue, 24 Nov 2026 14:40:20 +0100\nReceived: from z.test (z.test [203.0.113.5]) by mx3.b.test with ESMTP id 3; Tue, 24 Nov 2026 14:40:20 +0100\nReceived: from z.test (z.test [203.0.113.5]) by mx4.b.test with ESMTP id 3; Tue, 24 Nov 2026 14:40:20 +0100\n`,
        '5!: The line of mx4.b.test may be forged: it names a server of the receiver, and stands below the line with which the message came in from outside. | 4!: The line of mx3.b.test may be forged: it names a server of the receiver, and stands below the line with which the message came in from outside. | 3!: The line of mx2.b.test may be forged: it names a server of the receiver, and stands below the line with which the message came in from outside. | 2!: 1 more line may be forged in the same way.',
      ],
      [
        `${CAME_IN}Received: from z.test (z.test [203.0.113.5]) by mx1.b.test with ESMTP id 3; Tue, 24 Nov 2026 14:40:20 +0100\nReceived: from z.test (z.test [203.0.113.5]) by mx2.b.test with ESMTP id 3; Tue, 24 Nov 2026 14:40:20 +0100\nReceived: from z.test (z.test [203.0.113.5]) by mx3.b.test with ESMTP id 3; Tue, 24 Nov 2026 14:40:20 +0100\nReceived: from z.test (z.test [203.0.113.5]) by mx4.b.test with ESMTP id 3; Tue, 24 Nov 2026 14:40:20 +0100\nReceived: from z.test (z.test [203.0.113.5]) by mx5.b.test with ESMTP id 3; Tue, 24 Nov 2026 14:40:20 +0100\n`,
        '6!: The line of mx5.b.test may be forged: it names a server of the receiver, and stands below the line with which the message came in from outside. | 5!: The line of mx4.b.test may be forged: it names a server of the receiver, and stands below the line with which the message came in from outside. | 4!: The line of mx3.b.test may be forged: it names a server of the receiver, and stands below the line with which the message came in from outside. | 3!: 2 more lines may be forged in the same way.',
      ],
    ] as const)
      assert.equal(told(header), expected, header);
  });

  it('is told with what cannot be read in front of what names no server', () => {
    const found = told(`${CAME_IN}Received: from x.test by with SMTP id 2\nReceived: garbage\n`);
    assert.match(found, /^3!: One Received line cannot be read.* \| 2!: One Received line names no server/);
  });
});
