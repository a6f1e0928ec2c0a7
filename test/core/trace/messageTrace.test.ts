import assert from 'node:assert/strict';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { timelineMarkdown } from '../../../src/core/report/timelineMarkdown.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import type { TraceHop } from '../../../src/core/trace/hop.ts';
import { traceMessage } from '../../../src/core/trace/messageTrace.ts';
import { readNetworks } from '../../../src/core/trace/networks.ts';
import { timelineOf } from '../../../src/core/trace/timeline.ts';
import { timelineSvg } from '../../../src/core/trace/timelineSvg.ts';
import { traceHops } from '../../../src/core/trace/trace.ts';

/** The hops of a header, oldest first. Fields are given in the order of the text; `@12:00:01` stands for a time of one day. */
function hops(header: string, networks: readonly string[] = []): readonly TraceHop[] {
  const text = `${header.replace(/@(\d\d:\d\d:\d\d)/g, 'Fri, 20 Nov 2026 $1 +0000')}\n\n`;
  return traceMessage(readMessage(text, new Lines(text), 0, text.length), readNetworks(networks)).hops;
}

const seconds = (ms: number | undefined): string => (ms === undefined ? '?' : `${ms / 1000}`);
const delays = (header: string): string =>
  hops(header)
    .map((hop) => `${hop.origin} ${seconds(hop.delay)} ${seconds(hop.correctedDelay)} ${hop.problems.join()}`.trim())
    .join(' | ');
const problems = (header: string, networks?: readonly string[]): string =>
  hops(header, networks)
    .filter(({ origin }) => origin === 'received')
    .map((hop) => hop.problems.join() || '-')
    .join(' ');
const bands = (header: string): string =>
  hops(header)
    .map(({ organisation }) =>
      organisation === undefined ? '?' : [organisation.name, organisation.role].filter(Boolean).join(':'),
    )
    .join(' ');
const waits = (header: string): string =>
  hops(header)
    .map(({ waiting }) => (waiting === undefined ? '-' : `${waiting.kind} ${seconds(waiting.length)}`))
    .join(' | ');

const received = (from: string, by: string, time: string): string => `Received: from ${from} by ${by}; @${time}`;

describe('the Date field', () => {
  it('is hop zero, and the first server is so long behind it', () => {
    assert.equal(
      delays(`${received('a', 'b', '12:00:09')}\n${received('x', 'a', '12:00:05')}\nDate: @12:00:00`),
      'date ? ? | received 5 5 | received 4 4',
    );
  });

  it('that is later than two servers is a clock that is ahead, later than one proves nothing', () => {
    assert.equal(
      delays(`${received('a', 'b', '12:00:09')}\n${received('x', 'a', '12:00:05')}\nDate: @13:00:05`),
      'date ? ? clock-ahead | received -3600 ? | received 4 4',
    );
    assert.equal(
      delays(`${received('a', 'b', '12:00:09')}\n${received('x', 'a', '12:00:05')}\nDate: @12:00:07`),
      'date ? ? clock-disagrees | received -2 ? | received 4 4',
    );
    assert.equal(
      delays(`${received('a', 'b', '12:00:00')}\nDate: @12:00:07`),
      'date ? ? clock-disagrees | received -7 ?',
    );
  });

  it('is no evidence of a server\u2019s clock, and no part of the way between servers', () => {
    const header = `${received('a', 'b', '12:00:00')}\n${received('x', 'a', '12:10:00')}\nDate: @11:59:00`;
    assert.equal(delays(header), 'date ? ? | received 660 ? | received -600 ? clock-disagrees');
    const text = 'Received: by b; 20 Nov 2026 12:00:05 Z\nDate: 20 Nov 2026 12:00:00 Z\n\n';
    const message = readMessage(text, new Lines(text), 0, text.length);
    assert.deepEqual(
      traceHops(message).hops.map(({ origin, delay }) => [origin, delay]),
      [['received', undefined]],
    );
    assert.equal(traceMessage(message).totalDelay, undefined);
  });

  it('that cannot be read, or read two ways, stays without a time', () => {
    assert.equal(delays(`${received('a', 'b', '12:00:00')}\nDate: yesterday`), 'date ? ? bad-date | received ? ?');
    assert.equal(
      delays(`${received('a', 'b', '12:00:00')}\nDate: 4/5/2026 11:00:00 +0000`),
      'date ? ? ambiguous-date | received ? ?',
    );
    assert.equal(delays('Received: from a by b; 4/5/2026 11:00:00 +0000'), 'received ? ? ambiguous-date');
    assert.deepEqual(hops('Date: @12:00:00'), []);
  });
});

