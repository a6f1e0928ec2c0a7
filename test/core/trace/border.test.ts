import assert from 'node:assert/strict';
import type { Message } from '../../../src/core/mail/message.ts';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { ownPart } from '../../../src/core/trace/border.ts';

const read = (...fields: readonly string[]): Message => {
  const text = `${fields.join('\n')}\n\n`;
  return readMessage(text, new Lines(text), 0, text.length);
};

/** A hop: the host, the client's name, the address, and what else the field says. */
const hop = (by: string, from: string, ip: string, more = 'with ESMTP id 1'): string =>
  `Received: from ${from} (${from} [${ip}]) by ${by} ${more}; Fri, 20 Nov 2026 10:00:00 +0000`;

/** The hosts of the receiver's own part, the newest first, with `|` where others begin. */
function is(expected: string, fields: readonly string[], trusted: readonly string[] = []): void {
  const message = read(...fields);
  const part = ownPart(message, trusted);
  if (part === undefined) {
    assert.equal('', expected, fields.join('\n'));
    return;
  }
  assert.equal(part.border, part.hops.at(-1));
  const others = message.hops.toReversed().filter(({ field }) => field.start >= part.end);
  const told = [part.hops, others].map((hops) => hops.map(({ by = '?' }) => by).join(' '));
  assert.equal(told.join(' | ').trim(), expected, fields.join('\n'));
}

const MX = hop('mx.contoso.test', 'mail.fabrikam.test', '203.0.113.4');
const OUTER = hop('mail.fabrikam.test', 'pc', '10.0.0.5');

describe("the receiver's own part of a header", () => {
  it('goes down to the hop that took the message from another house', () => {
    is('mx.contoso.test | mail.fabrikam.test', [MX, OUTER]);
    is('store.contoso.test mx.contoso.test | mail.fabrikam.test', [
      hop('store.contoso.test', 'mx.contoso.test', '10.1.1.1'),
      MX,
      OUTER,
    ]);
    is('store.contoso.test | mx.fabrikam.test', [
      hop('store.contoso.test', 'x.contoso.test', '10.1.1.1'),
      hop('mx.fabrikam.test', 'y', '10.0.0.1'),
    ]);
    is('mx.contoso.test |', [MX]);
    is('mx.contoso.test | mx.contoso.test', [MX, hop('mx.contoso.test', 'x.evil.test', '203.0.113.9')]);
    is('', ['Subject: x']);
  });

  it('goes on through hosts without a domain, and through those that are trusted', () => {
    is('localhost mx.contoso.test | mail.fabrikam.test', [hop('localhost', 'mx.contoso.test', '127.0.0.1'), MX, OUTER]);
    is('mx.contoso.test localhost mail.contoso.test |', [
      hop('mx.contoso.test', 'localhost', '127.0.0.1'),
      hop('localhost', 'x', '127.0.0.1'),
      hop('mail.contoso.test', 'y.contoso.test', '10.0.0.1'),
    ]);
    is('mx.contoso.test | localhost mail.fabrikam.test', [MX, hop('localhost', 'x', '127.0.0.1'), OUTER]);
    is('mx.contoso.test mail.fabrikam.test |', [MX, OUTER], ['fabrikam.test']);
    is('mx.contoso.test | mail.fabrikam.test', [MX, OUTER], ['northwind.test']);
  });

  it('leaves programs out that fetch mail from a mailbox', () => {
    const fetched = 'Received: from mx.contoso.test by laptop.home.test with POP3; Fri, 20 Nov 2026 10:00:00 +0000';
    is(
      'mx.contoso.test | mail.fabrikam.test',
      [fetched, MX, OUTER].map((one) => one),
    );
    is('mx.contoso.test | mail.fabrikam.test', [fetched.replace('POP3', 'IMAP'), MX, OUTER]);
    is('laptop.home.test | mx.contoso.test mail.fabrikam.test', [fetched.replace('POP3', 'SMTP'), MX, OUTER]);
  });

  it('where no host tells its domain, goes down to the first with a public address', () => {
    is('mx19 mx1 | mail', [
      hop('mx19', 'mx1', '10.0.0.1'),
      hop('mx1', 'x.fabrikam.test', '203.0.113.4'),
      hop('mail', 'pc', '10.0.0.1'),
    ]);
    is('mx1 |', [hop('mx1', 'x.fabrikam.test', '203.0.113.4')]);
    is('', [hop('mx19', 'mx1', '10.0.0.1'), hop('mx1', 'x', '10.0.0.1')]);
  });

  it('goes on by LMTP, and to a gateway whose domain has a twin at home', () => {
    is('store.internal mx.contoso.test | mail.fabrikam.test', [
      hop('store.internal', 'mx', '10.1.1.1', 'with LMTP id 1'),
      MX,
      OUTER,
    ]);
    is('store.internal mx.contoso.test | mail.fabrikam.test', [
      hop('store.internal', 'mx', '10.1.1.1', '(LMTPProxy) id 1'),
      MX,
      OUTER,
    ]);
    is('store.internal | mx.contoso.test mail.fabrikam.test', [
      hop('store.internal', 'mx', '203.0.113.1', 'with LMTP id 1'),
      MX,
      OUTER,
    ]);
    is('ex.contoso.local mx.contoso.test | mail.fabrikam.test', [
      hop('ex.contoso.local', 'mx.contoso.test', '10.1.1.1'),
      MX,
      OUTER,
    ]);
    is('ex.adatum.local | mx.contoso.test mail.fabrikam.test', [
      hop('ex.adatum.local', 'mx.contoso.test', '10.1.1.1'),
      MX,
      OUTER,
    ]);
    is('ex.contoso.local | mx.contoso.test mail.fabrikam.test', [
      hop('ex.contoso.local', 'mx2.contoso.test', '10.1.1.1'),
      MX,
      OUTER,
    ]);
    is('ex.contoso.test2 | mx.contoso.test mail.fabrikam.test', [
      hop('ex.contoso.test2', 'mx.contoso.test', '10.1.1.1'),
      MX,
      OUTER,
    ]);
  });

  it('takes a client in from outside by its name and public address alone', () => {
    const below = hop('mail.contoso.test', 'pc.fabrikam.test', '203.0.113.7');
    const through = (from: string, ip: string): readonly string[] => [hop('mx.contoso.test', from, ip), below];
    is('mx.contoso.test | mail.contoso.test', through('x.fabrikam.test', '203.0.113.4'));
    is('mx.contoso.test mail.contoso.test |', through('x.fabrikam.test', '10.0.0.1'));
    is('mx.contoso.test mail.contoso.test |', through('y.contoso.test', '203.0.113.4'));
    is('mx.contoso.test mail.contoso.test |', through('x.local', '203.0.113.4'));
    is('mx.contoso.test mail.contoso.test |', through('unknown', '203.0.113.4'));
    is(
      'mx.contoso.test mail.contoso.test |',
      through('x.fabrikam.test', '203.0.113.4').map((one) => one),
      ['fabrikam.test'],
    );
  });
});

