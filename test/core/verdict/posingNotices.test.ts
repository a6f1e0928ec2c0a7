import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Start } from '../../../src/core/ticket/ticket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

const lined = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** The reasons that are told, those of failed mail in capitals. */
const told = (text: string, start: Start = 'anywhere'): readonly string[] =>
  readVerdicts(readTicket(text, start)).map(({ failed, code }) => (failed ? code.toUpperCase() : code));

const received =
  'Received: from vps.fabrikam.test (vps.fabrikam.test [192.0.2.1]) by mx.contoso.test with ESMTPS; Sat, 28 Nov 2026 08:12:44 +0100';
const body = [
  'Dear bob@contoso.test,',
  '',
  '3 messages could not be delivered to your mailbox.',
  '550 5.2.2 <bob@contoso.test>: mailbox full',
  '',
  'https://fabrikam.test/recover?u=bob@contoso.test',
];
const posing = (path: string): string =>
  lined(
    `Return-Path: ${path}`,
    received,
    'From: "Mail Delivery System" <alerts@fabrikam.test>',
    'To: bob@contoso.test',
    'Subject: Undelivered Mail Returned to Sender: 3 pending messages',
    '',
    ...body,
  );

describe('mail that poses as a notice', () => {
  it('tells of no failure, and that a name is all of the mailer', () => {
    for (const start of ['message', 'anywhere'] as const)
      assert.deepEqual(told(posing('<alerts@fabrikam.test>'), start), ['sender-disguised', 'arrived']);
  });

  it('is a notice where it has the null reverse-path, or brings back a message', () => {
    assert.ok(told(posing('<>'), 'message').includes('MAILBOX-FULL'));
    const header = posing('<alerts@fabrikam.test>').replace(
      'Subject:',
      'Content-Type: multipart/mixed; boundary=b\nSubject:',
    );
    const [head = '', ...rest] = header.split('\n\n');
    const returned = [
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: bob@contoso.test',
      'To: a@fabrikam.test',
      '',
      'x',
    ];
    const whole = lined(head, '', '--b', '', rest.join('\n\n'), ...returned, '--b--');
    assert.ok(told(whole, 'message').includes('MAILBOX-FULL'));
  });

  it('is no session where a message that arrived has a reply among its words', () => {
    const phish = (...more: readonly string[]): string =>
      lined(
        'From: Quota <no-reply@fabrikam.test>',
        'To: bob@contoso.test',
        'Subject: Undelivered mail',
        ...more,
        '',
        ...body,
      );
    assert.deepEqual(told(phish(received)), ['arrived']);
    assert.deepEqual(told(phish()), ['MAILBOX-FULL']);
    assert.ok(told(phish(received).replace('\n550', '\n> 550')).includes('MAILBOX-FULL'));
    const session = lined('', 'RCPT TO:<eve@contoso.test>', '550 5.1.1 User unknown');
    assert.deepEqual(told(`${lined(received, 'From: a@fabrikam.test', 'Subject: x')}${session}`), [
      'RECIPIENT-UNKNOWN',
      'arrived',
    ]);
  });

  it('names nobody whose address stands in that of a page', () => {
    const page = posing('<>').replace('550 5.2.2 <bob@contoso.test>: mailbox full', 'The mailbox is full.');
    assert.deepEqual(
      readVerdicts(readTicket(page, 'message')).flatMap(({ recipients }) => recipients),
      [],
    );
  });
});

describe('the report of a recall', () => {
  const recall = lined(
    'Received: from a.contoso.test (a.contoso.test [192.0.2.1]) by b.contoso.test with ESMTPS; Sat, 28 Nov 2026 08:12:44 +0100',
    'From: "Microsoft Outlook" <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@contoso.test>',
    'To: bob@contoso.test',
    'Subject: Message Recall Report for message [x]',
    '',
    'anna@contoso.test: Failed. The recipient has already read the message.',
  );

  it('tells of no failure, and of no sender who is somebody else', () => {
    assert.deepEqual(told(recall, 'message'), ['arrived']);
    assert.match(readVerdicts(readTicket(recall, 'message'))[0]?.summary ?? '', /called back/);
    assert.deepEqual(told(recall.replace('@contoso.test>', '@fabrikam.test>'), 'message'), [
      'sender-disguised',
      'arrived',
    ]);
  });
});
