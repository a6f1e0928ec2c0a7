import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readCuts, readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';
import { entriesOf, told, verdicts } from './told.ts';

const SAYS = '550 5.1.1 <bob@fabrikam.test>: Recipient address rejected: User unknown';
const FAILED = 'alice@contoso.test > bob@fabrikam.test: bounced 550 5.1.1';

describe('a delivery shown a name with its value a line', () => {
  it('is read with colons, tabs, marks of Markdown and as YAML', () => {
    const rows = [
      ['Sender', 'alice@contoso.test'],
      ['Recipient', 'bob@fabrikam.test'],
      ['Subject', 'Order 7'],
      ['Status', 'Bounced'],
      ['Reason', SAYS],
    ];
    for (const text of [
      rows.map(([name, value]) => `${name}: ${value}`).join('\n'),
      rows.map(([name, value]) => `${name}\t${value}`).join('\n'),
      rows.map(([name, value]) => `**${name}:** ${value}`).join('\n'),
      rows.map(([name, value], i) => `${i === 0 ? '- ' : '  '}${name?.toLowerCase()}: '${value}'`).join('\n'),
    ]) {
      assert.deepEqual(told(`${text}\n`), [FAILED], text);
    }
  });

  it('ends where the next one begins', () => {
    const one = (to: string, status: string): string =>
      `- recipient: ${to}\n  sender: alice@contoso.test\n  status: ${status}\n  subject: Order 7\n`;
    assert.deepEqual(told(`result:\n${one('bob@fabrikam.test', 'failed')}${one('eve@fabrikam.test', 'delivered')}`), [
      'alice@contoso.test > bob@fabrikam.test: bounced',
      'alice@contoso.test > eve@fabrikam.test: sent',
    ]);
  });

  it('is no header, no report on a delivery and no remark', () => {
    for (const text of [
      'From: alice@contoso.test\nTo: bob@fabrikam.test\nSubject: Status\nDate: Fri, 27 Nov 2026 08:14:09 +0000\n',
      'Reporting-MTA: dns; mx1.contoso.test\nFinal-Recipient: rfc822; bob@fabrikam.test\nAction: failed\nStatus: 5.1.1\n',
      'Recipient: bob@fabrikam.test\nStatus: failed\n',
    ]) {
      assert.deepEqual(entriesOf(text), [], text);
    }
  });
});

describe('an array of PHP', () => {
  const rows = (all: Readonly<Record<string, string>>, indent = '    '): string =>
    Object.entries(all)
      .map(([name, value]) => `${indent}[${name}] => ${value}\n`)
      .join('');

  it('is a delivery by its names, also within another and as an object', () => {
    const fields = { event: 'bounce', email: 'bob@fabrikam.test', sender: 'alice@contoso.test', reason: SAYS };
    for (const text of [
      `Array\n(\n${rows(fields)})\n`,
      `Array\n(\n    [0] => Array\n        (\n${rows(fields, '            ')}        )\n\n)\n`,
      `stdClass Object\n(\n${rows({ ServerID: '23', ...fields })})\n`,
      `This is what I get:\n\nArray\n(\n${rows({ ...fields, timestamp: '1521243339' })})\n\nwhat can I do?\n`,
    ])
      assert.deepEqual(told(text), [FAILED], text);
  });

  it('is none where it tells of nothing that happened to mail', () => {
    assert.deepEqual(
      told(`Array\n(\n${rows({ email: 'bob@fabrikam.test', name: 'Bob', city: 'Rome', id: '7' })})\n`),
      [],
    );
  });
});

