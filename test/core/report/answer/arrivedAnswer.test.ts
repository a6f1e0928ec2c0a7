import assert from 'node:assert/strict';
import { answer } from '../../../../src/core/report/answer.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { userAnswer } from '../filled.ts';

const answerTo = (text: string): string => answer(readTicket(text), { file: '', probes: [] }) ?? '';
const plainTo = (text: string): string => userAnswer(readTicket(text)) ?? '';

const header = (results: string, more = ''): string => `Received: from out.contoso.test (out.contoso.test [192.0.2.8])
\tby mx.fabrikam.test (Postfix) with ESMTPS id 4F1BB
\tfor <b@fabrikam.test>; Fri, 20 Nov 2026 10:00:04 +0100
Authentication-Results: mx.fabrikam.test; ${results}
${more}Date: Fri, 20 Nov 2026 10:00:01 +0100
From: A <a@contoso.test>
To: b@fabrikam.test
Subject: offer
Message-ID: <1@contoso.test>

Hello
`;

const passed =
  'spf=pass smtp.mailfrom=contoso.test; dkim=pass header.d=contoso.test; dmarc=pass header.from=contoso.test';
const failed = 'spf=fail smtp.mailfrom=contoso.test; dkim=none; dmarc=fail (p=quarantine) header.from=contoso.test';

describe('the answer on a message that arrived', () => {
  it('is whether it is genuine, with what that does not say', () => {
    const text = `Is this mail genuine?\n\n${header(passed)}`;
    assert.match(
      answerTo(text),
      /It really comes from the domain that its From field shows\. DMARC passed for contoso\.test .* That says nothing of what is in it/,
    );
    assert.match(plainTo(text), /really comes from the domain of its sender address/);
  });

  it('is that nothing proves it, where the check failed', () => {
    const text = `Ist die Mail echt?\n\n${header(failed)}`;
    assert.match(
      answerTo(text),
      /It is not proven that it comes from its sender, and the check speaks against it\. DMARC failed /,
    );
    assert.match(plainTo(text), /not proven that the message comes from its sender\. Please do not answer it/);
    assert.ok(!plainTo(text).includes('has to be mended'), plainTo(text));
  });

  it('is why it is in the junk folder, the filter before the check', () => {
    const text = `Why is it in spam?\n\n${header(failed, 'X-Spam-Flag: YES\nX-Spam-Status: Yes, score=9.1 required=5.0 tests=BAYES_99\n')}`;
    assert.match(answerTo(text), /\n\n[^\n]*9\.1[^\n]* DMARC failed /);
    assert.match(plainTo(text), /A filter took it for spam\. It could not be proven that it comes from its sender/);
  });

  it('is in which folder it is, where it is missed', () => {
    const text = `We did not receive this mail.\n\n${header(passed, 'X-Gmail-Labels: Spam\n')}`;
    assert.match(answerTo(text), /The message did arrive\. It lies in Gmail’s spam folder\./);
    assert.match(plainTo(text), / arrived, but was put into the junk \(spam\) folder\./);
  });

  it('says when it arrived and where it is, and tells nothing twice', () => {
    const text = answerTo(header(passed, 'X-Gmail-Labels: Inbox\n'));
    assert.match(text, /It arrived \(Fri, 20 Nov 2026 10:00:04 \+0100\)\. It lies in the inbox at Gmail\./);
    const why = answerTo(`Why is it in spam?\n\n${header(failed)}`);
    assert.equal(why.split('neither SPF nor DKIM vouches').length, 3, why);
    const tests = 'tests=BAYES_99=3.5,RCVD_IN_XBL=4.7,HTML_MESSAGE=0.001';
    const marked = answerTo(`Why is it in spam?\n\n${header('spf=none', `X-Spam-Status: Yes, score=8.2 ${tests}\n`)}`);
    assert.equal(marked.split('What weighed most').length, 2, marked);
    assert.doesNotMatch(answerTo(`${header('spf=none')}\n${header('spf=none')}`), /Also found/);
  });

  it('is that it was written long before any server had it, where nothing waited on its way', () => {
    const way = `Received: from mx.fabrikam.test (mx.fabrikam.test [192.0.2.9])
\tby store.fabrikam.test (Postfix) with ESMTPS id 4F1BC; Fri, 20 Nov 2026 10:00:06 +0100
${header(passed).replace('Date: Fri, 20', 'Date: Wed, 18')}`;
    const text = `Why was it two days late?\n\n${way}`;
    assert.match(answerTo(text), /written 2 d before the first server had it\. Until then it lay in drafts/);
    assert.match(plainTo(text), /It took 2 s on its way, but was written 2 d before it was sent/);
    assert.doesNotMatch(plainTo(`Why was it late?\n\n${way.replace('Wed, 18', 'Fri, 20')}`), /before it was sent/);
  });

  it('is that somebody released it from quarantine, where it was late by that', () => {
    const way = `Received: from DB9PR07MB9012.eurprd07.prod.outlook.com (2603:10a6:10:1::1) by AS8PR07MB7512.eurprd07.prod.outlook.com with HTTPS; Thu, 5 Jun 2025 09:30:11 +0000
Received: from mail.contoso.test (203.0.113.66) by DU6PEPF0000B61E.mail.protection.outlook.com (10.167.8.135) with Microsoft SMTP Server id 15.20.8792.19; Tue, 3 Jun 2025 09:12:40 +0000
X-Forefront-Antispam-Report: CIP:203.0.113.66;SCL:-1;SFV:SKQ;CAT:NONE;DIR:INB;
From: a@contoso.test
To: b@fabrikam.test
Subject: offer
`;
    assert.match(
      plainTo(`Why was it late?\n\n${way}`),
      /It took 2 d: a filter held it in quarantine until somebody released it\./,
    );
    assert.match(answerTo(`Why was it late?\n\n${way}`), /1\. Let its sender through the filter/);
  });
});
