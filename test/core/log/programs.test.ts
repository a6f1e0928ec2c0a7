import assert from 'node:assert/strict';
import { entriesIn } from '../../../src/core/log/entries.ts';
import type { LogEntry } from '../../../src/core/log/log.ts';
import { readLog } from '../../../src/core/log/readLog.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

function read(...text: readonly string[]): { readonly format: string; readonly entries: readonly LogEntry[] } {
  const lines = new Lines(`${text.join('\n')}\n`);
  const found = readLog(lines.text, lines, 0, lines.count);
  assert.ok(found !== undefined, text[0]);
  return { format: found.log.format, entries: [...entriesIn(lines, found.log)] };
}

/** An entry as the values that it names. */
const values = ({
  queueId,
  sender,
  recipients,
  relay,
  client,
  messageId,
  reply,
  outcome,
}: LogEntry | Partial<LogEntry>): string =>
  [
    queueId && `id ${queueId.text}`,
    sender && `from ${sender.text}`,
    recipients && recipients.length > 0 && `to ${recipients.map(({ text }) => text).join(' ')}`,
    relay && `at ${relay.host?.text ?? relay.text}`,
    client && `by ${client.ip?.text ?? client.text}`,
    messageId && `message ${messageId.text}`,
    reply && `said ${reply.text}`,
    outcome,
  ]
    .filter(Boolean)
    .join(', ');

const told = (...text: readonly string[]): string[] =>
  readVerdicts(readTicket(`${text.join('\n')}\n`)).map(({ role, code, queueId, sender, recipients }) =>
    [role, code, queueId ?? '-', sender ?? '-', ...recipients].join(' '),
  );

describe('a log of Stalwart', () => {
  const failed =
    '2026-11-20T16:59:00Z INFO DSN permanent failure notification (delivery.dsn-perm-fail) queueId = 234536222119190707, from = "ann@contoso.test", to = ["bob@fabrikam.test"], size = 828, total = 1, to = "bob@fabrikam.test", hostname = "mx.fabrikam.test", code = 550, details = "5.1.1 User unknown", total = 0';

  it('is read by its events, with time or without', () => {
    const { format, entries } = read(failed, failed.slice(21));
    assert.equal(format, 'stalwart');
    for (const entry of entries) {
      assert.equal(
        values(entry),
        'id 234536222119190707, from ann@contoso.test, to bob@fabrikam.test, at mx.fabrikam.test, said 550 5.1.1 User unknown, bounced',
      );
    }
  });

  it('is read in the form of older versions, and a reply that was taken apart', () => {
    const { entries } = read(
      '2024-03-02T10:00:00.123456Z  INFO smtp_outbound::delivery: context="rcpt" event="rejected" rcpt="bob@fabrikam.test" mx="mx.fabrikam.test" reason=Code: 550, Enhanced code: 5.1.1, Message: User unknown',
    );
    assert.equal(
      values(entries[0] ?? {}),
      'to bob@fabrikam.test, at mx.fabrikam.test, said 550 5.1.1 User unknown, bounced',
    );
  });

  it('is judged in that form by its code, else by the word of its event and who says it', () => {
    const outcome = (module: string, event: string, more = ''): unknown =>
      read(
        `2024-03-02T10:00:00.123456Z  INFO ${module}: context="rcpt" event="${event}" rcpt="bob@fabrikam.test"${more}`,
      ).entries[0]?.outcome;
    const out = 'smtp_outbound::delivery';
    assert.equal(outcome(out, 'rejected', ' reason=Code: 450, Enhanced code: 4.2.0, Message: Greylisted'), 'deferred');
    assert.equal(outcome(out, 'delivered', ' reason=Code: 550, Enhanced code: 5.1.1, Message: No'), 'bounced');
    assert.equal(outcome(out, 'rejected'), 'deferred');
    assert.equal(outcome('smtp::inbound::rcpt', 'mailbox-not-found'), 'rejected');
    assert.equal(outcome(out, 'delivered'), 'sent');
    assert.equal(outcome(out, 'success'), 'sent');
    assert.equal(outcome(out, 'connecting'), undefined);
  });

  it('tells nothing of a message that only waits its turn', () => {
    assert.deepEqual(
      told(
        '2026-11-20T16:59:00Z INFO Message rescheduled for delivery (queue.rescheduled) queueId = 1, from = "ann@contoso.test", to = ["bob@fabrikam.test"], nextRetry = 2026-11-20T17:03:00Z',
      ),
      [],
    );
  });
});

