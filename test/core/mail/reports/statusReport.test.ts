import assert from 'node:assert/strict';
import { unquotedText } from '../../../../src/core/mail/bounces/pastedNotice.ts';
import { readStatusText } from '../../../../src/core/mail/bounces/statusFields.ts';
import type { DeliveryReport } from '../../../../src/core/mail/message.ts';
import { readFields } from '../../../../src/core/mail/reports/statusReport.ts';

const read = (...lines: readonly string[]): DeliveryReport => {
  const text = lines.join('\n');
  return readFields(readStatusText(unquotedText(text, 0, text.length), 0));
};

const BOB = 'Final-Recipient: rfc822; bob@b.test';

/** What the fields of one recipient say, as `key=value`. */
function told(...lines: readonly string[]): Readonly<Record<string, unknown>> | undefined {
  const [one] = read(...lines).recipients;
  if (one === undefined) return undefined;
  const { start, end, diagnosticSpan, extensions, ...rest } = one;
  assert.ok(start === 0 && end > 0);
  return { ...rest, ...(extensions && { extensions: extensions.map(({ name }) => name) }) };
}

const acts = (expected: string | undefined, ...lines: readonly string[]): void =>
  assert.equal(told(BOB, ...lines)?.action, expected, lines.join(' / '));

describe('what became of mail by its delivery status', () => {
  it('is one of the words of RFC 3464 2.3.3, however it goes on', () => {
    for (const word of ['failed', 'delayed', 'delivered', 'relayed', 'expanded'])
      acts(word, `Action: ${word.toUpperCase()} (x)`, 'Status: 5.0.0');
  });

  it('is told by other words of mailers', () => {
    for (const word of ['failure', 'undeliverable', 'rejected', 'refused', 'bounced', 'error', 'expired', 'returned'])
      acts('failed', `Action: ${word}`);
    for (const word of ['non-delivery', 'nondeliverable', 'not-delivered', 'notdelivered', 'permanent'])
      acts('failed', `Action: ${word}`);
    for (const word of ['delay', 'deferred', 'warning', 'queued', 'temporary', 'transient', 'retrying'])
      acts('delayed', `Action: ${word}`);
    acts('relayed', 'Action: relay');
    for (const word of ['delivery', 'success', 'ok']) acts('delivered', `Action: ${word}`);
    acts(undefined, 'Action: okay');
    acts(undefined, 'Action: x-delay');
    acts(undefined, 'Action: x-relay');
    acts(undefined, 'Action: unknown');
    acts(undefined, 'Action: (failed)');
  });

  it('is told by the class of status or reply without one', () => {
    acts('failed', 'Status: 5.1.1');
    acts('delayed', 'Status: 4.2.2');
    acts('failed', 'Status: 4.4.7');
    acts('delayed', 'Status: 4.4.77');
    acts('delivered', 'Status: 2.0.0');
    acts(undefined, 'Status: 3.0.0');
    acts('delayed', 'Action: x', 'Status: 4.0.0', 'Diagnostic-Code: smtp; 550 no');
    acts('failed', 'Diagnostic-Code: smtp; 550 no');
    acts('delayed', 'Diagnostic-Code: 451 later');
    acts('delivered', 'Diagnostic-Code: X-Local;   250 ok');
    acts(undefined, 'Diagnostic-Code: smtp; 350 x');
    acts(undefined, 'Diagnostic-Code: smtp; 5500 x');
    acts(undefined, 'Diagnostic-Code: no 550');
    acts(undefined);
  });

  it('is told of nobody where the first fields have it', () => {
    const stray = (expected: string | undefined, ...lines: readonly string[]): void =>
      assert.equal(read(...lines).recipients[0]?.action, expected, lines.join());
    stray('failed', 'Reporting-MTA: dns; mx', 'Action: Failed', '', BOB);
    stray('failed', 'Reporting-MTA: dns; mx', 'Action: failed (x)', '', BOB);
    stray(undefined, 'Reporting-MTA: dns; mx', 'Action: (failed)', '', BOB);
    stray('delayed', 'Reporting-MTA: dns; mx', 'Action: failed', '', BOB, 'Action: delayed');
    stray(undefined, BOB, '', 'Original-Recipient: rfc822; c@b.test', 'Action: failed');
  });
});

