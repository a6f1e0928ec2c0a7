import assert from 'node:assert/strict';
import { handedOver } from '../../../../src/core/mail/bounces/handedOver.ts';
import { readNoticeText } from '../../../../src/core/mail/bounces/noticeText.ts';
import {
  findStatusLine,
  readEncodedGroups,
  readFieldsAround,
  readStatusText,
  splitGroup,
} from '../../../../src/core/mail/bounces/statusFields.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const HEAD = 'Subject: x\n\n';

/** The words of a message of these lines, and how a group of fields in them reads. */
function noticeOf(...body: readonly string[]) {
  const text = `${HEAD}${body.join('\n')}`;
  const { root } = readMessage(text, new Lines(text), 0, text.length);
  const told = (group: {
    readonly fields: readonly { name: string; value: string; start: number; end: number }[];
    start: number;
    end: number;
  }): string => {
    for (const { name, start } of group.fields) assert.equal(text.slice(start, start + name.length), name);
    assert.ok(text.slice(group.start, group.end).startsWith(group.fields[0]?.name ?? ''));
    return group.fields.map(({ name, value }) => `${name}=${value}`).join(', ');
  };
  return { text, part: root, notice: readNoticeText(text, root), told };
}

describe('fields of a delivery status in words', () => {
  it('start where one of them does', () => {
    const line = (feedback: boolean, pasted: boolean, ...text: readonly string[]): number | undefined =>
      findStatusLine(new Lines(text.join('\n')), text.length, feedback, pasted);
    for (const name of [
      'Reporting-MTA',
      'final-recipient',
      'Original-Recipient',
      'Arrival-Date',
      'Original-Envelope-Id',
      'DSN-Gateway',
    ])
      assert.equal(line(false, false, 'words', `${name} : x`), 1, name);
    for (const name of ['Action', 'Status', 'Diagnostic-Code', 'Remote-MTA', 'Final-Recipient']) {
      assert.equal(line(false, true, 'words', `${name}: x`), 1, name);
      if (name !== 'Final-Recipient') assert.equal(line(false, false, 'words', `${name}: x`), undefined, name);
    }
    assert.equal(line(true, false, 'Final-Recipient: x', 'Feedback-Type: abuse'), 1);
    assert.equal(line(false, false, 'Feedback-Type: abuse', ' Final-Recipient: x', 'Final-Recipients: x'), undefined);
    assert.equal(findStatusLine(new Lines('a\nAction: x'), 1, false, true), undefined);
    assert.equal(findStatusLine(new Lines('a'), 9), undefined);
  });

  it('stand in groups with empty lines between, up to something else', () => {
    const read = (pasted: boolean, first: number, ...body: readonly string[]): readonly string[] => {
      const { notice, told } = noticeOf(...body);
      return readStatusText(notice, first, pasted).map(told);
    };
    const groups = [
      'Reporting-MTA: dns; mx',
      'X-Queue: 1',
      '',
      '',
      'Final-Recipient: rfc822;bob@fabrikam.test',
      ' (Bob)',
      'Action: failed',
      '',
      'words',
      'Action: delayed',
    ];
    const first = 'Reporting-MTA=dns; mx, X-Queue=1';
    const second = 'Final-Recipient=rfc822;bob@fabrikam.test (Bob), Action=failed';
    assert.deepEqual(read(false, 0, ...groups), [first, second]);
    assert.deepEqual(read(false, 4, ...groups), [second]);
    assert.deepEqual(read(false, 0, 'words', ...groups), []);
    assert.deepEqual(read(true, 0, 'words', ...groups), [second]);
    assert.deepEqual(read(true, 0, ...groups, 'Final-Recipient: rfc822;eve@fabrikam.test'), [
      first,
      second,
      'Final-Recipient=rfc822;eve@fabrikam.test',
    ]);
    const far = (count: number): readonly string[] =>
      read(true, 0, ...Array<string>(count).fill('words'), 'original-recipient: x');
    assert.deepEqual([far(11), far(12)], [['original-recipient=x'], []]);
    assert.deepEqual(read(false, 0, 'Action: failed', '--b', 'Status: 5.0.0'), ['Action=failed']);
    for (const name of [
      'Feedback-Type',
      'Status',
      'Received-From-MTA',
      'X-Any',
      'Diagnostic-Code',
      'Remote-MTA',
      'Original-Recipient',
      'Arrival-Date',
    ])
      assert.deepEqual(read(false, 0, `${name}: x`), [`${name}=x`], name);
  });

  it('may be a part of their own, or stand around one that is found', () => {
    const { text, part, told } = noticeOf('', 'A: 1', '', ' ', 'B: 2', 'C: 3');
    assert.deepEqual(readEncodedGroups(text, part).map(told), ['A=1', 'B=2, C=3']);
    assert.deepEqual(
      readEncodedGroups(text, part).map(({ start, end }) => text.slice(start, end)),
      ['A: 1', 'B: 2\nC: 3'],
    );
    const around = noticeOf(
      'words here',
      'Remote-MTA: dns; mx',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp;',
      ' 550 No',
      'words there',
      'Action: x',
    );
    const whole = 'Remote-MTA=dns; mx, Status=5.1.1, Diagnostic-Code=smtp; 550 No';
    for (const line of [1, 2, 3]) assert.equal(around.told(readFieldsAround(around.notice, line)), whole, `${line}`);
    const { start, end } = readFieldsAround(around.notice, 2);
    assert.equal(around.text.slice(start, end), 'Remote-MTA: dns; mx\nStatus: 5.1.1\nDiagnostic-Code: smtp;\n 550 No');
    const many = noticeOf(...Array.from({ length: 60 }, (_, i) => `X-A${i}: ${i}`));
    assert.equal(readFieldsAround(many.notice, 50).fields.length, 50);
    assert.equal(readFieldsAround(many.notice, 40).fields.length, 60);
  });

  it('are split where the next recipient begins without an empty line', () => {
    const split = (...body: readonly string[]): readonly string[] => {
      const { notice, told } = noticeOf(...body);
      return readStatusText(notice, 0).flatMap(splitGroup).map(told);
    };
    assert.deepEqual(split('Final-Recipient: a', 'Action: failed', 'Final-Recipient: b', 'Action: delayed'), [
      'Final-Recipient=a, Action=failed',
      'Final-Recipient=b, Action=delayed',
    ]);
    assert.deepEqual(
      split('Original-Recipient: a', 'Final-Recipient: a', 'Status: 5', 'Original-Recipient: b', 'Final-Recipient: b'),
      ['Original-Recipient=a, Final-Recipient=a, Status=5', 'Original-Recipient=b, Final-Recipient=b'],
    );
    assert.deepEqual(split('Final-Recipient: a', 'Status: 5', 'Original-Recipient: b', 'Final-Recipient: b'), [
      'Final-Recipient=a, Status=5',
      'Original-Recipient=b, Final-Recipient=b',
    ]);
    assert.deepEqual(split('Original-Recipient: a', 'Status: 5', 'Final-Recipient: b', 'Original-Recipient: b'), [
      'Original-Recipient=a, Status=5',
      'Final-Recipient=b, Original-Recipient=b',
    ]);
    assert.deepEqual(split('Action: failed', 'Final-Recipient: a', 'Action: delayed', 'Final-Recipient: b'), [
      'Action=failed, Final-Recipient=a',
      'Action=delayed, Final-Recipient=b',
    ]);
    assert.deepEqual(split('Reporting-MTA: x', 'Final-Recipient: a', 'Action: failed'), [
      'Reporting-MTA=x, Final-Recipient=a, Action=failed',
    ]);
    const { notice, text } = noticeOf('Final-Recipient: a', 'Action: failed', 'Final-Recipient: b', 'Action: delayed');
    const [one, two] = readStatusText(notice, 0).flatMap(splitGroup);
    assert.equal(text.slice(one?.start, one?.end), 'Final-Recipient: a\nAction: failed');
    assert.equal(text.slice(two?.start, two?.end), 'Final-Recipient: b\nAction: delayed');
  });
});

