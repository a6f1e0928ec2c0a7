import assert from 'node:assert/strict';
import type { Message } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { spanText } from '../../../../src/core/text/span.ts';

const lined = (...lines: string[]): string => lines.join('\n');

const HEADER = [
  'Return-Path: <>',
  'From: Mail Delivery System <MAILER-DAEMON@mx.contoso.test>',
  'To: erin@contoso.test',
];

const notice = (subject: string, ...body: readonly string[]): string =>
  lined(...HEADER, `Subject: ${subject}`, '', ...body);

const read = (text: string): Message => readMessage(text, new Lines(text), 0, text.length);

/** Each recipient of a notice as `address action status host: what was said`. */
function told(text: string): readonly string[] {
  const { report } = read(text);
  return (report?.recipients ?? []).map(
    ({ finalRecipient, action, status, remoteMta, diagnostic }) =>
      `${finalRecipient} ${action} ${status ?? '-'} ${remoteMta ?? '-'}: ${diagnostic ?? '-'}`,
  );
}

const formatOf = (text: string): string | undefined => read(text).report?.format;

const RETURNED = [
  '',
  'Received: from a by b; Sat, 21 Nov 2026 20:11:38 +0000',
  'From: erin@contoso.test',
  'To: bob@fabrikam.test',
  'Subject: hi',
  '',
  'hello',
];

