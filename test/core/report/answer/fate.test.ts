import assert from 'node:assert/strict';
import { answer } from '../../../../src/core/report/answer.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { userAnswer } from '../filled.ts';

/** The answers for an admin and for a user have these lines. */
function told(text: string, admin: string, user: string): void {
  const ticket = readTicket(text);
  const lines = (words: string | undefined): readonly string[] => (words ?? '').split('\n');
  assert.ok(
    lines(answer(ticket, { file: '', probes: [] })).includes(admin),
    lines(answer(ticket, { file: '', probes: [] })).join('\n'),
  );
  assert.ok(lines(userAnswer(ticket)).includes(user), userAnswer(ticket));
}

const report = (action: string): string =>
  `From: MAILER-DAEMON@mx1.contoso.test\nTo: ann@contoso.test\nSubject: Delivery report\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\nDate: Fri, 20 Nov 2026 10:00:05 +0000\n\n--b\nContent-Type: text/plain\n\nThis is the mail system at host mx1.contoso.test.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx1.contoso.test\n\nFinal-Recipient: rfc822; bob@fabrikam.test\nAction: ${action}\nStatus: 2.0.0\nRemote-MTA: dns; mx.fabrikam.test\n\n--b--\n`;
const postfix = (program: string, rest: string): string => `Nov 20 09:00:00 mx1 postfix/${program}[71]: ${rest}\n`;
const envelope = 'from=<a@a.test> to=<b@contoso.test> proto=ESMTP helo=<a.test>';

