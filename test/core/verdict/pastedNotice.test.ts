import assert from 'node:assert/strict';
import { readPastedNotice } from '../../../src/core/mail/bounces/pastedNotice.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

const told = (...lines: readonly string[]) =>
  readVerdicts(readTicket(lines.join('\n'))).map(
    ({ role, code, recipients }) => `${role} ${code} ${recipients.join()}`,
  );

const BOB = 'bob@fabrikam.test';

describe('a notice that was pasted without its header', () => {
  it('is read to the recipient in any language', () => {
    for (const [words, code] of [
      [`Your message to ${BOB} couldn't be delivered.\n\nThe mailbox is full.`, 'mailbox-full'],
      [`Ihre Nachricht wurde nicht an ${BOB} zugestellt, weil die Adresse nicht gefunden wurde.`, 'recipient-unknown'],
      [
        `Échec de la remise pour ces destinataires ou groupes :\n\n${BOB}\nLa boîte aux lettres du destinataire est pleine.`,
        'mailbox-full',
      ],
      [
        `Doručení následujícím příjemcům se nezdařilo:\n\n${BOB}\n#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##`,
        'recipient-unknown',
      ],
      [
        `We were unable to deliver your message to the following addresses:\n\n${BOB}\n\n    Reason: 552 5.2.2 mailbox full`,
        'mailbox-full',
      ],
      [`メールは ${BOB} に配信されませんでした。アドレスが見つかりません。`, 'recipient-unknown'],
      [`您的邮件未送达${BOB}，因为系统找不到该地址。`, 'recipient-unknown'],
    ] as const)
      assert.deepEqual(told(words), [`cause ${code} ${BOB}`], words);
  });

  it('is no failure where Postfix says that it was handed over, below what it said of a delay as well', () => {
    const delay = [
      'Your message could not be delivered for more than 4 hour(s).',
      'It will be retried until it is 5 day(s) old.',
      '',
      `<${BOB}>: host mx.fabrikam.test[192.0.2.1] said: 450 4.2.0 Greylisted`,
      '',
      '<eve@adatum.test>: connect to mx.adatum.test[192.0.2.2]:25: Connection timed out',
      '',
    ];
    const done = (...lines: readonly string[]) => [
      'Your message was successfully delivered to the destination(s)',
      'listed below.',
      '',
      ...lines,
    ];
    const relayed = [`<${BOB}>: delivery via`, '    mx.fabrikam.test[192.0.2.1]:25: 250 2.0.0 Ok: queued as 4F1'];
    const plain = [`<${BOB}>: delivery via mx.fabrikam.test[192.0.2.1]:25:`, '    250 Ok'];
    const local = [`<${BOB}> (expanded from <b@fabrikam.test>): delivery via local: delivered to mailbox`];
    for (const lines of [relayed, plain, local]) {
      assert.deepEqual(told(...done(...lines)), [`success accepted ${BOB}`], lines[0]);
      assert.deepEqual(
        told(...delay, 'Later this came:', '', ...done(...lines)),
        ['waiting connection-failed eve@adatum.test', `success accepted ${BOB}`],
        lines[0],
      );
    }
    const failed = [`<${BOB}>: host mx.fabrikam.test[192.0.2.1] said: 550 5.1.1 User unknown`];
    assert.deepEqual(told(...done(...relayed), '', 'Another came back:', '', ...failed), [
      `cause recipient-unknown ${BOB}`,
    ]);
  });

  it('takes no alias that Postfix names for a list that could not be resolved', () => {
    const [only, ...others] = told(
      `<${BOB}> (expanded from`,
      '    <b@contoso.test>): host mx.fabrikam.test[192.0.2.1] said: 550 Requested action not taken: mailbox',
      '    unavailable (in reply to RCPT TO command)',
      '',
      'The sender is erin@contoso.test, and she did nothing wrong.',
    );
    assert.deepEqual([only, others], [`cause recipient-unknown ${BOB}`, []]);
  });

  it('is read to an address alone above the words of Exim or a refusal, quoted or not', () => {
    const exim = [
      BOB,
      '  host mx1.fabrikam.test [192.0.2.25]',
      '  SMTP error from remote mail server after end of data:',
      '  550 5.1.1 User unknown',
    ];
    const refused = [`<${BOB}>`, '  550 5.1.1 User unknown'];
    for (const lines of [exim, refused])
      for (const mark of ['', '> ', '>   ', '>> '])
        assert.deepEqual(told('Our user got this:', '', ...lines.map((line) => mark + line)), [
          `cause recipient-unknown ${BOB}`,
        ]);
    assert.deepEqual(told(`> <${BOB}>`, '> 550 5.1.1 User unknown', '> <eve@fabrikam.test>', '> 452 4.2.2 full'), [
      `cause recipient-unknown ${BOB}`,
      'cause mailbox-full eve@fabrikam.test',
    ]);
    assert.match(told(`> <${BOB}>`, '> 452 4.2.2 full')[0] ?? '', /^waiting mailbox-full/);
  });

  it('is read to whom somebody names in a sentence above it, where that is one', () => {
    const qmail = ['> 192.0.2.25 does not like recipient.', '> Remote host said: 550 5.1.1 User unknown'];
    for (const sentence of [`My mail to ${BOB} came back:`, `Mail from ann@contoso.test an ${BOB} kommt zurück.`])
      for (const lines of [qmail, qmail.slice(1), qmail.map((line) => line.slice(2))])
        assert.deepEqual(told(sentence, '', ...lines), [`cause recipient-unknown ${BOB}`], sentence);
    assert.deepEqual(told(`Mail to ${BOB} and to eve@fabrikam.test came back:`, '', ...qmail), [
      'cause recipient-unknown ',
    ]);
    assert.deepEqual(told('Mail from ann@contoso.test came back:', '', ...qmail), ['cause recipient-unknown ']);
    assert.deepEqual(told('For help write to ann@contoso.test.', '', ...qmail), ['cause recipient-unknown ']);
    assert.deepEqual(
      told(`Forward my mail to ${BOB}.`, '', 'host mail.contoso.test [192.0.2.1]', 'is our server.'),
      [],
    );
  });

  it('in a quotation is no session', () => {
    for (const lines of [
      ['> The response was:', '> ', '> 550 5.1.1 User unknown'],
      ['>   550 5.1.1 User unknown'],
      ['> SMTP error from remote mail server after RCPT TO:<bob@fabrikam.test>:', '> 550 5.1.1 User unknown'],
    ])
      assert.deepEqual(
        readTicket(['Hi', '', ...lines].join('\n')).blocks.map(({ kind }) => kind),
        ['prose'],
        lines.join(),
      );
    const curl = ['> RCPT TO:<bob@fabrikam.test>', '< 550 5.1.1 User unknown'];
    assert.equal(readTicket(curl.join('\n')).blocks[0]?.kind, 'conversation');
  });

  it('is read from some lines of a delivery status, quoted or not', () => {
    const lines = [
      `Final-Recipient: rfc822; ${BOB}`,
      'Action: delayed',
      'Status: 4.2.2',
      'Diagnostic-Code: smtp; 452 4.2.2 The mailbox is full',
    ];
    assert.deepEqual(told('Please help:', '', ...lines), [`waiting mailbox-full ${BOB}`]);
    assert.deepEqual(told(...lines.map((line) => `> ${line}`)), [`waiting mailbox-full ${BOB}`]);
    assert.deepEqual(told(...lines.slice(1)), ['waiting mailbox-full ']);
  });

  it('is read to the recipient where the words of its fields are those of a notice', () => {
    for (const words of [
      'Message rejected due to content restrictions',
      'Message blocked for its content',
      'Delivery not authorized, message refused',
      'Your message was not delivered',
    ]) {
      const fields = [
        `Final-Recipient: rfc822; ${BOB}`,
        'Action: failed',
        'Status: 5.7.1',
        `Diagnostic-Code: smtp; 550 5.7.1 ${words}`,
      ];
      for (const lines of [
        fields,
        ['Reporting-MTA: dns; mx.contoso.test', '', ...fields],
        fields.map((one) => `> ${one}`),
      ])
        assert.deepEqual(
          told(...lines).map((one) => one.split(' ')[2]),
          [BOB],
          lines.join('\n'),
        );
    }
  });

  it('is read to the recipient where it is no more than an address and what stands below it', () => {
    for (const below of [
      [
        '198.51.100.4 does not like recipient.',
        'Remote host said: 550 5.1.1 No such user',
        'Giving up on 198.51.100.4.',
      ],
      ['Remote host said: 550 5.1.1 No such user'],
      ['Connected to 198.51.100.4 but recipient was rejected.', 'Remote host said: 550 5.1.1 No such user'],
      ['    (reason: 550 5.1.1 User unknown)'],
      ["Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'"],
      ['#< #5.1.1 smtp; 550 5.1.1 User unknown> #SMTP#'],
    ])
      for (const address of [BOB, `<${BOB}>:`, `<${BOB}>`])
        for (const lines of [
          [address, ...below],
          ['Our user writes:', '', ...[address, ...below].map((one) => `> ${one}`)],
        ])
          assert.deepEqual(told(...lines), [`cause recipient-unknown ${BOB}`], lines.join('\n'));
    assert.deepEqual(told(BOB, 'writes that nothing comes back.'), []);
  });

  it('takes the recipient from the words where the lines name none', () => {
    const status = ['Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 User unknown'];
    assert.deepEqual(told(`Your message could not be delivered to ${BOB}.`, '', ...status), [
      `cause recipient-unknown ${BOB}`,
    ]);
  });

  it('is read in the words of qmail and of Exim, whose lines look like a conversation', () => {
    const qmail = [
      "I'm afraid I wasn't able to deliver your message to the following addresses.",
      '',
      `<${BOB}>:`,
      '192.0.2.1 does not like recipient.',
      'Remote host said: 550 5.1.1 User unknown',
    ];
    assert.deepEqual(told(...qmail.map((line) => `> ${line}`)), [`cause recipient-unknown ${BOB}`]);
    const exim = [
      'A message that you sent could not be delivered to one or more of its',
      'recipients. This is a permanent error. The following address(es) failed:',
      '',
      `  ${BOB}`,
      '    host mx.fabrikam.test [192.0.2.1]',
      `    SMTP error from remote mail server after RCPT TO:<${BOB}>:`,
      '    550-Verification failed for <alice@contoso.test>',
      '    550-No Such User Here',
      '    550 Sender verify failed',
    ];
    assert.deepEqual(told(...exim), [`cause sender-refused ${BOB}`]);
  });

  it('names whom a blocked message was for', () => {
    const words = ['Bericht geblokkeerd', `Je bericht aan ${BOB} is geblokkeerd.`, '', '550 5.1.1 User unknown'];
    assert.deepEqual(told(...words), [`cause recipient-unknown ${BOB}`]);
  });

  it('is not found in what a person tells', () => {
    assert.deepEqual(told(`Hi, I cannot reach ${BOB}, my mail could not be delivered yesterday. Any idea?`), []);
    assert.deepEqual(told('The parcel could not be delivered.', 'Call us.'), []);
  });

  it('is not found in the lines of a program, which say themselves who is meant', () => {
    const line = 'failed to send mail: 553 5.7.1 <ann@contoso.test>: Sender address rejected: not owned by user u1';
    for (const stamp of [
      'time="2026-10-07T09:45:20Z" level=error msg=',
      '2026-10-07 09:45:20 ERROR ',
      'gitea | 2026/10/07 09:45:20 mailer.go:41: ',
    ]) {
      const [verdict] = readVerdicts(readTicket(`It does not work:\n${stamp}"${line}"\n`));
      assert.deepEqual([verdict?.sender, verdict?.recipients], ['ann@contoso.test', []], stamp);
    }
  });

  it("is not found in a line of Go's log behind the name of its container", () => {
    const line =
      'Failed to send emails: [Ann <ann@fabrikam.test>]: gomail: could not send email 1: x509: certificate is valid for *.h.test, not mail.a.test';
    const [verdict] = readVerdicts(
      readTicket(`gitea | 2026/10/07 09:45:20 services/mailer.go:41:func1() [E] ${line}\n`),
    );
    assert.deepEqual([verdict?.code, verdict?.stage], ['tls-failed', 'quoted']);
  });
});

