import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

/** Each verdict as `line role class reply`. */
function told(...lines: readonly string[]): string[] {
  const ticket = readTicket(`${lines.join('\n')}\n`);
  return readVerdicts(ticket).map(({ span, role, code, reply }) =>
    [ticket.lines.lineOf(span.start) + 1, role, code, reply].join(' ').trim(),
  );
}

describe("a program's own words", () => {
  it('are no part of a reply that is complete', () => {
    for (const words of ['Error sending message: SMTP AUTH error', 'Login failed', '[smtp] authentication failed']) {
      assert.deepEqual(
        told(
          '10:21:48.725 -> 220 mx.contoso.test ESMTP',
          '10:21:48.762 -> 502 5.5.1 Unrecognized command.',
          `10:21:48.795 -> ${words}`,
        ),
        ['2 cause command-unknown 502 5.5.1'],
        words,
      );
    }
  });

  it('of closing the connection do not explain the refusal before', () => {
    for (const told550 of told('SMTPC: received error code. [550] (8000)', 'SMTPC: connection closed. (801)')) {
      assert.doesNotMatch(told550, /connection-failed/);
    }
  });
});

describe('a code that a program repeats without the words', () => {
  it('is what the server answered, whatever the program says of its command or of the answer', () => {
    assert.deepEqual(told('wrong response 554'), ['1 cause unrecognized 554']);
    assert.deepEqual(told('Command failed: 550'), ['1 cause unrecognized 550']);
    assert.deepEqual(told('smtp: got 452, want 250'), ['1 waiting system-full 452']);
  });
});

describe('a failure of a few words', () => {
  const failed = 'delivery to bob@fabrikam.test failed with code';

  it('waits after a 4yz as long as no word says that the program gave up', () => {
    assert.deepEqual(told(`${failed} 451: 4.7.1 Service unavailable - try again later`), [
      '1 waiting server-busy 451 4.7.1',
    ]);
    assert.deepEqual(told(`${failed} 550: 5.1.1 No such user`), ['1 cause recipient-unknown 550 5.1.1']);
  });

  it('is one for each dialog, and the address stands with the one that names it', () => {
    const ticket = readTicket(
      [
        'Senden: Fehler (0x800CCC0F): "Die Verbindung zum Server wurde unterbrochen."',
        "Der Empfänger wurde vom Server abgelehnt: 'max@fabrikam.test'",
        'The recipient “ann@fabrikam.test” was rejected by the server.',
      ].join('\n'),
    );
    assert.deepEqual(
      readVerdicts(ticket).map(({ code, recipients }) => [code, ...recipients]),
      [['connection-failed'], ['unrecognized', 'max@fabrikam.test'], ['unrecognized', 'ann@fabrikam.test']],
    );
  });

  it('names whom the program was to write to', () => {
    const line =
      "ERROR: Can't send email to 'bob@fabrikam.test' :'SMTP Failed to connect to mail server: Connection refused'";
    assert.deepEqual(
      readVerdicts(readTicket(line)).map(({ code, recipients }) => [code, ...recipients]),
      [['connection-failed', 'bob@fabrikam.test']],
    );
  });
});

