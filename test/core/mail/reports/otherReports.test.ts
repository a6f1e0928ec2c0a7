import assert from 'node:assert/strict';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const lined = (...lines: string[]): string => lines.join('\n');
const read = (text: string): Message => readMessage(text, new Lines(text), 0, text.length);

const report = (type: string, contentType: string, ...fields: readonly string[]): string =>
  lined(
    'From: fbl@fabrikam.test',
    `Content-Type: multipart/report; report-type=${type}; boundary=b`,
    '',
    '--b',
    '',
    'words',
    '--b',
    `Content-Type: ${contentType}`,
    '',
    ...fields,
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'To: carol@fabrikam.test',
    'Subject: news',
    '',
    'x',
    '--b--',
  );

describe('a feedback report', () => {
  it('says who complained of what', () => {
    const { feedback, report: delivery } = read(
      report(
        'feedback-report',
        'message/feedback-report',
        'Feedback-Type: abuse',
        'User-Agent: Fabrikam/1.0',
        'Version: 1',
        'Original-Rcpt-To: <bob@fabrikam.test>',
        'Original-Rcpt-To: dave@fabrikam.test',
        'Original-Mail-From: <news@contoso.test>',
        'Source-IP: 192.0.2.1',
        'Incidents: 3',
      ),
    );
    assert.equal(delivery, undefined);
    assert.deepEqual(
      [feedback?.type, feedback?.recipients, feedback?.sender, feedback?.sourceIp, feedback?.incidents],
      ['abuse', ['bob@fabrikam.test', 'dave@fabrikam.test'], 'news@contoso.test', '192.0.2.1', 3],
    );
  });

  it('that names nobody is about whom the message went to', () => {
    const text = report('feedback-report', 'message/feedback-report', 'Feedback-Type: fraud', 'Incidents: nonsense');
    assert.deepEqual(read(text).feedback?.recipients, ['carol@fabrikam.test']);
    assert.equal(read(text).feedback?.incidents, 1);
  });

  it('of RFC 6591 says which check failed', () => {
    const text = report(
      'feedback-report',
      'message/feedback-report',
      'Feedback-Type: auth-failure',
      'Auth-Failure: dmarc',
    );
    assert.deepEqual([read(text).feedback?.type, read(text).feedback?.authFailure], ['auth-failure', 'dmarc']);
  });

  it('of Microsoft is a message and a subject', () => {
    const text = lined(
      'From: staff@hotmail.com',
      'Subject: complaint about message from 192.0.2.7',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'X-HmXmrOriginalRecipient: bob@outlook.test',
      'From: News <news@contoso.test>',
      '',
      'x',
      '--b--',
    );
    const { feedback } = read(text);
    assert.deepEqual([feedback?.sourceIp, feedback?.recipients], ['192.0.2.7', ['bob@outlook.test']]);
  });
});

describe('the kind of a feedback report', () => {
  const typeOf = (stated: string) =>
    read(report('feedback-report', 'message/feedback-report', `Feedback-Type: ${stated}`, 'Version: 1')).feedback?.type;

  it('is one that is known, or another', () => {
    assert.equal(typeOf('Auth-Failure'), 'auth-failure');
    assert.equal(typeOf('opt-out (list)'), 'opt-out');
    assert.equal(typeOf('miscategorized'), 'other');
    // @ts-expect-error a kind that no report has
    assert.notEqual(read('').feedback?.type === 'abuze', true);
  });
});

describe('a disposition notification', () => {
  it('says what became of the message', () => {
    const { disposition } = read(
      report(
        'disposition-notification',
        'message/disposition-notification',
        'Final-Recipient: rfc822; bob@fabrikam.test',
        'Original-Message-ID: <1@contoso.test>',
        'Disposition: manual-action/MDN-sent-manually; Displayed',
      ),
    );
    assert.deepEqual(
      [disposition?.disposition, disposition?.mode, disposition?.finalRecipient, disposition?.originalMessageId],
      ['displayed', 'manual-action/mdn-sent-manually', 'bob@fabrikam.test', '<1@contoso.test>'],
    );
  });

  it('may add that something went wrong', () => {
    const { disposition } = read(
      report(
        'disposition-notification',
        'message/disposition-notification',
        'Disposition: automatic-action/MDN-sent-automatically; processed/error',
        'Error: no room',
      ),
    );
    assert.deepEqual(
      [disposition?.disposition, disposition?.modifier, disposition?.failure],
      ['processed', 'error', 'no room'],
    );
    const broken = read(report('disposition-notification', 'message/disposition-notification', 'Disposition: what'));
    assert.deepEqual([broken.disposition?.disposition, broken.disposition?.stated], [undefined, undefined]);
    const strange = read(
      report('disposition-notification', 'message/disposition-notification', 'Disposition: automatic-action; burnt'),
    );
    assert.deepEqual([strange.disposition?.disposition, strange.disposition?.stated], [undefined, 'burnt']);
  });
});