describe('a notice in words', () => {
  it('of qmail has paragraphs, one a recipient', () => {
    const text = notice(
      'failure notice',
      'Hi. This is the qmail-send program at mx.contoso.test.',
      "I'm afraid I wasn't able to deliver your message to the following addresses.",
      '',
      '<bob@fabrikam.test>:',
      '192.0.2.9 does not like recipient.',
      'Remote host said: 550 5.1.1 no such user',
      'Giving up on 192.0.2.9.',
      '',
      '<carol@fabrikam.test>:',
      "Sorry, I couldn't find any host named fabrikam.test. (#5.1.2)",
      '',
      '--- Below this line is a copy of the message.',
      ...RETURNED,
    );
    assert.deepEqual(told(text), [
      'bob@fabrikam.test failed 5.1.1 192.0.2.9: 550 5.1.1 no such user',
      "carol@fabrikam.test failed 5.1.2 -: Sorry, I couldn't find any host named fabrikam.test. (#5.1.2)",
    ]);
    assert.equal(formatOf(text), 'qmail');
    assert.equal(read(text).report?.returned?.hops.length, 1);
  });

  it('of Exim names the host on a line of its own', () => {
    const text = notice(
      'Mail delivery failed: returning message to sender',
      'This message was created automatically by mail delivery software.',
      '',
      'The following address(es) failed:',
      '',
      '  bob@fabrikam.test',
      '    host mx.fabrikam.test [192.0.2.9]',
      '    SMTP error from remote mail server after RCPT TO:<bob@fabrikam.test>:',
      '    552 5.2.2 mailbox full',
      '',
      '------ This is a copy of the message, including all the headers. ------',
      ...RETURNED,
    );
    assert.deepEqual(told(text), ['bob@fabrikam.test failed 5.2.2 mx.fabrikam.test: 552 5.2.2 mailbox full']);
    assert.equal(formatOf(text), 'exim');
  });

  it('of sendmail has a transcript, in which the server speaks before sendmail says for whom', () => {
    const text = notice(
      'Returned mail: see transcript for details',
      '   ----- Transcript of session follows -----',
      '... while talking to mx.fabrikam.test.:',
      '>>> MAIL From:<erin@contoso.test>',
      '<<< 550 5.7.1 go away',
      '554 5.0.0 <bob@fabrikam.test>... Service unavailable',
      '... while talking to mx.tailspin.test.:',
      '>>> RCPT To:<dave@tailspin.test>',
      '<<< 550 5.1.1 unknown',
      '550 5.1.1 <dave@tailspin.test>... User unknown',
      '',
      '   ----- Original message follows -----',
      ...RETURNED,
    );
    assert.deepEqual(told(text), [
      'bob@fabrikam.test failed 5.7.1 mx.fabrikam.test: 550 5.7.1 go away',
      'dave@tailspin.test failed 5.1.1 mx.tailspin.test: 550 5.1.1 unknown',
    ]);
  });

  it('of Exchange has a code behind a number sign, or words alone', () => {
    const text = notice(
      'Undeliverable: hi',
      'Delivery has failed to these recipients or distribution lists:',
      '',
      'Diagnostic information for administrators:',
      'Generating server: mx.fabrikam.test',
      '',
      'bob@fabrikam.test',
      '#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##',
      '',
      'Original message headers:',
      ...RETURNED,
    );
    assert.deepEqual(told(text), [
      'bob@fabrikam.test failed 5.1.1 -: 550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##',
    ]);
    const old = notice(
      'Undeliverable: hi',
      'Your message',
      '',
      '  To:      bob@fabrikam.test',
      '  Subject: hi',
      '  Sent:    Sat, 21 Nov 2026 20:11:38 +0000',
      '',
      'did not reach the following recipient(s):',
      '',
      'bob@fabrikam.test on Sat, 21 Nov 2026 20:11:40 +0000',
      '    The recipient name is not recognized',
    );
    assert.deepEqual(told(old), ['bob@fabrikam.test failed - -: -']);
    assert.match(read(old).report?.recipients[0]?.words ?? '', /The recipient name is not recognized/);
  });

  it('of OpenSMTPD and of tools like it has address and reply on one line', () => {
    const text = notice(
      'Delivery status notification: error',
      '    This is the MAILER-DAEMON, please DO NOT REPLY to this email.',
      '    An error has occurred while attempting to deliver a message for',
      '    the following list of recipients:',
      '',
      'bob@fabrikam.test: 550 5.1.1 unknown',
      'carol@fabrikam.test: 552 5.2.2 full',
      '',
      '    Below is a copy of the original message:',
      ...RETURNED,
    );
    assert.deepEqual(told(text), [
      'bob@fabrikam.test failed 5.1.1 -: 550 5.1.1 unknown',
      'carol@fabrikam.test failed 5.2.2 -: 552 5.2.2 full',
    ]);
  });

  it('of a tool that nobody knows is read by the same rules', () => {
    const text = notice(
      'Message delivery has failed',
      'Unable to deliver message to: <bob@fabrikam.test>',
      'Server mx.fabrikam.test[192.0.2.9] failed with: 550 <bob@fabrikam.test> No such user',
    );
    assert.deepEqual(told(text), ['bob@fabrikam.test failed - mx.fabrikam.test: 550 <bob@fabrikam.test> No such user']);
    assert.equal(formatOf(text), 'notice');
  });

  it('has words for all the addresses of a list behind it, be they one line', () => {
    const text = notice(
      'Undelivered Mail',
      'Your message did not reach:',
      '',
      'bob@fabrikam.test',
      'carol@fabrikam.test',
      '',
      'Both mailboxes are full.',
    );
    assert.deepEqual(
      read(text).report?.recipients.map(({ finalRecipient, words }) => [finalRecipient, words]),
      [
        ['bob@fabrikam.test', 'Both mailboxes are full.'],
        ['carol@fabrikam.test', 'Both mailboxes are full.'],
      ],
    );
  });

  it('may say that it goes on trying', () => {
    const text = notice(
      'Delivery Status Notification (Delay)',
      'YOU DO NOT NEED TO RESEND YOUR MESSAGE.',
      'Delivery to the following recipient has been delayed:',
      '',
      '     bob@fabrikam.test',
    );
    assert.deepEqual(told(text), ['bob@fabrikam.test delayed - -: -']);
  });

  it('may name its recipient in X-Failed-Recipients or in what it returns alone', () => {
    const named = lined(...HEADER, 'Subject: x', 'X-Failed-Recipients: bob@fabrikam.test', '', 'It did not work.');
    assert.deepEqual(told(named), ['bob@fabrikam.test failed - -: -']);
    const [bob] = read(named).report?.recipients ?? [];
    assert.equal(bob?.wordsSpan && spanText(named, bob.wordsSpan), 'It did not work.');
    const returned = notice(
      'Returned mail: no luck',
      'Deferred for 4 days',
      '   ----- Unsent message follows -----',
      ...RETURNED,
    );
    assert.deepEqual(told(returned), ['bob@fabrikam.test failed - -: -']);
  });

  it('may be encoded, and each line has its place in the document', () => {
    const quoted = lined(
      ...HEADER,
      'Subject: Undelivered Mail',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<bob@fabrikam.test>: host mx.fabrikam.test said: 550 5.1.1 kein =',
      'Empf=C3=A4nger',
    );
    assert.deepEqual(told(quoted), ['bob@fabrikam.test failed 5.1.1 mx.fabrikam.test: 550 5.1.1 kein Empfänger']);
    const span = read(quoted).report?.recipients[0]?.diagnosticSpan;
    assert.ok(span && spanText(quoted, span).endsWith('Empf=C3=A4nger'));
    const packed = Buffer.from('<bob@fabrikam.test>: 550 5.1.1 unknown\n').toString('base64');
    const base64 = lined(...HEADER, 'Subject: Undelivered Mail', 'Content-Transfer-Encoding: base64', '', packed);
    assert.deepEqual(told(base64), ['bob@fabrikam.test failed 5.1.1 -: 550 5.1.1 unknown']);
  });

  it('of Amazon SNS is JSON', () => {
    const bounce = {
      notificationType: 'Bounce',
      bounce: {
        reportingMTA: 'dns; ses.test',
        bouncedRecipients: [
          {
            emailAddress: 'bob@fabrikam.test',
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 unknown',
          },
        ],
      },
    };
    const text = lined(
      'From: no-reply@sns.amazonaws.com',
      'Subject: AWS Notification Message',
      '',
      JSON.stringify(bounce),
      '',
      '--',
      'bye',
    );
    assert.deepEqual(told(text), ['bob@fabrikam.test failed 5.1.1 -: smtp; 550 5.1.1 unknown']);
    assert.equal(read(text).report?.reportingMta, 'ses.test');
  });
});

