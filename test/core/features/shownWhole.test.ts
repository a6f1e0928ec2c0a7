import assert from 'node:assert/strict';
import type { Start } from '../../../src/core/ticket/ticket.ts';
import { type Shown, shown } from './facts.ts';

/** The editor shows exactly this; what is not named is empty. */
const shows = (start: Start, text: string, expected: Partial<Shown>): void => {
  const nothing = { outline: [], folds: [], colours: [], links: [], hints: [], lenses: [], problems: [] };
  assert.deepEqual(shown(text, start), { ...nothing, ...expected });
};

describe('what the editor shows of', () => {
  it('a session without marks', () =>
    shows(
      'anywhere',
      `Trying 192.0.2.25...
Connected to mx.contoso.test.
220 mx.contoso.test ESMTP Postfix
EHLO client.fabrikam.test
250-mx.contoso.test
250-SIZE 1000
250-STARTTLS
250 8BITMIME
MAIL FROM:<a@fabrikam.test> SIZE=12
250 2.1.0 Ok
RCPT TO:<b@contoso.test>
250 2.1.5 Ok
RCPT TO:<c@contoso.test>
550-5.1.1 <c@contoso.test>: Recipient address rejected
550 5.1.1 User unknown
DATA
354 End data with <CR><LF>.<CR><LF>
Subject: Hello
From: a@fabrikam.test

Text, see RFC 5321 4.2 and https://contoso.test/help
.
250 2.0.0 Ok: queued as 4F1A2B3C4D
NOOP
250 2.0.0 Ok
QUIT
221 2.0.0 Bye
Connection closed by foreign host.
`,
      {
        outline: [
          'Session with mx.contoso.test | 550 <c@contoso.test>: Recipient address rejected User unknown | 3-27',
          '  from a@fabrikam.test | accepted | 9-23',
          '    to b@contoso.test | 250 Ok | 11-11',
          '    to c@contoso.test | 550 <c@contoso.test>: Recipient address rejected User unknown | 13-13',
          '    message data | Hello | 18-22',
        ],
        folds: ['3-27', '9-23', '5-8', '14-15', '18-22'],
        colours: [
          '1: Trying 192.0.2.25... smtpNote',
          '2: Connected to mx.contoso.test. smtpNote',
          '3: 220 smtpReply.positive',
          '3: mx.contoso.test ESMTP Postfix smtpReplyText.positive',
          '4: EHLO smtpCommand',
          '4: client.fabrikam.test mailHost',
          '5: 250 smtpReply.positive',
          '5: mx.contoso.test smtpReplyText.positive',
          '6: 250 smtpReply.positive',
          '6: SIZE 1000 smtpReplyText.positive',
          '7: 250 smtpReply.positive',
          '7: STARTTLS smtpReplyText.positive',
          '8: 250 smtpReply.positive',
          '8: 8BITMIME smtpReplyText.positive',
          '9: MAIL smtpCommand',
          '9: FROM:< smtpArgument',
          '9: a@fabrikam.test mailAddress',
          '9: > SIZE=12 smtpArgument',
          '10: 250 2.1.0 smtpReply.positive',
          '10: Ok smtpReplyText.positive',
          '11: RCPT smtpCommand',
          '11: TO:< smtpArgument',
          '11: b@contoso.test mailAddress',
          '11: > smtpArgument',
          '12: 250 2.1.5 smtpReply.positive',
          '12: Ok smtpReplyText.positive',
          '13: RCPT smtpCommand',
          '13: TO:< smtpArgument',
          '13: c@contoso.test mailAddress',
          '13: > smtpArgument',
          '14: 550-5.1.1 smtpReply.permanent',
          '14: <c@contoso.test>: Recipient address rejected smtpReplyText.permanent',
          '15: 550 5.1.1 smtpReply.permanent',
          '15: User unknown smtpReplyText.permanent',
          '16: DATA smtpCommand',
          '17: 354 smtpReply.intermediate',
          '17: End data with <CR><LF>.<CR><LF> smtpReplyText.intermediate',
          '18: Subject: Hello smtpData',
          '19: From: a@fabrikam.test smtpData',
          '21: Text, see RFC 5321 4.2 and https://contoso.test/help smtpData',
          '22: . smtpData',
          '23: 250 2.0.0 smtpReply.positive',
          '23: Ok: queued as 4F1A2B3C4D smtpReplyText.positive',
          '24: NOOP smtpCommand',
          '25: 250 2.0.0 smtpReply.positive',
          '25: Ok smtpReplyText.positive',
          '26: QUIT smtpCommand',
          '27: 221 2.0.0 smtpReply.positive',
          '27: Bye smtpReplyText.positive',
          '28: Connection closed by foreign host. smtpNote',
        ],
        links: [
          '1: 192.0.2.25 -> command:mailTriage.probeSmtpServer?["192.0.2.25"]',
          '2: mx.contoso.test -> command:mailTriage.probeSmtpServer?["mx.contoso.test"]',
        ],
        lenses: [
          '1 mailTriage.showTicket test:ticket 13',
          '1 mailTriage.check contoso.test',
          '1 mailTriage.runSession test:ticket 0',
        ],
        problems: [
          '14: 550-5.1.1 <c@contoso.test>: Recipient address rejected\n550 5.1.1 User unknown reply-permanent',
          '7: STARTTLS starttls-unused',
        ],
      },
    ));

  it('a session with marks and TLS', () =>
    shows(
      'anywhere',
      `=== Trying mx.contoso.test:587...
=== Connected to mx.contoso.test.
<-  220 mx.contoso.test ESMTP
 -> EHLO client.fabrikam.test
<-  250-mx.contoso.test
<-  250-STARTTLS
<-  250 AUTH LOGIN
 -> STARTTLS
<-  220 go
=== TLS started with cipher TLSv1.3:TLS_AES_256_GCM_SHA384:256
 ~> EHLO client.fabrikam.test
<~  250-mx.contoso.test
<~  250 AUTH LOGIN PLAIN
 ~> AUTH LOGIN
<~  334 VXNlcm5hbWU6
 ~> Ym9i
<~  334 UGFzc3dvcmQ6
 ~> c2VjcmV0
<~* 535 5.7.8 Error: authentication failed
 ~> QUIT
<~  221 2.0.0 Bye
=== Connection closed with remote host.
`,
      {
        outline: ['Session with mx.contoso.test | 535 Error: authentication failed | 3-21'],
        folds: ['3-21', '5-7', '12-13'],
        colours: [
          '1: Trying mx.contoso.test:587... smtpNote',
          '2: Connected to mx.contoso.test. smtpNote',
          '3: 220 smtpReply.positive',
          '3: mx.contoso.test ESMTP smtpReplyText.positive',
          '4: EHLO smtpCommand',
          '4: client.fabrikam.test mailHost',
          '5: 250 smtpReply.positive',
          '5: mx.contoso.test smtpReplyText.positive',
          '6: 250 smtpReply.positive',
          '6: STARTTLS smtpReplyText.positive',
          '7: 250 smtpReply.positive',
          '7: AUTH LOGIN smtpReplyText.positive',
          '8: STARTTLS smtpCommand',
          '9: 220 smtpReply.positive',
          '9: go smtpReplyText.positive',
          '10: TLS started with cipher TLSv1.3:TLS_AES_256_GCM_SHA384:256 smtpNote',
          '11: EHLO smtpCommand',
          '11: client.fabrikam.test mailHost',
          '12: 250 smtpReply.positive',
          '12: mx.contoso.test smtpReplyText.positive',
          '13: 250 smtpReply.positive',
          '13: AUTH LOGIN PLAIN smtpReplyText.positive',
          '14: AUTH smtpCommand',
          '14: LOGIN smtpSecret',
          '15: 334 smtpReply.intermediate',
          '15: VXNlcm5hbWU6 smtpReplyText.intermediate',
          '16: Ym9i smtpSecret',
          '17: 334 smtpReply.intermediate',
          '17: UGFzc3dvcmQ6 smtpReplyText.intermediate',
          '18: c2VjcmV0 smtpSecret',
          '19: 535 5.7.8 smtpReply.permanent',
          '19: Error: authentication failed smtpReplyText.permanent',
          '20: QUIT smtpCommand',
          '21: 221 2.0.0 smtpReply.positive',
          '21: Bye smtpReplyText.positive',
          '22: Connection closed with remote host. smtpNote',
        ],
        links: [
          '1: mx.contoso.test -> command:mailTriage.probeSmtpServer?["mx.contoso.test"]',
          '2: mx.contoso.test -> command:mailTriage.probeSmtpServer?["mx.contoso.test"]',
        ],
        lenses: ['1 mailTriage.showTicket test:ticket 18', '1 mailTriage.runSession test:ticket 0'],
        problems: ['19: 535 5.7.8 Error: authentication failed reply-permanent', '18: c2VjcmV0 secret-shown'],
      },
    ));

  it('a message', () =>
    shows(
      'message',
      `Return-Path: <a@fabrikam.test>
Received: from mail.fabrikam.test (mail.fabrikam.test [192.0.2.1])
	by mx.contoso.test (Postfix) with ESMTPS id 4F1A2B3C4D
	for <b@contoso.test>; Fri, 20 Nov 2026 10:00:05 +0000
Received: from [10.0.0.5] (unknown [10.0.0.5])
	by mail.fabrikam.test with ESMTPSA id 1; Fri, 20 Nov 2026 10:00:00 +0000
From: "Alice" <a@fabrikam.test>
To: b@contoso.test
Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=
Date: Fri, 20 Nov 2026 11:00:00 +0100
Message-ID: <1@fabrikam.test>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

Preamble
--b
Content-Type: text/plain; charset=utf-8

Hello
--b
Content-Type: application/pdf; name="a.pdf"
Content-Disposition: attachment; filename="a.pdf"
Content-Transfer-Encoding: base64

QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=
QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=
--b
Content-Type: message/rfc822

From: c@fabrikam.test
Subject: Inner

Inner text
--b--
`,
      {
        outline: [
          'Message | Grüße | 1-35',
          '  Return-Path | <a@fabrikam.test> | 1-1',
          '  Received | from mail.fabrikam.test (mail.fabrikam.test [192.0.2.1])\tby mx.contoso.test (Postfix) with ESMTPS id | 2-4',
          '  Received | from [10.0.0.5] (unknown [10.0.0.5])\tby mail.fabrikam.test with ESMTPSA id 1; Fri, 20 Nov 2026 10:00 | 5-6',
          '  From | "Alice" <a@fabrikam.test> | 7-7',
          '  To | b@contoso.test | 8-8',
          '  Subject | Grüße | 9-9',
          '  Date | Fri, 20 Nov 2026 11:00:00 +0100 | 10-10',
          '  Message-ID | <1@fabrikam.test> | 11-11',
          '  MIME-Version | 1.0 | 12-12',
          '  Content-Type | multipart/mixed; boundary="b" | 13-13',
          '  text/plain | 5 bytes · 7bit | 17-19',
          '  application/pdf | a.pdf · 53 bytes · base64 | 21-26',
          '  message/rfc822 | 48 bytes · 7bit | 28-33',
          '    Message | Inner | 30-33',
          '      From | c@fabrikam.test | 30-30',
          '      Subject | Inner | 31-31',
        ],
        folds: ['1-13', '2-4', '5-6', '17-19', '21-26', '25-26', '28-33', '30-31'],
        colours: [
          '1: Return-Path mailFieldName',
          '2: Received mailFieldName',
          '5: Received mailFieldName',
          '7: From mailFieldName',
          '8: To mailFieldName',
          '9: Subject mailFieldName',
          '10: Date mailFieldName',
          '11: Message-ID mailFieldName',
          '12: MIME-Version mailFieldName',
          '13: Content-Type mailFieldName',
          '17: Content-Type mailFieldName',
          '21: Content-Type mailFieldName',
          '22: Content-Disposition mailFieldName',
          '23: Content-Transfer-Encoding mailFieldName',
          '28: Content-Type mailFieldName',
          '30: From mailFieldName',
          '31: Subject mailFieldName',
        ],
        hints: ['6:73 first hop', '4:54 +5 s'],
        lenses: [
          '1 mailTriage.showTicket test:ticket 1',
          '1 mailTriage.showTimeline test:ticket',
          '1 mailTriage.previewMessage test:ticket 0',
          '21 mailTriage.savePart test:ticket 20',
          '28 mailTriage.previewMessage test:ticket 27',
          '28 mailTriage.openPart test:ticket 27',
        ],
      },
    ));

  it('a bounce', () =>
    shows(
      'message',
      `From: MAILER-DAEMON@mx.contoso.test
To: a@fabrikam.test
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b

<b@contoso.test>: host mail.contoso.test[192.0.2.7] said: 550 5.1.1 User unknown
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.contoso.test

Final-Recipient: rfc822; b@contoso.test
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.contoso.test
Diagnostic-Code: smtp; 550 5.1.1 User unknown
--b
Content-Type: message/rfc822

From: a@fabrikam.test
To: b@contoso.test
Subject: Hello

Text
--b--
`,
      {
        outline: [
          'Delivery report | Undelivered Mail Returned to Sender | 1-28',
          '  From | MAILER-DAEMON@mx.contoso.test | 1-1',
          '  To | a@fabrikam.test | 2-2',
          '  Subject | Undelivered Mail Returned to Sender | 3-3',
          '  Content-Type | multipart/report; report-type=delivery-status; boundary=b | 4-4',
          '  text/plain | 80 bytes · 7bit | 7-8',
          '  message/delivery-status | 186 bytes | 10-18',
          '    text/plain |  | 12-12',
          '    text/plain |  | 14-18',
          '  message/rfc822 | 61 bytes · 7bit | 20-26',
          '    Message | Hello | 22-26',
          '      From | a@fabrikam.test | 22-22',
          '      To | b@contoso.test | 23-23',
          '      Subject | Hello | 24-24',
        ],
        folds: ['1-4', '7-8', '10-18', '14-18', '20-26', '22-24'],
        colours: [
          '1: From mailFieldName',
          '2: To mailFieldName',
          '3: Subject mailFieldName',
          '4: Content-Type mailFieldName',
          '10: Content-Type mailFieldName',
          '12: Reporting-MTA mailFieldName',
          '12: mx.contoso.test mailHost',
          '14: Final-Recipient mailFieldName',
          '14: b@contoso.test mailAddress',
          '15: Action mailFieldName',
          '15: failed mailStatus.permanent',
          '16: Status mailFieldName',
          '16: 5.1.1 mailStatus.permanent',
          '17: Remote-MTA mailFieldName',
          '17: mail.contoso.test mailHost',
          '18: Diagnostic-Code mailFieldName',
          '18: 550 5.1.1 smtpReply.permanent',
          '18:  User unknown smtpReplyText.permanent',
          '20: Content-Type mailFieldName',
          '22: From mailFieldName',
          '23: To mailFieldName',
          '24: Subject mailFieldName',
        ],
        lenses: [
          '1 mailTriage.showTicket test:ticket 17',
          '1 mailTriage.check contoso.test',
          '1 mailTriage.findMessage b@contoso.test',
          '1 mailTriage.previewMessage test:ticket 0',
          '20 mailTriage.previewMessage test:ticket 19',
          '20 mailTriage.openPart test:ticket 19',
        ],
        problems: ['18:  smtp; 550 5.1.1 User unknown report-failed'],
      },
    ));

  it('a log', () =>
    shows(
      'anywhere',
      `Nov 21 20:05:36 mx1 postfix/smtpd[71]: connect from a.test[192.0.2.1]
Nov 21 20:05:36 mx1 postfix/smtpd[71]: 4F1A2B3C4D: client=a.test[192.0.2.1]
Nov 21 20:05:36 mx1 postfix/cleanup[72]: 4F1A2B3C4D: message-id=<1@a.test>
Nov 21 20:05:36 mx1 postfix/qmgr[73]: 4F1A2B3C4D: from=<a@a.test>, size=512, nrcpt=2 (queue active)
Nov 21 20:05:37 mx1 postfix/smtp[74]: 4F1A2B3C4D: to=<b@b.test>, relay=mx.b.test[192.0.2.7]:25, delay=1.2, delays=0.1/0.1/0.5/0.5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 5F1A2B3C4D)
Nov 21 20:05:38 mx1 postfix/smtp[74]: 4F1A2B3C4D: to=<c@b.test>, relay=mx.b.test[192.0.2.7]:25, delay=2, delays=0/0/1/1, dsn=4.2.0, status=deferred (host mx.b.test[192.0.2.7] said: 450 4.2.0 <c@b.test>: Greylisted (in reply to RCPT TO command))
Nov 21 20:05:39 mx1 postfix/qmgr[73]: 4F1A2B3C4D: removed
`,
      {
        outline: [
          '4F1A2B3C4D: a@a.test → b@b.test, c@b.test | 1 sent, 1 deferred, 450 4.2.0 | 2-7',
          '  to b@b.test | sent 250 | 5-5',
          '  to c@b.test | deferred 450 | 6-6',
        ],
        colours: [
          '1: Nov 21 20:05:36 smtpNote',
          '1: a.test mailHost',
          '1: 192.0.2.1 mailIp',
          '2: Nov 21 20:05:36 smtpNote',
          '2: 4F1A2B3C4D mailId',
          '2: a.test mailHost',
          '2: 192.0.2.1 mailIp',
          '3: Nov 21 20:05:36 smtpNote',
          '3: 4F1A2B3C4D mailId',
          '3: 1@a.test mailId',
          '4: Nov 21 20:05:36 smtpNote',
          '4: 4F1A2B3C4D mailId',
          '4: a@a.test mailAddress',
          '4: queue active mailStatus',
          '5: Nov 21 20:05:37 smtpNote',
          '5: 4F1A2B3C4D mailId',
          '5: b@b.test mailAddress',
          '5: mx.b.test mailHost',
          '5: 192.0.2.7 mailIp',
          '5: 2.0.0 mailStatus.positive',
          '5: sent mailStatus.positive',
          '5: 250 smtpReply.positive',
          '5: 2.0.0 smtpReply.positive',
          '5: 5F1A2B3C4D mailId',
          '6: Nov 21 20:05:38 smtpNote',
          '6: 4F1A2B3C4D mailId',
          '6: c@b.test mailAddress',
          '6: mx.b.test mailHost',
          '6: 192.0.2.7 mailIp',
          '6: 4.2.0 mailStatus.transient',
          '6: deferred mailStatus.transient',
          '6: 450 smtpReply.transient',
          '6: 4.2.0 smtpReply.transient',
          '7: Nov 21 20:05:39 smtpNote',
          '7: 4F1A2B3C4D mailId',
          '7: removed mailStatus',
        ],
        lenses: ['1 mailTriage.showTicket test:ticket 5', '1 mailTriage.check b.test'],
      },
    ));

  it('a look-up and a record in words', () =>
    shows(
      'anywhere',
      `$ dig contoso.test mx

; <<>> DiG 9.18.1 <<>> contoso.test mx
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1
;; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 0

;; QUESTION SECTION:
;contoso.test.			IN	MX

;; ANSWER SECTION:
contoso.test.		300	IN	MX	10 mx1.contoso.test.
contoso.test.		300	IN	MX	20 mx2.contoso.test.

;; Query time: 1 msec
;; SERVER: 192.0.2.53#53(192.0.2.53)

Then I asked for the policy:
contoso.test. 300 IN TXT "v=spf1 mx"
`,
      {
        outline: ['MX of contoso.test | 2 records | 3-16', 'TXT of contoso.test | 1 record | 19-19'],
        folds: ['1-16', '3-16'],
        colours: [
          '3: contoso.test mailHost',
          '12: contoso.test mailHost',
          '12: mx1.contoso.test mailHost',
          '13: contoso.test mailHost',
          '13: mx2.contoso.test mailHost',
          '19: contoso.test mailHost',
        ],
        lenses: [
          '1 mailTriage.check contoso.test',
          '3 mailTriage.askAgain {"name":"contoso.test","type":"MX","records":["10 mx1.contoso.test.","20 mx2.contoso.test."]}',
          '12 mailTriage.lookUpRecord A mx1.contoso.test',
          '13 mailTriage.lookUpRecord A mx2.contoso.test',
          '19 mailTriage.check contoso.test',
          '19 mailTriage.askAgain {"name":"contoso.test","type":"TXT","records":["\\"v=spf1 mx\\""]}',
        ],
        links: [
          '12: contoso.test -> command:mailTriage.probeSmtpServer?["contoso.test"]',
          '12: mx1.contoso.test -> command:mailTriage.probeSmtpServer?["mx1.contoso.test"]',
          '13: contoso.test -> command:mailTriage.probeSmtpServer?["contoso.test"]',
          '13: mx2.contoso.test -> command:mailTriage.probeSmtpServer?["mx2.contoso.test"]',
          '19: contoso.test -> command:mailTriage.probeSmtpServer?["contoso.test"]',
        ],
        problems: ['19: v=spf1 mx spf-no-end'],
      },
    ));
});