describe('a notice inside of what a person tells', () => {
  const STORY = 'Hello, my colleague gets this when she writes to them, can you help?';

  it('begins with its own first line', () => {
    for (const [lines, expected] of [
      [
        [
          'This is the mail system at host mx.contoso.test.',
          '',
          `<${BOB}>: host mx.fabrikam.test[192.0.2.1] said: 550 5.1.1`,
          `    <${BOB}>: Recipient address rejected: User unknown (in reply to RCPT TO command)`,
        ],
        `cause recipient-unknown ${BOB}`,
      ],
      [
        ['Address not found', '', `Your message wasn't delivered to ${BOB} because the address couldn't be found.`],
        `cause recipient-unknown ${BOB}`,
      ],
      [
        ['Ihre Nachricht an folgende Empfänger konnte nicht zugestellt werden:', '', BOB, 'Das Postfach ist voll.'],
        `cause mailbox-full ${BOB}`,
      ],
      [
        ['Votre message n’a pas pu être remis à ces destinataires :', '', BOB, 'La boîte aux lettres est pleine.'],
        `cause mailbox-full ${BOB}`,
      ],
    ] as const)
      assert.deepEqual(told(STORY, '', ...lines, '', 'We already tried twice. Thanks, my friends!'), [expected]);
  });

  it('may be some of its lines, one a recipient', () => {
    assert.deepEqual(
      told(
        'Some of the bounces that I get as the admin of the list:',
        '',
        `<${BOB}>: host mx.fabrikam.test[192.0.2.1] said: 550 5.1.1 User unknown`,
        '',
        '<eve@northwind.test>: connect to mx.northwind.test[192.0.2.2]:25: Connection refused',
      ),
      [`cause recipient-unknown ${BOB}`, 'cause connection-failed eve@northwind.test'],
    );
  });

  it('names those as well whose fields were not pasted', () => {
    assert.deepEqual(
      told(
        'Your message could not be delivered to these recipients:',
        '',
        `<${BOB}>: User unknown`,
        '',
        '<eve@northwind.test>: User unknown',
        '',
        'Reporting-MTA: dns; mx.contoso.test',
        'X-Postfix-Queue-ID: 0123456789',
        '',
        `Final-Recipient: rfc822; ${BOB}`,
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: X-Postfix; User unknown',
      ),
      ['cause recipient-unknown eve@northwind.test', `cause recipient-unknown ${BOB}`],
    );
  });

  it('is none where a person only tells that mail fails', () => {
    assert.deepEqual(told(`Hello, our mail to ${BOB} is not delivered since Monday. We tried it again today.`), []);
    assert.deepEqual(told(`I can't reach ${BOB}. My messages are returned, can you look into it?`), []);
  });
});

