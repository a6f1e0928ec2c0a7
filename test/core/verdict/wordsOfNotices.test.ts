import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Start } from '../../../src/core/ticket/ticket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';

const read = (start: Start, ...lines: readonly string[]): readonly Verdict[] =>
  readVerdicts(readTicket(lines.join('\n'), start));

describe('a notice that a page shows with its header', () => {
  it('is read where the empty line between them was lost, and its words are wrapped', () => {
    const [one] = read(
      'anywhere',
      'Sent: Friday, November 12, 2025 8:37 AM',
      'To: anna@contoso.test',
      'Subject: Mail delivery failed: returning message to sender',
      'This message was created automatically',
      'by mail delivery software.',
      'A message that you sent could not be',
      'delivered to one or more of its recipients. This is a permanent',
      'error. The following address(es) failed:',
      'bob@fabrikam.test',
      'mailbox is full',
    );
    assert.deepEqual([one?.code, one?.recipients], ['mailbox-full', ['bob@fabrikam.test']]);
  });
});

describe('people whom a notice names without an address', () => {
  const notice = (...lines: readonly string[]) =>
    read(
      'message',
      'From: System Administrator <postmaster@contoso.test>',
      'To: anna@northwind.test',
      'Subject: Undeliverable: offer',
      'X-MS-Embedded-Report:',
      '',
      'Your message',
      '',
      '  To:      anna@northwind.test',
      '  Subject: offer',
      '  Sent:    Fri, 14 Sep 2025 18:52:08 +0300',
      '',
      'did not reach the following recipient(s):',
      '',
      ...lines,
    );

  it('are told by their names, and nobody else is', () => {
    for (const line of ['Bob Miller on Fri, 14 Sep 2025 18:52:54 +0300', '      Bob Miller on 9/14/2025 6:52 PM'])
      assert.deepEqual(
        notice(line, '    The recipient was unavailable to take delivery of the message').map((one) => one.recipients),
        [['Bob Miller']],
        line,
      );
  });

  it('do not stand beside addresses that are there', () => {
    const [one] = notice('bob@fabrikam.test on Fri, 14 Sep 2025 18:52:54 +0300', '    The mailbox is full.');
    assert.deepEqual(one?.recipients, ['bob@fabrikam.test']);
  });
});

describe('a report of a delay', () => {
  it('never says that the message was given up', () => {
    const [one] = read(
      'anywhere',
      'This is an automatically generated Delivery Status Notification',
      '',
      'THIS IS A WARNING MESSAGE ONLY.',
      '',
      'Delivery to the following recipient has been delayed:',
      '',
      '     bob@fabrikam.test',
      '',
      'Message will be retried for 2 more day(s)',
      '',
      'Technical details of temporary failure:',
      'read error: generic::failed_precondition: read error (0): error',
    );
    assert.deepEqual([one?.role, one?.retry, one?.recipients], ['waiting', 'yes', ['bob@fabrikam.test']]);
    assert.doesNotMatch(one?.summary ?? '', /given up|gave/);
  });
});

describe('a report of a failure with a status of 4yz', () => {
  const reported = (diagnostic: string): Verdict | undefined =>
    read(
      'message',
      'From: MAILER-DAEMON@contoso.test (Mail Delivery System)',
      'Subject: Undelivered Mail Returned to Sender',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.contoso.test',
      '',
      'Final-Recipient: rfc822; bob@fabrikam.test',
      'Action: failed',
      'Status: 4.0.0',
      `Diagnostic-Code: ${diagnostic}`,
      '--b--',
    )[0];

  it('says that the sending server gave up', () => {
    const one = reported('X-Postfix; temporary failure');
    assert.match(one?.summary ?? '', /The sending server gave up\.$/);
    assert.notEqual(one?.retry, 'yes');
  });

  it('does not say it twice', () =>
    assert.match(
      reported('smtp; 451 4.2.0 the message is treated as poison')?.summary ?? '',
      /over this message, so it was given up\.$/,
    ));
});

