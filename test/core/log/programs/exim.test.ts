import assert from 'node:assert/strict';
import { saying } from '../telling.ts';

const said = saying('exim', '');

const SAID: Readonly<Record<string, string>> = {
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E <= a@a.test H=out.a.test (helo.a.test) [192.0.2.7]:40122 P=esmtps S=1200 id=n1@a.test T="Hello, world" for b@contoso.test c@contoso.test':
    'client: out.a.test 192.0.2.7 40122; fields: P=esmtps | T=Hello, world; messageId: n1@a.test; outcome: received; queueId: 1xYzAb-0001Cd-2E; recipients: b@contoso.test | c@contoso.test; sender: a@a.test; size: 1200; status: <=; subject: Hello, world',
  '2026-11-21 10:00:01.123 +0100 [4412] 1xYzAb-0001Cd-2E <= <> R=1xYzAa-0001Cc-2D U=Debian-exim P=local S=2200':
    'fields: R=1xYzAa-0001Cc-2D | U=Debian-exim | P=local; outcome: received; queueId: 1xYzAb-0001Cd-2E; relatedId: 1xYzAa-0001Cc-2D; sender: ; size: 2200; status: <=',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E (= a@a.test H=(helo.a.test) [192.0.2.7] P=esmtp S=1200 T="Fake"':
    'client: - 192.0.2.7 -; fields: P=esmtp | T=Fake; outcome: rejected; queueId: 1xYzAb-0001Cd-2E; sender: a@a.test; size: 1200; status: (=; subject: Fake',
  '2026-11-21 10:00:01 1xYzAb-00000001Cde-2E4f => b@contoso.test R=dnslookup T=remote_smtp H=mx.contoso.test [192.0.2.1]:25 X=TLS1.3:AES256:256 CV=yes C="250 2.0.0 Ok: queued as 9C21B40A11" QT=3.2s DT=1s':
    'delay: 3.2; fields: R=dnslookup | T=remote_smtp | X=TLS1.3:AES256:256 | CV=yes | QT=3.2s | DT=1s; nextQueueId: 9C21B40A11; outcome: sent; queueId: 1xYzAb-00000001Cde-2E4f; recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 25; reply: 250 2.0.0 in "250 2.0.0 Ok: queued as 9C21B40A11"; status: =>',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E => bob <b@contoso.test> R=localuser T=local_delivery':
    'fields: R=localuser | T=local_delivery; outcome: sent; queueId: 1xYzAb-0001Cd-2E; recipients: b@contoso.test; status: =>',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E -> c@fabrikam.test <b@contoso.test> R=dnslookup T=remote_smtp H=mx.fabrikam.test [192.0.2.1]':
    'fields: R=dnslookup | T=remote_smtp; originalRecipient: b@contoso.test; outcome: sent; queueId: 1xYzAb-0001Cd-2E; recipients: c@fabrikam.test; relay: mx.fabrikam.test 192.0.2.1 -; status: ->',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E >> b@contoso.test R=cutthrough T=remote_smtp H=mx.contoso.test [192.0.2.1]':
    'fields: R=cutthrough | T=remote_smtp; outcome: sent; queueId: 1xYzAb-0001Cd-2E; recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 -; status: >>',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E *> b@contoso.test R=test T=none (-N)':
    'fields: R=test | T=none; outcome: sent; queueId: 1xYzAb-0001Cd-2E; recipients: b@contoso.test; status: *>',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E ** "b ob"@contoso.test F=<a@a.test> R=dnslookup T=remote_smtp H=mx.contoso.test [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<b@contoso.test>: 550 5.1.1 User unknown DT=2s':
    'fields: R=dnslookup | T=remote_smtp | DT=2s; outcome: bounced; queueId: 1xYzAb-0001Cd-2E; reason: SMTP error from remote mail server after RCPT TO:<b@contoso.test>: 550 5.1.1 User unknown; recipients: "b ob"@contoso.test; relay: mx.contoso.test 192.0.2.1 -; reply: 550 5.1.1 in "550 5.1.1 User unknown"; sender: a@a.test; stage: RCPT; status: **',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E ** b@contoso.test: Unrouteable address DT=0.1s':
    'fields: DT=0.1s; outcome: bounced; queueId: 1xYzAb-0001Cd-2E; reason: Unrouteable address; recipients: b@contoso.test; status: **',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E ** b@contoso.test R=a T=b X="CN: odd name": all hosts refused':
    'fields: R=a | T=b | X=CN: odd name; outcome: bounced; queueId: 1xYzAb-0001Cd-2E; reason: all hosts refused; recipients: b@contoso.test; status: **',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E == b@contoso.test R=dnslookup T=remote_smtp defer (-44) H=mx.contoso.test [192.0.2.1]: SMTP error from remote mail server after pipelined end of data: host mx.contoso.test [192.0.2.1]: 451 4.3.0 Try later':
    'fields: R=dnslookup | T=remote_smtp; outcome: deferred; queueId: 1xYzAb-0001Cd-2E; reason: SMTP error from remote mail server after pipelined end of data: host mx.contoso.test [192.0.2.1]: 451 4.3.0 Try later; recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 -; reply: 451 4.3.0 in "451 4.3.0 Try later"; stage: (data); status: ==',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E == b@contoso.test R=dnslookup T=remote_smtp defer (111): Connection refused':
    'fields: R=dnslookup | T=remote_smtp; outcome: deferred; queueId: 1xYzAb-0001Cd-2E; reason: Connection refused; recipients: b@contoso.test; status: ==',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E Completed': 'outcome: removed; queueId: 1xYzAb-0001Cd-2E; status: Completed',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E Completed QT=12s':
    'delay: 12; fields: QT=12s; outcome: removed; queueId: 1xYzAb-0001Cd-2E; status: Completed',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E Completedly': 'queueId: 1xYzAb-0001Cd-2E; reason: Completedly',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E H=mx.contoso.test [192.0.2.1]: Connection timed out':
    'queueId: 1xYzAb-0001Cd-2E; reason: H=mx.contoso.test [192.0.2.1]: Connection timed out; relay: mx.contoso.test 192.0.2.1 -',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E H=mx.contoso.test [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<b@contoso.test>: 450 4.2.0 Greylisted':
    'queueId: 1xYzAb-0001Cd-2E; reason: H=mx.contoso.test [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<b@contoso.test>: 450 4.2.0 Greylisted; relay: mx.contoso.test 192.0.2.1 -; reply: 450 4.2.0 in "450 4.2.0 Greylisted"; stage: RCPT',
  '2026-11-21 10:00:01 H=mx.contoso.test [192.0.2.1] SMTP error from remote mailer after RCPT TO:<b@contoso.test>: 450 4.2.0 Greylisted':
    'reason: H=mx.contoso.test [192.0.2.1] SMTP error from remote mailer after RCPT TO:<b@contoso.test>: 450 4.2.0 Greylisted; recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 -; reply: 450 4.2.0 in "450 4.2.0 Greylisted"; stage: RCPT',
  '2026-11-21 10:00:01 H=out.a.test (helo) [192.0.2.7]:4012 F=<a@a.test> rejected RCPT <b@contoso.test>: 550 5.7.1 relay not permitted':
    'client: out.a.test 192.0.2.7 4012; outcome: rejected; reason: 550 5.7.1 relay not permitted; recipients: b@contoso.test; reply: 550 5.7.1 in "550 5.7.1 relay not permitted"; sender: a@a.test; stage: RCPT; status: rejected',
  '2026-11-21 10:00:01 H=(helo) [192.0.2.7] F=<a@a.test> temporarily rejected RCPT <b@contoso.test>: greylisted':
    'client: - 192.0.2.7 -; outcome: rejected; reason: greylisted; recipients: b@contoso.test; sender: a@a.test; stage: RCPT; status: temporarily rejected',
  '2026-11-21 10:00:01 H=out.a.test [192.0.2.7] rejected EHLO or HELO localhost: syntactically invalid argument(s)':
    'client: out.a.test 192.0.2.7 -; outcome: rejected; reason: syntactically invalid argument(s); status: rejected',
  '2026-11-21 10:00:01 H=out.a.test [192.0.2.7] rejected MAIL <a@a.test>: bad sender':
    'client: out.a.test 192.0.2.7 -; outcome: rejected; reason: bad sender; stage: MAIL; status: rejected',
  '2026-11-21 10:00:01 H=out.a.test [192.0.2.7] F=<a@a.test> rejected after DATA: spam:high score':
    'client: out.a.test 192.0.2.7 -; outcome: rejected; reason: spam:high score; sender: a@a.test; stage: (data); status: rejected',
  '2026-11-21 10:00:01 H=out.a.test [192.0.2.7] rejected during MIME ACL checks: no exe':
    'client: out.a.test 192.0.2.7 -; outcome: rejected; reason: no exe; stage: (data); status: rejected',
  '2026-11-21 10:00:01 H=out.a.test [192.0.2.7] rejected connection in "connect" ACL: 554 listed':
    'client: out.a.test 192.0.2.7 -; outcome: rejected; reason: 554 listed; reply: 554 in "554 listed"; status: rejected',
  '2026-11-21 10:00:01 H=out.a.test [192.0.2.7] rejected VRFY bob':
    'client: out.a.test 192.0.2.7 -; outcome: rejected; reason: H=out.a.test [192.0.2.7] rejected VRFY bob; stage: VRFY; status: rejected',
  '2026-11-21 10:00:01 refused connection from out.a.test [192.0.2.7] (host_reject_connection)':
    'client: out.a.test 192.0.2.7 -; outcome: rejected; reason: refused connection from out.a.test [192.0.2.7] (host_reject_connection); status: refused',
  '2026-11-21 10:00:01 H=out.a.test [192.0.2.7] sender verify fail for <x@a.test>: Unrouteable address':
    'client: out.a.test 192.0.2.7 -; reason: sender verify fail for <x@a.test>; sender: x@a.test',
  '2026-11-21 10:00:01 H=out.a.test [192.0.2.7] sender verify defer for <x@a.test>: host lookup did not complete':
    'client: out.a.test 192.0.2.7 -; reason: sender verify defer for <x@a.test>; sender: x@a.test',
  '2026-11-21 10:00:01 SMTP connection from out.a.test (helo) [192.0.2.7]:4012 closed by QUIT':
    'client: out.a.test 192.0.2.7 4012; reason: SMTP connection from out.a.test (helo) [192.0.2.7]:4012 closed by QUIT',
  '2026-11-21 10:00:01 no host name found for IP address 192.0.2.7':
    'reason: no host name found for IP address 192.0.2.7',
  '2026-11-21 10:00:01 TLS error on connection from out.a.test (helo) [192.0.2.7]:4012 (recv): The TLS connection was non-properly terminated.':
    'client: out.a.test 192.0.2.7 4012; reason: TLS error on connection from out.a.test (helo) [192.0.2.7]:4012 (recv): The TLS connection was non-properly terminated.',
  '2026-11-21 10:00:01 unexpected disconnection while reading SMTP command from out.a.test [192.0.2.7] D=2s':
    'client: out.a.test 192.0.2.7 -; reason: unexpected disconnection while reading SMTP command from out.a.test [192.0.2.7] D=2s',
  '2026-11-21 10:00:01 plain_login authenticator failed for out.a.test (helo) [192.0.2.7]:4012 I=[192.0.2.1]:587: 535 Incorrect authentication data (set_id=ann)':
    'client: - 192.0.2.7 4012; reason: plain_login authenticator failed for out.a.test (helo) [192.0.2.7]:4012 I=[192.0.2.1]:587: 535 Incorrect authentication data (set_id=ann); reply: 535 in "535 Incorrect authentication data (set_id=ann)"; stage: (auth)',
  '2026-11-21 10:00:01 login authenticator failed for (helo) [192.0.2.7]: 435 Unable to authenticate at present':
    'client: - 192.0.2.7 -; reason: login authenticator failed for (helo) [192.0.2.7]: 435 Unable to authenticate at present; reply: 435 in "435 Unable to authenticate at present"; stage: (auth)',
  '2026-11-21 10:00:01 Received from a@a.test H=out.a.test [192.0.2.7] P=esmtp S=1200':
    'client: out.a.test 192.0.2.7 -; outcome: received; sender: a@a.test',
  '2026-11-21 10:00:01 b@contoso.test R=dnslookup T=remote_smtp defer (111): Connection refused':
    'reason: b@contoso.test R=dnslookup T=remote_smtp defer (111): Connection refused; recipients: b@contoso.test',
  '2026-11-21 10:00:01 b@contoso.test <info@contoso.test> R=dnslookup T=remote_smtp H=mx.contoso.test [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<b@contoso.test>: 550 5.1.1 User unknown':
    'reason: b@contoso.test <info@contoso.test> R=dnslookup T=remote_smtp H=mx.contoso.test [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<b@contoso.test>: 550 5.1.1 User unknown; recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 -; reply: 550 5.1.1 in "550 5.1.1 User unknown"; stage: RCPT',
  '2026-11-21 10:00:01 Start queue run: pid=4412': 'reason: Start queue run: pid=4412',
  '4412   b@contoso.test R=dnslookup T=remote_smtp defer (111): Connection refused':
    'reason: b@contoso.test R=dnslookup T=remote_smtp defer (111): Connection refused; recipients: b@contoso.test',
  '4412 LOG: H=out.a.test [192.0.2.7] rejected RCPT <b@contoso.test>: relay not permitted':
    'client: out.a.test 192.0.2.7 -; outcome: rejected; reason: relay not permitted; recipients: b@contoso.test; stage: RCPT; status: rejected',
  '4412 delivering 1xYzAb-0001Cd-2E': 'queueId: 1xYzAb-0001Cd-2E',
  '4412 R: dnslookup for b@contoso.test': 'recipients: b@contoso.test',
  '4412 T: remote_smtp for b@contoso.test': 'recipients: b@contoso.test',
  'LOG: H=out.a.test [192.0.2.7] rejected RCPT <b@contoso.test>: relay not permitted':
    'client: out.a.test 192.0.2.7 -; outcome: rejected; reason: relay not permitted; recipients: b@contoso.test; stage: RCPT; status: rejected',
  '1xYzAb-0001Cd-2E => b@contoso.test R=dnslookup T=remote_smtp H=mx.contoso.test [192.0.2.1]':
    'fields: R=dnslookup | T=remote_smtp; outcome: sent; queueId: 1xYzAb-0001Cd-2E; recipients: b@contoso.test; relay: mx.contoso.test 192.0.2.1 -; status: =>',
  '2026-11-21 10:00:01 rejected something: why': 'reason: rejected something: why',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E <= a@a.test id=n1@a.test id*=n0@a.test T="Mail for you" for b@contoso.test':
    'fields: T=Mail for you; messageId: n1@a.test; outcome: received; queueId: 1xYzAb-0001Cd-2E; recipients: b@contoso.test; sender: a@a.test; status: <=; subject: Mail for you',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E => b@contoso.test F=<a@a.test> C="250 Ok: 12"':
    'outcome: sent; queueId: 1xYzAb-0001Cd-2E; recipients: b@contoso.test; reply: 250 in "250 Ok: 12"; sender: a@a.test; status: =>',
  '2026-11-21 10:00:01 1xYzAb-0001Cd-2E <= a@a.test T="for x=y" S=12':
    'fields: T=for x=y; outcome: received; queueId: 1xYzAb-0001Cd-2E; sender: a@a.test; size: 12; status: <=; subject: for x=y',
  '2026-11-21 10:00:01 [x] queue Completed': 'reason: [x] queue Completed',
};

describe('a line of Exim', () => {
  it('says of what it is, whose and how it went', () => {
    for (const [line, facts] of Object.entries(SAID)) assert.equal(said(line), facts, line);
  });
});
