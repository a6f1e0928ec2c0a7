import assert from 'node:assert/strict';
import type { DeliveryReport } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const lined = (...lines: readonly string[]): string => lines.join('\n');
const read = (text: string): DeliveryReport | undefined => readMessage(text, new Lines(text), 0, text.length).report;

const MAILER = 'From: MAILER-DAEMON@mx.contoso.test';
const ERIN = 'From: Erin <erin@contoso.test>';
const BOB = 'bob@fabrikam.test';
const RETURNED = [
  '',
  '----- Original message -----',
  'Received: from a by b; Fri, 20 Nov 2026 10:00:00 +0000',
  `To: ${BOB}`,
  'Subject: hi',
];

/** Each recipient of a report as `address action: what was said`; nothing where the message is none. */
function told(header: readonly string[], ...body: readonly string[]): readonly string[] | undefined {
  return read(lined(...header, '', ...body))?.recipients.map(
    ({ finalRecipient = '-', action = '-', diagnostic = '-' }) => `${finalRecipient} ${action}: ${diagnostic}`,
  );
}

describe('whether a message in words is the notice of a mailer', () => {
  const is = (expected: boolean, header: readonly string[], ...body: readonly string[]): void =>
    assert.equal(told(header, ...body) !== undefined, expected, [...header, ...body].join(' / '));
  const refused = `<${BOB}>: host mx said: 550 no such user`;

  it('is told by its header and its words', () => {
    is(true, [MAILER, 'Subject: Undelivered Mail Returned to Sender'], refused);
    is(true, [MAILER, 'Subject: Undelivered Mail Returned to Sender'], 'It was not delivered.');
    is(false, [MAILER, 'Subject: Undelivered Mail Returned to Sender'], 'hello');
    is(true, [MAILER, 'Subject: x'], refused);
    is(true, [MAILER, 'Subject: x'], 'Your message could not be delivered.');
    is(false, [MAILER, 'Subject: x'], 'The mailbox is full.');
    is(true, [MAILER, 'Subject: Returned mail: x'], 'hello');
    is(true, [MAILER, 'Subject: Undeliverable: x', 'Auto-Submitted: auto-generated (failure)'], 'hello');
    is(false, [ERIN, 'Subject: hello'], refused);
    is(true, [ERIN, 'Subject: Undelivered Mail Returned to Sender'], refused);
    is(false, [ERIN, 'Subject: Undelivered Mail Returned to Sender'], `The mailbox of ${BOB} is full.`);
    is(true, [ERIN, 'Subject: Undelivered Mail Returned to Sender'], `<${BOB}>: It was not delivered.`);
    is(true, [ERIN, 'Subject: Undelivered Mail Returned to Sender'], 'It could not be delivered.', ...RETURNED);
    is(false, [ERIN, 'Subject: Undelivered Mail Returned to Sender'], 'It could not be delivered.');
    is(true, [ERIN, 'Subject: x', 'Return-Path: <>'], refused);
    is(true, ['X-Failed-Recipients: bob@fabrikam.test', ERIN], 'hello');
  });

  it('is not told by a name in front of somebody else, unless a message is returned', () => {
    const posing = [
      'From: Mail Delivery System <kim@evil.test>',
      'Return-Path: <kim@evil.test>',
      'Subject: Undelivered Mail Returned to Sender',
    ];
    is(false, posing, refused);
    is(true, posing, refused, ...RETURNED);
  });

  it('is none of a session, of a filter, or of somebody who complains', () => {
    const subject = 'Subject: Postfix SMTP server: errors from x';
    is(
      false,
      [MAILER, subject],
      'Transcript of session follows.',
      '',
      ' Out: 220 mx',
      ' In:  RCPT TO:<bob@fabrikam.test>',
      ' Out: 550 no',
    );
    is(true, [MAILER, subject], 'Transcript of a session.', `RCPT TO:<${BOB}>`, '550 no such user');
    is(false, [MAILER, 'Subject: x'], 'The message WAS NOT relayed to:', refused);
  });
});

