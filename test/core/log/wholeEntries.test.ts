import { telling } from './telling.ts';

describe('a line of OpenSMTPD', () => {
  const tells = telling('opensmtpd');
  it('tells all that stands in it', () => {
    tells(
      '3d2f0e5f0a1b2c3d smtp connected address=192.0.2.1 host=a.test',
      'client: a.test 192.0.2.1 -',
      'eventId: connected',
      'eventSource: smtp',
      'session: 3d2f0e5f0a1b2c3d',
    );
    tells(
      '3d2f0e5f0a1b2c3d smtp message msgid=1a2b3c4d size=512 nrcpt=1 proto=ESMTP',
      'eventId: message',
      'eventSource: smtp',
      'fields: nrcpt=1 | proto=ESMTP',
      'outcome: received',
      'queueId: 1a2b3c4d',
      'session: 3d2f0e5f0a1b2c3d',
      'size: 512',
    );
    tells(
      '3d2f0e5f0a1b2c3d smtp envelope evpid=1a2b3c4d00000001 from=<a@a.test> to=<b@b.test>',
      'eventId: envelope',
      'eventSource: smtp',
      'outcome: received',
      'queueId: 1a2b3c4d00000001',
      'recipients: b@b.test',
      'sender: a@a.test',
      'session: 3d2f0e5f0a1b2c3d',
    );
    tells(
      '3d2f0e5f0a1b2c3d smtp failed-command command="RCPT TO:<b@b.test>" result="550 Invalid recipient"',
      'eventId: failed-command',
      'eventSource: smtp',
      'fields: command=RCPT TO:<b@b.test>',
      'outcome: rejected',
      'recipients: b@b.test',
      'reply: 550 in "550 Invalid recipient"',
      'session: 3d2f0e5f0a1b2c3d',
      'stage: RCPT',
    );
    tells(
      '3d2f0e5f0a1b2c3d smtp event=failed-command command="DATA" result="451 4.3.0 Later"',
      'eventId: failed-command',
      'eventSource: smtp',
      'fields: command=DATA',
      'outcome: rejected',
      'reply: 451 4.3.0 in "451 4.3.0 Later"',
      'session: 3d2f0e5f0a1b2c3d',
      'stage: DATA',
    );
    tells(
      '3d2f0e5f0a1b2c3d mta connecting address=smtp://192.0.2.7:25 host=mx.b.test',
      'eventId: connecting',
      'eventSource: mta',
      'relay: mx.b.test 192.0.2.7 -',
      'session: 3d2f0e5f0a1b2c3d',
    );
    tells(
      '3d2f0e5f0a1b2c3d mta delivery evpid=1a2b3c4d00000001 from=<a@a.test> to=<b@b.test> rcpt=<-> source="192.0.2.1" relay="192.0.2.7 (mx.b.test)" delay=1s result="Ok" stat="250 2.0.0 queued as 4F1A2B3C"',
      'delay: 1',
      'eventId: delivery',
      'eventSource: mta',
      'fields: source=192.0.2.1',
      'nextQueueId: 4F1A2B3C',
      'outcome: sent',
      'queueId: 1a2b3c4d00000001',
      'reason: 250 2.0.0 queued as 4F1A2B3C',
      'recipients: b@b.test',
      'relay: mx.b.test 192.0.2.7 -',
      'reply: 250 2.0.0 in "250 2.0.0 queued as 4F1A2B3C"',
      'sender: a@a.test',
      'session: 3d2f0e5f0a1b2c3d',
      'status: Ok',
    );
    tells(
      '3d2f0e5f0a1b2c3d mta delivery evpid=1a2b3c4d00000001 from=<> to=<b@b.test> result="PermFail" stat="550 no"',
      'eventId: delivery',
      'eventSource: mta',
      'outcome: bounced',
      'queueId: 1a2b3c4d00000001',
      'reason: 550 no',
      'recipients: b@b.test',
      'reply: 550 in "550 no"',
      'sender: ',
      'session: 3d2f0e5f0a1b2c3d',
      'status: PermFail',
    );
    tells(
      '3d2f0e5f0a1b2c3d mta delivery evpid=1a2b3c4d00000001 relay="" result="TempFail" stat="No MX found"',
      'eventId: delivery',
      'eventSource: mta',
      'outcome: deferred',
      'queueId: 1a2b3c4d00000001',
      'reason: No MX found',
      'session: 3d2f0e5f0a1b2c3d',
      'status: TempFail',
    );
    tells(
      '3d2f0e5f0a1b2c3d mda delivery evpid=1a2b3c4d00000001 result="Loop" stat="x"',
      'eventId: delivery',
      'eventSource: mda',
      'outcome: bounced',
      'queueId: 1a2b3c4d00000001',
      'reason: x',
      'session: 3d2f0e5f0a1b2c3d',
      'status: Loop',
    );
    tells(
      '3d2f0e5f0a1b2c3d queue delivery evpid=1a2b3c4d00000001 result="Expired" stat="x"',
      'eventId: delivery',
      'eventSource: queue',
      'outcome: expired',
      'queueId: 1a2b3c4d00000001',
      'reason: x',
      'session: 3d2f0e5f0a1b2c3d',
      'status: Expired',
    );
    tells(
      '3d2f0e5f0a1b2c3d lka nothing result="550 5.1.1 no"',
      'eventId: nothing',
      'eventSource: lka',
      'reply: 550 5.1.1 in "550 5.1.1 no"',
      'session: 3d2f0e5f0a1b2c3d',
    );
    tells(
      '3d2f0e5f0a1b2c3d smtp disconnected reason=quit',
      'eventId: disconnected',
      'eventSource: smtp',
      'fields: reason=quit',
      'session: 3d2f0e5f0a1b2c3d',
    );
    tells(
      'smtp-in: Accepted message 1a2b3c4d on session 3d2f0e5f0a1b2c3d: from=<a@a.test>, to=<b@b.test>, size=512, ndest=1, proto=ESMTP',
      'fields: ndest=1 | proto=ESMTP',
      'outcome: received',
      'queueId: 1a2b3c4d',
      'recipients: b@b.test',
      'sender: a@a.test',
      'size: 512',
    );
    tells(
      'smtp-in: Failed command on session 3d2f0e5f0a1b2c3d: "RCPT TO:<b@b.test>" => 550 5.1.1 Invalid recipient',
      'outcome: rejected',
      'recipients: b@b.test',
      'reply: 550 5.1.1 in "550 5.1.1 Invalid recipient"',
      'session: 3d2f0e5f0a1b2c3d',
      'stage: RCPT',
    );
    tells(
      'smtp-in: Bad command on session 3d2f0e5f0a1b2c3d: "DATA" => 503 no',
      'outcome: rejected',
      'reply: 503 in "503 no"',
      'session: 3d2f0e5f0a1b2c3d',
      'stage: DATA',
    );
    tells(
      'smtp-in: New session 3d2f0e5f0a1b2c3d from host a.test [192.0.2.1]',
      'reason: smtp-in: New session 3d2f0e5f0a1b2c3d from host a.test [192.0.2.1]',
    );
    tells(
      'relay: Ok for 64e14d3d04081423: session=3d2f0e5f0a1b2c3d, from=<a@a.test>, to=<b@b.test>, rcpt=<->, source=192.0.2.1, relay=192.0.2.7, delay=1s, stat=250 2.0.0 Ok: queued as 4F1A2B3C',
      'delay: 1',
      'fields: session=3d2f0e5f0a1b2c3d | source=192.0.2.1',
      'nextQueueId: 4F1A2B3C',
      'outcome: sent',
      'queueId: 64e14d3d04081423',
      'reason: 250 2.0.0 Ok: queued as 4F1A2B3C',
      'recipients: b@b.test',
      'relay: - 192.0.2.7 -',
      'reply: 250 2.0.0 in "250 2.0.0 Ok: queued as 4F1A2B3C"',
      'sender: a@a.test',
      'status: Ok',
    );
    tells(
      'delivery: TempFail for 64e14d3d04081423: from=<a@a.test>, to=<b@b.test>',
      'outcome: deferred',
      'queueId: 64e14d3d04081423',
      'recipients: b@b.test',
      'sender: a@a.test',
      'status: TempFail',
    );
    tells('info: OpenSMTPD starting', 'reason: info: OpenSMTPD starting');
  });
});

