import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

/** Each verdict as `line role class reply recipients`. */
function told(...lines: readonly string[]): string[] {
  const ticket = readTicket(`${lines.join('\n')}\n`);
  return readVerdicts(ticket).map(({ span, role, code, reply = '-', recipients }) =>
    [ticket.lines.lineOf(span.start) + 1, role, code, reply, ...recipients].join(' '),
  );
}

describe('a reply in an odd frame', () => {
  it('is no line of a source that stands beside it in brackets', () => {
    assert.deepEqual(
      told(
        'Error sending mail {"error":"Expected response code 250 but got code \\"552\\", with message \\"552 Message too big\\r\\n\\"; File: \\/lib\\/Transport.php (457)"}',
      ),
      ['1 cause message-too-large 552'],
    );
    assert.deepEqual(told('mailutils.cpp (521) The mail server responded: 550 No such user here. (require: 235)'), [
      '1 cause recipient-unknown 550',
    ]);
  });

  it('is explained by its own quotation where the code is all that a program repeats', () => {
    assert.deepEqual(
      told(
        'FastCGI sent in stderr: "PHP message: Invalid response code received from server (535)" while reading, request: "POST /?_task=mail&_from=header HTTP/1.1"',
      ),
      ['1 cause login-failed 535'],
    );
  });

  it('stands in a cell of a table, beside words of SMTP where its own say little', () => {
    assert.deepEqual(told('ERROR\tNet::SMTPFatalError', '98.0%\t550 Message rejected'), ['2 cause unrecognized 550']);
    assert.deepEqual(told('bob@contoso.test\t550 5.1.1 No such user\t3'), ['1 cause recipient-unknown 550 5.1.1']);
    assert.deepEqual(told('bytes\t550 of all'), []);
  });

  it('is sure where the code in front of it is, whatever the words', () => {
    assert.deepEqual(told('Expected response code 354 but got code "503", with message "503 RCPT command expected "'), [
      '1 cause command-order 503',
    ]);
  });

  it('has no code where a program says that it could not send', () => {
    assert.deepEqual(told('[07:32:28,865] ERROR {cps.worker:531} Error sending email: Login Fail', '', 'and more'), [
      '1 cause login-failed -',
    ]);
    assert.deepEqual(told('Failed to send test email to bob@contoso.test: The mailbox is full'), [
      '1 cause mailbox-full - bob@contoso.test',
    ]);
    assert.deepEqual(told('Hallo,', 'Fehler beim Senden der E-Mail: Das Passwort ist falsch'), [
      '2 cause login-failed -',
    ]);
    assert.deepEqual(told('服务器日志', '邮件发送失败：用户不存在'), ['2 cause recipient-unknown -']);
  });

  it('is none of a line of a source that a trace shows', () => {
    assert.deepEqual(
      told(
        'Traceback (most recent call last):',
        '  File "/opt/ir_mail_server.py", line 393, in connect',
        '    connection = smtplib.SMTP(smtp_server, smtp_port, timeout=SMTP_TIMEOUT)',
        'ConnectionRefusedError: [Errno 111] Connection refused',
      ),
      ['4 cause connection-failed -'],
    );
  });

  it('is one of a field of SMTP, whatever a check says beside it', () => {
    assert.deepEqual(
      told(
        'smtp: DATA error  {"check":"dmarc","msg_id":"95ae9d1f","reason":"No aligned identifiers","smtp_code":550,"smtp_enchcode":"5.7.1","smtp_msg":"DMARC check failed"}',
      ),
      ['1 cause dmarc-failed 550 5.7.1'],
    );
  });

  it('is about the recipient alone where it names the sender, too', () => {
    assert.deepEqual(
      told(
        'Message could not be sent.Mailer Error: SMTP Error: The following recipients failed: bob@contoso.test: Verification failed for <anna@fabrikam.test>',
        'Unrouteable address',
        'Sender verify failed',
      ),
      ['1 cause sender-refused - bob@contoso.test'],
    );
  });

  it('is told of a session in which nothing answered the message', () => {
    assert.deepEqual(
      told(
        'SMTP -> FROM SERVER:220 mx.contoso.test ESMTP',
        'SMTP -> FROM SERVER:250 OK',
        'SMTP -> FROM SERVER:354 Enter message',
        'SMTP -> FROM SERVER:',
        'SMTP -> ERROR: DATA not accepted from server:',
        'SMTP Error: Data not accepted.',
      ),
      ['6 cause unrecognized -'],
    );
  });

  it('is one with the status that a log states in front of it', () => {
    assert.deepEqual(told('My log says:', '  dsn=4.2.2, stat=Deferred: 452 4.2.2 Over quota'), [
      '2 waiting mailbox-full 452 4.2.2',
    ]);
    assert.deepEqual(told('My log says:', '  dsn=5.0.0, stat=Service unavailable: 550 5.1.1 No such user'), [
      '2 cause recipient-unknown 550 5.1.1',
    ]);
  });

  it('is a tuple with a list of lines', () => {
    assert.deepEqual(told("It said ('550', ['<bob@contoso.test>... Relaying denied']) to us"), [
      '1 cause relaying-denied 550 bob@contoso.test',
    ]);
  });

  it('is about the address that is named last in front of it, and about none in a link', () => {
    assert.deepEqual(
      told(
        'job 1: to=<anna@contoso.test> code=250 ok',
        'job 2: to=<bob@contoso.test>, session=1, from=<x@fabrikam.test>, source=192.0.2.1, relay=192.0.2.2 (mx.fabrikam.test), delay=6m41s, error=550 No such user',
      ),
      ['2 cause recipient-unknown 550 bob@contoso.test'],
    );
    assert.deepEqual(
      told(
        'tool: server message: 501 <root>: recipient address must contain a domain',
        'tool: gave up (account [me@contoso.test](mailto:me@contoso.test))',
      ),
      ['1 cause address-malformed 501'],
    );
  });

  it('is one with the status at the end of its words, however long they are', () => {
    assert.deepEqual(
      told(
        "Server Response: '553. To send mail, first check",
        'your mail with a valid account of this server; this prevents unauthorized SPAM',
        "relaying. (#5.7.1)', Port: 25, Secure(SSL): No, Server Error: 553,",
      ).map((one) => one.split(' ').slice(3).join(' ')),
      ['553 5.7.1'],
    );
  });

  it('is the same again where only the id of the server differs', () => {
    const line = (id: string) => `ssnotifyd: mail (3) The mail server responded: 535 5.7.8 see page ${id}.61 - gsmtp.`;
    assert.equal(told(line('ga26sm6725546ejc'), line('cb21sm37360927edb')).length, 1);
    assert.equal(told('reply: 550 no such user anna99', 'reply: 550 no such user bob77').length, 2);
  });

  it('follows the name of a host that ends in a word', () => {
    for (const host of ['contoso.com', 'contoso.it', 'contoso.de'])
      assert.deepEqual(told(`failed at mx=mx1.${host} (450 Greylisted, try again later)`), [
        '1 waiting greylisted 450',
      ]);
  });
});

