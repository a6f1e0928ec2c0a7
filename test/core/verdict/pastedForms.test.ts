import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Start } from '../../../src/core/ticket/ticket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';

const read = (start: Start, ...lines: readonly string[]): readonly Verdict[] =>
  readVerdicts(readTicket(lines.join('\n'), start));

describe('a notice that was copied out of a mail program', () => {
  it('is not about whom the copied header names, and each recipient counts once', () => {
    const found = read(
      'anywhere',
      'Subject:',
      'Mail delivery failed: returning message to sender',
      'From:',
      'Mail Delivery System <Mailer-Daemon@mx.contoso.test>',
      'Date:',
      '03/11/2025, 11:38',
      'To:',
      'alice@contoso.test',
      '',
      'This message was created automatically by mail delivery software.',
      '',
      'A message that you sent could not be delivered to one or more of its',
      'recipients. This is a permanent error. The following address(es) failed:',
      '',
      '  bob@fabrikam.test',
      '    local delivery failed',
    );
    assert.deepEqual(
      found.map(({ recipients }) => recipients),
      [['bob@fabrikam.test']],
    );
  });

  it('is a bounce where the reply stands last, behind the sentence that announces it', () => {
    for (const [sentence, said] of [
      ["Your message couldn't be delivered to bob@fabrikam.test.", 'The response from the remote server was:'],
      ['Ihre Nachricht an bob@fabrikam.test konnte nicht zugestellt werden.', 'Die Antwort vom Remote-Server lautete:'],
      ["Votre message n'a pas été distribué à bob@fabrikam.test.", 'La réponse du serveur distant est la suivante :'],
    ] as const) {
      const ticket = readTicket([sentence, '', said, '550 5.1.1 No such user here'].join('\n'), 'anywhere');
      assert.deepEqual(
        ticket.blocks.map(({ kind }) => kind),
        ['prose'],
        said,
      );
      const [first, ...rest] = readVerdicts(ticket);
      assert.deepEqual([first?.code, first?.recipients, rest], ['recipient-unknown', ['bob@fabrikam.test'], []], said);
    }
  });

  it('still is a conversation where somebody goes on speaking behind the reply', () => {
    const ticket = readTicket(
      ['The response was:', '250 2.1.0 Ok', 'RCPT TO:<bob@fabrikam.test>', '550 5.1.1 No such user'].join('\n'),
      'anywhere',
    );
    assert.ok(ticket.blocks.some(({ kind }) => kind === 'conversation'));
  });

  it('waits where a temporary problem is told, and what happens if it becomes permanent', () => {
    const [one] = read(
      'anywhere',
      'Delivery incomplete',
      "There was a temporary problem delivering your message to bob@fabrikam.test. Gmail will retry for 45 more hours. You'll be notified if the delivery fails permanently.",
      'The response was:',
      'The recipient server did not accept our requests to connect.',
    );
    assert.deepEqual([one?.role, one?.recipients, one?.retry], ['waiting', ['bob@fabrikam.test'], 'yes']);
  });

  it('is one finding where it begins with the diagnostic of Exchange', () => {
    const found = read(
      'anywhere',
      'Diagnoseinformationen für Administratoren:',
      '',
      'Generierender Server: mx.contoso.test',
      '',
      'bob@fabrikam.test',
      'mx.fabrikam.test',
      "Remote server returned '554 5.0.0 <mx.fabrikam.test #5.0.0 smtp; 550-5.1.1 No such user here>'",
    );
    assert.deepEqual(
      found.map(({ code, recipients }) => [code, recipients]),
      [['recipient-unknown', ['bob@fabrikam.test']]],
    );
  });
});

describe('a report whose exchanger refuses to relay', () => {
  const report = (host: string) =>
    read(
      'message',
      'From: MAILER-DAEMON@mx.contoso.test',
      'Subject: Undelivered Mail Returned to Sender',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      '',
      'x',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.contoso.test',
      '',
      'Final-Recipient: rfc822; bob@fabrikam.test',
      'Action: failed',
      'Status: 5.7.1',
      `Remote-MTA: dns; ${host}`,
      'Diagnostic-Code: smtp; 554 5.7.1 <bob@fabrikam.test>: Relay access denied',
      '',
      '--b--',
    )[0];

  it('is the matter of the receiving admin, for the sender has nothing to log in to', () => {
    for (const host of [
      'mx.fabrikam.test',
      'mx7.northwind.test. (192.0.2.10, the server for the domain fabrikam.test.)',
    ])
      assert.deepEqual([report(host)?.code, report(host)?.actor], ['relaying-denied', 'receiving admin'], host);
    assert.equal(
      report('mx7.northwind.test. (192.0.2.10, the server for the domain fabrikam.test.)')?.server,
      'mx7.northwind.test',
    );
  });

  it('may be the own relay that wants a login', () => {
    assert.equal(report('relay.contoso.test')?.actor, 'sending admin');
  });
});

