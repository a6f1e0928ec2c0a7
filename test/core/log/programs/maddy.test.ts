import { telling } from '../telling.ts';

describe('a line of maddy', () => {
  const tells = telling('maddy');
  it('tells all that stands in it', () => {
    tells(
      '2026-11-20T16:59:00Z queue: delivered\t{"attempt":1,"msg_id":"4f1a2b3c","rcpt":"bob@fabrikam.test"}',
      'eventId: delivered',
      'eventSource: queue',
      'fields: attempt=1',
      'outcome: sent',
      'queueId: 4f1a2b3c',
      'reason: delivered',
      'recipients: bob@fabrikam.test',
      'time: 2026-11-20T16:59:00Z',
    );
    tells(
      '2026-11-20T16:59:00Z queue: delivered\t{"msg_id":"4f1a2b3c","rcpt":"bob@fabrikam.test, eve@fabrikam.test, bob@fabrikam.test"}',
      'eventId: delivered',
      'eventSource: queue',
      'outcome: sent',
      'queueId: 4f1a2b3c',
      'reason: delivered',
      'recipients: bob@fabrikam.test | eve@fabrikam.test',
      'time: 2026-11-20T16:59:00Z',
    );
    tells(
      '20.11.2026 16:59:00 queue: delivery attempt failed\t{"msg_id":"4f1a2b3c","rcpt":"bob@fabrikam.test","smtp_code":451,"smtp_enchcode":"4.7.1","smtp_msg":"Try later"}',
      'eventId: delivery attempt failed',
      'eventSource: queue',
      'outcome: deferred',
      'queueId: 4f1a2b3c',
      'reason: Try later',
      'recipients: bob@fabrikam.test',
      'reply: 451 4.7.1 in "451 4.7.1 Try later"',
      'time: 20.11.2026 16:59:00',
    );
    tells(
      '20.11.26 16:59:00 [error] queue: not delivered, permanent error\t{"msg_id":"4f1a2b3c","rcpt":"bob@fabrikam.test","smtp_code":550,"smtp_msg":"5.1.1 User unknown"}',
      'eventId: not delivered, permanent error',
      'eventSource: queue',
      'outcome: bounced',
      'queueId: 4f1a2b3c',
      'reason: 5.1.1 User unknown',
      'recipients: bob@fabrikam.test',
      'reply: 550 5.1.1 in "550 5.1.1 User unknown"',
      'time: 20.11.26 16:59:00',
    );
    tells(
      '[debug] queue: not delivered, too many attempts\t{"msg_id":"4f1a2b3c","rcpt":"bob@fabrikam.test"}',
      'eventId: not delivered, too many attempts',
      'eventSource: queue',
      'outcome: expired',
      'queueId: 4f1a2b3c',
      'reason: not delivered, too many attempts',
      'recipients: bob@fabrikam.test',
    );
    tells(
      'smtp: accepted\t{"msg_id":"4f1a2b3c"}',
      'eventId: accepted',
      'eventSource: smtp',
      'outcome: received',
      'queueId: 4f1a2b3c',
      'reason: accepted',
    );
    tells(
      'smtp: rejected by filter\t{"msg_id":"4f1a2b3c","smtp_code":554,"smtp_msg":"5.7.1 No"}',
      'eventId: rejected by filter',
      'eventSource: smtp',
      'outcome: rejected',
      'queueId: 4f1a2b3c',
      'reason: 5.7.1 No',
      'reply: 554 5.7.1 in "554 5.7.1 No"',
    );
    tells(
      'smtp: RCPT error\t{"msg_id":"4f1a2b3c","rcpt":"bob@fabrikam.test","smtp_code":501,"smtp_msg":"5.1.3 Bad"}',
      'eventId: RCPT error',
      'eventSource: smtp',
      'outcome: rejected',
      'queueId: 4f1a2b3c',
      'reason: 5.1.3 Bad',
      'recipients: bob@fabrikam.test',
      'reply: 501 5.1.3 in "501 5.1.3 Bad"',
    );
    tells(
      'smtp: DATA error\t{"msg_id":"4f1a2b3c","smtp_code":451,"smtp_msg":"4.3.0 Later"}',
      'eventId: DATA error',
      'eventSource: smtp',
      'outcome: rejected',
      'queueId: 4f1a2b3c',
      'reason: 4.3.0 Later',
      'reply: 451 4.3.0 in "451 4.3.0 Later"',
    );
    tells(
      'smtp: MAIL FROM error\t{"msg_id":"4f1a2b3c","smtp_code":501,"smtp_msg":"5.1.7 Bad"}',
      'eventId: MAIL FROM error',
      'eventSource: smtp',
      'outcome: rejected',
      'queueId: 4f1a2b3c',
      'reason: 5.1.7 Bad',
      'reply: 501 5.1.7 in "501 5.1.7 Bad"',
    );
    tells(
      'smtp: AUTH error\t{"smtp_code":535,"smtp_msg":"5.7.8 No"}',
      'eventId: AUTH error',
      'eventSource: smtp',
      'outcome: rejected',
      'reason: 5.7.8 No',
      'reply: 535 5.7.8 in "535 5.7.8 No"',
    );
    tells(
      'dkim: no check action\t{"msg_id":"4f1a2b3c","smtp_code":550,"smtp_enchcode":"5.7.20","smtp_msg":"No signature"}',
      'eventId: no check action',
      'eventSource: dkim',
      'queueId: 4f1a2b3c',
      'reason: No signature',
    );
    tells(
      'smtp: incoming message\t{"msg_id":"4f1a2b3c","src_ip":"[2001:db8::1]:50000"}',
      'client: - 2001:db8::1 -',
      'eventId: incoming message',
      'eventSource: smtp',
      'queueId: 4f1a2b3c',
      'reason: incoming message',
    );
    tells(
      'smtp: incoming message\t{"msg_id":"4f1a2b3c","src_ip":"2001:db8::1"}',
      'client: - 2001:db8::1 -',
      'eventId: incoming message',
      'eventSource: smtp',
      'queueId: 4f1a2b3c',
      'reason: incoming message',
    );
    tells('something said', 'eventId: something said', 'reason: something said');
    tells(
      'smtp: incoming message\t{"msg_id":"4f1a2b3c","sender":"a@contoso.test","src_host":"pc","src_ip":"192.0.2.1:50000"}',
      'client: - 192.0.2.1 -',
      'eventId: incoming message',
      'eventSource: smtp',
      'fields: src_host=pc',
      'queueId: 4f1a2b3c',
      'reason: incoming message',
      'sender: a@contoso.test',
    );
    tells(
      'queue: was delivered\t{"msg_id":"4f1a2b3c"}',
      'eventId: was delivered',
      'eventSource: queue',
      'queueId: 4f1a2b3c',
      'reason: was delivered',
    );
    tells(
      'queue: delivered late\t{"msg_id":"4f1a2b3c"}',
      'eventId: delivered late',
      'eventSource: queue',
      'queueId: 4f1a2b3c',
      'reason: delivered late',
    );
    tells(
      'remote: connection error\t{"msg_id":"4f1a2b3c","smtp_code":450,"smtp_msg":"4.4.2 Gone"}',
      'eventId: connection error',
      'eventSource: remote',
      'outcome: deferred',
      'queueId: 4f1a2b3c',
      'reason: 4.4.2 Gone',
      'reply: 450 4.4.2 in "450 4.4.2 Gone"',
    );
  });
});
