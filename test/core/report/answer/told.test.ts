import assert from 'node:assert/strict';
import { answer } from '../../../../src/core/report/answer.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';
import { userAnswer } from '../filled.ts';

const answerTo = (text: string): string => answer(readTicket(text), { file: '', probes: [] }) ?? '';
const plainTo = (text: string): string => userAnswer(readTicket(text)) ?? '';

const postfix = (time: string, program: string, rest: string): string =>
  `Nov 20 ${time} mx1 postfix/${program}[71]: ${rest}\n`;
const delivery = (time: string, id: string, to: string, host: string, status: string): string =>
  postfix(time, 'smtp', `${id}: to=<${to}>, relay=${host}[203.0.113.7]:25, delay=1, delays=0/0/0/1, ${status}`);
const from = (time: string, id: string, sender: string): string =>
  postfix(time, 'qmgr', `${id}: from=<${sender}>, size=900, nrcpt=1 (queue active)`);
const bounced =
  'dsn=5.1.1, status=bounced (host mx.fabrikam.test[203.0.113.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command))';
const greylisted =
  'dsn=4.7.1, status=deferred (host mx.adatum.test[203.0.113.7] said: 450 4.7.1 Greylisted (in reply to RCPT TO command))';
const sent = 'dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4ZZ99)';

const session = (port: number, ehlo: string): string => `C:\\>telnet smtp.contoso.test ${port}
220 smtp.contoso.test ESMTP
EHLO pc
250-smtp.contoso.test
250-PIPELINING
${ehlo}MAIL FROM:<a@contoso.test>
250 2.1.0 Ok
RCPT TO:<b@fabrikam.test>
554 5.7.1 <b@fabrikam.test>: Relay access denied
QUIT
221 Bye
`;

