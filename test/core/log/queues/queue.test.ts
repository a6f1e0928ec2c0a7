import assert from 'node:assert/strict';
import { entriesIn } from '../../../../src/core/log/entries.ts';
import type { LogEntry } from '../../../../src/core/log/log.ts';
import { readLog } from '../../../../src/core/log/readLog.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

/** What an entry says, in one line. */
const toldOf = ({
  queueId,
  messageId,
  sender,
  recipients,
  outcome,
  relay,
  reply,
  size,
  status,
  fields,
  reason,
  time,
}: LogEntry): string =>
  [
    queueId && `id ${queueId.text}`,
    messageId && `message ${messageId.text}`,
    sender && `from ${sender.text}`,
    recipients.length > 0 && `to ${recipients.map(({ text }) => text).join(' ')}`,
    outcome,
    relay && `at ${relay.text}`,
    reply && `said ${reply.text.replace(/\s+/g, ' ')}`,
    size && `${size.value} octets`,
    status && `status ${status.text}`,
    ...fields.map(({ name, text }) => `${name} ${text}`),
    reason && !reply && `for ${reason.text}`,
    time?.text,
  ]
    .filter(Boolean)
    .join(', ');

const QUEUES: readonly (readonly [what: string, lines: readonly string[], told: readonly string[]])[] = [
  [
    'of Postfix',
    [
      '-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------',
      '4F1A2B3C4D*    1200 Fri Nov 21 10:00:01  a@a.test',
      '(host mx.contoso.test[192.0.2.1] said: 450 4.2.0 Greylisted (in reply to RCPT TO command))',
      '                                         b@contoso.test',
      '(connect to mx.fabrikam.test[192.0.2.2]:25: Connection timed out)',
      '                                         c@fabrikam.test',
      '',
      '4F1A2B3C4E!    1200 Fri Nov 21 10:00:01  MAILER-DAEMON',
      '                                         b@contoso.test',
      '',
      '4F1A2B3C4F     1200 Fri Nov 21 10:00:01  a@a.test',
      ' (host mx.contoso.test[192.0.2.1] refused to talk to me: 421 4.7.0 Try',
      ' again later)',
      '      b@contoso.test',
      '',
      '4F1A2B3C50     1200 Fri Nov 21 10:00:01  a@a.test',
      ' (open bracket',
      '      b@contoso.test',
      '',
      '-- 2 Kbytes in 4 Requests.',
    ],
    [
      'id 4F1A2B3C4D, from a@a.test, to b@contoso.test, deferred, at mx.contoso.test[192.0.2.1], said 450 4.2.0 Greylisted, 1200 octets, Fri Nov 21 10:00:01',
      'to c@fabrikam.test, deferred, at mx.fabrikam.test[192.0.2.2], for connect to mx.fabrikam.test[192.0.2.2]:25: Connection timed out',
      'id 4F1A2B3C4E, from MAILER-DAEMON, to b@contoso.test, held, 1200 octets, Fri Nov 21 10:00:01',
      'id 4F1A2B3C4F, from a@a.test, to b@contoso.test, deferred, at mx.contoso.test[192.0.2.1], said 421 4.7.0 Try again later, 1200 octets, Fri Nov 21 10:00:01',
      'id 4F1A2B3C50, from a@a.test, to b@contoso.test, deferred, 1200 octets, for open bracket, Fri Nov 21 10:00:01',
    ],
  ],
  [
    'of sendmail',
    [
      '-----Q-ID----- --Size-- -----Q-Time----- ------------Sender/Recipient-----------',
      '46G1QeYY002290      918 Fri Nov 21 10:00 <a@a.test>',
      '      8BITMIME   (Deferred: Connection refused by mx.contoso.test.)',
      '                                         <b@contoso.test>',
      '46G1QeYY002291-     918 Fri Nov 21 10:00 <a@a.test>',
      '                 (Deferred: Operation timed out with mx.contoso.test.)',
      '                                         Bob <b@contoso.test>',
      '                                         <c@contoso.test>',
    ],
    [
      'id 46G1QeYY002290, from a@a.test, to b@contoso.test, deferred, at mx.contoso.test, 918 octets, for Deferred: Connection refused by mx.contoso.test., Fri Nov 21 10:00',
      'id 46G1QeYY002291, from a@a.test, to b@contoso.test c@contoso.test, deferred, at mx.contoso.test, 918 octets, for Deferred: Operation timed out with mx.contoso.test., Fri Nov 21 10:00',
    ],
  ],
  [
    'of qmail',
    [
      '21 Nov 2026 10:00:01 GMT  #270182  10712  <a@a.test> ',
      '\tremote\tb@contoso.test',
      '  done  remote  c@contoso.test',
      '  local  d@contoso.test',
      '21 Nov 2026 10:00:02 GMT  #270183  12  <> ',
      '\tremote\te@contoso.test',
    ],
    [
      'id 270182, from a@a.test, to b@contoso.test d@contoso.test, 10712 octets, 21 Nov 2026 10:00:01 GMT',
      'id 270183, from , to e@contoso.test, 12 octets, 21 Nov 2026 10:00:02 GMT',
    ],
  ],
  [
    'of OpenSMTPD',
    [
      '1a2b3c4d5e6f7081|inet4|mta|auth|a@a.test|b@contoso.test|b@contoso.test|1763719201|1764151201|0|1|pending|402|450 4.2.0 Greylisted',
      '1a2b3c4d5e6f7082||mda||a@a.test||x|1|2|0|0|inflight|3|',
      '1a2b3c4d5e6f7083|local|bounce|',
    ],
    [
      'id 1a2b3c4d5e6f7081, from a@a.test, to b@contoso.test, deferred, said 450 4.2.0 Greylisted, status pending',
      'id 1a2b3c4d5e6f7082, from a@a.test, status inflight',
      'id 1a2b3c4d5e6f7083',
    ],
  ],
  [
    'counted by qshape',
    [
      '                           T  5 10 20 40 80 160 320 640 1280 1280+',
      '                  TOTAL   12  0  1  0  2  0   3   0   4    0     2',
      '           contoso.test   10  0  1  0  2  0   3   0   4    0     0',
    ],
    [
      'status TOTAL, count 12, count 0, count 1, count 0, count 2, count 0, count 3, count 0, count 4, count 0, count 2',
      'at contoso.test, status contoso.test, count 10, count 0, count 1, count 0, count 2, count 0, count 3, count 0, count 4, count 0, count 0',
    ],
  ],
  [
    'counted by exiqsumm',
    [
      'Count  Volume  Oldest  Newest  Domain',
      '-----  ------  ------  ------  ------',
      '',
      '    3  12KB     2d      5m     contoso.test',
      '---------------------------------------',
      '    3  12KB     2d      5m     TOTAL',
    ],
    ['at contoso.test, status contoso.test, count 3, oldest 2d', 'status TOTAL, count 3, oldest 2d'],
  ],
  [
    'counted by qmail-qstat',
    ['messages in queue: 12', 'messages in queue but not yet preprocessed: 3'],
    ['status messages in queue, count 12', 'status messages in queue but not yet preprocessed, count 3'],
  ],
  [
    'as Exim would deliver it',
    [
      'b@contoso.test',
      '  router = dnslookup, transport = remote_smtp',
      '  host mx.contoso.test [192.0.2.1] MX=10',
      'c@contoso.test',
      '    <-- d@contoso.test',
      '  router = localuser, transport = local_delivery',
      'e@contoso.test is undeliverable: Unrouteable address',
      'f@contoso.test cannot be resolved at this time: host lookup did not complete',
      'g@contoso.test is undeliverable',
    ],
    [
      'to b@contoso.test, at mx.contoso.test [192.0.2.1], router dnslookup, transport remote_smtp',
      'to c@contoso.test, router localuser, transport local_delivery',
      'to e@contoso.test, bounced, status is undeliverable, for Unrouteable address',
      'to f@contoso.test, deferred, status cannot be resolved at this time, for host lookup did not complete',
      'to g@contoso.test, bounced, status is undeliverable',
    ],
  ],
  [
    'as Zimbra traces it',
    [
      "Message ID '<n1@a.test>'",
      'a@a.test -->',
      ' \tRecipient b@contoso.test',
      '  2026-11-21 10:00:01 - mail.contoso.test (192.0.2.10) --> localhost',
      '  2026-11-21 10:00:03 - mail.contoso.test --> mx.fabrikam.test (192.0.2.1:25) status bounced',
      ' \tRecipient c@contoso.test',
      '  2026-11-21 10:00:04 - mail.contoso.test --> mx.contoso.test (192.0.2.1) status sent',
    ],
    [
      'message <n1@a.test>, from a@a.test, to b@contoso.test, bounced, at mx.fabrikam.test, status bounced, 2026-11-21 10:00:01',
      'to c@contoso.test, sent, at mx.contoso.test, status sent, 2026-11-21 10:00:04',
    ],
  ],
  [
    'as postcat prints it',
    [
      '*** ENVELOPE RECORDS deferred/3/3F373F5418 ***',
      'message_size:             652             213               1               0             652',
      'message_arrival_time: Fri Nov 21 10:00:01 2026',
      'create_time: Fri Nov 21 10:00:01 2026',
      'sender: a@a.test',
      'original_recipient: b@contoso.test',
      'recipient: b@contoso.test',
      '*** MESSAGE CONTENTS deferred/3/3F373F5418 ***',
      'Subject: x',
    ],
    ['id 3F373F5418, from a@a.test, to b@contoso.test, Fri Nov 21 10:00:01 2026'],
  ],
  [
    'of Exim',
    [
      ' 2d  1.2K 1xYzAb-0001Cd-2E <a@a.test> *** frozen ***',
      '          b@contoso.test',
      '        D c@contoso.test',
      '',
      '3h   900 1xYzAb-0001Cd-2F <>',
      '          d@contoso.test',
      '5m 1M 1xYzAb-00000001Cde-2E4f <a@a.test>',
      '    *** frozen ***',
      '    e@contoso.test',
    ],
    [
      'id 1xYzAb-0001Cd-2E, from a@a.test, to b@contoso.test, held, 1229 octets',
      'id 1xYzAb-0001Cd-2F, from , to d@contoso.test, 900 octets',
      'id 1xYzAb-00000001Cde-2E4f, from a@a.test, to e@contoso.test, held, 1048576 octets',
    ],
  ],
];

describe('what waits', () => {
  for (const [what, lines, told] of QUEUES)
    it(`is told ${what}`, () => {
      const text = new Lines(`${lines.join('\n')}\n`);
      const read = readLog(text.text, text, 0, text.count);
      assert.ok(read !== undefined);
      assert.ok(read.endLine >= lines.length - 2);
      assert.deepEqual([...entriesIn(text, read.log)].map(toldOf).filter(Boolean), told);
    });
});
