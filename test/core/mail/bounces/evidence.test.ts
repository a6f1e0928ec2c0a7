import assert from 'node:assert/strict';
import {
  evidenceOf,
  isFromMailer,
  isNullPath,
  isPosing,
  isRecall,
  noticePart,
  reportType,
} from '../../../../src/core/mail/bounces/evidence.ts';
import { readHeader } from '../../../../src/core/mail/header/fields.ts';
import type { Field } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

function fieldsOf(...lines: readonly string[]): readonly Field[] {
  const text = lines.join('\n');
  return readHeader(new Lines(text), 0, text.length).fields;
}

const is = (expected: number, ...lines: readonly string[]): void =>
  assert.equal(evidenceOf(fieldsOf(...lines)), expected, lines.join(' / '));

const PERSON = 'From: Erin <erin@contoso.test>';
const MAILER = 'From: Mail Delivery System <MAILER-DAEMON@mx.contoso.test>';
const PATH = 'Return-Path: <erin@contoso.test>';
const NULL_PATH = 'Return-Path: <>';

describe('what a header says of a notice', () => {
  it('is enough where a field or a type is of notices alone', () => {
    is(2, PERSON, 'X-Failed-Recipients: bob@fabrikam.test');
    is(2, PERSON, 'Content-Type: multipart/report; report-type=delivery-status; boundary=b');
    is(2, PERSON, 'Content-Type: Multipart/Report; boundary=b; Report-Type="Delivery-Status"');
    is(0, MAILER, 'Subject: Undeliverable: x', 'Content-Type: multipart/report; report-type=disposition-notification');
    is(2, 'From: AWS <no-reply@sns.amazonaws.com>', 'Subject: AWS Notification Message');
    is(0, 'From: x <no-reply@sns.amazonaws.community.test>', 'Subject: AWS Notification Message');
  });

  it('is enough where mailer or null path and subject agree, and something where one of them says so', () => {
    is(2, MAILER, PATH, 'Subject: Undelivered Mail Returned to Sender');
    is(2, PERSON, NULL_PATH, 'Subject: Delivery delayed');
    is(1, MAILER, 'Subject: hello');
    is(1, PERSON, NULL_PATH, 'Subject: hello');
    is(1, PERSON, PATH, 'Subject: Undelivered Mail Returned to Sender');
    is(1, PERSON, 'Subject: =?utf-8?Q?Nicht_zugestellt?=');
    is(1, PERSON, 'Auto-Submitted: auto-generated', 'Subject: hello');
    is(1, PERSON, 'Auto-Submitted: Auto-Replied', 'Subject: hello');
    is(0, PERSON, 'Auto-Submitted: no', 'Subject: hello');
    is(0, PERSON, 'Subject: hello');
    is(0, PERSON);
  });

  it('is none where somebody is away, a mail was called back, or people speak of a notice', () => {
    is(0, PERSON, NULL_PATH, 'Auto-Submitted: auto-replied', 'Subject: Out of office: x');
    is(0, MAILER, 'Subject: Out of office: x');
    is(1, MAILER, `Subject: ${'x'.repeat(1000)} out of office`);
    is(0, PERSON, 'Auto-Submitted: auto-replied', 'Subject: Automatic reply: undeliverable');
    is(1, PERSON, `Subject: Undeliverable mail ${'x'.repeat(60)} out of office`);
    is(0, 'From: Microsoft Outlook <x@contoso.test>', 'Subject: Message Recall Failure: undeliverable');
    is(0, PERSON, 'Subject: Re: Undeliverable: x');
    is(0, PERSON, 'Subject: AW[2]: Undelivered Mail Returned to Sender');
    is(1, PERSON, 'Subject: Re: mail: Undelivered Mail Returned to Sender');
  });

  it('is known by subjects of many mailers', () => {
    for (const subject of [
      'Undeliverable: hello',
      'Non delivery report: 5.9.4',
      'NON-DELIVERY of: x',
      'Mail not delivered',
      'Message could not be delivered',
      'Delivery Status Notification (Failure)',
      'delivery-failure',
      'Delivery problem',
      'Delivering report',
      'Delivery of your mail to x failed',
      'Failed mail delivery',
      'Failure of delivery',
      'Returned mail: see transcript for details',
      'Returned to sender',
      'returned email',
      'failure notice',
      'Mail System Error',
      'mail failure',
      'Message delayed',
      'Message you sent blocked by our bulk email filter',
      'could not send message',
      'cannot send your mail',
      "can't be sent",
      'Error sending mail',
      'Nicht zugestellt: Hallo',
      'Mancata consegna',
      'メールエラー',
      '送信できません',
      '配信不能',
      '退信通知',
      'Warning: message 1abc delayed 24 hours',
      'Bounce: x',
      'User unknown',
      'Host unknown',
      'You are not member of the list',
      'Mail loop alert',
      'VIRUS (Eicar) in mail from you',
      'Banned contents from <erin@contoso.test>',
      'SPAM apparently from erin',
    ])
      is(1, PERSON, `Subject: ${subject}`);
    for (const subject of ['A virus is in mail, they say', 'Delivered: x', 'Send the report', 'Meeting at the host'])
      is(0, PERSON, `Subject: ${subject}`);
  });
});