describe('what an answer says of the mail', () => {
  it('is for the user that the rule is one of the sending side, where forwarding to outside is not allowed', () =>
    assert.match(
      plainTo('550 5.7.520 Access denied, Your organization does not allow external forwarding.'),
      /Why: A rule in the organisation of the sender does not let the message out\./,
    ));

  it('is recipient, sender, time and server, where they are known', () => {
    const text = answerTo(
      from('09:00:00', '4C1D5228000', 'a@contoso.test') +
        delivery('09:00:01', '4C1D5228000', 'b@fabrikam.test', 'mx.fabrikam.test', bounced),
    );
    assert.match(
      text,
      /- Recipient: b@fabrikam\.test\n- Sender: a@contoso\.test\n- Time: Nov 20 09:00:01\n- Server: mx\.fabrikam\.test \\\[203\.0\.113\.7\\\]\n/,
    );
  });

  it('is that it was returned, and to whom', () => {
    const text = answerTo(
      from('09:00:00', '4C1D5228000', 'a@contoso.test') +
        delivery('09:00:01', '4C1D5228000', 'b@fabrikam.test', 'mx.fabrikam.test', bounced),
    );
    assert.match(text, /was returned to a@contoso\.test \(Nov 20 09:00:01\); nothing tries again by itself/);
  });

  it('is for a user to send it again where what would have passed came back', () => {
    const notice = (said: string): string =>
      `Mail delivery failed: returning message to sender\n\nA message that you sent could not be delivered.\nThis is a permanent error. The following address failed:\n\n  b@fabrikam.test\n    ${said}\n`;
    for (const said of ['450 4.7.1 Greylisted', '421 4.3.2 Too many connections, try later'])
      assert.match(
        plainTo(notice(said)),
        /not sent again by itself\.\n\nWhat you can do: Please send the message again\.\n$/,
        said,
      );
  });

  it('is not the subject of the notice', () => {
    const notice = (subject: string): string =>
      answerTo(
        `Our customer got this:\n\nSubject: ${subject}\n\nA message that you sent could not be delivered to one or more of its\nrecipients. The following address(es) failed:\n\n  b@fabrikam.test\n    550 5.1.1 User unknown\n`,
      );
    assert.match(notice('Offer'), /\n- Subject: Offer\n/);
    for (const subject of [
      'Mail delivery failed: returning message to sender',
      'Fwd: Undelivered Mail Returned to Sender',
    ])
      assert.doesNotMatch(notice(subject), /- Subject/, subject);
  });

  it('is that it was returned to whom the line below the refused connection names (Exim)', () => {
    const text = answerTo(`2026-11-20 10:14:58 1abcde-000001-AB H=mx.fabrikam.test [203.0.113.7] Connection refused
2026-11-20 10:14:59 1abcde-000001-AB ** b@fabrikam.test R=dnslookup T=remote_smtp: retry timeout exceeded
`);
    assert.match(text, /- Recipient: b@fabrikam\.test\n- Time: 2026-11-20 10:14:59\n/);
    assert.match(text, /was returned to its sender \(2026-11-20 10:14:59\)/);
  });

  it('is that it was returned where sendmail tells the sender that it gave up', () => {
    const line = (rest: string): string => `Nov 20 09:00:01 mx1 sendmail[7]: 6AK8EwAB012345: ${rest}\n`;
    const put = line(
      'to=<b@fabrikam.test>, delay=5+00:00:01, mailer=esmtp, relay=mx.fabrikam.test. [203.0.113.7], dsn=4.0.0, stat=Deferred: Connection refused by mx.fabrikam.test.',
    );
    for (const words of [
      'sender notify: Cannot send message for 5 days',
      'return to sender: Cannot send message within 5 days',
    ])
      assert.match(answerTo(put + line(`6AK8EwAC012345: ${words}`)), /was returned to its sender \(Nov 20/, words);
    const warned = line('6AK8EwAC012345: sender notify: Warning: could not send message for past 4 hours');
    assert.match(answerTo(put + warned), /is still tried/);
  });

  it('is for a user no wrong password where the server offers no login, or none with a password', () => {
    const text = (reply: string): string =>
      plainTo(`C:\\>telnet smtp.contoso.test 25
220 smtp.contoso.test ESMTP
EHLO pc
250-smtp.contoso.test
250 8BITMIME
AUTH LOGIN
${reply}
`);
    const none = text('503 5.5.1 Error: authentication not enabled');
    assert.match(none, /Why: The mail server did not take the login\./);
    assert.doesNotMatch(none, /password/);
    for (const words of ['basic authentication is disabled.', 'SmtpClientAuthentication is disabled for the Tenant.'])
      assert.doesNotMatch(text(`535 5.7.139 Authentication unsuccessful, ${words}`), /password/, words);
    for (const reply of ['535 5.7.8 Error: authentication failed', '535 5.7.0 Login failed', '535 Rejected'])
      assert.match(text(reply), /Why: The user name or the password was not accepted\./, reply);
  });

  it('is for a user no wrong password where the server could not check it, or wants another way', () => {
    const text = (reply: string): string =>
      plainTo(`220 smtp.contoso.test ESMTP\nEHLO pc\n250 smtp.contoso.test\nAUTH PLAIN AGEAYg==\n${reply}\n`);
    const unchecked = text('454 4.7.0 Temporary authentication failure');
    assert.match(unchecked, /Why: The mail server did not take the login\./);
    assert.match(unchecked, /This has to be mended by those who run the mail of the sender\./);
    assert.doesNotMatch(unchecked, /What you can do/);
    for (const reply of [
      '534 5.7.9 Authentication mechanism is too weak',
      '534 5.7.14 Please log in with your web browser and then try again',
    ]) {
      assert.match(text(reply), /Why: The mail server did not take the login\./, reply);
      assert.match(text(reply), /What you can do: Please check the settings for sending mail/, reply);
    }
  });

  it('is for a user whose rule it was', () => {
    const blocked =
      '550 5.7.703 Your message can’t be delivered because one or more recipients are blocked by your organization';
    assert.match(plainTo(blocked), /Why: A rule in the organisation of the sender does not let the message out\./);
    assert.match(plainTo('550 5.7.1 Rejected by policy'), /Why: A rule of the receiving mail server/);
    assert.match(plainTo('"reject_reason": "rule"'), /Why: A rule in the organisation of the sender/);
  });

  it('is for a user to have room made, and to send again only what is tried no more', () => {
    const to = (reply: string): string =>
      plainTo(delivery('09:00:01', '4C1D5228000', 'b@fabrikam.test', 'mx.fabrikam.test', reply));
    const full = 'status=bounced (host mx.fabrikam.test[203.0.113.7] said: 552 5.2.2 Mailbox full)';
    assert.match(to(`dsn=5.2.2, ${full}`), /in another way, and send the message again then\./);
    const waiting = 'status=deferred (host mx.fabrikam.test[203.0.113.7] said: 452 4.2.2 Mailbox full)';
    assert.match(to(`dsn=4.2.2, ${waiting}`), /please tell them in another way\.(?! *and)/);
  });

  it('is that it is still tried, and until when a notice says', () => {
    assert.match(
      answerTo(delivery('09:00:01', '4C1D5228000', 'b@adatum.test', 'mx.adatum.test', greylisted)),
      /is still tried, as a rule for 4 to 5 days/,
    );
    const notice = `Return-Path: <>
From: MAILER-DAEMON@mx1.contoso.test
To: a@contoso.test
Subject: Delayed Mail
Date: Fri, 20 Nov 2026 12:00:00 +0100
Content-Type: multipart/report; report-type=delivery-status; boundary="bb"

--bb
Content-Type: message/delivery-status

Reporting-MTA: dns; mx1.contoso.test

Final-Recipient: rfc822; b@fabrikam.test
Action: delayed
Status: 4.4.1
Diagnostic-Code: X-Postfix; connect to mx.fabrikam.test[203.0.113.25]:25: Connection timed out
Will-Retry-Until: Wed, 25 Nov 2026 08:00:00 +0100

--bb--
`;
    assert.match(answerTo(notice), /still tried until Wed, 25 Nov 2026 08:00:00 \+0100/);
    assert.match(answerTo(notice), /- Sender: a@contoso\.test\n/);
    assert.match(
      plainTo(notice),
      /tries again by itself until Wed, 25 Nov 2026 08:00:00 \+0100\. You need not send it again\./,
    );
  });

  it('is that a bounce that cannot be delivered is dropped', () => {
    const text = answerTo(
      from('09:00:00', '4C1D5228000', '') +
        delivery('09:00:01', '4C1D5228000', 'b@fabrikam.test', 'mx.fabrikam.test', bounced),
    );
    assert.match(text, /It was dropped: nobody gets it/);
  });

  it('is that the server did not take it, where a program without a queue handed it in', () => {
    const text = answerTo(
      "Oct 04 00:01:35 host=smtp.fabrikam.test tls=on auth=on user=a@contoso.test from=a@contoso.test recipients=b@fabrikam.test smtpstatus=550 smtpmsg='550 5.1.1 User unknown' errormsg='recipient address b@fabrikam.test not accepted by the server' exitcode=EX_DATAERR\n",
    );
    assert.match(text, /It was not delivered: the server did not take it, and whoever sent it has it still/);
    assert.ok(!text.includes('returned to'), text);
    assert.match(
      answerTo("smtplib.SMTPRecipientsRefused: {'b@gmail.com': (550, b'5.1.1 User unknown')}\n"),
      /whoever sent it has it still/,
    );
  });

  it('is nothing where no mail hangs on what was refused', () => {
    const text = answerTo(
      '220 mx.contoso.test ESMTP\nEHLO a.test\n250 mx.contoso.test\nVRFY b\n502 5.5.1 VRFY command is disabled\nQUIT\n221 Bye\n',
    );
    assert.ok(!text.includes('not delivered'), text);
  });

  it('quotes its lines whole, and says what a bound leaves out', () => {
    const words = `550 5.1.1 ${'long words '.repeat(60)}the end of it`;
    assert.match(answerTo(`RCPT TO:<b@fabrikam.test>\n${words}\nQUIT\n221 bye\n`), /the end of it\n```/);
    const endless = `550 5.1.1 ${'x'.repeat(20_000)}`;
    assert.match(answerTo(`RCPT TO:<b@fabrikam.test>\n${endless}\nQUIT\n221 bye\n`), / … \(12010 more characters\)/);
  });
});

describe('what stands beside a failure', () => {
  it('is that the server offers no login on port 25', () => {
    const text = answerTo(session(25, '250 DSN\n'));
    assert.match(text, /The server offers no AUTH on port 25 in its answer to EHLO \(line 4\)\. Port 587 is the one/);
    assert.match(text, /\n {1,2}4: 250-smtp\.contoso\.test\n/);
  });

  it('is that the server may offer one behind STARTTLS, or that nobody used it', () => {
    assert.match(answerTo(session(25, '250-STARTTLS\n250 DSN\n')), /it offers STARTTLS, and may offer AUTH behind it/);
    assert.match(
      answerTo(session(587, '250 AUTH PLAIN\n')),
      /The server offers AUTH on port 587 in its answer to EHLO \(line 4\), but nobody logged in/,
    );
  });

  it('is the refused connection above the line that gives up', () => {
    const line = (time: string, rest: string): string => `2026-11-${time} 1tDxyz-00001A-2b ${rest}\n`;
    const text = answerTo(
      line('20 09:00:02', '== b@northwind.test R=dnslookup T=remote_smtp defer (111): Connection refused') +
        line('24 09:00:02', 'H=mx.northwind.test [203.0.113.25]: Connection refused') +
        line('24 09:00:03', '** b@northwind.test R=dnslookup T=remote_smtp: retry timeout exceeded'),
    );
    assert.match(text, /The line above the end says why \(line 2\): connection refused/);
    assert.match(text, /\n2: 2026-11-24 09:00:02 .*\n3: 2026-11-24 09:00:03 /);
    assert.match(text, /- Server: mx\.northwind\.test /);
  });

  it('is that a forwarder breaks SPF', () => {
    const text = answerTo(
      postfix(
        '09:00:02',
        'smtp',
        '4C1D5228000: to=<b@fabrikam.test>, orig_to=<b@northwind.test>, relay=mx.fabrikam.test[203.0.113.7]:25, delay=1, delays=0/0/0/1, dsn=5.7.23, status=bounced (host mx.fabrikam.test[203.0.113.7] said: 550 5.7.23 SPF validation failed for contoso.test (in reply to end of DATA command))',
      ),
    );
    assert.match(
      text,
      /It was written to b@northwind\.test and handed on to b@fabrikam\.test from here\. That is why: SPF does not pass/,
    );
    assert.match(text, /- Written to: b@northwind\.test\n/);
  });
});

describe('what a ticket is about', () => {
  const noisy = `What became of the mail of a@contoso.test to b@fabrikam.test?

${delivery('08:00:00', 'A0000000001', 'other@adatum.test', 'mx.adatum.test', greylisted)}${from('08:00:00', 'A0000000001', 'mary@contoso.test')}${from('09:00:00', 'A0000000002', 'a@contoso.test')}${delivery('09:00:01', 'A0000000002', 'b@fabrikam.test', 'mx.fabrikam.test', bounced)}${from('09:00:02', 'A0000000003', '')}${delivery('09:00:03', 'A0000000003', 'a@contoso.test', 'mbox.contoso.test', sent)}`;

  it('is what the names in it ask for; trouble of others stands last, and a bounce that was delivered nowhere', () => {
    const text = answerTo(noisy);
    assert.match(text, /^\*\*Refused at RCPT by mx\.fabrikam\.test: no such mailbox/);
    assert.match(text, /not the matter here:\n- line 3: Deferred at RCPT by mx\.adatum\.test: greylisted/);
    assert.ok(!text.includes('Accepted'), text);
  });

  it('is the mail that failed for good, where nobody is named', () => {
    assert.match(
      answerTo(noisy.slice(noisy.indexOf('Nov 20'))),
      /^\*\*Refused at RCPT by mx\.fabrikam\.test: no such mailbox/,
    );
  });

  it('is every failure for good, where nobody is named', () => {
    const text = `${from('09:00:00', 'A0000000001', 'a@contoso.test')}${delivery('09:00:01', 'A0000000001', 'b@fabrikam.test', 'mx.fabrikam.test', bounced)}${from('09:00:00', 'A0000000002', 'm@contoso.test')}${delivery('09:00:01', 'A0000000002', 'c@fabrikam.test', 'mx.fabrikam.test', bounced)}`;
    assert.match(answerTo(text), /Also found:\n- line 4: Refused at RCPT by mx\.fabrikam\.test: no such mailbox/);
  });

  it('is not the look-up of a mistyped name', () => {
    const text = answerTo(
      `> nslookup -type=mx mail.contosso.test\nServer:  dns1.fabrikam.test\nAddress:  192.0.2.53\n\n*** dns1.fabrikam.test can't find mail.contosso.test: Non-existent domain\n\n${delivery('09:00:01', 'A0000000002', 'b@contoso.test', 'mx.contoso.test', bounced)}`,
    );
    assert.match(
      text,
      /not the matter here:\n- line 2: mail\.contosso\.test is not contoso\.test: a typing error in the look-up/,
    );
    assert.ok(!text.includes('domain was not found'), text);
  });
});

describe('the answer to the question of a ticket', () => {
  it('is the answer that was not heard, where mail came twice', () => {
    const unheard =
      'dsn=4.4.2, status=deferred (conversation with mx.fabrikam.test[203.0.113.7] timed out while sending end of data -- message may be sent more than once)';
    const text = `Why did it come twice?\n\n${delivery('08:05:01', 'A0000000002', 'b@fabrikam.test', 'mx.fabrikam.test', unheard)}${delivery('08:35:01', 'A0000000002', 'b@fabrikam.test', 'mx.fabrikam.test', sent)}`;
    assert.match(
      answerTo(text),
      /It came twice because mx\.fabrikam\.test .* did not answer in time behind the end of the message at Nov 20 08:05:01/,
    );
    assert.match(plainTo(text), /It came twice because the confirmation .* got lost/);
  });

  it('is the message that was handed in twice', () => {
    const once = (time: string, id: string): string =>
      postfix(time, 'cleanup', `${id}: message-id=<x@contoso.test>`) +
      from(time, id, 'a@contoso.test') +
      delivery(time, id, 'b@fabrikam.test', 'mbox.fabrikam.test', sent);
    const text = answerTo(`Kam doppelt an.\n\n${once('08:00:00', 'A0000000001')}${once('08:00:10', 'A0000000002')}`);
    assert.match(
      text,
      /\(Message-ID x@contoso\.test\) was handed to this server twice: as A0000000001, delivered at Nov 20 08:00:00, and as A0000000002/,
    );
  });

  it('is the host that made two of one, where two headers stand there', () => {
    const header = (last: string): string => `Received: from mx.fabrikam.test (mx.fabrikam.test [203.0.113.7])
\tby mbox.fabrikam.test with ESMTPS id ${last}; Fri, 20 Nov 2026 10:00:05 +0000
Received: from out.contoso.test (out.contoso.test [192.0.2.8])
\tby mx.fabrikam.test with ESMTPS id AAA1; Fri, 20 Nov 2026 10:00:03 +0000
From: a@contoso.test
To: b@fabrikam.test
Subject: x
Date: Fri, 20 Nov 2026 10:00:00 +0000
Message-ID: <x@contoso.test>

x
`;
    const late = header('BBB1').replace('10:00:05', '10:20:05');
    assert.match(
      answerTo(`Came twice:\n\n${late}\n\nand again:\n\n${header('BBB2')}`),
      /It came twice because mx\.fabrikam\.test handed it on twice: .* \(x@contoso\.test\) .* \(AAA1\)/,
    );
  });

  it('is who has it and who has not', () => {
    const text = `Only one of them got it.\n\n${from('09:00:00', 'A0000000002', 'a@contoso.test')}${delivery('09:00:01', 'A0000000002', 'b@fabrikam.test', 'mx.fabrikam.test', bounced)}${delivery('09:00:01', 'A0000000002', 'c@adatum.test', 'mx.adatum.test', sent)}`;
    assert.match(answerTo(text), /\nc@adatum\.test: accepted by mx\.adatum\.test\. b@fabrikam\.test: not delivered\./);
    assert.match(plainTo(text), /c@adatum\.test got it, b@fabrikam\.test did not:/);
  });

  it('is nothing of the kind where they are two messages', () => {
    const text = `${from('09:00:00', 'A0000000001', 'a@contoso.test')}${delivery('09:00:01', 'A0000000001', 'b@fabrikam.test', 'mx.fabrikam.test', bounced)}${from('09:00:00', 'A0000000002', 'a@contoso.test')}${delivery('09:00:01', 'A0000000002', 'c@adatum.test', 'mx.adatum.test', sent)}`;
    assert.ok(!answerTo(text).includes('decided on alone'));
  });

  it('is how long it took and why, by the log', () => {
    const text = `It took ages.\n\n${delivery('09:00:00', 'A0000000002', 'b@adatum.test', 'mx.adatum.test', greylisted)}${delivery('09:32:00', 'A0000000002', 'b@adatum.test', 'mx.adatum.test', sent)}`;
    assert.match(
      answerTo(text),
      /It took 32 min on mx1 because the first try at Nov 20 09:00:00 was put off; it was taken at Nov 20 09:32:00/,
    );
  });

  it('is what the log shows of a wait, and of whom', () => {
    const slow = (...lines: readonly string[]): readonly string[] => {
      const text = `It took ages.\n\n${lines.join('')}`;
      return [answerTo(text), plainTo(text)].map((words) => /^It took .*$/m.exec(words)?.[0] ?? '');
    };
    const id = 'A0000000002';
    const to = (time: string, status: string, who = 'b@adatum.test'): string =>
      delivery(time, id, who, 'mx.adatum.test', status);
    const silent = 'dsn=4.4.1, status=deferred (connect to mx.adatum.test[203.0.113.7]:25: Connection timed out)';
    assert.deepEqual(slow(to('09:00:00', greylisted), to('09:32:00', sent)), [
      'It took 32 min on mx1 because the first try at Nov 20 09:00:00 was put off; it was taken at Nov 20 09:32:00.',
      'It took 32 min because the other mail server put it off at first. That is nothing unusual, and nothing was lost.',
    ]);
    assert.deepEqual(slow(to('09:00:00', silent), to('09:32:00', sent)), [
      'It took 32 min on mx1 because the first try at Nov 20 09:00:00 failed; it was taken at Nov 20 09:32:00.',
      'It took 32 min because our mail server could not hand it over at first. That is nothing unusual, and nothing was lost.',
    ]);
    const here = [
      'It took 32 min on mx1: the log has it from Nov 20 09:00:00 on, and it was taken at Nov 20 09:32:00. No try before that stands in the log.',
      'It took 32 min on our mail server before it went on. Nothing was lost.',
    ];
    assert.deepEqual(slow(from('09:00:00', id, 'a@contoso.test'), to('09:32:00', sent)), here);
    const queued = sent.replace('dsn=', 'delays=0.2/1915/1.8/3, dsn=');
    assert.match(
      slow(from('09:00:00', id, 'a@contoso.test'), to('09:32:00', queued))[0] ?? '',
      /stands in the log\. Most of it was time in the queue manager, /,
    );
    // The other recipient waits still: nothing is said of him.
    assert.deepEqual(
      slow(from('09:00:00', id, 'a@contoso.test'), to('09:32:00', sent), to('09:00:01', sent, 'c@adatum.test')).slice(
        1,
      ),
      here.slice(1),
    );
    assert.deepEqual(slow(to('09:00:00', greylisted), to('09:00:59', sent)), ['', '']);
    assert.deepEqual(
      slow(to('09:00:00', greylisted), to('09:01:00', sent))[0]?.slice(0, 28),
      'It took 1 min on mx1 because',
    );
  });

  it('is that it was sent twice, where two headers differ from the first hop on', () => {
    const header = (n: number): string =>
      `Received: from mx.b.test by s.contoso.test with ESMTP id A${n}; Fri, 20 Nov 2026 10:00:09 +0000\nReceived: from pc.b.test by mx.b.test with ESMTP id P${n}; Fri, 20 Nov 2026 10:00:08 +0000\nFrom: ann@b.test\nMessage-ID: <1@b.test>\n\nx\n`;
    const text = `Why did it come twice?\n\n${header(1)}\n\nand again:\n\n${header(2)}`;
    assert.match(
      answerTo(text),
      /\nIt came twice because it was sent twice: the two copies have the same Message-ID \(1@b\.test\), but differ from their first hop on\.\n/,
    );
    assert.match(
      plainTo(text),
      /\nIt came twice because it was sent twice: by the sender, or by the program with which it was written\.\n/,
    );
    const same = `Why did it come twice?\n\n${header(1)}\n\nand again:\n\n${header(1)}`;
    assert.doesNotMatch(answerTo(same), /It came twice/);
  });

  it('is who waits still, beside who has it', () => {
    const text = `Only one of them got it.\n\n${from('09:00:00', 'A0000000002', 'a@contoso.test')}${delivery('09:00:01', 'A0000000002', 'b@adatum.test', 'mx.adatum.test', greylisted)}${delivery('09:00:01', 'A0000000002', 'c@fabrikam.test', 'mx.fabrikam.test', sent)}`;
    assert.match(
      answerTo(text),
      /\nc@fabrikam\.test: accepted by mx\.fabrikam\.test\. b@adatum\.test: not yet delivered\. Each recipient is decided on alone \(RFC 5321 3\.3\)\.\n/,
    );
    assert.match(
      plainTo(text),
      /\nc@fabrikam\.test got it, b@adatum\.test did not yet: each address is delivered to on its own\.\n/,
    );
  });

  it('is who took it in a session, where mail is missing', () => {
    const told = (accepted: string): string =>
      answerTo(
        `It never arrived.\n\n220 mx.adatum.test ESMTP\nEHLO a.test\n250 mx.adatum.test\nMAIL FROM:<a@contoso.test>\n250 ok\nRCPT TO:<b@adatum.test>\n250 ok\nDATA\n354 go\nSubject: x\n\nx\n.\n${accepted}\nQUIT\n221 bye\n`,
      );
    const left = (as: string, of: string): string =>
      `It left this side: mx.adatum.test took it for b@adatum.test${as}, and has to deliver it or to report that it could not (RFC 5321 6.1). Look in the junk folder, the rules and the quarantine of the recipient, then ask the admin of that server${of}.`;
    assert.ok(told('250 2.0.0 accepted for delivery').includes(`\n${left('', '')}\n`));
    assert.ok(told('250 2.0.0 Ok: queued as 4ZZ99').includes(`\n${left(' as 4ZZ99', ' for 4ZZ99')}\n`));
  });

  it('is what the log says of the wait that the header shows, whichever stands first', () => {
    const put = (status: string, time: string): string =>
      delivery(time, '4C1D5228000', 'b@adatum.test', 'mx.adatum.test', status);
    const log = put(greylisted, '09:00:01') + put(sent, '13:02:00');
    const header = (id: string): string =>
      `Received: from mx1.contoso.test (mx1.contoso.test [203.0.113.60])\n\tby mx.adatum.test (Postfix) with ESMTPS id 4ZZ99;\n\tFri, 20 Nov 2026 13:02:00 +0000\nReceived: from pc (unknown [10.2.0.14])\n\tby mx1.contoso.test (Postfix) with ESMTPA id ${id};\n\tFri, 20 Nov 2026 09:00:00 +0000\nFrom: a@contoso.test\nTo: b@adatum.test\nSubject: x\n`;
    const ask = 'Why did it take four hours?\n\n';
    for (const text of [
      `${ask}${log}\n${header('4C1D5228000')}`,
      `${ask}${header('4C1D5228000')}\n\nThe log:\n\n${log}`,
    ]) {
      assert.match(answerTo(text), /^\*\*Deferred at first[^\n]{0,200}greylisted/);
      assert.match(answerTo(text), /Also found:\n- line \d+: The message waited/);
    }
  });

  it('is a table of the hops, where a header shows the delay', () => {
    const hop = (by: string, host: string, time: string): string =>
      `Received: from ${host} by ${by} with ESMTPS id 4F1;\n\tSat, 21 Nov 2026 ${time} +0000\n`;
    const text = answerTo(
      `It took hours:\n\n${hop('mx2.fabrikam.test', 'mx1.contoso.test', '14:06:00')}${hop('mx1.contoso.test', 'pc.contoso.test', '10:00:00')}From: a@contoso.test\nTo: b@fabrikam.test\nSubject: x\n\ny\n`,
    );
    assert.match(text, /\n\| Hop \| From \| To \|/);
    assert.match(text, /\| 2 \| mx1\.contoso\.test \| mx2\.fabrikam\.test \|.*\| 4 h 6 min \|/);
    assert.match(text, /It arrived \(Sat, 21 Nov 2026 14:06:00 \+0000\)/);
  });

  it('is who took it, where mail is missing that was delivered', () => {
    const text = answerTo(
      `It never arrived.\n\n${delivery('09:32:00', 'A0000000002', 'b@adatum.test', 'mx.adatum.test', sent)}`,
    );
    assert.match(text, /It left this side: mx\.adatum\.test .* took it for b@adatum\.test at Nov 20 09:32:00 as 4ZZ99/);
  });
});

describe('the answer for a user', () => {
  it('does not doubt an address of which an admin has to mend the domain', () => {
    const missing = (name: string) =>
      `<b@b.test>: Host or domain name not found. Name service error for name=${name} type=A: Host not found\n`;
    assert.match(plainTo(missing('b.test')), /behind the @ does not exist[\s\S]*letter by letter/);
    const words = plainTo(missing('mx.b.test'));
    assert.match(words, /Why: It could not be found out which mail server/);
    assert.doesNotMatch(words, /letter by letter/);
  });

  it('says nothing twice, asks for nothing that comes by itself, and blames no server of the recipient', () => {
    const full = (status: string, code: string): string =>
      `Nov 20 09:14:58 mx postfix/smtp[71]: 4C1D5228000: to=<b@contoso.test>, relay=mx1.contoso.test[192.0.2.7]:25, dsn=${code.slice(4)}, status=${status} (host mx1.contoso.test[192.0.2.7] said: ${code} Mailbox full)\n`;
    assert.doesNotMatch(plainTo(full('deferred', '452 4.2.2')), /send the message again then/);
    assert.match(plainTo(full('bounced', '552 5.2.2')), /send the message again then/);
    const dovecot =
      'Nov 20 09:14:59 mx dovecot: lmtp(b@contoso.test)<1><a>: sieve: msgid=<1@a.test>: failed to store into mailbox INBOX: Quota exceeded (mailbox for user is full)\n';
    assert.doesNotMatch(plainTo(full('bounced', '552 5.2.2') + dovecot), /For b@contoso\.test/);
    const own =
      "550 5.7.703 Your message can't be delivered because messages to b@contoso.test are blocked by your organization using Tenant Allow Block List.\n";
    assert.match(plainTo(own), /Why: A rule in the organisation of the sender does not let the message out\./);
  });

  it('is that it arrived where Gmail shows it', () =>
    assert.match(
      plainTo(
        "Message ID\t<1@contoso.test>\nCreated at:\tTue, Feb 18, 2025 at 3:10 PM (Delivered after 3 seconds)\nFrom:\tA <a@contoso.test>\nTo:\tb@gmail.com\nSubject:\tx\nSPF:\tPASS with IP 203.0.113.88\nDKIM:\t'PASS' with domain contoso.test\nDMARC:\t'PASS'\n",
      ),
      /b@gmail\.com arrived\.\n/,
    ));

  it('does not send anybody to mail that a filter took for phishing, or that an admin has to release', () => {
    const marked = (...fields: readonly string[]): string =>
      plainTo(
        `Received: from mail.fabrikam.test (mail.fabrikam.test [203.0.113.4])\n\tby mx.contoso.test (Postfix) with ESMTP id 4F1;\n\tSat, 21 Nov 2026 10:00:01 +0000\n${fields.join('\n')}\nFrom: a@fabrikam.test\nTo: b@contoso.test\nSubject: x\n\nx\n`,
      );
    assert.match(
      marked('X-Spam-Flag: YES'),
      /A filter took the message for spam\.\n\nWhat you can do: If it is wanted: the recipient can move/,
    );
    for (const field of ['X-Forefront-Antispam-Report: SFV:SPM;CAT:HPHISH;DIR:INB;', 'X-VR-SPAMSTATE: phishing'])
      assert.match(marked(field), /for phishing or malware\.\n\nWhat you can do: Please do not answer/);
    assert.match(
      marked('X-Spam-Flag: YES', 'X-Quarantine-ID: <4F1>'),
      /What you can do: If it is wanted: the admin of the recipient can release it\./,
    );
  });

  it('has neither codes nor names of protocols', () => {
    const text = plainTo(session(25, '250 DSN\n'));
    assert.match(
      text,
      /^Hello,\n\nThe message from a@contoso\.test to b@fabrikam\.test could not be delivered\.\n\nWhy: \S/,
    );
    assert.ok(!/\b[45]\d\d\b|SMTP|AUTH|RCPT|RFC/.test(text), text);
  });

  it('says which domain was probably meant', () => {
    const text = plainTo(
      'Mail to info@northwnd.test comes back, but northwind.test exists:\n\n<info@northwnd.test>: Host or domain name not found. Name service error for name=northwnd.test type=MX: Host not found\n',
    );
    assert.match(text, /Perhaps northwind\.test was meant instead of northwnd\.test\./);
  });

  it('does not say that mail was given up that is still tried', () => {
    assert.match(
      plainTo(delivery('09:00:01', '4C1D5228000', 'b@adatum.test', 'mx.adatum.test', greylisted)),
      /still keeps the message and tries again/,
    );
  });

  it('does not say that a message arrived where a mailer or a receipt does not show it', () => {
    const mailer = plainTo(
      'From: Postmaster <postmaster@fabrikam.test>\nTo: a@contoso.test\nSubject: Offer\nAuto-Submitted: auto-replied\n\nYour mail is being looked at.\n',
    );
    assert.match(mailer, /An automatic reply of a program; whether the message reached a person is not said\./);
    assert.doesNotMatch(mailer, /arrived|nothing went wrong/);
    const receipt = (disposition: string): string =>
      plainTo(
        `From: n@fabrikam.test\nTo: a@contoso.test\nSubject: Receipt\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; n@fabrikam.test\nDisposition: automatic-action/MDN-sent-automatically; ${disposition}\n--b--\n`,
      );
    for (const [disposition, words] of [
      ['deleted', /was deleted/],
      ['denied', /does not want to say/],
      ['failed', /could not make the notification/],
    ] as const) {
      assert.match(receipt(disposition), words);
      assert.doesNotMatch(receipt(disposition), /nothing went wrong/);
    }
    assert.match(receipt('displayed'), /the message arrived/);
  });

  it('says that an automatic reply is no failure', () => {
    const text = plainTo(
      'Return-Path: <>\nFrom: n@fabrikam.test\nTo: a@contoso.test\nSubject: Out of office\nAuto-Submitted: auto-replied\nDate: Fri, 20 Nov 2026 09:00:00 +0000\n\nI am away.\n',
    );
    assert.equal(
      text,
      'Hello,\n\nn@fabrikam.test answered automatically: the message arrived, and nothing went wrong.\n',
    );
  });
});

describe('an answer for a user', () => {
  it('has the time of a program that counts seconds as a date', () =>
    assert.match(
      plainTo(
        '@4000000067472d1a0c1d2b3c info msg 13: bytes 3120 from <a@contoso.test> qp 2 uid 4\n@4000000067472d1a0c3d2b3c starting delivery 8: msg 13 to remote b@fabrikam.test\n@4000000067472d1c0c5d2b3c delivery 8: failure: 192.0.2.5_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.5./\n',
      ),
      /to b@fabrikam\.test \(2024-11-27 14:30:42 UTC\)/,
    ));

  it('names those who got the message later than the others', () => {
    const log =
      delivery('09:00:02', 'A0000000002', 'b@b.test', 'mx.b.test', sent) +
      delivery('09:00:02', 'A0000000002', 'c@b.test', 'mx.b.test', greylisted) +
      delivery('09:14:02', 'A0000000002', 'c@b.test', 'mx.b.test', sent);
    assert.match(
      plainTo(log),
      /^The message to b@b\.test [^\n]* was delivered[^\n]*\n\nFor c@b\.test: delivered in the end\.$/m,
    );
    assert.doesNotMatch(plainTo(log.replace('A0000000002', 'A0000000003')), /in the end/);
  });

  it('has the subject of the message that it is about, where a log has others to the same', () => {
    const event = (id: string, type: string, subject: string): string =>
      `${JSON.stringify({ event: type, recipient: 'b@b.test', sender: 'a@a.test', 'message-id': `<${id}@a.test>`, subject, response: type === 'bounced' ? '550 5.1.1 User unknown' : '250 ok' })}\n`;
    assert.match(
      plainTo(event('1', 'bounced', 'Order 1') + event('2', 'delivered', 'Order 2')),
      /^The message “Order 2” from a@a\.test to b@b\.test was delivered/m,
    );
  });

  it('is about the message of which somebody names the Message-ID, whatever became of others', () => {
    const log =
      delivery('09:00:01', '4C1D5228000', 'b@fabrikam.test', 'mx.fabrikam.test', bounced) +
      postfix('09:30:00', 'cleanup', '4C1D5228001: message-id=<M55@contoso.test>') +
      delivery('09:30:01', '4C1D5228001', 'b@fabrikam.test', 'mx.fabrikam.test', sent);
    assert.match(
      plainTo(`Where is <M55@contoso.test> to b@fabrikam.test?\n\n${log}`),
      /was delivered to the mail server/,
    );
    assert.match(plainTo(`Where is <m56@contoso.test> to b@fabrikam.test?\n\n${log}`), /could not be delivered/);
    assert.match(
      plainTo(
        `Where is m57@contoso.test to b@b.test?\n\n2026-11-26 09:00:01 1tFabc-0000AB-CD ** b@b.test R=r T=t H=mx.b.test [192.0.2.5]: SMTP error from remote mail server after RCPT TO:<b@b.test>: 550 Mailbox full\n2026-11-26 10:00:01 1tFabd-0000AC-EF <= a@a.test H=pc [192.0.2.3] P=esmtpsa S=24 id=m57@contoso.test for b@b.test\n2026-11-26 10:00:04 1tFabd-0000AC-EF => b@b.test R=r T=t H=mx.b.test [192.0.2.5] C="250 Ok"\n`,
      ),
      /was delivered to the mail server/,
    );
  });

  it('has the time of the message, not of a later one with another subject, which has a fate of its own', () => {
    const row = (time: string, subject: string, status: string): string =>
      `11/26/2026 ${time} AM a@contoso.test b@fabrikam.test   ${subject.padEnd(8)} ${status}\n`;
    const table = `Received              SenderAddress  RecipientAddress  Subject  Status\n--------              -------------  ----------------  -------  ------\n${row('9:00:01', 'Offer', 'Failed')}${row('9:25:01', 'Offer 2', 'Pending')}`;
    assert.match(plainTo(table), /“Offer” from a@contoso\.test to b@fabrikam\.test \(11\/26\/2026 9:00:01 AM\)/);
    assert.deepEqual(
      readVerdicts(readTicket(table)).map(({ role }) => role),
      ['cause', 'waiting'],
    );
  });

  it('asks nobody to correct the address of a notice, which nobody wrote', () => {
    const refusal = delivery('09:00:01', '4C1D5228000', 'b@fabrikam.test', 'mx.fabrikam.test', bounced);
    assert.match(plainTo(from('09:00:00', '4C1D5228000', 'a@contoso.test') + refusal), /check the address/);
    assert.doesNotMatch(plainTo(from('09:00:00', '4C1D5228000', '') + refusal), /check the address/);
  });
});

describe('an account that wants another password of programs', () => {
  it('is told to its user, whose own password is right', () => {
    const error =
      '534-5.7.9 Application-specific password required. For more\n534-5.7.9 information, go to\n534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor - gsmtp';
    assert.match(plainTo(`The NAS says: (${error})\n`), /Please create an app password in your account/);
    assert.doesNotMatch(
      plainTo('The NAS says: 535 5.7.8 Username and Password not accepted - gsmtp\n'),
      /app password/,
    );
  });
});

describe('a tool that stops in a session', () => {
  it('names no server by a line of a reply above', () => {
    const debug = (reply: string): string =>
      `DEBUG SMTP: trying to connect to host "mail.b.test", port 587, isSSL false\n220 mail.b.test ESMTP\nEHLO pc\n${reply}\n250 STARTTLS\nSTARTTLS\n220 Go ahead\njakarta.mail.MessagingException: Could not convert socket to TLS;\n  nested exception is:\n\tjavax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target\n`;
    const told = answerTo(debug('250-mail.b.test'));
    assert.match(told, /certificate leads to no authority/);
    assert.doesNotMatch(told, /Server: 250-/);
  });
});
