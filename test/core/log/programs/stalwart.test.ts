import assert from 'node:assert/strict';
import { saying } from '../telling.ts';

const said = saying('stalwart', '');

const SAID: Readonly<Record<string, string>> = {
  '2026-11-29T08:12:01Z INFO DSN permanent failure notification (delivery.dsn-perm-fail) queueId = 234, from = "a@a.test", to = ["b@contoso.test"], size = 828, total = 1, to = "b@contoso.test", hostname = "mx.contoso.test", code = 550, details = "5.1.1 User unknown", total = 0':
    'eventId: delivery.dsn-perm-fail; eventSource: delivery; fields: size=828 | total=1 | hostname=mx.contoso.test | total=0; outcome: bounced; queueId: 234; reason: 5.1.1 User unknown; recipients: b@contoso.test; relay: mx.contoso.test - -; reply: 550 5.1.1 in "550 5.1.1 User unknown"; sender: a@a.test; status: delivery.dsn-perm-fail',
  '2026-11-29T08:12:01Z WARN DSN temporary failure notification (delivery.dsn-temp-fail) queueId = 234, from = "a@a.test", to = "b@contoso.test", hostname = "mx.contoso.test", code = 451, details = "4.7.1 Greylisted"':
    'eventId: delivery.dsn-temp-fail; eventSource: delivery; fields: hostname=mx.contoso.test; outcome: deferred; queueId: 234; reason: 4.7.1 Greylisted; recipients: b@contoso.test; relay: mx.contoso.test - -; reply: 451 4.7.1 in "451 4.7.1 Greylisted"; sender: a@a.test; status: delivery.dsn-temp-fail',
  '2026-11-29T08:12:01.123456Z INFO Message delivered (delivery.delivered) queueId = 234, from = "a@a.test", to = "b@contoso.test", hostname = "mx.contoso.test", remoteIp = 192.0.2.1, code = 250, details = "OK", elapsed = 12ms':
    'eventId: delivery.delivered; eventSource: delivery; fields: hostname=mx.contoso.test | serverIp=192.0.2.1 | elapsed=12ms; outcome: sent; queueId: 234; reason: OK; recipients: b@contoso.test; relay: mx.contoso.test - -; reply: 250 in "250 OK"; sender: a@a.test; status: delivery.delivered',
  '2026-11-29T08:12:01+01:00 INFO SMTP RCPT TO rejected (delivery.rcpt-to-rejected) queueId = 234, from = "a@a.test", to = "b@contoso.test", hostname = "mx.contoso.test", code = 450, details = ["4.2.0 Busy", "other"]':
    'eventId: delivery.rcpt-to-rejected; eventSource: delivery; fields: hostname=mx.contoso.test; outcome: deferred; queueId: 234; reason: 4.2.0 Busy; recipients: b@contoso.test; relay: mx.contoso.test - -; reply: 450 4.2.0 in "450 4.2.0 Busy"; sender: a@a.test; status: delivery.rcpt-to-rejected',
  '2026-11-29T08:12:01Z INFO Connection error (delivery.connect-error) queueId = 234, from = "a@a.test", to = ["b@contoso.test", "c@fabrikam.test"], domain = "Contoso.test", hostname = "mx.contoso.test", localIp = 0.0.0.0, remoteIp = 192.0.2.1, remotePort = 25, causedBy = "x", reason = "Connection refused", details = "I/O error"':
    'eventId: delivery.connect-error; eventSource: delivery; fields: domain=Contoso.test | hostname=mx.contoso.test | localIp=0.0.0.0 | serverIp=192.0.2.1 | remotePort=25 | causedBy=x; outcome: deferred; queueId: 234; reason: Connection refused; recipients: b@contoso.test; relay: mx.contoso.test - -; sender: a@a.test; status: delivery.connect-error',
  '2026-11-29T08:12:01Z INFO MX record lookup failed (delivery.mx-lookup-failed) queueId = 234, from = "a@a.test", to = ["b@contoso.test"], domain = "contoso.test", details = "No MX records were found, attempting implicit MX."':
    'eventId: delivery.mx-lookup-failed; eventSource: delivery; fields: domain=contoso.test; queueId: 234; reason: No MX records were found, attempting implicit MX.; recipients: b@contoso.test; sender: a@a.test',
  '2026-11-29T08:12:01Z INFO DNS lookup (delivery.ip-lookup) queueId = 234, from = "a@a.test", to = ["b@contoso.test"]':
    'eventId: delivery.ip-lookup; eventSource: delivery; queueId: 234; reason: DNS lookup; recipients: b@contoso.test; sender: a@a.test',
  '2026-11-29T08:12:01Z INFO Queued message submission for delivery (queue.authenticated-message-queued) listenerId = "submission", remoteIp = 192.0.2.7, queueId = 234, from = "a@a.test", to = ["b@contoso.test"], size = 828':
    'client: - 192.0.2.7 -; eventId: queue.authenticated-message-queued; eventSource: queue; fields: listenerId=submission | size=828; outcome: received; queueId: 234; reason: Queued message submission for delivery; recipients: b@contoso.test; sender: a@a.test; status: queue.authenticated-message-queued',
  '2026-11-29T08:12:01Z INFO Mailbox does not exist (smtp.mailbox-does-not-exist) listenerId = "smtp", localPort = 25, remoteIp = 192.0.2.7, remotePort = 4012, to = "x@contoso.test"':
    'client: - 192.0.2.7 -; eventId: smtp.mailbox-does-not-exist; eventSource: smtp; fields: listenerId=smtp | localPort=25 | remotePort=4012; outcome: rejected; reason: Mailbox does not exist; recipients: x@contoso.test; status: smtp.mailbox-does-not-exist',
  'INFO SPF check rejected (smtp.spf-ehlo-rejected) remoteIp = 192.0.2.7, domain = "a.test"':
    'client: - 192.0.2.7 -; eventId: smtp.spf-ehlo-rejected; eventSource: smtp; fields: domain=a.test; outcome: rejected; reason: SPF check rejected; status: smtp.spf-ehlo-rejected',
  'SMTP RCPT TO greylisted (smtp.rcpt-to-greylisted) remoteIp = 192.0.2.7, to = "b@contoso.test"':
    'client: - 192.0.2.7 -; eventId: smtp.rcpt-to-greylisted; eventSource: smtp; outcome: deferred; reason: SMTP RCPT TO greylisted; recipients: b@contoso.test; status: smtp.rcpt-to-greylisted',
  '2026-11-29T08:12:01Z INFO Nothing queued (store.ingest) documentId = 12, name = "x y"':
    'eventId: store.ingest; eventSource: store; fields: documentId=12 | name=x y; reason: Nothing queued',
  '2026-11-29T08:12:01Z INFO smtp::outbound::delivery: context="rcpt" event="rejected" rcpt="b@contoso.test" reason=Code: 550, Enhanced code: 5.1.1, Message: User unknown, mx="mx.contoso.test"':
    'eventId: rejected; eventSource: smtp::outbound::delivery; fields: context=rcpt | mx=mx.contoso.test; outcome: bounced; reason: Code: 550, Enhanced code: 5.1.1, Message: User unknown; recipients: b@contoso.test; relay: mx.contoso.test - -; reply: 550 5.1.1 in "550 5.1.1 User unknown"',
  'INFO smtp::inbound::rcpt: context="rcpt" event="relay-not-allowed" address="b@contoso.test" remote_ip=192.0.2.7':
    'client: - 192.0.2.7 -; eventId: relay-not-allowed; eventSource: smtp::inbound::rcpt; fields: context=rcpt | address=b@contoso.test; outcome: rejected',
  'INFO smtp::outbound::delivery: event="delivered" rcpt="b@contoso.test"':
    'eventId: delivered; eventSource: smtp::outbound::delivery; outcome: sent; recipients: b@contoso.test',
  'INFO smtp::outbound::delivery: event="success" rcpt="b@contoso.test" data="raw"':
    'eventId: success; eventSource: smtp::outbound::delivery; outcome: sent; recipients: b@contoso.test',
  'INFO smtp::outbound::delivery: event="connecting" rcpt="b@contoso.test"':
    'eventId: connecting; eventSource: smtp::outbound::delivery; recipients: b@contoso.test',
  'INFO jmap::services: context="purge" records=12': 'eventSource: jmap::services; fields: context=purge | records=12',
  'INFO smtp::outbound::delivery: event="failed" rcpt="b@contoso.test"':
    'eventId: failed; eventSource: smtp::outbound::delivery; outcome: deferred; recipients: b@contoso.test',
  'INFO smtp::outbound::delivery: event="deferred" rcpt="b@contoso.test" reason=Code: 450, Enhanced code: 4.2.0, Message: Busy':
    'eventId: deferred; eventSource: smtp::outbound::delivery; outcome: deferred; reason: Code: 450, Enhanced code: 4.2.0, Message: Busy; recipients: b@contoso.test; reply: 450 4.2.0 in "450 4.2.0 Busy"',
};

describe('a line of Stalwart', () => {
  it('says of what it is, whose and how it went', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