describe('a line of Haraka', () => {
  const tells = telling('haraka');
  it('tells all that stands in it', () => {
    tells(
      '2026-11-21T20:05:36.000Z [NOTICE] [3F2504E0-4F89-11D3-9A0C-0305E82C3301.1] [core] queued mf=a',
      'eventId: queued',
      'eventSource: core',
      'fields: mf=a',
      'outcome: received',
      'queueId: 3F2504E0-4F89-11D3-9A0C-0305E82C3301.1',
      'reason: queued mf=a',
      'session: 3F2504E0-4F89-11D3-9A0C-0305E82C3301',
      'status: queued',
      'time: 2026-11-21T20:05:36.000Z',
    );
    tells(
      '[INFO] [-] [server] Listening on [::0]:25',
      'eventId: Listening',
      'eventSource: server',
      'reason: Listening on [::0]:25',
    );
    tells(
      '[NOTICE] [3F2504E0-4F89-11D3-9A0C-0305E82C3301.1.2] [outbound] delivered file=x domain=b.test host="mx.b.test" ip=192.0.2.7 port=25 mode=SMTP tls=N auth=N response="250 2.0.0 queued as 4F1A2B3C" delay=0.5 fails=0 rcpts=1/0/0',
      'delay: 0.5',
      'eventId: delivered',
      'eventSource: outbound',
      'fields: file=x | domain=b.test | mode=SMTP | tls=N | auth=N | fails=0 | rcpts=1/0/0',
      'nextQueueId: 4F1A2B3C',
      'outcome: sent',
      'queueId: 3F2504E0-4F89-11D3-9A0C-0305E82C3301.1',
      'reason: 250 2.0.0 queued as 4F1A2B3C',
      'relay: mx.b.test 192.0.2.7 25',
      'reply: 250 2.0.0 in "250 2.0.0 queued as 4F1A2B3C"',
      'session: 3F2504E0-4F89-11D3-9A0C-0305E82C3301',
      'status: delivered',
    );
    tells(
      '[ERROR] [3F2504E0-4F89-11D3-9A0C-0305E82C3301] [outbound] bounced reason="550 no" response="550 5.1.1 no" ip=192.0.2.7',
      'eventId: bounced',
      'eventSource: outbound',
      'fields: reason=550 no',
      'outcome: bounced',
      'reason: 550 5.1.1 no',
      'relay: - 192.0.2.7 -',
      'reply: 550 5.1.1 in "550 5.1.1 no"',
      'session: 3F2504E0-4F89-11D3-9A0C-0305E82C3301',
      'status: bounced',
    );
    tells(
      '[INFO] [3F2504E0-4F89-11D3-9A0C-0305E82C3301] [rspamd] deny msg="spam" err=x',
      'eventId: deny',
      'eventSource: rspamd',
      'outcome: rejected',
      'reason: x',
      'session: 3F2504E0-4F89-11D3-9A0C-0305E82C3301',
      'status: deny',
    );
    tells(
      'level=NOTICE uuid=3F2504E0-4F89-11D3-9A0C-0305E82C3301.1 source=core message="queue" mail_from=<a@a.test> rcptto=<b@b.test> msgid=<1@a.test> bytes=512 ip=192.0.2.9',
      'client: - 192.0.2.9 -',
      'eventSource: core',
      'fields: level=NOTICE',
      'messageId: 1@a.test',
      'queueId: 3F2504E0-4F89-11D3-9A0C-0305E82C3301.1',
      'reason: queue',
      'recipients: b@b.test',
      'sender: a@a.test',
      'session: 3F2504E0-4F89-11D3-9A0C-0305E82C3301',
      'size: 512',
    );
    tells(
      'level=INFO uuid=- origin=outbound host=mx.b.test ip=192.0.2.7 port=25 mailfrom=<a@a.test> rcpt=<b@b.test> message-id=<1@a.test> reply="450 4.2.0 later" err=none',
      'eventSource: outbound',
      'fields: level=INFO',
      'messageId: 1@a.test',
      'reason: none',
      'recipients: b@b.test',
      'relay: mx.b.test 192.0.2.7 25',
      'reply: 450 4.2.0 in "450 4.2.0 later"',
      'sender: a@a.test',
    );
    tells(
      'level=INFO origin=x port=25 from=<a@a.test> to=<b@b.test> mid=<1@a.test>',
      'eventSource: x',
      'fields: level=INFO',
      'messageId: 1@a.test',
      'recipients: b@b.test',
      'sender: a@a.test',
    );
  });
});