describe('the trace that Zimbra makes of its log', () => {
  const HEAD = "Message ID '77.1.JavaMail.root@mail.contoso.test'\nalice@contoso.test -->\n\tbob@fabrikam.test\n";
  const HOPS =
    '  2010-09-13 18:40:51 - mail.contoso.test (192.0.2.10) --> localhost\n  2010-09-13 18:40:53 - Passed by amavisd on mail (CLEAN) HITS: -1.2 in 1822 ms\n';
  const ended = (how: string): string =>
    `  2010-09-13 18:40:55 - mail --> mx.fabrikam.test (203.0.113.25) status ${how}\n`;

  it('is a delivery for each recipient', () => {
    const text = `Tracing messages\n\tto bob\n\n${HEAD}  Recipient bob@fabrikam.test\n${HOPS}${ended('bounced')}  Recipient eve@adatum.test\n${ended('deferred')}\n1 messages found\n`;
    assert.deepEqual(told(text), ['alice@contoso.test > bob@fabrikam.test: bounced', ' > eve@adatum.test: deferred']);
    const [first] = entriesOf(text);
    assert.deepEqual(
      [first?.messageId?.text, first?.relay?.text, first?.time?.text],
      ['77.1.JavaMail.root@mail.contoso.test', 'mx.fabrikam.test', '2010-09-13 18:40:51'],
    );
  });

  it('says nothing of a message whose way ends in a server of its own', () => {
    assert.deepEqual(verdicts(`${HEAD}  Recipient bob@fabrikam.test\n${HOPS}\n1 messages found\n`), []);
    assert.deepEqual(verdicts(`${HEAD}  Recipient bob@fabrikam.test\n${HOPS}${ended('sent')}`), [
      'success accepted bob@fabrikam.test',
    ]);
  });
});

describe('parameters that carry their own names', () => {
  it('tell of a delivery as Google reports it', () => {
    const parameter = (name: string, value: string): string => `{"name": "${name}", "value": "${value}"}`;
    const of = (name: string, address: string): string =>
      `{"name": "${name}", "multiMessageValue": [{"parameter": [${parameter('address', address)}]}]}`;
    const text = `{"items": [{"events": [{"name": "delivery", "parameters": [{"name": "message_info", "messageValue": {"parameter": [
      ${parameter('rfc2822_message_id', '<1@contoso.test>')}, ${of('source', 'alice@contoso.test')},
      ${of('destination', 'bob@fabrikam.test')}, ${parameter('description', '550 5.1.1 User unknown')}]}}]}]}]}\n`;
    assert.deepEqual(told(text), [FAILED]);
  });
});

describe('a step that Exchange shows', () => {
  it('has its Message-ID under two words', () => {
    const [entry] = entriesOf(
      'Message Trace ID : 1341ac7b-13fb-42ab-4d44-08cf7f558901\nMessage ID       : <1@contoso.test>\nSubject          : Order 7\nEvent            : Fail\nDetail           : Reason: [{LED=550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found}]\n',
    );
    assert.deepEqual(
      [entry?.messageId?.text, entry?.subject?.text, entry?.reply?.code],
      ['1@contoso.test', 'Order 7', 550],
    );
  });

  it('is about the recipient on a page with the names above the values', () => {
    const error =
      'Error: 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient bob@fabrikam.test not found by SMTP address lookup';
    const shown = verdicts(
      `Message trace detail\nOrder 7\nSender\nalice@contoso.test\nRecipient\nbob@fabrikam.test\nStatus: Not delivered\n${error}\n`,
    );
    assert.deepEqual(shown, ['cause recipient-unknown bob@fabrikam.test']);
  });
});