describe('a log of maddy', () => {
  const lines = [
    'submission: incoming message\t{"msg_id":"2f6f32e9","sender":"ann@contoso.test","src_ip":"192.0.2.20:47740"}',
    'queue: delivery attempt failed\t{"msg_id":"2f6f32e9","rcpt":"bob@fabrikam.test","reason":"No such user","remote_server":"mx.fabrikam.test","smtp_code":550,"smtp_enchcode":"5.1.1","smtp_msg":"No such \\"user\\""}',
    'queue: not delivered, permanent error\t{"msg_id":"2f6f32e9","rcpt":"bob@fabrikam.test"}',
  ];

  it('is read by what stands in its JSON, in each frame', () => {
    for (const frame of ['', 'Nov 20 05:04:02 mx1 maddy[1207]: ', '2026-11-20T05:04:02.123Z ', '[debug] ']) {
      const { format, entries } = read(...lines.map((line) => frame + line));
      assert.equal(format, 'maddy', frame);
      assert.equal(values(entries[0] ?? {}), 'id 2f6f32e9, from ann@contoso.test, by 192.0.2.20:47740');
      assert.match(
        values(entries[1] ?? {}),
        /^id 2f6f32e9, to bob@fabrikam\.test, at mx\.fabrikam\.test, said 550 5\.1\.1 No such "?user"?, bounced$/,
      );
    }
  });

  it('names the cause once', () => {
    assert.deepEqual(told(...lines), ['cause recipient-unknown 2f6f32e9 ann@contoso.test bob@fabrikam.test']);
  });
});

describe('a log of qmail-send', () => {
  const lines = [
    'new msg 270182',
    'info msg 270182: bytes 10712 from <ann@contoso.test> qp 54945 uid 82',
    'starting delivery 251: msg 270182 to remote bob@fabrikam.test',
    'status: local 0/10 remote 1/20',
    'delivery 251: failure: 192.0.2.7_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.7./',
    'starting delivery 252: msg 270182 to local contoso.test-eve@contoso.test',
    'delivery 252: success: did_1+0+0/',
    'end msg 270182',
  ];

  it('is read in each of its frames', () => {
    for (const frame of [
      '@400000006aa8e01a2c3ca000 ',
      '2026-11-20 07:50:42.925976500 ',
      'Nov 20 09:12:24 mx1 qmail: 1763629944.622077 ',
      'Nov 20 09:12:24 mx1 qmail-send[12]: ',
      '1763629944.622077 ',
      'qmail: ',
      '',
    ]) {
      const { format, entries } = read(...lines.map((line) => frame + line));
      assert.equal(format, 'qmail', frame);
      assert.equal(values(entries[1] ?? {}), 'id 270182, from ann@contoso.test', frame);
      assert.equal(values(entries[4] ?? {}), 'at 192.0.2.7, said 550 5.1.1 User unknown, bounced', frame);
      assert.equal(values(entries[5] ?? {}), 'id 270182, to eve@contoso.test', frame);
    }
  });

  it('finds for whom a delivery was by its number', () => {
    assert.deepEqual(told(...lines), [
      'cause recipient-unknown 270182 ann@contoso.test bob@fabrikam.test',
      'success accepted 270182 ann@contoso.test eve@contoso.test',
    ]);
    assert.deepEqual(
      told(
        '@400000006aa8e01a2c3ca000 starting delivery 1: msg 7 to remote bob@fabrikam.test',
        '@400000006aa8e01a2c3ca001 delivery 1: failure: Sorry,_no_mailbox_here_by_that_name._(#5.1.1)/',
      ),
      ['cause recipient-unknown 7 - bob@fabrikam.test'],
    );
  });
});

