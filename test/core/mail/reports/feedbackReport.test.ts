import assert from 'node:assert/strict';
import type { FeedbackReport } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { isFeedbackReport } from '../../../../src/core/mail/reports/feedbackReport.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const lined = (...lines: readonly string[]): string => lines.join('\n');
const read = (text: string): FeedbackReport | undefined => readMessage(text, new Lines(text), 0, text.length).feedback;

/** A report without its place. */
function told(text: string): Partial<FeedbackReport> | undefined {
  const found = read(text);
  if (found === undefined) return undefined;
  const { start, end, ...rest } = found;
  assert.ok(start <= end && end <= text.length);
  return rest;
}

const RETURNED = ['--b', 'Content-Type: message/rfc822', '', 'To: Carol <carol@b.test>', 'Subject: x', '', 'hi'];
const report = (fields: readonly string[], returned: readonly string[] = RETURNED): string =>
  lined(
    ...['From: fbl@b.test', 'Content-Type: multipart/report; report-type=feedback-report; boundary=b', ''],
    ...['--b', '', 'words', '--b', 'Content-Type: message/feedback-report', '', ...fields, ...returned, '--b--'],
  );

describe('the fields of a feedback report (RFC 5965 3, RFC 6591 3)', () => {
  it('are all told', () => {
    assert.deepEqual(
      told(
        report([
          ...['Feedback-Type: Auth-Failure', 'User-Agent: x/1', 'Version: 1', 'Original-Mail-From: <ann@a.test>'],
          ...['Original-Rcpt-To: Bob <bob@b.test>', 'Removal-Recipient: eve@b.test', 'Original-Rcpt-To:'],
          ...['Source-IP: 192.0.2.1', 'Reported-Domain: a.test', 'Auth-Failure: dmarc', 'Identity-Alignment: none'],
          ...['Delivery-Result: reject', 'Incidents: 2'],
        ]),
      ),
      {
        ...{ type: 'auth-failure', format: 'rfc5965', recipients: ['bob@b.test', 'eve@b.test'], incidents: 2 },
        ...{ sender: 'ann@a.test', sourceIp: '192.0.2.1', reportedDomain: 'a.test', userAgent: 'x/1' },
        ...{ authFailure: 'dmarc', alignment: 'none', delivered: 'reject' },
      },
    );
    assert.deepEqual(told(report(['Feedback-Type: abuse', 'Source-IP:', 'User-Agent:', 'Original-Mail-From: <>'])), {
      ...{ type: 'abuse', format: 'rfc5965', recipients: ['carol@b.test'], incidents: 1, sender: '<>' },
    });
  });

  it('name a type that is known, or another', () => {
    const type = (value: string): string | undefined => read(report([`Feedback-Type: ${value}`, 'Version: 1']))?.type;
    for (const known of ['abuse', 'fraud', 'virus', 'not-spam', 'opt-out', 'opt-out-list', 'auth-failure', 'other'])
      assert.equal(type(`${known.toUpperCase()} (x)`), known);
    assert.equal(type('miscategorized'), 'other');
    assert.equal(type('(abuse)'), 'other');
    assert.equal(read(report(['Version: 1']))?.type, 'other');
  });

  it('count incidents', () => {
    const incidents = (value: string): number | undefined =>
      read(report(['Feedback-Type: abuse', `Incidents: ${value}`]))?.incidents;
    assert.deepEqual(['3', '3x', '0', '-1', 'x', ''].map(incidents), [3, 3, 1, 1, 1, 1]);
  });

  it('name nobody where the message went to several or none', () => {
    const to = (value: string): readonly string[] | undefined =>
      read(report(['Feedback-Type: abuse'], ['--b', 'Content-Type: message/rfc822', '', `To: ${value}`, '', 'hi']))
        ?.recipients;
    assert.deepEqual(to('bob@b.test'), ['bob@b.test']);
    assert.deepEqual(to('undisclosed'), []);
    assert.deepEqual(to('bob@b.test, eve@b.test'), []);
    assert.deepEqual(read(report(['Feedback-Type: abuse'], []))?.recipients, []);
  });

  it('are cut behind 200 recipients, and say how many more there are', () => {
    const many = (count: number) =>
      read(
        report(['Feedback-Type: abuse', ...Array.from({ length: count }, (_, i) => `Original-Rcpt-To: a${i}@b.test`)]),
      );
    assert.deepEqual([many(200)?.recipients.length, many(200)?.cuts], [200, undefined]);
    assert.deepEqual(
      [many(203)?.recipients.length, many(203)?.cuts?.[0]?.what, many(203)?.cuts?.[0]?.left],
      [200, 'recipients', 3],
    );
  });

  it('may have lost their parts, or their message', () => {
    const lost = lined(
      ...['From: fbl@b.test', 'Content-Type: multipart/report; report-type=feedback-report', '', 'words', ''],
      ...['Feedback-Type: abuse', 'Source-IP: 192.0.2.1', ''],
    );
    assert.deepEqual([read(lost)?.type, read(lost)?.sourceIp], ['abuse', '192.0.2.1']);
    assert.equal(read(lost.replace('Feedback-Type', 'X')), undefined);
    const pasted = lined('Feedback-Type: fraud', 'Version: 1', 'Source-IP: 192.0.2.1', '', 'x');
    assert.deepEqual([read(pasted)?.type, read(pasted)?.sourceIp], ['fraud', '192.0.2.1']);
    assert.equal(read(`From: a@b.test\n${pasted}`), undefined);
    assert.equal(isFeedbackReport('message/feedback-report'), true);
    assert.equal(isFeedbackReport('message/report'), false);
  });
});

