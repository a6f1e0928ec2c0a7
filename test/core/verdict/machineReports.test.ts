import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../../src/core/verdict/verdict.ts';

const verdicts = (...lines: readonly string[]): readonly Verdict[] =>
  readVerdicts(readTicket(lines.join('\n'), 'message'));

const BOB = 'bob@fabrikam.test';
const base64 = (...lines: readonly string[]): string => Buffer.from(lines.join('\r\n')).toString('base64');

const parts = (type: string, encoding: string, body: string, words = 'words', returned: readonly string[] = []) => [
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  '',
  words,
  '--b',
  `Content-Type: ${type}`,
  `Content-Transfer-Encoding: ${encoding}`,
  '',
  body,
  '--b',
  'Content-Type: message/rfc822',
  '',
  ...returned,
  `To: ${BOB}`,
  'Subject: news',
  '',
  '--b--',
];

describe('a report on a message', () => {
  it('is read out of an encoded part, and a failed check is no complaint', () => {
    const [one] = verdicts(
      'From: dmarc@northwind.test',
      ...parts(
        'message/feedback-report',
        'base64',
        base64(
          'Feedback-Type: auth-failure',
          'Version: 1',
          'Source-IP: 192.0.2.7',
          'Reported-Domain: contoso.test',
          'Identity-Alignment: spf,dkim',
          'Delivery-Result: delivered',
        ),
      ),
    );
    assert.equal(one?.code, 'receiver-report');
    assert.match(
      one?.summary ?? '',
      /contoso\.test.*nobody complained\. Neither SPF nor DKIM.*192\.0\.2\.7\. It was delivered\.$/,
    );
  });

  it('says which of both checks does not vouch', () => {
    const summary = (alignment: string) =>
      verdicts(
        'From: dmarc@northwind.test',
        ...parts(
          'message/feedback-report',
          'quoted-printable',
          `Feedback-Type: auth-failure\nIdentity-Alignment: ${alignment}`,
        ),
      )[0]?.summary ?? '';
    assert.match(summary('dkim'), /DKIM does not vouch/);
    assert.doesNotMatch(summary('none'), /vouch/);
  });

  it('is known in the words of Exim', () => {
    const [one] = verdicts(
      'From: DMARC Reporter <dmarc@northwind.test>',
      'Subject: DMARC Forensic Report for mail-out.contoso.test from IP 192.0.2.9',
      'Auto-Submitted: auto-replied',
      '',
      'A message claiming to be from you has failed the published DMARC',
      'policy for your domain.',
      '',
      '  Sender Domain: mail-out.contoso.test',
      '  Sender IP Address: 192.0.2.9',
      '  SPF Alignment: no',
      '  DKIM Alignment: no',
    );
    assert.equal(one?.code, 'receiver-report');
    assert.match(one?.summary ?? '', /\bmail-out\.contoso\.test that failed.*Neither SPF nor DKIM.*192\.0\.2\.9/);
  });

  it('is a complaint in the forms of Microsoft, SpamCop and X-ARF', () => {
    const junk = (...header: readonly string[]) =>
      verdicts(...header, ...parts('text/plain', '7bit', 'x', 'words', [`X-HmXmrOriginalRecipient: ${BOB}`]))[0];
    const microsoft = junk('From: staff@hotmail.com', 'Subject: complaint about message from 203.0.113.xxx');
    assert.deepEqual([microsoft?.code, microsoft?.recipients], ['complaint', [BOB]]);
    assert.match(microsoft?.summary ?? '', /complaint.*203\.0\.113\.xxx/i);
    const asItWas = verdicts(
      `X-HmXmrOriginalRecipient: ${BOB}`,
      'From: news@contoso.test',
      'Subject: News',
      '',
      'Buy.',
    );
    assert.deepEqual([asItWas[0]?.code, asItWas[0]?.recipients], ['complaint', [BOB]]);
    assert.equal(
      verdicts('From: 1@reports.spamcop.net', 'Subject: [SpamCop (192.0.2.3) id:7]Offer', '', 'SpamCop V5')[0]?.code,
      'complaint',
    );
    const xarf = verdicts(
      'From: a@northwind.test',
      'X-XARF: PLAIN',
      'Subject: abuse',
      '',
      'Report-Type: spam',
      'Source: 192.0.2.4',
    );
    assert.match(xarf[0]?.summary ?? '', /complaint.*192\.0\.2\.4/i);
  });
});