describe('a log of tmail', () => {
  it('is read by its parts', () => {
    const head = '[mx1.contoso.test] 2026/11/20 17:16:28.430328 INFO - smtpd  43196b7fe085d1d4 - 192.0.2.9:40672 - ';
    const { format, entries } = read(
      `${head}MAIL FROM ann@contoso.test`,
      `${head}RCPT - + bob@fabrikam.test`,
      `${head}message queued as 39b40018b436f8c4`,
    );
    assert.equal(format, 'tmail');
    assert.deepEqual(entries.map(values), [
      'from ann@contoso.test, by 192.0.2.9:40672',
      'to bob@fabrikam.test, by 192.0.2.9:40672',
      'id 39b40018b436f8c4, by 192.0.2.9:40672, received',
    ]);
  });
});

describe('a log of hMailServer', () => {
  it('names the message and its envelope', () => {
    const { format, entries } = read(
      '"APPLICATION"\t5588\t"2026-11-20 12:34:37.916"\t"SMTPDeliverer - Message 172670: Delivering message from ann@contoso.test to bob@fabrikam.test,eve@fabrikam.test. File: C:\\Data\\{31EC}.eml"',
      '"TCPIP"\t5588\t"2026-11-20 12:34:38.081"\t"DNS MX lookup: fabrikam.test"',
      '"APPLICATION"\t5588\t"2026-11-20 12:34:38.081"\t"SMTPDeliverer - Message 172670: Relaying to host smtp.fabrikam.test."',
    );
    assert.equal(format, 'hmailserver');
    assert.deepEqual(entries.map(values), [
      'id 172670, from ann@contoso.test, to bob@fabrikam.test eve@fabrikam.test, received',
      '',
      'id 172670, at smtp.fabrikam.test',
    ]);
  });
});

describe('a line of names with values', () => {
  it('is read whoever wrote it', () => {
    const { format, entries } = read(
      'app-mailer[77]: status=error from=ann@contoso.test to=bob@fabrikam.test subject="a test" server=smtp.contoso.test:587 code=535 message="5.7.8 Error: authentication failed"',
    );
    assert.equal(format, 'key-value');
    assert.equal(
      values(entries[0] ?? {}),
      'from ann@contoso.test, to bob@fabrikam.test, at smtp.contoso.test:587, said 535 5.7.8 Error: authentication failed, bounced',
    );
  });

  it('may hold a reply without quotation marks', () => {
    const { entries } = read('[error] Delivery failed msg=a.eml rcpt=bob@fabrikam.test response=552 5.2.2 Over quota');
    assert.equal(values(entries[0] ?? {}), 'to bob@fabrikam.test, said 552 5.2.2 Over quota, bounced');
  });
});