describe('a gateway', () => {
  it('names its fields by several words, and its deed by a word', () => {
    assert.deepEqual(
      told(
        'device="FW" date=2026-11-27 log_type="Anti-Spam" log_subtype="Denied" from_email_address="news@northwind.test" to_email_address="bob@contoso.test" spamaction="DROP" reason="Sender is listed" src_ip=192.0.2.7\n',
      ),
      ['news@northwind.test > bob@contoso.test: discarded'],
    );
    assert.deepEqual(
      told(
        'date=2026-11-27 time=17:07:42 type=virus subtype=infected from="news@northwind.test" to="bob@contoso.test" src=192.0.2.7 msg="The file a.dat is infected."\n',
      ),
      ['news@northwind.test > bob@contoso.test: rejected'],
    );
  });

  it('names fields of CEF beside them, whose values hold blanks', () => {
    const text =
      "CEF:0|Vendor|Box|1|LOG|Log|5|suser=alice@contoso.test act=BOUNCED ESAFinalActionDetails=5.1.0 - Unknown address error cs4Label=ExternalMsgID cs4='<a@contoso.test>' duser=bob@fabrikam.test;eve@fabrikam.test\n";
    const [entry] = entriesOf(text);
    assert.deepEqual(
      entry?.recipients.map((one) => one.text),
      ['bob@fabrikam.test', 'eve@fabrikam.test'],
    );
    assert.equal(entry?.messageId?.text, 'a@contoso.test');
    assert.deepEqual(verdicts(text), [
      'cause recipient-unknown bob@fabrikam.test',
      'cause recipient-unknown eve@fabrikam.test',
    ]);
  });

  it('quotes the line of its mail server without an id, or names beside the line what became of it', () => {
    assert.deepEqual(
      told(
        'date=2026-11-27 type=event subtype=smtp status=N/A msg="to=<bob@fabrikam.test>, delay=00:00:50, mailer=esmtp, pri=58900, relay=mx1.fabrikam.test. [192.0.2.1], dsn=5.1.1, stat=User unknown"\n',
      ),
      [' > bob@fabrikam.test: bounced'],
    );
    assert.deepEqual(
      told(
        `${JSON.stringify({
          message:
            '2026-11-27T09:15:02+00:00 gate ulog[5]: [0000F4E4] qid=aa1,sender=news@northwind.test,recipient=bob@contoso.test: action=drop,status=virus',
          to: 'bob@contoso.test',
          operationType: 'DROP',
        })}\n`,
      ),
      ['news@northwind.test > bob@contoso.test: discarded'],
    );
  });

  it('has a sender and a recipient in lists below their own names, or writes LEEF with tabs', () => {
    const event = {
      email: { from: { address: ['alice@contoso.test'] }, to: { address: ['bob@fabrikam.test'] } },
      event: { action: 'bounced', reason: SAYS },
    };
    assert.deepEqual(told(`${JSON.stringify(event)}\n`), [FAILED]);
    assert.deepEqual(
      told(
        'LEEF:1.0|Vendor|Gate|8|Mail|devTime=Nov 27 2026 08:14:09\tsrc=192.0.2.7\tsuser=news@northwind.test\tduser=bob@contoso.test\taction=quarantine\treason=Spam detected\n',
      ),
      ['news@northwind.test > bob@contoso.test: quarantined'],
    );
  });

  it('tells of a refusal for good before one for now, and how long it took is no time', () => {
    const event = {
      from_email: 'alice@contoso.test',
      to_email: 'bob@fabrikam.test',
      status: 'not_delivered',
      deliveryTime: '1633',
      events: [
        { event_name: 'deferred', reason: '451 4.7.1 Try again' },
        { event_name: 'bounce', reason: SAYS },
      ],
    };
    assert.deepEqual(told(`${JSON.stringify(event)}\n`), [FAILED]);
    assert.equal(entriesOf(`${JSON.stringify(event)}\n`)[0]?.time, undefined);
  });

  it('is MailScanner, which says what it did with spam', () => {
    const text =
      'Nov 27 08:14:09 mx1 MailScanner[1]: Message 4Xb2kz1Q7tz.A0001 from 192.0.2.7 (news@northwind.test) to contoso.test is spam, SpamAssassin (score=12.3, required 5)\n' +
      'Nov 27 08:14:09 mx1 MailScanner[1]: Spam Actions: message 4Xb2kz1Q7tz.A0001 actions are store\n';
    assert.deepEqual(
      entriesOf(text).map(({ queueId, outcome }) => `${queueId?.text} ${outcome}`),
      ['4Xb2kz1Q7tz undefined', '4Xb2kz1Q7tz quarantined'],
    );
  });
});

describe('a table in JSON', () => {
  it('has the names of its columns apart from its rows', () => {
    const rows = [
      ['alice@contoso.test', 'bob@fabrikam.test', 'Failed', SAYS],
      ['alice@contoso.test', 'eve@fabrikam.test', 'Delivered', ''],
    ];
    const names = ['SenderAddress', 'RecipientAddress', 'Status', 'Detail'];
    for (const table of [
      { tables: [{ columns: names.map((name) => ({ name, type: 'string' })), rows }] },
      { fields: names, rows },
      { meta: names.map((name) => ({ name })), data: rows },
    ]) {
      assert.deepEqual(told(`${JSON.stringify(table)}\n`), [FAILED, 'alice@contoso.test > eve@fabrikam.test: sent']);
    }
  });

  it('holds lines of logs', () => {
    const table = {
      columns: [{ name: 'Computer' }, { name: 'ProcessName' }, { name: 'SyslogMessage' }],
      rows: [
        [
          'mx1',
          'postfix/smtp',
          '4F1A2B3C4: to=<bob@fabrikam.test>, relay=none, delay=1, delays=0/0/0/1, dsn=4.4.1, status=deferred (connect to mx.fabrikam.test[192.0.2.1]:25: Connection timed out)',
        ],
      ],
    };
    assert.deepEqual(told(`${JSON.stringify(table)}\n`), [' > bob@fabrikam.test: deferred']);
  });
});

