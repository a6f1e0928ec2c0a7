import assert from 'node:assert/strict';
import { secondsIn } from '../../../src/core/knowledge/found/retryAfter.ts';
import { probeOutcome } from '../../../src/core/report/probeOutcome.ts';

const report = (replies: string): string => `# SMTP probe of mx1.contoso.test:25, 2026-11-28 15:00:00 UTC
* CONNECT (3 ms): 192.0.2.1:25
* BANNER (1 ms): 220
S: 220 mx1.contoso.test ESMTP
* EHLO (1 ms): 250
C: EHLO a.test
S: 250 mx1.contoso.test
* MAIL (1 ms): 250
C: MAIL FROM:<ann@fabrikam.test>
S: 250 ok
${replies}
* Result: passed: mx1.contoso.test:25 answered.
`;
const rcpt = (reply: string): string =>
  report(`* RCPT (1 ms): ${reply.slice(0, 3)}\nC: RCPT TO:<bob@contoso.test>\nS: ${reply}`);

describe('what can be done with the report of a probe', () => {
  it('is to try again when the server says', () => {
    const { retry } = probeOutcome(rcpt('450 4.2.0 <bob@contoso.test>: Greylisted, try again in 240 seconds'));
    assert.deepEqual(retry, {
      seconds: 240,
      named: true,
      reply: '450 4.2.0 <bob@contoso.test>: Greylisted, try again in 240 seconds',
    });
    assert.equal(probeOutcome(rcpt('451 4.7.1 Please try again in 10 minutes')).retry?.seconds, 600);
    assert.equal(probeOutcome(rcpt('421 4.7.0 Try again after 00:04:59')).retry?.seconds, 299);
  });

  it('is to try again after five minutes where it is a grey list, later where nothing is known', () => {
    const { seconds, named } =
      probeOutcome(rcpt('451 4.7.1 Greylisting in action, please come back later')).retry ?? {};
    assert.deepEqual([seconds, named], [300, false]);
    assert.equal(probeOutcome(rcpt('452 4.2.2 The mailbox is full')).retry?.seconds, 1800);
  });

  it('is not to try again soon where nothing was put off, or what was is for good', () => {
    assert.equal(probeOutcome(rcpt('250 ok')).retry, undefined);
    assert.equal(probeOutcome(rcpt('550 5.1.1 No such user')).retry, undefined);
  });

  it('waits no shorter than ten seconds and no longer than a day', () => {
    assert.equal(probeOutcome(rcpt('450 4.2.0 try again in 1 second')).retry?.seconds, 10);
    assert.equal(probeOutcome(rcpt('450 4.2.0 try again in 30 days')).retry?.seconds, 86_400);
  });

  it('is to look for the id under which a message was taken, and only of a message', () => {
    const message =
      '* DATA (1 ms): 354\nC: DATA\nS: 354 go\n* MESSAGE (1 ms): 250\nC: .\nS: 250 2.0.0 Ok: queued as 4F6bQ21Lz9z';
    assert.deepEqual(probeOutcome(report(message)).queued, ['4F6bQ21Lz9z']);
    assert.deepEqual(probeOutcome(rcpt('250 queued as 4F6bQ21Lz9z')).queued, []);
  });

  it('has the ids of all messages that were taken', () => {
    const one = (n: number): string =>
      `* DATA (1 ms): 354\nC: DATA\nS: 354 go\n* MESSAGE (1 ms): 250\nC: .\nS: 250 2.0.0 Ok: queued as 4F6bQ21Lz${n}`;
    const messages = [...Array(25).keys()].map((n) => `${one(n + 10)}\nC: MAIL FROM:<ann@fabrikam.test>\nS: 250 ok`);
    assert.equal(probeOutcome(report(messages.join('\n'))).queued.length, 25);
  });

  it('reads spans of time in seconds', () => {
    const spans = ['300 seconds', '5 min', '2h', '1 day', '01:00:01', 'soon'].map(secondsIn);
    assert.deepEqual(spans, [300, 300, 7200, 86_400, 3601, undefined]);
  });
});