describe('an automatic answer', () => {
  const from = (...fields: string[]): string | undefined =>
    read(lined('From: Bob <bob@fabrikam.test>', ...fields, '', 'I am away.')).automaticReply?.from;

  it('says so in its header', () => {
    assert.equal(from('Subject: x', 'Auto-Submitted: auto-replied (vacation)'), 'bob@fabrikam.test');
    assert.equal(from('Subject: x', 'X-Autoreply: yes'), 'bob@fabrikam.test');
    assert.equal(from('Subject: Automatic reply: news', 'In-Reply-To: <1@contoso.test>'), 'bob@fabrikam.test');
    assert.equal(from('Return-Path: <>', 'Subject: Out of office'), 'bob@fabrikam.test');
  });

  it('says so in the fields of programs that are older than the standard', () => {
    for (const field of [
      'X-Autorespond: I am away',
      'X-Apple-Action: vacation',
      'X-Autogenerated: Reply',
      'X-Mail-Autoreply: out',
      'X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent OOF',
      'X-MS-Exchange-Inbox-Rules-Loop: bob@fabrikam.test',
      'X-Vacation: bob',
      'X-Autoreply-From: bob@fabrikam.test',
      'X-Autoresponder: 1',
      'Delivered-By-The-Graces-Of: The Vacation program',
      'X-Mailer: vacation 1.2.6',
      'X-Mailer: Auto-Responder',
      'X-Precedence: auto_reply',
      'Precedence: auto_reply',
      'X-Zarafa-Vacation: yes',
    ])
      assert.equal(from('Subject: x', field), 'bob@fabrikam.test', field);
    const rule = 'X-MS-Exchange-Inbox-Rules-Loop: bob@fabrikam.test';
    assert.equal(from('Subject: FW: x', rule), undefined);
    assert.equal(from('Subject: x', rule.replace('bob', 'carol')), undefined);
    for (const field of ['X-Autoreply: no', 'X-Mailer: Thunderbird', 'Precedence: bulk', 'X-Autogenerated: Report'])
      assert.equal(from('Subject: x', field), undefined, field);
  });

  it('says so in its first words alone, where it comes back with the null reverse-path', () => {
    const answer = (subject: string, words: string, ...header: readonly string[]) =>
      read(lined(...header, 'From: Bob <bob@fabrikam.test>', `Subject: ${subject}`, '', words)).automaticReply;
    for (const words of [
      'Thank you for your e-mail. I am travelling this week.',
      'Thanks for contacting us. We will answer soon.',
      'I am at a conference with limited access to email until Friday.',
      'I no longer work here. Please write to carol@fabrikam.test.',
      'Vielen Dank für Ihre Nachricht. Ich lese sie am Montag.',
      'Merci pour votre message.',
      'Gracias por su correo.',
      'Obrigado pelo seu e-mail.',
      'Grazie per la Sua e-mail.',
      'Bedankt voor uw bericht.',
      'Dziękuję za wiadomość.',
      'Спасибо за ваше письмо.',
    ]) {
      assert.deepEqual([answer('Re: Offer', words, 'Return-Path: <>')?.arrived, words], [true, words]);
      assert.equal(answer('Re: Offer', words), undefined);
    }
    assert.equal(answer('Offer', 'Thank you for your order! Claim your prize.', 'Return-Path: <>'), undefined);
    assert.equal(
      answer('Offer', 'Thank you for your e-mail, which could not be delivered.', 'Return-Path: <>'),
      undefined,
    );
    assert.equal(
      answer('Offer', 'Thank you for your e-mail.', 'Return-Path: <>', 'List-Id: <a.contoso.test>'),
      undefined,
    );
  });

  it('may be nobody\u2019s', () => {
    const { automaticReply } = read(lined('Subject: x', 'Auto-Submitted: auto-replied', '', 'I am away.'));
    assert.ok(automaticReply !== undefined && !('from' in automaticReply));
  });

  it('is nothing that a person writes', () => {
    assert.equal(from('Subject: Out of office next week?'), undefined);
    assert.equal(from('Subject: x', 'Auto-Submitted: no'), undefined);
    assert.equal(from('Subject: x', 'Auto-Submitted: auto-generated'), undefined);
  });
});