describe('a notification of Amazon SES', () => {
  const sns = (json: object): string =>
    lined(
      'From: AWS Notifications <no-reply@sns.amazonaws.com>',
      'To: ann@contoso.test',
      'Subject: AWS Notification Message',
      'Content-Type: text/plain; charset=utf-8',
      '',
      JSON.stringify(json),
      '',
      '--',
      'If you wish to stop receiving notifications from this topic, please click or visit the link below to unsubscribe:',
      '',
    );
  const mail = { source: 'ann@contoso.test', destination: ['bob@fabrikam.test'] };

  it('is a delivery with the answer of the server, or a bounce whatever of it is stated', () => {
    const delivery = { recipients: ['bob@fabrikam.test'], smtpResponse: '250 2.0.0 Ok queued' };
    assert.deepEqual(told(sns({ notificationType: 'Delivery', delivery, mail })), [
      'bob@fabrikam.test delivered 2.0.0 -: 250 2.0.0 Ok queued',
    ]);
    const bouncedRecipients = [
      { emailAddress: 'bob@fabrikam.test', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
      { emailAddress: 'eve@fabrikam.test', action: 'delayed', status: '4.2.0' },
      { emailAddress: 7 },
    ];
    const bounce = sns({ eventType: 'Bounce', bounce: { bouncedRecipients }, mail });
    const expected = [
      'bob@fabrikam.test failed 5.1.1 -: smtp; 550 5.1.1 user unknown',
      'eve@fabrikam.test delayed 4.2.0 -: -',
    ];
    assert.deepEqual(told(bounce), expected);
    const inside = JSON.stringify({ notificationType: 'Bounce', bounce: { bouncedRecipients }, mail });
    assert.deepEqual(told(sns({ Type: 'Notification', Message: inside })), expected);
  });

  it('is none of another event, nor where its end is missing', () => {
    assert.deepEqual(told(sns({ eventType: 'Send', send: {}, mail })), []);
    assert.deepEqual(told(sns({ eventType: 'Bounce', bounce: 7, mail })), []);
    assert.deepEqual(told(sns({ eventType: 'Bounce', bounce: {}, mail }).replace(/\}\n/, '\n')), []);
  });
});

