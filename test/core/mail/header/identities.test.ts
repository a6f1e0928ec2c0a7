import assert from 'node:assert/strict';
import { identities, nameConflict, shownDomain } from '../../../../src/core/mail/header/identities.ts';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

function read(...header: readonly string[]): Message {
  const text = `${header.join('\n')}\n\n`;
  return readMessage(text, new Lines(text), 0, text.length);
}

const is = (header: readonly string[], ...expected: readonly string[]): void =>
  assert.deepEqual(
    identities(read(...header)).map(({ field, domain, same }) => `${field} ${domain}${same ? '' : ' other'}`),
    expected,
    header.join(' / '),
  );

const FROM = 'From: A <a@mail.Contoso.test>, x@other.test';

describe('the domains that a message names as its sender', () => {
  it('are held against that of From', () => {
    is([FROM], 'From mail.contoso.test');
    is(
      [
        ...['Return-Path: <b@bounce.contoso.test>', 'DKIM-Signature: v=1; d=CONTOSO.test; s=x', FROM],
        ...['Sender: c@fabrikam.test', 'Reply-To: d@contoso.test', 'Message-ID: <1@mx.fabrikam.test>'],
      ],
      'From mail.contoso.test',
      'Sender fabrikam.test other',
      'Reply-To contoso.test',
      'Return-Path bounce.contoso.test',
      'Message-ID mx.fabrikam.test other',
      'DKIM contoso.test',
    );
    is(['From: a@host1', 'Sender: b@host1', 'Reply-To: c@host2'], 'From host1', 'Sender host1', 'Reply-To host2 other');
  });

  it('stand once for each way', () => {
    is(
      [
        FROM,
        'DKIM-Signature: d=b.test; s=1',
        'DKIM-Signature: d=b.test; s=2',
        'DKIM-Signature: d=c.test',
        'DKIM-Signature: s=3',
      ],
      'From mail.contoso.test',
      'DKIM b.test other',
      'DKIM c.test other',
    );
  });

  it('are none without a domain in From', () => {
    is(['From: undisclosed', 'Sender: b@c.test']);
    is(['Sender: b@c.test', 'Subject: x']);
    is(['From: a@b.test', 'Return-Path: <>', 'Message-ID: 1', 'Reply-To:'], 'From b.test');
  });

  it('are of at most 20 signatures', () => {
    const many = Array.from({ length: 21 }, (_, i) => `DKIM-Signature: d=d${i}.test`);
    assert.equal(identities(read('From: a@b.test', ...many)).length, 21);
  });
});

describe('a name in front of an address', () => {
  const conflict = (name: string, address: string): string | undefined => nameConflict({ name, address } as never);

  it('conflicts where it names another organisation', () => {
    assert.equal(conflict('support@paypal.com', 'x@evil.test'), 'support@paypal.com');
    assert.equal(conflict('PayPal.com Service', 'x@evil.test'), 'PayPal.com');
    assert.equal(conflict('Dr.Smith at Service.PayPal.com', 'x@evil.test'), 'Service.PayPal.com');
    assert.equal(conflict('a@intern.local', 'x@evil.test'), 'a@intern.local');
  });

  it('does not where it names the same, or nothing that is a domain', () => {
    for (const name of ['', 'Bob', 'Dr.Smith', 'mail.evil.com', 'x@evil.com', 'EVIL.COM', 'a.b'])
      assert.equal(conflict(name, 'x@www.evil.com'), undefined, name);
    assert.equal(conflict('paypal.com', 'x'), undefined);
    assert.equal(conflict(`${'x '.repeat(250)}paypal.com`, 'x@evil.test'), undefined);
  });
});

describe('the domain that people see', () => {
  it('is that of From', () => {
    assert.equal(shownDomain(read('From: "x@y.test" <a@B.test>')), 'b.test');
    assert.equal(shownDomain(read('From: x', 'Sender: a@b.test')), undefined);
    assert.equal(shownDomain(read('Subject: x', 'Sender: a@b.test')), undefined);
  });
});
