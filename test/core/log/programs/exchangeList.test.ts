import assert from 'node:assert/strict';
import { newDraft } from '../../../../src/core/log/draft.ts';
import { endOfList, isListRow, readExchangeList, startsList } from '../../../../src/core/log/programs/exchangeList.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const starts = (...rows: readonly string[]): boolean => startsList(rows.join('\n'), 0);
const end = (...rows: readonly string[]): number => endOfList(new Lines(rows.join('\n')), 0);

/** What a list says, in one line. */
function told(...rows: readonly string[]): string {
  const text = rows.join('\n');
  const word = { start: 0, end: text.length, text };
  const draft = newDraft('exchange-list', word);
  readExchangeList(draft, word);
  const { sender, recipients, outcome, relay, client, reply, status, subject, queueId, messageId, reason } = draft;
  return [
    queueId && `id ${queueId.text}`,
    messageId && `message ${messageId.text}`,
    sender && `from ${sender.text}`,
    recipients.length > 0 && `to ${recipients.map((one) => one.text).join(' ')}`,
    outcome,
    relay && `at ${relay.text}`,
    client && `by ${client.text}`,
    reply && `said ${reply.text}`,
    status && `status ${status.text}`,
    subject && `about ${subject.text}`,
    reason && !reply && `for ${reason.text}`,
  ]
    .filter(Boolean)
    .join(', ');
}

describe('a list of Exchange', () => {
  it('has two properties or more, one of which no other list has', () => {
    for (const row of [
      ...['ReleaseStatus : NOTRELEASED', 'QuarantineTypes  : Spam', 'RecipientStatus: {}', 'EventId : FAIL'],
      ...[
        'Message Trace ID : 1',
        'MessageTraceId : 1',
        'RecipientAddress : b@contoso.test',
        'SenderAddress : a@a.test',
      ],
      ...['NextHopDomain : contoso.test', 'LastError : x', 'InternalMessageId : 1', 'NetworkMessageId : 1'],
      ...['InternetMessageId : 1', 'DeferReason : x', 'Reason : [{LED=550 5.1.1 x};{MSG=}]', 'Data : {LRT=450 x}'],
    ]) {
      assert.equal(starts(row, 'Subject : x'), true, row);
      assert.equal(starts('Subject : x', row), true, row);
      assert.equal(starts(row), false, row);
      assert.equal(starts(row, 'words'), false, row);
      assert.equal(starts(`> ${row}`, '> Subject : x'), true, row);
    }
    assert.equal(starts('Subject : x', 'Status : y', 'Size : 1', 'Date : z'), false);
    assert.equal(starts('Subject : x', 'Status : y', 'Size : 1', 'EventId : FAIL'), true);
    assert.equal(starts('Subject : x', 'Status : y', '         and more', 'EventId : FAIL'), true);
    assert.equal(starts('Subject : x', 'Status : y', 'words', 'EventId : FAIL'), false);
    assert.equal(starts('Subject : x', '', 'EventId : FAIL'), true);
    assert.equal(starts('Subject : x\r', '\r', 'EventId : FAIL'), true);
    assert.equal(starts('Colour : x', 'EventId : FAIL'), false);
    assert.equal(startsList('words\nSubject : x\nEventId : FAIL', 6), true);
    assert.equal(starts('Subject : x', `Status : ${'y'.repeat(4100)}`, 'EventId : FAIL'), false);
    assert.deepEqual(
      ['  > EventId: x', 'EventId x', 'Events : x', '                 EventId : x'].map((row) => isListRow(row, 0)),
      [true, false, false, false],
    );
  });

  it('ends where a name comes again, or other words do', () => {
    assert.equal(end('Subject : x', 'EventId : FAIL'), 2);
    assert.equal(end('Subject : x', 'EventId : FAIL', 'Subject : y'), 2);
    assert.equal(end('Subject : x', '          more', '550 5.1.1 no', 'EventId : FAIL', 'words', 'Size : 1'), 4);
    assert.equal(end('Subject : x', '451-4.7.1 no', '650 x'), 2);
    assert.equal(end('Subject : x', '  x'), 1);
    assert.equal(end('Subject : x', '', 'EventId : FAIL'), 3);
    assert.equal(end('Subject : x', '', 'EventId : FAIL', '', 'Size : 1', '', '', 'Date : 1'), 5);
    assert.equal(end('Subject : x', 'EventId : FAIL', '', 'Size : 1'), 2);
    assert.equal(end('words'), 1);
  });

  it('tells of the message', () => {
    assert.equal(
      told(
        'Sender : a@a.test',
        'Recipients : {b@contoso.test, c@contoso.test}',
        'EventId : FAIL',
        'Source : SMTP',
        'MessageSubject : Hello',
      ),
      'from a@a.test, to b@contoso.test c@contoso.test, bounced, status FAIL, about Hello',
    );
    assert.equal(
      told('RecipientAddress : b@contoso.test', 'Subject : Hello', 'Status : Failed', 'MessageId : <n1@a.test>'),
      'message n1@a.test, to b@contoso.test, bounced, status Failed, about Hello',
    );
    assert.equal(
      told(
        'RecipientStatus : {[{LRT=};{LED=550 5.1.1 User unknown};{FQDN=mx.contoso.test};{IP=192.0.2.1}]}',
        'EventId : FAIL',
      ),
      'bounced, at mx.contoso.test, said 550 5.1.1 User unknown, status FAIL',
    );
    assert.equal(
      told(
        'Identity : EX1\\3',
        'NextHopDomain : contoso.test',
        'LastError : 451 4.4.0 DNS query failed',
        'Status : Retry',
      ),
      'id EX1\\3, deferred, at contoso.test, said 451 4.4.0 DNS query failed, status Retry',
    );
    assert.equal(
      told('Identity : EX1\\3', 'NextHopDomain : contoso.test', 'LastError : cannot connect', 'Status : Ready'),
      'id EX1\\3, deferred, at contoso.test, status Ready, for cannot connect',
    );
    assert.equal(
      told('Identity : EX1\\3', 'NextHopDomain : contoso.test', 'LastError :', 'Status : Ready'),
      'id EX1\\3, at contoso.test, status Ready',
    );
    assert.equal(told('ReleaseStatus : NOTRELEASED', 'Subject : x'), 'quarantined, about x');
    assert.equal(told('ReleaseStatus : RELEASED', 'Subject : x'), 'about x');
    assert.equal(told('QuarantineTypes : HighConfPhish', 'SenderAddress : a@a.test'), 'from a@a.test, quarantined');
    assert.equal(
      told('Event : Fail', 'Detail : Reason: [{LED=550 5.1.1 to <b@contoso.test> no', '         such user};{MSG=}]'),
      'to b@contoso.test, bounced, said 550 5.1.1 to <b@contoso.test> no such user, status Fail',
    );
    assert.equal(
      told('Event : Fail', 'Detail : 550 mail for b@contoso.test, for c@contoso.test'),
      'bounced, said 550 mail for b@contoso.test, for c@contoso.test, status Fail',
    );
    assert.equal(
      told('Event : Fail', 'Detail : 550 mail for b@contoso.test, <b@contoso.test>'),
      'to b@contoso.test, bounced, said 550 mail for b@contoso.test, <b@contoso.test>, status Fail',
    );
    assert.equal(
      told('Event : Fail', 'RecipientAddress : c@contoso.test', 'Detail : 550 mail for b@contoso.test'),
      'to c@contoso.test, bounced, said 550 mail for b@contoso.test, status Fail',
    );
  });
});
