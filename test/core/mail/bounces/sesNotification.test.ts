import assert from 'node:assert/strict';
import { readNoticeText } from '../../../../src/core/mail/bounces/noticeText.ts';
import { readSesNotification, type SesNotification } from '../../../../src/core/mail/bounces/sesNotification.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const HEAD = 'From: a@b.test\nSubject: x\n\n';

function read(body: string): SesNotification | undefined {
  const text = HEAD + body;
  return readSesNotification(readNoticeText(text, readMessage(text, new Lines(text), 0, text.length).root));
}

/** The notification with each recipient as `address action status: what was said`. */
function told(text: string): unknown {
  const found = read(text);
  if (found === undefined) return undefined;
  const { recipients, ...rest } = found;
  return {
    ...rest,
    recipients: recipients.map(
      ({ address, action, status, said }) => `${address} ${action} ${status ?? '-'}: ${said ?? '-'}`,
    ),
  };
}

const BOUNCE = {
  notificationType: 'Bounce',
  bounce: {
    bounceType: 'Permanent',
    reportingMTA: 'dns; a1.smtp-out.amazonses.test',
    bouncedRecipients: [
      { emailAddress: 'bob@b.test', action: 'Failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.2 no' },
      { emailAddress: 'eve@b.test', diagnosticCode: 'smtp; 450 4.2.2 full' },
      { emailAddress: 'kim@b.test', action: 'other', status: '' },
      { emailAddress: 'dan@b.test', action: 'delayed', diagnosticCode: 'smtp; 450 full' },
      { emailAddress: '' },
      {},
    ],
  },
  mail: { sourceIp: '192.0.2.1' },
};

const OF_BOUNCE = {
  kind: 'bounce',
  recipients: [
    'bob@b.test failed 5.1.1: smtp; 550 5.1.2 no',
    'eve@b.test failed 4.2.2: smtp; 450 4.2.2 full',
    'kim@b.test failed -: -',
    'dan@b.test delayed -: smtp; 450 full',
  ],
  reportingMta: 'a1.smtp-out.amazonses.test',
  sourceIp: '192.0.2.1',
};

describe('a notification of Amazon SES', () => {
  it('tells of a bounce', () => {
    assert.deepEqual(told(JSON.stringify(BOUNCE)), OF_BOUNCE);
    const { notificationType, ...rest } = BOUNCE;
    assert.deepEqual(told(JSON.stringify({ eventType: notificationType, ...rest })), OF_BOUNCE);
    assert.deepEqual(told(JSON.stringify({ Type: 'Notification', Message: JSON.stringify(BOUNCE) })), OF_BOUNCE);
  });

  it('tells of a complaint and of a delivery', () => {
    assert.deepEqual(
      told(
        JSON.stringify({
          notificationType: 'Complaint',
          complaint: {
            userAgent: 'Loop (1.0)',
            complaintFeedbackType: 'abuse',
            complainedRecipients: [{ emailAddress: 'bob@b.test' }],
          },
        }),
      ),
      { kind: 'complaint', feedbackType: 'abuse', userAgent: 'Loop (1.0)', recipients: ['bob@b.test delivered -: -'] },
    );
    assert.deepEqual(
      told(
        JSON.stringify({
          eventType: 'Delivery',
          delivery: {
            recipients: ['bob@b.test', 'eve@b.test'],
            smtpResponse: '250 2.6.0 ok',
            reportingMTA: 'mx.b.test',
          },
        }),
      ),
      {
        kind: 'delivery',
        reportingMta: 'mx.b.test',
        recipients: ['bob@b.test delivered 2.6.0: 250 2.6.0 ok', 'eve@b.test delivered 2.6.0: 250 2.6.0 ok'],
      },
    );
  });

  it('stands among the words of SNS, broken anywhere', () => {
    const json = JSON.stringify(BOUNCE);
    assert.deepEqual(told(`Hello,\n${json.slice(0, 60)}\r\n${json.slice(60)}\n--\nIf you wish to stop {x}`), OF_BOUNCE);
    const at = read(`Hello,\n${json}`)?.recipients[0];
    assert.deepEqual([at?.start, at?.saidSpan?.start], [HEAD.length + 7, HEAD.length + 7]);
  });

  it('is none where it is other JSON, or none', () => {
    for (const text of [
      '',
      'notificationType',
      '{"a":1}',
      '{"notificationType":"Open"}',
      '{"notificationType":3}',
      '{"notificationType":"Bounce"',
      `x ${JSON.stringify(BOUNCE)}`,
      '{"Message":"\\"notificationType\\""}',
    ])
      assert.equal(told(text), undefined, text);
    assert.deepEqual(told('{"notificationType":"Bounce"}'), { kind: 'bounce', recipients: [] });
    assert.deepEqual(told('{"notificationType":"Bounce","bounce":{"bouncedRecipients":"x"}}'), {
      kind: 'bounce',
      recipients: [],
    });
  });

  it('has at most 200 recipients', () => {
    const bouncedRecipients = Array.from({ length: 201 }, (_, i) => ({ emailAddress: `a${i}@b.test` }));
    assert.equal(
      read(JSON.stringify({ notificationType: 'Bounce', bounce: { bouncedRecipients } }))?.recipients.length,
      200,
    );
  });
});
