import { telling } from '../telling.ts';

describe('a line of hMailServer', () => {
  const tells = telling('hmailserver');
  it('tells all that stands in it', () => {
    tells(
      '"APPLICATION"\t3124\t"2026-11-20 10:00:01.123"\t"SMTPDeliverer - Message 17: Delivering message from a@contoso.test to bob@fabrikam.test,eve@fabrikam.test. File: C:\\x.eml"',
      'eventSource: APPLICATION',
      'outcome: received',
      'queueId: 17',
      'reason: Delivering message from a@contoso.test to bob@fabrikam.test,eve@fabrikam.test. File: C:\\x.eml',
      'recipients: bob@fabrikam.test | eve@fabrikam.test',
      'sender: a@contoso.test',
      'time: 2026-11-20 10:00:01.123',
    );
    tells(
      '"APPLICATION"\t3124\t"2026-11-20 10:00:01.123"\t"SMTPDeliverer - Message 17: Relaying to host mx.fabrikam.test."',
      'eventSource: APPLICATION',
      'queueId: 17',
      'reason: Relaying to host mx.fabrikam.test.',
      'relay: mx.fabrikam.test - -',
      'time: 2026-11-20 10:00:01.123',
    );
    tells(
      '"APPLICATION"\t3124\t"2026-11-20 10:00:01.123"\t"SMTPDeliverer - Message 17: Connecting to mx.fabrikam.test"',
      'eventSource: APPLICATION',
      'queueId: 17',
      'reason: Connecting to mx.fabrikam.test',
      'relay: mx.fabrikam.test - -',
      'time: 2026-11-20 10:00:01.123',
    );
    tells(
      '"APPLICATION"\t3124\t"2026-11-20 10:00:01.123"\t"SMTPDeliverer - Message 17: Delivering to mx.fabrikam.test"',
      'eventSource: APPLICATION',
      'queueId: 17',
      'reason: Delivering to mx.fabrikam.test',
      'relay: mx.fabrikam.test - -',
      'time: 2026-11-20 10:00:01.123',
    );
    tells(
      '"APPLICATION"\t3124\t"2026-11-20 10:00:01.123"\t"SMTPDeliverer - Message 17 - Connection failed: Host name: mx.fabrikam.test, message: timed out for bob@fabrikam.test."',
      'eventSource: APPLICATION',
      'outcome: deferred',
      'queueId: 17',
      'reason: Connection failed: Host name: mx.fabrikam.test, message: timed out for bob@fabrikam.test.',
      'recipients: bob@fabrikam.test',
      'time: 2026-11-20 10:00:01.123',
    );
    tells(
      '"APPLICATION"\t3124\t"2026-11-20 10:00:01.123"\t"SMTPDeliverer - Message 17: Message could not be delivered. Scheduling it for later delivery in 60 minutes."',
      'eventSource: APPLICATION',
      'outcome: deferred',
      'queueId: 17',
      'reason: Message could not be delivered. Scheduling it for later delivery in 60 minutes.',
      'time: 2026-11-20 10:00:01.123',
    );
    tells(
      '"APPLICATION"\t3124\t"2026-11-20 10:00:01.123"\t"SMTPDeliverer - Message 17: Message to <bob@fabrikam.test> could not be delivered: 550 5.1.1 User unknown"',
      'eventSource: APPLICATION',
      'outcome: bounced',
      'queueId: 17',
      'reason: Message to <bob@fabrikam.test> could not be delivered: 550 5.1.1 User unknown',
      'recipients: bob@fabrikam.test',
      'reply: 550 5.1.1 in "550 5.1.1 User unknown"',
      'time: 2026-11-20 10:00:01.123',
    );
    tells(
      '"APPLICATION"\t3124\t"2026-11-20 10:00:01.123"\t"SMTPDeliverer - Message 17: Delivery failed for bob@fabrikam.test, undeliverable."',
      'eventSource: APPLICATION',
      'outcome: bounced',
      'queueId: 17',
      'reason: Delivery failed for bob@fabrikam.test, undeliverable.',
      'recipients: bob@fabrikam.test',
      'time: 2026-11-20 10:00:01.123',
    );
    tells(
      '"APPLICATION"\t3124\t"2026-11-20 10:00:01.123"\t"SMTPDeliverer - Message 17: It permanently failed, and we retry."',
      'eventSource: APPLICATION',
      'outcome: deferred',
      'queueId: 17',
      'reason: It permanently failed, and we retry.',
      'time: 2026-11-20 10:00:01.123',
    );
    tells(
      '"APPLICATION"\t3124\t"2026-11-20 10:00:01.123"\t"SMTPDeliverer - Message 17: The server answered \'451 4.7.1 Try"',
      'eventSource: APPLICATION',
      'outcome: deferred',
      'queueId: 17',
      "reason: The server answered '451 4.7.1 Try",
      'reply: 451 4.7.1 in "451 4.7.1 Try"',
      'time: 2026-11-20 10:00:01.123',
    );
    tells(
      '"APPLICATION"\t3124\t"2026-11-20 10:00:01.123"\t"SMTPDeliverer - Message 17: Message delivery thread completed."',
      'eventSource: APPLICATION',
      'queueId: 17',
      'reason: Message delivery thread completed.',
      'time: 2026-11-20 10:00:01.123',
    );
    tells(
      '"SMTPD"\t3124\t17\t"2026-11-20 10:00:01.123"\t"192.0.2.1"\t"SENT: 250 OK"',
      'eventSource: SMTPD',
      'reason: SENT: 250 OK',
      'time: 2026-11-20 10:00:01.123',
    );
    tells('"APPLICATION"', 'eventSource: APPLICATION');
  });
});