describe('who sent a notice', () => {
  it('is a mailer by its name or by a field', () => {
    const sent = (expected: boolean, ...lines: readonly string[]): void =>
      assert.equal(isFromMailer(fieldsOf(...lines)), expected, lines.join());
    for (const from of [
      '<>',
      ' <> ',
      'MAILER-DAEMON@a.test',
      'mailerdaemon@a.test',
      'Mailer Daemon <x@a.test>',
      'postmaster@a.test',
      'Post-Master <x@a.test>',
      'Mail Delivery Subsystem <x@a.test>',
      'maildeliver@a.test',
      'Mail Delivery Service <x@a.test>',
      'System Administrator <x@a.test>',
      'Administration du système <x@a.test>',
      'Mail System <x@a.test>',
      'bounces@a.test',
      'no-reply@mx.docomo.test',
      'noreply@auone-net.test',
      'x@amazonses.com',
      'MicrosoftExchange329e71ec@a.test',
      'Microsoft Outlook <x@a.test>',
      'complaints@a.test',
      'info@notify.test',
      'Content-filter at mx <x@a.test>',
      'virus-alert@a.test',
      'amavisd <x@a.test>',
    ])
      sent(true, `From: ${from}`);
    for (const field of [
      'X-MS-Embedded-Report',
      'X-DSNContext',
      'X-AhMailID',
      'X-MX-Bounce',
      'X-MS-Exchange-Message-Is-Ndr',
    ])
      sent(true, PERSON, `${field}: x`);
    for (const from of ['Erin <erin@a.test>', 'no-reply@a.test', '<> x', 'turnbounce@a.test'])
      sent(false, `From: ${from}`);
    sent(false, 'Subject: x');
    sent(false, `From: ${'x'.repeat(300)} mailer-daemon`);
  });

  it('has the null path (RFC 5321 4.5.5)', () => {
    for (const path of ['<>', '< >', '', 'MAILER-DAEMON', '<MAILER-DAEMON@a.test>', '<mailer-daemon>'])
      assert.equal(isNullPath(fieldsOf(`Return-Path: ${path}`)), true, path);
    for (const path of ['<a@b.test>', 'x <>', '<> x', '<bounces@a.test>'])
      assert.equal(isNullPath(fieldsOf(`Return-Path: ${path}`)), false, path);
    assert.equal(isNullPath(fieldsOf('Subject: x')), false);
  });

  it('poses as one with nothing but the name', () => {
    const posing = (expected: boolean, ...lines: readonly string[]): void =>
      assert.equal(isPosing(fieldsOf(...lines)), expected, lines.join());
    const from = 'From: Mail Delivery System <kim@evil.test>';
    posing(true, from, 'Return-Path: <kim@evil.test>');
    posing(false, from, NULL_PATH);
    posing(false, from, 'Return-Path: <MAILER-DAEMON@evil.test>');
    posing(false, from, 'Return-Path: <postmaster@evil.test>');
    posing(false, from);
    posing(false, MAILER, PATH);
    posing(false, 'From: kim@evil.test', 'Return-Path: <kim@evil.test>');
    posing(false, 'From: Kim <kim@evil.test>', 'Return-Path: <kim@evil.test>');
    for (const name of [
      'Mailer_Daemon',
      'mail deliverer',
      'Delivery Subsystem',
      'Delivery System',
      'MicrosoftExchange',
    ])
      posing(true, `From: ${name} <kim@evil.test>`, 'Return-Path: <kim@evil.test>');
  });

  it('is Exchange where mail was called back', () => {
    assert.equal(isRecall(fieldsOf('Subject: Message Recall Report for message: x')), true);
    assert.equal(isRecall(fieldsOf('Subject: Nachrichtenrückruf')), true);
    assert.equal(isRecall(fieldsOf('Subject: About message recall')), false);
    assert.equal(isRecall(fieldsOf('Subject: Message recalled')), false);
  });
});

describe('the type of a report (RFC 6522 3)', () => {
  it('is that of a multipart/report alone', () => {
    const type = (value: string): string | undefined => reportType(fieldsOf(`Content-Type: ${value}`));
    assert.equal(type('multipart/report; report-type=feedback-report; boundary=b'), 'feedback-report');
    assert.equal(type('MULTIPART/REPORT; REPORT-TYPE="TLSRPT"'), 'tlsrpt');
    assert.equal(type('multipart/report; boundary=b'), undefined);
    assert.equal(type('multipart/reporting; report-type=x'), undefined);
    assert.equal(type('x multipart/report; report-type=x'), undefined);
    assert.equal(reportType([]), undefined);
  });
});

describe('the part that a person reads', () => {
  const read = (type: string, ...body: readonly string[]): string | undefined => {
    const text = ['From: a@b.test', `Content-Type: ${type}`, '', ...body].join('\n');
    const part = noticePart(readMessage(text, new Lines(text), 0, text.length).root);
    return part && text.slice(part.body.start, part.body.end).trim();
  };
  const leaf = (type: string, words: string): readonly string[] => ['--b', `Content-Type: ${type}`, '', words];

  it('is plain text before HTML, never what came back', () => {
    const mixed = 'multipart/mixed; boundary=b';
    assert.equal(read(mixed, ...leaf('text/html', '<p>h'), ...leaf('text/plain', 'words'), '--b--'), 'words');
    assert.equal(read(mixed, ...leaf('text/html', '<p>h'), ...leaf('text/csv', 'a,b'), '--b--'), '<p>h');
    assert.equal(read(mixed, ...leaf('text/plain', ''), ...leaf('text/plain', 'second'), '--b--'), 'second');
    assert.equal(read(mixed, ...leaf('message/rfc822', 'Subject: x\n\nreturned'), '--b--'), undefined);
    assert.equal(read(mixed, ...leaf('image/png', 'AAAA'), '--b--'), undefined);
    assert.equal(read(mixed, 'words without a boundary'), 'words without a boundary');
    assert.equal(read('text/plain', 'hi'), 'hi');
    assert.equal(read('text/plain', 'x'), undefined);
  });
});