describe('an export of any size', () => {
  it('tells each recipient of a long list, in a time that grows with the list', () => {
    const recipients = Array.from({ length: 5000 }, (_one, i) => ({
      emailAddress: `user${i}@fabrikam.test`,
      status: '5.1.1',
    }));
    const event = { notificationType: 'Bounce', bounce: { bounceType: 'Permanent', bouncedRecipients: recipients } };
    const entries = entriesOf(`${JSON.stringify(event)}\n`);
    assert.equal(entries.length, 5000);
    assert.deepEqual(
      entries.at(-1)?.recipients.map(({ text }) => text),
      ['user4999@fabrikam.test'],
    );
  });

  it('says of which objects only the beginning was read', () => {
    const event = { event: 'bounced', recipient: 'bob@fabrikam.test', raw: 'x'.repeat(1_000_001) };
    const text = `${JSON.stringify(event)}\n${JSON.stringify({ ...event, raw: '' })}\n`;
    assert.deepEqual(
      readCuts(readTicket(text)).map(({ what, left }) => `${what} ${left}`),
      ['objects 1'],
    );
  });
});

describe('a table drawn for people', () => {
  const rows = [
    ['Sender', 'Recipient', 'Status', 'Detail'],
    ['alice@contoso.test', 'bob@fabrikam.test', 'Bounced', '550 5.1.1 User unknown'],
    ['alice@contoso.test', 'eve@fabrikam.test', 'Delivered', '250 2.0.0 Ok'],
  ];
  const read = [FAILED, 'alice@contoso.test > eve@fabrikam.test: sent 250 2.0.0'];

  it('is one of Markdown, of the shell of a database, and one with a line of dashes', () => {
    const bars = rows.map((row) => `| ${row.map((cell) => cell.padEnd(24)).join(' | ')} |`);
    const ruler = `+${rows[0]?.map(() => '-'.repeat(26)).join('+')}+`;
    const columns = rows.map((row) => row.map((cell) => cell.padEnd(24)).join(' '));
    const dashes = rows[0]?.map(() => '-'.repeat(24)).join(' ');
    for (const text of [
      [bars[0], '|---|---|---|---|', bars[1], bars[2]],
      [ruler, bars[0], ruler, bars[1], bars[2], ruler],
      [columns[0], dashes, columns[1], columns[2]],
    ]) {
      assert.deepEqual(told(`${text.join('\n')}\n`), read, text.join('\n'));
    }
  });

  it('is none where no column says what became of it', () => {
    assert.deepEqual(
      entriesOf('| Name | Mail | Phone | Town |\n|---|---|---|---|\n| Bob | bob@fabrikam.test | 1 | B |\n'),
      [],
    );
  });
});

const reads = ['a@contoso.test > bob@fabrikam.test: bounced 550 5.1.1'];

describe('a list or a row of any length', () => {
  it('is one delivery, whatever stands between its first and its last line', () => {
    const rows = Array.from({ length: 150 }, (_, i) => `Field ${i}: x`);
    const list = ['Sender: a@contoso.test', 'Recipient: bob@fabrikam.test', 'Status: Bounced', 'Subject: x'];
    assert.deepEqual(told([...list, ...rows, 'Server Response: 550 5.1.1 User unknown', ''].join('\n')), reads);
  });

  it('has breaks of lines in a value in quotes, which begins behind a separator only', () => {
    const head = 'Sender,Recipient,Status,Headers,Reply';
    const row = (headers: string): string =>
      `a@contoso.test,bob@fabrikam.test,Bounced,${headers},550 5.1.1 User unknown`;
    const long = `"${'Received: x\n'.repeat(200)}"`;
    const text = `${head}\n${row(long)}\n${row('a 5" disk')}\n${row('x')}\n`;
    assert.deepEqual(told(text), [reads[0], reads[0], reads[0]]);
    assert.deepEqual(readCuts(readTicket(text)), []);
    const open = `${head}\n${row(`"${'x\n'.repeat(1100)}`)}\n`;
    assert.deepEqual(
      readCuts(readTicket(open))
        .filter(({ what }) => what === 'objects')
        .map(({ left }) => left),
      [1],
    );
  });
});

