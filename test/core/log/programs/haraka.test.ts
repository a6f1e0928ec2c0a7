import assert from 'node:assert/strict';
import { saying } from '../telling.ts';

const said = saying('haraka', '');

const SAID: Readonly<Record<string, string>> = {
  '[NOTICE] [6A1B2C3D-1111-2222-3333-444455556666.1.1] [outbound] delivered file=1.txt domain=contoso.test host=mx.contoso.test ip=192.0.2.1 port=25 mode=SMTP tls=Y auth=N response="250 2.0.0 Ok: queued as 9C21B40A11" delay=1.5 fails=0 rcpts=1/0/0':
    'delay: 1.5; eventId: delivered; eventSource: outbound; fields: file=1.txt | domain=contoso.test | mode=SMTP | tls=Y | auth=N | fails=0 | rcpts=1/0/0; nextQueueId: 9C21B40A11; outcome: sent; queueId: 6A1B2C3D-1111-2222-3333-444455556666.1; reason: 250 2.0.0 Ok: queued as 9C21B40A11; relay: mx.contoso.test 192.0.2.1 25; reply: 250 2.0.0 in "250 2.0.0 Ok: queued as 9C21B40A11"; session: 6A1B2C3D-1111-2222-3333-444455556666; status: delivered',
  '2026-11-21T10:00:01.123Z [INFO] [6A1B2C3D.1] [queue/smtp_forward] queued bytes=918 from=<a@a.test> to=<b@contoso.test> mid=<n1@a.test>':
    'eventId: queued; eventSource: queue/smtp_forward; messageId: n1@a.test; outcome: received; queueId: 6A1B2C3D.1; reason: queued bytes=918 from=<a@a.test> to=<b@contoso.test> mid=<n1@a.test>; recipients: b@contoso.test; sender: a@a.test; session: 6A1B2C3D; size: 918; status: queued',
  '2026-11-21 10:00:01 [INFO] [-] [core] rejected ip=192.0.2.7 port=4012':
    'client: - 192.0.2.7 -; eventId: rejected; eventSource: core; outcome: rejected; reason: rejected ip=192.0.2.7 port=4012; status: rejected',
  '[ERROR] [6A1B2C3D.1.1] [outbound] recipient <b@contoso.test> rejected: 550 5.1.1 User unknown':
    'eventId: recipient; eventSource: outbound; outcome: bounced; queueId: 6A1B2C3D.1; reason: recipient <b@contoso.test> rejected: 550 5.1.1 User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 User unknown"; session: 6A1B2C3D',
  '[ERROR] [6A1B2C3D.1.1] [outbound] bounced: 550 5.1.1 User unknown':
    'eventId: bounced; eventSource: outbound; outcome: bounced; queueId: 6A1B2C3D.1; reason: bounced: 550 5.1.1 User unknown; reply: 550 5.1.1 in "550 5.1.1 User unknown"; session: 6A1B2C3D; status: bounced',
  '[ERROR] [6A1B2C3D.1.1] [outbound] <b@contoso.test> deferred: 450 4.2.0 Greylisted':
    'eventSource: outbound; outcome: deferred; queueId: 6A1B2C3D.1; reason: <b@contoso.test> deferred: 450 4.2.0 Greylisted; recipients: b@contoso.test; reply: 450 4.2.0 in "450 4.2.0 Greylisted"; session: 6A1B2C3D',
  '[ERROR] [6A1B2C3D.1.1] [outbound] temp fail: 450 4.2.0 Greylisted':
    'eventId: temp; eventSource: outbound; outcome: deferred; queueId: 6A1B2C3D.1; reason: temp fail: 450 4.2.0 Greylisted; reply: 450 4.2.0 in "450 4.2.0 Greylisted"; session: 6A1B2C3D; status: temp',
  '[ERROR] [6A1B2C3D.1.1] [outbound] delayed: 450 4.2.0 Greylisted':
    'eventId: delayed; eventSource: outbound; outcome: deferred; queueId: 6A1B2C3D.1; reason: delayed: 450 4.2.0 Greylisted; reply: 450 4.2.0 in "450 4.2.0 Greylisted"; session: 6A1B2C3D',
  '[ERROR] [6A1B2C3D.1.1] [outbound] Some recipients failed: 450 4.2.0 Greylisted':
    'eventId: Some; eventSource: outbound; outcome: deferred; queueId: 6A1B2C3D.1; reason: Some recipients failed: 450 4.2.0 Greylisted; reply: 450 4.2.0 in "450 4.2.0 Greylisted"; session: 6A1B2C3D',
  '[ERROR] [6A1B2C3D.1.1] [outbound] MAIL FROM failed permanently: 550 5.7.1 No':
    'eventId: MAIL; eventSource: outbound; outcome: bounced; queueId: 6A1B2C3D.1; reason: MAIL FROM failed permanently: 550 5.7.1 No; reply: 550 5.7.1 in "550 5.7.1 No"; session: 6A1B2C3D',
  '[ERROR] [6A1B2C3D.1.1] [outbound] Temp fail for: 450 Later':
    'eventId: Temp; eventSource: outbound; outcome: deferred; queueId: 6A1B2C3D.1; reason: Temp fail for: 450 Later; reply: 450 in "450 Later"; session: 6A1B2C3D; status: Temp',
  '[ERROR] [6A1B2C3D.1.1] [outbound] Failed to get pool: connect ECONNREFUSED':
    'eventId: Failed; eventSource: outbound; queueId: 6A1B2C3D.1; reason: Failed to get pool: connect ECONNREFUSED; session: 6A1B2C3D',
  '[NOTICE] [6A1B2C3D.1] [core] deny code=550 msg="no such user" mailfrom=<a@a.test> rcpt=<b@contoso.test>':
    'eventId: deny; eventSource: core; fields: code=550; outcome: rejected; queueId: 6A1B2C3D.1; reason: no such user; recipients: b@contoso.test; sender: a@a.test; session: 6A1B2C3D; status: deny',
  '[NOTICE] [6A1B2C3D.1] [core] temp mail_from=<a@a.test> rcptto=<b@contoso.test> err="timeout"':
    'eventId: temp; eventSource: core; outcome: deferred; queueId: 6A1B2C3D.1; reason: timeout; recipients: b@contoso.test; sender: a@a.test; session: 6A1B2C3D; status: temp',
  '[NOTICE] [6A1B2C3D] [core] DELIVERED':
    'eventId: DELIVERED; eventSource: core; outcome: sent; reason: DELIVERED; session: 6A1B2C3D; status: DELIVERED',
  '[NOTICE] [6A1B2C3D] [core] 12 in queue': 'eventSource: core; reason: 12 in queue; session: 6A1B2C3D',
  'level=INFO uuid=6A1B2C3D.1.1 source=outbound host=mx.contoso.test ip=192.0.2.1 port=25 reply="450 4.2.0 Later"':
    'eventSource: outbound; fields: level=INFO; queueId: 6A1B2C3D.1; reason: 450 4.2.0 Later; relay: mx.contoso.test 192.0.2.1 25; reply: 450 4.2.0 in "450 4.2.0 Later"; session: 6A1B2C3D',
  'level=INFO uuid=- origin=core ip=192.0.2.7 port=25 message=connected message-id=<n1@a.test>':
    'client: - 192.0.2.7 -; eventSource: core; fields: level=INFO; messageId: n1@a.test; reason: connected',
  '[ERROR] [6A1B2C3D.1.1] [outbound] recipient <> rejected: 550 5.1.1 <b@contoso.test> unknown':
    'eventId: recipient; eventSource: outbound; outcome: bounced; queueId: 6A1B2C3D.1; reason: recipient <> rejected: 550 5.1.1 <b@contoso.test> unknown; reply: 550 5.1.1 in "550 5.1.1 <b@contoso.test> unknown"; session: 6A1B2C3D',
  '[ERROR] [6A1B2C3D.1.1] [outbound] recipient <c@contoso.test> rejected: 550 5.1.1 <b@contoso.test> unknown':
    'eventId: recipient; eventSource: outbound; outcome: bounced; queueId: 6A1B2C3D.1; reason: recipient <c@contoso.test> rejected: 550 5.1.1 <b@contoso.test> unknown; recipients: c@contoso.test; reply: 550 5.1.1 in "550 5.1.1 <b@contoso.test> unknown"; session: 6A1B2C3D',
  '[NOTICE] [6A1B2C3D.1.1] [outbound] deferred rcpt=<b@contoso.test> to=<c@contoso.test>':
    'eventId: deferred; eventSource: outbound; outcome: deferred; queueId: 6A1B2C3D.1; reason: deferred rcpt=<b@contoso.test> to=<c@contoso.test>; recipients: b@contoso.test | c@contoso.test; session: 6A1B2C3D; status: deferred',
  'level=INFO ip=192.0.2.7 port=25': 'client: - 192.0.2.7 -; fields: level=INFO',
  'level=INFO source=core msgid=<n1@a.test> bytes=many delay=soon':
    'eventSource: core; fields: level=INFO; messageId: n1@a.test',
};

describe('a line of Haraka', () => {
  it('says of what it is, whose and how it went', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