describe('what a program tells without a code', () => {
  /** Its class, in a ticket that is longer than the error alone. */
  const class1 = (words: string): string | undefined => {
    const around = ['I set it up as the manual says.', '', words, '', 'It worked for years.', 'Nothing was changed.'];
    return told(...around)
      .map((one) => one.split(' ')[2])
      .join(' ');
  };

  it('is found behind the name of an exception, whatever opens the words', () => {
    for (const front of [
      "MailKit.Net.Smtp.SmtpCommandException: '",
      '**MailKit.Net.Smtp.SmtpCommandException:** "',
      'Horde_Smtp_Exception: ',
      'MailSendException: <ann@contoso.test> ',
    ]) {
      assert.equal(class1(`${front}Mailbox size limit exceeded`), 'mailbox-full', front);
    }
  });

  it('is found at the codes of Nodemailer and the exceptions of Exchange', () => {
    assert.equal(class1("Error: No recipients defined] code: 'EENVELOPE'"), 'command-order');
    assert.equal(
      class1('MapiExceptionMaxSubmissionExceeded; Message size exceeds maximum size limit.'),
      'too-large-for-mailbox',
    );
  });

  it('of an answer that did not come is a connection that failed, and no login', () => {
    for (const words of [
      't=1 lvl=eror msg="Failed to send alert notifications" logger=context uname=admin error=EOF',
      'level=error err="notify: failed to send notification to ann@contoso.test: EOF"',
      'could not send email: EOF',
      'Expected response code 250 but got code "", with message ""',
    ]) {
      assert.equal(class1(words), 'connection-failed', words);
    }
  });

  it('is found in the log of what sends mail, which is no notice, and by the words of Postfix without their code', () => {
    const lines = [
      'web - INFO - Sending invite to ann@contoso.test',
      "mails - ERROR - ann@contoso.test: Failed to send via smtp (SMTPServerDisconnected: ('Connection unexpectedly closed',))",
      'web - INFO - New invite',
      "mails - ERROR - ann@contoso.test: Failed to send via smtp (SSLError: (1, '[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1123)'))",
    ];
    assert.deepEqual(told(...lines), ['2 cause connection-failed', '4 cause tls-failed']);
    assert.equal(class1('    Helo command rejected: need fully-qualified hostname'), 'greeting-refused');
  });

  it('names the recipient whose address a lone reply refuses, whatever the cause', () => {
    const ticket = readTicket('450 4.7.1 <ann@contoso.test>: Recipient address rejected: Internal error\n');
    assert.deepEqual(
      readVerdicts(ticket).map(({ recipients }) => recipients.join()),
      ['ann@contoso.test'],
    );
  });

  it('is no failure of its own in front of the exception that holds the reply', () => {
    assert.deepEqual(
      told(
        'javax.mail.SendFailedException: Invalid Addresses;',
        '  nested exception is:',
        '\tcom.sun.mail.smtp.SMTPAddressFailedException: 452 #4.5.3 Too many recipients.',
        'We send to many.',
      ),
      ['3 waiting too-many-recipients 452 4.5.3'],
    );
  });

  it('is told once, though a trace repeats the beginning of the reply', () => {
    assert.deepEqual(
      told(
        'Expected response code 250 but got code "530", with message "530 5.7.0 Must issue a STARTTLS command first."',
        "#0 Abstract.php(281): Transport->_assertResponseCode('530 5.7.0 Must ...', Array)",
        'Is that ours?',
      ),
      ['1 cause tls-required 530 5.7.0'],
    );
  });
});

describe('a number of a process', () => {
  it('in front of what the process logs is no reply', () => {
    for (const number of ['501 TID-1u5770', '554 ERROR', '421 INFO']) {
      const [first = ''] = told(`2026-03-02T04:14:09.782Z ${number} Net::OpenTimeout: execution expired`);
      assert.doesNotMatch(first, /501|554|421/, number);
    }
    assert.deepEqual(told('2026-03-02T04:14:09.782Z 550 5.1.1 No such user'), ['1 cause recipient-unknown 550 5.1.1']);
  });
});