describe('a form that a service posts', () => {
  it('is a delivery by the names of its pairs, with their values unescaped', () => {
    const text =
      'event=bounced&recipient=bob%40fabrikam.test&code=550&error=5.1.1+User+unknown&sender=a%40contoso.test\n' +
      'type=bounce&contact%5Bemail%5D=bob%40fabrikam.test&bounce%5Bcode%5D=5.1.1&bounce%5Btype%5D=hard\n';
    const entries = entriesOf(text);
    assert.deepEqual(told(text), [
      'a@contoso.test > bob@fabrikam.test: bounced 550 5.1.1',
      ' > bob@fabrikam.test: bounced',
    ]);
    const whom = entries[0]?.recipients[0];
    assert.equal(text.slice(whom?.start, whom?.end), 'bob%40fabrikam.test');
    assert.deepEqual(told('page=2&email=bob%40fabrikam.test&sort=name\n'), []);
  });

  it('is read to its last pair, however many stand in it, up to the length of a line, and that it is longer is told', () => {
    const front = 'event=bounced&recipient=bob%40fabrikam.test&sender=a%40contoso.test';
    const form = (pairs: number): string =>
      `${front}${Array.from({ length: pairs }, (_, i) => `&meta${i}=value`).join('')}&code=550&error=5.1.1+User+unknown\n`;
    assert.deepEqual(told(form(600)), reads);
    assert.deepEqual(readCuts(readTicket(form(600))), []);
    const long = form(2000);
    assert.deepEqual(told(long), ['a@contoso.test > bob@fabrikam.test: bounced']);
    assert.deepEqual(
      readCuts(readTicket(`${form(600)}${long}${long}`)).map(({ what, left, span }) => [what, left, span.start]),
      [['objects', 2, form(600).length]],
    );
  });
});

describe('lines and tables that went through a collector', () => {
  it('have the priority of syslog in front, or a host and no time', () => {
    assert.deepEqual(
      told('<187>date=2026-11-27,time=07:01:34,from="a@contoso.test",to="bob@fabrikam.test",disposition="Reject"\n'),
      ['a@contoso.test > bob@fabrikam.test: rejected'],
    );
    const line = `mx1 postfix/smtp[12]: 4Xb2kz1Q7tz: to=<bob@fabrikam.test>, relay=mx1.fabrikam.test[203.0.113.25]:25, dsn=5.1.1, status=bounced (550 5.1.1 User unknown)`;
    assert.deepEqual(told(JSON.stringify({ messages: [{ message: { message: line } }] })), [
      ' > bob@fabrikam.test: bounced 550 5.1.1',
    ]);
  });

  it('are those of Log Analytics, with the type of each column behind its name', () => {
    const row = {
      returnPath_s: 'a@contoso.test',
      toAddresses_s: ['bob@fabrikam.test'],
      action_folder_s: 'quarantine',
      internetMessageId_s: '<m@contoso.test>',
      'timestamp_t [UTC]': '11/27/2026',
    };
    assert.deepEqual(told(JSON.stringify([row])), ['a@contoso.test > bob@fabrikam.test: quarantined']);
  });

  it('have as many columns as they name', () => {
    const columns = Array.from({ length: 250 }, (_, i) => `c${i}`);
    const names = ['Sender', 'Recipient', 'Status', ...columns, 'Reply'].map((name) => ({ name }));
    const row = ['a@contoso.test', 'bob@fabrikam.test', 'Bounced', ...columns, '550 5.1.1 User unknown'];
    assert.deepEqual(told(JSON.stringify({ columns: names, rows: [row] })), reads);
  });

  it('tell of a message that a filter dropped as of one that nobody gets', () => {
    assert.deepEqual(told('CEF:0|A|B|1|x|y|5|suser=a@contoso.test duser=bob@fabrikam.test act=DROPPED\n'), [
      'a@contoso.test > bob@fabrikam.test: discarded',
    ]);
    assert.deepEqual(
      told(
        JSON.stringify({ from: 'a@contoso.test', to: ['bob@fabrikam.test'], action: 'dropped', classifier: 'Spam' }),
      ),
      ['a@contoso.test > bob@fabrikam.test: discarded'],
    );
    assert.deepEqual(told(JSON.stringify({ event: 'dropped', email: 'bob@fabrikam.test', sg_event_id: 'x' })), [
      ' > bob@fabrikam.test: suppressed',
    ]);
  });

  it('are the lines of a gateway that begins them in a way of its own', () => {
    const head = '<166>Mar 17 18:24:37 mail_logs: Info:';
    const text = [
      'MID 6 ICID 5 From: <a@contoso.test>',
      'MID 6 ICID 5 RID 0 To: <bob@fabrikam.test>',
      "Bounced: DCID 8 MID 6 to RID 0 - 5.1.0 - Unknown address error ('550', ['5.1.1 User unknown'])",
    ]
      .map((words) => `${head} ${words}\n`)
      .join('');
    assert.deepEqual(verdicts(text), ['cause recipient-unknown']);
  });
});

