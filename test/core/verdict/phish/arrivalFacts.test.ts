import assert from 'node:assert/strict';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { arrivalFacts } from '../../../../src/core/verdict/phish/arrivalFacts.ts';
import type { Facts } from '../../../../src/core/verdict/phish/fact.ts';

const CAME_IN =
  'Received: from out.a.test (out.a.test [198.51.100.77]) by mx.b.test with ESMTPS id 1; Tue, 24 Nov 2026 14:41:20 +0100\n';

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
  sides(arrivalFacts(read(`${header}From: ann@a.test\nTo: bob@b.test\nSubject: x\n\nhi\n`)));

describe('what the receiver found out about a message', () => {
  it('is told for it, against it, or left open', () => {
    for (const [header, expected] of [
      [
        `${CAME_IN}`,
        'unknown: No result of SPF, DKIM or DMARC stands in the header that can be taken for the receiver’s own.',
      ],
      [
        `Authentication-Results: mx.b.test; dmarc=pass header.from=a.test; spf=pass smtp.mailfrom=a.test\n${CAME_IN}`,
        'for: DMARC passed for a.test at mx.b.test: SPF vouches for it. That says who sent it, not what for.',
      ],
      [
        `Authentication-Results: mx.b.test; spf=pass smtp.mailfrom=x@c.test\n${CAME_IN}`,
        'against: mx.b.test found: SPF passed for c.test, not for a.test. Nothing of that is for a.test, the domain that From shows.',
      ],
      [
        `Authentication-Results: mx.b.test; spf=pass smtp.mailfrom=x@c.test; dkim=pass header.d=a.test\n${CAME_IN}`,
        'for: mx.b.test found: SPF passed for c.test, not for a.test; DKIM passed for a.test. That says who sent it, not what for.',
      ],
      [
        `Authentication-Results: mx.b.test; dkim=pass header.d=c.test\n${CAME_IN}`,
        'against: mx.b.test found: DKIM passed for c.test, not for a.test. Nothing of that is for a.test, the domain that From shows.',
      ],
      [
        `Authentication-Results: mx.b.test; dkim=pass header.i=@c.test; spf=none\n${CAME_IN}`,
        'against: mx.b.test found: there is no SPF record; DKIM passed for c.test, not for a.test. Nothing of that is for a.test, the domain that From shows.',
      ],
      [
        `Authentication-Results: mx.b.test; spf=fail smtp.mailfrom=a.test\n${CAME_IN}`,
        'against: SPF failed at mx.b.test (spf=fail): the sending host is not allowed by the record of the envelope sender’s a.test.',
      ],
      [
        `Authentication-Results: mx.b.test; spf=none; dkim=none\n${CAME_IN}`,
        'unknown: mx.b.test found: there is no SPF record; no DKIM signature counts.',
      ],
      [
        `Authentication-Results: mx.b.test; dmarc=none header.from=a.test; spf=pass smtp.helo=c.test\n${CAME_IN}`,
        'against: mx.b.test found: SPF passed for c.test, not for a.test. A.test has no DMARC policy (dmarc=none). Nothing of that is for a.test, the domain that From shows.',
      ],
      [
        `X-Spam-Status: No, score=1.0 required=5.0\n${CAME_IN}`,
        'for: A spam filter took it for no spam, with 1 of 5 points. | unknown: No result of SPF, DKIM or DMARC stands in the header that can be taken for the receiver’s own.',
      ],
      [
        `${CAME_IN}X-Spam-Status: No, score=1.0 required=5.0\n`,
        'unknown: No result of SPF, DKIM or DMARC stands in the header that can be taken for the receiver’s own.',
      ],
      [
        `X-Spam-Flag: YES\n${CAME_IN}`,
        'against: A spam filter took it for spam (“YES”). | unknown: No result of SPF, DKIM or DMARC stands in the header that can be taken for the receiver’s own.',
      ],
      [
        `${CAME_IN}X-Spam-Flag: YES\n`,
        'against: A spam filter took it for spam (“YES”). | unknown: No result of SPF, DKIM or DMARC stands in the header that can be taken for the receiver’s own.',
      ],
      [
        `${CAME_IN}Received: from p.c.test (p.c.test [198.51.100.7]) by out.a.test with ESMTP id 2; Tue, 24 Nov 2026 14:41:20 +0100\nX-Spam-Flag: YES\n`,
        'unknown: No result of SPF, DKIM or DMARC stands in the header that can be taken for the receiver’s own.',
      ],
      [
        `${CAME_IN}Received: garbage\n`,
        'against: One Received line cannot be read: no mail server writes such a line, so it is made up or broken. | unknown: No result of SPF, DKIM or DMARC stands in the header that can be taken for the receiver’s own.',
      ],
    ] as const)
      assert.equal(told(header), expected, header);
  });
});