describe('a filter or a gateway in front of the receiver', () => {
  const ENTRY = 'mail.protection.outlook.com';
  const gateway = (forWhom: string): readonly string[] => [
    hop('mx.contoso.test', 'gw.northwind.test', '203.0.113.8', `with ESMTP id 1 for <${forWhom}>`),
    hop('gw.northwind.test', 'mail.fabrikam.test', '203.0.113.4'),
    OUTER,
  ];

  it("is the receiver's where it is of the recipient's domain", () => {
    is('mx.contoso.test gw.northwind.test | mail.fabrikam.test', gateway('ann@northwind.test'));
    is('mx.contoso.test | gw.northwind.test mail.fabrikam.test', gateway('ann@contoso.test'));
  });

  const FILTER = 'mx0a-1.pphosted.com';
  const filtered = (...more: readonly string[]): readonly string[] => [
    hop(`x.${ENTRY}`, FILTER, '203.0.113.8'),
    ...more,
    hop(FILTER, 'mail.fabrikam.test', '203.0.113.4'),
    OUTER,
  ];

  it('is that where it checked the message as one that comes in', () => {
    is(`x.${ENTRY} | ${FILTER} mail.fabrikam.test`, filtered());
    is(
      `x.${ENTRY} ${FILTER} | mail.fabrikam.test`,
      filtered(
        `Authentication-Results: ppops.net; spf=pass smtp.mailfrom=a@fabrikam.test`.replace('ppops.net', FILTER),
      ),
    );
    is(`x.${ENTRY} | ${FILTER} mail.fabrikam.test`, filtered(`Authentication-Results: ${FILTER}; spf=none`));
    is(`x.${ENTRY} | ${FILTER} mail.fabrikam.test`, filtered(`Authentication-Results: ${FILTER}; dkim=pass`));
    is(`x.${ENTRY} | ${FILTER} mail.fabrikam.test`, filtered('Authentication-Results: other.test; spf=pass'));
    is(`x.${ENTRY} | ${FILTER} mail.fabrikam.test`, filtered(`X-Authentication-Results: ${FILTER}; spf=pass`));
  });

  it('is that where it is named after the receiver, not after the sender', () => {
    const host = 'esa1.contoso.iphmx.com';
    const named = (...more: readonly string[]): readonly string[] => [
      hop('mx.example.test', host, '203.0.113.8'),
      hop(host, 'mail.fabrikam.test', '203.0.113.4'),
      ...more,
      OUTER,
    ];
    is(`mx.example.test ${host} | mail.fabrikam.test`, named('To: ann@contoso.test'));
    is(`mx.example.test ${host} | mail.fabrikam.test`, named('Delivered-To: ann@contoso.test'));
    is(`mx.example.test | ${host} mail.fabrikam.test`, named('From: ann@contoso.test'));
    is(`mx.example.test | ${host} mail.fabrikam.test`, named('Return-Path: <ann@contoso.test>'));
  });

  it('is told by the client that Microsoft names', () => {
    const stated = 'Authentication-Results: spf=pass (sender IP is 203.0.113.4) smtp.mailfrom=fabrikam.test';
    const way = [
      hop(`x.${ENTRY}`, 'gw.northwind.test', '203.0.113.8'),
      stated,
      hop('gw.northwind.test', 'mail.fabrikam.test', '203.0.113.4'),
      OUTER,
    ];
    is(`x.${ENTRY} gw.northwind.test | mail.fabrikam.test`, way);
    is(
      `x.${ENTRY} | gw.northwind.test mail.fabrikam.test`,
      way.map((one) => one.replace('IP is 203.0.113.4', 'IP is 203.0.113.8')),
    );
    is(
      `x.${ENTRY} | gw.northwind.test mail.fabrikam.test`,
      way.map((one) => one.replace('IP is 203.0.113.4', 'IP is 10.0.0.5')),
    );
  });
});
