import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

/** The lines of one reply, as a server sends them: with a hyphen behind the code of all but the last (RFC 5321 4.2.1). */
interface Reply {
  readonly code: string;
  readonly status: string;
  readonly lines: readonly string[];
}

const sent = ({ code, status, lines }: Reply): readonly string[] =>
  lines.map((line, i) => `${code}${i < lines.length - 1 ? '-' : ' '}${status}${line}`);

const HEADER =
  'Return-Path: <>\nFrom: MAILER-DAEMON@contoso.test (Mail Delivery System)\nTo: ann@contoso.test\nSubject: Undelivered Mail Returned to Sender\n';

const report = (diagnostic: string): string =>
  `${HEADER}Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nSorry.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.contoso.test\n\nFinal-Recipient: rfc822; bob@fabrikam.test\nAction: failed\nRemote-MTA: dns; mx.fabrikam.test\nDiagnostic-Code: smtp; ${diagnostic}\n\n--b--\n`;

const words = (...lines: readonly string[]): string => `${HEADER}\n${lines.join('\n')}\n`;

const exim = [
  'This message was created automatically by mail delivery software.',
  '',
  'A message that you sent could not be delivered to one or more of its',
  'recipients. This is a permanent error. The following address(es) failed:',
  '',
  '  bob@fabrikam.test',
];
const exchange = [
  'Delivery has failed to these recipients or groups:',
  '',
  'bob@fabrikam.test',
  '',
  'Diagnostic information for administrators:',
  '',
  'Generating server: mx.contoso.test',
  '',
  'bob@fabrikam.test',
];
const qmail = [
  'Hi. This is the qmail-send program at mx.contoso.test.',
  "I'm afraid I wasn't able to deliver your message to the following addresses.",
  '',
  '<bob@fabrikam.test>:',
  '192.0.2.4 does not like recipient.',
];

/** The ways in which the reply stands in a bounce, a log or a ticket. */
const FORMS: Readonly<Record<string, (reply: Reply) => string>> = {
  'a diagnostic folded with blanks': (reply) => report(sent(reply).join('\n    ')),
  'a diagnostic folded with tabs': (reply) => report(sent(reply).join('\n\t')),
  'a diagnostic on one line': (reply) => report(sent(reply).join(' ')),
  'a diagnostic on one line that repeats the code alone': (reply) =>
    report(
      sent(reply)
        .map((line, i) => (i === 0 ? line : line.replace(reply.status, '')))
        .join(' '),
    ),
  'a diagnostic that repeats no code': (reply) => report(`${reply.code} ${reply.status}${reply.lines.join(' ')}`),
  'a diagnostic of Exim': (reply) =>
    report(`SMTP error from remote mail server after RCPT TO:<bob@fabrikam.test>: ${sent(reply).join('\n ')}`),
  'words of Exim, the reply below': (reply) =>
    words(
      ...exim,
      '    host mx.fabrikam.test [192.0.2.4]',
      '    SMTP error from remote mail server after RCPT TO:<bob@fabrikam.test>:',
      ...sent(reply).map((line) => `    ${line}`),
    ),
  'words of Exim, the reply behind the host': (reply) =>
    words(
      ...exim,
      '    SMTP error from remote mail server after RCPT TO:<bob@fabrikam.test>:',
      `    host mx.fabrikam.test [192.0.2.4]: ${sent(reply).join('\n    ')}`,
    ),
  'words of qmail': (reply) =>
    words(...qmail, `Remote host said: ${sent(reply).join('\n')}`, 'Giving up on 192.0.2.4.'),
  'words of qmail on one line': (reply) =>
    words(...qmail, `Remote host said: ${sent(reply).join(' ')}`, 'Giving up on 192.0.2.4.'),
  'words of Postfix, wrapped': (reply) =>
    words(
      'This is the mail system at host mx.contoso.test.',
      '',
      `<bob@fabrikam.test>: host mx.fabrikam.test[192.0.2.4] said: ${sent(reply).join(' ')} (in reply to RCPT TO command)`.replace(
        /(.{60}\S*) /g,
        '$1\n    ',
      ),
    ),
  'words of Exchange with number signs': (reply) =>
    words(
      ...exchange,
      `mx.fabrikam.test #<mx.fabrikam.test #${reply.code} ${reply.status}${reply.lines.join(' ')}> #SMTP#`,
    ),
  'words of Exchange in quotation marks': (reply) =>
    words(...exchange, `Remote Server returned '${sent(reply).join(' ')}'`),
  'a transcript of sendmail': (reply) =>
    words(
      '   ----- The following addresses had permanent fatal errors -----',
      '<bob@fabrikam.test>',
      `    (reason: ${sent(reply)[0]})`,
      '',
      '   ----- Transcript of session follows -----',
      '... while talking to mx.fabrikam.test.:',
      '>>> RCPT To:<bob@fabrikam.test>',
      ...sent(reply).map((line) => `<<< ${line}`),
      '550 5.1.1 <bob@fabrikam.test>... User unknown',
    ),
  'a transcript of Courier': (reply) =>
    words(
      'This is a delivery status notification from mx.contoso.test,',
      'running the Courier mail server.',
      '',
      '                               UNDELIVERABLE MAIL',
      '',
      'Your message to the following recipients cannot be delivered:',
      '',
      '<bob@fabrikam.test>:',
      '    mx.fabrikam.test [192.0.2.4]:',
      '>>> RCPT TO:<bob@fabrikam.test>',
      ...sent(reply).map((line) => `<<< ${line}`),
    ),
  'words of Gmail': (reply) =>
    words(
      'Message not delivered',
      '',
      "Your message wasn't delivered to bob@fabrikam.test.",
      '',
      'The response from the remote server was:',
      '',
      sent(reply).join(' '),
    ),
  'lines that are quoted': (reply) =>
    words(
      'The mail could not be delivered to <bob@fabrikam.test>. The remote server said:',
      '',
      ...sent(reply).map((line) => `> ${line}`),
    ),
  'a line of Postfix\u2019 log': (reply) =>
    `Nov 20 10:00:00 mx postfix/smtp[123]: 4ABC123: to=<bob@fabrikam.test>, relay=mx.fabrikam.test[192.0.2.4]:25, delay=1, delays=0/0/1/0, dsn=5.0.0, status=bounced (host mx.fabrikam.test[192.0.2.4] said: ${sent(reply).join(' ')} (in reply to RCPT TO command))\n`,
  'a line of Exim\u2019s log': (reply) =>
    `2026-11-20 10:00:00 1abcde-000001-Aa ** bob@fabrikam.test R=dnslookup T=remote_smtp H=mx.fabrikam.test [192.0.2.4]: SMTP error from remote mail server after RCPT TO:<bob@fabrikam.test>: ${sent(reply).join('\\n')}\n`,
};

