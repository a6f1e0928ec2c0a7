import assert from 'node:assert/strict';
import { explainText } from '../../../src/core/knowledge/explain.ts';
import { verdictHeadline } from '../../../src/core/report/verdictWords.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

const verdictsOf = (...lines: readonly string[]) => readVerdicts(readTicket(`${lines.join('\n')}\n`));

/** Each failure as `line reason recipients`. */
function told(...lines: readonly string[]): string[] {
  const ticket = readTicket(`${lines.join('\n')}\n`);
  return readVerdicts(ticket)
    .filter(({ failed }) => failed)
    .map(({ span, code, recipients }) => [ticket.lines.lineOf(span.start) + 1, code, ...recipients].join(' '));
}

const explained = (text: string) => explainText(text)?.explanation;

describe('words without a code', () => {
  it('are told by both, and alike', () => {
    for (const [text, reason] of [
      ['permission denied on delivery to /home/bob/Maildir', 'delivery-program-failed'],
      ['no MX or A records for contoso.test', 'domain-not-found'],
      ['받는 사람의 메일함 용량이 초과되었습니다', 'mailbox-full'],
      [
        'Your email to group team@contoso.test was rejected due to spam classification. Set up SPF if you have not done so.',
        'spam-refused',
      ],
      ["Error: Can't send mail - all recipients were rejected", 'unrecognized'],
      ['smtplib.SMTPRecipientsRefused: {}', 'unrecognized'],
      ['System.Net.Mail.SmtpFailedRecipientsException: Unable to send to all recipients.', 'unrecognized'],
      ['Postal: No SMTP servers were available for fabrikam.test. No hosts to try.', 'connection-failed'],
    ] as const) {
      assert.deepEqual(told(text), [`1 ${reason}`], text);
      assert.equal(explained(text)?.reason, reason, text);
    }
  });

  it('are none where they are a place in a program', () => {
    const place =
      '    at SMTPConnection._formatError (/srv/app/node_modules/smtp-connection/src/smtp-connection.js:388:15)';
    assert.equal(explained(place), undefined);
    assert.equal(explained('    at Connection.onTimeout (node:net:600:8)'), undefined);
    assert.deepEqual(told("Error: Can't send mail - all recipients were rejected", place), ['1 unrecognized']);
    assert.equal(explained('  File "/srv/app/smtp/connection failed.py", line 357, in connect'), undefined);
  });

  it('are none where somebody tells of all recipients', () => {
    assert.deepEqual(told('We looked, and not all recipients were accepted by the list.'), []);
  });
});

describe('a reply in a language whose words are not read one by one', () => {
  it('has the cause that a notice would tell in it', () => {
    for (const [text, reason] of [
      ['550 5.1.1 존재하지 않는 사용자입니다', 'recipient-unknown'],
      ['552 5.2.2 메일함 용량이 초과되었습니다', 'mailbox-full'],
      ['550 5.1.1 Felhasználó nem található', 'recipient-unknown'],
      ['552 Brevlådan är full', 'mailbox-full'],
    ] as const) {
      assert.equal(explained(text)?.reason, reason, text);
      assert.equal(explained(text)?.basis, 'words', text);
      assert.notEqual(explained(text)?.confidence, 'high', text);
    }
    // The enhanced code names another thing.
    assert.notEqual(explained('552 5.2.2 존재하지 않는 사용자입니다')?.reason, 'recipient-unknown');
  });
});

describe('what stands around a reply', () => {
  it('is the count of what was sent', () => {
    const line = "[SMTP 192.0.2.5:42136] Sent 36 bytes: '550 Invalid syntax in MAIL command\\r\\n'";
    assert.deepEqual(
      verdictsOf(line).map(({ reply }) => reply),
      ['550'],
    );
    assert.equal(explainText(line)?.code, 550);
    assert.equal(explainText('{"sent": 12, "bytes": "550 of them failed"}')?.code, undefined);
  });

  it('is a list of fields in words that a mail program wrapped', () => {
    assert.deepEqual(
      told(
        'The message could not be sent because one of the recipients was rejected by the server.',
        "The rejected e-mail address was 'bob@contoso.test'. Subject 'Test', Account: 'mail.fabrikam.test', Server:",
        "'mail.fabrikam.test', Protocol: SMTP, Server Response: '451 sender",
        "verify failed', Port: 25, Secure(SSL): No, Server Error: 451, Error",
        'Number: 0x800CCC79',
      ).map((one) => one.split(' ').slice(0, 2).join(' ')),
      ['3 sender-refused'],
    );
  });

  it('is the last line of another reply', () => {
    const line =
      '503-The account or domain may not exist, they may be blacklisted, or missing 503-the proper dns entries. 503 Valid RCPT command must precede DATA  !! Expected response code 354 but got code "503"';
    assert.equal(explained(line)?.reason, 'recipient-unknown');
    assert.deepEqual(
      told(line).map((one) => one.split(' ')[1]),
      ['recipient-unknown'],
    );
    assert.equal(explained('503 Valid RCPT command must precede DATA')?.reason, 'command-order');
    const both =
      'Expected response code 250 but got code "452", with message "452 4.2.2 Mailbox full" << 550-Welcome back 550 Authentication required';
    assert.equal(explained(both)?.reason, 'mailbox-full');
  });
});

