import assert from 'node:assert/strict';
import { messageLinks } from '../../../../src/core/mail/links/messageLinks.ts';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { ownPart } from '../../../../src/core/trace/border.ts';
import { hostIndicators, wayIndicators } from '../../../../src/core/verdict/phish/hostIndicators.ts';
import type { Indicator } from '../../../../src/core/verdict/phish/indicator.ts';

const TIME = '; Tue, 24 Nov 2026 14:41:20 +0100\n';
const REST = 'From: ann@a.test\nTo: bob@b.test\nSubject: x\n';

function read(text: string): Message {
  const [message] = readTicket(text, 'message').blocks;
  assert.ok(message?.kind === 'message');
  return message;
}
const told = (found: Iterable<Indicator>): readonly string[] =>
  [...found].map(({ kind, value, notes }) => [`${kind} ${value}`, ...notes].join(' | '));

describe('the hosts of the way of a message', () => {
  const way = (header: string): readonly string[] => {
    const message = read(`${header}${REST}\nhi\n`);
    return told(wayIndicators(message, ownPart(message)));
  };
  const FIRST = 'The first host outside, as the receiver recorded it.';
  const FORGED = 'Hosts before the receiver wrote this, so it may be made up.';
  const came = (client: string) => `Received: from ${client} by mx.b.test with ESMTPS id 1${TIME}`;

  it('are the first one outside, and those that others wrote', () => {
    assert.deepEqual(way(came('out.c.test (rev.c.test [8.8.4.4])')), [
      `ip 8.8.4.4 | ${FIRST}`,
      `host out.c.test | ${FIRST}`,
      `host rev.c.test | ${FIRST}`,
    ]);
    const below = `Received: from pc.d.test (pc.d.test [8.8.8.8]) by out.c.test with ESMTP id 2${TIME}`;
    assert.deepEqual(way(came('out.c.test (out.c.test [10.0.0.1])') + below).slice(-4), [
      `ip 8.8.8.8 | ${FORGED}`,
      `host pc.d.test | ${FORGED}`,
      `host pc.d.test | ${FORGED}`,
      `host out.c.test | ${FORGED}`,
    ]);
  });

  it('are none of an inner network, and no addresses', () => {
    for (const name of ['pc', 'pc.local', 'pc.lan', 'pc.internal', 'pc.localdomain', '[8.8.4.4]'])
      assert.deepEqual(way(came(`${name} (unknown [10.0.0.1])`)), [], name);
  });

  it('may be of somebody who sends for many', () => {
    const [first, second] = way(came('mail-sor-f41.google.com (mail-sor-f41.google.com [209.85.220.41])'));
    assert.equal(first, `ip 209.85.220.41 | ${FIRST} | It is of Google, which sends for many.`);
    assert.equal(second, `host mail-sor-f41.google.com | ${FIRST} | It is of Google, which sends for many.`);
  });

  it('stand in fields that name the writing client', () => {
    for (const [field, expected] of [
      ['X-Originating-IP: [8.8.4.4]', ['ip 8.8.4.4']],
      ['X-Sender-IP: 8.8.4.4', ['ip 8.8.4.4']],
      ['X-Source-IP: 8.8.4.4', ['ip 8.8.4.4']],
      ['X-Client-IP: 2001:4860:4860::8888', ['ip 2001:4860:4860::8888']],
      ['X-Remote-IP: 8.8.4.4', ['ip 8.8.4.4']],
      ['X-Originating-IP: [10.0.0.1]', []],
      ['X-Originating-IP: none', []],
      ['X-Other-IP: 8.8.4.4', []],
    ] as const)
      assert.deepEqual(way(`${field}\n`), expected, field);
  });
});

describe('the hosts of links and signatures', () => {
  const of = (body: string, header = ''): readonly string[] => {
    const text = `${header}${REST}Content-Type: text/html\n\n${body}\n`;
    const message = read(text);
    return told(hostIndicators(message, messageLinks(text, message)));
  };
  const LEADS = 'A link leads to it.';

  it('are what a link leads to, and how many share it', () => {
    for (const [address, expected] of [
      ['https://www.c.test/x', [`host www.c.test | ${LEADS}`]],
      ['https://8.8.4.4/x', [`ip 8.8.4.4 | ${LEADS}`]],
      ['https://[2001:4860:4860::8888]/x', [`ip 2001:4860:4860::8888 | ${LEADS}`]],
      [
        'https://docs.google.com/x',
        [`host docs.google.com | ${LEADS} | It is a site of many: block the address, not the host.`],
      ],
      ['https://www.b.test/x', [`host www.b.test | ${LEADS} | It is of the recipient's own domain.`]],
      ['https://intranet/x', []],
      ['https://pc.local/x', []],
      ['https://www.w3.org/1999/xhtml', []],
      ['mailto:x@c.test', []],
    ] as const)
      assert.deepEqual(of(`<a href="${address}">x</a>`), expected, address);
  });

  it('are the domains that signed', () => {
    const signed = (tags: string) =>
      of('x', `DKIM-Signature: v=1; a=rsa-sha256; ${tags}; s=s1; h=from; bh=YQ==; b=YQ==\n`);
    assert.deepEqual(signed('d=Mail.C.test'), ['host mail.c.test']);
    assert.deepEqual(signed('i=@c.test'), []);
    assert.deepEqual(signed('d=pc'), []);
  });
});
