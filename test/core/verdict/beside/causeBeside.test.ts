import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

const shown = (...lines: readonly string[]) =>
  readVerdicts(
    readTicket(
      `${['Status: Failed', 'Sender: ann@contoso.test', 'Recipient: bob@fabrikam.test', 'Subject: Offer', '', ...lines].join('\n')}\n`,
    ),
  ).map(({ code, reply, recipients, sender }) => [code, reply, recipients.join(), sender]);

const failed = (code: string) =>
  `11/28/2026 9:12:36 AM\tFail\tReason: [{LED=${code} Service unavailable. Access denied, traffic not accepted from this IP. AS(7230)};{MSG=};{FQDN=fabrikam-test.mail.protection.outlook.com}]`;

describe('a delivery that is shown as failed', () => {
  it('has the one refusal below it as its cause', () =>
    assert.deepEqual(shown('Message events', failed('550 5.7.708')), [
      ['poor-reputation', '550 5.7.708', 'bob@fabrikam.test', 'ann@contoso.test'],
    ]));

  it('is told without a cause where none or several are there', () => {
    assert.deepEqual(shown('Message events'), [['unknown', undefined, 'bob@fabrikam.test', 'ann@contoso.test']]);
    const [first, ...more] = shown(
      'Message events',
      failed('550 5.7.708'),
      '',
      'Another one came back with 550 5.1.1 User unknown.',
    );
    assert.deepEqual(first, ['unknown', undefined, 'bob@fabrikam.test', 'ann@contoso.test']);
    assert.ok(more.every(([, , recipients]) => recipients === ''));
  });
});

describe('a bounce', () => {
  it('leaves nothing in a queue', () => {
    const [one] = readVerdicts(
      readTicket(
        [
          'Return-Path: <>',
          'From: Mail Delivery System <MAILER-DAEMON@mx.contoso.test>',
          'Subject: Undelivered Mail Returned to Sender',
          '',
          'This is the mail system at host mx.contoso.test.',
          '',
          "I'm sorry to have to inform you that your message could not",
          "be delivered to one or more recipients. It's attached below.",
          '',
          '<zoe@northwind.test>: Host or domain name not found. Name service error for',
          '    name=northwind.test type=MX: Host not found, try again',
          '',
        ].join('\n'),
      ),
    );
    assert.deepEqual([one?.recipients, one?.failed], [['zoe@northwind.test'], true]);
    assert.ok(one?.next.every(({ kind }) => kind !== 'wait'));
  });
});
