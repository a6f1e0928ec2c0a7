import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../../../src/core/verdict/verdict.ts';

const verdicts = (...lines: readonly string[]): readonly Verdict[] => readVerdicts(readTicket(`${lines.join('\n')}\n`));
const told = (...lines: readonly string[]): readonly string[] =>
  verdicts(...lines).map(({ role, code, recipients, sender }) => [role, code, sender, ...recipients].join(' '));

const postfix = (rest: string, program = 'smtp'): string => `Nov 21 10:00:01 mx1 postfix/${program}[71]: ${rest}`;
const to = (rest: string): string => postfix(`4F1A2B3C4: to=<b@contoso.test>, relay=${rest}`);
const TIMEOUT = to(
  'none, delay=30, dsn=4.4.1, status=deferred (connect to mx.contoso.test[192.0.2.1]:25: Connection timed out)',
);
const GREY = to(
  'mx.contoso.test[192.0.2.1]:25, delay=90, dsn=4.2.0, status=deferred (host mx.contoso.test[192.0.2.1] said: 450 4.2.0 <b@contoso.test>: Greylisted (in reply to RCPT TO command))',
);
const SENT = to(
  'mx.contoso.test[192.0.2.1]:25, delay=900, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 9C21B40A11)',
);

describe('what a later line makes of an earlier one', () => {
  it('counts what was said again, and names why it was put off before', () => {
    const [over, ...others] = verdicts(TIMEOUT, TIMEOUT, GREY, SENT);
    assert.deepEqual([over?.role, over?.code, over?.times, others.length], ['recovered', 'greylisted', 1, 0]);
    assert.match(over?.summary ?? '', / Before that: the connection failed\.$/);
    const [twice] = verdicts(GREY, GREY, SENT);
    assert.deepEqual([twice?.times, twice?.summary.includes('Before that')], [2, false]);
    assert.match(verdicts(TIMEOUT, GREY, TIMEOUT)[0]?.summary ?? '', / Before that: greylisted\.$/);
  });

  it('tries nothing again that was given up, and keeps why', () => {
    const event = (severity: string, status: object): string =>
      JSON.stringify({
        event: 'failed',
        severity,
        recipient: 'b@contoso.test',
        'delivery-status': status,
        message: { headers: { 'message-id': 'n1@a.test' } },
      });
    const [one, ...others] = verdicts(
      event('temporary', { code: 421, message: '4.7.0 Too many connections from your host' }),
      event('permanent', { code: 602, message: 'Too old' }),
    );
    assert.deepEqual([one?.role, one?.code, one?.retry, others.length], ['cause', 'too-many-connections', 'later', 0]);
    assert.deepEqual(
      one?.next.filter(({ kind }) => kind === 'wait'),
      [],
    );
  });

  it('leaves in quarantine what a filter put there, whatever the server in front of it was told', () => {
    const blocked =
      'Nov 29 08:15:22 gw amavis[2011]: (02011-07) Blocked BANNED (.exe) {DiscardedInbound,Quarantined}, [203.0.113.61]:40122 [203.0.113.61] <a@a.test> -> <b@contoso.test>, quarantine: banned-Xa1Bc2, Queue-ID: 4F1A2B3C4, Message-ID: <c@a.test>, mail_id: Xa1Bc2, Hits: -, size: 881223, 902 ms';
    const handed = to(
      '127.0.0.1[127.0.0.1]:10024, delay=1.1, dsn=2.7.0, status=sent (250 2.7.0 Ok, discarded, id=02011-07 - BANNED: .exe)',
    );
    assert.deepEqual(told(blocked, handed), ['waiting content-refused a@a.test b@contoso.test']);
  });

  it('has gone no further than to the filter that keeps it, and has the sender that the queue knows', () => {
    const moved =
      'Nov 29 08:44:05 pmg pmg-smtp-filter[91700]: 2E0F3654A1B2C3: moved mail for <b@contoso.test> to spam quarantine - 2E0F4654A1B2D0 (rule: Quarantine/Mark Spam (Level 3))';
    const from = postfix('4F1A2B3C4: from=<a@a.test>, size=55120, nrcpt=1 (queue active)', 'qmgr');
    const handed = (id: string): string =>
      to(`127.0.0.1[127.0.0.1]:10024, delay=3.2, dsn=2.5.0, status=sent (250 2.5.0 OK (${id}))`);
    assert.deepEqual(told(from, moved, handed('2E0F3654A1B2C3')), ['waiting spam-refused a@a.test b@contoso.test']);
    const blocked =
      'Nov 29 08:44:05 pmg pmg-smtp-filter[91700]: 2E0F3654A1B2C3: block mail to <b@contoso.test> (rule: Block old addresses)';
    const refused = handed('2E0F3654A1B2C3').replace('2.5.0 OK', '2.7.0 BLOCKED');
    assert.deepEqual(told(from, blocked, refused), ['cause policy-refused a@a.test b@contoso.test']);
    assert.equal(told(from, moved, handed('2E0F3654A1B2FF')).length, 2);
  });
});