describe('fields beside Received', () => {
  it('of Gmail stand in their place', () => {
    assert.equal(
      delays(
        `Received: by 2002:a05:6402:b0:b0:5a1:2b3c with SMTP id a1; @12:00:04
X-Received: by 2002:a17:906:4ac1:b0:8a1:2 with SMTP id b2; @12:00:03
Received: from mail.fabrikam.test (mail.fabrikam.test. [203.0.113.4]) by mx.google.com with ESMTPS id c3; @12:00:01`,
      ),
      'received ? ? | x-received 2 2 | received 1 1',
    );
  });

  it('of Exim say when the message reached the mailbox, and so how long it was queued', () => {
    const header = `Delivery-date: @12:20:05\n${received('a', 'b', '12:00:05')}\n${received('x', 'a', '12:00:00')}`;
    assert.equal(delays(header), 'received ? ? | received 5 5 | delivery-date 1200 1200');
    assert.equal(waits(header), '- | - | queueing 1200');
    assert.equal(
      delays(`Delivery-date: @11:00:00\n${received('a', 'b', '12:00:05')}`),
      'received ? ? | delivery-date -3905 ? clock-disagrees'.replace('-3905', '-3605'),
    );
  });
});

describe('less than a second', () => {
  it('is no clock that is off, for most mailers write whole seconds', () => {
    assert.equal(
      delays(
        `Received: from c by d; @12:00:18
Received: from b by c; @12:00:17
Received: by b with SMTP id x 2026-11-20 12:00:17.028704749 +0000 UTC
Received: from a by b; Fri, 20 Nov 2026 12:00:16.987 +0000 (UTC)`,
      ),
      'received ? ? | received 0.041 0.041 | received -0.028 0 | received 1 0.972',
    );
  });
});

describe('the clocks', () => {
  it('of three stamps of one host are one voice against two right ones', () => {
    const slow = ['a b 11:55:00', 'b b 11:55:01', 'b b 11:55:02'];
    const way = (...lines: readonly string[]): string =>
      lines
        .toReversed()
        .map((line) => {
          const [from = '', by = '', time = ''] = line.split(' ');
          return received(`${from}.test`, `${by}.test`, time);
        })
        .join('\n');
    assert.equal(problems(way('pc a 12:00:00', ...slow, 'b c 12:00:10')), '- clock-behind clock-behind clock-behind -');
    assert.equal(
      problems(`${way('pc a 12:00:00', ...slow, 'b c 12:00:10')}\nDate: @11:59:58`),
      '- clock-behind clock-behind clock-behind -',
    );
  });

  it('of a machine that hands a message to itself are one', () => {
    const local = '(localhost [127.0.0.1])';
    assert.equal(
      problems(`Received: from localhost ${local} by mx.contoso.test; @12:05:03
Received: from mx.contoso.test ${local} by localhost; @12:05:02
${received('a.fabrikam.test', 'mx.contoso.test', '12:05:01')}
${received('pc.fabrikam.test', 'a.fabrikam.test', '12:10:00')}
Date: @12:04:59`),
      '- clock-disagrees - -',
    );
  });

  it('are weighed with the Date where two servers disagree', () => {
    const way = `${received('b', 'c.contoso.test', '12:00:00')}\n${received('a', 'b.fabrikam.test', '12:10:00')}`;
    assert.equal(problems(way), '- clock-disagrees');
    assert.equal(problems(`${way}\nDate: @12:09:58`), '- clock-behind');
  });
});

