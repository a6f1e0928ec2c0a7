import assert from 'node:assert/strict';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { brandWords, hostWords, nameFacts } from '../../../../src/core/verdict/phish/nameFacts.ts';

const read = (text: string): Message => {
  const [message] = readTicket(text, 'message').blocks;
  assert.ok(message?.kind === 'message');
  return message;
};

describe('a host that is made to be read as another', () => {
  it('begins like the other, or has a brand in its name', () => {
    for (const [host, ...expected] of [
      ['paypal.com.c.test', 'paypal.com.c.test begins like paypal.com, and is of c.test.'],
      ['www.paypal.com.c.test', 'www.paypal.com.c.test begins like paypal.com, and is of c.test.'],
      ['amazon.de.login.c.test', 'amazon.de.login.c.test begins like amazon.de, and is of c.test.'],
      ['amazon.co.uk.c.test', 'amazon.co.uk.c.test begins like amazon.co.uk, and is of c.test.'],
      ['paypal-login.test', 'paypal-login.test has the name of PayPal in it, and is not known as its domain.'],
      ['login-paypal.com', 'login-paypal.com has the name of PayPal in it, and is not known as its domain.'],
      [
        'www.my-paypal-login.test',
        'my-paypal-login.test has the name of PayPal in it, and is not known as its domain.',
      ],
      ['paypal.com'],
      ['www.paypal.com'],
      ['paypal.com.mcas.ms'],
      ['x.de.c.test'],
      ['paypal.community.c.test'],
      ['xpaypal.test'],
      ['c.test'],
      ['com'],
      ['localhost'],
    ] as const)
      assert.deepEqual(hostWords(host), expected, host);
  });
});

describe('the name of a brand', () => {
  it('is taken by whoever is not known to belong to it', () => {
    const taken = (name: string, domain: string): string | undefined =>
      brandWords(name, domain)?.replace(/ calls itself .*; the address is of /, ' ');
    for (const [name, domain, expected] of [
      ['PayPal', 'a.test', 'The sender a.test, which is not known as one of PayPal.'],
      ['DHL Express', 'dhl-x.test', 'The sender dhl-x.test, which is not known as one of DHL.'],
      ['PayPal', 'paypal.com', undefined],
      ['PayPal', 'mail.paypal.com', undefined],
      ['Microsoft Support', 'outlook.com', undefined],
      ['Ann', 'a.test', undefined],
    ] as const)
      assert.equal(taken(name, domain), expected, `${name} ${domain}`);
    assert.match(brandWords('PayPal', 'a.test') ?? '', /^The sender calls itself “PayPal”; the address is of a\.test,/);
  });
});

describe('a sender that shows what is of the recipient', () => {
  const IN =
    'Received: from out.c.test (out.c.test [198.51.100.77]) by mx.b.test with ESMTPS id 1; Tue, 24 Nov 2026 14:41:20 +0100\n';
  const result = (words: string): string => `Authentication-Results: mx.b.test; ${words}\n`;
  const SELF = 'From shows the address of the recipient itself, and the message came in from outside.';
  const domain = (name: string): string =>
    `From shows the recipient's own domain ${name}, and the message came in from outside.`;
  const told = (way: string, from: string, to = 'bob@b.test'): readonly string[] =>
    nameFacts(read(`${way}From: ${from}\nTo: ${to}\nSubject: x\n\nhi\n`)).map(({ words }) => words);

  it('is told where the message came from outside and DMARC does not vouch for it', () => {
    assert.deepEqual(told(IN, 'bob@b.test'), [SELF]);
    assert.deepEqual(told(IN, 'BOB@b.test', 'Bob@b.test'), [SELF]);
    assert.deepEqual(told(IN, 'ann@b.test'), [domain('b.test')]);
    assert.deepEqual(told(IN, 'ann@x.b.test'), [domain('x.b.test')]);
    assert.deepEqual(told(`${result('dmarc=fail header.from=b.test')}${IN}`, 'bob@b.test'), [SELF]);
    assert.deepEqual(told(`${result('spf=pass smtp.mailfrom=b.test')}${IN}`, 'bob@b.test'), [SELF]);
    assert.deepEqual(told(IN, 'bob@gmail.com', 'bob@gmail.com'), [SELF]);
    assert.equal(told(IN, 'ann@paypal-login.test', 'bob@paypal-login.test').length, 2);
  });

  it('is none of a stranger, of a provider with many customers, of one for whom DMARC passed, or within a host', () => {
    assert.deepEqual(told(IN, 'ann@a.test'), []);
    assert.deepEqual(told(IN, 'ann@gmail.com', 'bob@gmail.com'), []);
    assert.deepEqual(told(`${result('dmarc=pass header.from=b.test')}${IN}`, 'bob@b.test'), []);
    assert.deepEqual(told('', 'bob@b.test'), []);
    assert.deepEqual(told(IN.replace(' (out.c.test [198.51.100.77])', ''), 'bob@b.test'), []);
    assert.deepEqual(told(IN, 'Ann'), []);
    assert.deepEqual(nameFacts(read(`${IN}To: bob@b.test\nSubject: x\n\nhi\n`)), []);
  });

  it('is told at its From', () => {
    const text = `${IN}From: bob@b.test\nTo: bob@b.test\nSubject: x\n\nhi\n`;
    const [fact] = nameFacts(read(text));
    assert.equal(text.slice(fact?.at.start, fact?.at.end).trim(), 'From: bob@b.test');
  });
});