describe('a notice as a page', () => {
  it('has the words that a reader sees, however it is encoded', () => {
    const page =
      '<html><head><style>p { color: red }</style><script>var a = "550 5.7.1 no";</script></head><body><p>Delivery has failed to these recipients:</p><div><a href="mailto:bob@fabrikam.test">bob@fabrikam.test</a></div><p>Remote Server at mx.fabrikam.test\t(192.0.2.25) returned &#39;550 5.1.1 &lt;bob&#64;fabrikam.test&gt; User&nbsp;unknown &amp; gone&#39;</p></body></html>';
    const as = (encoding: string, body: string): string =>
      lined(
        ...HEADER,
        'Subject: Undeliverable: hi',
        'MIME-Version: 1.0',
        'Content-Type: text/html; charset=utf-8',
        `Content-Transfer-Encoding: ${encoding}`,
        '',
        body,
        '',
      );
    for (const text of [
      as('8bit', page.replace('<body>', '<body>\r\n  ')),
      as('quoted-printable', page.replaceAll('=', '=3D')),
      as('base64', `${Buffer.from(page.padEnd(page.length + 3 - (page.length % 3))).toString('base64')}A`),
      as(
        'base64',
        Buffer.from(page)
          .toString('base64')
          .replace(/(.{76})/g, '$1\r\n'),
      ),
    ])
      assert.deepEqual(
        told(text),
        ['bob@fabrikam.test failed 5.1.1 -: 550 5.1.1 <bob@fabrikam.test> User unknown & gone'],
        text,
      );
  });

  it('has no words of what is not shown', () => {
    const hidden = (name: string): string =>
      `<html><head><${name}>\nbob@fabrikam.test\n550 5.7.1 refused as spam\n</${name}></head><body><p>Delivery has failed to these recipients:</p><p>carol@fabrikam.test</p><p>550 5.1.1 User unknown</p></body></html>`;
    for (const name of ['style', 'script', 'STYLE', 'Script'])
      assert.deepEqual(
        told(
          lined(
            ...HEADER,
            'Subject: Undeliverable: hi',
            'MIME-Version: 1.0',
            'Content-Type: text/html; charset=utf-8',
            '',
            hidden(name),
            '',
          ),
        ),
        ['carol@fabrikam.test failed 5.1.1 -: 550 5.1.1 User unknown'],
        name,
      );
  });

  it('is read in letters of its charset, or as octets where nobody knows it', () => {
    const as = (charset: string): readonly string[] =>
      told(
        lined(
          ...HEADER,
          'Subject: Unzustellbar',
          'MIME-Version: 1.0',
          `Content-Type: text/plain; charset=${charset}`,
          'Content-Transfer-Encoding: quoted-printable',
          '',
          'Ihre Nachricht konnte nicht zugestellt werden:',
          '',
          '<bob@fabrikam.test>: 550 5.1.1 Empf=E4nger unbekannt',
          '',
        ),
      );
    const expected = ['bob@fabrikam.test failed 5.1.1 -: 550 5.1.1 Empfänger unbekannt'];
    assert.deepEqual(as('iso-8859-1'), expected);
    assert.deepEqual(as('x-unknown'), expected);
  });
});