describe('a report with words typed as fields', () => {
  it('is read by the fields that stand behind them, and by the words', () => {
    const [one] = read(
      'message',
      'From: Mail Administrator <Postmaster@fabrikam.test>',
      'Subject: Mail System Error - Returned Mail',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'This Message was undeliverable due to the following reason:',
      '',
      '<bob@fabrikam.test> has restricted SMS e-mail',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.fabrikam.test',
      '',
      'Final-Recipient: RFC822; <bob@fabrikam.test>',
      'Action: failed',
      'Status: 5.3.0',
      '',
      '--b--',
    );
    assert.deepEqual([one?.code, one?.recipients], ['recipient-restricted', ['bob@fabrikam.test']]);
  });
});

describe('an abuse report in X-ARF', () => {
  it('on what a host did to another is no complaint about mail', () => {
    const [one] = read(
      'message',
      'From: abuse@northwind.test',
      'Subject: abuse report about 192.0.2.7',
      'X-XARF: PLAIN',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'Your host attacked one of our servers.',
      '--b',
      'Content-Type: text/plain; name="report.txt"',
      '',
      '---',
      'Category: abuse',
      'Report-Type: login-attack',
      'Source: 192.0.2.7',
      '--b--',
    );
    assert.match(one?.summary ?? '', /192\.0\.2\.7 \(login-attack\)/);
    assert.doesNotMatch(one?.next.map((step) => step.text).join(' ') ?? '', /mailing/);
  });
});

describe('a header of which a piece was picked out', () => {
  it('is read where the value stands in the line below the name', () => {
    const found = read(
      'anywhere',
      'Why is it there?',
      '',
      'X-Microsoft-Antispam-Mailbox-Delivery:',
      'ucf:0;jmr:0;ex:1;auth:0;dest:J;OFR:SpamFilterAuthJ;ENG:(910001);RF:JunkEmail;',
    );
    assert.match(found[0]?.summary ?? '', /junk folder/);
  });

  it('ends above the border: the client is the one that the result names', () => {
    const found = read(
      'message',
      'Received: from DB5EUR01FT055.eop-EUR01.prod.protection.outlook.com (10.152.4.56) by DB5EUR01HT082.eop-EUR01.prod.protection.outlook.com (10.152.5.181) with Microsoft SMTP Server id 15.1.977.7; Mon, 27 Mar 2017 22:12:26 +0000',
      'Authentication-Results: spf=softfail (sender IP is 192.0.2.148) smtp.mailfrom=contoso.test; dmarc=none action=none header.from=contoso.test;',
      'Subject: x',
    );
    assert.match(found.map(({ summary }) => summary).join(' '), /came in from 192\.0\.2\.148\./);
  });
});

describe('a Date far in front of the way', () => {
  it('is told, for no wait of a server explains it', () => {
    const header = (date: string) =>
      read(
        'message',
        'Received: from a.contoso.test ([192.0.2.1]) by mx.fabrikam.test with ESMTP; Mon, 3 Nov 2025 10:00:00 +0000',
        'From: alice@contoso.test',
        `Date: ${date}`,
        'Subject: x',
      )
        .map(({ summary }) => summary)
        .join(' ');
    assert.match(header('Fri, 3 Oct 2025 10:00:00 +0000'), /By its Date it was written 31 d .*before the first server/);
    assert.doesNotMatch(header('Mon, 3 Nov 2025 09:59:00 +0000'), /By its Date/);
  });
});

describe('a notice that quotes what came back in its own words', () => {
  it('goes on behind the quoted header, and is about whom its words name', () => {
    const ticket = readTicket(
      [
        'Return-Path: <>',
        'From: postmaster@fabrikam.test',
        'To: alice@contoso.test',
        'Subject: Delivery failure',
        '',
        'Your message has encountered delivery problems',
        'to local user bob.',
        '(Originally addressed to bob@fabrikam.test)',
        '',
        'User not known',
        '',
        'Your message reads (in part):',
        '',
        'x-sender: alice@contoso.test',
        'x-receiver: bob@fabrikam.test',
        'Received: from mx.contoso.test ([192.0.2.1]) by mx.fabrikam.test with Microsoft SMTPSVC(5.5.1877.197.19);',
        '\t Mon, 3 Nov 2025 04:05:35 +0200',
        'Subject: offer',
        '',
        'Hello',
      ].join('\n'),
      'anywhere',
    );
    assert.equal(ticket.blocks.length, 1);
    const [one] = readVerdicts(ticket);
    assert.deepEqual([one?.code, one?.recipients], ['recipient-unknown', ['bob@fabrikam.test']]);
  });
});

