import assert from 'node:assert/strict';
import { saying } from '../telling.ts';

const said = saying('qmail', '');

const SAID: Readonly<Record<string, string>> = {
  '@40000000684f11a20b1c2d3c starting delivery 12: msg 270182 to remote b@contoso.test':
    'queueId: 270182; reason: starting delivery 12: msg 270182 to remote b@contoso.test; recipients: b@contoso.test; session: 12',
  '2026-11-21 10:00:01.123456 starting delivery 12: msg 270182 to local contoso.test-bob@contoso.test':
    'queueId: 270182; reason: starting delivery 12: msg 270182 to local contoso.test-bob@contoso.test; recipients: bob@contoso.test; session: 12',
  '1763719201.123456 starting delivery 12: msg 270182 to local fabrikam.test-bob@contoso.test':
    'queueId: 270182; reason: starting delivery 12: msg 270182 to local fabrikam.test-bob@contoso.test; recipients: fabrikam.test-bob@contoso.test; session: 12',
  'qmail: 1763719201.123456 new msg 270182': 'queueId: 270182; reason: new msg 270182',
  'qmail-send: info msg 270182: bytes 10712 from <a@a.test> qp 54945 uid 82':
    'queueId: 270182; reason: info msg 270182: bytes 10712 from <a@a.test> qp 54945 uid 82; sender: a@a.test; size: 10712',
  'info msg 270182: bytes 10712 from <> qp 54945 uid 82': 'queueId: 270182; reason: all; sender: ; size: 10712',
  'end msg 270182': 'outcome: removed; queueId: 270182; reason: all',
  'bounce msg 270182 qp 54946': 'queueId: 270182; reason: all',
  'double bounce: discarding 270182': 'queueId: 270182; reason: all',
  'triple bounce: discarding 270182': 'queueId: 270182; reason: all',
  'delivery 12: success: 192.0.2.1_accepted_message./Remote_host_said:_250_2.0.0_Ok:_queued_as_9C21B40A11/':
    'nextQueueId: 9C21B40A11; outcome: sent; reason: 192.0.2.1 accepted message. Remote host said: 250 2.0.0 Ok: queued as 9C21B40A11 ; relay: - 192.0.2.1 -; reply: 250 2.0.0 in "250 2.0.0 Ok: queued as 9C21B40A11"; session: 12; status: success',
  'delivery 12: success: did_0+0+1/': 'outcome: sent; reason: did 0+0+1 ; session: 12; status: success',
  'delivery 12: deferral: Connected_to_192.0.2.1_but_greeting_failed./Remote_host_said:_421_4.7.0_Try_again/':
    'outcome: deferred; reason: Connected to 192.0.2.1 but greeting failed. Remote host said: 421 4.7.0 Try again ; relay: - 192.0.2.1 -; reply: 421 4.7.0 in "421 4.7.0 Try again"; session: 12; status: deferral',
  "delivery 12: deferral: Sorry,_I_wasn't_able_to_establish_an_SMTP_connection._(#4.4.1)/ queue0":
    "dsn: 4.4.1; outcome: deferred; reason: Sorry, I wasn't able to establish an SMTP connection. (#4.4.1) ; session: 12; status: deferral",
  'delivery 12: failure: 192.0.2.1_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.1./':
    'outcome: bounced; reason: 192.0.2.1 does not like recipient. Remote host said: 550 5.1.1 User unknown Giving up on 192.0.2.1. ; relay: - 192.0.2.1 -; reply: 550 5.1.1 in "550 5.1.1 User unknown"; session: 12; status: failure',
  'delivery 12: failure: Sorry,_no_mailbox_here_by_that_name._(#5.1.1)/':
    'dsn: 5.1.1; outcome: bounced; reason: Sorry, no mailbox here by that name. (#5.1.1) ; session: 12; status: failure',
  'delivery 12: failure: User_and_password_not_set,_continuing_without_authentication./192.0.2.1_failed_after_I_sent_the_message./Remote_host_said:_554_5.7.1_Spam/':
    'outcome: bounced; reason: User and password not set, continuing without authentication. 192.0.2.1 failed after I sent the message. Remote host said: 554 5.7.1 Spam ; relay: - 192.0.2.1 -; reply: 554 5.7.1 in "554 5.7.1 Spam"; session: 12; status: failure',
  'delivery 12: failure: 2001:db8::1_does_not_like_recipient./Remote_host_said:_550_No/':
    'outcome: bounced; reason: 2001:db8::1 does not like recipient. Remote host said: 550 No ; relay: - 2001:db8::1 -; reply: 550 in "550 No"; session: 12; status: failure',
  'status: local 0/10 remote 1/20': 'reason: all',
};

describe('a line of qmail', () => {
  it('says of what it is, whose and how it went', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