describe('lines of logs', () => {
  it('that tell of a check that was passed over are no failure', () => {
    const id = '[D33D6290-C923-4DAC-A4B4-D0E7B8FAF010.1]';
    assert.deepEqual(told(`[INFO] ${id} [delay_deny] bypassing all pre-DATA deny: AUTH/RELAY`), []);
  });

  it('of qmail are read with a stamp in decimals behind the sign of a comment', () => {
    const failed =
      '# 1054194596.057500 delivery 183: failure: 192.0.2.30_does_not_like_recipient./Remote_host_said:_550_No_such_user/Giving_up_on_192.0.2.30./';
    assert.deepEqual(told(failed), ['1 cause recipient-unknown 550']);
  });

  it('tell what a server finds wrong with itself', () => {
    const bind =
      'Jan 20 19:06:21 mx1 sendmail[10304]: NOQUEUE: SYSERR(root): opendaemonsocket: daemon MTA: cannot bind: Address already in use';
    assert.deepEqual(told(bind), ['1 cause service-failed']);
    const sendmail = (rest: string) => `Jan 20 19:06:21 mx1 sendmail[10304]: ${rest}`;
    assert.deepEqual(
      told(
        sendmail(
          '4AT6A1pX002211: SYSERR(root): collect: Cannot write ./df4AT6A1pX002211 (bfcommit): No space left on device',
        ),
      ),
      ['1 cause system-full'],
    );
    const map = sendmail(
      'SYSERR(root): hash map "Alias0": missing map file /etc/mail/aliases.db: No such file or directory',
    );
    assert.deepEqual(told(map), ['1 cause service-failed']);
    assert.match(readVerdicts(readTicket(`${map}\n`))[0]?.summary ?? '', /of its own; it says: “hash map "Alias0"/);
    for (const gone of [
      'SYSERR(root): collect: I/O error on connection from mx.a.test, from=<a@a.test>',
      'SYSERR: putoutmsg (mx.a.test): error on output channel sending "250": Broken pipe',
    ])
      assert.deepEqual(told(sendmail(`4AT6A1pX002211: ${gone}`)), [], gone);
  });

  it('of Haraka on a host that failed, without the id of the message, are why it waits', () => {
    const [pool, all] = [
      '2026-11-29T08:14:33.911Z [ERROR] [-] [core] [outbound] Failed to get pool entry: Outbound connection timed out to 192.0.2.3:25',
      '2026-11-29T08:14:33.915Z [INFO] [C1B5AC2E-1D6B-4F84-95C1-7FBAE1F1AF93.1.1] [outbound] Temp failing 1764404073018_0_12_abcd_1_out1 for 64 seconds: Tried all MXs',
    ];
    assert.deepEqual(told(pool, all), ['2 waiting connection-failed']);
    assert.match(readVerdicts(readTicket(`${pool}\n${all}\n`))[0]?.summary ?? '', /did not answer in time/);
    assert.deepEqual(told(pool, pool), ['1 cause connection-failed']);
  });

  it('below what ended its session say no more than that', () => {
    const session = [
      'SERVER -> CLIENT: 220 smtp.contoso.test ESMTP ready',
      'CLIENT -> SERVER: EHLO shop.contoso.test',
      'SERVER -> CLIENT: 250-smtp.contoso.test',
      '250 STARTTLS',
      'CLIENT -> SERVER: STARTTLS',
      'SERVER -> CLIENT: 220 2.0.0 Ready to start TLS',
      'Connection failed. Error #2: stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages:',
      'error:0A000086:SSL routines::certificate verify failed [/var/www/SMTP.php line 492]',
    ];
    const end = 'Mailer Error: SMTP Error: Could not connect to SMTP host.';
    assert.deepEqual(told(...session, 'CLIENT -> SERVER: QUIT', end), told(...session));
    assert.equal(
      told(
        ...session,
        'CLIENT -> SERVER: QUIT',
        '',
        ...Array.from({ length: 12 }, () => 'and on the other host'),
        '',
        end,
      ).length,
      2,
    );
  });

  it('of a fault of its own are why the message in hand failed', () => {
    const id = 'Jan 20 19:06:21 mx1 sendmail[10304]: 4AT6A1pX002211:';
    const lines = [
      `${id} SYSERR(root): mx1.contoso.test. config error: mail loops back to me (MX problem?)`,
      `${id} to=<bob@contoso.test>, delay=00:00:01, mailer=esmtp, relay=mx1.contoso.test. [192.0.2.5], dsn=5.3.5, stat=Local configuration error`,
    ];
    assert.deepEqual(told(...lines), ['1 cause mail-loop', '2 consequence system-error 5.3.5']);
    assert.deepEqual(readVerdicts(readTicket(lines.join('\n')))[0]?.recipients, ['bob@contoso.test']);
    const [loop = '', failed = ''] = lines;
    const unknown = failed.replace('5.3.5, stat=Local configuration error', '5.1.1, stat=User unknown');
    assert.deepEqual(told(loop, unknown), ['1 cause mail-loop', '2 cause recipient-unknown 5.1.1']);
  });

  it('with a status of policy are about no connection', () => {
    const refused =
      'Jun 23 13:09:25 mx1 sendmail[23902]: m5NB9PFP023902: to=bob@fabrikam.test, delay=00:00:01, mailer=esmtp, relay=mx1.fabrikam.test. [192.0.2.6], dsn=5.7.1, stat=Service unavailable';
    assert.deepEqual(told(refused), ['1 cause policy-refused 5.7.1']);
  });

  it('of the security log of Kerio tell what the filter refused', () => {
    const refused =
      '[16/Jun/2026 18:37:17] Message from <anna@contoso.test> to <bob@fabrikam.test> rejected by spam filter: score 9.74, threshold 5.00';
    assert.deepEqual(told(refused), ['1 cause spam-refused']);
  });
});

describe('a French sentence', () => {
  it('has a blank of any kind in front of the colon behind which the reply stands', () => {
    for (const blank of ['', ' ', '\u00a0', '\u202f']) {
      const sentence = `Le serveur SMTP requiert une connexion sécurisée ou le client n’était pas authentifié. La réponse du serveur était${blank}: 5.7.57 Client not authenticated to send mail`;
      assert.deepEqual(told(sentence), ['1 cause login-required 5.7.57'], JSON.stringify(blank));
    }
  });
});

