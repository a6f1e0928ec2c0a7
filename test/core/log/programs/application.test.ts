import { telling } from '../telling.ts';

describe('a line of a program that keeps a log of its own', () => {
  const tells = telling('application');
  it('tells all that stands in it', () => {
    tells(
      'T 20261120 100001 4f1a Connection from 192.0.2.1',
      'client: - 192.0.2.1 -',
      'reason: Connection from 192.0.2.1',
      'session: 4f1a',
      'time: 20261120 100001',
    );
    tells(
      'E 20261120 100001 4f1a 550 5.1.1 User unknown <bob@fabrikam.test>',
      'reason: 550 5.1.1 User unknown <bob@fabrikam.test>',
      'reply: 550 5.1.1 in "550 5.1.1 User unknown <bob@fabrikam.test>"',
      'session: 4f1a',
      'time: 20261120 100001',
    );
    tells(
      '2026-11-20 10:00:01,123 INFO  [LmtpServer-12] [name=bob@fabrikam.test;mid=7;] lmtp - Delivering message: size=1042 bytes, nrcpts=1, sender=a@contoso.test, msgid=<a1@contoso.test>',
      'messageId: a1@contoso.test',
      'program: lmtp',
      'reason: Delivering message: size=1042 bytes, nrcpts=1, sender=a@contoso.test, msgid=<a1@contoso.test>',
      'sender: a@contoso.test',
      'session: LmtpServer-12',
      'time: 2026-11-20 10:00:01,123',
    );
    tells(
      '2026-11-20 10:00:01,123 WARN [qtp-1:https://x/] [] smtp - Failed to send mail to bob@fabrikam.test: 550 5.1.1 No such user',
      'program: smtp',
      'reason: Failed to send mail to bob@fabrikam.test: 550 5.1.1 No such user',
      'recipients: bob@fabrikam.test',
      'reply: 550 5.1.1 in "550 5.1.1 No such user"',
      'session: qtp-1:https://x/',
      'time: 2026-11-20 10:00:01,123',
    );
    tells(
      '2026-05-14 09:12:03.009281 gKr3wq4f from=a@contoso.test to=bob@fabrikam.test permanent error: 552 5.2.2 mailbox full',
      'outcome: bounced',
      'queueId: gKr3wq4f',
      'reason: from=a@contoso.test to=bob@fabrikam.test permanent error: 552 5.2.2 mailbox full',
      'recipients: bob@fabrikam.test',
      'reply: 552 5.2.2 in "552 5.2.2 mailbox full"',
      'sender: a@contoso.test',
      'time: 2026-05-14 09:12:03.009281',
    );
    tells(
      'gKr3wq4f from=a@contoso.test to=bob@fabrikam.test sent',
      'outcome: sent',
      'queueId: gKr3wq4f',
      'reason: from=a@contoso.test to=bob@fabrikam.test sent',
      'recipients: bob@fabrikam.test',
      'sender: a@contoso.test',
    );
    tells(
      '[0A1C:0008-20E4] 06/17/2026 02:31:40 AM  Router: Message 003A2F1D, 82C1D77A transferred to MX.FABRIKAM.TEST for bob@fabrikam.test via SMTP',
      'outcome: sent',
      'program: Router',
      'queueId: 003A2F1D',
      'reason: Message 003A2F1D, 82C1D77A transferred to MX.FABRIKAM.TEST for bob@fabrikam.test via SMTP',
      'recipients: bob@fabrikam.test',
      'relay: MX.FABRIKAM.TEST - -',
      'time: 06/17/2026 02:31:40 AM',
    );
    tells(
      'Fri Nov 20 10:00:01 2026 Info: MID 4711 ICID 12 From: <a@contoso.test>',
      'queueId: 4711',
      'reason: MID 4711 ICID 12 From: <a@contoso.test>',
      'sender: a@contoso.test',
      'time: Fri Nov 20 10:00:01 2026',
    );
    tells(
      'Info: MID 4711 ICID 12 RID 0 To: <bob@fabrikam.test>',
      'queueId: 4711',
      'reason: MID 4711 ICID 12 RID 0 To: <bob@fabrikam.test>',
      'recipients: bob@fabrikam.test',
    );
    tells(
      "Fri Nov 20 10:00:01 2026 Info: Bounced: DCID 7 MID 4711 to RID 0 - 5.1.0 - Unknown address error ('550', ['5.1.1 <bob@fabrikam.test> User unknown'])",
      'outcome: bounced',
      'queueId: 4711',
      "reason: Bounced: DCID 7 MID 4711 to RID 0 - 5.1.0 - Unknown address error ('550', ['5.1.1 <bob@fabrikam.test> User unknown'])",
      'reply: 550 5.1.1 in "550\', [\'5.1.1 <bob@fabrikam.test> User unknown"',
      'time: Fri Nov 20 10:00:01 2026',
    );
    tells(
      'Warning: Delayed: DCID 7 MID 4711 to RID 0 - 4.7.1 - Unable to contact host',
      'outcome: deferred',
      'queueId: 4711',
      'reason: Delayed: DCID 7 MID 4711 to RID 0 - 4.7.1 - Unable to contact host',
    );
    tells(
      '10:00:01.123 2 SMTP-012(fabrikam.test) [4711] sent to [203.0.113.25:25], got:250 2.0.0 Ok',
      'program: SMTP',
      'queueId: 4711',
      'reason:  sent to [203.0.113.25:25], got:250 2.0.0 Ok',
      'session: 012',
      'time: 10:00:01.123',
    );
    tells(
      '10:00:01.123 1 DEQUEUER [4711] SMTP(fabrikam.test)bob@fabrikam.test failed: 550 5.1.1 User unknown',
      'program: DEQUEUER',
      'queueId: 4711',
      'reason:  SMTP(fabrikam.test)bob@fabrikam.test failed: 550 5.1.1 User unknown',
      'reply: 550 5.1.1 in "550 5.1.1 User unknown"',
      'time: 10:00:01.123',
    );
    tells('10:00:01.123 4 QUEUE enqueued', 'program: QUEUE', 'reason: enqueued', 'time: 10:00:01.123');
    tells(
      '[20/Nov/2026 10:00:01] Sent: Queue-ID: 4f1a2b3c-00000001, Recipient: <bob@fabrikam.test>, Result: delivered, Status: 2.0.0 , Remote-Host: 203.0.113.25, Msg-Id: <a1@contoso.test>',
      'outcome: sent',
      'program: Sent',
      'queueId: 4f1a2b3c-00000001',
      'reason: Queue-ID: 4f1a2b3c-00000001, Recipient: <bob@fabrikam.test>, Result: delivered, Status: 2.0.0 , Remote-Host: 203.0.113.25, Msg-Id: <a1@contoso.test>',
      'recipients: bob@fabrikam.test',
      'relay: 203.0.113.25 - -',
      'time: 20/Nov/2026 10:00:01',
    );
    tells(
      '[20/Nov/2026 10:00:01] Recv: Queue-ID: 4f1a2b3c-00000001, Service: SMTP, From: <a@contoso.test>, To: <bob@fabrikam.test>, Size: 1042, Sender-Host: 192.0.2.1, Subject: Hello, Msg-Id: <a1@contoso.test>',
      'program: Recv',
      'queueId: 4f1a2b3c-00000001',
      'reason: Queue-ID: 4f1a2b3c-00000001, Service: SMTP, From: <a@contoso.test>, To: <bob@fabrikam.test>, Size: 1042, Sender-Host: 192.0.2.1, Subject: Hello, Msg-Id: <a1@contoso.test>',
      'recipients: bob@fabrikam.test',
      'sender: a@contoso.test',
      'time: 20/Nov/2026 10:00:01',
    );
    tells(
      '[20/Nov/2026 10:00:01] Found virus in mail from <a@contoso.test> to <bob@fabrikam.test>',
      'reason: Found virus in mail from <a@contoso.test> to <bob@fabrikam.test>',
      'recipients: bob@fabrikam.test',
      'sender: a@contoso.test',
      'time: 20/Nov/2026 10:00:01',
    );
    tells(
      '[20/Nov/2026 10:00:01] Message rejected by spam filter: from <a@contoso.test>, to <bob@fabrikam.test>',
      'outcome: rejected',
      'reason: Message rejected by spam filter: from <a@contoso.test>, to <bob@fabrikam.test>',
      'recipients: bob@fabrikam.test',
      'sender: a@contoso.test',
      'time: 20/Nov/2026 10:00:01',
    );
    tells(
      '[1A2B:0005-3C4D] 20.11.2026 10:00:01   Router: Message 0035A1B2 delivered to Bob',
      'program: Router',
      'queueId: 0035A1B2',
      'reason: Message 0035A1B2 delivered to Bob',
      'time: 20.11.2026 10:00:01',
    );
    tells(
      '11/20/2026 10:00:01 AM  [1A2B:0005-3C4D] SMTP Server: Message 0035A1B2 received',
      'program: SMTP Server',
      'queueId: 0035A1B2',
      'reason: Message 0035A1B2 received',
      'time: 11/20/2026 10:00:01 AM',
    );
    tells(
      '11/20/2026 10:00:01 AM  Router: No messages transferred to fabrikam.test (host mx.fabrikam.test) via SMTP',
      'program: Router',
      'reason: No messages transferred to fabrikam.test (host mx.fabrikam.test) via SMTP',
      'relay: mx.fabrikam.test - -',
      'time: 11/20/2026 10:00:01 AM',
    );
    tells(
      '2026-11-20T10:00:01.123Z info  Sender/default/1234[abc] id=16ea9c5e8d000c7c5e.001 ACCEPTED from=a@contoso.test to=bob@fabrikam.test mx=mx.fabrikam.test (203.0.113.25) (250 2.0.0 Ok)',
      'outcome: sent',
      'program: Sender',
      'queueId: 16ea9c5e8d000c7c5e.001',
      'reason: id=16ea9c5e8d000c7c5e.001 ACCEPTED from=a@contoso.test to=bob@fabrikam.test mx=mx.fabrikam.test (203.0.113.25) (250 2.0.0 Ok)',
      'recipients: bob@fabrikam.test',
      'relay: mx.fabrikam.test - -',
      'sender: a@contoso.test',
      'time: 2026-11-20T10:00:01.123Z',
    );
    tells(
      'info Queue id=16ea9c5e8d000c7c5e.001 16ea9c5e8d000c7c5e.001 REJECTED from=a@contoso.test to=bob@fabrikam.test (550 5.1.1 User unknown)',
      'outcome: rejected',
      'program: Queue',
      'queueId: 16ea9c5e8d000c7c5e.001',
      'reason: REJECTED from=a@contoso.test to=bob@fabrikam.test (550 5.1.1 User unknown)',
      'recipients: bob@fabrikam.test',
      'reply: 550 5.1.1 in "550 5.1.1 User unknown"',
      'sender: a@contoso.test',
    );
    tells(
      '(zone-mta) QUEUED 16ea9c5e8d000c7c5e.001 to=bob@fabrikam.test',
      'program: zone-mta',
      'queueId: 16ea9c5e8d000c7c5e.001',
      'reason: to=bob@fabrikam.test',
      'recipients: bob@fabrikam.test',
    );
    tells(
      '20-Nov-2026 10:00:01.12 tcp_local    l                D 2 a@contoso.test rfc822;bob@fabrikam.test bob@fabrikam.test',
      'outcome: sent',
      'reason: bob@fabrikam.test',
      'recipients: bob@fabrikam.test',
      'sender: a@contoso.test',
      'time: 20-Nov-2026 10:00:01.12',
    );
    tells(
      '20-Nov-2026 10:00:01.12 4f1a2b3c.1 tcp_local tcp_remote Q 2 a@contoso.test rfc822;bob@fabrikam.test /x 451 4.7.1 Later',
      'outcome: deferred',
      'reason: /x 451 4.7.1 Later',
      'recipients: bob@fabrikam.test',
      'reply: 451 4.7.1 in "451 4.7.1 Later"',
      'sender: a@contoso.test',
      'time: 20-Nov-2026 10:00:01.12',
    );
    tells(
      '20-Nov-2026 10:00:01.12 tcp_local    l                R 2 a@contoso.test rfc822;bob@fabrikam.test 550 5.1.1 User unknown',
      'outcome: bounced',
      'reason: 550 5.1.1 User unknown',
      'recipients: bob@fabrikam.test',
      'reply: 550 5.1.1 in "550 5.1.1 User unknown"',
      'sender: a@contoso.test',
      'time: 20-Nov-2026 10:00:01.12',
    );
    tells(
      '20-Nov-2026 10:00:01.12 tcp_local    l                J 2 rfc822;bob@fabrikam.test 550 5.7.1 Relaying not allowed',
      'outcome: rejected',
      'reason: 550 5.7.1 Relaying not allowed',
      'recipients: bob@fabrikam.test',
      'reply: 550 5.7.1 in "550 5.7.1 Relaying not allowed"',
      'time: 20-Nov-2026 10:00:01.12',
    );
    tells(
      '20-Nov-2026 10:00:01.12 tcp_local    l                DE 2 a@contoso.test rfc822;bob@fabrikam.test smtp;250 Ok',
      'outcome: sent',
      'reason: smtp;250 Ok',
      'recipients: bob@fabrikam.test',
      'sender: a@contoso.test',
      'time: 20-Nov-2026 10:00:01.12',
    );
    tells(
      '10:00:01.123 [47110001-1] Sending remote mail for a@contoso.test',
      'queueId: 47110001-1',
      'reason: Sending remote mail for a@contoso.test',
      'sender: a@contoso.test',
      'time: 10:00:01.123',
    );
    tells(
      '10:00:01.123 [4711] Delivery for a@contoso.test to bob@fabrikam.test has failed: 550 5.1.1 User unknown',
      'queueId: 4711',
      'reason: Delivery for a@contoso.test to bob@fabrikam.test has failed: 550 5.1.1 User unknown',
      'recipients: bob@fabrikam.test',
      'reply: 550 5.1.1 in "550 5.1.1 User unknown"',
      'sender: a@contoso.test',
      'time: 10:00:01.123',
    );
    tells(
      '10:00:01.123 [4711] Delivery for <a@contoso.test> to <bob@fabrikam.test> has failed',
      'queueId: 4711',
      'reason: Delivery for <a@contoso.test> to <bob@fabrikam.test> has failed',
      'recipients: bob@fabrikam.test',
      'time: 10:00:01.123',
    );
    tells(
      '10:00:01.123 [4711] Delivery to bob@fabrikam.test to mx.fabrikam.test has started',
      'queueId: 4711',
      'reason: Delivery to bob@fabrikam.test to mx.fabrikam.test has started',
      'recipients: bob@fabrikam.test',
      'time: 10:00:01.123',
    );
    tells(
      '10:00:01.123 [4711] Bounce email written',
      'queueId: 4711',
      'reason: Bounce email written',
      'time: 10:00:01.123',
    );
  });
});
