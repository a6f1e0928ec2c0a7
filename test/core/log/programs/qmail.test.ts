import { telling } from '../telling.ts';

describe('a line of qmail', () => {
  const tells = telling('qmail');
  it('tells all that stands in it', () => {
    tells(
      '@400000006380a1b20c3d4e5f qmail-send: new msg 270182',
      'queueId: 270182',
      'reason: new msg 270182',
      'time: @400000006380a1b20c3d4e5f',
    );
    tells(
      '@400000006380a1b20c3d4e5f info msg 270182: bytes 10712 from <a@contoso.test> qp 54945 uid 82',
      'queueId: 270182',
      'reason: info msg 270182: bytes 10712 from <a@contoso.test> qp 54945 uid 82',
      'sender: a@contoso.test',
      'size: 10712',
      'time: @400000006380a1b20c3d4e5f',
    );
    tells(
      '1700000000.123456 info msg 270182: bytes 10712 from <> qp 54945 uid 82',
      'queueId: 270182',
      'reason: info msg 270182: bytes 10712 from <> qp 54945 uid 82',
      'sender: ',
      'size: 10712',
      'time: 1700000000.123456',
    );
    tells(
      '2026-11-21 20:05:39.123456 starting delivery 12: msg 270182 to remote bob@fabrikam.test',
      'queueId: 270182',
      'reason: starting delivery 12: msg 270182 to remote bob@fabrikam.test',
      'recipients: bob@fabrikam.test',
      'session: 12',
      'time: 2026-11-21 20:05:39.123456',
    );
    tells(
      'qmail: 1700000000.123456 starting delivery 12: msg 270182 to remote bob@fabrikam.test',
      'queueId: 270182',
      'reason: starting delivery 12: msg 270182 to remote bob@fabrikam.test',
      'recipients: bob@fabrikam.test',
      'session: 12',
      'time: 1700000000.123456',
    );
    tells(
      'starting delivery 12: msg 270182 to local contoso.test-bob@contoso.test',
      'queueId: 270182',
      'reason: starting delivery 12: msg 270182 to local contoso.test-bob@contoso.test',
      'recipients: bob@contoso.test',
      'session: 12',
    );
    tells(
      'starting delivery 12: msg 270182 to local bob-news@contoso.test',
      'queueId: 270182',
      'reason: starting delivery 12: msg 270182 to local bob-news@contoso.test',
      'recipients: bob-news@contoso.test',
      'session: 12',
    );
    tells(
      'starting delivery 12: msg 270182 to local alias-bob@contoso.test',
      'queueId: 270182',
      'reason: starting delivery 12: msg 270182 to local alias-bob@contoso.test',
      'recipients: alias-bob@contoso.test',
      'session: 12',
    );
    tells(
      'starting delivery 3: msg 27 to remote contoso.test-bob@contoso.test',
      'queueId: 27',
      'reason: starting delivery 3: msg 27 to remote contoso.test-bob@contoso.test',
      'recipients: contoso.test-bob@contoso.test',
      'session: 3',
    );
    tells(
      'delivery 12: success: 203.0.113.25_accepted_message./Remote_host_said:_250_2.0.0_Ok:_queued_as_4F1A2B3C4D/',
      'nextQueueId: 4F1A2B3C4D',
      'outcome: sent',
      'reason: 203.0.113.25 accepted message. Remote host said: 250 2.0.0 Ok: queued as 4F1A2B3C4D ',
      'relay: - 203.0.113.25 -',
      'reply: 250 2.0.0 in "250 2.0.0 Ok: queued as 4F1A2B3C4D"',
      'session: 12',
      'status: success',
    );
    tells(
      'delivery 12: failure: 203.0.113.25_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_203.0.113.25./',
      'outcome: bounced',
      'reason: 203.0.113.25 does not like recipient. Remote host said: 550 5.1.1 User unknown Giving up on 203.0.113.25. ',
      'relay: - 203.0.113.25 -',
      'reply: 550 5.1.1 in "550 5.1.1 User unknown"',
      'session: 12',
      'status: failure',
    );
    tells(
      "delivery 12: deferral: Connected_to_203.0.113.25_but_greeting_failed./Remote_host_said:_421_4.3.2_busy/I'm_not_going_to_try_again/",
      'outcome: deferred',
      "reason: Connected to 203.0.113.25 but greeting failed. Remote host said: 421 4.3.2 busy I'm not going to try again ",
      'relay: - 203.0.113.25 -',
      'reply: 421 4.3.2 in "421 4.3.2 busy"',
      'session: 12',
      'status: deferral',
    );
    tells(
      'delivery 12: deferral: 2001:db8::25_failed_after_I_sent_the_message./Remote_host_said:_451_4.3.0_later/',
      'outcome: deferred',
      'reason: 2001:db8::25 failed after I sent the message. Remote host said: 451 4.3.0 later ',
      'relay: - 2001:db8::25 -',
      'reply: 451 4.3.0 in "451 4.3.0 later"',
      'session: 12',
      'status: deferral',
    );
    tells(
      'delivery 12: deferral: User_and_password_not_set,_continuing_without_authentication./203.0.113.25_does_not_like_recipient./Remote_host_said:_450_4.2.0_Greylisted/',
      'outcome: deferred',
      'reason: User and password not set, continuing without authentication. 203.0.113.25 does not like recipient. Remote host said: 450 4.2.0 Greylisted ',
      'relay: - 203.0.113.25 -',
      'reply: 450 4.2.0 in "450 4.2.0 Greylisted"',
      'session: 12',
      'status: deferral',
    );
    tells(
      "delivery 12: deferral: Sorry,_I_wasn't_able_to_establish_an_SMTP_connection._(#4.4.1)/",
      'dsn: 4.4.1',
      'outcome: deferred',
      "reason: Sorry, I wasn't able to establish an SMTP connection. (#4.4.1) ",
      'session: 12',
      'status: deferral',
    );
    tells(
      "delivery 12: failure: Sorry,_I_couldn't_find_any_host_named_fabrikam.test._(#5.1.2)/ queue12",
      'dsn: 5.1.2',
      'outcome: bounced',
      "reason: Sorry, I couldn't find any host named fabrikam.test. (#5.1.2) ",
      'session: 12',
      'status: failure',
    );
    tells(
      'delivery 12: failure: Sorry,_no_mailbox_here_by_that_name._vpopmail_(#5.1.1)/ ',
      'dsn: 5.1.1',
      'outcome: bounced',
      'reason: Sorry, no mailbox here by that name. vpopmail (#5.1.1) ',
      'session: 12',
      'status: failure',
    );
    tells('delivery 12: success: did_1+0+0/', 'outcome: sent', 'reason: did 1+0+0 ', 'session: 12', 'status: success');
    tells('delivery 12: success: ', 'outcome: sent', 'reason: ', 'session: 12', 'status: success');
    tells('end msg 270182', 'outcome: removed', 'queueId: 270182', 'reason: end msg 270182');
    tells('bounce msg 270182 qp 54950', 'queueId: 270182', 'reason: bounce msg 270182 qp 54950');
    tells('double bounce: discarding 270182', 'queueId: 270182', 'reason: double bounce: discarding 270182');
    tells('triple bounce: discarding 270182', 'queueId: 270182', 'reason: triple bounce: discarding 270182');
    tells('status: local 0/10 remote 1/20', 'reason: status: local 0/10 remote 1/20');
    tells('not end msg 270182', 'reason: not end msg 270182');
    tells('it said delivery 12: failure: no', 'reason: it said delivery 12: failure: no');
  });
});