describe('what Postfix says of a recipient whose mail was handed over', () => {
  const over = (...body: readonly string[]) => {
    const { notice, text } = noticeOf(...body);
    const found = handedOver(notice, 'Bob@fabrikam.test', body.length);
    return (
      found && [
        found.said,
        found.status,
        found.remoteMta,
        text.slice(found.saidSpan.start, found.saidSpan.end).split('\n').length,
      ]
    );
  };

  it('is the reply of the next server, or what local delivery did', () => {
    const via = '<bob@fabrikam.test>: delivery via mx.fabrikam.test[192.0.2.1]:25:';
    assert.deepEqual(over(`${via} 250 2.0.0 Ok: queued as 4F1A`), [
      '250 2.0.0 Ok: queued as 4F1A',
      undefined,
      'mx.fabrikam.test',
      1,
    ]);
    assert.deepEqual(over('x', ` ${via}`, '    250 2.0.0 Ok', 'y'), ['250 2.0.0 Ok', undefined, 'mx.fabrikam.test', 2]);
    assert.deepEqual(over(`${via} 250 Ok`, '    2.0.0 Ok', '  and', '  so', '  on')?.[3], 4);
    assert.deepEqual(over('<bob@fabrikam.test>: delivery via local: delivered to mailbox'), [
      'delivered to mailbox',
      '2.0.0',
      undefined,
      1,
    ]);
    assert.deepEqual(
      over('<bob@fabrikam.test> (expanded from <x@fabrikam.test>): delivery via local: forwarded to bob'),
      ['forwarded to bob', '2.0.0', undefined, 1],
    );
    assert.deepEqual(over(`${via} 250 first`, `${via} 250 last`), ['250 last', undefined, 'mx.fabrikam.test', 1]);
  });

  it('is nothing where it was not, or of another recipient', () => {
    assert.equal(over('<bob@fabrikam.test>: delivery via mx.fabrikam.test[192.0.2.1]:25: 550 No'), undefined);
    assert.equal(over('<eve@fabrikam.test>: delivery via local: delivered to mailbox'), undefined);
    assert.equal(over('x <bob@fabrikam.test>: delivery via local: delivered to mailbox'), undefined);
    assert.equal(
      over('<bob@fabrikam.test>: delivery via local: delivered to mailbox', '<bob@fabrikam.test>: gone'),
      undefined,
    );
    assert.equal(
      over(...Array<string>(400).fill('x'), '<bob@fabrikam.test>: delivery via local: delivered to mailbox'),
      undefined,
    );
    assert.notEqual(
      over(...Array<string>(399).fill('x'), '<bob@fabrikam.test>: delivery via local: delivered to mailbox'),
      undefined,
    );
  });
});
