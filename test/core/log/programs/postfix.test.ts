import assert from 'node:assert/strict';
import { saying } from '../telling.ts';

const said = saying('postfix', 'Nov 21 10:00:01 mx1 postfix/smtp[71]: ');

const SAID: Readonly<Record<string, string>> = {
  '4F1A2B3C4D: uid=0 from=<root>': 'fields: uid=0; queueId: 4F1A2B3C4D; sender: root',
  '4F1A2B3C4D: uid=1001': 'fields: uid=1001; queueId: 4F1A2B3C4D',
  '4F1A2B3C4D: removed': 'outcome: removed; queueId: 4F1A2B3C4D; status: removed',
  '4F1A2B3C4D: to=<b@contoso.test>, orig_to=<info@contoso.test>, relay=mx.contoso.test[192.0.2.1]:25, delay=1.5, delays=0.1/0.2/0.3/0.9, dsn=5.1.1, status=bounced (host mx.contoso.test[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command))':
    'delay: 1.5; delays: 0.1 (before-queue) | 0.2 (in-queue) | 0.3 (connection) | 0.9 (transmission); dsn: 5.1.1; originalRecipient: info@contoso.test; outcome: bounced; queueId: 4F1A2B3C4D; reason: host mx.contoso.test[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command); recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 25; reply: 550 5.1.1 in "550 5.1.1 User unknown"; stage: RCPT; status: bounced',
  '4F1A2B3C4D: to=<b@contoso.test>, relay=mx.contoso.test[192.0.2.1]:25, delay=1, delays=0/x/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 9C21B40A11)':
    'delay: 1; dsn: 2.0.0; nextQueueId: 9C21B40A11; outcome: sent; queueId: 4F1A2B3C4D; reason: 250 2.0.0 Ok: queued as 9C21B40A11; recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 25; reply: 250 2.0.0 in "250 2.0.0 Ok: queued as 9C21B40A11"; status: sent',
  '4F1A2B3C4D: to=<b@contoso.test>, relay=mx.contoso.test[192.0.2.1]:25, delay=1, dsn=4.3.0, status=deferred (host mx.contoso.test[192.0.2.1] said: 451 4.3.0 queued as 9C21B40A11 before (in reply to end of DATA command))':
    'delay: 1; dsn: 4.3.0; outcome: deferred; queueId: 4F1A2B3C4D; reason: host mx.contoso.test[192.0.2.1] said: 451 4.3.0 queued as 9C21B40A11 before (in reply to end of DATA command); recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 25; reply: 451 4.3.0 in "451 4.3.0 queued as 9C21B40A11 before"; stage: (data); status: deferred',
  '4F1A2B3C4D: to=<b@contoso.test>, relay=none, delay=1, dsn=4.4.2, status=deferred (host mx.contoso.test[192.0.2.1] refused to talk to me: 421 4.7.0 Try again)':
    'delay: 1; dsn: 4.4.2; outcome: deferred; queueId: 4F1A2B3C4D; reason: host mx.contoso.test[192.0.2.1] refused to talk to me: 421 4.7.0 Try again; recipients: b@contoso.test; relay: none - -; reply: 421 4.7.0 in "421 4.7.0 Try again"; stage: connect; status: deferred',
  '4F1A2B3C4D: to=<b@contoso.test>, relay=none, delay=1, dsn=4.4.2, status=deferred (delivery temporarily suspended: host mx.contoso.test[192.0.2.1] refused to talk to me: 421 4.7.0 Try again)':
    'delay: 1; dsn: 4.4.2; outcome: deferred; queueId: 4F1A2B3C4D; reason: delivery temporarily suspended: host mx.contoso.test[192.0.2.1] refused to talk to me: 421 4.7.0 Try again; recipients: b@contoso.test; relay: none - -; reply: 421 4.7.0 in "421 4.7.0 Try again"; stage: connect; status: deferred',
  '4F1A2B3C4D: to=<b@contoso.test>, relay=local, delay=1, dsn=5.2.2, status=SOFTBOUNCE (mailbox full)':
    'delay: 1; dsn: 5.2.2; outcome: deferred; queueId: 4F1A2B3C4D; reason: mailbox full; recipients: b@contoso.test; relay: local - -; status: SOFTBOUNCE',
  '4F1A2B3C4D: to=<b@contoso.test>, relay=local, status=bounced (cut of':
    'outcome: bounced; queueId: 4F1A2B3C4D; reason: cut of; recipients: b@contoso.test; relay: local - -; status: bounced',
  '4F1A2B3C4D: to=<b@contoso.test>, relay=local, status=expired':
    'outcome: expired; queueId: 4F1A2B3C4D; recipients: b@contoso.test; relay: local - -; status: expired',
  '4F1A2B3C4D: to=<b@contoso.test>, relay=local, status=?':
    'queueId: 4F1A2B3C4D; recipients: b@contoso.test; relay: local - -',
  '4F1A2B3C4D: to=<b@contoso.test>, relay=mx.contoso.test[192.0.2.1]:25, dsn=2.1.5, status=deliverable (250 2.1.5 Ok)':
    'dsn: 2.1.5; outcome: probed; queueId: 4F1A2B3C4D; reason: 250 2.1.5 Ok; recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 25; reply: 250 2.1.5 in "250 2.1.5 Ok"; status: deliverable',
  '4F1A2B3C4D: from=<a@a.test>, size=1200, nrcpt=2 (queue active)':
    'fields: nrcpt=2; queueId: 4F1A2B3C4D; sender: a@a.test; size: 1200; status: queue active',
  '4F1A2B3C4D: from=<a@a.test>, size=1200, nrcpt=2':
    'fields: nrcpt=2; queueId: 4F1A2B3C4D; sender: a@a.test; size: 1200',
  '4F1A2B3C4D: from=<a@a.test>, size=big, nrcpt=2 (queue acti':
    'fields: nrcpt=2; queueId: 4F1A2B3C4D; sender: a@a.test; status: queue acti',
  '4F1A2B3C4D: client=out.a.test[192.0.2.7], sasl_method=PLAIN, sasl_username=ann':
    'client: out.a.test 192.0.2.7 -; fields: sasl_method=PLAIN | sasl_username=ann; outcome: received; queueId: 4F1A2B3C4D',
  '4F1A2B3C4D: message-id=<n1@a.test>': 'messageId: n1@a.test; queueId: 4F1A2B3C4D',
  '4F1A2B3C4D: resent-message-id=<n2@a.test>': 'messageId: n2@a.test; queueId: 4F1A2B3C4D',
  '4F1A2B3C4D: sender non-delivery notification: 5A1B2C3D4E':
    'queueId: 4F1A2B3C4D; reason: sender non-delivery notification: 5A1B2C3D4E; relatedId: 5A1B2C3D4E',
  '4F1A2B3C4D: sender delay notification: 5A1B2C3D4E':
    'queueId: 4F1A2B3C4D; reason: sender delay notification: 5A1B2C3D4E; relatedId: 5A1B2C3D4E',
  '4F1A2B3C4D: sender delivery status notification: 5A1B2C3D4E':
    'queueId: 4F1A2B3C4D; reason: sender delivery status notification: 5A1B2C3D4E; relatedId: 5A1B2C3D4E',
  '4F1A2B3C4D: postmaster non-delivery notification: 5A1B2C3D4E':
    'queueId: 4F1A2B3C4D; reason: postmaster non-delivery notification: 5A1B2C3D4E; relatedId: 5A1B2C3D4E',
  '4F1A2B3C4D: sender non-delivery notification: 5A1B2C3D4E later':
    'queueId: 4F1A2B3C4D; reason: sender non-delivery notification: 5A1B2C3D4E later',
  '4F1A2B3C4D: host mx.contoso.test[192.0.2.1] said: 450 4.2.0 Greylisted (in reply to RCPT TO command)':
    'queueId: 4F1A2B3C4D; reason: host mx.contoso.test[192.0.2.1] said: 450 4.2.0 Greylisted (in reply to RCPT TO command); relay: mx.contoso.test 192.0.2.1 -; reply: 450 4.2.0 in "450 4.2.0 Greylisted"; stage: RCPT',
  '4F1A2B3C4D: lost connection with mx.contoso.test[192.0.2.1] while sending RCPT TO':
    'queueId: 4F1A2B3C4D; reason: lost connection with mx.contoso.test[192.0.2.1] while sending RCPT TO; relay: mx.contoso.test 192.0.2.1 -',
  '4F1A2B3C4D: conversation with mx.contoso.test[192.0.2.1] timed out while sending message body':
    'queueId: 4F1A2B3C4D; reason: conversation with mx.contoso.test[192.0.2.1] timed out while sending message body; relay: mx.contoso.test 192.0.2.1 -',
  '4F1A2B3C4D: Host offered STARTTLS: [mx.contoso.test]':
    'queueId: 4F1A2B3C4D; reason: Host offered STARTTLS: [mx.contoso.test]; relay: mx.contoso.test - -',
  'connect to mx.contoso.test[192.0.2.1]:25: Connection refused': 'reason: all; relay: mx.contoso.test 192.0.2.1 25',
  'connect from out.a.test[192.0.2.7]': 'client: out.a.test 192.0.2.7 -; reason: all',
  'lost connection after RCPT from out.a.test[192.0.2.7]': 'client: out.a.test 192.0.2.7 -; reason: all; stage: RCPT',
  'lost connection after end-of-message from out.a.test[192.0.2.7]':
    'client: out.a.test 192.0.2.7 -; reason: all; stage: (data)',
  'timeout after DATA from out.a.test[192.0.2.7]': 'client: out.a.test 192.0.2.7 -; reason: all; stage: DATA',
  'too many errors after AUTH from unknown[192.0.2.7]': 'client: unknown 192.0.2.7 -; reason: all; stage: AUTH',
  'improper command pipelining after EHLO from out.a.test[192.0.2.7]: QUIT':
    'client: out.a.test 192.0.2.7 -; reason: all; stage: EHLO',
  'disconnect from out.a.test[192.0.2.7] ehlo=1 mail=0/1 quit=1 commands=2/3':
    'client: out.a.test 192.0.2.7 -; reason: all',
  'CONNECT from [192.0.2.7]:40122 to [192.0.2.1]:25': 'client: - 192.0.2.7 40122; reason: all',
  'PASS NEW [192.0.2.7]:40122': 'client: - 192.0.2.7 40122; reason: all',
  'PASS OLD [192.0.2.7]:40122': 'client: - 192.0.2.7 40122; reason: all',
  'PREGREET 11 after 0.2 from [192.0.2.7]:40122: EHLO spam\\r\\n': 'client: - 192.0.2.7 40122; reason: all',
  'HANGUP after 0.1 from [192.0.2.7]:40122 in tests before SMTP handshake': 'client: - 192.0.2.7 40122; reason: all',
  'DNSBL rank 4 for [192.0.2.7]:40122': 'client: - 192.0.2.7 40122; reason: all',
  'ALLOWLISTED [192.0.2.7]:40122': 'client: - 192.0.2.7 40122; reason: all',
  'DENYLISTED [192.0.2.7]:40122': 'client: - 192.0.2.7 40122; reason: all',
  'WHITELISTED [192.0.2.7]:40122': 'client: - 192.0.2.7 40122; reason: all',
  'BLACKLISTED [192.0.2.7]:40122': 'client: - 192.0.2.7 40122; reason: all',
  'DISCONNECT [192.0.2.7]:40122': 'client: - 192.0.2.7 40122; reason: all',
  'COMMAND PIPELINING from [192.0.2.7]:40122 after EHLO: QUIT': 'client: - 192.0.2.7 40122; reason: all',
  'NON-SMTP COMMAND from [192.0.2.7]:40122 after CONNECT: GET / HTTP/1.1': 'client: - 192.0.2.7 40122; reason: all',
  'BARE NEWLINE from [192.0.2.7]:40122 after EHLO': 'client: - 192.0.2.7 40122; reason: all',
  'Anonymous TLS connection established from out.a.test[192.0.2.7]: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)':
    'client: out.a.test 192.0.2.7 -; reason: all',
  'Trusted TLS connection established to mx.contoso.test[192.0.2.1]:25: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)':
    'reason: all; relay: mx.contoso.test 192.0.2.1 25',
  'setting up TLS connection to mx.contoso.test[192.0.2.1]:25': 'reason: all; relay: mx.contoso.test 192.0.2.1 25',
  'setting up TLS connection from out.a.test[192.0.2.7]': 'client: out.a.test 192.0.2.7 -; reason: all',
  'SSL_accept error from out.a.test[192.0.2.7]: lost connection': 'client: out.a.test 192.0.2.7 -; reason: all',
  'SSL_connect error to mx.contoso.test[192.0.2.1]:25: -1': 'reason: all; relay: mx.contoso.test 192.0.2.1 25',
  'warning: hostname out.a.test does not resolve to address 192.0.2.7':
    'reason: hostname out.a.test does not resolve to address 192.0.2.7',
  'warning: out.a.test[192.0.2.7]: SASL PLAIN authentication failed: UGFzc3dvcmQ6, sasl_username=ann@contoso.test':
    'client: out.a.test 192.0.2.7 -; fields: sasl_username=ann@contoso.test; reason: out.a.test[192.0.2.7]: SASL PLAIN authentication failed: UGFzc3dvcmQ6, sasl_username=ann@contoso.test; stage: (auth)',
  'warning: unknown[192.0.2.7]: SASL LOGIN authentication failed: authentication failure':
    'client: unknown 192.0.2.7 -; reason: unknown[192.0.2.7]: SASL LOGIN authentication failed: authentication failure; stage: (auth)',
  'out.a.test[192.0.2.7]: SASL LOGIN authentication aborted':
    'client: out.a.test 192.0.2.7 -; reason: all; stage: (auth)',
  '  4F1A2B3C4D: removed': 'outcome: removed; queueId: 4F1A2B3C4D; status: removed',
  'shortened: to=<b@contoso.test>, relay=local, status=sent (delivered to mailbox)':
    'outcome: sent; queueId: shortened; reason: delivered to mailbox; recipients: b@contoso.test; relay: local - -; status: sent',
  '4fXYZ12bcdFG: from=<a@a.test>, status=expired, returned to sender':
    'outcome: expired; queueId: 4fXYZ12bcdFG; sender: a@a.test; status: expired',
  'statistics: max connection rate 1/60s for (smtp:192.0.2.7) at Nov 21 10:00:01': 'reason: all',
  '4F1A2B3C4D: to=<b@contoso.test>, relay=mx.contoso.test[192.0.2.1]:25, dsn=5.0.0, status=bounced (host mx.contoso.test[192.0.2.1] said: 550 no, code=5)':
    'dsn: 5.0.0; outcome: bounced; queueId: 4F1A2B3C4D; reason: host mx.contoso.test[192.0.2.1] said: 550 no, code=5; recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 25; reply: 550 in "550 no, code=5"; status: bounced',
  '4F1A2B3C4D: to=<b@contoso.test>, relay=mx.contoso.test[192.0.2.1]:25, dsn=5.1.1, status=undeliverable (host mx.contoso.test[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command))':
    'dsn: 5.1.1; outcome: probed; queueId: 4F1A2B3C4D; reason: host mx.contoso.test[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command); recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 25; reply: 550 5.1.1 in "550 5.1.1 User unknown"; stage: RCPT; status: undeliverable',
  '4F1A2B3C4D: host mx-1.contoso.test[192.0.2.1] said: 450 4.2.0 Busy':
    'queueId: 4F1A2B3C4D; reason: host mx-1.contoso.test[192.0.2.1] said: 450 4.2.0 Busy; relay: mx-1.contoso.test 192.0.2.1 -; reply: 450 4.2.0 in "450 4.2.0 Busy"',
  'connect from out-1.a.test[192.0.2.7]': 'client: out-1.a.test 192.0.2.7 -; reason: all',
  '4F1A2B3C4D: to=<b@contoso.test>, relay=none, status=deferred (host mx.contoso.test[192.0.2.1] refused to talk to me: 421 4.7.0 Try again (in reply to EHLO command))':
    'outcome: deferred; queueId: 4F1A2B3C4D; reason: host mx.contoso.test[192.0.2.1] refused to talk to me: 421 4.7.0 Try again (in reply to EHLO command); recipients: b@contoso.test; relay: none - -; reply: 421 4.7.0 in "421 4.7.0 Try again"; stage: EHLO; status: deferred',
  '4F1A2B3C4D: action=pass, reason=none': 'fields: action=pass | reason=none; queueId: 4F1A2B3C4D',
};

describe('a line of Postfix', () => {
  it('says of what it is, whose and how it went', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