describe('what PowerShell shows of tracked messages', () => {
  const list = [
    'Timestamp               : 11/20/2026 9:12:03 AM',
    'Source                  : ROUTING',
    'EventId                 : FAIL',
    'MessageId               : <a1@contoso.test>',
    'Recipients              : {sales@fabrikam.test}',
    'RecipientStatus         : {[{LRT=};{LED=550 5.7.1 RESOLVER.RST.AuthRequired;',
    '                          authentication required};{FQDN=};{IP=}]}',
    'Sender                  : ann@contoso.test',
  ];

  it('is one entry a message, with values that go over several lines', () => {
    const { format, entries } = read(...list, '', ...list.map((line) => line.replace('a1@', 'a2@')));
    assert.equal(format, 'exchange-list');
    const named = entries.filter(({ messageId }) => messageId !== undefined);
    assert.deepEqual(named.map(values), [
      'from ann@contoso.test, to sales@fabrikam.test, message a1@contoso.test, said 550 5.7.1 RESOLVER.RST.AuthRequired; authentication required, bounced',
      'from ann@contoso.test, to sales@fabrikam.test, message a2@contoso.test, said 550 5.7.1 RESOLVER.RST.AuthRequired; authentication required, bounced',
    ]);
  });

  it('is for whom the reply names where nothing else says it, at the place where it does', () => {
    const text = [
      'Identity      : mx1\\\\Submission',
      'Status        : Retry',
      'NextHopDomain : fabrikam.test',
      'LastError     : 451 4.4.0 Messages to <bob@fabrikam.test> cannot be delivered now',
    ];
    const [entry] = read(...text, '', ...text).entries;
    const [recipient] = entry?.recipients ?? [];
    assert.equal(recipient?.text, 'bob@fabrikam.test');
    assert.equal(text.join('\n').slice(recipient.start, recipient.end), 'bob@fabrikam.test');
    const two = text.map((line) => line.replace('now', 'nor to <eve@fabrikam.test>'));
    assert.deepEqual(read(...two, '', ...two).entries[0]?.recipients, []);
  });

  it('is judged at the line of the reply', () => {
    const ticket = readTicket(`Look:\n\n${list.join('\n')}\n`);
    const [verdict] = readVerdicts(ticket);
    assert.equal(ticket.lines.lineOf(verdict?.span.start ?? 0) + 1, 8);
    assert.equal(verdict?.code, 'recipient-restricted');
  });

  it('may be a table', () => {
    const { format, entries } = read(
      'Received              SenderAddress       RecipientAddress     Subject   Status',
      '--------              -------------       ----------------     -------   ------',
      '11/20/2026 9:35:35 AM ann@contoso.test    bob@fabrikam.test    A test    Delivered',
      '11/20/2026 9:36:00 AM ann@contoso.test    eve@fabrikam.test    Another   Failed',
    );
    assert.equal(format, 'exchange-table');
    assert.deepEqual(entries.map(values).filter(Boolean), [
      'from ann@contoso.test, to bob@fabrikam.test, sent',
      'from ann@contoso.test, to eve@fabrikam.test, bounced',
    ]);
  });

  it('is no list of anything else', () => {
    for (const text of [
      'Subject : a\nStatus : b\nSize : 7\n',
      'Name Status\n---- ------\na    b\n',
      'Reason: it rained\nDate: today\n',
    ]) {
      assert.ok(!readTicket(text).blocks.some(({ kind }) => kind === 'log'), text);
    }
  });
});

describe('what Exim prints in the foreground', () => {
  it('is read behind the column of the process', () => {
    const { format, entries } = read(
      '    9 LOG: MAIN REJECT',
      '    9   H=(pc) [192.0.2.9] F=<ann@contoso.test> rejected RCPT <bob@fabrikam.test>: relay not permitted',
      '    9 LOG: lost_incoming_connection MAIN',
      '    9   unexpected disconnection while reading SMTP command from (pc) [192.0.2.9] D=0s',
    );
    assert.equal(format, 'exim');
    assert.equal(values(entries[1] ?? {}), 'from ann@contoso.test, to bob@fabrikam.test, by 192.0.2.9, rejected');
  });
});