describe('a line of MDaemon', () => {
  const tells = telling('mdaemon');
  it('tells all that stands in it', () => {
    tells(
      'Sat 2026-11-21 20:05:36.123: [1234] * From: a@a.test',
      'process: 1234',
      'reason: * From: a@a.test',
      'sender: a@a.test',
      'time: 2026-11-21 20:05:36.123',
    );
    tells(
      'Sat 2026-11-21 20:05:36: 05: [1234] Parsing message <xxxxxxxxxxxxxxxxx\\pd35000000001.msg>',
      'process: 1234',
      'queueId: pd35000000001',
      'reason: Parsing message <xxxxxxxxxxxxxxxxx\\pd35000000001.msg>',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      'Sat 2026-11-21 20:05:36: *  To: b@b.test',
      'reason: *  To: b@b.test',
      'recipients: b@b.test',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      'Sat 2026-11-21 20:05:36: *  Subject: Hello',
      'fields: Subject=Hello',
      'reason: *  Subject: Hello',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      'Sat 2026-11-21 20:05:36: *  Message-ID: <1@a.test>',
      'messageId: 1@a.test',
      'reason: *  Message-ID: <1@a.test>',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      'Sat 2026-11-21 20:05:36: *  Size (bytes): 512',
      'reason: *  Size (bytes): 512',
      'size: 512',
      'time: 2026-11-21 20:05:36',
    );
    tells('Sat 2026-11-21 20:05:36: *  Size: 512', 'reason: *  Size: 512', 'size: 512', 'time: 2026-11-21 20:05:36');
    tells(
      'Sat 2026-11-21 20:05:36: *  Route slip host: mx.b.test',
      'fields: Route slip host=mx.b.test',
      'reason: *  Route slip host: mx.b.test',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '"2026-11-21 20:05:36","2026-11-21 20:05:38","SMTPI","123","a@a.test","b@b.test","c@b.test","","192.0.2.1","","","","512"',
      'client: - 192.0.2.1 -',
      'eventId: SMTPI',
      'fields: end=2026-11-21 20:05:38 | number=123',
      'outcome: received',
      'recipients: b@b.test | c@b.test',
      'sender: a@a.test',
      'size: 512',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '"2026-11-21 20:05:36","2026-11-21 20:05:38","SMTPO","124","a@a.test","b@b.test","","","192.0.2.7","","","","512"',
      'eventId: SMTPO',
      'fields: end=2026-11-21 20:05:38 | number=124',
      'outcome: sent',
      'recipients: b@b.test',
      'relay: - 192.0.2.7 -',
      'sender: a@a.test',
      'size: 512',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '"2026-11-21 20:05:36","2026-11-21 20:05:38","POP","125","a","","","","","","","","x"',
      'eventId: POP',
      'fields: end=2026-11-21 20:05:38 | number=125',
      'sender: a',
      'time: 2026-11-21 20:05:36',
    );
    tells('nothing of it');
  });
});

describe('a line of sendmail', () => {
  const tells = telling('sendmail');
  it('tells all that stands in it', () => {
    tells(
      '6ALKBbCK006258: from=<a@a.test>, size=512, class=0, nrcpts=1, msgid=<1@a.test>, proto=ESMTP, daemon=MTA, relay=a.test [192.0.2.1]',
      'client: a.test 192.0.2.1 -',
      'fields: class=0 | nrcpts=1 | proto=ESMTP | daemon=MTA',
      'messageId: 1@a.test',
      'outcome: received',
      'queueId: 6ALKBbCK006258',
      'sender: a@a.test',
      'size: 512',
    );
    tells(
      '6ALKBbCK006258: from=<a@a.test>, size=0, class=0, nrcpts=0, proto=ESMTP, relay=a.test [192.0.2.1] (may be forged)',
      'client: a.test 192.0.2.1 -',
      'fields: class=0 | nrcpts=0 | proto=ESMTP',
      'queueId: 6ALKBbCK006258',
      'sender: a@a.test',
      'size: 0',
    );
    tells(
      '6ALKBbCK006258: to=<b@b.test>,<c@b.test>, ctladdr=<a@a.test> (1000/1000), delay=1+00:00:03, xdelay=00:00:02, mailer=esmtp, pri=120000, relay=mx.b.test. [192.0.2.7], dsn=2.0.0, stat=Sent (4F1A2B3C4D Message accepted for delivery)',
      'delay: 86403',
      'delays: 2 (transmission)',
      'dsn: 2.0.0',
      'fields: ctladdr=<a@a.test> (1000/1000) | mailer=esmtp | pri=120000',
      'outcome: sent',
      'queueId: 6ALKBbCK006258',
      'reason: 4F1A2B3C4D Message accepted for delivery',
      'recipients: b@b.test | c@b.test',
      'relay: mx.b.test. 192.0.2.7 -',
      'status: Sent',
    );
    tells(
      '6ALKBbCK006258: to=<b@b.test>, delay=00:00:03, dsn=2.0.0, stat=Sent',
      'delay: 3',
      'dsn: 2.0.0',
      'outcome: sent',
      'queueId: 6ALKBbCK006258',
      'recipients: b@b.test',
      'status: Sent',
    );
    tells(
      '6ALKBbCK006258: to=<b@b.test>, relay=mx.b.test. [192.0.2.7], dsn=2.0.0, stat=Sent (250 2.0.0 Ok: queued as 4F1A2B3C4D)',
      'dsn: 2.0.0',
      'nextQueueId: 4F1A2B3C4D',
      'outcome: sent',
      'queueId: 6ALKBbCK006258',
      'reason: 250 2.0.0 Ok: queued as 4F1A2B3C4D',
      'recipients: b@b.test',
      'relay: mx.b.test. 192.0.2.7 -',
      'reply: 250 2.0.0 in "250 2.0.0 Ok: queued as 4F1A2B3C4D"',
      'status: Sent',
    );
    tells(
      '6ALKBbCK006258: to=b, dsn=4.2.0, stat=Deferred: 450 4.2.0 <b@b.test>: Greylisted',
      'dsn: 4.2.0',
      'outcome: deferred',
      'queueId: 6ALKBbCK006258',
      'reason: Deferred: 450 4.2.0 <b@b.test>: Greylisted',
      'recipients: b',
      'reply: 450 4.2.0 in "450 4.2.0 <b@b.test>: Greylisted"',
      'status: Deferred',
    );
    tells(
      '6ALKBbCK006258: to=b, stat=Deferred: Connection refused by mx.b.test.',
      'outcome: deferred',
      'queueId: 6ALKBbCK006258',
      'reason: Deferred: Connection refused by mx.b.test.',
      'recipients: b',
      'status: Deferred',
    );
    tells(
      '6ALKBbCK006258: to=b, dsn=4.0.0, stat=queued',
      'dsn: 4.0.0',
      'outcome: deferred',
      'queueId: 6ALKBbCK006258',
      'reason: queued',
      'recipients: b',
      'status: queued',
    );
    tells(
      '6ALKBbCK006258: to=b, dsn=5.1.1, stat=User unknown',
      'dsn: 5.1.1',
      'outcome: bounced',
      'queueId: 6ALKBbCK006258',
      'reason: User unknown',
      'recipients: b',
      'status: User unknown',
    );
    tells(
      '6ALKBbCK006258: to=b, dsn=4.5.0, stat=I/O error: x',
      'dsn: 4.5.0',
      'outcome: deferred',
      'queueId: 6ALKBbCK006258',
      'reason: I/O error: x',
      'recipients: b',
      'status: I/O error',
    );
    tells(
      '6ALKBbCK006258: to=b, dsn=2.0.0, stat=Delivered by hand (x)',
      'dsn: 2.0.0',
      'outcome: sent',
      'queueId: 6ALKBbCK006258',
      'reason: Delivered by hand (x)',
      'recipients: b',
      'status: Delivered by hand',
    );
    tells(
      '6ALKBbCK006258: to=b, dsn=5.0.0, reply=550 5.1.1 no such user, stat=Service unavailable',
      'dsn: 5.0.0',
      'outcome: bounced',
      'queueId: 6ALKBbCK006258',
      'reason: Service unavailable',
      'recipients: b',
      'reply: 550 5.1.1 in "550 5.1.1 no such user"',
      'status: Service unavailable',
    );
    tells(
      '6ALKBbCK006258: to=b, reply=read error from mx.b.test.',
      'queueId: 6ALKBbCK006258',
      'reason: read error from mx.b.test.',
      'recipients: b',
    );
    tells(
      '6ALKBbCK006258: 6ALKBbCL006258: DSN: User unknown',
      'queueId: 6ALKBbCK006258',
      'reason: DSN: User unknown',
      'relatedId: 6ALKBbCL006258',
    );
    tells(
      '6ALKBbCK006258: <b@b.test>... User unknown',
      'outcome: rejected',
      'queueId: 6ALKBbCK006258',
      'reason: <b@b.test>... User unknown',
      'recipients: b@b.test',
      'stage: RCPT',
    );
    tells(
      '6ALKBbCK006258: 550 5.1.1 <b@b.test>... User unknown',
      'outcome: rejected',
      'queueId: 6ALKBbCK006258',
      'reason: 550 5.1.1 <b@b.test>... User unknown',
      'recipients: b@b.test',
      'reply: 550 5.1.1 in "550 5.1.1 <b@b.test>... User unknown"',
      'stage: RCPT',
    );
    tells('NOQUEUE: connect from a.test [192.0.2.1]', 'reason: connect from a.test [192.0.2.1]');
    tells(
      '6ALKBbCK006258: ruleset=check_rcpt, arg1=<b@b.test>, relay=a.test [192.0.2.1], reject=550 5.7.1 <b@b.test>... Relaying denied',
      'client: a.test 192.0.2.1 -',
      'fields: ruleset=check_rcpt | arg1=b@b.test',
      'outcome: rejected',
      'queueId: 6ALKBbCK006258',
      'reason: 550 5.7.1 <b@b.test>... Relaying denied',
      'recipients: b@b.test',
      'reply: 550 5.7.1 in "550 5.7.1 <b@b.test>... Relaying denied"',
      'stage: RCPT',
    );
    tells(
      '6ALKBbCK006258: ruleset=check_mail, arg1=<a@a.test>, relay=[192.0.2.1], reject=553 5.1.8 <a@a.test>... Domain of sender address does not exist',
      'client: - 192.0.2.1 -',
      'fields: ruleset=check_mail | arg1=a@a.test',
      'outcome: rejected',
      'queueId: 6ALKBbCK006258',
      'reason: 553 5.1.8 <a@a.test>... Domain of sender address does not exist',
      'reply: 553 5.1.8 in "553 5.1.8 <a@a.test>... Domain of sender address does not exist"',
      'sender: a@a.test',
      'stage: MAIL',
    );
    tells(
      'ruleset=check_relay, arg1=a.test, arg2=192.0.2.1, relay=a.test [192.0.2.1], reject=550 5.7.1 Access denied',
      'client: a.test 192.0.2.1 -',
      'fields: ruleset=check_relay | arg1=a.test | arg2=192.0.2.1',
      'outcome: rejected',
      'reason: 550 5.7.1 Access denied',
      'reply: 550 5.7.1 in "550 5.7.1 Access denied"',
      'stage: connect',
    );
    tells(
      'ruleset=other, arg1=x, reject=5.7.1 no',
      'fields: ruleset=other | arg1=x',
      'outcome: rejected',
      'reason: 5.7.1 no',
      'reply: 5.7.1 in "5.7.1 no"',
      'stage: ?',
    );
    tells(
      '6ALKBbCK006258: Milter: data, reject=554 5.7.1 virus',
      'outcome: rejected',
      'queueId: 6ALKBbCK006258',
      'reason: 554 5.7.1 virus',
      'reply: 554 5.7.1 in "554 5.7.1 virus"',
    );
    tells(
      '6ALKBbCK006258: Milter (x): to=<b@b.test>, reject=451 4.3.2 later',
      'outcome: rejected',
      'queueId: 6ALKBbCK006258',
      'reason: 451 4.3.2 later',
      'recipients: b@b.test',
      'reply: 451 4.3.2 in "451 4.3.2 later"',
    );
    tells('6ALKBbCK006258: quarantine=by hand', 'outcome: quarantined', 'queueId: 6ALKBbCK006258', 'reason: by hand');
    tells(
      '6ALKBbCK006258: lost input channel from a.test [192.0.2.1] to MTA after rcpt',
      'client: a.test 192.0.2.1 -',
      'queueId: 6ALKBbCK006258',
      'reason: lost input channel from a.test [192.0.2.1] to MTA after rcpt',
      'stage: RCPT',
    );
    tells(
      '6ALKBbCK006258: timeout waiting for input from [192.0.2.1] during server cmd read',
      'client: - 192.0.2.1 -',
      'queueId: 6ALKBbCK006258',
      'reason: timeout waiting for input from [192.0.2.1] during server cmd read',
    );
    tells(
      '6ALKBbCK006258: a.test [192.0.2.1] did not issue MAIL/EXPN/VRFY/ETRN during connection to MTA',
      'client: a.test 192.0.2.1 -',
      'queueId: 6ALKBbCK006258',
      'reason: a.test [192.0.2.1] did not issue MAIL/EXPN/VRFY/ETRN during connection to MTA',
    );
    tells('6ALKBbCK006258: SYSERR(root): 451 4.0.0 x', 'queueId: 6ALKBbCK006258', 'reason: SYSERR(root): 451 4.0.0 x');
  });
});