describe('what became of the mail', () => {
  it('by a report: it arrived, or was given on to a server that sends no reports, or to a list (RFC 3464 2.3.3)', () => {
    told(
      report('delivered'),
      'It arrived (Fri, 20 Nov 2026 10:00:05 +0000).',
      'The message from ann@contoso.test to bob@fabrikam.test (Fri, 20 Nov 2026 10:00:05 +0000) arrived.',
    );
    for (const action of ['relayed', 'expanded'])
      told(
        report(action),
        'mx.fabrikam.test took it (Fri, 20 Nov 2026 10:00:05 +0000), and answers for it from there on.',
        'The message from ann@contoso.test to bob@fabrikam.test (Fri, 20 Nov 2026 10:00:05 +0000) was delivered to the mail server of the recipient.',
      );
  });

  it('by a pasted notice: it came back, in whatever language, or waits until it says', () => {
    told(
      '메일이 정상적으로 전송되지 못했습니다.\n\n받는 사람: kim@contoso.test\n전송 실패 사유:\n552 5.2.2 Mailbox full\n',
      'It was not delivered and was returned to its sender; nothing tries again by itself.',
      'The message went back to its sender. It is not sent again by itself.',
    );
    told(
      'Final-Recipient: rfc822; bob@contoso.test\nAction: delayed\nStatus: 4.2.2\nWill-Retry-Until: Mon, 30 Nov 2026 10:00:00 +0000\n',
      'It is not lost: it waits in the queue and is still tried until Mon, 30 Nov 2026 10:00:00 +0000, and then returned to its sender.',
      'The message to bob@contoso.test was not delivered yet.',
    );
  });

  it('by what was refused at the door, whatever message arrived later', () => {
    told(
      'The scanner said "SMTP error 550 5.7.60 Client does not have permissions to send as this sender". New test:\n\nReceived: from scan.test by mx.contoso.test; Fri, 20 Nov 2026 10:00:05 +0000\nFrom: scan@contoso.test\nTo: ann@contoso.test\nSubject: Test\n\nx\n',
      'It was not delivered: the server did not take it, and whoever sent it has it still. A mail server returns it to the sender; a device or program shows an error or is silent.',
      'The message could not be delivered.',
    );
  });

  it('by a notice that somebody passes on: it came back to whom the notice names', () => {
    const forwarded = (to: string): string =>
      `Received: from a.test by b.test; Fri, 20 Nov 2026 10:00:05 +0000\nFrom: ann@fabrikam.test\nTo: help@contoso.test\nSubject: Fwd: Undelivered Mail Returned to Sender\nDate: Fri, 20 Nov 2026 10:00:05 +0000\n\nSee below.\n\n---------- Forwarded message ---------\nFrom: <MAILER-DAEMON@mx.fabrikam.test>\n${to}Subject: Undelivered Mail Returned to Sender\n\n<bob@contoso.test>: host mx.contoso.test[192.0.2.1] said: 550 5.1.1 User unknown\n`;
    told(
      forwarded('To: <carol@fabrikam.test>\n'),
      'It was not delivered and was returned to carol@fabrikam.test; nothing tries again by itself.',
      'The message from carol@fabrikam.test to bob@contoso.test could not be delivered.',
    );
    told(
      forwarded(''),
      'It was not delivered and was returned to its sender; nothing tries again by itself.',
      'The message to bob@contoso.test could not be delivered.',
    );
  });

  it('is not told by a page that checks a domain, whatever is said beside it', () => {
    const words = answer(
      readTicket('[SPF] a.test does not allow your server 198.51.100.7 to use b@a.test\n\nNothing bounced so far.\n'),
      { file: '', probes: [] },
    );
    assert.match(words ?? '', /SPF of a\.test does not name the server/);
    assert.doesNotMatch(words ?? '', /returned/);
  });

  it('by the log of the server that did not take it at its door', () => {
    const refused = (reply: string): string =>
      postfix('smtpd', `NOQUEUE: reject: RCPT from a.test[192.0.2.1]: ${reply}; ${envelope}`);
    told(
      refused('550 5.1.1 <b@contoso.test>: Recipient address rejected: User unknown in local recipient table'),
      'It was not taken: the server of the sender has it still, and returns it to the sender.',
      'The message from a@a.test to b@contoso.test (Nov 20 09:00:00) could not be delivered.',
    );
    told(
      refused('450 4.2.0 <b@contoso.test>: Recipient address rejected: Greylisted'),
      'It is not delivered yet: a mail server keeps it and is to try again, as a rule for 4 to 5 days (RFC 5321 4.5.4.1); a device or program without a queue does not.',
      'The message from a@a.test to b@contoso.test (Nov 20 09:00:00) was not delivered yet.',
    );
  });

  it('by a rule of the own server, which says that it was one and not why: the admin of it knows', () => {
    const held = 'It is held back until somebody releases or deletes it.';
    for (const [line, words] of [
      ['cleanup', 'A0000000002: hold: header Subject: x from a.test[192.0.2.1]; ENVELOPE: please check'],
      [
        'smtpd',
        'NOQUEUE: hold: RCPT from a.test[192.0.2.1]: <b@contoso.test>: Recipient address triggers HOLD action; ENVELOPE',
      ],
      [
        'cleanup',
        'A0000000002: milter-hold: END-OF-MESSAGE from a.test[192.0.2.1]: milter triggers HOLD action; ENVELOPE',
      ],
    ] as const) {
      const text = postfix(line, words.replace('ENVELOPE', envelope));
      told(text, held, 'The message from a@a.test to b@contoso.test (Nov 20 09:00:00) is held back on a mail server.');
      told(
        text,
        "Who acts: the recipient's admin. Trying again helps once the cause is mended.",
        'It is not lost, but does not arrive before it is released.',
      );
    }
    told(
      postfix(
        'smtpd',
        `NOQUEUE: discard: RCPT from a.test[192.0.2.1]: <b@contoso.test>: Recipient address triggers DISCARD action; ${envelope}`,
      ),
      'It was dropped: nobody gets it, and nobody is told.',
      'The message is gone, and nobody was told.',
    );
  });

  it('by what was sent in a session all the same, behind a login that was refused', () => {
    const login = [
      '220 mx.contoso.test ESMTP',
      'EHLO a.test',
      '250-mx.contoso.test',
      '250 AUTH PLAIN',
      'AUTH PLAIN AGEAYg==',
      '535 5.7.8 Error: authentication failed',
    ];
    const fate = (...lines: readonly string[]): string =>
      answer(readTicket(`${[...login, ...lines].join('\n')}\n`), { file: '', probes: [] }) ?? '';
    const named = ['MAIL FROM:<a@a.test>', '250 2.1.0 Ok', 'RCPT TO:<b@contoso.test>'];
    const sent = [
      ...named,
      '250 2.1.5 Ok',
      'DATA',
      '354 go',
      'Subject: x',
      '',
      'x',
      '.',
      '250 2.0.0 Ok: queued as 77AA88BB',
    ];
    assert.match(fate('QUIT', '221 2.0.0 Bye'), /Nothing was sent: it ended before/);
    assert.doesNotMatch(fate(...sent), /Nothing was sent|not delivered/);
    const refused = fate(...named, '554 5.7.1 <b@contoso.test>: Relay access denied', 'QUIT', '221 2.0.0 Bye');
    assert.doesNotMatch(refused, /Nothing was sent/);
    assert.match(refused, /It was not delivered: the server did not take it/);
    assert.match(fate('QUIT', '221 2.0.0 Bye', '', ...login.slice(0, 1), ...sent), /Nothing was sent: it ended before/);
  });

  it('by a queue that has it on hold: the admin of the queue knows, for each recipient', () => {
    const list = `-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------
9A1D24012C!     4411 Sat Nov 28 16:02:11  a@contoso.test
                                         b@fabrikam.test
                                         c@fabrikam.test
`;
    told(
      list,
      "Who acts: the sender's admin. Trying again helps once the cause is mended.",
      'For c@fabrikam.test: held back. The cause is not known.',
    );
    told(
      `Frozen:\n\n 3d  2.1K 1vOWkq-000000001Aa-0xyz <a@contoso.test> *** frozen ***\n          b@fabrikam.test\n`,
      "Who acts: the sender's admin. Trying again helps once the cause is mended.",
      'This has to be mended by those who run the mail of the sender.',
    );
  });

  it('by a filter that put it aside, whatever the queue in front of it was told', () => {
    told(
      postfix(
        'amavis',
        '(1-7) Blocked BANNED (.exe) {DiscardedInbound,Quarantined}, [203.0.113.61]:40122 [203.0.113.61] <a@a.test> -> <b@contoso.test>, quarantine: banned-Xa1, Queue-ID: A0000000002, Hits: -, size: 9, 902 ms',
      ).replace('postfix/', '') +
        postfix(
          'smtp',
          'A0000000002: to=<b@contoso.test>, relay=127.0.0.1[127.0.0.1]:10024, delay=1.1, dsn=2.7.0, status=sent (250 2.7.0 Ok, discarded, id=1-7 - BANNED: .exe)',
        ),
      'It is in quarantine: the recipient does not get it before somebody releases it, and the sender is not told.',
      'It is not lost, but does not arrive before it is released.',
    );
  });

  it('by the last step of a trace of Exchange, in the junk folder', () => {
    told(
      'Event\tDetail\nDeliver\tThe message was successfully delivered to the folder: DefaultFolderType:JunkEmail\n',
      '**Exchange delivered the message into the junk folder.**',
      'The message arrived.',
    );
    told(
      'Status: Delivered\nSender: a@a.test\nRecipient: b@contoso.test\nSubject: PO\nMessage ID: <po@a.test>\n\nIt says: The message was successfully delivered to the folder: Junk Email\n',
      'It arrived.',
      'The message “PO” arrived.',
    );
  });

  it('by the log of a server that was refused as a relay: no mail program is to log in', () => {
    told(
      postfix(
        'smtp',
        'A0000000002: to=<b@b.test>, relay=mx.b.test[192.0.2.1]:25, dsn=5.7.1, status=bounced (host mx.b.test[192.0.2.1] said: 554 5.7.1 <b@b.test>: Relay access denied (in reply to RCPT TO command))',
      ),
      'It was not delivered and was returned to its sender (Nov 20 09:00:00); nothing tries again by itself.',
      'Why: The mail server that was asked does not take mail for this address.',
    );
    told(
      postfix(
        'smtp',
        'A0000000002: to=<b@b.test>, relay=mx.b.test[192.0.2.1]:25, dsn=4.7.4, status=deferred (TLS is required, but was not offered by host mx.b.test[192.0.2.1])',
      ),
      "Who acts: the recipient's admin. Trying again helps once the cause is mended.",
      'This has to be mended by those who run the mail of the recipient.',
    );
    told(
      postfix(
        'smtpd',
        `NOQUEUE: reject: RCPT from a.test[192.0.2.1]: 554 5.7.1 <b@contoso.test>: Relay access denied; ${envelope}`,
      ),
      'It was not taken: the server of the sender has it still, and returns it to the sender.',
      'What you can do: In a mail program: please switch on the login for sending mail.',
    );
  });
});
