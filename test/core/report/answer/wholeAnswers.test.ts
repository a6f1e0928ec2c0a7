import assert from 'node:assert/strict';
import { answer } from '../../../../src/core/report/answer.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { userAnswer } from '../filled.ts';

interface Case {
  readonly ticket: string;
  readonly answer: string;
  readonly user: string;
}

/** Tickets with what is copied for an admin and for a user, to the last word. */
const cases: Readonly<Record<string, Case>> = {
  'connections that were refused until the server gave up': {
    ticket: `Nov 15 09:00:00 mx1 postfix/qmgr[902]: 4C1D5228B1: from=<lisa@contoso.test>, size=2000, nrcpt=1 (queue active)
Nov 15 09:00:01 mx1 postfix/smtp[910]: connect to mx.northwind.test[203.0.113.66]:25: Connection refused
Nov 15 09:00:01 mx1 postfix/smtp[910]: 4C1D5228B1: to=<paul@northwind.test>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred (connect to mx.northwind.test[203.0.113.66]:25: Connection refused)
Nov 20 09:00:02 mx1 postfix/smtp[950]: connect to mx.northwind.test[203.0.113.66]:25: Connection refused
Nov 20 09:00:02 mx1 postfix/smtp[950]: 4C1D5228B1: to=<paul@northwind.test>, relay=none, delay=432002, delays=432001/0/1/0, dsn=4.4.1, status=deferred (connect to mx.northwind.test[203.0.113.66]:25: Connection refused)
Nov 20 09:00:02 mx1 postfix/qmgr[902]: 4C1D5228B1: from=<lisa@contoso.test>, status=expired, returned to sender
Nov 20 09:00:02 mx1 postfix/cleanup[951]: 4C1D5228B2: message-id=<20261120080002.4C1D5228B2@mx1.contoso.test>
Nov 20 09:00:02 mx1 postfix/bounce[952]: 4C1D5228B1: sender non-delivery notification: 4C1D5228B2
Nov 20 09:00:02 mx1 postfix/qmgr[902]: 4C1D5228B1: removed
`,
    answer: `**Bounced: the host answers, but nothing takes connections on this port, or a firewall refuses them; the recipient's admin must check that the mail server runs and listens on this address and port**

The host answers, but nothing takes connections on this port, or a firewall refuses them.

It was put off 2 times from Nov 15 09:00:01 on; the last line on it is of Nov 20 09:00:02.

- Recipient: paul@northwind.test
- Sender: lisa@contoso.test
- Time: Nov 20 09:00:02
- Server: mx.northwind.test \\[203.0.113.66\\]
- Queue id: 4C1D5228B1

It was not delivered and was returned to lisa@contoso.test (Nov 20 09:00:02); nothing tries again by itself.

Who acts: the recipient's admin. Trying again helps once the cause is mended.

Next steps:
1. Check that the mail server runs and listens on this address and port. Check the firewall in front of it.
2. As the sending admin, check that address and port are the right ones.
3. As the sender, send the message again once that is mended.

Evidence:
\`\`\`text
5: Nov 20 09:00:02 mx1 postfix/smtp[950]: 4C1D5228B1: to=<paul@northwind.test>, relay=none, delay=432002, delays=432001/0/1/0, dsn=4.4.1, status=deferred (connect to mx.northwind.test[203.0.113.66]:25: Connection refused)
\`\`\`

Source: errno(3): ECONNREFUSED; Microsoft Learn, Windows Sockets Error Codes: 10061
`,
    user: `Hello,

The message from lisa@contoso.test to paul@northwind.test (Nov 20 09:00:02) could not be delivered.

Why: The mail server of the other side could not be reached.

The message went back to its sender. It is not sent again by itself.

This has to be mended by those who run the mail of the recipient.
`,
  },
  'one who got it, one who did not and one who waits': {
    ticket: `Von den drei Empfängern hat nur einer die Mail bekommen. So sieht der Test aus:

220 mail.fabrikam.test ESMTP Exim 4.96
EHLO mx1.contoso.test
250-mail.fabrikam.test Hello mx1.contoso.test [192.0.2.9]
250 HELP
MAIL FROM:<chef@contoso.test>
250 OK
RCPT TO:<anna@fabrikam.test>
250 Accepted
RCPT TO:<bernd@fabrikam.test>
550 Unrouteable address
RCPT TO:<carla@fabrikam.test>
451 Temporary local problem - please try later
DATA
354 Enter message, ending with "." on a line by itself
Subject: Test

Test
.
250 OK id=1vMabc-0001
QUIT
221 mail.fabrikam.test closing connection
`,
    answer: `**Refused at RCPT by mail.fabrikam.test: no such mailbox; the sender must correct the address**

anna@fabrikam.test: accepted by mail.fabrikam.test. bernd@fabrikam.test: not delivered. carla@fabrikam.test: not yet delivered. Each recipient is decided on alone (RFC 5321 3.3).

The server found no way to deliver to this address: unknown user or unknown domain.

- Recipient: bernd@fabrikam.test
- Sender: chef@contoso.test
- Server: mail.fabrikam.test

It was not delivered: the server did not take it, and whoever sent it has it still. A mail server returns it to the sender; a device or program shows an error or is silent.

Who acts: the sender. Trying again unchanged will fail again.

Next steps:
1. Check the address letter by letter and send again. Delete the address from the list of suggested recipients and type it anew. Ask the recipient another way for the right address.

Also found:
- line 14: Deferred at RCPT by mail.fabrikam.test: something fails inside the receiving server at the moment, such as a look-up in its own tables; the sending server tries again by itself (carla@fabrikam.test)
- line 21: Accepted by mail.fabrikam.test for anna@fabrikam.test

Evidence:
\`\`\`text
12: 550 Unrouteable address
14: 451 Temporary local problem - please try later
21: 250 OK id=1vMabc-0001
\`\`\`

Source: Exim, source: src/src/route.c
`,
    user: `Hello,

The message from chef@contoso.test to bernd@fabrikam.test could not be delivered.

anna@fabrikam.test got it, bernd@fabrikam.test did not, carla@fabrikam.test did not yet: each address is delivered to on its own.

Why: There is no mailbox with this address.

The message was not taken, and is not sent again by itself.

What you can do: Please check the address letter by letter, best with the recipient by telephone, and send the message again.

For carla@fabrikam.test: not delivered yet, and still tried. The receiving mail server has trouble of its own.
`,
  },
  'a delay that says how long the server tries': {
    ticket: `User got this, should she send it again?

Delivery is delayed to these recipients or groups:

orders@northwind.test (orders@northwind.test)

Subject: Order 4711

This message hasn't been delivered yet. Delivery will continue to be attempted.

The server will keep trying to deliver this message for the next 1 days, 19 hours and 51 minutes. You'll be notified if the message can't be delivered by that time.

Diagnostic information for administrators:

Generating server: AM0PR04MB1234.eurprd04.prod.outlook.com
Receiving server: mx.northwind.test (203.0.113.80)

orders@northwind.test
11/20/2026 9:05:11 AM - Server at AM0PR04MB1234.eurprd04.prod.outlook.com returned '400 4.4.7 Message delayed'
11/20/2026 8:55:02 AM - Server at mx.northwind.test (203.0.113.80) returned '450 4.7.320 Certificate validation failed [Message=UntrustedRoot] [LastAttemptedServerName=mx.northwind.test] [LastAttemptedIP=203.0.113.80:25]'
`,
    answer: `**Deferred by mx.northwind.test: the remote server sent a certificate chain that is incomplete or not trusted; the sending server tries again by itself**

The remote server sent a certificate chain that is incomplete or not trusted.

- Recipient: orders@northwind.test
- Server: mx.northwind.test
- Subject: Order 4711

It is not lost: it waits in the queue and is still tried until 1 days, 19 hours and 51 minutes after the notice, and then returned to its sender.

Who acts: the recipient's admin. Trying again later can work.

Next steps:
1. Wait: the sending server tries again by itself.
2. Install the full certificate chain on the receiving server.

Evidence:
\`\`\`text
19: 11/20/2026 9:05:11 AM - Server at AM0PR04MB1234.eurprd04.prod.outlook.com returned '400 4.4.7 Message delayed'
20: 11/20/2026 8:55:02 AM - Server at mx.northwind.test (203.0.113.80) returned '450 4.7.320 Certificate validation failed [Message=UntrustedRoot] [LastAttemptedServerName=mx.northwind.test] [LastAttemptedIP=203.0.113.80:25]'
\`\`\`

Source: Microsoft Learn: Non-delivery reports in Exchange Online
`,
    user: `Hello,

The message “Order 4711” to orders@northwind.test was not delivered yet.

Why: An encrypted connection between the mail servers could not be set up.

The mail server still keeps the message and tries again by itself until 1 days, 19 hours and 51 minutes after the notice. You need not send it again.

This has to be mended by those who run the mail of the recipient.
`,
  },
  'a bounce that was pasted with the message below it': {
    ticket: `Our sales people get these for months when they mail zips:

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  partner@gmail.com
    host gmail-smtp-in.l.google.com [142.250.27.27]
    SMTP error from remote mail server after end of data:
    552-5.7.0 This message was blocked because its content presents a potential
    552-5.7.0 security issue. Please visit
    552-5.7.0  https://support.google.com/mail/?p=BlockedMessage to review our
    552 5.7.0 message content and attachment content guidelines. x1 - gsmtp

------ This is a copy of the message, including all the headers. ------

Return-path: <sales@contoso.test>
From: Sales <sales@contoso.test>
To: partner@gmail.com
Subject: Tools
Date: Fri, 20 Nov 2026 10:00:00 +0000
Message-ID: <z1@contoso.test>
`,
    answer: `**Bounced by gmail-smtp-in.l.google.com: Google blocks a file type or content of this message; the sender must change the message**

Google blocks a file type or content of this message.

- Recipient: partner@gmail.com
- Sender: sales@contoso.test
- Time: Fri, 20 Nov 2026 10:00:00 +0000
- Server: gmail-smtp-in.l.google.com \\[142.250.27.27\\]
- Subject: Tools
- Message-ID: z1@contoso.test

It was not delivered and was returned to sales@contoso.test; nothing tries again by itself.

Who acts: the sender. Trying again unchanged will fail again.

Next steps:
1. Remove the attachment or link that is not taken, and send again. Share the file another way. Open the page that the reply names: https://support.google.com/mail/?p=BlockedMessage.

Evidence:
\`\`\`text
11:     552-5.7.0 This message was blocked because its content presents a potential
12:     552-5.7.0 security issue. Please visit
13:     552-5.7.0  https://support.google.com/mail/?p=BlockedMessage to review our
14:     552 5.7.0 message content and attachment content guidelines. x1 - gsmtp
\`\`\`

Source: Google Workspace Help: Gmail SMTP errors and codes
`,
    user: `Hello,

The message “Tools” from sales@contoso.test to partner@gmail.com (Fri, 20 Nov 2026 10:00:00 +0000) could not be delivered.

Why: The mail server does not take an attachment, a link or a text of this kind.

The message went back to its sender. It is not sent again by itself.

What you can do: Please leave the attachment or link out, or share it in another way.
`,
  },
  'an automatic reply': {
    ticket: `Is this an error? I only wrote to him once.

Return-Path: <>
From: Tom Berg <tom.berg@fabrikam.test>
To: mia@contoso.test
Subject: Automatic reply: Meeting
Date: Fri, 20 Nov 2026 12:00:00 +0000
Message-ID: <ar1@fabrikam.test>
In-Reply-To: <meet1@contoso.test>
Auto-Submitted: auto-replied
X-Auto-Response-Suppress: All

I am out of the office until 30 November.
`,
    answer: `**An automatic reply: a program answered for the recipient, so that the message arrived.**

- Recipient: tom.berg@fabrikam.test
- Sender: mia@contoso.test
- Time: Fri, 20 Nov 2026 12:00:00 +0000
- Subject: Automatic reply: Meeting
- Message-ID: ar1@fabrikam.test

It arrived (Fri, 20 Nov 2026 12:00:00 +0000).

Who acts: nobody.

Evidence:
\`\`\`text
10: Auto-Submitted: auto-replied
\`\`\`

Source: RFC 3834 2
`,
    user: `Hello,

tom.berg@fabrikam.test answered automatically: the message arrived, and nothing went wrong.
`,
  },
  'a complaint': {
    ticket: `Our provider forwarded this to us, what do we have to do?

From: feedback@isp.test
To: abuse@contoso.test
Subject: Complaint
Date: Fri, 20 Nov 2026 08:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="f1"

--f1
Content-Type: text/plain

This is an email abuse report for a message from 192.0.2.9.

--f1
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: ISP/1.0
Version: 1
Original-Mail-From: <news@contoso.test>
Original-Rcpt-To: <joe@isp.test>
Source-IP: 192.0.2.9
Arrival-Date: Thu, 19 Nov 2026 07:00:00 +0000

--f1
Content-Type: message/rfc822

From: News <news@contoso.test>
To: joe@isp.test
Subject: Offers
Message-ID: <n1@contoso.test>
Date: Thu, 19 Nov 2026 06:59:00 +0000

Hi
--f1--
`,
    answer: `**A complaint: a recipient reported the message as unwanted. It came from 192.0.2.9.**

- Recipient: joe@isp.test
- Sender: news@contoso.test
- Time: Thu, 19 Nov 2026 06:59:00 +0000
- Subject: Offers
- Message-ID: n1@contoso.test

Who acts: the sender's admin.

Next steps:
1. Take the recipient off the mailing.

Evidence:
\`\`\`text
16: Content-Type: message/feedback-report
17: 
18: Feedback-Type: abuse
19: User-Agent: ISP/1.0
20: Version: 1
21: Original-Mail-From: <news@contoso.test>
22: Original-Rcpt-To: <joe@isp.test>
23: Source-IP: 192.0.2.9
24: Arrival-Date: Thu, 19 Nov 2026 07:00:00 +0000
\`\`\`

Source: RFC 5965 7.3
`,
    user: `Hello,

This is about the message “Offers” from news@contoso.test to joe@isp.test (Thu, 19 Nov 2026 06:59:00 +0000).

The recipient reported the message as unwanted.

What you can do: Please do not write to this recipient again.
`,
  },
};

describe('the whole answer', () => {
  for (const [what, { ticket, answer: whole, user }] of Object.entries(cases))
    it(`is for ${what}`, () => {
      const read = readTicket(ticket);
      assert.equal(answer(read, { file: '', probes: [] }), whole);
      assert.equal(userAnswer(read), user);
    });
});
