import assert from 'node:assert/strict';
import { verdictHeadline } from '../../../../src/core/report/verdictWords.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

/** What is told of a log, as `role class actor recipients`. */
const told = (...lines: readonly string[]): readonly string[] =>
  readVerdicts(readTicket(`${lines.join('\n')}\n`)).map(({ role, code, actor, recipients }) =>
    [role, code, actor, ...recipients].join(' '),
  );

describe('the detail of a trace', () => {
  const row = (time: string, event: string, detail: string): string =>
    `11/26/2026 ${time} AM ${event.padEnd(14)} ${detail}`;
  const head = ['Date                  Event          Detail', '----                  -----          ------'];
  const deferred = row(
    '9:00:03',
    'Defer',
    'Reason: [{LED=450 4.4.316 Connection refused [Message=Socket error code 10061]}]',
  );

  it('is of one delivery: what was sent at last was only put off before', () => {
    assert.deepEqual(told(...head, deferred, row('9:31:09', 'Send external', 'Message sent to mail.fabrikam.test')), [
      'recovered connection-failed receiving admin',
    ]);
    assert.deepEqual(told(...head, deferred, row('9:31:09', 'Submit', 'The message was submitted.')), [
      'waiting connection-failed receiving admin',
    ]);
  });
});

describe('message tracking', () => {
  it('has mail that left the organisation as sent, by the server that took it', () => {
    const text =
      '#Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,network-message-id,recipient-address,recipient-status\n2026-11-23T08:00:05.100Z,10.0.0.5,EX1,192.0.2.5,mx.fabrikam.test,08DD,Internet,SMTP,SENDEXTERNAL,771,<1@contoso.test>,1,eli@fabrikam.test,250 2.1.5 Ok\n';
    assert.deepEqual(
      readVerdicts(readTicket(text)).map(({ role, server }) => `${role} ${server}`),
      ['success mx.fabrikam.test'],
    );
  });

  it('has recipients of a trace whose mail was sent on, and no row of several was cut', () => {
    const text =
      'origin_timestamp_utc,sender_address,recipient_status,message_subject,message_id\n2026-11-27T08:14:02Z,a@contoso.test,"bob@fabrikam.test##Receive, Send;eve@northwind.test##Receive, Fail",x,<1@contoso.test>\n';
    assert.deepEqual(told(text), [
      'cause unknown sending admin eve@northwind.test',
      'success accepted nobody bob@fabrikam.test',
    ]);
  });
});

describe('a line of Rspamd', () => {
  const line = (score: string, symbols: string): string =>
    `Nov 27 11:00:02 mx1 rspamd[1]: <a1b2c3>; task; rspamd_task_write_log: id: <1@a.test>, qid: <7D00112233>, from: <a@a.test>, (default: T (reject): [${score}] [${symbols}]), len: 9, rcpts: <b@b.test>`;

  it('names as the cause only what weighs half of what a refusal takes', () => {
    for (const [score, symbols, code] of [
      [
        '17.30/15.00',
        'DMARC_POLICY_ALLOW(-0.50){a.test;reject;},FUZZY_DENIED(12.00){1:a:0.97;},R_SPF_ALLOW(-0.20){}',
        'spam-refused',
      ],
      ['17.30/15.00', 'DMARC_POLICY_REJECT(2.00){a.test;},CLAM_VIRUS(10.00){Win.Trojan;}', 'virus-found'],
      ['16.00/15.00', 'DMARC_POLICY_REJECT(8.00){a.test;},BAYES_SPAM(5.00){}', 'dmarc-failed'],
      ['16.00/15.00', 'DMARC_POLICY_REJECT(7.40){a.test;},BAYES_SPAM(5.00){}', 'spam-refused'],
    ] as const)
      assert.deepEqual(
        told(line(score, symbols)).map((one) => one.split(' ')[1]),
        [code],
        symbols,
      );
  });

  it('that was forced says why', () =>
    assert.deepEqual(
      told(
        line('nan/15.00', 'DMARC_POLICY_ALLOW(-0.50){}').replace(
          ', len',
          ', forced: reject "virus found: X"; score=nan (set by clamav), len',
        ),
      ),
      ['cause virus-found receiving admin b@b.test'],
    ));
});

describe('what a program says of a recipient whose mail waits', () => {
  const dovecot = (recipient: string): string =>
    `Nov 27 13:00:01 mx1 dovecot: lmtp(${recipient})<9><a>: sieve: msgid=<1@a.test>: failed to store into mailbox 'INBOX': Quota exceeded (mailbox for user is full)`;
  const postfix =
    'Nov 27 13:00:01 mx1 postfix/lmtp[9]: BB00112233: to=<ria@b.test>, relay=mx1.b.test[private/dovecot-lmtp], delay=0.3, dsn=4.2.2, status=deferred (host mx1.b.test[private/dovecot-lmtp] said: 452 4.2.2 <ria@b.test> Quota exceeded (mailbox for user is full) (in reply to end of DATA command))';

  it('is told once, and is no end', () => {
    assert.deepEqual(told(dovecot('ria@b.test'), postfix), ['waiting mailbox-full recipient ria@b.test']);
    assert.deepEqual(told(dovecot('tom@b.test'), postfix), [
      'cause mailbox-full recipient tom@b.test',
      'waiting mailbox-full recipient ria@b.test',
    ]);
  });
});

describe('a notice that nobody takes', () => {
  const at = '2026-11-25 03:10:01 1tEabc-0000AB-CD';
  const refused = `${at} ** x@b.test R=dnslookup T=remote_smtp H=mx.b.test [192.0.2.9]: SMTP error from remote mail server after RCPT TO:<x@b.test>: 550 No such user here`;

  it('has no sender who could correct the address', () => {
    assert.deepEqual(told(`${at} <= <> R=1tEabb-0000AA-XY U=exim P=local S=33 for x@b.test`, refused), [
      'cause recipient-unknown sending admin x@b.test',
    ]);
    assert.deepEqual(told(`${at} <= a@a.test H=pc [192.0.2.1] P=esmtpsa S=33 for x@b.test`, refused), [
      'cause recipient-unknown sender x@b.test',
    ]);
  });
});

describe('a host that failed until the message was given up', () => {
  it('refused nothing', () => {
    const end =
      '2026-11-24 10:02:08 1tDabc-0000AB-CD ** max@b.test R=dnslookup T=remote_smtp H=mx.b.test [192.0.2.5]: retry timeout exceeded';
    const before =
      '2026-11-20 10:02:08 1tDabc-0000AB-CD == max@b.test R=dnslookup T=remote_smtp defer (110): Connection timed out H=mx.b.test [192.0.2.5]';
    const last = readVerdicts(readTicket(`${before}\n${end}\n`)).find(({ role }) => role === 'consequence');
    assert.match(last === undefined ? '' : verdictHeadline(last), /^As a consequence failed by mx\.b\.test/);
  });
});