describe('the fields of a recipient (RFC 3464 2.3)', () => {
  it('are read with and without their types', () => {
    assert.deepEqual(
      told(
        'Original-Recipient: rfc822;robert@b.test',
        'Final-Recipient: <bob@b.test>',
        'Action: failed',
        'Status: 5.1.1 (bad address)',
        'Remote-MTA: dns; mx.b.test',
        'Diagnostic-Code: smtp; 550 5.1.1   no\tsuch user',
        'Last-Attempt-Date: Fri, 20 Nov 2026 10:00:00 +0000',
        'Will-Retry-Until: Sat, 21 Nov 2026 10:00:00 +0000',
        'Final-Log-ID: 4711',
        'X-Extra: 1',
      ),
      {
        action: 'failed',
        status: '5.1.1',
        finalRecipient: 'bob@b.test',
        originalRecipient: 'robert@b.test',
        remoteMta: 'mx.b.test',
        diagnostic: 'smtp; 550 5.1.1 no such user',
        lastAttempt: 'Fri, 20 Nov 2026 10:00:00 +0000',
        willRetryUntil: 'Sat, 21 Nov 2026 10:00:00 +0000',
        finalLogId: '4711',
        extensions: ['X-Extra'],
      },
    );
    assert.deepEqual(told(BOB, 'Remote-MTA: dns;', 'Final-Log-ID:', 'Last-Attempt-Date:', 'Will-Retry-Until:'), {
      finalRecipient: 'bob@b.test',
    });
    assert.deepEqual(told('Final-Recipient: <bob@b.test'), { finalRecipient: '<bob@b.test' });
    assert.deepEqual(told('Final-Recipient: bob@b.test>'), { finalRecipient: 'bob@b.test>' });
  });

  it('have the reply where the status should stand', () => {
    const diagnostic = (written: string): string | undefined =>
      told(BOB, `Status: ${written}`)?.diagnostic as string | undefined;
    for (const written of ['553 Mailbox full', '451 later', '250 ok', '550'])
      assert.equal(diagnostic(written), written);
    for (const written of ['5.1.1', '353 x', '5531 x', 'x 553']) assert.equal(diagnostic(written), undefined);
    assert.equal(told(BOB, 'Status: 553 x', 'Diagnostic-Code: 554 y')?.diagnostic, '554 y');
    assert.equal(told(BOB, 'Status: 1234.1.1')?.status, undefined);
    assert.equal(told(BOB, 'Status: x 5.1.1')?.status, undefined);
  });

  it('may name nobody where they tell of somebody', () => {
    assert.deepEqual(told('Action: failed'), { action: 'failed' });
    assert.deepEqual(told('Diagnostic-Code: 550 no'), { action: 'failed', diagnostic: '550 no' });
    assert.equal(told('Status: 5.0.0'), undefined);
    assert.equal(told('Arrival-Date: x', 'Diagnostic-Code: 550 no'), undefined);
    assert.equal(told('Reporting-MTA: dns; mx', 'Action: failed'), undefined);
    assert.equal(told('Reporting-MTA: dns; mx', 'Action: failed', BOB)?.finalRecipient, 'bob@b.test');
    assert.equal(told('Original-Recipient: rfc822; x@b.test')?.originalRecipient, 'x@b.test');
  });

  it('leave what is known of the report out of the others', () => {
    assert.deepEqual(
      told(
        BOB,
        ...['Reporting-MTA: x', 'Received-From-MTA: x', 'Arrival-Date: x', 'Original-Envelope-Id: x', 'DSN-Gateway: x'],
        'X-Y: z',
      )?.extensions,
      ['X-Y'],
    );
  });
});

describe('the fields of a report (RFC 3464 2.2)', () => {
  it('are those that stand first', () => {
    const { recipients, ...whole } = read(
      'Reporting-MTA: dns; mx.a.test',
      'Received-From-MTA: dns;client.a.test',
      'Arrival-Date: Fri, 20 Nov 2026 10:00:00 +0000; x',
      'Original-Envelope-Id: id;1',
      '',
      BOB,
      'Reporting-MTA: dns; other',
    );
    assert.equal(recipients.length, 1);
    assert.deepEqual(whole, {
      format: 'rfc3464',
      reportingMta: 'mx.a.test',
      receivedFromMta: 'client.a.test',
      arrivalDate: 'Fri, 20 Nov 2026 10:00:00 +0000; x',
      envelopeId: 'id;1',
    });
    assert.equal(read('Reporting-MTA: dns;', '', BOB, 'Reporting-MTA: dns; mx').reportingMta, 'mx');
  });

  it('may tell of several without a line between them', () => {
    const addresses = (...lines: readonly string[]): readonly unknown[] =>
      read(...lines).recipients.map((one) => [one.originalRecipient, one.finalRecipient, one.action]);
    const [a, b] = ['a@b.test', 'b@b.test'];
    assert.deepEqual(addresses(`Final-Recipient: ${a}`, 'Action: failed', `Final-Recipient: ${b}`, 'Action: delayed'), [
      [undefined, a, 'failed'],
      [undefined, b, 'delayed'],
    ]);
    assert.deepEqual(addresses(`Action: failed`, `Final-Recipient: ${a}`, 'Action: delayed', `Final-Recipient: ${b}`), [
      [undefined, a, 'failed'],
      [undefined, b, 'delayed'],
    ]);
    assert.deepEqual(
      addresses(
        ...['Original-Recipient: x', `Final-Recipient: ${a}`, 'Action: failed'],
        ...['Original-Recipient: y', `Final-Recipient: ${b}`, 'Action: delayed'],
      ),
      [
        ['x', a, 'failed'],
        ['y', b, 'delayed'],
      ],
    );
    assert.deepEqual(
      addresses(
        ...[`Final-Recipient: ${a}`, 'Original-Recipient: x', 'Action: failed'],
        ...[`Final-Recipient: ${b}`, 'Original-Recipient: y', 'Action: delayed'],
      ),
      [
        ['x', a, 'failed'],
        ['y', b, 'delayed'],
      ],
    );
  });
});