describe('what the notice of a mailer says', () => {
  it('stands in its words, with a message that is returned in them', () => {
    const text = lined(MAILER, 'Subject: x', '', `<${BOB}>: 550 no`, ...RETURNED);
    const report = read(text);
    assert.equal(report?.returned?.fields.at(-1)?.value, 'hi');
    assert.equal(read(lined(MAILER, 'Subject: x', '', `<${BOB}>: 550 no`))?.returned, undefined);
    assert.deepEqual(told([MAILER, 'Subject: x'], 'It was not delivered.', ...RETURNED), [`${BOB} failed: -`]);
    assert.equal(read(lined(MAILER, 'Subject: x', '', `<${BOB}>: 550 no, not delivered within 3 days`))?.waited, true);
  });

  it('is that of a message inside, where it names nobody itself', () => {
    const inside = lined(MAILER, 'Subject: Undelivered Mail Returned to Sender', '', `<${BOB}>: 550 no`);
    const outer = lined(
      MAILER,
      'Subject: Undelivered Mail',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'See below, not delivered.',
      '--b',
      'Content-Type: message/rfc822',
      '',
      inside,
      '--b--',
    );
    assert.deepEqual(
      read(outer)?.recipients.map((one) => one.finalRecipient),
      [BOB],
    );
    assert.deepEqual(
      read(outer.replace('See below', '<eve@b.test>: 551 x'))?.recipients.map((one) => one.finalRecipient),
      ['eve@b.test'],
    );
  });

  it('goes to whom a part says that it was sent', () => {
    const returned = (...fields: readonly string[]): readonly string[] | undefined =>
      told(
        [MAILER, 'Subject: Undelivered Mail', 'Content-Type: multipart/mixed; boundary=b'],
        ...['--b', '', 'It was not delivered.', '--b', 'Content-Type: message/rfc822', '', ...fields, '', 'x', '--b--'],
      );
    assert.deepEqual(returned(`To: Bob <${BOB}>, x@y.test`), [`${BOB} failed: -`]);
    assert.deepEqual(returned('To: x@y.test', `X-Envelope-To: ${BOB}`), [`${BOB} failed: -`]);
    assert.deepEqual(returned('Subject: y'), ['- failed: -']);
  });

  it('may be that of Amazon', () => {
    const sns = (notification: object): DeliveryReport | undefined =>
      read(
        lined(
          'From: AWS <no-reply@sns.amazonaws.com>',
          'Subject: AWS Notification Message',
          '',
          JSON.stringify(notification),
        ),
      );
    const bounce = sns({
      notificationType: 'Bounce',
      bounce: { reportingMTA: 'dns; mx', bouncedRecipients: [{ emailAddress: BOB }] },
    });
    assert.deepEqual(
      [bounce?.format, bounce?.reportingMta, bounce?.recipients[0]?.action],
      ['amazon-sns', 'mx', 'failed'],
    );
    const delivery = sns({ notificationType: 'Delivery', delivery: { recipients: [BOB] } });
    assert.equal(delivery?.recipients[0]?.action, 'delivered');
    assert.equal(
      sns({ notificationType: 'Complaint', complaint: { complainedRecipients: [{ emailAddress: BOB }] } }),
      undefined,
    );
  });

  it('stands in the first status that states something', () => {
    const status = (...groups: readonly (readonly string[])[]): readonly string[] | undefined =>
      told(
        [MAILER, 'Subject: x', 'Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
        ...[
          '--b',
          '',
          'words',
          ...groups.flatMap((lines) => ['--b', 'Content-Type: message/delivery-status', '', ...lines]),
        ],
        '--b--',
      );
    const fields = [`Final-Recipient: rfc822; ${BOB}`, 'Action: failed'];
    assert.deepEqual(status(fields), [`${BOB} failed: -`]);
    assert.deepEqual(status(['Words: of it'], fields), [`${BOB} failed: -`]);
    assert.deepEqual(status(fields, ['Final-Recipient: rfc822; eve@b.test', 'Action: failed']), [`${BOB} failed: -`]);
    for (const name of ['Final-Recipient', 'Original-Recipient', 'Action'])
      assert.match(
        status(['Words: of it'], [`${name}: failed`, 'Diagnostic-Code: 550 no'])?.[0] ?? '',
        /: 550 no$/,
        name,
      );
    const mta = (...lines: readonly string[]): string | undefined =>
      read(
        lined(
          ...[
            MAILER,
            'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
            '',
            '--b',
            '',
            'words',
          ],
          ...['--b', 'Content-Type: message/delivery-status', '', 'Words: of it'],
          ...['--b', 'Content-Type: message/delivery-status', '', ...lines, '--b--'],
        ),
      )?.reportingMta;
    assert.equal(mta('Reporting-MTA: dns; mx'), 'mx');
    assert.equal(mta('Status: 5.0.0', 'X-A: b', '', 'Reporting-MTA: dns; mx'), 'mx');
  });

  it('needs no words that refuse where its type says what it is', () => {
    const typed = (type: string): readonly string[] | undefined =>
      told(
        [MAILER, 'Subject: Delivery report', `Content-Type: ${type}; boundary=b`],
        ...[
          '--b',
          '',
          'hello',
          '--b',
          'Content-Type: message/rfc822',
          '',
          `To: ${BOB}`,
          'Subject: x',
          '',
          'y',
          '--b--',
        ],
      );
    assert.deepEqual(typed('multipart/report; report-type=delivery-status'), [`${BOB} failed: -`]);
    assert.equal(typed('multipart/mixed'), undefined);
    assert.equal('waited' in (read(lined(MAILER, 'Subject: x', '', `<${BOB}>: 550 no`)) ?? {}), false);
  });
});