describe('a line of PowerMTA', () => {
  const tells = telling('powermta');
  it('tells all that stands in it', () => {
    tells(
      'd,2026-11-21 20:05:39+0000,2026-11-21 20:05:36+0000,a@a.test,b@b.test,rfc822;b@b.test,relayed,2.0.0 (success),smtp;250 2.0.0 queued as 4F1A2B3C,mx.b.test (192.0.2.7),,smtp,x,smtp,192.0.2.1,192.0.2.7,ENHANCEDSTATUSCODES,512,v1,j1,e1',
      'delay: 3',
      'dsn: 2.0.0',
      'eventId: d',
      'fields: timequeued=2026-11-21 20:05:36+0000 | dsnaction=relayed | srctype=smtp | srcmta=x | dlvtype=smtp | dlvsourceip=192.0.2.1 | dlvesmtpavailable=ENHANCEDSTATUSCODES | vmta=v1 | jobid=j1 | envid=e1',
      'nextQueueId: 4F1A2B3C',
      'originalRecipient: b@b.test',
      'outcome: sent',
      'reason: 250 2.0.0 queued as 4F1A2B3C',
      'recipients: b@b.test',
      'relay: mx.b.test 192.0.2.7 -',
      'reply: 250 2.0.0 in "250 2.0.0 queued as 4F1A2B3C"',
      'sender: a@a.test',
      'size: 512',
      'status: d',
      'time: 2026-11-21 20:05:39+0000',
    );
    tells(
      'b,1795248339,1795248336,a@a.test,b@b.test,b@b.test,failed,5.1.1 (bad),smtp;550 5.1.1 no,mx.b.test,bad-mailbox',
      'delay: 3',
      'dsn: 5.1.1',
      'eventId: b',
      'fields: timequeued=1795248336 | dsnaction=failed | bouncecat=bad-mailbox',
      'originalRecipient: b@b.test',
      'outcome: bounced',
      'reason: 550 5.1.1 no',
      'recipients: b@b.test',
      'relay: mx.b.test - -',
      'reply: 550 5.1.1 in "550 5.1.1 no"',
      'sender: a@a.test',
      'status: b',
      'time: 1795248339',
    );
    tells(
      'tq,2026-11-21 20:05:36+0000,2026-11-21 20:05:39+0000,a@a.test,b@b.test,,delayed,x,x-local; 450 4.2.0 later,"(x)"',
      'eventId: tq',
      'fields: timequeued=2026-11-21 20:05:39+0000 | dsnaction=delayed',
      'outcome: deferred',
      'reason: 450 4.2.0 later',
      'recipients: b@b.test',
      'reply: 450 4.2.0 in "450 4.2.0 later"',
      'sender: a@a.test',
      'status: tq',
      'time: 2026-11-21 20:05:36+0000',
    );
    tells('t,x,y', 'eventId: t', 'fields: timequeued=y', 'outcome: deferred', 'status: t', 'time: x');
    tells(
      'r,2026-11-21 20:05:36+0000',
      'eventId: r',
      'outcome: received',
      'status: r',
      'time: 2026-11-21 20:05:36+0000',
    );
    tells(
      'rb,2026-11-21 20:05:36+0000',
      'eventId: rb',
      'outcome: bounced',
      'status: rb',
      'time: 2026-11-21 20:05:36+0000',
    );
    tells('type,timeLogged,x');
  });
});

