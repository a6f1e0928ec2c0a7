import assert from 'node:assert/strict';
import type { DispositionNotification, FeedbackReport, Message } from '../../../src/core/mail/message.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { noticesOf } from '../../../src/core/verdict/notices.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

const at = { start: 3, end: 9 };
const told = (message: Partial<Message>) => noticesOf(message as Message);
const feedback = (report: Partial<FeedbackReport>) =>
  told({ feedback: { ...at, type: 'abuse', recipients: [], incidents: 1, ...report } as FeedbackReport });
const disposition = (report: Partial<DispositionNotification>) =>
  told({ disposition: { ...at, ...report } as DispositionNotification });

describe('a complaint', () => {
  it('is one for each who complained, or one for all', () => {
    const whom = (recipients: readonly string[]) => feedback({ recipients }).map((one) => one.recipients);
    assert.deepEqual(whom(['a', 'b']), [['a'], ['b']]);
    assert.deepEqual(whom([]), [[]]);
  });

  it('is a notice of the report, as often as it says', () => {
    const [one] = feedback({ incidents: 4, sender: 'news@a.test' });
    assert.deepEqual(
      [one?.code, one?.role, one?.failed, one?.confidence, one?.stage, one?.span, one?.times, one?.sender],
      ['complaint', 'notice', false, 'high', 'report', at, 4, 'news@a.test'],
    );
    assert.equal('sender' in (feedback({})[0] ?? {}), false);
  });

  it('says of what kind it is, and where it came from', () => {
    const summary = (report: Partial<FeedbackReport>) => feedback(report)[0]?.summary ?? '';
    assert.match(summary({ type: 'fraud', sourceIp: '192.0.2.1' }), /fraud or phishing\. It came from 192\.0\.2\.1\.$/);
    assert.doesNotMatch(summary({ type: 'fraud' }), /came from/);
    assert.match(
      summary({ type: 'auth-failure', authFailure: 'dmarc' }),
      /failed authentication \(dmarc\); nobody complained\.$/,
    );
    assert.match(summary({ type: 'auth-failure' }), /failed authentication; nobody complained\.$/);
    assert.match(
      summary({ type: 'opt-out', recipients: ['bob@fabrikam.test'] }),
      /mailing\. It is bob@fabrikam\.test\.$/,
    );
    const kinds = ['abuse', 'fraud', 'virus', 'not-spam', 'opt-out', 'opt-out-list', 'auth-failure', 'other'] as const;
    assert.equal(new Set(kinds.map((type) => summary({ type }))).size, kinds.length);
  });

  it('asks for something, but where the message is no spam', () => {
    const next = (type: FeedbackReport['type']) => {
      const [one] = feedback({ type });
      return [one?.actor === 'nobody', (one?.next.length ?? 0) > 0];
    };
    assert.deepEqual(next('abuse'), [false, true]);
    assert.deepEqual(next('not-spam'), [true, false]);
    assert.equal(feedback({ type: 'auth-failure' })[0]?.next.length, 2);
  });
});

describe('a disposition', () => {
  const summary = (report: Partial<DispositionNotification>) => disposition(report)[0]?.summary ?? '';

  it('says what became of the message', () => {
    const all = ['displayed', 'deleted', 'dispatched', 'processed', 'denied', 'failed'] as const;
    assert.equal(new Set(all.map((one) => summary({ disposition: one }))).size, all.length);
    assert.match(summary({ disposition: 'displayed' }), /shown to the recipient/);
    assert.match(summary({ stated: 'eaten' }), /reports “eaten”\.$/);
    assert.match(summary({}), /reports “unknown”\.$/);
    assert.match(summary({ stated: 'x'.repeat(50) }), /“x{40}…”\.$/);
  });

  it('says what went wrong', () => {
    const displayed = { disposition: 'displayed' } as const;
    assert.match(summary({ ...displayed, modifier: 'error' }), / It adds: error\.$/);
    assert.match(summary({ ...displayed, modifier: 'error', failure: 'no room' }), / It adds: error, no room\.$/);
    assert.match(summary({ ...displayed, modifier: 'error', failure: 'x'.repeat(300) }), /error, x{200}…\.$/);
  });

  it('is about the recipient', () => {
    const whom = (report: Partial<DispositionNotification>) => disposition(report)[0]?.recipients;
    assert.deepEqual(whom({ finalRecipient: 'b@b.test', originalRecipient: 'c@b.test' }), ['b@b.test']);
    assert.deepEqual(whom({ originalRecipient: 'c@b.test' }), ['c@b.test']);
    assert.deepEqual(whom({}), []);
    assert.deepEqual([disposition({})[0]?.code, disposition({})[0]?.role], ['automatic-reply', 'notice']);
  });
});

describe('an automatic answer', () => {
  it('is a notice of who answered', () => {
    const answered = (from?: string) =>
      told({ automaticReply: { ...at, arrived: true, ...(from !== undefined && { from }) } });
    assert.deepEqual(answered('b@b.test')[0]?.recipients, ['b@b.test']);
    assert.deepEqual([answered()[0]?.recipients, answered()[0]?.code], [[], 'automatic-reply']);
    assert.deepEqual(told({}), []);
  });
});

describe('a bounce of sendmail whose words are lost', () => {
  const told = (...header: readonly string[]) =>
    readVerdicts(
      readTicket(
        [
          'Return-Path: <>',
          'From: Mail Delivery Subsystem <MAILER-DAEMON@contoso.test>',
          ...header,
          '',
          '<<< No Message Collected >>>',
          '',
        ].join('\n'),
        'message',
      ),
    )[0];

  it('is a failure by its header, and no delay', () => {
    const report = 'Content-Type: multipart/report; report-type=delivery-status; boundary=x';
    for (const header of [
      [report, 'Subject: Returned mail: see transcript for details'],
      [report, 'Subject: Mail', 'Auto-Submitted: auto-generated (failure)'],
      ['Subject: Returned mail: see transcript for details'],
    ])
      assert.deepEqual([told(...header)?.failed, told(...header)?.role], [true, 'cause'], header.join());
    assert.notEqual(told('Subject: Warning: could not send message for past 4 hours')?.role, 'cause');
  });
});

describe('a report that counts', () => {
  it('is for whose servers were to be reached, or whose domain stands in From', () => {
    const actor = (kind: 'dmarc' | 'tls') => told({ aggregate: { ...at, kind } })[0]?.actor;
    assert.deepEqual([actor('tls'), actor('dmarc')], ['receiving admin', 'sending admin']);
  });
});