describe('the lines of a pasted notice', () => {
  it('go on behind codes that a line was wrapped after, however they begin', () => {
    assert.deepEqual(
      told(
        `<${BOB}>: host mx.fabrikam.test[192.0.2.1] said: 450 4.7.1`,
        'Client host rejected: cannot find your reverse hostname, [203.0.113.1]',
        '(in reply to RCPT TO command)',
      ),
      [`waiting reverse-dns ${BOB}`],
    );
  });

  it('name whom they name where the address has a word of advice in it', () => {
    for (const who of ['contact@fabrikam.test', 'support@help.fabrikam.test', 'mail@fabrikam.test'])
      assert.deepEqual(
        told(`Your message wasn't delivered to ${who} because the address couldn't be found.`),
        [`cause recipient-unknown ${who}`],
        who,
      );
  });

  it('tell a domain that does not exist from an address that does not', () => {
    assert.deepEqual(
      told(
        'Address not found',
        '',
        `Your message wasn't delivered to ${BOB} because the domain`,
        "fabrikam.test couldn't be found. Check for typos or unnecessary spaces and",
        'try again.',
      ),
      [`cause domain-not-found ${BOB}`],
    );
  });

  it('have no other recipient than the one behind a link, and none in the sender', () => {
    assert.deepEqual(
      told(
        'Delivery to the following recipient failed permanently:',
        '',
        `[${BOB}](mailto:${BOB})`,
        '',
        'The mailbox is full.',
      ),
      [`cause mailbox-full ${BOB}`],
    );
    assert.deepEqual(
      told('您发送的邮件被退回：', '发件人：alice@contoso.test', `收件人：${BOB}`, '退信原因：收件人邮箱已满'),
      [`cause mailbox-full ${BOB}`],
    );
  });

  it('are read without the marks of their letters', () => {
    assert.deepEqual(told('Nie udalo sie wyslac maila pod wskazane adresy.', '', `<${BOB}>:`, 'maildir over quota.'), [
      `cause mailbox-full ${BOB}`,
    ]);
  });

  it('say of a delay that it lasts, not what might cause one', () => {
    assert.deepEqual(
      told(
        'A message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours on the queue on mx.contoso.test.',
        '',
        'The address to which the message has not yet been delivered is:',
        '',
        `  ${BOB}`,
        '',
        'No action is required on your part. Delivery attempts will continue for some time.',
      ),
      [`waiting expired ${BOB}`],
    );
  });

  it('are told once where a line says of nobody what the next says of somebody', () => {
    assert.deepEqual(
      told(`${BOB}; Failed; 5.2.2 (mailbox full)`, `    SMTP diagnostic: 552 5.2.2 <${BOB}> Mailbox full`).length,
      1,
    );
  });
});