describe('a line of amavis', () => {
  const tells = telling('amavis');
  it('has no id of the next queue where none is written', () => {
    tells(
      '(01234-07) Passed CLEAN, <a@a.test> -> <b@b.test>, queued_as: , Queue-ID: 4F1A2B3C4D, 10 ms',
      'delay: 0.01',
      'queueId: 4F1A2B3C4D',
      'reason: Passed CLEAN, <a@a.test> -> <b@b.test>, queued_as: , Queue-ID: 4F1A2B3C4D, 10 ms',
      'recipients: b@b.test',
      'sender: a@a.test',
      'session: 01234-07',
      'status: Passed CLEAN',
    );
    tells(
      '(01234-08) Passed CLEAN, <a@a.test> -> <b@b.test>, queued_as: (x), 10 ms',
      'delay: 0.01',
      'reason: Passed CLEAN, <a@a.test> -> <b@b.test>, queued_as: (x), 10 ms',
      'recipients: b@b.test',
      'sender: a@a.test',
      'session: 01234-08',
      'status: Passed CLEAN',
    );
  });
  it('tells all that stands in it', () => {
    tells(
      '(01234-05) Passed CLEAN {RelayedInbound}, [192.0.2.1]:4321 [192.0.2.9] <a@a.test> -> <b@b.test>,<c@b.test>, Queue-ID: 4F1A2B3C4D, Message-ID: <1@a.test>, mail_id: xyz, Hits: -1.9, size: 512, queued_as: 5F1A2B3C4D, dkim_sd=s:a.test, 823 ms',
      'client: - 192.0.2.1 4321',
      'delay: 0.823',
      'fields: mail_id=xyz | Hits=-1.9',
      'messageId: 1@a.test',
      'nextQueueId: 5F1A2B3C4D',
      'queueId: 4F1A2B3C4D',
      'reason: Passed CLEAN {RelayedInbound}, [192.0.2.1]:4321 [192.0.2.9] <a@a.test> -> <b@b.test>,<c@b.test>, Queue-ID: 4F1A2B3C4D, Message-ID: <1@a.test>, mail_id: xyz, Hits: -1.9, size: 512, queued_as: 5F1A2B3C4D, dkim_sd=s:a.test, 823 ms',
      'recipients: b@b.test | c@b.test',
      'sender: a@a.test',
      'session: 01234-05',
      'size: 512',
      'status: Passed CLEAN',
    );
    tells(
      '(01234-06) Blocked SPAM {DiscardedInbound,Quarantined}, [192.0.2.1] <a@a.test> -> <b@b.test>, quarantine: x, Hits: 9.9, 10 ms',
      'client: - 192.0.2.1 -',
      'delay: 0.01',
      'fields: quarantine=x | Hits=9.9',
      'outcome: quarantined',
      'reason: Blocked SPAM {DiscardedInbound,Quarantined}, [192.0.2.1] <a@a.test> -> <b@b.test>, quarantine: x, Hits: 9.9, 10 ms',
      'recipients: b@b.test',
      'sender: a@a.test',
      'session: 01234-06',
      'status: Blocked SPAM',
    );
    tells(
      '(01234-07) Blocked INFECTED (Eicar) {DiscardedInbound}, <> -> <b@b.test>, 10 ms',
      'delay: 0.01',
      'outcome: discarded',
      'reason: Blocked INFECTED (Eicar) {DiscardedInbound}, <> -> <b@b.test>, 10 ms',
      'recipients: b@b.test',
      'sender: ',
      'session: 01234-07',
      'status: Blocked INFECTED (Eicar)',
    );
    tells(
      '(01234-08) Blocked TEMPFAIL, <a@a.test> -> <b@b.test>',
      'outcome: deferred',
      'reason: Blocked TEMPFAIL, <a@a.test> -> <b@b.test>',
      'recipients: b@b.test',
      'sender: a@a.test',
      'session: 01234-08',
      'status: Blocked TEMPFAIL',
    );
    tells(
      '(01234-09) Blocked BANNED (x.exe), <a@a.test> -> <b@b.test>, from MTA(smtp:[127.0.0.1]:10025): 554 5.7.0 Reject',
      'outcome: rejected',
      'reason: Blocked BANNED (x.exe), <a@a.test> -> <b@b.test>, from MTA(smtp:[127.0.0.1]:10025): 554 5.7.0 Reject',
      'recipients: b@b.test',
      'reply: 554 5.7.0 in "554 5.7.0 Reject"',
      'sender: a@a.test',
      'session: 01234-09',
      'status: Blocked BANNED (x.exe)',
    );
    tells('Passed BAD-HEADER-7, x', 'reason: Passed BAD-HEADER-7, x', 'status: Passed BAD-HEADER-7');
    tells('(01234-10) starting', 'reason: starting', 'session: 01234-10');
  });
});