/** Replies in which a line in the middle, or the words of the reply alone, would tell another story. */
const REPLIES: readonly (readonly [reason: string, reply: Reply])[] = [
  [
    'sender-refused',
    {
      code: '550',
      status: '',
      lines: [
        'Verification failed for <ann@contoso.test>',
        'The mail server could not deliver mail to ann@contoso.test. The account or domain may not exist',
        'Sender verify failed',
      ],
    },
  ],
  [
    'recipient-unknown',
    {
      code: '550',
      status: '5.1.1 ',
      lines: [
        'The email account that you tried to reach does not exist. Please try',
        "double-checking the recipient's email address for typos or",
        'unnecessary spaces. Learn more at https://support.google.com/mail/?p=NoSuchUser x-gsmtp',
      ],
    },
  ],
  [
    'spf-failed',
    {
      code: '550',
      status: '5.7.1 ',
      lines: [
        'SPF check failed for contoso.test:',
        'The sending host 192.0.2.9 is not allowed',
        'Message refused by SPF policy',
      ],
    },
  ],
  [
    'mailbox-full',
    {
      code: '552',
      status: '5.2.2 ',
      lines: ['Requested action aborted: policy.', 'Please see your administrator.', 'Mailbox full'],
    },
  ],
];

describe('several lines of one reply', () => {
  for (const [name, form] of Object.entries(FORMS))
    it(`are one reply in ${name}`, () => {
      for (const [reason, reply] of REPLIES) {
        const text = form(reply);
        const failed = readVerdicts(readTicket(text, text.startsWith('Return-Path') ? 'message' : 'anywhere')).filter(
          (one) => one.failed,
        );
        assert.deepEqual(
          failed.map(({ code, recipients }) => [code, recipients]),
          [[reason, ['bob@fabrikam.test']]],
          text,
        );
      }
    });
});

describe('a reply of several lines that somebody pasted into a sentence, wrapped anew', () => {
  const told = (text: string) => readVerdicts(readTicket(text)).map(({ code, times }) => [code, times]);
  const lines = [
    '550-5.7.26 Gmail requires all senders to authenticate',
    '550-5.7.26 with either SPF or DKIM.',
    '550-5.7.26 Authentication results: DKIM = did not pass',
    '550-5.7.26 SPF [contoso.test] with ip: [192.0.2.10] = did not pass',
    '550 5.7.26 https://support.google.com/mail/answer/81126 if7-2002 - gsmtp',
  ].join(' ');

  it('is one, wherever the lines break', () => {
    for (const width of [30, 45, 60, 77, 120, 1000]) {
      const wrapped = lines.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '    $1\n');
      const found = told(
        `The bounce says that this mail was blocked because the sender is unauthenticated.\n${wrapped}`,
      );
      assert.deepEqual(found, [['sender-unauthenticated', 1]], `${width}`);
    }
  });

  it('ends where another code or another server speaks', () => {
    const found = told(
      `It said 550-5.7.26 DKIM = did not pass\nand then: 550 5.1.1 <bob@fabrikam.test> User unknown\n`,
    );
    assert.equal(found.length, 2);
  });
});

describe('a notice of a delay', () => {
  const until = (field: string) =>
    readVerdicts(
      readTicket(
        `${HEADER}Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nSorry.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.contoso.test\n\nFinal-Recipient: rfc822; bob@fabrikam.test\nAction: delayed\nStatus: 4.4.7\n${field}\n--b--\n`,
      ),
    )[0]?.summary;

  it('says until when it is tried', () => {
    assert.match(
      until('Will-Retry-Until: Wed, 2 May 2012 23:24:59 +0100\n') ?? '',
      / It is tried until Wed, 2 May 2012 23:24:59 \+0100\.$/,
    );
    assert.doesNotMatch(until('') ?? '', /until/);
  });
});
