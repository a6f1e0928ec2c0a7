import assert from 'node:assert/strict';
import { saying } from '../telling.ts';

const said = saying('opensmtpd', 'Nov 21 10:00:01 mx1 smtpd[2291]: ');

const SAID: Readonly<Record<string, string>> = {
  '7f3a9c0b1d2e4f56 smtp connected address=192.0.2.7 host=out.a.test':
    'client: out.a.test 192.0.2.7 -; eventId: connected; eventSource: smtp; session: 7f3a9c0b1d2e4f56',
  '7f3a9c0b1d2e4f56 smtp event=connected address=[2001:db8::7] host=out.a.test':
    'client: out.a.test 2001:db8::7 -; eventId: connected; eventSource: smtp; session: 7f3a9c0b1d2e4f56',
  '7f3a9c0b1d2e4f56 smtp message msgid=1a2b3c4d size=918 nrcpt=1 proto=ESMTP':
    'eventId: message; eventSource: smtp; fields: nrcpt=1 | proto=ESMTP; outcome: received; queueId: 1a2b3c4d; session: 7f3a9c0b1d2e4f56; size: 918',
  '7f3a9c0b1d2e4f56 smtp envelope evpid=1a2b3c4d5e6f7081 from=<a@a.test> to=<b@contoso.test>':
    'eventId: envelope; eventSource: smtp; outcome: received; queueId: 1a2b3c4d5e6f7081; recipients: b@contoso.test; sender: a@a.test; session: 7f3a9c0b1d2e4f56',
  '7f3a9c0b1d2e4f56 smtp failed-command command="RCPT TO:<x@contoso.test>" result="550 Invalid recipient: <x@contoso.test>"':
    'eventId: failed-command; eventSource: smtp; fields: command=RCPT TO:<x@contoso.test>; outcome: rejected; recipients: x@contoso.test; reply: 550 in "550 Invalid recipient: <x@contoso.test>"; session: 7f3a9c0b1d2e4f56; stage: RCPT',
  '7f3a9c0b1d2e4f56 smtp failed-command command="DATA" result="421 Try later"':
    'eventId: failed-command; eventSource: smtp; fields: command=DATA; outcome: rejected; reply: 421 in "421 Try later"; session: 7f3a9c0b1d2e4f56; stage: DATA',
  '7f3a9c0b1d2e4f56 mta connecting address=smtp://192.0.2.1:25 host=mx.contoso.test':
    'eventId: connecting; eventSource: mta; relay: mx.contoso.test 192.0.2.1 -; session: 7f3a9c0b1d2e4f56',
  '7f3a9c0b1d2e4f56 mta connected address=lmtp+tls://[2001:db8::1]:24':
    'eventId: connected; eventSource: mta; relay: - 2001:db8::1 -; session: 7f3a9c0b1d2e4f56',
  '7f3a9c0b1d2e4f56 mta delivery evpid=1a2b3c4d5e6f7081 from=<a@a.test> to=<b@contoso.test> rcpt=<info@contoso.test> source="192.0.2.9" relay="192.0.2.1 (mx.contoso.test)" delay=1s result="Ok" stat="250 2.0.0 Ok: queued as 9C21B40A11"':
    'delay: 1; eventId: delivery; eventSource: mta; fields: source=192.0.2.9; nextQueueId: 9C21B40A11; originalRecipient: info@contoso.test; outcome: sent; queueId: 1a2b3c4d5e6f7081; reason: 250 2.0.0 Ok: queued as 9C21B40A11; recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 -; reply: 250 2.0.0 in "250 2.0.0 Ok: queued as 9C21B40A11"; sender: a@a.test; session: 7f3a9c0b1d2e4f56; status: Ok',
  '7f3a9c0b1d2e4f56 mta event=delivery evpid=1a2b3c4d5e6f7081 from=<a@a.test> to=<b@contoso.test> rcpt=<-> source="192.0.2.9" relay="[2001:db8::1]" delay=1m10s result="TempFail" stat="450 4.2.0 Greylisted"':
    'delay: 70; eventId: delivery; eventSource: mta; fields: source=192.0.2.9; outcome: deferred; queueId: 1a2b3c4d5e6f7081; reason: 450 4.2.0 Greylisted; recipients: b@contoso.test; relay: - 2001:db8::1 -; reply: 450 4.2.0 in "450 4.2.0 Greylisted"; sender: a@a.test; session: 7f3a9c0b1d2e4f56; status: TempFail',
  '7f3a9c0b1d2e4f56 mda delivery evpid=1a2b3c4d5e6f7081 from=<a@a.test> to=<b@contoso.test> rcpt=<b@contoso.test> user=bob delay=1s result=PermFail stat=Error ("mail.lmtp: LMTP server error: 550 5.1.1 User unknown")':
    'delay: 1; eventId: delivery; eventSource: mda; fields: user=bob; originalRecipient: b@contoso.test; outcome: bounced; queueId: 1a2b3c4d5e6f7081; reason: Error ("mail.lmtp: LMTP server error: 550 5.1.1 User unknown"); recipients: b@contoso.test; reply: 550 5.1.1 in "550 5.1.1 User unknown"; sender: a@a.test; session: 7f3a9c0b1d2e4f56; status: PermFail',
  '7f3a9c0b1d2e4f56 mta delivery evpid=1a2b3c4d5e6f7081 to=<b@contoso.test> result="Loop" stat="554 5.4.6 Loop detected"':
    'eventId: delivery; eventSource: mta; outcome: bounced; queueId: 1a2b3c4d5e6f7081; reason: 554 5.4.6 Loop detected; recipients: b@contoso.test; reply: 554 5.4.6 in "554 5.4.6 Loop detected"; session: 7f3a9c0b1d2e4f56; status: Loop',
  '7f3a9c0b1d2e4f56 mta delivery evpid=1a2b3c4d5e6f7081 to=<b@contoso.test> result="Expired" stat="No MX found"':
    'eventId: delivery; eventSource: mta; outcome: expired; queueId: 1a2b3c4d5e6f7081; reason: No MX found; recipients: b@contoso.test; session: 7f3a9c0b1d2e4f56; status: Expired',
  '7f3a9c0b1d2e4f56 mta delivery evpid=1a2b3c4d5e6f7081 to=<b@contoso.test> result="Odd" stat=No such relay, sorry':
    'eventId: delivery; eventSource: mta; queueId: 1a2b3c4d5e6f7081; reason: No such relay, sorry; recipients: b@contoso.test; session: 7f3a9c0b1d2e4f56; status: Odd',
  '7f3a9c0b1d2e4f56 smtp disconnected reason=quit':
    'eventId: disconnected; eventSource: smtp; fields: reason=quit; session: 7f3a9c0b1d2e4f56',
  'smtp-in: Accepted message 1a2b3c4d on session 7f3a9c0b1d2e4f56: from=<a@a.test>, to=<b@contoso.test>, size=918, ndest=1, proto=ESMTP':
    'fields: ndest=1 | proto=ESMTP; outcome: received; queueId: 1a2b3c4d; recipients: b@contoso.test; sender: a@a.test; size: 918',
  'smtp-in: New session 7f3a9c0b1d2e4f56 from host out.a.test [192.0.2.7]': 'reason: all',
  'smtp-in: Failed command on session 7f3a9c0b1d2e4f56: "RCPT TO:<x@contoso.test>" => 550 5.1.1 Invalid recipient':
    'outcome: rejected; recipients: x@contoso.test; reply: 550 5.1.1 in "550 5.1.1 Invalid recipient"; session: 7f3a9c0b1d2e4f56; stage: RCPT',
  'smtp-in: Bad command on session 7f3a9c0b1d2e4f56: "FOO" => 500 5.5.1 Invalid command':
    'outcome: rejected; reply: 500 5.5.1 in "500 5.5.1 Invalid command"; session: 7f3a9c0b1d2e4f56',
  'delivery: Ok for 1a2b3c4d5e6f7081: from=<a@a.test>, to=<b@contoso.test>, user=bob, method=maildir, delay=1s, stat=Delivered':
    'delay: 1; fields: user=bob | method=maildir; outcome: sent; queueId: 1a2b3c4d5e6f7081; reason: Delivered; recipients: b@contoso.test; sender: a@a.test; status: Ok',
  'relay: TempFail for 1a2b3c4d5e6f7081: session=7f3a9c0b1d2e4f56, from=<a@a.test>, to=<b@contoso.test>, rcpt=<->, source=192.0.2.9, relay=192.0.2.1 (mx.contoso.test), delay=1s, stat=450 4.2.0 Greylisted, try later':
    'delay: 1; fields: session=7f3a9c0b1d2e4f56 | source=192.0.2.9; outcome: deferred; queueId: 1a2b3c4d5e6f7081; reason: 450 4.2.0 Greylisted, try later; recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 -; reply: 450 4.2.0 in "450 4.2.0 Greylisted, try later"; sender: a@a.test; status: TempFail',
  'mta: PermFail for 1a2b3c4d5e6f7081: from=<a@a.test>, to=<b@contoso.test>':
    'outcome: bounced; queueId: 1a2b3c4d5e6f7081; recipients: b@contoso.test; sender: a@a.test; status: PermFail',
  'rcpt: Expired for 1a2b3c4d5e6f7081: to=<b@contoso.test>':
    'outcome: expired; queueId: 1a2b3c4d5e6f7081; recipients: b@contoso.test; status: Expired',
  'scheduler: paused': 'reason: all',
  '7f3a9c0b1d2e4f56 mta connecting address=smtp+tls://192.0.2.1:587 host=mx.contoso.test':
    'eventId: connecting; eventSource: mta; relay: mx.contoso.test 192.0.2.1 -; session: 7f3a9c0b1d2e4f56',
  '7f3a9c0b1d2e4f56 mta connected host=mx.contoso.test':
    'eventId: connected; eventSource: mta; relay: mx.contoso.test - -; session: 7f3a9c0b1d2e4f56',
};

describe('a line of OpenSMTPD', () => {
  it('says of what it is, whose and how it went', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