describe('a failure without a reply', () => {
  it('is told of an end of a line of Exim', () => {
    assert.deepEqual(told('I see this:', '.... R=dnslookup T=remote_smtp defer (110): Connection timed out', 'Help'), [
      '2 cause connection-failed -',
    ]);
  });

  it('is none where a signer says what it did not check', () => {
    const opendkim = (words: string) => `Dec 12 18:58:48 mx1 opendkim[457]: 727171F825F: ${words}`;
    assert.deepEqual(told(opendkim('mx.fabrikam.test [192.0.2.5] not internal'), opendkim('not authenticated')), []);
  });

  it('is told of an object of Node that names DNS', () => {
    assert.deepEqual(
      told('{', '  "errno": -3008,', '  "code": "EDNS",', '  "syscall": "getaddrinfo",', '  "hostname": "mx."', '}'),
      ['3 cause domain-not-found -'],
    );
  });

  it('is told of a client of .NET whose connection was closed', () => {
    assert.deepEqual(
      told('Send-MailMessage : Unable to read data from the transport connection: net_io_connectionclosed.'),
      ['1 cause connection-failed -'],
    );
  });

  it('is told once of a process that says it of each host, and then of the message', () => {
    const postfix = (process: number, rest: string) => `Mar 23 11:21:31 mx1 postfix/smtp[${process}]: ${rest}`;
    const lines = [
      postfix(143, 'connect to mx1.fabrikam.test[192.0.2.1]:25: Connection timed out'),
      postfix(143, 'connect to mx2.fabrikam.test[192.0.2.2]:25: Connection timed out'),
      postfix(
        143,
        'BB48359B1: to=<bob@fabrikam.test>, relay=none, delay=151, delays=0/0/150/0, dsn=4.4.1, status=deferred (connect to mx2.fabrikam.test[192.0.2.2]:25: Connection timed out)',
      ),
    ];
    assert.deepEqual(told(...lines), ['3 waiting connection-failed 4.4.1 bob@fabrikam.test']);
    const other = postfix(144, 'connect to mx.northwind.test[192.0.2.9]:25: Connection timed out');
    assert.deepEqual(told(...lines, other), [
      '4 cause connection-failed -',
      '3 waiting connection-failed 4.4.1 bob@fabrikam.test',
    ]);
  });
});

