import assert from 'node:assert/strict';
import { ticketJson } from '../../../src/core/report/ticketJson.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Start } from '../../../src/core/ticket/ticket.ts';
import { readCuts, readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';

const ticket = (start: Start, lines: readonly string[]) => readTicket(lines.join('\n'), start);
const read = (start: Start, ...lines: readonly string[]): readonly Verdict[] => readVerdicts(ticket(start, lines));

const people = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `user${i}@contoso.test`);

describe('a report about more recipients than are told of', () => {
  const ofFilter = (count: number) =>
    ticket('message', [
      'From: "Content-filter at mx.contoso.test" <postmaster@contoso.test>',
      'To: admin@contoso.test',
      'Subject: VIRUS (Eicar-Signature) in mail FROM <bob@fabrikam.test>',
      '',
      'A virus was found: Eicar-Signature',
      'The message WAS NOT relayed to:',
      ...people(count).map((one) => `<${one}>:\n   250 2.7.0 Ok, discarded, id=1 - INFECTED`),
    ]);
  const complaint = (count: number) =>
    ticket('message', [
      'From: fbl@northwind.test',
      'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
      '',
      '--b',
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: abuse',
      'Version: 1',
      ...people(count).map((one) => `Original-Rcpt-To: ${one}`),
      '--b--',
    ]);

  it('says how many are left out, in the text and in the JSON', () => {
    for (const make of [ofFilter, complaint]) {
      const long = make(260);
      assert.deepEqual(
        readCuts(long).map(({ what, left }) => [what, left]),
        [['recipients', 60]],
      );
      assert.match(JSON.stringify(ticketJson('r.eml', long)), /"cut":\[\{"what":"recipients","line":\d+,"left":60\}\]/);
    }
  });

  it('leaves nothing out below that', () => {
    for (const make of [ofFilter, complaint]) {
      assert.deepEqual(readCuts(make(200)), []);
      assert.equal(new Set(readVerdicts(make(200)).flatMap(({ recipients }) => recipients)).size, 200);
    }
  });
});

describe('a refusal in the form of a receipt whose parts were lost', () => {
  const head = (...more: readonly string[]) => [
    'From: Mail Delivery Subsystem <postmaster@contoso.test>',
    'To: <bob@fabrikam.test>',
    'Content-Type: multipart/report; report-type=disposition-notification; boundary="8911/mx"',
    ...more,
    '',
  ];
  const rejected = 'Auto-Submitted: auto-replied (rejected)';

  it('is one, of whom the returned header names', () => {
    const [one] = read(
      'message',
      ...head(rejected, 'Subject: Automatically rejected mail'),
      '--8911/mx',
      '',
      'Content-Type: message/rfc822',
      '',
      'Return-Path: <bob@fabrikam.test>',
      'Delivered-To: anna@contoso.test',
      'Subject: offer',
      '',
      '--8911/mx--',
    );
    assert.deepEqual([one?.failed, one?.role, one?.recipients], [true, 'cause', ['anna@contoso.test']]);
  });

  it('takes the words for people with it, and the final recipient before others', () => {
    const [one] = read(
      'message',
      ...head(rejected, 'Subject: Rejected: offer'),
      '--8911/mx',
      '',
      'Content-Type: text/plain',
      '',
      'The mailbox is full: quota exceeded.',
      '--8911/mx',
      '',
      'Final-Recipient: rfc822; anna@contoso.test',
      'Delivered-To: other@contoso.test',
      '--8911/mx--',
    );
    assert.deepEqual([one?.code, one?.recipients], ['mailbox-full', ['anna@contoso.test']]);
  });

  it('is none where nothing says that it refuses', () => {
    const told = read(
      'message',
      ...head('Auto-Submitted: auto-replied', 'Subject: Read: offer'),
      '--8911/mx',
      '',
      'Delivered-To: anna@contoso.test',
      '--8911/mx--',
    );
    assert.ok(told.every(({ failed }) => !failed));
  });
});