describe('a filter that asks whoever wrote to prove to be a person', () => {
  const asked = (words: string) =>
    read(
      'message',
      'From: Bob <bob@fabrikam.test>',
      'To: alice@contoso.test',
      'Subject: RE: offer',
      'In-Reply-To: <1@contoso.test>',
      '',
      words,
    )[0];

  it('holds the message, and the sender has to answer', () => {
    for (const words of [
      'This account is protected by Northwind. Please click on the following link to have your address added to the allowed list.',
      'Your message has been held. To deliver it, please confirm that you are a person: reply to this message.',
      'I use a spam blocker. Please click the link below so that your message is delivered to my inbox.',
    ]) {
      const one = asked(words);
      assert.deepEqual(
        [one?.code, one?.role, one?.actor, one?.failed],
        ['recipient-filtered', 'waiting', 'sender', true],
        words,
      );
    }
  });

  it('is not seen in a letter that speaks of links', () => {
    assert.equal(
      asked('Please click the link to see the offer. Confirm the order by Friday.')?.code === 'recipient-filtered',
      false,
    );
  });
});

describe('a report of Postfix on a program', () => {
  it('that ended with a number and said nothing is the matter of the receiving admin', () => {
    const [one] = read(
      'message',
      'From: MAILER-DAEMON@mx.fabrikam.test',
      'Subject: Undelivered Mail Returned to Sender',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      '',
      'x',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.fabrikam.test',
      '',
      'Final-Recipient: rfc822; bob@fabrikam.test',
      'Action: failed',
      'Status: 4.0.0',
      'Diagnostic-Code: X-Postfix; temporary failure',
      '',
      '--b--',
    );
    assert.deepEqual([one?.code, one?.actor], ['delivery-program-failed', 'receiving admin']);
  });
});

describe('a message that Yandex hands out', () => {
  it('lies in the folder that its field names', () => {
    const told = (name: string) =>
      read(
        'message',
        `X-Yandex-FolderName: ${name}`,
        'Received: from a.contoso.test ([192.0.2.1]) by mxback1.mail.yandex.net with LMTP id 1; Mon, 3 Nov 2025 10:00:00 +0000',
        'From: alice@contoso.test',
        'Subject: x',
      )
        .map(({ summary }) => summary)
        .join(' ');
    assert.match(told('Vhodyashchie'), /inbox at Yandex/);
    assert.match(told('Spam'), /spam folder at Yandex/);
    assert.match(told('Scheta'), /folder “Scheta” at Yandex/);
  });
});

describe('a notice that a tracker has dressed', () => {
  it('is read under the backslashes of Markdown', () => {
    const [one] = read(
      'anywhere',
      'The attached message had PERMANENT fatal delivery errors\\!',
      '',
      'YOUR MESSAGE WAS NOT DELIVERED\\!',
      '',
      '\\-\\-\\- Partial Session Transcript \\-\\-\\-',
      '&nbsp;  MAIL From&#8203;:\\<anna@contoso\\.test>',
      '&nbsp;  RCPT To&#8203;:\\<bob@fabrikam\\.test>',
      '&nbsp;  250 2\\.1\\.5 \\<bob@fabrikam\\.test>\\.\\.\\. Recipient ok',
      '&nbsp;  DATA',
    );
    assert.deepEqual([one?.failed, one?.recipients], [true, ['bob@fabrikam.test']]);
  });

  it('is read under entities and links of HTML', () => {
    const link = '<a href="mailto:bob@fabrikam.test">bob@fabrikam.test</a>';
    const [one, ...more] = read(
      'anywhere',
      'This is the mail system at host mx.contoso.test.',
      '',
      "I'm sorry to have to inform you that your message could not",
      "be delivered to one or more recipients. It's attached below.",
      '',
      `&lt;${link}&gt;: host`,
      '    mx.fabrikam.test[203.0.113.9] said: 550 5.1.1',
      `    &lt;${link}&gt;: Recipient address rejected:`,
      '    User unknown in virtual alias table (in reply to RCPT TO command)',
    );
    assert.deepEqual([one?.code, one?.recipients, more], ['recipient-unknown', ['bob@fabrikam.test'], []]);
  });
});
