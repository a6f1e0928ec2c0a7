import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';

const all = (header: readonly string[]): readonly Verdict[] =>
  readVerdicts(readTicket(`${header.join('\n')}\n\nbody\n`, 'message'));

/** What is told besides the summary that every message has. */
const verdicts = (header: readonly string[]): readonly Verdict[] =>
  all(header).filter(({ code }) => code !== 'arrived');

const received = (by: string, from: string, time: string): string =>
  `Received: from ${from} (${from} [192.0.2.1])\n\tby ${by} (Postfix) with ESMTPS id 4F1;\n\tSat, 21 Nov 2026 ${time} +0000`;

const from = ['From: a@fabrikam.test', 'To: b@contoso.test', 'Subject: x'];
const own = [received('mx.contoso.test', 'mail.fabrikam.test', '10:00:01')];

describe('what a message that arrived tells', () => {
  it('is the wait, and why where the header says so', () => {
    const way = [
      received('mx.contoso.test', 'mail.fabrikam.test', '10:20:00'),
      received('mail.fabrikam.test', 'pc.fabrikam.test', '10:00:00'),
    ];
    const [wait] = verdicts([...way, ...from]);
    assert.equal(wait?.role, 'delay');
    assert.match(wait?.summary ?? '', /waited 20 min at mail\.fabrikam\.test/);
    const grey = 'X-Greylist: delayed 1190 seconds by postgrey-1.37 at mx.contoso.test; Sat, 21 Nov 2026 10:20:00 UTC';
    assert.match(verdicts([grey, ...way, ...from])[0]?.summary ?? '', /greylisting held it/);
  });

  it('is for who passed it on to leave what the sender signed, and for the sender where nothing was signed', () => {
    const failed =
      'Authentication-Results: mx.contoso.test; spf=pass smtp.mailfrom=x@lists.test; dkim=none; dmarc=fail header.from=fabrikam.test';
    const actor = (...more: readonly string[]): string | undefined =>
      verdicts([...more, 'List-Id: <l.lists.test>', ...own, ...from])[0]?.actor;
    const signature = (domain: string): string =>
      `DKIM-Signature: v=1; a=rsa-sha256; d=${domain}; s=a; h=from; bh=QQ==; b=QQ==`;
    assert.equal(actor(failed), 'sending admin');
    assert.equal(actor(failed, signature('lists.test')), 'sending admin');
    assert.equal(actor(failed, signature('mail.fabrikam.test')), 'receiving admin');
    assert.equal(actor(failed.replace('dkim=none', 'dkim=fail header.d=fabrikam.test')), 'receiving admin');
    assert.equal(
      actor(failed.replace('dkim=none', 'dkim=pass header.d=fabrikam.test'), signature('fabrikam.test')),
      'sending admin',
    );
  });

  it('is a wait at a filter of which nothing shows whose it is, for whoever runs that', () => {
    const wait = (host: string): string | undefined =>
      verdicts([
        received('mx.contoso.test', host, '13:00:01'),
        `Received: from mail.fabrikam.test (mail.fabrikam.test [192.0.2.2])\n\tby ${host} (Postfix) with ESMTPS id 4F1;\n\tSat, 21 Nov 2026 10:00:01 +0000`,
        ...from,
      ]).find(({ role }) => role === 'delay')?.actor;
    assert.equal(wait('out.fabrikam.test'), 'sending admin');
    assert.equal(wait('mx0a-00291f01.pphosted.com'), 'provider');
  });

  it('is that it was in quarantine where Microsoft released it', () => {
    const way = (verdict: string): readonly string[] => [
      'Received: from DB9PR07MB9012.eurprd07.prod.outlook.com (2603:10a6:10:1::1) by AS8PR07MB7512.eurprd07.prod.outlook.com with HTTPS; Thu, 5 Jun 2025 09:30:11 +0000',
      'Received: from mail.fabrikam.test (203.0.113.66) by DU6PEPF0000B61E.mail.protection.outlook.com (10.167.8.135) with Microsoft SMTP Server id 15.20.8792.19; Tue, 3 Jun 2025 09:12:40 +0000',
      `X-Forefront-Antispam-Report: CIP:203.0.113.66;SCL:-1;SFV:${verdict};CAT:NONE;DIR:INB;`,
      ...from,
    ];
    const wait = verdicts(way('SKQ')).find(({ role }) => role === 'delay');
    assert.equal(wait?.actor, 'receiving admin');
    assert.match(wait?.summary ?? '', /waited 2 d .*released from quarantine/);
    assert.doesNotMatch(verdicts(way('SKN')).find(({ role }) => role === 'delay')?.summary ?? '', /quarantine/);
    const quick = way('SKQ').map((line) => line.replace('Thu, 5 Jun 2025 09:30:11', 'Tue, 3 Jun 2025 09:12:41'));
    assert.deepEqual(verdicts(quick), []);
  });

  it('is that a clock was not set, and no wait of decades', () => {
    const [only] = all([...own, ...from, 'Date: Thu, 01 Jan 1970 00:03:12 +0000']);
    assert.match(only?.summary ?? '', /the clock of whatever wrote it was not set\./);
    assert.doesNotMatch(only?.summary ?? '', /\d d\b/);
  });

  it('is that SPF was asked of a filter in front, for the admin behind it', () => {
    const way = (host: string): readonly string[] => [
      'Received: from AS8PR07MB7512.eurprd07.prod.outlook.com (2603:10a6:20b:2a3::11) by DB9PR07MB9012.eurprd07.prod.outlook.com with HTTPS; Tue, 4 Mar 2025 08:14:31 +0000',
      'Authentication-Results: spf=fail (sender IP is 198.51.100.19) smtp.mailfrom=fabrikam.test; dkim=fail header.d=fabrikam.test;dmarc=fail action=none header.from=fabrikam.test',
      `Received: from ${host} (198.51.100.19) by DU2PEPF00028D0A.mail.protection.outlook.com (10.167.242.170) with Microsoft SMTP Server id 15.20.8511.15; Tue, 4 Mar 2025 08:14:27 +0000`,
      ...from,
    ];
    const [behind] = verdicts(way('mfid-euw1.prod.hydra.sophos.com'));
    assert.deepEqual([behind?.code, behind?.actor, behind?.next.length], ['dmarc-failed', 'receiving admin', 1]);
    assert.match(behind?.summary ?? '', /a host of Sophos, a filter/);
    const [plain] = verdicts(way('mail.fabrikam.test'));
    assert.deepEqual([plain?.code, plain?.actor], ['dmarc-failed', 'sending admin']);
    const [junk] = verdicts([
      ...way('mfid-euw1.prod.hydra.sophos.com'),
      'X-Microsoft-Antispam-Mailbox-Delivery: ucf:0;jmr:0;auth:0;dest:J;',
    ]);
    assert.match(junk?.summary ?? '', /junk folder\..*a host of Sophos, a filter/);
  });

  it('asks first who sent what nothing proves, unless somebody passed it on', () => {
    const failed =
      'Authentication-Results: mx.contoso.test; spf=fail smtp.mailfrom=x@fabrikam.test; dmarc=fail header.from=fabrikam.test';
    const asksFirst = (...more: readonly string[]): boolean =>
      verdicts([failed, ...more, ...own, ...from])[0]?.next[0]?.text.startsWith('Ask ') === true;
    const isPassedOn = (...more: readonly string[]): boolean =>
      /passes mail on breaks SPF/.test(verdicts([failed, ...more, ...own, ...from])[0]?.summary ?? '');
    const seal = (domain: string): string => `ARC-Seal: i=1; a=rsa-sha256; t=1; cv=none; d=${domain}; s=a; b=QQ==`;
    const srs = 'Return-Path: <SRS0=9kLm=ZP=fabrikam.test=a@adatum.test>';
    assert.deepEqual(
      [asksFirst(), asksFirst(seal('contoso.test')), asksFirst(seal('adatum.test')), asksFirst(srs)],
      [true, true, false, false],
    );
    assert.deepEqual(
      [isPassedOn(), isPassedOn(seal('contoso.test')), isPassedOn(seal('adatum.test')), isPassedOn(srs)],
      [false, false, true, true],
    );
    assert.equal(asksFirst('List-Id: <l.contoso.test>'), false);
  });

  it('is whose clock is off, that of a server first', () => {
    const clocks = (...way: readonly string[]): readonly (string | undefined)[] =>
      verdicts([...way, ...from]).map(({ code, actor, server }) => `${code} ${actor} ${server}`);
    assert.deepEqual(
      clocks(
        received('inner.contoso.test', 'store.contoso.test', '10:00:04'),
        received('store.contoso.test', 'mx.contoso.test', '10:00:03'),
        received('mx.contoso.test', 'mail.fabrikam.test', '10:00:02'),
        received('mail.fabrikam.test', 'pc.fabrikam.test', '16:00:01'),
        'Date: Sat, 21 Nov 2026 16:00:00 +0000',
      ),
      ['clock-off sending admin mail.fabrikam.test', 'clock-off sender undefined'],
    );
    assert.deepEqual(
      clocks(
        received('store.contoso.test', 'mx.contoso.test', '10:00:03'),
        received('mx.contoso.test', 'mail.fabrikam.test', '04:00:02'),
        received('mail.fabrikam.test', 'pc.fabrikam.test', '10:00:01'),
        'Date: Sat, 21 Nov 2026 10:00:00 +0000',
      ),
      ['clock-off receiving admin mx.contoso.test'],
    );
  });

  it('is not the time between writing and sending', () => {
    assert.deepEqual(verdicts([...own, ...from, 'Date: Sat, 21 Nov 2026 08:00:00 +0000']), []);
  });

  it('is the check that failed, by the results of the own server alone', () => {
    const failed =
      'Authentication-Results: mx.contoso.test; spf=pass smtp.mailfrom=x@bulk.test; dmarc=fail header.from=fabrikam.test';
    const [first, ...others] = verdicts([failed, ...own, ...from]);
    assert.deepEqual([first?.code, first?.role, first?.failed, others.length], ['dmarc-failed', 'notice', false, 0]);
    assert.deepEqual(verdicts([failed.replace('mx.contoso.test', 'mx.evil.test'), ...own, ...from]), []);
    assert.deepEqual(
      verdicts([...own, ...from, failed]).map(({ code }) => code),
      ['dmarc-failed'],
    );
  });

  it('is a rule of the mailbox where no filter speaks against it', () => {
    const way = [received('am0.prod.outlook.com', 'mail.fabrikam.test', '10:00:01'), ...from];
    const put = (value: string, ...more: readonly string[]) =>
      verdicts([`X-Microsoft-Antispam-Mailbox-Delivery: ${value}`, ...more, ...way]).map(({ code }) => code);
    assert.deepEqual(put('ucf:1;jmr:0;dest:J;'), ['filed']);
    assert.deepEqual(put('ucf:0;jmr:1;dest:J;'), ['spam-marked']);
    assert.deepEqual(put('ucf:1;jmr:0;dest:J;', 'X-Forefront-Antispam-Report: SCL:9;SFV:SPM;CAT:HPHISH;'), [
      'spam-marked',
    ]);
  });

  it('is nothing of results that say that they are unknown', () => {
    const unknown = 'Authentication-Results: mx.contoso.test; spf=unknown; dkim=unknown';
    assert.deepEqual(verdicts([unknown, ...own, ...from]), []);
    assert.doesNotMatch(
      all([unknown, ...own, ...from])
        .map(({ summary }) => summary)
        .join(),
      /unknown/,
    );
  });

  it('is whom DMARC failed for, what the policy asks for, and what was done', () => {
    const says = (results: string, pattern: RegExp): void => {
      const [first, ...others] = verdicts([`Authentication-Results: ${results}`, ...own, ...from]);
      assert.match(first?.summary ?? '', pattern);
      assert.deepEqual(others, []);
    };
    says(
      'mx.contoso.test; dmarc=fail (p=QUARANTINE sp=NONE dis=NONE) header.from=fabrikam.test',
      /vouches for fabrikam\.test; its policy asks for quarantine\. Nothing was done because of DMARC\./,
    );
    says(
      'mx.contoso.test; dmarc=fail (p=REJECT sp=NONE dis=NONE) header.from=news.fabrikam.test',
      /nothing \(p=none\)/,
    );
    says(
      'spf=none (sender IP is 192.0.2.1) smtp.mailfrom=x.test; dkim=none; dmarc=fail action=oreject header.from=fabrikam.test;compauth=fail reason=000',
      /marked the message as spam instead\. Microsoft's joint check failed as well \(compauth=fail reason=000/,
    );
    says(
      'spf=pass smtp.mailfrom=x.test; dmarc=fail action=none header.from=fabrikam.test;compauth=pass reason=130',
      /all the same \(compauth=pass reason=130/,
    );
  });

  it('is that Microsoft does not take the origin as proven, where there is no DMARC record', () => {
    const [first] = verdicts([
      'Authentication-Results: spf=none smtp.mailfrom=x.test; dmarc=none action=none header.from=fabrikam.test;compauth=fail reason=001',
      ...own,
      ...from,
    ]);
    assert.equal(first?.code, 'sender-unauthenticated');
    assert.match(first?.summary ?? '', /compauth=fail reason=001/);
  });

  it('is nothing where DMARC passed all the same', () => {
    const passed =
      'Authentication-Results: mx.contoso.test; spf=fail smtp.mailfrom=x@bulk.test; dkim=pass header.d=fabrikam.test; dmarc=pass';
    assert.deepEqual(verdicts([passed, ...own, ...from]), []);
  });

  it('is the mark of a spam filter', () => {
    for (const mark of [
      'X-Spam-Flag: YES',
      'X-Spam-Status: Yes, score=12.1 required=5.0 tests=BAYES_99=3.5',
      'X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:DE;LANG:en;SCL:5;SRV:;SFV:SPM;H:x;',
      'X-MS-Exchange-Organization-SCL: 6',
    ]) {
      assert.deepEqual(
        verdicts([mark, ...own, ...from]).map(({ code }) => code),
        ['spam-marked'],
        mark,
      );
    }
    for (const mark of [
      'X-Spam-Status: No, score=0.1 required=5.0',
      'X-MS-Exchange-Organization-SCL: -1',
      'X-Forefront-Antispam-Report: SFV:NSPM;',
    ]) {
      assert.deepEqual(verdicts([mark, ...own, ...from]), [], mark);
    }
  });
});