describe('an aggregate report', () => {
  const carried = (name: string, type: string, ...header: readonly string[]): string => {
    const [one, ...more] = verdicts(
      ...header,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'This is a report.',
      '--b',
      `Content-Type: ${type}; name="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      'H4sIAAAAAAAAAwMAAAAAAAAAAAA=',
      '--b--',
    );
    assert.deepEqual([one?.code, one?.failed, more.length], ['receiver-report', false, 0]);
    return `${one?.summary} ${one?.next.map(({ text }) => text).join(' ')}`;
  };

  it('says from whom it is, on what, of when, and how its table is opened', () => {
    const told = carried(
      'northwind.test!contoso.test!1700006400!1700092799.xml.gz',
      'application/gzip',
      'From: reports@northwind.test',
      'Subject: Report Domain: contoso.test Submitter: northwind.test Report-ID: <7@northwind.test>',
    );
    assert.match(
      told,
      /^A DMARC aggregate report from northwind\.test about contoso\.test, 2023-11-15 00:00 to 2023-11-15 23:59 UTC/,
    );
    assert.match(told, /Open northwind\.test!contoso.*mail-triage report/);
  });

  it('is told by the name of its file alone, by its subject alone, and by the fields of TLS reports', () => {
    const name = 'mail.northwind.test!contoso.test!1700006400!1700092799!7.zip';
    assert.match(
      carried(name, 'application/zip', 'From: a@northwind.test', 'Subject: x'),
      /DMARC.*from mail\.northwind\.test/,
    );
    assert.match(
      carried(
        'report.zip',
        'application/zip',
        'From: a@northwind.test',
        'Subject: [Preview] Report Domain: contoso.test Submitter: northwind.test Report-ID: 7',
      ),
      /DMARC.*from northwind\.test about contoso\.test/,
    );
    assert.match(
      carried(
        'r.json.gz',
        'application/tlsrpt+gzip',
        'TLS-Report-Domain: contoso.test',
        'TLS-Report-Submitter: northwind.test',
        'Subject: x',
      ),
      /^A TLS report \(TLSRPT\) from northwind\.test about contoso\.test/,
    );
  });
});

describe('a message that is nothing but an aggregate report', () => {
  it('is one by the name of its file, whatever its type', () => {
    const [one] = verdicts(
      'From: reports@northwind.test',
      'Subject: x',
      'Content-Type: application/octet-stream',
      'Content-Disposition: attachment; filename="northwind.test!contoso.test!1700006400!1700092799.xml.gz"',
      'Content-Transfer-Encoding: base64',
      '',
      'H4sIAAAAAAAAAwMAAAAAAAAAAAA=',
    );
    assert.match(one?.summary ?? '', /^A DMARC aggregate report from northwind\.test about contoso\.test/);
  });

  it('is one by its subject, and none where that says something else', () => {
    const codes = (subject: string): readonly string[] =>
      verdicts(
        'From: reports@northwind.test',
        `Subject: ${subject}`,
        'Content-Type: text/xml; name="report.xml"',
        'Content-Disposition: attachment; filename="report.xml"',
        '',
        '<feedback></feedback>',
      ).map(({ code }) => code);
    assert.ok(codes('Report domain: contoso.test Submitter: northwind.test Report-ID: 7').includes('receiver-report'));
    for (const subject of ['Report domain: contoso.test', 'Invoice 7', 'DMARC report'])
      assert.ok(!codes(subject).includes('receiver-report'), subject);
  });
});

describe('a refusal in the form of a receipt', () => {
  const refused = (...words: readonly string[]) =>
    verdicts(
      'From: postmaster@fabrikam.test',
      'Subject: Rejected: Offer',
      'Auto-Submitted: auto-replied (rejected)',
      'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
      '',
      '--b',
      '',
      ...words,
      '--b',
      'Content-Type: message/disposition-notification',
      '',
      `Final-Recipient: rfc822; ${BOB}`,
      'Disposition: automatic-action/MDN-sent-automatically; deleted',
      '--b--',
    )[0];

  it('is a failure with the reason that the words give', () => {
    const full = refused(
      `Your message to <${BOB}> was automatically rejected:`,
      'Quota exceeded (mailbox for user is full)',
    );
    assert.deepEqual([full?.code, full?.role, full?.recipients], ['mailbox-full', 'cause', [BOB]]);
  });

  it('quotes what the recipient wrote where nothing is known of it', () => {
    const own = refused(
      `Your message to <${BOB}> was automatically rejected by Sieve, a mail`,
      'filtering language.',
      '',
      'The following reason was given:',
      'No more of this, please.',
    );
    assert.deepEqual([own?.code, own?.failed], ['policy-refused', true]);
    assert.match(own?.summary ?? '', /“No more of this, please\.”/);
  });

  it('is none where the recipient only deleted the message', () => {
    const deleted = refused('Your message was deleted without being read.');
    assert.deepEqual([deleted?.code, deleted?.failed], ['automatic-reply', false]);
  });
});