describe('a complaint in a form of its own', () => {
  it('is what SES says of one by SNS, of the kind that it names', () => {
    const sns = (complaint: object): Message =>
      read(
        lined(
          'From: AWS Notifications <no-reply@sns.amazonaws.com>',
          'To: ann@contoso.test',
          'Subject: AWS Notification Message',
          'Content-Type: text/plain; charset=utf-8',
          '',
          JSON.stringify({
            notificationType: 'Complaint',
            complaint: {
              complainedRecipients: [{ emailAddress: 'bob@fabrikam.test' }],
              timestamp: '2026-11-21T09:00:00.000Z',
              ...complaint,
            },
            mail: { source: 'ann@contoso.test', destination: ['bob@fabrikam.test'], sourceIp: '192.0.2.7' },
          }),
          '',
        ),
      );
    const told = (complaint: object): unknown => {
      const { feedback } = sns(complaint);
      return (
        feedback && [
          feedback.type,
          feedback.format,
          feedback.recipients.join(),
          feedback.incidents,
          feedback.sourceIp,
          feedback.userAgent,
        ]
      );
    };
    assert.deepEqual(told({ userAgent: 'Fabrikam FBL', complaintFeedbackType: 'fraud' }), [
      'fraud',
      'notice',
      'bob@fabrikam.test',
      1,
      '192.0.2.7',
      'Fabrikam FBL',
    ]);
    assert.deepEqual(told({}), ['abuse', 'notice', 'bob@fabrikam.test', 1, '192.0.2.7', undefined]);
    assert.equal(sns({}).report, undefined);
  });

  it('is Apple’s mail that asks to stop', () => {
    const apple = (value: string): Message =>
      read(
        lined(
          'From: Bob <bob@icloud.test>',
          'To: leave-list@contoso.test',
          'Subject: Unsubscribe',
          `X-Apple-Unsubscribe: ${value}`,
          '',
          'This message was automatically generated by Apple Mail.',
          '',
        ),
      );
    const { feedback } = apple('true');
    assert.deepEqual(feedback && [feedback.type, feedback.format, feedback.recipients, feedback.incidents], [
      'opt-out',
      'notice',
      ['bob@icloud.test'],
      1,
    ]);
    assert.equal(apple('false').feedback, undefined);
  });

  it('is the message that Microsoft sends back, by its field or by its subject and sender', () => {
    const inner = lined(
      'X-SID-PRA: ann@contoso.test',
      'From: list@contoso.test',
      'To: bob@hotmail.test',
      'Subject: news',
      '',
      'x',
    );
    const outer = (from: string, field = ''): Message =>
      read(
        lined(
          `From: ${from}`,
          'Subject: complaint about message from 192.0.2.7',
          'Content-Type: message/rfc822',
          '',
          `${field}${inner}`,
          '',
        ),
      );
    const told = ({ feedback }: Message): unknown =>
      feedback && [feedback.type, feedback.recipients.join(), feedback.sender, feedback.sourceIp];
    assert.deepEqual(told(outer('staff@hotmail.com')), ['abuse', 'bob@hotmail.test', 'ann@contoso.test', '192.0.2.7']);
    assert.deepEqual(told(outer('x@fabrikam.test', 'X-HmXmrOriginalRecipient: eve@outlook.test\n')), [
      'abuse',
      'eve@outlook.test',
      'ann@contoso.test',
      '192.0.2.7',
    ]);
    assert.equal(told(outer('x@fabrikam.test')), undefined);
  });
});
