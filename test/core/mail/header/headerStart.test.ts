import assert from 'node:assert/strict';
import {
  behindMboxLines,
  isMailField,
  isMboxLine,
  isQuotedStatus,
  isSummary,
  looksLikeHeader,
} from '../../../../src/core/mail/header/headerStart.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const starts = (text: string, line = 0): boolean => looksLikeHeader(new Lines(text), line);
const are = (expected: boolean, ...texts: readonly string[]): void => {
  for (const text of texts) assert.equal(starts(text), expected, JSON.stringify(text));
};

describe('the header of a message in other text', () => {
  it('begins with two fields, of which mail has one', () => {
    for (const name of [
      ...[
        'ARC-Authentication-Results',
        'ARC-Message-Signature',
        'ARC-Seal',
        'Authentication-Results',
        'Auto-Submitted',
      ],
      ...['Bcc', 'Cc', 'Content-Transfer-Encoding', 'Content-Type', 'Date', 'Delivered-To', 'DKIM-Signature', 'From'],
      ...['In-Reply-To', 'List-Id', 'List-Unsubscribe', 'Message-ID', 'MIME-Version', 'Received', 'Received-SPF'],
      ...['References', 'Reply-To', 'Return-Path', 'Sender', 'Subject', 'To'],
    ]) {
      assert.ok(isMailField(name) && isMailField(name.toLowerCase()), name);
      are(true, `${name}: x\nX-Mailer: y\n`, `X-Mailer: y\n${name}: x\n`);
    }
    assert.ok(!isMailField('Status') && !isMailField('X-Mailer'));
    are(
      true,
      'X-Spam-Flag: YES\nX-Mailer: y',
      'From: a\nTo: b',
      'Subject:\nTo:',
      'Subject:<a>\nTo:"b" <c>',
      'From : a\nTo\t: b\nCc: c',
    );
    are(
      false,
      'Colour: red\nSize: big\n',
      'From: a\nand so on\n',
      'From: a\n\nTo: b\n',
      'Subject: x\n',
      '',
      'From 1: a\nTo: b\n',
    );
    are(
      false,
      '1From: a\nTo: b\n',
      'from: 250 2.1.0 Ok\nto: 250 2.1.5 Ok\n',
      'from:// x\nto:/ y\n',
      'Time 10:00: x\nTo: b',
    );
    are(true, 'From: 25012 a\nTo: b\n', 'From: 150 x\nTo: b\n');
  });

  it('may have folded and empty fields, and each line break twice', () => {
    are(true, 'X-Long: a\n b\n\tc\nTo: d\n', 'X-Long:\n b\nTo: d', 'From: a\n\nTo: b\n\nSubject: c\n\n');
    are(true, 'Received: from a.contoso.test\nby b.contoso.test with ESMTP;\nFri, 20 Nov 2026 10:00:00 +0000\nTo: b\n');
    are(true, 'From: Ann\n[mailto:ann@contoso.test]\nTo: b\n', 'From: Ann\n[MAILTO:ann@contoso.test]\nTo: b\n');
    are(false, 'Subject: Ann\n[mailto:ann@contoso.test]\nTo: b\n');
    are(
      true,
      'DKIM-Signature: v=1; a=rsa-sha256; d=contoso.test;\ns=s1; h=from:to;\nbh=abc=\nTo: b\n',
      'ARC-Seal: i=1; a=rsa-sha256; d=contoso.test;\ns=s1; cv=none;\nb=abc=\nTo: b\n',
      'ARC-Message-Signature: i=1; a=rsa-sha256; d=contoso.test;\ns=s1; h=from:to;\nbh=abc=\nTo: b\n',
      'ARC-Authentication-Results: i=1; mx.contoso.test;\nspf=pass smtp.mailfrom=a@contoso.test;\ndkim=none\nTo: b\n',
      'Authentication-Results: mx.contoso.test;\nspf=pass smtp.mailfrom=a@contoso.test;\ndkim=none\nTo: b\n',
      'Received-SPF: pass (mx.contoso.test: domain of a@contoso.test\ndesignates 192.0.2.1 as permitted sender)\nclient-ip=192.0.2.1;\nTo: b\n',
      'X-Received: by 10.0.0.1 with SMTP id x1;\nFri, 20 Nov 2026 10:00:00 +0000\nTo: b\n',
    );
    are(
      false,
      'DKIM-Signature: v=1; a=rsa-sha256;\nI wrote this by hand.\nTo: b\n',
      'X-Received: yesterday\nit was Fri, 20 Nov 2026\nTo: b\n',
    );
    const long = `X-Long: a\n${' b\n'.repeat(58)}`;
    are(true, `${long}To: c\n`);
    are(false, `${long} b\nTo: c\n`);
  });

  it('may be one field that leaves no doubt', () => {
    are(
      true,
      'Received: from a.contoso.test by b.contoso.test with ESMTP; Fri, 20 Nov 2026 10:00:00 +0000\n',
      'Received: by b.contoso.test; 20 nov 2026 9:00\n',
      'Authentication-Results: mx; spf=pass smtp.mailfrom=a\n',
      'Authentication-Results: mx; dkim = fail\n',
      'Authentication-Results-Original: dmarc=none\n',
      'ARC-Authentication-Results: i=1; arc=none\n',
      'Authentication-Results: compauth=fail\n',
      'Authentication-Results: iprev=pass\n',
      ...['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror'].map(
        (word) => `Received-SPF: ${word} (x)\n`,
      ),
      'Received-SPF: Pass (x)\n',
      'DKIM-Signature: v=1; a=rsa-sha256; bh=x\n',
      'DKIM-Signature: v = 1 ; d=contoso.test\n',
      ...['CIP:1', 'SFV:SPM', 'SCL:5', 'CAT:X', 'IPV:NLI', 'DIR:INB', 'SCL:-1'].map(
        (word) => `X-Forefront-Antispam-Report: ${word}\n`,
      ),
      ...['dest:I', 'ucf:0', 'jmr:0', 'auth:0', 'OFR:X', 'DEST:J'].map(
        (word) => `X-Microsoft-Antispam-Mailbox-Delivery: ${word}\n`,
      ),
      'X-Microsoft-Antispam: BCL:0\n',
      'X-Microsoft-Antispam: PCL:2\n',
      'X-Spam-Status: Yes, score=1\n',
      'X-Spam-Status: no tests=X\n',
      'X-Spam-Status: Yes, hits=1\n',
      'X-Spam-Status: Yes, required=1\n',
      'X-Spamd-Result: default: False [-1.5 / 15.00]\n',
      'X-Barracuda-Spam-Status: No, SCORE=0\n',
      'Received-SPF: pass (x)\nThat is all.\n',
      'X-Spam-Status:\nYes, score=1\n',
    );
    are(
      false,
      'Received: from a.contoso.test\n',
      'Received: a letter; 20 Nov 2026 10:00\n',
      'Authentication-Results: mx; all well\n',
      'Authentication-Results: mx; spf=ok\n',
      'Authentication-Results: xspf=pass\n',
      'Received-SPF: pass\n',
      'Received-SPF: it did pass (x)\n',
      'DKIM-Signature: v=1; x\n',
      'DKIM-Signature: v=2; bh=x\n',
      'X-Forefront-Antispam-Report: CIP: x\n',
      'X-Microsoft-Antispam: BCL:x\n',
      'X-Spam-Status: Yes\n',
      'X-Spam-Status: said Yes, score=1\n',
      'X-Spamd-Result: False\n',
      'X-Barracuda-Spam-Status: No\n',
      'Subject: spf=pass\n',
    );
  });

  it('is no form and no table of a program', () => {
    are(
      false,
      'Name: Ann\nFrom: Berlin\nTo: Paris\nSeats: 2\n'.replace('From', 'Start'),
      'Colour: red\nSize: big\nTo: Paris\n',
      'from: 12\nto: 15\nstep: 3\n',
      'colour: red\nto: b\n',
      'Server   : a\nTo       : b\n',
    );
    are(true, 'Status: O\nTo: b\n', 'Importance: high\nTo: b\n', 'Colour: red\nTo: b\nFrom: a\n');
    for (const name of [
      'action',
      'autocrypt',
      'comments',
      'errors-to',
      'importance',
      'keywords',
      'lines',
      'organization',
      'precedence',
      'priority',
      'sensitivity',
      'sent',
      'status',
    ])
      assert.equal(starts(`to: b\n${name}: x\n`), true, name);
  });

  it('is no delivery status and no summary of Gmail', () => {
    for (const name of [
      'Reporting-MTA',
      'Received-From-MTA',
      'Final-Recipient',
      'Original-Recipient',
      'Original-Envelope-Id',
      'Arrival-Date',
      'Remote-MTA',
      'Diagnostic-Code',
      'Action',
    ]) {
      are(false, `${name}: x\nSubject: y\nTo: z\n`);
      assert.equal(starts(`${name}: x\nSubject: y\nTo: z\n`, 1), false, name);
      assert.ok(isQuotedStatus(new Lines(`> ${name}: x\n`), 0), name);
      assert.ok(isQuotedStatus(new Lines(`> ${name} : x\n>  more\n> Status: 5.0.0\n`), 2), name);
    }
    are(true, 'X-Final-Recipient: x\nTo: z\n');
    assert.equal(starts('Reporting-MTA: x\n\nSubject: y\nTo: z\n', 2), true);
    const seven = `Action: failed\n${'X-A: b\n'.repeat(6)}To: c\nCc: d\n`;
    assert.equal(starts(seven, 7), false);
    assert.equal(starts(`Action: failed\n${'X-A: b\n'.repeat(7)}To: c\nCc: d\n`, 8), true);
    for (const text of [
      'Action: failed\n',
      '> Subject: x\n',
      '> words\n> Status: 5.0.0\n',
      'Action: failed\n> Status: 5.0.0\n',
    ])
      assert.equal(isQuotedStatus(new Lines(text), text.split('\n').length - 2), false, text);
    const summary = 'Message ID\t<1@contoso.test>\nFrom:\ta\nTo:\tb\nSubject:\tx\n';
    for (const check of ['SPF', 'DKIM', 'DMARC'])
      for (const result of ['PASS', 'FAIL', 'SOFTFAIL', 'NEUTRAL', 'NONE', 'TEMPERROR', 'PERMERROR']) {
        assert.ok(
          isSummary(new Lines(`${summary}\n${check}:\t${result} with IP 192.0.2.1\n`), 0),
          `${check} ${result}`,
        );
        assert.ok(isSummary(new Lines(`${check}: '${result}' with domain x\n`), 0));
      }
    for (const text of [`${summary}\n`, `${summary}Colour: red\nSPF:\tPASS\n`, 'SPF: unknown\n', 'SPFX: PASS\n', ''])
      assert.equal(isSummary(new Lines(text), 0), false, text);
    for (const name of ['Cc', 'Bcc', 'Created', 'Created at', 'Created on'])
      assert.ok(isSummary(new Lines(`${name}: x\nDKIM: PASS\n`), 0), name);
    assert.equal(isSummary(new Lines(`${'To: b\n'.repeat(11)}SPF: PASS\n`), 0), true);
    assert.equal(isSummary(new Lines(`${'To: b\n'.repeat(12)}SPF: PASS\n`), 0), false);
  });

  it('may stand behind the line of an mbox, and a quoted copy of it (RFC 4155)', () => {
    const mbox = 'From ann@contoso.test Fri Nov 20 10:00:00 2026\n';
    are(true, `${mbox}From: a\nTo: b\n`, `${mbox}>${mbox}From: a\nTo: b\n`);
    assert.deepEqual(
      [mbox, `${mbox}>${mbox}`, 'From: a\n', 'From time to time\n', `x ${mbox}`].map((text) =>
        behindMboxLines(new Lines(text), 0),
      ),
      [1, 2, 0, 0, 0],
    );
    assert.equal(isMboxLine(new Lines('From ann 10:00 and so on and on and on\n'), 0), false);
    assert.equal(isMboxLine(new Lines('From - Fri Nov 20 10:00:00 2026 +0100\n'), 0), true);
  });
});
