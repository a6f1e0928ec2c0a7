import assert from 'node:assert/strict';
import { saying } from '../telling.ts';

const said = saying('sendmail', 'Nov 21 10:00:01 mx1 sendmail[2291]: ');

const SAID: Readonly<Record<string, string>> = {
  '46G1QeYY002290: from=<a@a.test>, size=918, class=0, nrcpts=1, msgid=<n1@a.test>, proto=ESMTPS, daemon=MTA, relay=out.a.test [192.0.2.7]':
    'client: out.a.test 192.0.2.7 -; fields: class=0 | nrcpts=1 | proto=ESMTPS | daemon=MTA; messageId: n1@a.test; outcome: received; queueId: 46G1QeYY002290; sender: a@a.test; size: 918',
  '46G1QeYY002290: from=<a@a.test>, size=918, class=0, nrcpts=0, proto=ESMTPS, daemon=MTA, relay=out.a.test [192.0.2.7]':
    'client: out.a.test 192.0.2.7 -; fields: class=0 | nrcpts=0 | proto=ESMTPS | daemon=MTA; queueId: 46G1QeYY002290; sender: a@a.test; size: 918',
  '46G1QeYY002290: to=<b@contoso.test>,<c@contoso.test>, delay=00:00:10, xdelay=00:00:02, mailer=esmtp, pri=30918, relay=mx.contoso.test. [192.0.2.1], dsn=2.0.0, stat=Sent (Ok: queued as 9C21B40A11)':
    'delay: 10; delays: 2 (transmission); dsn: 2.0.0; fields: mailer=esmtp | pri=30918; nextQueueId: 9C21B40A11; outcome: sent; queueId: 46G1QeYY002290; reason: Ok: queued as 9C21B40A11; recipients: b@contoso.test | c@contoso.test; relay: mx.contoso.test. 192.0.2.1 -; status: Sent',
  '46G1QeYY002290: to=b@contoso.test, delay=1+02:00:10, dsn=2.0.0, stat=Sent':
    'delay: 93610; dsn: 2.0.0; outcome: sent; queueId: 46G1QeYY002290; recipients: b@contoso.test; status: Sent',
  '46G1QeYY002290: to=<b@contoso.test>, relay=mx.contoso.test. [192.0.2.1], dsn=2.0.0, stat=Sent (250 2.0.0 Ok':
    'dsn: 2.0.0; outcome: sent; queueId: 46G1QeYY002290; reason: 250 2.0.0 Ok; recipients: b@contoso.test; relay: mx.contoso.test. 192.0.2.1 -; reply: 250 2.0.0 in "250 2.0.0 Ok"; status: Sent',
  '46G1QeYY002290: to=<b@contoso.test>, relay=mx.contoso.test. [192.0.2.1], dsn=4.2.0, stat=Deferred: 450 4.2.0 <b@contoso.test>: Greylisted':
    'dsn: 4.2.0; outcome: deferred; queueId: 46G1QeYY002290; reason: Deferred: 450 4.2.0 <b@contoso.test>: Greylisted; recipients: b@contoso.test; relay: mx.contoso.test. 192.0.2.1 -; reply: 450 4.2.0 in "450 4.2.0 <b@contoso.test>: Greylisted"; status: Deferred',
  '46G1QeYY002290: to=<b@contoso.test>, relay=mx.contoso.test. [192.0.2.1], dsn=4.0.0, stat=Deferred: Connection timed out with mx.contoso.test.':
    'dsn: 4.0.0; outcome: deferred; queueId: 46G1QeYY002290; reason: Deferred: Connection timed out with mx.contoso.test.; recipients: b@contoso.test; relay: mx.contoso.test. 192.0.2.1 -; status: Deferred',
  '46G1QeYY002290: to=<b@contoso.test>, mailer=esmtp, stat=queued':
    'fields: mailer=esmtp; outcome: deferred; queueId: 46G1QeYY002290; reason: queued; recipients: b@contoso.test; status: queued',
  '46G1QeYY002290: to=<b@contoso.test>, dsn=4.3.0, stat=Delayed':
    'dsn: 4.3.0; outcome: deferred; queueId: 46G1QeYY002290; reason: Delayed; recipients: b@contoso.test; status: Delayed',
  '46G1QeYY002290: to=<b@contoso.test>, dsn=5.1.1, stat=User unknown':
    'dsn: 5.1.1; outcome: bounced; queueId: 46G1QeYY002290; reason: User unknown; recipients: b@contoso.test; status: User unknown',
  '46G1QeYY002290: to=<b@contoso.test>, dsn=4.7.1, stat=Service unavailable (try later)':
    'dsn: 4.7.1; outcome: deferred; queueId: 46G1QeYY002290; reason: Service unavailable (try later); recipients: b@contoso.test; status: Service unavailable',
  '46G1QeYY002290: to=<b@contoso.test>, dsn=2.0.0, stat=Ok':
    'dsn: 2.0.0; outcome: sent; queueId: 46G1QeYY002290; reason: Ok; recipients: b@contoso.test; status: Ok',
  '46G1QeYY002290: to=<b@contoso.test>, dsn=5.1.1, reply=550 5.1.1 <b@contoso.test>... User unknown, stat=User unknown':
    'dsn: 5.1.1; outcome: bounced; queueId: 46G1QeYY002290; reason: User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 <b@contoso.test>... User unknown"; status: User unknown',
  '46G1QeYY002290: to=<b@contoso.test>, dsn=5.1.1, reply=550 5.1.1 <b@contoso.test>... User unknown':
    'dsn: 5.1.1; queueId: 46G1QeYY002290; reason: 550 5.1.1 <b@contoso.test>... User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 <b@contoso.test>... User unknown"',
  '46G1QeYY002290: 46G1QeYZ002291: DSN: User unknown':
    'queueId: 46G1QeYY002290; reason: DSN: User unknown; relatedId: 46G1QeYZ002291',
  '46G1QeYY002290: 46G1QeYZ002291: sender notify: Cannot send message for 4 hours':
    'outcome: expired; queueId: 46G1QeYY002290; reason: sender notify: Cannot send message for 4 hours; relatedId: 46G1QeYZ002291',
  '46G1QeYY002290: 46G1QeYZ002291: return to sender: Cannot send message within 5 days':
    'outcome: expired; queueId: 46G1QeYY002290; reason: return to sender: Cannot send message within 5 days; relatedId: 46G1QeYZ002291',
  '46G1QeYY002290: ruleset=check_rcpt, arg1=<b@contoso.test>, relay=out.a.test [192.0.2.7], reject=550 5.7.1 <b@contoso.test>... Relaying denied':
    'client: out.a.test 192.0.2.7 -; fields: ruleset=check_rcpt | arg1=b@contoso.test; outcome: rejected; queueId: 46G1QeYY002290; reason: 550 5.7.1 <b@contoso.test>... Relaying denied; recipients: b@contoso.test; reply: 550 5.7.1 in "550 5.7.1 <b@contoso.test>... Relaying denied"; stage: RCPT',
  '46G1QeYY002290: ruleset=check_mail, arg1=<a@a.test>, relay=out.a.test [192.0.2.7], reject=451 4.1.8 Domain of sender address a@a.test does not resolve':
    'client: out.a.test 192.0.2.7 -; fields: ruleset=check_mail | arg1=a@a.test; outcome: rejected; queueId: 46G1QeYY002290; reason: 451 4.1.8 Domain of sender address a@a.test does not resolve; reply: 451 4.1.8 in "451 4.1.8 Domain of sender address a@a.test does not resolve"; sender: a@a.test; stage: MAIL',
  'ruleset=check_relay, arg1=[192.0.2.7], arg2=192.0.2.7, relay=[192.0.2.7], reject=553 5.3.0 Listed':
    'client: - 192.0.2.7 -; fields: ruleset=check_relay | arg1=192.0.2.7 | arg2=192.0.2.7; outcome: rejected; reason: 553 5.3.0 Listed; reply: 553 5.3.0 in "553 5.3.0 Listed"; stage: connect',
  '46G1QeYY002290: ruleset=check_eoh, relay=out.a.test [192.0.2.7], reject=554 5.7.1 No':
    'client: out.a.test 192.0.2.7 -; fields: ruleset=check_eoh; outcome: rejected; queueId: 46G1QeYY002290; reason: 554 5.7.1 No; reply: 554 5.7.1 in "554 5.7.1 No"; stage: ?',
  '46G1QeYY002290: milter=clamav, quarantine=infected by Eicar':
    'fields: milter=clamav; outcome: quarantined; queueId: 46G1QeYY002290; reason: infected by Eicar',
  'NOQUEUE: connect from out.a.test [192.0.2.7]': 'reason: connect from out.a.test [192.0.2.7]',
  '46G1QeYY002290: <x@contoso.test>... User unknown':
    'outcome: rejected; queueId: 46G1QeYY002290; reason: <x@contoso.test>... User unknown; recipients: x@contoso.test; stage: RCPT',
  '46G1QeYY002290: 550 5.1.1 <x@contoso.test>... User unknown':
    'outcome: rejected; queueId: 46G1QeYY002290; reason: 550 5.1.1 <x@contoso.test>... User unknown; recipients: x@contoso.test; reply: 550 5.1.1 in "550 5.1.1 <x@contoso.test>... User unknown"; stage: RCPT',
  '46G1QeYY002290: lost input channel from out.a.test [192.0.2.7] to MTA after rcpt':
    'client: out.a.test 192.0.2.7 -; queueId: 46G1QeYY002290; reason: lost input channel from out.a.test [192.0.2.7] to MTA after rcpt; stage: RCPT',
  '46G1QeYY002290: timeout waiting for input from out.a.test [192.0.2.7] during server cmd read':
    'client: out.a.test 192.0.2.7 -; queueId: 46G1QeYY002290; reason: timeout waiting for input from out.a.test [192.0.2.7] during server cmd read',
  'out.a.test [192.0.2.7] did not issue MAIL/EXPN/VRFY/ETRN during connection to MTA':
    'client: out.a.test 192.0.2.7 -; reason: all',
  '46G1QeYY002290: Milter: to=<b@contoso.test>, reject=451 4.7.1 Greylisting in action':
    'outcome: rejected; queueId: 46G1QeYY002290; reason: 451 4.7.1 Greylisting in action; recipients: b@contoso.test; reply: 451 4.7.1 in "451 4.7.1 Greylisting in action"',
  '46G1QeYY002290: Milter: data, reject=550 5.7.1 Spam':
    'outcome: rejected; queueId: 46G1QeYY002290; reason: 550 5.7.1 Spam; reply: 550 5.7.1 in "550 5.7.1 Spam"',
  '46G1QeYY002290: Milter add: header: X-Spam: yes': 'queueId: 46G1QeYY002290; reason: Milter add: header: X-Spam: yes',
  '46G1QeYY002290: SYSERR(root): hash map "aliases": missing map file':
    'queueId: 46G1QeYY002290; reason: SYSERR(root): hash map "aliases": missing map file',
  'LETTERSONLY: from=<a@a.test>': 'reason: all',
  '46G1QeYY002290: to=<b@contoso.test>, size=big, delay=soon, relay=, stat=Sent':
    'outcome: sent; queueId: 46G1QeYY002290; recipients: b@contoso.test; status: Sent',
};

describe('a line of sendmail', () => {
  it('says of what it is, whose and how it went', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