describe('a delivery status that is quoted', () => {
  it('is read with the fields of any mailer among its own', () => {
    assert.deepEqual(
      told(
        'this is what came back:',
        '',
        '> Reporting-MTA: dns; mx.contoso.test',
        '> X-Northwind-Queue-Name: 4711',
        '> X-Northwind-Sender: rfc822; erin@contoso.test',
        '>',
        `> Final-Recipient: rfc822; ${BOB}`,
        '> Action: failed',
        '> Status: 5.2.2',
        '> Diagnostic-Code: smtp; 552 5.2.2 mailbox is full',
      ),
      [`cause mailbox-full ${BOB}`],
    );
  });
});

describe('a transcript in a notice of sendmail', () => {
  it('stays in the notice where its header was pasted as well', () => {
    assert.deepEqual(
      told(
        'see below, it came back',
        '',
        'From: "Courier mail server at mx.contoso.test" <postmaster@contoso.test>',
        'To: erin@contoso.test',
        'Subject: NOTICE: mail delivery status.',
        '',
        'Your message to the following recipients cannot be delivered:',
        '',
        `<${BOB}>:`,
        '    mx.fabrikam.test [192.0.2.40]:',
        '<<< 552 5.2.2 Mailbox is full',
      ),
      [`cause mailbox-full ${BOB}`],
    );
  });

  it('keeps the name of the next recipient, in a sentence above it, out of the words about this one', () => {
    const text = [
      '<a@northwind.test>: host mx.northwind.test[192.0.2.20] said: Mailbox full',
      '',
      'and for b@northwind.test',
      '',
      '<b@northwind.test>: host mx.northwind.test[192.0.2.20] said: User unknown',
    ].join('\n');
    const [first] = readPastedNotice(text, 0, text.length)?.recipients ?? [];
    assert.match(first?.words ?? '', /Mailbox full$/);
    assert.equal(readVerdicts(readTicket(text))[0]?.summary, 'The mailbox is full.');
  });

  it('names the recipient that the reply names, once', () => {
    assert.deepEqual(
      told(
        '... while talking to mx.fabrikam.test.:',
        '>>> DATA',
        `<<< 550 5.1.1 <${BOB}>... User unknown`,
        `550 5.1.1 <${BOB}>... User unknown`,
      ),
      [`cause recipient-unknown ${BOB}`],
    );
  });
});