describe('an entry of Exim that was wrapped', () => {
  it('goes on where the router or the transport is named', () => {
    assert.deepEqual(
      told(
        '2026-11-21 10:00:01 [3721] 1WSTOA-0000xz-JF == bob@contoso.test',
        'R=dnslookup T=remote_smtp defer (-44): SMTP error from remote mail',
        'server after RCPT TO:<bob@contoso.test>: host mx.contoso.test',
        '[192.0.2.1]: 451 4.7.1 Greylisted, please try again later',
      ),
      ['1 waiting greylisted 451 4.7.1'],
    );
  });
});

describe('the program that hands mail on', () => {
  const CASES: readonly (readonly [words: string, reason: string])[] = [
    [
      'backup[812]: s-nail: Cannot start /usr/sbin/sendmail: executable not found (adjust *mta* variable)',
      'service-failed',
    ],
    ['nightly.sh: line 12: mail: command not found', 'service-failed'],
    ['Error: spawn sendmail ENOENT', 'service-failed'],
    ['cron[77]: sendmail: fatal: open /etc/postfix/main.cf: No such file or directory', 'service-failed'],
    ['exim: could not open panic log - aborting: see message(s) above', 'service-failed'],
  ];
  it('is told where it is missing, not set up or may not write', () => {
    for (const [words, reason] of CASES)
      assert.deepEqual(told('The report of last night did not come.', '', words, '', 'It came last week.'), [
        `3 cause ${reason}`,
      ]);
  });

  it('says by its command what was refused, without a code', () => {
    for (const command of ['End of DATA', 'DATA'])
      assert.deepEqual(
        told(
          'Alerts do not come.',
          `2026/11/04 08:05:34 wazuh-maild: ERROR: (1767): ${command} not accepted by server`,
        ),
        ['2 cause unrecognized'],
      );
  });

  it('is understood in the languages of PowerShell, also wrapped', () => {
    for (const lines of [
      ['Ausnahme beim Aufrufen von "Send" mit 1 Argument(en):  "Fehler beim Senden von', 'Mail."'],
      ['Exception calling "Send" with "1" argument(s): "Failure sending mail."'],
      ['Excepción al llamar a "Send" con los argumentos "1": "Error al enviar correo."'],
    ])
      assert.deepEqual(
        told('The report of last night did not come.', '', ...lines, '    + CategoryInfo : NotSpecified'),
        ['3 cause connection-failed'],
      );
  });
});

describe('whom a failure is about', () => {
  const recipients = (...lines: readonly string[]): string[] =>
    readVerdicts(readTicket(`${lines.join('\n')}\n`)).map((one) => [one.code, ...one.recipients].join(' '));

  it('is named on the line above', () => {
    assert.deepEqual(
      recipients(
        '2026-05-05 15:20:10.863 Error: Mailer: Error sending Email to: <bob@fabrikam.test> !',
        '2026-05-05 15:20:10.863 Error: libcurl: (67)',
        '2026-05-05 15:20:10.863 Error: Login denied',
      ),
      ['login-failed bob@fabrikam.test'],
    );
    assert.deepEqual(
      recipients(
        'Failed to send mail (sender=My Company , receiver=bob@fabrikam.test)',
        'Error [120]: Ran into problems sending Mail. Response: 550 5.1.1 No such user here',
      ),
      ['recipient-unknown bob@fabrikam.test'],
    );
  });

  it('is read where a page or Markdown made a link of the address', () => {
    const link = '<a href="mailto:bob@fabrikam.test">bob@fabrikam.test</a>';
    assert.deepEqual(
      recipients(
        `Dec 28 13:19:19 mx postfix/smtp[7]: 7AAC3EF83: to=<${link}>, relay=mx.fabrikam.test[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.fabrikam.test[192.0.2.1] said: 550 5.1.1 No such user (in reply to RCPT TO command))`,
      ),
      ['recipient-unknown bob@fabrikam.test'],
    );
    const marked = (address: string): string => `[${address}](mailto:${address})`;
    assert.deepEqual(
      recipients(
        `2026-06-25 13:29:05 H=(lists.contoso.test) [198.51.100.2] F=${marked('list@contoso.test')} rejected RCPT ${marked('bob@fabrikam.test')}: relay not permitted`,
      ),
      ['relaying-denied bob@fabrikam.test'],
    );
  });
});