describe('the fields of a report', () => {
  const report = (...fields: readonly string[]): readonly string[] => {
    const text = lined(
      ...HEADER,
      'Subject: Undelivered',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      '',
      'failed',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.contoso.test',
      '',
      ...fields,
      '--b--',
    );
    return (read(text).report?.recipients ?? []).map(
      ({ originalRecipient, finalRecipient, action, status }) =>
        `${originalRecipient ?? '-'} ${finalRecipient} ${action} ${status}`,
    );
  };
  const of = (name: string, status: string): Record<'original' | 'final' | 'action' | 'status', string> => ({
    original: `Original-Recipient: rfc822;${name}@contoso.test`,
    final: `Final-Recipient: rfc822;${name}@fabrikam.test`,
    action: `Action: ${status.startsWith('4') ? 'delayed' : 'failed'}`,
    status: `Status: ${status}`,
  });

  it('are of several recipients where the empty line between is missing, in whatever order they stand', () => {
    const [bob, eve, joe] = [of('bob', '5.1.1'), of('eve', '5.2.2'), of('joe', '4.2.0')];
    const expected = [
      'bob@contoso.test bob@fabrikam.test failed 5.1.1',
      'eve@contoso.test eve@fabrikam.test failed 5.2.2',
      'joe@contoso.test joe@fabrikam.test delayed 4.2.0',
    ];
    const orders = [
      ['original', 'final', 'action', 'status'],
      ['final', 'original', 'action', 'status'],
      ['original', 'final', 'status', 'action'],
    ] as const;
    for (const order of orders)
      assert.deepEqual(
        report(...[bob, eve, joe].flatMap((one) => order.map((name) => one[name]))),
        expected,
        order.join(),
      );
    assert.deepEqual(
      report(...[bob, eve, joe].flatMap((one) => [one.action, one.final, one.status])),
      expected.map((one) => one.replace(/^\S+/, '-')),
    );
    assert.deepEqual(report(...[bob, eve].flatMap((one) => [one.final, one.action, one.status])), [
      '- bob@fabrikam.test failed 5.1.1',
      '- eve@fabrikam.test failed 5.2.2',
    ]);
    assert.deepEqual(report(bob.final, bob.action, bob.status, eve.original, eve.final, eve.action, eve.status), [
      '- bob@fabrikam.test failed 5.1.1',
      'eve@contoso.test eve@fabrikam.test failed 5.2.2',
    ]);
    assert.deepEqual(report(bob.final, eve.final, eve.action, eve.status), [
      '- bob@fabrikam.test undefined undefined',
      '- eve@fabrikam.test failed 5.2.2',
    ]);
  });
});

describe('what was said last', () => {
  it('counts where Exchange quotes it below its own words that the time is over', () => {
    const text = notice(
      'Undeliverable: hi',
      'Delivery has failed to these recipients or groups:',
      '',
      'bob@fabrikam.test',
      '',
      'Diagnostic information for administrators:',
      '',
      'Generating server: mx.contoso.test',
      '',
      'bob@fabrikam.test',
      'mx.fabrikam.test',
      "Remote Server returned '550 4.4.7 QUEUE.Expired; message expired in unreachable destination queue. Last attempt returned",
      "'451 4.7.1 <bob@fabrikam.test> Greylisted, see",
      "http://contoso.test'",
      '',
      'Original message headers:',
      '',
      'From: erin@contoso.test',
      'To: bob@fabrikam.test',
      'Subject: hi',
      '',
    );
    assert.equal(read(text).report?.recipients.length, 1);
    assert.match(told(text)[0] ?? '', /^bob@fabrikam\.test failed .*451 4\.7\.1 <bob@fabrikam\.test> Greylisted/s);
  });

  it('is the reason below a recipient, over several lines, and not the heading of the next', () => {
    assert.deepEqual(
      told(
        notice(
          'Delivery failure',
          'Your message could not be delivered.',
          '',
          'Recipient: bob@fabrikam.test',
          'Reason: 550 5.1.1',
          '  User unknown in this domain',
          '',
          'Recipient: eve@fabrikam.test',
          '',
          'Error: 552 5.2.2 The mailbox is full.',
          '',
        ),
      ),
      [
        'bob@fabrikam.test failed 5.1.1 -: 550 5.1.1\n User unknown in this domain',
        'eve@fabrikam.test failed 5.2.2 -: 552 5.2.2 The mailbox is full.',
      ],
    );
    assert.deepEqual(
      told(
        notice(
          'failure notice',
          'The following addresses failed:',
          '',
          '<bob@fabrikam.test>',
          '550 5.1.1 User unknown',
          '',
          'Failed recipient:',
          '',
          '<eve@fabrikam.test>',
          '552 5.2.2 Mailbox full',
          '',
        ),
      ),
      [
        'bob@fabrikam.test failed 5.1.1 -: 550 5.1.1 User unknown',
        'eve@fabrikam.test failed 5.2.2 -: 552 5.2.2 Mailbox full',
      ],
    );
  });
});