describe('a line of Rspamd', () => {
  const tells = telling('rspamd');
  it('tells all that stands in it', () => {
    tells(
      '2026-11-21 20:05:36.123 #1234(rspamd_proxy) <a1b2c3>; proxy; rspamd_task_write_log: id: <1@a.test>, qid: <4F1A2B3C4D>, ip: 192.0.2.1, from: <a@a.test>, (default: T (reject): [15.20/15.00] [X(1.00){a;}]), len: 512, time: 823.5ms, dns req: 5, digest: <x>, rcpts: <b@b.test>,<c@b.test>, mime_rcpts: <b@b.test>',
      'client: - 192.0.2.1 -',
      'delay: 0.8235',
      'eventId: rspamd_task_write_log',
      'eventSource: proxy',
      'fields: score=15.20/15.00',
      'messageId: 1@a.test',
      'outcome: rejected',
      'process: 1234',
      'program: rspamd_proxy',
      'queueId: 4F1A2B3C4D',
      'reason: id: <1@a.test>, qid: <4F1A2B3C4D>, ip: 192.0.2.1, from: <a@a.test>, (default: T (reject): [15.20/15.00] [X(1.00){a;}]), len: 512, time: 823.5ms, dns req: 5, digest: <x>, rcpts: <b@b.test>,<c@b.test>, mime_rcpts: <b@b.test>',
      'recipients: b@b.test | c@b.test',
      'sender: a@a.test',
      'session: a1b2c3',
      'size: 512',
      'status: reject',
      'time: 2026-11-21 20:05:36.123',
    );
    tells(
      '<a1b2c3>; proxy; rspamd_task_write_log: id: <undef>, qid: <undef>, ip: 192.0.2.1, user: bob, (default: F (soft reject): [nan/15.00] []), time: 1s',
      'client: - 192.0.2.1 -',
      'delay: 1',
      'eventId: rspamd_task_write_log',
      'eventSource: proxy',
      'fields: user=bob | score=nan/15.00',
      'outcome: deferred',
      'reason: id: <undef>, qid: <undef>, ip: 192.0.2.1, user: bob, (default: F (soft reject): [nan/15.00] []), time: 1s',
      'session: a1b2c3',
      'status: soft reject',
    );
    tells(
      '<a1b2c3>; task; rspamd_task_write_log: (default: F (greylist): [4.0/15.00] [])',
      'eventId: rspamd_task_write_log',
      'eventSource: task',
      'fields: score=4.0/15.00',
      'outcome: deferred',
      'reason: (default: F (greylist): [4.0/15.00] [])',
      'session: a1b2c3',
      'status: greylist',
    );
    tells(
      '<a1b2c3>; task; rspamd_task_write_log: (default: S (quarantine): [4.0/15.00] [])',
      'eventId: rspamd_task_write_log',
      'eventSource: task',
      'fields: score=4.0/15.00',
      'outcome: quarantined',
      'reason: (default: S (quarantine): [4.0/15.00] [])',
      'session: a1b2c3',
      'status: quarantine',
    );
    tells(
      '<a1b2c3>; task; rspamd_task_write_log: (default: S (discard): [-4.0/15.00] [])',
      'eventId: rspamd_task_write_log',
      'eventSource: task',
      'fields: score=-4.0/15.00',
      'outcome: discarded',
      'reason: (default: S (discard): [-4.0/15.00] [])',
      'session: a1b2c3',
      'status: discard',
    );
    tells(
      '<a1b2c3>; task; other_fn: loaded; size: 5; reason: x y; id: <>',
      'eventId: other_fn',
      'eventSource: task',
      'fields: reason=x y',
      'reason: loaded; size: 5; reason: x y; id: <>',
      'session: a1b2c3',
      'size: 5',
    );
  });
});

describe('a line of msmtp', () => {
  const tells = telling('msmtp');
  it('tells all that stands in it', () => {
    tells(
      "Nov 21 20:05:36 host=mx.b.test tls=on auth=on user=a from=a@a.test recipients=b@b.test,c@b.test mailsize=512 smtpstatus=250 smtpmsg='250 2.0.0 Ok: queued as 4F1A2B3C4D' exitcode=EX_OK",
      'fields: tls=on | auth=on | user=a | smtpstatus=250',
      'nextQueueId: 4F1A2B3C4D',
      'outcome: sent',
      'recipients: b@b.test | c@b.test',
      'relay: mx.b.test - -',
      'reply: 250 2.0.0 in "250 2.0.0 Ok: queued as 4F1A2B3C4D"',
      'sender: a@a.test',
      'size: 512',
      'status: EX_OK',
      'time: Nov 21 20:05:36',
    );
    tells(
      'Nov 21 20:05:36 host=mx.b.test from=a@a.test recipients=b@b.test errormsg=\'the server refused\' smtpmsg="550 5.1.1 no" exitcode=EX_UNAVAILABLE',
      'outcome: bounced',
      'reason: the server refused',
      'recipients: b@b.test',
      'relay: mx.b.test - -',
      'reply: 550 5.1.1 in "550 5.1.1 no"',
      'sender: a@a.test',
      'status: EX_UNAVAILABLE',
      'time: Nov 21 20:05:36',
    );
  });
});