describe('waiting', () => {
  const way = `${received('mx1.contoso.test', 'box.contoso.test', '12:06:02')}
${received('a.fabrikam.test', 'mx1.contoso.test', '12:06:00')}
${received('x', 'a.fabrikam.test', '12:00:00')}`;

  it('is greylisting where the server that held the message says so', () => {
    assert.equal(
      waits(`X-Greylist: delayed 312 seconds by postgrey-1.37 at mx1.contoso.test; @12:06:00\n${way}`),
      '- | greylisting 312 | -',
    );
    assert.equal(
      waits(
        `X-Greylist: Delayed for 00:05:12 by milter-greylist-4.6 (mx1.contoso.test [192.0.2.1]); @12:06:00\n${way}`,
      ),
      '- | greylisting 312 | -',
    );
  });

  it('is not called greylisting by a server that did not wait, nor by one that is not on the way', () => {
    const not = '- | - | -';
    assert.equal(
      waits(
        `X-Greylist: IP, sender and recipient auto-whitelisted, not delayed by milter-greylist-4.6 (mx1.contoso.test [192.0.2.1]); @12:06:00\n${way}`,
      ),
      not,
    );
    assert.equal(waits(`X-Greylist: delayed 312 seconds by postgrey-1.37 at mx9.contoso.test; @12:06:00\n${way}`), not);
    assert.equal(waits(`X-Greylist: delayed 312 seconds by SQLgrey-1.8.0\n${way}`), not);
    assert.equal(waits(way), not);
  });

  it('is greylisting by a server that is named without its domain, or not at all, above the hop that it held', () => {
    const grey = received('a.fabrikam.test', 'mx1.contoso.test', '12:06:00');
    const last = received('mx1.contoso.test', 'box.contoso.test', '12:06:02');
    const first = received('x', 'a.fabrikam.test', '12:00:00');
    const held = '- | greylisting 312 | -';
    assert.equal(
      waits(`${last}\nX-Greylist: delayed 312 seconds by postgrey-1.36 at mx1; @12:06:00\n${grey}\n${first}`),
      held,
    );
    assert.equal(waits(`${last}\nX-Greylist: delayed 00:05:12 by SQLgrey-1.8.0\n${grey}\n${first}`), held);
  });

  it('is what the hop\u2019s own comment says', () => {
    const one = (comment: string): string =>
      waits(`Received: from a ([192.0.2.1]) by b (Some MTA) ${comment} with ESMTP; @12:00:00`);
    assert.equal(one('(queued for 90 seconds)'), 'queueing 90');
    assert.equal(one('(greylisted 300 sec)'), 'greylisting 300');
    assert.equal(one('(deferred)'), 'deferral ?');
    assert.equal(one('(not delayed)'), '-');
    assert.equal(waits('Received: from queued.test (queued.test [192.0.2.1]) by b; @12:00:00'), '-');
  });

  it('is a list\u2019s or the sender\u2019s own wish where a moment between two hops says so', () => {
    assert.equal(waits(`X-Mailman-Approved-At: @12:05:59\n${way}`), '- | moderation ? | -');
    assert.equal(waits(`Deferred-Delivery: @12:06:00\n${way}`), '- | deferral ? | -');
    assert.equal(waits(`Deferred-Delivery: @11:06:00\n${way}`), '- | - | -');
  });
});

describe('the chain', () => {
  const outside = '(mail.fabrikam.test [203.0.113.4])';

  it('holds by name, by reverse name, by address, inside one house and inside one network', () => {
    for (const from of [
      'mail.fabrikam.test',
      `other.name ${outside}`,
      'mail ([203.0.113.4])',
      'out2.fabrikam.test (out2.fabrikam.test [203.0.113.5])',
      'localhost (localhost [127.0.0.1])',
      'x.y.test (x.y.test [10.0.0.9])',
      'joe',
    ]) {
      const header = `${received(from, 'mx.contoso.test', '12:00:02')}\n${received('pc', 'mail.fabrikam.test', '12:00:00')}`;
      assert.equal(problems(header), '- -', from);
    }
    assert.equal(
      problems(
        `Received: from SRV1 (203.0.113.7) by mx.contoso.test; @12:00:02\nReceived: from a (10.0.0.1) by in.fabrikam.test (203.0.113.7) with Microsoft SMTP Server id 15.1; @12:00:00`,
      ),
      '- -',
    );
  });

  it('breaks where the hop before ends at another house', () => {
    assert.equal(
      problems(
        `${received(`mail.fabrikam.test ${outside}`, 'mx.contoso.test', '12:00:02')}\n${received('pc', 'smtp.adatum.test', '12:00:00')}`,
      ),
      '- chain-break',
    );
  });

  it('breaks by names alone, and not where the next hop names no client', () => {
    const by = received('pc', 'smtp.adatum.test', '12:00:00');
    assert.equal(problems(`${received('mail.fabrikam.test', 'mx.contoso.test', '12:00:02')}\n${by}`), '- chain-break');
    assert.equal(problems(`Received: by mx.contoso.test; @12:00:02\n${by}`), '- -');
  });

  it('breaks at an address only where the next hop shows another one', () => {
    const by = received('pc', '203.0.113.7', '12:00:00');
    assert.equal(problems(`${received('mail.fabrikam.test', 'mx.contoso.test', '12:00:02')}\n${by}`), '- -');
    assert.equal(
      problems(`${received(`mail.fabrikam.test ${outside}`, 'mx.contoso.test', '12:00:02')}\n${by}`),
      '- chain-break',
    );
  });

  it('that pretends to have been at the receiver before it came in may be forged', () => {
    assert.equal(
      problems(
        `${received(`mail.fabrikam.test ${outside}`, 'mx.contoso.test', '12:00:02')}\n${received('pc (pc [203.0.113.9])', 'gate.contoso.test', '12:00:00')}`,
      ),
      'maybe-forged chain-break',
    );
    // What the house sent itself may have left it and come back.
    assert.equal(
      problems(
        `${received(`mail.fabrikam.test ${outside}`, 'mx.contoso.test', '12:00:02')}\n${received('pc (pc [10.0.0.9])', 'out.contoso.test', '12:00:00')}`,
      ),
      '- chain-break',
    );
  });
});