describe('a reply that a program says in front of its session', () => {
  it('is told once, and is no session of its own', () => {
    const ticket = readTicket(
      [
        'Error: 554 5.7.1 <bob@fabrikam.test>: Relay access denied',
        '',
        'Connected to SMTP server "mail.contoso.test".',
        'S 220 mail.contoso.test ESMTP',
        'C EHLO app.contoso.test',
        'S 250 mail.contoso.test',
        'C MAIL FROM:<ann@contoso.test>',
        'S 250 2.1.0 Ok',
        'C RCPT TO:<bob@fabrikam.test>',
        'S 554 5.7.1 <bob@fabrikam.test>: Relay access denied',
        '',
      ].join('\n'),
    );
    assert.equal(ticket.blocks.filter(({ kind }) => kind === 'conversation').length, 1);
    assert.deepEqual(
      readVerdicts(ticket).map(({ code, recipients }) => [code, ...recipients]),
      [['relaying-denied', 'bob@fabrikam.test']],
    );
  });
});

describe('what Exim prints while it works', () => {
  it('names the message and the recipient, and is told once', () => {
    const ticket = readTicket(
      [
        '  275 delivering 1jswqv-00004Q-O0',
        '  275 R: dnslookup for bob@fabrikam.test',
        '  276 T: remote_smtp for bob@fabrikam.test',
        '  276 Connecting to mx.fabrikam.test [192.0.2.26]:25 ... failed: Connection refused',
        '  276 LOG: MAIN',
        '  276   H=mx.fabrikam.test [192.0.2.26] Connection refused',
        '',
      ].join('\n'),
    );
    assert.deepEqual(
      ticket.blocks.map(({ kind }) => kind),
      ['log'],
    );
    assert.deepEqual(
      readVerdicts(ticket).map(({ code }) => code),
      ['connection-failed'],
    );
  });
});

describe("sendmail's queue", () => {
  it('has ids that begin with letters alone, and names in front of addresses', () => {
    const [waiting] = readVerdicts(
      readTicket(
        [
          '-----Q-ID----- --Size-- -----Q-Time----- ------------Sender/Recipient-----------',
          'vBNGqqNO000204     1442 Sat Dec 23 16:52 ann@contoso.test',
          '                 (Deferred: Connection refused by [127.0.0.1])',
          '                                         Bob <bob@fabrikam.test>',
          '',
        ].join('\n'),
      ),
    );
    assert.deepEqual(
      [waiting?.queueId, waiting?.sender, ...(waiting?.recipients ?? [])],
      ['vBNGqqNO000204', 'ann@contoso.test', 'bob@fabrikam.test'],
    );
  });
});

describe('the exception that Jakarta Mail names as the cause', () => {
  const refused = (host: string): string[] => [
    'org.springframework.mail.MailSendException: Mail server connection failed. Failed messages: '.concat(
      `org.eclipse.angus.mail.util.MailConnectException: Couldn't connect to host, port: ${host}, 25; timeout -1;`,
    ),
    '  nested exception is:',
    '\tjava.net.ConnectException: Connection refused',
  ];
  const meant = (...lines: readonly string[]): string | undefined =>
    readVerdicts(readTicket(`${lines.join('\n')}\n`))[0]?.summary;

  it('tells whether nothing answered or the host refused, and on which machine', () => {
    const bare = ["Couldn't connect to host, port: mail.contoso.test, 25; timeout -1;", ...refused('').slice(1)];
    assert.match(meant('Spring:', '', ...refused('mail.contoso.test')) ?? '', /^The host answers, but nothing takes/i);
    assert.match(meant('Spring:', '', ...refused('localhost')) ?? '', /^Nothing on this very machine/i);
    assert.match(meant(...bare) ?? '', /^The host answers, but nothing takes/i);
    assert.match(meant(bare[0] as string) ?? '', /does not say whether/);
    assert.match(
      meant(bare[0] as string, '  nested exception is:', '\tjava.net.ConnectException: Connection timed out') ?? '',
      /did not answer in time/,
    );
  });
});

describe('a reply in the words of another', () => {
  it('tells why, and is the one that is told', () => {
    const why = 'Error: 535 5.7.139 Authentication unsuccessful, basic authentication is disabled.';
    const dotnet =
      'System.Net.Mail.SmtpException: The SMTP server requires a secure connection. The server response was: 5.7.57 Client not authenticated to send mail.';
    assert.equal(told(`${dotnet} ${why}`).length, 1);
    assert.match(told(`${dotnet} ${why}`)[0] ?? '', /535 5\.7\.139$/);
    assert.equal(told(dotnet, why).length, 2);
  });
});