describe('no notice', () => {
  const is = (text: string): boolean => read(text).report !== undefined;

  it('is an answer of a person or of a program', () => {
    assert.ok(
      !is(
        lined(
          'From: bob@fabrikam.test',
          'Subject: Re: Undelivered Mail Returned to Sender',
          '',
          'carol@fabrikam.test',
          '550 5.1.1 unknown',
        ),
      ),
    );
    assert.ok(
      !is(
        lined(
          'Return-Path: <>',
          'From: bob@fabrikam.test',
          'Subject: Out of office',
          '',
          'I am away, ask carol@fabrikam.test',
        ),
      ),
    );
  });

  it('is a message that only has a subject like one', () => {
    assert.ok(
      !is(
        lined(
          'From: shop@fabrikam.test',
          'Subject: Delivery notification for your parcel',
          '',
          'It comes tomorrow.',
          'Ask help@fabrikam.test',
        ),
      ),
    );
  });

  it("is Postfix's notice of a session that went wrong", () => {
    assert.ok(
      !is(
        notice(
          'Postfix SMTP server: errors from x[192.0.2.1]',
          'Transcript of session follows.',
          '',
          ' Out: 220 mx ESMTP',
          ' In:  RCPT TO:<a@b.test>',
          ' Out: 550 5.1.1 <a@b.test>: unknown',
        ),
      ),
    );
  });
});

describe('an address that a notice hands to its reader', () => {
  const whom = (...body: readonly string[]): readonly string[] =>
    (read(notice('Failed mail', ...body)).report?.recipients ?? []).map(({ finalRecipient }) => finalRecipient ?? '');

  it('is not the recipient: another one to use, or how addresses look there', () => {
    const BOB = ['bob@fabrikam.test'];
    for (const body of [
      [
        'The standard form of email address here is lastname1@fabrikam.test',
        'The address to which your message was addressed, bob@fabrikam.test, did not exactly match an address.',
      ],
      ['The mailbox bob@fabrikam.test does not exist any more.', 'My new e-mail address is bob@northwind.test.'],
      ['Delivery to bob@fabrikam.test failed. Please use robert@fabrikam.test instead.'],
      ['Unknown user: bob@fabrikam.test', '', 'Please use', 'robert@fabrikam.test'],
      ['No such user: bob@fabrikam.test', 'Unknown here; may be replaced by robert@fabrikam.test'],
      ['Unbekannter Empfänger: bob@fabrikam.test', 'Neue Adresse: robert@fabrikam.test'],
      ['Addresses have the format of, e.g., a.b@fabrikam.test', 'The mailbox bob@fabrikam.test does not exist.'],
    ])
      assert.deepEqual(whom(...body), BOB, body.join(' '));
  });

  it('ends with its sentence', () => {
    assert.deepEqual(whom('Please use our web form. The mailbox bob@fabrikam.test does not exist.'), [
      'bob@fabrikam.test',
    ]);
  });
});
