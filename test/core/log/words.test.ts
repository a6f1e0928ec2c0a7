import assert from 'node:assert/strict';
import { saying } from './telling.ts';

const said = saying('syslog', 'Nov 21 10:00:01 mx1 filter[7]: ');

const SAID: Readonly<Record<string, string>> = {
  '2E0F3654A1B2C3: Message-ID: <n1@a.test> from=<a@a.test> to=<b@contoso.test>':
    'messageId: n1@a.test; queueId: 2E0F3654A1B2C3; reason: Message-ID: <n1@a.test> from=<a@a.test> to=<b@contoso.test>; recipients: b@contoso.test; sender: a@a.test',
  'msgid=<n1@a.test> mail from <a@a.test> rcpt <b@contoso.test> quarantine':
    'messageId: n1@a.test; outcome: quarantined; reason: all; recipients: b@contoso.test; sender: a@a.test',
  "message-id='<n1@a.test>' sender: a@a.test recipient: b@contoso.test discarded":
    'messageId: n1@a.test; outcome: discarded; reason: all; recipients: b@contoso.test; sender: a@a.test',
  'MessageID <n1@a.test>, envelope_from=a@a.test addr=b@contoso.test discarding it':
    'messageId: n1@a.test; outcome: discarded; reason: all; recipients: b@contoso.test; sender: a@a.test',
  'Queue-ID: 4F1A2B3C4D block mail to <b@contoso.test>':
    'outcome: discarded; queueId: 4F1A2B3C4D; reason: all; recipients: b@contoso.test',
  'id=4F1A2B3C4D rejecting message b@contoso.test':
    'outcome: rejected; queueId: 4F1A2B3C4D; reason: all; recipients: b@contoso.test',
  'Job MG123-4 From <a@a.test> To <b@contoso.test> refused':
    'outcome: rejected; queueId: MG123-4; reason: all; recipients: b@contoso.test; sender: a@a.test',
  'Message 4F1A2B3C from is a@a.test and more': 'queueId: 4F1A2B3C; reason: all; sender: a@a.test',
  'qid: 4F1A2B3C4D undeliverable': 'outcome: bounced; queueId: 4F1A2B3C4D; reason: all',
  'envelope-id=4F1A2B3C4D permanent failure': 'outcome: bounced; queueId: 4F1A2B3C4D; reason: all',
  'envelopeid: 4F1A2B3C4D permanently failed': 'outcome: bounced; queueId: 4F1A2B3C4D; reason: all',
  'MID 12345 ICID 678 From: <a@a.test>': 'queueId: 12345; reason: all; sender: a@a.test',
  'MID 12345 bounced': 'outcome: bounced; queueId: 12345; reason: all',
  'MID 12345 Result: failed': 'outcome: bounced; queueId: 12345; reason: all',
  'MID 12345 status: failure': 'outcome: bounced; queueId: 12345; reason: all',
  'MID 12345 delivery failed': 'outcome: bounced; queueId: 12345; reason: all',
  'MID 12345 failed to deliver': 'outcome: bounced; queueId: 12345; reason: all',
  'MID 12345 permanent error': 'outcome: bounced; queueId: 12345; reason: all',
  'MID 12345 REJECTED[BOUNCE] by it': 'outcome: bounced; queueId: 12345; reason: all',
  'MID 12345 failed: Error Code=550': 'outcome: bounced; queueId: 12345; reason: all; reply: 550 in "550"',
  'MID 12345 status: deferred': 'outcome: deferred; queueId: 12345; reason: all',
  'MID 12345 Result: delayed': 'outcome: deferred; queueId: 12345; reason: all',
  'MID 12345 DELAYED': 'outcome: deferred; queueId: 12345; reason: all',
  'MID 12345 will retry': 'outcome: deferred; queueId: 12345; reason: all',
  'MID 12345 temporarily off': 'outcome: deferred; queueId: 12345; reason: all',
  'MID 12345 temporary trouble': 'outcome: deferred; queueId: 12345; reason: all',
  'MID 12345 status: success': 'outcome: sent; queueId: 12345; reason: all',
  'MID 12345 Result: delivered': 'outcome: sent; queueId: 12345; reason: all',
  'MID 12345 Result: relayed': 'outcome: sent; queueId: 12345; reason: all',
  'MID 12345 accept mail to it': 'outcome: sent; queueId: 12345; reason: all',
  'MID 12345 successfully delivered': 'outcome: sent; queueId: 12345; reason: all',
  'MID 12345 message delivered': 'outcome: sent; queueId: 12345; reason: all',
  'MID 12345 ACCEPTED': 'outcome: sent; queueId: 12345; reason: all',
  'MID 12345 delivered later perhaps': 'queueId: 12345; reason: all',
  'from=a@a.test to=b@contoso.test sent': 'outcome: sent; reason: all; recipients: b@contoso.test; sender: a@a.test',
  'Message 4F1A2B3C transferred to mx.contoso.test for b@contoso.test via SMTP':
    'outcome: sent; queueId: 4F1A2B3C; reason: all; recipients: b@contoso.test; relay: mx.contoso.test - -',
  'Sending remote mail for a@a.test to b@contoso.test via host mx.contoso.test [192.0.2.1]':
    'reason: all; recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 -; sender: a@a.test',
  'queued for a@a.test to b@contoso.test': 'reason: all; recipients: b@contoso.test; sender: a@a.test',
  'queued for b@contoso.test': 'reason: all; recipients: b@contoso.test',
  'to a@a.test to b@contoso.test': 'reason: all; recipients: b@contoso.test',
  'relay=mx.contoso.test ip=192.0.2.7 from=<> to=<b@contoso.test>':
    'client: - 192.0.2.7 -; reason: all; recipients: b@contoso.test; relay: mx.contoso.test - -; sender: ',
  'connecting to mx.contoso.test[192.0.2.1] client 2001:db8::7':
    'client: - 2001:db8::7 -; reason: all; relay: mx.contoso.test 192.0.2.1 -',
  'connection to mx.contoso.test failed from [192.0.2.7]':
    'client: - 192.0.2.7 -; reason: all; relay: mx.contoso.test - -',
  'Remote-Host: mx.contoso.test Sender-Host=192.0.2.7':
    'client: - 192.0.2.7 -; reason: all; relay: mx.contoso.test - -',
  'remote host mx.contoso.test': 'reason: all; relay: mx.contoso.test - -',
  'delivery to mx.contoso.test': 'reason: all; relay: mx.contoso.test - -',
  'Relaying to host mx.contoso.test': 'reason: all; relay: mx.contoso.test - -',
  'server localhost': 'reason: all',
  'host mx.contoso.test said: 550 5.1.1 <b@contoso.test> unknown, bounced':
    'outcome: bounced; reason: all; recipients: b@contoso.test; relay: mx.contoso.test - -; reply: 550 5.1.1 in "550 5.1.1 <b@contoso.test> unknown, bounced"',
  'host mx.contoso.test said: 450 4.2.0 busy, MID 12345 bounced':
    'outcome: bounced; queueId: 12345; reason: all; relay: mx.contoso.test - -; reply: 450 4.2.0 in "450 4.2.0 busy, MID 12345 bounced"',
  'MID 12345 permanent error: host mx.contoso.test said: 450 4.2.0 busy':
    'outcome: bounced; queueId: 12345; reason: all; relay: mx.contoso.test - -; reply: 450 4.2.0 in "450 4.2.0 busy"',
  'MID 12345 failed to deliver: host mx.contoso.test said: 450 4.2.0 busy':
    'outcome: deferred; queueId: 12345; reason: all; relay: mx.contoso.test - -; reply: 450 4.2.0 in "450 4.2.0 busy"',
  'MID 12345 failed to deliver, giving up: host mx.contoso.test said: 450 4.2.0 busy':
    'outcome: bounced; queueId: 12345; reason: all; relay: mx.contoso.test - -; reply: 450 4.2.0 in "450 4.2.0 busy"',
  'MID 12345 failed to deliver, gave up: host mx.contoso.test said: 450 4.2.0 busy':
    'outcome: bounced; queueId: 12345; reason: all; relay: mx.contoso.test - -; reply: 450 4.2.0 in "450 4.2.0 busy"',
  'MID 12345 failed to deliver, returned: host mx.contoso.test said: 450 4.2.0 busy':
    'outcome: bounced; queueId: 12345; reason: all; relay: mx.contoso.test - -; reply: 450 4.2.0 in "450 4.2.0 busy"',
  'MID 12345 failed to deliver, expired: host mx.contoso.test said: 450 4.2.0 busy':
    'outcome: bounced; queueId: 12345; reason: all; relay: mx.contoso.test - -; reply: 450 4.2.0 in "450 4.2.0 busy"',
  'MID 12345 undeliverable: host mx.contoso.test said: 450 4.2.0 busy':
    'outcome: bounced; queueId: 12345; reason: all; relay: mx.contoso.test - -; reply: 450 4.2.0 in "450 4.2.0 busy"',
  'server said: 550 5.1.1 <b@contoso.test> no such user':
    'reason: all; recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 <b@contoso.test> no such user"',
  'server said: 550 5.7.1 <b@contoso.test> no': 'reason: all; reply: 550 5.7.1 in "550 5.7.1 <b@contoso.test> no"',
  '4F1A2B3C4D5E6F: permanent failure for one or more recipients (b@contoso.test:550 5.1.1 User unknown)':
    'outcome: bounced; queueId: 4F1A2B3C4D5E6F; reason: permanent failure for one or more recipients (b@contoso.test:550 5.1.1 User unknown); reply: 550 5.1.1 in "550 5.1.1 User unknown"',
  "lmtp(b@contoso.test)<1522><abc>: sieve: msgid=<n1@a.test>: stored mail into mailbox 'INBOX'":
    'messageId: n1@a.test; reason: all; recipients: b@contoso.test',
  'lda(b@contoso.test): quarantine': 'outcome: quarantined; reason: all; recipients: b@contoso.test',
  'deliver(b@contoso.test): rejected': 'outcome: rejected; reason: all; recipients: b@contoso.test',
  'ABCDEFGHIJKLMN: discarded': 'reason: all',
  'we have 450 messages in the queue': 'reason: all',
};

describe('a line in words of its own', () => {
  it('says whose it is, and how it went', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