describe('an automatic answer that only its words show', () => {
  const answer = (subject: string, body: string) =>
    read('message', 'From: bob@fabrikam.test', 'To: anna@contoso.test', `Subject: ${subject}`, '', body).some(
      ({ code }) => code === 'automatic-reply',
    );

  it('is one in any language where subject and text say so', () => {
    for (const subject of [
      'Arpus biroja automatiska atbilde: offer',
      'Automatinis atsakymas: offer',
      'Automaatvastus: offer',
      'Automatski odgovor: offer',
      'Samodejni odgovor: offer',
      'Автоматичен отговор: offer',
      'תשובה אוטומטית: offer',
      'رد تلقائي: offer',
      'Trả lời tự động: offer',
      'ตอบกลับอัตโนมัติ: offer',
      'Balasan Otomatis: offer',
    ])
      assert.ok(answer(subject, 'Thank you. I am out of office and will be back on Tuesday.'), subject);
  });

  it('is none where the subject alone has such words', () =>
    assert.ok(!answer('Out of office: who takes over?', 'Can you help me with that?')));

  it('is none where Postfix marks its bounce so', () => {
    const head = ['From: MAILER-DAEMON@contoso.test (Mail Delivery System)', 'To: anna@contoso.test'];
    const fields = ['Subject: Undelivered Mail Returned to Sender', 'Auto-Submitted: auto-replied', ''];
    assert.deepEqual(read('message', ...head, ...fields), []);
  });
});

describe('what a receiver found of SPF alone', () => {
  const told = (result: string): string =>
    read(
      'message',
      `Received-SPF: ${result} identity=mailfrom; client-ip=192.0.2.1; envelope-from=bob@fabrikam.test`,
      'Received: from mail.fabrikam.test (mail.fabrikam.test [192.0.2.1])',
      '\tby mx.contoso.test (Postfix) with ESMTP id 01F;',
      '\tFri, 20 Nov 2026 10:00:00 +0000',
      'From: bob@fabrikam.test',
      'To: anna@contoso.test',
      '',
      'body',
    )
      .map(({ summary }) => summary)
      .join('\n');

  it('is told where there is no record, and where the record leaves it open', () => {
    assert.match(told('None (no SPF record)'), /SPF says nothing for the envelope sender’s fabrikam\.test/);
    assert.match(told('neutral'), /SPF is neutral for the envelope sender’s fabrikam\.test/);
  });
});

describe('results in words of Yahoo, with blanks lost', () => {
  it('are those of RFC 8601', () => {
    const told = read(
      'anywhere',
      'Received: from 192.0.2.1(EHLO out.fabrikam.test)',
      ' by atlas207.free.mail.gq1.yahoo.comwith SMTPs Fri, 6 Mar 2026 09:53:21 +0000',
      'Authentication-Results: atlas207.free.mail.gq1.yahoo.com;',
      ' dkim=dkim_pass header.i=@fabrikam.test header.s=@s1;',
      ' spf=pass smtp.mailfrom=fabrikam.test;',
      ' dmarc=success(p=QUARANTINE,sp=REJECT) header.from=fabrikam.test;',
      'From: bob@fabrikam.test',
      'Subject: x',
    )
      .map(({ summary }) => summary)
      .join('\n');
    assert.match(told, /DMARC passed for fabrikam\.test at atlas207\.free\.mail\.gq1\.yahoo\.com: SPF and DKIM vouch/);
  });
});

describe('two fields of Exchange on where a message went', () => {
  it('count by the last, which the mailbox of the reader wrote', () => {
    const field = (dest: string) =>
      `X-Microsoft-Antispam-Mailbox-Delivery: ucf:0;jmr:0;auth:1;dest:${dest};OFR:SpamFilterAuthJ;`;
    const told = read(
      'message',
      'Received: from mail.fabrikam.test (192.0.2.1) by AM1.mail.protection.outlook.com (10.1.1.1)',
      ' with Microsoft SMTP Server id 15.20.1; Fri, 20 Nov 2026 10:00:00 +0000',
      field('I'),
      'From: bob@fabrikam.test',
      'To: anna@contoso.test',
      field('J'),
      '',
      'body',
    )
      .map(({ summary }) => summary)
      .join('\n');
    assert.match(told, /put into the junk folder/);
  });
});

describe('a header whose fields are a numbered list', () => {
  it('is read with the lines that have no number', () => {
    const { blocks } = readTicket(
      [
        '1. X-Spam-Flag: NO',
        '2. Return-Path: <bob@fabrikam.test>',
        '3. Received: from [192.0.2.33] (client.fabrikam.test [192.0.2.33])',
        'by mail.contoso.test (8.12.11/8.12.11) with ESMTP id l5TFq3oj028833;',
        'Fri, 20 Nov 2026 11:52:05 -0400',
        '4. Message-ID: <1@fabrikam.test>',
        '5. From: Bob <bob@fabrikam.test>',
        '6. Subject: x',
      ].join('\n'),
      'anywhere',
    );
    const [message] = blocks.flatMap((block) => (block.kind === 'message' ? [block] : []));
    assert.deepEqual(
      message?.fields.map(({ name }) => name),
      ['X-Spam-Flag', 'Return-Path', 'Received', 'Message-ID', 'From', 'Subject'],
    );
    assert.equal(message?.hops[0]?.by, 'mail.contoso.test');
  });
});
