import assert from 'node:assert/strict';
import type { DeliveryReport } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { isDeliveryStatus } from '../../../../src/core/mail/reports/deliveryReport.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { spanText } from '../../../../src/core/text/span.ts';

const lined = (...lines: string[]): string => lines.join('\n');

function report(text: string): DeliveryReport | undefined {
  const lines = new Lines(text);
  return readMessage(text, lines, 0, text.length).report;
}

/** A multipart/report with the words for people and the groups of fields. */
const dsn = (words: string, ...groups: readonly string[]): string =>
  lined(
    'From: MAILER-DAEMON@mx.contoso.test',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    '',
    words,
    '--b',
    'Content-Type: message/delivery-status',
    '',
    groups.join('\n\n'),
    '',
    '--b--',
  );

describe('a delivery report of RFC 3464', () => {
  it('says what holds for all recipients', () => {
    const whole = lined(
      'Reporting-MTA: dns; mx.contoso.test',
      'Received-From-MTA: dns; client.contoso.test',
      'Arrival-Date: Sat, 21 Nov 2026 20:11:38 +0000',
      'Original-Envelope-Id: QQ314159',
    );
    const read = report(dsn('sorry', whole, 'Final-Recipient: rfc822; a@fabrikam.test\nAction: failed\nStatus: 5.1.1'));
    assert.deepEqual(
      [read?.format, read?.reportingMta, read?.receivedFromMta, read?.arrivalDate, read?.envelopeId],
      ['rfc3464', 'mx.contoso.test', 'client.contoso.test', 'Sat, 21 Nov 2026 20:11:38 +0000', 'QQ314159'],
    );
  });

  it('says what was done, in a word of RFC 3464 2.3.3, one that means the same, or not at all', () => {
    const actions = (...stated: readonly string[]) =>
      report(
        dsn('x', ...stated.map((one) => `Final-Recipient: rfc822; a@fabrikam.test\nAction: ${one}`)),
      )?.recipients.map(({ action }) => action);
    assert.deepEqual(actions('Failed', 'delayed (will try)', 'delivered', 'relayed', 'expanded', 'bounced', 'eaten'), [
      ...['failed', 'delayed', 'delivered', 'relayed', 'expanded', 'failed'],
      undefined,
    ]);
    assert.equal(report(dsn('x', 'Action: bounced'))?.recipients.length, 1);
    // @ts-expect-error an action that no report has
    assert.notEqual(report(dsn('x', 'Action: failed'))?.recipients[0]?.action === 'faild', true);
  });

  it('has the format of its mailer', () => {
    const format = report(dsn('x', 'Final-Recipient: rfc822; a@fabrikam.test\nAction: failed'))?.format;
    assert.equal(format, 'rfc3464');
    // @ts-expect-error a format that no mailer has
    assert.notEqual(format === 'qmial', true);
  });

  it('says of each recipient when it was tried, and what mailers add', () => {
    const [recipient] =
      report(
        dsn(
          'later',
          'Reporting-MTA: dns; mx.contoso.test',
          lined(
            'Final-Recipient: utf-8; grün@fabrikam.test',
            'Action: delayed',
            'Status: 4.4.1 (no connection)',
            'Last-Attempt-Date: Sat, 21 Nov 2026 20:11:38 +0000',
            'Will-Retry-Until: Thu, 26 Nov 2026 20:11:38 +0000',
            'Final-Log-ID: 42',
            'X-Postfix-Queue-ID: 4F1',
          ),
        ),
      )?.recipients ?? [];
    assert.deepEqual(
      [recipient?.finalRecipient, recipient?.action, recipient?.status, recipient?.finalLogId],
      ['grün@fabrikam.test', 'delayed', '4.4.1', '42'],
    );
    assert.equal(recipient?.lastAttempt, 'Sat, 21 Nov 2026 20:11:38 +0000');
    assert.equal(recipient?.willRetryUntil, 'Thu, 26 Nov 2026 20:11:38 +0000');
    assert.deepEqual(
      recipient?.extensions?.map(({ name }) => name),
      ['X-Postfix-Queue-ID'],
    );
  });

  it('has each recipient where the empty lines between them are missing', () => {
    const read = report(
      dsn(
        'sorry',
        lined(
          'Reporting-MTA: dns; mx.contoso.test',
          'Final-Recipient: rfc822; a@fabrikam.test',
          'Action: failed',
          'Status: 5.1.1',
          'Final-Recipient: rfc822; b@fabrikam.test',
          'Action: failed',
          'Status: 5.2.2',
        ),
      ),
    );
    assert.deepEqual(
      read?.recipients.map(({ finalRecipient, status }) => [finalRecipient, status]),
      [
        ['a@fabrikam.test', '5.1.1'],
        ['b@fabrikam.test', '5.2.2'],
      ],
    );
  });

  it('has what the words for people say of a recipient, and where', () => {
    const text = dsn(
      '<a@fabrikam.test>: host mx.fabrikam.test said: 550 5.1.1 No such user',
      'Reporting-MTA: dns; x',
      'Final-Recipient: rfc822; a@fabrikam.test\nAction: failed\nStatus: 5.0.0',
    );
    const recipient = report(text)?.recipients[0];
    assert.equal(recipient?.words, '550 5.1.1 No such user');
    assert.equal(recipient?.wordsSpan && spanText(text, recipient.wordsSpan), '550 5.1.1 No such user');
    assert.equal(recipient?.diagnostic, undefined);
  });

  it('is found in a text that has lost its boundaries', () => {
    const text = lined(
      'From: MAILER-DAEMON@mx.contoso.test',
      'Subject: Returned mail',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=lost',
      '',
      'The original message could not be delivered.',
      '',
      'Reporting-MTA: dns; mx.contoso.test',
      '',
      'Final-Recipient: rfc822; a@fabrikam.test',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1',
      ' no such user',
      '',
      'Received: from x by y; Sat, 21 Nov 2026 20:11:38 +0000',
      'From: c@contoso.test',
    );
    const read = report(text);
    const recipient = read?.recipients[0];
    assert.deepEqual([read?.format, read?.recipients.length, recipient?.status], ['rfc3464', 1, '5.1.1']);
    assert.equal(
      recipient?.diagnosticSpan && spanText(text, recipient.diagnosticSpan),
      ' smtp; 550 5.1.1\n no such user',
    );
  });

  it('of a message inside counts where the message around it names nobody', () => {
    const inner = dsn('x', 'Reporting-MTA: dns; x', 'Final-Recipient: rfc822; a@b.test\nAction: failed\nStatus: 5.1.1');
    const text = lined(
      'From: MAILER-DAEMON@gateway.test',
      'Subject: Returned mail',
      'Content-Type: multipart/mixed; boundary=o',
      '',
      '--o',
      '',
      'There were errors.',
      '--o',
      'Content-Type: message/rfc822',
      '',
      inner,
      '--o--',
    );
    assert.equal(report(text)?.recipients[0]?.finalRecipient, 'a@b.test');
  });
});

it('the fields of a delivery report have two types, RFC 3464 2.1 and RFC 6533 3', () => {
  for (const type of ['message/delivery-status', 'message/global-delivery-status']) {
    assert.equal(isDeliveryStatus(type), true, type);
  }
  for (const type of ['', 'message/global', 'text/plain']) assert.equal(isDeliveryStatus(type), false, type);
});