describe('a log', () => {
  it('of OpenSMTPD in the foreground has neither time nor name', () => {
    assert.deepEqual(
      told(
        '    delivery: Ok for f23a96c23e2500b8: from=<a@contoso.test>, to=<b@contoso.test>, user=b, method=lmtp, delay=1s, stat=Delivered',
        '    relay: PermFail for c534b8c7f5ad4a41: session=a6ee64ec089bf84f, from=<a@contoso.test>, to=<x@fabrikam.test>, rcpt=<->, source=192.0.2.1, relay=192.0.2.2 (mx.fabrikam.test), delay=1s, stat=550 5.1.1 No such user',
      ),
      ['2 cause recipient-unknown 550 5.1.1 x@fabrikam.test', '1 success accepted - b@contoso.test'],
    );
  });

  it('is what Exim prints that it would write', () => {
    assert.deepEqual(
      told(
        '>>> deny: condition test deferred in ACL "check_recipient"',
        'LOG: H=[192.0.2.4] F=<a@fabrikam.test> temporarily rejected RCPT <bob@contoso.test>: mysql lookup forced DEFER',
      ),
      ['2 waiting system-error - bob@contoso.test'],
    );
  });

  it('of ZoneMTA tells one refusal of a message once', () => {
    const line = (mark: string, rest: string) =>
      `Feb 11 08:39:37 mx1 zone-mta: ${mark} Sender/default/827[14] 17ee78226740009630.001 ${rest}`;
    assert.deepEqual(
      told(
        line('info', 'CONNECTED domain=fabrikam.test mx=mx1.fabrikam.test[192.0.2.17] src=server[192.0.2.1]'),
        line('ERR!', 'SMTPERR [zLj] src=192.0.2.1 error="Invalid greeting. response=554 5.7.1 No such user"'),
        line(
          'info',
          'REJECTED[policy] from=a@contoso.test to=bob@fabrikam.test src=192.0.2.1 mx=mx1.fabrikam.test[192.0.2.17] id=<a@contoso.test> (554 5.7.1 No such user)',
        ),
      ),
      ['3 cause recipient-unknown 554 5.7.1 bob@fabrikam.test'],
    );
  });
});

describe('a lone reply', () => {
  it('answers no connection where it is about an address or a message', () => {
    const stages = (text: string) => readVerdicts(readTicket(text)).map(({ stage }) => stage);
    assert.deepEqual(stages('<** 550 spam message rejected\n -> QUIT\n'), ['?']);
    assert.deepEqual(stages('S: 550-Mailbox unavailable\nS: 550 No such user\n'), ['?']);
    assert.deepEqual(stages('<** 554 192.0.2.1 is listed by zen.spamhaus.org\n -> QUIT\n'), ['connect']);
  });
});