describe('a log of a program with a frame of its own', () => {
  const facts: readonly (readonly [line: string, values: string])[] = [
    [
      'T 20261121 201424 4835b6b8 Begin processing job MG000034 from ann@contoso.test',
      'id MG000034, from ann@contoso.test',
    ],
    [
      'E 20261121 201445 4835b6b8 550 5.1.1 <bob@fabrikam.test>: User unknown',
      'to bob@fabrikam.test, said 550 5.1.1 <bob@fabrikam.test>: User unknown',
    ],
    [
      '2026-11-21 10:00:01,123 INFO  [LmtpServer-1] [ip=192.0.2.5;] lmtp - Delivering message: size=2041 bytes, nrcpts=1, sender=ann@contoso.test, msgid=<a@contoso.test>',
      'from ann@contoso.test, message a@contoso.test',
    ],
    [
      "Sat Nov 21 10:00:02 2026 Info: Bounced: DCID 55 MID 123456 to RID 0 - Bounced by destination server with response: 5.1.0 - Unknown address error ('550', ['5.1.1 User unknown'])",
      "id 123456, said 550', ['5.1.1 User unknown, bounced",
    ],
    ['Sat Nov 21 10:00:01 2026 Info: MID 123456 ICID 987 From: <ann@contoso.test>', 'id 123456, from ann@contoso.test'],
    [
      '10:00:01.123 2 SMTP-12345(fabrikam.test) [11223] got rejected: 550 5.1.1 <bob@fabrikam.test> unknown user',
      'id 11223, to bob@fabrikam.test, said 550 5.1.1 <bob@fabrikam.test> unknown user, rejected',
    ],
    [
      '[21/Nov/2026 17:57:14] Sent: Queue-ID: 438dd9ea-00000000, Recipient: <bob@fabrikam.test>, Result: failed, Remote-Host: 192.0.2.7, Status: 550 5.1.1 User unknown',
      'id 438dd9ea-00000000, to bob@fabrikam.test, at 192.0.2.7, said 550 5.1.1 User unknown, bounced',
    ],
    [
      '11/21/2026 10:00:01 AM  Router: Message 004A1B2C, from <ann@contoso.test>: failed to deliver to bob@fabrikam.test via SMTP: 550 5.1.1 User unknown',
      'id 004A1B2C, from ann@contoso.test, to bob@fabrikam.test, said 550 5.1.1 User unknown, bounced',
    ],
    [
      'info  Sender/default/77 id=19a1b2c3d4e.001 REJECTED to=bob@fabrikam.test mx=mx.fabrikam.test response="550 5.1.1 User unknown"',
      'id 19a1b2c3d4e.001, to bob@fabrikam.test, at mx.fabrikam.test, said 550 5.1.1 User unknown, rejected',
    ],
  ];

  it('is read by the words in front of a value', () => {
    for (const [line, expected] of facts) {
      const { format, entries } = read(line);
      assert.equal(format, 'application', line);
      assert.equal(values(entries[0] ?? {}), expected, line);
    }
  });

  it('may stand in syslog', () => {
    const at = 'Nov 21 10:00:01 mx1';
    for (const [line, expected] of [
      [
        'courieresmtp: id=0000000000A1B2C3.5,from=<ann@contoso.test>,addr=<bob@fabrikam.test>: 550 5.1.1 User unknown',
        'id 0000000000A1B2C3.5, from ann@contoso.test, to bob@fabrikam.test, said 550 5.1.1 User unknown',
      ],
      [
        'sSMTP[9]: RCPT TO:<bob@fabrikam.test> (550 5.1.1 User unknown)',
        'to bob@fabrikam.test, said 550 5.1.1 User unknown',
      ],
      [
        'dma[1f.55]: remote delivery deferred: mx.fabrikam.test [192.0.2.7] failed after RCPT TO: 450 4.2.0 Greylisted',
        'id 1f.55, said 450 4.2.0 Greylisted, deferred',
      ],
      [
        'pmg-smtp-filter[9]: 2C225C6817C7EEE1481: moved mail for <bob@fabrikam.test> to spam quarantine - B2B2B2 (rule: Mark Spam)',
        'id 2C225C6817C7EEE1481, to bob@fabrikam.test, quarantined',
      ],
      [
        "dovecot: lmtp(bob@fabrikam.test)<9><a>: sieve: msgid=<a@contoso.test>: failed to store into mailbox 'INBOX': Quota exceeded",
        'to bob@fabrikam.test, message a@contoso.test',
      ],
    ] as const) {
      assert.equal(values(read(`${at} ${line}`).entries[0] ?? {}), expected, line);
    }
  });
});