describe('a list that the words call their own', () => {
  it('is one of senders, and no mailing list', () => {
    for (const text of ['550 5.7.1 blocked by our list', '554 5.7.1 Your host is blocked by our local list'])
      assert.equal(explained(text)?.reason, 'blocklisted', text);
    assert.equal(explained('550 5.7.1 rejected by the list')?.reason, 'recipient-restricted');
  });
});

describe('the sender that a server does not know', () => {
  it('is no recipient, though the words are the same', () => {
    const reply = '550 5.1.0 <anna@fabrikam.test>: Sender address rejected: User unknown in local recipient table';
    assert.equal(explained(reply)?.reason, 'sender-refused');
    assert.deepEqual(told(reply), ['1 sender-refused']);
  });
});

describe('a message that was given up', () => {
  it('is not tried again, whoever is asked', () => {
    const line =
      'Nov 21 10:00:01 mx postfix/smtp[7]: 4F1A2B3C4: to=<bob@contoso.test>, relay=none, delay=2, dsn=4.4.1, status=bounced (connect to mx.contoso.test[192.0.2.9]:25: Connection refused)';
    assert.deepEqual([explained(line)?.retry, verdictsOf(line)[0]?.retry], ['later', 'later']);
    assert.equal(explained(line.replace('status=bounced', 'status=deferred'))?.retry, 'yes');
  });

  it('is left in no queue', () => {
    const steps = (status: string): string =>
      (
        explained(`Nov 21 10:00:01 mx postfix/smtp[7]: 4F1: to=<b@c.test>, ${status} (Host not found, try again)`)
          ?.next ?? []
      )
        .map(({ text }) => text)
        .join(' ');
    assert.match(steps('status=deferred'), /Leave the mail in the queue/);
    assert.doesNotMatch(steps('status=bounced'), /queue/);
  });
});

describe('what a filter took and kept back', () => {
  const line =
    'Nov 21 10:00:01 mx postfix/smtp[7]: 4F1A2B3C4: to=<bob@contoso.test>, relay=127.0.0.1[127.0.0.1]:10024, dsn=2.7.0, status=sent (250 2.7.0 Ok, discarded, id=12345-01 - spam)';

  it('is no bounce, and rests on words', () => {
    const [verdict] = verdictsOf(line);
    assert.ok(verdict);
    assert.match(verdictHeadline(verdict), /^Taken and kept back by 127\.0\.0\.1: /);
    assert.equal(verdict.basis, 'words');
  });
});

describe('a login with a token', () => {
  const challenge = `334 ${btoa('{"status":"401","schemes":"bearer","scope":"https://mail.contoso.test/"}')}`;
  const session = [
    'S: 220 mx.contoso.test ESMTP',
    'C: EHLO pc',
    'S: 250-mx.contoso.test',
    'S: 250 AUTH XOAUTH2',
    'C: AUTH XOAUTH2 dXNlcj1hbm5h',
    `S: ${challenge}`,
  ];

  it('has failed where the session ends with the challenge that says so', () => {
    assert.deepEqual(told(...session), ['6 login-failed']);
    assert.deepEqual(told(...session.slice(0, -1), 'S: 334 VXNlcm5hbWU6'), []);
  });

  it('is told once where the refusal follows', () => {
    assert.deepEqual(told(...session, 'C: ', 'S: 535 5.7.8 Authentication failed'), ['8 login-failed']);
  });
});

