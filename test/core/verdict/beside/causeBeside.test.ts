import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import type { Ticket } from '../../../../src/core/ticket/ticket.ts';
import { withCauseBeside } from '../../../../src/core/verdict/beside/causeBeside.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../../../src/core/verdict/verdict.ts';

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

const at = (start: number) => ({ start, end: start + 10 });

/** A refusal at the start of a text, where it does not say another thing. */
const one = (more: Partial<Verdict> = {}): Verdict =>
  ({
    code: 'recipient-unknown',
    role: 'cause',
    failed: true,
    stage: 'RCPT',
    span: at(0),
    recipients: [],
    next: [],
    ...more,
  }) as unknown as Verdict;

describe('a delivery that is shown and the refusal that is quoted beside it', () => {
  const ticket = (kind: string, start = 0, end = 50): Ticket =>
    ({ blocks: [{ kind, start, end }] }) as unknown as Ticket;
  const shown = one({ code: 'unknown', stage: 'log', recipients: ['b@b.test'], sender: 'a@a.test', queueId: '4F1' });
  const refusal = one({ code: 'mailbox-full', reply: '552 5.2.2', span: at(60) });
  const well = one({ role: 'success', failed: false, span: at(80) });

  it('are one: the refusal is of whom the delivery is', () => {
    const [said, quoted] = withCauseBeside(ticket('log'), [well, shown], [refusal, well]);
    assert.deepEqual(said, [well]);
    assert.deepEqual(quoted, [{ ...refusal, recipients: ['b@b.test'], sender: 'a@a.test', queueId: '4F1' }, well]);
    const [, bare] = withCauseBeside(ticket('log'), [one({ code: 'unknown', recipients: ['b@b.test'] })], [refusal]);
    assert.deepEqual(bare, [{ ...refusal, recipients: ['b@b.test'] }]);
  });

  it('stay apart where either is not alone or tells more, or the delivery is not shown in front', () => {
    for (const [block, said, quoted] of [
      [ticket('log'), [shown, shown], [refusal]],
      [ticket('log'), [shown], [refusal, refusal]],
      [ticket('log'), [], [refusal]],
      [ticket('log'), [shown], []],
      [ticket('log'), [{ ...shown, code: 'mailbox-full' }], [refusal]],
      [ticket('log'), [{ ...shown, reply: '550' }], [refusal]],
      [ticket('log'), [shown], [one({ code: 'mailbox-full', span: at(60) })]],
      [ticket('log'), [shown], [{ ...refusal, recipients: ['c@b.test'] }]],
      [ticket('prose'), [shown], [refusal]],
      [ticket('log', 1), [shown], [refusal]],
      [ticket('log', 0, 0), [shown], [refusal]],
      [ticket('log', 0, 200), [{ ...shown, span: at(100) }], [refusal]],
    ] as [Ticket, Verdict[], Verdict[]][])
      assert.deepEqual(withCauseBeside(block, said, quoted), [said, quoted]);
  });
});