describe('a report on a message that was pasted without its header', () => {
  it('is a failure of authentication by its fields, whatever their order, quoted or not', () => {
    for (const mark of ['', '> ']) {
      const [one, ...others] = read(
        'anywhere',
        'What does this mean?',
        '',
        ...['User-Agent: northwind/1', 'Version: 1', 'Source-IP: 192.0.2.7', 'Feedback-Type: auth-failure'].map(
          (line) => mark + line,
        ),
        `${mark}Reported-Domain: contoso.test`,
        `${mark}Identity-Alignment: none`,
        '',
        'Thanks!',
      );
      assert.equal(one?.code, 'receiver-report', mark);
      assert.match(one?.summary ?? '', /contoso\.test that failed authentication; nobody complained.*192\.0\.2\.7/);
      assert.deepEqual(others, []);
    }
  });

  it('is a complaint, of whom it names', () => {
    const [one] = read(
      'anywhere',
      'Feedback-Type: abuse',
      'User-Agent: northwind/1',
      'Original-Rcpt-To: <anna@contoso.test>',
      'Original-Mail-From: <bob@fabrikam.test>',
    );
    assert.deepEqual(
      [one?.code, one?.recipients, one?.sender],
      ['complaint', ['anna@contoso.test'], 'bob@fabrikam.test'],
    );
  });

  it('is a failure in the words of a gateway, with what became of the message', () => {
    const [one] = read(
      'anywhere',
      'A message claiming to be from you has failed the published DMARC',
      'policy for your domain.',
      '',
      '  Sender Domain: contoso.test',
      '  Sender IP Address: 203.0.113.146',
      '  SPF Alignment: no',
      '  DKIM Alignment: no',
      '  DMARC Results: Quarantine',
    );
    assert.match(
      one?.summary ?? '',
      /domain contoso\.test.*Neither SPF nor DKIM vouches.*203\.0\.113\.146\. It was put into quarantine\./,
    );
  });

  it('is none in a sentence about such reports', () => {
    assert.deepEqual(read('anywhere', 'Our DMARC reports have a line with Feedback-Type: auth-failure. Why?'), []);
    assert.deepEqual(read('anywhere', 'feedback-type: is a field', 'of RFC 5965.'), []);
  });
});

describe('a bounce whose mailer has a clock that is years off', () => {
  const bounce = (date: string) =>
    read(
      'message',
      'Return-Path: <>',
      'Received: from mail.fabrikam.test (mail.fabrikam.test [192.0.2.1])',
      '\tby mx.contoso.test (Postfix) with ESMTPS id 4F1;',
      '\tSat, 21 Nov 2026 10:00:00 +0000',
      'Received: by mail.fabrikam.test (Postfix)',
      `\tid 9071; ${date}`,
      `Date: ${date}`,
      'From: MAILER-DAEMON@fabrikam.test (Mail Delivery System)',
      'To: anna@contoso.test',
      'Subject: Undelivered Mail Returned to Sender',
      '',
      'This is the mail system at host mail.fabrikam.test.',
      '',
      "I'm sorry to have to inform you that your message could not",
      'be delivered to one or more recipients.',
      '',
      '<bob@fabrikam.test>: host mx.fabrikam.test[192.0.2.2] said: 550 5.1.1 User unknown (in reply to RCPT TO command)',
    ).filter(({ role }) => role !== 'cause');

  it('says so', () =>
    assert.match(bounce('Fri, 22 Nov 2024 10:00:00 +0000')[0]?.summary ?? '', /waited 729 d .*a clock is off/));
  it('says nothing of seconds', () => assert.deepEqual(bounce('Sat, 21 Nov 2026 09:59:30 +0000'), []));
});

describe('a message whose From has no address', () => {
  const told = (from: string): string =>
    read(
      'message',
      'Received: from mail.fabrikam.test (mail.fabrikam.test [192.0.2.1])',
      '\tby mx.contoso.test (Postfix) with ESMTPS id 4F1;',
      '\tSat, 21 Nov 2026 10:00:00 +0000',
      `From: ${from}`,
      'To: anna@contoso.test',
      'Subject: x',
      '',
      'body',
    )
      .map(({ summary }) => summary)
      .join('\n');

  it('says that it names nobody, with the name that it shows', () => {
    assert.match(told('<>'), /From is empty/);
    assert.match(told('Contoso Bank <>'), /From shows the name Contoso Bank and no address/);
    assert.match(told('=?UTF-8?B?Q29udG9zbyBCYW5r?= <>'), /From shows the name Contoso Bank and no address/);
  });

  it('says nothing of an address, or of a group that says that it has none', () => {
    for (const from of ['a@fabrikam.test', 'A <a@fabrikam.test>', 'Nobody:;'])
      assert.doesNotMatch(told(from), /no address|is empty/, from);
  });
});
