import assert from 'node:assert/strict';
import { findReplies } from '../../../src/core/replies/findReplies.ts';
import { isOtherNumber } from '../../../src/core/replies/otherNumbers.ts';
import { spanText } from '../../../src/core/text/span.ts';

/** Each reply as `code enhanced stage >recipient <sender: words`, those left out whose words must be known first. */
const found = (text: string): string[] =>
  findReplies(text)
    .filter(({ sureness }) => sureness !== 'doubtful')
    .map(({ code, enhanced, stage, recipient, sender, words }) =>
      [
        code,
        enhanced,
        stage === '?' ? undefined : stage,
        recipient && `>${recipient}`,
        sender && `<${sender}`,
        `| ${spanText(text, words)}`,
      ]
        .filter((part) => part !== undefined)
        .join(' '),
    );

const finds = (text: string, ...replies: readonly string[]): void => assert.deepEqual(found(text), replies, text);
const findsNone = (...texts: readonly string[]): void => {
  for (const text of texts) assert.deepEqual(found(text), [], text);
};

describe('a reply', () => {
  it('is no number behind a word that counts, measures or expects, in any form of it', () => {
    for (const front of [
      'Attempt ',
      'attempts: ',
      'rows = ',
      'queued: ',
      'https/1.1 status ',
      'line no. ',
      'expecting codes: ',
      'wants code(s) 220 or ',
      'attendue: ',
      'expected 250/',
      'code !== ',
      'line "',
      '€ ',
      'ſize',
      'size < ',
    ])
      assert.equal(isOtherNumber(front), true, front);
    for (const front of ['said: ', 'dsn=', '', ' ', '(', 'got ', 'response: ', 'error '])
      assert.equal(isOtherNumber(front), false, front);
  });

  it('is what was got, never what was expected', () => {
    finds(
      'Expected response code 220 but got code "421", with message "421 4.3.2 Shutting down"',
      '421 4.3.2 | Shutting down',
    );
    finds(
      'Expected response code "250/251/252" but got code "553", with message "553-5.1.2 one\\r\\n553 5.1.2 two\\r\\n".',
      '553 5.1.2 | one\\r\\n553 5.1.2 two',
    );
    finds('Unexpected return code - Expected: 354, Got: 503 | 503 Bad sequence', '503 | Bad sequence');
    finds('expected 250 but the server said: 552 Too big', '552 | Too big');
    finds('Expected smtp code 354, got 552', '552 | ');
    finds('wanted 250 but received response 451', '451 | ');
    finds('smtp: got 452, want 250', '452 | ');
    finds('answer 554 instead of 250', '554 | ');
    findsNone('GET /send got 404, want 200');
    finds(
      "Expected response code(s) [250] but got response [530 5.7.0 Must issue a STARTTLS command first]' in Swift.php:250",
      '530 5.7.0 | Must issue a STARTTLS command first',
    );
    finds('Bad response: 550\nand a line of the ticket', '550 | ');
    findsNone(
      'Expected response code 354 but got an empty response',
      'Expected response code "250" but got an empty response.',
      'expected code 220, got EOF',
      'wanted 250 or 251',
      'erwartet 250',
      'status !== 250',
    );
  });

  it('stands behind the class of an error without a colon', () => {
    finds('Net::SMTPFatalError 550 Message rejected', '550 | Message rejected');
    findsNone('the error 550 of them saw');
  });

  it('has the status that is named beside it, not a number that its words speak of', () => {
    finds('code=550 reason=Mailbox full dsn=5.2.2 host=mx', '550 5.2.2 | Mailbox full dsn=5.2.2 host=mx');
    finds('550 blocked (see 5.7.1 in the manual)', '550 | blocked (see 5.7.1 in the manual)');
  });

  it('is in the tuples of Python, with whom it was about', () => {
    finds(
      "smtplib.SMTPRecipientsRefused: {'a@contoso.test': (550, b'5.1.1 <a@contoso.test>: unknown'), 'b@contoso.test': (452, b'4.2.2 full')}",
      '550 5.1.1 RCPT >a@contoso.test | <a@contoso.test>: unknown',
      '452 4.2.2 RCPT >b@contoso.test | full',
    );
    finds("error: (535, b'Error: authentication failed')", '535 | Error: authentication failed');
    finds(
      "smtplib.SMTPSenderRefused: (550, b\"5.7.1 You can't send as this\", 'x@contoso.test')",
      "550 5.7.1 MAIL <x@contoso.test | You can't send as this",
    );
    finds(
      '(535, b&#x27;5.7.8 Bad credentials\\n5.7.8  see the page&#x27;)',
      '535 5.7.8 | Bad credentials\\n5.7.8  see the page',
    );
    finds('reason="(554, b\'5.7.1 one\ntwo\')" (Handler.py:362)', '554 5.7.1 | one\ntwo');
    finds("[SMTPRecipientRefused(550, '5.1.1 unknown', 'b@contoso.test')]", '550 5.1.1 RCPT >b@contoso.test | unknown');
    finds("aiosmtplib.errors.SMTPDataError: (552, '5.3.4 too big')", '552 5.3.4 (data) | too big');
  });

  it('is in exceptions of .NET, which leave out the basic code', () => {
    finds('Mailbox unavailable. The server response was: 5.7.1 Client host rejected', '5.7.1 | Client host rejected');
    finds('MailKit.Security.AuthenticationException: 535: 5.7.3 Unsuccessful', '535 5.7.3 AUTH | Unsuccessful');
    finds(
      'Send-MailMessage : Service not available. The server response was: 4.3.2 try later\nAt line:1 char:1',
      '4.3.2 | try later',
    );
  });

  it('is in chains of causes of Java', () => {
    finds(
      'javax.mail.SendFailedException: Invalid Addresses;\n  nested exception is:\n\tcom.sun.mail.smtp.SMTPAddressFailedException: 550 5.1.1 <a@contoso.test>: no such user\n\tat com.sun.mail.smtp.SMTPTransport.rcptTo(SMTPTransport.java:451)',
      '550 5.1.1 RCPT >a@contoso.test | <a@contoso.test>: no such user',
    );
    finds(
      'jakarta.mail.AuthenticationFailedException: 535 Incorrect authentication data',
      '535 AUTH | Incorrect authentication data',
    );
  });

  it('is in the errors of Node once for each place', () => {
    finds(
      "Error: Invalid login: 535 5.7.8 no\n  code: 'EAUTH',\n  response: '535 5.7.8 no',\n  responseCode: 535,\n  command: 'AUTH PLAIN'",
      '535 5.7.8 AUTH | no',
      '535 5.7.8 | no',
    );
    finds(
      "{ response: '550 no such user', responseCode: 550, command: 'RCPT TO', rejected: [ 'a@contoso.test' ] }",
      '550 >a@contoso.test | no such user',
    );
  });

  it('is in the errors of Ruby, Go, Rust, PHP and Delphi', () => {
    finds('Net::SMTPAuthenticationError (535 5.7.8 wrong\n):', '535 5.7.8 AUTH | wrong');
    finds('Net::SMTPServerBusy: 450 come back', '450 | come back');
    finds('gomail: could not send email 2: 554 refused', '554 | refused');
    finds('err="auth: 535 bad credentials" attempt=3', '535 AUTH | bad credentials');
    finds('permanent error (550): 5.1.1 unknown', '550 5.1.1 | unknown');
    finds('transient error (451): greylisted', '451 | greylisted');
    finds(
      'SMTP Error: The following recipients failed: a@contoso.test: 550 relay not permitted',
      '550 RCPT >a@contoso.test | relay not permitted',
    );
    finds("EIdSMTPReplyError: '5.7.1 Relaying denied'#13#10", '5.7.1 | Relaying denied');
  });

  it('is what PHPMailer says in front of its code', () => {
    finds(
      'SMTP Error: data not accepted.SMTP server error: DATA END command failed Detail: Message rejected SMTP code: 550 Additional SMTP info: 5.7.1',
      '550 5.7.1 | Message rejected',
    );
    finds('Detail: 5.7.8 bad password SMTP code: 535', '535 5.7.8 | 5.7.8 bad password');
  });

  it('is told once beside the codes that a program repeats', () => {
    finds(
      'UnexpectedResponseException(code: 451): Expected response code "250" but got code "451", with message "451 4.7.0 later"',
      '451 4.7.0 | later',
    );
    finds("Server Response: '550 5.7.1 no relay', Server Error: 550, Error Number: 0x800CCC79", '550 5.7.1 | no relay');
  });

  it('is what a mail program says in any language', () => {
    finds('The mail server responded:  5.7.1 not allowed', '5.7.1 | not allowed');
    finds('Der Mail-Server antwortete: 550 Postfach unbekannt', '550 | Postfach unbekannt');
    finds('Le serveur a répondu : 554 refusé', '554 | refusé');
    finds('El servidor respondió: 550 buzón desconocido', '550 | buzón desconocido');
    finds('Resposta do Servidor: 454 4.7.1 negado', '454 4.7.1 | negado');
    finds('Ответ сервера: 550 нет такого', '550 | нет такого');
    finds('服务器返回: 550 User not found', '550 | User not found');
  });

  it('is in fields, with what stands in the fields beside', () => {
    finds('{"smtp_code":556,"smtp_enchcode":"5.1.10","host":"mx1.contoso.test"}', '556 5.1.10 | ');
    finds('level=error code=535 message="5.7.8 bad password"', '535 5.7.8 | bad password');
    finds('status code: 550, reason: mailbox unavailable', '550 | mailbox unavailable');
    finds('"{\\"responseCode\\":421,\\"response\\":\\"421 4.7.0 later\\"}"', '421 4.7.0 | later');
    finds(
      '{"event":"bounce","email":"a@contoso.test","reason":"550 5.1.1 gone","status":"5.1.1"}',
      '550 5.1.1 >a@contoso.test | gone',
    );
    finds('"diagnosticCode":"smtp; 550 5.7.1 blocked","status":"5.7.1"', '550 5.7.1 | blocked');
    finds(
      '"a@contoso.test": {\n  "delivered": "no",\n  "smtpReply": "550 5.1.2 none"\n}',
      '550 5.1.2 >a@contoso.test | none',
    );
  });

  it('is a basic code behind any frame, or a line of its own', () => {
    finds('Rcpt: 550 Mailbox gone', '550 RCPT | Mailbox gone');
    finds('server message: 501 bad', '501 | bad');
    finds('It was not sent (550 Message rejected)', '550 | Message rejected');
    finds('550 User unknown', '550 | User unknown');
    finds('> 451 try later\n', '451 | try later');
    finds('no mailbox by that name (#5.1.1)', '5.1.1 | ');
  });

  it('has several lines where each repeats the code', () =>
    finds('said: 550-5.7.1 one\n550 5.7.1 two\nand more', '550 5.7.1 | one\n550 5.7.1 two'));

  it('may begin with what it quotes', () => {
    finds("550 'bob@contoso.test' is not a user here", "550 >bob@contoso.test | 'bob@contoso.test' is not a user here");
    finds('452 "bob@contoso.test" try again later', '452 >bob@contoso.test | "bob@contoso.test" try again later');
    finds("(550, b'User unknown', 'bob@contoso.test')", '550 <bob@contoso.test | User unknown');
  });

  it('quotes another one, and is still one', () => {
    finds(
      '550 5.0.350 Remote server returned an error -> 554 5.1.1 no',
      '550 5.0.350 | Remote server returned an error -> 554 5.1.1 no',
    );
    finds(
      '450 4.4.317 Cannot connect [Message=451 5.7.3 STARTTLS]',
      '450 4.4.317 | Cannot connect [Message=451 5.7.3 STARTTLS]',
    );
    finds('554 5.3.0 unknown mailer error 255', '554 5.3.0 | unknown mailer error 255');
  });
});