describe("a complaint in a provider's own form", () => {
  it("is Apple's wish to stop", () => {
    const apple = (value: string, from = 'Ann <ann@a.test>') =>
      told(lined(`From: ${from}`, `X-Apple-Unsubscribe: ${value}`, 'Subject: Unsubscribe', '', 'x'));
    assert.deepEqual(apple('true'), { type: 'opt-out', format: 'notice', recipients: ['ann@a.test'], incidents: 1 });
    assert.deepEqual(apple(' TRUE', 'Ann')?.recipients, []);
    assert.equal(apple('untrue'), undefined);
  });

  const returned = (...fields: readonly string[]): readonly string[] => [
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    ...fields,
    '',
    'hi',
    '--b--',
  ];
  it("is Microsoft's, by its subject and sender or by its field", () => {
    const complaint = (from: string, subject: string, ...fields: readonly string[]) =>
      told(lined(`From: ${from}`, `Subject: ${subject}`, ...returned(...fields)));
    const whole = { type: 'abuse', format: 'notice', incidents: 1, sourceIp: '192.0.2.1' };
    const about = 'Complaint about message from 192.0.2.1';
    for (const domain of ['hotmail.com', 'outlook.com', 'live.com', 'msn.com', 'microsoft.com', 'x.hotmail.com'])
      assert.deepEqual(complaint(`staff@${domain}`, about, 'To: bob@b.test', 'From: Ann <ann@a.test>'), {
        ...whole,
        recipients: ['bob@b.test'],
        sender: 'ann@a.test',
      });
    assert.deepEqual(
      complaint(
        'x@b.test',
        about,
        'X-HmXmrOriginalRecipient: <eve@b.test>',
        'To: bob@b.test',
        'X-SID-PRA: ann@a.test',
        'From: x@y.test',
      ),
      {
        ...{ ...whole, recipients: ['eve@b.test'], sender: 'ann@a.test' },
      },
    );
    assert.equal(complaint('staff@hotmail.community.test', about, 'To: bob@b.test'), undefined);
    assert.equal(complaint('staff@hotmail.com', `Re: ${about}`, 'To: bob@b.test'), undefined);
    assert.equal(complaint('staff@hotmail.com', `${about} x`, 'To: bob@b.test'), undefined);
    assert.equal(
      complaint('staff@hotmail.com', 'complaint about message from 192.0.2.x', 'To: bob@b.test')?.sourceIp,
      '192.0.2.x',
    );
    assert.deepEqual(
      told(lined('From: ann@a.test', 'X-HmXmrOriginalRecipient: bob@b.test', 'Subject: Offer', '', 'x')),
      {
        ...{ type: 'abuse', format: 'notice', recipients: ['bob@b.test'], incidents: 1, sender: 'ann@a.test' },
      },
    );
    assert.deepEqual(complaint('staff@hotmail.com', about, 'Subject: x'), { ...whole, recipients: [] });
  });

  it("is Amazon's, by SNS", () => {
    const sns = (kind: string, complaint: object) =>
      told(
        lined(
          ...['From: AWS <no-reply@sns.amazonaws.com>', 'Subject: AWS Notification Message', ''],
          JSON.stringify({ notificationType: kind, complaint, mail: { sourceIp: '192.0.2.1' } }),
        ),
      );
    const complainedRecipients = [{ emailAddress: 'bob@b.test' }];
    const whole = { type: 'abuse', format: 'notice', recipients: ['bob@b.test'], incidents: 1, sourceIp: '192.0.2.1' };
    assert.deepEqual(sns('Complaint', { complainedRecipients }), whole);
    assert.deepEqual(sns('Complaint', { complainedRecipients, complaintFeedbackType: 'not-spam', userAgent: 'x' }), {
      ...{ ...whole, type: 'not-spam', userAgent: 'x' },
    });
    assert.equal(sns('Delivery', { complainedRecipients }), undefined);
  });
});
