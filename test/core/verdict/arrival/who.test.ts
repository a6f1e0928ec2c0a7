import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { traceMessage } from '../../../../src/core/trace/messageTrace.ts';
import { type Who, whoOf } from '../../../../src/core/verdict/arrival/who.ts';

const CAME_IN =
  'Received: from out.a.test (out.a.test [198.51.100.77]) by mx.b.test with ESMTPS id 1; Tue, 24 Nov 2026 14:41:20 +0100\n';

function who(text: string): Who {
  const [message] = readTicket(text).blocks;
  assert.ok(message?.kind === 'message');
  return whoOf(message, traceMessage(message));
}

/** The fields and the sentences; what speaks against the message has a mark. */
const told = (header: string): string => {
  const text = `${header}\n\nhi\n`;
  return who(text)
    .disguises.map(
      ({ start, end, against, words }) => `${text.slice(start, end).split(':', 1)}${against ? '!' : ''}: ${words}`,
    )
    .join(' | ');
};

const client = (header: string): string | undefined => who(`${header}\n\nhi\n`).client?.words;

describe('a sender', () => {
  it('is told to look like somebody else, or to have answers go elsewhere', () => {
    for (const [header, expected] of [
      [`${CAME_IN}From: ann@a.test`, ''],
      [`${CAME_IN}From: `, 'From!: From is empty: the message does not say who wrote it.'],
      [
        `${CAME_IN}From: Ann Smith`,
        'From!: From shows the name Ann Smith and no address: the message does not say who wrote it.',
      ],
      [`${CAME_IN}From: Friends:;`, ''],
      [`${CAME_IN}From: "boss@b.test" <ann@a.test>`, 'From!: Its name shows boss@b.test, its address is ann@a.test.'],
      [
        `${CAME_IN}From: Bob <b@xn--80ak6aa92e.test>`,
        'From!: The domain аррӏе.test looks like apple.test, which it is not.',
      ],
      [
        `${CAME_IN}To: bob@contoso.test\nFrom: Bob <b@cont0so.test>`,
        'From!: cont0so.test is nearly contoso.test, the domain of the recipient.',
      ],
      [
        `${CAME_IN}To: bob@contoso.test\nFrom: Bob <b@contoso-support.test>`,
        'From!: contoso-support.test has the name of contoso.test in it, the domain of the recipient, and is another.',
      ],
      [
        `${CAME_IN}From: PayPal <x@a.test>`,
        'From!: The sender calls itself “PayPal”; the address is of a.test, which is not known as one of PayPal.',
      ],
      [
        `Authentication-Results: mx.b.test; dmarc=pass header.from=a.test\n${CAME_IN}From: PayPal <x@a.test>`,
        'From: The sender calls itself “PayPal”; the address is of a.test, which is not known as one of PayPal.',
      ],
      [
        `Authentication-Results: mx.b.test; dmarc=pass header.from=gmail.com\n${CAME_IN}From: PayPal <x@gmail.com>`,
        'From!: The sender calls itself “PayPal”; the address is of gmail.com, which is not known as one of PayPal.',
      ],
      [`${CAME_IN}From: PayPal <x@paypal.com>`, ''],
      [
        `${CAME_IN}To: x@contoso.test\nFrom: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@contoso.test>`,
        '',
      ],
      [
        `${CAME_IN}To: x@b.test\nFrom: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@contoso.test>`,
        'From!: The sender calls itself “Microsoft Outlook”; the address is of contoso.test, which is not known as one of Microsoft.',
      ],
      [`${CAME_IN}From: ann@a.test\nReply-To: x@c.test`, 'Reply-To: Answers go to x@c.test, not to ann@a.test.'],
      [`${CAME_IN}From: ann@a.test\nReply-To: x@gmail.com`, 'Reply-To!: Answers go to x@gmail.com, not to ann@a.test.'],
      [`${CAME_IN}From: ann@gmail.com\nReply-To: x@gmx.de`, 'Reply-To: Answers go to x@gmx.de, not to ann@gmail.com.'],
      [
        `${CAME_IN}From: ann@gmail.com\nReply-To: eve@gmail.com`,
        'Reply-To: Answers go to another mailbox: eve@gmail.com, not ann@gmail.com.',
      ],
      [`${CAME_IN}From: ann@gmail.com\nReply-To: Ann@gmail.com`, ''],
      [`${CAME_IN}From: ann@a.test\nReply-To: eve@a.test`, ''],
      [`${CAME_IN}From: ann@a.test\nReply-To: eve@mail.a.test`, ''],
      [
        `${CAME_IN}From: x@sendgrid.net\nReply-To: eve@gmail.com`,
        'Reply-To: Answers go to eve@gmail.com, not to x@sendgrid.net.',
      ],
      [
        `${CAME_IN}From: ann@a.test\nReply-To: l@lists.test\nList-Id: <l.lists.test>\nList-Post: <mailto:l@lists.test>`,
        '',
      ],
      [`${CAME_IN}From: ann@a.test\nReply-To: l@lists.test\nList-Id: <l.lists.test>`, ''],
      [
        `${CAME_IN}From: ann@a.test\nReply-To: l@lists.test\nList-Id: <l.other.test>`,
        'Reply-To: Answers go to l@lists.test, not to ann@a.test.',
      ],
      [`${CAME_IN}From: ann@a.test\nReply-To: nobody`, ''],
    ] as const)
      assert.equal(told(header), expected, header);
  });
});

