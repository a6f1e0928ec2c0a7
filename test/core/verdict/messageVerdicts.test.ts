import assert from 'node:assert/strict';
import type { DeliveryReport, ReportRecipient } from '../../../src/core/mail/message.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { ofReport, verdictsOfMessage } from '../../../src/core/verdict/messageVerdicts.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';

const TILL = 'Tue, 1 Dec 2026 10:00:00 +0000';

/** What a report says of one recipient: of b@b.test, where it does not say another. */
function of(recipient: Partial<ReportRecipient>, notice = false): Verdict {
  const one = {
    action: 'failed',
    status: '5.1.1',
    finalRecipient: 'b@b.test',
    start: 1,
    end: 2,
    ...recipient,
  };
  const report = { format: 'rfc3464', reportingMta: 'mx.a.test', recipients: [one] } as unknown as DeliveryReport;
  const [verdict, ...more] = ofReport(report, notice);
  assert.ok(verdict !== undefined && more.length === 0);
  return verdict;
}

const told = ({ role, failed, code, actor, retry }: Verdict): string => `${role} ${failed} ${code}, ${actor}, ${retry}`;

describe('what a report says of a recipient', () => {
  it('is that its mail failed, waits, or arrived (RFC 3464 2.3.3)', () => {
    for (const [recipient, expected] of [
      [{}, 'cause true recipient-unknown, sender, no'],
      [{ status: '5.7.1' }, 'cause true policy-refused, sending admin, no'],
      [{ action: 'delayed', status: '4.4.1' }, 'waiting true connection-failed, network, yes'],
      [{ action: 'delivered', status: '2.0.0' }, 'success false accepted, nobody, no'],
      [{ action: 'relayed', status: '2.0.0' }, 'success false accepted, nobody, no'],
      [{ action: 'expanded', status: '2.0.0' }, 'success false accepted, nobody, no'],
    ] as const)
      assert.equal(told(of(recipient)), expected, JSON.stringify(recipient));
  });

  it('names its codes, and that a report said it', () => {
    const { reply, stage, span, times } = of({});
    assert.deepEqual([reply, stage, span, times], ['5.1.1', 'report', { start: 1, end: 2 }, 1]);
  });

  it('is until when a delayed one is tried, and of no other', () => {
    assert.match(
      of({ action: 'delayed', status: '4.4.1', willRetryUntil: TILL }).summary,
      / It is tried until Tue, 1 Dec 2026 10:00:00 \+0000\.$/,
    );
    assert.doesNotMatch(of({ action: 'delayed', status: '4.4.1' }).summary, /tried until/);
    assert.doesNotMatch(of({ willRetryUntil: TILL }).summary, /tried until/);
  });

  it('names the server without what Gmail says behind it', () => {
    for (const [remoteMta, expected] of [
      ['mx.b.test (192.0.2.1, the server for the domain b.test.)', 'mx.b.test'],
      ['mx.b.test. (192.0.2.1, the server for the domain b.test.)', 'mx.b.test'],
      ['mx.b.test', 'mx.b.test'],
    ] as const)
      assert.equal(of({ remoteMta }).server, expected, remoteMta);
    assert.equal(of({}).server, undefined);
  });

  it('is of the final recipient, unless that is a name of the receiving host alone (RFC 3464 2.3.2)', () => {
    const original = 'bob@b.test';
    for (const local of [
      'bob',
      'bob@localhost',
      'bob@mx1',
      'bob@mx.corp',
      'bob@mx.b.local',
      'bob@x.lan',
      '|/bin/x',
      '"|x"@b.test',
      '/var/mail/bob@b.test',
    ])
      assert.deepEqual(of({ finalRecipient: local, originalRecipient: original }).recipients, [original], local);
    for (const [finalRecipient, originalRecipient, expected] of [
      ['bob@c.test', original, ['bob@c.test']],
      ['bob@corp.test', original, ['bob@corp.test']],
      ['bob@localhost', 'bob', ['bob@localhost']],
      ['bob', undefined, ['bob']],
      [undefined, original, [original]],
      [undefined, undefined, []],
    ] as const)
      assert.deepEqual(
        of({ finalRecipient, originalRecipient } as Partial<ReportRecipient>).recipients,
        expected,
        finalRecipient,
      );
  });

  it('is for the admin where the recipient is not whom the sender wrote to', () => {
    assert.equal(of({ finalRecipient: 'bob@c.test', originalRecipient: 'bob@b.test' }).actor, 'receiving admin');
    assert.equal(of({ finalRecipient: 'bob@b.test', originalRecipient: 'bob@b.test' }).actor, 'sender');
  });

  it('of a notice that failed is for the admin, as nobody sent it (RFC 5321 4.5.5)', () => {
    for (const [recipient, expected] of [
      [{}, 'cause true recipient-unknown, sending admin, no'],
      [{ status: '5.7.1' }, 'cause true policy-refused, sending admin, no'],
      [{ action: 'delayed', status: '4.4.1' }, 'waiting true connection-failed, sending admin, yes'],
      [{ action: 'delivered', status: '2.0.0' }, 'success false accepted, nobody, no'],
    ] as const) {
      assert.equal(told(of(recipient, true)), expected, JSON.stringify(recipient));
      assert.equal(of(recipient, true).sender, '');
      assert.equal(of(recipient).sender, undefined);
    }
  });
});

