import assert from 'node:assert/strict';
import { saying } from '../telling.ts';

const said = saying('key-value', 'time=2026-11-21T10:00:01Z ');

const SAID: Readonly<Record<string, string>> = {
  'to=b@contoso.test client_ip=192.0.2.7:50000': 'client: - 192.0.2.7 -; recipients: b@contoso.test',
  'to=b@contoso.test client_ip=[2001:db8::7]:50000': 'client: - 2001:db8::7 -; recipients: b@contoso.test',
  'to=b@contoso.test client_ip=2001:db8::7': 'client: - 2001:db8::7 -; recipients: b@contoso.test',
  'to=b@contoso.test client_ip=unknown': 'recipients: b@contoso.test',
  'to=b@contoso.test email=c@contoso.test recipient=d@contoso.test recipient=d@contoso.test':
    'recipients: d@contoso.test',
  'to=b@contoso.test from=<> sender=none': 'recipients: b@contoso.test',
  'to=b@contoso.test message_id=n1 msgid_header=<n1@a.test>': 'messageId: n1@a.test; recipients: b@contoso.test',
  'to=b@contoso.test message_id=1xYzAb-0001Cd-2E': 'queueId: 1xYzAb-0001Cd-2E; recipients: b@contoso.test',
  'to=b@contoso.test spool=1xYzAb-0001Cd-2E':
    'fields: spool=1xYzAb-0001Cd-2E; queueId: 1xYzAb-0001Cd-2E; recipients: b@contoso.test',
  'to=b@contoso.test queue_id=4F1A2B3C4D mail_id=abc123': 'queueId: 4F1A2B3C4D; recipients: b@contoso.test',
  'to=b@contoso.test mail_id=abc123 queue_id=4F1A2B3C4D': 'queueId: 4F1A2B3C4D; recipients: b@contoso.test',
  'to=b@contoso.test queue_id=n1@a.test session=4F1A2B3C4D': 'messageId: n1@a.test; recipients: b@contoso.test',
  'to=b@contoso.test remote_host=localhost.test mx=mx.contoso.test':
    'fields: remote_host=localhost.test | mx=mx.contoso.test; recipients: b@contoso.test; relay: mx.contoso.test - -',
  'to=b@contoso.test host=mx1.contoso.test mx_host=mx2.contoso.test':
    'fields: host=mx1.contoso.test | mx_host=mx2.contoso.test; recipients: b@contoso.test; relay: mx2.contoso.test - -',
  'to=b@contoso.test mx=[mx.contoso.test]':
    'fields: mx=mx.contoso.test; recipients: b@contoso.test; relay: mx.contoso.test - -',
  'to=b@contoso.test duration=12 time=12': 'fields: duration=12; recipients: b@contoso.test',
  'to=b@contoso.test code="550 5.1.1 User unknown"':
    'outcome: bounced; reason: 550 5.1.1 User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 User unknown"',
  'to=b@contoso.test code=550 detail=none':
    'fields: detail=none; outcome: bounced; recipients: b@contoso.test; reply: 550 in "550"',
  'to=b@contoso.test code=6 status=deferred': 'outcome: deferred; recipients: b@contoso.test; status: deferred',
  'to=b@contoso.test status="550 5.1.1 User unknown"':
    'outcome: bounced; reason: 550 5.1.1 User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 User unknown"',
  'to=b@contoso.test status="451 4.7.1"':
    'outcome: deferred; reason: 451 4.7.1; recipients: b@contoso.test; reply: 451 4.7.1 in "451 4.7.1"',
  'to=b@contoso.test delivered=false': 'outcome: bounced; recipients: b@contoso.test',
  'to=b@contoso.test success=no': 'outcome: bounced; recipients: b@contoso.test',
  'to=b@contoso.test blocked=0 status=sent': 'outcome: sent; recipients: b@contoso.test; status: sent',
  'to=b@contoso.test event=failed severity=temporary':
    'fields: severity=temporary; outcome: deferred; recipients: b@contoso.test; status: failed',
  'to=b@contoso.test status="Deferred (connect to mx.contoso.test[192.0.2.1]:25: Connection timed out)"':
    'outcome: deferred; reason: connect to mx.contoso.test[192.0.2.1]:25: Connection timed out; recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 25; status: Deferred',
  'to=b@contoso.test quarantine_folder=Spam':
    'fields: quarantine_folder=Spam; outcome: quarantined; recipients: b@contoso.test',
  'to=b@contoso.test final_action=dropped': 'outcome: discarded; recipients: b@contoso.test; status: dropped',
  'to=b@contoso.test event=dropped': 'outcome: suppressed; recipients: b@contoso.test; status: dropped',
  'to=b@contoso.test queue_name=hold': 'fields: queue_name=hold; outcome: held; recipients: b@contoso.test',
  'to=b@contoso.test queue_name=deferred': 'fields: queue_name=deferred; outcome: deferred; recipients: b@contoso.test',
  'to=b@contoso.test queue_name=incoming': 'fields: queue_name=incoming; recipients: b@contoso.test',
  'to=b@contoso.test status="foo|deferred|bar"':
    'outcome: deferred; recipients: b@contoso.test; status: foo|deferred|bar',
  'to=b@contoso.test msg="delivery failed" error="connection refused"':
    'fields: msg=delivery failed | error=connection refused; outcome: bounced; reason: connection refused; recipients: b@contoso.test',
  'to=b@contoso.test msg="giving up now" error=timeout':
    'fields: msg=giving up now | error=timeout; reason: giving up now; recipients: b@contoso.test',
  'to=b@contoso.test reason="450 4.2.0 Busy" last_error="550 5.1.1 User unknown"':
    'fields: reason=450 4.2.0 Busy; outcome: bounced; reason: 550 5.1.1 User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 User unknown"',
  'to=b@contoso.test reason="550 5.1.1 User unknown" last_error="450 4.2.0 Busy"':
    'fields: reason=550 5.1.1 User unknown; outcome: bounced; reason: 550 5.1.1 User unknown; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 User unknown"',
  'to=b@contoso.test reason="[{LRT=450 4.4.1 timed out};{LED=}]"':
    'fields: reason={LRT=450 4.4.1 timed out};{LED=}; outcome: deferred; reason: {LRT=450 4.4.1 timed out};{LED=}; recipients: b@contoso.test; reply: 450 4.4.1 in "450 4.4.1 timed out"',
};

describe('fields of an export', () => {
  it('say whose message it is, and how it went', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