describe('trusted networks', () => {
  const way = `${received('f (f.filter.test [192.0.2.9])', 'mx.contoso.test', '12:00:03')}
${received('mail.fabrikam.test (mail.fabrikam.test [203.0.113.4])', 'f.filter.test', '12:00:02')}
${received('pc (pc [10.0.0.7])', 'mail.fabrikam.test', '12:00:00')}`;

  it('show where the message came in from outside', () => {
    assert.equal(problems(way, ['192.0.2.0/24']), '- outside-networks -');
    assert.equal(problems(way, ['198.51.100.0/24']), '- - outside-networks');
    assert.equal(problems(way), '- - -');
    assert.deepEqual(
      hops(way, ['192.0.2.0 / 255.255.255.0']).map(({ trusted, address }) => [trusted, address]),
      [
        [true, 'private'],
        [false, 'public'],
        [true, 'public'],
      ],
    );
  });
});

describe('organisations', () => {
  it('are the registrable domains or the known services, with their part in the message', () => {
    assert.equal(
      bands(`${received('x', 'box.mail.contoso.co.uk', '12:00:05')}
${received('x', 'mx0a-0012.pphosted.com', '12:00:04')}
${received('x', 'relay.transit.test', '12:00:03')}
${received('x', 'out.fabrikam.test', '12:00:02')}
${received('x', 'ex1.fabrikam.test', '12:00:01')}`),
      'fabrikam.test:sender fabrikam.test:sender transit.test Proofpoint:filter contoso.co.uk:receiver',
    );
    assert.equal(
      bands(`Received: by 2002:a05:6402:b0:: with SMTP id a; @12:00:02\n${received('x', 'mx.google.com', '12:00:01')}`),
      'Google:receiver Google:receiver',
    );
    assert.equal(bands(received('x', 'mailhost', '12:00:01')), '?');
    assert.equal(bands(received('x', 'a.contoso.test', '12:00:01')), 'contoso.test:receiver');
  });
});

describe('any header', () => {
  it('gives a timeline, a picture that is XML, and Markdown', () => {
    const words = fc.constantFrom(
      ...[
        'from ',
        'by ',
        'with ',
        'id ',
        '; ',
        '(',
        ')',
        '[203.0.113.4]',
        '<',
        '"',
        '\n ',
        '\nReceived: ',
        '\nDate: ',
        '\nX-Received: ',
      ],
      ...[
        '\nDelivery-date: ',
        '\nX-Greylist: delayed 9 seconds by x at ',
        'a.test',
        '1 Jan 2020 00:00:00 Z',
        '2 Jan 1970 00:00:09.5 Z',
      ],
      ...['\u0000', '\ud800', '&', '|', '2002:a05::'],
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (pieces) => {
        const text = `Received: ${pieces.join('')}\n\n`;
        const made = timelineOf(
          { blocks: [readMessage(text, new Lines(text), 0, text.length)] },
          { trustedNetworks: ['203.0.113.0/24', 'x'] },
        );
        assert.ok(made);
        for (const scale of ['linear', 'log'] as const) {
          assert.equal(XMLValidator.validate(timelineSvg('x', made, scale)), true);
          for (const row of made.rows) {
            const places = [row.bar?.[scale].start, row.bar?.[scale].width, row.mark?.[scale].at];
            for (const place of places) assert.ok(place === undefined || (place >= 0 && place <= 1 + 1e-9), text);
          }
        }
        assert.equal(
          timelineMarkdown('x', made)
            .split('\n')
            .filter((line) => line.startsWith('|')).length,
          made.rows.length + 2,
        );
      }),
      { numRuns: 500 },
    );
  }).timeout(60_000);
});