describe('a queue that is only counted', () => {
  it('is one of Exim by domain, and one of qmail in all', () => {
    const exim =
      'Count  Volume  Oldest  Newest  Domain\n-----  ------  ------  ------  ------\n\n    1  2112      36h     36h  fabrikam.test\n' +
      '-----------------------------------------\n    4    20KB    36h      2h  TOTAL\n';
    const text = (said: string): readonly string[] => readVerdicts(readTicket(said)).map(({ summary }) => summary);
    assert.deepEqual(text(exim), [
      '1 message waits in the queue for fabrikam.test, the oldest for 36h.',
      '4 messages wait in the queue in all, the oldest for 36h.',
    ]);
    assert.deepEqual(text('messages in queue: 12\nmessages in queue but not yet preprocessed: 1\n').slice(0, 1), [
      '12 messages wait in the queue in all.',
    ]);
  });
});

describe('a report of TLS', () => {
  it('says whose sessions failed and why, and is no failure of mail', () => {
    const report = {
      'organization-name': 'Fabrikam',
      'date-range': { 'start-datetime': '2026-11-27T00:00:00Z', 'end-datetime': '2026-11-27T23:59:59Z' },
      'contact-info': 'tls@fabrikam.test',
      'report-id': 'r1',
      policies: [
        {
          policy: { 'policy-type': 'sts', 'policy-string': ['version: STSv1'], 'policy-domain': 'contoso.test' },
          summary: { 'total-successful-session-count': 10, 'total-failure-session-count': 3 },
          'failure-details': [{ 'result-type': 'certificate-expired', 'failed-session-count': 3 }],
        },
      ],
    };
    for (const text of [JSON.stringify(report), JSON.stringify(report, null, 2)]) {
      const [verdict, ...more] = readVerdicts(readTicket(`${text}\n`));
      assert.deepEqual([verdict?.code, verdict?.failed, more.length], ['receiver-report', false, 0]);
      assert.match(
        verdict?.summary ?? '',
        /of Fabrikam on the mail servers of contoso\.test\. Of 13 sessions, 3 failed \(certificate-expired\)/,
      );
    }
  });
});

describe('a line of names with values', () => {
  const line = (more: string): string => `level=error from=ann@contoso.test to=bob@fabrikam.test ${more}\n`;

  it('has the cause under the name of an error, where `msg` says what was tried', () => {
    const why = 'dial tcp 192.0.2.25:587: connect: connection refused';
    for (const more of [`msg="failed to send email" error="${why}"`, `err="${why}" msg="failed to send email"`])
      assert.deepEqual(
        [
          entriesOf(`time="2026-11-20T10:00:00Z" ${line(more)}`)[0]?.reason?.text,
          ...verdicts(`time="2026-11-20T10:00:00Z" ${line(more)}`),
        ],
        [why, 'cause connection-failed bob@fabrikam.test'],
      );
  });

  it('has the first of several causes, and whole words before a single one', () => {
    const reason = (more: string): string | undefined => entriesOf(line(`status=failed ${more}`))[0]?.reason?.text;
    assert.equal(reason('error="no route" reason="gave up now"'), 'no route');
    assert.equal(reason('msg="was tried" err="no route" cause="gave up now"'), 'no route');
    assert.equal(reason('error=EFAIL msg="was tried"'), 'was tried');
    assert.equal(reason('msg=tried error=EFAIL'), 'tried');
  });

  it('has a reply in the brackets that a program puts around it', () => {
    for (const reply of ['(550 5.1.1 User unknown)', "['550 5.1.1 User unknown']", 'SMTP: 550 5.1.1 User unknown'])
      assert.equal(entriesOf(line(`msg="delivery failed" error="${reply}"`))[0]?.reply?.text, '550 5.1.1 User unknown');
    assert.equal(
      entriesOf(line('status=failed error="SMTP 550 5.1.1 User (bob)"'))[0]?.reply?.text,
      '550 5.1.1 User (bob)',
    );
  });
});