describe('a message that tells of mail', () => {
  const part = (type: string, body: string): string => `--b\nContent-Type: ${type}\n\n${body}\n`;
  const bounce = (returned: string): string =>
    `From: MAILER-DAEMON@mx.a.test\nTo: ann@a.test\nSubject: Undelivered\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n${part('text/plain', 'It could not be delivered.')}${part('message/delivery-status', 'Reporting-MTA: dns; mx.a.test\n\nFinal-Recipient: rfc822; bob@b.test\nAction: failed\nStatus: 5.1.1')}${part('message/rfc822', returned)}--b--\n`;
  const forward = (attached: string): string =>
    `From: ann@a.test\nTo: help@a.test\nSubject: Fwd: x\nContent-Type: multipart/mixed; boundary=f\n\n--f\nContent-Type: text/plain\n\nplease look\n--f\nContent-Type: message/rfc822\n${attached}\n--f--\n`;
  const OWN = 'From: ann@a.test\nSubject: x\n\nhi';

  function read(text: string): readonly Verdict[] {
    const ticket = readTicket(text, 'message');
    const [message] = ticket.blocks;
    assert.ok(message?.kind === 'message');
    return verdictsOfMessage(text, ticket.lines, message);
  }

  it('knows whether what came back was a notice itself', () => {
    for (const [returned, actor] of [
      [OWN, 'sender'],
      ['Return-Path: <ann@a.test>\nFrom: x@b.test\nSubject: x\n\nhi', 'sender'],
      ['Return-Path: <>\nFrom: x@b.test\nSubject: x\n\nhi', 'sending admin'],
      ['From: MAILER-DAEMON@b.test\nSubject: x\n\nhi', 'sending admin'],
    ] as const)
      assert.deepEqual(
        read(bounce(returned)).map((one) => one.actor),
        [actor],
        returned,
      );
  });

  it('is a forward of the report that is attached, also under an encoding', () => {
    assert.deepEqual(read(forward(`\n${OWN}`)), []);
    assert.deepEqual(read(forward(`\n${bounce(OWN)}`)).map(told), ['cause true recipient-unknown, sender, no']);
    const text = forward(`Content-Transfer-Encoding: base64\n\n${Buffer.from(bounce(OWN)).toString('base64')}`);
    const [verdict, ...more] = read(text);
    assert.deepEqual([verdict?.code, verdict?.recipients, more.length], ['recipient-unknown', ['bob@b.test'], 0]);
    // Of what is encoded, the place is that of the attachment.
    assert.match(
      text.slice(verdict?.span.start, verdict?.span.end),
      /^Content-Type: message\/rfc822\nContent-Transfer/,
    );
  });
});