describe('no reply', () => {
  it('is a column, an issue, a port, a version, a size, a status of HTTP, a place in a file or a time', () =>
    findsNone(
      '  308 LOG: MAIN\n  450 LOG: MAIN',
      'as in (#538) and pull request #421',
      'connect to mx1.contoso.test:465, port 550',
      'Version: 5.1.1, kernel 5.4.0, v4.5.2 (5.10.3)',
      'size=550, 512 bytes, 450 KB',
      'HTTP/1.1 503 Service Unavailable',
      'HTTP status: 404',
      '{"status":404,"error":"Not Found"}',
      'smtp.py:535) and at line 550',
      '10:550:03 in 250 ms',
      'id=450 pid=501',
      'The fee is $550 for 450 users.',
      'I ordered 550 pieces; 421 of them arrived.',
      '554 tests passed, 450 skipped',
    ));

  it('is the version of one of several programs, as lists of them show', () => {
    findsNone('WordPress: 6.6.2\nPHP: 8.2.20\nWP Mail SMTP: 4.1.1', 'WP Mail SMTP: 4.1.1\r\n\r\nPHP: 8.2.20');
    finds('WP Mail SMTP: 4.1.1\nStatus: 5.1.1', '4.1.1 | ', '5.1.1 | ');
  });

  it('is the process id behind the name of a program, and no word that announces a reply', () => {
    findsNone("opendkim[221]: can't load key from /etc/key", 'Nov 28 10:00:00 mx postgrey[450]: action=pass');
    finds('SMTP[550]: no such user', '550 | no such user');
  });

  it('is the pid in front of what Exim shows of a session', () =>
    finds('  308   SMTP<< 451 try again\n  450   SMTP<< 550 no', '451 | try again', '550 | no'));
});

