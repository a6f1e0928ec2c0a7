import assert from 'node:assert/strict';
import { entriesIn } from '../../../src/core/log/entries.ts';
import type { LogEntry } from '../../../src/core/log/log.ts';
import { readLog } from '../../../src/core/log/readLog.ts';
import { verdictHeadline } from '../../../src/core/report/verdictWords.ts';
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

  const span =
    'queueId = 333028896586428416, from = "ann@contoso.test", to = ["bob@fabrikam.test", "eve@nowhere.test"], size = 189, total = 1';
  const event = (words: string, name: string, rest: string): string =>
    `2026-11-29T08:12:01Z INFO ${words} (delivery.${name}) ${span}, ${rest}`;

  it('is about the one of all recipients that a line names last, and why is what an error within an error says', () => {
    const lines = [
      event(
        'MX record lookup failed',
        'mx-lookup-failed',
        'domain = "nowhere.test", details = No MX records were found, attempting implicit MX., elapsed = 0ms',
      ),
      event(
        'SMTP RCPT TO rejected',
        'rcpt-to-rejected',
        'hostname = "mx.fabrikam.test", to = "bob@fabrikam.test", code = 451, details = "4.7.1 Greylisted", elapsed = 0ms',
      ),
      event(
        'DSN permanent failure notification',
        'dsn-perm-fail',
        'to = "eve@nowhere.test", details = SMTP error occurred (smtp.error) { details = Connection Error, reason = "record not found for MX" }, total = 0',
      ),
      event(
        'Connection error',
        'connect-error',
        'domain = "fabrikam.test", hostname = "mx.fabrikam.test", localIp = (null), remoteIp = 192.0.2.1, remotePort = 25, causedBy = SMTP error occurred (smtp.error) { details = I/O Error, reason = "Connection refused (os error 111)" }, elapsed = 3ms',
      ),
      event(
        'Message delivered',
        'delivered',
        'hostname = "mx.fabrikam.test", to = "bob@fabrikam.test", code = 250, details = "2.0.0 Ok", elapsed = 1ms',
      ),
    ];
    assert.deepEqual(
      read(...lines).entries.map(({ recipients = [], outcome, reason }) => [
        recipients.map(({ text }) => text).join(),
        outcome,
        reason?.text,
      ]),
      [
        ['eve@nowhere.test', undefined, 'No MX records were found'],
        ['bob@fabrikam.test', 'deferred', '4.7.1 Greylisted'],
        ['eve@nowhere.test', 'bounced', 'record not found for MX'],
        ['bob@fabrikam.test', 'deferred', 'Connection refused (os error 111)'],
        ['bob@fabrikam.test', 'sent', '2.0.0 Ok'],
      ],
    );
    assert.deepEqual(
      readVerdicts(readTicket(`${lines.join('\n')}\n`)).map(
        ({ role, code, recipients }) => `${role} ${code} ${recipients}`,
      ),
      ['cause domain-not-found eve@nowhere.test', 'recovered connection-failed bob@fabrikam.test'],
    );
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

  it('has details in a list, and the host of the other side by its name', () => {
    const { entries } = read(
      '2026-11-20T16:59:00Z INFO Message delivered (delivery.delivered) queueId = 7, from = "ann@contoso.test", to = ["bob@fabrikam.test"], remoteIp = 192.0.2.25, hostname = "mx.fabrikam.test", code = 250, details = ["2.0.0 Ok"]',
      '2026-11-20T16:59:01Z INFO Message temporarily failed (delivery.dsn-temp-fail) queueId = 8, to = "eve@fabrikam.test", details = [450, "4.2.0 Greylisted"]',
      '2026-11-20T16:59:02Z INFO Message temporarily failed (delivery.dsn-temp-fail) queueId = 9, to = "eve@fabrikam.test", details = [450]',
    );
    assert.deepEqual(entries.map(values), [
      'from ann@contoso.test, to bob@fabrikam.test, at mx.fabrikam.test, said 250 2.0.0 Ok, sent',
      'to eve@fabrikam.test, said 4.2.0 Greylisted, deferred',
      'to eve@fabrikam.test, deferred',
    ]);
    assert.deepEqual(
      entries.map(({ client, fields }) => [client, fields.find(({ name }) => name === 'serverIp')?.text]),
      [
        [undefined, '192.0.2.25'],
        [undefined, undefined],
        [undefined, undefined],
      ],
    );
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
      assert.equal(values(entries[0] ?? {}), 'id 2f6f32e9, from ann@contoso.test, by 192.0.2.20');
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

describe('what a check of maddy thinks', () => {
  it('is no refusal as long as it takes no action, and other words are', () => {
    const { entries } = read(
      'smtp: no check action\t{"msg_id":"2f6f32e9","check":"dnsbl","reason":"listed","smtp_code":550,"smtp_enchcode":"5.7.0"}',
      'smtp: RCPT error\t{"msg_id":"2f6f32e9","rcpt":"joe@contoso.test","smtp_code":550,"smtp_enchcode":"5.1.1","smtp_msg":"No such user"}',
      '20.11.26 05:04:02 [debug] remote: delivery attempt failed\t{"msg_id":"2f6f32ea","rcpt":"bob@fabrikam.test","smtp_code":450,"smtp_enchcode":"4.2.0","smtp_msg":"Try later"}',
      'queue: not delivered, too many attempts\t{"msg_id":"2f6f32ea","rcpt":"bob@fabrikam.test"}',
      'queue: delivered\t{"msg_id":"2f6f32eb","rcpts":{"eve@fabrikam.test":"ok"}}',
    );
    assert.deepEqual(entries.map(values), [
      'id 2f6f32e9',
      'id 2f6f32e9, to joe@contoso.test, said 550 5.1.1 No such user, rejected',
      'id 2f6f32ea, to bob@fabrikam.test, said 450 4.2.0 Try later, deferred',
      'id 2f6f32ea, to bob@fabrikam.test, expired',
      'id 2f6f32eb, to eve@fabrikam.test, sent',
    ]);
    assert.deepEqual(
      entries.slice(1, 3).map(({ time, eventSource, eventId }) => [time?.text, eventSource?.text, eventId?.text]),
      [
        [undefined, 'smtp', 'RCPT error'],
        ['20.11.26 05:04:02', 'remote', 'delivery attempt failed'],
      ],
    );
  });
});

describe('a JSON of maddy', () => {
  it('has its session, codes under several names, and an id that is one of the message', () => {
    const { entries } = read(
      'queue: delivery attempt failed\t{"msg_id":"2f6f32ea","rcpt":"bob@fabrikam.test","session":"ab12","code":"5.1.1","status":"failed","reason":"User unknown"}',
      'queue: delivery attempt failed\t{"msg_id":"<a1@contoso.test>","rcpt":"bob@fabrikam.test","status":"4.2.0","code":"none","enhanced":"none","error":"later"}',
      'queue: delivery attempt failed\t{"msg_id":"2f6f32eb","rcpt":"bob@fabrikam.test","status":"deferred","state":"bounced","error":"(550 5.1.1 User unknown)"}',
      'queue: delivery attempt failed\t{"msg_id":"2f6f32ec","rcpt":"bob@fabrikam.test","smtp_code":550,"smtp_msg":"550 User unknown"}',
    );
    assert.deepEqual(
      entries.map((entry) => [
        values(entry),
        entry.session?.text,
        entry.dsn?.text,
        ...entry.fields.map((one) => one.text),
      ]),
      [
        ['id 2f6f32ea, to bob@fabrikam.test, bounced', 'ab12', '5.1.1'],
        ['to bob@fabrikam.test, message a1@contoso.test', undefined, '4.2.0', 'none', 'none'],
        ['id 2f6f32eb, to bob@fabrikam.test, said 550 5.1.1 User unknown, deferred', undefined, undefined, 'bounced'],
        ['id 2f6f32ec, to bob@fabrikam.test, said 550 User unknown, bounced', undefined, undefined],
      ],
    );
  });
});

describe('other rows', () => {
  it('of PowerMTA may have the id of the message, and a diagnostic without its type', () => {
    const { format, entries } = read(
      'type,timeLogged,orig,rcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,header_Message-Id',
      'b,2026-11-20 10:00:00+0000,ann@contoso.test,bob@fabrikam.test,failed,5.1.1 (bad),smtp;550 5.1.1 User unknown,mx.fabrikam.test (192.0.2.25),<a1@contoso.test>',
      'd,2026-11-20 10:00:01+0000,ann@contoso.test,eve@fabrikam.test,relayed,2.0.0 (success),250 ok,mx.fabrikam.test (192.0.2.25),<a2@contoso.test>',
    );
    assert.equal(format, 'powermta');
    assert.deepEqual(entries.map(values), [
      '',
      'from ann@contoso.test, to bob@fabrikam.test, at mx.fabrikam.test, message a1@contoso.test, said 550 5.1.1 User unknown, bounced',
      'from ann@contoso.test, to eve@fabrikam.test, at mx.fabrikam.test, message a2@contoso.test, said 250 ok, sent',
    ]);
  });

  it('of MDaemon and tmail name a part of the message each', () => {
    const at = 'Fri 2026-11-20 10:00:00.001: * ';
    const { format, entries } = read(
      `${at}From: ann@contoso.test`,
      `${at}To: bob@fabrikam.test`,
      `${at}Message-ID: <a1@contoso.test>`,
      `${at}Size (bytes): 1234`,
    );
    assert.equal(format, 'mdaemon');
    assert.deepEqual(entries.map(values), [
      'from ann@contoso.test',
      'to bob@fabrikam.test',
      'message a1@contoso.test',
      '',
    ]);
    assert.equal(entries[3]?.size?.value, 1234);
    const head = '[mx1.contoso.test] 2026/11/20 17:16:28.430328 INFO - deliverd  43196b7fe085d1d4 - ';
    assert.deepEqual(
      read(
        `${head}new delivery from ann@contoso.test to bob@fabrikam.test`,
        `${head}remote server replied: 550 5.1.1 User unknown`,
      ).entries.map(values),
      ['to bob@fabrikam.test', 'said 550 5.1.1 User unknown, bounced'],
    );
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
      'from ann@contoso.test, by 192.0.2.9',
      'to bob@fabrikam.test, by 192.0.2.9',
      'id 39b40018b436f8c4, by 192.0.2.9, received',
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

describe('what hMailServer says of a delivery that failed', () => {
  const head = (kind: string, time: string): string =>
    `"${kind}"\t5588\t"2026-11-20 ${time}"\t"SMTPDeliverer - Message `;

  it('names the recipient and the reply, and a later try', () => {
    const { entries } = read(
      `${head('DEBUG', '12:34:59.081')}17 - Connection failed: No connection could be made."`,
      `${head('APPLICATION', '12:34:59.181')}17: Message could not be delivered. Scheduling it for later delivery in 60 minutes."`,
      `${head('APPLICATION', '12:35:59.181')}18: Message could not be delivered. Returning error log to sender. Recipient: <bob@fabrikam.test>."`,
      `${head('APPLICATION', '12:36:59.181')}19: Delivery failed for eve@fabrikam.test: 550 5.1.1 User unknown"`,
      `${head('APPLICATION', '12:37:59.181')}19: Message delivery thread completed."`,
    );
    assert.deepEqual(entries.map(values), [
      'id 17, deferred',
      'id 17, deferred',
      'id 18, to bob@fabrikam.test, bounced',
      'id 19, to eve@fabrikam.test, said 550 5.1.1 User unknown, bounced',
      'id 19',
    ]);
    assert.equal(entries[0]?.time?.text, '2026-11-20 12:34:59.081');
  });
});

describe('the gateway of Barracuda', () => {
  const at = (second: number, tag: string): string => `Nov 20 12:00:0${second} gw ${tag}[27564]: `;
  const lines = [
    `${at(1, 'inbound/pass1')}mail.fabrikam.test[192.0.2.7] 1763640000-04a1b20001-R6OEVB 1763640000 1763640001 RECV ann@fabrikam.test bob@contoso.test 2 8 bob@contoso.test`,
    `${at(2, 'inbound/pass1')}unknown[192.0.2.8] 1763640002-04a1b20002-R6OEVC 1763640002 1763640003 RECV ann@fabrikam.test eve@contoso.test 5 4 -`,
    `${at(3, 'scan')}mail.fabrikam.test[192.0.2.7] 1763640003-04a1b20003-R6OEVD 1763640003 1763640005 SCAN - ann@fabrikam.test bob@contoso.test - 7 61 - SZ:34602 SUBJ:Hello, 550 of you`,
    `${at(4, 'scan')}mail.fabrikam.test[192.0.2.7] 1763640004-04a1b20004-R6OEVE 1763640004 1763640005 SCAN ENC ann@fabrikam.test bob@contoso.test 6.30 3 31 high SZ:34602 SUBJ:Win now`,
    `${at(5, 'outbound/smtp')}127.0.0.1 1763640003-04a1b20003-R6OEVD 0 0 SEND - 1 5F2A1B3C4D5 250 2.0.0 Ok: queued as 4F1A2B3C4`,
    `${at(6, 'outbound/smtp')}127.0.0.1 1763640006-04a1b20006-R6OEVF 0 0 SEND - 2 6F2A1B3C4D5 550 5.1.1 <joe@contoso.test>: Recipient address rejected: User unknown`,
    `${at(7, 'outbound/smtp')}127.0.0.1 1763640007-04a1b20007-R6OEVG 0 0 SEND ENC 3 7F2A1B3C4D5 connect to mx.contoso.test[192.0.2.25]: Connection refused`,
    `${at(8, 'outbound/smtp')}127.0.0.1 1763640008-04a1b20008-R6OEVH 0 0 SEND - 2 8F2A1B3C4D5 451 4.7.1 Try later`,
    `${at(9, 'scan')}mail.fabrikam.test[192.0.2.7] 1763640009-04a1b20009-R6OEVI 1763640009 1763640009 SCAN -`,
  ];

  it('names the envelope, what it did and why, and whom another server refused', () => {
    const { entries } = read(...lines);
    assert.deepEqual(entries.map(values), [
      'id 1763640000-04a1b20001-R6OEVB, from ann@fabrikam.test, to bob@contoso.test, by 192.0.2.7, rejected',
      'id 1763640002-04a1b20002-R6OEVC, from ann@fabrikam.test, to eve@contoso.test, by 192.0.2.8, deferred',
      'id 1763640003-04a1b20003-R6OEVD, from ann@fabrikam.test, to bob@contoso.test, by 192.0.2.7, received',
      'id 1763640004-04a1b20004-R6OEVE, from ann@fabrikam.test, to bob@contoso.test, by 192.0.2.7, quarantined',
      'id 1763640003-04a1b20003-R6OEVD, said 250 2.0.0 Ok: queued as 4F1A2B3C4, sent',
      'id 1763640006-04a1b20006-R6OEVF, to joe@contoso.test, said 550 5.1.1 <joe@contoso.test>: Recipient address rejected: User unknown, bounced',
      'id 1763640007-04a1b20007-R6OEVG, deferred',
      'id 1763640008-04a1b20008-R6OEVH, said 451 4.7.1 Try later, deferred',
      'id 1763640009-04a1b20009-R6OEVI, by 192.0.2.7',
    ]);
    assert.deepEqual(
      entries.map(({ reason, subject, fields }) => [reason?.text, subject?.text, ...fields.map((one) => one.text)]),
      [
        ['bob@contoso.test', undefined, '8'],
        [undefined, undefined, '4'],
        [undefined, 'Hello, 550 of you', '61'],
        ['high', 'Win now', '31'],
        ['250 2.0.0 Ok: queued as 4F1A2B3C4', undefined],
        ['550 5.1.1 <joe@contoso.test>: Recipient address rejected: User unknown', undefined],
        ['connect to mx.contoso.test[192.0.2.25]: Connection refused', undefined],
        ['451 4.7.1 Try later', undefined],
        [undefined, undefined],
      ],
    );
  });

  it('says what became of a message that it kept, tagged or could not hand on', () => {
    const headlines = (tag: string, rest: string): readonly string[] =>
      readVerdicts(readTicket(`${at(1, tag)}${rest}\n`)).map((one) => verdictHeadline(one));
    const scanned = (deed: number): string =>
      `mx[192.0.2.7] 1763640003-04a1b20003-R6OEVD 1 2 SCAN - a@contoso.test b@contoso.test 1.2 ${deed} 0 -`;
    const sent = (deed: number): string => `127.0.0.1 1763640003-04a1b20003-R6OEVD 0 0 SEND - ${deed} 5F2A1B3C4D5 -`;
    assert.match(headlines('scan', scanned(6))[0] ?? '', /^Waiting: the filter put the message into quarantine/);
    assert.deepEqual(headlines('scan', scanned(4)), []);
    assert.match(headlines('outbound/smtp', sent(4))[0] ?? '', /^Failed: given up after waiting in the queue/);
  });

  it('is told of where it keeps something back, whatever words it has', () => {
    assert.deepEqual(told(lines[0] as string), [
      'cause unknown 1763640000-04a1b20001-R6OEVB ann@fabrikam.test bob@contoso.test',
    ]);
    assert.deepEqual(told(lines[3] as string), [
      'waiting policy-refused 1763640004-04a1b20004-R6OEVE ann@fabrikam.test bob@contoso.test',
    ]);
    assert.deepEqual(told(lines[6] as string), ['waiting connection-failed 1763640007-04a1b20007-R6OEVG -']);
  });
});

describe('what Exchange logs of its connections', () => {
  const head = [
    '#Software: Microsoft Exchange Server',
    '#Version: 15.0.0.0',
    '#Log-type: Transport Connectivity Log',
    '#Date: 2026-11-20T09:00:00.000Z',
    '#Fields: date-time,session,source,Destination,direction,description',
  ];
  const row = (words: string, second = '01', source = 'SMTP'): string =>
    `2026-11-20T09:00:${second}.123Z,08DD0A1B2C3D4E5F,${source},fabrikam.test,${words}`;

  it('is read by its columns, with a host and its address where they stand', () => {
    const { format, entries } = read(
      ...head,
      row('+,DnsConnectorDelivery 5f2a1b3c;QueueLength=TQ=1;'),
      row('>,"mx.fabrikam.test[192.0.2.25]"', '02'),
      row('>,"Failed connection to 192.0.2.25:25 (TimedOut:0000274C), after 21 s"', '22'),
      row('-,Messages: 0 Bytes: 0 (Retry : Unable to connect)', '23'),
      row('-,Messages: 1 Bytes: 4030 ()', '24'),
      '2026-11-20T09:00:25.123Z,08DD0A1B2C3D4E5F,SMTP',
    );
    assert.equal(format, 'exchange-connectivity');
    assert.deepEqual(
      entries
        .slice(5)
        .map((entry) => [
          entry.time?.text.slice(17, 19),
          entry.session?.text,
          entry.eventSource?.text,
          entry.fields.map(({ name, text }) => `${name} ${text}`).join(),
          entry.relay?.ip?.text ?? entry.relay?.host?.text,
          entry.reason?.text,
          entry.outcome,
        ]),
      [
        ['01', 'DnsConnectorDelivery 5f2a1b3c;QueueLength=TQ=1;', 'fabrikam.test', undefined],
        ['02', 'mx.fabrikam.test[192.0.2.25]', '192.0.2.25', undefined],
        ['22', 'Failed connection to 192.0.2.25:25 (TimedOut:0000274C), after 21 s', 'fabrikam.test', 'deferred'],
        ['23', 'Unable to connect', 'fabrikam.test', 'deferred'],
        ['24', 'Messages: 1 Bytes: 4030 ()', 'fabrikam.test', undefined],
      ]
        .map(([second, said, relay, outcome]) => [
          second,
          '08DD0A1B2C3D4E5F',
          'SMTP',
          'destination fabrikam.test',
          relay,
          said,
          outcome,
        ])
        .concat([['25', '08DD0A1B2C3D4E5F', 'SMTP', '', undefined, undefined, undefined]]),
    );
    assert.deepEqual(entries.slice(0, 5).map(values), ['', '', '', '', '']);
  });

  it('tells once that a server is not reached, or its name not found', () => {
    const of = (...rows: readonly string[]): readonly string[] =>
      readVerdicts(readTicket(`${[...head, ...rows].join('\n')}\n`)).map(
        ({ role, code, server, times }) => `${role} ${code} ${server} ${times ?? 1}`,
      );
    assert.deepEqual(
      of(
        row('>,Failed connection to 192.0.2.25:25 (TimedOut:0000274C)'),
        row('-,Messages: 0 Bytes: 0 (Retry : Unable to connect)'),
      ),
      ['waiting connection-failed fabrikam.test 2'],
    );
    assert.deepEqual(
      of(
        row('>,DNS server returned ErrorRetry reported by 192.0.2.53. [Domain:Result] = fabrikam.test:ErrorRetry;'),
        row('-,Messages: 0 Bytes: 0 (Retry : DNS query failed with error ErrorRetry)'),
      ),
      ['waiting dns-failure fabrikam.test 2'],
    );
    assert.deepEqual(of(row('>,Established connection to 192.0.2.25'), row('-,Messages: 1 Bytes: 4030 ()')), []);
  });

  it('has beside the dialogue what the server has to say, in its protocol log', () => {
    const { format, entries } = read(
      ...head.slice(0, 2),
      '#Log-type: SMTP Send Protocol Log',
      '#Date: 2026-11-20T09:00:00.000Z',
      '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
      '2026-11-20T09:00:01.123Z,Outbound,08DD0A1B2C3D4E5F,0,,192.0.2.25:25,*,SendRoutingHeaders,Set Session Permissions',
      '2026-11-20T09:00:22.123Z,Outbound,08DD0A1B2C3D4E5F,1,,[2001:db8::25]:25,*,,"Failed to connect. Error Message: 421 4.3.2 Service not available"',
      '2026-11-20T09:00:23.123Z,Outbound,08DD0A1B2C3D4E5F,2,192.0.2.9:51200,mx.fabrikam.test,-,Local,',
    );
    assert.equal(format, 'exchange-protocol');
    assert.deepEqual(
      entries
        .slice(5)
        .map(({ session, eventId, relay, reason, outcome }) => [
          session?.text,
          eventId?.text,
          relay?.ip?.text,
          reason?.text,
          outcome,
        ]),
      [
        ['08DD0A1B2C3D4E5F', '*', '192.0.2.25', 'Set Session Permissions', undefined],
        [
          '08DD0A1B2C3D4E5F',
          '*',
          '2001:db8::25',
          'Failed to connect. Error Message: 421 4.3.2 Service not available',
          undefined,
        ],
        ['08DD0A1B2C3D4E5F', '-', undefined, 'Local', undefined],
      ],
    );
    assert.equal(entries[6]?.reply?.text, '421 4.3.2 Service not available');
  });
});

describe('the log of one message by Exim', () => {
  it('has no id in its lines, and addresses without a mark', () => {
    const { format, entries } = read(
      '2026-11-20 10:00:01 Received from ann@contoso.test U=ann P=local S=330',
      '2026-11-20 10:00:02 bob@fabrikam.test <robert@contoso.test> R=dnslookup T=remote_smtp: SMTP error from remote mail server after RCPT TO:<bob@fabrikam.test>: host mx.fabrikam.test [192.0.2.25]: 550 5.1.1 User unknown',
    );
    assert.equal(format, 'exim');
    assert.deepEqual(entries.map(values), [
      'from ann@contoso.test, received',
      'to bob@fabrikam.test, said 550 5.1.1 User unknown',
    ]);
  });
});

describe('what Postfix decides of a client or a message', () => {
  it('names the stage where it knows one, and the answer where it stands', () => {
    const at = 'Nov 20 10:00:02 mx1 postfix/';
    const facts = [
      [
        'smtpd[9]: NOQUEUE: reject: UNKNOWN from unknown[192.0.2.7]: 421 4.7.0 unknown Error: too many errors; proto=SMTP',
        'by 192.0.2.7, said 421 4.7.0 unknown Error: too many errors, rejected',
        '?',
      ],
      [
        'smtpd[9]: NOQUEUE: reject: END-OF-MESSAGE from mail[192.0.2.7]: 552 5.3.4 too big; from=<ann@fabrikam.test> to=<bob@contoso.test> proto=ESMTP helo=<mail>',
        'from ann@fabrikam.test, to bob@contoso.test, by 192.0.2.7, said 552 5.3.4 too big, rejected',
        '(data)',
      ],
      [
        'cleanup[9]: 4F1A2B3C4: reject: header Subject: Buy: now! from mail[192.0.2.7]; from=<ann@fabrikam.test> to=<bob@contoso.test> proto=ESMTP helo=<mail>: 5.7.1 No advertising, please',
        'id 4F1A2B3C4, from ann@fabrikam.test, to bob@contoso.test, said 5.7.1 No advertising, please, rejected',
        undefined,
      ],
      [
        'cleanup[9]: 4F1A2B3C4: discard: body 550 5.1.1 no from mail[192.0.2.7]; from=<ann@fabrikam.test> to=<bob@contoso.test> proto=ESMTP helo=<mail>: 5.7.1 Gone',
        'id 4F1A2B3C4, from ann@fabrikam.test, to bob@contoso.test, said 550 5.1.1 no from mail[192.0.2.7], discarded',
        undefined,
      ],
      [
        'smtpd[9]: NOQUEUE: hold: RCPT from mail[192.0.2.7]: <bob@contoso.test>: Recipient address triggers HOLD action; from=<ann@fabrikam.test> to=<bob@contoso.test> proto=ESMTP helo=<mail>',
        'from ann@fabrikam.test, to bob@contoso.test, by 192.0.2.7, held',
        'RCPT',
      ],
    ] as const;
    for (const [line, expected, stage] of facts) {
      const [entry] = read(at + line).entries;
      assert.equal(values(entry ?? {}), expected, line);
      assert.equal(entry?.stage, stage, line);
    }
  });
});

describe('a log of OpenSMTPD', () => {
  it('names whom a command was for, and what the program behind it said', () => {
    const { format, entries } = read(
      'relay: PermFail for 64e14d3d04081423: session=64e14d3d04081424, from=<ann@contoso.test>, to=<bob@fabrikam.test>, rcpt=<->, source=192.0.2.9, relay=192.0.2.25 (mx.fabrikam.test), delay=1s, stat=550 5.1.1 User unknown',
      'smtp-in: Failed command on session 64e14d3d04081425: "RCPT TO:<joe@contoso.test>" => 550 5.1.1 Invalid recipient',
      'a1b2c3d4e5f60718 smtp failed-command command="RCPT TO:<joe@contoso.test> NOTIFY=NEVER" result="550 Invalid recipient"',
      'a1b2c3d4e5f60718 mda delivery evpid=64e14d3d04081426 from=<ann@fabrikam.test> to=<bob@contoso.test> rcpt=<bob@contoso.test> user=bob delay=1s result=PermFail stat=Error ("mail.lmtp: LMTP server error: 550 5.1.1 <bob@contoso.test> User doesn\'t exist")',
      'a1b2c3d4e5f60719 mta connecting address=smtp://192.0.2.25:25 host=mx.fabrikam.test',
    );
    assert.equal(format, 'opensmtpd');
    assert.deepEqual(entries.map(values), [
      'id 64e14d3d04081423, from ann@contoso.test, to bob@fabrikam.test, at mx.fabrikam.test, said 550 5.1.1 User unknown, bounced',
      'to joe@contoso.test, said 550 5.1.1 Invalid recipient, rejected',
      'to joe@contoso.test, said 550 Invalid recipient, rejected',
      "id 64e14d3d04081426, from ann@fabrikam.test, to bob@contoso.test, said 550 5.1.1 <bob@contoso.test> User doesn't exist, bounced",
      'at mx.fabrikam.test',
    ]);
    assert.deepEqual(
      entries.map(({ stage }) => stage),
      [undefined, 'RCPT', 'RCPT', undefined, undefined],
    );
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

  it('may follow another without a line between, and says what the quarantine did', () => {
    const { entries } = read(...list, ...list.map((line) => line.replace('a1@', 'a2@')));
    assert.deepEqual(
      entries.map(({ messageId }) => messageId?.text),
      ['a1@contoso.test', 'a2@contoso.test'],
    );
    const held = (status: string): string => {
      const [entry] = read(
        'Identity           : 4f1a2b3c\\5d6e7f80',
        'SenderAddress      : ann@fabrikam.test',
        'RecipientAddress   : {bob@contoso.test}',
        'Subject            : Invoice',
        status,
      ).entries;
      return `${values(entry ?? {})}, ${entry?.subject?.text}`;
    };
    const rest = 'id 4f1a2b3c\\5d6e7f80, from ann@fabrikam.test, to bob@contoso.test';
    assert.equal(held('QuarantineTypes    : HighConfPhish'), `${rest}, quarantined, Invoice`);
    assert.equal(held('ReleaseStatus      : NOTRELEASED'), `${rest}, quarantined, Invoice`);
    assert.equal(held('ReleaseStatus      : RELEASED'), `${rest}, Invoice`);
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

  it('ends where a list begins, which names the cause of what the table tells of', () => {
    const table = [
      'Received              SenderAddress       RecipientAddress     Subject   Status',
      '--------              -------------       ----------------     -------   ------',
      '11/20/2026 9:36:00 AM ann@contoso.test    eve@fabrikam.test    Another   Failed',
    ];
    const reason =
      'Detail      : Reason: [{LED=550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found};{MSG=};{FQDN=};{IP=};{LRT=}]';
    const step = ['Date        : 11/20/2026 9:36:01 AM', 'Event       : Fail', 'Action      : ', reason];
    const text = [...table, '', ...step, ''].join('\n');
    const { blocks } = readTicket(text);
    assert.deepEqual(
      blocks.map((block) => [block.kind === 'log' && block.format, text.slice(block.start).split(' ', 1)[0]]),
      [
        ['exchange-table', 'Received'],
        ['exchange-list', 'Date'],
      ],
    );
    assert.deepEqual(told(text), ['cause recipient-unknown - ann@contoso.test eve@fabrikam.test']);
    const two = [...table, (table[2] as string).replace('eve@', 'joe@')];
    const known = [
      'RecipientAddress : eve@fabrikam.test',
      'SenderAddress : ann@contoso.test',
      'Event : Fail',
      'Detail : 550 5.1.1 User unknown',
    ];
    assert.deepEqual(told([...two, '', ...known, ''].join('\n')), [
      'cause unknown - ann@contoso.test joe@fabrikam.test',
      'cause recipient-unknown - ann@contoso.test eve@fabrikam.test',
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
