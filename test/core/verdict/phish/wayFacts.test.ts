import assert from 'node:assert/strict';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import type { Facts } from '../../../../src/core/verdict/phish/fact.ts';
import { wayFacts } from '../../../../src/core/verdict/phish/wayFacts.ts';

const DATE = 'Date: Tue, 24 Nov 2026 14:41:10 +0100\n';
const AT = '; Tue, 24 Nov 2026 14:41:20 +0100\n';

/** The sentences of facts, with the side on which they stand. */
const sides = (facts: Facts): string =>
  (['against', 'for', 'unknown'] as const)
    .flatMap((side) => facts[side].map(({ words }) => `${side}: ${words}`))
    .join(' | ');

function read(text: string): Message {
  const [message] = readTicket(text, 'message').blocks;
  assert.ok(message?.kind === 'message');
  return message;
}

const told = (header: string): string =>
  sides(wayFacts(read(`${header}From: ann@a.test\nTo: bob@b.test\nSubject: x\n\nhi\n`)));

describe('the way of a message', () => {
  it('is told where its first host outside or its dates show something', () => {
    for (const [header, expected] of [
      [
        `Received: from out.a.test (out.a.test [198.51.100.77]) by mx.b.test with ESMTPS id 1${AT}${DATE}`,
        'for: It came from out.a.test [198.51.100.77], a host of the domain that From shows.',
      ],
      [`Received: from out.c.test (out.c.test [198.51.100.77]) by mx.b.test with ESMTPS id 1${AT}${DATE}`, ''],
      [
        `Received: from mx.b.test (out.c.test [198.51.100.77]) by mx.b.test with ESMTPS id 1${AT}${DATE}`,
        'against: The host [198.51.100.77] called itself mx.b.test, a name of the receiver.',
      ],
      [`Received: from mail.b.test (mail.b.test [198.51.100.77]) by mx.b.test with ESMTPS id 1${AT}${DATE}`, ''],
      [
        `Received: from out.c.test (unknown [198.51.100.77]) by mx.b.test with ESMTPS id 1${AT}${DATE}`,
        'against: The host [198.51.100.77] from which it came has no name in the DNS.',
      ],
      [
        `Received: from pc (out.c.test [198.51.100.77]) by mx.b.test with ESMTPS id 1${AT}${DATE}`,
        'against: The host [198.51.100.77] from which it came called itself pc, which is no name of a mail server.',
      ],
      [
        `Received: from [198.51.100.77] (out.c.test [198.51.100.77]) by mx.b.test with ESMTPS id 1${AT}${DATE}`,
        'against: The host [198.51.100.77] from which it came called itself [198.51.100.77], which is no name of a mail server.',
      ],
      [`Received: from localhost (out.c.test [198.51.100.77]) by mx.b.test with ESMTPS id 1${AT}${DATE}`, ''],
      [`Received: from out.c.test by mx.b.test with ESMTPS id 1${AT}${DATE}`, ''],
      [
        `Received: from out.c.test (out.c.test [198.51.100.77]) by mx.b.test with ESMTPS id 1${AT}Date: Mon, 23 Nov 2026 14:41:20 +0100\n`,
        '',
      ],
      [
        `Received: from out.c.test (out.c.test [198.51.100.77]) by mx.b.test with ESMTPS id 1${AT}Date: Mon, 23 Nov 2026 14:41:19 +0100\n`,
        'against: Its Date lies 1 d before the moment at which mx.b.test took it.',
      ],
      [
        `Received: from out.c.test (out.c.test [198.51.100.77]) by mx.b.test with ESMTPS id 1${AT}Date: Thu, 26 Nov 2026 14:41:20 +0100\n`,
        'against: Its Date lies 2 d after the moment at which mx.b.test took it.',
      ],
      [
        `Received: from out.c.test (out.c.test [198.51.100.77]) by mx.b.test with ESMTPS id 1${AT}`,
        'against: It has no Date, which every mail program writes.',
      ],
      [
        `Received: from out.c.test (out.c.test [198.51.100.77]) by mx.b.test with ESMTPS id 1${AT}Received: from x.c.test (x.c.test [198.51.100.7]) by out.c.test with ESMTP id 2; Sun, 22 Nov 2026 14:41:19 +0100\n${DATE}`,
        'against: Its first stamp is 2 d older than the one of mx.b.test.',
      ],
      [
        `Received: from out.c.test (out.c.test [198.51.100.77]) by mx.b.test with ESMTPS id 1${AT}Received: from x.c.test (x.c.test [198.51.100.7]) by out.c.test with ESMTP id 2; Sun, 22 Nov 2026 14:41:20 +0100\n${DATE}`,
        '',
      ],
      [`${DATE}`, 'unknown: It has no Received field: by which host it came cannot be told.'],
      ['', ''],
    ] as const)
      assert.equal(told(header), expected, header);
  });

  it('is told with its dates in front of its host', () => {
    const from = (host: string): string =>
      `Received: from pc (${host} [198.51.100.77]) by mx.b.test with ESMTPS id 1${AT}`;
    const old =
      'Received: from x.c.test (x.c.test [198.51.100.7]) by out.c.test with ESMTP id 2; Sun, 22 Nov 2026 14:41:19 +0100\n';
    assert.match(
      told(`${from('out.c.test')}${old}`),
      /^against: It has no Date.* \| against: Its first stamp .* \| against: The host .* called itself pc/,
    );
    assert.match(
      told(`${from('out.c.test')}${old}Date: Thu, 26 Nov 2026 14:41:20 +0100\n`),
      /^against: Its Date lies 2 d after .* \| against: Its first stamp .* \| against: The host/,
    );
  });
});