describe('what waits in a queue', () => {
  it('is one entry a message, with the reason in brackets', () => {
    const { format, entries } = read(
      '-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------',
      'C293F132B1      802 Sat Nov 21 00:29:19  ann@contoso.test',
      '(host mx.fabrikam.test[192.0.2.7] said: 451 4.7.1 <bob@fabrikam.test>: Greylisted (in reply to RCPT TO command))',
      '                                         bob@fabrikam.test',
      '',
      'AC00D132B3!     802 Sat Nov 21 00:29:48  MAILER-DAEMON',
      '                                         eve@fabrikam.test',
      '                                         joe@fabrikam.test',
      '',
      '-- 3 Kbytes in 2 Requests.',
    );
    assert.equal(format, 'queue');
    assert.deepEqual(entries.map(values).filter(Boolean), [
      'id C293F132B1, from ann@contoso.test, to bob@fabrikam.test, at mx.fabrikam.test, said 451 4.7.1 <bob@fabrikam.test>: Greylisted, deferred',
      'id AC00D132B3, from MAILER-DAEMON, to eve@fabrikam.test joe@fabrikam.test, held',
    ]);
  });

  it('is read as sendmail and Exim print it', () => {
    const sendmail = read(
      '4ALKBbCK006258     1234 Sat Nov 21 10:00 <ann@contoso.test>',
      '                 (Deferred: Connection refused by mx.fabrikam.test.)',
      '                                         <bob@fabrikam.test>',
    );
    assert.deepEqual(sendmail.entries.map(values), [
      'id 4ALKBbCK006258, from ann@contoso.test, to bob@fabrikam.test, at mx.fabrikam.test, deferred',
    ]);
    const exim = read(
      '25m  2.9K 1tEabc-0001Ab-2C <ann@contoso.test>',
      '        D eve@fabrikam.test',
      '          bob@fabrikam.test',
      '',
      ' 3d  4.1K 1tEabd-0001Ab-2D <> *** frozen ***',
      '          joe@fabrikam.test',
    );
    assert.deepEqual(exim.entries.map(values).filter(Boolean), [
      'id 1tEabc-0001Ab-2C, from ann@contoso.test, to bob@fabrikam.test',
      'id 1tEabd-0001Ab-2D, from , to joe@fabrikam.test, held',
    ]);
  });
});

describe('a table whose columns say what is in them', () => {
  it('is read whoever exported it', () => {
    const { format, entries } = read(
      'Status,Date/Time,From (Envelope),To (Address),Subject,Info',
      'Rejected,2026-11-21 08:14:09,ann@contoso.test,bob@fabrikam.test,"A, b",550 5.1.1 User unknown',
      'Delivered,2026-11-21 08:14:10,ann@contoso.test,eve@fabrikam.test,x,',
    );
    assert.equal(format, 'named-table');
    assert.deepEqual(entries.map(values).filter(Boolean), [
      'from ann@contoso.test, to bob@fabrikam.test, said 550 5.1.1 User unknown, rejected',
      'from ann@contoso.test, to eve@fabrikam.test, sent',
    ]);
  });

  it('is no other list with commas', () => {
    for (const text of [
      'from, to, when, what\n',
      'Dear Ann, from here to there, the status is fine, so far\nBye,\nBob\n',
    ]) {
      const ticket = readTicket(`${text}\n`);
      assert.ok(!ticket.blocks.some(({ kind }) => kind === 'log'), text);
    }
  });
});

describe('a refusal in the log of Haraka', () => {
  it('names the recipient and the reply', () => {
    const { entries } = read(
      'Nov 20 21:53:28 mx1 haraka[48106]: [NOTICE] [930E3B02-4254-4499-8294-70044A00835D.1.1] [outbound] recipient <bob@fabrikam.test> rejected: 550 5.1.1 User unknown',
    );
    assert.equal(
      values(entries[0] ?? {}),
      'id 930E3B02-4254-4499-8294-70044A00835D.1, to bob@fabrikam.test, said 550 5.1.1 User unknown, bounced',
    );
  });
});

describe('what Postfix picks up', () => {
  it('has its sender behind the user, without a comma between', () => {
    const [entry] = read(
      'Nov 21 20:05:30 mx1 postfix/pickup[12]: 1289B228074: uid=33 from=<www-data@contoso.test>',
      'Nov 21 20:05:30 mx1 postfix/cleanup[13]: 1289B228074: message-id=<1@contoso.test>',
    ).entries;
    assert.equal(entry?.sender?.text, 'www-data@contoso.test');
    assert.deepEqual(
      entry?.fields.filter(({ name }) => name === 'uid').map(({ text }) => text),
      ['33'],
    );
  });
});
