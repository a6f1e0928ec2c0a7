import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

const told = (...lines: readonly string[]) =>
  readVerdicts(readTicket(lines.join('\n'))).map(({ code, summary }) => `${code}: ${summary}`);

const kinds = (...lines: readonly string[]) => readTicket(lines.join('\n')).blocks.map(({ kind }) => kind);

describe('fields that were picked out of a header', () => {
  it('are read where one alone tells something', () => {
    const asked = ['What does this mean?', ''];
    assert.match(
      told(
        ...asked,
        'X-Microsoft-Antispam-Mailbox-Delivery:',
        ' ucf:0;jmr:0;auth:0;dest:J;OFR:SpamFilterAuthJ;',
      ).join(),
      /^spam-marked: .*junk folder/,
    );
    assert.match(
      told(
        ...asked,
        'Authentication-Results: spf=none (sender IP is 192.0.2.1)',
        ' smtp.mailfrom=fabrikam.test; dkim=none; dmarc=fail action=none',
        ' header.from=contoso.test;compauth=fail reason=001',
      ).join(),
      /^dmarc-failed: .*vouches for contoso\.test/,
    );
    assert.match(
      told(...asked, 'X-Spam-Status: Yes, score=7.2 required=5.0 tests=HTML_MESSAGE,FROM_NOT_REPLYTO').join(),
      /^spam-marked: /,
    );
    for (const words of ['Received: from our office, by mail', 'X-Spam-Status: yes please', 'Received-SPF: pass it on'])
      assert.deepEqual(kinds(...asked, words), ['prose'], words);
  });

  it('tell what they tell without a way to hold them against', () => {
    const [first = ''] = told(
      'Authentication-Results: mx.contoso.test;',
      '  dmarc=fail (p=REJECT) smtp.from=mail.fabrikam.test header.from=northwind.test; dkim=pass header.d=fabrikam.test',
      'From: alice@northwind.test',
      'Subject: Test',
    );
    assert.match(first, /vouches for northwind\.test; its policy asks for refusal/);
    assert.match(
      told('X-Rspamd-Score: 7.1', 'X-Rspamd-Report: R_SPF_ALLOW(-0.2) SUBJ_ALL_CAPS(3)').join(),
      /7\.1 points.*SUBJ_ALL_CAPS 3/,
    );
  });

  it('give points and limit in the order of a template', () => {
    assert.match(
      told('X-Spam-Checker-Version: SpamAssassin 4.0.0', 'X-Spam-Status: 12.5/5.0, autolearn=no').join(),
      /^spam-marked: .*12\.5 of 5 points/,
    );
    assert.doesNotMatch(
      told('X-Spam-Checker-Version: SpamAssassin 4.0.0', 'X-Spam-Status: 1.5/5.0, autolearn=no').join(),
      /spam-marked/,
    );
  });

  it('end with the mark that closes what is shown as text', () => {
    const received = (time: string) => [
      'Received: from mx.contoso.test ([192.0.2.1])',
      `  by mx.fabrikam.test with ESMTP; 7 Jun 2024 ${time} +0200`,
    ];
    assert.deepEqual(
      kinds('First:', '```', ...received('16:10:54'), '```', 'And again:', '```', ...received('16:26:04'), '```'),
      ['prose', 'message', 'prose', 'message', 'prose'],
    );
  });

  it('are none where they belong to a delivery status', () => {
    assert.deepEqual(
      kinds(
        'Look:',
        '',
        'Reporting-MTA: dns; mx.contoso.test',
        'X-Postfix-Queue-ID: 0123456789',
        'X-Postfix-Sender: rfc822; a@contoso.test',
      ),
      ['prose'],
    );
  });
});

describe('Received-SPF', () => {
  const header = (result: string) => [
    'Return-Path: <a@fabrikam.test>',
    'Received: from mx.northwind.test (mx.northwind.test [192.0.2.66]) by mail.contoso.test with ESMTP; Mon, 19 Oct 2026 08:34:27 +0000',
    `Received-SPF: ${result} (mail.contoso.test: domain of a@fabrikam.test) client-ip=192.0.2.66; envelope-from=a@fabrikam.test;`,
    'From: a@fabrikam.test',
    'Subject: x',
  ];

  it('tells where the receiver wrote nothing else', () => {
    assert.match(told(...header('Fail')).join('\n'), /^spf-failed: SPF failed at mail\.contoso\.test.*fabrikam\.test/m);
    assert.match(told(...header('SoftFail')).join('\n'), /SPF failed softly/);
    assert.match(told(...header('Pass')).join('\n'), /SPF passed at mail\.contoso\.test/);
  });
});

describe('a signature that did not verify', () => {
  it('is told though DMARC passed by SPF', () => {
    const words = told(
      'Authentication-Results: mx.contoso.test; dkim=neutral (body hash did not verify) header.i=@fabrikam.test;',
      '  spf=pass smtp.mailfrom=a@fabrikam.test; dmarc=pass header.from=fabrikam.test',
      'From: a@fabrikam.test',
    ).join();
    assert.match(words, /DMARC passed for fabrikam\.test.*No DKIM signature verified \(dkim=neutral\)/);
  });
});

describe('the header of a bounce without its text', () => {
  it('is said to be one', () => {
    const words = told(
      'Return-Path: <>',
      'Received: by mx.contoso.test (Postfix) id 4F1; Mon, 19 Oct 2026 08:34:27 +0000 (UTC)',
      'From: MAILER-DAEMON@mx.contoso.test (Mail Delivery System)',
      'Subject: Undelivered Mail Returned to Sender',
    ).join();
    assert.match(words, /notice that mail was not delivered/);
  });
});