describe('several things that make a sender look like somebody else', () => {
  it('are told in one order', () => {
    const found = told(
      `${CAME_IN}To: bob@contoso.test\nFrom: "PayPal boss@b.test" <x@cont0so.test>\nReply-To: eve@c.test`,
    );
    assert.match(
      found,
      /^From!: Its name shows .* \| From!: cont0so\.test is nearly .* \| From!: The sender calls itself .* \| Reply-To: Answers go to eve@c\.test/,
    );
  });
});

describe('the client that handed a message in', () => {
  it('is told by the names and the address that the receiver recorded', () => {
    for (const [line, expected] of [
      [
        'from out.a.test (out.a.test [198.51.100.77]) by mx.b.test with ESMTPS id 1',
        'It came in from out.a.test [198.51.100.77].',
      ],
      ['from [198.51.100.77] ([198.51.100.77]) by mx.b.test with ESMTPS id 1', 'It came in from 198.51.100.77.'],
      [
        'from pc (rev.a.test [198.51.100.77]) by mx.b.test with ESMTPS id 1',
        'It came in from rev.a.test [198.51.100.77].',
      ],
      ['from pc (unknown [198.51.100.77]) by mx.b.test with ESMTPS id 1', 'It came in from 198.51.100.77.'],
      ['from out.a.test by mx.b.test with ESMTPS id 1', 'It came in from out.a.test.'],
      ['from localhost (localhost [127.0.0.1]) by mx.b.test with ESMTP id 1', undefined],
      ['by mx.b.test with local id 1', undefined],
      ['from pc by mx.b.test with ESMTP id 1', undefined],
      ['from 198.51.100.77 by mx.b.test with ESMTP id 1', 'It came in from 198.51.100.77.'],
      ['from out.a.test ([2001:db8::77]) by mx.b.test with ESMTPS id 1', 'It came in from out.a.test [2001:db8::77].'],
    ] as const)
      assert.equal(client(`Received: ${line}; Tue, 24 Nov 2026 14:41:20 +0100\nFrom: ann@a.test`), expected, line);
  });

  it('is the one that Microsoft names in its results where its hop is missing', () => {
    const inner =
      'Received: from AM0PR01.eurprd01.prod.outlook.com (10.0.0.5) by DB5PR01.eurprd01.prod.outlook.com (10.0.0.4) with Microsoft SMTP Server id 15; Tue, 24 Nov 2026 14:41:20 +0100\nFrom: ann@a.test';
    const results = 'Authentication-Results: spf=pass (sender IP is 198.51.100.77) smtp.mailfrom=a.test\n';
    assert.equal(client(`${results}${inner}`), 'It came in from 198.51.100.77.');
    assert.equal(client(`${results.replace(/ \(.*\)/, '')}${inner}`), undefined);
    assert.equal(client(inner), undefined);
  });
});