describe('a line of Exim', () => {
  const tells = telling('exim');
  it('tells all that stands in it', () => {
    tells(
      '2026-11-21 20:05:36.123 +0100 [123] 1tEabc-0001Ab-2C <= a@a.test H=a.test (helo) [192.0.2.1]:4321 P=esmtps X=TLS1.3:x CV=no A=plain:bob S=512 id=1@a.test for b@b.test c@b.test',
      'client: a.test 192.0.2.1 4321',
      'fields: P=esmtps | X=TLS1.3:x | CV=no | A=plain:bob',
      'messageId: 1@a.test',
      'outcome: received',
      'process: 123',
      'queueId: 1tEabc-0001Ab-2C',
      'recipients: b@b.test | c@b.test',
      'sender: a@a.test',
      'size: 512',
      'status: <=',
      'time: 2026-11-21 20:05:36.123 +0100',
    );
    tells(
      '2026-11-21 20:05:36 1tEabc-0001Ab-2C <= <> R=1tEabc-0001Ab-1C U=Debian-exim P=local S=512',
      'fields: R=1tEabc-0001Ab-1C | U=Debian-exim | P=local',
      'outcome: received',
      'queueId: 1tEabc-0001Ab-2C',
      'relatedId: 1tEabc-0001Ab-1C',
      'sender: ',
      'size: 512',
      'status: <=',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 1tEabc-0001Ab-2C => bob <b@b.test> R=local T=maildir S=512',
      'fields: R=local | T=maildir',
      'outcome: sent',
      'queueId: 1tEabc-0001Ab-2C',
      'recipients: b@b.test',
      'size: 512',
      'status: =>',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 1tEabc-0001Ab-2C => b@b.test <c@b.test> F=<a@a.test> R=dns T=smtp H=mx.b.test [192.0.2.7]:25 X=TLS1.3 C="250 2.0.0 Ok: queued as 4F1A2B3C4D" QT=1m5s DT=2s',
      'delay: 65',
      'fields: R=dns | T=smtp | X=TLS1.3 | QT=1m5s | DT=2s',
      'nextQueueId: 4F1A2B3C4D',
      'originalRecipient: c@b.test',
      'outcome: sent',
      'queueId: 1tEabc-0001Ab-2C',
      'recipients: b@b.test',
      'relay: mx.b.test 192.0.2.7 25',
      'reply: 250 2.0.0 in "250 2.0.0 Ok: queued as 4F1A2B3C4D"',
      'sender: a@a.test',
      'status: =>',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 1tEabc-0001Ab-2C ** b@b.test R=dns T=smtp H=mx.b.test [192.0.2.7]: SMTP error from remote mail server after RCPT TO:<b@b.test>: 550 5.1.1 no DT=2s',
      'fields: R=dns | T=smtp | DT=2s',
      'outcome: bounced',
      'queueId: 1tEabc-0001Ab-2C',
      'reason: SMTP error from remote mail server after RCPT TO:<b@b.test>: 550 5.1.1 no',
      'recipients: b@b.test',
      'relay: mx.b.test 192.0.2.7 -',
      'reply: 550 5.1.1 in "550 5.1.1 no"',
      'stage: RCPT',
      'status: **',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 1tEabc-0001Ab-2C == b@b.test R=dns T=smtp defer (-44) H=mx.b.test [192.0.2.7]: SMTP error from remote mail server after end of data: 451 4.3.0 later QT=3s',
      'fields: R=dns | T=smtp',
      'outcome: deferred',
      'queueId: 1tEabc-0001Ab-2C',
      'reason: SMTP error from remote mail server after end of data: 451 4.3.0 later',
      'recipients: b@b.test',
      'relay: mx.b.test 192.0.2.7 -',
      'reply: 451 4.3.0 in "451 4.3.0 later"',
      'stage: (data)',
      'status: ==',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 1tEabc-0001Ab-2C >> b@b.test R=x',
      'fields: R=x',
      'outcome: sent',
      'queueId: 1tEabc-0001Ab-2C',
      'recipients: b@b.test',
      'status: >>',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 1tEabc-0001Ab-2C -> c@b.test R=x',
      'fields: R=x',
      'outcome: sent',
      'queueId: 1tEabc-0001Ab-2C',
      'recipients: c@b.test',
      'status: ->',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 1tEabc-0001Ab-2C *> c@b.test R=x',
      'fields: R=x',
      'outcome: sent',
      'queueId: 1tEabc-0001Ab-2C',
      'recipients: c@b.test',
      'status: *>',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 1tEabc-0001Ab-2C (= a@a.test H=a.test [192.0.2.1]',
      'client: a.test 192.0.2.1 -',
      'outcome: rejected',
      'queueId: 1tEabc-0001Ab-2C',
      'sender: a@a.test',
      'status: (=',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 1tEabc-0001Ab-2C Completed QT=5s',
      'delay: 5',
      'fields: QT=5s',
      'outcome: removed',
      'queueId: 1tEabc-0001Ab-2C',
      'status: Completed',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 H=a.test (helo) [192.0.2.1]:4321 F=<a@a.test> rejected RCPT <b@b.test>: relay not permitted',
      'client: a.test 192.0.2.1 4321',
      'outcome: rejected',
      'reason: relay not permitted',
      'recipients: b@b.test',
      'sender: a@a.test',
      'stage: RCPT',
      'status: rejected',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 H=(helo) [192.0.2.1] temporarily rejected MAIL <a@a.test>: 451 4.3.0 later',
      'client: - 192.0.2.1 -',
      'outcome: rejected',
      'reason: 451 4.3.0 later',
      'reply: 451 4.3.0 in "451 4.3.0 later"',
      'stage: MAIL',
      'status: temporarily rejected',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 1tEabc-0001Ab-2C H=a.test [192.0.2.1] F=<a@a.test> rejected after DATA: spam',
      'client: a.test 192.0.2.1 -',
      'outcome: rejected',
      'queueId: 1tEabc-0001Ab-2C',
      'reason: spam',
      'sender: a@a.test',
      'stage: (data)',
      'status: rejected',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 rejected EHLO from a.test [192.0.2.1]: syntactically invalid argument(s): x',
      'client: a.test 192.0.2.1 -',
      'outcome: rejected',
      'reason: syntactically invalid argument(s): x',
      'stage: EHLO',
      'status: rejected',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 refused connection from a.test [192.0.2.1]:4321 (host_reject_connection)',
      'client: a.test 192.0.2.1 4321',
      'outcome: rejected',
      'reason: refused connection from a.test [192.0.2.1]:4321 (host_reject_connection)',
      'status: refused',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 plain authenticator failed for a.test (helo) [192.0.2.1]:4321 I=[192.0.2.2]:25: 535 Incorrect authentication data (set_id=bob)',
      'client: - 192.0.2.1 4321',
      'reason: plain authenticator failed for a.test (helo) [192.0.2.1]:4321 I=[192.0.2.2]:25: 535 Incorrect authentication data (set_id=bob)',
      'reply: 535 in "535 Incorrect authentication data (set_id=bob)"',
      'stage: (auth)',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 no host name found for IP address 192.0.2.1',
      'reason: no host name found for IP address 192.0.2.1',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 1tEabc-0001Ab-2C mx.b.test [192.0.2.7] Connection refused',
      'queueId: 1tEabc-0001Ab-2C',
      'reason: mx.b.test [192.0.2.7] Connection refused',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 1tEabc-0001Ab-2C ** "b c"@b.test: Unrouteable address',
      'outcome: bounced',
      'queueId: 1tEabc-0001Ab-2C',
      'reason: Unrouteable address',
      'recipients: "b c"@b.test',
      'status: **',
      'time: 2026-11-21 20:05:36',
    );
    tells(
      '2026-11-21 20:05:36 1tEabc-0001Ab-2C SMTP error from remote mail server after MAIL FROM:<a@a.test>: host mx.b.test [192.0.2.7]: 421 4.7.0 x',
      'queueId: 1tEabc-0001Ab-2C',
      'reason: SMTP error from remote mail server after MAIL FROM:<a@a.test>: host mx.b.test [192.0.2.7]: 421 4.7.0 x',
      'reply: 421 4.7.0 in "421 4.7.0 x"',
      'stage: MAIL',
      'time: 2026-11-21 20:05:36',
    );
  });
});

describe('a line of Postfix', () => {
  const tells = telling('postfix');
  it('tells all that stands in it', () => {
    tells(
      '4F1A2B3C4D: from=<a@a.test>, size=512, nrcpt=1 (queue active)',
      'fields: nrcpt=1',
      'queueId: 4F1A2B3C4D',
      'sender: a@a.test',
      'size: 512',
      'status: queue active',
    );
    tells(
      'NOQUEUE: reject: RCPT from a.test[192.0.2.1]: 554 5.7.1 <b@b.test>: Relay access denied; from=<a@a.test> to=<b@b.test> proto=ESMTP helo=<a.test>',
      'client: a.test 192.0.2.1 -',
      'fields: proto=ESMTP | helo=a.test',
      'outcome: rejected',
      'reason: 554 5.7.1 <b@b.test>: Relay access denied',
      'recipients: b@b.test',
      'reply: 554 5.7.1 in "554 5.7.1 <b@b.test>: Relay access denied"',
      'sender: a@a.test',
      'stage: RCPT',
      'status: reject',
    );
    tells(
      '4F1A2B3C4D: milter-hold: END-OF-MESSAGE from a.test[192.0.2.1]: milter triggers HOLD action; from=<a@a.test> to=<b@b.test> proto=SMTP helo=<x> sasl_username=<bob>',
      'client: a.test 192.0.2.1 -',
      'fields: proto=SMTP | helo=x | sasl_username=bob',
      'outcome: held',
      'queueId: 4F1A2B3C4D',
      'recipients: b@b.test',
      'sender: a@a.test',
      'stage: (data)',
      'status: hold',
    );
    tells(
      '4F1A2B3C4D: discard: header Subject: x from a.test[192.0.2.1]; from=<a@a.test> to=<b@b.test> proto=ESMTP helo=<x>: gone',
      'fields: proto=ESMTP | helo=x',
      'outcome: discarded',
      'queueId: 4F1A2B3C4D',
      'reason: Subject: x from a.test[192.0.2.1]',
      'recipients: b@b.test',
      'sender: a@a.test',
      'status: discard',
    );
    tells(
      'NOQUEUE: reject_warning: CONNECT from [192.0.2.1]: 450 4.7.1 x; proto=SMTP',
      'client: - 192.0.2.1 -',
      'fields: proto=SMTP',
      'reason: 450 4.7.1 x',
      'reply: 450 4.7.1 in "450 4.7.1 x"',
      'stage: connect',
      'status: reject_warning',
    );
    tells(
      '4F1A2B3C4D: quarantine: DATA from a.test[192.0.2.1]: x',
      'client: a.test 192.0.2.1 -',
      'outcome: held',
      'queueId: 4F1A2B3C4D',
      'reason: x',
      'stage: DATA',
      'status: quarantine',
    );
    tells('4F1A2B3C4D: warn: body x', 'queueId: 4F1A2B3C4D', 'reason: x', 'status: warn');
  });
});

describe('a line of Exchange 2007 and later', () => {
  const tells = telling('exchange-tracking');
  it('tells all that stands in it', () => {
    tells(
      '2026-11-21T20:05:36.123Z,192.0.2.1,a.test,192.0.2.2,mx1,ctx,conn,SMTP,RECEIVE,123,<1@a.test>,net,b@b.test;c@b.test,250 2.1.5 ok,512,2,,<2@a.test>,Hello,a@a.test,a@a.test,info',
      'client: a.test 192.0.2.1 -',
      'eventId: RECEIVE',
      'eventSource: SMTP',
      'fields: source-context=ctx | connector-id=conn | network-message-id=net | recipient-count=2 | message-subject=Hello | return-path=a@a.test | message-info=info',
      'host: mx1',
      'messageId: 1@a.test',
      'outcome: received',
      'queueId: 123',
      'reason: 250 2.1.5 ok',
      'recipients: b@b.test | c@b.test',
      'relatedId: 2@a.test',
      'reply: 250 2.1.5 in "250 2.1.5 ok"',
      'sender: a@a.test',
      'size: 512',
      'status: RECEIVE',
      'time: 2026-11-21T20:05:36.123Z',
    );
    tells(
      '2026-11-21T20:05:36.123Z,192.0.2.2,mx1,192.0.2.7,mx.b.test,ctx,conn,SMTP,SEND,123,<1@a.test>,net,b@b.test,250 2.1.5 ok,512,1,,,Hello,<>,x',
      'eventId: SEND',
      'eventSource: SMTP',
      'fields: source-context=ctx | connector-id=conn | network-message-id=net | recipient-count=1 | message-subject=Hello | return-path=x',
      'host: mx1',
      'messageId: 1@a.test',
      'outcome: sent',
      'queueId: 123',
      'reason: 250 2.1.5 ok',
      'recipients: b@b.test',
      'relay: mx.b.test 192.0.2.7 -',
      'reply: 250 2.1.5 in "250 2.1.5 ok"',
      'sender: ',
      'size: 512',
      'status: SEND',
      'time: 2026-11-21T20:05:36.123Z',
    );
    tells(
      '2026-11-21T20:05:36.123Z,,,,mx1,ctx,,QUEUE,FAIL,123,<1@a.test>,net,b@b.test,[{LED=550 5.1.1 no};{FQDN=mx.b.test};{IP=192.0.2.7}],512,1,,,Hello,a@a.test,x',
      'eventId: FAIL',
      'eventSource: QUEUE',
      'fields: source-context=ctx | network-message-id=net | recipient-count=1 | message-subject=Hello | return-path=x',
      'host: mx1',
      'messageId: 1@a.test',
      'outcome: bounced',
      'queueId: 123',
      'reason: [{LED=550 5.1.1 no};{FQDN=mx.b.test};{IP=192.0.2.7}]',
      'recipients: b@b.test',
      'reply: 550 5.1.1 in "550 5.1.1 no"',
      'sender: a@a.test',
      'size: 512',
      'status: FAIL',
      'time: 2026-11-21T20:05:36.123Z',
    );
    tells(
      '2026-11-21T20:05:36.123Z,,a.test,,mx1,ctx,,SMTP,DEFER,123,,,b@b.test,[{LRT=451 4.4.0 x};{LED=y}],,1',
      'client: a.test - -',
      'eventId: DEFER',
      'eventSource: SMTP',
      'fields: source-context=ctx | recipient-count=1',
      'host: mx1',
      'outcome: deferred',
      'queueId: 123',
      'reason: [{LRT=451 4.4.0 x};{LED=y}]',
      'recipients: b@b.test',
      'reply: 451 4.4.0 in "451 4.4.0 x"',
      'status: DEFER',
      'time: 2026-11-21T20:05:36.123Z',
    );
    tells('#Fields: date-time');
    tells(',,,,,,,,BADMAIL,,,,,To', 'eventId: BADMAIL', 'outcome: discarded', 'reason: To', 'status: BADMAIL');
  });
});

describe('a line of Exchange 2000 and 2003', () => {
  const tells = telling('exchange-2003-tracking');
  it('tells all that stands in it', () => {
    tells(
      '2026-11-21\t20:05:36 GMT\t192.0.2.1\ta.test\t-\tMX1\t192.0.2.2\tb@b.test\t1019\t<1@a.test>\t0\t0\t512\t1\t-\t0\t-\t-\tHello\ta@a.test\t-',
      'client: a.test 192.0.2.1 -',
      'eventId: 1019',
      'fields: server-ip=192.0.2.2 | priority=0 | recipient-report-status=0 | number-recipients=1 | encryption=0 | message-subject=Hello',
      'host: MX1',
      'messageId: 1@a.test',
      'outcome: received',
      'recipients: b@b.test',
      'sender: a@a.test',
      'size: 512',
      'status: 1019',
      'time: 2026-11-21\t20:05:36 GMT',
    );
    tells(
      '2026-11-21\t20:05:36 GMT\t-\t-\t-\tMX1\t-\tb@b.test\t1030\t<1@a.test>\t0\t0\t512',
      'eventId: 1030',
      'fields: priority=0 | recipient-report-status=0',
      'host: MX1',
      'messageId: 1@a.test',
      'outcome: bounced',
      'recipients: b@b.test',
      'size: 512',
      'status: 1030',
      'time: 2026-11-21\t20:05:36 GMT',
    );
    tells('# Date\tTime');
  });
});