describe('replies that programs spell in their own way', () => {
  it('lettre names the three digits of a code in words', () => {
    const text = `Err(lettre::transport::smtp::Error { kind: Transient(
      Code {
          severity: TransientNegativeCompletion,
          category: Connections,
          detail: One,
      },
    ) })`;
    assert.deepEqual(
      findReplies(text).map(({ code, sureness }) => [code, sureness]),
      [[421, 'sure']],
    );
  });

  it('each of its lines may stand in quotes of its own', () => {
    finds(
      'response: ["554-Transaction failed", "554-Reject due to policy", "554 See contoso.test", ""]',
      '554 | Transaction failed", "554-Reject due to policy", "554 See contoso.test',
    );
    finds("['550 no such user', '250 ok']", '550 | no such user');
  });

  it('an enhanced code stands behind a break that is spelled out, or in front of its words without a blank', () => {
    finds('SMTPSenderRefused: 550\\n5.7.1Unauthorized shipping', '550 5.7.1 MAIL | Unauthorized shipping');
  });

  it('a part of a second is no code', () => {
    findsNone('2020-11-06 17:26:06,425 983 ERROR mail: not sent', '[2020-03-02 07:40:08,443] DEBUG mail FROM');
  });

  it('a command and a reply may stand on both sides of a colon without a blank', () => {
    assert.equal(findReplies('MAIL FROM:553 sender is on our list')[0]?.code, 553);
    assert.deepEqual(findReplies('at smtp.go:553 in send'), []);
  });
});
