import assert from 'node:assert/strict';
import { readEntry } from '../../../../src/core/log/entries.ts';
import { saying } from '../telling.ts';

const said = saying('record', '');

const SAID: Readonly<Record<string, string>> = {
  '{"log":"Nov 21 20:05:36 mx1 postfix/smtp[71]: 4F1A2B3C4D: to=<b@contoso.test>, relay=none, status=sent (ok)","stream":"stderr"}':
    'outcome: sent; queueId: 4F1A2B3C4D; reason: ok; recipients: b@contoso.test; relay: none - -; status: sent',
  '{"message":"4F1A2B3C4D: to=<b@contoso.test>, relay=none, status=sent (ok)","program":"postfix/smtp"}':
    'outcome: sent; queueId: 4F1A2B3C4D; reason: ok; recipients: b@contoso.test; relay: none - -; status: sent',
  '{"message":"4F1A2B3C4D: to=<b@contoso.test>, relay=none, status=sent (ok)","process":{"name":"postfix/smtp"}}':
    'outcome: sent; queueId: 4F1A2B3C4D; reason: ok; recipients: b@contoso.test; relay: none - -; status: sent',
  '{"message":"to=<b@contoso.test>, relay=none, status=sent (ok)","tag":"postfix/smtp","program":"4F1A2B3C4D"}':
    'outcome: sent; queueId: 4F1A2B3C4D; reason: ok; recipients: b@contoso.test; relay: none - -; status: sent',
  '{"message":"4F1A2B3C4D: to=<b@contoso.test>, relay=none, status=sent (ok)","SYSLOG_IDENTIFIER":"postfix/smtp","_HOSTNAME":"mx1","__REALTIME_TIMESTAMP":"1763719201000000"}':
    'outcome: sent; queueId: 4F1A2B3C4D; reason: ok; recipients: b@contoso.test; relay: none - -; status: sent',
  '{"message":"4F1A2B3C4D: client=out.a.test[192.0.2.7]","program":"postfix/smtpd","to":"b@contoso.test","status":"bounced"}':
    'client: out.a.test 192.0.2.7 -; outcome: received; queueId: 4F1A2B3C4D',
  '{"message":"4F1A2B3C4D: removed","program":"postfix/qmgr","to":"b@contoso.test","status":"bounced"}':
    'outcome: removed; queueId: 4F1A2B3C4D; status: removed',
  '{"message":"short","program":"postfix/smtp","to":"b@contoso.test","status":"bounced"}':
    'fields: message=short | program=postfix/smtp; outcome: bounced; reason: short; recipients: b@contoso.test; status: bounced',
  '{"event.original":"2026-11-21 20:06:16 1xUrLk-0001SN-1G Completed","host":{"name":"mx1"},"n":1}':
    'outcome: removed; queueId: 1xUrLk-0001SN-1G; status: Completed',
  '{"colour":"2026-11-21 20:06:16 1xUrLk-0001SN-1G Completed"}':
    'fields: colour=2026-11-21 20:06:16 1xUrLk-0001SN-1G Completed',
  '{"message":"the server said no to <b@contoso.test>: 550 5.1.1 unknown","app":"shop","n":1}':
    'fields: message=the server said no to <b@contoso.test>: 550 5.1.1 unknown | app=shop | n=1; outcome: bounced; reason: the server said no to <b@contoso.test>: 550 5.1.1 unknown; reply: 550 5.1.1 in "550 5.1.1 unknown"',
  '{"recipient":"b@contoso.test","event":"bounced","reason":"550 5.1.1 User unknown"}':
    'fields: reason=550 5.1.1 User unknown; outcome: bounced; reason: 550 5.1.1 User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 User unknown"; status: bounced',
  '{"report_metadata":{"org_name":"Fabrikam","report_id":"r1"},"policy_published":{"domain":"contoso.test","p":"reject"},"records":[{"count":3,"policy_evaluated":{"dkim":"pass","spf":"fail"}},{"count":2,"policy_evaluated":{"dkim":"fail","spf":"fail"}},{"count":1,"policy_evaluated":{"dkim":"fail","spf":"pass"}}]}':
    'fields: org=Fabrikam | id=r1 | domain=contoso.test | policy=reject | total=6 | failed=2',
  '{"count":"many","policy_evaluated":{"dkim":"pass"},"to":"b@contoso.test","status":"sent"}':
    'fields: count=many | dkim=pass; outcome: sent; recipients: b@contoso.test; status: sent',
  '{"score":12.5,"required_score":15,"symbols":{"BAYES_SPAM":{"score":5.1},"SPF_FAIL":{"score":2}},"other":{"X":{"score":1}}}':
    'fields: score=12.5 | required_score=15 | score=5.1 | score=2 | score=1 | score=12.5 | required=15 | rule=5.1 BAYES_SPAM | rule=2 SPF_FAIL',
  '{"score":12.5,"symbols":{"BAYES_SPAM":{"score":5.1}},"to":"b@contoso.test","status":"sent"}':
    'fields: score=12.5 | score=5.1; outcome: sent; recipients: b@contoso.test; status: sent',
  '{"name":"delivery","parameter":[{"name":"event_info","messageValue":{"parameter":[{"name":"success","boolValue":false},{"name":"elapsed","intValue":"12"}]}},{"name":"message_info","messageValue":{"parameter":[{"name":"source","messageValue":{"parameter":[{"name":"address","value":"a@a.test"}]}},{"name":"destination","multiMessageValue":[{"parameter":[{"name":"address","value":"b@contoso.test"}]}]},{"name":"rfc2822_message_id","value":"n1@a.test"}]}}]}':
    'fields: elapsed=12 | address=a@a.test; messageId: n1@a.test; outcome: bounced; recipients: b@contoso.test; sender: a@a.test',
};

describe('a record', () => {
  it('has its words where they stand, however they are written', () => {
    const line =
      '{"message":"4F1A2B3C4D: to=<b@contoso.test>, relay=none, status=sent (\\"ok\\")","program":"postfix/smtp"}';
    const { reason } = readEntry(line, 0, line.length, { format: 'record' });
    assert.deepEqual([reason?.text, line.slice(reason?.start).slice(0, 4)], ['"ok"', '\\"ok']);
  });

  it('says what the line in it says, or its own fields', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
