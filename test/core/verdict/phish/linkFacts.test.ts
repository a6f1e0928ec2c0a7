import assert from 'node:assert/strict';
import { messageLinks } from '../../../../src/core/mail/links/messageLinks.ts';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import type { Facts } from '../../../../src/core/verdict/phish/fact.ts';
import { linkFacts } from '../../../../src/core/verdict/phish/linkFacts.ts';

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

const told = (body: string): string => {
  const text = `Authentication-Results: b.test; dmarc=pass header.from=a.test\nReceived: from out.a.test (out.a.test [198.51.100.77]) by b.test with ESMTPS id 1; Tue, 24 Nov 2026 14:41:20 +0100\nFrom: ann@a.test\nTo: bob@b.test\nSubject: x\nContent-Type: text/html\n\n${body}\n`;
  const message = read(text);
  return sides(linkFacts(message, messageLinks(text, message)));
};

describe('the links of a message', () => {
  it('are told where they lie, and where nobody can tell where they lead', () => {
    for (const [body, expected] of [
      ['<a href="https://www.a.test/x">here</a>', 'for: All links lead to a.test, for which DMARC passed.'],
      [
        '<a href="https://c.test/x">www.bank.test</a>',
        'against: The link “www.bank.test” shows www.bank.test and leads to c.test.',
      ],
      [
        '<a href="https://c.test/x">www.bank.test</a><a href="https://c1.test/x">www.bank1.test</a><a href="https://c2.test/x">www.bank2.test</a><a href="https://c3.test/x">www.bank3.test</a><a href="https://c4.test/x">www.bank4.test</a>',
        'against: The link “www.bank.test” shows www.bank.test and leads to c.test. | against: The link “www.bank1.test” shows www.bank1.test and leads to c1.test. | against: The link “www.bank2.test” shows www.bank2.test and leads to c2.test. | against: 2 more links do the same.',
      ],
      [
        '<a href="https://c1.test/x">www.bank1.test</a><a href="https://c2.test/x">www.bank2.test</a><a href="https://c3.test/x">www.bank3.test</a><a href="https://c4.test/x">www.bank4.test</a>',
        'against: The link “www.bank1.test” shows www.bank1.test and leads to c1.test. | against: The link “www.bank2.test” shows www.bank2.test and leads to c2.test. | against: The link “www.bank3.test” shows www.bank3.test and leads to c3.test. | against: 1 more link does the same.',
      ],
      [
        '<a href="javascript:alert(1)">x</a>',
        'against: A link is no address of the web: it begins with javascript:alert(1) and runs or opens something itself.',
      ],
      [
        '<a href="data:text/html,hi">x</a>',
        'against: A link is no address of the web: it begins with data:text/html,hi and runs or opens something itself.',
      ],
      [
        '<a href="ms-word:ofe|u|http://c.test/a.doc">x</a>',
        'against: A link is no address of the web: it begins with ms-word:ofe|u|http://c.test/a… and runs or opens something itself.',
      ],
      [
        '<a href="http://192.0.2.7/x">x</a>',
        'against: A link leads to the bare address 192.0.2.7, which no name stands for.',
      ],
      [
        '<a href="http://[2001:db8::1]/x">x</a>',
        'against: A link leads to the bare address [2001:db8::1], which no name stands for.',
      ],
      [
        '<a href="https://paypal.com@c.test/x">x</a>',
        'against: A link has paypal.com in front of its host, to be taken for it; it leads to c.test.',
      ],
      ['<a href="mailto:ann@a.test">x</a>', ''],
      [
        '<a href="https://xn--80ak6aa92e.test/x">x</a>',
        'against: A link leads to аррӏе.test, letters that look like others.',
      ],
      [
        '<a href="https://paypal.com.c.test/x">x</a><a href="https://paypal.com.c.test/y">y</a>',
        'against: A link leads to paypal.com.c.test: paypal.com.c.test begins like paypal.com, and is of c.test.',
      ],
      [
        '<a href="https://paypa1.com/x">x</a>',
        'against: A link leads to paypa1.com: paypa1.com is nearly the name of PayPal, and is not known as its domain.',
      ],
      [
        '<a href="https://paypal-login.test/x">x</a>',
        'against: A link leads to paypal-login.test: paypal-login.test has the name of PayPal in it, and is not known as its domain.',
      ],
      [
        '<form action="https://c.test/post"><input type=password></form>',
        'against: A form in the message sends what is typed in to c.test. | against: The message asks for a password in itself.',
      ],
      ['<a href="https://bit.ly/x">x</a>', 'unknown: 1 link leads where only a service knows: bit.ly.'],
      [
        '<a href="https://bit.ly/x">x</a><a href="https://t.co/y">y</a>',
        'unknown: 2 links lead where only a service knows: bit.ly and t.co.',
      ],
      [
        'Scan the QR code',
        'unknown: The text speaks of a QR code: where it leads stands in a picture, which was not read.',
      ],
      ['<a href="https://a.test/x">a</a><a href="https://c.test/">c</a>', ''],
    ] as const)
      assert.equal(told(body), expected, body);
  });
});
