import assert from 'node:assert/strict';
import { saying } from './telling.ts';

const said = saying('stalwart', 'INFO smtp::x: ');

const SAID: Readonly<Record<string, string>> = {
  'to=b@contoso.test,c@contoso.test rcpt=b@contoso.test from=a@a.test':
    'eventSource: smtp::x; recipients: b@contoso.test | c@contoso.test; sender: a@a.test',
  'to="<b@contoso.test>; <c@contoso.test>…" from="Ann <a@a.test>" message_id=<n1@a.test>':
    'eventSource: smtp::x; messageId: n1@a.test; recipients: b@contoso.test | c@contoso.test; sender: a@a.test',
  'to=- session=abc1 session_id=abc2': 'eventSource: smtp::x; session: abc1',
  'to=postmaster from=root qid=4F1A2B3C4D':
    'eventSource: smtp::x; queueId: 4F1A2B3C4D; recipients: postmaster; sender: root',
  'msg_id=<n1@a.test> to=b@contoso.test': 'eventSource: smtp::x; messageId: n1@a.test; recipients: b@contoso.test',
  'msg_id=n1 to=b@contoso.test': 'eventSource: smtp::x; fields: msg_id=n1; recipients: b@contoso.test',
  'msg_id=a/b to=b@contoso.test': 'eventSource: smtp::x; fields: msg_id=a/b; recipients: b@contoso.test',
  'to=b@contoso.test server=localhost relay=none host=- mx=mx.contoso.test':
    'eventSource: smtp::x; fields: server=localhost | relay=none | host=- | mx=mx.contoso.test; recipients: b@contoso.test; relay: mx.contoso.test - -',
  'to=b@contoso.test mx=mx1.contoso.test relay=mx2.contoso.test':
    'eventSource: smtp::x; fields: mx=mx1.contoso.test | relay=mx2.contoso.test; recipients: b@contoso.test; relay: mx1.contoso.test - -',
  'to=b@contoso.test client_ip=192.0.2.7:50000':
    'client: - 192.0.2.7 -; eventSource: smtp::x; recipients: b@contoso.test',
  'to=b@contoso.test client_ip=[2001:db8::7]:50000':
    'client: - 2001:db8::7 -; eventSource: smtp::x; recipients: b@contoso.test',
  'to=b@contoso.test client_ip=[2001:db8::7] ip=192.0.2.7':
    'client: - 2001:db8::7 -; eventSource: smtp::x; recipients: b@contoso.test',
  'to=b@contoso.test code=550 reason="User unknown"':
    'eventSource: smtp::x; reason: User unknown; recipients: b@contoso.test; reply: 550 in "550 User unknown"',
  'to=b@contoso.test code=550 reason="5.1.1 User unknown"':
    'eventSource: smtp::x; reason: 5.1.1 User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 User unknown"',
  'to=b@contoso.test code=550 dsn=5.1.1 reason="User unknown"':
    'eventSource: smtp::x; reason: User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 User unknown"',
  'to=b@contoso.test code=550 reason="550 User unknown"':
    'eventSource: smtp::x; reason: 550 User unknown; recipients: b@contoso.test; reply: 550 in "550 User unknown"',
  'to=b@contoso.test code=5.1.1 rc=7':
    'dsn: 5.1.1; eventSource: smtp::x; fields: rc=7; recipients: b@contoso.test; reply: 5.1.1 in "5.1.1"',
  'to=b@contoso.test code=999 status_code=450':
    'eventSource: smtp::x; fields: code=999; recipients: b@contoso.test; reply: 450 in "450"',
  'to=b@contoso.test esc=5.1.1 dsn=none':
    'dsn: 5.1.1; eventSource: smtp::x; fields: dsn=none; recipients: b@contoso.test',
  'to=b@contoso.test status=5.1.1':
    'dsn: 5.1.1; eventSource: smtp::x; recipients: b@contoso.test; reply: 5.1.1 in "5.1.1"',
  'to=b@contoso.test status=bounced action=deferred':
    'eventSource: smtp::x; fields: action=deferred; outcome: bounced; recipients: b@contoso.test; status: bounced',
  'to=b@contoso.test status=odd action=bounced':
    'eventSource: smtp::x; fields: action=bounced; recipients: b@contoso.test; status: odd',
  'to=b@contoso.test msg="giving up" response="550 5.1.1 User unknown"':
    'eventSource: smtp::x; reason: 550 5.1.1 User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 User unknown"',
  'to=b@contoso.test response="550 5.1.1 User unknown" msg="451 later"':
    'eventSource: smtp::x; fields: msg=451 later; reason: 550 5.1.1 User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 User unknown"',
  'to=b@contoso.test reason="first" smtp_response="second"':
    'eventSource: smtp::x; reason: second; recipients: b@contoso.test',
  'to=b@contoso.test reason="first" info="second"':
    'eventSource: smtp::x; fields: info=second; reason: first; recipients: b@contoso.test',
  'to=b@contoso.test reason="remote said (550 5.1.1 User unknown)"':
    'eventSource: smtp::x; reason: remote said (550 5.1.1 User unknown); recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 User unknown"',
  'to=b@contoso.test reason="Code: 550, Enhanced code: 5.1.1, Message: User unknown"':
    'eventSource: smtp::x; reason: Code: 550, Enhanced code: 5.1.1, Message: User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 User unknown"',
  'to=b@contoso.test reason="rejected (Code: 450, Message: Busy)"':
    'eventSource: smtp::x; reason: rejected (Code: 450, Message: Busy); recipients: b@contoso.test; reply: 450 in "450 Busy"',
  'to=b@contoso.test reason="Code: 450"':
    'eventSource: smtp::x; reason: Code: 450; recipients: b@contoso.test; reply: 450 in "450"',
  'to=b@contoso.test reason="[{LED=550 5.1.1 User unknown};{MSG=};{FQDN=mx.contoso.test};{IP=192.0.2.1}]"':
    'eventSource: smtp::x; reason: 550 5.1.1 User unknown; recipients: b@contoso.test; relay: mx.contoso.test - -; reply: 550 5.1.1 in "550 5.1.1 User unknown"',
  'to=b@contoso.test reason="[{LRT=450 4.4.1 timed out};{LED=}]"':
    'eventSource: smtp::x; reason: 450 4.4.1 timed out; recipients: b@contoso.test; reply: 450 4.4.1 in "450 4.4.1 timed out"',
  'to=b@contoso.test reason="4.7.1 Greylisted"':
    'eventSource: smtp::x; reason: 4.7.1 Greylisted; recipients: b@contoso.test; reply: 4.7.1 in "4.7.1 Greylisted"',
  'to= colour=red': 'eventSource: smtp::x; fields: to= | colour=red',
};

describe('fields with names', () => {
  it('say whose message it is, and how it went', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