describe('lines of qmail and hMailServer', () => {
  it('give one reason, with all of the recipient', () => {
    const line =
      'delivery 251: failure: 192.0.2.7_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.7./';
    assert.equal(explained(line)?.reason, 'recipient-unknown');
    const tab = '\t';
    assert.deepEqual(
      told(
        `"APPLICATION"${tab}5712${tab}"2026-11-21 10:00:03.123"${tab}"SMTPDeliverer - Message 17: Message could not be delivered. Returning error to sender. Recipient: bob@fabrikam.test. Error: 550 5.1.1 User unknown"`,
      ),
      ['1 recipient-unknown bob@fabrikam.test'],
    );
  });
});

describe('lines of other programs', () => {
  it('give one reason, whoever is asked', () => {
    for (const [line, reason] of [
      [
        '2026-11-21 10:00:01 192.0.2.25 OutboundConnectionResponse SMTPSVC1 WEB1 - 25 - - 550+5.7.1+Unable+to+relay+for+bob@fabrikam.test 0 0 55 0 47 SMTP - - - -',
        'relaying-denied',
      ],
      [
        "2026-11-21 10:00:01 1tEabc-0001Ab-2C == bob@fabrikam.test R=dnslookup T=remote_smtp defer (-53): retry time not reached for any host for 'fabrikam.test'",
        'connection-failed',
      ],
      [
        'fetchmail: SMTP> RCPT TO:<bob@localhost> SMTP< 550 <bob@localhost>: Recipient address rejected: User unknown in local recipient table',
        'recipient-unknown',
      ],
      [
        'Nov 21 10:00:01 mx sendmail[123]: 0AL90123456789: to=<bob@fabrikam.test>, delay=00:00:01, mailer=esmtp, relay=mx.fabrikam.test. [192.0.2.9], dsn=5.0.0, stat=Service unavailable',
        'unrecognized',
      ],
      ['to=<bob@fabrikam.test>, mailer=local, dsn=4.3.0, stat=I/O error', 'system-error'],
      [
        'Nov 21 10:00:01 mx postfix/smtp[12]: connect to mx.fabrikam.test[192.0.2.9]:25: No route to host',
        'connection-failed',
      ],
      ['SMTP Error: The following recipients failed: bob@fabrikam.test', 'unrecognized'],
      ['[{"email":"bob@fabrikam.test","status":"rejected","reject_reason":"hard-bounce","_id":"abc"}]', 'suppressed'],
      ["fetchmail: SMTP listener doesn't like recipient address `bob@fabrikam.test'", 'unrecognized'],
      [
        'Cannot send. The recipient "bob@fabrikam.test" was rejected by the server because it does not allow relaying.',
        'relaying-denied',
      ],
      [
        'SMTP Error: Connection failed: Invalid response code received from server in /srv/www/mail/program/lib/rcube.php on line 1667 (POST /?_task=mail)',
        'connection-failed',
      ],
    ] as const) {
      assert.deepEqual(
        told(line).map((one) => one.split(' ')[1]),
        [reason],
        line,
      );
      assert.equal(explained(line)?.reason, reason, line);
    }
  });

  it('are about who sends where a rate of the user is exceeded', () => {
    assert.match(explained('HttpError 429 returned "User-rate limit exceeded"')?.meaning ?? '', /this account/);
  });

  it('tell one failure once, with its recipient', () => {
    assert.deepEqual(
      told(
        'msmtp: recipient address bob@fabrikam.test not accepted by the server',
        'msmtp: server message: 550 5.7.1 Relaying denied',
      ),
      ['2 relaying-denied bob@fabrikam.test'],
    );
    assert.deepEqual(
      told('{"msg":"bounced","to":"bob@fabrikam.test","dsn_smtp_response":"5.1.1 User unknown","dsn_code":"550"}'),
      ['1 recipient-unknown bob@fabrikam.test'],
    );
    assert.deepEqual(
      told(
        'Nov 21 10:00:01 2026 (1234) <mailman.1@contoso.test> delivery to bob@fabrikam.test failed with code 550: 5.1.1 <bob@fabrikam.test>: User unknown',
      ),
      ['1 recipient-unknown bob@fabrikam.test'],
    );
  });

  it('have no reply where the number is a status of HTTP', () => {
    const line =
      '{"ErrorCode":406,"Message":"You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: bob@fabrikam.test."}';
    assert.deepEqual(
      verdictsOf(line).map(({ code, reply, role }) => [code, reply, role]),
      [['suppressed', undefined, 'cause']],
    );
  });

  it('are explained by their code where the words only say that it was refused', () => {
    const found = explained('550 5.1.1 <bob@fabrikam.test>: Recipient rejected');
    assert.deepEqual(
      [found?.reason, found?.confidence, found?.unknownWords],
      ['recipient-unknown', 'medium', undefined],
    );
  });
});
